"""Word lists of the rules for names, read once."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from verbale.world import honorifics, office_words


@lru_cache(maxsize=1)
def name_words() -> Mapping[str, frozenset[str]]:
    """The lists of `data/name_words.toml` by their key."""
    text = files("verbale.language").joinpath("data/name_words.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


@lru_cache(maxsize=1)
def ambiguous_forms() -> frozenset[str]:
    """Forms of the world data that are also common words or personal names."""
    text = files("verbale.language").joinpath("data/ambiguous_names.tsv").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Single capitalised words of titles and offices before a name: "Mr.", "Minister", "Foreign", "Spokeswoman"."""
    words = {word for title in honorifics() for word in title.split()}
    for title in office_words():
        words.update(word[0].upper() + word[1:] for word in title.split() if len(word) > 3)
        words.update("-".join(part.capitalize() for part in word.split("-")) for word in title.split() if "-" in word)
    return frozenset(words - {"the", "of", "Water", "House", "White", "Northern", "Ireland"})


@lru_cache(maxsize=1)
def title_heads() -> frozenset[str]:
    """Words that may stand right before a person's name as the last word of a title, capitalised or not."""
    last = {title.split()[-1] for title in (*honorifics(), *office_words())}
    last |= {title.split()[0] for title in honorifics()}
    last -= {"to", "His", "Her"}
    lower = {word.lower() for word in last if len(word) > 3 and word.isalpha()}
    return frozenset(last | lower | {word.capitalize() for word in lower})
