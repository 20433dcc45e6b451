"""Finds the names of the world data in a text, and makes the pipeline's names agree with them.

Matching goes by characters, not by tokens, so that it does not depend on how a tokenizer cuts "U.S." or "Cheong Wa
Dae": for each capitalised token, the forms that begin with its first word are tried, longest first.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from verbale.language.names.table import NAMES, PLACES, Name, Names
from verbale.language.names.words import ambiguous_forms, name_words
from verbale.world import World

# spaCy's label for the kinds of entries. A seat of power is an organisation here, as in "the Kremlin said".
LABELS = {
    "state": "GPE",
    "city": "GPE",
    "seat": "ORG",
    "body": "ORG",
    "ministry": "ORG",
    "armed": "ORG",
    "outlet": "ORG",
    "group": "ORG",
    "person": "PERSON",
    "place": "LOC",
    "region": "LOC",
}
_FIRST_WORD = re.compile(r"\w+")
# Labels whose longer names may hold the name of a state or a city and stay whole ("Bank of Korea", "Korean War").
_WHOLES = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON", "LOC"})
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "la", "du", "al", "el", "to", "&", "y", "d'", "sub-Saharan"}
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that are matched: first word → (form, label, id or ""), longest first; and all demonyms."""

    by_first: Mapping[str, tuple[tuple[str, str, str], ...]]
    demonyms: frozenset[str]


# The last few worlds and their indexes; a World is not hashable, and there are hardly ever two.
_built: deque[tuple[World, Forms]] = deque(maxlen=8)


def forms_of(world: World) -> Forms:
    """The index of `world`'s forms; built once for each world."""
    for known, forms in _built:
        if known is world:
            return forms
    forms = _build(world)
    _built.append((world, forms))
    return forms


def _build(world: World) -> Forms:
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for form, ids in world.by_form.items():
        entry = world.entries[ids[0]]
        bare = form.removeprefix("the ")
        own = entry.kind in ("group", "person") or entry.id.startswith("party/")
        if not own and not _is_title_case(bare):
            continue
        first = _FIRST_WORD.match(bare)
        if first is None or "’" in bare:
            continue
        by_first.setdefault(first.group(), []).append((bare, LABELS[entry.kind], ids[0]))
    ordered = {
        first: tuple(dict.fromkeys(sorted(found, key=lambda item: -len(item[0])))) for first, found in by_first.items()
    }
    return Forms(ordered, frozenset(world.by_demonym))


def _is_title_case(form: str) -> bool:
    words = form.split()
    return all(word[:1].isupper() or word in _SMALL_WORDS or word[:1].isdigit() for word in words) and bool(words)


def match_world(names: Names, world: World) -> None:
    """Add the names of the world data to `names`, and set type and id of those that are there already."""
    forms = forms_of(world)
    doc = names.doc
    text = doc.text
    starts = [token.idx for token in doc]
    skip_until = 0
    for i, word in enumerate(names.words):
        if i < skip_until or (word[:1].islower() and word not in ("both", "sub", "anti")):
            continue
        first = _FIRST_WORD.match(word)
        candidates = forms.by_first.get(first.group()) if first else None
        if not candidates:
            continue
        at = starts[i]
        for form, label, id in candidates:
            stop = at + len(form)
            if not text.startswith(form, at) or text[stop : stop + 1].isalnum():
                continue
            end = i + 1
            while end < len(starts) and starts[end] < stop:
                end += 1
            if starts[end - 1] + len(names.words[end - 1]) != stop:
                continue
            if text.startswith(("$", " $", "₩", " ₩"), stop):
                for money in names.within(i, end):
                    if money.label in NAMES:
                        names.remove(money)
                break
            if _settle(names, i, end, form, label, id):
                skip_until = end
            break


def _settle(names: Names, start: int, end: int, form: str, label: str, id: str) -> bool:
    """Make `names` agree with the match of `form` on the tokens `start:end`; whether it was taken."""
    there = names.within(start, end)
    ambiguous = form in ambiguous_forms()
    if not there:
        if ambiguous or not _looks_like_name(names, start, end):
            return False
        names.put(Name(start, end, label, id, sure=True))
        return True
    whole = there[0]
    if len(there) == 1 and (whole.start < start or whole.end > end):
        return _inside_longer(names, whole, start, end, label, id, ambiguous)
    if ambiguous and not any(_same_kind(other.label, label) for other in there):
        return False
    names.put(Name(start, end, label, id, sure=not ambiguous))
    return True


def _inside_longer(names: Names, whole: Name, start: int, end: int, label: str, id: str, ambiguous: bool) -> bool:
    """The match is part of the longer name `whole`, or reaches beyond it."""
    core_start = whole.start + (names.words[whole.start].lower() in ("the", "a", "an"))
    if core_start >= start and whole.end <= end:
        names.put(Name(start, end, label, id, sure=not ambiguous))
        return True
    if whole.start > start or whole.end < end:
        # It overlaps on one side only: a name that was cut ("North" | "Korea").
        names.put(Name(start, end, label, id, sure=not ambiguous))
        return True
    if core_start == start and whole.label in PLACES | {"NORP"} and names.words[end] in ("'s", "'", "’", "’s"):
        names.put(Name(start, end, label, id, sure=not ambiguous))
        return True
    return False


def _same_kind(label: str, other: str) -> bool:
    return label == other or (label in PLACES and other in PLACES)


def _looks_like_name(names: Names, start: int, end: int) -> bool:
    """Whether a match that the pipeline did not see as a name reads as one."""
    if end - start > 1:
        return True
    word = names.words[start]
    if word in name_words()["not_names"]:
        return False
    following = names.words[end] if end < len(names.words) else ""
    # Part of a longer run of capitals is a part of a name that the world data does not have.
    return not (
        names.capital(end) and names.spaced[end - 1] and names.tags[end].startswith("NNP") and following.isalpha()
    )


def type_demonyms(names: Names, world: World) -> None:
    """Give names that are the adjective or the people of a state the label NORP, whatever the pipeline said."""
    for name in names:
        if name.label in NAMES and not name.id and names.text(name.start, name.end) in world.by_demonym:
            name.label, name.sure = "NORP", True
