"""What the pages of one site have in common: lines that stand on several of them are the site's, not the report's."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from urllib.parse import urlsplit

_MARKS = " \t•*-–·"
_LONG_WORDS = 12
_COPY = 0.5
_LINES_KEPT = 2000


# Log odds that each line of a page loses by standing on other pages of its site too.
Common = Callable[[Sequence[str]], Sequence[float]]


def nothing_common(lines: Sequence[str]) -> Sequence[float]:
    """No other page of the site is known."""
    return [0.0] * len(lines)


def site_of(outlet: str, url: str) -> str:
    """A name for the site that a page comes from: its host, or its outlet; "" where neither is known."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or outlet.strip().lower()


class SitePages:
    """The lines of the pages seen in this batch, counted by site. Memory is bounded by the lines counted a page."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[int]] = defaultdict(Counter)
        self._pages: Counter[str] = Counter()
        self._texts: dict[str, set[int]] = defaultdict(set)

    def __bool__(self) -> bool:
        return bool(self._pages)

    def add(self, site: str, texts: Iterable[str]) -> None:
        """Count the lines of a page, each once. A page whose long lines were mostly seen before is a copy, and not
        counted: the text of a report printed twice is no furniture."""
        lines = {text.strip(_MARKS) for text in islice(texts, _LINES_KEPT)}
        lines.discard("")
        long = {hash(line) for line in lines if line.count(" ") >= _LONG_WORDS}
        if long and len(long & self._texts[site]) > _COPY * len(long):
            return
        self._texts[site] |= long
        self._counts[site].update(map(hash, lines))
        self._pages[site] += 1

    def common(self, site: str) -> Common:
        """What each line of a page loses, in log odds, for standing on other pages of the site too.

        Where the site is not known, at least two other pages must have the line, and only short lines lose by it.
        """
        counts, pages = self._counts[site], self._pages[site]
        least = 2 if site else 3
        if pages < least:
            return nothing_common

        def loss(line: str, times: int) -> float:
            if line.count(" ") >= _LONG_WORDS:
                return 1.0 if site and times >= 3 else 0.0
            return 4.0 if times >= 3 or times >= 0.5 * pages else 2.5

        def losses(lines: Sequence[str]) -> Sequence[float]:
            times = [counts.get(hash(line.strip(_MARKS)), 0) for line in lines]
            return [loss(line, seen) if seen >= least else 0.0 for line, seen in zip(lines, times, strict=True)]

        return losses
