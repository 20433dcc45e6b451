"""Parties as bodies: "the party" of one that the world data knows, and of the only movement of a report."""

import pytest

from extract.test_actors_collectives import meant


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Likud held a vote. The party chose a new chairman.", "The party", {"Likud"}),
        ("Renamo held a congress in Beira. The party has asked for half of the posts.", "The party", {"RENAMO"}),
    ],
)
def test_who_is_meant(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words) == (who, False)
