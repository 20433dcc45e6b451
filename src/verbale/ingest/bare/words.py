"""The words of a whole page at once: which are the same, and what each is known for."""

from functools import cache

import numpy
import numpy.typing
from msgspec import Struct

from verbale.ingest.bare.characters import IS, Characters, Codes, Numbers
from verbale.ingest.bare.furniture import words_of_phrases
from verbale.ingest.english import small_words_by_language

Flags = numpy.typing.NDArray[numpy.bool_]
Slots = numpy.typing.NDArray[numpy.int16]

_KNOWN = {
    "said": frozenset(("said", "says", "told", "added", "according", "asked", "announced", "explained", "wrote")),
    "reader": frozenset(("you", "your", "our", "us", "you'll", "you’ll", "you're", "you’re")),
    "writer": frozenset(("i", "i'm", "i’m", "my", "me")),
    "says": frozenset(("says", "said", "wrote", "writes", "replied", "replies", "commented")),
    "ago": frozenset(("ago",)),
}
# What words are known for, a bit each.
KNOWN = {name: 1 << bit for bit, name in enumerate(("small", "opens_furniture", "in_furniture", *_KNOWN))}
# A line's words of each of these kinds are counted at once, each in bits of its own.
_BITS = 21
_ONE_CAPITAL, _ONE_DIGIT = numpy.uint64(1 << _BITS), numpy.uint64(1 << 2 * _BITS)
# Slots of the table of known words: so many that no two of them share one.
_SLOT_BITS = 18
# A word's number is the sum of its characters in lower case, each times a power of one odd factor; so is a line's, of
# its words. Modulo 2^64 odd numbers can be divided by: what stands anywhere on a page is told from sums up to there.
_WORD_FACTOR, LINE_FACTOR = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
_ALL = (1 << 64) - 1
# Words of matter have more letters than this.
_SHORT = 3


class PageWords(Struct, frozen=True):
    """The words of a page in order. `number` tells them apart, whatever their case; so does `stem`, without the ending
    of a plural or genitive. `line` is where each stands; `first` and `count` say which are a line's. `capital`,
    `digit`, `small` (function words) and `matter` (no function word, and not short) tell what each is; `smalls`,
    `capitals` and `digits` how many of them a line has, `known` what any word of a line is known for (KNOWN), and
    `opening` whether its first one opens furniture."""

    number: Numbers
    stem: Numbers
    line: Codes
    first: Codes
    count: Codes
    capital: Flags
    digit: Flags
    small: Flags
    matter: Flags
    smalls: Codes
    capitals: Codes
    digits: Codes
    known: Codes
    opening: Flags

    def has(self, name: str) -> Flags:
        """Which lines have a word of those known as `name`."""
        found: Flags = self.known & KNOWN[name] > 0
        return found

    def of_whole_lines(self) -> Numbers:
        """A number for each line, the same for lines of the same words; 0 for those without words."""
        powers, inverse = _powers(LINE_FACTOR, len(self.number) + 1)
        so_far = _sums(self.number * powers[: len(self.number)])
        return (so_far.take(self.first + self.count) - so_far.take(self.first)) * inverse.take(self.first)


def page_words(page: Characters, language: str) -> PageWords:
    """The words of a page: letters and digits, with an apostrophe, hyphen or full stop between them."""
    starts, ends = _bounds(page)
    size = len(page.kinds)
    powers, inverse = _powers(_WORD_FACTOR, size)
    lower = page.lower()
    so_far = _sums(lower * powers[:size])
    before, place = so_far.take(starts), inverse.take(starts)
    number = (so_far.take(ends) - before) * place
    lengths = ends - starts
    stem = (so_far.take(ends - _endings(lower, ends, lengths)) - before) * place
    # What stands between words has no capitals.
    capital = numpy.bitwise_or.reduceat(page.kinds, starts) & IS["capital"] > 0
    first = starts.searchsorted(page.starts)
    count = numpy.empty(len(first), numpy.int64)
    count[:-1], count[-1:] = first[1:] - first[:-1], len(starts) - first[-1:]
    line = numpy.arange(len(count)).repeat(count)
    digit = page.kinds.take(starts) & IS["digit"] > 0
    known = _known(number, language)
    small = known & KNOWN["small"] > 0
    so_far = _sums(small.astype(numpy.uint64) + capital * _ONE_CAPITAL + digit * _ONE_DIGIT)
    sums = (so_far.take(first + count) - so_far.take(first)).astype(numpy.int64)
    mask = (1 << _BITS) - 1
    padded = numpy.zeros(len(known) + 1, numpy.int64)
    padded[:-1] = known
    of_line = numpy.bitwise_or.reduceat(padded, first) * (count > 0)
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
        sums & mask,
        sums >> _BITS & mask,
        sums >> 2 * _BITS,
        of_line,
        (padded.take(first) & KNOWN["opens_furniture"] > 0) & (count > 0),
    )


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
    inverse = numpy.full(size, pow(factor, -1, _ALL + 1), numpy.uint64)
    powers[0] = inverse[0] = 1
    return numpy.cumprod(powers, dtype=numpy.uint64), numpy.cumprod(inverse, dtype=numpy.uint64)


def _powers(factor: int, size: int) -> tuple[Numbers, Numbers]:
    """At least the first `size` powers of an odd factor, and of its inverse, modulo 2^64."""
    return _first_powers(factor, max(1 << 16, 1 << (size - 1).bit_length()))


@cache
def number_of(word: str) -> int:
    """The number of a word in lower case. Asked of the words of the data files, once for each language."""
    return sum(ord(letter) * pow(_WORD_FACTOR, place, _ALL + 1) for place, letter in enumerate(word)) & _ALL


def number_of_line(words: list[str]) -> int:
    """The number of a line of these words, in lower case."""
    return sum(number_of(word) * pow(LINE_FACTOR, place, _ALL + 1) for place, word in enumerate(words)) & _ALL


def _known(number: Numbers, language: str) -> Codes:
    """What each word is known for, as the bits of KNOWN."""
    slots, words, known_for, factor = _table(language)
    at = slots.take((number * factor >> numpy.uint64(64 - _SLOT_BITS)).astype(numpy.int64))
    found: Codes = known_for.take(at) * (words.take(at) == number)
    return found


@cache
def _table(language: str) -> tuple[Slots, Numbers, Codes, numpy.uint64]:
    """The words known for anything, by slots: which stands in a slot, their numbers, what each is known for, and the
    factor that gives the slot of a number."""
    opening, within = words_of_phrases()
    groups = {"small": small_words_by_language()[language], "opens_furniture": opening, "in_furniture": within}
    groups |= _KNOWN
    known = sorted(frozenset[str]().union(*groups.values()))
    words = numpy.array(list(map(number_of, known)), numpy.uint64)
    bits = [sum((word in groups[name]) * bit for name, bit in KNOWN.items()) for word in known]
    random = numpy.random.default_rng(3)
    while True:
        factor = random.integers(1, 1 << 63, dtype=numpy.uint64) * numpy.uint64(2) + numpy.uint64(1)
        places = words * factor >> numpy.uint64(64 - _SLOT_BITS)
        if len(set(places.tolist())) == len(places):
            break
    slots = numpy.zeros(1 << _SLOT_BITS, numpy.int16)
    slots[places] = numpy.arange(len(words))
    return slots, words, numpy.array(bits), factor
