"""The characters of a whole page as an array, with the classes that tell words, ends of sentences and marks apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy
import numpy.typing

Codes = numpy.typing.NDArray[numpy.int64]
Kinds = numpy.typing.NDArray[numpy.uint16]
Points = numpy.typing.NDArray[numpy.uint32]

# What a class holds beside what Unicode says of a character.
_MARKS = {
    "inner": "'’.-",  # within a word, between letters
    "end": ".!?…。！？",
    "closing": "\"'”’»)]",
    "separator": "|·»›•/>→",
    "quote": '"“”',
    "exclaims": "!",
    "asks": "?！？!",
    "comma": ",;",
    "stop": ".",
    "dash": "-–—",
    "copyright": "©",
}
_NAMES = ("letter", "digit", "upper", "lower", "unspaced", *_MARKS)
IS = {name: 1 << number for number, name in enumerate(_NAMES)}
# Scripts without blanks between words.
_UNSPACED = ((0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF))
# Beyond the Basic Multilingual Plane stand signs; all count as its last code point, which is none.
_LAST = 0xFFFF


@cache
def _tables() -> tuple[Kinds, Points]:
    """The classes of every code point, as bits, and its lower case."""
    signs = [chr(point) for point in range(_LAST + 1)]
    kinds = numpy.zeros(_LAST + 1, numpy.uint16)
    for name, holds in (
        ("letter", str.isalnum),
        ("digit", str.isdigit),
        ("upper", str.isupper),
        ("lower", str.islower),
    ):
        kinds[[holds(sign) for sign in signs]] |= IS[name]
    for first, last in _UNSPACED:
        kinds[first : last + 1] |= IS["unspaced"]
    for name, marks in _MARKS.items():
        kinds[[ord(mark) for mark in marks]] |= IS[name]
    lower = [low if len(low) == 1 else sign for sign in signs for low in (sign.lower(),)]
    return kinds, numpy.array(list(map(ord, lower)), numpy.uint32)


@dataclass(frozen=True, slots=True)
class Characters:
    """A page's characters, a line end behind each line: code points, their classes, the lower case of each; and where
    each line starts and ends."""

    points: Points
    kinds: Kinds
    starts: Codes
    ends: Codes

    def lower(self, places: Codes) -> Points:
        """The characters at `places`, in lower case."""
        found: Points = _tables()[1][self.points[places]]
        return found

    def any_of(self) -> Kinds:
        """The classes that each line has a character of."""
        found: Kinds = numpy.bitwise_or.reduceat(self.kinds, self.starts)
        return found

    def count(self, name: str) -> Codes:
        """How many characters of a class each line has."""
        found: Codes = numpy.add.reduceat(self.kinds & IS[name] > 0, self.starts, dtype=numpy.int64)
        return found

    def last(self, but: str) -> Kinds:
        """The classes of each line's last character that is not of the class `but` (of its last one where all are)."""
        places = numpy.where(self.kinds & IS[but] > 0, -1, numpy.arange(len(self.kinds)))
        places[self.ends] = -1
        found = numpy.maximum.reduceat(places, self.starts)
        return self.kinds[numpy.where(found < self.starts, self.ends - 1, found)]


def characters(lines: Sequence[str]) -> Characters:
    """The characters of `lines`, none of which is empty."""
    text = "\n".join(lines) + "\n"
    points = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)
    if not text.isascii():
        points = numpy.minimum(points, _LAST)
    lengths = numpy.fromiter(map(len, lines), numpy.int64, len(lines))
    ends = numpy.cumsum(lengths + 1) - 1
    return Characters(points, _tables()[0][points], ends - lengths, ends)
