"""When: a day, a stretch of days, or bounds on what is not known more closely."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.model.span import Span

Granularity = Literal[
    "time",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "interval",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
# How a time was reached, so that the record can say so: printed in full; read from the publication day with tense;
# from another expression; from the document's own context; given by the user; from merging accounts.
TimeHow = Literal["stated", "published", "expression", "context", "given", "merged", "reported"]


@dataclass(frozen=True, slots=True)
class TimeValue:
    """Bounds on when: `earliest` and `latest` are days, both included; None is unbounded on that side.

    `edtf` is an Extended Date/Time Format string (ISO 8601-2:2019, level 1); `text` the words it came from;
    `approximate` marks vague expressions ("recently"); `how` says how the value was reached.
    """

    earliest: date | None
    latest: date | None
    granularity: Granularity
    edtf: str
    text: str = ""
    approximate: bool = False
    how: TimeHow = "stated"

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"time bounds inverted: {self.earliest} > {self.latest}")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time in a report (TIMEX3, TimeML 1.2.1): extent, type, normalised `value`, and its bounds.

    `mod` is TIMEX3's modifier ("START", "MID", "END", "APPROX", …) or "". `time` is None where the expression
    holds no bounds on the calendar (a bare duration, a set). `alternative` holds the other reading where day
    and month could be either way round.
    """

    span: Span
    type: TimexType
    value: str
    mod: str = ""
    time: TimeValue | None = None
    alternative: TimeValue | None = None
