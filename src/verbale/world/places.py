"""Names of towns and states as plain sets, for who reads a text's layout before any name in it is known."""

from functools import lru_cache

from verbale.world.tables import forms_of, items, rows


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    """Capitals, seats of government and other towns of the news, in all their forms."""
    cells = [*(row[5] for row in rows("states", 6)), *(names for _, names in rows("cities", 2))]
    return frozenset(form for cell in cells for item in items(cell) for form in forms_of(item))


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """States by the name that news English gives them."""
    return frozenset(row[1] for row in rows("states", 6))
