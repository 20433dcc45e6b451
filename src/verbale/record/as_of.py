"""Rows as they stood on a day: what reports that were not out yet tell is left out (docs/decisions/as-of.md)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from verbale.model import AgreementRow, AnswerRow


def answer_as_of(row: AnswerRow, known: set[str], day: date | None) -> AnswerRow:
    """The answer as known from these reports: none yet where none of them tells of it."""
    evidence = tuple(e for e in row.evidence if e.report in known)
    if row.answer != "none" and not evidence:
        return replace(row, act=None, answer="none", as_of=day, evidence=())
    return replace(row, evidence=evidence)


def agreement_as_of(row: AgreementRow, known: set[str]) -> AgreementRow:
    def status(rows: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(s for s in rows if all(e.report in known for e in s.evidence))

    return replace(
        row,
        evidence=tuple(e for e in row.evidence if e.report in known),
        provisions=tuple(
            replace(p, evidence=tuple(e for e in p.evidence if e.report in known), status=status(p.status))
            for p in row.provisions
            if any(e.report in known for e in p.evidence)
        ),
        status=status(row.status),
    )
