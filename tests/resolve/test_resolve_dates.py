"""What the words for an act that another report dates say of the day of writing."""

from datetime import date

import pytest

from verbale.model import TimeValue
from verbale.resolve.dates import published_between

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
