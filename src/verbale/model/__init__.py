"""The frozen types that every step passes on; one concept a file."""

from verbale.model.act import Act, ActType, Answer, Answered, Level, Outcome, Status
from verbale.model.actor import ActorKind, LocalActor, Mention, MentionForm, Office
from verbale.model.agreement import Agreement, Provision, ProvisionState, ProvisionStatus
from verbale.model.errors import UnreadableReport, VerbaleError
from verbale.model.findings import Findings
from verbale.model.report import Dropped, Published, PublishedHow, Report, Zone, ZoneKind
from verbale.model.rows import (
    Account,
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Filter,
    OfficeRow,
    ProvisionRow,
    ProvisionStatusRow,
    ReportRow,
    StatementRow,
    TimeRow,
    TrackRow,
)
from verbale.model.span import Evidence, Span, check_span, span_of, span_with_marks
from verbale.model.statement import Attitude, Mode, Statement
from verbale.model.time import Granularity, TimeHow, TimeMention, TimeValue, TimexType

__all__ = [
    "Account",
    "Act",
    "ActRow",
    "ActType",
    "ActorKind",
    "ActorRow",
    "Agreement",
    "AgreementRow",
    "Answer",
    "AnswerRow",
    "Answered",
    "Attitude",
    "Dropped",
    "Evidence",
    "Filter",
    "Findings",
    "Granularity",
    "Level",
    "LocalActor",
    "Mention",
    "MentionForm",
    "Mode",
    "Office",
    "OfficeRow",
    "Outcome",
    "Provision",
    "ProvisionRow",
    "ProvisionState",
    "ProvisionStatus",
    "ProvisionStatusRow",
    "Published",
    "PublishedHow",
    "Report",
    "ReportRow",
    "Span",
    "Statement",
    "StatementRow",
    "Status",
    "TimeHow",
    "TimeMention",
    "TimeRow",
    "TimeValue",
    "TimexType",
    "TrackRow",
    "UnreadableReport",
    "VerbaleError",
    "Zone",
    "ZoneKind",
    "check_span",
    "span_of",
    "span_with_marks",
]
