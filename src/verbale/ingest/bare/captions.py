"""Captions of pictures among a page's lines."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from verbale.ingest.bare.units import Unit

_LONGEST, _SHORTEST = 75, 4
# A credit in brackets behind the last sentence, "(Agency)", "(Agency/F. Surname)", or behind "Photo:" and its like.
_BRACKETED = re.compile(r"[\w.!?…\"'”’)]\s*[\[(](?P<credit>(?:[^\W\d_][\w.'’&/@: -]{0,50}))[\])]\.?$")
_LABELLED = re.compile(
    r"(?:^|[.!?…\"”’)|/–—-]\s*|\s)(?:(?:(?:(?:file|archive) )?photo(?:graph)?s?|image|picture|credit|pic)s?(?: credit)?"
    r"\s*(?::|/|by\b|courtesy)|archives?\s*[:/])\s*\S.{0,60}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:file photo|file picture|files?\s*[-–—:(]|\(file|photo\s*:|caption\s*:|image\s*:"
    r"|in this (?:\w+,? ){1,6}?(?:photo|image|picture)\b|this (?:\w+ ){0,5}?(?:photo|image|picture)\b"
    r"|a (?:file )?photo (?:shows|taken))",
    re.IGNORECASE,
)
# The letters that these open with.
_OPENING = frozenset("acfiptACFIPT")
_STANDING = re.compile(
    r"(?:, |\()(?:(?:second|third|fourth|far) (?:from )?)?(?:left|right|centre|center|back|l|r)(?: row)?[,)]"
    r"|\bfrom left(?: to right)?\b"
    r"|\b(?:left|right|centre|center)\) (?:and|with|shakes?|speaks?|meets?|walks?|poses?|talks?)\b",
    re.IGNORECASE,
)
# A credit alone, without a word on what the picture shows; it has no more words than these.
_CREDIT_WORDS = 8
_CREDIT_ALONE = re.compile(
    r"^(?:photo(?:graph)?s?|image|picture|credit|pic)s?(?: credit)?\s*(?::|by\b|courtesy\b)", re.I
)
_RIGHTS = re.compile(r"\brights reserved\b|\bcopyright\b", re.IGNORECASE)
_NOT_CREDIT = re.compile(r"\b(?:reporting|editing|writing|additional|report|with|compiled)\b", re.IGNORECASE)
_TAIL = re.compile(r"(?:[.!?…][\"'”’)]*\s+|\s*[/|–—]\s*|\s[-–—]\s)(?P<credit>[^\W\d_][\w &./'’-]{1,40})$")
# A credit behind the sentence whatever the agency's name: "Agency/Name Surname", "© Agency", "[PRESS POOL]",
# "PHOTO | NAME SURNAME | PAPER".
_NAME = r"[^\W\d_a-z][\w.'’&-]*(?: [^\W\d_a-z][\w.'’&-]*){0,3}"
_CAPITALS = r"\[[^\W\d_a-z][^\]\[a-z /]*[ /][^\]\[a-z]{2,40}\]"
_PARTED = r"(?:FILE )?(?:PHOTO|PICTURE|PIC|Photo|Picture|Pic)S?\s?\|\s?[^\W\d_a-z][\w .'’|&/-]{2,50}"
_BEHIND = re.compile(
    rf"\W*\w.*[.!?…][\"'”’)]*\s+(?:(?:©\s*)?{_NAME}/{_NAME}|©\s*{_NAME}(?:/{_NAME})?|{_CAPITALS}|{_PARTED})$"
)
_BEHIND_MARKS = frozenset("/©]|")
# A credit stands within so many characters from the end.
_CREDIT = 50
_TAIL_ENDS = " &./'’-_"
_SENTENCES = 3
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]?[A-Z]")


@cache
def _credits() -> frozenset[str]:
    text = (files("verbale.ingest") / "data" / "credits.tsv").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _credit_words() -> frozenset[str]:
    """The words of which one stands in any known credit."""
    return frozenset(word for credit in _credits() for word in _parted(credit))


def _parted(words: str) -> list[str]:
    """Words without the marks that may stand by a credit (one by one: several times as fast as a pattern)."""
    words = words.replace(".", " ").replace("/", " ").replace(",", " ").replace("|", " ").replace("-", " ")
    if not words.isascii():
        words = words.replace("–", " ").replace("—", " ").replace("…", " ")
    return words.replace("!", " ").replace("?", " ").split()


def is_credit(words: str) -> bool:
    """Whether `words` name a picture agency, alone or with a photographer ("AP Photo/J. Smith")."""
    known = _credits()
    return any(part.strip(" .") in known for part in [words, *re.split(r"[/,|]| via | - ", words)])


def is_credit_alone(text: str, known: bool) -> bool:
    """Whether a line says whose a picture is, and nothing of what it shows: "Photograph: Name/Agency", or names alone
    where the agency is known."""
    if text.count(" ") >= _CREDIT_WORDS:
        return False
    words = re.findall(r"[^\W\d_]+", text) if known else []
    return _CREDIT_ALONE.match(text) is not None or (known and all(word[0].isupper() for word in words))


@lru_cache(maxsize=4096)
def caption_strength(text: str) -> int:
    """How surely a line is a caption by its own words: 0 not, 1 likely (where its place fits), 2 surely."""
    count = text.count(" ") + 1
    if not _SHORTEST <= count <= _LONGEST:
        return 0
    strength = _by_words(text, count)
    many = strength and sum(map(text.count, ".!?…")) > _SENTENCES
    return 0 if many and len(_SENTENCE.findall(text)) > _SENTENCES else strength


def _by_words(text: str, count: int) -> int:
    if text[0] in _OPENING and (_OPENS.match(text) or (count <= _CREDIT_WORDS and _CREDIT_ALONE.match(text))):
        return 2 if count > _CREDIT_WORDS or not _CREDIT_ALONE.match(text) else 0
    end = text[-110:]
    last, near = end[-1], end[-_CREDIT:]
    closed = last.isalnum() or last in _TAIL_ENDS
    if closed and not _credit_words().isdisjoint(_parted(near)):
        tail = _TAIL.search(end)
        if tail and is_credit(tail.group("credit")):
            return 2
    if last != "." and not _BEHIND_MARKS.isdisjoint(near) and _BEHIND.match(end) and not _RIGHTS.search(text):
        return 2
    sided = "left" in text or "right" in text or "centre" in text or "center" in text
    standing = sided and _STANDING.search(text) is not None
    found = _BRACKETED.search(end) if last in ")]" or end[-2:-1] in ")]" else None
    if found and not _NOT_CREDIT.search(found.group("credit")):
        credit = found.group("credit").strip()
        if is_credit(credit) or (credit[:1].isupper() and ("/" in credit or "photo" in credit.lower() or standing)):
            return 2
        if credit.istitle() and len(credit.split()) <= 4 and re.search(r"[.!?][\"'”’)]*\s*\(", end):
            return 1
    lowered = end.lower()
    labelled = (
        "photo" in lowered or "image" in lowered or "pic" in lowered or "credit" in lowered or "archive" in lowered
    )
    if labelled and _LABELLED.search(end):
        return 2
    return 1 if standing else 0


def find_captions(units: list[Unit], inside: range, body: set[int]) -> list[int]:
    """The numbers of the lines that are captions. `inside` are the lines from headline to end of text; a line beyond
    these is somebody else's. `body` are the lines held to be report text so far."""
    found: list[int] = []
    for number in inside:
        text = units[number].text
        strength = caption_strength(text)
        twice = (
            (number + 1 < len(units) and units[number + 1].text == text)
            or (number > 0 and units[number - 1].text == text)
        ) and text.count(" ") >= 5
        if twice or strength == 2 or (strength == 1 and (number not in body or _alone(units, number))):
            found.append(number)
    return found


def _alone(units: list[Unit], number: int) -> bool:
    """Whether no line of the same paragraph goes before or after: always so in pages without blank lines."""
    return units[number].text.count(" ") <= 45
