"""The clauses near an ask that may answer it, the words and predicates of each, and who tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_supposed
from verbale.extract.asking.book import Ask, Book, is_content
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token

# How many sentences after an ask its answer is looked for.
AFTER = 4
_CLAUSES = frozenset({"ROOT", "conj", "advcl", "relcl", "parataxis", "dep", "acl"})
_VERBS = frozenset({"VERB", "AUX"})
_MAYBE = frozenset({"may", "might", "could", "should", "must", "if", "unless"})
_OWNERS = frozenset({"its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Nearby:
    """A clause near an ask: its head, the words that are its own, and which of the clauses after the ask it is."""

    head: Token
    words: tuple[Token, ...]
    place: int


def clauses_near(book: Book, ask: Ask, taken: frozenset[int] = frozenset()) -> Iterator[Nearby]:
    """The clauses of the ask's sentence and of the next ones, in order, but for those that tell what is asked, and for
    those that are only supposed ("until Oslo agrees"), and whose heads are `taken`: they have answered another ask."""
    sentences = book.scene.doc.sents
    last = min(ask.sentence + AFTER, len(sentences) - 1)
    place = 0
    for token in book.scene.doc[sentences[ask.sentence].start : sentences[last].end]:
        if is_clause(token) and token is not ask.token and not is_content(ask.token, token):
            place += token.i > ask.token.i
            if token.i not in taken and not _is_no_answer(token):
                yield Nearby(token, tuple(_own_words(token, ask.token)), place)


def _is_no_answer(verb: Token) -> bool:
    """What is only supposed or thought possible ("if Oslo agrees", "may agree", "is likely to"), "rejected criticism of
    its troops", "refused to divulge what it earned"."""
    if is_supposed(verb) or any(child.lower_ in _MAYBE for child in verb.lefts) or _is_likely(verb):
        return True
    words = ask_words()
    deeds = [child for child in verb.rights if child.dep_ == "xcomp"]
    if lemma(verb) in words.refused and any(lemma(deed) in words.telling for deed in deeds):
        return True
    return any(child.dep_ == "dobj" and lemma(child) in words.charges for child in verb.rights)


def _is_likely(verb: Token) -> bool:
    return any(child.dep_ == "acomp" and child.lower_ in {"likely", "unlikely"} for child in verb.rights)


def is_clause(token: Token) -> bool:
    """True for the head of a clause that is told for itself: no clause that a verb governs ("said that …")."""
    if token.dep_ == "ROOT":
        return not token.is_space and not token.is_punct
    if token.pos_ not in _VERBS or token.dep_ not in _CLAUSES:
        return False
    if token.dep_ == "acl":
        return token.tag_ == "VBG"
    if token.dep_ == "advcl":
        return token.tag_ != "VB"
    return token.dep_ != "conj" or token.head.pos_ in _VERBS or any(child.dep_ == "nsubj" for child in token.lefts)


def _own_words(head: Token, ask: Token) -> Iterator[Token]:
    for child in head.lefts:
        if child is not ask and not is_clause(child):
            yield from _own_words(child, ask)
    yield head
    for child in head.rights:
        if child is not ask and not is_clause(child):
            yield from _own_words(child, ask)


def predicates(head: Token) -> Iterator[Token]:
    """The verb of a clause, and those that it governs: "*said* that it *was* not ready to *come*"."""
    yield head
    for child in head.children:
        if child.dep_ == "ccomp" or (child.dep_ in {"xcomp", "pcomp"} and child.pos_ in _VERBS):
            yield from predicates(child)
        elif child.dep_ in {"acomp", "attr", "oprd"}:
            for below in child.children:
                if below.dep_ in {"ccomp", "xcomp"} and below.pos_ in _VERBS:
                    yield from predicates(below)


def who_does(book: Book, voices: Voices, ask: Ask, subjects: Sequence[Token]) -> str:
    """Who does what a clause with `subjects` tells, seen from `ask`: those asked, whoever asked, a party where nobody
    is known to have been asked, a third one, somebody of no known party, a pronoun, what is theirs, a thing, nobody."""
    if not subjects:
        return "nobody"
    first = subjects[0]
    keys = set(book.parties(book.scene.actors_of_all(subjects)))
    if first.lower_ in {"we", "i"}:
        told = voices.at(first)
        keys = set(book.parties(told.speakers)) if told is not None else set()
    act = book.acts[ask.act.id]
    if keys & set(book.parties(act.sources)):
        return "asker"
    if keys & set(book.parties(act.targets)):
        return "asked"
    if any(map(book.scene.is_political, keys)):
        return "third" if act.targets else "party"
    if keys:
        return "somebody"
    if first.pos_ == "PRON":
        return first.lower_
    return "theirs" if any(child.lower_ in _OWNERS for child in first.lefts if child.dep_ == "poss") else "thing"
