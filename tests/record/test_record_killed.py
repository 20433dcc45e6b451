"""Kill -9 in the middle of a batch: the record opens, holds whole reports only, and running again completes it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slow_reader import stories

from verbale.record import Record, open_record

READER = Path(__file__).with_name("slow_reader.py")
COUNT = 60


def content(record: Record) -> tuple[object, ...]:
    return record.reports(), record.actors(), record.acts(), record.answers(), record.tracks(), record.statements()


@pytest.mark.parametrize("after", [0, 1, 17, COUNT - 1])
def test_a_killed_batch_leaves_whole_reports_and_can_be_run_again(tmp_path: Path, after: int):
    path = tmp_path / "talks.verbale"
    command = [sys.executable, str(READER), str(path), str(COUNT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        told = [reader.stdout.readline().strip() for _ in range(after)]
        reader.send_signal(signal.SIGKILL)
    with open_record(path) as record:
        kept = {row.id for row in record.reports()}
        assert set(told) <= kept
        for key in kept:
            assert record.findings(key).report == key
            assert record.report(key).text == record.report_text(key)
        assert record._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert again.stdout.endswith("done\n")
    whole = open_record(tmp_path / "whole.verbale")
    for story in stories(COUNT):
        whole.add(story.report, story.findings)
    with open_record(path) as record:
        assert len(record.reports()) == COUNT
        assert content(record) == content(whole)


def test_a_kill_while_rows_are_derived_leaves_the_old_ones(tmp_path: Path):
    record = open_record(tmp_path / "talks.verbale")
    for story in stories(8):
        record.add(story.report, story.findings)

    class Killed(BaseException):
        pass

    def kill(done: int) -> None:
        if done == 3:
            raise Killed

    record.refresh()
    before = content(record)
    more = stories(12)[-1]
    record.add(more.report, more.findings)
    with pytest.raises(Killed):
        record.refresh(kill)
    assert record.stale
    assert {r[0] for r in record._db.execute("SELECT id FROM row_report")} == {r.id for r in before[0]}
    assert len(record.reports()) == 9


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(9)), cuts=st.sets(st.integers(1, 8)))
def test_any_order_and_any_batches_give_the_same_record(tmp_path_factory, order: list[int], cuts: set[int]):
    made = stories(9)
    folder = tmp_path_factory.mktemp("orders")
    with open_record(folder / "one.verbale") as one, open_record(folder / "many.verbale") as many:
        for story in made:
            one.add(story.report, story.findings)
        for n, i in enumerate(order):
            if n in cuts:
                many.refresh()
            many.add(made[i].report, made[i].findings)
        assert content(one) == content(many)
