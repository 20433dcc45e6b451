"""The day of publication as bounds, from the report's own evidence, where nothing else gives it.

Each expression of time that does not hang on the day of publication says something of it: what is told in the past
tense had happened by then, what is told as coming had not. A weekday beside a date picks the years in which they fall
together; "fifty years ago, in 1949" counts the year (`published_pairs`); "today (17 October 2019)" and "yesterday, 16
October 2019" give the day itself, and are the only cases in which a day is claimed.
Every bound comes with its reason as a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from verbale.extract.published_notice import by_notice
from verbale.extract.published_offices import in_office
from verbale.extract.published_pairs import Bound, pairs
from verbale.extract.timex import edtf
from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import words_of
from verbale.extract.timex.tense import Tense, governing_verb, tense_around, tense_of
from verbale.extract.tying_words import words
from verbale.ingest.dateline import read_dateline
from verbale.language.parse import Doc
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import Case

# A weekday beside a date without a year recurs after 5, 6 or 11 years; the first that fits is taken for this many.
_YEARS_AHEAD = 4
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(st|nd|rd|th) anniversary of (?:\w+ )?$")


def infer(doc: Doc, report: Report, times: Sequence[TimeMention], case: Case | None = None) -> Published:
    """`report.published` where its time is known; else bounds with reasons, `how="inferred"`; else unknown.

    `times` are the report's expressions, read without a day of publication.
    """
    if report.published.time is not None or not len(doc):
        return report.published
    bounds = [*_bounds(doc, report, times, case)]
    printed = _day_of_dateline(report, times)
    bounds += by_notice(report, *printed) if printed else ()
    exact = next((bound for bound in bounds if bound.certain), None)
    if exact is not None and exact.first is not None:
        day = exact.first
        return Published(TimeValue(day, day, "day", day.isoformat(), how="context"), "inferred", (exact.reason,))
    lower = max((bound for bound in bounds if bound.first), key=lambda bound: bound.first or date.min, default=None)
    upper = min((bound for bound in bounds if bound.last), key=lambda bound: bound.last or date.max, default=None)
    lower = _by_weekday(doc, times, lower) or lower
    first = lower.first if lower else None
    last = upper.last if upper else None
    dated = _by_dateline(printed, first, last)
    if dated is not None:
        reasons = tuple(bound.reason for bound in (lower, upper) if bound is not None)
        value = TimeValue(*dated, "interval", edtf.between(*dated), how="context")
        reason = f"The dateline’s day, without its year, falls on {dated[0]} at the earliest by what is told as past."
        return Published(value, "inferred", (*reasons, reason))
    if first and last and first > last:  # the tenses mislead: what has happened is the surer sign
        last, upper = None, None
    if first is None and last is None:
        return report.published
    reasons = tuple(bound.reason for bound in (lower, upper) if bound is not None)
    value = TimeValue(first, last, "interval", edtf.between(first, last), how="context")
    return Published(value, "inferred", reasons)


def _day_of_dateline(report: Report, times: Sequence[TimeMention]) -> tuple[int, int] | None:
    """The month and day that the dateline prints without a year."""
    dateline = read_dateline(report.text)
    if dateline is None or dateline.days:
        return None
    days = [_DAY_OF_YEAR.fullmatch(each.value) for each in times if each.span.end <= dateline.end]
    return (int(days[0][1]), int(days[0][2])) if len(days) == 1 and days[0] else None


def _by_dateline(
    day_of_year: tuple[int, int] | None, first: date | None, last: date | None
) -> tuple[date, date | None] | None:
    """From the day of the year that the dateline prints: a report comes out on it or the day after. The first such day
    that the text's own bounds leave, and where they leave no other, its morrow as the last. None without a lower bound,
    or where the bounds leave no such day."""
    if day_of_year is None or first is None or (last is not None and first > last):
        return None
    month, day = day_of_year
    found = []
    for year in range(first.year, first.year + _YEARS_AHEAD + 5):
        try:
            printed = date(year, month, day)
        except ValueError:
            continue
        if first - _MORROW <= printed and (last is None or printed <= last):
            found.append(printed)
    if not found:
        return None
    return found[0], found[0] + _MORROW if last is not None and len(found) == 1 else last


_MORROW = timedelta(days=1)


def _bounds(doc: Doc, report: Report, times: Sequence[TimeMention], case: Case | None) -> Iterator[Bound]:
    yield from pairs(Context(doc, report.text))
    for mention in times:
        yield from _told(doc, mention)
        yield from _anniversary(doc, mention)
    if case is not None:
        yield from in_office(doc, case, times)


def _told(doc: Doc, mention: TimeMention) -> Iterator[Bound]:
    """What one date with its year says by the tense of what it dates."""
    time = mention.time
    if time is None or time.how != "stated" or time.approximate or mention.type not in {"DATE", "TIME"}:
        return
    words = mention.span.text
    if time.earliest is not None and (_has_happened(doc, mention) or _dates_a_document(doc, mention)):
        yield Bound(time.earliest, None, f"“{words}” is told as past, so the report is not older.")
    elif time.latest is not None and _tense(doc, mention) == "future" and _is_ahead(doc, mention):
        yield Bound(None, time.latest, f"“{words}” is told as still to come, so the report is not younger.")


def _has_happened(doc: Doc, mention: TimeMention) -> bool:
    """True where the date is the own adverbial of a verb in the past: "signed in 2018", "has held since May 2015".

    Not where it hangs from a noun ("raised hopes for 2020"), looks ahead ("delayed into 2020") or stands behind a verb
    that looks ahead ("planned elections in 2020"; "agreed in 2020 to meet" is told).
    """
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    root, leader = span.root, span.root.head
    if root.dep_ == "pobj":
        if leader.lower_ not in words_of("happened_at"):
            return False
        verb, first = leader.head, leader.i
    elif root.dep_ == "npadvmod":
        verb, first = leader, span.start
    else:
        return False
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    finite = verb.tag_ == "VBD" or bool(auxiliaries & {"was", "were", "had", "has", "have", "did"})
    if auxiliaries & words_of("not_yet") or not (finite or (verb.tag_ == "VBN" and verb.dep_ == "acl")):
        return False
    if verb.lemma_ in words_of("planning") or verb.lemma_ in words_of("naming"):
        return False  # "the vote scheduled on March 7", "a satellite named so in 2008"
    return verb.lemma_ not in words_of("ahead") or first == verb.i + 1


def _dates_a_document(doc: Doc, mention: TimeMention) -> bool:
    """ "The declaration of April 2018", "the 2015 accord": what is dated so has been written."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    head = span.root.head
    if span.root.dep_ == "pobj" and head.lower_ == "of":
        return head.head.lemma_.lower() in words("documents", "nouns")
    # "The 2015 accord" was made in 2015; "the 2015 Global Report" may be out the year before.
    named = head.lemma_.lower() in words("documents", "nouns") and not (
        head.pos_ == "PROPN" and head.lower_ == "report"
    )
    return span.root.dep_ in {"compound", "nummod", "nmod", "amod"} and named


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


def _anniversary(doc: Doc, mention: TimeMention) -> Iterator[Bound]:
    """ "Marked the 50th anniversary of the 1949 pact": the year that the count comes to has begun."""
    if len(mention.value) != 4 or not mention.value.isdigit():
        return
    led = _ANNIVERSARY.search(doc.text, max(0, mention.span.start - 60), mention.span.start)
    count = int(led[1]) if led else 0
    if not led or not 0 < count < 500 or int(mention.value) + count > 9999:
        return
    year, noun = int(mention.value) + count, doc.char_span(led.start(), led.end(), alignment_mode="expand")
    verb = governing_verb(noun.root) if noun is not None else None
    words = f"“the {led[1]}{led[2]} anniversary” of {mention.value} is that of {year}"
    if verb is not None and tense_of(verb) == "past":
        yield Bound(date(year, 1, 1), None, f"{words}, told as past, so the report is not older.")
    elif verb is not None and tense_of(verb) == "future":
        yield Bound(None, date(year, 12, 31), f"{words}, told as still to come, so the report is not younger.")


def _by_weekday(doc: Doc, times: Sequence[TimeMention], lower: Bound | None) -> Bound | None:
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
                told = _tense(doc, mention)
                first = max(lower.first, day if told == "past" else day - timedelta(days=183))
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
