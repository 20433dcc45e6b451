"""Nouns beside names, quotes that go on, governments told by their own ministers, the capital of a report's state."""

import pytest
from test_actors_roles import meant


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Peru asked for a loan. Its state company, Andes Gas, has asked too.", "Its state company", {"Andes Gas"}),
        ("Mauro Viana, their host, spoke of a beginning.", "their host", {"Mauro Viana"}),
        ("Spain, the former colonial power, said it took note.", "the former colonial power", {"Spain"}),
        (
            "Keller had met Sofia Brandt. “It was Sofia Brandt who paid after she had asked,” said the official.",
            "she had",
            {"Sofia Brandt"},
        ),
        (
            "“Paul Okello was tired,” said a lawyer who works in Lira. “Now he is to lead the unit.”",
            "he is",
            {"Paul Okello"},
        ),
        (
            "Oleg Sorokin spoke for an hour. Taro Kono, who had refused to eat with him, left early.",
            "him, left",
            {"Oleg Sorokin"},
        ),
        (
            "Fiji wrote to Samoa. Fiji wants a line. Fijian boats wait. Suva is angry. Troops marched on the capital.",
            "the capital",
            {"Suva"},
        ),
        (
            "Samoa asked for a review. Fiji's foreign minister, Ana Vuki, rejected that, saying the government "
            "remained neutral.",
            "the government remained",
            {"Fiji"},
        ),
    ],
)
def test_beside_a_name(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who
