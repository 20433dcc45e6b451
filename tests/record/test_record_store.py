"""The record keeps whole reports, once each, and shows rows again as they were derived."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "resolve"))
from desk import Story
from test_resolve_seedlike import two_outlets

from verbale.model import Filter, Published, TimeValue, VerbaleError
from verbale.record import Record, open_record
from verbale.resolve import resolve


@pytest.fixture
def stories() -> list[Story]:
    return two_outlets()


@pytest.fixture
def record(tmp_path: Path, stories: list[Story]) -> Record:
    record = open_record(tmp_path / "talks.verbale")
    for story in stories:
        assert record.add(story.report, story.findings)
    return record


def test_rows_are_those_of_resolve(record: Record, stories: list[Story]):
    rows = resolve([s.report for s in stories], [s.findings for s in stories])
    assert record.refresh()
    assert not record.refresh()
    assert record.acts() == rows.acts
    assert record.reports() == rows.reports
    assert record.actors() == rows.actors
    assert record.tracks() == rows.tracks
    assert record.answers() == rows.answers


def test_reading_twice_changes_nothing(record: Record, stories: list[Story]):
    record.refresh()
    assert not record.add(stories[0].report, stories[0].findings)
    assert not record.stale
    assert record.report(stories[0].id) == stories[0].report
    assert record.findings(stories[0].id) == stories[0].findings
    assert record.report_text(stories[0].id) == stories[0].report.text


def test_as_of_a_day_only_what_was_out_counts(record: Record):
    (act,) = record.acts(Filter(as_of=date(2020, 7, 18)))
    assert [a.outlet for a in act.accounts] == ["Morava Daily"]
    assert record.acts(Filter(as_of=date(2020, 7, 17))) == ()


def test_an_act_is_found_by_any_of_its_accounts(record: Record, stories: list[Story]):
    (act,) = record.acts()
    assert {record.row(account.act) for account in act.accounts} == {act}
    assert record.row("no such id") is None
    assert record.answers_about(act.id) == ()


def test_evidence_cannot_be_changed(record: Record):
    with pytest.raises(sqlite3.IntegrityError, match="only added"):
        record._db.execute("UPDATE report SET text = 'x'")
    with pytest.raises(sqlite3.IntegrityError, match="only added"):
        record._db.execute("DELETE FROM finding")


@pytest.mark.parametrize("words", ['"', "AND OR NOT", "a*b:c^(", "NEAR(", "brussels AND (", '"sat down', "-x brussels"])
def test_no_words_break_the_search(record: Record, words: str):
    try:
        record.search(words)
    except VerbaleError as error:
        assert "nothing to search for" in str(error)


def test_search_points_at_the_words(record: Record, stories: list[Story]):
    (hit,) = record.search('"past midnight"')
    assert hit.report.outlet == "Drin Post"
    assert [e.text for e in hit.evidence] == ["past midnight"]
    text = stories[1].report.text
    assert all(text[e.start : e.end] == e.text for e in hit.evidence)
    assert ("past midnight", True) in hit.snippet
    assert len(record.search("brussels")) == 2
    assert len(record.search("brussels -midnight")) == 1


@pytest.mark.parametrize("content", [b"hello", b"\x89PNG\r\n\x1a\n", b"SQLite format 3\x00 but no"])
def test_what_is_no_record_is_said_to_be_none(tmp_path: Path, content: bytes):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(VerbaleError) as error:
        open_record(path)
    assert str(path) in str(error.value) and "\n" not in str(error.value)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path):
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    with pytest.raises(VerbaleError, match="another program"):
        open_record(path)
    with pytest.raises(VerbaleError, match="folder"):
        open_record(tmp_path)
    with pytest.raises(VerbaleError, match="no record there"):
        open_record(tmp_path / "missing", create=False)


def test_one_file_may_be_opened_and_made_by_many_at_once(tmp_path: Path):
    for turn in range(5):
        path, together = tmp_path / f"{turn}.verbale", Barrier(6)

        def made(_: int, path: Path = path, together: Barrier = together) -> bool:
            together.wait()
            with open_record(path) as record:
                return not record.has("anything")

        with ThreadPoolExecutor(6) as threads:
            assert all(threads.map(made, range(6)))


def test_findings_made_again_count_and_the_first_day_of_publication_is_inferred_again(
    record: Record, stories: list[Story]
):
    given = stories[0].report
    bounds = TimeValue(date(2019, 10, 1), date(2019, 10, 31), "day", "2019-10")
    first = replace(stories[0].findings, published=Published(bounds, "inferred", ("a day that it tells of",)))
    assert record.add_findings(first)
    assert not record.add_findings(first), "the same again is no change"
    record.refresh()
    shown = next(row for row in record.reports() if row.id == given.id)
    assert (shown.published, shown.published_how) == (bounds, "inferred")
    (again,) = (report for report in record.evidence() if report.id == given.id)
    assert again == replace(given, published=Published(None, "unknown"))
    with pytest.raises(VerbaleError, match="no report"):
        record.add_findings(replace(first, report="f" * 16))
