"""Runs the line on a gold file's reports and compares."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from verbale.evaluate.acts import score_acts
from verbale.evaluate.agreements import score_agreements
from verbale.evaluate.found import Found
from verbale.evaluate.gold import Gold, GoldReport, read_gold
from verbale.evaluate.ledger import score_ledger
from verbale.evaluate.mentions import score_mentions, score_same_events
from verbale.evaluate.pages import score_page, score_published
from verbale.evaluate.score import Fault, Score, Scores, add
from verbale.evaluate.statements import score_statements
from verbale.model import Report, ReportRow, UnreadableReport, VerbaleError
from verbale.reading import ReadOptions, read_into, read_sources
from verbale.record import Record, open_record
from verbale.world import World, load_case, load_world


def evaluate(gold_path: Path, reports_root: Path | None = None, pipeline: str | None = None) -> Scores:
    """Read the gold's reports with the outlets and dates that it gives, once more without the dates, and score every
    kind of finding that the gold holds.

    Raises VerbaleError where the gold cannot be read or one of its reports is not readable.
    """
    gold = read_gold(gold_path, reports_root)
    world = load_world(load_case(gold.case) if gold.case else None)
    with tempfile.TemporaryDirectory(prefix="verbale-evaluate-") as folder:
        blind: Mapping[str, ReportRow] = {}
        if any(report.without_help for report in gold.reports):
            with open_record(Path(folder) / "blind.verbale") as record:
                ids = _read(gold.reports, record, world, pipeline, dated=False)
                rows = {row.id: row for row in record.reports()}
                blind = {file: rows[key] for file, key in ids.items()}
        with open_record(Path(folder) / "dated.verbale") as record:
            ids = _read(gold.reports, record, world, pipeline, dated=True)
            found = gather(record, ids, blind)
    return score(gold, found, world)


def _read(
    reports: tuple[GoldReport, ...], record: Record, world: World, pipeline: str | None, dated: bool
) -> dict[str, str]:
    """Read into `record`; the id of each report by its path in the gold."""
    ids: dict[str, str] = {}
    paths: dict[str, list[str]] = {}

    def sources() -> Iterator[Report | UnreadableReport]:
        for gold in reports:
            options = ReadOptions(published=gold.published if dated else None, outlet=gold.outlet)
            for report in read_sources([str(gold.path)], options):
                if isinstance(report, Report):
                    paths.setdefault(report.id, []).append(gold.file)
                yield report

    for outcome in read_into(record, sources(), world, pipeline):
        if outcome.state == "skipped":
            raise VerbaleError(outcome.problem)
    for key, files in paths.items():
        ids.update(dict.fromkeys(files, key))
    record.refresh()
    return ids


def gather(record: Record, ids: Mapping[str, str], blind: Mapping[str, ReportRow]) -> Found:
    """All rows of `record`, as the comparisons take them."""
    return Found(
        ids=ids,
        reports={key: record.report(key) for key in ids.values()},
        rows={row.id: row for row in record.reports()},
        findings={key: record.findings(key) for key in ids.values()},
        actors={row.id: row for row in record.actors()},
        statements=tuple(record.statements()),
        acts=tuple(record.acts()),
        answers=tuple(record.answers()),
        agreements=tuple(record.agreements()),
        blind=blind,
    )


def score(gold: Gold, found: Found, world: World) -> Scores:
    """Compare; kinds that the gold does not hold are left out."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for report in gold.reports:
        parts: list[Score] = []
        if report.statements is not None:
            statements, wrong = score_statements(report, found)
            parts.append(statements)
            faults += wrong
        if report.events is not None:
            acts, wrong = score_acts(report, found)
            parts.append(acts)
            faults += wrong
        if report.agreements is not None:
            agreements, wrong = score_agreements(report, found)
            parts += agreements
            faults += wrong
        for several, wrong in (score_page(report, found),):
            parts += several
            faults += wrong
        published, wrong = score_published(report, found)
        mentions, more = score_mentions(report, found, world)
        parts += [published, mentions]
        faults += wrong + more
        scores += parts
    if gold.ledger is not None:
        ledger, wrong = score_ledger(gold, found)
        scores.append(ledger)
        faults += wrong
    same, wrong = score_same_events(gold, found)
    scores.append(same)
    faults += wrong
    kinds = dict.fromkeys(item.kind for item in scores)
    summed = [add([item for item in scores if item.kind == kind]) for kind in kinds]
    return Scores(str(gold.path), tuple(item for item in summed if item.gold or item.found), tuple(faults))
