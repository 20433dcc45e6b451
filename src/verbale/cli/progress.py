"""Progress of a long run on stderr: how many, how fast, how long still."""

import sys
import time

# Seconds before anything is shown, and between two updates: on a terminal, and in a log.
FIRST_ON_SCREEN, EVERY_ON_SCREEN = 2.0, 0.2
FIRST_IN_LOG, EVERY_IN_LOG = 15.0, 15.0


class Progress:
    """Counts steps; shows, once it takes long, "12 of 40 reports, 3.1 a second, 9 s left"."""

    def __init__(self, total: int | None, noun: str) -> None:
        self._total, self._noun = total, noun
        self._began = self._shown = time.monotonic()
        self._done = 0
        self._tty = sys.stderr.isatty()
        self._visible = False
        self._first = FIRST_ON_SCREEN if self._tty else FIRST_IN_LOG
        self._every = EVERY_ON_SCREEN if self._tty else EVERY_IN_LOG

    def step(self, done: int | None = None) -> None:
        """One more is done, or `done` in all."""
        self._done = self._done + 1 if done is None else done
        now = time.monotonic()
        if now - self._began >= self._first and (not self._visible or now - self._shown >= self._every):
            self._shown, self._visible = now, True
            print(f"{chr(13)}{self.line(now)}\033[K" if self._tty else self.line(now), end="", file=sys.stderr)
            if not self._tty:
                print(file=sys.stderr)
            sys.stderr.flush()

    def line(self, now: float) -> str:
        """The state as one line."""
        spent = max(now - self._began, 1e-9)
        rate = self._done / spent
        of = f" of {self._total}" if self._total else ""
        left = ""
        if self._total and self._total > self._done:
            left = f", {_span((self._total - self._done) / rate)} left"
        return f"{self._done}{of} {self._noun}, {rate:.1f} a second{left}"

    def clear(self) -> None:
        """Make room for another line on the terminal."""
        if self._visible and self._tty:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """The end: the line goes."""
        self.clear()


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
