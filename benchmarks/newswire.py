"""Names, whole and typed, on stanfordnlp/en-worldwide-newswire (Shan et al. 2023), on its own tokens.

Usage: python benchmarks/newswire.py PATH [--pipeline NAME] [--raw] [--only PREFIX,…]

PATH is a checkout of the corpus; its licence is non-commercial: it is read here for evaluation only. A name counts
where its tokens (a leading "the" aside) and its type agree: person, organisation, or place (Location and Facility;
GPE, LOC and FAC). Other labels are left out on both sides. The rules were tuned on the Asia and Africa parts only.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.language.pipeline import DEFAULT_PIPELINE, analyse_words
from verbale.world import load_world

Name = tuple[int, int, str]

GOLD_TYPES = {"Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place"}
OUR_TYPES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
SETS = {
    "korea": ("kr_",),
    "iran": ("iran_",),
    "israel": ("israel_",),
    "emirates": ("uae_",),
    "japan": ("jp_",),
    "china": ("cn_",),
    "india": ("in_",),
}
RANDOM_ARTICLES = 120


def read_article(path: Path) -> tuple[list[list[str]], set[Name]]:
    """The paragraphs of one annotated article as tokens, and its names over the tokens of the whole article."""
    paragraphs: list[list[str]] = [[]]
    names: set[Name] = set()
    count, start, label = 0, 0, ""

    def close() -> None:
        if label in GOLD_TYPES:
            names.add((start, count, GOLD_TYPES[label]))

    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        token = "".join(cells[0].split())
        if not token:
            close()
            label = ""
            if paragraphs[-1]:
                paragraphs.append([])
            continue
        prefix, _, kind = (cells[1] if len(cells) > 1 else "O").partition("-")
        if prefix != "I" or kind != label:
            close()
            start, label = count, kind
        paragraphs[-1].append(token)
        count += 1
    close()
    return [paragraph for paragraph in paragraphs if paragraph], names


def without_the(names: Iterable[Name], tokens: list[str]) -> set[Name]:
    """`names` without a leading "the"."""
    found = set()
    for start, end, kind in names:
        if tokens[start].lower() == "the" and end - start > 1:
            start += 1
        found.add((start, end, kind))
    return found


def our_names(paragraphs: list[list[str]], pipeline: str, raw: bool) -> set[Name]:
    """The names found in `paragraphs`, over the tokens of the whole article; with `raw`, spaCy's own."""
    doc = analyse_words(paragraphs, None if raw else load_world(), pipeline)
    place = {}
    for token in doc:
        if not token.is_space:
            place[token.i] = len(place)
    found = set()
    for ent in doc.ents:
        if ent.label_ in OUR_TYPES:
            inside = [place[token.i] for token in ent if token.i in place]
            if inside:
                found.add((inside[0], inside[-1] + 1, OUR_TYPES[ent.label_]))
    return found


def sets(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """The named parts of the corpus, and 120 articles drawn at random from all of it."""
    files = sorted(folder.glob("*.tsv"))
    for name, prefixes in SETS.items():
        yield name, [path for path in files if path.name.startswith(prefixes)]
    yield "random", random.Random(120).sample(files, min(RANDOM_ARTICLES, len(files)))


def f1(counts: Counter[str], kind: str) -> float:
    """F1 in percent of the names of type `kind` ("" for all types)."""
    right, ours, gold = (counts[f"{what}{kind}"] for what in ("right", "ours", "gold"))
    return 200 * right / (ours + gold) if ours + gold else 0.0


def measure(
    path: Path, pipeline: str = DEFAULT_PIPELINE, raw: bool = False, only: tuple[str, ...] = ()
) -> dict[str, float]:
    """F1 in percent for each part of the corpus: all names ("names, korea") and people alone ("people, korea")."""
    folder = path / "processed_annotated"
    figures: dict[str, float] = {}
    for name, files in sets(folder if folder.is_dir() else path):
        if only and name not in only:
            continue
        counts: Counter[str] = Counter()
        for file in files:
            paragraphs, names = read_article(file)
            tokens = [token for paragraph in paragraphs for token in paragraph]
            gold = without_the(names, tokens)
            ours = without_the(our_names(paragraphs, pipeline, raw), tokens)
            for what, found in (("gold", gold), ("ours", ours), ("right", gold & ours)):
                counts[what] += len(found)
                counts.update(f"{what}{kind}" for _, _, kind in found)
        figures[f"names, {name}"] = round(f1(counts, ""), 1)
        figures[f"people, {name}"] = round(f1(counts, "person"), 1)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    parser.add_argument("--raw", action="store_true", help="spaCy's own names, uncorrected")
    parser.add_argument("--only", default="", help="parts to measure, parted by commas")
    given = parser.parse_args()
    if not given.path.is_dir():
        sys.exit(f"{given.path}: no such folder")
    only = tuple(part for part in given.only.split(",") if part)
    for name, figure in measure(given.path, given.pipeline, given.raw, only).items():
        print(f"{name:24}{figure:6.1f}")


if __name__ == "__main__":
    main()
