"""Whether a report tells the day as it goes: entries that open with their time of day ("14:20 – Oslo agrees").

What such a report tells in the present tense is of its own day; elsewhere a present tense dates nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from verbale.ingest.stamp import stamp_of
from verbale.model import Report

_LINE = re.compile(r"(?m)^.{1,40}")
# With fewer entries it may be a timetable, or a paragraph that happens to open with an hour.
_ENTRIES = 4


def is_live(report: Report) -> bool:
    """True where entries open with a time of day, from the first to the last or from the last to the first."""
    times = [time for _, time in sorted(_stamps(report))]
    steps = list(pairwise(times))
    up, down = any(one < other for one, other in steps), any(one > other for one, other in steps)
    return len(times) >= _ENTRIES and not (up and down)


def _stamps(report: Report) -> Iterator[tuple[int, int]]:
    """The times of day that lines of the text and lines left out of it (times that stand alone) open with, each behind
    its place in the source."""
    for part in report.dropped:
        if (time := stamp_of(part.text)) is not None:
            yield part.offset, time
    for line in _LINE.finditer(report.text):
        if (time := stamp_of(line.group())) is not None:
            yield _place_in_source(report, line.start()), time


def _place_in_source(report: Report, at: int) -> int:
    """The place in the source of `at` in the text."""
    number = bisect_right(report.offsets, at, key=lambda pair: pair[0]) - 1
    if number < 0:
        return at
    in_text, in_source = report.offsets[number]
    return in_source + at - in_text
