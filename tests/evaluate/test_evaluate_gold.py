from datetime import date
from pathlib import Path

import pytest

from verbale.evaluate.gold import read_gold, read_when
from verbale.model import VerbaleError

GOLD = """
reports:
- file: one.txt
  outlet: The Harbour Post
  published: 2021-03-04
  statements:
  - {speaker: [Ada Holm, Per Lund], mode: direct, said_on: 2021-03-03, text: "We agree"}
  events:
  - {type: CONSULT, parties: [Norland, Sudria], when: 2021-02, text: "met"}
  mentions_resolved:
    Bergen (held in): Bergen
ledger:
- {from: Norland, to: Sudria, what: fish, answer: insufficient}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("They met. “We agree,” they said.")
    (tmp_path / "gold.yaml").write_text(GOLD)
    return tmp_path


def test_a_gold_file_is_read(folder: Path) -> None:
    gold = read_gold(folder / "gold.yaml")
    (report,) = gold.reports
    assert report.published == date(2021, 3, 4)
    assert report.statements is not None
    assert report.statements[0].speakers == ("Ada Holm", "Per Lund")
    assert report.agreements is None, "a kind that is not annotated is not scored"
    assert (report.mentions[0].surface, report.mentions[0].context) == ("Bergen", "held in")
    assert gold.ledger is not None
    assert gold.ledger[0].answer == "partial"


def test_reports_are_looked_for_beside_the_gold_then_above_it(folder: Path) -> None:
    below = folder / "gold"
    below.mkdir()
    (below / "gold.yaml").write_text(GOLD)
    assert read_gold(below / "gold.yaml").reports[0].path == folder / "one.txt"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("- just\n- a list", "no list `reports`"),
        ("reports: [", "is not YAML at line"),
        ("reports:\n- {outlet: x}", "'file' is missing"),
        ("reports:\n- {file: gone.txt}", "gone.txt is not there"),
        ("reports: []\nledger: [{from: A, to: B, what: c, answer: perhaps}]", "'perhaps' is none of"),
        ("reports:\n- {file: one.txt, events: [{text: x, when: soon}]}", "not as docs/gold-format.md says"),
    ],
)
def test_a_faulty_gold_file_is_refused_in_one_line(folder: Path, text: str, part: str) -> None:
    (folder / "bad.yaml").write_text(text)
    with pytest.raises(VerbaleError) as caught:
        read_gold(folder / "bad.yaml")
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "earliest", "latest"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        (2018, date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-10-05", date(2019, 10, 5), date(2019, 10, 5)),
        (date(2019, 10, 5), date(2019, 10, 5), date(2019, 10, 5)),
        ("2019-09-30/2019-10-06", date(2019, 9, 30), date(2019, 10, 6)),
    ],
)
def test_times_are_bounds(given: object, earliest: date, latest: date) -> None:
    time = read_when(given)
    assert time is not None
    assert (time.earliest, time.latest) == (earliest, latest)
