"""What a view asks of a record: the queries of `verbale.record.Record`, as a protocol, so that views are tested on rows
made by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from verbale.model import (
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Filter,
    ReportRow,
    StatementRow,
    TimeRow,
    TrackRow,
)

EVERYTHING = Filter()
T = TypeVar("T")


class Rows(Protocol):
    """Rows of a record, as known on `Filter.as_of`; every method leaves out what the filter does not let through."""

    def reports(self, f: Filter = EVERYTHING) -> Sequence[ReportRow]: ...
    def report_text(self, report: str) -> str: ...
    def actors(self, f: Filter = EVERYTHING) -> Sequence[ActorRow]: ...
    def statements(self, f: Filter = EVERYTHING) -> Sequence[StatementRow]: ...
    def times(self, report: str | None = None) -> Sequence[TimeRow]: ...
    def acts(self, f: Filter = EVERYTHING) -> Sequence[ActRow]: ...
    def answers(self, f: Filter = EVERYTHING) -> Sequence[AnswerRow]: ...
    def agreements(self, f: Filter = EVERYTHING) -> Sequence[AgreementRow]: ...
    def tracks(self, f: Filter = EVERYTHING) -> Sequence[TrackRow]: ...


class ReadOnce:
    """The rows of a record, each query of it answered once: a view of views asks for the same rows again and again, and
    to read them all from a large record takes seconds. Only for the making of one view."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._answers: dict[tuple[str, Filter], Any] = {}

    def _once(self, name: str, f: Filter, query: Callable[[Filter], T]) -> T:
        if (name, f) not in self._answers:
            self._answers[name, f] = query(f)
        found: T = self._answers[name, f]
        return found

    def reports(self, f: Filter = EVERYTHING) -> Sequence[ReportRow]:
        return self._once("reports", f, self._rows.reports)

    def report_text(self, report: str) -> str:
        return self._rows.report_text(report)

    def actors(self, f: Filter = EVERYTHING) -> Sequence[ActorRow]:
        return self._once("actors", f, self._rows.actors)

    def statements(self, f: Filter = EVERYTHING) -> Sequence[StatementRow]:
        return self._once("statements", f, self._rows.statements)

    def times(self, report: str | None = None) -> Sequence[TimeRow]:
        return self._rows.times(report)

    def acts(self, f: Filter = EVERYTHING) -> Sequence[ActRow]:
        return self._once("acts", f, self._rows.acts)

    def answers(self, f: Filter = EVERYTHING) -> Sequence[AnswerRow]:
        return self._once("answers", f, self._rows.answers)

    def agreements(self, f: Filter = EVERYTHING) -> Sequence[AgreementRow]:
        return self._once("agreements", f, self._rows.agreements)

    def tracks(self, f: Filter = EVERYTHING) -> Sequence[TrackRow]:
        return self._once("tracks", f, self._rows.tracks)


def day_of(rows: Rows, keep: Filter) -> date | None:
    """The day that a view speaks of: `as_of` where given, else the day of the latest report; None where no report has
    a date. Never today's date: a record speaks of what it has read."""
    if keep.as_of:
        return keep.as_of
    days = [row.published.latest for row in rows.reports() if row.published and row.published.latest]
    return max(days, default=None)
