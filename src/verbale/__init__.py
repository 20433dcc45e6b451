"""Verbale keeps the record of a negotiation from the news that reports it.

The library's verbs are those of the command line: `read` reports into a record, `open_record`, and ask it. Two more
stand in the packages of the same name, which a function here would hide: `verbale.extract.extract` (findings of one
report) and `verbale.evaluate.evaluate` (scores against gold). Each step of the line stands in a package of its own:
`ingest`, `language`, `extract`, `resolve`, `record`, `views`.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verbale.reading import Outcome
    from verbale.record import Record

__all__ = ["open_record", "read"]


def open_record(path: str | Path) -> "Record":
    """The record in the file `path`, made where it is not there yet. Raises VerbaleError where it is no record."""
    from verbale.record import open_record as opened

    return opened(path)


def read(
    record: "Record",
    sources: Sequence[str | Path],
    *,
    published: date | None = None,
    outlet: str = "",
    plain: bool = False,
    case: str | Path | None = None,
    pipeline: str | None = None,
    processes: int = 1,
) -> "list[Outcome]":
    """Read files, folders or archives into `record`, and derive its rows anew; what became of each report.

    Parameters are those of `verbale read`. What cannot be read is an Outcome of state "skipped" with its problem.
    Raises VerbaleError where the case file or the pipeline cannot be loaded.
    """
    from verbale.reading import ReadOptions, read_into, read_sources, world_for

    world = world_for(record, Path(case) if case else None)
    options = ReadOptions(published=published, outlet=outlet, plain=plain)
    outcomes = list(read_into(record, read_sources([str(one) for one in sources], options), world, pipeline, processes))
    record.refresh()
    return outcomes
