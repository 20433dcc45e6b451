"""A people that lives as a community in the state that a report is about is not the state called after it."""

from datetime import date

import pytest

from read_text import read_text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Macedonia's president met the guerrillas' envoy in Skopje. The Albanians had asked that their language be "
            "an official one.",
            "Albanians",
        ),
        ("Bosnia's three leaders met in Sarajevo. The Croats demanded a third entity.", "Croats"),
        ("Ethnic Hungarians demanded a university in Cluj, Romania said.", "Hungarians"),
        ("Albania and Kosovo met in Pristina. The Albanians asked for a corridor.", "Albania"),
        ("Serbia and Kosovo met in Brussels. The Serbs asked for a promise.", "Serbia"),
        ("Russian troops left Georgia. The Russians asked Tbilisi for guarantees.", "Russia"),
        ("The Americans asked Iran to free two men.", "United States"),
    ],
)
def test_who_asks(text: str, source: str) -> None:
    _, found, names = read_text(text, date(2021, 3, 15))
    (ask,) = [act for act in found.acts if act.type == "REQUEST"]
    assert [names[key] for key in ask.sources] == [source]
