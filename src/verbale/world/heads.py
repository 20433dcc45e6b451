"""Which of the offices at the head of a state a state can have at all."""

from collections.abc import Mapping
from functools import lru_cache

from verbale.world.tables import rows


def may_have(state: str, office: str) -> bool:
    """False where the state with the id `state` has no such office: a president of Japan."""
    office = office.lower()
    without = _without().get("prime minister" if office == "premier" else office, frozenset())
    return state.removeprefix("state/") not in without


@lru_cache(maxsize=1)
def _without() -> Mapping[str, frozenset[str]]:
    return {office: frozenset(codes.split()) for office, codes in rows("no_office", 2)}
