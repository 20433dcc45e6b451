"""The timeline: every act in order of when it happened, with who tells it."""

from dataclasses import dataclass
from datetime import date

from verbale.model import ActRow, ActType, Evidence, Filter, Outcome, Status, TimeValue
from verbale.views.dates import sort_key
from verbale.views.labels import what_of, who_of
from verbale.views.rows import EVERYTHING, Rows


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One act. `claimed_by` names the speakers in whose words alone it is told; empty where a report tells it itself.
    `reports` counts the reports that tell it, `independent` the sources behind them; `told` is its first report."""

    id: str
    when: TimeValue | None
    type: ActType
    what: str
    who: str
    subject: str
    place: str | None
    status: Status
    outcome: Outcome | None
    outlets: tuple[str, ...]
    reports: int
    independent: int
    claimed_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    told: TimeValue | None


def evidence_of(act: ActRow) -> tuple[Evidence, ...]:
    """The evidence of all accounts of an act, each once."""
    return tuple(dict.fromkeys(span for account in act.accounts for span in account.evidence))


def told_first(act: ActRow) -> TimeValue | None:
    """The day of the first report that tells of an act."""
    return min((account.reported for account in act.accounts if account.reported), key=sort_key, default=None)


def timeline(rows: Rows, keep: Filter = EVERYTHING) -> list[TimelineEntry]:
    """All acts in order of their earliest day. One without a date stands where it was first told, after what is dated
    to that day; hypothetical ones are no events and left out."""
    acts = [act for act in rows.acts(keep) if act.status != "hypothetical"]
    return [entry(act) for act in sorted(acts, key=_order)]


def _order(act: ActRow) -> tuple[date, bool, date, str]:
    dated = act.when is not None and (act.when.earliest or act.when.latest) is not None
    first, last = sort_key(act.when) if dated else _first_report(act)
    return first, not dated, last, act.id


def _first_report(act: ActRow) -> tuple[date, date]:
    return min((sort_key(account.reported) for account in act.accounts), default=sort_key(None))


def entry(act: ActRow) -> TimelineEntry:
    """One act as the timeline shows it."""
    told = any(account.claimed_by is None for account in act.accounts)
    claimants = () if told else tuple(dict.fromkeys(one.claimant for one in act.accounts if one.claimant))
    return TimelineEntry(
        id=act.id,
        when=act.when,
        type=act.type,
        what=what_of(act),
        who=who_of(act),
        subject=act.subject,
        place=act.place,
        status=act.status,
        outcome=act.outcome,
        outlets=tuple(dict.fromkeys(account.outlet for account in act.accounts if account.outlet)),
        reports=len({account.report for account in act.accounts}),
        independent=act.independent,
        claimed_by=claimants,
        evidence=evidence_of(act),
        told=told_first(act),
    )
