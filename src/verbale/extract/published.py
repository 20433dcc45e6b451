"""The day of publication as bounds, from the report's own evidence, where nothing else gives it.

Every bound comes with its reason as a sentence. A day is claimed only where the text holds it for certain.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.model import Published, Report, TimeMention


def infer(doc: Doc, report: Report, times: Sequence[TimeMention]) -> Published:
    """`report.published` where it is known; else bounds with reasons, `how="inferred"`, or unknown."""
    return report.published
