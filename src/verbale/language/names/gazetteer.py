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
from verbale.world import Entry, World

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
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "la", "du", "al", "el", "to", "&", "y", "d'", "sub-Saharan"}
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that are matched: first word → (form, label, id or ""), longest first."""

    by_first: Mapping[str, tuple[tuple[str, str, str], ...]]


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
        shouted = entry.kind in ("state", "city", "region", "armed") and bare not in ambiguous_forms()
        if shouted and len(bare) > 3 and not bare.isupper():
            by_first.setdefault(first.group().upper(), []).append((bare.upper(), LABELS[entry.kind], ids[0]))
    for demonym, ids in world.by_demonym.items():
        first = _FIRST_WORD.match(demonym)
        if first is not None and "’" not in demonym and demonym not in world.by_form:
            by_first.setdefault(first.group(), []).append((demonym, "NORP", ids[0] if len(ids) == 1 else ""))
    ordered = {
        first: tuple(dict.fromkeys(sorted(found, key=lambda item: -len(item[0])))) for first, found in by_first.items()
    }
    return Forms(ordered)


def _is_title_case(form: str) -> bool:
    words = form.split()
    return all(word[:1].isupper() or word in _SMALL_WORDS or word[:1].isdigit() for word in words) and bool(words)


def match_world(names: Names, world: World) -> None:
    """Add the names of the world data to `names`, and set type and id of those that are there already."""
    forms = forms_of(world)
    text, starts = names.whole_text, names.starts
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
    if len(word) > 3 and word.isupper() and following.isupper():
        return True
    # Part of a longer run of capitals is a part of a name that the world data does not have.
    return not (
        names.capital(end) and names.spaced[end - 1] and names.tags[end].startswith("NNP") and following.isalpha()
    )


def match_short_forms(names: Names, world: World) -> None:
    """Set what a short form names where the report names its state: "the North", "the Supreme Court", "SANA".

    A short form of a state needs "the" before it; those of bodies and outlets need the pipeline to have seen an
    organisation, or capitals. A form that several entries share is left unless one of them alone is of a state named.
    """
    stated = _states_named(names, world)
    words = names.words
    for i, word in enumerate(words):
        if word in ("North", "South") and i > 0 and words[i - 1].lower() == "the" and not _goes_on(names, i + 1):
            entry = _one_of(world, f"the {word}", stated)
            if entry is not None:
                names.put(Name(i, i + 1, "GPE", entry.id, sure=True))
        elif len(word) > 2 and word.isupper() and names.at(i) is None and names.tags[i] == "NNP":
            entry = _one_of(world, word, stated)
            if entry is not None:  # letters that the pipeline saw no name in
                names.put(Name(i, i + 1, LABELS[entry.kind], entry.id, sure=True))
    for name in names:
        if name.id or (name.label in ("PERSON", "NORP", "DATE") and not words[name.start].isupper()):
            continue
        text = names.text(name.start, name.end)
        entry = _one_of(world, text.removeprefix("the "), stated)
        if entry is not None and LABELS[entry.kind] in ("ORG", name.label):
            name.id, name.label, name.sure = entry.id, LABELS[entry.kind], True


def _goes_on(names: Names, i: int) -> bool:
    return names.capital(i) and names.spaced[i - 1] and not names.doc[i].is_sent_start


def _states_named(names: Names, world: World) -> set[str]:
    """Ids of the states that the report names: by name, capital, seat, ministry or demonym."""
    found: set[str] = set()
    for name in names:
        entry = world.entries.get(name.id)
        if entry is not None:
            found.update(id for id in (entry.id, entry.party) if id is not None and id.startswith("state/"))
    return found


def _one_of(world: World, form: str, stated: set[str]) -> Entry | None:
    """The one entry with the short form `form` that is, or is of, a state in `stated`."""
    entries = [world.entries[id] for id in world.by_short_form.get(form, ())]
    fitting = [entry for entry in entries if {entry.id, entry.party, entry.country} & stated]
    return fitting[0] if len(fitting) == 1 else None
