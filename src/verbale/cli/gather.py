"""The commands that bring reports into the record: read, reread, fetch, watch."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.options import DEFAULT_RECORD, CasePath, Json, Pipeline, RecordPath, parse_day
from verbale.cli.output import clean, note, to_json
from verbale.cli.progress import Progress
from verbale.model import Report, UnreadableReport, VerbaleError

if TYPE_CHECKING:
    from verbale.ingest import Limits
    from verbale.reading import Outcome
    from verbale.record import Record

Published = Annotated[
    date | None,
    typer.Option("--published", parser=parse_day, metavar="DATE", help="The day of publication of all that is read."),
]
OutletName = Annotated[str, typer.Option("--outlet", metavar="NAME", help="The outlet of all that is read.")]
Plain = Annotated[bool, typer.Option("--plain", help="Take the text to the letter; remove no furniture.")]
Processes = Annotated[int, typer.Option("--processes", "-p", min=1, metavar="N", help="Processes that analyse texts.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--json-fields", metavar="NAME=PATH", help="Where JSON keeps text, headline, published, …: text=data.body"
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option("--limit", metavar="NAME=N", help="Raise a limit that a message names: report_bytes=50000000."),
]


def read(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Files, folders or archives; - is standard input.")
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option("--manifest", metavar="CSV", help="A table with path, published, outlet, url and headline."),
    ] = None,
    published: Published = None,
    outlet: OutletName = "",
    url: Annotated[str, typer.Option("--url", help="The address of the report.")] = "",
    headline: Annotated[str, typer.Option("--headline", help="The headline of the report.")] = "",
    case: CasePath = None,
    plain: Plain = False,
    json_fields: Fields = None,
    json_items: Annotated[str, typer.Option("--json-items", metavar="PATH", help="Where JSON keeps its list.")] = "",
    limit: Limit = None,
    pipeline: Pipeline = None,
    processes: Processes = 1,
    record: RecordPath = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Add reports to the record. Reading a file twice changes nothing; a run that was killed can be run again."""
    if not files and manifest is None:
        raise typer.BadParameter("give files to read, or --manifest")
    from verbale.ingest import read_manifest
    from verbale.reading import ReadOptions, read_sources

    options = ReadOptions(
        published=published,
        outlet=outlet,
        url=url,
        headline=headline,
        plain=plain,
        json_fields=_fields(json_fields),
        json_items=json_items,
        limits=_limits(limit),
    )
    reports: list[Iterable[Report | UnreadableReport]] = []
    if manifest is not None:
        reports.append(read_manifest(manifest, options))
    if files:
        reports.append(read_sources(files, options))
    total = _count(files or [], manifest)
    _read_all(reports, total, record, case, pipeline, processes, json)


def reread(
    case: CasePath = None,
    pipeline: Pipeline = None,
    processes: Processes = 1,
    record: RecordPath = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Extract again from the reports that the record holds: after an update of Verbale, or with another case file.

    What was found before stays on file; analysts' decisions stay.
    """
    from verbale.reading import reread_into, world_for
    from verbale.record import open_record

    with open_record(record, create=False) as opened:
        world = world_for(opened, case)
        outcomes = reread_into(opened, world, pipeline, processes)
        counts, problems = _go_through(opened, outcomes, opened.size)
    if json:
        print(
            to_json(
                {
                    "record": str(record),
                    "changed": counts["read"],
                    "same": counts["known"],
                    "skipped": counts["skipped"],
                    "problems": problems,
                }
            )
        )
    else:
        left = f", {counts['skipped']} skipped and left as they were" if counts["skipped"] else ""
        print(f"{counts['read'] + counts['known']} reports read again, {counts['read']} with other findings{left}")
    if counts["skipped"]:
        raise typer.Exit(3)


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL", help="Pages to fetch.")],
    published: Published = None,
    outlet: OutletName = "",
    case: CasePath = None,
    limit: Limit = None,
    pipeline: Pipeline = None,
    record: RecordPath = DEFAULT_RECORD,
    json: Json = False,
) -> None:
    """Fetch pages from the web, politely, and add them to the record."""
    from verbale.ingest import fetch as fetched
    from verbale.reading import ReadOptions

    options = ReadOptions(published=published, outlet=outlet, limits=_limits(limit))
    _read_all([fetched(urls, options)], len(urls), record, case, pipeline, 1, json)


def watch(
    source: Annotated[str, typer.Argument(metavar="FOLDER|FEED", help="A folder, or the address of a feed.")],
    every: Annotated[int, typer.Option("--every", min=1, metavar="SECONDS", help="Seconds between two looks.")] = 300,
    once: Annotated[bool, typer.Option("--once", help="Look once, then end.")] = False,
    outlet: OutletName = "",
    case: CasePath = None,
    limit: Limit = None,
    pipeline: Pipeline = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Read what is new in a folder or feed, again and again, until stopped."""
    import hashlib
    import time

    from verbale.ingest import watch_once
    from verbale.reading import ReadOptions

    options = ReadOptions(outlet=outlet, limits=_limits(limit))
    # What was read is kept beside the record: another record that watches the same place reads it for itself.
    state = Path(f"{record}-watch-{hashlib.blake2b(source.encode(), digest_size=4).hexdigest()}.jsonl")
    while True:
        try:
            _read_all([watch_once(source, options, state)], None, record, case, pipeline, 1, False, quiet=True)
        except typer.Exit:
            if once:
                raise
        if once:
            return
        time.sleep(every)


def _limits(pairs: list[str] | None) -> "Limits":
    from dataclasses import fields, replace

    from verbale.ingest import Limits

    names = {field.name for field in fields(Limits)}
    limits = Limits()
    for pair in pairs or []:
        name, _, number = pair.partition("=")
        if name not in names or not number.isdecimal() or int(number) < 1:
            raise typer.BadParameter(f"--limit {pair!r}: give NAME=N, with a name out of {', '.join(sorted(names))}")
        limits = replace(limits, **{name: int(number)})
    return limits


def _fields(pairs: list[str] | None) -> Mapping[str, str]:
    """ "text=data.body" and so on as a mapping; commas part several."""
    found: dict[str, str] = {}
    for pair in ",".join(pairs or []).split(","):
        if not pair:
            continue
        name, equals, path = pair.partition("=")
        if not equals or not path:
            raise typer.BadParameter(f"--json-fields {pair!r} is not NAME=PATH")
        found[name.strip()] = path.strip()
    return found


def _count(files: list[str], manifest: Path | None) -> int | None:
    """How many reports there will be, where that is plain to see."""
    if any(not Path(file).is_file() for file in files):
        return None
    count = len(files)
    if manifest is not None:
        try:
            with manifest.open(encoding="utf-8") as lines:
                count += max(0, sum(1 for line in lines if line.strip()) - 1)
        except (OSError, UnicodeDecodeError):
            return None
    return count


def _read_all(
    sources: list[Iterable[Report | UnreadableReport]],
    total: int | None,
    path: Path,
    case: Path | None,
    pipeline: str | None,
    processes: int,
    as_json: bool,
    quiet: bool = False,
) -> None:
    """Read into the record, with a line on stderr for each report skipped, and a summary.

    Raises typer.Exit with 3 where some were skipped, and with 1 where all were.
    """
    from itertools import chain

    from verbale.reading import read_into, world_for
    from verbale.record import open_record

    with open_record(path) as record:
        earlier, earlier_case = record.size, record.case()
        world = world_for(record, case)
        other_case = record.case() != earlier_case
        outcomes = read_into(record, chain.from_iterable(sources), world, pipeline, processes)
        counts, skipped = _go_through(record, outcomes, total)
    if earlier and other_case:
        note(f"{earlier} reports were read without this case file before; `verbale reread` reads them again with it")
    if as_json:
        print(to_json({"record": str(path), **counts, "problems": skipped}))
    elif not quiet or counts["read"] or counts["skipped"]:
        known = f", {counts['known']} already there" if counts["known"] else ""
        left = f", {counts['skipped']} skipped" if counts["skipped"] else ""
        what = "report" if counts["read"] == 1 else "reports"
        print(clean(f"{counts['read']} {what} read into {path}{known}{left}"))
    sys.stdout.flush()
    if counts["skipped"]:
        raise typer.Exit(3 if counts["read"] or counts["known"] else 1)
    if not any(counts.values()) and not quiet:
        raise VerbaleError("nothing was found to read; give files, folders or archives that hold reports")


def _go_through(
    record: "Record", outcomes: "Iterable[Outcome]", total: int | None
) -> tuple[dict[str, int], list[dict[str, str]]]:
    """Read until `outcomes` end, with progress and a line on stderr for each report skipped; derive the rows anew.

    How many came out as read, known and skipped, and the problems of the last.
    """
    from verbale.views.standing import kept_standing

    counts = {"read": 0, "known": 0, "skipped": 0}
    skipped = []
    progress = Progress(total, "reports")
    for outcome in outcomes:
        counts[outcome.state] += 1
        if outcome.state == "skipped":
            progress.clear()
            note(outcome.problem)
            skipped.append({"path": outcome.path, "problem": outcome.problem})
        progress.step()
    progress.close()
    merging = Progress(None, "reports merged")
    record.refresh(merging.step)
    merging.close()
    if record.remembers:
        kept_standing(record)  # seconds now, so that `status` takes none later
    return counts, skipped


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    examples = (
        (read, 'verbale read herald.txt --published 2019-10-17 --outlet "The Korea Herald"'),
        (reread, "verbale reread --case case.toml"),
        (fetch, "verbale fetch https://news.example/talks-resume"),
        (watch, "verbale watch inbox/ --every 60"),
    )
    for command, example in examples:
        app.command(epilog=f"Example: {example}")(command)
