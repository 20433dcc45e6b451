"""Where the accounts of one act agree, add, leave out and contradict, aspect by aspect."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from verbale.model import Account, TimeValue
from verbale.resolve.names import levelled
from verbale.resolve.places import places
from verbale.resolve.words import stem, table
from verbale.world import load_world

# "agree": all who tell it tell the same; "add": some tell more, or more closely, than others, and nothing clashes.
Verdict = Literal["agree", "add", "contradict"]
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an aspect, as shown, and the accounts that give it."""

    value: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of an act: its versions, how they stand to each other, and accounts of reports that leave it out."""

    name: str
    verdict: Verdict
    versions: tuple[Version, ...]
    silent: tuple[Account, ...]


def _shown_time(time: TimeValue) -> str:
    return time.edtf


def _times_clash(a: TimeValue, b: TimeValue) -> bool:
    after = a.earliest and b.latest and a.earliest > b.latest
    return bool(after or (b.earliest and a.latest and b.earliest > a.latest))


def _places_clash(a: str, b: str) -> bool:
    """Two places, neither of which lies in the other, as far as the world data knows."""
    place_of = places(load_world())
    (one, in_one), (other, in_other) = place_of(a), place_of(b)
    return one != other and one != in_other and other != in_one


def amount(text: str) -> tuple[float, str] | None:
    """A printed number as its value and the stem of what it counts, None where it holds no number."""
    words = levelled(text).split()
    value: float | None = None
    for word in words:
        if word.isdigit():
            value = float(word)
        elif word in table("numerals"):
            number = float(table("numerals")[word])
            value = number if value is None else value * number if number >= 100 or word == "dozen" else value + number
    digits = _AMOUNT.search(text)
    if digits:
        plain = digits.group().replace(",", "")
        value = float(plain) if plain.count(".") < 2 else value
        for word in words:
            if table("numerals").get(word, "0") in ("100", "1000", "1000000", "1000000000") and value is not None:
                value *= float(table("numerals")[word])
    counted = [w for w in words if not w.isdigit() and w not in table("numerals") and w not in table("plain_words")]
    return (value, stem(counted[-1]) if counted else "") if value is not None else None


def _numbers_clash(a: str, b: str) -> bool:
    """Two amounts of one thing that are not the same."""
    one, other = amount(a), amount(b)
    return one is not None and other is not None and one[1] == other[1] != "" and one[0] != other[0]


def _never(a: object, b: object) -> bool:
    return False


def _always(a: object, b: object) -> bool:
    return a != b


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one aspect is read off an account, shown, and found to clash."""

    values: Callable[[Account], Sequence[object]]
    clash: Callable[[object, object], bool]
    show: Callable[[object], str] = str


def _one(value: object) -> tuple[object, ...]:
    return () if value is None else (value,)


_RULES: dict[str, _Rule] = {
    "when": _Rule(lambda a: _one(a.when), _times_clash, _shown_time),  # type: ignore[arg-type]
    "place": _Rule(lambda a: _one(a.place), _places_clash),  # type: ignore[arg-type]
    "people": _Rule(lambda a: a.people, _never),
    "numbers": _Rule(lambda a: a.numbers, _numbers_clash),  # type: ignore[arg-type]
    "outcome": _Rule(lambda a: _one(a.outcome), _always),
    "status": _Rule(lambda a: _one(a.status), _always),
}


def differences(accounts: Iterable[Account]) -> tuple[Aspect, ...]:
    """Every aspect that at least one account tells, in a fixed order."""
    told = tuple(accounts)
    found = []
    for name, rule in _RULES.items():
        by_value: dict[str, tuple[object, list[Account]]] = {}
        silent = []
        for account in told:
            values = rule.values(account)
            if not values:
                silent.append(account)
            for value in values:
                by_value.setdefault(rule.show(value), (value, []))[1].append(account)
        if not by_value:
            continue
        telling = {account.report for _, by in by_value.values() for account in by}
        silent = [account for account in silent if account.report not in telling]
        pairs = combinations(by_value.values(), 2)
        if any(rule.clash(a, b) and not _same_accounts(x, y) for (a, x), (b, y) in pairs):
            verdict: Verdict = "contradict"
        else:
            verdict = "agree" if len(by_value) == 1 and not silent else "add"
        ordered = sorted(by_value.items(), key=lambda item: (-len(item[1][1]), item[0]))
        versions = tuple(Version(shown, tuple(by)) for shown, (_, by) in ordered)
        found.append(Aspect(name, verdict, versions, tuple(silent)))
    return tuple(found)


def _same_accounts(a: Sequence[Account], b: Sequence[Account]) -> bool:
    """True where the very same accounts give both versions: one telling does not contradict itself."""
    return {x.act for x in a} == {x.act for x in b}
