import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.views.sentences import sentence_around

TEXT = (
    "Gen. Arne Dahl met U.S. envoys on Oct. 5 in Bergen. They talked for an hour! “Was it enough?” he asked.\n\n"
    "The second paragraph has no end"
)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("Oct. 5", "Gen. Arne Dahl met U.S. envoys on Oct. 5 in Bergen."),
        ("an hour", "They talked for an hour!"),
        ("no end", "The second paragraph has no end"),
    ],
)
def test_the_sentence_around_a_span(part: str, sentence: str) -> None:
    start = TEXT.index(part)
    low, high = sentence_around(TEXT, start, start + len(part))
    assert TEXT[low:high] == sentence


def test_a_span_over_two_sentences_gets_both() -> None:
    start, end = TEXT.index("in Bergen"), TEXT.index("an hour") + 2
    low, high = sentence_around(TEXT, start, end)
    assert TEXT[low:high] == "Gen. Arne Dahl met U.S. envoys on Oct. 5 in Bergen. They talked for an hour!"


@given(st.text(max_size=300), st.data())
def test_the_sentence_always_holds_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence_around(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)


def test_a_text_without_full_stops_is_cut() -> None:
    text = "word " * 100_000
    low, high = sentence_around(text, 250_000, 250_004)
    assert high - low < 5_000
