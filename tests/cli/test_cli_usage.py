"""Exit codes, and errors in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from verbale.cli.app import main


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "verbale", *arguments], capture_output=True, text=True, cwd=cwd)


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    err = capsys.readouterr().err
    assert err.endswith("\n")
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize(
    "arguments",
    [
        ["timeline", "--as-of", "yesterday"],
        ["timeline", "--since", "2020-02-01", "--until", "2020-01-01"],
        ["timeline", "--nonsense"],
        ["nonsense"],
        ["read"],
        ["read", "x.txt", "--limit", "report_bytes=many"],
        ["read", "x.txt", "--json-fields", "text"],
        ["changes"],
        ["export", "--format", "xml"],
        ["decide", "merge", "one"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tail = ["--record", str(tmp_path / "r.verbale")] if arguments != ["nonsense"] else []
    assert main([*arguments, *tail]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("view", ["status", "timeline", "ledger", "dossier -o x.html", "export", "search a", "why b"])
def test_a_view_of_no_record_says_how_to_make_one(
    view: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.verbale"
    assert main([*view.split(), "--record", str(path)]) == 1
    assert "verbale read" in one_line(capsys)
    assert not path.exists(), "looking must not make a record"


def test_a_file_that_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("just notes, nothing more than a few notes")
    assert main(["status", "--record", str(path)]) == 1
    assert "not a record" in one_line(capsys)
    assert path.read_text().startswith("just notes")


def test_a_fault_of_the_program_is_one_line_and_a_traceback_only_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sample_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("verbale.views.timeline.timeline", broken)
    assert main(["timeline", "--record", str(sample_path)]) == 1
    assert "RuntimeError" in one_line(capsys)
    with pytest.raises(RuntimeError):
        main(["--debug", "timeline", "--record", str(sample_path)])


def test_help_and_version_need_nothing(tmp_path: Path) -> None:
    assert run("--help", cwd=tmp_path).returncode == 0
    assert run("--version", cwd=tmp_path).stdout.startswith("verbale ")
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_is_closed_early_is_no_error(sample_path: Path) -> None:
    command = f"{sys.executable} -m verbale export --record {sample_path} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.startswith('{"kind":"report"')


def test_a_dossier_that_cannot_be_written(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "no" / "such" / "folder.html"
    assert main(["dossier", "-o", str(target), "--record", str(sample_path)]) == 1
    assert "cannot be written" in one_line(capsys)
