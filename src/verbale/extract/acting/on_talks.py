"""Whether talks are what a report is on, whoever holds them: states, unions and employers, boards and districts."""

from math import sqrt

from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.language.parse import Doc

# Measured on 650 newswire articles and 90 reports on negotiations: 88 of these reach both, and 17 of those, nearly all
# of them news of talks.
_MIN_VARIETY = 5
_MIN_DENSITY = 0.4
# In a report on talks, no more than so many of a thousand words are of sport, markets, culture or private life.
_MAX_FOREIGN = 25
_FOREIGN = ("guard.sport", "guard.market", "guard.culture", "guard.private")


def is_on_talks(doc: Doc) -> bool:
    """Many different words of bargaining for the report's length, and few of other fields.

    Variety tells more than number: a report on one contract says "agreement" ten times over, one on talks has demands,
    offers, refusals and sides too.
    """
    words = word_classes()["bargaining_word"]
    foreign = frozenset().union(*(context_words()[field] for field in _FOREIGN))
    lemmas = [token.lemma_.lower() for token in doc if token.text[:1].isalpha()]
    variety = len(words.intersection(lemmas))
    if variety < _MIN_VARIETY or variety < _MIN_DENSITY * sqrt(len(lemmas)):
        return False
    strange = sum(lemma in foreign for lemma in lemmas)
    return strange <= max(1, _MAX_FOREIGN * len(lemmas) / 1000)
