"""Who is meant, on invented reports about a dozen real negotiations (tests/cases/coreference)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coreference import measure

CASES = Path(__file__).parents[1] / "cases" / "coreference"


@pytest.fixture(scope="module", params=["tune.txt", "held-out.txt"])
def figures(request: pytest.FixtureRequest) -> dict[str, float]:
    return measure(CASES / request.param)


def test_people_and_parties_are_told_apart_by_name(figures: dict[str, float]) -> None:
    assert figures["name precision"] >= 0.96
    assert figures["name recall"] >= 0.96


def test_pronouns_are_right_where_they_are_resolved(figures: dict[str, float]) -> None:
    assert figures["pronoun precision"] >= 0.93
    assert figures["pronoun recall"] >= 0.90


def test_titles_and_collectives_find_whom_they_mean(figures: dict[str, float]) -> None:
    assert figures["nominal precision"] >= 0.90
    assert figures["nominal recall"] >= 0.85
