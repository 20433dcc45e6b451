"""The record: one SQLite file that keeps reports, findings and decisions, and shows the rows that they resolve to."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from verbale.model import (
    Account,
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Filter,
    ReportRow,
    StatementRow,
    TimeRow,
    TrackRow,
    VerbaleError,
)
from verbale.record import select
from verbale.record.as_of import agreement_as_of, answer_as_of
from verbale.record.derived import DerivedRows
from verbale.record.file import encode
from verbale.record.search import CLOSE, OPEN, Hit, hits, marked, match_expression
from verbale.resolve import Resolved
from verbale.resolve.order import act_order, report_order, statement_order
from verbale.resolve.values import valued

# As of a day, reports published by then are resolved afresh; above this many, what the whole record merged is shown
# with the accounts of that day (docs/decisions/as-of.md).
AFRESH_LIMIT = 500
# From this many reports on, views of the whole record are kept.
REMEMBER_FROM = 1000

Row = ReportRow | ActorRow | StatementRow | ActRow | AnswerRow | AgreementRow | TrackRow
T = TypeVar("T")


def open_record(path: Path | str, create: bool = True) -> "Record":
    """The record at `path`, made where there is none (unless `create` is False).

    Raises VerbaleError, in one line, where the file is no record, was made by a newer version, or cannot be opened.
    """
    path = Path(path)
    if path.is_dir():
        raise VerbaleError(f"{path} is a folder, not a record; name a file, such as {path / 'talks.verbale'}")
    if not path.exists() and not create:
        raise VerbaleError(f"{path}: no record there; make one with `verbale read FILE… --record {path}`")
    try:
        with path.open("rb") if path.exists() else _nothing() as file:
            head = file.read(16) if file else b""
    except OSError as error:
        raise VerbaleError(f"{path} cannot be read: {error.strerror}") from error
    if head and head != b"SQLite format 3\x00":
        raise VerbaleError(f"{path} is not a record of verbale; name another file with --record")
    try:
        return Record(path)
    except sqlite3.Error as error:
        raise VerbaleError(f"{path} cannot be opened as a record: {error}") from error


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


class Record(DerivedRows):
    """An open record and its rows. Use `open_record`; close it or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._days: dict[date, Resolved] = {}
        self._days_of = ""

    def _all(self, table: str, kind: type[T], where: str = "", values: Sequence[object] = ()) -> Iterator[T]:
        decoder = msgspec.json.Decoder(kind)
        for (body,) in self._db.execute(f"SELECT body FROM row_{table} {where}", values):
            yield decoder.decode(body)

    def _as_of(self, day: date) -> Resolved | None:
        """The record resolved afresh from the reports published by `day`; None where those are too many."""
        from verbale.resolve import resolve

        version = self._version()
        if self._days_of != version:
            self._days, self._days_of = {}, version
        if day not in self._days:
            ids = [
                row[0]
                for row in self._db.execute(
                    "SELECT id FROM row_report WHERE published <= ? ORDER BY id LIMIT ?",
                    (day.isoformat(), AFRESH_LIMIT + 1),
                )
            ]
            if len(ids) > AFRESH_LIMIT:
                return None
            pairs = list(self._read(ids))
            self._days[day] = resolve([r for r, _ in pairs], [f for _, f in pairs], self.case(), self.decisions())
        return self._days[day]

    def _resolved(self, f: Filter) -> Resolved | None:
        self.refresh()
        return None if f.as_of is None else self._as_of(f.as_of)

    def _known(self, f: Filter) -> set[str] | None:
        """Ids of the reports that were out as of the filter's day; None where it sets none."""
        if f.as_of is None:
            return None
        rows = self._db.execute("SELECT id FROM row_report WHERE published <= ?", (f.as_of.isoformat(),))
        return {row[0] for row in rows}

    def reports(self, f: Filter = Filter()) -> tuple[ReportRow, ...]:  # noqa: B008 - frozen
        """Reports by day of publication."""
        day = self._resolved(f)
        known = self._known(f)
        rows = day.reports if day else (r for r in self._all("report", ReportRow) if known is None or r.id in known)
        return tuple(sorted((r for r in rows if select.report_passes(r, f)), key=report_order))

    def actors(self, f: Filter = Filter()) -> tuple[ActorRow, ...]:  # noqa: B008
        """Actors by id."""
        day = self._resolved(f)
        known = self._known(f)
        rows: Iterable[ActorRow] = day.actors if day else self._all("actor", ActorRow, "ORDER BY id")
        if day is None and known is not None:
            rows = (
                replace(
                    r,
                    reports=tuple(i for i in r.reports if i in known),
                    evidence=tuple(e for e in r.evidence if e.report in known),
                    offices=tuple(o for o in r.offices if o.first and f.as_of and o.first <= f.as_of),
                )
                for r in rows
                if any(i in known for i in r.reports)
            )
        return tuple(r for r in rows if select.actor_passes(r, f))

    def statements(self, f: Filter = Filter()) -> tuple[StatementRow, ...]:  # noqa: B008
        """Statements by when they were said, or else reported."""
        day = self._resolved(f)
        known = self._known(f)
        rows: Iterable[StatementRow] = day.statements if day else self._all("statement", StatementRow)
        if day is None and known is not None:
            rows = (r for r in rows if r.report in known)
        return tuple(sorted((r for r in rows if select.statement_passes(r, f)), key=statement_order))

    def times(self, report: str | None = None) -> tuple[TimeRow, ...]:
        """Expressions of time, of one report or all."""
        self.refresh()
        if report is not None:
            return tuple(self._all("time", TimeRow, "WHERE report = ? ORDER BY start", (report,)))
        return tuple(self._all("time", TimeRow, "ORDER BY report, start"))

    def _acts(self, known: set[str] | None, where: str = "", values: Sequence[object] = ()) -> Iterator[ActRow]:
        """Act rows with their accounts; with `known`, as these reports tell them, those they do not tell left out."""
        decoder = msgspec.json.Decoder(Account)
        accounts: dict[str, list[Account]] = {}
        query = f"SELECT act, report, body FROM row_account WHERE act IN (SELECT id FROM row_act {where})"
        for act, report, body in self._db.execute(
            query + " ORDER BY published IS NULL, published, report, local", values
        ):
            if known is None or report in known:
                accounts.setdefault(act, []).append(decoder.decode(body))
        for row in self._all("act", ActRow, where, values):
            told = accounts.get(row.id, [])
            if known is None:
                yield replace(row, accounts=tuple(told))
            elif told:
                sources = {self._source(account.report) for account in told}
                yield replace(valued(row, told), independent=len(sources))

    def _source(self, report: str) -> str:
        """What stands behind a report: the wire that it credits, the report that it copies, or itself."""
        for row in self._all("report", ReportRow, "WHERE id = ?", (report,)):
            return f"wire:{row.wire}" if row.wire else row.copy_of or row.id
        return report

    def acts(self, f: Filter = Filter()) -> tuple[ActRow, ...]:  # noqa: B008
        """Acts by when they happened."""
        day = self._resolved(f)
        rows: Iterable[ActRow] = day.acts if day else self._acts(self._known(f), *self._narrowed(f))
        return tuple(sorted((r for r in rows if select.act_passes(r, f)), key=act_order))

    def _narrowed(self, f: Filter) -> tuple[str, tuple[str, ...]]:
        """A WHERE clause, and its values, that leaves out most acts that the filter does not let through. As of a day,
        an act may have other times than in all, but none that no account gives it."""
        clauses: list[str] = []
        values: list[str] = []
        for kind, wanted in (("actor", f.actor), ("issue", f.issue), ("outlet", f.outlet)):
            if wanted is not None:
                clauses.append("id IN (SELECT row FROM row_key WHERE kind = ? AND key = ?)")
                values += [kind, wanted.casefold()]
        if f.as_of is not None:
            months = select.months(f.since, f.until)
            if months != (select.ANY_MONTH,):
                marks = ", ".join("?" * (len(months) + 1))
                clauses.append(f"id IN (SELECT row FROM row_key WHERE kind = 'month' AND key IN ({marks}))")
                values += [*months, select.ANY_MONTH]
            return ("WHERE " + " AND ".join(clauses) if clauses else ""), tuple(values)
        if f.since is not None:
            clauses.append("last >= ?")
            values.append(f.since.isoformat())
        if f.until is not None:
            clauses.append("first <= ?")
            values.append(f.until.isoformat())
        return ("WHERE " + " AND ".join(clauses) if clauses else ""), tuple(values)

    def answers(self, f: Filter = Filter()) -> tuple[AnswerRow, ...]:  # noqa: B008
        """What came of each ask."""
        day = self._resolved(f)
        rows: Iterable[AnswerRow] = day.answers if day else self._all("answer", AnswerRow, "ORDER BY ask")
        known = self._known(f)
        if day is None and known is not None:
            rows = (answer_as_of(r, known, f.as_of) for r in rows)
        if f == Filter():
            return tuple(rows)
        asks = {act.id for act in self.acts(f)}
        return tuple(r for r in rows if r.ask in asks)

    def answers_about(self, act: str) -> tuple[AnswerRow, ...]:
        """Answers to the ask `act`, and those that `act` gives, both by the act's row id."""
        self.refresh()
        return tuple(self._all("answer", AnswerRow, "WHERE ask = ?1 OR json_extract(body, '$.act') = ?1", (act,)))

    def agreements(self, f: Filter = Filter()) -> tuple[AgreementRow, ...]:  # noqa: B008
        """Agreements by id."""
        day = self._resolved(f)
        rows: Iterable[AgreementRow] = day.agreements if day else self._all("agreement", AgreementRow, "ORDER BY id")
        known = self._known(f)
        if day is None and known is not None:
            rows = (agreement_as_of(r, known) for r in rows if any(e.report in known for e in r.evidence))
        return tuple(r for r in rows if select.agreement_passes(r, f))

    def tracks(self, f: Filter = Filter()) -> tuple[TrackRow, ...]:  # noqa: B008
        """Tracks by id."""
        day = self._resolved(f)
        rows: Iterable[TrackRow] = day.tracks if day else self._all("track", TrackRow, "ORDER BY id")
        if day is None and f.as_of is not None:
            shown = {a.id for a in self._acts(self._known(f))}
            rows = (replace(r, acts=tuple(a for a in r.acts if a in shown)) for r in rows)
            rows = (r for r in rows if r.acts)
        return tuple(r for r in rows if select.track_passes(r, f))

    def row(self, row: str) -> Row | None:
        """The row with this id, of whatever kind: report, actor, statement, act (also by the id of any of its
        accounts), agreement or track; None where there is none."""
        self.refresh()
        kinds: tuple[tuple[str, type[Any]], ...] = (
            ("report", ReportRow),
            ("actor", ActorRow),
            ("statement", StatementRow),
            ("agreement", AgreementRow),
            ("track", TrackRow),
        )
        for table, kind in kinds:
            for found in self._all(table, kind, "WHERE id = ?", (row,)):
                return found  # type: ignore[no-any-return]
        act = self._db.execute("SELECT act FROM row_account WHERE local = ?", (row,)).fetchone()
        for found in self._acts(None, "WHERE id = ?", (act[0] if act else row,)):
            return found
        return None

    def matching(self, start: str, limit: int = 20) -> dict[str, str]:
        """Ids of rows that begin with `start`, at most `limit`, each with its kind; an exact id alone, if it is one."""
        self.refresh()
        found: dict[str, str] = {}
        if not start:
            return found
        for kind in ("report", "actor", "statement", "act", "agreement", "track"):
            query = f"SELECT id FROM row_{kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
            for (row,) in self._db.execute(query, (start, start + "\U0010ffff", limit)):
                found[row] = kind
        return {start: found[start]} if start in found else dict(list(found.items())[:limit])

    def search(self, words: str, f: Filter = Filter(), limit: int = 100) -> tuple[Hit, ...]:  # noqa: B008
        """Reports that hold the words, best first: "phrases", prefix*, -without. Any characters may be typed.

        Raises VerbaleError where nothing is left to search for.
        """
        expression = match_expression(words)
        self.refresh()
        passing = None if f == Filter() else {r.id for r in self.reports(f)}
        found = self._db.execute(
            "SELECT r.seq, r.id FROM report_words JOIN report r ON r.seq = report_words.rowid"
            " WHERE report_words MATCH ? ORDER BY rank, r.id",
            (expression,),
        )
        best = list(islice((row for row in found if passing is None or row[1] in passing), limit))
        return tuple(self._hit(seq, report, expression) for seq, report in best)

    def _hit(self, seq: int, report: str, expression: str) -> Hit:
        snippet, text = self._db.execute(
            "SELECT snippet(report_words, -1, ?, ?, '…', 24), highlight(report_words, 1, ?, ?)"
            " FROM report_words WHERE report_words MATCH ? AND rowid = ?",
            (OPEN, CLOSE, OPEN, CLOSE, expression, seq),
        ).fetchone()
        row = next(self._all("report", ReportRow, "WHERE id = ?", (report,)))
        return Hit(row, marked(snippet), hits(report, text))

    @property
    def remembers(self) -> bool:
        """True for a record so large that views of all of it are kept."""
        return bool(self._db.execute("SELECT count(*) FROM row_report").fetchone()[0] >= REMEMBER_FROM)

    def remembered(self, name: str, f: Filter, kind: type[T], make: Callable[[], T]) -> T:
        """`make()`, a view of this record through `f`, kept under `name` until the record changes: a view of all of a
        large record takes seconds to make and milliseconds to read. `kind` is the view's dataclass."""
        self.refresh()
        key, version = f"{name} {encode(f)}", self._version()
        row = self._db.execute("SELECT body FROM view WHERE key = ? AND version = ?", (key, version)).fetchone()
        if row is not None:
            return msgspec.json.decode(row[0], type=kind)
        value = make()
        if self.remembers:
            with self._transaction() as db:
                db.execute("DELETE FROM view WHERE version <> ?", (version,))
                db.execute("INSERT OR REPLACE INTO view VALUES (?, ?, ?)", (key, version, encode(value)))
        return value
