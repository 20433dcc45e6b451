"""The day of publication that a page prints by its headline or below its text, and the lines that print dates."""

import re
from datetime import date

from verbale.ingest.bare.furniture import words_in
from verbale.ingest.bare.units import Unit
from verbale.ingest.dates import MONTH, as_time, find_dates, find_month, until
from verbale.ingest.page import UNKNOWN
from verbale.model import Published

_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|last changed)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|issued|release[d]?|filed|first published|uploaded)\b", re.IGNORECASE
)
# The day on which a page was looked at or kept is not its report's.
_LOOKED_AT = re.compile(
    r"\b(?:today is|refreshed|retrieved|accessed|captured|archived|downloaded|viewed|visited|printed (?:on|from)"
    r"|copyright)\b|©",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d.]*\d)|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_CAME_OUT = re.compile(
    r"(?:this|the) (?:article|report|story|piece|text|brief|analysis|dispatch|bulletin) (?:was|is|has been) "
    r"(?:(?:first|originally|initially) )?(?:published|posted|issued|released|printed)\b",
    re.IGNORECASE,
)
_LONGEST_NOTE = 140
# Lines below a closing date that would show a list by dates of their own.
_CLOSING_LINES = 8
_DATE_WORDS = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.]\d\d(?::\d\d)?\b|\b(?:a\.?m|p\.?m|gmt|utc|est|edt|cet|cest|ist|kst|jst|bst|pst|pdt|et|pt|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|at|on|date|published|posted|updated|modified|last|first|created|by|in|time)\b",
    re.IGNORECASE,
)
# The number of a periodical, with its month or season: "Bulletin no. 3, May 2024", "Vol. 12, Issue 4 – Spring 2020".
_COUNTED = r"(?:bulletin|issue|number|no|nr|vol|volume|edition|newsletter|briefing|brief|digest|monitor|update|review)"
_ISSUE = re.compile(
    rf"(?:[^\W\d_][\w’'&-]* ){{0,4}}?{_COUNTED}\b[ .,:#-]*\d{{1,4}}\b"
    rf"(?:[\s.,:;|/()–—-]|\b(?:{_COUNTED}|{MONTH}|spring|summer|autumn|fall|winter|of|for)\b|\d{{1,4}})*$",
    re.IGNORECASE,
)
_LONGEST_ISSUE = 80
_DIGIT = re.compile(r"\d")


def is_issue_line(text: str) -> bool:
    """Whether a line gives the number of a periodical, and nothing of its matter."""
    likely = len(text) <= _LONGEST_ISSUE and text[-1:].isalnum() and _DIGIT.search(text) is not None
    return likely and _ISSUE.match(text) is not None


def without_dates(text: str) -> str:
    """A line without the dates that it prints; as it is where there are none."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    return text


def without_times(text: str) -> str:
    """A line without its times of day, days of the week and what stands beside them."""
    return _DATE_WORDS.sub(" ", text)


def is_date_line(text: str) -> bool:
    """Whether a line prints a full date and little else."""
    if len(text) > 160 or not find_dates(text):
        return False
    others = len(words_in(without_times(without_dates(text))))
    return others <= (2 if _SENTENCE_END.search(text) else 9)


def find_published(units: list[Unit], headline: int | None, body: list[int]) -> tuple[Published, list[int]]:
    """The day that a line by the headline, or right below the text, prints; and the lines that print dates. A day
    below the headline goes before one above it, which may be the day the page was looked at."""
    if not body:
        return UNKNOWN, []
    top = body[0] if headline is None else min(headline, body[0])
    inside = set(body)
    last = body[-1] + 1
    above = range(top - 1, max(-1, top - 7), -1)
    lines: list[int] = []
    found: dict[str, tuple[tuple[date, ...], str]] = {}
    for number in [*range(top, body[0] + 2), *above, *range(body[-1], min(len(units), last + 3))]:
        text = units[number].text if number < len(units) else ""
        if number < body[0] and number not in inside and is_issue_line(text) and (month := find_month(text)):
            lines.append(number)
            found.setdefault("issue", (month, text[:120]))
        told = _tells_publication(text) or (is_date_line(text) and not body[0] + 2 <= number < last)
        if not told or (number in inside and text.count(" ") > 14):
            continue
        lines.append(number)
        for kind, days in _dates_told(text):
            if kind == "plain" and number >= body[0] + 2:
                kind = "closing" if number == last and _closes(units, number) else ""
            found.setdefault(kind, (days, text[:120]))
    for kind in ("labelled", "plain", "issue", "stamped", "closing"):
        if chosen := found.get(kind):
            return Published(as_time(*chosen), "printed", (f"the page prints “{chosen[1]}”",)), lines
    if updated := found.get("updated"):
        return Published(until(max(updated[0]), updated[1]), "printed", (f"not after “{updated[1]}”",)), lines
    return UNKNOWN, lines


def _dates_told(text: str) -> list[tuple[str, tuple[date, ...]]]:
    """Each date of a line with what its label makes of it: "labelled" (published), "plain", "updated", or "stamped":
    updated at a time of day, as newsrooms stamp a report whose last version is of the day itself."""
    told = []
    before = 0
    for found in find_dates(text):
        label = text[before : found.start]
        before = found.end
        if _LOOKED_AT.search(label):
            continue
        if _UPDATED.search(label):
            told.append(("stamped" if _CLOCK.search(text) else "updated", found.days))
        else:
            told.append(("labelled" if _PUBLISHED.search(label) else "plain", found.days))
    return told


def _closes(units: list[Unit], number: int) -> bool:
    """Whether a line gives the day of the text above it: that day alone, and no list of dated stories or comments
    goes on below it."""
    text = units[number].text
    below = units[number + 1 : number + 1 + _CLOSING_LINES]
    others = words_in(without_times(without_dates(text)))
    return len(others) <= 3 and "@" not in text and text[-1] != ":" and not any(is_date_line(u.text) for u in below)


def _tells_publication(text: str) -> bool:
    """Whether a sentence says when the report came out, and little else."""
    return len(text) <= _LONGEST_NOTE and _CAME_OUT.match(text) is not None and bool(find_dates(text))
