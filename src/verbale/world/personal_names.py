"""How personal names are built: which part is the family name, and which words join the part that follows."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from verbale.world.tables import items, rows

_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
# Traditions in which news English keeps the family name first. Japanese and (mostly) Hungarian names are turned round.
_FAMILY_FIRST = frozenset({"Korean", "Chinese", "Vietnamese", "Cambodian"})


@lru_cache(maxsize=1)
def _families() -> Mapping[str, frozenset[str]]:
    """Language of name → its common family names."""
    return {language: frozenset(items(names)) for language, names in rows("family_names", 2)}


@lru_cache(maxsize=1)
def name_particles() -> Mapping[str, str]:
    """Particles inside names ("van", "bin", "de"), with their tradition."""
    return {particle: tradition for particle, tradition, _ in rows("name_particles", 3)}


@lru_cache(maxsize=1)
def common_given_names() -> frozenset[str]:
    """Given names of many languages that are hardly ever anything else."""
    return frozenset(name for _, names in rows("given_names", 2) for name in items(names))


@lru_cache(maxsize=1)
def arabic_given_names() -> frozenset[str]:
    """Those of them that are Arabic: before one, "Sheikh" is a title."""
    return frozenset(
        name for tradition, names in rows("given_names", 2) if tradition == "Arabic" for name in items(names)
    )


@lru_cache(maxsize=1)
def common_family_names() -> frozenset[str]:
    """Family names that stand first in full names: Korean, Chinese, Vietnamese, …"""
    return frozenset(name for language in _FAMILY_FIRST for name in _families()[language])


def is_family_first(name: str) -> bool:
    """Whether the full name `name` has its family name first: "Kim Yeon-chul", "Xi Jinping", "Nguyen Phu Trong".

    Judged by form: a common family name of a family-first tradition, followed by a given name of that tradition's
    form, and not by a Western given name ("Kim Campbell", "Lee Smith").
    """
    parts = name.split()
    if len(parts) < 2:
        return False
    families = _families()
    first, rest = parts[0], parts[1:]
    korean = first in families["Korean"]
    if "-" in first or "." in first:
        return False
    if korean and len(rest) == 1 and re.fullmatch(r"[A-Z][a-z]+-[A-Za-z][a-z]*", rest[0]):
        return all(_KOREAN_SYLLABLE.fullmatch(part) for part in rest[0].split("-"))
    if korean and len(rest) == 2 and all(_KOREAN_SYLLABLE.fullmatch(part) for part in rest):
        return True
    if first in families["Chinese"] and len(rest) <= 2 and all(_PINYIN.fullmatch(part) for part in rest):
        return parts[-1] not in families["Western"]
    if first in families["Vietnamese"] and all(_VIETNAMESE_SYLLABLE.fullmatch(_plain(part)) for part in rest):
        return True
    if first in families["Cambodian"] and len(rest) == 1 and rest[0] not in families["Western"]:
        return first in {"Hun", "Sok", "Prak", "Norodom", "Ieng", "Khieu", "Kem", "Nuon"}
    return first in families["Hungarian"] and len(rest) == 1 and rest[0] in families["Hungarian given"]


_KOREAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|wh|[bcdghjklmnprstwy])?[aeiouwy]{1,4}(?:ng|ck|[bghklmnprt])?", re.I
)
_VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ch|gh|gi|kh|ngh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.I
)


def _plain(part: str) -> str:
    return unicodedata.normalize("NFKD", part.replace("Đ", "D").replace("đ", "d")).encode("ascii", "ignore").decode()


_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ün|ia|ie|iu|ua|uo|ui|ue|üe|er"
    r"|a|o|e|i|u|ü)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['-]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)


def family_name(name: str) -> str:
    """The family name within the full name `name`, with its particles: "Kim Yeon-chul" → "Kim", "Mohammad Javad
    Zarif" → "Zarif", "Ursula von der Leyen" → "von der Leyen", "Mohammed bin Salman" → "bin Salman",
    "Juan Manuel Santos" → "Santos". A single word is its own family name. "" for an empty name.
    """
    parts = [part for part in name.replace("’", "'").split() if part]
    while len(parts) > 1 and parts[-1].rstrip(",") in _SUFFIXES:
        parts.pop()
    if len(parts) < 2:
        return parts[0] if parts else ""
    if is_family_first(" ".join(parts)):
        return parts[0]
    particles = name_particles()
    if len(parts) == 2 and parts[0].lower() in particles:
        return " ".join(parts)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in particles:
        # "y" and "e" join two family names: "Ortega y Gasset".
        start -= 2 if parts[start - 1] in ("y", "e") and start > 2 else 1
    return " ".join(parts[start:])


def given_names(name: str) -> str:
    """The full name without its family name: "Kim Yeon-chul" → "Yeon-chul", "Javad Zarif" → "Javad"; "" if none."""
    family = family_name(name)
    parts = name.replace("’", "'").split()
    rest = parts[1:] if is_family_first(name) else parts[: len(parts) - len(family.split())]
    return " ".join(part for part in rest if part not in _SUFFIXES)
