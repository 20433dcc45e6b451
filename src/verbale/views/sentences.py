"""The sentence around a span, for showing evidence where it stands. A rule on punctuation, without a parse: the record
keeps no sentences, and showing a row must not load a language pipeline."""

import re
from functools import lru_cache
from importlib.resources import files

_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W_a-z])|\n\s*\n")
_REACH = 2000  # a "sentence" is cut at this distance from its span, so that a text without full stops stays readable


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    lines = files("verbale.views").joinpath("data/abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _ends(text: str, low: int, high: int) -> list[int]:
    """Where sentences end in `text[low:high]`."""
    found = []
    for match in _END.finditer(text, low, high):
        if text[match.start()] == ".":
            word = re.search(r"[\w.]*$", text[max(low, match.start() - 20) : match.start()])
            last = word.group().casefold() if word else ""
            if last in _abbreviations() or (len(last) == 1 and last.isalpha()):
                continue
        found.append(match.end())
    return found


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or sentences that hold `text[start:end]`, white space trimmed, at most 2,000
    characters to either side."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    ends = _ends(text, low, high)
    first = max((at for at in ends if at <= start), default=low)
    last = min((at for at in ends if at >= end), default=high)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
