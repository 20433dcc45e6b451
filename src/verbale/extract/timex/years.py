"""The year of a month or a day of the year that comes without one: by the text told so far, the tense, the nearest."""

from datetime import date

from verbale.extract.timex.tense import Tense
from verbale.extract.timex.told import Told


def year_for(month: int, day: int | None, direction: int | None, anchor: date, told: Told, tense: Tense) -> int:
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
    return min(years, key=lambda year: far(date(year, month, day), anchor, tense))


def far(day: date, anchor: date, tense: Tense) -> float:
    """How far `day` lies from `anchor` to a reader: a day ahead is farther, in the past tense much farther."""
    distance = (day - anchor).days
    if tense == "past" and distance > _SOON:
        return distance + 400.0
    return distance * _AHEAD_COSTS if distance > 0 and tense not in {"future", "present", "either"} else abs(distance)


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
