"""Days and the stretches of days that a calendar names. ISO 8601: weeks begin on Monday, the first holds 4 January.

All functions stay inside the years 1 to 9999 that `datetime.date` can hold: what would leave them raises OutOfCalendar.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.model import Granularity

# First month of each season in the northern hemisphere, by months as meteorologists count them.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class OutOfCalendar(ValueError):
    """A day that the calendar of years 1 to 9999 does not hold, or that does not exist ("February 30")."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `first` to `last`, both included, and the unit of the calendar that they are."""

    first: date
    last: date
    unit: Granularity

    def shifted(self, days: int) -> "Stretch":
        return Stretch(add_days(self.first, days), add_days(self.last, days), self.unit)


# A year before Christ is kept as so many years before 10000, where years follow one another as they do there; no other
# text tells of the years from 5000 on.
_BEFORE_CHRIST, _FIRST_BEFORE = 10000, 5000


def before_christ(number: int) -> int | None:
    """The year that stands for `number` before Christ, or None where that is too long ago."""
    return _BEFORE_CHRIST - number if 1 <= number < _BEFORE_CHRIST - _FIRST_BEFORE else None


def number_before_christ(of_year: int) -> int:
    """What `of_year` is before Christ, or 0 for a year after."""
    return _BEFORE_CHRIST - of_year if of_year > _FIRST_BEFORE else 0


def add_days(day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        raise OutOfCalendar(f"{count} days from {day}") from None


def day_of(year: int, month: int, day: int) -> Stretch:
    try:
        found = date(year, month, day)
    except ValueError:
        raise OutOfCalendar(f"no day {year}-{month}-{day}") from None
    return Stretch(found, found, "day")


def days(first: date, last: date, unit: Granularity = "interval") -> Stretch:
    return Stretch(first, last, unit)


def months(year: int, first: int, count: int, unit: Granularity) -> Stretch:
    """`count` months from month number `first` of `year` on; `first` may run over the year's ends."""
    start_year, start_month = year + (first - 1) // 12, (first - 1) % 12 + 1
    last = first + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not (start_year >= 1 and end_year <= 9999):
        raise OutOfCalendar(f"months {first} to {last} of {year}")
    return Stretch(
        date(start_year, start_month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), unit
    )


def year(number: int) -> Stretch:
    return months(number, 1, 12, "year")


def quarter(of_year: int, number: int) -> Stretch:
    return months(of_year, 3 * number - 2, 3, "quarter")


def half(of_year: int, number: int) -> Stretch:
    return months(of_year, 6 * number - 5, 6, "half")


def month(of_year: int, number: int) -> Stretch:
    return months(of_year, number, 1, "month")


def season(of_year: int, code: str) -> Stretch:
    """A season of the northern hemisphere; winter begins in December of `of_year`."""
    return months(of_year, SEASON_MONTHS[code], 3, "season")


def decade(first_year: int) -> Stretch:
    return months(max(first_year, 1), 1, 120 if first_year else 108, "decade")


def century(number: int) -> Stretch:
    """The century `number`, counted from 1, as years (n-1)00 to (n-1)99, as newspapers count and TIMEX3 writes it."""
    first = (number - 1) * 100
    return months(max(first, 1), 1, 1200 if first else 1188, "century")


def week(day: date) -> Stretch:
    monday = add_days(day, -day.weekday())
    return Stretch(monday, add_days(monday, 6), "week")


def weekend(day: date) -> Stretch:
    """Saturday and Sunday of the week that `day` is in."""
    monday = add_days(day, -day.weekday())
    return Stretch(add_days(monday, 5), add_days(monday, 6), "weekend")


def unit_around(day: date, unit: str, offset: int = 0) -> Stretch:
    """The calendar's `unit` ("D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE") that holds `day`, moved by `offset`."""
    if unit == "D":
        moved = add_days(day, offset)
        return Stretch(moved, moved, "day")
    if unit == "W":
        return week(add_days(day, 7 * offset))
    if unit == "F":
        return Stretch(
            week(add_days(day, 14 * offset)).first, add_days(week(add_days(day, 14 * offset)).last, 7), "week"
        )
    if unit == "WE":
        return weekend(add_days(day, 7 * offset))
    if unit == "M":
        return months(day.year, day.month + offset, 1, "month")
    if unit == "Q":
        return months(day.year, 3 * ((day.month - 1) // 3) + 1 + 3 * offset, 3, "quarter")
    if unit == "H":
        return months(day.year, 6 * ((day.month - 1) // 6) + 1 + 6 * offset, 6, "half")
    if unit == "Y":
        return year(day.year + offset)
    if unit == "DE":
        return decade(day.year // 10 * 10 + 10 * offset)
    if unit == "CE":
        return century(day.year // 100 + 1 + offset)
    raise OutOfCalendar(f"no unit {unit}")


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day where it has no such day."""
    number = day.month - 1 + count
    of_year, of_month = day.year + number // 12, number % 12 + 1
    if not 1 <= of_year <= 9999:
        raise OutOfCalendar(f"{count} months from {day}")
    return date(of_year, of_month, min(day.day, monthrange(of_year, of_month)[1]))


def moved(day: date, count: float, unit: str) -> date:
    """`day` moved by `count` units; fractions of a month or year are turned into days."""
    per_month = {"M": 1, "Q": 3, "H": 6, "S": 3, "Y": 12, "DE": 120, "CE": 1200, "L": 12000}
    if abs(count) > 1e6:
        raise OutOfCalendar(f"{count} {unit} from {day}")
    if unit in per_month:
        whole = count * per_month[unit]
        return add_days(add_months(day, int(whole)), round((whole - int(whole)) * 30))
    per_day = {"D": 1.0, "W": 7.0, "WE": 7.0, "F": 14.0, "TH": 1 / 24, "TM": 0.0, "TS": 0.0}
    return add_days(day, int(count * per_day.get(unit, 0.0)))
