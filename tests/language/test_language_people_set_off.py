"""People whom their sentence sets off: beside a title, before ", who", behind a day."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


def people(doc: Doc) -> set[str]:
    return {ent.text for ent in doc.ents if ent.label_ == "PERSON"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kiribati's fisheries minister, Tebao Awerika, who had come by boat, refused to sit down.", "Tebao Awerika"),
        ("Naqibullah, who heads the shura of Nangarhar, told the envoy that the road was mined.", "Naqibullah"),
        ("The port authority's director, Jaichan Pundee, handed over the keys.", "Jaichan Pundee"),
    ],
)
def test_names_between_commas_are_people(read: Callable[[str], Doc], text: str, person: str) -> None:
    assert person in people(read(text))


def test_a_day_is_off_the_name(read: Callable[[str], Doc]) -> None:
    doc = read("On Sunday Ebrard flew back to Mexico City with a list of four demands.")
    assert people(doc) == {"Ebrard"}


@pytest.mark.parametrize(
    "text",
    [
        "The Rohingya, who had fled in August, would not go back.",
        "Democrats, who were not asked, voted against the pact.",
        "Fatah, who has the ministry, kept it.",
    ],
)
def test_peoples_and_parties_are_not(read: Callable[[str], Doc], text: str) -> None:
    assert not people(read(text))


def test_a_name_is_off_the_day_before_it(read: Callable[[str], Doc]) -> None:
    doc = read("In June Egypt called on the council to intervene.")
    assert any(ent.text == "Egypt" and ent.kb_id_.startswith("state/") for ent in doc.ents)
