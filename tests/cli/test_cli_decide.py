"""An analyst's decisions by the command line."""

import json
import shutil
from pathlib import Path

import pytest

from verbale.cli.app import main
from verbale.record import open_record


@pytest.fixture
def copy(sample_path: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.verbale"
    shutil.copy(sample_path, path)
    return path


def test_two_acts_are_merged_and_parted_again(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_record(copy) as record:
        one, other = (act.id for act in record.acts()[:2])
        before = len(record.acts())
    assert main(["decide", "merge", one, other, "--who", "an analyst", "--record", str(copy)]) == 0
    with open_record(copy) as record:
        assert len(record.acts()) == before - 1
    assert main(["decide", "undo", "1", "--who", "an analyst", "--record", str(copy)]) == 0
    with open_record(copy) as record:
        assert len(record.acts()) == before
    capsys.readouterr()
    assert main(["decide", "list", "--json", "--record", str(copy)]) == 0
    kept = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["who"]) for one in kept] == [("merge-acts", "an analyst"), ("undo", "an analyst")]
    assert main(["decide", "list", "--record", str(copy)]) == 0
    assert "an analyst" in capsys.readouterr().out


def test_an_answer_can_be_given_over_the_machines_head(copy: Path) -> None:
    with open_record(copy) as record:
        ask = record.answers()[0].ask
        given = "accepted" if record.answers()[0].answer != "accepted" else "refused"
    assert main(["decide", "answer", ask, given, "--record", str(copy)]) == 0
    with open_record(copy) as record:
        assert {row.answer for row in record.answers() if row.ask == ask} == {given}


def test_rows_of_two_kinds_are_not_merged(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_record(copy) as record:
        act, actor = record.acts()[0].id, record.actors()[0].id
    assert main(["decide", "merge", act, actor, "--record", str(copy)]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "one kind" in err
