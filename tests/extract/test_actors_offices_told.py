"""Parties that an office tells, what a minister is for, and "the government" beside the movement that it fights."""

import pytest
from test_actors_roles import meant, party, read

KENYA = "Juma Otieno, the interior minister of Kenya, was there with Zuzana Hall of Malawi. "


@pytest.mark.parametrize(
    ("text", "who", "of"),
    [
        ("Britain waits for Ireland. Amber Lowe, the Brexit Secretary, said so.", "Amber Lowe", "United Kingdom"),
        ("The British waited. Peter Crane, the Northern Secretary, said no.", "Peter Crane", "United Kingdom"),
        ("Riek Machar, the Vice President of Southern Sudan, saw the LRA.", "Riek Machar", "South Sudan"),
        ("Prime Minister Pushpa Kamal Dahal met Narendra Modi in India.", "Pushpa Kamal Dahal", "Nepal"),
        ("Jan Egeland, the personal envoy of Kofi Annan, saw the rebels.", "Jan Egeland", "United Nations"),
        ("Horst Köhler, a former president of Germany, said Morocco would wait.", "Horst Köhler", "United Nations"),
        ("Milan Petrov, a spokesman for Viktor Orban, said Hungary would wait.", "Milan Petrov", "Hungary"),
    ],
)
def test_the_office_tells_the_party(text: str, who: str, of: str) -> None:
    assert party(text, who) == of


def test_a_portfolio_is_no_party() -> None:
    _, index = read("The British waited. Peter Crane, the Northern Secretary, said no.")
    assert "Northern" not in {actor.name for actor in index.actors}


def test_the_government_beside_a_movement_is_of_its_state() -> None:
    text = KENYA + "The government and the FARC signed on Monday. The ELN and the government did not."
    assert meant(text, "The government") == ({"Colombia"}, False)


def test_the_maoists_are_those_of_the_state_told_of() -> None:
    text = "Nepal waits. The Communist Party of Nepal (Maoist) will sign. The Maoists said so."
    one = ({"Communist Party of Nepal (Maoist)"}, False)
    assert meant(text, "Communist Party") == meant(text, "The Maoists") == one


@pytest.mark.parametrize(
    "text",
    [
        "Peter Duval insisted on it. He added that Kenya's foreign minister had agreed. Duval also spoke of Kenya.",
        "Peter Duval said Kenya's foreign minister had agreed. Duval also insisted on more.",
        "Peter Duval left. Kenya's foreign minister had agreed. Duval insisted on more.",
    ],
)
def test_who_tells_of_an_office_does_not_hold_it(text: str) -> None:
    assert party(text, "Peter Duval") is None


def test_the_office_told_of_who_was_just_named_is_theirs() -> None:
    assert party("Peter Duval walked out. The Kenyan minister said nothing.", "Peter Duval") == "Kenya"
