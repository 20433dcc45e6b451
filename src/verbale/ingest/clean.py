"""Characters made clean, with the way back: what a cleaned line says, and where each part stood in the source."""

import html
import re
from collections.abc import Iterator

import numpy
from msgspec import Struct

# Runs that a cleaned line does not keep as they are. Soft hyphens, zero-width characters, marks of direction and
# control characters go; any other space than a plain one, and any run of spaces, becomes one space; ligatures are
# spelt out; character references, which pages that were escaped twice leave in their text, are resolved.
_SPACES = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = ord(" ")
# The characters of all these but references, and a first look at references and runs of spaces.
_ODD = "".join(
    chr(point)
    for first, last in (
        (0x00, 0x09), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0xA0), (0xAD, 0xAD), (0x1680, 0x1680), (0x2000, 0x200F),
        (0x202A, 0x202F), (0x205F, 0x2064), (0x2066, 0x2069), (0x3000, 0x3000), (0xFB00, 0xFB06), (0xFEFF, 0xFEFF),
        (0xFFFC, 0xFFFC),
    )
    for point in range(first, last + 1)
)  # fmt: skip
# A look at the first character spares most places of a line the rest.
_CHANGED = re.compile(
    rf"(?=[{re.escape(_ODD)}&]| [{_SPACES}])(?:"
    r"(?P<gone>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc"
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+)"
    rf"|(?P<space>[{_SPACES}]{{2,}}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});))"
)
_MAY_CHANGE = re.compile(rf"[{re.escape(_ODD)}]|  |&[#A-Za-z]")
_PRINTED = "".join(filter(str.isprintable, _ODD))
# By code point, all that are looked up; beyond them stand signs, none of which is odd, as the last of these is not.
_IS_ODD = numpy.zeros(1 << 16, numpy.bool_)
_IS_ODD[list(map(ord, _ODD))] = True
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}


class Piece(Struct, frozen=True, gc=False):  # a page has hundreds, none of which can hold another
    """Cleaned text and its way back: pairs (offset in text, offset in the decoded source), ascending, each holding
    until the next."""

    text: str
    offsets: tuple[tuple[int, int], ...]

    @property
    def offset(self) -> int:
        """Where the piece begins in the decoded source."""
        return self.offsets[0][1] if self.offsets else 0


def changed_places(text: str) -> list[int]:
    """Where `text` holds anything that `clean` may change, apart from white space at its ends."""
    points = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)
    odd = _IS_ODD.take(points, mode="clip")
    spaces = points == _SPACE
    odd[:-1] |= spaces[:-1] & spaces[1:]
    places: list[int] = odd.nonzero()[0].tolist()
    references = [place for place in _places(text, "&") if _opens_reference(text, place + 1)]
    return sorted(places + references) if references else places


def _opens_reference(text: str, at: int) -> bool:
    return text[at : at + 1] == "#" or (text[at : at + 1].isascii() and text[at : at + 1].isalpha())


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def clean(text: str, base: int = 0) -> Piece:
    """`text` cleaned and stripped; `base` is its offset in the decoded source."""
    start = len(text) - len(text.lstrip())
    text = text.rstrip()
    if _is_clean(text) or not _MAY_CHANGE.search(text, start):
        return Piece(text[start:], ((0, base + start),))
    return cleaned(text, base, start)


def _is_clean(text: str) -> bool:
    """Whether it is plain at a first look that `text` holds nothing to change."""
    if not text.isprintable() or "&" in text or "  " in text:
        return False
    return text.isascii() or not any(sign in text for sign in _PRINTED)


def cleaned(text: str, base: int = 0, start: int = 0) -> Piece:
    """As `clean`, of a text that holds something to change from `start` on, where it begins, and ends in no space."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    length, at = 0, start
    for found in _CHANGED.finditer(text, start):
        begin, end = found.span()
        if begin > at:
            parts.append(text[at:begin])
            offsets.append((length, base + at))
            length += begin - at
        new = " " if found.lastgroup == "space" else _replacement(found)
        if new == " " and (length == 0 or parts[-1].endswith(" ")):
            new = ""
        if new:
            parts.append(new)
            offsets += [(length + more, base + begin) for more in range(len(new))]
            length += len(new)
        at = end
    if at < len(text):
        rest = text[at:]
        if parts and parts[-1].endswith(" "):
            bare = rest.lstrip(" ")
            at += len(rest) - len(bare)
            rest = bare
        parts.append(rest)
        offsets.append((length, base + at))
    whole = "".join(parts)
    kept = whole.rstrip()
    lead = len(kept) - len(kept.lstrip())
    if lead:
        kept = kept[lead:]
        offsets = [(max(0, to - lead), source + max(0, lead - to)) for to, source in offsets]
    return Piece(kept, _tidy(offsets, len(kept)) or ((0, base + start),))


def _replacement(found: re.Match[str]) -> str:
    """What comes in place of anything but spaces."""
    kind, text = found.lastgroup, found.group()
    if kind == "ligature":
        return _LIGATURES[text]
    if kind == "reference":
        new = html.unescape(text)
        if new == text:
            return text
        return "".join(" " if c.isspace() else c for c in new if not _CHANGED.match(c) or c.isspace())
    return ""


def _tidy(offsets: list[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """Drop pairs that the one before already implies, and those beyond the end."""
    kept: list[tuple[int, int]] = []
    for to, source in offsets:
        if to >= length and kept:
            continue
        if kept and kept[-1][0] == to:
            kept[-1] = (to, source)
        elif not kept or source - kept[-1][1] != to - kept[-1][0]:
            kept.append((to, source))
    return tuple(kept)


def join(pieces: list[Piece], between: str) -> Piece:
    """The pieces as one, with `between` set between them (it maps to the end of the piece before it)."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    length = 0
    for number, piece in enumerate(pieces):
        if number:
            parts.append(between)
            length += len(between)
        offsets += [(length + to, source) for to, source in piece.offsets]
        parts.append(piece.text)
        length += len(piece.text)
    return Piece("".join(parts), tuple(offsets))


def part(piece: Piece, start: int, end: int) -> Piece:
    """The stretch `start:end` of a piece, with its own way back."""
    offsets: list[tuple[int, int]] = []
    for to, source in piece.offsets:
        if to <= start:
            offsets = [(0, source + start - to)]
        elif to < end:
            offsets.append((to - start, source))
    return Piece(piece.text[start:end], tuple(offsets))
