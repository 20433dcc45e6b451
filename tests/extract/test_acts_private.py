"""What general news tells of private people in the words of politics is no act; what parties do there is."""

from datetime import date

import pytest

from read_text import read_text


def acts_in(text: str) -> list[str]:
    return [act.type for act in read_text(text, date(2021, 6, 16))[1].acts]


@pytest.mark.parametrize(
    "text",
    [
        "Headteacher Ana Ruiz thanked the pupils for their help, a visitor from Peru said.",
        "A Kenyan trader was arrested on Tuesday on a charge of heroin trafficking.",
        "The guide Tomas Berg met the carpenter Ole Lind in Norway.",
        "Officials of Peru declined to respond to questions from reporters.",
        "Chile has no plan in mind.",
        "The Songhai Empire demanded tribute from the Nigerian towns.",
    ],
)
def test_private_matters_are_no_acts(text: str) -> None:
    assert acts_in(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya thanked Norway for its help on Tuesday.", "SUPPORT"),
        ("Peru accused Chile of drug trafficking on Tuesday.", "ACCUSE"),
        ("Norway's foreign minister met his Kenyan counterpart in Oslo on Tuesday.", "CONSULT"),
    ],
)
def test_what_parties_do_is_told(text: str, kind: str) -> None:
    assert kind in acts_in(text)
