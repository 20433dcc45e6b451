"""The year that a page's copyright notice gives, for a dateline that prints day and month and no year."""

import re
from collections.abc import Iterator
from datetime import date

from verbale.extract.published_pairs import Bound
from verbale.model import Report

_NOTICE = re.compile(r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_LONGEST = 240
# The first sentences of wire copy name the day of the week on which its news happened, most often the dateline's.
_OPENING = 600
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def by_notice(report: Report, month: int, day: int) -> Iterator[Bound]:
    """Bounds of the year in the page's notices, where it is one and the dateline's day falls in it on a weekday that
    the first sentences name: a page that was pasted years later may bear the year of the pasting."""
    years = {
        int(year)
        for line in report.dropped
        if len(line.text) < _LONGEST and _NOTICE.search(line.text)
        for year in _YEAR.findall(line.text)
    }
    if len(years) != 1:
        return
    year = years.pop()
    try:
        weekday = _WEEKDAYS[date(year, month, day).weekday()]
    except ValueError:
        return
    if re.search(rf"\b{weekday}\b", report.text[:_OPENING]):
        reason = (
            f"The page’s notice bears the year {year}, in which the dateline’s day is the {weekday} that is told of."
        )
        yield Bound(date(year, 1, 1), date(year, 12, 31), reason)
