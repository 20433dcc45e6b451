"""Score acts and asks against gold sentences: type, parties, status, time, answers, and acts found where none are.

    python benchmarks/acts.py tests/cases/acts.yaml [--split report] [--errors]

The gold format stands at the top of `tests/cases/acts.yaml`. A found act is paired with a gold act of the same sentence
of an accepted type, the pair that agrees on most parties first. Optional acts count neither way.
"""

import argparse
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from verbale.evaluate.gold import read_when
from verbale.evaluate.match import within
from verbale.extract import actors, acts, asks, statements, times
from verbale.language import analyse
from verbale.language.parse import Doc
from verbale.model import Act, Answer, Published, Report, TimeValue
from verbale.world import load_world

SYMMETRIC = {"CONSULT", "COOPERATE"}


@dataclass
class Tally:
    """Counts over one split; `errors` are lines for a person to read."""

    gold: int = 0
    found: int = 0
    typed: int = 0
    with_parties: int = 0
    status_right: int = 0
    dated: int = 0
    dated_right: int = 0
    asks: int = 0
    asks_right: int = 0
    negatives: int = 0
    negative_acts: int = 0
    parse_seconds: float = 0.0
    act_seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures by name, fractions from 0 to 1; what the gold does not hold has none."""
        told = {
            "time": (self.dated_right, self.dated),
            "answers": (self.asks_right, self.asks),
        }
        return {
            "type_p": _ratio(self.typed, self.found),
            "type_r": _ratio(self.typed, self.gold),
            "type_f1": _f1(self.typed, self.found, self.gold),
            "type_parties_f1": _f1(self.with_parties, self.found, self.gold),
            "status": _ratio(self.status_right, self.typed),
            **{name: right / asked for name, (right, asked) in told.items() if asked},
            "acts_per_100_negatives": 100 * _ratio(self.negative_acts, self.negatives),
            "seconds_to_parse": _ratio(self.act_seconds, self.parse_seconds),
        }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 0.0


@dataclass(frozen=True)
class Found:
    """What was found in one sentence, with names for keys."""

    acts: tuple[Act, ...]
    answers: tuple[Answer, ...]
    names: dict[str, set[str]]
    unplaced: frozenset[str]
    seconds: float
    parse_seconds: float

    def parties(self, keys: Iterable[str]) -> list[set[str]]:
        return [self.names[key] for key in keys]


def read(text: str, published: str | None) -> Found:
    """Everything that extraction finds in `text`, as a report published on that day."""
    world = load_world()
    day = date.fromisoformat(published) if published else None
    when = Published(TimeValue(day, day, "day", published or ""), "given") if day else Published(None, "unknown")
    report = Report(id="case", path="case", text=text, published=when, plain=True)
    start = time.perf_counter()
    analysed = analyse(report, world)
    parsed = time.perf_counter() - start
    doc = Doc(analysed)
    index = actors.find(doc, report, world)
    found_times = times.find(doc, report)
    found_statements, index = statements.find(doc, report, world, index, found_times)
    start = time.perf_counter()
    found_acts, index = acts.find(doc, report, world, index, found_times, found_statements)
    found_acts, answers = asks.find(doc, report, index, found_times, found_acts, found_statements)
    seconds = time.perf_counter() - start
    names = {a.key: {n for n in (a.name, a.party, *a.aliases) if n} for a in index.actors}
    unplaced = frozenset(a.key for a in index.actors if a.party is None and (a.kind == "person" or a.name.islower()))
    return Found(found_acts, answers, names, unplaced, seconds, parsed)


def score(case: dict[str, Any], found: Found, tally: Tally) -> None:
    """Add one sentence to `tally`."""
    tally.parse_seconds += found.parse_seconds
    tally.act_seconds += found.seconds
    if case.get("negative"):
        tally.negatives += 1
        tally.negative_acts += len(found.acts)
        if found.acts:
            tally.errors.append(f"NEGATIVE {case['id']} {case['text']}\n{_shown(found)}")
        return
    gold = case["acts"]
    required = [act for act in gold if not act.get("optional")]
    pairs = _pair(gold, found)
    optional = sum(1 for at, _ in pairs if gold[at].get("optional"))
    hits = [(gold[at], act) for at, act in pairs if not gold[at].get("optional")]
    good = [(want, act) for want, act in hits if _parties_right(want, act, found)]
    status = [(want, act) for want, act in hits if act.status in want["status"]]
    tally.gold += len(required)
    tally.found += len(found.acts) - optional
    tally.typed += len(hits)
    tally.with_parties += len(good)
    tally.status_right += len(status)
    dated = [(want, act) for want, act in hits if want.get("when")]
    misdated = [(want, act) for want, act in dated if not within(read_when(want["when"]), act.when)]
    tally.dated += len(dated)
    tally.dated_right += len(dated) - len(misdated)
    missed_asks = [ask for ask in case.get("asks", ()) if not _answer_right(ask, found)]
    tally.asks += len(case.get("asks", ()))
    tally.asks_right += len(case.get("asks", ())) - len(missed_asks)
    marks = []
    if len(hits) < len(required):
        marks.append("MISSED")
    if len(found.acts) - optional > len(hits):
        marks.append("EXTRA")
    if len(good) < len(hits):
        marks.append("PARTIES")
    if len(status) < len(hits):
        marks.append("STATUS")
    if misdated:
        marks.append("TIME " + " ".join(f"{want['when']} not {act.when and act.when.edtf}" for want, act in misdated))
    if missed_asks:
        marks.append("ASKS")
    if marks:
        wanted = "\n".join(
            f"    want {act['type']} {act['status']} {act['sources']} -> {act['targets']}" for act in gold
        )
        wanted += "".join(f"\n    want ask {ask}" for ask in missed_asks)
        tally.errors.append(f"{' '.join(marks)} {case['id']} {case['text']}\n{wanted}\n{_shown(found)}")


def _shown(found: Found) -> str:
    names = {key: sorted(all_names, key=len)[-1] for key, all_names in found.names.items()}
    lines = [
        f"    got  {a.type} {a.status} {[names[k] for k in a.sources]} -> {[names[k] for k in a.targets]} "
        f"'{a.trigger.text}' {a.origin} {a.subject!r}"
        for a in found.acts
    ]
    lines += [f"    got  answer {answer.answer}" for answer in found.answers]
    return "\n".join(lines) or "    got  nothing"


def _pair(gold: list[dict[str, Any]], found: Found) -> list[tuple[int, Act]]:
    options = []
    for at, want in enumerate(gold):
        for number, act in enumerate(found.acts):
            if act.type in want["type"]:
                fit = 2 * _parties_right(want, act, found) + (act.status in want["status"])
                options.append((-int(not want.get("optional", False)), -fit, want["type"].index(act.type), at, number))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for *_, at, number in sorted(options):
        if at not in used_gold and number not in used_found:
            used_gold.add(at)
            used_found.add(number)
            pairs.append((at, found.acts[number]))
    return pairs


def _parties_right(want: dict[str, Any], act: Act, found: Found) -> bool:
    if act.type in SYMMETRIC and not want["targets"]:
        return _side_right(want["sources"], (*act.sources, *act.targets), found)
    if act.type == "CONSULT":
        return _side_right([*want["sources"], *want["targets"]], (*act.sources, *act.targets), found)
    if act.type == "AGREE" and not want["targets"]:
        return _side_right(want["sources"], act.sources, found)
    return _side_right(want["sources"], act.sources, found) and _side_right(want["targets"], act.targets, found)


def _side_right(wanted: list[str], keys: tuple[str, ...], found: Found) -> bool:
    """Every wanted party is there, and no other (people without a party and nameless groups are let pass)."""
    if not wanted:
        return True
    have = found.parties(keys)
    if not all(any(name in names for names in have) for name in wanted):
        return False
    return len(have) <= len(wanted) + sum(1 for key in keys if key in found.unplaced)


def _answer_right(ask: dict[str, Any], found: Found) -> bool:
    answers: dict[str, set[str]] = {}
    for answer in found.answers:
        answers.setdefault(answer.ask, set()).add(answer.answer)
    words = set(ask["about"].lower().split())
    for act in found.acts:
        if act.type != "REQUEST" or act.status in {"denied"}:
            continue
        told = set(" ".join([act.subject, *(span.text for span in act.evidence)]).lower().replace(",", " ").split())
        if len(words & told) < max(1, len(words) // 2):
            continue
        if ask.get("from") and not any(ask["from"] in names for names in found.parties(act.sources)):
            continue
        if ask.get("to") and not any(ask["to"] in names for names in found.parties(act.targets)):
            continue
        if ask["answer"] in answers.get(act.id, {"none"}):
            return True
    return False


def measure(path: str | Path, split: str = "report") -> dict[str, float]:
    """The figures of one split of the gold file at `path`."""
    return run(path, split).figures()


def run(path: str | Path, split: str) -> Tally:
    """Read and score every sentence of the split; "all" takes every one."""
    cases = yaml.safe_load(Path(path).read_text(encoding="utf-8"))["sentences"]
    tally = Tally()
    read("The two sides met.", None)
    for case in cases:
        if split in {"all", case["split"]}:
            score(case, read(case["text"], case.get("published")), tally)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", default="tests/cases/acts.yaml")
    parser.add_argument("--split", default="report", choices=["tune", "report", "all"])
    parser.add_argument("--errors", action="store_true", help="show what is wrong, sentence by sentence")
    arguments = parser.parse_args()
    tally = run(arguments.path, arguments.split)
    if arguments.errors:
        print("\n".join(tally.errors))
    for name, value in tally.figures().items():
        print(f"{name:26} {value:.3f}")


if __name__ == "__main__":
    main()
