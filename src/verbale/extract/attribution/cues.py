"""The words that introduce what somebody said, believes or intends, by class and by the frames that hold content."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from verbale.extract.reference.words import actor_words

CueClass = Literal["speech", "belief", "intention", "evidence", "manner", "topic"]
_CLASSES = ("speech", "belief", "intention", "evidence", "manner", "topic")


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of `extract/data/cues_*`: for each lemma its frames, and for each frame the class it has there.

    `phrases` are the words before and after the source in phrases such as "in … view", with their class.
    """

    verbs: dict[str, dict[str, CueClass]]
    nouns: dict[str, dict[str, CueClass]]
    adjectives: dict[str, dict[str, CueClass]]
    phrases: tuple[tuple[tuple[str, ...], tuple[str, ...], CueClass], ...]
    adverbs: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    partitives: frozenset[str]
    targets: frozenset[str]
    labels: frozenset[str]
    media: frozenset[str]
    platforms: frozenset[str]
    venues: frozenset[str]
    venue_prepositions: frozenset[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The lists that come with the package. Raises ValueError where a line is not as its file's head says."""
    nouns = tomllib.loads(_read("source_nouns.toml"))
    venues = tomllib.loads(_read("venues.toml"))
    return Cues(
        verbs=_frames("cues_verbs.tsv"),
        nouns=_frames("cues_nouns.tsv"),
        adjectives=_frames("cues_adjectives.tsv"),
        phrases=tuple(_phrases("cues_prepositions.tsv")),
        adverbs=frozenset(line[0] for line in _lines("cues_adverbs.txt")),
        documents=frozenset(nouns["documents"].split()),
        people=frozenset(nouns["people"].split()) | _actors(),
        partitives=frozenset(nouns["partitives"].split()),
        targets=frozenset(nouns["targets"].split()),
        labels=frozenset(nouns["labels"].split()),
        media=frozenset(venues["media"].split()),
        platforms=frozenset(venues["platforms"].split()),
        venues=frozenset(venues["nouns"].split()),
        venue_prepositions=frozenset(venues["prepositions"].split()),
    )


def _actors() -> frozenset[str]:
    """The nouns of people and bodies by which actors are found."""
    words = actor_words()
    return frozenset(words.roles) | {noun for noun, sort in words.bodies.items() if sort != "document"}


def _read(name: str) -> str:
    return files("verbale.extract").joinpath("data", name).read_text(encoding="utf-8")


def _lines(name: str) -> Iterator[list[str]]:
    for line in _read(name).splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def _class(word: str, name: str) -> CueClass:
    if word not in _CLASSES:
        raise ValueError(f"{name}: {word!r} is no class of cues")
    return cast(CueClass, word)


def _frames(name: str) -> dict[str, dict[str, CueClass]]:
    """Lemma → frame → class; where two lines name the same frame of a lemma, the first holds."""
    found: dict[str, dict[str, CueClass]] = {}
    for word, frames, lemmas in _lines(name):
        for lemma in lemmas.split():
            for frame in frames.split():
                found.setdefault(lemma, {}).setdefault(frame, _class(word, name))
    return found


def _phrases(name: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], CueClass]]:
    for word, phrase in _lines(name):
        before, _, after = phrase.partition("*")
        yield tuple(before.split()), tuple(after.split()), _class(word, name)
