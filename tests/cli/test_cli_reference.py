"""docs/commands.md holds what the commands say of themselves."""

import json
from pathlib import Path

import pytest

from verbale.cli.reference import commands, markdown
from verbale.export import json_schema

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = dict(commands())


def test_the_page_is_up_to_date() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert page == markdown(), "run: python -m verbale.cli.reference > docs/commands.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_an_example(name: str) -> None:
    text = COMMANDS[name]
    body = text.partition("\n\n")[2]
    assert len(body.split("\n\n")[0].strip()) > 15, "no help"
    if "COMMAND [ARGS]" not in text:
        assert f"Example: {name}" in " ".join(text.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    options = COMMANDS[name].partition("\nOptions:\n")[2].partition("\n\n")[0]
    lines = options.splitlines()
    starts = [at for at, line in enumerate(lines) if line.lstrip().startswith("-")]
    assert starts
    for at in starts:
        beside = len(lines[at].strip().split("  ", 1)) == 2
        below = lines[at + 1 : at + 2]
        assert beside or (below and not below[0].lstrip().startswith("-")), f"{lines[at]!r} has no help"


def test_the_export_schema_is_up_to_date() -> None:
    page = json.loads((DOCS / "export.schema.json").read_text(encoding="utf-8"))
    fresh = json.loads(json.dumps(json_schema()))
    assert page == fresh, "run: python -m verbale.export > docs/export.schema.json"
