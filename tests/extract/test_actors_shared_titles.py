"""Two lists side by side: each person takes the office and the party in the same place."""

from verbale.extract import actors
from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world


def _people(text: str) -> dict[str, tuple[str | None, list[str]]]:
    report = Report(id="r", path="", text=text)
    world = load_world()
    found = actors.find(analyse(report, world), report, world).actors
    return {a.name: (a.party, [office.title for office in a.offices]) for a in found if a.kind == "person"}


def test_each_person_takes_the_party_in_the_same_place() -> None:
    people = _people("The foreign ministers of Jordan and Iraq, Ayman Safadi and Fuad Hussein, met in Amman on Monday.")
    assert people == {
        "Ayman Safadi": ("Jordan", ["foreign minister"]),
        "Fuad Hussein": ("Iraq", ["foreign minister"]),
    }


def test_lists_of_different_length_give_nothing() -> None:
    people = _people("The leaders of Greece and Turkey, Kostas Petrou among them, spoke on Tuesday.")
    assert people["Kostas Petrou"][0] is None
