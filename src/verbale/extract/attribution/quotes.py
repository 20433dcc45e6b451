"""Quotation marks of every habit, paired paragraph by paragraph, so that no broken pair runs away.

A pair is sought within one paragraph. A quote that is opened again at the start of the next paragraph goes on there
(news convention: no closing mark before the next opening one). Any other quote that is never closed ends with its
first sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# How far an unclosed quote may reach where no sentence ends, in characters.
UNCLOSED_LIMIT = 400
MAX_DEPTH = 4

_OPENING = {"“": '"', "„": '"', "‟": '"', "«": "«", "‘": "'", "‚": "'", "‹": "‹", "「": "「", "『": "「"}
_CLOSING = {"”": '"', "»": "«", "’": "'", "›": "‹", "」": "「", "』": "「"}
_STRAIGHT = {'"': '"', "＂": '"', "″": '"', "'": "'"}
_MARK = re.compile(r"``|''|‘‘|’’|,,(?=\w)|[“”„‟«»‘’‚‹›「」『』\"＂″'`]")
_PAIRS = {"``": ('"', "open"), "''": ('"', "either"), "‘‘": ('"', "open"), "’’": ('"', "close"), ",,": ('"', "open")}
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_ELISION = re.compile(r"(?:(?:em|tis|twas|til|till|cause|bout|round|\d0s|\d\d)\b|n['’])", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{<—–-/\"“‘'«„")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/\"”’'»…")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `start`, `end` with its marks, `inner_start`, `inner_end` without them, in code points.

    `closed` is False where the closing mark is missing; `goes_on` where the next paragraph opens the quote again, and
    `continues` marks that next part. `single` is True for single marks. `paragraph` counts paragraphs from 0.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    single: bool = False
    closed: bool = True
    goes_on: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    side: str


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text` as offsets: parted by blank lines or, where it has none, by line ends."""
    parting = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    found, start = [], 0
    for gap in parting.finditer(text):
        if text[start : gap.start()].strip():
            found.append((start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def find_quotes(text: str) -> list[Quote]:
    """The outermost quotations of `text`, in order and not overlapping. Time is linear in the length of the text."""
    spans = paragraphs(text)
    marked = [_pair(text, start, end) for start, end in spans]
    found: list[Quote] = []
    open_kind = ""
    again = _opened_again(text, spans, marked)
    for number, ((start, end), (pairs, left), opened_again) in enumerate(zip(spans, marked, again, strict=True)):
        here = list(_outermost(pairs))
        if left is not None:
            following = min((pair[0] for pair in here if pair[0] > left.start), default=end)
            stop = end if opened_again else _unclosed_end(text, left.end, following)
            here = list(_outermost([*here, (left.start, stop, left.end, stop, False)]))
        for at, (first, last, inner, inner_end, closed) in enumerate(here):
            if not text[inner:inner_end].strip():
                continue
            found.append(
                Quote(
                    first,
                    last,
                    inner,
                    inner_end,
                    number,
                    single=text[first] in "'‘‚‹`" and text[first : first + 2] not in _PAIRS,
                    closed=closed,
                    goes_on=not closed and opened_again and at == len(here) - 1,
                    continues=bool(open_kind) and at == 0 and not text[start:first].strip(),
                )
            )
        open_kind = left.kind if left is not None and opened_again else ""
    return found


_Pair = tuple[int, int, int, int, bool]
_Marked = tuple[list[_Pair], _Mark | None]


def _opened_again(text: str, spans: list[tuple[int, int]], marked: list[_Marked]) -> list[bool]:
    """For each paragraph, whether the quote left open in it goes on in the next: that opens it again, and it is closed
    there or goes on in its turn. A text whose paragraphs all open a quote and none closes it has lost its marks."""
    found = [False] * len(spans)
    for number in range(len(spans) - 2, -1, -1):
        left, following = marked[number][1], spans[number + 1][0]
        if left is None or not _opens(text, following, left.kind):
            continue
        pairs, open_there = marked[number + 1]
        closed = any(pair[0] == following for pair in pairs)
        found[number] = closed or (open_there is not None and open_there.start == following and found[number + 1])
    return found


def _pair(text: str, start: int, end: int) -> tuple[list[_Pair], _Mark | None]:
    """The closed pairs of one paragraph, and the outermost mark that is left open."""
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    for mark in _marks(text, start, end):
        kinds = [held.kind for held in stack]
        if mark.side == "open" or (mark.side == "either" and mark.kind not in kinds):
            if len(stack) < MAX_DEPTH:
                stack.append(mark)
        elif mark.kind in kinds:
            while stack[-1].kind != mark.kind:
                stack.pop()
            opening = stack.pop()
            pairs.append((opening.start, mark.end, opening.end, mark.start, True))
    doubles = [mark for mark in stack if mark.kind != "'"]
    return pairs, doubles[0] if doubles else None


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks of one paragraph with the side they stand on; apostrophes left out."""
    for match in _MARK.finditer(text, start, end):
        sign, at, after = match.group(), match.start(), match.end()
        before_char = text[at - 1] if at > start else " "
        after_char = text[after] if after < end else " "
        opens = (before_char.isspace() or before_char in _BEFORE_OPENING) and not after_char.isspace()
        closes = not before_char.isspace() and (after_char.isspace() or after_char in _AFTER_CLOSING)
        if sign in _PAIRS:
            kind, side = _PAIRS[sign]
            if side == "either":
                side = "open" if opens and not closes else "close" if closes and not opens else "either"
            yield _Mark(at, after, kind, side)
            continue
        kind = _OPENING.get(sign) or _CLOSING.get(sign) or _STRAIGHT.get(sign) or "'"
        if kind == "'":
            side = _single_side(text, sign, at, after, before_char, after_char)
            if side:
                yield _Mark(at, after, kind, side)
        elif sign in _OPENING:
            # „so“ closes with the mark that opens elsewhere
            yield _Mark(at, after, kind, "close" if sign == "“" and closes and not opens else "open")
        elif sign in _CLOSING:
            yield _Mark(at, after, kind, "open" if opens and not closes else "close")
        else:
            side = "open" if opens and not closes else "close" if closes and not opens else "either"
            yield _Mark(at, after, kind, side)


def _single_side(text: str, sign: str, at: int, after: int, before: str, following: str) -> str:
    """ "open", "close", or "" for an apostrophe."""
    if sign in "‘‚`":
        return "" if _ELISION.match(text, after) or before.isalnum() else "open"
    if before.isalnum() and following.isalnum():
        return ""
    if sign == "'" and (before.isspace() or before in _BEFORE_OPENING) and following.isalnum():
        return "" if _ELISION.match(text, after) else "open"
    if sign == "’" and before.isspace():
        return ""
    if before in "sS" and following.isspace() and not _capital_or_verb_tag(text, after):
        return ""  # a plural's possessive ("the workers' demands") is far more frequent than a quote that ends so
    return "close" if not before.isspace() else ""


def _capital_or_verb_tag(text: str, at: int) -> bool:
    return text[at : at + 40].lstrip()[:5].casefold() in ("said ", "says ", "told ")


def _opens(text: str, at: int, kind: str) -> bool:
    match = _MARK.match(text, at)
    if match is None:
        return False
    sign = match.group()
    found = _PAIRS[sign][0] if sign in _PAIRS else _OPENING.get(sign) or _STRAIGHT.get(sign) or ""
    return found == kind


def _unclosed_end(text: str, start: int, end: int) -> int:
    """Where a quote without a closing mark ends: with its first sentence, and never beyond `UNCLOSED_LIMIT`."""
    stop = min(end, start + UNCLOSED_LIMIT)
    sentence = _SENTENCE_END.search(text, start, stop)
    return sentence.end() if sentence else stop


def _outermost(pairs: list[_Pair]) -> Iterator[_Pair]:
    reached = -1
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if pair[0] >= reached:
            yield pair
            reached = pair[1]
