"""Keys by which two spellings of one name are known to be one: case, hyphens, order, diacritics, transliteration."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=1)
def _replacements() -> tuple[tuple[str, str], ...]:
    lines = (files("verbale.resolve") / "data" / "transliteration.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((row[0], row[1] if len(row) > 1 else "") for row in rows)


@lru_cache(maxsize=65536)
def levelled(text: str) -> str:
    """`text` in small letters, without diacritics, apostrophes or full stops, runs of anything else than letters and
    digits as one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(re.sub(r"[’'ʼ`.]", "", plain)))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """What one levelled word comes to once the spellings of its transliteration are levelled too."""
    for old, new in _replacements():
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The sounds of a name's words in their order; initials are left out where two longer words remain."""
    words = levelled(name).split()
    longer = [word for word in words if len(word) > 1]
    return tuple(sound(word) for word in (longer if len(longer) >= 2 else words))


@lru_cache(maxsize=65536)
def name_keys(name: str) -> tuple[str, str]:
    """Two keys of a full name: its words sorted (any order), and run together (any division into words)."""
    words = tokens(name)
    return " ".join(sorted(words)), "".join(words)


def slug(name: str) -> str:
    """A name as it stands in an id: levelled words joined by hyphens."""
    return levelled(name).replace(" ", "-") or "nameless"
