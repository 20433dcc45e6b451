"""Who wrote a page's report: lines that say so, by their words or by their place."""

import re

from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.published import is_date_line, without_dates, without_times
from verbale.ingest.bare.units import Unit
from verbale.ingest.byline import (
    EMAIL,
    HANDLE,
    NO_BYLINE,
    Byline,
    collective_byline,
    has_byline_lead,
    has_given_name,
    is_place,
    is_role_line,
    own_line_byline,
    read_byline,
)

# Lines below the headline in which a byline without a name may stand, and lines around a name that show it to be one.
_BELOW_HEADLINE, _NEAR = 8, 3
_LONGEST_NAMES = 12
_PARTS = re.compile(r"\s*[|•·/]\s*")
_SECTIONS = re.compile(r"\s*[|•·/>»›]\s*")
_BARS = frozenset("|•·/>»›")
# What joins a word to others in an address.
_IN_ADDRESS = "@./-_"
# What a page says of its writer below the text: "Lena Marhold is the Courier's diplomatic editor."
_SAYS_WHO = re.compile(
    r"(?P<name>[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3}) is (?:an?|the|our|[^.!?]{2,40}['’]s?) "
    r"[^.!?“”\"]{0,60}?\b(?:correspondent|reporter|columnist|contributor|editor|writer|analyst|fellow|researcher"
    r"|journalist|professor|lecturer)\b[^.!?“”\"]{0,60}\.$"
)
# What heads a note on the writer below a report, and lines that such a note has at most.
_NOTE = re.compile(r"about (?:the|our|this) (?:authors?|writers?|contributors?|reporters?|correspondents?):?$", re.I)
_NOTE_LINES = 6
_TITLE = re.compile(r"^(?:Dr|Prof|Professor|Ambassador|Mr|Ms|Mrs)\.? ")
# Lines at a text's end that may tell of its writer, and their length.
_NOTES, _LONGEST_NOTE = 2, 40
# Paragraphs whose people are no writers of the report, most likely.
_OPENING = 8


def find_byline(units: list[Unit], headline: int | None, body: list[int]) -> tuple[str, list[int]]:
    """The writers' names, and every line near the text that is a byline (cut ones and addresses too)."""
    if not body:
        return "", []
    common = _LowerCase(units)
    matter = _Matter(units, headline, body)
    names, lines = _said(units, headline, body, common, matter)
    if not names and headline is not None:
        names, number = _name_below(units, headline, body, common, matter)
        if not names:
            names, number = _collective_below(units, headline, body[0])
        names, number = (names, number) if names else _told_below(units, body)
        if names:
            lines.append(number)
    return names, lines + _notes_on(names, units, body)


def _notes_on(names: str, units: list[Unit], body: list[int]) -> list[int]:
    """The last lines of a text that tell of its writer ("Lena Marhold's last piece for us was on the salt trade.")."""
    ends = [number for number in (*body[:1], *body[1:][-_NOTES:]) if units[number].text.count(" ") <= _LONGEST_NOTE]
    writers = names.replace(" and ", ", ").split(", ") if " " in names else []
    return [number for number in ends if any(_untitled(units[number].text).startswith(name) for name in writers)]


def _untitled(text: str) -> str:
    return _TITLE.sub("", text, count=1)


def without_note(units: list[Unit], body: list[int]) -> list[int]:
    """The body without a note on the writer at its end ("About the author"), and what stands below that."""
    for place in range(max(1, len(body) - _NOTE_LINES), len(body)):
        heads = range(body[place - 1] + 1, body[place] + 1)
        if any(_NOTE.match(units[number].text) for number in heads):
            return body[:place]
    return body


class _Matter:
    """The headline and first paragraphs of a text, whose people are no writers of it, most likely."""

    def __init__(self, units: list[Unit], headline: int | None, body: list[int]) -> None:
        opening = [number for number in body[:_OPENING] if not _SAYS_WHO.match(_untitled(units[number].text))]
        self._numbers = ([] if headline is None else [headline]) + opening
        self._units = units
        self._text = ""

    def names(self, found: Byline, line: int) -> bool:
        """Whether a name that `line` holds stands in the others."""
        if not self._text:
            self._text = "\n".join(self._units[number].text for number in self._numbers if number != line)
        return any(word in self._text for word in " ".join(found.names).split() if len(word) > 3)


class _LowerCase:
    """The words that a page prints in lower case too: such a word is no name, or not surely one."""

    def __init__(self, units: list[Unit]) -> None:
        self._units = units
        self._text = ""

    def shared(self, names: tuple[str, ...]) -> list[bool]:
        """For each word of these names that is no particle or initial, whether it is such a word."""
        if names and not self._text:
            self._text = "\n".join(unit.text for unit in self._units) + "\n"
        return [
            self._has(word.lower()) for name in names for word in name.split() if len(word) > 2 and word[0].isupper()
        ]

    def _has(self, word: str) -> bool:
        at = self._text.find(word)
        while at >= 0:
            before, after = self._text[at - 1], self._text[at + len(word)]
            if not (before.isalnum() or before in _IN_ADDRESS or after.isalnum() or after in "@_"):
                return True
            at = self._text.find(word, at + 1)
        return False


def _said(
    units: list[Unit], headline: int | None, body: list[int], common: _LowerCase, matter: _Matter
) -> tuple[str, list[int]]:
    """The names in lines that say who wrote, above the text or right below it, and all such lines."""
    top = body[0] if headline is None else min(headline, body[0])
    names, lines = "", []
    for number in [*range(max(0, top - 4), body[0] + 3), *range(max(body[0] + 3, body[-1] - 2), body[-1] + 5)]:
        if number >= len(units) or number == headline:
            continue
        text = units[number].text
        if text.count(" ") > 24:
            continue
        leads = has_byline_lead(text)
        own = NO_BYLINE if leads else own_line_byline(text, below=number > body[-2:][0])
        if own.names and not any(common.shared(own.names)) and not matter.names(own, number):
            names = names or str(own)
            lines.append(number)
        elif leads or ("@" in text and text.count(" ") <= 9 and (EMAIL.search(text) or HANDLE.search(text))):
            read = read_byline(text)
            found = "" if all(common.shared(read.names)) else str(read)
            if not leads and " " not in found:
                found = ""  # one word beside an address may be anything
            addressed = "@" in text and EMAIL.search(text) is not None
            if found or addressed or (leads and len(text) < 40):
                names = names or found
                lines.append(number)
        elif number < body[0] and _has_bar(text):
            parts = [part for part in _PARTS.split(without_dates(text)) if has_byline_lead(part)]
            found = next((said for part in parts if (said := str(read_byline(part)))), "")
            names = names or found
            lines += [number] if found else []
    return names, lines


def _collective_below(units: list[Unit], headline: int, first: int) -> tuple[str, int]:
    """What stands for the writer's name between headline and text where no writer is named."""
    for number in range(headline + 1, min(first, headline + 1 + _BELOW_HEADLINE)):
        names = collective_byline(units[number].text)
        if names:
            return names, number
    return "", -1


def _told_below(units: list[Unit], body: list[int]) -> tuple[str, int]:
    """The writer of whom the last lines of the text, or the first below it, tell the post, and the text nothing."""
    for number in range(max(body[0] + 1, body[-1] - 1), min(body[-1] + 4, len(units))):
        found = _SAYS_WHO.match(units[number].text)
        if found:
            last = found["name"].split(" ")[-1]
            if not any(last in units[line].text for line in body if line != number):
                return str(read_byline(found["name"])), number
    return "", -1


def _name_below(
    units: list[Unit], headline: int, body: list[int], common: _LowerCase, matter: _Matter
) -> tuple[str, int]:
    """Names between headline and text that no word introduces: beside a date or role on their line, above a line with
    their role, alone near a line with a date or an address, or right below the headline and again below the text."""
    between = range(headline + 1, body[0])
    texts = {number: units[number].text for number in between}
    dated_lines = range(max(0, headline - _NEAR), body[0])
    dates = {number for number in dated_lines if is_date_line(units[number].text)}
    addresses = {number for number in between if "@" in texts[number] and EMAIL.search(texts[number])}
    sections: set[str] | None = None
    for number in between:
        text = texts[number]
        if text.count(" ") > _LONGEST_NAMES or units[number].bullet:
            continue
        printed = without_dates(text)
        dated = printed != text
        near = any(abs(number - other) <= _NEAR for other in dates | addresses if other != number)
        near = near or _is_writers_line(units, headline, body, number)
        for part in _PARTS.split(without_times(printed)) if dated else [text]:
            found = read_byline(part)
            if not found.names or not all(" " in name for name in found.names):
                continue
            sections = _sections(units, body[0]) if sections is None else sections
            found = _without_sections(found, sections)
            several = len(found.names) > 1 and number == headline + 1  # a section or place comes alone
            alone = number == headline + 1 and has_given_name(str(found))
            if not (dated or near or found.told or several or alone) or (found.rest and not dated):
                continue
            if furniture_kind(words_in(part.lower()))[0] or part.lower() in sections:
                continue
            if any(common.shared(found.names)):
                continue
            if not matter.names(found, number):
                return str(found), number
    return "", -1


def _has_bar(text: str) -> bool:
    return not _BARS.isdisjoint(text)


def _is_writers_line(units: list[Unit], headline: int, body: list[int], number: int) -> bool:
    """Whether a role stands below a line, or it stands right below the headline and again below the text."""
    below = units[number + 1].text if number + 1 < body[0] else ""
    if collective_byline(below) or is_role_line(below):
        return True
    return number == headline + 1 and any(units[number].text in unit.text for unit in units[body[-1] + 1 :])


def _sections(units: list[Unit], first: int) -> set[str]:
    """What the page's bars of links above the text, and its trails, name."""
    found: set[str] = set()
    for unit in units[:first]:
        if not _has_bar(unit.text):
            continue
        parts = _SECTIONS.split(unit.text)
        if len(parts) > 1 and "@" not in unit.text and not is_date_line(unit.text):
            found.update(part.lower() for part in parts)
    return found


def _without_sections(byline: Byline, sections: set[str]) -> Byline:
    """A byline without the sections and places that a page prints right behind the name ("Lena Marhold Europe")."""
    names = []
    for name in byline.names:
        words = name.split(" ")
        end = next((at for at in range(2, len(words)) if words[at].lower() in sections or is_place(words[at])), None)
        names.append(" ".join(words[:end]))
    return Byline(tuple(names), byline.rest, byline.told)
