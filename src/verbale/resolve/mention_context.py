"""A second look at pairs of mentions: whether what stands around two mentions tells of the same events too.

A first guess for every pair says how well others fit: whether a better partner stands in the other report, whether the
two have the same partners elsewhere, whether the rest of their sentences and reports go together.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from verbale.resolve.mention_features import EventMention, Matrix

CONTEXT_FEATURES = (
    "first guess, log odds",
    "first guess",
    "lead over rivals in the report, greater",
    "lead over rivals in the report, lesser",
    "same partners",
    "shared partners",
    "rest of the sentences",
    "rest of the reports",
    "fewer partners",
    "more partners",
)


def context_features(docs: Sequence[Doc], mentions: Sequence[EventMention], guess: Matrix) -> NDArray[np.float64]:
    """Features of every pair from the first guess, mentions x mentions x CONTEXT_FEATURES."""
    guess = guess.copy()
    np.fill_diagonal(guess, 0)
    documents = np.array([m.doc for m in mentions])
    starts = [docs[m.doc][m.head].sent.start for m in mentions]
    lead = guess - _rivals(guess, documents)
    partners = guess.sum(1)
    shared = (guess @ guess) / np.maximum(np.minimum(partners[:, None], partners), 0.5)
    clipped = np.clip(guess, 1e-3, 1 - 1e-3)
    layers = (
        np.log(clipped / (1 - clipped)),
        guess,
        np.maximum(lead, lead.T),
        np.minimum(lead, lead.T),
        _same_partners(guess),
        shared,
        _rest_of_sentences(guess, list(zip(documents.tolist(), starts, strict=True))),
        _rest_of_reports(guess, documents),
        np.minimum(partners[:, None], partners),
        np.maximum(partners[:, None], partners),
    )
    return np.stack(layers, axis=-1)


def _rivals(guess: Matrix, documents: NDArray[np.int64]) -> Matrix:
    """For each pair (i, j) the best guess of i with any mention of j's report but j."""
    rivals = np.zeros_like(guess)
    for document in np.unique(documents):
        columns = np.flatnonzero(documents == document)
        for at, column in enumerate(columns):
            others = np.delete(columns, at)
            if len(others):
                rivals[:, column] = guess[:, others].max(1)
    return rivals


def _same_partners(guess: Matrix) -> Matrix:
    rows = guess.copy()
    np.fill_diagonal(rows, 1)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    cosines: Matrix = rows @ rows.T
    return cosines


def _rest_of_sentences(guess: Matrix, sentences: Sequence[tuple[int, int]]) -> Matrix:
    """For each pair the best guess of any other two mentions of their sentences; 0 where one stands alone."""
    members: dict[tuple[int, int], list[int]] = {}
    for i, sentence in enumerate(sentences):
        members.setdefault(sentence, []).append(i)
    several = [np.array(m) for m in members.values() if len(m) > 1]
    best = np.zeros_like(guess)
    for one, other in product(several, several):
        block = guess[np.ix_(one, other)]
        for x, y in np.ndindex(block.shape):
            best[one[x], other[y]] = np.delete(np.delete(block, x, 0), y, 1).max()
    return best


def _rest_of_reports(guess: Matrix, documents: NDArray[np.int64]) -> Matrix:
    """How well, in the mean, each mention of either report finds a partner in the other."""
    places = {document: np.flatnonzero(documents == document) for document in np.unique(documents)}
    result = np.zeros_like(guess)
    for one, other in product(places.values(), places.values()):
        block = guess[np.ix_(one, other)]
        result[np.ix_(one, other)] = (block.max(1).mean() + block.max(0).mean()) / 2
    return result
