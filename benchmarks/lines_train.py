"""Fit the line model of bare text on pages of two public benchmarks of article extraction.

    python benchmarks/lines_train.py PATH_TO_SCRAPINGHUB PATH_TO_WCXB [--folds 3] [--write]

The paths are clones of scrapinghub/article-extraction-benchmark (every second page, by name, is fitted on; the other
half is never read here) and of Murrough-Foley/web-content-extraction-benchmark (the articles of its development set;
its test set is never read). Prints F1 by cross-validation over the first one's pages, for the body that the search
finds; `--write` fits on all and writes src/verbale/ingest/data/line_weights.tsv. Training is deterministic: numpy
alone, seeds fixed.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy

from articles import bare_text, shingle_scores
from verbale.ingest.bare.features import features
from verbale.ingest.bare.lines import Matrix
from verbale.ingest.bare.network import Network, standardised
from verbale.ingest.bare.segment import best_path
from verbale.ingest.bare.units import units_of

# Networks and their hidden units, averaged; the penalty on weights, passes over the data, step and batch.
NETWORKS, HIDDEN, PENALTY, PASSES, STEP, BATCH = 3, 32, 5e-4, 8, 0.01, 1024
# Networks are too sure of themselves on pages unlike those fitted on: their log odds count as this share.
SURENESS = 0.8
# So often the pages of news are fitted on in each pass, those of all sorts of articles once.
NEWS_TIMES = 3
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
)
# The forms in which pages of all sorts of articles are fitted on, by their number.
MORE_FORMS = (0, 2, 3, 5, 7, 9)
# A page of more lines is no report that anybody pastes.
MOST_LINES = 3000
WEIGHTS = Path(__file__).parents[1] / "src/verbale/ingest/data/line_weights.tsv"
HEAD = """\
# The line model of bare text, fitted for Verbale by benchmarks/lines_train.py on half of the pages of
# scrapinghub/article-extraction-benchmark (MIT licence) and the articles in the development set of WCXB, Web Content
# eXtraction Benchmark, (c) 2026 Murrough Foley (github.com/Murrough-Foley/web-content-extraction-benchmark; CC BY 4.0,
# creativecommons.org/licenses/by/4.0), turned to bare text; docs/decisions/bare-text.md says how.
# A row a feature (verbale.ingest.bare.features): its name, mean, scale, and its weight for each hidden unit. The last
# rows, "hidden" and "output", hold the hidden units' own offsets and their weights (output: its offset, 0, weights).
"""
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[a-z\d][.!?]) (?=[A-Z“\"])")


@dataclass(frozen=True)
class TrainingPage:
    """A page's features, how far each line is report text (0 to 1), what it weighs, and the texts for scoring."""

    table: Matrix
    target: Matrix
    weight: Matrix
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
        wanted, _ = _targets(inner, true)
        yield page, "\n".join(line for line, share_true in zip(inner, wanted, strict=True) if share_true > 0.5), share


def _listed(lines: list[str]) -> list[str]:
    """Short lines as items of lists, as browsers paste them: in the report as well as around it."""
    return [f"• {line}" if 1 <= line.count(" ") + 1 <= 8 and number % 3 else line for number, line in enumerate(lines)]


def _training_page(text: str, true: str, share: float) -> TrainingPage:
    units = units_of(text)
    lines = [unit.text for unit in units]
    table, kinds = features(units)
    target, weight = _targets(lines, true)
    return TrainingPage(table.T, target, weight * share, kinds.kinds, lines, true)


def _targets(lines: list[str], true: str) -> tuple[Matrix, Matrix]:
    """How much of each line stands in the true text (by 4-word shingles; short lines whole, between such lines), and
    its weight: the square root of its words."""
    words = _WORD.findall(true)
    joined = f" {' '.join(words)} "
    shingles = {tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))}
    target, weight = numpy.zeros(len(lines)), numpy.zeros(len(lines))
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
    return target, weight / (weight.sum() or 1.0)


def fit(pages: list[TrainingPage]) -> Network:
    table = numpy.vstack([page.table for page in pages])
    target = numpy.concatenate([page.target for page in pages])
    weight = numpy.concatenate([page.weight for page in pages])
    weight /= weight.mean()
    mean, scale = table.mean(0), table.std(0)
    scale[scale == 0] = 1.0
    scores = standardised(table, mean, scale)
    inner, hidden, outer, output = zip(
        *(_descend(scores, target, weight, numpy.random.default_rng(seed)) for seed in range(NETWORKS)), strict=True
    )
    return Network(
        mean,
        scale,
        numpy.hstack(inner),
        numpy.concatenate(hidden),
        SURENESS * numpy.concatenate(outer) / NETWORKS,
        SURENESS * float(numpy.mean(output)),
    )


def _descend(
    scores: Matrix, target: Matrix, weight: Matrix, random: numpy.random.Generator
) -> tuple[Matrix, Matrix, Matrix, float]:
    """Adam over the weighted log loss."""
    size = scores.shape[1]
    values = [
        random.normal(0, size**-0.5, (size, HIDDEN)),
        numpy.zeros(HIDDEN),
        random.normal(0, HIDDEN**-0.5, HIDDEN),
        numpy.zeros(1),
    ]
    first, second, step = [v * 0 for v in values], [v * 0 for v in values], 0
    for passed in range(PASSES):
        rate = STEP * (0.5 * (1 + numpy.cos(numpy.pi * passed / PASSES)))
        order = random.permutation(len(target))
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            given = scores[chosen]
            units = numpy.tanh(given @ values[0] + values[1])
            wrong = 1 / (1 + numpy.exp(-(units @ values[2] + values[3][0]))) - target[chosen]
            wrong *= weight[chosen] / len(chosen)
            inward = numpy.outer(wrong, values[2]) * (1 - units * units)
            slopes = [
                given.T @ inward + PENALTY * values[0],
                inward.sum(0),
                units.T @ wrong + PENALTY * values[2],
                numpy.array([wrong.sum()]),
            ]
            step += 1
            for number, slope in enumerate(slopes):
                first[number] = 0.9 * first[number] + 0.1 * slope
                second[number] = 0.999 * second[number] + 0.001 * slope**2
                move = (first[number] / (1 - 0.9**step)) / (numpy.sqrt(second[number] / (1 - 0.999**step)) + 1e-8)
                values[number] = values[number] - rate * move
    return values[0], values[1], values[2], float(values[3][0])


def body_f1(pages: list[TrainingPage], odds: list[Matrix]) -> dict[str, float]:
    """Scores of the bodies that the search over the page finds."""
    pairs = []
    for page, found in zip(pages, odds, strict=True):
        path = best_path(found.tolist(), page.kinds)
        pairs.append((page.true, "\n".join(line for line, state in zip(page.lines, path, strict=True) if state == 1)))
    return shingle_scores(pairs)


def cross_validated(pages: list[list[TrainingPage]], more: list[list[TrainingPage]], folds: int) -> list[Matrix]:
    """The odds of each page's lines by networks fitted on the other folds, and on `more`."""
    odds: dict[int, Matrix] = {}
    for fold in range(folds):
        network = fit_all([forms for number, forms in enumerate(pages) if number % folds != fold], more)
        odds |= {number: network.odds(forms[0].table) for number, forms in enumerate(pages) if number % folds == fold}
    return [odds[number] for number in range(len(pages))]


def fit_all(pages: list[list[TrainingPage]], more: list[list[TrainingPage]]) -> Network:
    """A network fitted on all forms of pages of news, and of others."""
    return fit([form for forms in more for form in forms] + [form for forms in pages for form in forms] * NEWS_TIMES)


def written(network: Network) -> str:
    """The file of the network: its head, then a row a line."""
    rows = ["\t".join([name, *(f"{value:.4g}" for value in values)]) + "\n" for name, values in network.rows()]
    return HEAD + "".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="clone of scrapinghub/article-extraction-benchmark")
    parser.add_argument("more", type=Path, help="clone of Murrough-Foley/web-content-extraction-benchmark")
    parser.add_argument("--folds", type=int, default=3, help="0: no cross-validation")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    pages, more = news_pages(given.news), more_pages(given.more)
    if given.folds:
        odds = cross_validated(pages, more, given.folds)
        print("cross-validated", body_f1([forms[0] for forms in pages], odds))
    if given.write:
        network = fit_all(pages, more)
        for number, form in enumerate(FORMS):
            chosen = [forms[number] for forms in pages]
            print("fitted,", form, body_f1(chosen, [network.odds(page.table) for page in chosen]))
        WEIGHTS.write_text(written(network), "utf-8")


if __name__ == "__main__":
    main()
