"""What is asked: put right where the parse cuts it short, and told apart from nothing at all."""

from dataclasses import replace

from spacy.tokens import Token

from verbale.extract.asking.book import Book
from verbale.model import Act, span_of

_HOLLOW = frozenset({"it", "that", "this", "them", "so", "these", "those", "what", "which", "more", "much"})


def settle_subjects(book: Book) -> None:
    """ "asked for more time to consult": not the consulting is asked for, but the time."""
    text = book.scene.report.text
    for ask in book.asks():
        act = book.acts[ask.act.id]
        if ask.token.pos_ != "VERB" or act.subject_span is None:
            continue
        asked_for = _asked_for(ask.token)
        if asked_for is None or not ask.token.idx < asked_for.idx < act.subject_span.start:
            continue
        start = asked_for.left_edge
        between = book.scene.doc.char_span(start.idx, act.subject_span.start, alignment_mode="expand")
        if between is None or any(token.is_punct or token.dep_ == "cc" for token in between):
            continue
        span = span_of(text, start.idx, act.subject_span.end)
        book.replace(replace(act, subject=span.text, subject_span=span))


def _asked_for(verb: Token) -> Token | None:
    return next(
        (noun for child in verb.children if child.lower_ == "for" for noun in child.children if noun.dep_ == "pobj"),
        None,
    )


def is_hollow(book: Book, act: Act) -> bool:
    """An ask that says nothing: no content, or a pronoun for one, and not even both sides."""
    words = {word.strip(".,;") for word in act.subject.lower().split()}
    if words - _HOLLOW:
        return False
    return not (act.sources and act.targets)
