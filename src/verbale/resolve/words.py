"""Word lists of this package, and words without their inflection."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from verbale.resolve.names import levelled


@lru_cache(maxsize=8)
def table(name: str) -> Mapping[str, str]:
    """A two-column data file of this package as a mapping; of one column, every word to itself."""
    lines = (files("verbale.resolve") / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[-1] for row in rows}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A levelled English word without its inflection: enough to see that two words are one, no dictionary form."""
    for ending, floor in (("ations", 4), ("ation", 4), ("ings", 3), ("ing", 3), ("ies", 3), ("ed", 3), ("es", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= floor:
            return word[: -len(ending)]
    for ending in ("s", "e", "y"):
        if word.endswith(ending) and len(word) > 3 and not word.endswith("ss"):
            return word[:-1]
    return word


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Stems of the words of `text` that say what it is about."""
    return frozenset(stem(word) for word in levelled(text).split() if word not in table("plain_words"))
