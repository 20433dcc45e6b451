"""The text between two places of a Doc is that of `Doc.text`."""

import spacy
from hypothesis import example, given
from hypothesis import strategies as st

from verbale.extract.between import between

BLANK = spacy.blank("en")


@given(st.text(alphabet="ab .,–-\n\u2028é", max_size=60), st.integers(-2, 70), st.integers(-2, 70))
@example("aaaaaa ", 6, 7)
def test_between_is_a_slice_of_the_text(text: str, start: int, end: int) -> None:
    doc = BLANK(text)
    assert between(doc, start, end) == (text[start:end] if 0 <= start < end else "")
