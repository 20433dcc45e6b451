"""Cuts a report's text into the pieces that are parsed one by one: paragraphs, lines of lists, captions.

What a newline means is judged by the text itself: a blank line always parts paragraphs; a single newline parts them
unless the text is hard-wrapped (lines of about one width, broken where the next word would not have fitted).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbale.model import Report

# No piece is longer than this many characters (about 2,000 words), so that memory and time stay in bounds: a
# "sentence" that goes on for longer is cut at white space.
MAX_PIECE = 10_000
# Nor may a run without white space be longer than this: the tokenizer's time grows with the square of it.
MAX_WORD = 400

_BREAK = re.compile(r"[^\S\n]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c])\s*|\s*[\x0b\x0c\u2029]\s*")
_NEWLINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]")
_BULLET = re.compile(r"(?:[•▪▲△■□●○◆◇▶►*·–—-]|\d{1,2}[.)]|\(?[a-z]\))\s")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD}}}(?=\S)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")

# A text counts as hard-wrapped where at least three lines come within 12 characters of its widest, that is no wider
# than 130 characters, and they are at least half of all lines. Tried on wrapped and unwrapped news wire by eye.
_WRAP_WIDTH, _WRAP_SLACK, _WRAP_SHARE, _WRAP_LINES = 130, 12, 0.5, 3


def pieces(report: Report) -> list[tuple[int, int]]:
    """Start and end of each piece of `report.text`, in order; what lies between them is white space."""
    text = report.text
    zones = [(zone.start, zone.end) for zone in report.zones] or [(0, len(text))]
    edges = sorted({0, len(text), *(edge for zone in zones for edge in zone if 0 <= edge <= len(text))})
    width = _wrap_width(text)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        for line in _paragraphs(text, start, end, width):
            found.extend(_chunks(text, *line))
    return found


def _wrap_width(text: str) -> int | None:
    """The width at which `text` is hard-wrapped, or None where its lines are paragraphs."""
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    if not lengths or max(lengths) > _WRAP_WIDTH:
        return None
    width = max(lengths)
    full = sum(length >= width - _WRAP_SLACK for length in lengths)
    return width if full >= _WRAP_LINES and full >= _WRAP_SHARE * len(lengths) else None


def _paragraphs(text: str, start: int, end: int, width: int | None) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if _parts(text, start, end, match, width):
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def _parts(text: str, start: int, end: int, match: re.Match[str], width: int | None) -> bool:
    """Whether the line break `match` parts two paragraphs."""
    if len(_NEWLINE.findall(match.group())) > 1:
        return True
    before_start = max(text.rfind("\n", start, match.start()), text.rfind("\r", start, match.start()), start - 1) + 1
    before = text[before_start : match.start()]
    after_end = text.find("\n", match.end(), min(end, match.end() + 200))
    after = text[match.end() : after_end if after_end >= 0 else min(end, match.end() + 200)]
    if not before.strip() or not after.strip() or _BULLET.match(after):
        return True
    if width is not None:
        first_word = after.split(None, 1)[0]
        return len(before) + 1 + len(first_word) <= width - 1 and bool(_ENDS.search(before))
    return not (after[0].islower() and not _ENDS.search(before))


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`text[start:end]` without white space around it, cut so that no part is longer than MAX_PIECE."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_PIECE:
        cut = _cut(text, start)
        yield from _split_words(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield from _split_words(text, start, end)


def _split_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`text[start:end]`, parted in the middle of words that are too long for the tokenizer."""
    for match in _LONG_WORD.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    """Where to cut a piece that is too long: after a sentence, else at white space, else at the bound."""
    limit = start + MAX_PIECE
    ends: Sequence[re.Match[str]] = list(_SENTENCE_END.finditer(text, start + MAX_PIECE // 2, limit))
    if ends:
        return ends[-1].end()
    spaces = list(re.finditer(r"\s+", text[start + MAX_PIECE // 2 : limit]))
    return start + MAX_PIECE // 2 + spaces[-1].end() if spaces else limit
