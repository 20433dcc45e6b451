"""How asks are answered in free prose: the rules against the passages of benchmarks/answers.

    python benchmarks/answers.py [FILE.jsonl …] [--errors]

A line is a passage: `published`, `text`, and `asks` with the words that tell the ask (`ask`), what is asked (`what`),
the `answer` (accepted, refused, partial, none) and the words that give it (`evidence`). All were written for this
project, without a look at its code. An ask counts as found where an act of asking stands within its words; of these the
answers count: right, wrong (another than the one given), or left open.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Act, Findings, Published, Report, TimeValue
from verbale.world import World, load_world

PASSAGES = Path(__file__).parent / "answers"


def passages(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The passages of some files, in order."""
    for path in paths:
        yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def read(passage: dict[str, Any], world: World) -> Findings:
    """What Verbale finds in a passage."""
    day = date.fromisoformat(passage["published"])
    when = Published(TimeValue(day, day, "day", day.isoformat()), "given", ())
    report = Report(id=passage["id"], path=f"{passage['id']}.txt", text=passage["text"], plain=True, published=when)
    return extract(analyse(report, world), report, world)


def told_by(passage: dict[str, Any], ask: dict[str, str], found: Findings) -> Act | None:
    """The act that tells `ask`: within its words, with most of what is asked."""
    start = passage["text"].index(ask["ask"])
    wanted = set(ask["what"].lower().split())
    acts = [act for act in found.acts if start <= act.trigger.start < start + len(ask["ask"]) and act.type == "REQUEST"]
    return max(acts, key=lambda act: len(wanted & set(act.subject.lower().split())), default=None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="passages (all of benchmarks/answers by default)")
    parser.add_argument("--errors", action="store_true", help="print each ask with another answer than the one given")
    arguments = parser.parse_args()
    world = load_world()
    counts: Counter[str] = Counter()
    for passage in passages(arguments.files or sorted(PASSAGES.glob("*.jsonl"))):
        found = read(passage, world)
        answers = {answer.ask: answer.answer for answer in found.answers}
        for ask in passage["asks"]:
            act = told_by(passage, ask, found)
            counts["asks"] += 1
            if act is None:
                continue
            told, gold = answers.get(act.id, "none"), ask["answer"]
            counts["found"] += 1
            counts["given"] += told != "none"
            counts["told"] += gold != "none"
            counts["right"] += told == gold != "none"
            if arguments.errors and told != gold:
                print(f"{passage['id']}: {ask['what']} is {gold}, not {told}")
    print(f"asks {counts['asks']}, found {counts['found']}")
    print(f"answers given {counts['given']}, right {counts['right']} ({counts['right'] / max(counts['given'], 1):.3f})")
    print(f"asks answered by the text {counts['told']}, of these right {counts['right'] / max(counts['told'], 1):.3f}")


if __name__ == "__main__":
    main()
