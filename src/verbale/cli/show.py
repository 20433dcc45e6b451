"""The commands that show a view of the record."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from verbale.cli import tables
from verbale.cli.options import (
    DEFAULT_RECORD,
    Actor,
    AsOf,
    Issue,
    Json,
    Outlet,
    RecordPath,
    Since,
    Until,
    keep,
    parse_day,
)
from verbale.cli.output import emit
from verbale.model import Filter, VerbaleError

if TYPE_CHECKING:
    from verbale.record import Record


T = TypeVar("T")


def opened(path: Path) -> "Record":
    """An existing record. Raises VerbaleError where there is none: a view never makes one."""
    from verbale.record import open_record

    if not path.is_file():
        raise VerbaleError(f"{path}: there is no such record; make one with `verbale read FILE… --record {path}`")
    return open_record(path)


def view(path: Path, make: Callable[["Record"], Any], as_json: bool, render: Callable[[Any], Any], empty: str) -> None:
    """Open the record, make the view and print it."""
    with opened(path) as record:
        emit(make(record), as_json, render, empty)


def kept_view(
    path: Path,
    make: Callable[["Record", Filter], T],
    kind: Any,
    chosen: Filter,
    as_json: bool,
    render: Callable[[T], Any],
    empty: str,
) -> None:
    """As `view`, for one that goes over the whole record: a large record keeps it until something changes."""
    name = f"{make.__module__}.{make.__name__}"
    view(
        path, lambda record: record.remembered(name, chosen, kind, lambda: make(record, chosen)), as_json, render, empty
    )


NOTHING = "nothing in the record fits"


def status(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Where the talks stand: per track and per issue, each clause with the rows that it rests on."""
    from verbale.views.standing import kept_standing

    chosen = keep(as_of, actor, issue, outlet=outlet)
    view(record, lambda rows: kept_standing(rows, chosen), json, tables.standing, "the record holds no reports")


def timeline(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Every act in order of when it happened, with who tells it."""
    from verbale.views.timeline import TimelineEntry
    from verbale.views.timeline import timeline as entries

    chosen = keep(as_of, actor, issue, since, until, outlet)
    kept_view(record, entries, list[TimelineEntry], chosen, json, tables.timeline, NOTHING)


def statements(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Who said what: speaker, mode, words, and when."""
    from verbale.views.statements import statements as said

    chosen = keep(as_of, actor, issue, since, until, outlet)
    view(record, lambda rows: said(rows, chosen), json, tables.statements, NOTHING)


def ledger(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Who asked whom for what, what was answered, and for how long an ask has been waiting."""
    from verbale.views.ledger import LedgerLine
    from verbale.views.ledger import ledger as asks

    chosen = keep(as_of, actor, issue, since, until, outlet)
    kept_view(record, asks, list[LedgerLine], chosen, json, tables.ledger, NOTHING)


def agreements(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """What was agreed, point by point, and each party's word on what became of it."""
    from verbale.views.agreements import agreements as agreed

    chosen = keep(as_of, actor, outlet=outlet)
    view(record, lambda rows: agreed(rows, chosen), json, tables.agreements, NOTHING)


def actors(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Who is in it: parties, bodies and people with their offices."""
    from verbale.views.actors import ActorView
    from verbale.views.actors import actors as who

    chosen = keep(as_of, actor, outlet=outlet)
    kept_view(record, who, list[ActorView], chosen, json, tables.actors, NOTHING)


def positions(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Where each party stands on each issue: its latest stance, with the words."""
    from verbale.views.positions import Positions
    from verbale.views.positions import positions as stances

    chosen = keep(as_of, actor, issue, outlet=outlet)
    kept_view(record, stances, Positions, chosen, json, tables.positions, NOTHING)


def sources(
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    issue: Issue = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """How we know: independent reports, and how much rests on unnamed sources, by outlet and issue."""
    from verbale.views.sources import Sources
    from verbale.views.sources import sources as known

    chosen = keep(as_of, issue=issue, outlet=outlet)
    kept_view(record, known, Sources, chosen, json, tables.sources, NOTHING)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, or a "phrase in quotes".')],
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    outlet: Outlet = None,
    json: Json = False,
) -> None:
    """Find words in the reports, each in its sentence."""
    from verbale.views.search import search as find

    chosen = keep(as_of, outlet=outlet)
    view(record, lambda rows: find(rows, " ".join(words), chosen), json, tables.passages, "no report holds these words")


def why(
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of any row, or its beginning.")],
    dropped: Annotated[
        bool, typer.Option("--dropped", help="For a report: the lines that were taken for furniture, and why.")
    ] = False,
    record: RecordPath = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Why a row stands in the record: all evidence in its sentence, with outlet and date."""
    from verbale.views.why import dropped_lines
    from verbale.views.why import why as because

    if dropped:
        view(record, lambda rows: dropped_lines(rows, key), json, tables.dropped, "no line of this report was dropped")
    else:
        view(record, lambda rows: because(rows, key), json, tables.why, "")


def compare(
    act: Annotated[str, typer.Argument(metavar="ACT", help="The id of an act, or its beginning.")],
    record: RecordPath = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """The accounts of one act side by side: where they agree, add, leave out and contradict."""
    from verbale.views.compare import compare as side_by_side

    view(record, lambda rows: side_by_side(rows, act), json, tables.comparison, "")


def changes(
    since: Annotated[
        date, typer.Option("--since", parser=parse_day, metavar="DATE", help="The day you last looked; it is required.")
    ],
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """What is new, what changed and what was withdrawn since a day."""
    from verbale.views.changes import changes as news

    view(record, lambda rows: news(rows, since, keep(as_of)), json, tables.changes, NOTHING)


_EXAMPLES: tuple[tuple[Callable[..., None], str], ...] = (
    (status, "verbale status --as-of 2019-10-17"),
    (timeline, 'verbale timeline --actor "North Korea" --since 2019-01-01'),
    (statements, 'verbale statements --actor "Kim Yeon-chul" --json'),
    (ledger, "verbale ledger --as-of 2019-10-17"),
    (agreements, "verbale agreements"),
    (actors, "verbale actors --json"),
    (positions, "verbale positions --issue sanctions"),
    (sources, 'verbale sources --outlet "The Korea Times"'),
    (search, "verbale search sanctions relief"),
    (why, "verbale why 3f2a9c"),
    (compare, "verbale compare 3f2a9c"),
    (changes, "verbale changes --since 2019-10-11"),
)


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    for command, example in _EXAMPLES:
        app.command(epilog=f"Example: {example}")(command)
