"""Clauses that stand in a row: "A will leave, B will be paid and C may return", "provides that A … and that B …".

Read off the surface, from helper to helper: a parser hangs each clause of a long row from whichever other it likes, but
each has a helper ("will", "must", "is to"), and begins with its subject after a comma, a semicolon or "and".
"""

from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, without_marks
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report

_HELPERS = frozenset({"will", "would", "must", "shall", "may", "can", "should"})
_JOINERS = frozenset({",", ";", "and", "or", "while", "whereas", "that"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def clauses_in_row(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the clauses between `start` and `end`, one at least."""
    starts = [start]
    for token in doc[start + 1 : end]:
        opened = _opened_by(token, starts[-1])
        if opened is not None and opened > starts[-1]:
            starts.append(opened)
    found = []
    for start_, end_ in zip(starts, (*starts[1:], end), strict=True):
        first = start_
        while first < end_ - 1 and doc[first].lower_ in _JOINERS:
            first += 1
        last = without_marks(doc, first, end_)
        while last > first + 1 and doc[last - 1].lower_ in _JOINERS:
            last -= 1
        found.append((first, last))
    return found


def _opened_by(token: Token, after: int) -> int | None:
    """Where the clause whose helper, or whose "that", is `token` begins; None for none, or one inside another."""
    doc = token.doc
    if token.lower_ == "that" and doc[token.i - 1].lower_ in {",", ";", "and"}:
        relative = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"VERB", "AUX"}
        return None if relative else token.i
    if not is_helper(token):
        return None
    verb = token if token.dep_ not in {"aux", "auxpass"} else token.head
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i > token.i or subject.tag_ in _RELATIVE or verb.dep_ in {"relcl", "acl"}:
        return None
    first = subject.left_edge.i
    joined = first > after + 1 and doc[first - 1].lower_ in _JOINERS
    return first if joined and any(is_helper(before) for before in doc[after:first]) else None


def is_helper(token: Token) -> bool:
    """ "will", "must", "may"; the "is" of "is to be freed"."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in _HELPERS or (token.lower_ in {"is", "are"} and following == "to")


def points_stated(doc: Doc, report: Report, head: Token) -> tuple[Provision, ...]:
    """The points of "The text provides that the rebels will leave the port, that … and that …": whole clauses, since
    each may be another's doing."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_.lower() not in WORDS.states or any(c.dep_ == "neg" for c in verb.lefts):
        return ()
    clause = next((child for child in verb.rights if child.dep_ == "ccomp" and _that(child) is not None), None)
    if clause is None:
        return ()
    that = _that(clause)
    items = clauses_in_row(doc, (that.i if that is not None else clause.i) + 1, _end(verb, clause))
    settled = any(is_helper(token) for start, end in items for token in doc[start:end])
    talks = clause.lemma_.lower() in WORDS.no_points and len(items) == 1
    return made_points(doc, report, items) if settled and not talks else ()


def _that(clause: Token) -> Token | None:
    return next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)


def _end(verb: Token, clause: Token) -> int:
    """The end of the sentence, or where its main verb goes on after the clauses: "…, and names a mediator"."""
    own = [other.left_edge.i for other in verb.conjuncts if other.i > clause.i and other.tag_ == verb.tag_]
    return without_marks(verb.doc, clause.i, min([verb.sent.end, *own]))
