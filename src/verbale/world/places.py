"""Names of towns and states as plain sets, for who reads a text's layout before any name in it is known."""

from collections.abc import Iterator
from functools import lru_cache

from verbale.world.tables import items, rows


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    """Capitals, seats of government and other towns of the news, in all their forms."""
    capitals = (form for row in rows("states", 6) for form in _forms(row[5]))
    return frozenset(capitals) | frozenset(form for _, names in rows("cities", 2) for form in _forms(names))


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """States by the name that news English gives them."""
    return frozenset(row[1] for row in rows("states", 6))


def _forms(cell: str) -> Iterator[str]:
    for item in items(cell):
        yield from item.split("=")
