"""All that was found in one report: the unit that extraction returns and the record stores."""

from dataclasses import dataclass

from verbale.model.act import Act, Answer
from verbale.model.actor import LocalActor
from verbale.model.agreement import Agreement
from verbale.model.report import Published
from verbale.model.statement import Statement
from verbale.model.time import TimeMention


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of the report with id `report`; `pipeline` names the language pipeline and version used.

    `published` is the report's day of publication as extraction took it: its own, or bounds inferred from the text.
    """

    report: str
    pipeline: str = ""
    actors: tuple[LocalActor, ...] = ()
    times: tuple[TimeMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    answers: tuple[Answer, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    published: Published | None = None
