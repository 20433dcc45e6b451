"""Where the talks stand: per track and per issue, derived by the rules below from rows of the record, each clause with
the rows that it rests on.

A track's state is the first of these that holds on the day of the view:
  under way   its last meeting is told as going on;
  scheduled   a meeting is announced that is to come on or after that day;
  broken off  a party walked out or called a meeting off after the last meeting, or that meeting broke off;
  stalled     the last meeting ended without a result, and nothing is announced;
  agreed      the last meeting ended with an agreement;
  dormant     nothing for more than 180 days, and nothing is announced;
  met         none of these: there was a meeting, and its result is not told;
  announced   a meeting without a day is announced, and none has been told;
  no meeting  there were only refusals or asks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import ActRow, Evidence, Filter, StatementRow, TrackRow
from verbale.record import Record
from verbale.views.dates import age_in_days, show_day, show_time, sort_key
from verbale.views.labels import ANSWER_LABELS, OUTCOME_LABELS, join, what_of
from verbale.views.ledger import LedgerLine, ledger
from verbale.views.rows import EVERYTHING, ReadOnce, Rows, day_of
from verbale.views.statements import speaker_of, words_of
from verbale.views.timeline import evidence_of, told_first

DORMANT_DAYS = 180
# Open asks that one clause names.
ASKS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a standing, the rows it rests on, and their evidence."""

    text: str
    rows: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TrackStanding:
    id: str
    name: str
    parties: tuple[str, ...]
    level: str | None
    state: str
    clauses: tuple[Clause, ...]
    rounds: int


@dataclass(frozen=True, slots=True)
class IssueStanding:
    issue: str
    state: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """`as_of` is the day that it speaks of: the day asked for, or that of the latest report."""

    as_of: date | None
    reports: int
    independent: int
    tracks: tuple[TrackStanding, ...]
    issues: tuple[IssueStanding, ...]


def standing(rows: Rows, keep: Filter = EVERYTHING) -> Standing:
    """The standing of every track and issue that the filter lets through."""
    rows = ReadOnce(rows)
    day = day_of(rows, keep)
    acts = {act.id: act for act in rows.acts(keep)}
    lines = ledger(rows, keep)
    reports = rows.reports(keep)
    shown: set[str] = set()  # asks that a track with more rounds shows already
    ordered = _by_rounds(rows.tracks(keep), acts)
    refusals = [act for act in acts.values() if _refuses_to_meet(act)]
    tracks = [_track(track, ordered, acts, refusals, lines, day, shown) for track in ordered]
    return Standing(
        as_of=day,
        reports=len(reports),
        independent=sum(report.copy_of is None for report in reports),
        tracks=tuple(track for track in tracks if track.clauses),
        issues=tuple(_issues(rows, keep, acts.values(), lines)),
    )


def kept_standing(record: Record, keep: Filter = EVERYTHING) -> Standing:
    """The standing of a record, which a large record keeps until it changes."""
    return record.remembered("status", keep, Standing, lambda: standing(record, keep))


def _by_rounds(tracks: Iterable[TrackRow], acts: dict[str, ActRow]) -> list[TrackRow]:
    """Tracks with most rounds first."""

    def rounds(track: TrackRow) -> int:
        return sum(key in acts and _happened(acts[key]) for key in track.acts)

    return sorted(tracks, key=lambda track: (-rounds(track), track.name, track.id))


def _track(
    track: TrackRow,
    tracks: Sequence[TrackRow],
    acts: dict[str, ActRow],
    refusals: Sequence[ActRow],
    lines: list[LedgerLine],
    day: date | None,
    shown: set[str],
) -> TrackStanding:
    own = [acts[key] for key in track.acts if key in acts]
    met = sorted((act for act in own if _happened(act)), key=_when)
    planned = [act for act in own if act.type == "CONSULT" and act.status == "planned"]
    last = met[-1] if met else None
    to_come = sorted((act for act in planned if _to_come(act, last, day)), key=lambda act: sort_key(act.when))
    off = [act for act in _called_off(track, tracks, own, refusals) if last is None or _when(act) >= _when(last)]
    state = _state(last, to_come, off, day)
    clauses: list[Clause] = []
    if last:
        clauses.append(_last_met(last, day))
    clauses += [_off(act) for act in sorted(off, key=_when)[-1:]]
    clauses += [_announced(act) for act in to_come[:1]]
    if last and not to_come and state in ("stalled", "broken off", "dormant"):
        clauses.append(_nothing_since(last, day))
    asks = [line for line in lines if line.id not in shown and _between(line, track.parties)]
    shown.update(line.id for line in asks)
    clauses += open_asks(asks)
    return TrackStanding(track.id, track.name, track.parties, track.level, state, tuple(clauses), len(met))


def _happened(act: ActRow) -> bool:
    return act.type == "CONSULT" and act.status in ("happened", "ongoing")


def _when(act: ActRow) -> tuple[date, date]:
    """Order by the last day that an act can have been; without any date it counts as first, never as the latest."""
    if act.when is None or (act.when.latest or act.when.earliest) is None:
        return date.min, date.min
    last = act.when.latest or act.when.earliest or date.min
    return last, act.when.earliest or date.min


def _to_come(act: ActRow, last: ActRow | None, day: date | None) -> bool:
    """Announced and not yet past on `day`; without a date, told no earlier than the last round."""
    if act.when and act.when.latest:
        return day is None or act.when.latest >= day
    reported = [sort_key(account.reported)[0] for account in act.accounts if account.reported]
    return last is None or not reported or max(reported) >= _when(last)[0]


def _refuses_to_meet(act: ActRow) -> bool:
    return act.type == "REJECT" and "meet" in act.modes and act.status == "happened" and bool(act.sources)


def _called_off(
    track: TrackRow, tracks: Sequence[TrackRow], own: Sequence[ActRow], refusals: Sequence[ActRow]
) -> list[ActRow]:
    """Meetings cancelled, and those of `refusals` to meet between this track's parties. A refusal that names nobody to
    meet counts where its party sits with the same others in all its tracks."""
    parties = set(track.parties)
    cancelled = [act for act in own if act.type == "CONSULT" and act.status in ("cancelled", "refused")]

    def belongs(act: ActRow) -> bool:
        if act.track:
            return act.track == track.id
        if act.targets:
            return set(act.targets) <= parties
        return all(set(other.parties) == parties for other in tracks if set(act.sources) & set(other.parties))

    refused = [act for act in refusals if set(act.sources) <= parties and belongs(act)]
    return cancelled + [act for act in refused if act not in cancelled]


def _state(last: ActRow | None, to_come: Sequence[ActRow], off: Sequence[ActRow], day: date | None) -> str:
    age = age_in_days(last.when, day) if last else None
    rules = (
        ("under way", last is not None and last.status == "ongoing"),
        ("scheduled", any(act.when is not None for act in to_come)),
        ("broken off", bool(off) or (last is not None and last.outcome == "broke off")),
        ("stalled", last is not None and last.outcome == "none" and not to_come),
        ("agreed", last is not None and last.outcome == "agreement"),
        ("dormant", age is not None and age > DORMANT_DAYS and not to_come),
        ("met", last is not None),
        ("announced", bool(to_come)),
    )
    return next((state for state, holds in rules if holds), "no meeting")


def _clause(text: str, act: ActRow) -> Clause:
    return Clause(text, (act.id,), evidence_of(act))


def _place(act: ActRow) -> str:
    return f" in {act.place}" if act.place else ""


def _last_met(act: ActRow, day: date | None) -> Clause:
    verb = "Meeting now" if act.status == "ongoing" else "Last met"
    outcome = f"; it {OUTCOME_LABELS[act.outcome]}" if act.outcome else ""
    when = f" {show_time(act.when)}" if act.when else f", on a day not told{_reported(act)}"
    return _clause(f"{verb}{when}{_place(act)}: {what_of(act)}{outcome}.", act)


def _reported(act: ActRow) -> str:
    """When an act without a day was first told: " (reported 22 Jul 2020)"."""
    first = told_first(act)
    return f" (reported {show_time(first)})" if first else ""


def _off(act: ActRow) -> Clause:
    when = f" ({show_time(act.when)})" if act.when else _reported(act)
    if act.type == "CONSULT":
        return _clause(f"Called off{when}: {what_of(act)}{_place(act)}.", act)
    subject = f": {act.subject}" if act.subject else ""
    return _clause(f"Refused by {join(act.sources)}{when}: {what_of(act)}{subject}.", act)


def _announced(act: ActRow) -> Clause:
    when = show_time(act.when, "no day given")
    return _clause(f"Next announced: {what_of(act)}{_place(act)}, {when}.", act)


def _nothing_since(act: ActRow, day: date | None) -> Clause:
    age = age_in_days(act.when, day)
    days = f", {_days(age)} at the least" if age is not None and age > 0 else ""
    since = f" since {show_time(act.when)}" if act.when else ""
    return _clause(f"No further round is reported{since}{days}.", act)


def _between(line: LedgerLine, parties: tuple[str, ...]) -> bool:
    return bool(line.sources and line.targets) and {*line.sources, *line.targets} <= set(parties)


def open_asks(lines: Iterable[LedgerLine]) -> list[Clause]:
    """One clause on what waits for an answer or was met in part only: those that wait longest, and how many more."""
    waiting = [line for line in lines if line.answer in ("none", "partial")]
    if not waiting:
        return []
    parts = []
    for line in waiting[:ASKS_SHOWN]:
        subject = line.subject or line.what
        age = f", {_days(line.age)} without an answer" if line.age else ""
        met = ", met in part" if line.answer == "partial" else age
        towards = f" to {join(line.targets)}" if line.targets else ""
        parts.append(f"{join(line.sources) or 'somebody'}{towards}, {subject}{met}")
    more = len(waiting) - len(parts)
    parts += [f"and {more} more in the ledger"] if more else []
    noun = "ask" if len(waiting) == 1 else "asks"
    shown = waiting[:ASKS_SHOWN]
    spans = tuple(dict.fromkeys(span for line in shown for span in (*line.evidence, *line.answer_evidence)))
    return [Clause(f"{len(waiting)} open {noun}: {'; '.join(parts)}.", tuple(line.id for line in shown), spans)]


def _days(age: int) -> str:
    return "1 day" if age == 1 else f"{age} days"


def _answered(line: LedgerLine) -> Clause:
    """An ask that was answered."""
    towards = f" to {join(line.targets)}" if line.targets else ""
    text = f"{join(line.sources) or 'Somebody'}{towards}, {line.subject or line.what}: {ANSWER_LABELS[line.answer]}."
    spans = tuple(dict.fromkeys((*line.evidence, *line.answer_evidence)))
    return Clause(text, (line.id, *((line.act,) if line.act else ())), spans)


def _issues(rows: Rows, keep: Filter, acts: Iterable[ActRow], lines: list[LedgerLine]) -> list[IssueStanding]:
    acts_on: dict[str, list[ActRow]] = {}
    for act in acts:
        for issue in act.issues:
            acts_on.setdefault(issue, []).append(act)
    last_word: dict[str, StatementRow] = {}
    for row in sorted(rows.statements(keep), key=lambda row: sort_key(row.said or row.reported)):
        if row.attitude == "speech" and row.speaker_names:
            last_word.update(dict.fromkeys(row.issues, row))
    found = []
    for issue in sorted({*acts_on, *last_word}):
        asks = [line for line in lines if issue in line.issues]
        clauses = open_asks(asks) or [_answered(line) for line in asks[-1:]]
        done = [act for act in acts_on.get(issue, []) if act.status != "hypothetical" and act.type != "REQUEST"]
        for act in sorted(done, key=_when)[-1:]:
            who = f", {join(act.sources)}" if act.sources else ""
            clauses.append(_clause(f"Last act: {what_of(act)}{who} ({show_time(act.when)}).", act))
        clauses += [_said(last_word[issue])] if issue in last_word else []
        found.append(IssueStanding(issue, _issue_state(asks, done), tuple(clauses)))
    return found


def _said(row: StatementRow) -> Clause:
    when = show_time(row.said or row.reported)
    return Clause(
        f"Last word: {speaker_of(row)} ({when}): {_cut(words_of(row))}", (row.id,), (*row.source, *row.content)
    )


def _issue_state(asks: list[LedgerLine], done: list[ActRow]) -> str:
    """ "open" while an ask waits, else what became of the last one, else "agreed" or "discussed"."""
    if any(line.answer in ("none", "partial") for line in asks):
        return "open asks"
    if asks:
        return "accepted" if all(line.answer == "accepted" for line in asks) else "refused"
    return "agreed" if any(act.type == "AGREE" and act.status == "happened" for act in done) else "discussed"


def _cut(text: str, limit: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 2].rsplit(' ', 1)[0]} …"


def heading(view: Standing) -> str:
    """The first line over a standing."""
    day = show_day(view.as_of) if view.as_of else "a day not known"
    return f"As of {day}, from {view.reports} reports ({view.independent} independent)"
