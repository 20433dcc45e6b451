"""What the record was given, append-only: reports with their findings, analysts' decisions, the case file.

Triggers in schema.sql see to it that nothing of this is changed. A report and its findings go in together or not at
all, so a killed run leaves whole reports only.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from verbale.model import Findings, Published, Report, VerbaleError
from verbale.record.file import RecordFile, encode
from verbale.resolve import Decision
from verbale.resolve.decisions import check

# The world data are loaded where a case is read: a view should not wait for them.
if TYPE_CHECKING:
    from verbale.world import Case


class EvidenceStore(RecordFile):
    """Reports, findings, decisions and case files of a record."""

    def has(self, report: str) -> bool:
        """True where the record holds the report with this id."""
        return self._db.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None

    @property
    def size(self) -> int:
        """How many reports there are."""
        return int(self._db.execute("SELECT count(*) FROM report").fetchone()[0])

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
                (report.id, report.headline, report.text, encode(replace(report, text="")), now),
            ).rowcount
            if new:
                self._keep(findings, now)
        return bool(new)

    def add_findings(self, findings: Findings) -> bool:
        """Keep new findings of a report that is there: they count in place of those before, which stay on file.

        False, and no change, where they are those that count already. Raises VerbaleError where there is no report.
        """
        if not self.has(findings.report):
            raise VerbaleError(f"no report {findings.report} in {self.path}")
        with self._transaction() as db:
            last = db.execute(
                "SELECT body FROM finding WHERE report = ? ORDER BY seq DESC LIMIT 1", (findings.report,)
            ).fetchone()
            new = last[0] != encode(findings)
            if new:
                self._keep(findings, datetime.now(UTC).isoformat(timespec="seconds"))
        return bool(new)

    def evidence(self) -> Iterator[Report]:
        """The reports as they were given, by id: without a day of publication that extraction inferred."""
        ids = [row[0] for row in self._db.execute("SELECT id FROM report ORDER BY id")]
        for report, _ in self._read(ids):
            inferred = report.published.how == "inferred"
            yield replace(report, published=Published(None, "unknown")) if inferred else report

    def _keep(self, findings: Findings, now: str) -> None:
        self._db.execute(
            "INSERT INTO finding (report, pipeline, body, added) VALUES (?, ?, ?, ?)",
            (findings.report, findings.pipeline, encode(findings), now),
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
            findings = msgspec.json.decode(found, type=Findings)
            yield replace(report, published=findings.published or report.published), findings

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
                db.execute("INSERT INTO case_file (at, body) VALUES (?, ?)", (now, encode(case)))

    def case(self) -> "Case | None":
        """The case file last given, or None."""
        from verbale.world import Case

        row = self._db.execute("SELECT body FROM case_file ORDER BY seq DESC LIMIT 1").fetchone()
        return msgspec.json.decode(row[0], type=Case) if row else None
