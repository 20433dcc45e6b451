"""Watching a folder, and fetching from a server on this machine's own address."""

from pathlib import Path

import pytest

from verbale.cli.app import main
from verbale.record import open_record

STORY = (
    "Envoys of Norway and Iceland met in Bergen on Monday to settle their quarrel over mackerel. "
    "“We are closer than last week,” the Norwegian fisheries minister said after the meeting. "
    "They will meet again in {place} when the new quotas are known, a diplomat said.\n"
)


def watch(folder: Path, record: Path) -> int:
    return main(["watch", str(folder), "--once", "--record", str(record)])


def reports(record: Path) -> int:
    with open_record(record) as rows:
        return len(rows.reports())


def test_a_folder_is_read_once_and_then_only_what_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, record = tmp_path / "inbox", tmp_path / "r.verbale"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY.format(place="Oslo"))
    assert watch(folder, record) == 0
    assert reports(record) == 1
    capsys.readouterr()
    assert watch(folder, record) == 0
    assert capsys.readouterr().out == "", "nothing new, nothing said"
    (folder / "two.txt").write_text(STORY.format(place="Reykjavik"))
    assert watch(folder, record) == 0
    assert reports(record) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["one.txt", "two.txt"], "the folder is left as it is"


def test_two_records_may_watch_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY.format(place="Oslo"))
    for name in ("a.verbale", "b.verbale"):
        assert watch(folder, tmp_path / name) == 0
        assert reports(tmp_path / name) == 1


def test_what_cannot_be_watched_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert watch(tmp_path / "nowhere", tmp_path / "r.verbale") == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://169.254.169.254/latest/", "file:///etc/passwd"])
def test_private_and_local_addresses_are_refused(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("httpx", reason="the extra `fetch` is not installed")
    assert main(["fetch", url, "--record", str(tmp_path / "r.verbale")]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert url.split("/")[2] in err or "file:" in err
