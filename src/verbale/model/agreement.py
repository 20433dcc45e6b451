"""What was agreed, point by point, and each party's word on what became of it."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span
from verbale.model.time import TimeValue

# Peace Accords Matrix implementation scale 0-3 as words, and what that scale has no place for.
ProvisionState = Literal[
    "none", "minimal", "intermediate", "full", "disputed", "suspended", "superseded", "broken", "kept"
]


@dataclass(frozen=True, slots=True)
class ProvisionStatus:
    """A claimant's word on a provision or a whole agreement; `claimant` is a LocalActor key, None for the report."""

    value: ProvisionState
    claimant: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """One point of an agreement: its text as printed, its evidence, and the words on its status."""

    text: str
    evidence: tuple[Span, ...]
    status: tuple[ProvisionStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as one report names it. `parties` are LocalActor keys; `named` is True for a document with a
    proper name ("Panmunjom Declaration"), False for a deal that is only described."""

    id: str
    name: str
    named: bool
    parties: tuple[str, ...]
    date: TimeValue | None
    evidence: tuple[Span, ...]
    provisions: tuple[Provision, ...] = ()
    status: tuple[ProvisionStatus, ...] = ()
    aliases: tuple[str, ...] = ()
