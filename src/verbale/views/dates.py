"""Times in words for a reader: "5 Oct 2019", "Feb 2019", "30 Sep – 6 Oct 2019", "by 17 Oct 2019", "undated"."""

from datetime import date, timedelta

from verbale.model import TimeValue

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_day(day: date) -> str:
    """A day as "5 Oct 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_time(time: TimeValue | None, unknown: str = "undated") -> str:
    """The bounds of `time` in words, as short as they can be said; `unknown` where there are none."""
    if time is None or (time.earliest is None and time.latest is None):
        return unknown
    words = _bounds(time.earliest, time.latest)
    return f"about {words}" if time.approximate else words


def _bounds(first: date | None, last: date | None) -> str:
    if first is None:
        return f"by {show_day(last)}" if last else ""
    if last is None:
        return f"from {show_day(first)}"
    if first == last:
        return show_day(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1 if last < date.max else False
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"


def age_in_days(time: TimeValue | None, day: date | None) -> int | None:
    """How many days, at the least, lie between `time` and `day`; None where either is unknown, `time` has no last
    day ("from 2008" may be yesterday), or `day` is earlier."""
    if time is None or day is None or time.latest is None:
        return None
    return (day - time.latest).days if time.latest <= day else None


def sort_key(time: TimeValue | None) -> tuple[date, date]:
    """Order of time: by the first day it can have been, then the last; what has no date comes last."""
    first = (time.earliest or time.latest) if time else None
    last = (time.latest or time.earliest) if time else None
    return first or date.max, last or date.max
