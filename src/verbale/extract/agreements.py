"""Agreements of one report: named documents and deals, their parties, date, provisions, and words on their status."""

from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex
from verbale.model import Agreement, Report, Statement, TimeMention
from verbale.world import World


def find(
    doc: Doc,
    report: Report,
    world: World,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[Agreement, ...]:
    """All agreements that the report names or describes."""
    return ()
