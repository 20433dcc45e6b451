"""The lexicon can be read whole, and its words and classes fit together."""

import pytest

from verbale.extract.acting.lexicon import PARTS_OF_SPEECH, frames, word_classes


@pytest.mark.parametrize("part", PARTS_OF_SPEECH)
def test_every_row_has_someone_who_acts(part: str) -> None:
    for word, rows in frames(part).items():
        for frame in rows:
            assert frame.sources, f"{word}, row {frame.row}"


@pytest.mark.parametrize("part", PARTS_OF_SPEECH)
def test_narrower_rows_come_first(part: str) -> None:
    for rows in frames(part).values():
        counts = [frame.weight for frame in rows]
        assert counts == sorted(counts, reverse=True)


def test_every_type_has_words() -> None:
    types = {frame.type for part in PARTS_OF_SPEECH for rows in frames(part).values() for frame in rows}
    assert len(types) == 16


def test_classes_are_lower_case_lemmas() -> None:
    for name, words in word_classes().items():
        assert words, name
        assert all(word == word.lower() for word in words), name
