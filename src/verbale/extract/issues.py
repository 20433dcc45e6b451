"""What an act or statement is about: the case file's issues, then those of a general list (`data/issues.yaml`)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

import yaml

from verbale.language.parse import Span as DocSpan
from verbale.language.parse import Token
from verbale.world import Case, World

# First word of a phrase → (the phrase's words, the issue's name, its rank in the list).
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]]


@lru_cache(maxsize=8)
def _phrases(case: Case | None) -> Phrases:
    listed: list[tuple[str, list[str]]] = []
    if case is not None:
        listed += [(issue.name, [issue.name, *issue.words]) for issue in case.issues]
    text = resources.files("verbale.extract").joinpath("data/issues.yaml").read_text(encoding="utf-8")
    listed += list(yaml.safe_load(text).items())
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for rank, (name, words) in enumerate(listed):
        for word in words:
            parts = tuple(_split(str(word).lower()))
            found.setdefault(parts[0], []).append((parts, name, rank))
    return {first: tuple(entries) for first, entries in found.items()}


def _split(phrase: str) -> Iterator[str]:
    """Words of a phrase, hyphens and possessive marks parted as the tokeniser parts them."""
    yield from phrase.replace("-", " - ").replace("'s", " 's").split()


def _forms(token: Token) -> tuple[str, str]:
    """The word as printed and its lemma; only one of them for a verb that may look like a listed noun ("Peru remains a
    member", "a pact that guarantees …") or like a listed verb ("internationally recognised experts")."""
    form, lemma = token.lower_, token.lemma_.lower()
    if token.tag_ == "VBZ":
        return lemma, lemma
    return (form, form) if token.tag_ in {"VBN", "VBD"} and token.dep_ == "amod" else (form, lemma)


def issues_of(words: DocSpan, world: World) -> tuple[str, ...]:
    """Names of the issues that `words` touch, in order of the list: the case file's first, then the general ones.

    A phrase matches where each of its words equals the lower-case form or the lemma of the token in its place.
    """
    phrases = _phrases(world.case)
    found: dict[str, int] = {}
    forms = [_forms(token) for token in words]
    for position, (form, lemma) in enumerate(forms):
        for key in (form,) if form == lemma else (form, lemma):
            for parts, name, rank in phrases.get(key, ()):
                tail = forms[position : position + len(parts)]
                if len(tail) == len(parts) and all(part in pair for part, pair in zip(parts, tail, strict=True)):
                    found[name] = rank
    return tuple(sorted(found, key=found.__getitem__))
