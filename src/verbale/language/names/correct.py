"""The correction of names, step by step."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from verbale.world import World


def correct_names(doc: Doc, names: Sequence[tuple[int, int, str]], world: World) -> Doc:
    """Set `doc.ents`"""
    doc.ents = [Span(doc, s, e, label) for s, e, label in names]
    return doc
