"""Peoples that are a community of the state a report is about: "the Albanians" of North Macedonia are not Albania."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from verbale.extract.reference.names import Name
from verbale.extract.reference.state_signs import is_organ, state_words
from verbale.language.parse import Doc
from verbale.world import World
from verbale.world.tables import items, rows


def as_communities(doc: Doc, names: Sequence[Name], world: World) -> list[Name]:
    """`names`, those of communities without the state that is called after their people: where the report names the
    state in no other way, nothing of it, speaks of "the Xs", and names a state that such a community lives in; and
    "ethnic Xs" everywhere."""
    peoples = {name.entry.id for name in names if name.demonym and name.entry is not None}
    if not peoples & hosts().keys():
        return list(names)
    stated = {state for name in names if not name.demonym for state in _states_of(name, world)}
    stated |= {_id(name) for name in names if name.demonym and _has_state(doc, name)}
    named = stated | {_id(name) for name in names if name.demonym}
    many = {_id(name) for name in names if name.demonym and _is_plural(doc, name)}
    apart = {people for people in many if people not in stated and hosts().get(people, frozenset()) & named}
    return [
        replace(name, kind="people", entry=None)
        if name.demonym and name.entry is not None and (name.entry.id in apart or _is_ethnic(doc, name))
        else name
        for name in names
    ]


@lru_cache(maxsize=1)
def hosts() -> dict[str, frozenset[str]]:
    """For the id of each state whose people live elsewhere too: the ids of the states where they do."""
    table = rows("communities", 2)
    return {f"state/{people}": frozenset(f"state/{host}" for host in items(cell)) for people, cell in table}


def _id(name: Name) -> str:
    return name.entry.id if name.entry is not None else ""


def _states_of(name: Name, world: World) -> set[str]:
    """The state that is named, or that the town, body or ministry named is of."""
    entry = name.entry
    if entry is None:
        return set()
    return {id_ for id_ in (entry.id, entry.party, entry.country) if id_ is not None and id_ in world.entries}


def _has_state(doc: Doc, name: Name) -> bool:
    """ "Albanian troops", "the Albanian president": what only a state has."""
    head = doc[name.end - 1].head
    return head.i >= name.end and (is_organ(head) or head.lemma_.lower() in state_words()["high"])


def _is_plural(doc: Doc, name: Name) -> bool:
    """ "The Albanians", not "an Albanian village"."""
    last = doc[name.end - 1]
    return last.tag_ in {"NNPS", "NNS"} or (last.text.endswith("s") and last.pos_ in {"NOUN", "PROPN"})


def _is_ethnic(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ == "ethnic"
