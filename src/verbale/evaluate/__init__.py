"""Precision, recall and F1 of every kind of finding against a gold file (docs/gold-format.md)."""

from verbale.evaluate.run import evaluate
from verbale.evaluate.score import Fault, Score, Scores

__all__ = ["Fault", "Score", "Scores", "evaluate"]
