"""A hyphenated given name stays one token, and the clause around it parses."""

import pytest

from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world


@pytest.mark.parametrize("name", ["Moon Jae-in", "Kim Jong-un", "Tsai Ing-wen", "Choe Son-Hui", "Do Je-hae"])
def test_the_name_is_one_person_and_one_given_name(name: str) -> None:
    text = f"Reporters say that {name} met the envoy in June."
    doc = analyse(Report(id="r", path="", text=text), load_world())
    assert name.split()[1] in [token.text for token in doc]
    assert [ent.text for ent in doc.ents if ent.label_ == "PERSON"] == [name]
    assert len(doc.text) == len(text)


@pytest.mark.parametrize("words", ["a Seoul-based firm", "the Saudi-led forces", "Park Avenue-side shops"])
def test_other_hyphens_are_parted_as_ever(words: str) -> None:
    doc = analyse(Report(id="r", path="", text=f"He praised {words} in May."), load_world())
    assert "-" in [token.text for token in doc]
