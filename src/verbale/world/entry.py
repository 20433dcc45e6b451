"""One thing of the world, and the index of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    `short_forms` name it only in a report that names the thing itself, or its state, in full ("the North", "the
    Supreme Court"); `country` is the id of the state it is in or of (outlets, cities, armed movements: those do
    not stand for it); `traits` are "capital", "agency" (news agency), "state-run", "platform",
    and of bodies "party", "union", "company".
    """

    id: str
    kind: EntryKind
    name: str
    forms: tuple[str, ...] = ()
    party: str | None = None
    demonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    country: str | None = None
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """All entries by id, the ids that each surface form may name, and those that each demonym may name.

    Keys keep case and have the straight apostrophe as well as the curly one. `by_short_form` is apart: see
    `Entry.short_forms`. The order of ids is that of likelihood: a case's own entries, then states, capitals, …
    """

    entries: Mapping[str, Entry]
    by_form: Mapping[str, tuple[str, ...]]
    by_demonym: Mapping[str, tuple[str, ...]]
    case: Case | None = None
    by_short_form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
