"""A page of bare text as units: lines, with those that only a hard wrap parts joined again."""

import re
from dataclasses import dataclass
from itertools import pairwise

from verbale.ingest.clean import Piece, changed_places, clean, join

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•●▪■◦‣·∙○□►▶➤✓»*]|[-–—](?=\s{2,}\S))\s+")
_ENDS = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_WEB = ("http", "www.")
_WIDEST = 130


@dataclass(slots=True)
class Unit:
    """One line: its cleaned text, whether a blank line stands before it, and whether it is an item of a list."""

    piece: Piece
    gap: bool
    bullet: bool
    width: int = 0


def units_of(text: str) -> list[Unit]:
    """The lines of `text` that hold anything, cleaned, hard wraps undone."""
    dirty = [*changed_places(text), len(text)]
    place = 0
    units: list[Unit] = []
    last_end = 0
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = found.start()
        gap = start - last_end > 1 and text[last_end:start] != "\r\n"
        last_end = found.end()
        offset = start if line[0] == stripped[0] else start + len(line) - len(line.lstrip())
        bullet = None if stripped[0].isalnum() else _BULLET.match(stripped)
        if bullet:
            offset += bullet.end()
            stripped = stripped[bullet.end() :]
        while dirty[place] < offset:
            place += 1
        piece = clean(stripped, offset) if dirty[place] < last_end else Piece(stripped, ((0, offset),))
        if piece.text:
            units.append(Unit(piece, gap, bullet is not None, len(piece.text)))
    return _unwrapped(units)


def _unwrapped(units: list[Unit]) -> list[Unit]:
    """Join the lines of hard-wrapped paragraphs."""
    width = _wrap_width(units)
    joined: list[Unit] = []
    words: set[str] | None = None
    group: list[Piece] = []
    for number, unit in enumerate(units):
        if group and _continues(units[number - 1], unit, width):
            before = group[-1].text
            if before.endswith("-") and before[-2:-1].isalpha() and unit.piece.text[:1].islower():
                if words is None:
                    words = _words(units)
                group.append(unit.piece)
                joined[-1].piece = _hyphened(joined[-1].piece, unit.piece, words)
            else:
                group.append(unit.piece)
                joined[-1].piece = join([joined[-1].piece, unit.piece], " ")
            continue
        group = [unit.piece]
        joined.append(unit)
    return joined


def _wrap_width(units: list[Unit]) -> int:
    """The width at which the text is wrapped, or 0: most long lines that another follows end in mid-sentence, and
    none is much longer than the rest."""
    followed = [unit for unit, after in pairwise(units) if not after.gap and not after.bullet and unit.width >= 40]
    if len(followed) < 4:
        return 0
    open_ended = sum(not _ENDS.search(unit.piece.text) for unit in followed)
    widths = sorted(unit.width for unit in followed)
    widest = widths[int(0.98 * (len(widths) - 1))]
    close = sum(width >= widest - 18 for width in widths)
    return widest if widest <= _WIDEST and open_ended >= 0.6 * len(followed) and close >= 0.6 * len(widths) else 0


def _continues(unit: Unit, after: Unit, width: int) -> bool:
    """Whether `after` goes on with the sentence or paragraph of the line before it."""
    if after.gap or after.bullet:
        return False
    text, following = unit.piece.text, after.piece.text
    wrapped = width and unit.width >= width - 22
    if not (wrapped or following[:1].islower()) or (text.startswith(_WEB) and " " not in text):
        return False
    if wrapped:
        return True
    goes_on = not following.startswith(_WEB)
    return unit.width >= 40 and goes_on and not _ENDS.search(text) and after.width >= 3


def _words(units: list[Unit]) -> set[str]:
    return {word.lower() for unit in units for word in re.findall(r"[^\W\d_]+", unit.piece.text)}


def _hyphened(before: Piece, after: Piece, words: set[str]) -> Piece:
    """Two lines parted within a word: without the hyphen where the page has the word in one piece elsewhere."""
    head = re.search(r"([^\W\d_]+)-$", before.text)
    tail = re.match(r"[^\W\d_]+", after.text)
    if head and tail and (head.group(1) + tail.group()).lower() in words:
        return join([Piece(before.text[:-1], before.offsets), after], "")
    return join([before, after], "")
