"""People whose whole name the pipeline took for something else, told by what they are called beside it or what they do:
"Myint Thu, permanent secretary of …", "Chrystia Freeland walked out"."""

from collections.abc import Iterator

from verbale.extract.reference.words import ActorWords
from verbale.language.parse import Doc, Token

_ROLES = frozenset({"office", "post"})
_MAX_WORDS = 4


def unseen_people(doc: Doc, words: ActorWords) -> Iterator[tuple[int, int]]:
    """Start and end of each such name: two or more capitalised words, of which nothing is known."""
    for token in doc:
        if (
            token.tag_ != "NNP"
            or token.ent_type_ == "PERSON"
            or not (_is_called(token, words) or _is_titled(token, words) or _acts(token, words))
        ):
            continue
        start = token.i
        while start > 0 and token.i - start < _MAX_WORDS and _belongs(doc[start - 1], token, words):
            start -= 1
        if start < token.i and _is_plain(token, words) and not _goes_on(doc, start, token, words):
            yield start, token.i + 1


def _is_called(token: Token, words: ActorWords) -> bool:
    """True where a role noun stands in apposition behind the name."""
    beside = (child for child in token.rights if child.dep_ == "appos")
    return any(noun.tag_ == "NN" and words.roles.get(noun.lemma_.lower()) in _ROLES for noun in beside)


def _is_titled(token: Token, words: ActorWords) -> bool:
    """True where an office with a capital stands before two words: "Transport Minister Dagmawit Moges"."""
    titles = (child for child in token.lefts if child.dep_ == "compound" and child.text.istitle())
    return any(words.roles.get(title.lower_) in _ROLES and title.i == token.i - 2 for title in titles)


def _acts(token: Token, words: ActorWords) -> bool:
    """True for the subject of what only people do."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in words.lists["verbs.human"]


def _belongs(before: Token, head: Token, words: ActorWords) -> bool:
    return before.tag_ == "NNP" and before.dep_ == "compound" and before.head == head and _is_plain(before, words)


def _goes_on(doc: Doc, start: int, head: Token, words: ActorWords) -> bool:
    """True where more of the name stands before `start`, that is no title."""
    before = doc[start - 1] if start else None
    return (
        before is not None
        and before.head == head
        and before.tag_ == "NNP"
        and before.lower_ not in words.roles
        and before.ent_type_ not in {"NORP", "GPE"}
    )


def _is_plain(token: Token, words: ActorWords) -> bool:
    known = token.ent_kb_id_ or token.ent_type_ in {"PERSON", "DATE", "EVENT", "LAW"}
    noun = token.lower_ in words.roles or token.lower_ in words.bodies
    return token.text.istitle() and token.text.isalpha() and not known and not noun
