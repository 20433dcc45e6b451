"""Where an ask's answer may stand, who speaks or acts there, and whether it is about what was asked."""

from collections.abc import Iterator
from enum import Enum

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_supposed
from verbale.extract.asking.book import Ask, Book, is_content, takes_up_which
from verbale.extract.asking.deeds import content_head
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.subjects import words_of
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token

# How many sentences after an ask an answer in other words is looked for; over a paragraph's end, only the next.
REACH = 2
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "dep"})
_SPEAKERS = frozenset({"we", "i"})
_BACK = frozenset(
    {"it", "that", "this", "them", "these", "those", "so", "one", "which", "either", "any", "both", "neither"}
)
# Words too common to tell that two clauses are about one thing.
_EMPTY = frozenset(
    {"be", "have", "do", "take", "make", "give", "get", "go", "put", "country", "side", "other", "new", "year"}
)


class Who(Enum):
    """Who does what a clause tells, seen from an ask."""

    ASKED = "asked"
    ASKER = "asker"
    MAYBE = "maybe"  # a party, where nobody is known to have been asked
    SOMEBODY = "somebody"  # right after the ask: a pronoun, or somebody's leader, whose party the report does not tell
    OTHER = "other"
    NOBODY = "nobody"


def clauses_after(book: Book, ask: Ask) -> Iterator[Token]:
    """The verbs of the clauses that may answer `ask`, in order."""
    text = book.scene.report.text
    for token in book.scene.doc[ask.token.i + 1 :]:
        far = book.sentence_of[token.i] - ask.sentence
        if far > REACH or (far > 1 and "\n" in text[ask.token.idx : token.idx].strip()):
            return
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ not in _CLAUSES or is_content(ask.token, token):
            continue
        if not is_supposed(token) and not (token.tag_ == "VB" and token.dep_ == "advcl"):
            yield token


def who_tells(book: Book, voices: Voices, ask: Ask, clause: Clause) -> Who:
    """Who does what `clause` tells. Where nobody is known to have been asked, another party is whoever answers, in a
    report on talks and right after the ask."""
    act = book.acts[ask.act.id]
    subjects = clause.subjects
    if not subjects:
        return Who.NOBODY
    keys = set(book.parties(book.scene.actors_of_all(subjects)))
    if subjects[0].lower_ in _SPEAKERS:
        told = voices.at(subjects[0])
        keys = set(book.parties(told.speakers)) if told is not None else set()
    if keys & set(book.parties(act.sources)):
        return Who.ASKER
    if keys & set(book.parties(act.targets)):
        return Who.ASKED
    near = book.scene.is_on_talks and book.sentence_of[clause.head.i] - ask.sentence <= 1
    known = [key for key in keys if not _is_unknown(book, key)]
    if known:
        return Who.MAYBE if near and not act.targets and all(map(book.scene.is_political, keys)) else Who.OTHER
    return Who.SOMEBODY if near and (_is_pronoun(subjects[0]) or _is_theirs(subjects[0])) else Who.NOBODY


def _is_unknown(book: Book, key: str) -> bool:
    found = book.scene.actor(key)
    return book.is_stranger(key) or book.is_office(key) or (found is not None and found.kind == "unnamed")


def _is_pronoun(subject: Token) -> bool:
    return subject.lower_ in {"he", "she", "they"}


def _is_theirs(subject: Token) -> bool:
    """ "Its leader", "his office", "their spokesman"."""
    return any(child.dep_ == "poss" and child.lower_ in {"its", "his", "her", "their"} for child in subject.lefts)


def shared(book: Book, ask: Ask, part: Token) -> int:
    """How many words with a meaning of their own the clause of `part` has in common with what is asked."""
    words = words_of(book, book.acts[ask.act.id])
    asked = {lemma(token) for token in words or () if token.pos_ in _CONTENT}
    here = {lemma(token) for token in part.subtree if token.pos_ in _CONTENT}
    return len((asked & here) - _EMPTY)


def takes_up(book: Book, ask: Ask, part: Token) -> bool:
    """True where the clause of `part` is about what was asked: it points back, names it again, or does the like."""
    clause = verb_clause(part)
    near = [*clause.objects, *(noun for nouns in clause.preps.values() for noun in nouns)]
    if any(noun.lower_ in _BACK for noun in near) or takes_up_which(part):
        return True
    if any(child.lower_ == "so" for child in part.children) or shared(book, ask, part):
        return True
    head = content_head(book, ask)
    if head is None:
        return False
    words = ask_words()
    return bool(words.deeds_of(keys_of(part)) & words.deeds_of(keys_of(head)))
