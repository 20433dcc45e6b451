"""The commands that write files: dossier and export; and evaluate, which measures."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.options import (
    DEFAULT_RECORD,
    Actor,
    AsOf,
    Issue,
    Json,
    Outlet,
    Pipeline,
    RecordPath,
    Since,
    Until,
    keep,
)
from verbale.cli.output import console, note, to_json
from verbale.cli.show import opened
from verbale.model import VerbaleError


class Format(StrEnum):
    """The formats of an export."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Show(StrEnum):
    """What `evaluate` prints beside the scores."""

    scores = "scores"
    errors = "errors"


def dossier(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")],
    title: Annotated[str, typer.Option("--title", help="The title; by default the case's name.")] = "",
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    outlet: Outlet = None,
) -> None:
    """Write the whole record as one HTML page that needs no network and prints well."""
    from verbale.dossier import render

    with opened(record) as rows:
        case = rows.case()
        page = render(rows, keep(as_of, actor, issue, outlet=outlet), title or (case.name if case else "") or None)
    _write(output, page.encode("utf-8"))
    note(f"{output} written")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise VerbaleError(f"{path}: cannot be written ({error.strerror}); give another path with -o") from None


def export(
    format: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.jsonl,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file for jsonl (else standard output), else a folder."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_of: AsOf = None,
    actor: Actor = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
) -> None:
    """Write the record as data: one JSON object a line, or a table for each kind of row."""
    from verbale.export import lines, write_csv, write_jsonl, write_parquet

    with opened(record) as rows:
        found = lines(rows, keep(as_of, actor, issue, since, until, outlet))
        if format is Format.jsonl and output is None:
            write_jsonl(found, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        target = output or Path("export")
        try:
            if format is Format.jsonl:
                with target.open("wb") as stream:
                    count = write_jsonl(found, stream)
            else:
                count = (write_csv if format is Format.csv else write_parquet)(found, target)
        except OSError as error:
            raise VerbaleError(f"{target}: cannot be written ({error.strerror}); give another path with -o") from None
    note(f"{count} rows written to {target}")


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold file; see docs/gold-format.md.")],
    reports_root: Annotated[
        Path | None,
        typer.Option("--reports-root", metavar="FOLDER", help="Where the gold's reports are, if not beside it."),
    ] = None,
    show: Annotated[Show, typer.Option("--show", help="`errors` adds every miss and false alarm.")] = Show.scores,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="Show errors of this kind alone: acts, ledger, …")
    ] = None,
    pipeline: Pipeline = None,
    json: Json = False,
) -> None:
    """Measure what is found in a gold file's reports: precision, recall and F1 by kind of finding."""
    from verbale.cli.scores import as_data, faults, scores
    from verbale.evaluate import evaluate as measure

    result = measure(gold, reports_root, pipeline)
    if json:
        print(to_json(as_data(result)))
        return
    out = console()
    out.print(scores(result))
    if show is Show.errors:
        for part in faults(result, kind):
            out.print(part)


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    examples = (
        (dossier, "verbale dossier -o dossier.html"),
        (export, "verbale export --format csv -o tables/"),
        (evaluate, "verbale evaluate gold.yaml --show errors --kind acts"),
    )
    for command, example in examples:
        app.command(epilog=f"Example: {example}")(command)
