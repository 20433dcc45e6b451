"""How views reach the terminal: JSON or tables on stdout, notes on stderr, and nothing in them that a report could use
to steer the terminal."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Control characters (but not tab and newline) and marks that turn the direction of text: escape sequences in a report
# must never reach a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WIDTH = 120  # of tables that go to a file or a pipe


def clean(text: str) -> str:
    """`text` without control characters."""
    return _CONTROL.sub("", text)


def note(text: str) -> None:
    """One line on stderr, for the user and not for the next program."""
    print(clean(text.replace("\n", " ")), file=sys.stderr)


def to_json(view: Any) -> str:
    """A view as indented JSON, days as ISO 8601."""
    return msgspec.json.format(msgspec.json.encode(view), indent=2).decode()


def console() -> "Console":
    """A Rich console on stdout, as wide as the terminal; 120 columns where stdout is none."""
    from rich.console import Console

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH
    return Console(width=max(width, 40), highlight=False, markup=False, emoji=False, soft_wrap=False)


def emit(view: Any, as_json: bool, render: Callable[[Any], Iterable["RenderableType"]], empty: str = "") -> None:
    """Print `view` as JSON, or what `render` makes of it; `empty` is said on stderr where there is nothing."""
    if as_json:
        print(to_json(view))
        return
    out = console()
    shown = False
    for part in render(view):
        out.print(part)
        shown = True
    if not shown and empty:
        note(empty)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", flexible: Sequence[int] = ()) -> Any:
    """A plain table; the columns `flexible` (by index) share the width that the others leave."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, show_edge=False)
    for at, column in enumerate(columns):
        made.add_column(column, overflow="fold", ratio=1 if at in flexible else None, no_wrap=at == 0)
    if flexible:
        made.expand = True
    for row in rows:
        made.add_row(*(Text(clean(cell)) for cell in row))
    return made
