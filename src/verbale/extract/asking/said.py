"""The clauses in which somebody speaks: what is said in them, and how its verb stands."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from verbale.language.parse import Token


@lru_cache(maxsize=1)
def spoken_words() -> dict[str, frozenset[str]]:
    """The lists of `data/spoken.toml`, which says what each is for."""
    raw = tomllib.loads(files("verbale.extract").joinpath("data/spoken.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


def said_by(verb: Token) -> Iterator[Token]:
    """The verb, and those of the clauses that it governs."""
    yield verb
    for child in verb.rights:
        that = child.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts)
        if child.dep_ in {"ccomp", "xcomp"} or that:
            yield from said_by(child)
            yield from (other for other in child.rights if other.dep_ == "conj" and other.pos_ in {"VERB", "AUX"})
    yield from (child for child in verb.lefts if child.dep_ == "ccomp")  # "The time had not come, he said"


def predicates_of(verb: Token) -> list[Token]:
    """What is said of the subject of `verb`."""
    return [child for child in verb.children if child.dep_ in {"acomp", "attr", "oprd", "advmod"}]


def is_negated(verb: Token) -> bool:
    """True where "not" stands with `verb`."""
    return any(child.dep_ == "neg" for child in verb.children)
