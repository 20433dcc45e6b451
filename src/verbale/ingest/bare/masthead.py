"""The outlet that a page prints above its headline."""

import re

from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.units import Unit
from verbale.ingest.byline import is_beside, is_masthead
from verbale.ingest.dates import find_dates
from verbale.ingest.english import small_words

# A masthead is among a page's first lines, and short; shorter, where only the page's owner bears that name.
_FIRST_LINES, _LONGEST = 5, 12
_OWNED = 5
# A bar of links to sections right below a masthead, a line at most between them, has so many parts and names no day.
_BAR_BELOW, _PARTS = 2, 4
_BAR = re.compile(r"\s*[|·•»>]\s*")
# Lines at a page's end that may say who owns it.
_LAST_LINES, _LONGEST_NOTICE = 8, 200
_OWNER = re.compile(r"©|\bcopyright\b|\ball rights reserved\b|\bpublished by\b|\ba service of\b", re.IGNORECASE)


def find_masthead(units: list[Unit], kinds: list[str], first: int) -> tuple[str, int | None]:
    """The outlet's name, and its line: among the first of a page, before its text begins, what reads like the name of
    a paper or is said elsewhere to own the page."""
    owners: str | None = None
    for number in range(min(_FIRST_LINES, first, len(units))):
        name = _BAR.split(units[number].text, maxsplit=1)[0]
        words = words_in(name)
        if not 2 <= len(words) <= _LONGEST or not _is_title(words) or is_beside(words[0].lower()):
            continue
        named = is_masthead([word.lower() for word in words])
        if not (named or len(words) <= _OWNED) or furniture_kind(words_in(name.lower()))[0]:
            continue
        if named:
            return _cased(name), number
        owners = _owners(units, kinds) if owners is None else owners
        if name.lower() in owners or _heads_bar(units, kinds, number, first):
            return _cased(name), number
    return "", None


def _heads_bar(units: list[Unit], kinds: list[str], number: int, first: int) -> bool:
    """Whether a line is the first of a page that is no furniture, and stands above its bar of sections."""
    if any(not kinds[above] for above in range(number)) or len(_BAR.split(units[number].text)) > 1:
        return False
    below = [units[line].text for line in range(number + 1, min(number + 1 + _BAR_BELOW, first))]
    return any(len(_BAR.split(text)) >= _PARTS and not find_dates(text) for text in below)


def _owners(units: list[Unit], kinds: list[str]) -> str:
    """What a page says of who owns it, in lower case."""
    said = [unit.text for unit, kind in zip(units, kinds, strict=True) if kind == "copyright"]
    said += [
        unit.text for unit in units[-_LAST_LINES:] if len(unit.text) < _LONGEST_NOTICE and _OWNER.search(unit.text)
    ]
    return " ".join(line for line in said if len(line) < _LONGEST_NOTICE).lower()


def _is_title(words: list[str]) -> bool:
    return all(word[0].isupper() or word in small_words() for word in words)


def _cased(name: str) -> str:
    """A name as it is written elsewhere where the page prints it in capitals."""
    if not name.isupper():
        return name
    words = name.title().split(" ")
    small = small_words()
    return " ".join(word.lower() if place and word.lower() in small else word for place, word in enumerate(words))
