"""Actors of one report: which mentions mean whom (coreference within the report, named-entity linking to the world)."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.model import LocalActor, Mention, Report
from verbale.world import World


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The report's actors, and its mentions by the index of every token that they cover."""

    actors: tuple[LocalActor, ...]
    by_token: Mapping[int, Mention]


def find(doc: Doc, report: Report, world: World) -> ActorIndex:
    """All actors of `doc` with their mentions."""
    return ActorIndex((), {})


def mention_at(index: ActorIndex, token: Token) -> Mention | None:
    """The mention that covers `token`, or None."""
    return index.by_token.get(token.i)
