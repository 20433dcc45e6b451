"""What can be seen of each line by itself: the numbers that tell report from furniture, all lines of a page at once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy
import numpy.typing

from verbale.ingest.bare.captions import caption_strength
from verbale.ingest.bare.characters import IS, Characters, Codes, characters
from verbale.ingest.bare.furniture import furniture_kind, whole_phrases, words_in
from verbale.ingest.bare.words import Flags, Numbers, PageWords, number_of_line, page_words
from verbale.ingest.dates import find_dates
from verbale.ingest.english import small_words_by_language

Matrix = numpy.typing.NDArray[numpy.float64]

_LINK = re.compile(r"@\w|www\.|\w\.(?:com|org|net)\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\bago\b|\bmin(?:ute)?s? read\b", re.IGNORECASE)
# In scripts without blanks between words, two characters count as one.
_UNSPACED_SMALL = 0.35
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
# "name says:" heads a reader's comment.
_COMMENTER = re.compile(r"\S+(?: \S+){0,4} (?:says|said|wrote|writes|replied|replies|commented)\s*:?$", re.IGNORECASE)
# From this share of its function words on, a page is in English and no other language is weighed.
_SURELY = 0.2
_FURNITURE_WORDS, _BYLINE_WORDS = 40, 12

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


@dataclass(frozen=True, slots=True)
class Lines:
    """A page's lines: `local` holds the numbers of LOCAL, a row a line; `sentence` a line's words where it is a
    sentence of running text, else 0; `furniture` whether its words show it to be that, `kinds` of which class ("" of
    none)."""

    words: PageWords
    local: Matrix
    sentence: Matrix
    furniture: Flags
    kinds: list[str]


def seen_in(texts: Sequence[str]) -> Lines:
    """What the lines of a page, none of them empty, show in the language whose function words the page has most of."""
    page = characters(texts)
    words = page_words(page, "en")
    if words.counted("small").sum() < _SURELY * len(words.number):
        language = _language(texts)
        words = words if language == "en" else page_words(page, language)
    return _seen(texts, page, words)


def _language(texts: Sequence[str]) -> str:
    """The language whose function words the page has most of."""
    tokens = " ".join(texts).lower().split()
    known = small_words_by_language()
    counts = {code: sum(map(words.__contains__, tokens)) for code, words in known.items()}
    return max(known, key=lambda code: counts[code])


def _seen(texts: Sequence[str], page: Characters, words: PageWords) -> Lines:
    any_of, found = page.any_of(), words.count
    some = numpy.maximum(found, 1)
    small = numpy.where(found > 2, words.counted("small"), 0)
    count = found
    if (any_of & IS["unspaced"]).any():
        unspaced = page.count("unspaced")
        count = found + unspaced // 2
        small = numpy.where(unspaced > 5, (count * _UNSPACED_SMALL).astype(numpy.int64), small)
    last = page.last(but="closing")
    opening = page.kinds[page.starts]
    opening_point, closing_point = page.points[page.starts], page.points[page.ends - 1]
    terminal = last & IS["end"] > 0
    short = (count <= 30) & (found > 0)
    has = {name: words.counted(name) > 0 for name in ("said", "reader", "writer", "says", "ago")}
    kinds, matched = _furniture(texts, words, any_of & IS["copyright"] > 0)
    commenter = _where(texts, has["says"] & (count <= 8) & ~terminal & short, _COMMENTER.match)
    for number in numpy.flatnonzero(commenter).tolist():
        kinds[number] = "comment"
    whole, opens, within = (matched == how for how in (1, 2, 3))
    from_eight = terminal & (count >= 8)
    sentence = from_eight & (small >= 0.2 * count) & ~whole & ~opens
    digits = numpy.where(short, words.counted("digit") / some, 0.0)
    stops = page.count("stop")
    columns = {
        "bias": 1.0,
        "log_words": numpy.log1p(count),
        "one_word": count <= 1,
        "to_three_words": count <= 3,
        "to_seven_words": count <= 7,
        "from_twenty_words": count >= 20,
        "terminal": terminal,
        "terminal_from_eight": from_eight,
        "small_share": numpy.where(count > 2, small / numpy.maximum(count, 1), 0.0),
        "small_count": numpy.log1p(small),
        "capital_share": numpy.where(short, numpy.where(count >= 3, words.counted("capital") / some, 0.5), 0.0),
        "upper": (any_of & IS["upper"] > 0) & (any_of & IS["lower"] == 0) & (count > 0),
        "furniture_is": whole,
        "furniture_starts": opens,
        "furniture_has": within,
        "digit_share": digits,
        "date_or_clock": _where(texts, short & (count <= 20) & ((digits > 0) | has["ago"]), _is_dated),
        "link": _where(texts, short & _may_link(page), _is_linked),
        "separator": short & (any_of & IS["separator"] > 0),
        "quoted": any_of & IS["quote"] > 0,
        "said": has["said"],
        "colon": closing_point == ord(":"),
        "lower_start": opening & IS["lower"] > 0,
        "reader": has["reader"] & (count <= 40),
        "question": last & IS["asks"] > 0,
        "ellipsis": ["…" in text[-4:] or "..." in text[-7:] for text in texts],
        "caption_words": [kind == "photo" for kind in kinds],
        "writer": has["writer"],
        "numbered": _where(texts, (opening & IS["digit"] > 0) | (opening_point == ord("(")), _NUMBERED.match),
        "commenter": commenter,
        "exclaims": numpy.minimum(page.count("exclaims"), 3) / 3,
        "dash_start": opening & IS["dash"] > 0,
        "letters_a_word": numpy.minimum(page.count("letter") / some, 12) / 12,
        "stops": numpy.log1p(numpy.maximum(stops - 1, 0)),
        "commas": page.count("comma") / some,
        "copyright": any_of & IS["copyright"] > 0,
        "byline": _where(texts, (opening_point == ord("B")) & (found > 1) & (found < _BYLINE_WORDS), _is_byline),
    }
    local = numpy.empty((len(texts), len(LOCAL)))
    for number, name in enumerate(LOCAL):
        local[:, number] = columns[name]
    furniture = whole | opens | (within & (count < 25)) | commenter
    return Lines(words, local, numpy.where(sentence, count, 0).astype(float), furniture, kinds)


def _furniture(texts: Sequence[str], words: PageWords, signed: Flags) -> tuple[list[str], Codes]:
    """The class of furniture that each line's words show, and how: 0 not, 1 by the whole line, 2 by how it opens, 3 by
    a phrase in it. `signed` are lines with a copyright sign."""
    kinds, matched = [""] * len(texts), numpy.zeros(len(texts), numpy.int64)
    found = words.count
    some = numpy.flatnonzero((found > 0) & (found <= _FURNITURE_WORDS))
    numbers, wholes = _whole_lines()
    line_number = words.of_whole_lines()[some]
    at = numpy.minimum(numpy.searchsorted(numbers, line_number), len(numbers) - 1)
    whole = numbers[at] == line_number
    for number, kind in zip(some[whole].tolist(), at[whole].tolist(), strict=True):
        kinds[number] = wholes[kind]
    matched[some[whole]] = 1
    likely = (words.opening | signed | (words.counted("in_furniture") > 0))[some]
    for number in some[~whole & likely].tolist():
        kind, how = furniture_kind(words_in(texts[number].lower()))
        if kind == "copyright" and how == "has" and caption_strength(texts[number]) > 1:
            kind = "photo"
        if kind:
            kinds[number], matched[number] = kind, ("is", "starts", "has").index(how) + 1
    return kinds, matched


@cache
def _whole_lines() -> tuple[Numbers, list[str]]:
    """The numbers of lines that are furniture as a whole, ascending, and their classes."""
    by_number = {number_of_line(phrase.split(" ")): kind for phrase, kind in whole_phrases().items()}
    ordered = sorted(by_number)
    return numpy.array(ordered, numpy.uint64), [by_number[number] for number in ordered]


def _where(texts: Sequence[str], likely: Flags, holds: Callable[[str], object]) -> Flags:
    """Which of the lines that may do so hold what is looked for."""
    found = numpy.zeros(len(texts), numpy.bool_)
    for number in numpy.flatnonzero(likely).tolist():
        found[number] = bool(holds(texts[number]))
    return found


def _is_byline(text: str) -> bool:
    return text[:3] in ("By ", "BY ") and text[3:4].isupper()


def _is_dated(text: str) -> bool:
    return _CLOCK.search(text) is not None or bool(find_dates(text))


def _may_link(page: Characters) -> Flags:
    """Which lines have a full stop right before a letter, or an at sign."""
    signs = page.points == ord("@")
    signs[:-1] |= (page.kinds[:-1] & IS["stop"] > 0) & (page.kinds[1:] & IS["letter"] > 0)
    found: Flags = numpy.logical_or.reduceat(signs, page.starts)
    return found


def _is_linked(text: str) -> bool:
    return "http" in text or _LINK.search(text) is not None
