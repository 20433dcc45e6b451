"""Calendar dates as pages print them: full dates only, for the matter of when a report was published."""

import calendar
import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from verbale.model import TimeValue

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
# A month's name as part of a pattern, case ignored.
MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
# A look at the first character spares most places of a line the rest: a digit, or a letter that opens a month's name.
_FULL = re.compile(
    r"(?=\d)(?:(?<![\d./-])(?P<iy>(?:19|20)\d\d)(?P<sep>[-/.])(?P<im>\d{1,2})(?P=sep)(?P<id>\d{1,2})(?!\d)"
    r"|(?<![\d./-])(?P<iyc>(?:19|20)\d\d)(?P<imc>[01]\d)(?P<idc>[0-3]\d)(?=T?\d{4,6}|\b)"
    rf"|(?<!\d)(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<dm>{MONTH}),?[ -](?P<dy>(?:19|20)\d\d)\b"
    r"|(?<![\d./-])(?P<na>\d{1,2})(?P<nsep>[/.-])(?P<nb>\d{1,2})(?P=nsep)(?P<ny>(?:19|20)\d\d)(?![\d/]))"
    rf"|(?=[jfmasond])\b(?P<mm>{MONTH}) ?(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?:,| ,|\.)? ?(?P<my>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b({MONTH}),? ((?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Run together only as eight digits: ".../news/192434/…" is the number of a story.
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:([/-]?)(\d\d)\2(\d\d)|[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2}))(?=[/_-]|$)", re.IGNORECASE
)
_FIRST_SITE = 1991


class PrintedDate(Struct, frozen=True):
    """A full date in a line: where it stands and the day, or both days where day and month may be swapped."""

    start: int
    end: int
    days: tuple[date, ...]


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every full date (day, month and year) that `text` prints."""
    return _found_dates(text) if ("20" in text or "19" in text) and _YEAR.search(text) else ()


@lru_cache(maxsize=1024)
def _found_dates(text: str) -> tuple[PrintedDate, ...]:
    """A page's lines are asked for their dates several times, once for each thing that stands by a date."""
    found = ((match, _days(match)) for match in _FULL.finditer(text))
    return tuple(PrintedDate(match.start(), match.end(), days) for match, days in found if days)


def find_month(text: str) -> tuple[date, date] | None:
    """The first and last day of the one month that `text` names with its year ("January 2024"), and no day."""
    found = set() if find_dates(text) else {(_month(match[1]), int(match[2])) for match in _MONTH_YEAR.finditer(text)}
    if len(found) != 1:
        return None
    month, year = found.pop()
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _days(match: re.Match[str]) -> tuple[date, ...]:
    part = match.groupdict()
    if part["iy"]:
        return _day(part["iy"], part["im"], part["id"])
    if part["iyc"]:
        return _day(part["iyc"], part["imc"], part["idc"])
    if part["dy"]:
        return _day(part["dy"], _month(part["dm"]), part["dd"])
    if part["my"]:
        return _day(part["my"], _month(part["mm"]), part["md"])
    if part["nsep"] == ".":  # with dots, the day always goes first
        return _day(part["ny"], part["nb"], part["na"])
    both = _day(part["ny"], part["nb"], part["na"]) + _day(part["ny"], part["na"], part["nb"])
    return tuple(sorted(set(both)))


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _day(year: str, month: str | int, day: str) -> tuple[date, ...]:
    try:
        return (date(int(year), int(month), int(day)),)
    except ValueError:
        return ()


def parse_day(text: str) -> date | None:
    """The day in a machine's or a page's notation ("2021-03-12T10:04Z", "Fri, 12 Mar 2021 10:04:00 GMT"), as it
    stands there, in its own time zone. None where there is none or day and month may be swapped."""
    for found in find_dates(text[:200]):
        if len(found.days) == 1:
            return found.days[0]
    return None


def day_in_address(url: str) -> date | None:
    """The day in the path of an address, as many outlets put it: ".../2021/03/12/…"."""
    match = _IN_ADDRESS.search(url.split("?")[0])
    if not match or int(match[1]) < _FIRST_SITE:
        return None
    year, month, day = match[1], match[3] or match[5], match[4] or match[6]
    number = _MONTHS.get(month.lower()) if month.isalpha() else int(month)
    days = _day(year, number, day) if number else ()
    return days[0] if days else None


def as_time(days: tuple[date, ...], text: str = "") -> TimeValue:
    """A day as a TimeValue, or the stretch between two possible days."""
    first, last = min(days), max(days)
    if first == last:
        return TimeValue(first, last, "day", first.isoformat(), text)
    if first.day == 1 and last == date(first.year, first.month, calendar.monthrange(first.year, first.month)[1]):
        return TimeValue(first, last, "month", f"{first:%Y-%m}", text)
    return TimeValue(first, last, "interval", f"{first.isoformat()}/{last.isoformat()}", text)


def until(day: date, text: str = "") -> TimeValue:
    """Not after `day`."""
    return TimeValue(None, day, "interval", f"../{day.isoformat()}", text)
