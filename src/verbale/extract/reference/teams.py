"""What a person leads: "X, who leads the American team", "a Ugandan delegation led by Y"."""

from collections.abc import Iterator

from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.names import Name
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_CLIMB = 4  # from a name through titles and lists to the "by" of "led by"


def leading_verbs(scene: Scene, name: Name) -> tuple[list[Token], list[Token]]:
    """The verbs by which the person at `name` is said to lead, speak for or do something: active ones, of whose object
    he is, and the passive ones of "led by X"."""
    head = scene.doc[name.start : name.end].root
    beside = (noun for noun in head.rights if noun.dep_ == "appos")  # "X, the former president, who leads …"
    active = [c for noun in (head, *beside) for c in noun.rights if c.dep_ == "relcl"]
    if head.dep_ == "nsubj":
        active.append(head.head)
    return active, list(_passive(scene, head))


def _passive(scene: Scene, head: Token) -> Iterator[Token]:
    """The participle of "led by Foreign Minister X and the envoy Y"."""
    noun = first_of_coordination(head)
    for _ in range(_CLIMB):
        if noun.dep_ in {"appos", "compound", "nmod", "conj"}:
            noun = first_of_coordination(noun.head)
    verb = noun.head.head
    by = noun.dep_ == "pobj" and noun.head.lower_ == "by"
    if by and verb.tag_ == "VBN" and verb.lemma_ in scene.words.lists["verbs.leading"]:
        yield verb


def led_by_passive(verb: Token) -> Token | None:
    """What is led: the noun that "led by X" is said of, or the subject of "is led by X"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if subject is None:
        return verb.head if verb.dep_ == "acl" else None
    return subject.head.head if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else subject
