"""Quotation marks of every habit, and broken ones that must not run away."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.extract.attribution.quotes import UNCLOSED_LIMIT, find_quotes


def inner(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We met,” he said. “We agreed.”", ["We met,", "We agreed."]),
        ('"We met," he said. "We agreed."', ["We met,", "We agreed."]),
        ("``We met,'' he said. ''We agreed.''", ["We met,", "We agreed."]),
        ("'It's the envoys' turn now,' she said.", ["It's the envoys' turn now,"]),
        ("‘It’s our turn,’ she said.", ["It’s our turn,"]),
        ("«Nous verrons», said the envoy.", ["Nous verrons"]),
        ("„Gut“, said the envoy.", ["Gut"]),
        ("“They call it a ‘road map’ to peace,” she said.", ["They call it a ‘road map’ to peace,"]),
        ("“They call it a “road map” to peace,” she said.", ["They call it a “road map” to peace,"]),
        ('"They call it a "road map" to peace," she said.', ['They call it a "road map" to peace,']),
        ("The envoys' cars left the ministers' gate in the '90s.", []),
        ("The tank is 6' 2\" tall.", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quote_reopened_in_the_next_paragraph_goes_on() -> None:
    quotes = find_quotes("“We met in May.\n\n“We parted in June,” the envoy said.")
    assert [(quote.goes_on, quote.continues) for quote in quotes] == [(True, False), (False, True)]


def test_an_unclosed_quote_ends_with_its_first_sentence() -> None:
    text = "“The bridge stays shut. The envoy then left for the airport.\n\nNobody spoke."
    assert inner(text) == ["The bridge stays shut."]


def test_an_unclosed_quote_without_a_sentence_end_is_bounded() -> None:
    (quote,) = find_quotes("“" + "word " * 2000)
    assert quote.end - quote.start <= UNCLOSED_LIMIT + 1


@given(st.text(alphabet="ab S.,?!\n“”\"'‘’«»„`(", max_size=300))
def test_quotes_are_in_order_apart_and_inside_the_text(text: str) -> None:
    reached = 0
    for quote in find_quotes(text):
        assert reached <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        assert text[quote.inner_start : quote.inner_end].strip()
        reached = quote.end


@pytest.mark.parametrize(
    "text", ["“" + "very long words " * 130_000 + "”", "“" * 200_000, "(“" * 100_000, "'a " * 300_000]
)
def test_time_is_linear(text: str) -> None:
    start = time.perf_counter()
    find_quotes(text)
    assert time.perf_counter() - start < 5
