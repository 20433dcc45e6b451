"""The day of a holiday in a year, by the rules of holidays.tsv.

Easter is computed by the Gregorian computus as Meeus, Jones and Butcher give it.
"""

from calendar import monthrange
from datetime import date, timedelta


def easter(year: int) -> date:
    """Western Easter Sunday of `year` (1583 to 4099)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    leap, left = divmod(hundreds, 4)
    moon = (19 * golden + hundreds - leap - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def day_in(year: int, rule: str) -> date:
    """The day that `rule` names in `year`: "MM-DD", "easter+N", "MM/weekday/nth" (nth -1 is the last), "election"."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if rule == "election":  # the Tuesday after the first Monday of November (United States)
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    if "/" in rule:
        month, weekday, nth = (int(part) for part in rule.split("/"))
        return nth_weekday(year, month, weekday, nth)
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (1, 2, …, or -1 for the last) ISO `weekday` (1 is Monday) of a month."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
