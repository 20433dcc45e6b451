"""How we know: how much of the record rests on unnamed sources, and how many reports are copies of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from verbale.model import Filter, ReportRow, StatementRow
from verbale.views.rows import EVERYTHING, Rows


@dataclass(frozen=True, slots=True)
class Share:
    """Statements under one heading: all, from unnamed sources, and of speakers that could not be settled."""

    name: str
    statements: int
    unnamed: int
    unsettled: int
    share: float


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's part in the record: its reports, those that copy an earlier one, and the wires that they print."""

    name: str
    reports: int
    copies: int
    wires: tuple[str, ...]
    statements: int
    unnamed: int
    share: float


@dataclass(frozen=True, slots=True)
class Sources:
    """`independent` is the number of reports that are nobody's copy."""

    reports: int
    independent: int
    statements: int
    unnamed: int
    share: float
    outlets: tuple[Outlet, ...]
    issues: tuple[Share, ...]
    descriptions: tuple[Share, ...]


Row = TypeVar("Row")

NO_OUTLET = "(outlet not given)"
NO_ISSUE = "(no issue)"


def sources(rows: Rows, keep: Filter = EVERYTHING) -> Sources:
    """Count by outlet and by issue; `descriptions` lists the unnamed sources as they are described."""
    reports = _grouped((report.outlet, report) for report in rows.reports(keep))
    statements = [row for row in rows.statements(keep) if row.attitude == "speech"]
    said_by = _grouped((row.outlet, row) for row in statements)
    by_outlet = [_outlet(name, own, said_by.get(name, [])) for name, own in reports.items()]
    by_issue = _grouped((issue, row) for row in statements for issue in row.issues or (NO_ISSUE,))
    described = _grouped((name, row) for row in statements if row.unnamed for name in row.speaker_names)
    total = _share("", statements)
    return Sources(
        reports=sum(outlet.reports for outlet in by_outlet),
        independent=sum(outlet.reports - outlet.copies for outlet in by_outlet),
        statements=total.statements,
        unnamed=total.unnamed,
        share=total.share,
        outlets=tuple(sorted(by_outlet, key=lambda one: (-one.reports, one.name))),
        issues=tuple(
            _share(issue, by_issue[issue]) for issue in sorted(by_issue, key=lambda name: (name == NO_ISSUE, name))
        ),
        descriptions=tuple(_share(name, described[name]) for name in sorted(described)),
    )


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for name, row in pairs:
        groups.setdefault(name, []).append(row)
    return groups


def _outlet(name: str, own: list[ReportRow], statements: list[StatementRow]) -> Outlet:
    said = _share(name, statements)
    wires = tuple(sorted({report.wire for report in own if report.wire}))
    copies = sum(report.copy_of is not None for report in own)
    return Outlet(name or NO_OUTLET, len(own), copies, wires, said.statements, said.unnamed, said.share)


def _share(name: str, rows: Iterable[StatementRow]) -> Share:
    rows = list(rows)
    unnamed = sum(row.unnamed for row in rows)
    unsettled = sum(row.ambiguous or not row.speaker_names for row in rows)
    return Share(name, len(rows), unnamed, unsettled, round(unnamed / len(rows), 3) if rows else 0.0)
