"""The words of a whole page, or of several, at once: which are the same, and what each is known for."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy
import numpy.typing
from msgspec import Struct

from verbale.ingest.bare.characters import IS, Characters, Codes, Numbers
from verbale.ingest.bare.known import ALL, LINE_FACTOR, WORD_FACTOR, known_for, languages

Flags = numpy.typing.NDArray[numpy.bool_]

# A line's words of each of these kinds are counted at once, each in bits of its own.
_BITS = 21
_MASK, _ONE_CAPITAL, _ONE_DIGIT = (1 << _BITS) - 1, 1 << _BITS, 1 << 2 * _BITS
# Words of matter have more letters than this.
_SHORT = 3
# From this share of its function words on, a page is in English and no other language is weighed.
_SURELY = 0.2
_BLANK = ord(" ")


class PageWords(Struct, frozen=True):
    """The words of a page (or of several) in order. `number` tells them apart, whatever their case; so does `stem`,
    without the ending of a plural or genitive. `line` is where each stands; `first` and `count` say which are a line's.
    `capital`, `digit`, `small` (function words) and `matter` (no function word, and not short) tell what each is,
    `known` what it is known for (KNOWN). `smalls`, `capitals` and `digits` tell how many of them a line has,
    `line_known` what any of its words is known for."""

    number: Numbers
    stem: Numbers
    line: Codes
    first: Codes
    count: Codes
    capital: Flags
    digit: Flags
    small: Flags
    matter: Flags
    known: Codes
    smalls: Codes
    capitals: Codes
    digits: Codes
    line_known: Codes

    def of_whole_lines(self) -> Numbers:
        """A number for each line with words, the same for lines of the same words."""
        powers, inverse = _powers(LINE_FACTOR, len(self.number) + 1)
        weighed = numpy.zeros(len(self.number) + 1, numpy.uint64)
        numpy.multiply(self.number, powers[: len(self.number)], out=weighed[:-1])
        found: Numbers = numpy.add.reduceat(weighed, self.first) * inverse.take(self.first)
        return found

    def of_lines(self, first: int, end: int) -> "PageWords":
        """The words of the lines from `first` up to `end`, as if these were all."""
        start = int(self.first[first])
        words = slice(start, int(self.first[end - 1] + self.count[end - 1]))
        lines = slice(first, end)
        return PageWords(
            self.number[words],
            self.stem[words],
            self.line[words] - first,
            self.first[lines] - start,
            self.count[lines],
            self.capital[words],
            self.digit[words],
            self.small[words],
            self.matter[words],
            self.known[words],
            self.smalls[lines],
            self.capitals[lines],
            self.digits[lines],
            self.line_known[lines],
        )


def page_words(page: Characters, ends: Sequence[int] = ()) -> PageWords:
    """The words of a page: letters and digits, with an apostrophe, hyphen or full stop between them. Its language is
    the one whose function words it has most of. `ends` are the lines at which pages end where there are several."""
    starts, stops = _bounds(page)
    size = len(page.kinds)
    powers, inverse = _powers(WORD_FACTOR, size)
    lower = page.lower()
    so_far = _sums(lower * powers[:size])
    before, place = so_far.take(starts), inverse.take(starts)
    number = (so_far.take(stops) - before) * place
    lengths = stops - starts
    stem = (so_far.take(stops - _endings(lower, stops, lengths)) - before) * place
    capitals = numpy.zeros(size + 1, numpy.uint32)
    (page.kinds & IS["capital"]).cumsum(dtype=numpy.uint32, out=capitals[1:])
    capital = capitals.take(starts) != capitals.take(stops)
    first = starts.searchsorted(page.starts)
    count = numpy.empty(len(first), numpy.int64)
    count[:-1], count[-1:] = first[1:] - first[:-1], len(starts) - first[-1:]
    line = numpy.arange(len(count)).repeat(count)
    digit = page.kinds.take(starts) & IS["digit"] > 0
    padded = numpy.zeros(len(starts) + 1, numpy.int64)
    padded[:-1] = known = known_for(number)
    bounds = [0, *(int(first[end]) if end < len(first) else len(starts) for end in ends[:-1]), len(starts)]
    small = numpy.empty(len(starts), numpy.bool_)
    for start, end in pairwise(bounds):
        language = _language(page, starts[start:end], stops[start:end], known[start:end])
        numpy.greater(known[start:end] & language, 0, out=small[start:end])
    some = count > 0  # to `reduceat`, a line without words has the first word below it
    line_known = numpy.bitwise_or.reduceat(padded, first) * some
    padded[:-1] = small + capital * _ONE_CAPITAL + digit * _ONE_DIGIT
    sums = numpy.add.reduceat(padded, first) * some
    return PageWords(
        number,
        stem,
        line,
        first,
        count,
        capital,
        digit,
        small,
        (lengths > _SHORT) & ~small,
        known,
        sums & _MASK,
        sums >> _BITS & _MASK,
        sums >> 2 * _BITS,
        line_known,
    )


def _language(page: Characters, starts: Codes, ends: Codes, known: Codes) -> int:
    """The bit of the language whose function words the page has most of, those with a blank on either side: "d." is an
    initial, and no word of French."""
    english = languages()["en"]
    if numpy.count_nonzero(known & english) >= _SURELY * len(known):
        return english
    before, after = page.points.take(starts - 1, mode="wrap"), page.points.take(ends)
    alone = known[(before <= _BLANK) & (after <= _BLANK)]
    return max(languages().values(), key=lambda bit: numpy.count_nonzero(alone & bit))


def _sums(values: Numbers) -> Numbers:
    """The sum of the values before each place, and of all of them."""
    sums = numpy.empty(len(values) + 1, numpy.uint64)
    sums[0] = 0
    values.cumsum(out=sums[1:])
    return sums


def _bounds(page: Characters) -> tuple[Codes, Codes]:
    """Where each word of a page starts, and where it ends."""
    letter = page.kinds & IS["letter"] > 0
    part = numpy.zeros(len(letter) + 1, numpy.bool_)
    part[1:] = letter
    inner = (page.kinds[1:-1] & IS["inner"] > 0) & letter[:-2] & letter[2:]
    part[2:-1] |= inner
    edges = (part[1:] != part[:-1]).nonzero()[0]
    starts, ends = edges.reshape(-1, 2).T.copy()
    return starts, ends


def _endings(lower: Numbers, ends: Codes, lengths: Codes) -> Codes:
    """How many letters the ending of a plural or genitive, if there is one, has in each word."""
    endings = numpy.zeros(len(ends), numpy.int64)
    plural = ((lower.take(ends - 1) == ord("s")) & (lengths > _SHORT)).nonzero()[0]
    before = lower.take(ends.take(plural) - 2)
    endings[plural] = 1 + ((before == ord("'")) | (before == ord("’")))
    return endings


@cache
def _first_powers(factor: int, size: int) -> tuple[Numbers, Numbers]:
    powers = numpy.full(size, factor, numpy.uint64)
    inverse = numpy.full(size, pow(factor, -1, ALL + 1), numpy.uint64)
    powers[0] = inverse[0] = 1
    return numpy.cumprod(powers, dtype=numpy.uint64), numpy.cumprod(inverse, dtype=numpy.uint64)


def _powers(factor: int, size: int) -> tuple[Numbers, Numbers]:
    """At least the first `size` powers of an odd factor, and of its inverse, modulo 2^64."""
    return _first_powers(factor, max(1 << 16, 1 << (size - 1).bit_length()))
