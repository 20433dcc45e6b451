"""Why a row stands in the record: every piece of evidence in its sentence, with outlet and date."""

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.model import (
    ActorRow,
    ActRow,
    AgreementRow,
    Dropped,
    Evidence,
    ReportRow,
    StatementRow,
    TimeHow,
    TimeValue,
    TrackRow,
    VerbaleError,
)
from verbale.record import Record
from verbale.views.dates import show_day, show_time
from verbale.views.labels import ANSWER_LABELS, OUTCOME_LABELS, join, what_of, who_of
from verbale.views.sentences import sentence_around
from verbale.views.statements import speaker_of
from verbale.views.timeline import evidence_of


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence in its sentence: `sentence[start:end]` is the evidence, `role` what it is evidence of."""

    role: str
    report: str
    outlet: str
    published: TimeValue | None
    sentence: str
    start: int
    end: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Why:
    """`kind` of row, its `title` in words, what is known about how it was reached (`notes`), and its evidence."""

    kind: str
    id: str
    title: str
    notes: tuple[str, ...]
    quotes: tuple[Quote, ...]


def find(record: Record, key: str, kinds: tuple[str, ...] = ()) -> tuple[str, str]:
    """The kind and the full id of the row whose id is `key`, or the only one of `kinds` whose id begins with it.

    Raises VerbaleError where there is no such row, or more than one.
    """
    found = {row: kind for row, kind in record.matching(key).items() if not kinds or kind in kinds}
    if not found:
        wanted = " or ".join(kinds) or "row"
        raise VerbaleError(f"{key or 'an empty id'}: no {wanted} has this id; take one from a view's first column")
    whole = {row: kind for row, kind in found.items() if "-" not in row[len(key) :]}
    if len(found) > 1 and len(whole) == 1:  # the others are parts of that row ("…-2"), cut from it
        found = whole
    if len(found) > 1:
        some = ", ".join(f"{row} ({kind})" for row, kind in list(found.items())[:4])
        raise VerbaleError(f"{key}: several rows have ids that begin so; give more of it: {some}")
    row, kind = next(iter(found.items()))
    return kind, row


def why(record: Record, key: str) -> Why:
    """The evidence of the row with id `key`, or the one row whose id begins with it. Raises as `find` does."""
    _, full = find(record, key)
    row = record.row(full)
    if isinstance(row, StatementRow):
        return _statement(record, row)
    if isinstance(row, ActRow):
        return _act(record, row)
    if isinstance(row, AgreementRow):
        return _agreement(record, row)
    if isinstance(row, ActorRow):
        return _actor(record, row)
    if isinstance(row, ReportRow):
        return _report(record, row)
    if isinstance(row, TrackRow):
        return _track(record, row)
    raise VerbaleError(f"{key}: no row has this id; take one from a view's first column")


def dropped_lines(record: Record, key: str) -> list[Dropped]:
    """The lines of a report's source that were taken for furniture. Raises as `find` does."""
    _, full = find(record, key, ("report",))
    return list(record.report(full).dropped)


class _Quoter:
    """Puts evidence into its sentence; texts and report rows are fetched once."""

    def __init__(self, rows: Record) -> None:
        self._rows = rows
        self._reports: dict[str, ReportRow] = {}
        self._texts: dict[str, str] = {}

    def quote(self, role: str, spans: Iterable[Evidence]) -> list[Quote]:
        """`spans` in their sentences, in order, each once."""
        return [self._one(role, span) for span in dict.fromkeys(spans)]

    def _one(self, role: str, span: Evidence) -> Quote:
        if span.report not in self._texts:
            self._texts[span.report] = self._rows.report_text(span.report)
            row = self._rows.row(span.report)
            assert isinstance(row, ReportRow)
            self._reports[span.report] = row
        text = self._texts[span.report]
        low, high = sentence_around(text, span.start, span.end)
        row = self._reports[span.report]
        return Quote(
            role, span.report, row.outlet, row.published, text[low:high], span.start - low, span.end - low, span
        )


def _statement(rows: Record, row: StatementRow) -> Why:
    quoter = _Quoter(rows)
    quotes = [
        *quoter.quote("source", row.source),
        *quoter.quote("cue", row.cue),
        *quoter.quote("content", row.content),
    ]
    notes = [f"mode: {row.mode}; attitude: {row.attitude}{'; a denial' if row.denial else ''}"]
    if row.party:
        notes.append(f"speaker's party: {row.party}")
    if row.unnamed:
        notes.append("the source is not named")
    if row.ambiguous:
        notes.append("the report does not settle who speaks; all who may are given")
    notes.append(f"said: {_reached(row.said)}")
    if row.venue:
        notes.append(f"where: {row.venue}")
    if row.parent:
        notes.append(f"told inside statement {row.parent}")
    if row.origin:
        notes.append(f"found by: {row.origin}")
    return Why("statement", row.id, f"{speaker_of(row)}: {row.content[0].text}", tuple(notes), tuple(quotes))


def _act(rows: Record, row: ActRow) -> Why:
    quoter = _Quoter(rows)
    quotes = []
    for account in row.accounts:
        told = f"according to {account.claimant}" if account.claimant else "told by the report"
        when = f", {show_time(account.when)}" if account.when else ""
        quotes += quoter.quote(f"{told}: {account.status}{when}", account.evidence)
    notes = [f"type: {row.type}{' (' + ', '.join(row.modes) + ')' if row.modes else ''}; status: {row.status}"]
    if row.outcome:
        notes.append(f"outcome: {OUTCOME_LABELS[row.outcome]}")
    notes.append(f"when: {_reached(row.when)}")
    count = len({one.report for one in row.accounts})
    notes.append(f"told by {count} {'report' if count == 1 else 'reports'}, {row.independent} independent")
    notes += [f"{relation}: {other}" for relation, other in row.links]
    for answer in rows.answers_about(row.id):
        if answer.ask == row.id:
            answered = f" by {answer.act}" if answer.act else ""
            until = f", as of {show_day(answer.as_of)}" if answer.as_of and answer.answer == "none" else ""
            notes.append(f"answer: {ANSWER_LABELS[answer.answer]}{answered}{until}")
            quotes += quoter.quote("answer", answer.evidence)
        elif answer.act == row.id:
            notes.append(f"answers: {answer.ask} ({ANSWER_LABELS[answer.answer]})")
    subject = f": {row.subject}" if row.subject else ""
    return Why("act", row.id, f"{what_of(row)}, {who_of(row)}{subject}", tuple(notes), tuple(quotes))


def _agreement(rows: Record, row: AgreementRow) -> Why:
    quoter = _Quoter(rows)
    quotes = quoter.quote("named", row.evidence)
    for point in row.provisions:
        quotes += quoter.quote("provision", point.evidence)
        for status in point.status:
            quotes += quoter.quote(f"{status.claimant or 'the report'} on it: {status.value}", status.evidence)
    for status in row.status:
        quotes += quoter.quote(f"{status.claimant or 'the report'} on the whole: {status.value}", status.evidence)
    notes = [f"parties: {join(row.parties) or 'not told'}", f"date: {_reached(row.date)}"]
    return Why("agreement", row.id, row.name, tuple(notes), tuple(quotes))


def _actor(rows: Record, row: ActorRow) -> Why:
    quoter = _Quoter(rows)
    quotes = quoter.quote("named", row.evidence)
    for office in row.offices:
        quotes += quoter.quote(f"office: {office.title}", office.evidence)
    notes = [f"kind: {row.kind}"]
    if row.party:
        notes.append(f"party: {row.party}")
    if row.aliases:
        notes.append(f"also called: {', '.join(row.aliases)}")
    if row.world:
        notes.append(f"known from the world data as {row.world}")
    return Why("actor", row.id, row.name, tuple(notes), tuple(quotes))


def _report(rows: Record, row: ReportRow) -> Why:
    notes = [f"path: {row.path}", f"outlet: {row.outlet or 'not given'}"]
    notes.append(f"published: {show_time(row.published, 'not known')} ({row.published_how})")
    notes += [f"because {reason}" for reason in row.published_reasons]
    if row.copy_of:
        notes.append(f"a copy of report {row.copy_of}")
    if row.wire:
        notes.append(f"wire: {row.wire}")
    return Why("report", row.id, row.headline or row.path, tuple(notes), ())


def _track(rows: Record, row: TrackRow) -> Why:
    quoter = _Quoter(rows)
    quotes = []
    for key in row.acts:
        act = rows.row(key)
        if isinstance(act, ActRow):
            quotes += quoter.quote(f"{what_of(act)}, {show_time(act.when)}", evidence_of(act))
    level = f"level: {row.level}" if row.level else "level not told"
    return Why("track", row.id, row.name, (f"parties: {join(row.parties)}", level), tuple(quotes))


def _reached(time: TimeValue | None) -> str:
    """A time, and how its value was reached."""
    if time is None:
        return "not told"
    words = f" from “{time.text}”" if time.text else ""
    return f"{show_time(time)} ({_HOW[time.how]}{words})"


_HOW: dict[TimeHow, str] = {
    "stated": "stated",
    "published": "by tense and the day of publication",
    "expression": "counted from another expression",
    "context": "from the context in the report",
    "given": "given by the user",
    "merged": "narrowed by merging accounts",
    "reported": "the day of the report",
}
