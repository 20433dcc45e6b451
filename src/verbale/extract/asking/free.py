"""Answers in free words, for the asks that no plainer rule has answered: what those asked say right after, what those
who asked came away with, and what became of the matter. The first clause that tells is the answer."""

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.replies import Reply, evidence_of
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head, is_same_deed
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.fate import fate, is_matter
from verbale.extract.asking.received import received, what_they_got
from verbale.extract.asking.set_phrases import told_by_phrase
from verbale.extract.asking.spoken import spoken
from verbale.extract.asking.stances import does_otherwise, is_undone, stance
from verbale.extract.asking.window import Who, clauses_after, who_tells
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Answered

_THEIRS = frozenset({Who.ASKED, Who.MAYBE, Who.SOMEBODY})
_NAMED = frozenset({Who.ASKED, Who.MAYBE})


def by_free_words(book: Book, voices: Voices) -> None:
    """Enter what later clauses come to, for each ask that is still open. A clause that has answered one in plain words
    answers no other."""
    taken = frozenset(book.replied)
    for ask in book.asks():
        act = book.acts[ask.act.id]
        if act.id in book.answers or act.status == "denied" or not act.subject:
            continue
        for verb in clauses_after(book, ask):
            if verb.i in taken:
                continue
            clause = verb_clause(verb)
            who = who_tells(book, voices, ask, clause)
            answer = _told(book, ask, verb, clause, who)
            if answer is not None:
                by = book.scene.actors_of_all(clause.subjects) if who in _NAMED else ()
                book.record(act, Reply(answer, verb, by, evidence_of(book.scene, verb)), "answer:free")
                break


def _told(book: Book, ask: Ask, verb: Token, clause: Clause, who: Who) -> Answered | None:
    if (got := what_they_got(book, ask, verb)) is not None:
        return got
    if any(lemma(noun) in ask_words().charges for noun in clause.objects):
        return None  # "rejected criticism of its troops"
    pronoun = not clause.objects and any(noun.lower_ in {"it", "they"} for noun in clause.subjects)
    if pronoun and (undone := _undone(book, ask, verb)) is not None:
        return undone  # "but it remains in force", whomever the pronoun may mean by itself
    if who in _THEIRS:
        said = told_by_phrase(verb, "asked") or spoken(book, ask, verb) or stance(book, ask, verb)
        said = said or does_otherwise(book, ask, verb)
        return said or fate(book, ask, verb) or _undone(book, ask, verb)
    if who is Who.ASKER or _is_to_asker(book, ask, clause):
        return told_by_phrase(verb, "asker") or received(book, ask, verb, clause, who is Who.ASKER)
    if is_matter(book, ask, verb):
        return told_by_phrase(verb, "matter") or fate(book, ask, verb) or _undone(book, ask, verb)
    return fate(book, ask, verb) or (_undone(book, ask, verb) if who is Who.NOBODY else None)


def _undone(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """ "Its soldiers are still there", in the next sentence."""
    if book.sentence_of[verb.i] - ask.sentence > 1 or not is_undone(book, ask, verb):
        return None
    head = content_head(book, ask)
    partly = verb.dep_ == "conj" and head is not None and is_same_deed(verb.head, head)
    return "partial" if partly else "refused"  # "have left the airport but remain in the city"


def _is_to_asker(book: Book, ask: Ask, clause: Clause) -> bool:
    """ "He was promised one": whom the passive is done to may have asked."""
    if not clause.passive:
        return False
    nouns = clause.objects
    if clause.head.head == ask.token and not any(child.dep_ == "nsubjpass" for child in clause.head.lefts):
        nouns = [
            child for child in clause.head.head.lefts if child.dep_ == "nsubj"
        ]  # "asked for a loan and was given one"
    keys = book.parties(book.scene.actors_of_all(nouns))
    if keys:
        return bool(set(keys) & set(book.acts[ask.act.id].sources))
    return any(noun.pos_ == "PRON" for noun in clause.objects)
