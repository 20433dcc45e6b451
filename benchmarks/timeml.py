"""Scores times.find against a folder of TimeML files (*.tml) as TempEval-3 did: `python benchmarks/timeml.py PATH`.

Strict F1: spans to the letter. Relaxed F1: spans that overlap, each gold expression met once. Value and type F1:
relaxed F1 times the share of met expressions whose value or type is right (evaluate_entities.py of TempEval-3). The
creation time (`DCT`) is the report's day of publication and is not scored. Speed: tokens a second of times.find given
the Doc, and as a share of the time that parsing takes in the same run.
"""

import argparse
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lxml import etree
from spacy.tokens import Doc

from verbale.extract import times
from verbale.language import analyse
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import load_world


@dataclass(frozen=True)
class Timex:
    start: int
    end: int
    type: str
    value: str
    mod: str


@dataclass
class Tally:
    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed_gold: int = 0
    relaxed_found: int = 0
    value: int = 0
    type: int = 0
    tokens: int = 0
    seconds: float = 0.0
    parse_seconds: float = 0.0
    errors: list[str] = field(default_factory=list)


def read_tml(path: Path) -> tuple[str, str, list[Timex]]:
    """Text, creation time and expressions of one TimeML file."""
    tree = etree.parse(str(path))
    created = tree.find(".//DCT/TIMEX3").get("value")
    text, marks = "", []
    body = tree.find(".//TEXT")
    if body is None:
        body = tree.getroot()
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if node.tag == "TIMEX3":
                marks.append([len(text), -1, node])
            text += node.text or ""
        else:
            if node.tag == "TIMEX3":
                next(mark for mark in marks if mark[2] is node)[1] = len(text)
            if node is not body:
                text += node.tail or ""
    gold = [
        Timex(start, end, node.get("type") or "", node.get("value") or "", node.get("mod") or "")
        for start, end, node in marks
        if end > start
    ]
    return text, created, gold


def report_of(text: str, created: str, path: str) -> Report:
    """A plain report published on the day of `created` (YYYY-MM-DD…)."""
    day = date.fromisoformat(created[:10])
    return Report(
        path, path, text, published=Published(TimeValue(day, day, "day", day.isoformat()), "given"), plain=True
    )


def score(tally: Tally, gold: list[Timex], found: list[TimeMention], text: str) -> None:
    tally.gold += len(gold)
    tally.found += len(found)
    free = list(found)
    for mention in gold:
        overlapping = [each for each in free if each.span.start < mention.end and mention.start < each.span.end]
        exact = [each for each in overlapping if (each.span.start, each.span.end) == (mention.start, mention.end)]
        met = next(iter(exact or overlapping), None)
        around = text[max(0, mention.start - 60) : mention.end + 40].replace("\n", " ")
        printed = text[mention.start : mention.end]
        if met is None:
            tally.errors.append(f"MISSED {printed!r} {mention.type} {mention.value} | {around}")
            continue
        free.remove(met)
        tally.relaxed_gold += 1
        tally.relaxed_found += 1
        tally.strict += bool(exact)
        tally.type += met.type == mention.type
        tally.value += met.value == mention.value
        if not exact:
            tally.errors.append(f"EXTENT {printed!r} found {met.span.text!r} | {around}")
        if met.value != mention.value:
            tally.errors.append(
                f"VALUE {met.span.text!r} {mention.type} {mention.value} found {met.type} {met.value} | {around}"
            )
    for each in free:
        around = text[max(0, each.span.start - 60) : each.span.end + 40].replace("\n", " ")
        tally.errors.append(f"SPURIOUS {each.span.text!r} {each.type} {each.value} | {around}")


def f1(hits_gold: int, gold: int, hits_found: int, found: int) -> float:
    recall = hits_gold / gold if gold else 0.0
    precision = hits_found / found if found else 0.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def figures(tally: Tally) -> dict[str, float]:
    relaxed = f1(tally.relaxed_gold, tally.gold, tally.relaxed_found, tally.found)
    met = tally.relaxed_gold or 1
    return {
        "expressions": tally.gold,
        "strict F1": 100 * f1(tally.strict, tally.gold, tally.strict, tally.found),
        "relaxed F1": 100 * relaxed,
        "value F1": 100 * relaxed * tally.value / met,
        "type F1": 100 * relaxed * tally.type / met,
        "tokens per second": tally.tokens / tally.seconds if tally.seconds else 0.0,
        "share of parse time": tally.seconds / tally.parse_seconds if tally.parse_seconds else 0.0,
    }


def run(path: Path) -> Tally:
    world = load_world()
    tally = Tally()
    for file in sorted(path.rglob("*.tml")):
        text, created, gold = read_tml(file)
        report = report_of(text, created, file.name)
        before = time.perf_counter()
        doc: Doc = analyse(report, world)
        parsed = time.perf_counter()
        found = times.find(doc, report)
        tally.seconds += time.perf_counter() - parsed
        tally.parse_seconds += parsed - before
        tally.tokens += len(doc)
        score(tally, gold, list(found), text)
    return tally


def measure(path: Path) -> dict[str, float]:
    """Figures for the folder `path`, by name."""
    return figures(run(Path(path)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="folder with .tml files, searched through")
    parser.add_argument("--errors", action="store_true", help="print every miss and error on stderr")
    options = parser.parse_args()
    tally = run(options.path)
    for name, value in figures(tally).items():
        print(f"{name:22} {value:10.1f}" if value > 1 else f"{name:22} {value:10.4f}")
    if options.errors:
        print("\n".join(tally.errors), file=sys.stderr)


if __name__ == "__main__":
    main()
