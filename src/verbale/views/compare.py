"""The accounts of one act side by side: where outlets and parties agree, add, leave out and contradict."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from verbale.model import Account, ActRow, Evidence, VerbaleError
from verbale.record import Record
from verbale.resolve.differ import Verdict, differences
from verbale.views.labels import what_of, who_of
from verbale.views.why import find

UNKNOWN_OUTLET = "outlet not given"


@dataclass(frozen=True, slots=True)
class Side:
    """Who gives a version: an outlet in its own words, or a claimant that it quotes."""

    outlet: str
    claimant: str | None
    unnamed: bool
    report: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class VersionOf:
    """One version of an aspect and who gives it."""

    value: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class AspectOf:
    """`aspect` is when, place, people, numbers, outcome or status; `silent` are the outlets that leave it out."""

    aspect: str
    verdict: Verdict
    versions: tuple[VersionOf, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An act with its accounts aligned. `sources` says how many stand behind it: "4 reports, 2 independent"."""

    id: str
    title: str
    sources: str
    aspects: tuple[AspectOf, ...]


def compare(record: Record, key: str) -> Comparison:
    """The accounts of the act with id `key`, or the one whose id begins so. Raises VerbaleError where there is none."""
    _, full = find(record, key, ("act",))
    row = record.row(full)
    if not isinstance(row, ActRow):
        raise VerbaleError(f"{key}: no act has this id; take one from `verbale timeline`")
    reports = {report.id: report for report in record.reports()}
    own = [reports[account.report] for account in row.accounts if account.report in reports]
    wires = {report.wire for report in own if report.wire}
    return side_by_side(row, len(wires), {report.id: report.outlet or Path(report.path).name for report in own})


def side_by_side(row: ActRow, wires: int = 0, names: Mapping[str, str] = MappingProxyType({})) -> Comparison:
    """The comparison of an act row's accounts; `wires` is how many wire services its reports credit, `names` what to
    call a report whose outlet is not known, by its id."""
    who = who_of(row)

    def outlet(account: Account) -> str:
        return account.outlet or names.get(account.report) or UNKNOWN_OUTLET

    def side(account: Account) -> Side:
        return Side(outlet(account), account.claimant, account.unnamed, account.report, account.evidence)

    return Comparison(
        id=row.id,
        title=f"{what_of(row)}: {who}" if who else what_of(row),
        sources=_sources(row, wires),
        aspects=tuple(
            AspectOf(
                aspect.name,
                aspect.verdict,
                tuple(VersionOf(v.value, tuple(map(side, v.accounts))) for v in aspect.versions),
                tuple(dict.fromkeys(outlet(a) for a in aspect.silent)),
            )
            for aspect in differences(row.accounts)
        ),
    )


def _sources(row: ActRow, wires: int) -> str:
    def count(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    reports = len({a.report for a in row.accounts})
    unnamed = len({a.claimant for a in row.accounts if a.unnamed})
    named = len({a.claimant for a in row.accounts if a.claimant and not a.unnamed})
    parts = [count(reports, "report"), f"{row.independent} independent"]
    parts += [count(wires, "wire")] if wires else []
    parts += [count(named, "named source")] if named else []
    parts += [count(unnamed, "unnamed source")] if unnamed else []
    return ", ".join(parts)
