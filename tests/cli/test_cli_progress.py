import pytest

from verbale.cli.progress import Progress


def at(seconds: float, done: int, total: int | None, monkeypatch: pytest.MonkeyPatch, screen: bool = True) -> Progress:
    """A progress of `done` steps, `seconds` after it began."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr("sys.stderr.isatty", lambda: screen)
    progress = Progress(total, "reports")
    for step in range(done):
        now[0] = 100.0 + seconds * (step + 1) / done
        progress.step()
    return progress


def test_it_tells_count_rate_and_time_left(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    progress = at(4.0, 12, 40, monkeypatch)
    assert progress.line(104.0) == "12 of 40 reports, 3.0 a second, 9 s left"
    assert "reports" in capsys.readouterr().err
    assert at(4.0, 12, None, monkeypatch).line(104.0) == "12 reports, 3.0 a second"


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    at(1.5, 40, 40, monkeypatch).close()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_log_is_not_filled(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    at(14.0, 1000, 2000, monkeypatch, screen=False)
    assert capsys.readouterr().err == ""
    at(46.0, 1000, 2000, monkeypatch, screen=False)
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.parametrize(("total", "left"), [(1_000, "5 min"), (100_000, "9.3 h")])
def test_long_times_are_said_in_minutes_and_hours(total: int, left: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert at(4.0, 12, total, monkeypatch).line(104.0).endswith(f"{left} left")
