"""The lines of an export: the record's rows in the keys of the export contract (docs/export.md).

Each kind of line is a msgspec Struct, so that its JSON Schema is generated from the code that writes it. Keys keep
their meaning between versions; more may be added.
"""

from datetime import date
from typing import Any, Literal

import msgspec

from verbale.model import (
    ActorKind,
    ActType,
    Answered,
    Attitude,
    Level,
    Mode,
    Outcome,
    ProvisionState,
    PublishedHow,
    Status,
)


class Line(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """Any line of an export; `kind` says which."""


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """A day or bounds, both included; null is unbounded on that side."""

    earliest: date | None
    latest: date | None


class PublishedOn(Bounds, frozen=True, kw_only=True):
    """When a report was published, and how that is known."""

    how: PublishedHow
    reasons: tuple[str, ...] = ()


class When(Bounds, frozen=True, kw_only=True):
    """Bounds with their granularity, EDTF string, and how they were reached."""

    granularity: str
    edtf: str
    approximate: bool = False
    how: str = "stated"


class SpanAt(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of this line's report: `text[start:end]`, in Unicode code points."""

    start: int
    end: int
    text: str


class EvidenceAt(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report's text, named by the report's id."""

    report: str
    start: int
    end: int
    text: str


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks. `name` is null where the text does not say; several speakers are joined by "; " and listed in the
    statement's `speakers`. `text` is the source as printed."""

    name: str | None
    kind: ActorKind | None
    party: str | None
    unnamed: bool
    text: str


class ReportLine(Line, frozen=True, kw_only=True, tag="report"):
    id: str
    path: str
    outlet: str
    headline: str
    byline: str
    published: PublishedOn
    text: str
    url: str = ""
    language: str = "en"
    copy_of: str | None = None
    wire: str | None = None


class StatementLine(Line, frozen=True, kw_only=True, tag="statement"):
    """A statement; with `ambiguous`, each of `speakers` may be the one who speaks, and `speaker` has no name."""

    id: str
    report: str
    speaker: Speaker
    mode: Mode
    attitude: Attitude
    cue: tuple[SpanAt, ...]
    content: tuple[SpanAt, ...]
    said: When | None
    source: tuple[SpanAt, ...]
    speakers: tuple[str, ...] = ()
    ambiguous: bool = False
    denial: bool = False
    venue: str | None = None
    issues: tuple[str, ...] = ()
    parent: str | None = None
    origin: str = ""


class TimeLine(Line, frozen=True, kw_only=True, tag="time"):
    report: str
    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    mod: str = ""
    granularity: str | None = None


class AccountAt(msgspec.Struct, frozen=True, kw_only=True):
    """One report's telling of an act; `claimant` is the speaker in whose words it stands, null for the report's own."""

    report: str
    outlet: str
    claimant: str | None
    statement: str | None
    status: Status
    outcome: Outcome | None
    when: When | None


class ActLine(Line, frozen=True, kw_only=True, tag="act"):
    """One act of the record. `mode` is the first of `modes`, or null."""

    id: str
    type: ActType
    mode: str | None
    what: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    people: tuple[str, ...]
    subject: str
    level: Level | None
    place: str | None
    when: When | None
    status: Status
    outcome: Outcome | None
    evidence: tuple[EvidenceAt, ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    track: str | None = None
    accounts: tuple[AccountAt, ...] = ()
    claimants: tuple[str, ...] = ()
    independent: int = 1


class AnswerLine(Line, frozen=True, kw_only=True, tag="answer"):
    """What came of the ask `ask`; `as_of` is the day up to which "none" holds."""

    ask: str
    act: str | None
    answer: Answered
    as_of: date | None
    evidence: tuple[EvidenceAt, ...] = ()


class StatusAt(msgspec.Struct, frozen=True, kw_only=True):
    """A claimant's word on a provision or agreement; `claimant` is null where the report says it itself."""

    value: ProvisionState
    claimant: str | None
    evidence: tuple[EvidenceAt, ...]


class ProvisionAt(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    evidence: tuple[EvidenceAt, ...]
    status: tuple[StatusAt, ...]


class AgreementLine(Line, frozen=True, kw_only=True, tag="agreement"):
    id: str
    name: str
    parties: tuple[str, ...]
    date: When | None
    provisions: tuple[ProvisionAt, ...]
    evidence: tuple[EvidenceAt, ...]
    named: bool = True
    aliases: tuple[str, ...] = ()
    status: tuple[StatusAt, ...] = ()


class OfficeAt(msgspec.Struct, frozen=True, kw_only=True):
    """An office, and the days of the first and last report that gives it."""

    title: str
    party: str | None
    first: date | None
    last: date | None
    evidence: tuple[EvidenceAt, ...]


class ActorLine(Line, frozen=True, kw_only=True, tag="actor"):
    id: str
    name: str
    actor_kind: ActorKind
    party: str | None
    offices: tuple[OfficeAt, ...]
    aliases: tuple[str, ...]
    world: str | None = None


LINES: tuple[type[Line], ...] = (
    ReportLine,
    StatementLine,
    TimeLine,
    ActLine,
    AnswerLine,
    AgreementLine,
    ActorLine,
)
KINDS = ("report", "statement", "time", "act", "answer", "agreement", "actor")
Kind = Literal["report", "statement", "time", "act", "answer", "agreement", "actor"]


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the lines, under `$defs`."""
    schemas, definitions = msgspec.json.schema_components(LINES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a Verbale export",
        "oneOf": list(schemas),
        "$defs": {name.rpartition(".")[2]: schema for name, schema in definitions.items()},
    }
