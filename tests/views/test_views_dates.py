from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model import TimeValue
from verbale.views.dates import age_in_days, show_time, sort_key


def bounds(earliest: str | None, latest: str | None) -> TimeValue:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return TimeValue(first, last, "interval", "")


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2019-10-05", "2019-10-05", "5 Oct 2019"),
        ("2019-02-01", "2019-02-28", "Feb 2019"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2011-01-01", "2015-12-31", "2011 – 2015"),
        ("2019-09-30", "2019-10-06", "30 Sep – 6 Oct 2019"),
        ("2019-10-07", "2019-10-13", "7–13 Oct 2019"),
        ("2018-12-28", "2019-01-03", "28 Dec 2018 – 3 Jan 2019"),
        (None, "2019-10-17", "by 17 Oct 2019"),
        ("2019-10-05", None, "from 5 Oct 2019"),
    ],
)
def test_bounds_are_said_as_short_as_they_can_be(earliest: str | None, latest: str | None, words: str) -> None:
    assert show_time(bounds(earliest, latest)) == words


def test_no_time_is_undated_and_never_a_made_up_day() -> None:
    assert show_time(None) == "undated"
    assert show_time(TimeValue(None, None, "interval", "..")) == "undated"


def test_age_counts_from_the_last_day_it_can_have_been() -> None:
    assert age_in_days(bounds("2019-10-01", "2019-10-07"), date(2019, 10, 17)) == 10
    assert age_in_days(bounds("2019-10-01", "2019-10-20"), date(2019, 10, 17)) is None
    assert age_in_days(bounds("2008-01-01", None), date(2019, 10, 17)) is None
    assert age_in_days(None, date(2019, 10, 17)) is None


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(st.lists(st.tuples(days, days).map(sorted), min_size=1))
def test_sorting_puts_the_undated_last(pairs: list[list[date]]) -> None:
    times: list[TimeValue | None] = [TimeValue(a, b, "interval", "") for a, b in pairs]
    ordered = sorted([None, *times], key=sort_key)
    assert ordered[-1] is None


@given(days, days)
def test_every_bound_can_be_said(one: date, other: date) -> None:
    first, last = sorted((one, other))
    said = show_time(TimeValue(first, last, "interval", ""))
    assert str(last.year) in said
