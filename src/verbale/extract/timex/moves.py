"""Places found by moving from an anchor: "last week", "the following month", "two days later", "a year ago"."""

from datetime import date

from verbale.extract.timex import calendar
from verbale.extract.timex.calendar import Stretch
from verbale.extract.timex.meaning import Meaning
from verbale.extract.timex.tense import Tense
from verbale.extract.timex.told import Told


def relative(meaning: Meaning, anchor: date, told: Told, tense: Tense) -> Stretch | None:
    assert meaning.relative is not None
    unit, offset = meaning.relative
    of_story = meaning.base == "reference" or (told.history and meaning.value == "next")
    if of_story and not (meaning.value == "the" and unit != "D" and not told.history):
        return _around_told(unit, offset, anchor, told, bool(meaning.daypart or meaning.clock), meaning.anaphoric)
    if meaning.value == "the" and unit == "Q" and told.quarter is not None:
        return told.quarter
    if meaning.value in {"latest", "comparable", "corresponding"} and unit == "Q" and told.quarter is not None:
        return told.quarter
    if meaning.value == "latest" and unit == "Q":
        offset = -1
    if meaning.value == "overnight" and tense not in {"future", "present"}:
        offset = -1
    if unit == "WE" and (offset == 0 or meaning.value == "the"):
        weekend = calendar.weekend(anchor)
        if anchor < weekend.first and tense != "future" and (tense == "past" or meaning.value == "the"):
            return weekend.shifted(-7)
        return weekend
    return calendar.unit_around(anchor, unit, offset)


def _around_told(unit: str, offset: int, anchor: date, told: Told, of_day: bool, anaphoric: bool) -> Stretch | None:
    """ "The following month", "that day": around the time told of last; without one around the anchor, but nowhere for
    words that only point back."""
    last = told.day if (of_day or unit == "D") and told.day is not None else told.last
    if last is None and anaphoric:
        return None
    if last is None or (of_day and offset == 0 and last.unit != "day"):
        if last is not None and (told.history or anaphoric):
            return None  # which night of the month told of? "That evening", after a look back at another year?
        return calendar.unit_around(anchor, unit, offset)
    if unit == "D" and last.unit == "month" and anaphoric and offset == 0 and not of_day:
        return Stretch(last.first, last.last, "interval")  # "that same day", of a month told of: one of its days
    if unit == "D" and last.unit != "day":
        return None
    if unit == "WE" and offset == 0:
        return calendar.weekend(last.first)
    base = last.last if offset > 0 else last.first
    return calendar.unit_around(base, unit, offset)


def other_quarter(meaning: Meaning, anchor: date, told: Told) -> Stretch | None:
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


def shifted(meaning: Meaning, anchor: date, told: Told) -> Stretch | None:
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
