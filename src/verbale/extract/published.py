"""The day of publication as bounds, from the report's own evidence, where nothing else gives it.

Each expression of time that does not hang on the day of publication says something of it: what is told in the past
tense had happened by then, what is told as coming had not. A weekday beside a date picks the years in which they fall
together; "fifty years ago, in 1949" counts the year; "today (17 October 2019)" is the day itself, and the only case in
which a day is claimed. Every bound comes with its reason as a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from verbale.extract.timex import edtf
from verbale.extract.timex.counting import count_of
from verbale.extract.timex.lexicon import load
from verbale.extract.timex.tense import Tense, tense_around
from verbale.extract.tying import document_nouns
from verbale.model import Published, Report, TimeMention, TimeValue

# A weekday beside a date without a year recurs after 5, 6 or 11 years; the first that fits is taken for this many.
_YEARS_AHEAD = 4
_FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_BESIDE = re.compile(r"[\s,(–—-]{1,4}")
_IN_YEAR = re.compile(r"[\s,(–—]{1,3}(?:in\s+)?")


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that publication does not lie before (`first`) or after (`last`), and why."""

    first: date | None
    last: date | None
    reason: str
    certain: bool = False


def infer(doc: Doc, report: Report, times: Sequence[TimeMention]) -> Published:
    """`report.published` where its time is known; else bounds with reasons, `how="inferred"`; else unknown.

    `times` are the report's expressions, read without a day of publication.
    """
    if report.published.time is not None or not len(doc):
        return report.published
    bounds = [*_bounds(doc, report, times)]
    exact = next((bound for bound in bounds if bound.certain), None)
    if exact is not None and exact.first is not None:
        day = exact.first
        return Published(TimeValue(day, day, "day", day.isoformat(), how="context"), "inferred", (exact.reason,))
    lower = max((bound for bound in bounds if bound.first), key=lambda bound: bound.first or date.min, default=None)
    upper = min((bound for bound in bounds if bound.last), key=lambda bound: bound.last or date.max, default=None)
    lower = _by_weekday(times, lower) or lower
    first = lower.first if lower else None
    last = upper.last if upper else None
    if first and last and first > last:  # the tenses mislead: what has happened is the surer sign
        last, upper = None, None
    if first is None and last is None:
        return report.published
    reasons = tuple(bound.reason for bound in (lower, upper) if bound is not None)
    value = TimeValue(first, last, "interval", edtf.between(first, last), how="context")
    return Published(value, "inferred", reasons)


def _bounds(doc: Doc, report: Report, times: Sequence[TimeMention]) -> Iterator[Bound]:
    for position, mention in enumerate(times):
        following = times[position + 1] if position + 1 < len(times) else None
        if following is not None:
            yield from _pair(report.text, mention, following)
        yield from _told(doc, mention)


def _told(doc: Doc, mention: TimeMention) -> Iterator[Bound]:
    """What one date with its year says by the tense of what it dates."""
    time = mention.time
    if time is None or time.how != "stated" or time.approximate or mention.type not in {"DATE", "TIME"}:
        return
    tense = "past" if _dates_a_document(doc, mention) else _tense(doc, mention)
    words = mention.span.text
    if tense == "past" and time.earliest is not None:
        yield Bound(time.earliest, None, f"“{words}” is told as past, so the report is not older.")
    elif tense == "future" and time.latest is not None and _is_ahead(doc, mention):
        yield Bound(None, time.latest, f"“{words}” is told as still to come, so the report is not younger.")


def _dates_a_document(doc: Doc, mention: TimeMention) -> bool:
    """ "The declaration of April 2018", "the 2015 accord": what is dated so has been written."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    head = span.root.head
    if span.root.dep_ == "pobj" and head.lower_ == "of":
        return head.head.lemma_.lower() in document_nouns()
    return span.root.dep_ in {"compound", "nummod", "nmod", "amod"} and head.lemma_.lower() in document_nouns()


def _tense(doc: Doc, mention: TimeMention) -> Tense:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return tense_around(span) if span is not None and len(span) else ""


def _is_ahead(doc: Doc, mention: TimeMention) -> bool:
    """True where "will" or "is to" puts the date ahead: "would" and "could" may tell of what was ahead once."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    head = span.root.head
    verb = head.head if head.dep_ == "prep" else head
    return any(child.lower_ in {"will", "'ll", "’ll", "shall"} for child in verb.lefts if child.dep_ == "aux")


def _pair(text: str, one: TimeMention, two: TimeMention) -> Iterator[Bound]:
    """What two expressions side by side say of the day of writing."""
    between = text[one.span.end : two.span.start]
    if len(between) > 12:
        return
    full = _FULL_DAY.fullmatch(two.value)
    if one.span.text.lower() == "today" and full and _BESIDE.fullmatch(between):
        day = date(int(full[1]), int(full[2]), int(full[3]))
        yield Bound(day, day, f"The text calls {two.span.text} today.", certain=True)
    ago = re.match(r"(\d+|\w+(?:-\w+)?) years? ago", one.span.text.lower())
    if ago and one.value == "XXXX" and two.value.isdigit() and len(two.value) == 4 and _IN_YEAR.fullmatch(between):
        count = _count(ago[1])
        if count:
            year = int(two.value) + count
            first, last = date(year, 1, 1) - timedelta(days=183), date(year, 12, 31) + timedelta(days=183)
            yield Bound(first, last, f"“{one.span.text}” was {two.value}, so the report is of about {year}.")


def _count(word: str) -> int | None:
    count = count_of(load(), word)
    return int(count) if count.isdigit() and int(count) <= 500 else None


def _by_weekday(times: Sequence[TimeMention], lower: Bound | None) -> Bound | None:
    """The bound that a weekday printed beside a date gives, counted from the years that the text prints."""
    if lower is None or lower.first is None:
        return None
    best: Bound | None = None
    for mention in times:
        named = _DAY_OF_YEAR.match(mention.value)
        weekday = _weekday_in(mention.span.text)
        if not named or weekday is None:
            continue
        for year in range(lower.first.year, lower.first.year + _YEARS_AHEAD + 1):
            try:
                day = date(year, int(named[1]), int(named[2]))
            except ValueError:
                continue
            if day.isoweekday() == weekday and day + timedelta(days=366) >= lower.first:
                first = max(lower.first, day - timedelta(days=183))
                reason = (
                    f"“{mention.span.text}” falls together in {year}, the first such year after what is told as past."
                )
                if best is None or (best.first and first > best.first):
                    best = Bound(first, None, reason)
                break
    return best


_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday_in(text: str) -> int | None:
    lowered = text.lower()
    return next((number for number, name in enumerate(_NAMES, start=1) if name in lowered), None)
