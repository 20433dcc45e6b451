"""Copies, wires, and amounts that clash."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import syndication
from verbale.model import Report
from verbale.resolve.copies import copies, shingles, wire
from verbale.resolve.differ import amount

OWN = (
    "Delegates walked through the snow to the old customs house at the river. They had brought maps of the minefields, "
    "two interpreters and a crate of apples. By noon the heating had failed, and the session moved to a school nearby. "
    "Nobody on either side would say how many points of the draft had been settled before the light went. "
)
OTHER = (
    "Traders at the crossing said on Friday that lorries had waited nine days for a stamp. The customs service blamed "
    "a computer fault, the drivers a new rule. A mayor of one of the villages offered them tea and a field to park in. "
)
QUOTE = (
    "“We came with open hands and an open book, we will leave with neither closed, and whoever says that we were late "
    "should look at the bridge that was blown up last spring and ask who did that and why it still lies in the water,” "
)


def found(*texts: str) -> dict[str, str]:
    return copies([f"r{i}" for i in range(len(texts))], [shingles(text) for text in texts])


def test_a_text_inside_a_longer_one_is_a_copy():
    assert found(OWN, OTHER + OWN) == {"r1": "r0"}
    assert found(OTHER + OWN, OWN) == {"r1": "r0"}
    assert found(OWN, OTHER) == {}


def test_one_quotation_in_two_reports_makes_no_copy():
    assert found(OWN + QUOTE + "the envoy said.", OTHER + QUOTE + "said the envoy.") == {}


def test_a_copy_of_a_copy_points_at_the_first():
    edited = OWN.replace("apples", "pears")
    assert found(OWN, edited, edited.replace("noon", "two")) == {"r1": "r0", "r2": "r0"}


def test_planted_copies_are_found_among_many():
    figures = syndication.measure(reports=1500, planted=100)
    assert figures["recall"] >= 0.97 and figures["precision"] >= 0.99


@pytest.mark.parametrize(
    ("text", "byline", "outlet", "name"),
    [
        ("TBILISI (Reuters) - Talks on the crossing went on.", "", "The Harbour Post", "Reuters"),
        ("Talks on the crossing went on. (Yonhap)", "", "The Harbour Post", "Yonhap"),
        ("Talks went on.", "By Agence France-Presse", "The Harbour Post", "Agence France-Presse"),
        ("The envoy told Reuters that talks went on.", "By A. Person", "The Harbour Post", None),
        ("TBILISI (Reuters) - Talks went on.", "", "Reuters", None),
    ],
)
def test_the_wire_is_who_the_report_credits(text: str, byline: str, outlet: str, name: str | None):
    credited = wire(Report("r", "r.txt", text, outlet=outlet, byline=byline))
    assert (credited is None) == (name is None)
    assert name is None or name.split()[0] in credited or credited == "AFP"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine soldiers", (9, "soldier")),
        ("180 days", (180, "day")),
        ("1,200 tons", (1200, "ton")),
        ("two million dollars", (2_000_000, "dollar")),
        ("$3.5 billion", (3_500_000_000, "")),
        ("several", None),
    ],
)
def test_printed_amounts(text: str, value: tuple[float, str] | None):
    assert amount(text) == value
