"""Sets a meaning against its anchors: the day of publication, what was told of before, and the tense.

Every function here takes one anchor day. Where only bounds of it are known, `resolve` asks for both ends: the answer
never runs backwards as the anchor moves on, so what lies between the two answers holds the true one.
"""

from dataclasses import dataclass
from datetime import date

from verbale.extract.timex import calendar
from verbale.extract.timex.calendar import OutOfCalendar, Stretch
from verbale.extract.timex.holidays import day_in
from verbale.extract.timex.meaning import Meaning
from verbale.extract.timex.tense import Tense


@dataclass(frozen=True, slots=True)
class Told:
    """What the text has told of up to an expression: the last time, day, year and quarter; the year of the last date
    printed in full in this paragraph, which a date after it shares; and whether the text is a history, whose dates
    follow one another, rather than news, whose dates lie around the day of publication."""

    last: Stretch | None = None
    day: Stretch | None = None
    year: int | None = None
    quarter: Stretch | None = None
    dated_year: int | None = None
    history: bool = False


def place(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    """The stretch of the calendar that `meaning` names, seen from `anchor`; None where it cannot be placed.

    Raises OutOfCalendar for days that do not exist.
    """
    if meaning.kind == "shift":
        return _shifted(meaning, anchor, told)
    if meaning.kind == "other_quarter":
        return _other_quarter(meaning, anchor, told)
    if meaning.kind != "calendar":
        return None
    stretch = _container(meaning, anchor, told, tense)
    if stretch is not None and meaning.nth:
        return _nth(stretch, *meaning.nth)
    return stretch


def _container(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    year = meaning.year
    if meaning.relative:
        around = _relative(meaning, anchor, told, tense)
        finer = meaning.month or meaning.quarter or meaning.half or meaning.season or meaning.weekday or meaning.holiday
        if around is None or not finer:
            return around
        if meaning.weekday and not meaning.month:
            return calendar.day_of(*_plus(calendar.week(around.first).first, meaning.weekday - 1))
        year = around.first.year
    if meaning.base == "reference" and told.last is not None and not meaning.weekday:
        anchor = told.last.last if meaning.direction == 1 else told.last.first
    if meaning.month:
        return _month(meaning, year, anchor, told, tense)
    if meaning.holiday:
        return _holiday(meaning, year, anchor, told, tense)
    if meaning.weekday:
        return _weekday(meaning, anchor, told, tense)
    if meaning.quarter:
        return _by_year(meaning, year, anchor, told, tense, calendar.quarter, meaning.quarter)
    if meaning.half:
        return calendar.half(year or anchor.year, meaning.half)
    if meaning.season:
        return _season(meaning, year, anchor, told, tense)
    if meaning.decade is not None:
        return calendar.decade(meaning.decade)
    if meaning.century is not None:
        return calendar.century(meaning.century)
    if year is not None:
        if meaning.through:
            return calendar.days(date(year, 1, 1), date(meaning.through[0], 12, 31))
        return calendar.year(year)
    if meaning.day:
        return _day_of_month(meaning.day, anchor, told)
    if meaning.clock or meaning.daypart:
        if told.history and told.day is None:
            return None
        day = told.day.first if told.day else anchor
        return Stretch(day, day, "day")
    return None


def _plus(day: date, count: int) -> tuple[int, int, int]:
    moved = calendar.add_days(day, count)
    return moved.year, moved.month, moved.day


def _month(meaning: Meaning, year: int | None, anchor: date, told: Told, tense: Tense) -> Stretch:
    month, day = meaning.month or 1, meaning.day
    if year is None:
        year = _year_for(month, day, meaning.direction, anchor, told, tense)
    if day is None:
        return calendar.month(year, month)
    first = calendar.day_of(year, month, day)
    if meaning.week_of:
        return calendar.week(first.first)
    if meaning.through:
        to_month, to_day = meaning.through
        return calendar.days(first.first, calendar.day_of(year, to_month, to_day).last)
    return first


def _year_for(month: int, day: int | None, direction: int | None, anchor: date, told: Told, tense: Tense) -> int:
    """The year of a month or a day of the year that comes without one.

    In a history the year told of last. In news: the nearest day; a bare month the last or next by the tense, else the
    nearest; "last" and "next" say it themselves.
    """
    if direction == -1 and day is not None:
        return anchor.year if (month, day) < (anchor.month, anchor.day) else anchor.year - 1
    if direction == -1:  # "last February" in March is not the month just gone: that would be "last month"
        return anchor.year if month < anchor.month - 1 else anchor.year - 1
    if direction == 1 and day is not None:
        return anchor.year if (month, day) > (anchor.month, anchor.day) else anchor.year + 1
    if direction == 1:
        return anchor.year if month > anchor.month else anchor.year + 1
    if direction == 0:
        return anchor.year
    if told.history and told.year is not None:
        return _year_in_history(month, told)
    if told.dated_year is not None and told.dated_year < anchor.year and tense != "future":
        return _year_in_history(month, told) if told.year == told.dated_year else told.dated_year
    if day is None:
        ahead = (month - anchor.month) % 12
        behind = (anchor.month - month) % 12
        if tense == "past":
            return anchor.year if month <= anchor.month else anchor.year - 1
        if tense == "future":
            return anchor.year if month >= anchor.month else anchor.year + 1
        if behind <= ahead * (1.0 if tense in {"present", "either"} else _MONTH_AHEAD_COSTS):
            return anchor.year if month <= anchor.month else anchor.year - 1
        return anchor.year if month >= anchor.month else anchor.year + 1
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(year, month, day)]
    if not years:
        return anchor.year
    return min(years, key=lambda year: _far(date(year, month, day), anchor, tense))


def _far(day: date, anchor: date, tense: Tense) -> float:
    """How far `day` lies from `anchor` to a reader: a day ahead is farther, in the past tense much farther."""
    distance = (day - anchor).days
    if tense == "past" and distance > _SOON:
        return distance + 400.0
    return distance * _AHEAD_COSTS if distance > 0 and tense not in {"future", "either"} else abs(distance)


def _year_in_history(month: int, told: Told) -> int:
    """The year told of, or the next where the month has long gone by in it: a history goes on, "In February …"."""
    assert told.year is not None
    if told.last is not None and told.last.first.year == told.year and told.last.unit in {"day", "month", "season"}:
        return told.year + (told.last.first.month - month > _GONE_BY)
    return told.year


# Months by which a bare month must lie behind the one told of last for a history to have passed into the next year.
_GONE_BY = 4

# In days: a past tense looks no further ahead than this; and a day ahead counts as so much farther than one behind.
_SOON = 60
_AHEAD_COSTS = 1.3
# A month ahead, where no tense speaks for it ("the February summit"), counts as so many behind.
_MONTH_AHEAD_COSTS = 2.5


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _holiday(meaning: Meaning, year: int | None, anchor: date, told: Told, tense: Tense) -> Stretch:
    def in_year(number: int) -> date:
        if not 1583 <= number <= 4099:
            raise OutOfCalendar(f"no holidays in {number}")
        return day_in(number, meaning.holiday)

    if year is None and told.history and told.year is not None and meaning.direction is None:
        year = told.year
    if year is None:
        days = sorted(in_year(anchor.year + offset) for offset in (-1, 0, 1))
        if meaning.direction == -1:
            day = max(day for day in days if day < anchor)
        elif meaning.direction == 1:
            day = min(day for day in days if day > anchor)
        else:
            day = min(days, key=lambda day: _far(day, anchor, tense))
    else:
        day = in_year(year)
    return calendar.week(day) if meaning.holiday_week else Stretch(day, day, "day")


def _weekday(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch:
    """The most recent such weekday, today included; the coming one where the tense is future."""
    weekday = meaning.weekday or 1
    if told.history and told.day is not None and meaning.direction is None:
        anchor = told.day.first
        ahead = (weekday - anchor.isoweekday()) % 7
        day = calendar.add_days(anchor, ahead)
        return Stretch(day, day, "day")
    if meaning.base == "reference" and told.day is not None:
        anchor, tense = told.day.first, "past"
    behind = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if meaning.direction == -1:
        day = calendar.add_days(anchor, -(behind or 7))
    elif meaning.direction == 1:
        day = calendar.add_days(anchor, ahead or 7)
    elif tense == "either" and not meaning.count:
        day = calendar.add_days(anchor, ahead if ahead <= behind else -behind)
    elif (
        tense in {"future", "present"} or meaning.count.startswith("-") or (meaning.direction == 0 and tense != "past")
    ):
        day = calendar.add_days(anchor, ahead)
    else:
        day = calendar.add_days(anchor, -behind)
    if meaning.count:
        day = calendar.add_days(day, int(meaning.count))
    return Stretch(day, day, "day")


def _by_year(
    meaning: Meaning, year: int | None, anchor: date, told: Told, tense: Tense, unit: object, number: int
) -> Stretch:
    """A quarter: of its year, else the last one begun, else by the tense the next."""
    if year is None and told.history:
        year = told.year
    if year is not None:
        return calendar.quarter(year, number)
    options = [calendar.quarter(anchor.year + offset, number) for offset in (-1, 0, 1)]
    if tense != "future":
        options = [each for each in options if each.first <= anchor]
    return min(options, key=lambda each: max((each.first - anchor).days, (anchor - each.last).days, 0))


def _season(meaning: Meaning, year: int | None, anchor: date, told: Told, tense: Tense) -> Stretch:
    if year is None and meaning.direction is None and told.history:
        year = told.year
    if year is not None:
        return calendar.season(year, meaning.season)
    options = [calendar.season(anchor.year + offset, meaning.season) for offset in (-2, -1, 0, 1)]
    if meaning.direction == -1:
        return max((each for each in options if each.last < anchor), key=lambda each: each.first)
    if meaning.direction == 1:
        return min((each for each in options if each.first > anchor), key=lambda each: each.first)
    if meaning.direction == 0:
        return calendar.season(anchor.year, meaning.season)
    if tense == "past":
        return max((each for each in options if each.first <= anchor), key=lambda each: each.first)
    if tense == "future":
        return min((each for each in options if each.last >= anchor), key=lambda each: each.first)
    return min(options, key=lambda each: (max(each.first - anchor, anchor - each.last), each.first))


def _day_of_month(day: int, anchor: date, told: Told) -> Stretch:
    base = told.last.first if told.last is not None else anchor
    return calendar.day_of(base.year, base.month, day)


def _relative(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    assert meaning.relative is not None
    unit, offset = meaning.relative
    of_story = meaning.base == "reference" or (told.history and meaning.value == "next")
    if of_story and not (meaning.value == "the" and unit != "D" and not told.history):
        return _around_told(unit, offset, anchor, told, bool(meaning.daypart or meaning.clock))
    if meaning.value == "the" and unit == "Q" and told.quarter is not None:
        return told.quarter
    if meaning.value in {"latest", "comparable", "corresponding"} and unit == "Q" and told.quarter is not None:
        return told.quarter
    if meaning.value == "latest" and unit == "Q":
        offset = -1
    if unit == "WE" and (offset == 0 or meaning.value == "the"):
        weekend = calendar.weekend(anchor)
        if anchor < weekend.first and tense != "future" and (tense == "past" or meaning.value == "the"):
            return weekend.shifted(-7)
        return weekend
    return calendar.unit_around(anchor, unit, offset)


def _around_told(unit: str, offset: int, anchor: date, told: Told, of_day: bool) -> Stretch | None:
    """ "The following month", "that day": around the time told of last; the anchor where nothing was told yet."""
    last = told.day if (of_day or unit == "D") and told.day is not None else told.last
    if last is None or (of_day and offset == 0 and last.unit != "day"):
        if last is not None and told.history:
            return None  # which night of the month told of?
        return calendar.unit_around(anchor, unit, offset)
    if unit == "D" and last.unit != "day":
        return None
    if unit == "WE" and offset == 0:
        return calendar.weekend(last.first)
    base = last.last if offset > 0 else last.first
    return calendar.unit_around(base, unit, offset)


def _other_quarter(meaning: Meaning, anchor: date, told: Told) -> Stretch | None:
    base = told.quarter
    if meaning.count == "0":
        ended = base is not None and base.last <= anchor
        return base if ended or told.history else calendar.unit_around(anchor, "Q", -1)
    if meaning.quarter:
        base = calendar.quarter(anchor.year, meaning.quarter)
        if base.first > anchor:
            base = calendar.quarter(anchor.year - 1, meaning.quarter)
    year = meaning.year
    if base is None:
        if year is not None:
            return calendar.year(year)
        return calendar.unit_around(anchor, "Y", int(meaning.count or 0))
    if year is None:
        return calendar.months(base.first.year + int(meaning.count or 0), base.first.month, _length(base), base.unit)
    return calendar.months(year, base.first.month, _length(base), base.unit)


def _length(stretch: Stretch) -> int:
    return (stretch.last.year - stretch.first.year) * 12 + stretch.last.month - stretch.first.month + 1


_AS_UNIT = {"D": "D", "W": "W", "F": "W", "WE": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "CE"}


def _shifted(meaning: Meaning, anchor: date, told: Told) -> Stretch | None:
    """So many units from the anchor, as wide as the unit: "six weeks ago" is a week, "two years ago" a year."""
    if meaning.count == "X" or meaning.unit not in _AS_UNIT:
        return None
    count = float(meaning.count) * meaning.sign
    if meaning.base == "reference" or (meaning.unit == "Y" and meaning.count == "1" and told.quarter is not None):
        return _shifted_from_told(meaning, count, anchor, told)
    if meaning.unit == "Y" and count != int(count):
        moved = calendar.moved(anchor, count, "Y")
        return calendar.unit_around(moved, "M")
    return calendar.unit_around(calendar.moved(anchor, count, meaning.unit), _AS_UNIT[meaning.unit])


def _shifted_from_told(meaning: Meaning, count: float, anchor: date, told: Told) -> Stretch | None:
    if meaning.unit == "Y" and told.quarter is not None and not told.history:
        quarter = told.quarter
        return calendar.months(quarter.first.year + int(count), quarter.first.month, _length(quarter), quarter.unit)
    last = told.last
    if last is None:
        return calendar.unit_around(calendar.moved(anchor, count, meaning.unit), _AS_UNIT[meaning.unit])
    order = ["D", "W", "F", "M", "Q", "Y", "DE", "CE"]
    wide = {
        "day": "D",
        "week": "W",
        "weekend": "W",
        "month": "M",
        "quarter": "Q",
        "season": "Q",
        "half": "Q",
        "year": "Y",
    }
    length = (last.last - last.first).days
    own = wide.get(last.unit) or ("D" if length < 7 else "M" if length < 32 else "Y" if length < 366 else "DE")
    if meaning.unit in order and order.index(own) > order.index(meaning.unit):
        if own == "DE":
            return None
        first, final = (calendar.moved(day, count, meaning.unit) for day in (last.first, last.last))
        return calendar.days(first, final)
    return calendar.unit_around(calendar.moved(last.first, count, meaning.unit), _AS_UNIT[meaning.unit])


def _nth(stretch: Stretch, number: int, unit: str) -> Stretch | None:
    if unit == "W":
        if number < 0:
            return calendar.days(calendar.add_days(stretch.last, -6), stretch.last, "interval")
        return calendar.days(
            calendar.add_days(stretch.first, 7 * (number - 1)), calendar.add_days(stretch.first, 7 * number - 1)
        )
    if unit == "D":
        day = stretch.last if number < 0 else calendar.add_days(stretch.first, number - 1)
        return Stretch(day, day, "day")
    weekday = 6 if unit == "WE" else int(unit) if unit.isdigit() else 0
    if not weekday:
        return None
    if number < 0:
        day = calendar.add_days(stretch.last, -((stretch.last.isoweekday() - weekday) % 7))
    else:
        day = calendar.add_days(stretch.first, (weekday - stretch.first.isoweekday()) % 7 + 7 * (number - 1))
    if unit == "WE":
        return Stretch(day, calendar.add_days(day, 1), "weekend")
    return Stretch(day, day, "day")
