import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import MadeRows, account, act, actor, day, report, span, statement
from verbale.dossier import render
from verbale.model import AgreementRow, AnswerRow, Filter, OfficeRow, ProvisionRow, ProvisionStatusRow, TrackRow
from verbale.record import Record

VOID = {"meta", "link", "br", "hr", "img", "input"}
SVG_LEAVES = {"rect", "line", "circle"}


class Page(HTMLParser):
    """A strict reader: every element is closed in order; collects ids, local links, elements and shown text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.by_id: dict[str, str] = {}
        self._within: list[str | None] = []
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.links.append(str(given["href"])[1:])
        if tag not in VOID:
            self.open.append(tag)
            self._within.append(given.get("id"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SVG_LEAVES | VOID, tag
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()
        self._within.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            return
        self.shown += data
        for key in self._within:
            if key:
                self.by_id[key] = self.by_id.get(key, "") + data


def rows(words: str = "the mine", name: str = "Ada Holm") -> MadeRows:
    """A small record in which every section has a row; `words` and `name` stand wherever a report's words may."""
    text = f"Norland asked Sudria to close {words}. “{words} stays,” {name} said in Bergen.\n\nThey met."
    ask = span("r1", text, f"Norland asked Sudria to close {words}")
    said = span("r1", text, f"{words} stays")
    met = span("r1", text, "They met")
    meeting = act(
        "a2",
        "CONSULT",
        (account("r1", (met,)),),
        what=words,
        sources=("Norland", name),
        place=words,
        when=day("2021-03-01"),
        track="t",
        outcome="none",
    )
    return MadeRows(
        {"r1": text},
        reports=(report("r1", outlet=words, headline=words, byline=name, url="javascript:alert(1)"),),
        actors=(
            actor("Norland", evidence=(ask,)),
            actor(
                "p1",
                "person",
                name=name,
                party="Norland",
                offices=(OfficeRow(words, None, None, None, (said,)),),
                evidence=(said,),
            ),
        ),
        statements=(
            statement("s1", "r1", "p1", (said,), speaker_names=(name,), party="Norland", issues=(words,), venue=words),
        ),
        acts=(
            act(
                "a1",
                "REQUEST",
                (account("r1", (ask,), claimant=name, claimed_by="s1"),),
                what=words,
                sources=("Norland",),
                targets=("Sudria",),
                subject=words,
                issues=(words,),
                when=day("2021-02-01"),
                claimants=(name,),
            ),
            meeting,
        ),
        answers=(AnswerRow("a1", None, "none", date(2021, 3, 4), (said,)),),
        agreements=(
            AgreementRow(
                "g1",
                words,
                True,
                ("Norland",),
                ("Norland",),
                None,
                (name,),
                (ProvisionRow(words, (said,), (ProvisionStatusRow("disputed", name, None, (said,)),)),),
                (),
                (ask,),
            ),
        ),
        tracks=(TrackRow("t", words, ("Norland", "Sudria"), "working", ("a2",)),),
    )


def test_the_page_is_well_formed_and_every_link_leads_somewhere() -> None:
    page = Page(render(rows()))
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert set(page.links) <= set(page.ids)


def test_it_asks_nothing_of_the_network() -> None:
    html = render(rows())
    page = Page(html)
    policy = next(
        given["content"] for tag, given in page.elements if given.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag, attributes in page.elements:
        assert tag not in ("link", "img", "iframe", "object", "embed"), tag
        assert "src" not in attributes
        assert not any(key.startswith("on") or key == "style" for key in attributes), attributes
    assert "url(" not in html and "@import" not in html


def test_a_dangerous_address_is_no_link() -> None:
    assert "javascript:" not in render(rows())


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</title></head><body onload=alert(1)>",
    "]]></svg><script>x</script>",
    "{{ 7 * 7 }}{% raw %}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_script_in_a_report_never_leaves_its_text(words: str) -> None:
    page = Page(render(rows(words=words, name=words), title=words))
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert {tag for tag, _ in page.elements} == {tag for tag, _ in Page(render(rows())).elements}
    assert words in page.shown


@settings(max_examples=40, deadline=None)
@given(st.text("<>/\"'&;=()! scriptonermg{}%-", min_size=1, max_size=30).filter(str.strip))
def test_no_words_of_a_report_make_an_element(words: str) -> None:
    page = Page(render(rows(words=words, name=words)))
    assert {tag for tag, _ in page.elements} == {tag for tag, _ in Page(render(rows())).elements}


def test_every_piece_of_evidence_is_marked_with_exactly_its_words() -> None:
    made = rows()
    page = Page(render(made))
    text = made.report_text("r1")
    marks = [key for key in page.ids if key.startswith("e-r1-")]
    assert len(marks) >= 3
    for key in marks:
        start, end = map(int, key.split("-")[2:])
        assert page.by_id[key] == text[start:end]


def test_an_empty_record_makes_a_page() -> None:
    page = Page(render(MadeRows({})))
    assert "No ask was found." in page.shown


def test_silence_is_shown_with_its_age() -> None:
    shown = re.sub(r"\s+", " ", Page(render(rows())).shown)
    assert "no answer" in shown
    assert "as of 4 Mar 2021, 31 days" in shown


def test_the_sample_case_makes_a_sound_page(sample: Record) -> None:
    page = Page(render(sample))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    texts = {row.id: sample.report_text(row.id) for row in sample.reports()}
    checked = 0
    for key in page.ids:
        if match := re.fullmatch(r"e-(\w+)-(\d+)-(\d+)", key):
            full = texts[match[1]][int(match[2]) : int(match[3])]
            assert full.startswith(page.by_id[key])
            checked += 1
    assert checked > 50


def test_the_day_of_the_view_is_in_its_heading(sample: Record) -> None:
    page = Page(render(sample, Filter(as_of=date(2020, 3, 1))))
    assert "As of 1 Mar 2020" in page.shown
