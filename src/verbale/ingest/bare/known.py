"""What words are known for, looked up for a whole page at once: function words of each language, words of furniture's
phrases, words of what people say."""

from functools import cache

import numpy
import numpy.typing

from verbale.ingest.bare.characters import Codes, Numbers
from verbale.ingest.bare.furniture import words_of_phrases
from verbale.ingest.english import small_words_by_language

Slots = numpy.typing.NDArray[numpy.int16]

_SPOKEN = {
    "said": frozenset(("said", "says", "told", "added", "according", "asked", "announced", "explained", "wrote")),
    "reader": frozenset(("you", "your", "our", "us", "you'll", "you’ll", "you're", "you’re")),
    "writer": frozenset(("i", "i'm", "i’m", "my", "me")),
    "says": frozenset(("says", "said", "wrote", "writes", "replied", "replies", "commented")),
    "ago": frozenset(("ago",)),
}
# What words are known for, a bit each; above these, a bit for each language of which they are function words.
KNOWN = {name: 1 << bit for bit, name in enumerate(("opens_furniture", "in_furniture", *_SPOKEN))}
_FIRST_LANGUAGE = len(KNOWN)
# Slots of the table of known words: so many that no two of them share one.
_SLOT_BITS = 18
# A word's number is the sum of its characters in lower case, each times a power of one odd factor; so is a line's, of
# its words. Modulo 2^64 odd numbers can be divided by: what stands anywhere on a page is told from sums up to there.
WORD_FACTOR, LINE_FACTOR = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
ALL = (1 << 64) - 1


@cache
def number_of(word: str) -> int:
    """The number of a word in lower case. Asked of the words of the data files, once."""
    return sum(ord(letter) * pow(WORD_FACTOR, place, ALL + 1) for place, letter in enumerate(word)) & ALL


def number_of_line(words: list[str]) -> int:
    """The number of a line of these words, in lower case."""
    return sum(number_of(word) * pow(LINE_FACTOR, place, ALL + 1) for place, word in enumerate(words)) & ALL


@cache
def languages() -> dict[str, int]:
    """The bit of each language's function words."""
    return {code: 1 << _FIRST_LANGUAGE + place for place, code in enumerate(small_words_by_language())}


def known_for(number: Numbers) -> Codes:
    """What each word, by its number, is known for, as the bits of KNOWN and of `languages`."""
    slots, words, bits, factor = _table()
    at = slots.take((number * factor >> numpy.uint64(64 - _SLOT_BITS)).astype(numpy.int64))
    found: Codes = bits.take(at) * (words.take(at) == number)
    return found


@cache
def _table() -> tuple[Slots, Numbers, Codes, numpy.uint64]:
    """The words known for anything, by slots: which stands in a slot, their numbers, what each is known for, and the
    factor that gives the slot of a number."""
    opening, within = words_of_phrases()
    groups = {KNOWN["opens_furniture"]: opening, KNOWN["in_furniture"]: within}
    groups |= {KNOWN[name]: words for name, words in _SPOKEN.items()}
    groups |= {bit: small_words_by_language()[code] for code, bit in languages().items()}
    known = sorted(frozenset[str]().union(*groups.values()))
    words = numpy.array(list(map(number_of, known)), numpy.uint64)
    bits = [sum(bit for bit, group in groups.items() if word in group) for word in known]
    random = numpy.random.default_rng(3)
    while True:
        factor = random.integers(1, 1 << 63, dtype=numpy.uint64) * numpy.uint64(2) + numpy.uint64(1)
        places = words * factor >> numpy.uint64(64 - _SLOT_BITS)
        if len(set(places.tolist())) == len(places):
            break
    slots = numpy.zeros(1 << _SLOT_BITS, numpy.int16)
    slots[places] = numpy.arange(len(words))
    return slots, words, numpy.array(bits), factor
