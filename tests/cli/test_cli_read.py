"""Reading into a record: twice, in part, after a kill, and what cannot be read."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbale.cli.app import main
from verbale.record import open_record

STORY = (
    "BERGEN — Envoys of Norway and Iceland met in Bergen on Monday to settle their quarrel over mackerel.\n\n"
    "“We are closer than last week,” Norwegian fisheries minister Odd Emil Ingebrigtsen said. He asked Iceland to keep "
    "its boats in port until the talks end in June.\n\n"
    "Iceland did not answer the request. A diplomat in Reykjavik, who was not allowed to speak in public, said that "
    "the two sides would meet again in {month} {number}.\n"
)


def story(folder: Path, number: int) -> Path:
    path = folder / f"story-{number}.txt"
    path.write_text(STORY.format(month="May" if number % 2 else "June", number=number % 27 + 1) + "\nMore. " * number)
    return path


def exported(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["export", "--record", str(path)]) == 0
    return capsys.readouterr().out.splitlines()


def read(record: Path, *arguments: str) -> int:
    return main(["read", *arguments, "--record", str(record)])


def test_reading_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, record = story(tmp_path, 1), tmp_path / "r.verbale"
    assert read(record, str(path), "--published", "2021-04-20", "--outlet", "The Harbour Post") == 0
    before = exported(record, capsys)
    assert read(record, str(path), "--published", "2021-04-20", "--outlet", "The Harbour Post") == 0
    assert "1 already there" in capsys.readouterr().out
    assert exported(record, capsys) == before
    assert sum('"kind":"report"' in line for line in before) == 1
    assert sum('"kind":"statement"' in line for line in before) >= 1


def test_what_is_given_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, record = story(tmp_path, 1), tmp_path / "r.verbale"
    given = ("--published", "2021-04-20", "--outlet", "The Harbour Post", "--headline", "Mackerel again")
    assert read(record, str(path), *given, "--plain", "--json") == 0
    assert json.loads(capsys.readouterr().out)["read"] == 1
    report = json.loads(exported(record, capsys)[0])
    assert report["text"] == path.read_text(), "plain text is taken to the letter"
    assert (report["outlet"], report["headline"], report["path"]) == ("The Harbour Post", "Mackerel again", str(path))
    assert report["published"]["earliest"] == report["published"]["latest"] == "2021-04-20"
    assert report["published"]["how"] == "given"


def test_order_and_batches_make_no_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(story(tmp_path, number)) for number in range(3)]
    day = ("--published", "2021-04-20")
    assert read(tmp_path / "one.verbale", *paths, *day) == 0
    for path in reversed(paths):
        assert read(tmp_path / "three.verbale", path, *day) == 0
    one = exported(tmp_path / "one.verbale", capsys)
    assert sorted(exported(tmp_path / "three.verbale", capsys)) == sorted(one)


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "bad"
    folder.mkdir()
    made = {
        "empty": b"",
        "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "broken": "Le ministre a déclaré que ".encode("latin-1") * 3 + b"\x00\xff\xfe\x81\x8d" * 200,
        "korean": ("통일부 장관은 목요일 북한이 새로운 접근법을 원할 수 있다고 말했다. " * 20).encode(),
    }
    paths = {}
    for name, data in made.items():
        paths[name] = folder / f"{name}.txt"
        paths[name].write_bytes(data)
    paths["missing"] = folder / "missing.txt"
    return paths


@pytest.mark.parametrize("kind", ["empty", "png", "broken", "korean", "missing"])
def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(
    kind: str, bad: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, record = story(tmp_path, 1), tmp_path / "r.verbale"
    assert read(record, str(bad[kind]), str(good), "--published", "2021-04-20") == 3
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1, said.err
    assert bad[kind].name in said.err
    with open_record(record) as kept:
        assert [row.path for row in kept.reports()] == [str(good)]
    assert read(tmp_path / "other.verbale", str(bad[kind])) == 1, "nothing read at all is a failure"


def test_a_folder_without_reports_and_utf_16(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert read(tmp_path / "r.verbale", str(empty)) in (1, 3)
    assert capsys.readouterr().err.count("\n") == 1
    wide = tmp_path / "wide.txt"
    wide.write_bytes(STORY.format(month="May", number=3).encode("utf-16"))
    assert read(tmp_path / "r.verbale", str(wide)) == 0


def test_a_limit_can_be_raised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, record = story(tmp_path, 1), tmp_path / "r.verbale"
    assert read(record, str(path), "--limit", "report_bytes=100") == 1
    assert "report_bytes" in capsys.readouterr().err
    assert read(record, str(path), "--limit", "report_bytes=10000") == 0


def test_a_case_file_that_is_wrong_stops_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "case.toml"
    case.write_text("name = [unclosed")
    assert read(tmp_path / "r.verbale", str(story(tmp_path, 1)), "--case", str(case)) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "case.toml" in err


def test_a_failure_in_one_report_costs_that_report_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import verbale.reading

    real = verbale.reading.extract

    def failing(doc, report, *more):  # type: ignore[no-untyped-def]
        if report.path.endswith("story-1.txt"):
            raise IndexError("a fault of ours")
        return real(doc, report, *more)

    monkeypatch.setattr(verbale.reading, "extract", failing)
    paths = [str(story(tmp_path, number)) for number in range(3)]
    assert read(tmp_path / "r.verbale", *paths) == 3
    err = capsys.readouterr().err
    assert "story-1.txt" in err
    assert err.count("\n") == 1
    with open_record(tmp_path / "r.verbale") as record:
        assert len(record.reports()) == 2


def test_a_killed_batch_leaves_whole_reports_and_can_be_run_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(story(tmp_path, number)) for number in range(60)]
    day = ("--published", "2021-04-20")
    killed, whole = tmp_path / "killed.verbale", tmp_path / "whole.verbale"
    command = [sys.executable, "-m", "verbale", "read", *paths, *day, "--record", str(killed)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while _count(killed) < 5 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with open_record(killed) as record:
        reports = [row.id for row in record.reports()]
        assert 5 <= len(reports) < 60, "it was not killed in the middle"
        for key in reports:
            assert record.findings(key).report == key
    assert read(killed, *paths, *day) == 0
    assert read(whole, *paths, *day) == 0
    assert sorted(exported(killed, capsys)) == sorted(exported(whole, capsys))


CASE = """
name = "Mackerel"
[[party]]
name = "Boat Owners' League"
kind = "organisation"
aliases = ["Quay House"]
"""
LEAGUE = (
    "BERGEN, April 20 — The mackerel talks resumed in Bergen on Tuesday.\n\n"
    "“Nobody has asked the men who fish,” Quay House said in a statement. Norway met Iceland on Monday.\n"
)


def test_reading_again_takes_a_case_file_to_reports_read_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, case, record = tmp_path / "league.txt", tmp_path / "case.toml", tmp_path / "r.verbale"
    path.write_text(LEAGUE)
    case.write_text(CASE)
    day = ("--published", "2021-04-20")
    assert read(record, str(path), *day) == 0
    before = exported(record, capsys)
    assert main(["reread", "--record", str(record), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 0
    assert exported(record, capsys) == before, "the same program, the same findings"

    assert read(record, str(path), *day, "--case", str(case)) == 0
    assert "verbale reread" in capsys.readouterr().err
    assert read(record, str(path), *day, "--case", str(case)) == 0
    assert "verbale reread" not in capsys.readouterr().err, "said once, not at each reading"
    assert main(["reread", "--record", str(record), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 1
    after = [json.loads(line) for line in exported(record, capsys)]
    (said,) = (one for one in after if one["kind"] == "statement")
    assert said["speaker"]["name"] == "Boat Owners' League"
    with sqlite3.connect(record) as db:
        assert db.execute("SELECT count(*) FROM finding").fetchone() == (2,), "what was found before stays on file"


def test_reading_again_needs_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", "--record", str(tmp_path / "none.verbale")]) == 1
    assert "no record there" in capsys.readouterr().err
    assert not (tmp_path / "none.verbale").exists()


def _count(path: Path) -> int:
    """Reports in the record so far; 0 while there is no record yet."""
    if not path.is_file():
        return 0
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM finding").fetchone()[0])
    except sqlite3.Error:
        return 0
