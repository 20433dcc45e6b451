from datetime import date

import pytest

from verbale.evaluate.match import letters, occurrences, overlap, same_name, within
from verbale.model import TimeValue


@pytest.mark.parametrize(
    ("gold", "name", "same"),
    [
        ("Kim Yeon-chul", "Kim Yeon-chul", True),
        ("Kim Yeon-chul", "Kim", False),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Kim", "Kim Jong-un", False),
        ("Unification Ministry", "Ministry of Unification of South Korea", True),
        ("the Defence Ministry", "Defence Ministry", True),
        ("Foreign Ministry", "Defence Ministry", False),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", True),
        ("South Korea", "North Korea", False),
    ],
)
def test_a_name_is_right_when_it_holds_all_of_the_gold_name(gold: str, name: str, same: bool) -> None:
    assert same_name(gold, (name,)) is same


def bounds(first: int | None, last: int | None) -> TimeValue:
    on = {None: None}
    return TimeValue(on.get(first, date(2019, 10, first or 1)), on.get(last, date(2019, 10, last or 1)), "interval", "")


def test_a_time_is_right_within_the_gold_bounds_and_never_looser() -> None:
    assert within(bounds(5, 9), bounds(5, 9))
    assert within(bounds(5, 9), bounds(6, 6))
    assert not within(bounds(5, 9), bounds(4, 9))
    assert not within(bounds(5, 9), bounds(None, 9))
    assert not within(bounds(5, 9), None)
    assert within(None, None)


def test_gold_text_is_found_over_line_breaks_and_other_quote_marks() -> None:
    text = 'He said "not\nnow" twice.'
    assert [text[a:b] for a, b in occurrences(text, "said “not now”")] == ['said "not\nnow"']
    assert occurrences(text, "  ") == []


def test_overlap_is_of_letters_and_of_the_larger_side() -> None:
    text = "“We agree,” he said"
    whole, part = letters(text, [(0, 11)]), letters(text, [(1, 9)])
    assert overlap(whole, part) == 1.0
    assert overlap(letters(text, [(0, len(text))]), part) == pytest.approx(7 / 13)
