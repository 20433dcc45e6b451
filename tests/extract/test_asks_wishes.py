"""Asks told as wishes, by their noun and a copula, or in the clause after their noun; and what is none."""

from datetime import date

import pytest

from read_text import AskLine, read_asks

DAY = date(2023, 3, 15)

ASKS = [
    (
        "Norway and Iceland met in Oslo. Norway wants to be exempted from the quota.",
        ("Norway", "Iceland", "be exempted from the quota", "open"),
    ),
    (
        "Chad and Libya met in Tunis. Chad would like Libya to hand over the rebels.",
        ("Chad", "Libya", "Libya to hand over the rebels", "open"),
    ),
    (
        "Chad and Libya met in Tunis. Chad has suggested that the ministers meet again in May.",
        ("Chad", "Libya", "the ministers meet again in May", "open"),
    ),
    (
        "Chad and Libya met in Tunis. Chad wanted the militia out of the villages along the frontier.",
        ("Chad", "Libya", "the militia out of the villages along the frontier", "open"),
    ),
    (
        "Turkey's condition is that Sweden extradite the exiles.",
        ("Turkey", "Sweden", "Sweden extradite the exiles", "open"),
    ),
    (
        "The Kremlin's proposal is for a truce of three days.",
        ("Russia", "", "a truce of three days", "open"),
    ),
    (
        "Tirana put forward a request of its own in May: that Greece withdraw its patrols.",
        ("Albania", "", "Greece withdraw its patrols", "open"),
    ),
    (
        "Armenia had proposed a truce of ten days, to begin at once.",
        ("Armenia", "", "a truce of ten days, to begin at once", "open"),
    ),
    (
        "Kosovo has not removed its barriers, although it was asked to do so by Serbia in March.",
        ("Serbia", "Kosovo", "removed its barriers", "refused"),
    ),
]

NONE = [
    "Chad and Libya met in Tunis. Chad has suggested that the rebels know the place.",
    "Norway and Iceland met in Oslo. Norway wants to join the fund.",
    "Turkey offered Azerbaijan its full support.",
    "Nobody in Armenia asked Georgia for a road.",
]


@pytest.mark.parametrize(("text", "line"), ASKS)
def test_the_ask_is_found(text: str, line: AskLine) -> None:
    assert line in read_asks(text, DAY)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_asked(text: str) -> None:
    assert read_asks(text, DAY) == []
