"""The learned score over wordings, and the clustering on top of it."""

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coreference_scores import _assignment, b_cubed, ceaf_e, conll, muc
from verbale.resolve.mentions import FEATURES, average_link, learned, probabilities


def test_average_link_joins_by_the_mean_and_ignores_order():
    similar = np.array([[1, 0.9, 0.2, 0.1], [0.9, 1, 0.6, 0.1], [0.2, 0.6, 1, 0.1], [0.1, 0.1, 0.1, 1]])
    assert average_link(similar, 0.5) == [[0, 1], [2], [3]]
    assert average_link(similar, 0.4) == [[0, 1, 2], [3]]
    order = [3, 1, 0, 2]
    turned = average_link(similar[np.ix_(order, order)], 0.4)
    assert sorted(sorted(order[i] for i in group) for group in turned) == [[0, 1, 2], [3]]


def test_what_was_learned_fits_the_features_and_prefers_one_wording():
    model = learned()
    assert all(len(n.mean) == len(FEATURES) == n.layers[0].shape[0] for n in model.networks)
    alike = {"same lemma": 1, "same stem": 1, "lemma in the other's text": 1, "head vector": 1, "mention words": 1}
    near = {"arguments": 0.8, "sentence": 0.6, "sentences around": 0.6, "document": 0.7, "sentence vector": 0.9}
    one = np.array([(alike | near).get(name, 0.0) for name in FEATURES])
    other = np.array([{"head vector": 0.2}.get(name, 0.0) for name in FEATURES])
    values = np.stack([[one, one], [one, other]])[[0, 1]]
    values[0, 1] = values[1, 0] = one
    high = probabilities(values, model.networks)[0, 1]
    values[0, 1] = values[1, 0] = other
    low = probabilities(values, model.networks)[0, 1]
    assert high > 0.8 > 0.1 > low


# The worked example of Luo (2005): gold {1-5} {6,7} {8-C}; system (a) {1-5} {6-C}.
GOLD = [list("12345"), list("67"), list("89ABC")]


def test_scores_are_those_of_a_worked_example():
    found = [list("12345"), list("6789ABC")]
    assert muc(GOLD, found)[2] == pytest.approx(2 * 0.9 / 1.9)
    precision, recall, _ = b_cubed(GOLD, found)
    assert (precision, recall) == (pytest.approx((5 + (4 + 25) / 7) / 12), 1.0)
    aligned = 1 + 2 * 5 / 12
    assert ceaf_e(GOLD, found)[:2] == (pytest.approx(aligned / 2), pytest.approx(aligned / 3))
    assert conll(GOLD, GOLD)["CoNLL"] == pytest.approx(100)


def test_the_best_alignment_is_found():
    rng = np.random.default_rng(3)
    for rows, columns in ((3, 5), (5, 3), (4, 4), (1, 6)):
        scores = rng.random((rows, columns))
        wide = scores if rows <= columns else scores.T
        best = max(sum(wide[i, c] for i, c in enumerate(p)) for p in permutations(range(wide.shape[1]), wide.shape[0]))
        assert _assignment(scores) == pytest.approx(best)
