"""What must hold of every expression, whatever the text and whenever it was published."""

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.extract import times
from verbale.extract.timex import anchor, bounds, calendar, edtf, holidays, match
from verbale.extract.timex.calendar import OutOfCalendar, Stretch
from verbale.extract.timex.lexicon import load
from verbale.extract.timex.meaning import Meaning
from verbale.extract.timex.told import Told
from verbale.language import analyse
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import load_world

WORLD = load_world()
LEAP_YEAR = [date(2020, 1, 1) + timedelta(days=offset) for offset in range(366)]
DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))

# Words that expressions are made of, so that random texts come near to times more often than random letters do.
PIECES = """the last next this early late mid- Monday Thursday Feb. 29 30 31 March May second quarter week weeks ago
later two a few 1990s 2018 1999 0000 9999 of and to from 5 p.m. 24:00 12/11/2018 31/12/99 ten years ' 's - – , . every
morning night noon winter recently now fiscal Easter Thanksgiving before after century 20th third"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=30).map(" ".join)


def mentions(text: str, published: TimeValue | None) -> tuple[Report, tuple[TimeMention, ...]]:
    report = Report("r", "r.txt", text, published=Published(published, "given" if published else "unknown"))
    return report, times.find(analyse(report, WORLD), report)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.none() | DAYS, st.integers(0, 400))
def test_any_text_gives_exact_spans_and_sound_bounds(text: str, day: date | None, width: int) -> None:
    published = None
    if day is not None:
        last = min(day + timedelta(days=width), date(2401, 1, 1))
        published = TimeValue(day, last, "interval", edtf.between(day, last))
    report, found = mentions(text, published)
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start
    for mention in found:
        assert report.text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.value
        for time in (mention.time, mention.alternative):
            if time is not None:
                assert edtf.read(time.edtf.partition("T")[0]) == (time.earliest, time.latest)
                assert fits(time)


def fits(time: TimeValue) -> bool:
    """Granularity and bounds agree: a day is one day, a month one month, a week begins on Monday."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return time.granularity == "interval"
    length = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    return {
        "time": length == 1,
        "day": length == 1,
        "weekend": length == 2 and first.isoweekday() == 6,
        "week": length in {7, 14} and first.isoweekday() == 1,
        "month": months == 1 and whole_months,
        "quarter": months == 3 and whole_months,
        "season": months == 3 and whole_months,
        "half": months == 6 and whole_months,
        "year": months == 12 and first.month == 1 and whole_months,
        "decade": months in {108, 120} and whole_months,
        "century": months in {1188, 1200} and whole_months,
        "interval": True,
    }[time.granularity]


UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"])


@given(DAYS, UNITS, st.integers(-60, 60))
def test_units_around_a_day_are_whole_and_written_in_edtf(day: date, unit: str, offset: int) -> None:
    stretch = calendar.unit_around(day, unit, offset if unit != "CE" else offset // 12)
    assert edtf.read(edtf.write(stretch)) == (stretch.first, stretch.last)
    assert edtf.read(edtf.write(stretch, approximate=True)) == (stretch.first, stretch.last)
    assert fits(bounds.of_stretch(stretch, "", Meaning("calendar"), "stated", None))
    if offset == 0:
        assert unit == "WE" or stretch.first <= day <= stretch.last


@given(DAYS, UNITS)
def test_units_follow_one_another_without_gap(day: date, unit: str) -> None:
    if unit == "WE":
        return
    here, following = calendar.unit_around(day, unit), calendar.unit_around(day, unit, 1)
    assert following.first == here.last + timedelta(days=1)


@given(st.none() | DAYS, st.none() | DAYS, st.booleans())
def test_intervals_are_read_back(one: date | None, two: date | None, approximate: bool) -> None:
    if one and two and one > two:
        one, two = two, one
    assert edtf.read(edtf.between(one, two, approximate)) == (one, two)


MEANINGS = st.builds(
    Meaning,
    kind=st.just("calendar"),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
    weekday=st.none() | st.integers(1, 7),
    season=st.sampled_from(["", "SP", "SU", "FA", "WI"]),
    direction=st.none() | st.integers(-1, 1),
    relative=st.none() | st.tuples(UNITS, st.integers(-3, 3)),
    quarter=st.none() | st.integers(1, 4),
)


@settings(max_examples=300)
@given(MEANINGS, DAYS, st.integers(0, 800), st.sampled_from(["past", "present", "future", "either", ""]))
def test_a_later_anchor_never_gives_an_earlier_time(meaning: Meaning, day: date, days: int, tense: str) -> None:
    """What `times.find` builds on where only bounds of the day of publication are known."""
    one = placed(meaning, day, tense)
    two = placed(meaning, day + timedelta(days=days), tense)
    if one is not None and two is not None:
        assert one.first <= two.first
        assert one.last <= two.last


def placed(meaning: Meaning, day: date, tense: str) -> Stretch | None:
    try:
        return anchor.place(meaning, day, Told(), tense)  # type: ignore[arg-type]
    except OutOfCalendar:
        return None


@pytest.mark.parametrize(
    ("text", "days_back"),
    [("They met yesterday.", 1), ("They met today.", 0), ("They met the day before yesterday.", 2)],
)
def test_every_anchor_day_of_a_leap_year(text: str, days_back: int) -> None:
    report = Report("r", "r.txt", text)
    doc = analyse(report, WORLD)
    for day in LEAP_YEAR:
        dated = Report("r", "r.txt", text, published=Published(TimeValue(day, day, "day", day.isoformat()), "given"))
        (mention,) = times.find(doc, dated)
        assert mention.time is not None
        assert mention.time.earliest == mention.time.latest == day - timedelta(days=days_back)


@pytest.mark.parametrize("weekday", range(1, 8))
def test_a_bare_weekday_is_the_last_one_on_every_day_of_a_leap_year(weekday: int) -> None:
    for day in LEAP_YEAR:
        stretch = placed(Meaning("calendar", weekday=weekday), day, "past")
        assert stretch is not None
        assert stretch.first.isoweekday() == weekday
        assert 0 <= (day - stretch.first).days <= 6


def test_a_week_begins_on_monday_and_last_week_is_the_one_before() -> None:
    for day in LEAP_YEAR:
        last = placed(Meaning("calendar", relative=("W", -1)), day, "")
        assert last is not None
        assert last.first.isoweekday() == 1
        assert last.last < calendar.week(day).first
        assert 7 <= (day - last.first).days <= 13


def test_february_29_is_a_day_of_leap_years_only() -> None:
    for year in range(1896, 2105):
        found = placed(Meaning("calendar", year=year, month=2, day=29), date(2019, 1, 1), "")
        assert (found is not None) == isleap(year)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2008, date(2008, 3, 23)), (2019, date(2019, 4, 21)),
     (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)  # fmt: skip
def test_easter(year: int, easter: date) -> None:
    assert holidays.easter(year) == easter


def test_every_holiday_falls_in_its_year() -> None:
    for holiday in load().holidays.values():
        for year in range(1900, 2101):
            days = holidays.stretches_in(year, holiday.rule)
            assert days or holiday.rule.startswith("islamic")
            assert all(day.first.year == year for day in days)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        # 1 Shawwal and 10 Dhu al-Hijja as Saudi Arabia announced them, a day earlier or later elsewhere
        ("eid al-fitr", ["2015-07-17", "2016-07-06", "2019-06-04", "2022-05-02", "2024-04-10"]),
        ("eid al-adha", ["2016-09-12", "2018-08-21", "2020-07-31", "2023-06-28"]),
        ("ashura", ["2018-09-20", "2019-09-10", "2021-08-19"]),
        ("diwali", ["2016-10-30", "2018-11-07", "2020-11-14", "2023-11-12"]),
    ],
)
def test_days_that_hang_on_the_moon_lie_within_their_bounds(name: str, days: list[str]) -> None:
    rule, slack = load().holidays[name].rule, load().holidays[name].slack
    for kept in map(date.fromisoformat, days):
        assert any(abs((found.first - kept).days) <= slack for found in holidays.stretches_in(kept.year, rule))


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("nowruz", ["2016-03-20", "2019-03-21", "2020-03-20", "2023-03-21"]),
        ("passover", ["1967-04-25", "2018-03-31", "2019-04-20", "2024-04-23"]),
        ("rosh hashanah", ["1993-09-16", "2018-09-10", "2020-09-19"]),
        ("yom kippur", ["1973-10-06", "2019-10-09", "2023-09-25"]),
        ("hanukkah", ["2018-12-03", "2019-12-23", "2020-12-11"]),
        ("lunar new year", ["1966-01-21", "1985-02-20", "2018-02-16", "2019-02-05", "2034-02-19"]),
        ("seollal", ["1997-02-08", "2018-02-16"]),
        ("tet", ["1968-01-29", "2019-02-05"]),
        ("chuseok", ["2017-10-04", "2018-09-24", "2019-09-13", "2020-10-01"]),
        ("vesak", ["2018-05-29", "2019-05-19"]),
        ("orthodox easter", ["1982-04-18", "2018-04-08", "2019-04-28", "2021-05-02"]),
    ],
)
def test_days_of_other_calendars(name: str, days: list[str]) -> None:
    for kept in map(date.fromisoformat, days):
        slack = load().holidays[name].slack
        (found,) = holidays.stretches_in(kept.year, load().holidays[name].rule)
        assert abs((found.first - kept).days) <= slack, found.first


def test_a_lunar_year_may_come_round_twice() -> None:
    assert len(holidays.stretches_in(2000, "islamic 10-01")) == 2


@pytest.mark.parametrize("zone", ["EST", "GMT", "KST", "local time", "Eastern time"])
def test_a_time_zone_belongs_to_the_expression_and_moves_no_day(zone: str) -> None:
    day = TimeValue(date(2019, 10, 17), date(2019, 10, 17), "day", "2019-10-17")
    _, found = mentions(f"Talks ended at 11:30 p.m. {zone} Wednesday.", day)
    assert [mention.span.text for mention in found] == [f"11:30 p.m. {zone} Wednesday"]
    assert found[0].value == "2019-10-16T23:30"
    assert found[0].time is not None
    assert found[0].time.earliest == date(2019, 10, 16)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "the " * 3000, "1 " * 3000, "last next " * 1500, "two hundred " * 1500]
)
def test_hostile_texts_are_read_in_bounded_time(text: str) -> None:
    report = Report("r", "r.txt", text)
    doc = analyse(report, WORLD)
    times.find(doc, report)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar(day: date) -> None:
    published = TimeValue(day, day, "day", day.isoformat())
    text = (
        "They met recently, ten years ago, overnight and on Eid al-Fitr, and will meet within ten weeks or next year."
    )
    _, found = mentions(text, published)
    assert len(found) >= 5


def test_lower_case_keeps_every_character_in_its_place() -> None:
    text = "İstanbul, Mondaÿ ẞ Tuesday"
    assert len(match.lowered(text)) == len(text)
