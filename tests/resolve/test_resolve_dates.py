"""What the words for an act that another report dates say of the day of writing."""

from dataclasses import replace
from datetime import date

import pytest
from desk import Story

from verbale.model import Findings, Span, TimeMention, TimeValue
from verbale.resolve.dates import Recurring, own_expression, published_between, recurring

OCTOBER_5 = TimeValue(date(2019, 10, 5), date(2019, 10, 5), "day", "2019-10-05")  # a Saturday


@pytest.mark.parametrize(
    ("words", "value", "happened", "first", "last"),
    [
        ("last week", "XXXX-WXX", True, "2019-10-06", "2019-10-18"),
        ("on saturday", "XXXX-WXX-6", True, "2019-10-05", "2019-10-11"),
        ("saturday", "XXXX-WXX-6", False, "2019-09-28", "2019-10-05"),
        ("oct. 5", "XXXX-10-05", True, "2019-10-05", "2020-10-03"),
        ("october", "XXXX-10", True, "2019-10-05", "2020-10-03"),
        ("oct. 5", "XXXX-10-05", False, "2018-10-06", "2019-10-05"),
        ("two weeks ago", "XXXX-WXX", True, "2019-10-16", "2019-10-22"),
        ("three days ago", "XXXX-XX-XX", True, "2019-10-08", "2019-10-08"),
        ("about two years ago", "XXXX", True, "2021-04-05", "2022-04-06"),
    ],
)
def test_words_tie_the_day_of_writing_to_the_act(words: str, value: str, happened: bool, first: str, last: str) -> None:
    assert published_between(words, OCTOBER_5, value, happened) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("oct. 6", "XXXX-10-06"),
        ("on thursday", "XXXX-WXX-4"),
        ("years ago", "XXXX"),
        ("recently", "PAST_REF"),
        ("", ""),
    ],
)
def test_what_does_not_fit_or_says_nothing_ties_nothing(words: str, value: str) -> None:
    assert published_between(words, OCTOBER_5, value) is None


def _told(quote: str, *times: tuple[str, str, str]) -> tuple[Story, Findings]:
    """One act in these words, with expressions of time as (words, type, value)."""
    story = Story(f"{quote}.")
    story.act("AGREE", quote, (story.actor("Serbia"),), trigger="agreed")
    spans = ((story.report.text.index(words), words, kind, value) for words, kind, value in times)
    found = tuple(TimeMention(Span(at, at + len(words), words), kind, value) for at, words, kind, value in spans)
    return story, replace(story.findings, times=found)


def test_how_long_something_takes_is_no_date_of_the_act() -> None:
    _, findings = _told(
        "Serbia agreed on Friday to give the envoys two weeks",
        ("Friday", "DATE", "XXXX-WXX-5"),
        ("two weeks", "DURATION", "P2W"),
    )
    assert own_expression(findings.acts[0], findings).span.text == "Friday"
    assert recurring(findings.acts[0], findings) == Recurring(weekday=5)
    _, findings = _told(
        "Serbia agreed on Friday to come on Monday", ("Friday", "DATE", "XXXX-WXX-5"), ("Monday", "DATE", "XXXX-WXX-1")
    )
    assert recurring(findings.acts[0], findings) is None


def test_days_without_a_year_are_apart_where_no_year_brings_them_together() -> None:
    assert not Recurring(month=12, day=31).apart(Recurring(month=1, day=1), 1)
    assert not Recurring(month=2).apart(Recurring(month=3, day=1), 1)
    assert Recurring(month=2).apart(Recurring(month=3, day=2), 1)
    assert not Recurring(weekday=1).apart(Recurring(month=3, day=2), 1)
