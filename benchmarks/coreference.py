"""Who is meant: precision and recall of mentions resolved, on marked-up reports (tests/cases/coreference).

python benchmarks/coreference.py tests/cases/coreference/held-out.txt [--wrong]
"""

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from verbale.extract.actors import ActorIndex, find
from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world

_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
_PRONOUNS = frozenset(["he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs"])


@dataclass(frozen=True, slots=True)
class Wanted:
    """A marked mention: where it stands in the plain text, and the names it means (none for "-"); `party` is the
    party asked for, "-" for none, None where it is not asked."""

    start: int
    end: int
    text: str
    names: frozenset[str]
    open: bool = False
    party: str | None = None


def read_marked(path: Path) -> list[tuple[Report, list[Wanted]]]:
    """The reports of a marked-up file with their mentions."""
    found: list[tuple[Report, list[Wanted]]] = []
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        outlet, _, body = block.partition("\n")
        text, wanted, last = "", [], 0
        body = body.strip()
        for match in _MARK.finditer(body):
            text += body[last : match.start()]
            means, _, party = match[2].removeprefix("?").partition("@")
            names = frozenset() if means == "-" else frozenset(means.split("+"))
            open_ = match[2].startswith("?")
            wanted.append(Wanted(len(text), len(text) + len(match[1]), match[1], names, open_, party or None))
            text += match[1]
            last = match.end()
        text += body[last:]
        found.append((Report(id=outlet, path=outlet, text=text, outlet=outlet), wanted))
    return found


def resolved(index: ActorIndex, wanted: Wanted) -> tuple[frozenset[str], bool, str]:
    """The names found at the mention, whether they are alternatives, and the party of the one meant ("-" for none)."""
    best = None
    for mention in {id(m): m for m in index.by_token.values()}.values():
        if mention.span.start < wanted.end and wanted.start < mention.span.end:
            overlap = min(mention.span.end, wanted.end) - max(mention.span.start, wanted.start)
            size = (2 * overlap - (mention.span.end - mention.span.start), mention.span.end)
            if best is None or size > best[0]:
                best = (size, mention)
    if best is None:
        return frozenset(), False, "-"
    found = [index.by_key[key] for key in best[1].actors]
    return frozenset(actor.name for actor in found), best[1].ambiguous, found[0].party or "-"


def _sort(wanted: Wanted) -> str:
    if wanted.text.lower() in _PRONOUNS:
        return "pronoun"
    if wanted.text[0].isupper() and not wanted.text.lower().startswith(("the ", "both ")):
        return "name"
    return "nominal"


def measure(path: Path, wrong: list[str] | None = None) -> dict[str, float]:
    """Precision and recall over all marked mentions and by sort; `wrong` gathers a line for each error."""
    world = load_world()
    right: dict[str, int] = defaultdict(int)
    given: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    for report, marks in read_marked(path):
        index = find(analyse(report, world), report, world)
        for mark in marks:
            names, ambiguous, party = resolved(index, mark)
            fits = names == mark.names and ambiguous == mark.open and mark.party in {None, party}
            for sort in (_sort(mark), "all"):
                asked[sort] += bool(mark.names)
                given[sort] += bool(names) and (not ambiguous or mark.open)
                right[sort] += bool(names) and fits
            if wrong is not None and not fits:
                near = report.text[max(0, mark.start - 40) : mark.end + 30].replace("\n", " ")
                told = "+".join(sorted(names)) + (" (ambiguous)" if ambiguous else "")
                told += f"@{party}" if mark.party else ""
                asked_for = ("+".join(sorted(mark.names)) or "-") + (f"@{mark.party}" if mark.party else "")
                wrong.append(f"{report.id}: {mark.text!r} → {told or '-'}, not {asked_for}: …{near}…")
    figures: dict[str, float] = {}
    for sort in sorted(asked):
        figures[f"{sort} precision"] = right[sort] / max(1, given[sort])
        figures[f"{sort} recall"] = right[sort] / max(1, asked[sort])
        figures[f"{sort} mentions"] = asked[sort]
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print every mention resolved wrongly")
    options = parser.parse_args()
    wrong: list[str] = []
    for name, value in measure(options.path, wrong).items():
        print(f"{name:24} {value:.3f}")
    if options.wrong:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
