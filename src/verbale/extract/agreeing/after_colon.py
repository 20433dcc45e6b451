"""Points that follow a colon or words for one in the same sentence: "agreed on three points: …", "has twelve points,
among them …"."""

from verbale.extract.agreeing.clause_rows import clauses_in_row, is_helper
from verbale.extract.agreeing.noun_rows import nouns_in_row
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, noun_items, without_marks
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report

_COUNTED = frozenset({"and", "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "finally", "then"})


def points_after_colon(doc: Doc, report: Report, after: Token) -> tuple[Provision, ...]:
    """The points of "agreed on three points: the release of …, the reopening of … and the entry of …"."""
    for noun in doc[after.i + 1 : after.sent.end - 2]:
        if noun.lemma_.lower() in WORDS.points | WORDS.promises and doc[noun.i + 1].text == ":":
            if (told := by_semicolons(doc, noun.i + 2, after.sent.end)) is not None:
                return made_points(doc, report, told)
            heads = (token for token in doc[noun.i + 2 : after.sent.end] if token.pos_ == "NOUN")
            first = next((token for token in heads if token.left_edge.i == noun.i + 2), None)
            items = list(noun_items(first, first.head)) if first is not None else []
            return made_points(doc, report, items) if len(items) > 1 else ()
    return ()


def by_semicolons(doc: Doc, start: int, end: int) -> list[tuple[int, int]] | None:
    """ "…: first, both sides will halt …; second, a body will be set up; third, …", one point each; None without."""
    marks = [token.i for token in doc[start:end] if token.text == ";"]
    if not marks:
        return None
    found = []
    for first, last in zip((start, *(mark + 1 for mark in marks)), (*marks, end), strict=True):
        while first < last - 1 and (doc[first].lower_ in _COUNTED or doc[first].text == ","):
            first += 1
        found.append((first, without_marks(doc, first, last)))
    return found


def clauses_after_colon(doc: Doc, report: Report, after: Token) -> tuple[Provision, ...]:
    """The points of "adopted a plan on Tuesday: the camps are to be closed, soldiers are to leave and …"."""
    colon = next((token for token in doc[after.i + 1 : after.sent.end - 2] if token.text == ":"), None)
    if colon is None:
        return ()
    rows = clauses_in_row(doc, colon.i + 1, without_marks(doc, colon.i + 1, after.sent.end))
    helped = all(any(is_helper(token) for token in doc[start:end]) for start, end in rows)
    return made_points(doc, report, rows) if helped and len(rows) > 1 else ()


def among_them(doc: Doc, report: Report, subject: Token) -> tuple[Provision, ...]:
    """The points of "The text has twelve points, among them a truce, a swap of prisoners and a law on the north"."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.lemma_ not in {"have", "contain", "comprise", "include", "list", "set"}:
        return ()
    parts = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_.lower() in WORDS.points]
    for part in parts:
        for at in range(part.i + 1, min(part.i + 6, verb.sent.end - 2)):
            two = doc[at].lower_ == "among" and doc[at + 1].lower_ in {"them", "which"}
            if two or doc[at].lower_ == "including":
                first = at + 1 + two
                return made_points(doc, report, nouns_in_row(doc, first, without_marks(doc, first, verb.sent.end)))
    return ()
