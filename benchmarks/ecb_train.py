"""Learns the weights of `verbale.resolve.mentions` from ECB+, and says how good they are on topics not learned from.

    python benchmarks/ecb_train.py PATH [-o src/verbale/resolve/data/mention_weights.json]

First it learns on the training topics (1 to 35 without the customary development topics 2, 5, 12, 18, 21, 23, 34, 35),
prints scores on the development topics at several thresholds; then, with -o, on all of them, and writes the weights.
Topics 36 to 45, the test set, are refused. Same seed, same weights.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from ecb import Topic, load, scores
from ecb_corpus import topics_in
from verbale.resolve.mention_context import context_features
from verbale.resolve.mention_features import features, lemma
from verbale.resolve.mentions import Learned, Network, probabilities, same_events

DEVELOPMENT = ("2", "5", "12", "18", "21", "23", "34", "35")
THRESHOLD = 0.4  # in the middle of 0.3 to 0.5, which on the development topics are all within half a point
NETWORKS = 4  # seeds whose mean counts
FOLDS = 5  # the second look learns from first guesses at topics that these were not learned from
HIDDEN = (48, 24)
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 8, 512, 2e-3, 1e-4, 0.1
# Log odds of a pair of lemmas are kept for pairs seen as one event, or this often as two.
SEEN = 6


def _pairs(topic: Topic) -> dict[str, tuple[int, int]]:
    """How often each pair of lemmas is one event and how often two, within a topic."""
    docs, mentions, clusters = topic
    lemmas = [lemma(docs[m.doc][m.head]) for m in mentions]
    counts: dict[str, tuple[int, int]] = {}
    for i, one in enumerate(lemmas):
        for j in range(i):
            key = " ".join(sorted((one, lemmas[j])))
            same, other = counts.get(key, (0, 0))
            counts[key] = (same + int(clusters[i] == clusters[j]), other + int(clusters[i] != clusters[j]))
    return counts


def known_pairs(counts: Sequence[dict[str, tuple[int, int]]]) -> dict[str, float]:
    """Log odds of pairs of lemmas; a topic's say is bounded, so that one long story does not settle a pair."""
    same: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for topic in counts:
        for key, (one, two) in topic.items():
            same[key] += min(one, 6)
            other[key] += min(two, 12)
    odds = {
        key: max(-2.0, min(2.0, math.log((same[key] + 0.15) / (other[key] + 1.5)) - math.log(0.1)))
        for key in {*same, *other}
        if same[key] > 0 or other[key] >= SEEN
    }
    return {key: round(value, 2) for key, value in sorted(odds.items())}


def _values(topics: dict[str, Topic]) -> dict[str, np.ndarray]:
    """Features of every topic's pairs. A topic's pair odds come from the other topics, as they will for topics never
    seen."""
    counts = {name: _pairs(topic) for name, topic in topics.items()}
    return {
        name: features(docs, mentions, known_pairs([c for other, c in counts.items() if other != name]))
        for name, (docs, mentions, _) in topics.items()
    }


def _trained(topics: dict[str, Topic], values: dict[str, np.ndarray], count: int) -> tuple[Network, ...]:
    """Networks that tell from a pair's features whether it is one event, learned from `topics`."""
    pairs, labels, weights = [], [], []
    for name, (_, mentions, clusters) in topics.items():
        one, two = np.tril_indices(len(mentions), -1)
        pairs.append(values[name][one, two].astype(np.float32))
        labels.append(clusters[one] == clusters[two])
        weights.append(np.full(len(one), 1 / math.sqrt(len(mentions))))
    examples = np.concatenate(pairs), np.concatenate(labels).astype(float), np.concatenate(weights)
    return tuple(_network(*examples, seed) for seed in range(count))


def _network(values: np.ndarray, labels: np.ndarray, weights: np.ndarray, seed: int) -> Network:
    """One network, by Adam (Kingma and Ba 2015) with decaying rate, inputs dropped at random."""
    rng = np.random.default_rng(seed)
    mean, scale = values.mean(0), values.std(0) + 1e-3
    scaled = ((values - mean) / scale).astype(np.float32)
    sizes = (values.shape[1], *HIDDEN, 1)
    layers: list[np.ndarray] = []
    for before, after in pairwise(sizes):
        layers += [
            rng.normal(0, math.sqrt(2 / before), (before, after)).astype(np.float32),
            np.zeros(after, np.float32),
        ]
    layers[4] *= 0.3
    first, second = [np.zeros_like(x) for x in layers], [np.zeros_like(x) for x in layers]
    weights = (weights / weights.mean()).astype(np.float32)
    steps, step = EPOCHS * math.ceil(len(scaled) / BATCH), 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(scaled))
        for start in range(0, len(scaled), BATCH):
            batch = order[start : start + BATCH]
            inputs = scaled[batch] * (rng.random((len(batch), sizes[0]), dtype=np.float32) > DROPOUT)
            one = np.maximum(inputs @ layers[0] + layers[1], 0)
            two = np.maximum(one @ layers[2] + layers[3], 0)
            guess = 1 / (1 + np.exp(-(two @ layers[4] + layers[5])[:, 0]))
            last = (weights[batch] * (guess - labels[batch]) / len(batch)).astype(np.float32)[:, None]
            at_two = (last @ layers[4].T) * (two > 0)
            at_one = (at_two @ layers[2].T) * (one > 0)
            slopes = (inputs.T @ at_one, at_one.sum(0), one.T @ at_two, at_two.sum(0), two.T @ last, last.sum(0))
            step += 1
            rate = RATE * (1 - step / (steps + 1))
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                change = first[i] / (1 - 0.9**step) / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
                layers[i] -= rate * (change + (100 * DECAY * layers[i] if layers[i].ndim == 2 else 0))
    return Network(mean, scale, tuple(layer.astype(float) for layer in layers))


def learn(topics: dict[str, Topic]) -> Learned:
    """What these topics teach."""
    values = _values(topics)
    first = _trained(topics, values, NETWORKS)
    looked: dict[str, np.ndarray] = {}
    names = list(topics)
    for fold in (names[i::FOLDS] for i in range(FOLDS)):
        others = _trained({name: topics[name] for name in names if name not in fold}, values, NETWORKS)
        for name in fold:
            docs, mentions, _ = topics[name]
            context = context_features(docs, mentions, probabilities(values[name], others))
            looked[name] = np.concatenate((values[name], context), axis=-1)
    second = _trained(topics, looked, NETWORKS)
    return Learned(first, second, known_pairs([_pairs(topic) for topic in topics.values()]), THRESHOLD)


def written(model: Learned) -> str:
    """The weights as they ship, rounded to what matters."""

    def plain(array: np.ndarray) -> object:
        return np.round(array, 3).tolist()

    source = "Learned from ECB+ (A. Cybulska and P. Vossen, 2014, CC-BY 3.0), topics 1-35, by benchmarks/ecb_train.py"

    def listed(networks: Sequence[Network]) -> list[dict[str, object]]:
        return [
            {"mean": plain(n.mean), "scale": plain(n.scale), "layers": [plain(x) for x in n.layers]} for n in networks
        ]

    data = {
        "source": source,
        "threshold": model.threshold,
        "first": listed(model.first),
        "second": listed(model.second),
        "pairs": dict(model.pairs),
    }
    return json.dumps(data, separators=(",", ":")).replace('],"', '],\n"').replace("]],", "]],\n") + "\n"


def main() -> None:
    """Learn, print scores, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    path = arguments.path
    names = [n for n in topics_in(path / "ECB+" if (path / "ECB+").is_dir() else path) if int(n) <= 35]
    topics = load(path, names)
    held = defaultdict(dict)
    for name, topic in topics.items():
        held[name in DEVELOPMENT][name] = topic
    model = learn(held[False])
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5):
        at = replace(model, threshold=threshold)
        figures = scores(held[True], lambda docs, mentions, at=at: same_events(docs, mentions, at))
        print(threshold, {name: round(value, 2) for name, value in figures.items()})
    if arguments.output:
        arguments.output.write_text(written(learn(topics)), encoding="utf-8")


if __name__ == "__main__":
    main()
