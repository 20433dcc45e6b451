"""The rows that are derived from the evidence: merged anew, in one transaction, where something changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from verbale.model import TimeValue
from verbale.record import select
from verbale.record.evidence import EvidenceStore
from verbale.record.file import encode
from verbale.resolve import Resolved

# Raised where rows come to hold something else from the same evidence: rows of another number are derived anew.
ROWS_VERSION = 6


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


class DerivedRows(EvidenceStore):
    """The rows of a record, kept true to its evidence."""

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
                    (report.id, _last(report.published), report.outlet.casefold(), encode(report)),
                )
                db.executemany(
                    "INSERT OR IGNORE INTO row_statement VALUES (?, ?, ?, ?, ?)",
                    [
                        (s.id, s.report, _first(s.said or s.reported), _last(s.said or s.reported), encode(s))
                        for s in rows.statements
                    ],
                )
                db.executemany(
                    "INSERT INTO row_time VALUES (?, ?, ?)", [(t.report, t.start, encode(t)) for t in rows.times]
                )
                db.executemany(
                    "INSERT INTO row_account VALUES (?, ?, ?, ?, ?)",
                    [(merged.row_of[a.act], a.act, a.report, _last(a.reported), encode(a)) for a in rows.accounts],
                )
                if progress is not None:
                    progress(done)
            db.execute("INSERT OR REPLACE INTO state VALUES ('version', ?)", (version,))
        return True

    def _write_rest(self, rest: Resolved) -> None:
        db = self._db
        db.executemany("INSERT INTO row_actor VALUES (?, ?)", [(a.id, encode(a)) for a in rest.actors])
        db.executemany(
            "INSERT INTO row_act VALUES (?, ?, ?, ?, ?, ?)",
            [(a.id, a.type, a.track, *_bounds(a.when), encode(replace(a, accounts=()))) for a in rest.acts],
        )
        keys = ((kind, key, act.id) for act in rest.acts for kind, key in select.act_keys(act))
        db.executemany("INSERT OR IGNORE INTO row_key VALUES (?, ?, ?)", keys)
        db.executemany("INSERT INTO row_answer VALUES (?, ?)", [(a.ask, encode(a)) for a in rest.answers])
        db.executemany("INSERT INTO row_agreement VALUES (?, ?)", [(a.id, encode(a)) for a in rest.agreements])
        db.executemany("INSERT INTO row_track VALUES (?, ?)", [(t.id, encode(t)) for t in rest.tracks])
