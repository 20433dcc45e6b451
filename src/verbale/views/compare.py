"""The accounts of one act side by side: where outlets and parties agree, add, leave out and contradict."""

from dataclasses import dataclass

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
    return side_by_side(row, wires=_wires(record, row))


def side_by_side(row: ActRow, wires: int = 0) -> Comparison:
    """The comparison of an act row's accounts; `wires` is how many wire services its reports credit."""
    who = who_of(row)
    return Comparison(
        id=row.id,
        title=f"{what_of(row)}: {who}" if who else what_of(row),
        sources=_sources(row, wires),
        aspects=tuple(
            AspectOf(
                aspect.name,
                aspect.verdict,
                tuple(VersionOf(v.value, tuple(_side(a) for a in v.accounts)) for v in aspect.versions),
                tuple(dict.fromkeys(a.outlet or UNKNOWN_OUTLET for a in aspect.silent)),
            )
            for aspect in differences(row.accounts)
        ),
    )


def _side(account: Account) -> Side:
    return Side(account.outlet or UNKNOWN_OUTLET, account.claimant, account.unnamed, account.report, account.evidence)


def _wires(record: Record, row: ActRow) -> int:
    known = {report.id: report.wire for report in record.reports()}
    return len({known[a.report] for a in row.accounts if known.get(a.report)})


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
