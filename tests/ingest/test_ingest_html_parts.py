"""Captions, the day and lines at the edges of pages of HTML whose mark-up says nothing of them."""

from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.model import Report

PARAGRAPHS = [
    "Slovenia and Croatia agreed on Friday to let fishermen of both countries work in the bay for another season.",
    "The two foreign ministers had met for an hour in Portoroz. Neither of them spoke of the line on the map itself.",
    "“We have let the nets be, and that is something,” the Slovenian minister told reporters on the quay afterwards.",
    "A commission of both countries will look at the matter again in the autumn, according to a joint statement.",
]


def read(tmp_path: Path, *, head: str = "", top: str = "", middle: str = "", end: str = "") -> Report:
    body = [f"<p>{text}</p>" for text in PARAGRAPHS]
    page = f"""<html><head><title>Nets in the bay for one more year</title></head><body>{head}
    <h1>Nets in the bay for one more year</h1>{top}{"".join(body[:2])}{middle}{"".join(body[2:])}{end}</body></html>"""
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    (report,) = read_sources([path])
    assert isinstance(report, Report), report
    return report


def body_of(report: Report) -> list[str]:
    return [report.text[zone.start : zone.end] for zone in report.zones if zone.kind != "caption"]


CAPTION = "Fishermen mend their nets in the harbour of Piran."


@pytest.mark.parametrize(
    "mark",
    [
        "<figure><img src='a.jpg'><p class='c'>{}</p></figure>",
        "<div class='pic'><img src='a.jpg'><br><span>{} Photo: Bay Gazette/Ana Kos</span></div>",
        "<div class='img'><img src='a.jpg'><div class='cap'>{} – BTA pic</div></div>",
        "<table><tr><td><img src='a.jpg'><br><i>{} PHOTO BY A. KOS</i></td></tr></table>",
        "<p class='cap'>{} © Bay Gazette / A. Kos</p>",
        "<p>{} (Ana Kos/STA)</p>",
    ],
)
def test_a_caption_that_nothing_marks(mark: str, tmp_path: Path) -> None:
    report = read(tmp_path, middle=mark.format(CAPTION))
    assert [caption.startswith(CAPTION) for caption in report.captions] == [True]
    assert body_of(report) == PARAGRAPHS


@pytest.mark.parametrize(
    "mark",
    [
        "<div><img src='a.jpg'><a href='1'>News</a> <a href='2'>Photo: fleet</a> <a href='3'>Bay</a> of the sea</div>",
        "<figure><img src='a.jpg'><p>(Ana Kos / STA)</p></figure>",
        "<aside><figure><img src='a.jpg'><p>Ten places to swim before the summer ends</p></figure></aside>",
    ],
)
def test_what_stands_by_a_picture_and_is_no_caption(mark: str, tmp_path: Path) -> None:
    assert not read(tmp_path, middle=mark).captions


@pytest.mark.parametrize(
    ("head", "top", "day"),
    [
        ("", "<div class='x'>Friday, 4 May 2018 13:22</div>", "2018-05-04"),
        ("", "<p class='by'>Ana Kos, in Piran &middot; 4 May 2018 &middot; 3 minute read</p>", "2018-05-04"),
        ("", "<div class='meta'>Updated / Friday, 4 May 2018 13:22</div>", "2018-05-04"),
        ("<table><tr><td>Piran, Friday May 4, 2018</td><td>1.20</td></tr></table>", "", "2018-05-04"),
        ("<div>Today is 7 June 2021</div>", "<div>5 hours ago</div>", None),
    ],
)
def test_the_day_that_a_line_by_the_headline_prints(head: str, top: str, day: str | None, tmp_path: Path) -> None:
    time = read(tmp_path, head=head, top=top).published.time
    assert (time and time.earliest and time.earliest.isoformat()) == day


@pytest.mark.parametrize(
    "end",
    [
        "<p>Read also: <a href='1'>Salt pans reopen</a> | <a href='2'>A bridge for Izola</a></p>",
        "<p>(c) 2018 Bay Gazette Ltd. Reproduction forbidden.</p>",
        "<p>[<a href='1'>Print this story</a>] [<a href='2'>Write to the editor: type BAY and send it</a>]</p>",
        "<p>Also today: Cow stops train near Koper</p>",
    ],
)
def test_lines_at_the_end_of_the_page_are_no_part_of_the_report(end: str, tmp_path: Path) -> None:
    assert body_of(read(tmp_path, end=end)) == PARAGRAPHS
