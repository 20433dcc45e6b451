"""Actors of one report: which mentions mean whom (coreference within the report, named-entity linking to the world).

`find` reads the report once; the rest answers what later steps ask of the index.
"""

from verbale.extract.actor_index import ActorIndex, actor, mention_at, party_key, party_of
from verbale.extract.actor_phrases import actors_of, actors_of_one
from verbale.extract.reference.reading import read_actors
from verbale.extract.reference.unlisted_states import with_unlisted_states
from verbale.extract.unnamed import with_source
from verbale.language.parse import Doc
from verbale.model import Report
from verbale.world import World

__all__ = [
    "ActorIndex",
    "actor",
    "actors_of",
    "actors_of_one",
    "find",
    "mention_at",
    "party_key",
    "party_of",
    "with_source",
]


def find(doc: Doc, report: Report, world: World) -> ActorIndex:
    """All actors of `doc` with their mentions.

    `doc` is the analysis of `report.text`. Places are actors of kind "place": towns and countries where something
    happens; the state itself is another actor. A state that only the report knows is one too. Mentions that the
    report does not settle have `ambiguous` set.
    """
    return read_actors(doc, report, with_unlisted_states(doc, world))
