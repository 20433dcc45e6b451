"""Score agreements and provisions on short reports of our own, of negotiations that no other gold is on.

    python benchmarks/agreements.py tests/cases/agreements.yaml [--errors] [--into FOLDER]

The file holds texts with the day on which each was published and what a careful reader finds in it. They are laid out
as a gold file of `verbale evaluate` (docs/gold-format.md), in a temporary folder or in the one named, and scored by it.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import yaml

from verbale.evaluate.run import evaluate
from verbale.evaluate.score import Fault, Score, add

KINDS = ("agreements", "provisions")


def lay_out(cases: Path, folder: Path) -> Path:
    """Write the texts of `cases` and their gold file into `folder`; return the gold file."""
    reports = []
    for number, case in enumerate(yaml.safe_load(cases.read_text(encoding="utf-8")), start=1):
        name = f"r{number:02}.txt"
        (folder / name).write_text(case["text"], encoding="utf-8")
        found = [_gold(one) for one in case["agreements"]]
        reports.append({"file": name, "published": case["day"], "agreements": found})
    path = folder / "gold.yaml"
    path.write_text(yaml.safe_dump({"reports": reports}, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def _gold(agreement: dict[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in agreement.items() if key != "points"}
    return {**known, "provisions": agreement.get("points", [])}


def scores(cases: Path, folder: Path) -> tuple[dict[str, Score], list[Fault]]:
    """The pooled scores of agreements and provisions, and the faults of both."""
    found = evaluate(lay_out(cases, folder))
    pooled = {kind: add([score for score in found.scores if score.kind == kind]) for kind in KINDS}
    return pooled, [fault for fault in found.faults if fault.kind in KINDS]


def main() -> None:
    """Print the scores, with `--errors` each fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--into", type=Path, help="lay the gold out in this folder, and leave it there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.into or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        pooled, faults = scores(arguments.cases, folder)
    for kind, score in pooled.items():
        print(f"{kind:12} gold {score.gold:4} found {score.found:4} right {score.right:4} F1 {score.f1 or 0:.3f}")
    for fault in faults if arguments.errors else ():
        print(fault.report, fault.kind, fault.problem, "|", fault.gold, "|", fault.found, "|", fault.why)


if __name__ == "__main__":
    main()
