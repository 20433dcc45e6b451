"""The day of publication from two expressions side by side, one set against it and one on the calendar.

"Today (17 October 2019)", "two weeks ago, on 5 March 2021", "in 1949, fifty years ago": the first says where the time
lies from the day of writing, the second where it lies, and both together where the day of writing does.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from verbale.extract.timex import match, quoted
from verbale.extract.timex.anchor import place
from verbale.extract.timex.calendar import OutOfCalendar, Stretch
from verbale.extract.timex.context import Context
from verbale.extract.timex.meaning import Found, Meaning
from verbale.extract.timex.told import Told

# What may stand between the two. Where the calendar's comes first, "in 2018, last year" may be a list: brackets, or a
# count of years, are asked for.
_BESIDE = re.compile(r"(?:\s?\(|,?\s(?:[–—]\s)?)(?:(?:on|in)\s)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\(")
_BEFORE_COUNT = re.compile(r",\s|\s?\(|\s[–—]\s")
# Counts are rounded in print: by half a unit either way. A single day ("today", "yesterday") is not.
_SLACK_DAYS = {"Y": 183, "DE": 1830, "CE": 1830, "M": 15, "W": 3, "D": 1}
_FIRST_DAY, _LAST_DAY = date(1600, 1, 1), date(2399, 12, 31)


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that publication does not lie before (`first`) or after (`last`), and why."""

    first: date | None
    last: date | None
    reason: str
    certain: bool = False


def pairs(context: Context) -> Iterator[Bound]:
    """What expressions side by side say of the day of writing; none in quoted speech, which has a day of its own."""
    found = match.find(context)
    for each in found:
        if not quoted.is_quoted(context, each.start):
            yield from _joined(each, context.text)
    for one, two in pairwise(found):
        between = context.text[one.end : two.start]
        if len(between) > 12 or quoted.is_quoted(context, one.start):
            continue
        if _describes_a_noun(one, context) or _describes_a_noun(two, context):
            continue
        if _is_set_against_writing(one.meaning) and _BESIDE.fullmatch(between):
            yield from _solved(one, two, context.text)
        elif _is_set_against_writing(two.meaning):
            between_ = _BEFORE_COUNT if two.meaning.kind == "shift" else _BRACKET
            if between_.fullmatch(between):
                yield from _solved(two, one, context.text)


def _describes_a_noun(found: Found, context: Context) -> bool:
    """ "Last year in 2018 talks", "this year, 2018 saw …": the date of the talks alone, or a subject."""
    token = context.token_at(found.end - 1)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return True
    return token.dep_ in {"compound", "nummod", "nmod", "amod"} and token.head.idx >= found.end


def _joined(found: Found, text: str) -> Iterator[Bound]:
    """ "Yesterday, 16 October 2019": read as one expression, which holds both."""
    meaning = found.meaning
    unit, offset = meaning.relative or ("", 0)
    if unit != "D" or meaning.base != "published" or not (meaning.year and meaning.month and meaning.day):
        return
    fixed = _on_calendar(replace(meaning, relative=None))
    if fixed is not None:
        day = fixed.first - timedelta(days=offset)
        words = " ".join(text[found.start : found.end].split())
        yield Bound(day, day, f"“{words}” says which day it is written on.", certain=True)


def _is_set_against_writing(meaning: Meaning) -> bool:
    if meaning.base != "published" or meaning.year or meaning.count == "X":
        return False
    return meaning.kind == "shift" or (meaning.kind == "calendar" and meaning.relative is not None)


def _solved(deictic: Found, dated: Found, text: str) -> Iterator[Bound]:
    """The days of writing from which `deictic` overlaps `dated`: an interval, since placing never runs backwards."""
    fixed = _on_calendar(dated.meaning)
    if fixed is None:
        return
    meaning = deictic.meaning
    first = _turn(lambda day: _seen(meaning, day).last >= fixed.first)
    after = _turn(lambda day: _seen(meaning, day).first > fixed.last)
    if first is None or after is None or not first < after:
        return
    last = after - timedelta(days=1)
    words, date_words = (" ".join(text[each.start : each.end].split()) for each in (deictic, dated))
    if first == last and meaning.kind == "calendar" and not meaning.daypart:
        yield Bound(first, last, f"The text calls {date_words} {words.lower()}.", certain=True)
        return
    slack = timedelta(days=_SLACK_DAYS.get(meaning.unit, 0) if meaning.kind == "shift" else 0)
    yield Bound(first - slack, last + slack, f"“{words}” was {date_words}, so the report is of about then.")


def _on_calendar(meaning: Meaning) -> Stretch | None:
    """The place of a date with its year; None for any other."""
    if meaning.kind != "calendar" or not meaning.year or meaning.relative or meaning.approximate:
        return None
    try:
        return place(meaning, _FIRST_DAY, Told(), "")
    except OutOfCalendar:
        return None


def _seen(meaning: Meaning, day: date) -> Stretch:
    try:
        seen = place(meaning, day, Told(), "past")
    except OutOfCalendar:
        seen = None
    return seen or Stretch(_FIRST_DAY, _FIRST_DAY, "day")


def _turn(holds: Callable[[date], bool]) -> date | None:
    """The first day on which `holds`, for what holds from some day on."""
    low, high = _FIRST_DAY.toordinal(), _LAST_DAY.toordinal()
    if not holds(_LAST_DAY):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(date.fromordinal(middle)):
            high = middle
        else:
            low = middle + 1
    return date.fromordinal(low)
