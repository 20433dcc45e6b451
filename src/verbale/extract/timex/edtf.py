"""Extended Date/Time Format (ISO 8601-2:2019, level 1): bounds to a string, and the strings we write back to bounds."""

import re
from calendar import monthrange
from datetime import date

from verbale.extract.timex.calendar import SEASON_MONTHS, Stretch, century, decade, month, season, year

_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_OF_CODE = {code: name for name, code in _SEASON_CODES.items()}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d:\d\d)?)?)?")


def write(stretch: Stretch, approximate: bool = False) -> str:
    """The level-1 string for `stretch`: as short as its unit allows, else an interval; "~" where approximate."""
    mark = "~" if approximate else ""
    first, last, unit = stretch.first, stretch.last, stretch.unit
    if unit == "year" and stretch == year(first.year):
        return f"{first.year:04d}{mark}"
    if unit == "month" and stretch == month(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}{mark}"
    if unit == "season":
        for name, first_month in SEASON_MONTHS.items():
            if first_month == first.month and stretch == season(first.year, name):
                return f"{first.year:04d}-{_SEASON_CODES[name]}{mark}"
    if not approximate and unit == "decade" and first.year >= 10 and stretch == decade(first.year):
        return f"{first.year // 10:03d}X"
    if not approximate and unit == "century" and first.year >= 100 and stretch == century(first.year // 100 + 1):
        return f"{first.year // 100:02d}XX"
    if first == last:
        return f"{first.isoformat()}{mark}"
    return between(first, last, approximate)


def between(first: date | None, last: date | None, approximate: bool = False) -> str:
    """An interval of days; ".." for an open side, "" where both are open."""
    if first is None and last is None:
        return ""
    mark = "~" if approximate else ""
    return "/".join(f"{day.isoformat()}{mark}" if day else ".." for day in (first, last))


def read(text: str) -> tuple[date | None, date | None]:
    """Bounds of a string written here. Raises ValueError for anything else."""
    if text == "":
        return None, None
    if "/" in text:
        left, _, right = text.partition("/")
        return (None if left == ".." else read(left)[0]), (None if right == ".." else read(right)[1])
    text = text.removesuffix("~")
    if len(text) == 4 and text.endswith("XX"):
        stretch = century(int(text[:2]) + 1)
    elif len(text) == 4 and text.endswith("X"):
        stretch = decade(int(text[:3]) * 10)
    else:
        return _read_part(text)
    return stretch.first, stretch.last


def _read_part(text: str) -> tuple[date, date]:
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF string of ours: {text!r}")
    of_year, of_month, of_day = found.groups()
    if of_month is None:
        stretch = year(int(of_year))
        return stretch.first, stretch.last
    if int(of_month) in _OF_CODE:
        stretch = season(int(of_year), _OF_CODE[int(of_month)])
        return stretch.first, stretch.last
    if of_day is None:
        last_day = monthrange(int(of_year), int(of_month))[1]
        return date(int(of_year), int(of_month), 1), date(int(of_year), int(of_month), last_day)
    day = date(int(of_year), int(of_month), int(of_day))
    return day, day
