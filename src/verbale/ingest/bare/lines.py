"""What can be seen of one line by itself: the numbers that tell report from furniture, and its words of matter."""

import math
import re
import struct
from functools import lru_cache
from operator import ne
from typing import NamedTuple

from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.dates import find_dates
from verbale.ingest.english import small_words_by_language

_CLOSING = "\"'”’»)]"
_ENDS = ".!?…。！？"
_LINK = re.compile(r"@\w|www\.|\w\.(?:com|org|net)\b")
_SEPARATOR = re.compile(r"[|·»›•/>→]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\bago\b|\bmin(?:ute)?s? read\b", re.IGNORECASE)
# Scripts without blanks between words: two characters count as one.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_UNSPACED_SMALL = 0.35
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
# "name says:" heads a reader's comment.
_COMMENTER = re.compile(r"\S+(?: \S+){0,4} (?:says|said|wrote|writes|replied|replies|commented)\s*:?$", re.IGNORECASE)
_SAYS = frozenset(("says", "said", "wrote", "writes", "replied", "replies", "commented"))
_SAID = frozenset(("said", "says", "told", "added", "according", "asked", "announced", "explained", "wrote"))
_READER = frozenset(("you", "your", "our", "us", "you'll", "you're"))
_WRITER = frozenset(("i", "i'm", "i’m", "my", "me"))
# From this share of its function words on, a page is in English and no other language is weighed.
SURELY = 0.2
_SHORT = 60

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
)


_pack = struct.Struct(f"{len(LOCAL)}d").pack


class Line(NamedTuple):
    """`row` holds the numbers of LOCAL, packed; `sentence` its words where it is a sentence of running text, else 0;
    `kind` the class of furniture that its words show, or ""; `words` all its words in lower case, `matter` those that
    are no function words."""

    row: bytes
    sentence: float
    furniture: bool
    kind: str
    words: frozenset[str]
    matter: frozenset[str]


def page_language(texts: list[str]) -> str:
    """The language whose function words the page has most of: English, where it has many of these."""
    tokens = " ".join(texts).lower().split()
    known = small_words_by_language()
    counts = {"en": sum(map(known["en"].__contains__, tokens))}
    if counts["en"] >= SURELY * len(tokens):
        return "en"
    counts |= {code: sum(map(words.__contains__, tokens)) for code, words in known.items()}
    return max(known, key=lambda code: counts[code])


def seen_in_line(text: str, language: str) -> Line:
    """What `text` shows, as a line of a page in `language`."""
    return _seen_short(text, language) if len(text) <= _SHORT else _seen(text, language)


def _seen(text: str, language: str) -> Line:
    small_words = small_words_by_language()[language]
    plain = text.isascii()
    printed = words_in(text)
    words = list(map(str.lower, printed))
    unspaced = 0 if plain else len(_UNSPACED.findall(text))
    found = len(words)
    count = found + unspaced // 2
    kind, how = furniture_kind(words)
    small = sum(map(small_words.__contains__, words)) if found > 2 else 0
    if unspaced > 5:
        small = int(count * _UNSPACED_SMALL)
    last = text.rstrip(_CLOSING)[-1:] or text[-1:]
    terminal = last in _ENDS
    capital = digits = dated = link = separator = commenter = 0.0
    some = frozenset(words)
    if count <= 30 and found:
        capital = sum(map(ne, printed, words)) / found if count >= 3 else 0.5
        digits = sum(map(str.isdigit, words)) / found
        dated = 1.0 if count <= 20 and (_CLOCK.search(text) if digits else "ago" in some) else 0.0
        dated = dated or float(digits > 0 and count <= 20 and bool(find_dates(text)))
        link = float("http" in text or (("." in text or "@" in text) and _LINK.search(text) is not None))
        separator = float(_SEPARATOR.search(text) is not None)
        if count <= 8 and not terminal and not some.isdisjoint(_SAYS) and _COMMENTER.match(text):
            commenter, kind = 1.0, "comment"
    is_furniture = how in ("is", "starts")
    sentence = terminal and count >= 8 and small >= 0.2 * count and not is_furniture
    row = _pack(
        1.0,
        math.log1p(count),
        count <= 1,
        count <= 3,
        count <= 7,
        count >= 20,
        terminal,
        terminal and count >= 8,
        small / count if count > 2 else 0.0,
        math.log1p(small),
        capital,
        count > 0 and text.isupper(),
        how == "is",
        how == "starts",
        how == "has",
        digits,
        dated,
        link,
        separator,
        '"' in text or (not plain and ("“" in text or "”" in text)),
        not some.isdisjoint(_SAID),
        text[-1:] == ":",
        text[:1].islower(),
        count <= 40 and not some.isdisjoint(_READER),
        last in "?!",
        "…" in text[-4:] or "..." in text[-7:],
        kind == "photo",
        not some.isdisjoint(_WRITER),
        text[:1] in "(0123456789" and _NUMBERED.match(text) is not None,
        commenter,
        min(3, text.count("!")) / 3,
        text[:1] in "-–—",
    )
    matter = frozenset([word for word in some - small_words if len(word) > 3]) if found > 2 else frozenset()
    furniture = is_furniture or (how == "has" and count < 25) or bool(commenter)
    return Line(row, float(count) if sentence else 0.0, furniture, kind, some, matter)


# The short lines of navigation are the same on page after page.
_seen_short = lru_cache(maxsize=8192)(_seen)
