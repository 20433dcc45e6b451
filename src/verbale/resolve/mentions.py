"""Do two mentions of events, in any two reports, tell of one event? A small learned score over their wording.

Used where all there is to go by is the mention and the text around it. A pair is described by how far heads, arguments,
sentences and documents agree (`mention_features`); small networks over these give a first guess. A second look adds how
well what stands around the two goes together by that guess (`mention_context`), and gives the probability that counts.
Average-link clustering puts mentions together while the mean probability of their pairs reaches a threshold. The
weights were learned from ECB+ (Cybulska and Vossen 2014, CC-BY 3.0), topics 1 to 35, by benchmarks/ecb_train.py; see
docs/decisions/merging.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from verbale.resolve.mention_context import context_features
from verbale.resolve.mention_features import EventMention, Matrix, features


@dataclass(frozen=True, slots=True)
class Network:
    """A perceptron with two hidden layers (rectified) over scaled features; `layers` are weights and biases in turn."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    layers: tuple[NDArray[np.float64], ...]

    def __call__(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability that each pair of mentions tells of one event."""
        first, first_bias, second, second_bias, last, last_bias = self.layers
        hidden = np.maximum(((values - self.mean) / self.scale) @ first + first_bias, 0)
        hidden = np.maximum(hidden @ second + second_bias, 0)
        result: NDArray[np.float64] = 1 / (1 + np.exp(-(hidden @ last + last_bias)[..., 0]))
        return result


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: networks for the first guess and for the second look, whose mean counts; log odds of pairs of
    lemmas; the threshold of clustering."""

    first: tuple[Network, ...]
    second: tuple[Network, ...]
    pairs: Mapping[str, float]
    threshold: float


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The weights that come with the package."""
    data = json.loads((files("verbale.resolve") / "data" / "mention_weights.json").read_text("utf-8"))

    def networks(name: str) -> tuple[Network, ...]:
        return tuple(
            Network(np.array(n["mean"]), np.array(n["scale"]), tuple(np.array(layer) for layer in n["layers"]))
            for n in data[name]
        )

    return Learned(networks("first"), networks("second"), data["pairs"], float(data["threshold"]))


def probabilities(values: NDArray[np.float64], networks: Sequence[Network]) -> NDArray[np.float64]:
    """The mean of the networks, the same for both orders of a pair. `values` are `features`."""
    mean = np.mean([network(values) for network in networks], axis=0)
    both: NDArray[np.float64] = (mean + mean.T) / 2
    return both


def average_link(similar: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Clusters of indices: the two with the greatest mean similarity become one while it reaches `threshold`.

    Ties go to the smaller indices, so that the result does not depend on order.
    """
    count = len(similar)
    total = similar.astype(float).copy()
    np.fill_diagonal(total, -np.inf)
    sizes = np.ones(count)
    members: list[list[int] | None] = [[i] for i in range(count)]
    while count > 1:
        mean = total / sizes[:, None] / sizes
        best = int(mean.argmax())
        i, j = divmod(best, count)
        if mean[i, j] < threshold:
            break
        i, j = min(i, j), max(i, j)
        total[i] += total[j]
        total[:, i] += total[:, j]
        total[i, i] = -np.inf
        total[j], total[:, j] = -np.inf, -np.inf
        sizes[i] += sizes[j]
        members[i] = (members[i] or []) + (members[j] or [])
        members[j] = None
    return [sorted(m) for m in members if m]


def same_events(docs: Sequence[Doc], mentions: Sequence[EventMention], model: Learned | None = None) -> list[list[int]]:
    """Indices of `mentions` that tell of one event, as clusters; `model` by default what comes with the package."""
    if not mentions:
        return []
    model = model or learned()
    values = features(docs, mentions, model.pairs)
    guess = probabilities(values, model.first)
    return average_link(second_look(docs, mentions, values, guess, model.second), model.threshold)


def second_look(
    docs: Sequence[Doc],
    mentions: Sequence[EventMention],
    values: NDArray[np.float64],
    guess: Matrix,
    networks: Sequence[Network],
) -> Matrix:
    """Probabilities of all pairs from their own features and the first guess for all others."""
    return probabilities(np.concatenate((values, context_features(docs, mentions, guess)), axis=-1), networks)
