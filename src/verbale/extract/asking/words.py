"""The words of `data/asks.toml`: what stands for an ask, and the deeds by which one is done."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from verbale.extract.acting.conditions import lemma
from verbale.language.parse import Token

# Tables of the file of which each list has a name of its own here.
_PARTS = ("giving", "verdict", "otherwise", "none", "duties", "conditions", "comings")


@dataclass(frozen=True, slots=True)
class AskWords:
    """Lemmas by their use; the data file says what each list is for."""

    asking_whom: frozenset[str]
    motions: frozenset[str]
    back: frozenset[str]
    nouns: frozenset[str]
    press: frozenset[str]
    order: dict[str, int]
    deeds: dict[str, frozenset[str]]
    undoing: dict[str, frozenset[str]]
    giving: frozenset[str]
    bodies: frozenset[str]
    getting: frozenset[str]
    begun: frozenset[str]
    promised: frozenset[str]
    refused: frozenset[str]
    calling: frozenset[str]
    verdicts: frozenset[str]
    unwilling: frozenset[str]
    cover: frozenset[str]
    marches: frozenset[str]
    turning_away: frozenset[str]
    shares: frozenset[str]
    powers: frozenset[str]
    relenting: frozenset[str]
    offering: frozenset[str]
    wanting_things: frozenset[str]
    publics: frozenset[str]
    inner: frozenset[str]
    courts: frozenset[str]
    forces: frozenset[str]
    ordering: frozenset[str]
    media: frozenset[str]
    standings: frozenset[str]
    backing: frozenset[str]
    hoped: frozenset[str]
    charges: frozenset[str]
    telling: frozenset[str]
    states: frozenset[str]
    dealing: frozenset[str]
    settling: frozenset[str]
    saying: frozenset[str]
    passing_on: frozenset[str]
    putting_off: frozenset[str]
    coming: frozenset[str]
    moving: frozenset[str]
    attending: frozenset[str]
    staying_away: frozenset[str]
    happening: frozenset[str]
    letting: frozenset[str]
    holding: frozenset[str]

    def deeds_of(self, words: frozenset[str]) -> frozenset[str]:
        """Names of the deeds that one of `words` tells of."""
        return frozenset(name for name, told in self.deeds.items() if told & words)


@lru_cache(maxsize=1)
def ask_words() -> AskWords:
    raw = tomllib.loads(files("verbale.extract").joinpath("data/asks.toml").read_text(encoding="utf-8"))
    lists = {name: words for name, words in raw.items() if isinstance(words, str)}
    for part in _PARTS:
        lists |= raw[part]
    return AskWords(
        order=raw["order"],
        deeds={name: frozenset(words.split()) for name, words in raw["deeds"].items()},
        undoing={name: frozenset(words.split()) for name, words in raw["undoing"].items()},
        **{name: frozenset(words.split()) for name, words in lists.items()},
    )


def keys_of(word: Token) -> frozenset[str]:
    """The lemma of `word`, or with its particle or adverb joined on where it has one ("hand_over")."""
    name = lemma(word)
    joined = {f"{name}_{child.lower_}" for child in word.children if child.dep_ in {"prt", "advmod"}}
    joined |= {f"{name}_{child.lower_}" for child in word.children if child.dep_ == "prep" and child.lower_ == "out"}
    return frozenset({name} | joined)
