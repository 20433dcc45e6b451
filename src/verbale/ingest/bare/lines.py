"""What can be seen of each line by itself: the numbers that tell report from furniture, all lines of some pages at
once."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any

import numpy
import numpy.typing
from msgspec import Struct

from verbale.ingest.bare.captions import caption_strength
from verbale.ingest.bare.characters import IS, Characters, Codes, Numbers, characters
from verbale.ingest.bare.furniture import FURNITURE, furniture_kind, telling_pairs, whole_phrases, words_in
from verbale.ingest.bare.known import KNOWN, LINE_FACTOR, number_of_line
from verbale.ingest.bare.words import Flags, PageWords, page_words
from verbale.ingest.dates import find_dates

Matrix = numpy.typing.NDArray[numpy.floating]
# Flags, numbers or measures, one a line.
Column = numpy.typing.NDArray[Any]

_LINK = re.compile(r"@\w|www\.|\w\.(?:com|org|net)\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_SINCE = re.compile(r"\bago\b|\bmin(?:ute)?s? read\b")
# In scripts without blanks between words, two characters count as one.
_UNSPACED_SMALL = 0.35
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
# "name says:" heads a reader's comment.
_COMMENTER = re.compile(r"\S+(?: \S+){0,4} (?:says|said|wrote|writes|replied|replies|commented)\s*:?$", re.IGNORECASE)
_FURNITURE_WORDS, _BYLINE_WORDS = 40, 12
_LARGEST, _FACTOR = (1 << 64) - 1, numpy.uint64(LINE_FACTOR)
# Bounds on the words of a line, the classes of which it may have a character, and what its words may be known for.
_COUNTS = numpy.array([[1], [3], [7], [8], [20], [30], [40]])
_SIGNS = numpy.array([[IS[name]] for name in ("copyright", "separator", "quote", "exclaims", "end")], numpy.uint16)
_KNOWN = numpy.array([[KNOWN[name]] for name in ("said", "reader", "writer", "says", "ago")])
CLASSES = ("", *FURNITURE)
_CLASS = {kind: number for number, kind in enumerate(CLASSES)}
_HOW = {"is": 1, "starts": 2, "has": 3}
_IS, _STARTS, _HAS = _HOW.values()

LOCAL = (
    "bias",
    "log_words",
    "one_word",
    "to_three_words",
    "to_seven_words",
    "from_twenty_words",
    "terminal",
    "terminal_from_eight",
    "small_share",
    "small_count",
    "capital_share",
    "upper",
    "furniture_is",
    "furniture_starts",
    "furniture_has",
    "digit_share",
    "date_or_clock",
    "link",
    "separator",
    "quoted",
    "said",
    "colon",
    "lower_start",
    "reader",
    "question",
    "ellipsis",
    "caption_words",
    "writer",
    "numbered",
    "commenter",
    "exclaims",
    "dash_start",
    "letters_a_word",
    "stops",
    "commas",
    "copyright",
    "byline",
)


class Lines(Struct, frozen=True):
    """A page's lines: `local` holds a column for each name of LOCAL; `sentence` a line's words where it is a sentence
    of running text, else 0; `furniture` whether its words show it to be that, `kinds` of which class ("" of none);
    `classes` are these as places in CLASSES."""

    words: PageWords
    local: dict[str, Column]
    sentence: Codes
    furniture: Flags
    classes: Codes

    @property
    def kinds(self) -> list[str]:
        return [CLASSES[number] for number in self.classes.tolist()]

    def part(self, first: int, end: int) -> "Lines":
        """The lines from `first` up to `end`, as if these were all."""
        at = slice(first, end)
        local = {name: column[at] for name, column in self.local.items()}
        words = self.words.of_lines(first, end)
        return Lines(words, local, self.sentence[at], self.furniture[at], self.classes[at])


def seen_in(texts: Sequence[str]) -> Lines:
    """What the lines of a page, none of them empty, show in the language whose function words the page has most of."""
    page = characters(texts)
    return _seen(texts, page, page_words(page))


def seen_in_each(pages: Sequence[Sequence[str]]) -> list[Lines]:
    """As `seen_in`, for several pages at once, none of them without lines: half the time where these are short, since
    every step over an array has a cost of its own."""
    if len(pages) == 1:
        return [seen_in(pages[0])]
    texts = [text for page in pages for text in page]
    ends = list(accumulate(map(len, pages)))
    whole = characters(texts)
    lines = _seen(texts, whole, page_words(whole, ends))
    return [lines.part(first, end) for first, end in pairwise([0, *ends])]


def _seen(texts: Sequence[str], page: Characters, words: PageWords) -> Lines:
    any_of, found = page.any_of(), words.count
    some = numpy.maximum(found, 1)
    small = numpy.where(found > 2, words.smalls, 0)
    count = found
    if (any_of & IS["unspaced"]).any():
        unspaced = page.unspaced()
        count = found + unspaced // 2
        small = numpy.where(unspaced > 5, (count * _UNSPACED_SMALL).astype(numpy.int64), small)
    last = page.last(but="closing")
    opening = page.kinds.take(page.starts)
    opening_point, closing_point = page.points.take(page.starts), page.points.take(page.ends - 1)
    terminal = last & IS["end"] > 0
    one_word, to_three, to_seven, to_eight, to_twenty, to_thirty, to_forty = count <= _COUNTS
    short = to_thirty & (found > 0)
    signed, separated, quoted, exclaims, ended = any_of & _SIGNS > 0
    said, reader, writer, says, ago = words.line_known & _KNOWN > 0
    classes, matched = _furniture(texts, words, signed)
    commenter = _where(texts, says & to_eight & ~terminal & short, _COMMENTER.match)
    classes[commenter] = _CLASS["comment"]
    whole, opens, within = matched == _IS, matched == _STARTS, matched == _HAS
    from_eight = terminal & (count >= 8)
    sentence = from_eight & (small >= 0.2 * count) & ~whole & ~opens
    digits = words.digits / some * short
    letters, stops, commas = page.counts()
    dated = short & to_twenty & ((digits > 0) | ago)
    logs = numpy.log1p(numpy.concatenate([count, small, numpy.maximum(stops - 1, 0)])).reshape(3, -1)
    log_words, log_small, log_stops = logs
    local: dict[str, Column] = {
        "bias": numpy.ones(len(texts)),
        "log_words": log_words,
        "one_word": one_word,
        "to_three_words": to_three,
        "to_seven_words": to_seven,
        "from_twenty_words": count >= 20,
        "terminal": terminal,
        "terminal_from_eight": from_eight,
        "small_share": numpy.where(count > 2, small / numpy.maximum(count, 1), 0.0),
        "small_count": log_small,
        "capital_share": numpy.where(count >= 3, words.capitals / some, 0.5) * short,
        "upper": (any_of & (IS["upper"] | IS["lower"]) == IS["upper"]) & (count > 0),
        "furniture_is": whole,
        "furniture_starts": opens,
        "furniture_has": within,
        "digit_share": digits,
        "date_or_clock": _where(texts, dated, _is_dated),
        "link": _where(texts, short & _may_link(page), _is_linked),
        "separator": short & separated,
        "quoted": quoted,
        "said": said,
        "colon": closing_point == ord(":"),
        "lower_start": opening & IS["lower"] > 0,
        "reader": reader & to_forty,
        "question": last & IS["asks"] > 0,
        "ellipsis": _where(texts, ended, _is_cut),
        "caption_words": classes == _CLASS["photo"],
        "writer": writer,
        "numbered": _where(texts, (opening & IS["digit"] > 0) | (opening_point == ord("(")), _NUMBERED.match),
        "commenter": commenter,
        "exclaims": _exclaims(texts, exclaims),
        "dash_start": opening & IS["dash"] > 0,
        "letters_a_word": numpy.minimum(letters / some, 12) / 12,
        "stops": log_stops,
        "commas": commas / some,
        "copyright": signed,
        "byline": _where(texts, (opening_point == ord("B")) & (found > 1) & (found < _BYLINE_WORDS), _is_byline),
    }
    furniture = whole | opens | (within & (count < 25)) | commenter
    return Lines(words, local, sentence * count, furniture, classes)


def _furniture(texts: Sequence[str], words: PageWords, signed: Flags) -> tuple[Codes, Codes]:
    """The class of furniture that each line's words show, and how: 0 not, or one of _IS, _STARTS, _HAS. `signed` are
    lines with a copyright sign."""
    classes, matched = numpy.zeros(len(texts), numpy.int64), numpy.zeros(len(texts), numpy.int64)
    fits = (words.count > 0) & (words.count <= _FURNITURE_WORDS)
    numbers, wholes = _whole_lines()
    line_number = words.of_whole_lines()
    at = numbers.searchsorted(line_number)
    is_whole = fits & (numbers.take(at) == line_number)
    whole = is_whole.nonzero()[0]
    classes[whole], matched[whole] = wholes.take(at.take(whole)), _IS
    likely = fits & ~is_whole & (_has_phrase(words) | signed)
    for number in likely.nonzero()[0].tolist():
        kind, how = _furniture_kind(texts[number])
        if kind:
            classes[number], matched[number] = _CLASS[kind], _HOW[how]
    return classes, matched


@lru_cache(maxsize=4096)
def _furniture_kind(text: str) -> tuple[str, str]:
    """The class of furniture that a line's words show, and how. What one page of a site has, the next has too."""
    kind, how = furniture_kind(words_in(text.lower()))
    if kind == "copyright" and how == "has" and caption_strength(text) > 1:
        kind = "photo"
    return kind, how


def _has_phrase(words: PageWords) -> Flags:
    """Which lines are likely to hold a phrase of furniture, by two words of it that stand side by side."""
    within = words.known & KNOWN["in_furniture"] > 0
    opens = words.first[words.count > 0]
    within[opens] |= words.known.take(opens) & KNOWN["opens_furniture"] > 0
    at = within.nonzero()[0]
    one = words.number.take(at)
    above = words.number.take(at - 1, mode="clip") + one * _FACTOR
    below = one + words.number.take(at + 1, mode="clip") * _FACTOR
    asked = numpy.concatenate([one, above, below])
    pairs = _pairs()
    held = (pairs.take(pairs.searchsorted(asked)) == asked).reshape(3, -1).any(axis=0)
    found = numpy.zeros(len(words.count), numpy.bool_)
    found[words.line.take(at[held])] = True
    return found


@cache
def _pairs() -> Numbers:
    """The numbers of what `telling_pairs` gives, ascending; above them the largest number."""
    return numpy.array([*sorted(number_of_line(list(pair)) for pair in telling_pairs()), _LARGEST], numpy.uint64)


@cache
def _whole_lines() -> tuple[Numbers, Codes]:
    """The numbers of lines that are furniture as a whole, ascending, and their classes; above them the largest."""
    by_number = {number_of_line(phrase.split(" ")): _CLASS[kind] for phrase, kind in whole_phrases().items()}
    ordered = sorted(by_number)
    classes = [*(by_number[number] for number in ordered), 0]
    return numpy.array([*ordered, _LARGEST], numpy.uint64), numpy.array(classes)


def _where(texts: Sequence[str], likely: Flags, holds: Callable[[str], object]) -> Flags:
    """Which of the lines that may do so hold what is looked for."""
    found = numpy.zeros(len(texts), numpy.bool_)
    holding = [number for number in likely.nonzero()[0].tolist() if holds(texts[number])]
    if holding:
        found[holding] = True
    return found


def _is_byline(text: str) -> bool:
    return text[:3] in ("By ", "BY ") and text[3:4].isupper()


def _is_dated(text: str) -> bool:
    if (":" in text or "." in text) and _CLOCK.search(text):
        return True
    if bool(find_dates(text)):
        return True
    text = text.lower()
    return ("ago" in text or "read" in text) and _SINCE.search(text) is not None


def _is_cut(text: str) -> bool:
    return "…" in text[-4:] or "..." in text[-7:]


def _exclaims(texts: Sequence[str], some: Flags) -> Matrix:
    """How many exclamation marks each line has, three at most, as a share of these."""
    found = numpy.zeros(len(texts))
    for number in some.nonzero()[0].tolist():
        found[number] = min(texts[number].count("!"), 3) / 3
    return found


def _may_link(page: Characters) -> Flags:
    """Which lines have a full stop right before a letter, or an at sign."""
    stops = (page.points == ord(".")).nonzero()[0]
    stops = stops[page.kinds.take(stops + 1) & IS["letter"] > 0]  # a line's end is behind the last
    signs = numpy.concatenate([stops, (page.points == ord("@")).nonzero()[0]])
    found = numpy.zeros(len(page.starts), numpy.bool_)
    found[page.starts.searchsorted(signs, "right") - 1] = True
    return found


def _is_linked(text: str) -> bool:
    if "http" in text:
        return True
    likely = "@" in text or "www." in text or ".com" in text or ".org" in text or ".net" in text
    return likely and _LINK.search(text) is not None
