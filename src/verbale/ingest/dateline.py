"""The dateline that opens a wire report: "STOCKHOLM, Oct. 6 (Agency) — ", "Cairo – 26 July 2022: "."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from verbale.ingest.dates import MONTH, find_dates
from verbale.ingest.english import small_words
from verbale.world.places import states, towns

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{MONTH}(?:,?[ -]\d{{4}})?"
    rf"|{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d)(?![\w/])",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_a-z][\w'’.-]*"
# One place or more ("GENEVA/NEW YORK"), with the state or region behind a comma.
_PLACE = re.compile(rf"{_WORD}(?:[ /]{_WORD}){{0,4}}")
_REGION = re.compile(rf", {_WORD}(?: {_WORD}){{0,3}}")
# An agency in brackets; by its name alone, it stands behind a day ("Ankara, March 3, ABC – ").
_AGENCY = re.compile(r"\((?=[^\W\d_a-z])[^()\n]{2,40}\)|\[(?=[^\W\d_a-z])[^\[\]\n]{2,40}\]|/[^\W\d_a-z][^/\n]{1,24}/")
# An agency that writes itself small opens it, with the day behind ("nordwire News, 24 March - ").
_PRESS = re.compile(rf"[a-z][\w.]*(?: {_WORD}){{0,3}}(?=, (?i:{_WEEKDAY}(?:\d|{MONTH})))")
_NAMED = re.compile(r", (?!AM\b|PM\b|GMT\b|UTC\b)[A-Z]{3,8}\b")
_BETWEEN = re.compile(r"\s*[,.|]?\s*")
_END = re.compile(r"(?:\s*(--+|[—–:]|[-_](?=\s)|(?<=/)\.)|(?<=\))(\.[-–—](?=\s)))\s*")
_MAY_END = re.compile(r"[-—–:_/]")
_LONGEST = 110
_QUOTES = "\"“‘'«"


class Dateline(Struct, frozen=True):
    """`end` is where the dateline ends in its paragraph, space included; `place` what it prints as its place; `days`
    the day where it prints a year, or the two that are meant where day and month may be swapped."""

    end: int
    place: str
    days: tuple[date, ...]


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with, or None.

    A place in capitals, or a town that the world data know, needs no more than a dash; another one in mixed case needs
    a day, an agency or its state too. A colon ends only what holds both a place and one of these, or a known town
    alone: "PRICE: Good afternoon" is a speaker's turn.
    """
    return _read_opening(paragraph[: _LONGEST + 1])


@lru_cache(maxsize=256)
def _read_opening(paragraph: str) -> Dateline | None:
    """As `read_dateline`, of what a paragraph opens with: a page's first ones are read several times."""
    line = paragraph[:_LONGEST]
    if not _MAY_END.search(line):
        return None
    at, place = _place(line)
    press = _PRESS.match(line) if not place else None
    at = press.end() if press else at
    dated = _DAY.match(line, _skip(line, at))
    if not dated and place and (end := _END.match(line, at)):
        dated = _DAY.match(line, end.end())  # "CAIRO – 26 July 2022: "
    region = None if dated or not place else _REGION.match(line, at)
    if region:
        at = region.end()
        dated = _DAY.match(line, _skip(line, at))
    at = dated.end() if dated else at
    agency = _AGENCY.match(line, _skip(line, at)) or (_NAMED.match(line, at) if dated else None)
    at = agency.end() if agency else at
    if agency and not dated and (dated := _DAY.match(line, _skip(line, at))):
        at = dated.end()
    end = _END.match(line, at)
    if not end or end.end() >= len(paragraph) or end.end() >= _LONGEST:
        return None
    sure = bool(agency or (dated and (place or press)))
    known = paragraph[end.end()].isupper() and (place in towns() or place.title() in towns())
    if end.group(1) == ":":
        counts = (known or (sure and bool(place or press))) and paragraph[end.end()] not in _QUOTES
    else:
        known |= paragraph[end.end()].isupper() and region is not None and region.group()[2:] in states()
        counts = sure or known or (place.isupper() and sum(map(str.isupper, place)) >= 3)
    printed = find_dates(line[: end.end()]) if counts else ()
    return Dateline(end.end(), place, printed[0].days if printed else ()) if counts else None


def _place(line: str) -> tuple[int, str]:
    """Where the place that opens the line ends, and its words; (0, "") where none does."""
    found = None if _DAY.match(line) else _PLACE.match(line)
    if not found:
        return 0, ""
    words = found.group()
    day = next((at for at in _starts(words) if _DAY.match(line, at)), None)  # "Cairo March 3"
    words = words if day is None else words[:day].rstrip()
    return (0, "") if words.split(" ")[0].lower() in small_words() else (len(words), words)


def _starts(words: str) -> list[int]:
    return [at + 1 for at, letter in enumerate(words) if letter == " "]


def _skip(line: str, at: int) -> int:
    found = _BETWEEN.match(line, at)
    return found.end() if found else at
