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
LONGEST_WORD = 13  # longer words may be broken to fit a column


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


def table(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], title: str = "") -> Any:
    """A plain table. Each column comes with its share of the width; one with share 0 is as wide as what it holds."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, show_edge=False)
    made.expand = any(share for _, share in columns)
    cells = [[clean(cell) for cell in row] for row in rows]
    for at, (name, share) in enumerate(columns):
        longest = max((len(word) for row in cells for word in row[at].split()), default=0)
        room = min(max(longest, len(name)), LONGEST_WORD) if share else None
        made.add_column(name, overflow="fold", ratio=share or None, no_wrap=not share, width=room)
    for row in cells:
        made.add_row(*map(Text, row))
    return made
