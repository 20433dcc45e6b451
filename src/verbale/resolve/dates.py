"""When a report without a date was published, from other reports of the same acts.

A report that tells as "last week" what another dates October 5 came out between October 6 and 18; one that tells of an
act came out no earlier than the act; "Oct. 5" without its year, or "two weeks ago", lies so far before it. Bounds and
each step's reason are kept; a day is never made up.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from verbale.extract.timex.calendar import moved
from verbale.extract.timex.counting import count_of
from verbale.extract.timex.lexicon import load
from verbale.model import Act, Findings, Published, Report, TimeMention, TimeValue
from verbale.resolve.names import levelled
from verbale.resolve.values import bounds, width

# An act counts as dated where its bounds are no wider than this.
DATED_DAYS = 3
# "… in Stockholm | last week": an expression that follows a clause directly belongs to it. Characters between.
ADJOINING = 2
# Days within which a weekday, and a date without its year, are told ahead or after.
_WEEK, _YEAR = 7, 364
_AGO = re.compile(r"(?:about |around |some |nearly |almost )?(.+?) (days?|weeks?|months?|years?) ago")
_MOST_AGO = 200
# Days of a year that has every day of any year.
_LEAP_YEAR = range(date(2020, 1, 1).toordinal(), date(2021, 1, 1).toordinal())
_OF_WEEK = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_OF_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(?:T.*)?")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@lru_cache(maxsize=1)
def _deictic() -> Mapping[str, tuple[int, int]]:
    lines = (files("verbale.resolve") / "data" / "deictic.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {words: (int(fewest), int(most)) for words, fewest, most in rows}


@dataclass(frozen=True, slots=True)
class Tie:
    """A report without a sure date tells of the act `act` (a local id), happened or not, in these words of time;
    `values` are their TIMEX3 values."""

    report: str
    act: str
    happened: bool
    words: tuple[str, ...]
    values: tuple[str, ...] = ()


def is_open(published: Published) -> bool:
    """True where other reports may say more about the day of publication."""
    return published.how in ("inferred", "unknown")


def ties(report: Report, findings: Findings) -> tuple[Tie, ...]:
    """How the acts of a report without a sure date are tied to its day."""
    if not is_open(report.published):
        return ()
    found = []
    for act in findings.acts:
        time = own_expression(act, findings)
        words, values = ((levelled(time.span.text),), (time.value,)) if time else ((), ())
        found.append(Tie(report.id, act.id, act.status in ("happened", "ongoing"), words, values))
    return tuple(found)


def own_expression(act: Act, findings: Findings) -> TimeMention | None:
    """The one date in the act's clause; of several, which is whose cannot be told here: None. How long something
    takes ("to give them two weeks") is no date."""
    inside = [
        time
        for time in findings.times
        for span in act.evidence
        if time.type in ("DATE", "TIME")
        and span.start <= time.span.start
        and (time.span.end <= span.end or time.span.start <= span.end + ADJOINING)
    ]
    return inside[0] if len(inside) == 1 else None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A day as far as an expression without a year gives it: "on Friday" a weekday (1 to 7), "Feb. 28" and "in
    February" a month, and a day of it or None."""

    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    def falls(self, earliest: int, latest: int) -> bool:
        """True where one of the days from `earliest` to `latest` (ordinals) may be meant."""
        return any(self._is(date.fromordinal(n)) for n in range(max(earliest, 1), latest + 1))

    def apart(self, other: "Recurring", slack: int) -> bool:
        """True where the two can mean no days within `slack` of each other, in any year."""
        if self.weekday is not None and other.weekday is not None:
            ahead = (self.weekday - other.weekday) % 7
            return min(ahead, 7 - ahead) > slack
        if self.month is not None and other.month is not None:
            return not any(other.falls(n - slack, n + slack) for n in _LEAP_YEAR if self._is(date.fromordinal(n)))
        return False

    def _is(self, on: date) -> bool:
        return all(
            wanted in (None, found)
            for wanted, found in ((self.weekday, on.isoweekday()), (self.month, on.month), (self.day, on.day))
        )


def recurring(act: Act, findings: Findings) -> Recurring | None:
    """What is known of the day of an act that has no date, from the expression in its clause; None where nothing is."""
    time = own_expression(act, findings) if act.when is None else None
    if time is None or time.time is not None:
        return None
    weekday = _OF_WEEK.fullmatch(time.value)
    if weekday:
        return Recurring(weekday=int(weekday[1]))
    of_year = _OF_YEAR.fullmatch(time.value)
    return Recurring(month=int(of_year[1]), day=int(of_year[2]) if of_year[2] else None) if of_year else None


def published_between(words: str, day: TimeValue, value: str = "", happened: bool = True) -> tuple[date, date] | None:
    """The days on which a report can have told of an act of `day` in these words, whose TIMEX3 value without a day of
    publication is `value`; None where they tie nothing, or do not fit the day."""
    if day.earliest is None or day.latest is None:
        return None
    plain = words.removeprefix("on ")
    if plain in _deictic():
        fewest, most = _deictic()[plain]
        return day.earliest + timedelta(days=fewest), day.latest + timedelta(days=most)
    last = plain.removeprefix("last ")
    if last in _WEEKDAYS and day.earliest == day.latest and _WEEKDAYS[day.earliest.weekday()] == last:
        if not happened:
            return day.earliest - timedelta(days=_WEEK), day.latest
        return day.earliest, day.latest + timedelta(days=13 if plain != last else 6)
    return _by_count(plain, day.earliest, day.latest) or _by_day_of_year(value, day.earliest, day.latest, happened)


def _by_count(words: str, earliest: date, latest: date) -> tuple[date, date] | None:
    """ "Two weeks ago": so long after the act, by half a unit either way, since news rounds its counts."""
    found = _AGO.fullmatch(words)
    count = count_of(load(), found[1]) if found else ""
    if not found or not count.replace(".", "").isdigit() or float(count) > _MOST_AGO:
        return None
    unit = found[2].rstrip("s")
    code, slack = {"day": ("D", 0), "week": ("W", 3), "month": ("M", 15), "year": ("Y", 183)}[unit]
    first, last = (moved(day, float(count), code) for day in (earliest, latest))
    return first - timedelta(days=slack), last + timedelta(days=slack)


def _by_day_of_year(value: str, earliest: date, latest: date, happened: bool) -> tuple[date, date] | None:
    """ "Oct. 5", "in February": printed without its year, the act lies within a year of publication."""
    found = _OF_YEAR.fullmatch(value)
    if not found or any(day.month != int(found[1]) for day in (earliest, latest)):
        return None
    if found[2] and any(day.day != int(found[2]) for day in (earliest, latest)):
        return None
    if happened:
        return earliest, latest + timedelta(days=_YEAR)
    return earliest - timedelta(days=_YEAR), latest


def narrowed_publication(
    found: Iterable[Tie], published: Mapping[str, Published], dated: Mapping[str, tuple[str, TimeValue]]
) -> dict[str, Published]:
    """New bounds for the reports of `found`; `dated` gives, for a local act, another report that tells of the same act
    and the time that others give it. Reports about which nothing new is known are left out."""
    result: dict[str, Published] = {}
    for tie in sorted(found, key=lambda t: (t.report, t.act)):
        if tie.act not in dated:
            continue
        other, when = dated[tie.act]
        if width(when) > DATED_DAYS or when.earliest is None:
            continue
        told = zip(tie.words, tie.values or ("",) * len(tie.words), strict=True)
        spans = [(b, f"“{w}”") for w, v in told if (b := published_between(w, when, v, tie.happened)) is not None]
        if not spans and tie.happened:
            spans = [((when.earliest, date.max), "as past")]
        for (first, last), words in spans:
            reason = f"tells {words} of an act that report {other} dates {when.edtf}"
            old = result.get(tie.report, published[tie.report])
            new = _within(old, first, None if last == date.max else last, reason)
            if new is not None:
                result[tie.report] = new
    return result


def _within(old: Published, first: date, last: date | None, reason: str) -> Published | None:
    """`old` with its bounds narrowed; None where they are no narrower, or would contradict each other."""
    time = old.time
    earliest = max(filter(None, (time.earliest if time else None, first)))
    latest = min(filter(None, (time.latest if time else None, last)), default=None)
    if latest is not None and earliest > latest:
        return None
    if time is not None and (time.earliest, time.latest) == (earliest, latest):
        return None
    return Published(bounds(earliest, latest), "inferred", (*old.reasons, reason))
