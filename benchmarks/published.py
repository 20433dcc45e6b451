"""Day of publication from the text alone, on a folder of TimeML files: `python benchmarks/published.py PATH`.

The creation time of each file is hidden, and what published.infer says is held against it: the share of reports with
bounds, the share of those whose bounds do not hold the day, and how many days are claimed and right.
"""

import argparse
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from timeml import read_tml, report_of
from verbale.extract import published, times
from verbale.language import analyse
from verbale.model import Published
from verbale.world import load_world

# Reports may be filed on the eve of the day that their archive gives them.
_SLACK = 1


def run(path: Path) -> tuple[Counter[str], list[str]]:
    world = load_world()
    tally: Counter[str] = Counter()
    errors = []
    for file in sorted(path.rglob("*.tml")):
        text, created, _ = read_tml(file)
        day = date.fromisoformat(created[:10])
        report = replace(report_of(text, created, file.name), published=Published(None, "unknown"))
        doc = analyse(report, world)
        found = published.infer(doc, report, times.find(doc, report))
        time = found.time
        tally["reports"] += 1
        if time is None:
            continue
        tally["with bounds"] += 1
        early = time.earliest is not None and time.earliest.toordinal() > day.toordinal() + _SLACK
        late = time.latest is not None and time.latest < day
        claimed = time.earliest == time.latest
        tally["both sides"] += None not in (time.earliest, time.latest)
        tally["wrong bounds"] += early or late
        tally["days claimed"] += claimed
        tally["days claimed, right"] += claimed and not (early or late)
        if early or late:
            errors.append(f"{file.name} {day} not in {time.edtf}: {' '.join(found.reasons)}")
    return tally, errors


def figures(tally: Counter[str]) -> dict[str, float]:
    reports, bounded, claimed = (tally[name] or 1 for name in ("reports", "with bounds", "days claimed"))
    return {
        "reports": tally["reports"],
        "with bounds, share": tally["with bounds"] / reports,
        "bounds on both sides, share": tally["both sides"] / reports,
        "wrong bounds, share of bounds": tally["wrong bounds"] / bounded,
        "days claimed": tally["days claimed"],
        "days claimed that are right, share": tally["days claimed, right"] / claimed if tally["days claimed"] else 0.0,
    }


def measure(path: Path) -> dict[str, float]:
    """Figures for the folder `path`, by name."""
    return figures(run(Path(path))[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="folder with .tml files, searched through")
    parser.add_argument("--errors", action="store_true", help="print every wrong pair of bounds on stderr")
    options = parser.parse_args()
    tally, errors = run(options.path)
    for name, value in figures(tally).items():
        print(f"{name:36} {value:8.3f}")
    if options.errors:
        print("\n".join(errors), file=sys.stderr)


if __name__ == "__main__":
    main()
