"""The case file: what is particular to one negotiation. Optional, short, TOML."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CasePerson:
    name: str
    office: str = ""
    party: str = ""
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseIssue:
    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseTrack:
    name: str
    parties: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class CaseAgreement:
    name: str
    parties: tuple[str, ...] = ()
    date: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseParty:
    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case file as read: `name` of the negotiation, its parties, people, issues, tracks and agreements."""

    name: str = ""
    parties: tuple[CaseParty, ...] = ()
    people: tuple[CasePerson, ...] = ()
    issues: tuple[CaseIssue, ...] = ()
    tracks: tuple[CaseTrack, ...] = ()
    agreements: tuple[CaseAgreement, ...] = ()


def load_case(path: Path) -> Case:
    """Read `case.toml`. Raises VerbaleError, naming file and line, where it is not TOML or has keys unknown."""
    raise NotImplementedError
