"""The characters of a whole page as an array, with the classes that tell words, ends of sentences and marks apart."""

from collections.abc import Sequence
from functools import cache

import numpy
import numpy.typing
from msgspec import Struct

Codes = numpy.typing.NDArray[numpy.int64]
Kinds = numpy.typing.NDArray[numpy.uint16]
Numbers = numpy.typing.NDArray[numpy.uint64]

# What a class holds beside what Unicode says of a character.
_MARKS = {
    "inner": "'’.-",  # within a word, between letters
    "end": ".!?…。！？",
    "closing": "\"'”’»)]",
    "separator": "|·»›•/>→",
    "quote": '"“”',
    "exclaims": "!",
    "asks": "?！？!",
    "dash": "-–—",
    "copyright": "©",
}
_NAMES = ("letter", "digit", "upper", "lower", "capital", "unspaced", *_MARKS)
IS = {name: 1 << number for number, name in enumerate(_NAMES)}
# Scripts without blanks between words.
_UNSPACED = ((0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF))
# Beyond the Basic Multilingual Plane stand signs; all count as its last code point, which is none.
_LAST = 0xFFFF
# Letters, full stops and commas of a line are counted at once, each in bits of its own, enough for the longest line.
_BITS = 21
_COMMAS = ",;"


@cache
def _tables() -> tuple[Kinds, Numbers, Numbers]:
    """The classes of every code point, as bits; its lower case; and what it adds to the counts of its line."""
    signs = [chr(point) for point in range(_LAST + 1)]
    lower = [low if len(low) == 1 else sign for sign in signs for low in (sign.lower(),)]
    kinds = numpy.zeros(_LAST + 1, numpy.uint16)
    for name, holds in (
        ("letter", [sign.isalnum() for sign in signs]),
        ("digit", [sign.isdigit() for sign in signs]),
        ("upper", [sign.isupper() for sign in signs]),
        ("lower", [sign.islower() for sign in signs]),
        ("capital", [low != sign and sign.isalnum() for low, sign in zip(lower, signs, strict=True)]),
    ):
        kinds[holds] |= IS[name]
    for first, last in _UNSPACED:
        kinds[first : last + 1] |= IS["unspaced"]
    for name, marks in _MARKS.items():
        kinds[[ord(mark) for mark in marks]] |= IS[name]
    counted = (kinds & IS["letter"] > 0).astype(numpy.uint64)
    counted[ord(".")] += 1 << _BITS
    counted[list(map(ord, _COMMAS))] += 1 << 2 * _BITS
    return kinds, numpy.array(list(map(ord, lower)), numpy.uint64), counted


class Characters(Struct, frozen=True):
    """A page's characters, a line end behind each line: code points and their classes; and where each line starts
    and ends."""

    points: numpy.typing.NDArray[numpy.uint32]
    kinds: Kinds
    starts: Codes
    ends: Codes

    def lower(self) -> Numbers:
        """The characters in lower case."""
        found: Numbers = _tables()[1].take(self.points, mode="clip")
        return found

    def any_of(self) -> Kinds:
        """The classes that each line has a character of."""
        found: Kinds = numpy.bitwise_or.reduceat(self.kinds, self.starts)
        return found

    def unspaced(self) -> Codes:
        """How many characters of scripts without blanks between words each line has."""
        found: Codes = numpy.add.reduceat(self.kinds & IS["unspaced"] > 0, self.starts, dtype=numpy.int64)
        return found

    def counts(self) -> tuple[Codes, Codes, Codes]:
        """How many letters (and digits), full stops and commas each line has."""
        sums = numpy.add.reduceat(_tables()[2].take(self.points, mode="clip"), self.starts).astype(numpy.int64)
        mask = (1 << _BITS) - 1
        return sums & mask, sums >> _BITS & mask, sums >> 2 * _BITS

    def last(self, but: str) -> Kinds:
        """The classes of each line's last character that is not of the class `but` (of its last one where all are)."""
        found: Kinds = self.kinds.take(self.ends - 1)
        for line in (found & IS[but]).nonzero()[0].tolist():
            at = int(self.ends[line]) - 1
            while at >= self.starts[line] and self.kinds[at] & IS[but]:
                at -= 1
            found[line] = self.kinds[at if at >= self.starts[line] else self.ends[line] - 1]
        return found


def characters(lines: Sequence[str]) -> Characters:
    """The characters of `lines`, none of which is empty."""
    text = "\n".join((*lines, ""))
    points = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)
    lengths = numpy.fromiter(map(len, lines), numpy.int64, len(lines))
    ends = (lengths + 1).cumsum() - 1
    return Characters(points, _tables()[0].take(points, mode="clip"), ends - lengths, ends)
