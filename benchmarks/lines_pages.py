"""The pages that the line model of bare text is fitted on (lines_train.py), in the forms in which people paste them."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy
import trafilatura

from articles import bare_text
from verbale.ingest.bare.features import Table, features
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.units import units_of

# Lines of furniture left on either side where a report is cut out of its page.
CLOSE = 6
FEW = 6
# People paste reports of every length, with more or less around them; papers print a sentence or more a paragraph.
FORMS = (
    "one line a block",
    "blank lines between",
    "cut out closely",
    "report alone",
    "alone, no blank lines",
    "a sentence a paragraph",
    "short lines listed",
    "first paragraphs, cut out",
    "first sentences, cut out",
    "first sentences, closely",
    "first sentences alone",
    "furniture within",
    "furniture within the first sentences",
    "a line of furniture here and there",
)
# The forms in which pages of all sorts of articles are fitted on, by their number.
MORE_FORMS = (0, 2, 3, 5, 7, 9, 12, 13)
# A page of more lines is no report that anybody pastes, nor is a text of fewer characters.
MOST_LINES, SHORTEST = 3000, 250
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[a-z\d][.!?]) (?=[A-Z“\"])")


@dataclass(frozen=True)
class TrainingPage:
    """A page's features, how far each line is report text (0 to 1), what it weighs, and the texts for scoring."""

    table: Table
    target: Table
    weight: Table
    kinds: list[str]
    lines: list[str]
    true: str


def news_pages(root: Path) -> list[list[TrainingPage]]:
    """The pages of the half fitted on, each in the forms in which people paste them; the first form is scored."""
    truth = json.loads((root / "ground-truth.json").read_text("utf-8"))
    pages = []
    for name in sorted(truth)[0::2]:
        html = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        pages.append([_training_page(*form) for form in _forms(bare_text(html), truth[name]["articleBody"])])
    return pages


def more_pages(root: Path) -> list[list[TrainingPage]]:
    """The articles of WCXB's development set, each in some forms."""
    pages = []
    for path in sorted((root / "dev" / "ground-truth").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        true = told["ground_truth"].get("main_content") or ""
        html = root / "dev" / "html" / f"{path.stem}.html.gz"
        if told["_internal"]["page_type"]["primary"] != "article" or not true:
            continue
        page = bare_text(gzip.decompress(html.read_bytes()).decode("utf-8", "replace"))
        if page and page.count("\n") <= MOST_LINES:
            forms = [form for number, form in enumerate(_forms(page, true)) if number in MORE_FORMS]
            pages.append([_training_page(*form) for form in forms])
    return pages


def labelled_pages(root: Path) -> list[list[TrainingPage]]:
    """The pages on which trafilatura tests itself, in some forms: those where its own text holds all passages that its
    annotators want there and none that they do not. That text is taken for the report's."""
    pages = []
    for told in json.loads((root / "tests" / "evaldata.json").read_text("utf-8")).values():
        path = next((folder / told["file"] for folder in _folders(root) if (folder / told["file"]).exists()), None)
        if path is None:
            continue
        html = trafilatura.utils.decode_file(path.read_bytes())
        true = trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
        joined = " ".join(true.split())
        wanted, unwanted = ([" ".join(part.split()) in joined for part in told[side]] for side in ("with", "without"))
        page = _pasted(html)
        if all(wanted) and not any(unwanted) and len(true) >= SHORTEST and 0 < page.count("\n") <= MOST_LINES:
            forms = [form for number, form in enumerate(_forms(page, true)) if number in MORE_FORMS]
            pages.append([_training_page(*form) for form in forms])
    return pages


def _folders(root: Path) -> tuple[Path, Path]:
    return root / "tests" / "eval", root / "tests" / "cache"


def _pasted(html: str) -> str:
    """A page as text; "" where it cannot be parsed as text (it declares an encoding)."""
    try:
        return bare_text(html)
    except ValueError:
        return ""


def _forms(page: str, true: str) -> Iterator[tuple[str, str, float]]:
    """The page in each of FORMS, the report's text in it, and how much that form weighs."""
    yield page, true, 1.0
    yield page.replace("\n", "\n\n"), true, 0.4
    lines = page.split("\n")
    target, _ = _targets(lines, true)
    inside = numpy.flatnonzero(target > 0.5)
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, len(lines) - 1)
    before, body, after = lines[:first], lines[first : last + 1], lines[last + 1 :]
    alone = [line.strip() for line in true.split("\n") if line.strip()]
    sentences = [sentence for line in body for sentence in _SENTENCE_END.split(line)]

    def cut(inner: list[str], around: int, between: str) -> str:
        return between.join([*before[-around:], *inner, *after[:around]])

    yield cut(body, CLOSE, "\n\n"), true, 0.4
    yield "\n\n".join(alone), true, 0.3
    yield "\n".join(alone), true, 0.2
    yield cut(sentences, len(lines), "\n"), true, 0.5
    yield "\n".join(_listed(cut(body, 2 * CLOSE, "\n").split("\n"))), true, 0.4
    for inner, around, between, share in (
        (body[:FEW], 3 * CLOSE, "\n", 0.5),
        (sentences[: 2 * FEW], 2 * CLOSE, "\n", 0.5),
        (sentences[:FEW], CLOSE, "\n\n", 0.4),
        (sentences[: 3 * FEW], 0, "\n\n", 0.3),
    ):
        page = cut(inner, around, between) if around else between.join(inner)
        yield page, _wanted(inner, true), share
    yield from _interrupted(body, sentences, before, after, true)


def _interrupted(
    body: list[str], sentences: list[str], before: list[str], after: list[str], true: str
) -> Iterator[tuple[str, str, float]]:
    """The report with lines of its page's furniture among the last of it: a block of them, or one here and there."""
    block = after[:FEW] or before[-FEW:]
    known = [line for line in (*after, *before) if furniture_kind(words_in(line.lower()))[0]] or block or ["Share"]
    for inner, between in ((body, "\n"), (sentences[: 2 * FEW], "\n\n")):
        end = max(1, len(inner) - 1 - (len(inner) > FEW))
        page = [*before[-2 * CLOSE :], *inner[:end], *block, *inner[end:], *after[: 2 * CLOSE]]
        yield between.join(page), _wanted(inner, true), 0.6
    inner = sentences[: 2 * FEW]
    middle, end = len(inner) // 2, len(inner) - 1
    parts = [inner[:middle], known[:1], inner[middle:end], known[-1:], inner[end:]]
    page = [*before[-2 * CLOSE :], *(line for part in parts for line in part), *after[: 2 * CLOSE]]
    yield "\n".join(page), _wanted(inner, true), 0.6


def _wanted(lines: list[str], true: str) -> str:
    """The lines that stand in the true text."""
    return "\n".join(line for line, share in zip(lines, _targets(lines, true)[0], strict=True) if share > 0.5)


def _listed(lines: list[str]) -> list[str]:
    """Short lines as items of lists, as browsers paste them: in the report as well as around it."""
    return [f"• {line}" if 1 <= line.count(" ") + 1 <= 8 and number % 3 else line for number, line in enumerate(lines)]


def _training_page(text: str, true: str, share: float) -> TrainingPage:
    units = units_of(text)
    lines = [unit.text for unit in units]
    table, kinds = features(units)
    target, weight = _targets(lines, true)
    table = numpy.ascontiguousarray(table.T)
    return TrainingPage(table, target, weight * numpy.float32(share), kinds.kinds, lines, true)


def _targets(lines: list[str], true: str) -> tuple[Table, Table]:
    """How much of each line stands in the true text (by 4-word shingles; short lines whole, between such lines), and
    its weight: the square root of its words."""
    words = _WORD.findall(true)
    joined = f" {' '.join(words)} "
    shingles = {tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))}
    target, weight = numpy.zeros(len(lines), numpy.float32), numpy.zeros(len(lines), numpy.float32)
    short = []
    for number, line in enumerate(lines):
        own = _WORD.findall(line)
        if len(own) >= 4:
            parts = [tuple(own[at : at + 4]) for at in range(len(own) - 3)]
            target[number] = sum(part in shingles for part in parts) / len(parts)
            weight[number] = len(own) ** 0.5
        elif own:
            weight[number] = 0.3
            if f" {' '.join(own)} " in joined:
                short.append(number)
    for number in short:
        before, after = target[max(0, number - 2) : number], target[number + 1 : number + 3]
        target[number] = float(before.max(initial=0) > 0.5 and after.max(initial=0) > 0.5)
    return target, weight / (weight.sum() or numpy.float32(1))
