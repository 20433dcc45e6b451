"""The SQLite file of a record: opened, recognised, made where there is none, and written in transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Self

import msgspec

from verbale.model import VerbaleError

# "Vbal": marks an SQLite file as a record (https://sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x5662616C
SCHEMA_VERSION = 1
# How often, and after how many seconds each time, a file that others are opening is tried again.
_ATTEMPTS = 200
_PAUSE = 0.05


def encode(value: object) -> str:
    """The JSON that the record keeps of a row or a finding."""
    return msgspec.json.encode(value).decode()


def _statements(script: str) -> Iterator[str]:
    """The SQL statements of a script, one by one: `executescript` would end the transaction that it stands in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


class RecordFile:
    """The open file. What it holds is for the classes that build on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        if self._pragma("application_id") != APPLICATION_ID:
            with self._transaction() as db:
                self._make(db)
        version = self._pragma("user_version")
        if version > SCHEMA_VERSION:
            raise VerbaleError(f"{self.path} was made by a newer verbale; update verbale to read it")
        self._write_ahead()
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")

    def _make(self, db: sqlite3.Connection) -> None:
        """Make an empty file a record. Asked again, now that nobody else writes: another process may have made it."""
        if self._pragma("application_id") == APPLICATION_ID:
            return
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise VerbaleError(f"{self.path} is a database of another program; name another file with --record")
        for statement in _statements((files("verbale.record") / "schema.sql").read_text("utf-8")):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _write_ahead(self) -> None:
        """Set the journal. SQLite does not wait for a file that others use just then, as it does for all else."""
        for attempt in range(_ATTEMPTS):
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest of the code tells of what kind
                if not busy or attempt == _ATTEMPTS - 1:
                    raise
                sleep(_PAUSE)

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])

    def __enter__(self) -> Self:
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
