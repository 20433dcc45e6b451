"""What the text has told of so far, and whether it tells a history.

In news, dates lie around the day of publication. In a history ("In June 1940 …; on 22 June …") a date takes its year
from the dates before it. The text's own evidence decides: years printed that lie well before publication, against
words that only news has ("Thursday", "yesterday", "last week").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale.extract.timex.calendar import Stretch, number_before_christ
from verbale.extract.timex.meaning import Meaning
from verbale.extract.timex.told import Told

# Years before publication from which on a printed year speaks for a history.
FAR = 3
# So many far years at least, and so many for each word of news, make a history.
MIN_FAR_YEARS = 4
FAR_PER_NEWS_WORD = 5.0


def is_history(meanings: Sequence[Meaning], published: date | None) -> bool:
    """True where the text tells of years long past rather than of the days before publication."""
    years = [each for each in meanings if each.year]
    far = [each for each in years if published is None or _is_far(each.year or 0, published)]
    near = len(years) - len(far)
    # A list of years alone is background, not a story.
    dated = any(each.month or each.season or number_before_christ(each.year or 0) for each in far)
    news = sum(map(_is_news, meanings))
    fewest = MIN_FAR_YEARS if news + near else MIN_FAR_YEARS - 1
    return dated and len(far) >= fewest and len(far) >= FAR_PER_NEWS_WORD * (news + near)


def _is_far(year: int, published: date) -> bool:
    return year <= published.year - FAR or number_before_christ(year) > 0


def _is_news(meaning: Meaning) -> bool:
    """True for words that are set against the day of writing."""
    if meaning.kind == "shift":
        return meaning.base == "published"
    if meaning.kind != "calendar":
        return False
    if meaning.weekday and not meaning.month:
        return True
    if meaning.relative and meaning.relative[0] in {"DE", "CE"}:
        return False
    if meaning.relative == ("D", 0):  # histories say "today" for their own age
        return False
    return meaning.relative is not None and meaning.base == "published"


def after(told: Told, meaning: Meaning, stretch: Stretch | None, aside: bool = False) -> Told:
    """`told` with one expression more. Vague stretches and references to publication do not move a history on, nor does
    a look back: "two years earlier", or a year that only describes (`aside`: "the treaty of 1873")."""
    if _is_news(meaning):
        told = replace(told, dated_year=None)
    elif meaning.year and meaning.month:
        told = replace(told, dated_year=meaning.year)
    if stretch is None or meaning.kind not in {"calendar", "shift", "other_quarter"}:
        return told
    if meaning.value == "overnight" or (told.history and meaning.relative and meaning.base == "published"):
        return told
    if told.history and meaning.kind == "shift" and meaning.sign < 0:
        return told
    if told.history and aside and told.year is not None and stretch.first.year < told.year:
        return told
    day = stretch if stretch.unit == "day" else told.day
    if stretch.unit == "interval" and meaning.daypart:  # "the night of 12–13 March"
        day = Stretch(stretch.first, stretch.first, "day")
    if stretch.unit in {"month", "year"} and told.day and not _holds(stretch, told.day):
        day = None
    quarter = stretch if stretch.unit in {"quarter", "half"} and meaning.kind == "calendar" else told.quarter
    if stretch.unit in {"decade", "century"}:
        return told
    year = stretch.first.year if stretch.unit != "interval" or stretch.first.year == stretch.last.year else told.year
    return replace(told, last=stretch, before=told.last, day=day, year=year, quarter=quarter)


_TO = re.compile(r"\s*(?:[-–—]|,?\s*(?:until|till|to|through))\s*", re.IGNORECASE)


def ends_range(between: str) -> bool:
    """ "From May 1854 until June 1855": what the words between two expressions join to a range. A history goes on from
    the first of the two."""
    return _TO.fullmatch(between) is not None


def at_paragraph(told: Told) -> Told:
    """`told` where a new paragraph begins."""
    return told if told.dated_year is None else replace(told, dated_year=None)


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
