"""Whether accounts of one act come together: a case of our own, 43 reports over seven months, with gold clusters.

    python benchmarks/clusters.py [tests/cases/eln-clusters.yaml]

The reports go the whole way: parsed, extracted, resolved. A gold mention is found where an act's word stands inside it;
one that is not found counts as an act of its own. Prints B-cubed over all mentions, over those found, and the share
found. An act as announced and as it happened, which the record links, counts as one, as in the gold.
"""

import argparse
from collections import defaultdict
from datetime import date
from pathlib import Path

import yaml

from coreference_scores import b_cubed
from verbale.extract import extract
from verbale.language import analyse_many
from verbale.model import Published, Report, TimeValue
from verbale.resolve import resolve
from verbale.resolve.groups import Groups
from verbale.world import load_world

CASE = Path(__file__).parents[1] / "tests" / "cases" / "eln-clusters.yaml"


def measure(path: Path | str = CASE) -> dict[str, float]:
    """B-cubed precision, recall and F1 in per cent, over all mentions and over those found."""
    entries = yaml.safe_load(Path(path).read_text(encoding="utf-8"))["reports"]
    reports = []
    for entry in entries:
        day = date.fromisoformat(str(entry["published"]))
        known = Published(TimeValue(day, day, "day", day.isoformat()), "given")
        reports.append(
            Report(
                entry["id"], entry["id"], entry["text"], entry["outlet"], headline=entry["headline"], published=known
            )
        )
    world = load_world()
    findings = [extract(doc, report, world) for report, doc in analyse_many(reports, world)]
    rows = resolve(reports, findings)
    groups = Groups[str]()
    row_of = {}
    for act in rows.acts:
        row_of.update((account.act, act.id) for account in act.accounts)
        for relation, other in act.links:
            if relation == "happened as":
                groups.join(act.id, other)
    gold: dict[str, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = defaultdict(list)
    seen = set()
    for entry, report in zip(entries, findings, strict=True):
        for n, mention in enumerate(entry["mentions"]):
            name = f"{entry['id']}:{n}"
            start, end = mention["start"], mention["start"] + len(mention["text"])
            gold[mention["cluster"]].append(name)
            acts = [a for a in report.acts if start <= a.trigger.start and a.trigger.end <= end]
            if acts:
                seen.add(name)
            found[groups.find(row_of[acts[0].id]) if acts else name].append(name)
    every = b_cubed(list(gold.values()), list(found.values()))
    kept = [[[m for m in c if m in seen] for c in side.values() if seen.intersection(c)] for side in (gold, found)]
    some = b_cubed(*kept)
    names = ("precision", "recall", "F1")
    return (
        {f"B3 {name}": 100 * value for name, value in zip(names, every, strict=True)}
        | {f"B3 of found, {name}": 100 * value for name, value in zip(names, some, strict=True)}
        | {"mentions found": 100 * len(seen) / sum(map(len, gold.values()))}
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=CASE)
    arguments = parser.parse_args()
    for name, value in measure(arguments.path).items():
        print(f"{name:<24} {value:6.2f}")


if __name__ == "__main__":
    main()
