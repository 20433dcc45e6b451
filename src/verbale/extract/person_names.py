"""Names of people: which part is the family name, and whether a short form may name the bearer of a long one."""

import re
from dataclasses import dataclass

from verbale.extract.actor_words import ActorWords, actor_words, fold

_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "de",
        "la",
        "del",
        "von",
        "van",
        "der",
        "den",
        "da",
        "dos",
        "di",
        "du",
        "le",
        "abu",
        "ould",
        "ap",
        "y",
        "los",
        "las",
        "ter",
        "ten",
        "zu",
    }
)
_SPLIT = re.compile(r"[\s\-‐‑–’'.]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as folded parts; `family` is the part that the bearer goes by alone; `gender` by the given name."""

    parts: tuple[str, ...]
    family: str
    gender: str


def person_name(text: str) -> PersonName:
    """Take a person's name apart. A single word is taken as the name its bearer goes by."""
    words = actor_words()
    pieces = [fold(piece) for piece in text.split()]
    parts = tuple(part for piece in pieces for part in _SPLIT.split(piece) if part)
    if not parts:
        return PersonName((fold(text),), fold(text), "")
    if len(pieces) == 1 and "-" not in text:
        return PersonName(parts, parts[-1], words.given.get(parts[0], ""))
    return PersonName(parts, _family(text, pieces, parts, words), _gender(pieces, parts, words))


def _family(text: str, pieces: list[str], parts: tuple[str, ...], words: ActorWords) -> str:
    """Family name first in Korean, Chinese and Vietnamese names: a known family name, and two or three parts, the
    given ones joined by a hyphen ("Kim Yeon-chul") or not known as a given name elsewhere ("Xi Jinping")."""
    first = pieces[0]
    if first in words.family_first and 2 <= len(parts) <= 4:
        rest = pieces[1:]
        joined = len(rest) == 1 and re.search(r"\w[-‐‑]\w", text.split()[1]) is not None
        if (
            joined
            or (len(rest) == 2 and pieces[-1] not in words.family_first)
            or (len(rest) == 1 and rest[0] not in words.family_first and first not in words.given)
        ):
            return first
    last = parts[-1]
    if last in {"jr", "sr", "ii", "iii", "iv"} and len(parts) > 2:
        last = parts[-2]
    return last


def _gender(pieces: list[str], parts: tuple[str, ...], words: ActorWords) -> str:
    for piece in (*pieces[:1], *(p for p in pieces[1:] if "-" in p), *parts[:1]):
        gender = words.given.get(piece)
        if gender:
            return gender
    return ""


def fit(short: PersonName, full: PersonName) -> int:
    """How well `short` may name the bearer of `full`: 0 not at all, 3 whole, 2 by family name, 1 by another part."""
    if short.parts == full.parts:
        return 3
    if len(short.parts) == 1:
        only = short.parts[0]
        if only == full.family:
            return 2
        if only in _PARTICLES or len(only) < 2:
            return 0
        return 1 if only in full.parts else 0
    if len(short.parts) < len(full.parts):
        if _within(short.parts, full.parts):
            return 3 if short.parts[0] == full.parts[0] and short.parts[-1] == full.parts[-1] else 2
        if short.parts[0] == full.parts[0] and short.parts[-1] == full.parts[-1]:
            return 3  # "Donald Trump" for "Donald J. Trump"
        core = tuple(part for part in short.parts if part not in _PARTICLES)
        return 2 if core and _within(core, tuple(p for p in full.parts if p not in _PARTICLES)) else 0
    return 3 if "".join(short.parts) == "".join(full.parts) else 0


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    width = len(short)
    return any(full[i : i + width] == short for i in range(len(full) - width + 1))
