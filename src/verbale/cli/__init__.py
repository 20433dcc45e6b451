"""The command line: shows views and nothing else."""

import sys


def main() -> None:
    """The entry point of the command `verbale`."""
    from verbale.cli.app import main as run

    sys.exit(run())
