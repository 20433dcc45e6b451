"""What a view asks of a record: the queries of `verbale.record.Record`, as a protocol, so that views are tested on rows
made by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

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


def day_of(rows: Rows, keep: Filter) -> date | None:
    """The day that a view speaks of: `as_of` where given, else the day of the latest report; None where no report has
    a date. Never today's date: a record speaks of what it has read."""
    if keep.as_of:
        return keep.as_of
    days = [row.published.latest for row in rows.reports() if row.published and row.published.latest]
    return max(days, default=None)
