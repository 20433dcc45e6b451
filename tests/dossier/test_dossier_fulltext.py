"""Evidence in the full text: every span is marked, and a mark holds exactly its span."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from verbale.dossier.fulltext import marked, nested, showable


class Marks(HTMLParser):
    """Collects the text of a page, and the text within each mark that has an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str | None] = []
        self.inside: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark", f"only marks are expected, not {tag}"
        self.open.append(dict(attrs).get("id"))
        if self.open[-1]:
            self.inside.setdefault(self.open[-1], "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for key in self.open:
            if key:
                self.inside[key] += data


def parsed(html: str) -> Marks:
    marks = Marks()
    marks.feed(html)
    marks.close()
    assert not marks.open, "every mark is closed"
    return marks


texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=80) | st.text(
    "<>&\"'ab /script", min_size=1, max_size=40
)


@given(texts, st.data())
def test_the_marked_text_is_the_text_and_every_span_has_its_mark(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [(min(pair), max(pair)) for pair in data.draw(st.lists(ends, max_size=8)) if pair[0] != pair[1]]
    found = parsed(str(marked("r", text, spans)))
    assert found.text == showable(text)
    assert set(found.inside) == {f"e-r-{start}-{end}" for start, end in spans}
    for start, end in spans:
        inside = found.inside[f"e-r-{start}-{end}"]
        assert showable(text)[start:end].startswith(inside)
        if not crosses((start, end), spans):
            assert inside == showable(text)[start:end]


def crosses(one: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < one[0] < end < one[1] for start, end in spans)


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
    )
)
def test_pieces_nest_and_cover_what_the_spans_cover(spans: list[tuple[int, int]]) -> None:
    pieces = nested(spans)
    for at, (start, end, _) in enumerate(pieces):
        for first, last, _ in pieces[at + 1 :]:
            assert first >= end or last <= end, "two pieces cross"
            assert first >= start
    covered = {at for start, end, _ in pieces for at in range(start, end)}
    assert covered == {at for start, end in spans for at in range(start, end)}


def test_markup_in_a_report_stays_text() -> None:
    text = "He said <script>alert(1)</script> & left"
    html = str(marked('r"x', text, [(8, 33)]))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'id="e-r&#34;x-8-33"' in html
