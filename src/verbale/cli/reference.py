"""The commands' own help as Markdown: `python -m verbale.cli.reference > docs/commands.md`."""

from collections.abc import Iterator
from typing import Any

import typer

INTRODUCTION = """\
# Commands

Written by `python -m verbale.cli.reference > docs/commands.md`; do not edit.

Data goes to standard output, everything else to standard error. `--json` gives any view as JSON. Ids may be cut short
as long as they are clear. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with reports skipped (each named on
standard error).
"""


def commands() -> Iterator[tuple[str, str]]:
    """Every command's full name and help text, groups before what they hold."""
    from verbale.cli.app import app

    yield from _walk(typer.main.get_command(app), "verbale", None)


def _walk(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    settings = {"terminal_width": 100, "max_content_width": 100}
    context = command.make_context(name.rpartition(" ")[2], [], parent=parent, resilient_parsing=True, **settings)
    yield name, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    for key, inner in getattr(command, "commands", {}).items():
        yield from _walk(inner, f"{name} {key}", context)


def markdown() -> str:
    """The page."""
    parts = [INTRODUCTION]
    parts += [f"## {name}\n\n```text\n{text}\n```\n" for name, text in commands()]
    return "\n".join(parts)


if __name__ == "__main__":
    print(markdown(), end="")
