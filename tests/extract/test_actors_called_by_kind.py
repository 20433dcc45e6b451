"""Bodies told by their name and their kind: "the X newspaper", "the daily X", and "the newspaper" further on."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 5, 20)


def speakers(text: str) -> list[str]:
    _, found, names = read_text(text, DAY)
    return [" and ".join(names[key] for key in item.speakers) for item in found.statements]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Maariv newspaper said Israel would pay for the canal.", ["Maariv"]),
        ("The Boeing company said it would appeal.", ["Boeing"]),
        ("The Likud party said it would vote against the budget.", ["Likud"]),
        ("The Interfax news agency said the convoy had left. The agency said it was small.", ["Interfax", "Interfax"]),
        (
            "The weekly Der Spiegel said Kenya would pay. The weekly said Chad would not.",
            ["Der Spiegel", "Der Spiegel"],
        ),
        ("The airline Qantas said it would fly on.", ["Qantas"]),
    ],
)
def test_a_name_with_its_kind_is_the_body_that_is_named(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The UN agency said the grain had run out.",
        "The French newspaper said the envoy had quit.",
        "The Boeing union said it would strike.",
    ],
)
def test_one_of_a_body_or_a_nation_is_not_the_body(text: str) -> None:
    assert not set(speakers(text)) & {"United Nations", "France", "Boeing"}
