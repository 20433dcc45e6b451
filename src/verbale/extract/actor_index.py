"""The index of a report's actors that every later step asks: who stands at this token, what party is that."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verbale.language.parse import Token
from verbale.model import LocalActor, Mention

# Kinds that act for themselves; people and unnamed sources act for their party.
PARTY_KINDS = frozenset({"state", "group", "organisation", "government_body"})


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The report's actors, its mentions by the index of every token that they cover, and the keys of the two who deal
    with each other in it, where two stand out."""

    actors: tuple[LocalActor, ...]
    by_token: Mapping[int, Mention]
    by_key: Mapping[str, LocalActor] = field(default_factory=dict)
    sides: tuple[str, ...] = ()


def index_of(
    actors: tuple[LocalActor, ...], by_token: Mapping[int, Mention], sides: tuple[str, ...] = ()
) -> ActorIndex:
    """An index over `actors`, with their keys looked up in constant time."""
    return ActorIndex(actors, by_token, {actor.key: actor for actor in actors}, sides)


def mention_at(index: ActorIndex, token: Token) -> Mention | None:
    """The mention that covers `token`, or None."""
    return index.by_token.get(token.i)


def actor(index: ActorIndex, key: str) -> LocalActor | None:
    """The actor with that key, or None."""
    found = index.by_key.get(key)
    if found is None and not index.by_key:
        return next((a for a in index.actors if a.key == key), None)
    return found


def party_of(index: ActorIndex, key: str) -> str | None:
    """Canonical name of the party that the actor is, or belongs to: "Iran" for Iran, for its ministry and its minister.

    A place has none: what happens "in Vienna" is not Austria's doing.
    """
    found = actor(index, key)
    if found is None or found.kind == "place":
        return None
    if found.party:
        return found.party
    return found.name if found.kind in PARTY_KINDS else None


def party_key(index: ActorIndex, key: str) -> str | None:
    """Key of the actor that is the party of `key`: the state itself for its ministry or minister, else None."""
    found = actor(index, key)
    if found is None or found.kind == "place":
        return None
    if found.party is None:
        return key if found.kind in PARTY_KINDS else None
    return next((a.key for a in index.actors if a.name == found.party and a.kind in PARTY_KINDS), None)
