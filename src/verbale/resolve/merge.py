"""From the findings of many reports to the record's rows, in two passes over the reports.

The first pass keeps a small sketch of each report's actors and acts; what is one is decided on sketches alone. The
second makes the rows, report by report. So many reports never stand in memory whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verbale.model import Account, ActRow, Findings, Level, Report, ReportRow, StatementRow, TimeRow
from verbale.resolve.actors import ActorNames, ActorSketch, resolve_actors
from verbale.resolve.acts import cluster
from verbale.resolve.agreements import AgreementSketch, resolve_agreements
from verbale.resolve.answers import LocalAnswer, resolve_answers
from verbale.resolve.decisions import Decision, standing_decisions
from verbale.resolve.names import name_keys, slug
from verbale.resolve.places import places
from verbale.resolve.resolved import Resolved
from verbale.resolve.rows import (
    Context,
    accounts,
    agreement_sketches,
    local_answers,
    report_row,
    statement_rows,
    time_rows,
)
from verbale.resolve.sketches import ActSketch, act_sketches, actor_sketches, published_day
from verbale.resolve.tracks import act_order, resolve_tracks
from verbale.resolve.values import valued
from verbale.world import Case, load_world

# Goes over all reports with their findings, the same ones each time.
Source = Callable[[], Iterator[tuple[Report, Findings]]]


@dataclass(frozen=True, slots=True)
class ReportRows:
    """The rows that one report gives by itself, once actors are known. `accounts` go with acts by `Account.act`."""

    report: ReportRow
    statements: tuple[StatementRow, ...]
    times: tuple[TimeRow, ...]
    accounts: tuple[Account, ...]


@dataclass(slots=True)
class Merged:
    """What many reports come to. `rows` goes over the reports again for what each gives by itself."""

    names: ActorNames
    clusters: tuple[tuple[str, ...], ...]
    rest: Resolved
    rows: Callable[[], Iterator[ReportRows]]
    row_of: Mapping[str, str] = field(default_factory=dict)


def merge(source: Source, case: Case | None = None, decisions: Sequence[Decision] = ()) -> Merged:
    """Resolve all reports of `source`. `Merged.rest` holds actors, acts, answers, agreements and tracks."""
    held = standing_decisions(decisions)
    world = load_world(case)
    place_of = places(world)
    known = {name_keys(p.name)[0]: f"person/{slug(p.name)}" for p in (case.people if case else ())}

    sketches: list[ActorSketch] = []
    covered: date | None = None
    for report, findings in source():
        sketches.extend(actor_sketches(report, findings))
        day = published_day(report)
        covered = max(filter(None, (covered, day)), default=None)
    names = resolve_actors(sketches, known, held)
    del sketches
    by_id = {row.id: row for row in names.rows}

    acts: list[ActSketch] = []
    for report, findings in source():
        acts.extend(act_sketches(report, findings, names.ids, place_of))
    clusters = cluster(acts, held)
    sketch_of = {sketch.id: sketch for sketch in acts}

    told: dict[str, Account] = {}
    answers: list[LocalAnswer] = []
    agreements: list[AgreementSketch] = []
    shown: dict[str, _Shown] = {}
    for report, findings in source():
        context = Context(report, findings, names.ids, by_id)
        answers.extend(local_answers(context))
        agreements.extend(agreement_sketches(context))
        told.update((account.act, account) for account in accounts(context))
        shown.update((act.id, _Shown.of(context, i)) for i, act in enumerate(findings.acts))

    rows = []
    row_of: dict[str, str] = {}
    parties_of: dict[str, tuple[str, ...]] = {}
    for members in clusters:
        row = _act_row([sketch_of[m] for m in members], [told[m] for m in members], [shown[m] for m in members])
        rows.append(row)
        row_of.update((m, row.id) for m in members)
        parties_of[row.id] = tuple(sorted({p for m in members for p in sketch_of[m].parties}))
    placed, tracks = resolve_tracks(rows, parties_of, case)
    ordered = tuple(sorted(placed, key=act_order))
    by_act = {row.id: row for row in ordered}
    rest = Resolved(
        actors=names.rows,
        acts=ordered,
        answers=resolve_answers(answers, by_act, row_of, covered, held),
        agreements=resolve_agreements(agreements, case),
        tracks=tracks,
    )

    def each() -> Iterator[ReportRows]:
        for report, findings in source():
            context = Context(report, findings, names.ids, by_id)
            yield ReportRows(report_row(report), statement_rows(context), time_rows(context), accounts(context))

    return Merged(names, clusters, rest, each, row_of)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What of a local act its row shows, in the record's names."""

    what: str
    subject: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    issues: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, context: Context, index: int) -> "_Shown":
        act = context.findings.acts[index]

        def pairs(keys: Sequence[str]) -> tuple[tuple[str, str], ...]:
            ids = context.row_ids(keys)
            return tuple((i, context.actors[i].name) for i in ids)

        return cls(
            act.what,
            act.subject,
            act.modes,
            act.contexts,
            act.issues,
            pairs(act.sources),
            pairs(act.targets),
            pairs(act.people),
        )


def _most(values: Iterable[str]) -> str:
    """The commonest, of equals the longest."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default="")


def _act_row(sketches: Sequence[ActSketch], told: Sequence[Account], shown: Sequence[_Shown]) -> ActRow:
    first = min(sketches, key=lambda s: (s.told if s.told is not None else 10**7, s.report, s.id))
    sources = dict(sorted({pair for s in shown for pair in s.sources}))
    targets = dict(sorted({pair for s in shown for pair in s.targets}))
    people = dict(sorted({pair for s in shown for pair in s.people}))
    types = Counter(s.type for s in sketches)
    levels: Counter[Level] = Counter(s.level for s in sketches if s.level)
    row = ActRow(
        id=first.id,
        type=min(types, key=lambda t: (-types[t], t)),
        modes=tuple(sorted({m for s in shown for m in s.modes})),
        contexts=tuple(sorted({c for s in shown for c in s.contexts})),
        what=_most(s.what for s in shown),
        sources=tuple(sources.values()),
        targets=tuple(targets.values()),
        people=tuple(people.values()),
        source_ids=tuple(sources),
        target_ids=tuple(targets),
        people_ids=tuple(people),
        subject=_most(s.subject for s in shown),
        issues=tuple(sorted({i for s in shown for i in s.issues})),
        level=min(levels.items(), key=lambda item: (-item[1], item[0]))[0] if levels else None,
        place=None,
        when=None,
        status="happened",
        outcome=None,
        track=None,
        accounts=(),
        independent=len({s.report for s in sketches}),
    )
    return valued(row, sorted(told, key=_account_order))


def _account_order(account: Account) -> tuple[date, str, str]:
    day = (account.reported.latest or date.max) if account.reported else date.max
    return day, account.report, account.act


def resolve(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    case: Case | None = None,
    decisions: Sequence[Decision] = (),
) -> Resolved:
    """The record's rows from reports and their findings (paired by report id; reports without findings count too).

    Pure, and the same for any order of its arguments.
    """
    found: dict[str, Findings] = {f.report: f for f in sorted(findings, key=lambda f: (f.report, f.pipeline))}
    pairs = [(r, found.get(r.id, Findings(r.id))) for r in sorted(reports, key=lambda r: r.id)]
    merged = merge(lambda: iter(pairs), case, decisions)
    reports_: list[ReportRow] = []
    statements: list[StatementRow] = []
    times: list[TimeRow] = []
    for rows in merged.rows():
        reports_.append(rows.report)
        statements.extend(rows.statements)
        times.extend(rows.times)
    return replace(
        merged.rest,
        reports=tuple(sorted(reports_, key=report_order)),
        statements=tuple(sorted(statements, key=statement_order)),
        times=tuple(sorted(times, key=lambda t: (t.report, t.start, t.end))),
    )


def report_order(row: ReportRow) -> tuple[date, str]:
    """Reports by the day by which they were out; undated ones last."""
    return ((row.published.latest or row.published.earliest or date.max) if row.published else date.max), row.id


def statement_order(row: StatementRow) -> tuple[date, str, int]:
    """Statements by when they were said, or else reported, then by place in the text."""
    time = row.said or row.reported
    day = (time.earliest or time.latest or date.max) if time else date.max
    return day, row.report, row.content[0].start if row.content else 0


__all__ = ["Merged", "ReportRows", "Source", "merge", "resolve"]
