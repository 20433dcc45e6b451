"""Bodies whose name the pipeline passed over or took for something else, told by who leads them: "X, who leads Dveri",
"the chief executive of Lonmar"."""

from collections.abc import Iterator

from verbale.extract.reference.words import ActorWords
from verbale.language.parse import Doc, Token


def unseen_bodies(doc: Doc, words: ActorWords) -> Iterator[tuple[int, int]]:
    """Start and end of each such name: capitalised words of which nothing is known."""
    for token in doc:
        if token.tag_ == "NNP" and _is_plain(token, words) and (_is_led(token, words) or _has_chief(token, words)):
            start = token.i
            while start > 0 and doc[start - 1].head == token and _is_plain(doc[start - 1], words):
                start -= 1
            yield start, token.i + 1


def _is_led(token: Token, words: ActorWords) -> bool:
    """ "X, who leads Dveri": what somebody described by it leads or speaks for."""
    verb = token.head
    return (
        token.dep_ == "dobj"
        and verb.dep_ == "relcl"
        and verb.lemma_ in words.lists["verbs.leading"]
        and any(child.lower_ == "who" for child in verb.lefts)
    )


def _has_chief(token: Token, words: ActorWords) -> bool:
    """ "Lonmar's chief executive", "the chief executive of Lonmar"."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    owned = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ == "of")
    chief = above.lower_ == "executive" and any(child.lower_ == "chief" for child in above.lefts)
    return owned and (chief or above.lower_ in words.lists["titles.of_company"])


def _is_plain(token: Token, words: ActorWords) -> bool:
    known = token.ent_kb_id_ or token.ent_type_ in {"DATE", "EVENT", "LAW", "NORP"}
    noun = token.lower_ in words.roles or token.lower_ in words.bodies
    return token.text[:1].isupper() and token.text.isalpha() and not known and not noun and token.tag_ == "NNP"
