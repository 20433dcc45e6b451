"""Rows made by hand, for tests of what shows them. Sentences and reports are invented."""

from datetime import date
from typing import Any

from verbale.model import (
    Account,
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Evidence,
    Filter,
    ReportRow,
    StatementRow,
    TimeRow,
    TimeValue,
    TrackRow,
)


def day(text: str) -> TimeValue:
    """A day as a TimeValue."""
    on = date.fromisoformat(text)
    return TimeValue(on, on, "day", text)


def span(report: str, text: str, part: str) -> Evidence:
    """The first place of `part` in `text`, as evidence."""
    start = text.index(part)
    return Evidence(report, start, start + len(part), part)


def report(key: str, outlet: str = "The Harbour Post", published: str | None = "2021-03-04", **more: Any) -> ReportRow:
    fields: dict[str, Any] = {
        "id": key,
        "path": f"{key}.txt",
        "outlet": outlet,
        "url": "",
        "headline": f"Headline of {key}",
        "byline": "",
        "published": day(published) if published else None,
        "published_how": "given" if published else "unknown",
        "published_reasons": (),
        "language": "en",
    }
    return ReportRow(**(fields | more))


def account(report: str, evidence: tuple[Evidence, ...], **more: Any) -> Account:
    fields: dict[str, Any] = {
        "act": f"local-{report}",
        "report": report,
        "outlet": "The Harbour Post",
        "reported": day("2021-03-04"),
        "evidence": evidence,
        "when": None,
        "status": "happened",
        "outcome": None,
        "outcome_text": "",
        "place": None,
        "people": (),
        "numbers": (),
        "claimant": None,
        "claimed_by": None,
    }
    return Account(**(fields | more))


def act(key: str, type: str = "CONSULT", accounts: tuple[Account, ...] = (), **more: Any) -> ActRow:
    fields: dict[str, Any] = {
        "id": key,
        "type": type,
        "modes": (),
        "contexts": (),
        "what": "",
        "sources": (),
        "targets": (),
        "people": (),
        "subject": "",
        "issues": (),
        "level": None,
        "place": None,
        "when": None,
        "status": "happened",
        "outcome": None,
        "track": None,
        "accounts": accounts,
    }
    fields |= more
    for side in ("source", "target"):
        fields.setdefault(f"{side}_ids", fields[f"{side}s"])
    fields.setdefault("people_ids", fields["people"])
    return ActRow(**fields)


def statement(key: str, report: str, speaker: str, content: tuple[Evidence, ...], **more: Any) -> StatementRow:
    fields: dict[str, Any] = {
        "id": key,
        "report": report,
        "outlet": "The Harbour Post",
        "reported": day("2021-03-04"),
        "speakers": (speaker,) if speaker else (),
        "speaker_names": (speaker,) if speaker else (),
        "unnamed": False,
        "party": None,
        "ambiguous": False,
        "mode": "direct",
        "attitude": "speech",
        "denial": False,
        "cue": (),
        "content": content,
        "source": (),
        "said": None,
        "venue": None,
        "issues": (),
        "parent": None,
        "origin": "test",
    }
    return StatementRow(**(fields | more))


def actor(key: str, kind: str = "state", **more: Any) -> ActorRow:
    fields: dict[str, Any] = {
        "id": key,
        "name": key,
        "kind": kind,
        "party": None,
        "world": None,
        "offices": (),
        "aliases": (),
        "reports": (),
        "evidence": (),
    }
    return ActorRow(**(fields | more))


class MadeRows:
    """Rows made by hand behind the queries of a record. Filters are the record's business: all rows are given."""

    def __init__(self, texts: dict[str, str], **rows: Any) -> None:
        self._texts = texts
        self._rows = rows

    def report_text(self, report: str) -> str:
        return self._texts[report]

    def reports(self, f: Filter = Filter()) -> tuple[ReportRow, ...]:  # noqa: B008
        return tuple(self._rows.get("reports", (report(key) for key in self._texts)))

    def actors(self, f: Filter = Filter()) -> tuple[ActorRow, ...]:  # noqa: B008
        return tuple(self._rows.get("actors", ()))

    def statements(self, f: Filter = Filter()) -> tuple[StatementRow, ...]:  # noqa: B008
        return tuple(self._rows.get("statements", ()))

    def times(self, report: str | None = None) -> tuple[TimeRow, ...]:
        return tuple(row for row in self._rows.get("times", ()) if report in (None, row.report))

    def acts(self, f: Filter = Filter()) -> tuple[ActRow, ...]:  # noqa: B008
        return tuple(self._rows.get("acts", ()))

    def answers(self, f: Filter = Filter()) -> tuple[AnswerRow, ...]:  # noqa: B008
        return tuple(self._rows.get("answers", ()))

    def agreements(self, f: Filter = Filter()) -> tuple[AgreementRow, ...]:  # noqa: B008
        return tuple(self._rows.get("agreements", ()))

    def tracks(self, f: Filter = Filter()) -> tuple[TrackRow, ...]:  # noqa: B008
        return tuple(self._rows.get("tracks", ()))
