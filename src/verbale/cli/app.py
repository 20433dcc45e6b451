"""The command `verbale`: its commands, and what it does with errors."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from verbale.cli import analyst, gather, show, write
from verbale.cli.output import note
from verbale.model import VerbaleError

OK, FAILURE, USAGE, SKIPPED = 0, 1, 2, 3

app = typer.Typer(
    name="verbale",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with reports skipped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)
for module in (gather, show, analyst, write):
    module.register(app)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"verbale {version('verbale')}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error came up.")] = False,
) -> None:
    """Keeps the record of a negotiation from the news that reports it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code. Any error is one line on stderr; `--debug` raises it instead."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        app(args=given, prog_name="verbale")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAILURE
    except KeyboardInterrupt:
        note("stopped; what was read so far is in the record")
        return 130
    except BrokenPipeError:  # the reader of our output has gone (`verbale … | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except VerbaleError as error:
        if "--debug" in given:
            raise
        note(f"verbale: {error}")
        return FAILURE
    except Exception as error:  # the last line of defence: a user never sees a traceback
        if "--debug" in given:
            raise
        note(f"verbale: {type(error).__name__}: {error} (this is a fault of the program; --debug shows where)")
        return FAILURE
    return OK
