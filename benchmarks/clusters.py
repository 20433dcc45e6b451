"""Which accounts tell of the same act: B-cubed (Bagga and Baldwin, 1998) over a case with gold clusters.

Reads `tests/cases/eln-clusters.yaml` (or the path given), takes each report through the whole line, and compares
the acts of the record with the gold clusters. A gold mention that no act was found for stands alone.

    python benchmarks/clusters.py [PATH]
"""

import argparse
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import yaml

from verbale.extract import extract
from verbale.language import analyse_many
from verbale.model import Published, Report, TimeValue
from verbale.resolve import resolve
from verbale.world import load_world

CASE = Path(__file__).parent.parent / "tests/cases/eln-clusters.yaml"


def b_cubed(gold: dict[str, str], system: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the mentions of `gold`: mention → cluster, in both."""
    by_gold, by_system = defaultdict(set), defaultdict(set)
    for mention, cluster in gold.items():
        by_gold[cluster].add(mention)
        by_system[system[mention]].add(mention)
    precision = recall = 0.0
    for mention in gold:
        ours, theirs = by_system[system[mention]], by_gold[gold[mention]]
        precision += len(ours & theirs) / len(ours)
        recall += len(ours & theirs) / len(theirs)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _day(text: str) -> TimeValue:
    day = date.fromisoformat(text)
    return TimeValue(day, day, "day", text, how="given")


def measure(path: Path = CASE, show: bool = False) -> dict[str, float]:
    """B-cubed of the record's acts, and the share of gold mentions that any act was found for."""
    cases = {case["id"]: case for case in yaml.safe_load(path.read_text(encoding="utf-8"))["reports"]}
    world = load_world()
    reports = [
        Report(
            id=name,
            path=name,
            text=case["text"],
            outlet=case["outlet"],
            headline=case["headline"],
            published=Published(_day(case["published"]), "given"),
        )
        for name, case in cases.items()
    ]
    findings = [extract(doc, report, world) for report, doc in analyse_many(reports, world)]
    resolved = resolve(reports, findings)
    row_of = {account.act: row.id for row in resolved.acts for account in row.accounts}
    gold: dict[str, str] = {}
    system: dict[str, str] = {}
    for report, found in zip(reports, findings, strict=True):
        for number, mention in enumerate(cases[report.id]["mentions"]):
            start, end = mention["start"], mention["start"] + len(mention["text"])
            told = [act for act in found.acts if act.trigger.start < end and start < act.trigger.end]
            name = f"{report.id}/{number}"
            gold[name] = mention["cluster"]
            system[name] = row_of.get(told[0].id, name) if told else name
            if show:
                print(f"{mention['cluster']:10} {system[name]:24} {report.id} {mention['text']}")
    precision, recall, f1 = b_cubed(gold, system)
    found_share = 1 - sum(system[name] == name for name in gold) / len(gold)
    sizes = Counter(gold.values())
    return {
        "reports": len(reports),
        "clusters": len(sizes),
        "B3 precision": precision,
        "B3 recall": recall,
        "B3 F1": f1,
        "mentions found": found_share,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=CASE)
    parser.add_argument("--show", action="store_true", help="print each mention with its gold and its found cluster")
    arguments = parser.parse_args()
    for name, value in measure(arguments.path, arguments.show).items():
        print(f"{name:16} {value:.3f}")


if __name__ == "__main__":
    main()
