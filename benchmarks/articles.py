"""How well and how fast reports are got out of pages, on scrapinghub/article-extraction-benchmark.

    python benchmarks/articles.py PATH_TO_THE_REPOSITORY

Each page is read twice, as HTML and as bare text (tags stripped, block elements on lines of their own, all furniture
left in; a folder of such files, as users have them), through `read_sources`. Scored by 4-word shingles as the
benchmark's own evaluate.py does, beside trafilatura alone in the same run. Every second page (by name) was used to tune
the reader of bare text; the others were not.
"""

import argparse
import gzip
import io
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean

import lxml.html
import trafilatura

from verbale.ingest.options import ReadOptions
from verbale.ingest.source import Source
from verbale.ingest.sources import read_source, read_sources
from verbale.model import Report

# Some pages are in other languages; the benchmark scores them too.
_OPTIONS = ReadOptions(any_language=True)
_BLOCK = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select",
        "summary", "table", "tbody", "textarea", "tfoot", "thead", "title", "tr", "ul", "video",
    ]
)  # fmt: skip
_UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "head"])
_DATED = re.compile(
    r'"datePublished"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d)|article:published_time"\s+content="((?:19|20)\d\d-\d\d-\d\d)'
)


def bare_text(page: str) -> str:
    """What is left of a page of HTML when it is pasted as text."""
    parts: list[str] = []
    stack: list[object] = [lxml.html.fromstring(page)]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        tag = item.tag if isinstance(item.tag, str) else ""  # type: ignore[attr-defined]
        following: list[object] = []
        if tag and tag not in _UNSEEN:
            around = ["\n"] if tag in _BLOCK else [" "] if tag in ("td", "th") else []
            following = [*around, re.sub(r"\s+", " ", item.text or ""), *item, *around]  # type: ignore
        following.append(re.sub(r"\s+", " ", item.tail or ""))  # type: ignore[attr-defined]
        stack.extend(reversed(following))
    return "\n".join(line for line in map(str.strip, "".join(parts).split("\n")) if line)


def shingle_scores(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 over (true, found) texts by shingles of 4 words, averaged over pages."""
    precisions, recalls = [], []
    for true, found in pairs:
        wanted, got = _shingles(true), _shingles(found)
        both = sum((wanted & got).values())
        if got:
            precisions.append(both / sum(got.values()))
        if wanted:
            recalls.append(both / sum(wanted.values()))
    precision, recall = mean(precisions), mean(recalls)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / ((precision + recall) or 1.0)}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def _read(content: bytes, name: str) -> Report | None:
    result = next(read_source(Source(name, io.BytesIO(content), _OPTIONS)), None)
    return result if isinstance(result, Report) else None


def _read_folder(folder: Path) -> dict[str, object]:
    """What each file of a folder gives, by its name."""
    names = sorted(file.stem for file in folder.iterdir())
    return dict(zip(names, read_sources([folder], _OPTIONS), strict=True))


def in_turn(
    names: list[str], one: Callable[[str], object], other: Callable[[str], object]
) -> tuple[dict[str, object], dict[str, object], float, float]:
    """What both give for each name, and the time each takes: page by page in turn, each first on every other page, so
    that a machine's moods and warm caches weigh on both alike."""
    found: tuple[dict[str, object], dict[str, object]] = ({}, {})
    times = [0.0, 0.0]
    for number, name in enumerate(names):
        for which in (0, 1) if number % 2 else (1, 0):
            start = time.process_time()
            found[which][name] = (one, other)[which](name)
            times[which] += time.process_time() - start
    return *found, *times


def _body(report: Report) -> str:
    return "\n".join(report.text[zone.start : zone.end] for zone in report.zones if zone.kind != "caption")


def measure(path: str | Path) -> dict[str, float]:
    """Scores by name: f1 of HTML, of trafilatura alone, of bare text (all pages, and the half not tuned on), pages a
    second, and the share of pages with a stated day of publication for which that day was found."""
    root = Path(path)
    truth = {
        name: page["articleBody"] for name, page in json.loads((root / "ground-truth.json").read_text("utf-8")).items()
    }
    names = sorted(truth)
    html = {name: gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes()) for name in names}
    text = {name: html[name].decode("utf-8", "replace") for name in names}
    bare = {name: bare_text(text[name]).encode() for name in names}

    def timed(reading: Callable[[str], object]) -> tuple[dict[str, object], float]:
        start = time.process_time()
        found = {name: reading(name) for name in names}
        return found, time.process_time() - start

    _read(html[names[0]], names[0])  # word lists and patterns are loaded once
    _read(bare[names[0]], names[0])
    alone, pages, alone_time, pages_time = in_turn(
        names,
        lambda name: trafilatura.extract(text[name], include_comments=False, favor_precision=True),
        lambda name: _read(html[name], name),
    )
    default, _ = timed(lambda name: trafilatura.extract(text[name]))
    _, alone_dumps_time = timed(lambda name: _read(bare[name], name))
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / f"{name}.txt").write_bytes(bare[name])
        start = time.process_time()
        dumps = _read_folder(Path(folder))
        dumps_time = time.process_time() - start
    held = names[1::2]

    def score(found: dict[str, object], which: list[str], part: Callable[[Report], str] | None = None) -> float:
        def words(value: object) -> str:
            if isinstance(value, Report):
                return part(value) if part else value.text
            return str(value or "")

        return shingle_scores((truth[name], words(found[name])) for name in which)["f1"]

    stated = {name: next(filter(None, match.groups())) for name in names if (match := _DATED.search(text[name]))}
    right = 0
    for name, day in stated.items():
        report = pages[name]
        when = report.published.time if isinstance(report, Report) else None
        right += when is not None and when.earliest == when.latest and str(when.earliest) == day
    return {
        "html_f1": score(pages, names),
        "html_body_f1": score(pages, names, _body),
        "trafilatura_f1": score(default, names),
        "trafilatura_precision_f1": score(alone, names),
        "bare_f1": score(dumps, names),
        "bare_body_f1": score(dumps, names, _body),
        "bare_f1_held_out": score(dumps, held),
        "bare_body_f1_held_out": score(dumps, held, _body),
        "bare_f1_unfiltered": shingle_scores((truth[name], bare[name].decode()) for name in names)["f1"],
        "html_time_over_trafilatura": pages_time / alone_time,
        "html_pages_per_s": len(names) / pages_time,
        "bare_pages_per_s": len(names) / dumps_time,
        "bare_pages_per_s_one_a_call": len(names) / alone_dumps_time,
        "pages_with_stated_day": float(len(stated)),
        "stated_day_right": right / len(stated) if stated else 0.0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", help="the benchmark's repository")
    for name, value in measure(parser.parse_args().path).items():
        print(f"{name:28} {value:.4f}")


if __name__ == "__main__":
    main()
