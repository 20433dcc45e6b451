"""Whether a report tells the day as it goes: entries that open with their time of day ("14:20 – Oslo agrees").

What such a report tells in the present tense is of its own day; elsewhere a present tense dates nothing.
"""

import re
from itertools import pairwise

from verbale.model import Report

# "14:20", "9.05pm", "21h30 GMT"; without a mark between hour and minute only before a colon or a zone ("0850:").
_STAMP = re.compile(
    r"(?:(?P<hour>[012]?\d)[.:h](?P<minute>[0-5]\d)|(?P<hours>[012]\d)(?P<minutes>[0-5]\d)(?=:| ?GMT))"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?:[A-Z]{2,4}|local time))?(?:\s|[:,–—-]|$)",
    re.IGNORECASE,
)
# With fewer entries it may be a timetable, or a paragraph that happens to open with an hour.
_ENTRIES = 4


def is_live(report: Report) -> bool:
    """True where entries open with a time of day, from the first to the last or from the last to the first."""
    stamps = [(offset, time) for offset, line in _lines(report) if (time := _time_of(line)) is not None]
    times = [time for _, time in sorted(stamps)]
    if len(times) < _ENTRIES:
        return False
    later = sum(before < after for before, after in pairwise(times))
    earlier = sum(before > after for before, after in pairwise(times))
    return not (later and earlier)


def _lines(report: Report) -> list[tuple[int, str]]:
    """The openings of paragraphs and what was left out of the text (times that stand alone), with their place in the
    source."""
    found = [(part.offset, part.text) for part in report.dropped]
    found += [(_offset(report, match.start()), match.group()) for match in re.finditer(r"(?m)^.{1,40}", report.text)]
    return found


def _offset(report: Report, at: int) -> int:
    """The place in the source of `at` in the text."""
    place = at
    for in_text, in_source in report.offsets:
        if in_text > at:
            break
        place = in_source + at - in_text
    return place


def _time_of(line: str) -> int | None:
    """Minutes since midnight that the line opens with; None where it opens with none."""
    match = _STAMP.match(line)
    if match is None:
        return None
    hour, minute = int(match["hour"] or match["hours"]), int(match["minute"] or match["minutes"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return 60 * hour + minute if hour < 24 else None
