"""The record's rows: what many reports' findings come to once resolved. Views and shells read these alone."""

from dataclasses import dataclass
from datetime import date

from verbale.model.act import ActType, Answered, Level, Outcome, Status
from verbale.model.actor import ActorKind
from verbale.model.agreement import ProvisionState
from verbale.model.report import PublishedHow
from verbale.model.span import Evidence
from verbale.model.statement import Attitude, Mode
from verbale.model.time import TimeValue


@dataclass(frozen=True, slots=True)
class Filter:
    """What to leave out of a view. `as_of` keeps what had been reported by that day; `since` and `until` bound when
    it happened (or was said); the rest match names or ids without regard to case. None lets everything through."""

    as_of: date | None = None
    actor: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as the record lists it; `copy_of` is the id of the earliest report of the same text, if any."""

    id: str
    path: str
    outlet: str
    url: str
    headline: str
    byline: str
    published: TimeValue | None
    published_how: PublishedHow
    published_reasons: tuple[str, ...]
    language: str
    copy_of: str | None = None
    wire: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office held: known from `first` to `last` (days of the reports that say so), each with its evidence."""

    title: str
    party: str | None
    first: date | None
    last: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    id: str
    name: str
    kind: ActorKind
    party: str | None
    world: str | None
    offices: tuple[OfficeRow, ...]
    aliases: tuple[str, ...]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its speakers as ids of ActorRows; spans are evidence in one report."""

    id: str
    report: str
    outlet: str
    reported: TimeValue | None
    speakers: tuple[str, ...]
    speaker_names: tuple[str, ...]
    unnamed: bool
    party: str | None
    ambiguous: bool
    mode: Mode
    attitude: Attitude
    denial: bool
    cue: tuple[Evidence, ...]
    content: tuple[Evidence, ...]
    source: tuple[Evidence, ...]
    said: TimeValue | None
    venue: str | None
    issues: tuple[str, ...]
    parent: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Account:
    """One report's telling of an act. `act` is the local act's id; `claimant` the name of the speaker in whose words
    it is told, None where the report tells it itself."""

    act: str
    report: str
    outlet: str
    reported: TimeValue | None
    evidence: tuple[Evidence, ...]
    when: TimeValue | None
    status: Status
    outcome: Outcome | None
    outcome_text: str
    place: str | None
    people: tuple[str, ...]
    numbers: tuple[str, ...]
    claimant: str | None
    claimed_by: str | None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act of the record with every account of it. Parties and people are names; `*_ids` the ActorRow ids."""

    id: str
    type: ActType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    what: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    people: tuple[str, ...]
    source_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    people_ids: tuple[str, ...]
    subject: str
    issues: tuple[str, ...]
    level: Level | None
    place: str | None
    when: TimeValue | None
    status: Status
    outcome: Outcome | None
    track: str | None
    accounts: tuple[Account, ...]
    independent: int = 1
    links: tuple[tuple[str, str], ...] = ()
    claimants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What came of the ask `ask` (ActRow id). `asked` is when the ask is known to have been made, for its age."""

    ask: str
    act: str | None
    answer: Answered
    as_of: date | None
    evidence: tuple[Evidence, ...]
    asked: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class ProvisionStatusRow:
    value: ProvisionState
    claimant: str | None
    reported: TimeValue | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    text: str
    evidence: tuple[Evidence, ...]
    status: tuple[ProvisionStatusRow, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    id: str
    name: str
    named: bool
    parties: tuple[str, ...]
    party_ids: tuple[str, ...]
    date: TimeValue | None
    aliases: tuple[str, ...]
    provisions: tuple[ProvisionRow, ...]
    status: tuple[ProvisionStatusRow, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A set of parties at a level; `acts` are the ids of its consultations in order of time."""

    id: str
    name: str
    parties: tuple[str, ...]
    level: Level | None
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """An expression of time found in a report, as `TimeMention` with its report."""

    report: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    time: TimeValue | None
