"""The dossier: the record as one HTML page that needs no network and no script."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from verbale.dossier.chart import timeline_chart
from verbale.dossier.fulltext import anchor, marked, showable
from verbale.model import Evidence, Filter, ReportRow
from verbale.views.actors import actors, by_party
from verbale.views.agreements import agreements
from verbale.views.dates import show_day, show_time
from verbale.views.labels import ACT_LABELS, ANSWER_LABELS, OUTCOME_LABELS, join
from verbale.views.ledger import ledger
from verbale.views.positions import positions
from verbale.views.rows import EVERYTHING, Rows
from verbale.views.sentences import sentence_around
from verbale.views.sources import sources
from verbale.views.standing import heading, standing
from verbale.views.statements import by_speaker, cue_of, speaker_of, statements
from verbale.views.timeline import entry, timeline

DEFAULT_TITLE = "Dossier"


@dataclass(frozen=True, slots=True)
class FullText:
    """A report with its text in paragraphs, evidence marked; captions are paragraphs apart."""

    row: ReportRow
    paragraphs: tuple[Markup, ...]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verbale.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": show_time,
        "day": show_day,
        "names": lambda names: join(list(names)),
        "web": lambda url: url if url.startswith(("https://", "http://")) else "",
        "anchor": anchor,
        "speaker": speaker_of,
        "cue": cue_of,
        "shown": showable,
    }
    environment.tests["alone"] = lambda members: len(members) == 1
    environment.globals |= {"ANSWERS": ANSWER_LABELS, "OUTCOMES": OUTCOME_LABELS, "ACTS": ACT_LABELS}
    return environment


def _asset(name: str) -> str:
    return files("verbale.dossier").joinpath(f"templates/{name}").read_text(encoding="utf-8").strip()


def _digest(content: str) -> str:
    """The hash by which the page's security policy lets its own style or script through, and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


class _Quotes:
    """Evidence in its sentence, for the rows' own quotes."""

    def __init__(self, rows: Rows, reports: dict[str, ReportRow]) -> None:
        self.texts = {key: rows.report_text(key) for key in reports}
        self.reports = reports
        self.spans: dict[str, set[tuple[int, int]]] = {key: set() for key in reports}

    def __call__(self, evidence: tuple[Evidence, ...], limit: int = 6) -> list[tuple[ReportRow, Evidence, Markup]]:
        """Each piece of evidence of a report on the page: its report, itself, and its sentence with it marked."""
        shown: list[tuple[ReportRow, Evidence, Markup]] = []
        for span in dict.fromkeys(evidence):
            if span.report in self.texts:
                self.spans[span.report].add((span.start, span.end))
                if len(shown) < limit:
                    shown.append((self.reports[span.report], span, self._sentence(span)))
        return shown

    def _sentence(self, span: Evidence) -> Markup:
        text = self.texts[span.report]
        low, high = sentence_around(text, span.start, span.end)
        before, inside, after = (showable(part) for part in (text[low : span.start], span.text, text[span.end : high]))
        return Markup("{}<mark>{}</mark>{}").format(before, inside, after)


def render(rows: Rows, keep: Filter = EVERYTHING, title: str | None = None) -> str:
    """The page for what the filter lets through. Everything that comes from reports is escaped; the page's policy
    lets no script run but its own, and nothing be loaded."""
    reports = {row.id: row for row in rows.reports(keep)}
    quotes = _Quotes(rows, reports)
    entries = timeline(rows, keep)
    acts = {act.id: act for act in rows.acts(keep)}
    said = statements(rows, keep)
    style, script = _asset("dossier.css"), _asset("dossier.js")
    stand = standing(rows, keep)
    page = _environment().get_template("dossier.html")
    # The body is rendered first: it is what collects the spans that are marked in the full texts.
    body = _environment().get_template("body.html")
    content = body.render(
        title=title or DEFAULT_TITLE,
        heading=heading(stand),
        standing=stand,
        parties=by_party(actors(rows, keep)),
        tracks=[
            (track, [entry(acts[key]) for key in track.acts if key in acts and acts[key].status != "hypothetical"])
            for track in rows.tracks(keep)
        ],
        timeline=entries,
        chart=timeline_chart(entries, {act.id: act.track for act in acts.values()}, list(rows.tracks(keep))),
        ledger=ledger(rows, keep),
        agreements=agreements(rows, keep),
        positions=positions(rows, keep),
        speakers=by_speaker(said),
        sources=sources(rows, keep),
        quotes=quotes,
        reports=list(reports.values()),
    )
    texts = [_full_text(row, quotes.texts[key], quotes.spans[key]) for key, row in reports.items()]
    return page.render(
        title=title or DEFAULT_TITLE,
        style=Markup(style),
        script=Markup(script),
        style_digest=_digest(style),
        script_digest=_digest(script),
        body=Markup(content),
        texts=texts,
    )


def _full_text(row: ReportRow, text: str, spans: set[tuple[int, int]]) -> FullText:
    """Paragraphs are parted at blank lines, where no evidence runs across."""
    paragraphs = []
    start = 0
    crossing = sorted(spans)
    for end in [*_breaks(text), len(text)]:
        if end < len(text) and any(first < end < last for first, last in crossing):
            continue
        piece = marked(row.id, text, spans, start, end)
        if piece.strip():
            paragraphs.append(piece)
        start = end
    return FullText(row, tuple(paragraphs))


def _breaks(text: str) -> list[int]:
    """Where paragraphs end."""
    found, at = [], text.find("\n\n")
    while at != -1:
        found.append(at)
        at = text.find("\n\n", at + 2)
    return found
