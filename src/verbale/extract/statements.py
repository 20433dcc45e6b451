"""Attributed statements of one report: source, cue and content (PARC 3.0, PolNeAR)."""

import hashlib
from dataclasses import replace

from verbale.extract.actors import ActorIndex
from verbale.extract.attribution.binding import bound_apart
from verbale.extract.attribution.carried import carry_over
from verbale.extract.attribution.circumstances import Times, same_occasion, venue_of
from verbale.extract.attribution.colons import colon_drafts, inline_drafts, signed_drafts
from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft, Reading
from verbale.extract.attribution.nominals import nominal_drafts
from verbale.extract.attribution.phrases import phrase_drafts
from verbale.extract.attribution.pronouns import speaker_again
from verbale.extract.attribution.quoted import bind_quotes
from verbale.extract.attribution.quotes import Quote, find_quotes
from verbale.extract.attribution.settle import settle
from verbale.extract.attribution.speakers import speakers_of
from verbale.extract.attribution.verbs import verb_drafts
from verbale.extract.issues import issues_of
from verbale.language.parse import Doc
from verbale.model import Attitude, Mode, Report, Span, Statement, TimeMention, span_of
from verbale.world import World

_ATTITUDES: dict[str, Attitude] = {"belief": "belief", "topic": "belief", "intention": "intention"}


def find(
    doc: Doc, report: Report, world: World, index: ActorIndex, times: tuple[TimeMention, ...]
) -> tuple[tuple[Statement, ...], ActorIndex]:
    """All statements in order of the text, and `index` with the sources added that were not actors yet."""
    found: list[Statement] = []
    when, quotes = Times(doc, times, report.published.time), find_quotes(report.text)
    for draft in draft_statements(doc, report.text, quotes):
        index, speakers, ambiguous = speakers_of(doc, report, index, draft)
        again = speaker_again(doc, index, draft, found)
        if again:
            speakers, ambiguous = again, False
        speakers = bound_apart(doc, index, draft, quotes, speakers)
        statement = _statement(draft, doc, report, world)
        said, venue = when.said(draft), venue_of(draft, doc, report.text)
        found.append(replace(statement, speakers=speakers, ambiguous=ambiguous, said=said, venue=venue))
    return tuple(same_occasion(found)), index


def draft_statements(doc: Doc, text: str, quotes: list[Quote]) -> list[Draft]:
    """What the rules find in `doc`, speakers unresolved. `text` is the report's own, as long as the Doc's, and `quotes`
    are its quotations."""
    reading = Reading(doc, text, quotes, load_cues())
    drafts = [*verb_drafts(reading), *nominal_drafts(reading), *phrase_drafts(reading), *colon_drafts(reading)]
    drafts += [*inline_drafts(reading), *signed_drafts(reading)]
    drafts.sort(key=lambda draft: draft.cue_token or 0)
    return sorted(settle(reading, carry_over(reading, bind_quotes(reading, drafts))), key=Draft.start)


def _statement(draft: Draft, doc: Doc, report: Report, world: World) -> Statement:
    """What `draft` says, with evidence from the report's own text; speakers and circumstances are not yet known."""
    text = report.text
    content = tuple(span_of(text, start, end) for start, end in draft.content)
    touched = doc.char_span(content[0].start, content[-1].end, alignment_mode="expand")
    return Statement(
        id=_id(report, draft),
        speakers=(),
        mode=_mode(draft),
        content=content,
        cue=(span_of(text, *draft.cue),) if draft.cue is not None else (),
        source=_source(draft, doc, text),
        attitude=_ATTITUDES.get(draft.kind, "speech"),
        denial=draft.denial,
        issues=issues_of(touched, world) if touched is not None else (),
        parent=_id(report, draft.parent) if draft.parent is not None else None,
        origin=draft.rule,
    )


def _source(draft: Draft, doc: Doc, text: str) -> tuple[Span, ...]:
    if draft.source is None:
        return ()
    start, end = draft.source
    return (span_of(text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])),)


def _mode(draft: Draft) -> Mode:
    if draft.direct:
        return "direct"
    return "mixed" if draft.quoting else "indirect"


def _id(report: Report, draft: Draft) -> str:
    spans = [draft.cue or (0, 0), *draft.content]
    return hashlib.sha256(f"{report.id}:{spans}".encode()).hexdigest()[:16]
