"""The line model: two layers of tanh units, the second of which sees the first's around each line; and its file.

The first layer sees clipped standard scores of a line's features. The second sees the units that this gives for the
line, for stretches of lines before and after it, and for the whole page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Self

import numpy

from verbale.ingest.bare.features import NAMES, Table
from verbale.ingest.bare.lines import Matrix

# The stretches of lines over which the second layer sees means of the first's units, counted from each line.
STRETCHES = ((0, 0), (-1, -1), (1, 1), (-4, -2), (2, 4), (-12, -5), (5, 12))
WIDEST = max(max(map(abs, stretch)) for stretch in STRETCHES)
# Standard scores of features beyond this count as this.
_CLIP = 4.0
# Products of matrices this small stay on one core: OpenBLAS would wake a thread on every other one for each page.
_SMALL = 1 << 18


@dataclass(frozen=True, slots=True)
class Network:
    """`mean` and `scale` of each feature; weights from features to the first layer's units (`inner`, and `hidden`
    offsets), from these to the second layer's (`mixed`, a block of rows for each of STRETCHES and one for the page, and
    `second` offsets), and from these to the log odds (`outer`, and `output` offset)."""

    mean: Table
    scale: Table
    inner: Table
    hidden: Table
    mixed: Table
    second: Table
    outer: Table
    output: float
    _places: list[int] = field(init=False, repr=False, compare=False)
    _at_places: Table = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        weights = _weights_at(self.mixed, len(self.hidden))
        object.__setattr__(self, "_places", [place for place, _ in weights])
        object.__setattr__(self, "_at_places", numpy.concatenate([at_place for _, at_place in weights]))

    def odds(self, table: Table) -> Matrix:
        """The log odds of each line to be report text, by its column of features."""
        units = _product(self.inner, standardised(table, self.mean[:, None], self.scale[:, None]))
        units += self.hidden[:, None]
        numpy.tanh(units, out=units)
        seen = self._seen(units)
        numpy.tanh(seen, out=seen)
        odds: Matrix = self.outer @ seen + self.output
        return odds

    def _seen(self, units: Table) -> Table:
        """What the second layer sees of the first's units: their means over STRETCHES and the page, weighed. A mean
        is a difference of sums up to two places, so that the sums are weighed, all places at once."""
        size, lines = units.shape
        sums = numpy.zeros((size, lines + 2 * WIDEST + 1), numpy.float32)
        units.cumsum(axis=1, out=sums[:, WIDEST + 1 : WIDEST + 1 + lines])
        sums[:, WIDEST + 1 + lines :] = sums[:, WIDEST + lines, None]
        at_places = [sums[:, WIDEST + place : WIDEST + place + lines] for place in self._places]
        seen = _product(self._at_places, numpy.concatenate(at_places))
        page = self.mixed[len(STRETCHES) * size :]
        seen += (self.second + sums[:, -1] / numpy.float32(lines) @ page)[:, None]
        return seen

    def rows(self) -> list[tuple[str, list[float]]]:
        """Its numbers as rows by name: a feature's mean, scale and weights; the offsets of the first layer's units
        ("hidden") with two zeros before; the weights of each of them in the second layer, by stretch; and there
        "second" and "output" with one number before."""
        features = [
            (name, [float(self.mean[at]), float(self.scale[at]), *self.inner[at].tolist()])
            for at, name in enumerate(NAMES)
        ]
        mixed = [(name, weights.tolist()) for name, weights in zip(self._mixed_names(), self.mixed, strict=True)]
        return [
            *features,
            ("hidden", [0, 0, *self.hidden.tolist()]),
            *mixed,
            ("second", [0, *self.second.tolist()]),
            ("output", [self.output, *self.outer.tolist()]),
        ]

    def _mixed_names(self) -> list[str]:
        stretches = [*(f"{first}..{last}" for first, last in STRETCHES), "page"]
        return [f"unit_{unit}_at_{stretch}" for stretch in stretches for unit in range(len(self.hidden))]

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, list[float]]]) -> Self:
        """The network that `rows` hold, its features in the order of NAMES."""
        by_name = {name: numpy.array(values, numpy.float32) for name, values in rows}
        table = numpy.stack([by_name[name] for name in NAMES])
        mixed = numpy.stack([values for name, values in by_name.items() if name.startswith("unit_")])
        hidden, second, output = by_name["hidden"], by_name["second"], by_name["output"]
        return cls(table[:, 0], table[:, 1], table[:, 2:], hidden[2:], mixed, second[1:], output[1:], float(output[0]))


def _weights_at(mixed: Table, size: int) -> list[tuple[int, Table]]:
    """For each place by a line at which a stretch begins or ends, the second layer's weights for the sums up to
    there."""
    weights: dict[int, Table] = {}
    for number, (first, last) in enumerate(STRETCHES):
        share = mixed[number * size : (number + 1) * size] / numpy.float32(last + 1 - first)
        weights[last + 1] = weights.get(last + 1, numpy.float32(0)) + share
        weights[first] = weights.get(first, numpy.float32(0)) - share
    return sorted(weights.items())


def standardised(table: Table, mean: Table, scale: Table) -> Table:
    """Features as standard scores within bounds."""
    scores = table - mean
    scores /= scale
    return scores.clip(-_CLIP, _CLIP, out=scores)


def _product(weights: Table, columns: Table) -> Table:
    """The product of transposed weights and columns, in blocks small enough for one core."""
    result = numpy.empty((weights.shape[1], columns.shape[1]), numpy.float32)
    block = max(1, _SMALL // weights.size)
    for at in range(0, columns.shape[1], block):
        numpy.matmul(weights.T, columns[:, at : at + block], out=result[:, at : at + block])
    return result


@cache
def line_model() -> Network:
    """The network that ships (data/line_weights.tsv)."""
    text = (files("verbale.ingest") / "data" / "line_weights.tsv").read_text("utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return Network.from_rows((name, list(map(float, values))) for name, *values in cells)
