"""Asks of one report and their answers: demand, request, invitation, offer, proposal, appeal."""

from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex
from verbale.model import Act, Answer, Report, TimeMention


def find(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], acts: tuple[Act, ...]
) -> tuple[tuple[Act, ...], tuple[Answer, ...]]:
    """`acts` with asks added that only their answer tells of, and the answers that this report gives."""
    return acts, ()
