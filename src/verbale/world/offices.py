"""Offices and forms of address: words that a report sets before or after a person's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from verbale.world.tables import rows


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """An office as printed, in the case it usually has ("foreign minister"): the level of talks that its holders sit
    at (leaders, ministers, working, technical, mediators, unofficial) and its sort ("envoy", "spokesperson", …)."""

    title: str
    level: str
    sort: str


@lru_cache(maxsize=1)
def office_words() -> Mapping[str, OfficeWord]:
    """Offices by their title in lower case."""
    return {title.lower(): OfficeWord(title, level, sort) for title, level, sort in rows("offices", 3)}


@lru_cache(maxsize=1)
def honorifics() -> Mapping[str, str]:
    """Words that stand before a name ("Mr.", "Gen.", "Sheikh"), case kept, with the gender they tell: "m", "f", ""."""
    return {cells[0]: cells[1] for cells in rows("honorifics", 2)}
