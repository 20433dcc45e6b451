"""States and breakaway entities that the world data don't know act as states where a report shows them as such."""

from datetime import date

import pytest

from read_text import read_text

Row = tuple[str, set[str], set[str]]


def rows(text: str) -> tuple[list[Row], dict[str, str]]:
    """Type, sources and targets of each act of `text`, and its actors' kinds by name."""
    _, found, names = read_text(text, date(2019, 5, 7))
    acts: list[Row] = [(a.type, {names[k] for k in a.sources}, {names[k] for k in a.targets}) for a in found.acts]
    return acts, {actor.name: actor.kind for actor in found.actors}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Molvania threatened to cut off gas supplies to Zemlandia.", ("THREATEN", {"Molvania"}, {"Zemlandia"})),
        ("Zemlandia agreed to send doctors to Molvania.", ("AGREE", {"Zemlandia"}, {"Molvania"})),
        ("Molvanian troops fired on a Zemlandian patrol.", ("ASSAULT", {"Molvanian"}, {"Zemlandian"})),
        ("The foreign minister of Molvania will visit Zemlandia on Friday.", ("CONSULT", {"Molvania"}, {"Zemlandia"})),
        ("Molvania's parliament ratified the treaty with Zemlandia.", ("SUPPORT", {"Molvania"}, {"Zemlandia"})),
        ("Carpania imposed sanctions on Lusatania.", ("SANCTION", {"Carpania"}, {"Lusatania"})),
        ("Carpania withdrew its troops from the disputed valley.", ("RETREAT", {"Carpania"}, set())),
        ("Lusatania denied that its soldiers had crossed the river.", ("REJECT", {"Lusatania"}, set())),
    ],
)
def test_an_unknown_state_acts_and_is_acted_on(text: str, row: Row) -> None:
    assert row in rows(text)[0]


def test_the_people_and_the_country_are_one_party() -> None:
    text = "Molvania accused Zemlandia of espionage. Molvanian troops fired on a Zemlandian patrol the next day."
    acts, kinds = rows(text)
    assert ("ASSAULT", {"Molvania"}, {"Zemlandia"}) in acts
    assert kinds["Molvania"] == "state" and "Molvanian" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "Dania and Rafael met at a bar in Rome and will spend the weekend on the beach.",
        "Correa's government was praised by voters of the left.",
        "Iberia agreed to buy Alitalia's planes.",
        "Heredia accused Gouveia of lying.",
        "Muslims and Sikhs live side by side in the town.",
        "The glaciers of the Andes are melting, and Andean farmers suffer.",
        "Telia agreed to sell its unit to Nokia.",
        "Verdania withdrew its shares from its subsidiary, whose board opposed its officials' plan.",
    ],
)
def test_people_firms_and_faiths_are_no_states(text: str) -> None:
    assert "state" not in set(rows(text)[1].values())
