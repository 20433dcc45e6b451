"""Fit the line model of bare text on pages of three public benchmarks of article extraction.

    python benchmarks/lines_train.py SCRAPINGHUB WCXB TRAFILATURA [--folds 3] [--write]

The paths are clones of scrapinghub/article-extraction-benchmark (every second page, by name, is fitted on; the other
half is never read here), of Murrough-Foley/web-content-extraction-benchmark (the articles of its development set; its
test set is never read) and of adbar/trafilatura (the pages of its own tests). Prints F1 by cross-validation over the
pages of each, for the body that the search finds; `--write` fits on all and writes
src/verbale/ingest/data/line_weights.tsv. Training is deterministic on one machine: numpy alone, seeds fixed.
"""

import argparse
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order, and so the same weights

from collections.abc import Sequence
from pathlib import Path

from articles import shingle_scores
from lines_fit import fit
from lines_pages import FORMS, TrainingPage, labelled_pages, more_pages, news_pages
from verbale.ingest.bare.network import Network
from verbale.ingest.bare.segment import best_path

# So often the pages of each benchmark count; those of news above all.
TIMES = (3.0, 1.0, 1.0)
WEIGHTS = Path(__file__).parents[1] / "src/verbale/ingest/data/line_weights.tsv"
HEAD = """\
# The line model of bare text, fitted for Verbale by benchmarks/lines_train.py on half of the pages of
# scrapinghub/article-extraction-benchmark (MIT licence), the articles in the development set of WCXB, Web Content
# eXtraction Benchmark, (c) 2026 Murrough Foley (github.com/Murrough-Foley/web-content-extraction-benchmark; CC BY 4.0,
# creativecommons.org/licenses/by/4.0), and the pages of adbar/trafilatura's tests (Apache-2.0 licence), turned to bare
# text; docs/decisions/bare-text.md says how.
# A row a feature (verbale.ingest.bare.features): its name, mean, scale, and its weight for each unit of the first
# layer; "hidden" are these units' own offsets (after two zeros). Then a row for each of these units by the stretch of
# lines over which it is seen: its weight for each unit of the second layer; "second" are their offsets (after a zero),
# "output" the offset of the log odds and the weights of the second layer in them.
"""
Pages = list[list[TrainingPage]]


def body_f1(pages: Sequence[TrainingPage], network: Network) -> dict[str, float]:
    """Scores of the bodies that the search over the page finds."""
    pairs = []
    for page in pages:
        path = best_path(network.odds(page.table.T).tolist(), page.kinds)
        pairs.append((page.true, "\n".join(line for line, state in zip(page.lines, path, strict=True) if state == 1)))
    return shingle_scores(pairs)


def fitted(sources: Sequence[Pages]) -> Network:
    """A network fitted on all forms of the pages of each source."""
    pages = [(form, times) for source, times in zip(sources, TIMES, strict=True) for forms in source for form in forms]
    return fit(*zip(*((form, times) for form, times in pages if form.lines), strict=True))


def cross_validate(names: Sequence[str], sources: Sequence[Pages], folds: int) -> None:
    """Print each source's scores on the pages of each fold, by networks fitted on the other folds."""
    for fold in range(folds):
        rest = [[forms for number, forms in enumerate(pages) if number % folds != fold] for pages in sources]
        network = fitted(rest)
        for name, pages in zip(names, sources, strict=True):
            print(f"fold {fold}, {name}", _rounded(body_f1([forms[0] for forms in pages[fold::folds]], network)))


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in scores.items()}


def written(network: Network) -> str:
    """The file of the network: its head, then a row a line."""
    rows = ["\t".join([name, *(f"{value:.4g}" for value in values)]) + "\n" for name, values in network.rows()]
    return HEAD + "".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="clone of scrapinghub/article-extraction-benchmark")
    parser.add_argument("more", type=Path, help="clone of Murrough-Foley/web-content-extraction-benchmark")
    parser.add_argument("labelled", type=Path, help="clone of adbar/trafilatura")
    parser.add_argument("--folds", type=int, default=3, help="0: no cross-validation")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    names = ("scrapinghub", "WCXB", "trafilatura")
    sources = news_pages(given.news), more_pages(given.more), labelled_pages(given.labelled)
    cross_validate(names, sources, given.folds)
    if given.write:
        network = fitted(sources)
        for number, form in enumerate(FORMS):
            print("fitted,", form, _rounded(body_f1([forms[number] for forms in sources[0]], network)))
        WEIGHTS.write_text(written(network), "utf-8")


if __name__ == "__main__":
    main()
