"""Names that what is known beforehand puts right: leaders, states after "envoy for", towns after "drove to"."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


def people(doc: Doc) -> set[str]:
    return {ent.text for ent in doc.ents if ent.label_ == "PERSON"}


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("Special envoy for Sudan Ivar Berg met both generals.", "Ivar Berg", "Sudan"),
        ("The talks opened late. UN envoy for Yemen Lena Dahl spoke first.", "Lena Dahl", "Yemen"),
        ("Special envoy for South Sudan Ivar Berg met both generals.", "Ivar Berg", "South Sudan"),
    ],
)
def test_a_state_ends_the_title(read: Callable[[str], Doc], text: str, person: str, state: str) -> None:
    doc = read(text)
    assert people(doc) == {person}
    assert any(ent.text == state and ent.kb_id_.startswith("state/") for ent in doc.ents)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Chrystia Freeland walked out smiling.", "Chrystia Freeland"),
        ("Pashinyan rejected the map, and Aliyev took it home.", "Pashinyan"),
        ("Tshisekedi and Kagame shook hands in Luanda.", "Tshisekedi"),
    ],
)
def test_leaders_are_people(read: Callable[[str], Doc], text: str, person: str) -> None:
    assert person in people(read(text))


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The negotiators drove to Batken. They said that Batken was calm.", "Batken"),
        ("The generals flew to Kauda on Monday.", "Kauda"),
        ("The elders met in Sinjil on Friday.", "Sinjil"),
    ],
)
def test_who_goes_somewhere_goes_to_a_place(read: Callable[[str], Doc], text: str, town: str) -> None:
    assert town not in people(read(text))


def test_people_are_no_days(read: Callable[[str], Doc]) -> None:
    text = "“We have,” said Getachew Reda. His namesake on the opposite bench, Getachew Jember, left the hall."
    assert "Getachew Jember" in people(read(text))
    assert not people(read("The talks resume in May Week and on August Sunday."))
