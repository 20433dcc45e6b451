"""Captions of pictures among a page's lines."""

import re
from functools import lru_cache
from itertools import pairwise

from verbale.ingest.bare.credits import (
    CREDIT_WORDS,
    has_credit_form,
    is_agency,
    is_bare_agency,
    is_credit_only,
    is_in_capitals,
    is_picture_word,
    may_credit_agency,
    opens_credit,
)
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.units import Unit

_LONGEST, _SHORTEST = 75, 4
# A credit in brackets behind the last sentence, "(Agency)", "(Agency/F. Surname)", or behind "Photo:" and its like.
_BRACKETED = re.compile(r"(?P<before>[\w.!?…\"'”’)])\s*[\[(](?P<credit>[^\W\d_@©][^\[\]()]{1,70})[\])](?P<stop>\.?)$")
_LABELLED = re.compile(
    r"(?:^|[.!?…\"”’)|/–—-]\s*|\s)(?:(?:(?:(?:file|archive) )?photo(?:graph)?s?|image|picture|credit|pic)s?(?: credit)?"
    r"\s*(?::|/|by\b|courtesy)|archives?\s*[:/])\s*\S.{0,60}$",
    re.IGNORECASE,
)
_SIDES = r"(?:\(?(?:from )?(?:l(?:eft)? ?(?:-|to) ?r(?:ight)?|left)\)?|(?:from|clockwise from) (?:top )?(?:left|right))"
_OPENS = re.compile(
    r"^(?:file photo|file picture|files?\s*[-–—:(]|\(file|(?:photo|picture|pictured|pics?|caption|image)\s*:"
    r"|(?:above|below)\s*:(?= (?-i:[^\W\d_a-z]))|image caption\b"
    r"|pictured (?:above|below|here|left|right)\b|(?:handout )?photo (?:taken|released|shows)\b"
    r"|in this (?:\w+,? ){1,6}?(?:photo|image|picture)\b|this (?:\w+ ){0,5}?(?:photo|image|picture)\b"
    rf"|an? (?:file |handout |undated )?(?:photo|picture|image) (?:shows|taken|released|provided)|{_SIDES}[:,)])",
    re.IGNORECASE,
)
_DASHED_AGENCY = re.compile(r"^[-–—]+\s*(?=[A-Z]{2,6}$)")
# The letters that these open with.
_OPENING = frozenset("abcfhilptABCFHILPT(")
_STANDING = re.compile(
    r"(?:, |\()(?:(?:second|third|fourth|far) (?:from )?)?(?:left|right|centre|center|back|l|r)(?: row)?[,)]"
    r"|\bfrom left(?: to right)?\b"
    r"|\b(?:left|right|centre|center)\) (?:and|with|shakes?|speaks?|meets?|walks?|poses?|talks?)\b"
    r"|, pictured (?:here|above|below|left|right|together)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\brights reserved\b|\bcopyright\b", re.IGNORECASE)
_NOT_CREDIT = re.compile(r"\b(?:reporting|editing|writing|additional|report|with|compiled)\b", re.IGNORECASE)
_TAIL = re.compile(r"(?:[.!?…][\"'”’)]*\s+|\s*[/|–—]\s*|\s[-–—]\s)(?P<credit>[^\W\d_][\w &./'’-]{1,40})$")
_NAME = r"[^\W\d_a-z][\w.'’&-]*(?: [^\W\d_a-z][\w.'’&-]*){0,3}"
# What an agency signs its copy with, behind the last sentence.
_SIGNED = re.compile(r"[.!?…][\"'”’)]*\s*(?:[\[(]|[-–—/]+\s*|Source: )?(?P<agency>[^\W\d_][\w .]{1,24}?)[\])]?$")
_SHARED_COPY = re.compile(rf"[.!?…][\"'”’)]*\s*[-–—]+\s*{_NAME}/{_NAME}$")
# A sentence's end, not an initial's or a short form's in capitals; a dash or bar that parts a credit from it.
_ENDED = re.compile(r"[.!?…](?<=(?:[^\W_A-Z]|[\"”’)\]])[.!?…])[\"'”’)\]]*\s+")
_PARTED_BY = re.compile(r"\s(?:[-–—|]{1,2}|/)\s*")
# A credit behind the sentence whatever the agency's name: "Agency/Name Surname", "© Agency", "[PRESS POOL]",
# "PHOTO | NAME SURNAME | PAPER".
_CAPITALS = r"\[[^\W\d_a-z][^\]\[a-z /]*[ /][^\]\[a-z]{2,40}\]"
_PARTED = r"(?:FILE )?(?:PHOTO|PICTURE|PIC|Photo|Picture|Pic)S?\s?\|\s?[^\W\d_a-z][\w .'’|&/-]{2,50}"
_BEHIND = re.compile(
    rf"\W*\w.*[.!?…][\"'”’)]*\s+(?:(?:©\s*)?{_NAME}/{_NAME}|©\s*{_NAME}(?:/{_NAME})?|{_CAPITALS}|{_PARTED})$"
)
# A credit stands within so many characters from the end.
_CREDIT = 50
_TAIL_ENDS = " &./'’-_"
_SENTENCES = 3
# A shorter line may open a longer one by chance.
_SHORT = 25
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]?[A-Z]")


@lru_cache(maxsize=4096)
def caption_strength(text: str) -> int:
    """How surely a line is a caption by its own words: 0 not, 1 likely (where its place fits), 2 surely."""
    count = text.count(" ") + 1
    if not _SHORTEST <= count <= _LONGEST or (count <= CREDIT_WORDS and is_credit_only(text)):
        return 0
    strength = _by_words(text, count)
    many = strength and sum(map(text.count, ".!?…")) > _SENTENCES
    return 0 if many and len(_SENTENCE.findall(text)) > _SENTENCES else strength


def _by_words(text: str, count: int) -> int:
    if text[0] == "[" and text[-1] == "]":
        text = text[1:-1].strip()
        count = text.count(" ") + 1
        if not text:
            return 0
    if text[0] in _OPENING and (_OPENS.match(text) or (count <= CREDIT_WORDS and opens_credit(text))):
        return 2 if count > CREDIT_WORDS or not opens_credit(text) else 0
    end = text[-110:]
    last, near = end[-1], end[-_CREDIT:]
    closed = last.isalnum() or last in _TAIL_ENDS
    if closed and (_may_end(near[:-1]) or _may_be_parted(near[:-1])) and may_credit_agency(near):
        tail = _TAIL.search(end)
        if tail and is_agency(tail.group("credit")):
            return 2
    if last != "." and _marked(near) and _BEHIND.match(end) and not _RIGHTS.search(text):
        return 2
    standing = _may_stand(text) and _STANDING.search(text) is not None
    found = _BRACKETED.search(end) if last in ")]" or end[-2:-1] in ")]" else None
    bracketed = _by_brackets(found, standing) if found and not _NOT_CREDIT.search(found["credit"]) else 0
    if bracketed:
        return bracketed
    if last != "." and not found and any(map(has_credit_form, _tails(end))) and not _RIGHTS.search(text):
        return 2
    if _may_label(end) and _LABELLED.search(end):
        return 2
    if last.isupper() and (ends := [ended.end() for ended in _ENDED.finditer(end)]):
        behind = _DASHED_AGENCY.sub("", end[ends[-1] :])
        standing = standing or (is_in_capitals(behind) and not furniture_kind(words_in(behind.lower()))[0])
    return 1 if standing else 0


def _by_brackets(found: re.Match[str], standing: bool) -> int:
    """How surely what stands in brackets at a line's end is a credit. A full stop behind it makes it a remark, unless
    it speaks of a picture."""
    credit = found["credit"].strip()
    if is_picture_word(credit):
        return 0  # a mark of headlines: "… (PHOTOS)"
    pictured = "photo" in credit.lower() or opens_credit(credit)
    if found["stop"] and not pictured:
        return 1 if standing else 0
    if is_agency(credit) or pictured or has_credit_form(credit) or (credit[:1].isupper() and standing):
        return 2
    ended = found["before"] in '.!?…"”’' and not furniture_kind([credit.lower()])[0]
    titled = credit.istitle() and len(credit.split()) <= 4
    return 1 if standing or (ended and (titled or is_bare_agency(credit))) else 0


def _tails(end: str) -> set[str]:
    """What stands behind the last sentence of a line, and behind its last dash or bar."""
    before = end[:-1]
    ended = [found.end() for found in _ENDED.finditer(end)] if _may_end(before) else []
    parted = [found.end() for found in _PARTED_BY.finditer(end)] if _may_be_parted(before) else []
    return {end[at:] for at in (*ended[-1:], *parted[-1:])}


# Whether a text holds what a pattern asks for at least (many times as fast as the pattern).
def _may_end(text: str) -> bool:
    return "." in text or "!" in text or "?" in text or "…" in text


def _may_be_parted(text: str) -> bool:
    return " -" in text or "/" in text or "|" in text or "–" in text or "—" in text


def _marked(text: str) -> bool:
    return "/" in text or "|" in text or "]" in text or "©" in text


def _may_stand(text: str) -> bool:
    sided = "left" in text or "right" in text or "centre" in text or "center" in text or "pictured" in text
    if not sided:
        return False
    listed = text.count(",") > 1 or "(" in text or ")" in text
    return listed or "rom left" in text or "rom Left" in text or "ictured" in text


def _may_label(text: str) -> bool:
    text = text.lower()
    if not (":" in text or "/" in text or "by" in text or "courtesy" in text):
        return False
    return "photo" in text or "image" in text or "pic" in text or "credit" in text or "archive" in text


def find_captions(units: list[Unit], inside: range, body: set[int]) -> list[int]:
    """The numbers of the lines that are captions. `inside` are the lines from headline to end of text; a line beyond
    these is somebody else's. `body` are the lines held to be report text so far."""
    found: list[int] = []
    last = max(body, default=-1)
    alike = _begin_alike(units, inside)
    for number in inside:
        text = units[number].text
        strength = caption_strength(text)
        if number == last and number - 1 in body and number - 1 not in found and is_signed_off(text):
            continue
        twice = number < last and number in alike and is_printed_twice(units, number)
        if twice or strength == 2 or (strength == 1 and (number not in body or _alone(units, number))):
            found.append(number)
    return found


def _begin_alike(units: list[Unit], inside: range) -> set[int]:
    """The lines that may begin as the one above or below does."""
    first = max(0, inside.start - 1)
    openings = [unit.text[:_SHORT] for unit in units[first : inside.stop + 1]]
    pairs = enumerate(pairwise(openings), first)
    below = {number for number, (one, other) in pairs if one.startswith(other) or other.startswith(one)}
    return below | {number + 1 for number in below}


def is_printed_twice(units: list[Unit], number: int) -> bool:
    """Whether the line above or below says the same, but for a credit behind it: once is for the eye, once for readers
    of the page's source."""
    text = units[number].text
    alike = _beside_alike(units, number)
    return bool(alike) and text.count(" ") >= 5 and (text in alike or is_repeated_with_credit(units, number))


def is_repeated_with_credit(units: list[Unit], number: int) -> bool:
    """Whether the line above or below is the same with a credit behind it, or without the one of this line."""
    text = units[number].text
    alike = _beside_alike(units, number)
    return any(_is_credited(text, other) or _is_credited(other, text) for other in alike)


def _beside_alike(units: list[Unit], number: int) -> list[str]:
    """The line above and the line below, if they begin as this one does."""
    opening = units[number].text[: _SHORT + 1]
    above = units[number - 1].text if number else ""
    below = units[number + 1].text if number + 1 < len(units) else ""
    if above.startswith(opening):
        return [above, below] if below.startswith(opening) else [above]
    return [below] if below.startswith(opening) else []


def _is_credited(longer: str, shorter: str) -> bool:
    """Whether one line is another with a credit behind it."""
    return len(longer) > len(shorter) > _SHORT and longer.startswith(shorter) and caption_strength(longer) > 1


def is_signed_off(text: str) -> bool:
    """Whether a line ends with an agency alone, as wire copy is signed below its last paragraph ("– Bernama")."""
    found = _SIGNED.search(text[-_CREDIT:])
    if found and is_bare_agency(found["agency"]):
        return not _STANDING.search(text)
    shared = _SHARED_COPY.search(text[-_CREDIT:])  # "– The Times/Asia News Network"
    return shared is not None and len(_SENTENCE.findall(text)) > 0


def _alone(units: list[Unit], number: int) -> bool:
    """Whether no line of the same paragraph goes before or after: always so in pages without blank lines."""
    return units[number].text.count(" ") <= 45
