"""Reading a case file, and what a user is told when it is wrong."""

from datetime import date
from pathlib import Path

import pytest

from verbale.model import VerbaleError
from verbale.world import load_case

GOOD = """
name = "Talks on the dam"

[[party]]
name = "Ethiopia"
aliases = ["Addis"]

[[person]]
name = "Seleshi Bekele"
office = "water minister"
party = "Ethiopia"
since = 2018-10-16
until = "2021-10-06"

[[issue]]
name = "filling of the reservoir"
words = ["filling", "reservoir"]

[[track]]
name = "three ministers"
parties = ["Egypt", "Ethiopia", "Sudan"]
level = "ministers"

[[agreement]]
name = "Declaration of Principles"
parties = ["Egypt", "Ethiopia", "Sudan"]
date = 2015-03-23
aliases = ["the Khartoum declaration"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_case_is_read_whole(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, GOOD))
    assert case.name == "Talks on the dam"
    assert case.parties[0].aliases == ("Addis",)
    assert case.people[0].since == date(2018, 10, 16)
    assert case.people[0].until == date(2021, 10, 6)
    assert case.issues[0].words == ("filling", "reservoir")
    assert case.tracks[0].level == "ministers"
    assert case.agreements[0].date == "2015-03-23"


def test_plural_table_names_are_read_too(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, '[[parties]]\nname = "Norway"\n[[people]]\nname = "Ida Berg"\n'))
    assert (case.parties[0].name, case.people[0].name) == ("Norway", "Ida Berg")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('name = "x"\n[[party]]\nname = "A"\nalias = ["B"]\n', 4, "unknown key 'alias' in [[party]]"),
        ('name = "x"\n[[parti]]\nname = "A"\n', 2, "unknown key 'parti'"),
        ('[[party]]\nname = "A"\n[[party]]\nkind = "state"\n', 3, "no name"),
        ('[[party]]\nname = "A"\naliases = "B"\n', 3, "list of texts"),
        ('[[party]]\nname = "A"\nkind = "kingdom"\n', 3, "must be one of"),
        ('[[person]]\nname = "A"\nsince = "soon"\n', 3, "must be a day"),
        ('[[person]]\nname = "A"\nsince = 2020-01-01\nuntil = 2019-01-01\n', 1, "after 'until'"),
        ("name = 3\n", 1, "text in quotes"),
        ('party = "A"\n', 1, "[[party]]"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(VerbaleError) as error:
        load_case(write(tmp_path, text))
    message = str(error.value)
    assert f"line {line}" in message
    assert words in message
    assert "\n" not in message


def test_broken_toml_and_missing_files_are_told_in_one_line(tmp_path: Path) -> None:
    for path in (write(tmp_path, 'name = "x\n'), tmp_path / "none.toml", tmp_path):
        with pytest.raises(VerbaleError) as error:
            load_case(path)
        assert str(path) in str(error.value)
        assert "\n" not in str(error.value)
    path = tmp_path / "latin.toml"
    path.write_bytes('name = "Élysée"'.encode("latin-1"))
    with pytest.raises(VerbaleError, match="UTF-8"):
        load_case(path)
