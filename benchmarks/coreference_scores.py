"""Scores of clusterings, as the CoNLL 2012 shared task has them: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin
1998), CEAF-e (Luo 2005, phi4) and their mean; singletons count. Both clusterings hold the same mentions."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Sequence

import numpy as np

Clusters = Sequence[Collection[Hashable]]


def _of(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(clusters: Clusters, other: dict[Hashable, int]) -> float:
    """Share of the links that `clusters` needs which the other clustering has too."""
    links = sum(len(c) - 1 for c in clusters)
    kept = sum(len(c) - len({other[m] for m in c}) for c in clusters)
    return kept / links if links else 0.0


def muc(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 by links."""
    recall, precision = _muc(gold, _of(found)), _muc(found, _of(gold))
    return precision, recall, f1(precision, recall)


def _b_cubed(clusters: Clusters, other: dict[Hashable, int]) -> float:
    shared = sum(sum(n * n for n in Counter(other[m] for m in c).values()) / len(c) for c in clusters)
    return shared / sum(map(len, clusters))


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 by mentions."""
    recall, precision = _b_cubed(gold, _of(found)), _b_cubed(found, _of(gold))
    return precision, recall, f1(precision, recall)


def _assignment(scores: np.ndarray) -> float:
    """The greatest sum of scores with no row or column used twice (the Hungarian method by shortest paths)."""
    cost = -(scores if scores.shape[0] <= scores.shape[1] else scores.T)
    rows, columns = cost.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    match = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        used = np.zeros(columns + 1, dtype=bool)
        before = np.zeros(columns + 1, dtype=int)
        while True:
            used[column] = True
            reduced = cost[match[column] - 1] - u[match[column]] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            before[1:][better] = column
            nearest = np.where(used, np.inf, least)
            nearest[0] = np.inf
            following = int(nearest.argmin())
            delta = nearest[following]
            u[match[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            column = following
            if match[column] == 0:
                break
        while column:
            match[column] = match[before[column]]
            column = before[column]
    return float(sum(-cost[match[c] - 1, c - 1] for c in range(1, columns + 1) if match[c]))


def ceaf_e(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 by clusters under the best one-to-one alignment, part by connected part."""
    of_found = _of(found)
    shared: Counter[tuple[int, int]] = Counter()
    for i, cluster in enumerate(gold):
        for mention in cluster:
            shared[i, of_found[mention]] += 1
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.get(node, node) != node:
            node = parent[node]
        return node

    for i, j in shared:
        parent[root(("gold", i))] = root(("found", j))
    parts: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for i, j in shared:
        parts[root(("gold", i))].append((i, j))
    total = 0.0
    for pairs in parts.values():
        left, right = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
        scores = np.zeros((len(left), len(right)))
        for i, j in pairs:
            scores[left.index(i), right.index(j)] = 2 * shared[i, j] / (len(gold[i]) + len(found[j]))
        total += _assignment(scores)
    precision, recall = total / len(found), total / len(gold)
    return precision, recall, f1(precision, recall)


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """F1 by each measure, and their mean as "CoNLL", in per cent."""
    scores = {"MUC": muc(gold, found)[2], "B3": b_cubed(gold, found)[2], "CEAFe": ceaf_e(gold, found)[2]}
    scores["CoNLL"] = sum(scores.values()) / 3
    return {name: 100 * value for name, value in scores.items()}
