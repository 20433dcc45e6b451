"""Attributed statements of one report: source, cue and content (PARC 3.0, PolNeAR)."""

import hashlib
from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex, mention_at
from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft, Reading
from verbale.extract.attribution.grammar import antecedent
from verbale.extract.attribution.phrases import phrase_drafts
from verbale.extract.attribution.quoted import bind_quotes
from verbale.extract.attribution.quotes import find_quotes
from verbale.extract.attribution.settle import settle
from verbale.extract.attribution.verbs import verb_drafts
from verbale.extract.issues import issues_of
from verbale.model import Attitude, Mode, Report, Span, Statement, TimeMention, span_of
from verbale.world import World

_ATTITUDES: dict[str, Attitude] = {"belief": "belief", "intention": "intention"}


def find(
    doc: Doc, report: Report, world: World, index: ActorIndex, times: tuple[TimeMention, ...]
) -> tuple[tuple[Statement, ...], ActorIndex]:
    """All statements in order of the text, and `index` with the sources added that were not actors yet."""
    found = []
    for draft in draft_statements(doc, report.text):
        statement = _statement(draft, doc, report, world, index)
        if statement is not None:
            found.append(statement)
    return tuple(found), index


def draft_statements(doc: Doc, text: str) -> list[Draft]:
    """What the rules find in `doc`, speakers unresolved. `text` is the report's own, as long as the Doc's."""
    reading = Reading(doc, text, find_quotes(text), load_cues())
    drafts = [*verb_drafts(reading), *phrase_drafts(reading)]
    drafts.sort(key=lambda draft: draft.cue_token or 0)
    return sorted(settle(reading, bind_quotes(reading, drafts)), key=Draft.start)


def _statement(draft: Draft, doc: Doc, report: Report, world: World, index: ActorIndex) -> Statement | None:
    text = report.text
    content = tuple(span_of(text, start, end) for start, end in draft.content if text[start:end].strip())
    if not content:
        return None
    cue = (span_of(text, *draft.cue),) if draft.cue is not None else ()
    source = _source(draft, doc, text)
    mention = mention_at(index, antecedent(doc[draft.source_head])) if draft.source_head is not None else None
    touched = doc.char_span(content[0].start, content[-1].end, alignment_mode="expand")
    return Statement(
        id=_id(report, draft),
        speakers=mention.actors if mention is not None else (),
        mode=_mode(draft, content),
        content=content,
        cue=cue,
        source=source,
        attitude=_ATTITUDES.get(draft.kind, "speech"),
        denial=draft.denial,
        ambiguous=mention.ambiguous if mention is not None else False,
        issues=issues_of(touched, world) if touched is not None else (),
        parent=_id(report, draft.parent) if draft.parent is not None else None,
        origin=draft.rule,
    )


def _source(draft: Draft, doc: Doc, text: str) -> tuple[Span, ...]:
    if draft.source is None:
        return ()
    start, end = draft.source
    return (span_of(text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])),)


def _mode(draft: Draft, content: Sequence[Span]) -> Mode:
    if draft.direct:
        return "direct"
    return "mixed" if draft.quoting else "indirect"


def _id(report: Report, draft: Draft) -> str:
    spans = [draft.cue or (0, 0), *draft.content]
    return hashlib.sha256(f"{report.id}:{spans}".encode()).hexdigest()[:16]
