"""Thirty short reports of our own, scored as gold is: what is found of their agreements and points must not fall."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from agreements import scores  # noqa: E402


def test_agreements_and_points_of_short_reports(tmp_path: Path) -> None:
    pooled, _ = scores(ROOT / "tests/cases/agreements.yaml", tmp_path)
    assert (pooled["agreements"].f1 or 0) >= 0.80
    assert (pooled["provisions"].f1 or 0) >= 0.80
