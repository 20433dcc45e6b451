"""What each step of the line costs, as a share of spaCy's parse in the same run.

    python benchmarks/speed.py [FILE…] [--repeat N]

Without files, the sample case and the reports of tests/cases are read. Times are the best of N rounds in one process on
one core; only the shares mean anything across machines.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from verbale.extract import actors, acts, agreements, asks, extract, statements, times
from verbale.ingest import ReadOptions, read_sources
from verbale.language import analyse_many, pipeline_id
from verbale.language.loading import load_pipeline
from verbale.language.parse import Doc
from verbale.model import Findings, Report
from verbale.record import open_record
from verbale.views.standing import standing
from verbale.views.timeline import timeline
from verbale.world import load_world

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


def sample_files() -> list[str]:
    """The project's own reports."""
    folders = (ROOT / "examples" / "nile-dam" / "reports", ROOT / "tests" / "cases" / "reports")
    return [str(path) for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]


def best(work: Callable[[], T], repeat: int) -> tuple[float, T]:
    """The least seconds of `repeat` runs, and the last result."""
    spent = []
    for _ in range(repeat):
        began = time.perf_counter()
        result = work()
        spent.append(time.perf_counter() - began)
    return min(spent), result


def measure_steps(files: Iterable[str], repeat: int = 3) -> tuple[dict[str, float], int]:
    """Seconds by step, and the number of words read."""
    sources = list(files)
    world = load_world()
    seconds: dict[str, float] = {}
    seconds["ingest"], read = best(lambda: list(read_sources(sources, ReadOptions())), repeat)
    reports = [report for report in read if isinstance(report, Report)]
    nlp = load_pipeline()
    list(nlp.pipe(report.text for report in reports))  # warms the vocabulary, so that no step pays for another
    seconds["spaCy alone"], _ = best(lambda: list(nlp.pipe(report.text for report in reports)), repeat)
    seconds["language, spaCy included"], pairs = best(lambda: list(analyse_many(reports, world)), repeat)
    docs = {report.id: doc for report, doc in pairs}
    seconds["extract"], findings = best(lambda: [extract(docs[r.id], r, world) for r in reports], repeat)
    for report in reports:
        for name, spent in _extract_steps(docs[report.id], report, world).items():
            seconds[f"  {name}"] = seconds.get(f"  {name}", 0.0) + spent
    seconds["record and resolve"], _ = best(lambda: _record(reports, findings), 1)
    return seconds, sum(len(doc) for doc in docs.values())


def _extract_steps(parsed, report: Report, world) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Seconds of each module of `extract`, once."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        began = time.perf_counter()
        result = work()
        spent[name] = time.perf_counter() - began
        return result

    doc = timed("the parse as plain objects", lambda: Doc(parsed))
    index = timed("actors", lambda: actors.find(doc, report, world))
    found_times = timed("times", lambda: times.find(doc, report))
    said, index = timed("statements", lambda: statements.find(doc, report, world, index, found_times))
    done, index = timed("acts", lambda: acts.find(doc, report, world, index, found_times, said))
    timed("asks", lambda: asks.find(doc, report, index, found_times, done))
    timed("agreements", lambda: agreements.find(doc, report, world, index, found_times, said))
    return spent


def _record(reports: list[Report], findings: list[Findings]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "speed.verbale") as record:
        for report, found in zip(reports, findings, strict=True):
            record.add(report, found)
        record.refresh()
        standing(record)
        timeline(record)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", help="reports to read instead of the project's own")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="rounds, of which the best counts")
    given = parser.parse_args()
    seconds, words = measure_steps(given.files or sample_files(), given.repeat)
    parse = seconds["spaCy alone"]
    print(f"{pipeline_id()}, {words} tokens; spaCy alone {words / parse:.0f} tokens a second")
    for name, spent in seconds.items():
        print(f"{name:28} {spent:8.3f} s {spent / parse:8.1%} of spaCy's time")


if __name__ == "__main__":
    main()
