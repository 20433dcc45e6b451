"""Acts in each form that news reports use: `tests/cases/acts-forms.tsv`, fifteen sentences for each PLOVER type."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from read_text import read_text
from verbale.model import Act

DAY = date(2021, 6, 16)
CASES = Path(__file__).parent.parent / "cases" / "acts-forms.tsv"
# Both sides of these are sources, but for a visit.
MUTUAL = frozenset({"CONSULT", "COOPERATE"})


class Case(NamedTuple):
    types: frozenset[str]
    statuses: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    text: str


class Found(NamedTuple):
    type: str
    status: str
    sources: frozenset[str]
    targets: frozenset[str]


def _names(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("+")))


def _cases(known_misses: bool) -> list[Case]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = []
    for line in lines:
        if line.startswith("!") == known_misses:
            types, statuses, sources, targets, text = line.lstrip("!").split("\t")
            told = frozenset(types.split("|")), frozenset(statuses.split(","))
            found.append(Case(*told, _names(sources), _names(targets), text))
    return found


@pytest.fixture(scope="module")
def read() -> Callable[[str], list[Found]]:
    """Reads one text as a report of 16 June 2021; gives its acts with the parties' names."""

    def find(text: str) -> list[Found]:
        _, found, names = read_text(text, DAY)
        return [_named(act, names) for act in found.acts]

    return find


def _named(act: Act, names: dict[str, str]) -> Found:
    return Found(
        act.type, act.status, frozenset(names[k] for k in act.sources), frozenset(names[k] for k in act.targets)
    )


def _is_right(case: Case, found: Found) -> bool:
    if found.type not in case.types or found.status not in case.statuses:
        return False
    if found.type in MUTUAL:
        return found.sources | found.targets == case.sources | case.targets
    return (not case.sources or found.sources == case.sources) and case.targets <= found.targets


@pytest.mark.parametrize("case", _cases(known_misses=False), ids=lambda case: case.text)
def test_told_in_this_form(read: Callable[[str], list[Found]], case: Case) -> None:
    found = read(case.text)
    assert any(_is_right(case, one) for one in found), found


def test_every_type_is_tried() -> None:
    cases = [*_cases(known_misses=False), *_cases(known_misses=True)]
    assert len(cases) >= 240
    assert len({type_ for case in cases for type_ in case.types}) == 16
