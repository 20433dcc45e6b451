"""Which phrases for deals are agreements, whose they are, and which of them are one."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2024, 11, 5)


def _told(text: str) -> list[tuple[str, set[str], str]]:
    _, findings, names = read_text(text, DAY)
    return [
        (one.name, {names[key] for key in one.parties}, one.date.edtf if one.date else "")
        for one in findings.agreements
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sudan's government and the Justice and Equality Movement accuse each other of raids. The ceasefire to "
            "which the two sides agreed in Abeche in April 2021 has not stopped the killing.\n",
            ("ceasefire", {"Sudan", "Justice and Equality Movement"}, "2021-04"),
        ),
        (
            "India praised the fishing arrangement announced by New Delhi and Dhaka on October 21.\n",
            ("fishing arrangement", {"India", "Bangladesh"}, "2024-10-21"),
        ),
        (
            "Morocco and the Polisario Front will meet. Their envoys read a joint communiqué on Thursday in which "
            "both delegations agreed to build trust.\n",
            ("joint communiqué", {"Morocco", "Polisario Front"}, "2024-10-31"),
        ),
        (
            "Washington recalled a 1994 agreement between the United States and North Korea.\n",
            ("1994 agreement", {"United States", "North Korea"}, "1994"),
        ),
    ],
)
def test_ways_to_tell_that_one_was_made(text: str, wanted: tuple[str, set[str], str]) -> None:
    assert _told(text) == [wanted]


def test_two_phrases_for_what_two_made_on_one_day_are_one() -> None:
    text = (
        "Chad and Libya issued a joint statement on 28 October 2024 after talks in Tunis. Envoys had sat for a week."
        "\n\nA year of quarrels lay behind them. Neither Chad nor Libya has broken the pact of 28 October 2024.\n"
    )
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The minister defended the agreement with the International Monetary Fund.\n",
        "Honduras signed the agreement allowing the mission in.\n",
    ],
)
def test_a_deal_without_day_points_or_second_side_is_none(text: str) -> None:
    assert _told(text) == []


def test_an_organisation_beside_the_two_sides_only_helped() -> None:
    text = (
        "Yemen and the Houthis met in Bern on Monday. Yemen and the Houthis, together with the Red Cross, adopted a "
        "plan on Tuesday under which both sides will free 800 men and open two roads. Yemen thanked the Houthis. The "
        "Houthis thanked Yemen.\n"
    )
    assert [parties for _, parties, _ in _told(text)] == [{"Yemen", "Houthis"}]
