"""What an expression of time says by its words alone, before it is set against an anchor."""

from dataclasses import dataclass
from typing import Literal

from verbale.model import TimexType

# calendar: a place on the calendar, whole or in part ("Oct. 5", "Thursday", "the third quarter", "last week");
# shift: so many units from an anchor ("two weeks ago", "the day after"); span: units up to or from an anchor ("the
# past two months"); duration: a length alone; set: something that comes back; vague: past, present or future;
# elsewhere: a day of a country that is not known; by_event: a day before or after what the next words name.
Kind = Literal["calendar", "shift", "span", "duration", "set", "vague", "other_quarter", "elsewhere", "by_event"]
Base = Literal["published", "reference"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts that the words give; None or "" where they give none.

    `relative` is a unit of the calendar around the anchor and its offset ("last week": ("W", -1)); `direction` says
    which weekday, month, season or holiday is meant ("next Friday": 1); `base` whether the anchor is the day of
    publication or the time told of last; `count` and `unit` size a shift, span or duration ("X" for an unknown
    count); `nth` picks a unit inside a stretch ("the first week of …"); `through` is the end of a range;
    `away` a unit before or after the place that the rest names ("the day after Christmas": ("D", 1));
    `side` is "earlier" or "later" of the stretch than the anchor; `holiday_of` the country that keeps the day
    (with "?" where others call another day so), `slack` the days by which it may be missed;
    `anaphoric` is true where nothing but a time told of before can place it ("that day").
    """

    kind: Kind
    type: TimexType = "DATE"
    mod: str = ""
    base: Base = "published"
    relative: tuple[str, int] | None = None
    direction: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    decade: int | None = None
    century: int | None = None
    holiday: str = ""
    holiday_week: bool = False
    holiday_of: str = ""
    slack: int = 0
    nth: tuple[int, str] | None = None
    clock: str = ""
    daypart: str = ""
    count: str = ""
    unit: str = ""
    sign: int = 0
    value: str = ""
    side: str = ""
    before: int | None = None
    after: int | None = None
    through: tuple[int, int] | None = None
    away: tuple[str, int] | None = None
    alternative: tuple[int, int] | None = None
    week_of: bool = False
    fiscal: bool = False
    approximate: bool = False
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found: where it stands in the text, and what it means; `rule` names the pattern."""

    start: int
    end: int
    meaning: Meaning
    rule: str
