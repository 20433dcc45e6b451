"""What stands around the text of a bare page: headline, byline and the printed day of publication."""

import re
from datetime import date

import numpy

from verbale.ingest.bare.captions import caption_strength
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.lines import Lines
from verbale.ingest.bare.units import Unit
from verbale.ingest.bare.words import PageWords
from verbale.ingest.byline import EMAIL, collective_byline, has_byline_lead, names_in_byline
from verbale.ingest.dateline import read_dateline
from verbale.ingest.dates import as_time, find_dates, until
from verbale.ingest.page import UNKNOWN
from verbale.model import Published

_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
_SEPARATED = re.compile(r" [|·»›•] ")
_SEEN_ABOVE = 40
# Paragraphs that show what a report is about, and those of them that may open with a dateline.
_OPENING, _DATELINES = 12, 3
# Lines below the headline in which a byline without a name may stand.
_BYLINE_WITHIN = 8
# A name that headline and text share says more than another word.
_NAME_WEIGHS = 1.5
_ROLE = re.compile(
    r"[^\n]{0,30}\b(?:editor|correspondent|reporter|writer|bureau chief|staff|in [A-Z]\w+"
    r"|[A-Z]\w+ (?:News|Press|Wire))\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|last changed)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|issued|release[d]?|filed|first published|uploaded)\b", re.IGNORECASE
)
_DATE_WORDS = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.]\d\d(?::\d\d)?\b|\b(?:a\.?m|p\.?m|gmt|utc|est|edt|cet|cest|ist|kst|jst|bst|pst|pdt|et|pt|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|at|on|date|published|posted|updated|modified|last|first|created|by|in|time)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·/]\s*|\s{2,}")


def find_headline(units: list[Unit], lines: Lines, body: list[int]) -> int | None:
    """The line that heads the text: near above it (or its first line), no sentence, and of the same matter."""
    if not body:
        return None
    first = body[0]
    above = range(max(0, first - _SEEN_ABOVE), min(len(units), first + 2))
    shared, contents = _shared_with(units, lines.words, above, body)
    texts = [unit.text for unit in units]
    opens_low = bool(_SENTENCE_END.search(texts[first])) or texts[first].count(" ") > 9
    best, best_score = None, 0.0
    for number, common, content in zip(above, shared, contents, strict=True):
        heads_all = number == 0 and first == 1
        if not common and not heads_all and (first - number > 12 or number >= first):
            continue
        if number > first and (opens_low or number not in body[:2]):
            continue  # what stands above the headline is a rubric, never running text
        text = texts[number]
        if text.count(" ") > 40 or (" " not in text and text.isascii()) or units[number].bullet or text[-1] == ":":
            continue
        words = words_in(text.lower())
        if not 3 <= len(words) <= 32 or (not common and not heads_all and len(words) < 4):
            continue
        if lines.kinds[number] and furniture_kind(words)[1] in ("is", "starts"):
            continue
        sentence = _SENTENCE_END.search(text) is not None
        if number >= first and (sentence or len(words) > 22):
            continue
        if has_byline_lead(text) or is_date_line(text) or caption_strength(text) or EMAIL.search(text):
            continue
        score = 4.0 * common / (content + 1) + min(len(words), 10) * 0.15
        score -= 0.03 * max(0, first - number) + (1.5 if sentence else 0.0)
        score -= 1.0 if _SEPARATED.search(text) or (text.isupper() and len(words) < 6) else 0.0
        score += 0.5 if texts.count(text) > 1 else 0.0
        if score > best_score:
            best, best_score = number, score
    return best


def _shared_with(units: list[Unit], words: PageWords, above: range, body: list[int]) -> tuple[list[float], list[int]]:
    """For each of the lines `above`: how much of its words of matter the first paragraphs share, names above all, the
    dateline's not counted but its place; and how many words of matter it has."""
    counts = ~(words.small | words.digit)
    opening = numpy.zeros(len(words.number), numpy.bool_)
    for place, number in enumerate(body[:_OPENING]):
        at, end = int(words.first[number]), int(words.first[number] + words.count[number])
        opening[at:end] = True
        if place < _DATELINES and (line := read_dateline(units[number].text)):
            dateline = len(words_in(units[number].text[: line.end]))
            opening[at + len(words_in(line.place)) : at + dateline] = False
    matter = numpy.zeros(int(words.stem.max(initial=0)) + 1, numpy.bool_)
    matter[words.stem[opening & counts]] = True
    start, end = int(words.first[above[0]]), int(words.first[above[-1]] + words.count[above[-1]])
    counts = counts[start:end]
    number, stem = words.line[start:end] - above[0], words.stem[start:end]
    is_shared = counts & matter[stem]
    named = words.capital[start:end] & (numpy.arange(start, end) > words.first[words.line[start:end]])
    weight = is_shared * numpy.where(named, _NAME_WEIGHS, 1.0)
    shared: list[float] = numpy.bincount(number, weight, len(above)).tolist()
    return shared, numpy.bincount(number, counts, len(above)).tolist()


def find_byline(units: list[Unit], headline: int | None, body: list[int]) -> tuple[str, list[int]]:
    """The writers' names, and every line near the text that is a byline (cut ones and addresses too)."""
    if not body:
        return "", []
    top = body[0] if headline is None else min(headline, body[0])
    names, lines = "", []
    for number in [*range(max(0, top - 4), body[0] + 3), *range(max(body[0] + 3, body[-1] - 2), body[-1] + 5)]:
        if number >= len(units) or number == headline:
            continue
        text = units[number].text
        if text.count(" ") > 24:
            continue
        if has_byline_lead(text) or (EMAIL.search(text) and text.count(" ") <= 9):
            found = names_in_byline(text)
            if not has_byline_lead(text) and " " not in found:
                found = ""  # one word beside an address may be anything
            if found or EMAIL.search(text) or len(text) < 40:
                names = names or found
                lines.append(number)
            continue
        for part in _PARTS.split(text):
            if has_byline_lead(part) and number < body[0]:
                found = names_in_byline(part)
                names = names or found
                if found:
                    lines.append(number)
                    break
    if not names and headline is not None:
        names, number = _name_by_date(units, headline, body[0])
        if not names:
            names, number = _collective_below(units, headline, body[0])
        if names:
            lines.append(number)
    return names, lines


def _collective_below(units: list[Unit], headline: int, first: int) -> tuple[str, int]:
    """What stands for the writer's name between headline and text where no writer is named."""
    for number in range(headline + 1, min(first, headline + 1 + _BYLINE_WITHIN)):
        names = collective_byline(units[number].text)
        if names:
            return names, number
    return "", -1


def _name_by_date(units: list[Unit], headline: int, first: int) -> tuple[str, int]:
    """A name alone on its line, next to the line that prints the date, between headline and text."""
    for number in range(headline + 1, first):
        text = units[number].text
        near = [n for n in (number - 1, number + 1) if headline < n < first]
        if 1 <= text.count(" ") <= 6 and any(is_date_line(units[n].text) for n in near):
            names = names_in_byline(text)
            rest = text[len(names) :].lstrip(" ,|/-–—")
            if names and (len(rest) <= 2 or _ROLE.match(rest)) and not furniture_kind(words_in(text.lower()))[1]:
                return names, number
    return "", -1


def is_date_line(text: str) -> bool:
    """Whether a line prints a full date and little else."""
    if len(text) > 160:
        return False
    dates = find_dates(text)
    if not dates:
        return False
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    others = len(words_in(_DATE_WORDS.sub(" ", rest)))
    return others <= (2 if _SENTENCE_END.search(text) else 9)


def find_published(units: list[Unit], headline: int | None, body: list[int]) -> tuple[Published, list[int]]:
    """The day that a line by the headline, or right below the text, prints; and the lines that print dates."""
    if not body:
        return UNKNOWN, []
    top = body[0] if headline is None else min(headline, body[0])
    inside = set(body)
    lines: list[int] = []
    plain: tuple[tuple[date, ...], str] | None = None
    labelled: tuple[tuple[date, ...], str] | None = None
    updated: tuple[tuple[date, ...], str] | None = None
    for number in [*range(max(0, top - 6), body[0] + 2), *range(body[-1] + 1, min(len(units), body[-1] + 4))]:
        text = units[number].text if number < len(units) else ""
        if not is_date_line(text) or (number in inside and text.count(" ") > 14):
            continue
        lines.append(number)
        before = 0
        for found in find_dates(text):
            label = text[before : found.start]
            before = found.end
            value = (found.days, text[:120])
            if _UPDATED.search(label):
                updated = updated or value
            elif _PUBLISHED.search(label):
                labelled = labelled or value
            elif number < body[0] + 2:
                plain = plain or value
    chosen = labelled or plain
    if chosen:
        return Published(as_time(chosen[0], chosen[1]), "printed", (f"the page prints “{chosen[1]}”",)), lines
    if updated:
        return Published(until(max(updated[0]), updated[1]), "printed", (f"not after “{updated[1]}”",)), lines
    return UNKNOWN, lines
