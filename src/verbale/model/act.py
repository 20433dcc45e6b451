"""Who did what to whom (PLOVER 0.8), and which act answers which ask."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.model.span import Span
from verbale.model.time import TimeValue

ActType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["happened", "planned", "cancelled", "refused", "denied", "hypothetical", "ongoing"]
Level = Literal["leaders", "ministers", "working", "technical", "inter-agency", "mediators", "unofficial"]
Outcome = Literal["agreement", "progress", "none", "broke off"]
Answered = Literal["accepted", "refused", "partial", "none"]


@dataclass(frozen=True, slots=True)
class Act:
    """One act as one report tells it. `id` is a hash of report, trigger and type.

    `sources`, `targets` and `people` are keys of LocalActors. `what` is a short noun for the act ("working-level
    talks", "summit", "invitation"); `subject` what it is about, in the report's words. `claimed_by` is the id of
    the Statement in whose content the act is told, or None where the report itself tells it. `trigger` is the word
    that evokes it; `evidence` the clause or clauses that tell it. `numbers` are amounts as printed.
    """

    id: str
    type: ActType
    what: str
    trigger: Span
    evidence: tuple[Span, ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    subject: str = ""
    subject_span: Span | None = None
    issues: tuple[str, ...] = ()
    level: Level | None = None
    place: str | None = None
    when: TimeValue | None = None
    status: Status = "happened"
    outcome: Outcome | None = None
    outcome_text: str = ""
    claimed_by: str | None = None
    numbers: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an ask, within one report or across reports. `ask` and `act` are Act ids; `act` is None where no
    act answers (silence told as such, or none known); `as_of` is the day up to which "none" holds.
    """

    ask: str
    act: str | None
    answer: Answered
    evidence: tuple[Span, ...] = ()
    as_of: date | None = None
    origin: str = ""
