"""From a meaning and its place on the calendar to bounds: the days that the words leave open."""

from dataclasses import replace
from datetime import date

from verbale.extract.timex import calendar, edtf
from verbale.extract.timex.calendar import OutOfCalendar, Stretch
from verbale.extract.timex.meaning import Meaning
from verbale.model import Granularity, TimeHow, TimeValue

# The most that an unknown number of units ("a few days", "several weeks") is taken to be, in units.
_MOST = {"TS": 1, "TM": 1, "TH": 23, "D": 10, "W": 8, "M": 11, "Q": 6, "Y": 10, "DE": 5, "CE": 5}


def part_of(stretch: Stretch, mod: str, side: str, anchor: date | None) -> Stretch:
    """The part of `stretch` that "early", "mid" or "late" picks: a third of it, as newspapers use the words.

    "Earlier this month" and "later this year" (`side`) end and begin at the anchor instead; "first half" is half.
    """
    if side in {"earlier", "later"} and anchor is not None and stretch.first <= anchor <= stretch.last:
        if side == "earlier":
            return Stretch(stretch.first, anchor, "interval")
        return Stretch(anchor, stretch.last, "interval")
    length = (stretch.last - stretch.first).days + 1
    if side == "half" and length > 1:
        middle = calendar.add_days(stretch.first, (length - 1) // 2)
        if mod == "START":
            return Stretch(stretch.first, middle, "interval")
        return Stretch(calendar.add_days(middle, 1), stretch.last, "interval")
    if mod not in {"START", "MID", "END"} or length == 1:
        return stretch
    third = max(length // 3, 1)
    first, last = {
        "START": (0, third - 1),
        "MID": (third, max(length - third - 1, third)),
        "END": (length - third, length - 1),
    }[mod]
    return Stretch(
        calendar.add_days(stretch.first, first), calendar.add_days(stretch.first, min(last, length - 1)), "interval"
    )


def _of_any_fiscal_year(stretch: Stretch) -> Stretch:
    """Where "fiscal 2019" may lie: it begins at most nine months before 2019, and ends at most three after it."""
    try:
        first, last = calendar.moved(stretch.first, -9, "M"), calendar.moved(stretch.last, 3, "M")
    except OutOfCalendar:
        return stretch
    return Stretch(first, last, "interval")


def of_stretch(stretch: Stretch, text: str, meaning: Meaning, how: TimeHow, anchor: date | None) -> TimeValue:
    """Bounds of an expression whose place on the calendar is known."""
    part = part_of(_of_any_fiscal_year(stretch) if meaning.fiscal else stretch, meaning.mod, meaning.side, anchor)
    if meaning.value == "overnight":
        part = Stretch(part.first, calendar.add_days(part.last, 1), "interval")
    if meaning.slack:  # a day that hangs on when the moon is seen
        slack = meaning.slack
        part = Stretch(calendar.add_days(part.first, -slack), calendar.add_days(part.last, slack), "interval")
    approximate = meaning.approximate or part.unit != stretch.unit
    unit: Granularity = "time" if meaning.clock and part.first == part.last else part.unit
    written = edtf.write(part, approximate)
    if unit == "time" and not approximate:
        written = _with_clock(part.first, meaning.clock) or written
    return TimeValue(part.first, part.last, unit, written, text, approximate, how)


def _with_clock(day: date, clock: str) -> str:
    hour, _, minute = clock.removeprefix("T").partition(":")
    if not (hour.isdigit() and minute.isdigit()) or int(hour) > 23:
        return ""
    return f"{day.isoformat()}T{hour}:{minute}:00"


def closed(time: TimeValue, ahead: bool, published: TimeValue | None) -> TimeValue:
    """ "Since Monday", "by Friday": what has happened or goes on lies no later than its report, what is `ahead` no
    earlier; a side that the words leave open ends there."""
    if published is None:
        return time
    first, last = time.earliest, time.latest
    if ahead and first is None:
        first = published.earliest
    elif not ahead and last is None:
        last = published.latest
    if (first, last) == (time.earliest, time.latest) or (first is not None and last is not None and first > last):
        return time
    return replace(time, earliest=first, latest=last, edtf=edtf.between(first, last, time.approximate))


def open_stretch(first: date | None, last: date | None, text: str, how: TimeHow, approximate: bool = True) -> TimeValue:
    if first is not None and first == last:
        return TimeValue(first, last, "day", f"{first.isoformat()}{'~' * approximate}", text, approximate, how)
    return TimeValue(first, last, "interval", edtf.between(first, last, approximate), text, approximate, how)


def vague(meaning: Meaning, text: str, earliest: date | None, latest: date | None) -> TimeValue | None:
    """Bounds of "recently", "now", "soon" around a publication day known to lie in `earliest` to `latest`."""
    if meaning.base == "reference" or meaning.value == "":
        return None
    first = calendar.add_days(earliest, -meaning.before) if earliest and meaning.before is not None else None
    last = calendar.add_days(latest, meaning.after) if latest and meaning.after is not None else None
    return open_stretch(first, last, text, "published") if first or last else None


def span(meaning: Meaning, text: str, earliest: date | None, latest: date | None, how: TimeHow) -> TimeValue | None:
    """Bounds of "the past two months" or "the next few days": from or up to the anchor."""
    if meaning.sign == 0:
        return None
    count = _MOST.get(meaning.unit, 5) if meaning.count in {"", "X"} else float(meaning.count)
    try:
        if meaning.sign < 0:
            first = calendar.moved(earliest, -count, meaning.unit) if earliest else None
            last = latest
        else:
            first = earliest
            last = calendar.moved(latest, count, meaning.unit) if latest else None
    except OutOfCalendar:
        return None
    return open_stretch(first, last, text, how, meaning.approximate) if first or last else None


def around_unknown(
    meaning: Meaning, text: str, earliest: date | None, latest: date | None, how: TimeHow
) -> TimeValue | None:
    """Bounds of "years ago", "a few weeks later": between two and the most units away."""
    most = _MOST.get(meaning.unit, 5)
    try:
        if meaning.sign < 0:
            first = calendar.moved(earliest, -most, meaning.unit) if earliest else None
            last = calendar.moved(latest, -1, meaning.unit) if latest else None
        else:
            first = calendar.moved(earliest, 1, meaning.unit) if earliest else None
            last = calendar.moved(latest, most, meaning.unit) if latest else None
    except OutOfCalendar:
        return None
    if meaning.unit in {"Y", "DE", "CE"} and meaning.sign < 0:
        first = None if meaning.unit != "Y" else first
    return open_stretch(first, last, text, how) if first or last else None
