"""A page of bare text as units: lines, with those that only a hard wrap parts joined again."""

import re

from msgspec import Struct

from verbale.ingest.clean import Piece, changed_places, cleaned, join

# What ends a line; and what `str.splitlines` takes for an end too.
_LINE = re.compile(r"(?<=\n)|(?<=\r)(?!\n)|(?<=[\x0b\x0c\x85\u2028\u2029])")
_ODD = "\x1c\x1d\x1e"
BULLETS = "•●▪■◦‣·∙○□►▶➤✓»*"
# What opens an item of a list where several lines have it; alone it may open anything.
DASHED = ("- ", "– ", "— ")
_BULLET = re.compile(rf"(?:[{BULLETS}]|[-–—](?=\s{{2,}}\S))\s+")
_OPENS_ITEM = frozenset(BULLETS + "-–—")
_ENDS, _CLOSING = frozenset(".!?…:;"), "\"'”’»)]"
_WEB = ("http", "www.")
# What begins in lower case and goes on with nothing.
_BYLINE = re.compile(r"by [^\W\d_a-z][\w'’-]* [^\W\d_a-z]")
_WIDEST = 130
# A line goes on below it only if it is so wide.
_GOES_ON = 40
# What sets the links of a bar apart where no mark does.
_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")


class Unit(Struct, gc=False):
    """One line: its cleaned text, where it stands in the source, whether a blank line stands before it, whether it is
    an item of a list, how wide it is printed; the way back (as in `Piece`) where cleaning moved anything in it; and how
    many wide gaps stood between its words."""

    text: str
    offset: int
    gap: bool
    bullet: bool
    width: int = 0
    moved: tuple[tuple[int, int], ...] = ()
    gaps: int = 0

    @property
    def piece(self) -> Piece:
        return Piece(self.text, self.moved or ((0, self.offset),))


def units_of(text: str) -> list[Unit]:
    """The lines of `text` that hold anything, cleaned, hard wraps undone."""
    dirty = [*changed_places(text), len(text)]
    next_dirty = iter(dirty)
    odd_at = next(next_dirty)
    units: list[Unit] = []
    gap = False
    end = 0
    odd_ends = any(sign in text for sign in _ODD)
    for line in _LINE.split(text) if odd_ends else text.splitlines(keepends=True):
        start, end = end, end + len(line)
        stripped = line.strip()
        if not stripped:
            gap = gap or bool(line)
            continue
        first = stripped[0]
        if first != line[0]:
            start += len(line) - len(line.lstrip())
        bullet = _BULLET.match(stripped) if first in _OPENS_ITEM else None
        if bullet:
            start += bullet.end()
            stripped = stripped[bullet.end() :]
        while odd_at < start:
            odd_at = next(next_dirty)
        if odd_at < start + len(stripped):
            piece = cleaned(stripped, start)
            if not piece.text:
                continue
            gaps = len(_GAP.findall(stripped))
            units.append(Unit(piece.text, piece.offset, gap, bullet is not None, len(piece.text), piece.offsets, gaps))
        else:
            units.append(Unit(stripped, start, gap, bullet is not None, len(stripped)))
        gap = False
    return _unwrapped(units)


def _unwrapped(units: list[Unit]) -> list[Unit]:
    """Join the lines of hard-wrapped paragraphs."""
    wide = [number for number, unit in enumerate(units) if unit.width >= _GOES_ON]
    width = _wrap_width(units, wide)
    # What is not hard-wrapped goes on only below a wide line.
    likely = range(1, len(units)) if width else [n + 1 for n in wide if n + 1 < len(units)]
    on = {
        number
        for number in likely
        if (width or units[number].text[0].islower()) and _continues(units[number - 1], units[number], width)
    }
    if not on:
        return units
    words: set[str] | None = None
    joined: list[Unit] = []
    group: list[Piece] = []
    for number, unit in enumerate(units):
        if number not in on:
            if group:
                _set_joined(joined[-1], group)
                group = []
            joined.append(unit)
            continue
        group = group or [units[number - 1].piece]
        last = group[-1].text
        if last.endswith("-") and last[-2:-1].isalpha() and unit.text[0].islower():
            words = _words(units) if words is None else words
            group[-1] = _hyphened(group[-1], unit.piece, words)
        else:
            group.append(unit.piece)
    if group:
        _set_joined(joined[-1], group)
    return joined


def _set_joined(unit: Unit, group: list[Piece]) -> None:
    """Give a unit the text of all lines of its paragraph."""
    whole = join(group, " ")
    unit.text, unit.moved = whole.text, whole.offsets


def _wrap_width(units: list[Unit], wide: list[int]) -> int:
    """The width at which the text is wrapped, or 0: most `wide` lines that another follows end in mid-sentence, and
    hardly any line of the page is much longer than these."""
    followed = [units[n] for n in wide if n + 1 < len(units) and not (units[n + 1].gap or units[n + 1].bullet)]
    if len(followed) < 4:
        return 0
    widths = sorted(unit.width for unit in followed)
    widest = widths[int(0.98 * (len(widths) - 1))]
    if widest > _WIDEST or sum(units[n].width > widest + 20 for n in wide) > 1 + 0.05 * len(units):
        return 0
    close = sum(width >= widest - 18 for width in widths)
    open_ended = sum(not _ended(unit.text) for unit in followed)
    return widest if open_ended >= 0.6 * len(followed) and close >= 0.6 * len(widths) else 0


# The initials with which an agency signs its copy: "jc/rt".
_INITIALS = re.compile(r"[a-z]{1,4}(?:/[a-z]{1,4})+")


def _continues(unit: Unit, after: Unit, width: int) -> bool:
    """Whether `after` goes on with the sentence or paragraph of the line before it."""
    if after.gap or after.bullet:
        return False
    text, following = unit.text, after.text
    wrapped = width and unit.width >= width - 22
    if not (wrapped or following[:1].islower()) or (text.startswith(_WEB) and " " not in text):
        return False
    if wrapped:
        return True
    goes_on = not following.startswith(_WEB) and not _BYLINE.match(following) and not _INITIALS.fullmatch(following)
    return unit.width >= _GOES_ON and goes_on and not _ended(text) and after.width >= 3


def _ended(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def _words(units: list[Unit]) -> set[str]:
    return {word.lower() for unit in units for word in re.findall(r"[^\W\d_]+", unit.text)}


def _hyphened(before: Piece, after: Piece, words: set[str]) -> Piece:
    """Two lines parted within a word: without the hyphen where the page has the word in one piece elsewhere."""
    head = re.search(r"([^\W\d_]+)-$", before.text)
    tail = re.match(r"[^\W\d_]+", after.text)
    if head and tail and (head.group(1) + tail.group()).lower() in words:
        return join([Piece(before.text[:-1], before.offsets), after], "")
    return join([before, after], "")
