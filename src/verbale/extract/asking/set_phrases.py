"""Answers told by a set phrase ("would have none of it", "got its way", "did not make it into the text"), from
`data/answer_phrases.tsv`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from verbale.extract.acting.conditions import lemma
from verbale.language.parse import Token
from verbale.model import Answered

# How many words may stand between two words of a phrase.
_GAP = 3
# Under these nothing is told as done, unless it is denied ("could not be moved").
_ONLY_THOUGHT = frozenset({"may", "might", "could", "should", "must", "can", "to"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase: whose it is, what it comes to, the words after its verb, and how the verb stands."""

    side: str
    answer: Answered
    rest: tuple[frozenset[str], ...]
    negated: bool
    passive: bool


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases by the lemma of their verb, the longest first."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    lines = files("verbale.extract").joinpath("data/answer_phrases.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            side, answer, text = line.split("\t")
            words = text.split()
            negated, passive = words[0] == "not", words[0] == "passive"
            verb, *rest = words[1:] if negated or passive else words
            after = tuple(frozenset(word.split("|")) for word in rest)
            found[verb].append(Phrase(side, cast(Answered, answer), after, negated, passive))
    return {verb: tuple(sorted(rows, key=lambda row: -len(row.rest))) for verb, rows in found.items()}


def told_by_phrase(verb: Token, side: str) -> Answered | None:
    """The answer of the set phrase that the clause of `verb` holds, seen from `side`: asked, asker or matter."""
    known = phrases().get(lemma(verb), ())
    if not known:
        return None
    negated = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.lefts)
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if not negated and any(child.dep_ == "aux" and child.lower_ in _ONLY_THOUGHT for child in verb.lefts):
        return None
    for phrase in known:
        if (phrase.side, phrase.negated, phrase.passive) == (side, negated, passive) and _follow(verb, phrase.rest):
            return phrase.answer
    return None


def _follow(verb: Token, rest: tuple[frozenset[str], ...]) -> bool:
    """True where the words of a phrase stand after `verb`, in order, in its sentence."""
    doc, at = verb.doc, verb.i
    last = verb.sent[-1].i + 1
    for words in rest:
        near = range(at + 1, min(at + 2 + _GAP, last))
        fits = (i for i in near if {doc[i].lower_, doc[i].lemma_} & words and not _is_of_next(doc[i]))
        found = next((i for i in fits if not _is_below(doc[i], at)), None)
        if found is None:
            return False
        at = found
    return True


def _is_below(word: Token, at: int) -> bool:
    """ "rejected criticism of the troops": that "the" belongs to what hangs below the object, not to the phrase."""
    return word.lower_ == "the" and word.i - 1 > at and word.nbor(-1).pos_ == "ADP"


def _is_of_next(word: Token) -> bool:
    """ "said no more", "had no women and children": that "no" is no answer."""
    after = word.nbor() if word.lower_ == "no" and word.i + 1 < len(word.doc) else None
    return after is not None and (after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or after.lower_ in {"more", "longer"})
