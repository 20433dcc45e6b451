"""Fits the model of answers: its penalised log likelihood, by L-BFGS, in numpy alone.

Where it is not known which clause tells an answer, all of those that may are summed over. Passages count less than
gold, and have signs of their own for how often, where and by whom they answer, which are left out of the model: they
were written to hold answers, and reports hold fewer.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from answers_gold import Example
from verbale.extract.asking.weighing import ANSWERS, Weights

# The penalty on squared weights, how much a passage counts, how often a sign must be seen, steps of the search, and the
# pairs of differences that it keeps.
PENALTY, PASSAGE, SEEN, STEPS, KEPT = 5.0, 0.2, 3, 150, 10
# Weights below this for all answers are left out.
SMALL = 0.02
_OF_PASSAGES = "passage"
Vector = NDArray[numpy.float64]
Places = NDArray[numpy.int64]


def _signs(example: Example) -> tuple[list[str], list[list[str]]]:
    if not example.is_passage:
        return example.ask, example.clauses
    marked = [
        [*signs, _OF_PASSAGES, *(f"{_OF_PASSAGES} {sign}" for sign in signs if sign.startswith(("who:", "at:")))]
        for signs in example.clauses
    ]
    return [*example.ask, _OF_PASSAGES], marked


@dataclass(frozen=True, slots=True)
class _Table:
    """Which signs the rows have: their places one row after the other, and where each row begins."""

    places: Places
    starts: Places
    sizes: Places
    width: int

    def times(self, weights: Vector) -> Vector:
        """The sum of the weights of each row's signs."""
        product: Vector = numpy.add.reduceat(weights[self.places], self.starts, axis=0)
        return product

    def transposed(self, values: Vector) -> Vector:
        """The sum of the values of the rows that have each sign."""
        sums = numpy.bincount(self.places, numpy.repeat(values, self.sizes), self.width)
        sums[0] = 0.0  # stands in every row, so that none is empty, and weighs nothing
        return sums


def _table(rows: Sequence[Sequence[str]]) -> tuple[_Table, list[str]]:
    counts = Counter(sign for row in rows for sign in row)
    names = ["", *sorted(sign for sign, count in counts.items() if count >= SEEN)]
    at = {name: place for place, name in enumerate(names)}
    known = [[0, *(at[sign] for sign in row if sign in at)] for row in rows]
    sizes = numpy.array([len(row) for row in known])
    flat = numpy.array([place for row in known for place in row])
    return _Table(flat, numpy.concatenate([[0], sizes.cumsum()[:-1]]), sizes, len(names)), names


def fit(examples: Sequence[Example]) -> Weights:
    """The weights that make the answers of `examples` likeliest, less the penalty."""
    marked = [_signs(example) for example in examples]
    ask, ask_names = _table([signs for signs, _ in marked])
    clause, names = _table([signs for _, clauses in marked for signs in clauses])
    first = numpy.concatenate([[0], numpy.cumsum([len(clauses) for _, clauses in marked])[:-1]])
    of = numpy.repeat(numpy.arange(len(examples)), [len(clauses) for _, clauses in marked])
    right = numpy.array([[t * (e.answer == one) for one in ANSWERS] for e in examples for t in e.telling], float)
    is_open = numpy.array([example.answer == "none" for example in examples], float)
    counts = numpy.array([PASSAGE if example.is_passage else 1.0 for example in examples])
    width, answers = len(names), len(ANSWERS)

    def value(at: Vector) -> tuple[float, Vector]:
        """The penalised loss and its slope. A sign has a weight for answering at all, and one for each answer."""
        own, common, left = at[: width * answers].reshape(answers, width), at[width * answers :][:width], at
        left = at[width * (answers + 1) :]
        scores = numpy.column_stack([clause.times(row + common) for row in own])
        open_scores = ask.times(left)
        top = numpy.maximum(open_scores, numpy.maximum.reduceat(scores.max(1), first))
        shares, open_share = numpy.exp(scores - top[of][:, None]), numpy.exp(open_scores - top)
        whole = numpy.add.reduceat(shares.sum(1), first) + open_share
        good = numpy.maximum(numpy.add.reduceat((shares * right).sum(1), first) + open_share * is_open, 1e-300)
        pull = shares * right / good[of][:, None] - shares / whole[of][:, None]
        pull *= counts[of][:, None]
        open_pull = (open_share * is_open / good - open_share / whole) * counts
        slopes = [clause.transposed(pull[:, number]) for number in range(answers)]
        slope = numpy.concatenate([*slopes, sum(slopes), ask.transposed(open_pull)])
        loss = -float(counts @ numpy.log(good / whole)) + PENALTY / 2 * float(at @ at)
        return loss, PENALTY * at - slope

    best = _descend(value, numpy.zeros(width * (answers + 1) + len(ask_names)))
    own = best[: width * answers].reshape(answers, width) + best[width * answers :][:width]
    by_clause = {name: tuple(own[:, place].tolist()) for place, name in enumerate(names)}
    by_ask = dict(zip(ask_names, best[width * (answers + 1) :].tolist(), strict=True))
    return Weights(
        _kept(by_clause), {name: row[0] for name, row in _kept({n: (w,) for n, w in by_ask.items()}).items()}
    )


def _kept(rows: dict[str, tuple[float, ...]]) -> dict[str, tuple[float, ...]]:
    return {
        name: row for name, row in rows.items() if not name.startswith(_OF_PASSAGES) and max(map(abs, row)) >= SMALL
    }


def _descend(value: Callable[[Vector], tuple[float, Vector]], at: Vector) -> Vector:
    """L-BFGS: the slope bent by the last differences, and a step that is halved until the loss falls enough."""
    loss, slope = value(at)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(STEPS):
        way = -_bent(slope, moves)
        fall = float(slope @ way)
        step = 1.0 if moves else 1.0 / max(float(numpy.abs(slope).sum()), 1.0)
        for _ in range(30):
            new_loss, new_slope = value(at + step * way)
            if new_loss <= loss + 1e-4 * step * fall:
                break
            step /= 2
        if loss - new_loss < 1e-6 * abs(loss):
            return at + step * way if new_loss < loss else at
        moves = [*moves[-KEPT + 1 :], (step * way, new_slope - slope)]
        at, loss, slope = at + step * way, new_loss, new_slope
    return at


def _bent(slope: Vector, moves: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The slope times the inverse curvature that the last moves tell (the two-loop recursion)."""
    found, kept = slope.copy(), []
    for move, change in reversed(moves):
        share = float(move @ found) / float(move @ change)
        kept.append(share)
        found -= share * change
    if moves:
        move, change = moves[-1]
        found *= float(move @ change) / float(change @ change)
    for (move, change), share in zip(moves, reversed(kept), strict=True):
        found += (share - float(change @ found) / float(move @ change)) * move
    return found
