"""What a text has told of up to an expression of time: the anchor of "two days later" and of a month without year."""

from dataclasses import dataclass

from verbale.extract.timex.calendar import Stretch


@dataclass(frozen=True, slots=True)
class Told:
    """What the text has told of up to an expression: the last time and the one `before` it, the last day, year and
    quarter; the year of the last date printed in full in this paragraph, which a date after it shares; and whether the
    text is a history, whose dates follow one another, rather than news, whose dates lie around the day of publication.
    """

    last: Stretch | None = None
    before: Stretch | None = None
    day: Stretch | None = None
    year: int | None = None
    quarter: Stretch | None = None
    dated_year: int | None = None
    history: bool = False
