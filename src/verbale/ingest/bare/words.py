"""The words of a whole page at once: which are the same, and what each is known for."""

from dataclasses import dataclass
from functools import cache

import numpy
import numpy.typing

from verbale.ingest.bare.characters import IS, Characters, Codes, Points
from verbale.ingest.bare.furniture import words_of_phrases
from verbale.ingest.english import small_words_by_language

Numbers = numpy.typing.NDArray[numpy.uint64]
Flags = numpy.typing.NDArray[numpy.bool_]

_KNOWN = {
    "said": frozenset(("said", "says", "told", "added", "according", "asked", "announced", "explained", "wrote")),
    "reader": frozenset(("you", "your", "our", "us", "you'll", "you’ll", "you're", "you’re")),
    "writer": frozenset(("i", "i'm", "i’m", "my", "me")),
    "says": frozenset(("says", "said", "wrote", "writes", "replied", "replies", "commented")),
    "ago": frozenset(("ago",)),
}
_KINDS = ("small", "opens_furniture", "in_furniture", *_KNOWN)
COUNTED = (*_KINDS, "capital", "digit")
_SHIFTS = numpy.arange(len(_KINDS))[:, None]
# Slots of the table of known words: so many that no two of them share one.
_SLOT_BITS = 18
# A word's number is the sum of its characters, each times the factor of its place: two words share one by chance in
# 2^64. Beyond the last place, only the sum counts.
_PLACES = 32
_FACTORS = numpy.random.default_rng(1).integers(1, 1 << 63, _PLACES, numpy.uint64) | numpy.uint64(1)
_LINE_FACTORS = numpy.random.default_rng(2).integers(1, 1 << 63, _PLACES, numpy.uint64) | numpy.uint64(1)
# Words of matter have more letters than this.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in order. `number` tells them apart, whatever their case; so does `stem`, without the ending
    of a plural or genitive, counted from 0. `line` is where each stands; `first` and `count` say which are a line's.
    `capital`, `digit` and `matter` (no function word, and not short) tell what each is; `counts` has a row for each of
    COUNTED: how many of a line's words are that."""

    number: Numbers
    stem: Codes
    line: Codes
    first: Codes
    count: Codes
    capital: Flags
    digit: Flags
    small: Flags
    matter: Flags
    opening: Flags
    counts: Codes

    def counted(self, name: str) -> Codes:
        """How many words of each line are what `name` says."""
        found: Codes = self.counts[COUNTED.index(name)]
        return found

    def of_whole_lines(self) -> Numbers:
        """A number for each line, the same for lines of the same words; 0 for those without words."""
        numbers = numpy.zeros(len(self.count), numpy.uint64)
        place = numpy.arange(len(self.number)) - self.first[self.line]
        some = self.count > 0
        if len(place):
            shares = self.number * _LINE_FACTORS[numpy.minimum(place, _PLACES - 1)]
            numbers[some] = numpy.add.reduceat(shares, self.first[some])
        return numbers


def page_words(page: Characters, language: str) -> PageWords:
    """The words of a page: letters and digits, with an apostrophe, hyphen or full stop between them."""
    letter, inner = page.kinds & IS["letter"] > 0, page.kinds & IS["inner"] > 0
    part = letter.copy()
    part[1:-1] |= inner[1:-1] & letter[:-2] & letter[2:]
    edges = numpy.flatnonzero(part[1:] != part[:-1]) + 1
    edges = numpy.concatenate([[0], edges]) if part[0] else edges
    starts, ends = edges[0::2], edges[1::2]
    places = numpy.flatnonzero(part)
    lengths = ends - starts
    lower = page.lower(places)
    offset = numpy.cumsum(lengths) - lengths
    number, capital = numpy.zeros(0, numpy.uint64), numpy.zeros(0, numpy.bool_)
    stem = numpy.zeros(0, numpy.int64)
    if len(starts):
        within = numpy.minimum(places - numpy.repeat(starts, lengths), _PLACES - 1)
        shares = lower * _FACTORS[within]
        number = numpy.add.reduceat(shares, offset)
        capital = numpy.logical_or.reduceat(lower != page.points[places], offset)
        stem = _compact(number - _endings(shares, lower, offset + lengths - 1, lengths))
    line = numpy.searchsorted(page.ends, starts)
    first = numpy.searchsorted(starts, page.starts)
    count = numpy.diff(first, append=len(starts))
    digit = page.kinds[starts] & IS["digit"] > 0
    known = _known(number, language) >> _SHIFTS & 1
    is_small = known[0] > 0
    marks = numpy.zeros((len(COUNTED), len(starts) + 1), numpy.int64)
    marks[: len(_KINDS), :-1], marks[-2, :-1], marks[-1, :-1] = known, capital, digit
    counts = numpy.add.reduceat(marks, first, axis=1)
    counts[:, count == 0] = 0
    opening = numpy.zeros(len(count), numpy.bool_)
    opening[count > 0] = known[1, first[count > 0]] > 0
    matter = (lengths > _SHORT) & ~is_small
    return PageWords(number, stem, line, first, count, capital, digit, is_small, matter, opening, counts)


def _endings(shares: Numbers, lower: Points, last: Codes, lengths: Codes) -> Numbers:
    """What the ending of a plural or genitive, if there is one, adds to each word's number."""
    plural = (lower[last] == ord("s")) & (lengths > _SHORT)
    before = last - plural
    genitive = plural & ((lower[before] == ord("'")) | (lower[before] == ord("’")))
    ending: Numbers = shares[last] * plural + shares[before] * genitive
    return ending


def _compact(numbers: Numbers) -> Codes:
    """The same numbers for the same, from 0 on."""
    order = numpy.argsort(numbers)
    ordered = numbers[order]
    compact = numpy.zeros(len(numbers), numpy.int64)
    compact[order[1:]] = numpy.cumsum(ordered[1:] != ordered[:-1])
    return compact


def number_of(word: str) -> int:
    """The number of a word in lower case."""
    points = numpy.array(list(map(ord, word)), numpy.uint64)
    factors = _FACTORS[numpy.minimum(numpy.arange(len(word)), _PLACES - 1)]
    return int((points * factors).sum())


def number_of_line(words: list[str]) -> int:
    """The number of a line of these words, in lower case."""
    numbers = numpy.array(list(map(number_of, words)), numpy.uint64)
    factors = _LINE_FACTORS[numpy.minimum(numpy.arange(len(words)), _PLACES - 1)]
    return int((numbers * factors).sum())


def _known(number: Numbers, language: str) -> Codes:
    """What each word is known for, as bits in the order of _KINDS."""
    slots, words, known_for, factor = _table(language)
    at = slots[number * factor >> numpy.uint64(64 - _SLOT_BITS)]
    found: Codes = known_for[at] * (words[at] == number)
    return found


@cache
def _table(language: str) -> tuple[Codes, Numbers, Codes, numpy.uint64]:
    """The words known for anything, by slots: which stands in a slot, their numbers, what each is known for, and the
    factor that gives the slot of a number."""
    opening, within = words_of_phrases()
    groups = {"small": small_words_by_language()[language], "opens_furniture": opening, "in_furniture": within}
    groups |= _KNOWN
    known = sorted(frozenset[str]().union(*groups.values()))
    words = numpy.array(list(map(number_of, known)), numpy.uint64)
    bits = [sum((word in groups[name]) << bit for bit, name in enumerate(_KINDS)) for word in known]
    random = numpy.random.default_rng(3)
    while True:
        factor = random.integers(1, 1 << 63, dtype=numpy.uint64) * numpy.uint64(2) + numpy.uint64(1)
        places = words * factor >> numpy.uint64(64 - _SLOT_BITS)
        if len(numpy.unique(places)) == len(places):
            break
    slots = numpy.zeros(1 << _SLOT_BITS, numpy.int64)
    slots[places] = numpy.arange(len(words))
    return slots, words, numpy.array(bits), factor
