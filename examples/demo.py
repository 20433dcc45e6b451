"""Reads the sample case, prints where the talks stand, the timeline and the ledger, and writes dossier.html."""

import contextlib
import sys
import tempfile
import time
from pathlib import Path

from verbale.cli.app import main

HERE = Path(__file__).resolve().parent
CASE = HERE / "nile-dam"
DOSSIER = HERE.parent / "dossier.html"


def run(*arguments: str) -> None:
    """One command of the command line, shown as a user would type it."""
    shown = " ".join(argument.replace(f"{HERE.parent}/", "") for argument in arguments)
    print(f"\n$ verbale {shown}\n", flush=True)
    code = main(list(arguments))
    if code:
        sys.exit(code)


def demo() -> None:
    """The whole of it, in a record that is thrown away afterwards."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        run("read", "--manifest", str(CASE / "manifest.csv"), "--case", str(CASE / "case.toml"))
        run("status")
        run("timeline")
        run("ledger")
        run("dossier", "--title", "The Nile dam talks, 2020", "-o", str(DOSSIER))
    print(f"\nDone in {time.monotonic() - began:.1f} s. Open {DOSSIER} in a browser.")


if __name__ == "__main__":
    demo()
