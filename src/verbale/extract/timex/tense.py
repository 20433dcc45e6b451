"""Whether what an expression of time dates lies behind or ahead: the tense of the verb that governs it."""

from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from verbale.extract.timex.lexicon import load

Tense = Literal["past", "future", ""]
_MAX_CLIMB = 16
_FUTURE_AUX = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "'d", "may", "might", "could", "should", "must", "can"}
)
_UNTIL = frozenset({"by", "until", "till"})


@lru_cache(maxsize=1)
def _ahead() -> frozenset[str]:
    return frozenset(load().text("ahead", "words").split())


def tense_around(expression: Span) -> Tense:
    """Past, future, or "" where the sentence does not say."""
    token = expression.root
    preposition = token.head.lower_ if token.dep_ == "pobj" else ""
    verb = governing_verb(token)
    tense = tense_of(verb) if verb is not None else ""
    if preposition in _UNTIL and tense != "past":
        return "future"
    return tense


def governing_verb(token: Token) -> Token | None:
    """The verb (or adjective such as "due") of the clause in which `token` stands."""
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head is token:
            return token if token.pos_ in {"VERB", "AUX"} else None
        token = head
        if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and token.lemma_ in _ahead()):
            return token
    return None


def tense_of(verb: Token) -> Tense:
    """By the verb's form, its auxiliaries, and for an infinitive or participle the verb above it."""
    for _ in range(_MAX_CLIMB):
        auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
        if auxiliaries & _FUTURE_AUX:
            return (
                "past"
                if auxiliaries & {"could", "would", "should", "might", "may"} and "have" in auxiliaries
                else "future"
            )
        if verb.pos_ == "ADJ":
            return "future"
        above = verb.head
        if "to" in auxiliaries:
            if above is verb:
                return "future"
            if above.lemma_ in _ahead() or above.pos_ in {"NOUN", "ADJ", "PROPN"}:
                return "future"
            verb = above
            continue
        if verb.tag_ == "VBN" and verb.lemma_ in _ahead() and not auxiliaries & {"had", "has", "have", "'ve", "’ve"}:
            return "future" if verb.lemma_ in {"schedule", "set", "expect", "plan", "slate", "book", "fix"} else "past"
        if verb.tag_ == "VBD" or auxiliaries & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "been"}:
            return "past"
        if auxiliaries & {"is", "are", "'s", "'re", "’s", "’re", "am", "be"}:
            return "future" if verb.tag_ == "VBG" else "past" if verb.tag_ == "VBN" else ""
        if verb.tag_ in {"VBZ", "VBP"}:
            return "future" if verb.lemma_ not in load().text("telling", "words").split() else "past"
        if verb.tag_ in {"VBG", "VBN", "VB"} and above is not verb and verb.dep_ not in {"ROOT"}:
            if verb.tag_ == "VBN" and verb.dep_ == "acl":
                return "past"
            climbed = governing_verb(verb)
            if climbed is None or climbed is verb:
                return ""
            verb = climbed
            continue
        return ""
    return ""
