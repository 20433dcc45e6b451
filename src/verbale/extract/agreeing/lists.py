"""Points set out line by line: "the parties agreed to:", "The main points of the deal:", "Sudan, says the text, is to".

Each stands on a line of its own, behind a bullet or a number in plain text, bare where the list comes from a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.extract.agreement_words import WORDS
from verbale.ingest.stamp import end_of_stamp
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report, Span

MAX_POINTS = 24
HEADER = 16  # words at most in a line or sentence that announces the points
MAX_WORDS = 40  # a line with more words is a paragraph
_LINE = re.compile(r"\s*\n\s*(?P<bullet>(?:[-–—•*·▪»]|\(?(?:\d{1,2}|[a-z])[.)])\s+)?(?P<point>[^\n]+)")
_HELPERS = frozenset({"to", "will", "must", "shall", "that"})  # "The government is to" needs no colon before a list
_COUNTED = re.compile(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:main |key |chief |new )?"
    r"(?:points|changes|clauses|terms|provisions|articles|pillars|elements|commitments|promises|pledges)"
)
_AND = re.compile(r"[;,]?\s+(?:and|or)$")


@dataclass(frozen=True, slots=True)
class Listed:
    """The points of one list, and its colon."""

    colon: Token
    points: tuple[Provision, ...]


def lists_of(doc: Doc, report: Report) -> Iterator[Listed]:
    """The lists of the report that tell what was agreed, as their leading words say."""
    for token in _line_ends(doc):
        if (token.text == ":" or token.lower_ in _HELPERS) and _ends_line(report.text, token) and _leads(token):
            end = token.idx + len(token)
            points = tuple(_items(report.text, end, bulleted=None if token.text == ":" else True))
            if len(points) > 1:
                yield Listed(token, points)
        elif is_last_of_line(report.text, token) and is_header(_line_of(doc, token)):
            points = tuple(_items(report.text, token.idx + len(token), bulleted=None))
            if len(points) > 1:
                yield Listed(token, points)


def _line_ends(doc: Doc) -> Iterator[Token]:
    """The words before a break of line, of which there are few."""
    for at, token in enumerate(doc):
        if token.is_space and "\n" in token.text:
            last = at - 1
            while last >= 0 and doc[last].is_space:
                last -= 1
            if last >= 0 and not any("\n" in doc[i].text for i in range(last + 1, at)):
                yield doc[last]


def is_last_of_line(text: str, token: Token) -> bool:
    """ "What's in the deal", alone on its line."""
    return token.pos_ != "SPACE" and _ends_line(text, token)


def _line_of(doc: Doc, last: Token) -> str:
    start = last.i
    while start and "\n" not in doc[start - 1].text and last.i - start < HEADER:
        start -= 1
    return doc[start : last.i + 1].text.strip(" ?:.")


def _ends_line(text: str, colon: Token) -> bool:
    end = colon.idx + len(colon)
    rest = text[end : end + 40].lstrip(" \t\r\xa0")
    return rest.startswith("\n")


def _leads(colon: Token) -> bool:
    """True where the words before the colon name a deal or its points, or say that it was agreed."""
    lead = colon.doc[max(colon.sent.start, colon.i - 40) : colon.i]
    if is_header(lead.text) or any(phrase in lead.text.lower() for phrase in WORDS.list_leads):
        return True
    deals = WORDS.nouns | WORDS.points | WORDS.refers
    if lead and lead[0].lower_ == "under" and lead[0].is_sent_start:
        deals |= WORDS.weak_nouns | {"draft"}
    return any(
        (token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in deals)
        or (token.text in WORDS.proper_heads and token.dep_ == "nsubj" and token.head.lemma_.lower() in WORDS.holds)
        or (token.pos_ == "VERB" and token.lemma_.lower() in WORDS.undertakes)
        or (token.lower_ == "it" and token.dep_ == "nsubj" and token.head.lemma_.lower() in WORDS.contains)
        or (token.lower_ == "following" and token.head.head.lemma_.lower() in WORDS.contains)
        for token in lead
    )


def is_header(text: str) -> bool:
    """ "The main points", "The four changes", "Here is what they agreed on": what follows tells what the deal holds."""
    words = text.lower().replace("\u2019", "'").split()
    line = " ".join(words)
    counted = bool(_COUNTED.fullmatch(line.rstrip(".:")))
    return counted or (len(words) <= HEADER and any(phrase in line for phrase in WORDS.headers))


def _items(text: str, at: int, bulleted: bool | None) -> Iterator[Provision]:
    """The lines after a colon that go on its sentence: all with a bullet, or all without one and none a sentence of
    its own."""
    for _ in range(MAX_POINTS):
        line = _LINE.match(text, at)
        if line is None:
            return
        bulleted = line["bullet"] is not None if bulleted is None else bulleted
        start, end = line.span("point")
        if len(run_on := _run_on(text, line["bullet"] or "", start, end)) > 1:
            yield from run_on
            return
        point = text[start:end].rstrip()
        last = point.endswith(".")
        if (line["bullet"] is not None) != bulleted or len(point.split()) > MAX_WORDS:
            return
        if end_of_stamp(point):
            return  # the next entry of a live report
        if not bulleted and not _goes_on(point):
            return
        point = _AND.sub("", point.rstrip(" ;,.")).rstrip(" ;,.")
        if point:
            yield Provision(point, (Span(start, start + len(point), point),))
        at = line.end()
        if last and not bulleted and point[:1].islower():
            return  # the full stop that ends the sentence of the list


def _run_on(text: str, bullet: str, start: int, end: int) -> list[Provision]:
    """ "a) a corridor b) an inspection c) no attacks" on one line, as text dumps run lines together."""
    mark = bullet.strip().strip("().")
    if not mark:
        return []
    close = bullet.strip()[-1]
    found: list[Provision] = []
    while True:
        mark = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
        following = re.compile(rf"[\s;,]\(?{re.escape(mark + close)}\s+").search(text, start, end)
        point = _AND.sub("", text[start : following.start() if following else end].rstrip(" ;,.")).rstrip(" ;,.")
        if not point or len(point.split()) > MAX_WORDS:
            return []
        found.append(Provision(point, (Span(start, start + len(point), point),)))
        if following is None or len(found) == MAX_POINTS:
            return found
        start = following.end()


def _goes_on(point: str) -> bool:
    """A line without a bullet that is part of a list: it begins small, ends with a semicolon, or is no sentence."""
    return point[:1].islower() or point.endswith(";") or not point.endswith((".", "!", "?", "”", '"'))
