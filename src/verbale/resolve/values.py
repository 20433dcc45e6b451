"""What an act of the record comes to, from its accounts: when, where, status, outcome.

A report's own telling outweighs what a speaker claims; then what more accounts say; then what was reported last.
Times are not voted on but narrowed: every account bounds the day, and the bounds that all allow are kept.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from verbale.model import Account, ActRow, Outcome, Status, TimeValue

T = TypeVar("T")


def width(time: TimeValue) -> int:
    """Days between the bounds, both included; very many where one is open."""
    if time.earliest is None or time.latest is None:
        return 1_000_000
    return (time.latest - time.earliest).days + 1


def narrowed(times: Iterable[TimeValue]) -> TimeValue | None:
    """The bounds that the times allow together, tightest first, of equals the one told most often; one that contradicts
    those before it is left out, and a vague one ("about") narrows nothing that is exact.

    The value keeps its source's EDTF and words where one time alone sets both bounds; else `how` is "merged".
    """
    told = list(times)
    exact = [time for time in told if not time.approximate] or told
    votes = Counter((time.earliest, time.latest) for time in exact)

    def order(time: TimeValue) -> tuple[int, int, date, date, str, str]:
        often = -votes[time.earliest, time.latest]
        return width(time), often, time.earliest or date.min, time.latest or date.max, time.text, time.edtf

    ordered = sorted(exact, key=order)
    if not ordered:
        return None
    best = ordered[0]
    for time in ordered[1:]:
        first = max(filter(None, (best.earliest, time.earliest)), default=None)
        last = min(filter(None, (best.latest, time.latest)), default=None)
        if (first, last) == (best.earliest, best.latest) or (first and last and first > last):
            continue
        best = bounds(first, last, best.text)
    return best


def bounds(first: date | None, last: date | None, text: str = "") -> TimeValue:
    """A merged time from `first` to `last`, both included."""
    if first is not None and first == last:
        return TimeValue(first, last, "day", first.isoformat(), text, how="merged")
    edtf = f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    return TimeValue(first, last, "interval", edtf, text, how="merged")


def account_order(account: Account) -> tuple[date, str, str]:
    """Accounts by the day by which they were reported; undated ones last."""
    day = (account.reported.latest or date.max) if account.reported else date.max
    return day, account.report, account.act


def _day(account: Account) -> date:
    time = account.reported
    return (time.latest or time.earliest or date.min) if time else date.min


def _told(accounts: Sequence[Account], value: Callable[[Account], T | None]) -> T | None:
    """The value that weighs most: told by a report itself, then by most accounts, then reported last."""
    told = [(a, value(a)) for a in accounts if value(a) is not None]
    own = [pair for pair in told if pair[0].claimant is None and not pair[0].unnamed] or told
    counts = Counter(v for _, v in own)
    latest = {v: max(_day(a) for a, w in own if w == v) for v in counts}
    best: T | None = min(counts, key=lambda v: (-counts[v], -latest[v].toordinal(), str(v)), default=None)
    return best


# A status that says more than another of the same act: that it happened settles that it was said to be going on.
_STATUS_ORDER: tuple[Status, ...] = ("happened", "ongoing", "refused", "cancelled", "planned", "hypothetical", "denied")


def status_of(accounts: Sequence[Account]) -> Status:
    """The status that the accounts come to."""
    own = [a for a in accounts if a.claimant is None] or list(accounts)
    for status in _STATUS_ORDER[:2]:
        if any(a.status == status for a in own):
            return status
    return _told(accounts, _status) or "happened"


def _status(account: Account) -> Status | None:
    return account.status


def outcome_of(accounts: Sequence[Account]) -> Outcome | None:
    """The outcome that weighs most; what it weighs against is in the accounts."""
    return _told(accounts, lambda a: a.outcome)


def valued(row: ActRow, accounts: Sequence[Account]) -> ActRow:
    """`row` as these accounts alone tell it."""
    return replace(
        row,
        accounts=tuple(accounts),
        when=narrowed(a.when for a in accounts if a.when is not None),
        status=status_of(accounts),
        outcome=outcome_of(accounts),
        place=_told(accounts, lambda a: a.place),
        claimants=tuple(sorted({a.claimant for a in accounts if a.claimant})),
    )
