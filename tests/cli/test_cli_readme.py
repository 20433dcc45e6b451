"""What the README promises first runs as it stands there."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbale.cli.reference import commands

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
VENV = Path(sys.prefix)
FIRST_BLOCK = re.search(r"```sh\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("command", FIRST_BLOCK[1].strip().splitlines() if FIRST_BLOCK else [])
def test_a_command_of_the_first_block_runs(command: str, tmp_path: Path) -> None:
    """Set-up is left out: the environment that runs this test stands in for the one that make would set up."""
    if not (VENV / "bin" / "verbale").exists():
        pytest.skip("this environment has no command `verbale`")
    command = command.replace("/tmp/", f"{tmp_path}/").replace(".venv/", f"{VENV}/")
    if command.startswith("make "):
        command += f" VENV={VENV} -o {VENV}/.done"
    began = time.monotonic()
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - began < 60
    assert done.stdout.strip()
    if "demo" in command:
        assert (ROOT / "dossier.html").stat().st_size > 10_000


def test_every_command_that_the_readme_names_is_there() -> None:
    known = {name.removeprefix("verbale ").split()[0] for name, _ in commands()} - {"verbale"}
    named = set(re.findall(r"verbale ([a-z]+)\b(?! keeps)", " ".join(re.findall(r"`([^`]*)`", README))))
    assert named <= known
    assert {"status", "ledger", "why", "export"} <= named


def test_every_page_that_the_readme_links_is_there() -> None:
    pages = re.findall(r"\]\(((?:docs|examples)/[^)]+)\)", README)
    assert pages
    missing = [page for page in pages if not (ROOT / page).exists()]
    assert not missing


def test_the_example_of_a_case_file_is_one(tmp_path: Path) -> None:
    from verbale.world import load_case, load_world

    example = re.search(r"```toml\n(.*?)```", (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example
    path = tmp_path / "case.toml"
    path.write_text(example[1], encoding="utf-8")
    case = load_case(path)
    assert (len(case.parties), len(case.people), len(case.issues), len(case.tracks), len(case.agreements)) == (1,) * 5
    load_world(case)


def test_the_example_of_a_gold_file_is_one(tmp_path: Path) -> None:
    from verbale.evaluate.gold import read_gold

    example = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "gold-format.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (tmp_path / "reports").mkdir()
    for name in ("case.toml", "reports/one.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "gold.yaml").write_text(example[1], encoding="utf-8")
    gold = read_gold(tmp_path / "gold.yaml")
    assert gold.case is not None
    assert gold.ledger is not None
    assert len(gold.reports[0].events or ()) == 3
