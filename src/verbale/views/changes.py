"""What changed since a day: what is new, what is told otherwise, and what was withdrawn, each with its evidence.

Two states of the record are set side by side: as known on the day, and as known now (or as of a later day)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from verbale.model import ActRow, AgreementRow, AnswerRow, Evidence, Filter, ProvisionStatusRow
from verbale.views.dates import show_time
from verbale.views.labels import ANSWER_LABELS, what_of, who_of
from verbale.views.rows import EVERYTHING, Rows
from verbale.views.timeline import told_first

# "withdrawn": told before, and now called off, denied, or no longer told as an act of its own.
SUBJECT_LENGTH = 60
ChangeKind = Literal["new", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: kind of change, kind and id of the row, its title, the aspect that changed and its two values."""

    change: ChangeKind
    kind: str
    id: str
    title: str
    aspect: str
    before: str
    after: str
    evidence: tuple[Evidence, ...]


def changes(rows: Rows, since: date, keep: Filter = EVERYTHING) -> list[Change]:
    """Changes from what was known on the day `since` to what is known now, or on `keep.as_of`: acts, answers, offices,
    agreements and words on their points."""
    then = replace(keep, as_of=since)
    acts = {act.id: act for act in rows.acts(keep)}
    before = {act.id: act for act in rows.acts(then)}
    told = {account.act: act.id for act in acts.values() for account in act.accounts}
    seen = {report.id for report in rows.reports(then)}
    found = list(_acts(acts, before, told, seen))
    found += _answers(rows, keep, then, acts)
    found += _offices(rows, keep, then)
    found += _agreements(rows, keep, then, seen)
    return found


def _title(act: ActRow) -> str:
    who = who_of(act)
    title = f"{what_of(act)}: {who}" if who else what_of(act)
    return f"{title}, {_cut(act.subject)}" if act.subject else title


def _cut(subject: str) -> str:
    """The subject, cut between words."""
    return subject if len(subject) <= SUBJECT_LENGTH else f"{subject[:SUBJECT_LENGTH].rsplit(' ', 1)[0]} …"


def _when(act: ActRow) -> str:
    """When an act happened, or when it was told where no account gives its day."""
    first = told_first(act)
    return show_time(act.when, f"told {show_time(first)}" if first else "undated")


def _fresh(act: ActRow, seen: set[str]) -> tuple[Evidence, ...]:
    return tuple(e for a in act.accounts if a.report not in seen for e in a.evidence)


_WITHDRAWN = ("cancelled", "denied", "refused")


def _acts(
    acts: Mapping[str, ActRow], before: Mapping[str, ActRow], told: Mapping[str, str], seen: set[str]
) -> Iterator[Change]:
    known = {told[account.act] for act in before.values() for account in act.accounts if account.act in told}
    for key, act in acts.items():
        old = before.get(key)
        if old is None:
            if key not in known:
                yield Change("new", "act", key, _title(act), "", "", _when(act), _fresh(act, seen))
            continue
        values = (
            ("status", old.status, act.status),
            ("when", show_time(old.when), show_time(act.when)),
            ("place", old.place or "", act.place or ""),
            ("outcome", old.outcome or "", act.outcome or ""),
        )
        for aspect, was, now in values:
            if was != now:
                gone = aspect == "status" and now in _WITHDRAWN
                kind: ChangeKind = "withdrawn" if gone else "changed"
                yield Change(kind, "act", key, _title(act), aspect, was, now, _fresh(act, seen))
    for key, act in before.items():
        if key not in acts and not any(account.act in told for account in act.accounts):
            yield Change("withdrawn", "act", key, _title(act), "", "told", "no longer told", ())


def _answers(rows: Rows, keep: Filter, then: Filter, acts: Mapping[str, ActRow]) -> Iterator[Change]:
    before: dict[str, AnswerRow] = {answer.ask: answer for answer in rows.answers(then)}
    for answer in rows.answers(keep):
        old = before.get(answer.ask)
        if answer.ask in acts and old is not None and old.answer != answer.answer:
            title = _title(acts[answer.ask])
            was, now = ANSWER_LABELS[old.answer], ANSWER_LABELS[answer.answer]
            yield Change("changed", "answer", answer.ask, title, "answer", was, now, answer.evidence)


def _offices(rows: Rows, keep: Filter, then: Filter) -> Iterator[Change]:
    before = {actor.id: {office.title.casefold() for office in actor.offices} for actor in rows.actors(then)}
    for actor in rows.actors(keep):
        for office in actor.offices:
            if actor.id in before and office.title.casefold() not in before[actor.id]:
                yield Change("new", "actor", actor.id, actor.name, "office", "", office.title, office.evidence[:1])


def _agreements(rows: Rows, keep: Filter, then: Filter, seen: set[str]) -> Iterator[Change]:
    before = {row.id: row for row in rows.agreements(then)}
    for row in rows.agreements(keep):
        old = before.get(row.id)
        if old is None:
            if not any(e.report in seen for e in row.evidence):
                yield Change("new", "agreement", row.id, row.name, "", "", show_time(row.date), row.evidence)
            continue
        known = set(_words(old))
        for where, status in _words(row):
            if (where, status) not in known and not any(e.report in seen for e in status.evidence):
                after = f"{status.value}, {status.claimant or 'the report'}"
                yield Change("changed", "agreement", row.id, row.name, where, "", after, status.evidence)


def _words(row: AgreementRow) -> Iterator[tuple[str, ProvisionStatusRow]]:
    for status in row.status:
        yield "status", status
    for point in row.provisions:
        for status in point.status:
            yield point.text, status
