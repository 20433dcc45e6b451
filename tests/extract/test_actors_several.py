""" "They", "both", "the two countries": those whom a whole report is about, and those named further down."""

import pytest
from test_actors_roles import meant

_ABOUT_TWO = (
    "Chad closed the border post at Adre. A Chadian officer said the road was mined. Sudan protested. "
    "The Sudanese envoy left. Norway offered to help. "
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (_ABOUT_TWO + "The two countries have been holding talks for a year.", "The two countries", {"Chad", "Sudan"}),
        (
            "After they first sat down to it, Oman and Yemen agreed on a line.",
            "they first",
            {"Oman", "Yemen"},
        ),
        ("The Saudis agreed to the date. On the fees they proposed a lower sum.", "they proposed", {"Saudi Arabia"}),
        ("Fiji and Tonga met in Suva. A plan of the mediator was turned down by both.", "both.", {"Fiji", "Tonga"}),
        (
            "CIA director Paul Reed and the head of the Mossad, Dan Arad, are expected in Doha. They met there in May.",
            "They met",
            {"Paul Reed", "Dan Arad"},
        ),
        (
            "A Turkish crew built a road. Cyprus met the United Nations on Friday. Turkey objected. A source said he "
            "had written to both sides.",
            "both sides",
            {"Cyprus", "Turkey"},
        ),
    ],
)
def test_several_are_meant(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who
