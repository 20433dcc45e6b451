"""States by the adjective of their region: "the European powers", "the two Arab neighbours"."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from tomllib import loads


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[str]]:
    text = files("verbale.extract").joinpath("data/state_regions.toml").read_text(encoding="utf-8")
    return {adjective: frozenset(f"state/{code}" for code in codes.split()) for adjective, codes in loads(text).items()}


def region_of(words: Iterable[str]) -> frozenset[str]:
    """World ids of the states of the first region that one of the words, lower case, is the adjective of; else none."""
    found = (_regions().get(word) for word in words)
    return next((region for region in found if region), frozenset())


def islands() -> frozenset[str]:
    """World ids of the states that "the island" may be."""
    return _regions()["islands"]
