"""The whole line on reports with gold: a floor under each figure, well below what docs/accuracy.md last measured."""

import json
from pathlib import Path

import pytest

from verbale.cli.app import main
from verbale.evaluate import Scores, evaluate

OWN = Path(__file__).parents[1] / "cases" / "reports.yaml"


@pytest.fixture(scope="module")
def own() -> Scores:
    return evaluate(OWN)


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("statements", 0.80),
        ("acts", 0.55),
        ("agreements", 0.6),
        ("provisions", 0.7),
        ("furniture", 0.95),
        ("caption", 0.6),
    ],
)
def test_six_reports_of_our_own(own: Scores, kind: str, floor: float) -> None:
    found = own[kind].f1
    assert found is not None
    assert found >= floor


def test_no_speaker_is_wrong_and_no_day_is_invented(own: Scores) -> None:
    assert own["statements"].extra["wrong speaker"] == 0
    assert own["published_without_help"].extra.get("invented", 0) == 0


def test_every_miss_and_every_false_alarm_is_told(own: Scores) -> None:
    for score in own.scores:
        told = [fault for fault in own.faults if fault.kind == score.kind]
        missed = sum(fault.problem in ("missed", "wrong") for fault in told)
        if score.kind in ("statements", "acts", "ledger", "agreements", "provisions"):
            assert sum(fault.problem == "missed" for fault in told) == score.gold - score.hits
            assert sum(fault.problem == "false alarm" for fault in told) == score.found - score.right
        else:
            assert missed == score.gold - score.hits


def test_the_seeds(seeds: Path) -> None:
    scores = evaluate(seeds)
    assert (scores["statements"].f1 or 0) >= 0.85
    assert scores["statements"].extra["wrong speaker"] == 0
    for kind in ("agreements", "provisions", "furniture", "caption", "headline", "byline"):
        assert scores[kind].f1 == 1.0, kind
    assert scores["same_event_across_reports"].gold == 2


def test_the_command_prints_scores_errors_and_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Norway and Iceland met in Bergen on 3 March 2021 for talks on mackerel. “We are closer,” Norwegian fisheries "
        "minister Odd Emil Ingebrigtsen said after the meeting, which lasted for most of the day.\n"
    )
    (tmp_path / "gold.yaml").write_text(
        "reports:\n- file: one.txt\n  published: 2021-03-04\n  statements:\n"
        "  - {speaker: Odd Emil Ingebrigtsen, mode: direct, text: 'We are closer,'}\n"
        "  events:\n  - {type: ASSAULT, parties: [Norway], text: 'met in Bergen'}\n"
    )
    assert main(["evaluate", str(tmp_path / "gold.yaml"), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["scores"]["statements"]["f1"] == 1.0
    assert data["scores"]["acts"]["recall"] == 0.0
    assert main(["evaluate", str(tmp_path / "gold.yaml"), "--show", "errors", "--kind", "acts"]) == 0
    assert "acts: missed" in capsys.readouterr().out
    assert main(["evaluate", str(tmp_path / "none.yaml")]) == 1
