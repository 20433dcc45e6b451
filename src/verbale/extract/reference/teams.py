"""What a person leads: "X, who leads the American team", "a Ugandan delegation led by Y"."""

from collections.abc import Iterator

from verbale.extract.reference.body_parties import is_learned
from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.names import Name
from verbale.extract.reference.parties import is_own_party, rules
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_CLIMB = 4  # from a name through titles and lists to the "by" of "led by"


def leading_verbs(scene: Scene, name: Name) -> tuple[list[Token], list[Token]]:
    """The verbs by which the person at `name` is said to lead, speak for or do something: active ones, of whose object
    he is, and the passive ones of "led by X"."""
    head = scene.doc[name.start : name.end].root
    beside = (noun for noun in head.rights if noun.dep_ == "appos")  # "X, the former president, who leads …"
    said_of = (c for noun in (head, *beside) for c in noun.rights)
    active = [c for c in said_of if c.dep_ == "relcl" or (c.dep_ == "acl" and c.tag_ == "VBG")]
    if head.dep_ == "nsubj":
        active.append(head.head)
        active += [c for c in head.head.children if _is_told_beside(c)]
    return active, list(_passive(scene, head))


def _is_told_beside(verb: Token) -> bool:
    """ "Heading the delegation, X arrived", "X said, speaking for the rebels,": what the subject does meanwhile."""
    alone = not any(child.dep_ in {"nsubj", "mark"} for child in verb.lefts)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and alone


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


def led_by(scene: Scene, name: Name) -> tuple[str | None, str]:
    """ "X, who leads the American team", "Y speaks for the Houthis": the party that the person leads or speaks for; and
    what doing so makes one ("leader" of a party itself, "commander" of an army, "mediator"), else ""."""
    verbs, passive = leading_verbs(scene, name)
    called, lists = scene.words.doers, scene.words.lists
    role = next((called[verb.lemma_] for verb in (*verbs, *passive) if verb.lemma_ in called), "")
    nouns = [noun for verb in verbs for noun in led_nouns(scene, verb)]
    nouns += [noun for verb in passive if (noun := led_by_passive(verb)) is not None and _can_be_led(scene, noun)]
    for led in nouns:
        of = [noun for c in led.rights if c.lower_ in {"of", "for"} for noun in c.rights if noun.dep_ == "pobj"]
        told = lists["collective.mutual"]  # "who leads the Iran talks" may be of any
        lefts = [c for c in led.lefts if c.dep_ == "poss" or led.lemma_.lower() not in told]
        for token in (led, *lefts, *(of if _can_be_led(scene, led) else ())):
            if role == "leader" and token != led:
                role = ""  # the head of a delegation is not "the leader"
            entry = scene.party_entry_at(token.i)
            if entry is not None:
                return entry.name, role
            body = scene.member_at(token.i) if token.i in scene.within else None
            if body is not None and body.kind == "government_body" and token == led:
                return body.party, role
            if body is not None and body.world is None and _is_led_party(scene, body, token):
                return body.name, role
    return None, "" if role == "leader" else role


def led_nouns(scene: Scene, verb: Token) -> list[Token]:
    """What is led by the verb, or whom one speaks for: "leads the council of the Houthis", "speaks for Ethiopia"."""
    lists = scene.words.lists
    if verb.lemma_ in lists["verbs.leading"]:
        return [c for c in verb.rights if c.dep_ == "dobj"]
    if verb.lemma_ in lists["verbs.speaking_for"]:
        nouns = [noun for c in verb.rights if c.lower_ in {"for", "on"} for noun in c.rights if noun.dep_ == "pobj"]
        behalf = (c for noun in nouns if noun.lower_ == "behalf" for c in noun.rights if c.lower_ == "of")
        whose = [noun for c in behalf for noun in c.rights if noun.dep_ == "pobj"]
        return whose or [noun for noun in nouns if noun.head.lower_ == "for"]
    return []


def _is_led_party(scene: Scene, body: Member, token: Token) -> bool:
    """True for a movement, party, union or company whose leader is of it, rather than of the state that it governs."""
    own = is_own_party(scene, body) or (body.kind == "organisation" and not is_learned(scene, body))
    return own and not rules(scene, scene.within.get(token.i, token.i))


def _can_be_led(scene: Scene, noun: Token) -> bool:
    """True for a team, a body or a party: who chairs a session of one is not of it."""
    lemma = noun.lemma_.lower()
    named = scene.name_at(noun.i) is not None
    return named or lemma in scene.words.lists["collective.teams"] or lemma in scene.words.bodies
