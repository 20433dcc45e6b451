"""From one report's Doc to its findings: pure, per report, one module for each kind of finding."""

from dataclasses import replace
from typing import TYPE_CHECKING

from verbale.garbage import without_collection
from verbale.language.parse import Doc
from verbale.model import Findings, Report
from verbale.world import World

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

__all__ = ["extract"]


def extract(parsed: "SpacyDoc", report: Report, world: World, pipeline: str = "") -> Findings:
    """All findings of one report. Pure: the same Doc, report and world give the same findings.

    Each step sees what was found before it: actors, times, statements, acts, their answers, agreements. Where the day
    of publication is not known, its bounds are inferred first, and the times read against them.
    """
    with without_collection():
        return _findings(parsed, report, world, pipeline)


def _findings(parsed: "SpacyDoc", report: Report, world: World, pipeline: str) -> Findings:
    # Here, and not above: `resolve` uses the calendar of `timex`, and views must start without loading spaCy.
    from verbale.extract import actors, acts, agreements, asks, published, statements, times

    doc = Doc(parsed)
    index = actors.find(doc, report, world)
    found_times = times.find(doc, report)
    inferred = published.infer(doc, report, found_times, world.case)
    if inferred != report.published:
        report = replace(report, published=inferred)
        found_times = times.find(doc, report)
    found_statements, index = statements.find(doc, report, world, index, found_times)
    found_acts, index = acts.find(doc, report, world, index, found_times, found_statements)
    found_acts, answers = asks.find(doc, report, index, found_times, found_acts, found_statements)
    found_agreements = agreements.find(doc, report, world, index, found_times, found_statements)
    return Findings(
        report=report.id,
        pipeline=pipeline,
        actors=index.actors,
        times=found_times,
        statements=found_statements,
        acts=found_acts,
        answers=answers,
        agreements=found_agreements,
        published=report.published,
    )
