"""The days of a holiday in a year, by the rules of holidays.tsv.

Easter is computed by the Gregorian computus as Meeus, Jones and Butcher give it, the days that go by other calendars in
`lunar`.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from verbale.extract.timex import lunar
from verbale.extract.timex.calendar import OutOfCalendar, Stretch


def easter(year: int) -> date:
    """Western Easter Sunday of `year` (1583 to 4099)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    leap, left = divmod(hundreds, 4)
    moon = (19 * golden + hundreds - leap - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def stretches_in(year: int, rule: str) -> tuple[Stretch, ...]:
    """The days or the months that `rule` names in `year`: mostly one, two where a lunar year is over within it.

    Raises OutOfCalendar for years in which the rule does not hold.
    """
    if not 1583 <= year <= 4099:
        raise OutOfCalendar(f"no holidays in {year}")
    calendar, _, rest = rule.partition(" ")
    if calendar == "islamic":
        month, day = _month_and_day(rest)
        days = tuple(lunar.islamic(_modern(year), month, day or 1))
        if day:
            return tuple(Stretch(found, found, "day") for found in days)
        return tuple(Stretch(first, lunar.last_of_islamic_month(first), "interval") for first in days)
    found = _day_in(year, rule)
    return (Stretch(found, found, "day"),)


def _day_in(year: int, rule: str) -> date:
    calendar, _, rest = rule.partition(" ")
    if calendar in _AHEAD:
        month, day = _month_and_day(rest)
        return lunar.chinese(_modern(year), month, day or 1, _AHEAD[calendar])
    if rule in _BY_NAME:
        return _BY_NAME[rule](_modern(year))
    counted = _FROM_FEAST.fullmatch(rule)
    if counted:
        return _FEASTS[counted[1]](year) + timedelta(days=int(counted[2]))
    if rule == "election":  # the Tuesday after the first Monday of November (United States)
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    if "/" in rule:
        month, weekday, nth = (int(part) for part in rule.split("/"))
        return nth_weekday(year, month, weekday, nth)
    month, day = _month_and_day(rule)
    return date(year, month, day or 1)


def _month_and_day(text: str) -> tuple[int, int | None]:
    month, _, day = text.partition("-")
    return int(month), int(day) if day else None


def _modern(year: int) -> int:
    """Where the moon and the sun are known well enough."""
    if not 1800 <= year <= 2200:
        raise OutOfCalendar(f"no lunar calendar for {year}")
    return year


_AHEAD = {"chinese": 8, "korean": 9, "vietnamese": 7}
_BY_NAME: dict[str, Callable[[int], date]] = {
    "nowruz": lunar.nowruz, "hanukkah": lunar.hanukkah, "diwali": lunar.diwali
}  # fmt: skip
_FEASTS: dict[str, Callable[[int], date]] = {
    "easter": easter, "orthodox": lunar.orthodox_easter, "passover": lunar.passover
}  # fmt: skip
_FROM_FEAST = re.compile(r"(easter|orthodox|passover)([+-]\d+)")


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (1, 2, …, or -1 for the last) ISO `weekday` (1 is Monday) of a month."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
