"""Whole pages in the manner of presses on five continents (data/dumps), each with what a reader finds in it.

A dump's lines open with a mark: `H|` headline, `B|` body, `S|` section head, `C|` caption, a blank for furniture. A
page of HTML tells the same in a comment at its top.
"""

import re
from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.model import Report

DUMPS = sorted((Path(__file__).parent / "data" / "dumps").iterdir())


def told_and_page(path: Path) -> tuple[dict[str, str], str]:
    """What a file says of its page, and the page."""
    if path.suffix == ".html":
        head, page = path.read_text("utf-8").removeprefix("<!-- ").split(" -->\n", 1)
        entries = re.split(r";\s", head)
    else:
        head, page = path.read_text("utf-8").split("---\n", 1)
        entries = head.splitlines()
    return dict((entry + " ").split(": ", 1) for entry in entries), page


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name)
def test_the_parts_of_a_page(path: Path, tmp_path: Path) -> None:
    told, page = told_and_page(path)
    lines = page.splitlines() if path.suffix == ".txt" else []
    marked = {mark: [line[2:] for line in lines if line[0] in mark and line[1] == "|"] for mark in ("C", "BS")}
    plain = "\n".join(line[2:] if line[1] == "|" else line[1:] for line in lines) if lines else page
    copy = tmp_path / path.name
    copy.write_text(plain + "\n", "utf-8")
    (report,) = read_sources([copy])
    assert isinstance(report, Report), report
    time = report.published.time
    assert (report.headline, report.byline) == (told["headline"].strip(), told["byline"].strip())
    assert time is not None
    assert {str(time.earliest), str(time.latest)} == {told["day"].strip()}
    assert list(report.captions) == (list(dict.fromkeys(marked["C"])) if lines else [told["caption"].strip()])
    if lines:
        body = "".join(report.text[zone.start : zone.end] for zone in report.zones if zone.kind != "caption")
        assert body == "".join(marked["BS"])
