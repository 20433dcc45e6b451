"""Where something stands in a report: the ground that every row of the record stands on."""

import re
from dataclasses import dataclass

# Marks that stand in pairs; an apostrophe is too often none of a pair.
_PAIRS = (("“", "”"), ('"', '"'), ("``", "''"), ("«", "»"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Report.text`: `start`, `end` in Unicode code points, half open, and the exact text.

    Invariant, checked against the report by `check_span`: `report.text[start:end] == text`.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty or inverted")
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit its text of {len(self.text)} characters")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A `Span` of one report, named by the report's id. Offsets are code points into `Report.text`."""

    report: str
    start: int
    end: int
    text: str


def span_of(text: str, start: int, end: int) -> Span:
    """The span `start:end` of `text`, with surrounding white space trimmed off.

    Raises ValueError where nothing but white space is left.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def span_with_marks(text: str, start: int, end: int) -> Span:
    """The span `start:end`, widened by the one mark that it lacks of a pair: `a "sale` ends on its closing quote."""
    words = text[start:end]
    for opening, closing in _PAIRS:
        opened, closed = words.count(opening), words.count(closing)
        lacks_closing = opened % 2 == 1 if opening == closing else opened > closed
        if lacks_closing and (after := re.compile(rf"[,.]?{re.escape(closing)}").match(text, end)):
            return span_of(text, start, after.end())
        lacks_opening = opened % 2 == 1 if opening == closing else closed > opened
        if lacks_opening and text[:start].endswith(opening):
            return span_of(text, start - len(opening), end)
    return span_of(text, start, end)


def check_span(text: str, span: Span | Evidence) -> None:
    """Raise ValueError unless `span` is to the letter what `text` holds there."""
    if text[span.start : span.end] != span.text:
        raise ValueError(f"evidence {span.start}:{span.end} is not what the report says there")
