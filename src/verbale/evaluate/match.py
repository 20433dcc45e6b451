"""When two texts, names or times count as the same: the rules that every score shares."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from verbale.model import TimeValue

_ARTICLES = frozenset(("a", "an", "the", "some", "several", "many", "his", "her", "its", "their", "our"))
_SMALL = _ARTICLES | {"of", "for", "and", "to", "in", "on", "at", "by", "with", "from", "as", "that", "this"}
_WORD = re.compile(r"[^\W_]+")
_STEM = 6


def words(text: str) -> tuple[str, ...]:
    """The words of `text` without accents or case, possessive endings and leading articles off."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    found = _WORD.findall(re.sub(r"'s?\b", "", plain))
    while found and found[0] in _ARTICLES:
        found = found[1:]
    return tuple(found)


def stems(text: str) -> frozenset[str]:
    """The content words of `text`, cut to six letters: enough to hold "cooperate" and "cooperation" together."""
    return frozenset(word[:_STEM] for word in words(text) if word not in _SMALL and len(word) > 1)


def same_name(gold: str, names: Iterable[str]) -> bool:
    """True where one of `names` is `gold`, or holds all of its words ("Unification Ministry" in "Ministry of
    Unification of South Korea"). A shorter name is never enough: "Kim" is not "Kim Yeon-chul"."""
    wanted = words(gold)
    if not wanted:
        return False
    for name in names:
        have = words(name)
        if have == wanted or "".join(have) == "".join(wanted):
            return True
        if len(wanted) > 1 and stems(gold) <= stems(name):
            return True
    return False


def within(gold: TimeValue | None, found: TimeValue | None) -> bool:
    """True where gold gives no time, or where `found` lies inside gold's bounds (equal or tighter, never looser)."""
    if gold is None:
        return True
    if found is None or found.earliest is None or found.latest is None:
        return False
    early = gold.earliest is None or gold.earliest <= found.earliest
    late = gold.latest is None or found.latest <= gold.latest
    return early and late


def occurrences(text: str, part: str) -> list[tuple[int, int]]:
    """Where `part` stands in `text`: to the letter, else with any white space and any quote mark for each other."""
    part = part.strip()
    if not part:
        return []
    exact = [match.span() for match in re.finditer(re.escape(part), text)]
    if exact:
        return exact
    pieces = [_loose(piece) for piece in part.split()]
    return [match.span() for match in re.finditer(r"\s+".join(pieces), text)]


def _loose(piece: str) -> str:
    quotes = "'\"‘’“”"
    return "".join(f"[{quotes}]" if char in quotes else re.escape(char) for char in piece)


Spans = Sequence[tuple[int, int]]


def letters(text: str, spans: Spans) -> frozenset[int]:
    """The offsets of the letters and digits within `spans`: what overlap is counted on."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The shared part of the larger of the two, 0 to 1."""
    larger = max(len(one), len(other))
    return len(one & other) / larger if larger else 0.0


def cover(part: frozenset[int], whole: frozenset[int]) -> float:
    """The share of `part` that lies in `whole`, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


def shorten(text: str, limit: int = 110) -> str:
    """`text` on one line, cut in the middle where it is longer than `limit`."""
    line = " ".join(text.split())
    half = (limit - 3) // 2
    return line if len(line) <= limit else f"{line[:half]} … {line[-half:]}"
