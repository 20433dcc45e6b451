"""Whom an ask is put to, where its clause does not say: by what is asked, by the ask before, or by who sat there.

Nobody is guessed: the troops to be withdrawn have an owner, "also demanded" goes on with the same addressee, and at a
meeting of two the one asks the other. Where none of these tells, the addressee stays open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head
from verbale.extract.asking.sides import names_somebody
from verbale.extract.asking.subjects import words_of
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Span as DocSpan
from verbale.model import Act

# How many sentences before an ask two parties may have met who ask each other.
_NEAR = 2
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_FURTHER = frozenset({"also", "too", "further", "furthermore"})


def tell_addressees(book: Book) -> None:
    """Give asks without an addressee the one that the text tells in another place."""
    asks = book.asks()
    for at, ask in enumerate(asks):
        act = book.acts.get(ask.act.id)
        if act is None or act.targets or not act.sources or names_somebody(ask):
            continue
        words = words_of(book, act)
        found = _by_matter(book, ask, act, words) if words is not None else ()
        found = found or _asked_before(book, ask, act, asks[:at]) or _answered_before(book, ask, asks[:at])
        if not found and words is not None and not _parties_in(book, words, act):
            found = _across(book, ask, act)
        found = tuple(key for key in found if key not in act.sources)
        if found:
            book.replace(replace(act, targets=found))


def _by_matter(book: Book, ask: Ask, act: Act, words: DocSpan) -> tuple[str, ...]:
    """ "the withdrawal of Turkish troops", "an end to the Saudi blockade", "prisoners held by Libya"."""
    words_ = ask_words()
    for token in words:
        if token.pos_ == "VERB" and token.dep_ in {"acl", "relcl"} and lemma(token) in words_.holding:
            holders = [t for child in token.children if child.dep_ == "agent" for t in child.children]
            holders += [child for child in token.lefts if child.dep_ == "nsubj"]
            if found := _others(book, act, book.scene.actors_of_all(holders)):
                return found
    head = content_head(book, ask)
    if head is None or not words_.deeds_of(keys_of(head)) & {"stop", "lift", "leave"}:
        return ()
    owners = [
        token
        for token in words
        if token.dep_ in _OWNING and token.head.pos_ == "NOUN" and book.scene.own(token) and token.head in head.subtree
    ]
    found = _others(book, act, (key for token in owners for key in book.scene.own(token)))
    return found if len(found) == 1 else ()


def _others(book: Book, act: Act, keys: Iterable[str]) -> tuple[str, ...]:
    """Parties among `keys` that may be asked."""
    parties = book.parties(keys)
    return tuple(key for key in parties if key not in act.sources and book.scene.is_political(key))


def _asked_before(book: Book, ask: Ask, act: Act, before: Sequence[Ask]) -> tuple[str, ...]:
    """ "It also demanded …": of whom the same party asked something in the sentence before, or in this one; or one
    sentence farther back, where an answer stands between."""
    further = any(child.lower_ in _FURTHER for child in ask.token.children) or ask.token.dep_ == "conj"
    for earlier in reversed(before):
        known = book.acts.get(earlier.act.id)
        if known is None or ask.sentence - earlier.sentence > (2 if known.id in book.answers else 1):
            continue
        if known.sources == act.sources and known.targets:
            return known.targets if further else ()
    return ()


def _answered_before(book: Book, ask: Ask, before: Sequence[Ask]) -> tuple[str, ...]:
    """ "Ethiopia refused … It also rejected an Egyptian request": who answered right before does again."""
    verb = ask.token.head
    pronoun = any(child.dep_ == "nsubj" and child.lower_ in {"it", "they", "he", "she"} for child in verb.lefts)
    further = any(child.lower_ in _FURTHER for child in verb.children)
    if ask.token.dep_ != "dobj" or not (pronoun and further) or ask.act.id not in book.answers:
        return ()
    for earlier in reversed(before):
        known = book.acts.get(earlier.act.id)
        if known is not None and ask.sentence - earlier.sentence <= 1:
            return known.targets if known.id in book.answers and len(known.targets) == 1 else ()
    return ()


def _across(book: Book, ask: Ask, act: Act) -> tuple[str, ...]:
    """The other of the two who met, right before one of them asks for something."""
    if act.what not in {"demand", "request", "proposal", "offer"}:
        return ()
    for earlier in sorted(book.acts.values(), key=lambda one: -one.trigger.start):
        token = book.token_of(earlier)
        if token is None or token.i >= ask.token.i or earlier.type != "CONSULT":
            continue
        if ask.sentence - book.sentence_of[token.i] > _NEAR:
            return ()
        sides = {*earlier.sources, *earlier.targets}
        if len(sides) == 2 and set(act.sources) <= sides and earlier.status in {"happened", "ongoing"}:
            return tuple(sides - set(act.sources))
        return ()
    return ()


def _parties_in(book: Book, words: DocSpan, act: Act) -> bool:
    """True where what is asked names somebody else: then it may be theirs to do."""
    named = book.parties(key for token in words for key in book.scene.own(token))
    return any(key not in act.sources and book.scene.is_political(key) for key in named)
