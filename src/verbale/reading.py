"""The line from sources to a record: read, analyse, extract, add. What `verbale read`, `reread`, `fetch`, `watch` and
`evaluate` share."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from spacy.tokens import Doc

from verbale.extract import extract
from verbale.ingest import ReadOptions, read_sources
from verbale.language import analyse_many, pipeline_id
from verbale.language.pipeline import DEFAULT_PIPELINE
from verbale.model import Findings, Report, UnreadableReport, VerbaleError
from verbale.record import Record
from verbale.world import Case, World, load_case, load_world


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: "read" and in the record, "known" already, or "skipped" for the `problem`.

    Of a report read again: "read" where the findings are others than before, "known" where they are the same.
    """

    path: str
    state: Literal["read", "known", "skipped"]
    report: str = ""
    problem: str = ""


def read_into(
    record: Record,
    reports: Iterable[Report | UnreadableReport],
    world: World,
    pipeline: str | None = None,
    processes: int = 1,
) -> Iterator[Outcome]:
    """Analyse reports and add each to `record` in a transaction of its own; yields what became of each, in order but
    for skipped and known ones, which come as soon as they are met.

    The record's rows are not derived anew: call `record.refresh` when all is in. A report that is in the record is
    known, and not analysed again.
    """
    passed: deque[Outcome] = deque()
    seen: set[str] = set()

    def fresh() -> Iterator[Report]:
        for report in reports:
            if isinstance(report, UnreadableReport):
                passed.append(Outcome(report.path, "skipped", problem=str(report)))
            elif report.id in seen or record.has(report.id):
                passed.append(Outcome(report.path, "known", report.id))
            else:
                seen.add(report.id)
                yield report

    for report, found in _found(fresh(), world, pipeline, processes):
        while passed:
            yield passed.popleft()
        if isinstance(found, Outcome):
            yield found
        else:
            record.add(replace(report, published=found.published or report.published), found)
            yield Outcome(report.path, "read", report.id)
    yield from passed


def reread_into(record: Record, world: World, pipeline: str | None = None, processes: int = 1) -> Iterator[Outcome]:
    """Extract anew from every report that `record` holds, as the present program, case and pipeline do it.

    Findings that differ from those before are added and count in their place; what was found before stays on file. The
    record's rows are not derived anew: call `record.refresh` when all is done.
    """
    for report, found in _found(record.evidence(), world, pipeline, processes):
        if isinstance(found, Outcome):
            yield found
        else:
            yield Outcome(report.path, "read" if record.add_findings(found) else "known", report.id)


def _found(
    reports: Iterator[Report], world: World, pipeline: str | None, processes: int
) -> Iterator[tuple[Report, Findings | Outcome]]:
    """Each report with its findings, or with what went wrong."""
    name = pipeline or DEFAULT_PIPELINE
    version = pipeline_id(name)
    for report, doc in _analysed(reports, world, name, processes):
        if isinstance(doc, Exception):
            yield report, _failed(report, doc)
            continue
        try:
            yield report, extract(doc, report, world, version)
        except Exception as error:  # a fault of ours in one report must not cost the user the others
            yield report, _failed(report, error)


def _analysed(
    reports: Iterator[Report], world: World, pipeline: str, processes: int
) -> Iterator[tuple[Report, Doc | Exception]]:
    """`analyse_many`, going on after a report whose analysis fails: such a report comes with the error."""
    waiting: dict[str, Report] = {}

    def noted() -> Iterator[Report]:
        for report in reports:
            waiting[report.id] = report
            yield report

    source = noted()
    while True:
        try:
            for report, doc in analyse_many(source, world, pipeline, processes):
                del waiting[report.id]
                yield report, doc
            return
        except VerbaleError:
            raise
        except Exception as error:
            if not waiting:
                raise
            if len(waiting) == 1:
                yield waiting.popitem()[1], error
                continue
        for report in list(waiting.values()):  # several were under way: which of them failed shows one by one
            del waiting[report.id]
            try:
                yield next(iter(analyse_many([report], world, pipeline)))
            except Exception as error:
                yield report, error


def _failed(report: Report, error: Exception) -> Outcome:
    problem = f"could not be analysed ({type(error).__name__}: {error})"
    return Outcome(report.path, "skipped", problem=str(UnreadableReport(report.path, problem, "please report this")))


def world_for(record: Record, case: Path | None = None) -> World:
    """The world data with the case file `case`, which the record then keeps; without one, with the case it keeps.

    Raises VerbaleError where the case file cannot be read.
    """
    if case is not None:
        record.set_case(load_case(case))
    kept: Case | None = record.case()
    return load_world(kept)


__all__ = ["Outcome", "ReadOptions", "read_into", "read_sources", "reread_into", "world_for"]
