"""Short forms of bodies: those that a report defines in brackets ("Bank of Ghana (BoG)"), and initials."""

import re

from verbale.language.names.table import PLACES, Name, Names

_ACRONYM = re.compile(r"[A-Z][A-Za-z&/-]{0,8}[A-Z][a-z]?s?|[A-Z]{2,10}")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "to", "&", "a", "with", "'s", "’s", "-"})


def define_acronyms(names: Names) -> dict[str, str]:
    """Type and bound the long form by the acronym that follows it in brackets; acronym → its label."""
    words, count = names.words, len(names.words)
    defined: dict[str, str] = {}
    for i in range(1, count - 2):
        if words[i] != "(" or words[i + 2] != ")" or not _ACRONYM.fullmatch(words[i + 1]):
            continue
        acronym = words[i + 1]
        start = _long_form(names, i, acronym)
        before = names.at(i - 1)
        if start is not None:
            inside = names.within(start, i)
            label = "ORG"
            if len(inside) == 1 and inside[0].label in {"LAW", "EVENT", "PRODUCT", "GPE", "LOC"}:
                label = inside[0].label
            if any(other.start < start or other.end > i for other in inside):
                label = inside[0].label
            elif not any(other.sure and (other.start, other.end) == (start, i) for other in inside):
                names.put(Name(start, i, label))
        elif before is not None and before.label == "ORG" and before.end == i:
            label = "ORG"
        else:
            continue
        defined[acronym] = label
        current = names.at(i + 1)
        if current is None or not current.sure:
            names.put(Name(i + 1, i + 2, label))
    return defined


def _long_form(names: Names, end: int, acronym: str) -> int | None:
    """Where the words that `acronym` abbreviates begin, before token `end`; None where they do not fit it."""
    letters = [char for char in acronym if char.isupper()]
    if acronym.endswith("s") and len(letters) > 1 and acronym[-2].isupper():
        pass
    i, left = end - 1, len(letters) - 1
    start: int | None = None
    while i >= 0 and end - i <= 3 * len(letters) + 2 and left >= 0:
        word = names.words[i]
        if word[:1].upper() == letters[left] and (names.capital(i) or word not in _SMALL):
            if not names.capital(i):
                return None
            start, left = i, left - 1
        elif word.lower() not in _SMALL and not (names.capital(i) and left < len(letters) - 1 and len(word) > 3):
            return None
        i -= 1
    return start if left < 0 and start is not None and end - start > 1 else None


def use_acronyms(names: Names, defined: dict[str, str]) -> None:
    """Type every other mention of a defined acronym."""
    if not defined:
        return
    for i, word in enumerate(names.words):
        label = defined.get(word)
        if label is None:
            continue
        owner = names.at(i)
        if owner is None or (owner.end - owner.start == 1 and not owner.sure and owner.label not in PLACES):
            names.put(Name(i, i + 1, label))


def initials_of_bodies(names: Names) -> dict[str, str]:
    """What bodies of three words and more may be called by without brackets: "CTU" for the Chicago Teachers Union."""
    found: dict[str, str] = {}
    for name in names:
        if name.label == "ORG":
            letters = "".join(word[0] for word in names.words[name.start : name.end] if word[:1].isupper())
            if len(letters) > 2:
                found[letters] = "ORG"
    return found
