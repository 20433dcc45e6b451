"""Answers in free words, for asks that no rule has answered: a fitted model weighs the clauses after each.

The model is log-linear over pairs of a clause and an answer, with "left open" as one more: each sign of a clause
(`signs`) has a weight for each of the three answers, each sign of the ask one for leaving it open. What an answer is
given by is the clause that makes it likeliest. The weights are in `data/answer_weights.tsv`, fitted by
`benchmarks/answers_train.py`; docs/decisions/ledger.md tells on what, and how well they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.replies import Reply, evidence_of
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.nearby import clauses_near, who_does
from verbale.extract.asking.signs import Signs
from verbale.language.parse import Token
from verbale.model import Answered

# The answers in the order of their weights.
ANSWERS: tuple[Answered, ...] = ("accepted", "refused", "partial")
# An answer is given from this probability on: of those given on sets left out of the fit three in four were right.
SURE = 0.6
_BY = frozenset({"asked", "party"})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign of a clause weighs for each of ANSWERS, and each sign of an ask for leaving it open."""

    clause: Mapping[str, tuple[float, ...]]
    ask: Mapping[str, float]

    def chances(self, ask: Iterable[str], clauses: Sequence[Iterable[str]]) -> list[list[float]]:
        """The probability of each of ANSWERS by each clause; what is left to 1 is that of leaving the ask open."""
        nothing = (0.0,) * len(ANSWERS)
        scores = [
            [fsum(row) for row in zip(*(self.clause.get(sign, nothing) for sign in signs), strict=True)]
            for signs in clauses
        ]
        left_open = fsum(self.ask.get(sign, 0.0) for sign in ask)
        top = max([left_open, *(score for row in scores for score in row)])
        shares = [[exp(score - top) for score in row] for row in scores]
        whole = exp(left_open - top) + fsum(share for row in shares for share in row)
        return [[share / whole for share in row] for row in shares]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights of `data/answer_weights.tsv`."""
    clause: dict[str, tuple[float, ...]] = {}
    ask: dict[str, float] = {}
    lines = files("verbale.extract").joinpath("data/answer_weights.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            sign, *numbers = line.split("\t")
            if len(numbers) == 1:
                ask[sign] = float(numbers[0])
            else:
                clause[sign] = tuple(map(float, numbers))
    return Weights(clause, ask)


def by_weights(book: Book, voices: Voices) -> None:
    """Enter the likeliest answer for each ask that is still open, where it is likely enough, in a report on talks: in
    others what follows an ask is hardly ever its answer."""
    if not book.scene.is_on_talks:
        return
    signs = Signs(book, voices)
    told = [(ask, found) for ask in open_asks(book) if (found := _likeliest(book, signs, ask)) is not None]
    for ask, (answer, head) in told:
        if ask.act.id not in book.answers:
            subjects = verb_clause(head).subjects if head.pos_ in {"VERB", "AUX"} else []
            who = who_does(book, voices, ask, subjects)
            if who != "third":  # neither those asked nor whoever asked: they answer for nobody
                by = book.scene.actors_of_all(subjects) if who in _BY else ()
                reply = Reply(answer, head, by, evidence_of(book.scene, head))
                book.record(book.acts[ask.act.id], reply, "answer:weighed")


def open_asks(book: Book) -> list[Ask]:
    """The asks that have no answer, but for those of which nothing is told or that were not made."""
    acts = [(ask, book.acts[ask.act.id]) for ask in book.asks()]
    return [ask for ask, act in acts if act.id not in book.answers and act.status != "denied" and act.subject]


def _likeliest(book: Book, signs: Signs, ask: Ask) -> tuple[Answered, Token] | None:
    clauses = list(clauses_near(book, ask, frozenset(book.replied)))
    if not clauses:
        return None
    rows = weights().chances(signs.of_ask(ask), [signs.of_clause(ask, one) for one in clauses])
    sums = [fsum(row[at] for row in rows) for at in range(len(ANSWERS))]
    at = max(range(len(ANSWERS)), key=sums.__getitem__)
    if sums[at] < SURE:
        return None
    return ANSWERS[at], clauses[max(range(len(rows)), key=lambda number: rows[number][at])].head
