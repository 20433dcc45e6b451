"""Which rows a `Filter` lets through: one predicate for each kind of row, without regard to case."""

from collections.abc import Iterable, Iterator
from datetime import date

from verbale.model import (
    ActorRow,
    ActRow,
    AgreementRow,
    Filter,
    ReportRow,
    StatementRow,
    TimeValue,
    TrackRow,
)

ANY_MONTH = "any"
# Longer stretches of time are kept, and looked for, as any month.
MOST_DAYS = 800


def _named(wanted: str | None, names: Iterable[str | None]) -> bool:
    """True where nothing is wanted, or `wanted` is one of `names`."""
    return wanted is None or wanted.casefold() in {name.casefold() for name in names if name}


def within(time: TimeValue | None, since: date | None, until: date | None) -> bool:
    """True where the bounds may fall between `since` and `until`; an unknown time passes only where neither is set."""
    if since is None and until is None:
        return True
    if time is None or (time.earliest is None and time.latest is None):
        return False
    after = since is None or time.latest is None or time.latest >= since
    return after and (until is None or time.earliest is None or time.earliest <= until)


def act_names(row: ActRow) -> tuple[str, ...]:
    """Every name and id by which a filter on actors finds an act."""
    return (
        *row.sources,
        *row.targets,
        *row.people,
        *row.source_ids,
        *row.target_ids,
        *row.people_ids,
        *row.claimants,
        *(person for account in row.accounts for person in account.people),
    )


def act_keys(row: ActRow) -> Iterator[tuple[str, str]]:
    """Kind and key of everything that a filter may name to find an act, case levelled."""
    yield from (("actor", name.casefold()) for name in act_names(row))
    yield from (("issue", issue.casefold()) for issue in row.issues)
    yield from (("outlet", account.outlet.casefold()) for account in row.accounts)
    times = {(account.when.earliest, account.when.latest) for account in row.accounts if account.when}
    yield from (("month", month) for bounds in times for month in months(*bounds))


def months(first: date | None, last: date | None) -> tuple[str, ...]:
    """The months from `first` to `last`; `ANY_MONTH` where a bound is open or they are too many to be worth a key each.

    As known on some day, an act happened within the bounds that one of its accounts gives: these are its months.
    """
    if first is None or last is None or (last - first).days > MOST_DAYS:
        return (ANY_MONTH,)
    counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in counted)


def report_passes(row: ReportRow, f: Filter) -> bool:
    """Reports by outlet and publication."""
    return _named(f.outlet, (row.outlet,)) and within(row.published, f.since, f.until)


def actor_passes(row: ActorRow, f: Filter) -> bool:
    """Actors by name, alias, id or the party they belong to."""
    return _named(f.actor, (row.id, row.name, row.party, *row.aliases))


def statement_passes(row: StatementRow, f: Filter) -> bool:
    """Statements by speaker or party, issue, outlet, and when they were said (or else reported)."""
    return (
        _named(f.actor, (*row.speakers, *row.speaker_names, row.party))
        and _named(f.issue, row.issues)
        and _named(f.outlet, (row.outlet,))
        and within(row.said or row.reported, f.since, f.until)
    )


def act_passes(row: ActRow, f: Filter) -> bool:
    """Acts by who took part, issue, time, and any outlet that tells of them."""
    return (
        _named(f.actor, act_names(row))
        and _named(f.issue, row.issues)
        and (f.outlet is None or _named(f.outlet, (a.outlet for a in row.accounts)))
        and within(row.when, f.since, f.until)
    )


def agreement_passes(row: AgreementRow, f: Filter) -> bool:
    """Agreements by party and date."""
    return _named(f.actor, (*row.parties, *row.party_ids)) and within(row.date, f.since, f.until)


def track_passes(row: TrackRow, f: Filter) -> bool:
    """Tracks by party."""
    return _named(f.actor, (*row.parties, row.id, row.name))
