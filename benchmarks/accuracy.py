"""All figures in one table, written to docs/accuracy.md.

    python benchmarks/accuracy.py [--polnear PATH] [--newswire PATH] [--timeml PATH] [--meantime PATH] [--ecb PATH]
                                  [--articles PATH] [--seeds GOLD]

The project's own gold (tests/cases) is always measured; an outside set only where its path is given. Outside sets are
read at run time and never kept.
"""

import argparse
import importlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(Path(__file__).parent))


@dataclass(frozen=True, slots=True)
class Measure:
    """A benchmark: its module beside this file, what it measures, and its data, where they come with the project.

    `parts` are folders somewhere under the path given, to be measured one by one instead of all of it."""

    module: str
    title: str
    data: Path | None = None
    parts: tuple[str, ...] = ()


CASES = ROOT / "tests" / "cases"
GOLDS = (
    "reports.yaml",
    "talks-tune.yaml",
    "talks-held.yaml",
    "talks-last.yaml",
    "talks-fresh.yaml",
    "talks-newest.yaml",
)
# Gold of many negotiations, scored as one: what was developed on, and what was not.
POOLS = {
    "talks-more 1 to 9": [f"talks-more{number}.yaml" for number in range(1, 10)],
    "talks-more 10 to 16": [f"talks-more{number}.yaml" for number in range(10, 17)],
    "talks-more 17 to 20": [f"talks-more{number}.yaml" for number in range(17, 21)],
    "talks-more 21 to 24": [f"talks-more{number}.yaml" for number in range(21, 25)],
    "talks-more 25 to 28": [f"talks-more{number}.yaml" for number in range(25, 29)],
    "talks-more 29 to 32": [f"talks-more{number}.yaml" for number in range(29, 33)],
}
OWN = (
    Measure("acts", "Acts, on sentences of our own (reported half)", CASES / "acts.yaml"),
    Measure("acts", "Acts, on fresh sentences of our own (reported half)", CASES / "acts-fresh.yaml"),
    Measure("asks", "Asks and answers, on short texts of our own (reported half)", CASES / "asks.yaml"),
    Measure("places", "Government or place, and whole names, on sentences of our own", CASES / "places.yaml"),
    Measure("places", "Government or place, and whole names, on fresh sentences", CASES / "places-fresh.yaml"),
    Measure("coreference", "Who is meant, on reports of our own (held out)", CASES / "coreference" / "held-out.txt"),
    Measure("coreference", "Who is meant, on newer reports of our own", CASES / "coreference" / "newest.txt"),
    Measure("clusters", "One act over many reports, on a case of our own", CASES / "eln-clusters.yaml"),
    Measure("syndication", "Copies found among generated reports"),
)
OUTSIDE = {
    "polnear": Measure("polnear", "Attribution, PolNeAR dev"),
    "newswire": Measure("newswire", "Names, en-worldwide-newswire"),
    "timeml": Measure("timeml", "Times, TimeBank and AQUAINT", parts=("TimeBank", "AQUAINT")),
    "meantime": Measure("meantime", "Time of events, MEANTIME"),
    "ecb": Measure("ecb", "Same event across reports, ECB+"),
    "articles": Measure("articles", "Body of pages, article-extraction-benchmark"),
}


# What a reader must know to weigh the figures.
HOW_FRESH = (
    "How fresh the gold is: `talks-more` 29 to 32 (16 reports) were written without a look at the code, and",
    "nobody has developed on them; `talks-more` 25 to 28 were opened for one session of three hours, all other",
    "sets for longer. Over that session `talks-more` 29 to 32 stayed at statements 0.88, acts 0.53, ledger 0.27,",
    "mentions 120 of 160 and same event 2 of 14, and went from agreements 3 to 5 of 16 and provisions 0.68 to",
    "0.74. These are what to expect of a report that nobody here has seen; figures",
    "of sets that were developed on flatter. Of sentence sets, the",
    "reported half is shown; its totals, and a few of its faults, were seen while tuning.",
)

# Kinds whose questions have one answer each: the share that is right says it all.
SHARES = {"furniture", "caption", "headline", "byline", "mentions_resolved", "same_event_across_reports"}


def own_gold(*paths: Path) -> dict[str, float]:
    """Precision, recall and F1 by kind, and wrong speakers, from gold files in the format of docs/gold-format.md."""
    from verbale.evaluate import evaluate
    from verbale.evaluate.score import Score, add

    kinds: dict[str, list[Score]] = {}
    for path in paths:
        for score in evaluate(path).scores:
            kinds.setdefault(score.kind, []).append(score)
    figures: dict[str, float] = {}
    for score in map(add, kinds.values()):
        if score.kind in SHARES:
            figures[f"{score.kind}: right of {score.gold}"] = score.right
            continue
        for name, value in (("precision", score.precision), ("recall", score.recall), ("F1", score.f1)):
            if value is not None:
                figures[f"{score.kind}: {name}"] = float(value)
        for name in ("wrong speaker", "claims", "invented"):
            if name in score.extra:
                figures[f"{score.kind}: {name}"] = score.extra[name]
    return figures


def measured(measure: Measure, path: Path | None) -> Mapping[str, float] | str:
    """The figures of a benchmark, or why there are none."""
    if not (Path(__file__).parent / f"{measure.module}.py").is_file():
        return f"benchmarks/{measure.module}.py is not there"
    try:
        module = importlib.import_module(measure.module)
        if path is None:
            return dict(module.measure())
        parts = [part for name in measure.parts for part in sorted(path.rglob(name)) if part.is_dir()]
        figures: dict[str, float] = {}
        for part in parts or [path]:
            prefix = f"{part.name}: " if parts else ""
            figures |= {f"{prefix}{name}": value for name, value in module.measure(part).items()}
    except Exception as error:  # one benchmark that fails must not hide the others' figures
        return f"failed: {type(error).__name__}: {error}"
    return figures


def section(title: str, command: str, data: str, figures: Mapping[str, float] | str) -> list[str]:
    """One part of the page."""
    lines = [f"## {title}", "", f"Data: {data}. Command: `{command}`.", ""]
    if isinstance(figures, str):
        return [*lines, f"Not measured: {figures}.", ""]
    lines += ["| figure | value |", "| --- | ---: |"]
    lines += [f"| {name} | {_shown(value)} |" for name, value in figures.items()]
    return [*lines, ""]


def _shown(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> int:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name, measure in OUTSIDE.items():
        parser.add_argument(f"--{name}", type=Path, metavar="PATH", help=measure.title)
    parser.add_argument("--seeds", type=Path, metavar="GOLD", help="a further gold file in our format")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "accuracy.md", help="the page to write")
    parser.add_argument(
        "--only", nargs="*", default=None, metavar="NAME", help="these modules alone; `gold` for our own"
    )
    given = parser.parse_args()

    def wanted(name: str) -> bool:
        return given.only is None or name in given.only

    from verbale.language import pipeline_id

    lines = [
        "# Accuracy",
        "",
        f"Written by `make accuracy` on {datetime.now(UTC):%Y-%m-%d}, with {pipeline_id()}. Every figure below was",
        "printed by the command that stands with it.",
        "",
        *HOW_FRESH,
        "",
    ]
    golds = [path for path in (*(CASES / name for name in GOLDS), given.seeds) if path and wanted("gold")]
    for path in golds:
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
        figures = own_gold(path)
        lines += section(f"Reports with gold: {path.stem}", f"verbale evaluate {shown}", str(shown), figures)
    for title, names in POOLS.items() if wanted("gold") else ():
        paths = [CASES / name for name in names]
        commands = f"verbale evaluate tests/cases/{names[0]}` to `{names[-1]}"
        lines += section(f"Reports with gold, pooled: {title}", commands, "tests/cases", own_gold(*paths))
    for measure in OWN:
        if wanted(measure.module):
            data = str(measure.data.relative_to(ROOT)) if measure.data else "generated"
            command = f"python benchmarks/{measure.module}.py {data if measure.data else ''}".rstrip()
            lines += section(measure.title, command, data, measured(measure, measure.data))
    for name, measure in OUTSIDE.items():
        path = getattr(given, name)
        if path is not None and wanted(name):
            command = f"python benchmarks/{measure.module}.py PATH"
            lines += section(
                measure.title, command, "read at run time, not part of the project", measured(measure, path)
            )
    page = "\n".join(lines).rstrip() + "\n"
    print(page)
    given.output.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
