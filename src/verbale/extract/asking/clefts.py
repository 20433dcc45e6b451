"""Asks that a sentence takes apart: "What Morocco wants is recognition", "That was what the rebels had requested"."""

from dataclasses import replace

from verbale.extract.asking.aside import ask_at, ask_frame, askers_of
from verbale.extract.asking.book import Book
from verbale.language.parse import Token
from verbale.model import Act, span_of

_NAMING = frozenset({"DET", "NOUN", "ADJ", "NUM", "PROPN"})
_POINTING = frozenset({"that", "this"})


def tell_clefts(book: Book) -> None:
    """Add the asks whose verb stands in a clause with "what"; what is asked stands on the other side of "is"."""
    for verb in book.scene.doc:
        if verb.pos_ != "VERB" or not _asks_what(verb):
            continue
        row = ask_frame(verb, "verb")
        asked = _asked(verb) if verb.head.lemma_ == "be" else _after_colon(verb)
        askers = askers_of(book, verb)
        if row is None or asked is None or not askers:
            continue
        whom = book.parties(
            book.scene.actors_of_all(t for c in verb.children if c.lower_ in {"of", "from"} for t in c.children)
        )
        for act in book.at(verb):
            book.drop(act.id)
        act = ask_at(book, row, verb, askers, tuple(key for key in whom if key not in askers), asked)
        book.replace(_with_evidence(book, act, verb.head))


def _asks_what(verb: Token) -> bool:
    below = [*verb.children, *(t for child in verb.children if child.lower_ == "for" for t in child.children)]
    return any(token.lower_ == "what" and token.dep_ in {"dobj", "pobj"} for token in below)


def _asked(verb: Token) -> tuple[Token, Token] | None:
    """First and last word of what is asked."""
    copula = verb.head
    if verb.dep_ == "csubj":
        told = next((c for c in copula.rights if c.dep_ in {"attr", "xcomp", "ccomp", "acomp"}), None)
        if told is None or told.dep_ == "acomp":
            return None  # "What they propose is unacceptable"
        first = told if any(c.tag_ == "TO" for c in told.lefts) else told.left_edge
        return first, told.right_edge
    pointing = any(child.dep_ == "nsubj" and child.lower_ in _POINTING for child in copula.lefts)
    if verb.dep_ != "ccomp" or not pointing or copula.sent.start == 0 or copula.sent.root != copula:
        return None
    before = verb.doc[copula.sent.start - 1].sent
    words = [token for token in before if not token.is_punct and not token.is_space]
    return (words[0], words[-1]) if words else None


def _after_colon(verb: Token) -> tuple[Token, Token] | None:
    """ "failed to obtain what it had asked of Berlin: a guarantee": what is asked stands after the colon."""
    colon = next((token for token in verb.sent if token.text == ":" and token.i > verb.i), None)
    if (
        colon is None
        or colon.i + 1 >= verb.sent[-1].i
        or colon.nbor().pos_ not in {"DET", "NOUN", "ADJ", "NUM", "PROPN"}
    ):
        return None
    last = verb.sent[-1]
    while last.i > colon.i + 1 and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return colon.nbor(), last


def _with_evidence(book: Book, act: Act, copula: Token) -> Act:
    span = act.subject_span
    sentence = copula.sent
    start = sentence.start_char if span is None else min(sentence.start_char, span.start)
    return replace(act, evidence=(span_of(book.scene.report.text, start, act.evidence[0].end),))
