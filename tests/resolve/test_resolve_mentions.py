"""The learned score over wordings, and the clustering on top of it."""

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coreference_scores import _assignment, b_cubed, ceaf_e, conll, muc
from verbale.resolve.mention_context import CONTEXT_FEATURES, context_features
from verbale.resolve.mention_features import FEATURES, EventMention, cophenetic
from verbale.resolve.mentions import average_link, learned, probabilities


def test_average_link_joins_by_the_mean_and_ignores_order():
    similar = np.array([[1, 0.9, 0.2, 0.1], [0.9, 1, 0.6, 0.1], [0.2, 0.6, 1, 0.1], [0.1, 0.1, 0.1, 1]])
    assert average_link(similar, 0.5) == [[0, 1], [2], [3]]
    assert average_link(similar, 0.4) == [[0, 1, 2], [3]]
    order = [3, 1, 0, 2]
    turned = average_link(similar[np.ix_(order, order)], 0.4)
    assert sorted(sorted(order[i] for i in group) for group in turned) == [[0, 1, 2], [3]]


def test_what_was_learned_fits_the_features_and_prefers_one_wording():
    model = learned()
    assert all(len(n.mean) == len(FEATURES) == n.layers[0].shape[0] for n in model.first)
    assert all(len(n.mean) == len(FEATURES) + len(CONTEXT_FEATURES) == n.layers[0].shape[0] for n in model.second)
    alike = {"same lemma": 1, "same stem": 1, "lemma in the other's text": 1, "head vector": 1, "mention words": 1}
    near = {"arguments": 0.8, "sentence": 0.6, "sentences around": 0.6, "document": 0.7, "sentence vector": 0.9}
    one = np.array([(alike | near).get(name, 0.0) for name in FEATURES])
    other = np.array([{"head vector": 0.2}.get(name, 0.0) for name in FEATURES])
    values = np.stack([[one, one], [one, other]])[[0, 1]]
    values[0, 1] = values[1, 0] = one
    high = probabilities(values, model.first)[0, 1]
    values[0, 1] = values[1, 0] = other
    low = probabilities(values, model.first)[0, 1]
    assert high > 0.8 > 0.1 > low


def test_the_second_look_sees_rivals_partners_and_the_rest_of_the_sentence():
    nlp = spacy.blank("en")
    docs = [Doc(nlp.vocab, words=["signed", "met"], sent_starts=[True, False]) for _ in range(2)]
    mentions = [EventMention(doc, (at,), at) for doc in (0, 1) for at in (0, 1)]
    guess = np.array([[1, 0, 0.9, 0.2], [0, 1, 0.1, 0.8], [0.9, 0.1, 1, 0], [0.2, 0.8, 0, 1]])
    found = context_features(docs, mentions, guess)
    seen = {name: found[..., i] for i, name in enumerate(CONTEXT_FEATURES)}
    # "signed" fits "signed" better than the other report's "met", and the rest of both sentences goes together.
    assert seen["lead over rivals in the report, lesser"][0, 2] == pytest.approx(0.9 - 0.2)
    assert seen["lead over rivals in the report, greater"][0, 3] == pytest.approx(0.2 - 0.8)
    assert seen["rest of the sentences"][0, 2] == pytest.approx(0.8)
    assert seen["rest of the reports"][0, 2] == pytest.approx((0.9 + 0.8) / 2)
    assert np.allclose(found, found.transpose(1, 0, 2))


def test_a_short_report_takes_part_in_its_story():
    similar = np.array([[1, 0.6, 0.3, 0.0], [0.6, 1, 0.1, 0.0], [0.3, 0.1, 1, 0.0], [0.0, 0.0, 0.0, 1]])
    heights = cophenetic(similar)
    assert heights[0, 1] == pytest.approx(0.6)
    assert heights[1, 2] == heights[0, 2] == pytest.approx(0.2)
    assert heights[0, 3] == heights[2, 3] == pytest.approx(0.0)


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
