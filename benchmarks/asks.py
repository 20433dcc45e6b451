"""Score the ledger against gold texts: the asks with their sides, and what was answered, over one report or several.

    python benchmarks/asks.py tests/cases/asks.yaml [--split report] [--errors]

The gold format stands at the top of `tests/cases/asks.yaml`. Each case is read and resolved as a record of its own, and
its ledger compared with the gold's: an ask is right when both sides are and its subject holds half of the gold's words.
Of those the answers count: right, wrong (another answer than the one given), or left open though one was given.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from verbale.evaluate.match import same_name, stems
from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Filter, Findings, Published, Report, TimeValue
from verbale.resolve import Resolved, resolve
from verbale.views.ledger import LedgerLine, ledger
from verbale.world import World, load_world

# Share of the gold's words on the subject that the line must hold.
ABOUT = 0.5


@dataclass
class Tally:
    """Counts over one split; `errors` are lines for a person to read."""

    gold: int = 0
    found: int = 0
    right: int = 0
    answered: int = 0
    wrong: int = 0
    open: int = 0
    whole: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures by name, fractions from 0 to 1; `whole` counts asks with the right sides, subject and answer."""
        return {
            "ask_p": _ratio(self.right, self.found),
            "ask_r": _ratio(self.right, self.gold),
            "ask_f1": _ratio(2 * self.right, self.found + self.gold),
            "answer_right": _ratio(self.answered, self.right),
            "answer_wrong": _ratio(self.wrong, self.right),
            "answer_left_open": _ratio(self.open, self.right),
            "ask_and_answer_f1": _ratio(2 * self.whole, self.found + self.gold),
        }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


class Rows:
    """Resolved rows as a view reads them."""

    def __init__(self, resolved: Resolved) -> None:
        self.resolved = resolved

    def __getattr__(self, kind: str) -> Any:
        return lambda *_: getattr(self.resolved, kind)


def read(case: dict[str, Any], world: World) -> tuple[Resolved, list[LedgerLine]]:
    """The rows and the ledger of one case."""
    reports: list[Report] = []
    findings: list[Findings] = []
    for number, (day, text) in enumerate(case["reports"]):
        when = Published(TimeValue(day, day, "day", day.isoformat()), "given")
        name = f"{case['id']}-{number}"
        report = Report(id=name, path=name, text=text, published=when, plain=True, outlet=f"Outlet {number}")
        reports.append(report)
        findings.append(extract(analyse(report, world), report, world))
    resolved = resolve(reports, findings)
    last = max(day for day, _ in case["reports"])
    return resolved, ledger(Rows(resolved), Filter(as_of=last))


def score(case: dict[str, Any], resolved: Resolved, lines: list[LedgerLine], tally: Tally) -> None:
    """Add one case to `tally`. Each gold ask takes the line that fits it best, required asks first."""
    names = {row.name: {row.name, row.party or row.name, *row.aliases} for row in resolved.actors}
    asks = sorted(case["asks"], key=lambda ask: bool(ask.get("optional")))
    used: set[str] = set()
    faults = []
    for ask in asks:
        fits = [line for line in lines if line.id not in used and _fits(ask, line, names)]
        line = max(fits, key=lambda one: (_shared(ask, one.subject), one.answer in _wanted(ask)), default=None)
        if line is not None:
            used.add(line.id)
        if ask.get("optional"):
            tally.found -= line is not None
            continue
        tally.gold += 1
        if line is None:
            faults.append(f"    missed {ask}")
            continue
        tally.right += 1
        if line.answer in _wanted(ask):
            tally.answered += 1
            tally.whole += 1
        elif line.answer == "none":
            tally.open += 1
            faults.append(f"    open   {ask}")
        else:
            tally.wrong += 1
            faults.append(f"    WRONG  {line.answer} {ask}")
    tally.found += len(lines)
    faults += [f"    false  {_shown(line)}" for line in lines if line.id not in used]
    if faults:
        texts = " // ".join(text for _, text in case["reports"])
        shown = [f"    got    {_shown(line)}" for line in lines]
        tally.errors.append("\n".join([f"{case['id']} {texts}", *faults, *shown]))


def _wanted(ask: dict[str, Any]) -> list[str]:
    answer = ask["answer"]
    return answer if isinstance(answer, list) else [answer]


def _fits(ask: dict[str, Any], line: LedgerLine, names: dict[str, set[str]]) -> bool:
    if not _side(ask["from"], line.sources, names) or not _side(ask["to"], line.targets, names):
        return False
    told = " ".join([line.subject, line.what, *(span.text for span in line.evidence)])
    return _shared(ask, told) >= ABOUT


def _shared(ask: dict[str, Any], text: str) -> float:
    """The share of the gold's words on the subject that `text` holds."""
    words = stems(ask["about"])
    return len(words & stems(text)) / len(words)


def _side(wanted: list[str] | None, shown: tuple[str, ...], names: dict[str, set[str]]) -> bool:
    """True where the side is right: everyone named, nobody else; null is not judged."""
    if wanted is None:
        return True
    if len(wanted) != len(shown):
        return False
    return all(
        any(same_name(name, names.get(one, {one})) for name in either.split(" | ") for one in shown)
        for either in wanted
    )


def _shown(line: LedgerLine) -> str:
    return f"{list(line.sources)} -> {list(line.targets)} {line.what} {line.subject!r} {line.status} {line.answer}"


def run(path: str | Path, split: str) -> Tally:
    """Read and score every case of the split; "all" takes every one."""
    world = load_world()
    tally = Tally()
    for case in _cases(path, split):
        score(case, *read(case, world), tally)
    return tally


def _cases(path: str | Path, split: str) -> Iterator[dict[str, Any]]:
    for case in yaml.safe_load(Path(path).read_text(encoding="utf-8"))["cases"]:
        if split in {"all", case["split"]}:
            yield case


def measure(path: str | Path, split: str = "report") -> dict[str, float]:
    """The figures of one split of the gold file at `path`."""
    return run(path, split).figures()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", default="tests/cases/asks.yaml")
    parser.add_argument("--split", default="report", choices=["tune", "report", "all"])
    parser.add_argument("--errors", action="store_true", help="show what is wrong, case by case")
    arguments = parser.parse_args()
    start = time.perf_counter()
    tally = run(arguments.path, arguments.split)
    if arguments.errors:
        print("\n".join(tally.errors))
    for name, value in tally.figures().items():
        print(f"{name:20} {value:.3f}")
    print(f"{tally.gold} asks, {tally.found} lines, {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
