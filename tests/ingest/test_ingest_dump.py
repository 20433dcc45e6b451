"""Text dumps with page furniture: what is report, what is not, and what is known of it."""

import datetime as dt
import io
import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from verbale.ingest import ReadOptions, read_sources
from verbale.ingest.bare.features import Table, features
from verbale.ingest.bare.lines import Lines, seen_in_each
from verbale.ingest.bare.read import read_bare
from verbale.ingest.bare.units import Unit
from verbale.model import Report, UnreadableReport

DUMP = """Skip to content
MENU
The Ledger of the Strait
Home | World | Economy | Sport
  • Facebook share button
  • Twitter share button

Turkey and Greece reopen exploratory talks in Istanbul

By Selin Arat and Nikos Vlahos
Published: 25 January 2021, 18:05
A A A

Greek diplomat Pavlos Apostolidis, left, greets his Turkish counterpart in Istanbul on Monday. (Reuters)
Greek diplomat Pavlos Apostolidis, left, greets his Turkish counterpart in Istanbul on Monday. (Reuters)

ISTANBUL, Jan. 25 (Strait Wire) — Greece and Turkey held their first talks in five years on Monday.

The meeting at a palace on the Bosphorus lasted three and a half hours, and both sides agreed to meet again in Athens.

What divides them

"We came to listen, and we were heard," a Greek official who took part in the meeting said.

Story continues below advertisement

Turkish presidential spokesman Ibrahim Kalin said that every question could be settled if both governments wanted it.

Athens wants the talks to deal with the continental shelf alone, while Ankara wants to put airspace on the table too.

Related: Ferry fares rise again in the islands
Most read
1. The cat that lives in the ministry
2. Snow closes the northern road
Sign up for our newsletter
© 2021 The Ledger of the Strait. All rights reserved.
"""


def read_text(text: str, options: ReadOptions | None = None, tmp: Path | None = None) -> Report:
    assert tmp is not None
    path = tmp / "page.txt"
    path.write_bytes(text.encode())
    (result,) = read_sources([path], options or ReadOptions())
    assert isinstance(result, Report), result
    return result


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return read_text(DUMP, tmp=tmp_path)


def zone_texts(report: Report, kind: str) -> list[str]:
    return [report.text[z.start : z.end] for z in report.zones if z.kind == kind]


def test_body_is_whole_and_furniture_is_gone(report: Report) -> None:
    assert report.text.startswith("ISTANBUL, Jan. 25 (Strait Wire) — Greece and Turkey held")
    for kept in ("palace on the Bosphorus", "we were heard", "could be settled", "airspace on the table"):
        assert kept in report.text
    for gone in (
        "MENU",
        "share button",
        "Story continues",
        "Ferry fares",
        "cat that lives",
        "newsletter",
        "©",
        "A A A",
    ):
        assert gone not in report.text


def test_headline_byline_and_day_stand_beside_the_text(report: Report) -> None:
    assert report.headline == "Turkey and Greece reopen exploratory talks in Istanbul"
    assert report.byline == "Selin Arat and Nikos Vlahos"
    assert report.published.how == "printed"
    assert report.published.time is not None
    assert report.published.time.earliest == report.published.time.latest == dt.date(2021, 1, 25)
    assert report.headline not in report.text
    assert "Selin Arat" not in report.text


def test_caption_printed_twice_is_kept_once_at_the_end(report: Report) -> None:
    (caption,) = report.captions
    assert caption.startswith("Greek diplomat Pavlos Apostolidis, left")
    assert report.text.count(caption) == 1
    assert report.text.endswith(caption)
    assert zone_texts(report, "caption") == [caption]


def test_section_head_and_dateline_are_zones_of_their_own(report: Report) -> None:
    assert zone_texts(report, "section_head") == ["What divides them"]
    assert zone_texts(report, "dateline") == ["ISTANBUL, Jan. 25 (Strait Wire) — "]


def test_zones_cover_all_but_the_blank_lines_between_paragraphs(report: Report) -> None:
    at = 0
    for zone in report.zones:
        assert zone.start >= at
        assert report.text[at : zone.start].strip() == ""
        at = zone.end
    assert at == len(report.text)


def test_every_character_maps_back_to_the_source(report: Report) -> None:
    steps = [*report.offsets, (len(report.text), None)]
    for (start, source), (end, _) in itertools.pairwise(steps):
        piece = report.text[start:end].rstrip("\n")
        assert DUMP[source : source + len(piece)] == piece


def test_dropped_lines_keep_reason_and_offset(report: Report) -> None:
    dropped = {line.text: line for line in report.dropped}
    assert dropped["Facebook share button"].reason == "share button"
    assert dropped["Most read"].reason == "other stories"
    for line in report.dropped:
        assert DUMP[line.offset : line.offset + len(line.text)] == line.text


def test_plain_takes_the_file_to_the_letter(tmp_path: Path) -> None:
    raw = "\ufeffMENU\r\n\r\n  Talks in\u00a0Geneva  end.\u00ad \r\n\tShare\r\n"
    report = read_text(raw, ReadOptions(plain=True), tmp_path)
    assert report.text == raw[1:]
    assert [(z.kind, z.start, z.end) for z in report.zones] == [("body", 0, len(raw) - 1)]
    assert report.plain and not report.dropped


def test_hard_wrapped_paragraphs_are_joined(tmp_path: Path) -> None:
    wrapped = (
        "The foreign ministers of Armenia and Azerbaijan met in Washington for four days to\n"
        "discuss a treaty that would end the dispute over the mountains that lie between the\n"
        "two countries, and left without one.\n"
        "\n"
        "Both ministers said in a joint statement that they had made progress on some of the\n"
        "articles, while their positions on the key questions still lay apart and would need\n"
        "further work in the months to come.\n"
    )
    report = read_text(wrapped, tmp=tmp_path)
    assert report.text.count("\n\n") == 1
    assert "four days to discuss a treaty" in report.text
    assert "\n" not in report.text.split("\n\n")[0]


def test_clean_article_without_furniture_loses_nothing(tmp_path: Path) -> None:
    paragraphs = [
        "Sudan's army and the Rapid Support Forces signed a declaration in Jeddah on Thursday.",
        "It obliges both to let civilians leave besieged towns.",
        "It is no ceasefire.",
        '"We hope to extend it step by step," an American official said.',
        "The talks go on.",
    ]
    report = read_text("\n\n".join(paragraphs), tmp=tmp_path)
    assert report.text == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea said Monday it would return to the table.",
        "Talks resume",
        "Kyiv\nMoscow",
    ],
)
def test_very_short_texts_are_kept(text: str, tmp_path: Path) -> None:
    report = read_text(text, tmp=tmp_path)
    assert report.text


def test_soft_hyphens_ligatures_and_references_are_cleaned_with_their_way_back() -> None:
    source = (
        "The of\ufb01\u00adcial said the cease\u00adfire &amp; the exchange\u00a0of captives would last to\u200b May.\n"
    )
    page = read_bare(source)
    (block,) = page.blocks
    assert block.piece.text == "The official said the ceasefire & the exchange of captives would last to May."
    differing = set()
    for at, character in enumerate(block.piece.text):
        to, place = [pair for pair in block.piece.offsets if pair[0] <= at][-1]
        if source[place + at - to] != character:
            differing.add(source[place + at - to])
    assert differing <= {"\ufb01", "\u00ad", "\u00a0"}


def test_only_an_update_is_printed_so_the_day_has_no_lower_bound(tmp_path: Path) -> None:
    text = DUMP.replace("Published: 25 January 2021, 18:05", "Updated: 26 January 2021")
    report = read_text(text, tmp=tmp_path)
    assert report.published.time is not None
    assert (report.published.time.earliest, report.published.time.latest) == (None, dt.date(2021, 1, 26))


def test_a_newsroom_stamps_the_day_of_its_last_version(tmp_path: Path) -> None:
    report = read_text(DUMP.replace("Published: 25", "Updated: 26"), tmp=tmp_path)
    assert report.published.time is not None
    assert (report.published.time.earliest, report.published.time.latest) == (dt.date(2021, 1, 26),) * 2


def test_day_and_month_that_may_be_swapped_give_bounds(tmp_path: Path) -> None:
    report = read_text(DUMP.replace("25 January 2021", "03/04/2021"), tmp=tmp_path)
    assert report.published.time is not None
    assert (report.published.time.earliest, report.published.time.latest) == (dt.date(2021, 3, 4), dt.date(2021, 4, 3))


def test_no_day_is_made_up(tmp_path: Path) -> None:
    report = read_text(DUMP.replace("Published: 25 January 2021, 18:05\n", ""), tmp=tmp_path)
    assert report.published.time is None
    assert report.published.how == "unknown"


def test_given_data_goes_before_found(tmp_path: Path) -> None:
    options = ReadOptions(
        published=dt.date(2021, 2, 1), outlet="Ledger", headline="My title", url="https://example.org/x"
    )
    report = read_text(DUMP, options, tmp_path)
    assert report.published.how == "given"
    assert report.published.time is not None and report.published.time.edtf == "2021-02-01"
    assert (report.outlet, report.headline, report.url) == ("Ledger", "My title", "https://example.org/x")


def test_lines_that_a_sites_pages_share_are_furniture(tmp_path: Path) -> None:
    bodies = [
        "Colombia's government and the ELN agreed in Caracas to resume talks after a pause of four years.",
        "Delegates of both sides met in Mexico City and signed a protocol on a ceasefire of six months.",
        "The guerrillas freed two soldiers in Arauca as a gesture before the third round in Havana opens.",
    ]
    for number, body in enumerate(bodies):
        text = f"Round {number + 1} of the talks\n\n{body}\n\nOur correspondents walk the frontier so that you know.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    reports = list(read_sources([tmp_path], ReadOptions(outlet="Frontier Post")))
    for report, body in zip(reports, bodies, strict=True):
        assert isinstance(report, Report)
        assert body in report.text
        assert "walk the frontier" not in report.text


def test_a_page_that_breaks_the_reader_leaves_the_others_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(DUMP.replace("talks", f"talks{number}"))
    alone = [next(read_sources([tmp_path / f"{number}.txt"])) for number in (0, 2)]

    def breaking(pages: Sequence[Sequence[str]]) -> list[Lines]:
        if any("talks1" in line for page in pages for line in page):
            raise ValueError
        return seen_in_each(pages)

    def breaking_alone(units: list[Unit], lines: Lines | None) -> tuple[Table, Lines]:
        if lines is None and any("talks1" in unit.text for unit in units):
            raise ValueError
        return features(units, lines)

    monkeypatch.setattr("verbale.ingest.bare.read.seen_in_each", breaking)
    monkeypatch.setattr("verbale.ingest.bare.read.features", breaking_alone)
    first, broken, last = read_sources([tmp_path])
    assert isinstance(broken, UnreadableReport) and "broken beyond" in broken.problem
    assert [first, last] == alone


def test_same_source_same_id_and_outlet_counts(tmp_path: Path) -> None:
    first = read_text(DUMP, tmp=tmp_path)
    assert read_text(DUMP, tmp=tmp_path).id == first.id
    assert read_text(DUMP, ReadOptions(outlet="Other"), tmp_path).id != first.id


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(DUMP.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    (report,) = read_sources(["-"])
    assert isinstance(report, Report) and report.path == "-"


ENGLISH_EDITION = """Startseite
Politik
Suche
Abo
Teilen auf Facebook

Serbia and Kosovo agree to recognise each other's plates

1 November 2022

Serbia and Kosovo agreed on Tuesday to recognise each other's number plates, the Union's envoy said in Brussels.

“Nobody will have to change a plate at the border any more,” the envoy told reporters after nine hours of talks.

Pristina's chief negotiator said that fines would be suspended for ten months, and Belgrade's spoke of a first step.

Das könnte Sie auch interessieren
Ferry fares on the Danube rise for the third time this year
Mehr zum Thema
Kommentare
Kommentar verfassen
Wir verwenden Cookies, um Ihnen diese Seite zu zeigen. Alle Cookies akzeptieren oder ablehnen?
Alle Rechte vorbehalten
"""


def test_furniture_in_another_language_leaves_a_report_in_english(tmp_path: Path) -> None:
    report = read_text(ENGLISH_EDITION, tmp=tmp_path)
    assert report.text.split("\n\n") == [line for line in ENGLISH_EDITION.split("\n") if line.count(" ") > 16]
    assert {dropped.reason for dropped in report.dropped if "Cookies" in dropped.text} == {"cookie or privacy notice"}


def test_lines_without_blanks_are_no_heads() -> None:
    lines = [
        "両代表団は金曜日に署名なしでオフリドを離れた。",
        "仲介者は来週また会うと述べた。",
        "南側の代表は何も語らなかった。",
    ]
    page = read_bare("\n".join(lines))
    assert [block.piece.text for block in page.blocks] == lines


LISTED = """Round of talks on the Rhine barrages closes

By Ilma Deren

France and Germany closed a round of talks on the Rhine barrages on Monday, and put out a paper of two pages.

The paper, which neither delegation has signed, comes with a calendar that the engineers of both sides drew up.

• a joint office will open in Strasbourg in May
• both sides will measure the water at Iffezheim
• a third party will audit the pumps every year

Share this article

WHAT IS LEFT OUT

The minister told reporters in Basel that the price of electricity had not been discussed at all.

Her counterpart said that the price would come last, and that nobody in Paris had expected anything else.

Comments (12)
"""


def test_a_list_and_a_head_below_furniture_stay_in_the_text(tmp_path: Path) -> None:
    report = read_text(LISTED, tmp=tmp_path)
    assert "a joint office will open in Strasbourg in May" in report.text
    assert "both sides will measure the water at Iffezheim" in report.text
    assert zone_texts(report, "section_head") == ["WHAT IS LEFT OUT"]
    assert "Share this article" not in report.text
