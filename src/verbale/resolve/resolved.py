"""What resolving comes to: the record's rows."""

from dataclasses import dataclass

from verbale.model import ActorRow, ActRow, AgreementRow, AnswerRow, ReportRow, StatementRow, TimeRow, TrackRow


@dataclass(frozen=True, slots=True)
class Resolved:
    """All rows of a record, each kind sorted: reports by day and id, acts and statements by time, the rest by id."""

    reports: tuple[ReportRow, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    times: tuple[TimeRow, ...] = ()
    acts: tuple[ActRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    tracks: tuple[TrackRow, ...] = ()
