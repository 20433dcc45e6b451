"""Event to date on MEANTIME English (Minard et al. 2016): `python benchmarks/meantime.py PATH`.

PATH is the corpus folder, with `list_instances.csv` and the annotation folders. Every mention of an event whose
instance has a time anchor in the list counts; the mentions and the expressions of time are gold, what is measured is
the tying: the share of mentions whose date is the anchor's. Beside it stand the baseline (the nearest expression in
the sentence, else the day of creation) and the cap (the anchor stands among the document's expressions at all).
"""

import argparse
import csv
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from verbale.extract import document_time, tying
from verbale.language import analyse
from verbale.model import Published, Report, Span, TimeMention, TimeValue
from verbale.world import World, load_world

FOLDERS = ("intra-doc_annotation", "intra_cross-doc_annotation")
_NO_SPACE_BEFORE = {".", ",", ";", ":", "?", "!", ")", "'s", "%", "n't", "'", "”"}


@dataclass(frozen=True)
class Document:
    text: str
    created: TimeValue | None
    times: tuple[TimeMention, ...]
    events: tuple[tuple[int, TimeValue], ...]
    """Offset of each dated mention's first token, and its anchor."""
    sentences: dict[int, int]
    """Number of the sentence by token offset."""


def bounds_of(value: str) -> TimeValue | None:
    """Bounds of a value with at least a year: 2008, 2008-12, 2008-12-12 (XX for what is not known)."""
    parts = [part for part in value[:10].split("-") if part.isdigit()]
    if not parts or len(parts[0]) != 4:
        return None
    year = int(parts[0])
    try:
        if len(parts) == 1:
            return TimeValue(date(year, 1, 1), date(year, 12, 31), "year", value)
        month = int(parts[1])
        if len(parts) == 2:
            return TimeValue(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", value)
        return TimeValue(date(year, month, int(parts[2])), date(year, month, int(parts[2])), "day", value)
    except ValueError:
        return None


def read_anchors(path: Path) -> dict[str, TimeValue]:
    anchors = {}
    with path.open(encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) > 7 and row[1] == "EVENT":
                bounds = bounds_of(row[7])
                if bounds is not None:
                    anchors[row[0]] = bounds
    return anchors


def read_document(path: Path, anchors: dict[str, TimeValue]) -> Document:
    root = etree.parse(str(path)).getroot()
    offsets: dict[str, tuple[int, int]] = {}
    sentences: dict[int, int] = {}
    text, last = "", 0
    for token in root.iter("token"):
        word, number = token.text or "", int(token.get("sentence"))
        if text:
            text += "\n\n" if number != last and last <= 1 else "" if word in _NO_SPACE_BEFORE else " "
        last = number
        offsets[token.get("t_id")] = (len(text), len(text) + len(word))
        sentences[len(text)] = number
        text += word
    instances = {event.get("m_id"): event.get("instance_id") for event in root.iter("EVENT")}
    mentions = {
        mention.get("m_id"): [anchor.get("t_id") for anchor in mention.iter("token_anchor")]
        for mention in root.iter("EVENT_MENTION", "TIMEX3")
    }
    created = None
    times = []
    for timex in root.iter("TIMEX3"):
        time = bounds_of(timex.get("value") or "")
        if timex.get("functionInDocument") == "CREATION_TIME":
            created = time
        tokens = mentions[timex.get("m_id")]
        if tokens and timex.get("type") in {"DATE", "TIME"} and time is not None:
            start, end = offsets[tokens[0]][0], offsets[tokens[-1]][1]
            times.append(
                TimeMention(Span(start, end, text[start:end]), timex.get("type"), timex.get("value"), "", time)
            )
    times.sort(key=lambda mention: mention.span.start)
    events = []
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        anchor = anchors.get(instances.get(target.get("m_id")) or "") if target is not None else None
        for source in link.iter("source"):
            tokens = mentions.get(source.get("m_id"))
            if anchor is not None and tokens:
                events.append((offsets[tokens[0]][0], anchor))
    return Document(text, created, tuple(times), tuple(events), sentences)


def same(one: TimeValue | None, two: TimeValue) -> bool:
    return one is not None and (one.earliest, one.latest) == (two.earliest, two.latest)


def nearest(document: Document, offset: int) -> TimeValue | None:
    """The baseline."""
    number = document.sentences[offset]
    inside = [time for time in document.times if document.sentences[time.span.start] == number]
    if not inside:
        return document.created
    return min(inside, key=lambda time: abs(time.span.start - offset)).time


def run(folder: Path, anchors: dict[str, TimeValue], world: World) -> tuple[Counter[str], list[str]]:
    tally: Counter[str] = Counter()
    errors = []
    for path in sorted(folder.rglob("*.xml")):
        document = read_document(path, anchors)
        published = Published(document.created, "given") if document.created else Published(None, "unknown")
        report = Report(path.name, path.name, document.text, published=published)
        doc = analyse(report, world)
        for offset, anchor in document.events:
            span = doc.char_span(offset, offset + 1, alignment_mode="expand")
            assert span is not None
            token = span[0]
            governed = tying.time_of(doc, token, document.times)
            found = document_time.document_time(doc, report, token, document.times)
            known = [document.created, *(time.time for time in document.times)]
            tally["mentions"] += 1
            tally["right"] += same(found, anchor)
            tally["nearest"] += same(nearest(document, offset), anchor)
            tally["in document"] += any(same(time, anchor) for time in known)
            tally["governed"] += governed is not None
            tally["governed, right"] += governed is not None and same(governed.time, anchor)
            if not same(found, anchor):
                how = f"{governed.span.text!r}" if governed else "context"
                reach = "" if any(same(time, anchor) for time in known) else " (out of reach)"
                dates = f"gold {anchor.edtf} found {found and found.edtf}"
                errors.append(f"{token.text!r} {dates} by {how}{reach} | {token.sent.text}")
    return tally, errors


def figures(tally: Counter[str]) -> dict[str, float]:
    mentions, governed = tally["mentions"] or 1, tally["governed"] or 1
    return {
        "mentions": tally["mentions"],
        "right date": 100 * tally["right"] / mentions,
        "baseline, nearest": 100 * tally["nearest"] / mentions,
        "cap, in the document": 100 * tally["in document"] / mentions,
        "governed by grammar": 100 * tally["governed"] / mentions,
        "right where governed": 100 * tally["governed, right"] / governed,
    }


def runs(path: Path) -> Iterator[tuple[str, Counter[str], list[str]]]:
    anchors = read_anchors(path / "list_instances.csv")
    world = load_world()
    for name in FOLDERS:
        if (path / name).is_dir():
            yield name, *run(path / name, anchors, world)


def measure(path: Path) -> dict[str, float]:
    """Figures for the corpus folder `path`, by annotation folder and name."""
    return {f"{name}: {key}": value for name, tally, _ in runs(Path(path)) for key, value in figures(tally).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="the corpus folder, with list_instances.csv")
    parser.add_argument("--errors", action="store_true", help="print every wrong date on stderr")
    options = parser.parse_args()
    for name, tally, errors in runs(options.path):
        print(name)
        for key, value in figures(tally).items():
            print(f"  {key:24} {value:8.1f}")
        if options.errors:
            print("\n".join(errors), file=sys.stderr)


if __name__ == "__main__":
    main()
