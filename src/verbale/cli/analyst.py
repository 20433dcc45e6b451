"""The commands by which an analyst adds to the record: decisions over what the machine merged, and a draft of a case
file."""

import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from verbale.cli import tables
from verbale.cli.options import DEFAULT_RECORD, Json, RecordPath
from verbale.cli.output import emit, note
from verbale.cli.show import opened
from verbale.model import VerbaleError

Who = Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides; by default your login name.")]

decide = typer.Typer(
    help="Merge, split and answer over the machine's head; nothing is lost, everything can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
case = typer.Typer(help="Work on case files.", no_args_is_help=True, rich_markup_mode=None)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _decide(path: Path, who: str, kind: str, payload: dict[str, Any]) -> None:
    with opened(path) as record:
        number = record.decide(kind, payload, who=who or _login())
        record.refresh()
    note(f"decision {number} taken; `verbale decide undo {number}` takes it back")


def _full(path: Path, keys: list[str], kinds: tuple[str, ...]) -> tuple[str, list[str]]:
    """The kind and the full ids of rows given by beginnings of ids; all must be of one kind."""
    from verbale.views.why import find

    with opened(path) as record:
        found = [find(record, key) for key in keys]
    kind = found[0][0]
    for (other, _), key in zip(found, keys, strict=True):
        if other not in kinds:
            raise VerbaleError(f"{key}: is the id of a {other}; only {' and '.join(kinds)} rows can be decided on")
        if other != kind:
            raise VerbaleError(f"{keys[0]} is a {kind} and {key} a {other}; give rows of one kind")
    return kind, [key for _, key in found]


@decide.command(epilog="Example: verbale decide merge 3f2a9c 81d0bb")
def merge(
    keys: Annotated[list[str], typer.Argument(metavar="ID", help="Two or more actors, or two or more acts.")],
    who: Who = "",
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """These rows are one."""
    if len(keys) < 2:
        raise typer.BadParameter("give two or more ids")
    kind, ids = _full(record, keys, ("actor", "act"))
    _decide(record, who, f"merge-{kind}s", {"ids": ids})


@decide.command(epilog="Example: verbale decide split 3f2a9c --report 5be1")
def split(
    key: Annotated[str, typer.Argument(metavar="ID", help="An actor, or an act.")],
    reports: Annotated[
        list[str],
        typer.Option("--report", metavar="REPORT", help="A report in which it is another one; may be repeated."),
    ],
    who: Who = "",
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """In these reports the actor, or the act, is another one."""
    kind, ids = _full(record, [key], ("actor", "act"))
    _, chosen = _full(record, reports, ("report",))
    if kind == "actor":
        _decide(record, who, "split-actor", {"id": ids[0], "reports": chosen})
        return
    with opened(record) as rows:
        act = next(row for row in rows.acts() if row.id == ids[0])
    local = [account.act for account in act.accounts if account.report in chosen]
    if not local or len(local) == len(act.accounts):
        raise VerbaleError(f"{key}: these reports tell all of the act or nothing of it; there is nothing to split")
    _decide(record, who, "split-act", {"ids": local})


@decide.command(epilog="Example: verbale decide answer 3f2a9c refused --by 81d0bb")
def answer(
    ask: Annotated[str, typer.Argument(metavar="ASK", help="The id of an ask in the ledger.")],
    value: Annotated[str, typer.Argument(metavar="ANSWER", help="accepted, refused, partial or none.")],
    by: Annotated[str | None, typer.Option("--by", metavar="ACT", help="The act that answers.")] = None,
    who: Who = "",
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """This is what came of an ask."""
    if value not in ("accepted", "refused", "partial", "none"):
        raise typer.BadParameter(f"{value!r} is no answer; give accepted, refused, partial or none")
    _, ids = _full(record, [ask, *([by] if by else [])], ("act",))
    _decide(record, who, "answer", {"ask": ids[0], "act": ids[1] if by else None, "answer": value})


@decide.command(epilog="Example: verbale decide undo 4")
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The decision's number; see `decide list`.")],
    who: Who = "",
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """A decision no longer holds; undoing an undo brings it back."""
    _decide(record, who, "undo", {"decision": number})


@decide.command("list", epilog="Example: verbale decide list --json")
def list_(record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """All decisions, with who took them and when."""
    with opened(record) as rows:
        emit(list(rows.decisions()), json, tables.decisions, "no decision has been taken")


@case.command(epilog="Example: verbale case draft -o case.toml")
def draft(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Write a case file from what was read, each line with its evidence, ready to be corrected."""
    from verbale.views.case_draft import case_draft

    with opened(record) as rows:
        text = case_draft(rows)
    if output is None:
        print(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise VerbaleError(f"{output}: cannot be written ({error.strerror}); give another path with -o") from None
    note(f"{output} written; correct it, then give it with --case")


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    app.add_typer(decide, name="decide")
    app.add_typer(case, name="case")
