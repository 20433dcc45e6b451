"""Fixtures that several folders of tests share. (This file also puts tests/ on the path, for `making`.)"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.record import Record, open_record

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "nile-dam"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the sample case, read once by the command line as a user would. Not to be changed by a test."""
    from verbale.cli.app import main

    path = tmp_path_factory.mktemp("sample") / "nile.verbale"
    manifest, case = str(CASE / "manifest.csv"), str(CASE / "case.toml")
    assert main(["read", "--manifest", manifest, "--case", case, "--record", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def sample(sample_path: Path) -> Iterator[Record]:
    """The record of the sample case, open."""
    with open_record(sample_path) as record:
        yield record


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The gold file of the seed reports, which do not come with the project; tests that need it skip without it."""
    path = SHARED / "gold" / "seeds.yaml"
    if not path.is_file():
        pytest.skip("the seed reports (../shared) are not here")
    return path
