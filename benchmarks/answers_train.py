"""Fit the model that answers asks in free words, and say how good it is on sets left out.

    python benchmarks/answers_train.py tests/cases/talks-{tune,held,…}.yaml [--folds 5] [--write]

The gold files are arguments, so that sets kept unread stay so; the tuning split of tests/cases/asks.yaml and the
passages of benchmarks/answers/ come in always. Whole gold sets, and blocks of fifty passages, are left out in turn:
printed is, for several thresholds, how many of the answers given to asks that rules leave open are right, and what that
adds to the lines of the ledger that are right (an ask whose answer is none was right before). `--write` fits on all and
writes src/verbale/extract/data/answer_weights.tsv; the same input gives the same bytes. Numpy alone.
"""

import argparse
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order, and so the same weights

from collections.abc import Callable, Sequence
from hashlib import md5
from pathlib import Path

from answers_fit import fit
from answers_gold import Example, load
from verbale.extract.asking.weighing import ANSWERS, SURE, Weights

ROOT = Path(__file__).parents[1]
TUNED = ROOT / "tests/cases/asks.yaml"
PASSAGES = ROOT / "benchmarks/answers"
WEIGHTS = ROOT / "src/verbale/extract/data/answer_weights.tsv"
HEAD = """\
# The model of answers in free words, fitted for Verbale by benchmarks/answers_train.py on {gold} asks of our own gold
# files and {passages} asks of the passages in benchmarks/answers, all of them written for this project;
# docs/decisions/ledger.md says how well it does. A row with three numbers is a sign of a clause
# (verbale.extract.asking.signs) and what it weighs for "accepted", "refused" and "partial"; one with a single number is
# a sign of the ask, and what it weighs for leaving it open.
"""
Given = tuple[Example, str, float]  # an example, the likeliest answer and its probability


def answered(weights: Weights, example: Example) -> Given:
    """The likeliest answer to the ask of `example`."""
    rows = weights.chances(example.ask, example.clauses)
    sums = [sum(row[at] for row in rows) for at in range(len(ANSWERS))]
    at = max(range(len(ANSWERS)), key=sums.__getitem__)
    return example, ANSWERS[at], sums[at]


def left_out(examples: Sequence[Example], folds: int) -> list[Given]:
    """The answers to each example by a model fitted without its set."""
    groups = [int(md5(example.group.encode()).hexdigest(), 16) % folds for example in examples]
    found: list[Given] = []
    for fold in range(folds):
        weights = fit([example for example, group in zip(examples, groups, strict=True) if group != fold])
        found += [answered(weights, one) for one, group in zip(examples, groups, strict=True) if group == fold]
    return found


def show(name: str, given: Sequence[Given], belongs: Callable[[Example], bool]) -> None:
    """Print how right the answers to some asks are, by threshold."""
    of = [one for one in given if belongs(one[0])]
    print(f"{name}: {len(of)} asks, {sum(example.answer != 'none' for example, _, _ in of)} answered")
    for threshold in (0.4, 0.5, SURE, 0.7):
        told = [(example, answer) for example, answer, chance in of if chance >= threshold]
        right = sum(example.answer == answer for example, answer in told)
        lost = sum(example.answer == "none" for example, _ in told)
        share = right / len(told) if told else 0.0
        print(f"  from {threshold}: {len(told)} given, {right} right ({share:.2f}), {right - lost:+d} lines")


def written(weights: Weights, examples: Sequence[Example]) -> str:
    """The file of the weights."""
    passages = sum(example.is_passage for example in examples)
    rows = [
        *(f"{sign}\t" + "\t".join(f"{number:.2f}" for number in row) for sign, row in sorted(weights.clause.items())),
        *(f"{sign}\t{number:.2f}" for sign, number in sorted(weights.ask.items())),
    ]
    return HEAD.format(gold=len(examples) - passages, passages=passages) + "\n".join(rows) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="gold files to fit on")
    parser.add_argument("--folds", type=int, default=5, help="0: no cross-validation")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    examples = load(arguments.gold, TUNED, sorted(PASSAGES.glob("*.jsonl")))
    if arguments.folds:
        given = left_out(examples, arguments.folds)
        show("gold, open", given, lambda one: not one.is_passage and one.rule is None)
        show("gold, answered by rules", given, lambda one: not one.is_passage and one.rule is not None)
        show("passages, open", given, lambda one: one.is_passage and one.rule is None)
    if arguments.write:
        WEIGHTS.write_text(written(fit(examples), examples), "utf-8")


if __name__ == "__main__":
    main()
