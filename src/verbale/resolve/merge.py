"""From the findings of many reports to the record's rows, in passes over the reports.

The first two passes keep a small sketch of each report's actors and acts; what is one is decided on sketches alone. The
last makes the rows that a report gives by itself. So many reports never stand in memory whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.model import Account, ActRow, Findings, Published, Report, ReportRow, StatementRow, TimeRow, TimeValue
from verbale.resolve.actors import ActorNames, ActorSketch, resolve_actors
from verbale.resolve.agreements import AgreementSketch, resolve_agreements
from verbale.resolve.answers import LocalAnswer, resolve_answers
from verbale.resolve.clusters import cluster_and_link
from verbale.resolve.copies import Hashes, Origins, copies, shingles, wire
from verbale.resolve.dates import Tie, narrowed_publication, ties
from verbale.resolve.decisions import Decision, standing_decisions
from verbale.resolve.merged_act import Telling, act_row, deed_of, party_rows, telling
from verbale.resolve.names import name_keys, slug
from verbale.resolve.order import act_order, report_order, statement_order
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
from verbale.resolve.tracks import resolve_tracks
from verbale.resolve.values import account_order, narrowed
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


@dataclass(frozen=True, slots=True)
class Merged:
    """What many reports come to. `rest` holds actors, acts (without their accounts), answers, agreements and tracks;
    `row_of` the row of each local act; `rows` goes over the reports again for what each gives by itself."""

    rest: Resolved
    row_of: Mapping[str, str]
    rows: Callable[[], Iterator[ReportRows]]


@dataclass(slots=True)
class _Reports:
    """What the first pass keeps of the reports themselves."""

    published: dict[str, Published]
    origins: Origins
    covered: date | None


def merge(source: Source, case: Case | None = None, decisions: Sequence[Decision] = ()) -> Merged:
    """Resolve all reports of `source`. The result does not depend on the order in which it gives them."""
    held = standing_decisions(decisions)
    names, reports = _first_pass(source, case, held)
    by_id = {row.id: row for row in names.rows}
    parties = party_rows(names.rows)
    place_of = places(load_world(case))

    sketches: dict[str, ActSketch] = {}
    told: dict[str, Account] = {}
    tellings: dict[str, Telling] = {}
    answers: list[LocalAnswer] = []
    agreements: list[AgreementSketch] = []
    tied: list[Tie] = []
    for report, findings in source():
        context = Context(report, findings, names.ids, by_id)
        sketches.update((s.id, s) for s in act_sketches(report, findings, names.ids, by_id, place_of))
        told.update((a.act, a) for a in accounts(context, lean=True))
        tellings.update((act.id, telling(context, act, parties)) for act in findings.acts)
        answers.extend(local_answers(context))
        agreements.extend(agreement_sketches(context))
        tied.extend(ties(report, findings))

    clusters, links = cluster_and_link(sketches.values(), held)
    redated = narrowed_publication(tied, reports.published, _dated_by_others(tied, clusters, told))
    for tie in tied:
        if tie.report in redated:
            told[tie.act] = replace(told[tie.act], reported=redated[tie.report].time)

    rows: list[ActRow] = []
    row_of: dict[str, str] = {}
    parties_of: dict[str, tuple[str, ...]] = {}
    deeds = {}
    for members in clusters:
        own = [sketches[m] for m in members]
        accounts_ = sorted((told[m] for m in members), key=account_order)
        row = act_row(own, accounts_, [tellings[m] for m in members], reports.origins)
        rows.append(row)
        row_of.update((m, row.id) for m in members)
        parties_of[row.id] = tuple(sorted({p for s in own for p in s.parties - s.unknown}))
        deeds[row.id] = deed_of(row, own, accounts_)
    del told, tellings, sketches
    placed, tracks = resolve_tracks(_linked(rows, links, row_of), parties_of, case)
    ordered = tuple(sorted(placed, key=act_order))
    rest = Resolved(
        actors=names.rows,
        acts=ordered,
        answers=resolve_answers(answers, {r.id: r for r in ordered}, deeds, row_of, reports.covered, held),
        agreements=resolve_agreements(agreements, case),
        tracks=tracks,
    )

    def each() -> Iterator[ReportRows]:
        for report, findings in source():
            if report.id in redated:
                report = replace(report, published=redated[report.id])
            context = Context(report, findings, names.ids, by_id)
            origins = reports.origins
            yield ReportRows(
                report_row(report, origins.copy_of.get(report.id), origins.wires.get(report.id)),
                statement_rows(context),
                time_rows(context),
                accounts(context),
            )

    return Merged(rest, row_of, each)


def _first_pass(source: Source, case: Case | None, decisions: Sequence[Decision]) -> tuple[ActorNames, _Reports]:
    sketches: list[ActorSketch] = []
    published: dict[str, Published] = {}
    prints: list[tuple[date, str, Hashes]] = []
    wires: dict[str, str] = {}
    covered: date | None = None
    for report, findings in source():
        sketches.extend(actor_sketches(report, findings))
        day = published_day(report)
        covered = max(filter(None, (covered, day)), default=None)
        published[report.id] = report.published
        prints.append((day or date.max, report.id, shingles(report.text)))
        credited = wire(report)
        if credited:
            wires[report.id] = credited
    known = {name_keys(p.name)[0]: f"person/{slug(p.name)}" for p in (case.people if case else ())}
    names = resolve_actors(sketches, known, decisions)
    prints.sort(key=lambda p: p[:2])
    copy_of = copies([p[1] for p in prints], [p[2] for p in prints])
    return names, _Reports(published, Origins(copy_of, wires), covered)


def _dated_by_others(
    tied: Sequence[Tie], clusters: Sequence[Sequence[str]], told: Mapping[str, Account]
) -> dict[str, tuple[str, TimeValue]]:
    """For each tied act the time that other reports give it, and one of these reports."""
    wanted = {tie.act for tie in tied}
    found: dict[str, tuple[str, TimeValue]] = {}
    for members in clusters:
        for act in wanted.intersection(members) if len(members) > 1 else ():
            others = [told[m] for m in members if told[m].report != told[act].report and told[m].when is not None]
            when = narrowed(a.when for a in others if a.when is not None)
            if when is not None:
                found[act] = min(others, key=account_order).report, when
    return found


def _linked(rows: Sequence[ActRow], links: Mapping[str, str], row_of: Mapping[str, str]) -> Iterator[ActRow]:
    """Rows with links between acts as planned and as they happened."""
    found: dict[str, set[tuple[str, str]]] = {}
    for plan, done in links.items():
        one, other = row_of[plan], row_of[done]
        if one != other:
            found.setdefault(one, set()).add(("happened as", other))
            found.setdefault(other, set()).add(("planned", one))
    for row in rows:
        yield replace(row, links=tuple(sorted(found[row.id]))) if row.id in found else row


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
    each = list(merged.rows())
    told: dict[str, list[Account]] = {}
    for account in (a for rows in each for a in rows.accounts):
        told.setdefault(merged.row_of[account.act], []).append(account)
    acts = (replace(act, accounts=tuple(sorted(told[act.id], key=account_order))) for act in merged.rest.acts)
    return replace(
        merged.rest,
        acts=tuple(acts),
        reports=tuple(sorted((rows.report for rows in each), key=report_order)),
        statements=tuple(sorted((s for rows in each for s in rows.statements), key=statement_order)),
        times=tuple(sorted((t for rows in each for t in rows.times), key=lambda t: (t.report, t.start, t.end))),
    )


__all__ = ["Merged", "ReportRows", "Source", "merge", "resolve"]
