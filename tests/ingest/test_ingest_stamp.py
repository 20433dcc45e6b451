"""The time of day that opens an entry of a live report is no part of what it tells."""

import pytest

from read_text import read_statements
from verbale.ingest.stamp import end_of_stamp, stamp_of


@pytest.mark.parametrize(
    ("line", "minutes", "rest"),
    [
        ("15.40 “We have a text,” the envoy says.", 940, "“We have a text,” the envoy says."),
        ("9.05pm: Oslo agrees", 1265, "Oslo agrees"),
        ("14:20 GMT – Delegates leave", 860, "Delegates leave"),
        ("08:15 The doors are shut.", 495, "The doors are shut."),
        ("12.50 euros a litre is too much.", 770, ""),
        ("Nothing yet at 15.40.", None, ""),
        ("25:10 The hall fills.", None, ""),
    ],
)
def test_stamps(line: str, minutes: int | None, rest: str) -> None:
    assert stamp_of(line) == minutes
    end = end_of_stamp(line)
    assert (line[end:] if end else "") == rest


@pytest.mark.parametrize(
    "text",
    [
        "15.40 “We have stopped at the edge,” Boris Trajkovski tells the cameras.",
        "15:40 – “We have stopped at the edge,” Boris Trajkovski tells the cameras.",
    ],
)
def test_a_quotation_begins_behind_the_stamp(text: str) -> None:
    (statement,), _ = read_statements(text)
    assert [span.text for span in statement.content] == ["We have stopped at the edge,"]
    assert statement.mode == "direct"
