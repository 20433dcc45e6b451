"""Lines that belong to the body by their place in it, though they look like little by themselves: short sentences
between its paragraphs and right below them, a first paragraph above a section head, items of a list that it opens.

A paragraph lost is worse than a line too many: who answered "No." may be all that a report is about.
"""

import re
from collections.abc import Callable

from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.units import DASHED, Unit
from verbale.ingest.dateline import read_dateline

_ENDS, _CLOSING = frozenset(".!?…"), "\"'”’»)]"
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
# The log odds down to which a sentence still counts: inside the body, right below it, above it, and
# below it beyond one line of furniture.
_INSIDE, _BELOW, _ABOVE, _BEYOND, _DATELINE = -2.0, -5.0, -1.0, -2.3, -5.0
# What somebody said belongs to a report more surely.
_SAID, _SAID_GAINS = re.compile(r"\b(?:said|says|told|added|wrote)\b"), 1.0
# So many lines of furniture at most part a paragraph from those above it.
_FEW = 7
_CLOCK = re.compile(r"[012]?\d[:.h][0-5]\d(?: ?[A-Za-z.]{2,5})?")
# The head of an entry of a live report, so many of which show a page to be one; lines between two entries at most.
_ENTRY = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d\b(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{2,4})?[ :–—|-]+\S.{2,90}$", re.IGNORECASE
)
_ENTRIES, _BETWEEN = 2, 2
# Words of a section's paragraph; what a teaser says below its head is shorter.
_SECTION = 18
# Notices speak to the reader.
_TO_READER = frozenset(("you", "your", "we", "our", "us"))
_QUOTED = re.compile(r"[\"“”]|(?:^|\s)['‘]")
_NOTICES = frozenset(("subscribe", "cookie"))


def _is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def plain_furniture(text: str) -> bool:
    """Whether a line is furniture by its words alone, wherever it stands: all of it is, it points to another story,
    says who worked on the report, or tells the reader of subscriptions or cookies."""
    if text.count(" ") > 24:
        return False
    words = words_in(text.lower())
    kind, how = furniture_kind(words)
    if how == "is" or not kind or _SAID.search(text):
        return how == "is"  # what somebody says may hold any words: "They told us of unlimited access", say
    if how == "starts" and (kind == "contact" or (kind in ("related", "ad") and ":" in text)):
        return True
    return kind in _NOTICES and not _TO_READER.isdisjoint(words) and not _QUOTED.search(text)


def _furnishes(text: str, odds: float) -> bool:
    """Whether a line with words of furniture is that: by these alone, or as a short one that odds speak against too."""
    short = odds < 0 and text.count(" ") < _FEW and not _is_ended(text)
    return short or plain_furniture(text)


def mended(
    units: list[Unit], kinds: list[str], odds: list[float], body: list[int], apart: Callable[[int], bool]
) -> list[int]:
    """`body` without plain furniture, and with what belongs to it by its place. `apart` tells of a line whether it is
    something else (byline, date, caption)."""
    found = {number for number in body if not (kinds[number] and _furnishes(units[number].text, odds[number]))}
    if not found:
        return body

    def counts(number: int, least: float) -> bool:
        text = units[number].text
        if odds[number] + _SAID_GAINS <= least or not _is_ended(text):
            return False
        if " " not in text and (not units[number].gap or len(text) <= 2):
            return False
        said = _SAID.search(text) is not None
        gained = _SAID_GAINS if said else 0.0
        return (said or not kinds[number]) and odds[number] + gained > least and not apart(number)

    found |= {n for n in range(min(found), max(found)) if n not in found and counts(n, _INSIDE)}
    found |= _rest_of_lists(units, kinds, found) | _lists_within(units, kinds, odds, found)
    first = min(found)
    while first and (counts(first - 1, _ABOVE) or _opens_report(units, odds, first - 1)):
        first -= 1
        found.add(first)
    if first > 1 and not kinds[first - 1] and _is_head(units[first - 1]) and not apart(first - 1):
        above = first - 2
        while above >= 0 and counts(above, _ABOVE):
            found |= {above, first - 1}
            above -= 1
    last = max(found)
    while last + 1 < len(units):
        if counts(last + 1, _BELOW):
            last += 1
        else:
            beyond = _beyond_furniture(units, kinds, last + 1)
            headed = _is_head(units[last + 1]) and not kinds[last + 1] and not apart(last + 1)
            headed = headed and last + 2 < len(units) and units[last + 2].text.count(" ") > _SECTION
            beyond = last + 2 if headed and _has_sections(units, kinds, found) else beyond
            if beyond >= len(units) or not counts(beyond, _BEYOND):
                break
            last = beyond
        found.add(last)
    return sorted(found | _later_entries(units, kinds, found, apart))


def _later_entries(units: list[Unit], kinds: list[str], found: set[int], apart: Callable[[int], bool]) -> set[int]:
    """The paragraphs below the body on a live page: under heads that open with a time of day, as heads in it do."""
    first, last = min(found), max(found)
    if sum(_is_entry(unit.text) for unit in units[max(0, first - 1) : last]) < _ENTRIES:
        return set()
    entries: set[int] = set()
    for head in range(last, len(units)):
        if not _is_entry(units[head].text):
            continue
        if head > max(entries, default=last) + 1 + _BETWEEN:
            break  # what is left is another page's
        for number in range(head + 1, len(units)):
            text = units[number].text
            if kinds[number] or apart(number) or text.count(" ") <= _FEW or not _is_ended(text):
                break
            entries.add(number)
        if not entries:
            break
    return entries


def _is_entry(text: str) -> bool:
    """Whether a line heads an entry of a live page."""
    if not text[0].isdecimal() or not _ENTRY.match(text):
        return False
    return not text.endswith(".") or text.endswith("...")


def _has_sections(units: list[Unit], kinds: list[str], found: set[int]) -> bool:
    """Whether a head stands between paragraphs of the body."""
    between = (n for n in range(min(found) + 1, max(found)) if n not in found or _is_head(units[n]))
    return any(_is_head(units[n]) and not kinds[n] and n + 1 in found for n in between)


def _lists_within(units: list[Unit], kinds: list[str], odds: list[float], found: set[int]) -> set[int]:
    """The items of lists between paragraphs of the body, no furniture and not unlikely: two or more, one by one."""
    items = [
        number
        for number in range(min(found), max(found))
        if units[number].bullet and not kinds[number] and odds[number] > _INSIDE
    ]
    near = set(items)
    return {number for number in items if not near.isdisjoint((number - 1, number + 1))}


def _opens_report(units: list[Unit], odds: list[float], number: int) -> bool:
    """Whether a line opens with a dateline, as a report's first paragraph does, and goes on as a sentence."""
    text = units[number].text
    return odds[number] > _DATELINE and text.count(" ") > _FEW and read_dateline(text) is not None


def _beyond_furniture(units: list[Unit], kinds: list[str], number: int) -> int:
    """The first line from `number` on that is no plain furniture nor a time of day alone (a live report's), a few lines
    on at most; what ends a page's text is never passed."""
    for beyond in range(number, min(len(units), number + _FEW)):
        text = units[beyond].text
        short = len(text) <= 2 or (bool(kinds[beyond]) and text.count(" ") <= 5) or _CLOCK.fullmatch(text) is not None
        kind = kinds[beyond]
        if kind in ("comment", "copyright") or not (short or (kind and plain_furniture(text))):
            return beyond
    return len(units)


def _is_head(unit: Unit) -> bool:
    text = unit.text
    return text.count(" ") <= 7 and not unit.bullet and text[-1:].isalnum()


def _rest_of_lists(units: list[Unit], kinds: list[str], found: set[int]) -> set[int]:
    """The items of lists that a line of the body with a colon opens."""
    items: set[int] = set()
    for number in sorted(found):
        if units[number].text[-1:] != ":":
            continue
        run = []
        for item in range(number + 1, len(units)):
            listed = units[item].bullet or units[item].text[:2] in DASHED or _NUMBERED.match(units[item].text)
            if not listed or kinds[item]:
                break
            run.append(item)
        if len(run) > 1:
            items.update(run)
    return items
