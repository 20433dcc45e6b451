"""Names of people: what gender they tell, and whether a short form may name the bearer of a long one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from verbale.extract.reference.words import actor_words, fold
from verbale.world.personal_names import family_name, given_names, name_particles

_SPLIT = re.compile(r"[\s\-‐‑–’'.]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as folded parts; `family` is the part that the bearer goes by alone; `gender` by the given name."""

    parts: tuple[str, ...]
    family: tuple[str, ...]
    gender: str


@lru_cache(maxsize=4096)
def person_name(text: str) -> PersonName:
    """Take a person's name apart. A single word is taken as the name its bearer goes by."""
    parts = _parts(text) or (fold(text),)
    if len(text.split()) < 2:
        return PersonName(parts, parts, actor_words().given.get(parts[0], ""))
    given = actor_words().given
    gender = ""
    for piece in given_names(text).split():
        gender = gender or given.get(fold(piece), "")
    return PersonName(parts, _parts(family_name(text)) or parts[-1:], gender)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for piece in text.split() for part in _SPLIT.split(fold(piece)) if part)


def fit(short: PersonName, full: PersonName) -> int:
    """How well `short` may name the bearer of `full`: 0 not at all, 3 whole, 2 by family name, 1 by another part."""
    if short.parts == full.parts or short.parts == full.family:
        return 3 if short.parts == full.parts else 2
    particles = name_particles()
    if by_initials(short, full) or by_initials(full, short):
        return 3
    if len(short.parts) == 1:
        only = short.parts[0]
        if only in particles or len(only) < 2:
            return 0
        if only == full.family[-1]:
            return 2
        return 1 if only in full.parts else 0
    if len(short.parts) < len(full.parts):
        ends_alike = short.parts[0] == full.parts[0] and short.parts[-1] == full.parts[-1]
        if ends_alike and short.parts[-1] in full.family:
            return 3  # "Donald Trump" for "Donald J. Trump"
        if _within(short.parts, full.parts):
            return 3 if short.parts[0] == full.parts[0] else 2
        core = tuple(part for part in short.parts if part not in particles)
        return 2 if core and _within(core, tuple(p for p in full.parts if p not in particles)) else 0
    return 3 if "".join(short.parts) == "".join(full.parts) else 0


def by_initials(short: PersonName, full: PersonName) -> bool:
    """ "KB Hedgewar", "K. B. Hedgewar" for "Keshav Baliram Hedgewar"."""
    if len(short.parts) < 2 or len(full.parts) < 3 or short.family != full.family:
        return False
    letters = "".join(short.parts[: -len(short.family)])
    given = full.parts[: -len(full.family)]
    return 1 < len(letters) <= 3 and letters == "".join(part[0] for part in given)


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    width = len(short)
    return any(full[i : i + width] == short for i in range(len(full) - width + 1))
