"""The line model: one hidden layer of tanh units over clipped standard scores of the features, and its file."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy

from verbale.ingest.bare.features import NAMES, Table
from verbale.ingest.bare.lines import Matrix

# Standard scores of features beyond this count as this.
_CLIP = 4.0
# Products of matrices this small stay on one core: OpenBLAS would wake a thread on every other one for each page.
_LINES = 64


@dataclass(frozen=True, slots=True)
class Network:
    """`mean` and `scale` of each feature, weights from features to hidden units (`inner`, and `hidden` offsets), and
    from these to the log odds (`outer`, and `output` offset)."""

    mean: Table
    scale: Table
    inner: Table
    hidden: Table
    outer: Table
    output: float

    def odds(self, table: Table) -> Matrix:
        """The log odds of each line to be report text, by its column of features."""
        scores = standardised(table, self.mean[:, None], self.scale[:, None])
        units = numpy.empty((len(self.hidden), scores.shape[1]), numpy.float32)
        inner = self.inner.T
        for at in range(0, scores.shape[1], _LINES):
            numpy.matmul(inner, scores[:, at : at + _LINES], out=units[:, at : at + _LINES])
        units += self.hidden[:, None]
        numpy.tanh(units, out=units)
        odds: Matrix = self.outer @ units + self.output
        return odds

    def rows(self) -> list[tuple[str, list[float]]]:
        """Its numbers as rows by name: a feature's mean, scale and weights; "hidden" and "output" with two before."""
        features = [
            (name, [float(self.mean[at]), float(self.scale[at]), *self.inner[at].tolist()])
            for at, name in enumerate(NAMES)
        ]
        return [
            *features,
            ("hidden", [0, 0, *self.hidden.tolist()]),
            ("output", [self.output, 0, *self.outer.tolist()]),
        ]

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, list[float]]]) -> Self:
        """The network that `rows` hold, its features in the order of NAMES."""
        by_name = {name: numpy.array(values, numpy.float32) for name, values in rows}
        table = numpy.stack([by_name[name] for name in NAMES])
        hidden, output = by_name["hidden"], by_name["output"]
        return cls(table[:, 0], table[:, 1], table[:, 2:], hidden[2:], output[2:], float(output[0]))


def standardised(table: Table, mean: Table, scale: Table) -> Table:
    """Features as standard scores within bounds."""
    scores = (table - mean) / scale
    numpy.clip(scores, -_CLIP, _CLIP, out=scores)
    return scores


@cache
def line_model() -> Network:
    """The network that ships (data/line_weights.tsv)."""
    text = (files("verbale.ingest") / "data" / "line_weights.tsv").read_text("utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return Network.from_rows((name, list(map(float, values))) for name, *values in cells)
