"""Attribution on PolNeAR: source, cue and content by token, whole attributions, and the speakers of direct quotes.

PolNeAR (public repository networkdynamics/PolNeAR) carries no licence: it is read from a path at run time and nothing
in the project is made from it. Its test split is not read. Annotations are brat files, one for each annotator of an
article; each is scored as an article of its own.

    python benchmarks/polnear.py PATH/TO/PolNeAR [--split dev] [--limit N]

PolNeAR's guidelines annotate no attribution within the content of another ("No nested attributions": only the outermost
one), so statements inside another's words, which the record keeps with their `parent`, are left out of the score,
right ones and wrong ones alike, and counted apart.

By token, without punctuation: a token counts where it lies in the content (source, cue) of any attribution of the
article. Whole attributions: the cues share a token (a character, where a cue is nothing but a colon or a dash), the
head of the found source lies in the gold's source (or both have none), and at least 80 % of the gold's content tokens
are found; the contents of findings with the same cue are taken together. Direct quotes: of the gold's attributions
whose content opens with a quotation mark and that have a source, how often what covers the quotation has its source's
head in the gold's source (right), and how often anything covers it (found).
"""

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span

from verbale.extract import actors, statements
from verbale.language import analyse
from verbale.model import Report, Statement
from verbale.world import load_world

ROLES = ("content", "source", "cue")
COVERED = 0.8
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_SPAN_LINE = re.compile(r"T\d+\t\S+ \d")
_OPENING = ('"', "“", "''", "``", "‘", "'")

Chars = tuple[int, int]
Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold attribution: the characters of each role."""

    content: tuple[Chars, ...]
    source: tuple[Chars, ...]
    cue: tuple[Chars, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as tokens; `head` is the token of the source's head."""

    content: Tokens
    source: Tokens
    cue: Tokens
    head: int | None


@dataclass(slots=True)
class Count:
    """Right ones of those found and of those that are there."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: Tokens, there: Tokens) -> None:
        self.right, self.found = self.right + len(found & there), self.found + len(found)
        self.there += len(there)

    def figures(self, name: str) -> dict[str, float]:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.there if self.there else 0.0
        both = precision + recall
        return {
            f"{name} precision": precision,
            f"{name} recall": recall,
            f"{name} F1": 2 * precision * recall / both if both else 0.0,
        }


def read_annotations(path: Path) -> list[Gold]:
    """The attributions of one brat file that have content."""
    spans: dict[str, list[Chars]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if _SPAN_LINE.match(line):
            ranges = parts[1].split(" ", 1)[1]
            spans[parts[0]] = [(int(a), int(b)) for a, b in (piece.split() for piece in ranges.split(";"))]
        elif line.startswith("E"):
            roles: dict[str, list[Chars]] = defaultdict(list)
            for role in parts[1].split():
                name, _, span = role.partition(":")
                roles[name.rstrip("0123456789").lower()] += spans.get(span, [])
            gold = Gold(*(tuple(sorted(roles[name])) for name in ROLES))
            if gold.content and (gold.cue or gold.source):
                found.append(gold)
    return found


def articles(root: Path, split: str, limit: int | None) -> Iterator[tuple[str, str, list[list[Gold]]]]:
    """Name, text and the gold of every annotator, article by article; with `limit`, as many drawn at random."""
    if split not in ("train", "dev"):
        raise SystemExit("only train and dev are read: the test split stays unread")
    folder = root / "data" / split
    by_article: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_article[path.stem.rsplit("_", 1)[0]].append(path)
    names = sorted(name for name in by_article if (folder / "text" / f"{name}.txt").is_file())
    if not names:
        raise SystemExit(f"{folder}: no articles with annotations there; give the path of a copy of PolNeAR")
    if limit is not None and limit < len(names):
        names = sorted(random.Random(7).sample(names, limit))
    for name in names:
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        yield name, text, [read_annotations(path) for path in by_article[name]]


class Tokenised:
    """The tokens of a text, and which of them lie in given characters."""

    def __init__(self, text: str) -> None:
        self.at = [-1] * len(text)
        for number, match in enumerate(_TOKEN.finditer(text)):
            for i in range(*match.span()):
                self.at[i] = number

    def tokens(self, spans: Iterable[Chars]) -> Tokens:
        return frozenset(self.at[i] for a, b in spans for i in range(a, min(b, len(self.at))) if self.at[i] >= 0)

    def marks(self, spans: Sequence[Chars]) -> Tokens:
        """The tokens of a cue or, where it is punctuation alone, its characters as numbers below zero."""
        found = self.tokens(spans)
        return found or frozenset(-1 - i for a, b in spans for i in range(a, b))

    def head(self, span: Span) -> int:
        """The token of the head of `span`, that before it where the head is a mark such as "%"."""
        at = span.root.idx
        while at > span.start_char and self.at[at] < 0:
            at -= 1
        return self.at[at]


def findings(found: Sequence[Statement], doc: Doc, words: Tokenised) -> list[Found]:
    """Statements that are no part of another's words, as tokens; those of one cue taken together."""
    merged: dict[object, Found] = {}
    for number, statement in enumerate(item for item in found if item.parent is None):
        content, source = (
            words.tokens((span.start, span.end) for span in spans) for spans in (statement.content, statement.source)
        )
        cue = words.marks([(span.start, span.end) for span in statement.cue])
        head = None
        if statement.source:
            span = doc.char_span(statement.source[0].start, statement.source[0].end, alignment_mode="expand")
            head = words.head(span) if span is not None else None
        key: object = (statement.cue, statement.source) if statement.cue else number
        if key in merged:
            content = content | merged[key].content
        merged[key] = Found(content, source, cue, head)
    return list(merged.values())


def matches(found: Sequence[Found], gold: Sequence[Found]) -> int:
    """How many whole attributions agree, each used once."""
    by_cue: dict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(gold):
        for token in item.cue:
            by_cue[token].append(i)
    used: set[int] = set()
    for item in found:
        for i in sorted({i for token in item.cue for i in by_cue[token]} - used):
            wanted = gold[i]
            enough = len(item.content & wanted.content) >= COVERED * len(wanted.content)
            source = item.head in wanted.source if wanted.source else not item.source
            if enough and source:
                used.add(i)
                break
    return len(used)


def speakers(found: Sequence[Found], gold: Sequence[tuple[Gold, Found]], text: str) -> tuple[int, int, int]:
    """Direct quotes of the gold with a source: right speaker, covered, all."""
    right = covered = every = 0
    for raw, wanted in gold:
        if not wanted.source or not text[raw.content[0][0] : raw.content[0][0] + 2].startswith(_OPENING):
            continue
        every += 1
        best = max(found, key=lambda item: len(item.content & wanted.content), default=None)
        if best is None or len(best.content & wanted.content) < COVERED / 2 * len(wanted.content):
            continue
        covered += 1
        right += best.head in wanted.source
    return right, covered, every


def measure(path: str | Path, split: str = "dev", limit: int | None = None) -> dict[str, float]:
    """Precision, recall and F1 of content, source, cue and whole attributions; direct quotes; time against parsing."""
    world = load_world()
    counts = {role: Count() for role in (*ROLES, "whole")}
    quotes = [0, 0, 0]
    nested = every = 0
    parsing = attributing = 0.0
    for name, text, annotators in articles(Path(path), split, limit):
        report = Report(id=name, path=name, text=text, plain=True)
        start = time.process_time()
        doc = analyse(report, world)
        parsed = time.process_time()
        index = actors.find(doc, report, world)
        known = time.process_time()
        stated, _ = statements.find(doc, report, world, index, ())
        parsing, attributing = parsing + parsed - start, attributing + time.process_time() - known
        words = Tokenised(text)
        found = findings(stated, doc, words)
        nested, every = nested + sum(item.parent is not None for item in stated), every + len(stated)
        for annotated in annotators:
            gold = [
                (raw, Found(words.tokens(raw.content), words.tokens(raw.source), words.marks(raw.cue), None))
                for raw in annotated
            ]
            for role in ROLES:
                counts[role].add(_all(found, role), _all([item for _, item in gold], role))
            whole = counts["whole"]
            whole.right += matches(found, [item for _, item in gold])
            whole.found, whole.there = whole.found + len(found), whole.there + len(gold)
            quotes = [a + b for a, b in zip(quotes, speakers(found, gold, text), strict=True)]
    figures: dict[str, float] = {}
    for name, count in counts.items():
        figures |= count.figures(name)
    figures["direct quotes: speaker right"] = quotes[0] / quotes[1] if quotes[1] else 0.0
    figures["direct quotes: found"] = quotes[1] / quotes[2] if quotes[2] else 0.0
    figures["found within another's words, not scored"] = nested / every if every else 0.0
    figures["time of statements / time of parsing"] = attributing / parsing if parsing else 0.0
    return figures


def _all(items: Iterable[Found], role: str) -> Tokens:
    """The words of one role of all `items`: marks have numbers below zero."""
    return frozenset(token for item in items for token in getattr(item, role) if token >= 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="a copy of the repository networkdynamics/PolNeAR")
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int, default=None, help="only that many articles, drawn at random")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    figures = measure(options.path, options.split, options.limit)
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name:40s} {value:.3f}")


if __name__ == "__main__":
    main()
