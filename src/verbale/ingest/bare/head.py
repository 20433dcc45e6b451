"""What stands around the text of a bare page: headline, byline and the printed day of publication."""

import re
from collections.abc import Sequence
from datetime import date

from verbale.ingest.bare.captions import caption_strength
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.units import Unit
from verbale.ingest.byline import EMAIL, collective_byline, has_byline_lead, names_in_byline
from verbale.ingest.dateline import read_dateline
from verbale.ingest.dates import as_time, find_dates, until
from verbale.ingest.english import small_words
from verbale.ingest.page import UNKNOWN
from verbale.model import Published

_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
_SEPARATED = re.compile(r" [|·»›•] ")
_SEEN_ABOVE = 40
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


def find_headline(units: list[Unit], body: list[int], seen: Sequence[frozenset[str]]) -> int | None:
    """The line that heads the text: near above it (or its first line), no sentence, and of the same matter. `seen`
    are the words of each line in lower case."""
    if not body:
        return None
    first = body[0]
    opening = [_without_dateline(units[number].piece.text) for number in body[:3]]
    matter = _matter(set(words_in("\n".join(opening).lower())).union(*[seen[number] for number in body[3:12]]))
    texts = [unit.piece.text for unit in units]
    small = small_words()
    best, best_score = None, 0.0
    for number in range(max(0, first - _SEEN_ABOVE), min(len(units), first + 2)):
        if number > first and number not in body[:2]:
            continue
        text = texts[number]
        if " " not in text and text.isascii():
            continue
        words = words_in(text.lower())
        if not 3 <= len(words) <= 32 or units[number].bullet or furniture_kind(words)[1] in ("is", "starts"):
            continue
        if text.endswith(":"):
            continue
        if number >= first and (_SENTENCE_END.search(text) or len(words) > 22):
            continue
        if number > first and (_SENTENCE_END.search(units[first].piece.text) or units[first].piece.text.count(" ") > 9):
            continue  # what stands above the headline is a rubric, never running text
        content = [word for word in words if word not in small and not word.isdigit()]
        printed = words_in(text)[1:] if len(words) > 4 else []
        names = {word.lower() for word in printed if word[0].isupper()}
        shared = sum(
            _NAME_WEIGHS if word in names else 1.0 for word in content if word in matter or word.rstrip("s") in matter
        )
        heads_all = number == 0 and first == 1
        if shared == 0 and not heads_all and (first - number > 12 or len(words) < 4 or number >= first):
            continue
        if has_byline_lead(text) or is_date_line(text) or caption_strength(text) or EMAIL.search(text):
            continue
        score = 4.0 * shared / (len(content) + 1) + min(len(words), 10) * 0.15
        score -= 0.03 * max(0, first - number) + (1.5 if _SENTENCE_END.search(text) else 0.0)
        score -= 1.0 if _SEPARATED.search(text) or (text.isupper() and len(words) < 6) else 0.0
        score += 0.5 if texts.count(text) > 1 else 0.0
        if score > best_score:
            best, best_score = number, score
    return best


def _without_dateline(text: str) -> str:
    """A paragraph without what its dateline says beside the place: it names the outlet."""
    line = read_dateline(text)
    return f"{line.place} {text[line.end :]}" if line else text


def _matter(words: set[str]) -> set[str]:
    """The words and what they are without the ending of a plural or genitive."""
    return words | {word[:-2] for word in words if word.endswith(("'s", "’s"))} | {word.rstrip("s") for word in words}


def find_byline(units: list[Unit], headline: int | None, body: list[int]) -> tuple[str, list[int]]:
    """The writers' names, and every line near the text that is a byline (cut ones and addresses too)."""
    if not body:
        return "", []
    top = body[0] if headline is None else min(headline, body[0])
    names, lines = "", []
    for number in [*range(max(0, top - 4), body[0] + 3), *range(max(body[0] + 3, body[-1] - 2), body[-1] + 5)]:
        if number >= len(units) or number == headline:
            continue
        text = units[number].piece.text
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
        names = collective_byline(units[number].piece.text)
        if names:
            return names, number
    return "", -1


def _name_by_date(units: list[Unit], headline: int, first: int) -> tuple[str, int]:
    """A name alone on its line, next to the line that prints the date, between headline and text."""
    for number in range(headline + 1, first):
        text = units[number].piece.text
        near = [n for n in (number - 1, number + 1) if headline < n < first]
        if 1 <= text.count(" ") <= 6 and any(is_date_line(units[n].piece.text) for n in near):
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
        text = units[number].piece.text if number < len(units) else ""
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
