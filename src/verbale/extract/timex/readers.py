"""From the groups of a matched pattern to a `Meaning`: the reader for each `reader` that timex_patterns.toml names.

A reader gets the lexicon and the groups (lower case, gaps as printed) and returns None where the words turn out to
mean no time.
"""

from collections.abc import Callable, Mapping

from verbale.extract.timex import read_lengths, read_points
from verbale.extract.timex.lexicon import Lexicon
from verbale.extract.timex.meaning import Meaning

Groups = Mapping[str, str | None]

READERS: dict[str, Callable[[Lexicon, Groups], Meaning | None]] = {
    "calendar": read_points.calendar,
    "numeric": read_points.numeric,
    "day_range": read_points.day_range,
    "weekday_set": read_lengths.weekday_set,
    "weekday_shift": read_points.weekday_shift,
    "quarter": read_points.quarter,
    "other_quarter": read_points.other_quarter,
    "year_range": read_points.year_range,
    "decade": read_points.decade,
    "century": read_points.century,
    "clock": read_points.clock,
    "daypart": read_points.daypart,
    "today": read_points.today,
    "relative": read_points.relative,
    "article": read_points.article,
    "before_last": read_points.before_last,
    "year_end": read_points.year_end,
    "middle": read_points.middle,
    "nth": read_points.nth,
    "week_of": read_points.week_of,
    "shift": read_lengths.shift,
    "past_units": read_lengths.past_units,
    "duration": read_lengths.duration,
    "unit_long": read_lengths.unit_long,
    "by_event": read_lengths.by_event,
    "vague_duration": read_lengths.vague_duration,
    "every": read_lengths.every,
    "times": read_lengths.times,
    "per": read_lengths.times,
    "frequency": read_lengths.frequency,
    "vague": read_lengths.vague,
    "ended": read_points.ended,
    "holiday": read_points.holiday,
}
