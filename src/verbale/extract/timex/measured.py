"""Times measured from another: "seven months after the February summit", "two days before the vote of May 6".

A length of n units before or after a known time gives a time as wide as that one, widened by half a unit on either
side: news rounds its counts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale.extract.timex import calendar, edtf
from verbale.extract.timex.calendar import OutOfCalendar
from verbale.model import TimeMention, TimeValue

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)(Y|M|W|D)")
_HOURS = re.compile(r"PT(?:X|\d{1,2}(?:\.\d+)?)[HM]")
# What may stand between the length and the time it is measured from: a preposition and the start of a noun phrase.
_FROM = re.compile(r"\s+(after|before|following|since)\s+(?:[^\W\d_][\w'’-]*\s+){0,7}$", re.IGNORECASE)
_SIGNS = {"after": 1, "following": 1, "since": 1, "before": -1}
_SLACK_DAYS = {"Y": 183, "M": 15, "W": 3, "D": 0}


def resolved(mentions: Sequence[TimeMention], text: str) -> tuple[TimeMention, ...]:
    """`mentions` with a time for each length that is measured from the mention after it."""
    found = list(mentions)
    for position, mention in enumerate(mentions[:-1]):
        following = mentions[position + 1]
        if mention.type != "DURATION" or mention.time is not None or following.type not in {"DATE", "TIME"}:
            continue
        link = _FROM.fullmatch(text[mention.span.end : following.span.start])
        if link is None or following.time is None:
            continue
        time = away(following.time, mention, _SIGNS[link[1].lower()])
        if time is not None:
            found[position] = replace(mention, time=time)
    return tuple(found)


def away(base: TimeValue, length: TimeMention, sign: int) -> TimeValue | None:
    """The time that lies `length` after (`sign` 1) or before (-1) `base`; None where either is not known."""
    if _HOURS.fullmatch(length.value) and base.earliest is not None and base.earliest == base.latest:
        return _value(base.earliest, base.earliest, length.span.text, exact=False)  # hours before: on the day
    size = _LENGTH.fullmatch(length.value)
    if size is None or base.earliest is None or base.latest is None:
        return None
    count, unit = float(size[1]) * sign, size[2]
    try:
        first = calendar.add_days(calendar.moved(base.earliest, count, unit), -_SLACK_DAYS[unit])
        last = calendar.add_days(calendar.moved(base.latest, count, unit), _SLACK_DAYS[unit])
    except OutOfCalendar:
        return None
    text = length.span.text
    exact = unit == "D" and first == last
    return _value(first, last, text, exact)


def _value(first: date, last: date, text: str, exact: bool) -> TimeValue:
    if exact:
        return TimeValue(first, last, "day", first.isoformat(), text, False, "expression")
    if first == last:
        return TimeValue(first, last, "day", f"{first.isoformat()}~", text, True, "expression")
    return TimeValue(first, last, "interval", edtf.between(first, last, True), text, True, "expression")
