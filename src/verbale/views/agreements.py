"""What was agreed, point by point, with each claimant's latest word on what became of it."""

from dataclasses import dataclass

from verbale.model import AgreementRow, Evidence, Filter, ProvisionState, ProvisionStatusRow, TimeValue
from verbale.views.dates import sort_key
from verbale.views.rows import EVERYTHING, Rows

REPORT = "the reports"  # the claimant where a report says it itself


@dataclass(frozen=True, slots=True)
class Word:
    """What a claimant says of a point: the latest word, when it was reported, and earlier words that differ."""

    claimant: str
    value: ProvisionState
    reported: TimeValue | None
    evidence: tuple[Evidence, ...]
    before: tuple[ProvisionState, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A provision; `disputed` is True where claimants' latest words differ."""

    text: str
    words: tuple[Word, ...]
    disputed: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    id: str
    name: str
    named: bool
    parties: tuple[str, ...]
    date: TimeValue | None
    aliases: tuple[str, ...]
    provisions: tuple[Point, ...]
    words: tuple[Word, ...]
    evidence: tuple[Evidence, ...]


def agreements(rows: Rows, keep: Filter = EVERYTHING) -> list[AgreementView]:
    """All agreements in order of their dates."""
    return [_view(row) for row in sorted(rows.agreements(keep), key=lambda row: (sort_key(row.date), row.id))]


def _view(row: AgreementRow) -> AgreementView:
    points = []
    for point in row.provisions:
        words = _words(point.status)
        points.append(Point(point.text, words, len({word.value for word in words}) > 1, point.evidence))
    return AgreementView(
        row.id, row.name, row.named, row.parties, row.date, row.aliases, tuple(points), _words(row.status), row.evidence
    )


def _words(status: tuple[ProvisionStatusRow, ...]) -> tuple[Word, ...]:
    by_claimant: dict[str, list[ProvisionStatusRow]] = {}
    for one in sorted(status, key=lambda one: sort_key(one.reported)):
        by_claimant.setdefault(one.claimant or REPORT, []).append(one)
    return tuple(
        Word(
            claimant,
            said[-1].value,
            said[-1].reported,
            said[-1].evidence,
            tuple(dict.fromkeys(one.value for one in said[:-1] if one.value != said[-1].value)),
        )
        for claimant, said in by_claimant.items()
    )
