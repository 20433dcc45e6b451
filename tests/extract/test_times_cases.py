"""Expressions of time in texts in the manner of encyclopaedias and news agencies (tests/cases/times-*.yaml)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from verbale.extract import times
from verbale.language import analyse
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import load_world

WORLD = load_world()
CASES = Path(__file__).parents[1] / "cases"


def load(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return cases


def row(mention: TimeMention) -> list[str]:
    """[printed, value, type, mod] as the cases write them: without the mod where there is none, and type DATE."""
    full = [" ".join(mention.span.text.split()), mention.value, mention.type, mention.mod]
    while full[-1] in {"", "DATE"}:
        full.pop()
    return full


def read(text: str, day: date) -> list[list[str]]:
    published = Published(TimeValue(day, day, "day", day.isoformat()), "given")
    report = Report("r", "r.txt", text.strip(), published=published)
    return [row(mention) for mention in times.find(analyse(report, WORLD), report)]


@pytest.mark.parametrize("case", load("times-history.yaml"), ids=lambda case: case["text"][:40])
def test_histories(case: dict[str, Any]) -> None:
    assert read(case["text"], case["day"]) == case["times"]


@pytest.mark.parametrize("case", load("times-news.yaml"), ids=lambda case: case["text"][:40])
def test_news(case: dict[str, Any]) -> None:
    assert read(case["text"], case["day"]) == case["times"]
