"""Fits the line model of bare text: Adam over the weighted log loss, page by page, in numpy alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy

from lines_pages import TrainingPage
from verbale.ingest.bare.features import Table
from verbale.ingest.bare.network import STRETCHES, WIDEST, Network, standardised

# Units of either layer, networks (the units of which are set side by side), the penalty on weights, passes over the
# data, step, lines of a batch, and the share of features left out of each batch: no odds may hang on one of them.
UNITS, NETWORKS, PENALTY, PASSES, STEP, BATCH, LEFT_OUT = 32, 1, 3e-4, 20, 0.006, 2000, 0.2
# Networks are too sure of themselves on pages unlike those fitted on: their log odds count as this share.
SURENESS = 0.8


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages one under the other, so far apart that no stretch reaches from one to the next. `line` are the rows that
    are lines, `page` the page of every row, `start` and `size` where each page begins and how many lines it has."""

    scores: Table
    target: Table
    weight: Table
    line: Table
    page: numpy.typing.NDArray[numpy.int64]
    start: numpy.typing.NDArray[numpy.int64]
    size: Table


def fit(pages: Sequence[TrainingPage], times: Sequence[float]) -> Network:
    """A network fitted on `pages`, each of which counts so many `times`."""
    table = numpy.vstack([page.table for page in pages])
    mean, scale = table.mean(0, dtype=float).astype(numpy.float32), table.std(0, dtype=float).astype(numpy.float32)
    scale[scale == 0] = 1.0
    scores = [standardised(page.table, mean, scale) for page in pages]
    weights = [(page.weight * share).astype(numpy.float32) for page, share in zip(pages, times, strict=True)]
    mean_weight = sum(float(weight.sum()) for weight in weights) / len(table)
    weights = [weight / numpy.float32(mean_weight) for weight in weights]
    return _joined(mean, scale, [_Descent(seed).run(pages, scores, weights) for seed in range(NETWORKS)])


def _joined(mean: Table, scale: Table, values: list[list[Table]]) -> Network:
    """One network of all: their units side by side, their odds averaged, less sure than they are."""
    inner, hidden, mixed, second, outer, output = zip(*values, strict=True)
    stretches = len(STRETCHES) + 1
    blocks = numpy.zeros((stretches, len(values), UNITS, len(values), UNITS), numpy.float32)
    for number, one in enumerate(mixed):
        blocks[:, number, :, number] = one.reshape(stretches, UNITS, UNITS)
    share = SURENESS / len(values)
    return Network(
        mean,
        scale,
        numpy.hstack(inner),
        numpy.concatenate(hidden),
        blocks.reshape(stretches * len(values) * UNITS, len(values) * UNITS),
        numpy.concatenate(second),
        share * numpy.concatenate(outer),
        share * float(sum(one[0] for one in output)),
    )


@dataclass(slots=True)
class _Descent:
    """The weights of one network on their way down."""

    seed: int
    values: list[Table] = field(default_factory=list)

    def run(self, pages: Sequence[TrainingPage], scores: list[Table], weights: list[Table]) -> list[Table]:
        random = numpy.random.default_rng(self.seed)
        shapes = ((scores[0].shape[1], UNITS), (UNITS * (len(STRETCHES) + 1), UNITS), (UNITS, 1))
        first, mixed, outer = (random.normal(0, rows**-0.5, (rows, columns)) for rows, columns in shapes)
        values = [first, numpy.zeros(UNITS), mixed, numpy.zeros(UNITS), outer[:, 0], numpy.zeros(1)]
        self.values = [value.astype(numpy.float32) for value in values]
        first_moment, second_moment = ([value * 0 for value in self.values] for _ in range(2))
        step = 0
        for passed in range(PASSES):
            rate = STEP * 0.5 * (1 + numpy.cos(numpy.pi * passed / PASSES))
            for batch in _batches(random.permutation(len(pages)), pages, scores, weights):
                kept = random.random((1, batch.scores.shape[1])) > LEFT_OUT
                step += 1
                for at, slope in enumerate(self._slopes(batch, batch.scores * kept)):
                    first_moment[at] = 0.9 * first_moment[at] + 0.1 * slope
                    second_moment[at] = 0.999 * second_moment[at] + 0.001 * slope**2
                    root = numpy.sqrt(second_moment[at] / (1 - 0.999**step)) + 1e-8
                    move = rate * (first_moment[at] / (1 - 0.9**step)) / root
                    self.values[at] = self.values[at] - move.astype(numpy.float32)
        return self.values

    def _slopes(self, batch: _Batch, scores: Table) -> list[Table]:
        inner, hidden, mixed, second, outer, output = self.values
        units = numpy.tanh(scores @ inner + hidden) * batch.line
        page = numpy.add.reduceat(units, batch.start, axis=0) / batch.size
        seen = numpy.hstack([*(_mean(units, *stretch) for stretch in STRETCHES), page[batch.page]])
        above = numpy.tanh(seen @ mixed + second)
        wrong = (1 / (1 + numpy.exp(-(above @ outer + output[0]))) - batch.target) * batch.weight
        wrong *= batch.line[:, 0] / numpy.float32(batch.size.sum())
        back = wrong[:, None] * outer * (1 - above * above)
        inward = numpy.split(back @ mixed.T, len(STRETCHES) + 1, axis=1)
        down = sum(_mean(part, -last, -first) for part, (first, last) in zip(inward, STRETCHES, strict=False))
        down += (numpy.add.reduceat(inward[-1], batch.start, axis=0) / batch.size)[batch.page]
        down *= batch.line * (1 - units * units)
        return [
            scores.T @ down + PENALTY * inner,
            down.sum(0),
            seen.T @ back + PENALTY * mixed,
            back.sum(0),
            above.T @ wrong + PENALTY * outer,
            wrong.sum(keepdims=True),
        ]


def _mean(rows: Table, first: int, last: int) -> Table:
    """The mean of rows from `first` to `last`, counted from each; those beyond the batch are 0."""
    if first == last == 0:
        return rows
    so_far = numpy.zeros((len(rows) + 1, rows.shape[1]), numpy.float32)
    rows.cumsum(axis=0, out=so_far[1:])
    place = numpy.arange(len(rows))
    start, end = (numpy.clip(place + reach, 0, len(rows)) for reach in (first, last + 1))
    mean: Table = (so_far[end] - so_far[start]) / numpy.float32(last - first + 1)
    return mean


def _batches(
    order: numpy.typing.NDArray[numpy.int64], pages: Sequence[TrainingPage], scores: list[Table], weights: list[Table]
) -> Iterator[_Batch]:
    chosen: list[int] = []
    lines = 0
    for number in order.tolist():
        chosen.append(number)
        lines += len(scores[number])
        if lines >= BATCH or number == order[-1]:
            yield _batch([(scores[at], pages[at].target, weights[at]) for at in chosen])
            chosen, lines = [], 0


def _batch(pages: list[tuple[Table, Table, Table]]) -> _Batch:
    sizes = [len(scores) for scores, _, _ in pages]
    starts = numpy.cumsum([0, *(size + WIDEST for size in sizes)])
    rows = int(starts[-1])
    scores = numpy.zeros((rows, pages[0][0].shape[1]), numpy.float32)
    target, weight, line = (numpy.zeros(rows, numpy.float32) for _ in range(3))
    for start, size, (own, wanted, weighs) in zip(starts.tolist(), sizes, pages, strict=False):
        inside = slice(start, start + size)
        scores[inside], target[inside], weight[inside], line[inside] = own, wanted, weighs, 1
    page = numpy.repeat(numpy.arange(len(pages)), numpy.diff(starts))
    return _Batch(scores, target, weight, line[:, None], page, starts[:-1], numpy.array(sizes, numpy.float32)[:, None])
