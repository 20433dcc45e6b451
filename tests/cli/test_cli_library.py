"""The library's verbs do what the commands do."""

from datetime import date
from pathlib import Path

import verbale

STORY = (
    "Envoys of Norway and Iceland met in Bergen on Monday to settle their quarrel over mackerel. "
    "“We are closer than last week,” Norwegian fisheries minister Odd Emil Ingebrigtsen said after the meeting.\n"
)


def test_read_and_open_record(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text("")
    with verbale.open_record(tmp_path / "r.verbale") as record:
        sources = [tmp_path / "one.txt", tmp_path / "two.txt"]
        outcomes = {
            Path(outcome.path).name: outcome
            for outcome in verbale.read(record, sources, published=date(2021, 4, 20), outlet="The Harbour Post")
        }
        assert outcomes["one.txt"].state == "read"
        assert outcomes["two.txt"].state == "skipped"
        assert "two.txt" in outcomes["two.txt"].problem
        assert [row.id for row in record.reports()] == [outcomes["one.txt"].report]
        assert record.statements()
        assert [outcome.state for outcome in verbale.read(record, sources[:1], outlet="The Harbour Post")] == ["known"]


def test_importing_it_loads_no_pipeline() -> None:
    import subprocess
    import sys

    script = "import sys, verbale; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
