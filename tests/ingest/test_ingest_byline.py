"""Bylines: names, and what stands for them where an outlet names no writer."""

from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.ingest.byline import collective_byline
from verbale.model import Report


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Staff writer", "Staff writer"),
        ("By our diplomatic correspondent in Nairobi", "our diplomatic correspondent in Nairobi"),
        ("Web Desk", "Web Desk"),
        ("Agencies", "Agencies"),
        ("From our own correspondent", "our own correspondent"),
        ("The staff walked out", ""),
        ("Correspondent", ""),
        ("Visa desk", ""),
        ("Team", ""),
        ("Our team in the final lost again on Sunday to the visitors, who had nothing to lose", ""),
    ],
)
def test_collective_bylines(line: str, byline: str) -> None:
    assert collective_byline(line) == byline


DUMP = """Quay News
Home | World | Sport
Fishing talks stall over the northern banks
{byline}
May 4, 2023
Share this
Norway and the Faroe Islands broke off their talks on the northern banks on Thursday without setting a new date.
"We are far apart on the herring," the Norwegian negotiator told reporters in Bergen after the last session.
The Faroese delegation said that it would wait for an answer to the proposal that it had put in writing.
"""


@pytest.mark.parametrize(
    ("line", "byline"), [("Foreign Desk", "Foreign Desk"), ("Kari Nordvik, Bergen correspondent", "Kari Nordvik")]
)
def test_byline_of_a_dump(line: str, byline: str, tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(DUMP.format(byline=line))
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    assert report.byline == byline
    assert line not in report.text
    assert [d.reason for d in report.dropped if d.text == line] == ["byline"]


@pytest.mark.parametrize(
    ("mark", "byline"),
    [
        ('<span class="author">Kari Nordvik</span>', "Kari Nordvik"),
        ('<p class="meta author vcard">By Kari Nordvik</p>', "Kari Nordvik"),
        ('<div itemprop="author" class="x1">Kari Nordvik</div>', "Kari Nordvik"),
        ('<meta name="author" content="News Desk">', "News Desk"),
        ('<div class="author-bio">Kari Nordvik has covered fishing since 2009.</div>', ""),
        ('<div class="comment"><span class="author">Gull Watcher</span></div>', ""),
    ],
)
def test_byline_of_a_page(mark: str, byline: str, tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in DUMP.splitlines()[-3:])
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article><h1>Fishing talks stall</h1>{mark}{body}</article></body></html>")
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    assert report.byline == byline
