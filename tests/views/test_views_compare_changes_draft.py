"""Accounts side by side, changes since a day, and a case file drafted from a record."""

import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "resolve"))
from desk import Story

from verbale.model import Filter
from verbale.record import Record, open_record
from verbale.views.case_draft import case_draft
from verbale.views.changes import changes
from verbale.views.compare import compare
from verbale.world import load_case


def _stories() -> list[Story]:
    first = Story(
        "Ethiopia and Eritrea met in Asmara on May 4. The session broke off after two hours. "
        "Ethiopia asked Eritrea to reopen the road.",
        "2021-05-05",
        "Rift Courier",
    )
    parties = first.actor("Ethiopia", world="state/ET"), first.actor("Eritrea", world="state/ER")
    first.act(
        "CONSULT",
        "met in Asmara on May 4",
        parties,
        what="session",
        place="Asmara",
        when="2021-05-04",
        outcome="broke off",
        numbers=("two hours",),
    )
    first.act(
        "REQUEST",
        "asked Eritrea to reopen the road",
        parties[:1],
        parties[1:],
        subject="reopen the road",
        when="2021-05-04",
    )
    second = Story(
        "Eritrea and Ethiopia met in Asmara on May 4; delegates spoke of progress after five hours. "
        "Ethiopia asked Eritrea to reopen the road on May 4, and Eritrea refused on May 8.",
        "2021-05-09",
        "Dahlak Post",
    )
    parties = second.actor("Ethiopia", world="state/ET"), second.actor("Eritrea", world="state/ER")
    second.act(
        "CONSULT",
        "met in Asmara on May 4",
        parties,
        what="session",
        place="Asmara",
        when="2021-05-04",
        outcome="progress",
        numbers=("five hours",),
    )
    ask = second.act(
        "REQUEST",
        "asked Eritrea to reopen the road on May 4",
        parties[:1],
        parties[1:],
        subject="reopen the road",
        when="2021-05-04",
    )
    no = second.act(
        "REJECT", "refused on May 8", parties[1:], parties[:1], subject="reopen the road", when="2021-05-08"
    )
    second.answer(ask, "refused", no, "Eritrea refused on May 8")
    return [first, second]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = open_record(tmp_path / "talks.verbale")
    for story in _stories():
        record.add(story.report, story.findings)
    return record


def test_where_two_outlets_contradict_each_other_is_shown(record: Record):
    (act,) = [a for a in record.acts() if a.type == "CONSULT"]
    found = {a.aspect: a for a in compare(record, act.id).aspects}
    assert found["outcome"].verdict == "contradict"
    assert {v.value: v.sides[0].outlet for v in found["outcome"].versions} == {
        "broke off": "Rift Courier",
        "progress": "Dahlak Post",
    }
    assert found["numbers"].verdict == "contradict"
    assert found["place"].verdict == found["when"].verdict == found["status"].verdict == "agree"
    assert "people" not in found
    assert compare(record, act.id).sources.startswith("2 reports, 2 independent")


def test_what_came_in_since_a_day(record: Record):
    found = {(c.change, c.kind, c.aspect): c for c in changes(record, date(2021, 5, 6))}
    answer = found["changed", "answer", "answer"]
    assert (answer.before, answer.after) == ("no answer", "refused")
    assert [e.text for e in answer.evidence] == ["Eritrea refused on May 8"]
    assert found["new", "act", ""].title.endswith("Eritrea → Ethiopia, reopen the road")
    assert changes(record, date(2021, 5, 9)) == []
    assert changes(record, date(2021, 5, 6), Filter(as_of=date(2021, 5, 7))) == []


def test_a_drafted_case_file_can_be_read_back(record: Record, tmp_path: Path):
    text = case_draft(record)
    path = tmp_path / "case.toml"
    path.write_text(text, "utf-8")
    case = load_case(path)
    assert {p.name for p in case.parties} == {"Ethiopia", "Eritrea"}
    assert case.tracks[0].parties == ("Eritrea", "Ethiopia")
    assert text.count("\n# ") == text.count("[[")
    assert tomllib.loads(text)
