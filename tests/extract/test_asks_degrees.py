"""Half an answer, and answers told by what became of what was asked."""

from datetime import date

import pytest

from read_text import AskLine, read_asks

DAY = date(2021, 6, 16)

ANSWERS = [
    (
        "Peru asked Chile to open its archive. Chile would only promise to look into it.",
        ("Peru", "Chile", "open its archive", "partial"),
    ),
    (
        "Greece asked Germany for reparations. Berlin promised only to study the matter.",
        ("Greece", "Germany", "reparations", "partial"),
    ),
    (
        "Kenya urged Somalia to publish the list. Mogadishu said only that it would do so in time.",
        ("Kenya", "Somalia", "publish the list", "partial"),
    ),
    (
        "The Houthis had demanded that the port be reopened. Riyadh agreed, provided that ships were searched first.",
        ("Houthis", "Saudi Arabia", "the port be reopened", "partial"),
    ),
    (
        "The ELN proposed a truce of ninety days. The government accepted on condition that hostages be freed.",
        ("National Liberation Army", "Colombia", "a truce of ninety days", "partial"),
    ),
    (
        "Norway proposed a common fund. Sweden accepted it, but only for a year.",
        ("Norway", "Sweden", "a common fund", "partial"),
    ),
    (
        "Cyprus asked Turkey to open the crossing. Turkey replied that the road could be used, but that the gate would "
        "stay shut.",
        ("Cyprus", "Turkey", "open the crossing", "partial"),
    ),
    (
        "The rebels had asked Chad to free their men. Chad relented halfway.",
        ("rebels", "Chad", "free their men", "partial"),
    ),
    (
        "Morocco had demanded a larger quota, and Brussels, which had resisted for months, gave way in part.",
        ("Morocco", "European Union", "a larger quota", "partial"),
    ),
    (
        "London urged Tehran to free the tourists. Tehran's reply, when it came, was short: “No.”",
        ("United Kingdom", "Iran", "free the tourists", "refused"),
    ),
    (
        "Kabul asked the Taliban to free the hostages first, something they have declined to do.",
        ("Afghanistan", "Taliban", "free the hostages first", "refused"),
    ),
    (
        "The OSCE pleaded with both sides not to leave the hall. That plea went unheard.",
        ("OSCE", "", "not to leave the hall", "none"),
    ),
    (
        "Venezuela demanded that the ship be withdrawn. The ship left on the last day of the year.",
        ("Venezuela", "", "the ship be withdrawn", "accepted"),
    ),
    (
        "Armenia demanded that the gunmen leave the school. They left on Friday.",
        ("Armenia", "", "the gunmen leave the school", "accepted"),
    ),
    (
        "Eritrea has not limited conscription to 18 months, as the EU has urged it to do for years.",
        ("European Union", "Eritrea", "limited conscription to 18 months", "none"),
    ),
    (
        "Chad opened the border on Monday, as Cameroon had asked it to.",
        ("Cameroon", "Chad", "opened the border on Monday", "accepted"),
    ),
    (
        "Ukraine failed to obtain what it had asked of Germany: a guarantee on the pipeline.",
        ("Ukraine", "Germany", "a guarantee on the pipeline", "open"),
    ),
    (
        "France asked Mali to let the troops stay. Bamako shrugged off the appeal.",
        ("France", "Mali", "let the troops stay", "refused"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_answers(text: str, expected: AskLine) -> None:
    assert expected in read_asks(text, DAY), read_asks(text, DAY)


def test_what_was_done_at_a_request_is_not_the_ask_before() -> None:
    text = (
        "The host had asked Guyana to come to the island. On Friday the Security Council met behind closed doors at "
        "Guyana's request."
    )
    assert ("Guyana", "UN Security Council", "met behind closed doors", "accepted") in read_asks(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The tribunal ordered Gazprom to pay Ukraine.",
        "Should Russia fail to pay, Kyiv will go to court, its minister said.",
        "In the pact, as the Kremlin calls it, Armenia undertook to keep the peace.",
    ],
)
def test_no_asks(text: str) -> None:
    assert read_asks(text, DAY) == []
