"""The options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from verbale.model import Filter

DEFAULT_RECORD = Path("talks.verbale")


def parse_day(text: str) -> date:
    """A day as YYYY-MM-DD; anything else is a usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2019-10-17") from None


RecordPath = Annotated[
    Path, typer.Option("--record", "-r", metavar="FILE", help="The record: one file, made where it is not there yet.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=parse_day, metavar="DATE", help="Only what had been reported by that day."),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only what this party, body or person has part in.")
]
Issue = Annotated[str | None, typer.Option("--issue", metavar="NAME", help="Only what is about this issue.")]
Since = Annotated[
    date | None,
    typer.Option("--since", parser=parse_day, metavar="DATE", help="Only what happened on or after that day."),
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=parse_day, metavar="DATE", help="Only what happened on or before that day."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet reports.")]
CasePath = Annotated[
    Path | None,
    typer.Option("--case", metavar="FILE", help="A case file with this negotiation's people, issues and tracks."),
]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="A spaCy English pipeline in place of the usual one.")
]


def keep(
    as_of: date | None = None,
    actor: str | None = None,
    issue: str | None = None,
    since: date | None = None,
    until: date | None = None,
    outlet: str | None = None,
) -> Filter:
    """The options as a Filter. Raises a usage error where `since` lies after `until`."""
    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is after --until {until}")
    return Filter(as_of=as_of, actor=actor, issue=issue, since=since, until=until, outlet=outlet)
