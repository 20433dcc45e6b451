"""The record: one SQLite file that keeps reports, findings and decisions, and the rows that they resolve to.

Evidence is append-only (triggers in schema.sql see to it). A report and its findings go in together or not at all,
so a killed run leaves whole reports only. Rows are derived: `refresh` rebuilds them in one transaction.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from verbale.model import (
    Account,
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Filter,
    Findings,
    Report,
    ReportRow,
    StatementRow,
    TimeRow,
    TimeValue,
    TrackRow,
    VerbaleError,
)
from verbale.record import select
from verbale.record.search import CLOSE, OPEN, Hit, hits, marked, match_expression
from verbale.resolve import Decision, Resolved
from verbale.resolve.decisions import check
from verbale.resolve.order import act_order, report_order, statement_order
from verbale.resolve.values import valued

# `verbale.resolve.merge` and the world data are loaded where something is merged: a view should not wait for them.
if TYPE_CHECKING:
    from verbale.world import Case

# "Vbal": marks an SQLite file as a record (https://sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x5662616C
SCHEMA_VERSION = 1
# Raised where rows come to hold something else from the same evidence: rows of another number are derived anew.
ROWS_VERSION = 3
# As of a day, reports published by then are resolved afresh; above this many, what the whole record merged is shown
# with the accounts of that day (docs/decisions/as-of.md).
AFRESH_LIMIT = 500
# From this many reports on, views of the whole record are kept.
REMEMBER_FROM = 1000

Row = ReportRow | ActorRow | StatementRow | ActRow | AnswerRow | AgreementRow | TrackRow
T = TypeVar("T")


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _first(time: TimeValue | None) -> str | None:
    day = (time.earliest or time.latest) if time else None
    return day.isoformat() if day else None


def _last(time: TimeValue | None) -> str | None:
    day = (time.latest or time.earliest) if time else None
    return day.isoformat() if day else None


def _bounds(time: TimeValue | None) -> tuple[str | None, str | None]:
    """Both bounds as they sort, an open one at the end of time."""
    if time is None or (time.earliest is None and time.latest is None):
        return None, None
    return (time.earliest or date.min).isoformat(), (time.latest or date.max).isoformat()


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


class Record:
    """An open record. Use `open_record`; close it or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise
        self._days: dict[date, Resolved] = {}
        self._days_of = ""

    def _prepare(self) -> None:
        db = self._db
        application = self._pragma("application_id")
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION_ID and tables:
            raise VerbaleError(f"{self.path} is a database of another program; name another file with --record")
        version = self._pragma("user_version")
        if version > SCHEMA_VERSION:
            raise VerbaleError(f"{self.path} was made by a newer verbale; update verbale to read it")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        if application != APPLICATION_ID:
            schema = (files("verbale.record") / "schema.sql").read_text("utf-8")
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
            db.executescript(f"BEGIN IMMEDIATE; {schema} {marks} COMMIT;")

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is in it already."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # Evidence

    def has(self, report: str) -> bool:
        """True where the record holds the report with this id."""
        return self._db.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None

    def add(self, report: Report, findings: Findings) -> bool:
        """Keep a report and its findings, in one transaction. False, and no change, where the report is there.

        Raises ValueError where `findings` are another report's.
        """
        if findings.report != report.id:
            raise ValueError(f"findings of {findings.report} given with report {report.id}")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._transaction() as db:
            new = db.execute(
                "INSERT OR IGNORE INTO report (id, headline, text, body, added) VALUES (?, ?, ?, ?, ?)",
                (report.id, report.headline, report.text, _encode(replace(report, text="")), now),
            ).rowcount
            if new:
                self._keep(findings, now)
        return bool(new)

    def add_findings(self, findings: Findings) -> None:
        """Keep new findings of a report that is there: they count in place of those before, which stay on file."""
        if not self.has(findings.report):
            raise VerbaleError(f"no report {findings.report} in {self.path}")
        with self._transaction():
            self._keep(findings, datetime.now(UTC).isoformat(timespec="seconds"))

    def _keep(self, findings: Findings, now: str) -> None:
        self._db.execute(
            "INSERT INTO finding (report, pipeline, body, added) VALUES (?, ?, ?, ?)",
            (findings.report, findings.pipeline, _encode(findings), now),
        )

    def report(self, report: str) -> Report:
        """The report with this id, whole. Raises VerbaleError where there is none."""
        row = self._db.execute("SELECT body, text FROM report WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise VerbaleError(f"no report {report} in {self.path}")
        return replace(msgspec.json.decode(row[0], type=Report), text=row[1])

    def report_text(self, report: str) -> str:
        """The text of the report with this id, into which all evidence points."""
        row = self._db.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise VerbaleError(f"no report {report} in {self.path}")
        return str(row[0])

    def findings(self, report: str) -> Findings:
        """What was found in a report, last reading."""
        row = self._db.execute(
            "SELECT body FROM finding WHERE report = ? ORDER BY seq DESC LIMIT 1", (report,)
        ).fetchone()
        if row is None:
            raise VerbaleError(f"no findings of report {report} in {self.path}")
        return msgspec.json.decode(row[0], type=Findings)

    def _read(self, ids: Iterable[str] | None = None) -> Iterator[tuple[Report, Findings]]:
        """Reports with their findings by id; those of `ids`, or all."""
        query = (
            "SELECT r.body, r.text, f.body FROM report r JOIN finding f ON f.seq ="
            " (SELECT max(seq) FROM finding WHERE report = r.id)"
        )
        cursor = (
            self._db.execute(query + " ORDER BY r.id")
            if ids is None
            else (row for i in ids for row in self._db.execute(query + " WHERE r.id = ?", (i,)))
        )
        for body, text, found in cursor:
            report = replace(msgspec.json.decode(body, type=Report), text=text)
            yield report, msgspec.json.decode(found, type=Findings)

    # Decisions and the case file

    def decide(self, kind: str, payload: Mapping[str, Any], who: str) -> int:
        """Keep an analyst's decision; its number in the record. Undo it with kind "undo", {"decision": number}.

        Raises VerbaleError where the kind is unknown, the payload lacks what it needs, or `who` is empty.
        """
        check(kind, payload)
        if not who.strip():
            raise VerbaleError("a decision needs the name of who takes it")
        with self._transaction() as db:
            row = db.execute(
                "INSERT INTO decision (at, who, kind, payload) VALUES (?, ?, ?, ?)",
                (datetime.now(UTC).isoformat(timespec="seconds"), who, kind, json.dumps(payload, sort_keys=True)),
            )
        return int(row.lastrowid or 0)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions ever taken, those undone included."""
        rows = self._db.execute("SELECT seq, at, who, kind, payload FROM decision ORDER BY seq")
        return tuple(Decision(s, datetime.fromisoformat(at), who, kind, json.loads(p)) for s, at, who, kind, p in rows)

    def set_case(self, case: "Case") -> None:
        """Keep the case file that the record is resolved with; nothing happens where it is the one that is kept."""
        if case != self.case():
            with self._transaction() as db:
                now = datetime.now(UTC).isoformat(timespec="seconds")
                db.execute("INSERT INTO case_file (at, body) VALUES (?, ?)", (now, _encode(case)))

    def case(self) -> "Case | None":
        """The case file last given, or None."""
        from verbale.world import Case

        row = self._db.execute("SELECT body FROM case_file ORDER BY seq DESC LIMIT 1").fetchone()
        return msgspec.json.decode(row[0], type=Case) if row else None

    # Rows

    def _version(self) -> str:
        """What the rows would be derived from now; it changes with every report, finding, decision or case file,
        and with a program that derives them otherwise."""
        marks = self._db.execute(
            "SELECT (SELECT max(seq) FROM report), (SELECT max(seq) FROM finding),"
            " (SELECT max(seq) FROM decision), (SELECT max(seq) FROM case_file)"
        ).fetchone()
        return ",".join(str(mark) for mark in (ROWS_VERSION, *marks))

    @property
    def stale(self) -> bool:
        """True where evidence or decisions came in since the rows were derived."""
        row = self._db.execute("SELECT value FROM state WHERE key = 'version'").fetchone()
        return row is None or row[0] != self._version()

    def refresh(self, progress: Callable[[int], None] | None = None) -> bool:
        """Derive the rows anew where something changed; False where nothing had. `progress` is told of reports done."""
        if not self.stale:
            return False
        from verbale.resolve.merge import merge

        with self._transaction() as db:
            version = self._version()
            merged = merge(self._read, self.case(), self.decisions())
            for table in (
                "report",
                "actor",
                "statement",
                "time",
                "act",
                "account",
                "key",
                "answer",
                "agreement",
                "track",
            ):
                db.execute(f"DELETE FROM row_{table}")
            self._write_rest(merged.rest)
            for done, rows in enumerate(merged.rows(), 1):
                report = rows.report
                db.execute(
                    "INSERT INTO row_report VALUES (?, ?, ?, ?)",
                    (report.id, _last(report.published), report.outlet.casefold(), _encode(report)),
                )
                db.executemany(
                    "INSERT OR IGNORE INTO row_statement VALUES (?, ?, ?, ?, ?)",
                    [
                        (s.id, s.report, _first(s.said or s.reported), _last(s.said or s.reported), _encode(s))
                        for s in rows.statements
                    ],
                )
                db.executemany(
                    "INSERT INTO row_time VALUES (?, ?, ?)", [(t.report, t.start, _encode(t)) for t in rows.times]
                )
                db.executemany(
                    "INSERT INTO row_account VALUES (?, ?, ?, ?, ?)",
                    [(merged.row_of[a.act], a.act, a.report, _last(a.reported), _encode(a)) for a in rows.accounts],
                )
                if progress is not None:
                    progress(done)
            db.execute("INSERT OR REPLACE INTO state VALUES ('version', ?)", (version,))
        return True

    def _write_rest(self, rest: Resolved) -> None:
        db = self._db
        db.executemany("INSERT INTO row_actor VALUES (?, ?)", [(a.id, _encode(a)) for a in rest.actors])
        db.executemany(
            "INSERT INTO row_act VALUES (?, ?, ?, ?, ?, ?)",
            [(a.id, a.type, a.track, *_bounds(a.when), _encode(replace(a, accounts=()))) for a in rest.acts],
        )
        keys = ((kind, key, act.id) for act in rest.acts for kind, key in select.act_keys(act))
        db.executemany("INSERT OR IGNORE INTO row_key VALUES (?, ?, ?)", keys)
        db.executemany("INSERT INTO row_answer VALUES (?, ?)", [(a.ask, _encode(a)) for a in rest.answers])
        db.executemany("INSERT INTO row_agreement VALUES (?, ?)", [(a.id, _encode(a)) for a in rest.agreements])
        db.executemany("INSERT INTO row_track VALUES (?, ?)", [(t.id, _encode(t)) for t in rest.tracks])

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
            rows = (_answer_as_of(r, known, f.as_of) for r in rows)
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
            rows = (_agreement_as_of(r, known) for r in rows if any(e.report in known for e in r.evidence))
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
        key, version = f"{name} {_encode(f)}", self._version()
        row = self._db.execute("SELECT body FROM view WHERE key = ? AND version = ?", (key, version)).fetchone()
        if row is not None:
            return msgspec.json.decode(row[0], type=kind)
        value = make()
        if self.remembers:
            with self._transaction() as db:
                db.execute("DELETE FROM view WHERE version <> ?", (version,))
                db.execute("INSERT OR REPLACE INTO view VALUES (?, ?, ?)", (key, version, _encode(value)))
        return value


def _answer_as_of(row: AnswerRow, known: set[str], day: date | None) -> AnswerRow:
    """The answer as known from these reports: none yet where none of them tells of it."""
    evidence = tuple(e for e in row.evidence if e.report in known)
    if row.answer != "none" and not evidence:
        return replace(row, act=None, answer="none", as_of=day, evidence=())
    return replace(row, evidence=evidence)


def _agreement_as_of(row: AgreementRow, known: set[str]) -> AgreementRow:
    def status(rows: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(s for s in rows if all(e.report in known for e in s.evidence))

    return replace(
        row,
        evidence=tuple(e for e in row.evidence if e.report in known),
        provisions=tuple(
            replace(p, evidence=tuple(e for e in p.evidence if e.report in known), status=status(p.status))
            for p in row.provisions
            if any(e.report in known for e in p.evidence)
        ),
        status=status(row.status),
    )
