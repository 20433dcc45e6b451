"""Lines that close a page below its report and read like sentences: notices of rights, what an outlet says of itself,
what it announces. They stand last; higher up, the same words may be a report's own."""

import re
import unicodedata
from functools import cache

from verbale.ingest.bare.furniture import words_in
from verbale.ingest.bare.units import Unit
from verbale.ingest.byline import is_masthead
from verbale.ingest.word_lists import words_of

# So many lines at the end of a text may close the page, and so long is the longest.
_LAST, _LONGEST = 4, 40
# Words of an opening that shows a notice, at most.
_OPENING = 6
_RIGHTS = re.compile(r"(?:©|\([cC]\)|copyright\b|\bCOPYRIGHT\b)(?=.{0,60}\b(?:19|20)\d\d\b|\s*:)", re.IGNORECASE)
# A title among a page's first lines that may name the outlet.
_FIRST_LINES, _TITLE = 2, 6
_PARTS = re.compile(r"\s+[|·•–—-]\s+")
_SPEAKS = re.compile(r"(?: \([^)]+\))? (?:is|are|appears|comes|lives|ends|reserves|welcomes|accepts|relies|thanks)\b")
# What only an outlet is said to be, of one whose name stands nowhere else on the page.
_SPOKEN = re.compile(
    r"(?:The )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,4}) (?:is (?:published|edited|printed)|appears|welcomes)\b"
)


def without_closing(units: list[Unit], body: list[int]) -> list[int]:
    """The body without the lines at its end that close the page."""
    names = _outlet_names(units, body[0]) if body else []
    last = len(body)
    while last > max(1, len(body) - _LAST) and closes_page(units[body[last - 1]].text, names):
        last -= 1
    return body[:last]


def closes_page(text: str, names: list[str]) -> bool:
    """Whether a line is one of those that close a page. `names` are the outlet's, in lower case."""
    if text.count(" ") > _LONGEST:
        return False
    if _RIGHTS.match(text) or text == "--":
        return True
    words = words_in(text.lower())
    opens = _phrases("opens")
    if any(" ".join(words[:end]) in opens for end in range(1, min(len(words), _OPENING) + 1)):
        return True
    before, colon, _ = text.partition(":")
    if colon and " ".join(words_in(before.lower())) in _phrases("heads"):
        return True
    opening = _plain(text.partition(" ")[0])
    names = [name for name in names if name.partition(" ")[0] == opening]
    lowered = _plain(text) if names else ""
    if any(lowered.startswith(name) and _SPEAKS.match(lowered, len(name)) for name in names):
        return True
    if text[-1] not in ".!?" and any(lowered.startswith(f"{name}, ") for name in names):
        return True  # its address
    spoken = _SPOKEN.match(text)
    return spoken is not None and is_masthead(spoken["name"].lower().split())


def _outlet_names(units: list[Unit], first: int) -> list[str]:
    """What the outlet may call itself, in lower case: the titles at the top of the page, and "the" with their last
    word."""
    names: list[str] = []
    for unit in units[: min(_FIRST_LINES, first)]:
        title = _PARTS.split(unit.text)[0]
        words = _plain(title).split() if 0 < title.count(" ") < _TITLE else []
        if len(words) > 1 and words[-1].isalpha():
            names += [" ".join(words), f"the {words[-1]}"]
    return names


def _plain(text: str) -> str:
    """A text in lower case without accents, which capitals often lose."""
    text = text.lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@cache
def _phrases(kind: str) -> frozenset[str]:
    return words_of("closings.tsv", kind)
