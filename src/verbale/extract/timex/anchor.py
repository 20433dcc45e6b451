"""Sets a meaning against its anchors: the day of publication, what was told of before, and the tense.

Every function here takes one anchor day. Where only bounds of it are known, `resolve` asks for both ends: the answer
never runs backwards as the anchor moves on, so what lies between the two answers holds the true one.
"""

from datetime import date

from verbale.extract.timex import calendar, moves
from verbale.extract.timex.calendar import Stretch
from verbale.extract.timex.holidays import stretches_in
from verbale.extract.timex.meaning import Meaning
from verbale.extract.timex.tense import Tense
from verbale.extract.timex.told import Told
from verbale.extract.timex.years import far, year_for


def place(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    """The stretch of the calendar that `meaning` names, seen from `anchor`; None where it cannot be placed.

    Raises OutOfCalendar for days that do not exist.
    """
    if meaning.kind == "shift":
        return moves.shifted(meaning, anchor, told)
    if meaning.kind == "other_quarter":
        return moves.other_quarter(meaning, anchor, told)
    if meaning.kind != "calendar":
        return None
    stretch = _container(meaning, anchor, told, tense)
    if stretch is not None and meaning.nth:
        return _nth(stretch, *meaning.nth)
    if stretch is not None and meaning.away:
        unit, sign = meaning.away
        return calendar.unit_around(stretch.first if sign < 0 else stretch.last, unit, sign)
    return stretch


def _container(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    year = meaning.year
    if meaning.relative:
        around = moves.relative(meaning, anchor, told, tense)
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
    if meaning.century is not None and meaning.century <= _CENTURIES and _in_antiquity(told):
        first = calendar.before_christ(100 * meaning.century)  # "the 5th century" of antiquity
        return calendar.century(first // 100 + 1) if first is not None else None
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
        year = year_for(month, day, meaning.direction, anchor, told, tense)
    if day is None:
        return calendar.month(year, month)
    first = calendar.day_of(year, month, day)
    if meaning.week_of:
        return calendar.week(first.first)
    if meaning.through:
        to_month, to_day = meaning.through
        return calendar.days(first.first, calendar.day_of(year, to_month, to_day).last)
    return first


def _holiday(meaning: Meaning, year: int | None, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    if year is None and told.history and told.year is not None and meaning.direction is None:
        year = told.year
    if year is not None:
        found = next(iter(stretches_in(year, meaning.holiday)), None)
        if found is not None and not meaning.year and told.last is not None and _long_gone(found, told.last):
            found = next(iter(stretches_in(year + 1, meaning.holiday)), None)
    else:
        around = [each for offset in (-1, 0, 1) for each in stretches_in(anchor.year + offset, meaning.holiday)]
        if meaning.direction == -1:
            found = max((each for each in around if each.last < anchor), key=lambda each: each.first)
        elif meaning.direction == 1:
            found = min((each for each in around if each.first > anchor), key=lambda each: each.first)
        else:
            found = min(around, key=lambda each: far(min(max(anchor, each.first), each.last), anchor, tense))
    return calendar.week(found.first) if found is not None and meaning.holiday_week else found


# Centuries from the first to the one that a text of our era may name.
_CENTURIES = 30


def _in_antiquity(told: Told) -> bool:
    return told.history and told.year is not None and calendar.number_before_christ(told.year) > 0


def _from_ahead(meaning: Meaning) -> bool:
    """ "A week before Friday" is counted back from the coming one, "a week ago Friday" from the last."""
    return meaning.count.startswith("-") and meaning.side != "ago"


def _long_gone(day: Stretch, told: Stretch) -> bool:
    """True where a day lies so far before what was told last that a history has passed on to the next year's."""
    return (told.first - day.first).days > _GONE_BY_DAYS


_GONE_BY_DAYS = 120


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
    elif tense in {"future", "present"} or _from_ahead(meaning) or (meaning.direction == 0 and tense != "past"):
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
