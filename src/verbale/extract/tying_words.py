"""The words that decide which event a time belongs to, from data/tying.toml."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    data = files("verbale.extract").joinpath("data/tying.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def words(table: str, key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_tables()[table][key].split())


def side_of(preposition: str) -> str:
    """Whether an event lies "from", "to" or "through" a time that this preposition, in lower case, leads; else ""."""
    return _tables()["sides"].get(preposition, "")
