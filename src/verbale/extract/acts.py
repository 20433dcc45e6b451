"""Acts of one report: who did what to whom (PLOVER 0.8)."""

from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex
from verbale.model import Act, Report, Statement, TimeMention
from verbale.world import World


def find(
    doc: Doc,
    report: Report,
    world: World,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[Act, ...]:
    """All acts in order of the text."""
    return ()
