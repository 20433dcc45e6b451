"""The lexicon of acts: which words evoke which PLOVER type, under which conditions, with whom in which role.

The words stand in `extract/data/plover_*.tsv` and `plover_*.toml`; this module reads them, and fails loudly on a row
that it can't read, since a row skipped in silence would be a rule lost.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any, cast, get_args

from verbale.model import ActType

PARTS_OF_SPEECH = ("verb", "noun", "adjective")
_TABLES = {"verb": "plover_verbs.tsv", "noun": "plover_nouns.tsv", "adjective": "plover_adjectives.tsv"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a frame: what must hold of `slot`.

    `kind` is "has" (it is there), "words" (its head's lemma is in `value`), "is" (it names an actor of that kind) or
    "type" (its own act has that type); `negated` turns it round.
    """

    slot: str
    kind: str
    value: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """Where to look for a party: a slot's name, and how deep: "" itself, "deep" anywhere below."""

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word evokes: type, modes, noun to call it by, kind of ask, parties' slots, conditions.

    `sources` and `targets` are alternatives in order of preference, each a union of slots.
    """

    type: ActType
    modes: tuple[str, ...]
    what: str
    ask: str
    sources: tuple[tuple[Slot, ...], ...]
    targets: tuple[tuple[Slot, ...], ...]
    conditions: tuple[Condition, ...]
    row: int

    @property
    def weight(self) -> float:
        """How narrow the frame is: a condition on words or types tells more than one that something is there."""
        weights = {"words": 2.0, "type": 2.0, "is": 1.5, "has": 1.0}
        return sum(0.5 if condition.negated else weights[condition.kind] for condition in self.conditions)

    @property
    def consumes(self) -> bool:
        """True where the complement or object says what the act is about, rather than telling another act."""
        return self.type in {"REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SUPPORT", "SANCTION"}


# "prep:on|prep:near" are two conditions, either of which will do; "obj:=a|b" is one.
_ALTERNATIVE = re.compile(r"\|(?=(?:prep|prt|advmod|acomp|oprd|obj|subj)[:@])")

Lexicon = Mapping[str, tuple[Frame, ...]]


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, frozenset[str]]:
    """Classes of lemmas by name, from `plover_classes.toml`."""
    return {name: frozenset(words.split()) for name, words in _toml("plover_classes.toml").items()}


@lru_cache(maxsize=1)
def context_words() -> Mapping[str, frozenset[str]]:
    """Words around triggers as "table.key" → lemmas, from `plover_contexts.toml`."""
    return {
        f"{table}.{key}": frozenset(words.split())
        for table, keys in _toml("plover_contexts.toml").items()
        for key, words in keys.items()
    }


@lru_cache(maxsize=3)
def frames(part_of_speech: str) -> Lexicon:
    """Frames by lemma for "verb", "noun" or "adjective", the narrowest first.

    Raises ValueError, naming file and line, for a row that can't be read.
    """
    name = _TABLES[part_of_speech]
    found: dict[str, list[Frame]] = {}
    for number, line in enumerate(_text(name).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            for word, frame in _read_row(line, number):
                found.setdefault(word, []).append(frame)
        except (ValueError, KeyError) as error:
            raise ValueError(f"{name}:{number}: {error}") from error
    return {word: tuple(sorted(rows, key=lambda f: (-f.weight, f.row))) for word, rows in found.items()}


def _read_row(line: str, number: int) -> list[tuple[str, Frame]]:
    columns = line.split("\t")
    if len(columns) != 7:
        raise ValueError(f"{len(columns)} columns, not 7")
    type_, modes, what, ask, roles, conditions, words = columns
    if type_ not in get_args(ActType):
        raise ValueError(f"no PLOVER type {type_!r}")
    slots = dict(part.split("=", 1) for part in roles.split())
    alternatives = [_ALTERNATIVE.split(text) for text in conditions.split()] if conditions != "-" else []
    return [
        (
            word,
            Frame(
                type=cast(ActType, type_),
                modes=() if modes == "-" else tuple(modes.split(",")),
                what="" if what == "-" else what,
                ask="" if ask == "-" else ask,
                sources=_read_slots(slots.get("S", "")),
                targets=_read_slots(slots.get("T", "")),
                conditions=tuple(_read_condition(text) for text in chosen),
                row=number,
            ),
        )
        for chosen in product(*alternatives)
        for word in words.split()
    ]


def _read_slots(text: str) -> tuple[tuple[Slot, ...], ...]:
    unions = []
    for alternative in text.split("|") if text else ():
        union = tuple(_read_slot(part) for part in alternative.split("+") if not part.endswith(":no"))
        if union:
            unions.append(union)
    return tuple(unions)


def _read_slot(text: str) -> Slot:
    for mark in (":", "@"):
        name, found, how = text.partition(mark)
        if found:
            return Slot(name, how)
    return Slot(text, "")


def _read_condition(text: str) -> Condition:
    negated = text.startswith("!")
    text = text.removeprefix("!")
    if text.startswith("ctype:"):
        types = frozenset(text.removeprefix("ctype:").split("|"))
        if not types <= set(get_args(ActType)):
            raise ValueError(f"unknown type in {text!r}")
        return Condition("comp", "type", types, negated)
    body, at, kind = text.partition("@")
    if at:
        return Condition(body, "is", frozenset(kind.split("|")), negated)
    head, colon, rest = text.partition(":")
    if not colon:
        return Condition(text, "has", frozenset(), negated)
    if head in {"prep", "prt", "advmod", "acomp", "compound"}:
        return _read_prefixed(head, rest, negated)
    if head == "oprd":
        return Condition(head, "words", frozenset(rest.split("|")), negated)
    return Condition(head, "words", _words(rest), negated)


def _read_prefixed(head: str, rest: str, negated: bool) -> Condition:
    name, colon, value = rest.partition(":")
    if head != "prep":
        return Condition(head, "words", frozenset(rest.split("|")), negated)
    if colon:
        return Condition(f"prep:{name}", "words", _words(value), negated)
    return Condition(f"prep:{name}", "has", frozenset(), negated)


def _words(text: str) -> frozenset[str]:
    """ "=a|b" lists lemmas; "a|b" names classes, or lemmas where there is no such class."""
    if text.startswith("="):
        return frozenset(text[1:].split("|"))
    classes = word_classes()
    return frozenset().union(*(classes.get(part, frozenset({part})) for part in text.split("|")))


def _text(name: str) -> str:
    return files("verbale.extract").joinpath("data", name).read_text(encoding="utf-8")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))
