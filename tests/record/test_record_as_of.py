"""What was known on a day: afresh for small records, from that day's accounts for large ones."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from slow_reader import Story, stories

from verbale.model import Filter, Published
from verbale.record import Record, derived, open_record, store
from verbale.views.standing import kept_standing


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = open_record(tmp_path / "talks.verbale")
    for story in stories(24):
        record.add(story.report, story.findings)
    return record


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2021, 5, 20), date(2022, 1, 1)])
def test_both_ways_of_looking_back_agree(record: Record, monkeypatch: pytest.MonkeyPatch, day: date):
    f = Filter(as_of=day)
    afresh = (record.reports(f), record.acts(f), record.tracks(f), record.statements(f), record.agreements(f))
    asked = {a.ask: a.answer for a in record.answers(f)}
    monkeypatch.setattr(store, "AFRESH_LIMIT", -1)
    assert (record.reports(f), record.acts(f), record.tracks(f), record.statements(f), record.agreements(f)) == afresh
    assert {a.ask: a.answer for a in record.answers(f)} == asked
    assert len(afresh[0]) == sum(s.report.published.time.latest <= day for s in stories(24))


@pytest.mark.parametrize(
    "f",
    [
        Filter(since=date(2021, 3, 1), until=date(2021, 4, 30)),
        Filter(since=date(2021, 3, 1)),
        Filter(until=date(2021, 2, 15)),
        Filter(since=date(2001, 3, 1), until=date(2021, 4, 30)),
        Filter(actor="egypt", since=date(2021, 3, 1), until=date(2021, 3, 31)),
        Filter(outlet="outlet 1"),
    ],
)
def test_filters_look_back_the_same_both_ways(record: Record, monkeypatch: pytest.MonkeyPatch, f: Filter):
    f = replace(f, as_of=date(2021, 5, 20))
    afresh = record.acts(f)
    monkeypatch.setattr(store, "AFRESH_LIMIT", -1)
    assert record.acts(f) == afresh != ()


def test_an_act_is_found_as_of_a_day_where_only_a_later_report_moved_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def told(when: str, published: str, who: str) -> Story:
        story = Story(f"Sudan and Egypt met in Cairo for talks, says {who}.", published, who)
        sides = story.actor("Sudan"), story.actor("Egypt")
        story.act("CONSULT", "met in Cairo", sides, when=when, place="Cairo", what="talks", level="ministers")
        return story

    month, day = told("2021-03-20/2021-04-10", "2021-04-11", "One"), told("2021-04-02", "2021-05-09", "Another")
    with open_record(tmp_path / "moved.verbale") as record:
        for story in (month, day):
            record.add(story.report, story.findings)
        march = Filter(since=date(2021, 3, 1), until=date(2021, 3, 31))
        assert len(record.acts()) == 1 and record.acts(march) == ()
        monkeypatch.setattr(store, "AFRESH_LIMIT", -1)
        assert len(record.acts(replace(march, as_of=date(2021, 4, 30)))) == 1


def test_rows_that_another_program_derived_are_derived_anew(record: Record, monkeypatch: pytest.MonkeyPatch):
    record.refresh()
    assert not record.stale
    monkeypatch.setattr(derived, "ROWS_VERSION", derived.ROWS_VERSION + 1)
    assert record.stale and record.refresh() and not record.stale


def test_a_report_without_a_date_is_never_known(record: Record):
    story = stories(1)[0]
    undated = replace(story.report, id="undated", published=Published(None, "unknown"))
    record.add(undated, replace(story.findings, report="undated", acts=()))
    assert "undated" in {r.id for r in record.reports()}
    assert "undated" not in {r.id for r in record.reports(Filter(as_of=date(2100, 1, 1)))}


def test_filters_let_through_what_they_name(record: Record):
    assert len(record.acts(Filter(since=date(2021, 3, 1), until=date(2021, 3, 31)))) == 4
    assert {a.type for a in record.acts(Filter(actor="sudan"))} == {"CONSULT", "REQUEST"}
    assert record.acts(Filter(actor="Norway")) == ()
    assert {a.accounts[0].outlet for a in record.acts(Filter(outlet="outlet 1"))} == {"Outlet 1"}
    assert len(record.answers(Filter(actor="egypt", until=date(2021, 1, 31)))) == 2


def test_a_view_is_kept_until_the_record_changes(record: Record, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "REMEMBER_FROM", 1)
    made: list[int] = []

    def view() -> Filter:
        made.append(1)
        return Filter(actor="x")

    for _ in range(3):
        assert record.remembered("view", Filter(), Filter, view) == Filter(actor="x")
    assert len(made) == 1
    more = stories(25)[-1]
    record.add(more.report, more.findings)
    record.remembered("view", Filter(), Filter, view)
    assert len(made) == 2


def test_an_asks_answer_is_found_by_the_ask(record: Record):
    answer = record.answers()[0]
    assert record.answers_about(answer.ask) == (answer,)


def test_a_large_record_keeps_its_standing(record: Record, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("verbale.record.store.REMEMBER_FROM", 1)
    first = kept_standing(record)
    assert record.remembers and first.tracks
    monkeypatch.setattr("verbale.views.standing.standing", None)
    assert kept_standing(record) == first
