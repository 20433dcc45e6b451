"""What the line found in a gold file's reports, gathered for the comparisons."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.model import ActorRow, ActRow, AgreementRow, AnswerRow, Findings, Report, ReportRow, StatementRow


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a record that holds the gold's reports alone. `ids` gives a report's id by its path in the gold;
    `blind` the publication bounds that a second run without dates reached, by the same path."""

    ids: Mapping[str, str]
    reports: Mapping[str, Report]
    rows: Mapping[str, ReportRow]
    findings: Mapping[str, Findings]
    actors: Mapping[str, ActorRow]
    statements: tuple[StatementRow, ...]
    acts: tuple[ActRow, ...]
    answers: tuple[AnswerRow, ...]
    agreements: tuple[AgreementRow, ...]
    blind: Mapping[str, ReportRow]

    def names(self, ids: tuple[str, ...], shown: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Every name that the actors `ids` go by, with `shown` first."""
        names = list(shown)
        for actor in ids:
            row = self.actors.get(actor)
            if row:
                names += [row.name, *row.aliases]
        return tuple(dict.fromkeys(names))
