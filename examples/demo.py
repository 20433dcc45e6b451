"""Reads the sample case, prints where the talks stand, the timeline and the ledger, and writes dossier.html."""

import sys
import tempfile
import time
from pathlib import Path

from verbale.cli.app import main

HERE = Path(__file__).parent
CASE = HERE / "nile-dam"
DOSSIER = HERE.parent / "dossier.html"


def run(*arguments: str) -> None:
    """One command of the command line, shown as a user would type it."""
    print(f"\n$ verbale {' '.join(arguments)}\n", flush=True)
    code = main(list(arguments))
    if code:
        sys.exit(code)


def demo() -> None:
    """The whole of it, in a record that is thrown away afterwards."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        record = ("--record", str(Path(folder) / "talks.verbale"))
        run("read", "--manifest", str(CASE / "manifest.csv"), "--case", str(CASE / "case.toml"), *record)
        run("status", *record)
        run("timeline", *record)
        run("ledger", *record)
        run("dossier", "--title", "The Nile dam talks, 2020", "-o", str(DOSSIER), *record)
    print(f"\nDone in {time.monotonic() - began:.1f} s. Open {DOSSIER} in a browser.")


if __name__ == "__main__":
    demo()
