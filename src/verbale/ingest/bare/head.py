"""The headline of a bare page."""

import re
from collections.abc import Callable

import numpy

from verbale.ingest.bare.captions import caption_strength, is_printed_twice, is_repeated_with_credit
from verbale.ingest.bare.characters import Numbers
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.lines import Lines
from verbale.ingest.bare.published import is_date_line, is_issue_line
from verbale.ingest.bare.units import BULLETS, Unit
from verbale.ingest.bare.words import Flags, PageWords
from verbale.ingest.byline import EMAIL, has_byline_lead, own_line_byline
from verbale.ingest.dateline import read_dateline

_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
# A sentence with what stands in brackets behind it, as credits of pictures do.
_SENTENCE = re.compile(r"[.!][\"'”’)]*(?:\s*[\[(][^\])]{2,50}[\])])?$")
_SECOND = re.compile(r"[a-z\d]{2}[.!?][\"'”’)]* [\"“‘(]?[^\W\d_a-z][^.]*[.!?][\"”’]?$")
# Lines below a headline that may say who wrote; so many marks make a line a bar of links.
_BYLINE_WITHIN, _BAR = 3, 3
# A ticker's mark ("LIVE: …") heads a report, if so many words follow.
_TICKER = 5
_LINKS = frozenset("|>»/·•")
_SEPARATORS = frozenset("|·»›•>")
_BRACED = re.compile(r"\[|\(.*\)$")
_TITLE_PARTS, _TITLE_WORDS, _CRY = re.compile(r"\s+[|–—·»-]\s+"), 3, 4
_SEPARATED = re.compile(r" [|·»›•>] ")
_TRAIL = re.compile(r"(?:home|you are here)\b.{0,80}?[>»›/|:]", re.IGNORECASE)
_SEEN_ABOVE = 40
# Paragraphs that show what a report is about, and those of them that may open with a dateline.
_OPENING, _DATELINES = 12, 3
# A name that headline and text share says more than another word, but not in few words that may be all capitalised.
_TITLE_CASE = 4
_NAME_WEIGHS = 1.5
# What speaks for a headline: words of matter that the text shares (their share, and each), its length, a byline or
# date below it, short lines above it; and against it: each line of distance, to be a sentence or in the text, marks
# between its parts. Fitted to the titles of WCXB's development pages (lines_train.py), and rounded.
_SHARE, _SHARED, _LONG, _BYLINE_NEAR, _RUBRICS = 3.2, 0.1, 0.07, 1.8, 1.0
_FAR, _IS_SENTENCE, _IN_TEXT, _PARTED = 0.05, 1.45, 0.8, 0.6
# More words of a line say no more for it.
_LONGEST = 14


def find_headline(units: list[Unit], lines: Lines, body: list[int], masthead: int | None = None) -> int | None:
    """The line that heads the text: near above it (or its first line), no sentence, and of the same matter. The
    line `masthead` names the outlet."""
    if not body:
        return None
    first = body[0]
    above = range(max(0, first - _SEEN_ABOVE), min(len(units), first + 2))
    shared, contents = _shared_with(units, lines.words, above, body)
    sizes, classes = lines.words.count[above.start : above.stop].tolist(), lines.classes.tolist()
    opening = units[first].text
    opens_low = bool(_SENTENCE_END.search(opening)) or opening.count(" ") > 9
    beside = _Beside(units)
    best, best_score = None, 0.0
    # From the text upwards: the line is most often near it, and what cannot be better is not looked at closely.
    for number in reversed(above):
        place = number - above.start
        common, text = shared[place], units[number].text
        size = sizes[place] + text.count("©")
        heads_all = number == 0 and first == 1
        if not common and not heads_all and (size < 4 or first - number > 12 or number >= first):
            continue
        if not 3 <= size <= (32 if number < first else 22):
            continue
        if number > first and (opens_low or number not in body[:2]):
            continue  # what stands above the headline is a rubric, never running text
        score = _SHARE * common / (contents[place] + 1) + _SHARED * common - _FAR * max(0, first - number)
        score -= _IN_TEXT * (number >= first)
        long = _LONG * min(size, _LONGEST)
        if score + long + _BYLINE_NEAR + _RUBRICS < best_score or number == masthead or not _may_head(units[number]):
            continue
        kind, how = furniture_kind(words_in(text.lower())) if classes[number] else ("", "")
        if how == "is" or (how == "starts" and not (kind == "ticker" and size > _TICKER)):
            continue
        ended = "." in text or "!" in text or "?" in text
        sentence = ended and _SENTENCE.search(text) is not None
        if is_printed_twice(units, number) if sentence else is_repeated_with_credit(units, number):
            continue  # a caption, for the eye and for readers of the page's source
        if number >= first and sentence:
            continue
        score += long - _IS_SENTENCE * (sentence + (ended and _SECOND.search(text) is not None))
        score -= _PARTED if _SEPARATED.search(text) else 0.0
        score += _RUBRICS * sum(unit.text.count(" ") < 3 for unit in units[max(0, number - 4) : number]) / 4
        if score + _BYLINE_NEAR < best_score:
            continue
        score += _BYLINE_NEAR * any(beside[below] for below in _below(units, number))
        if score < best_score or (score == best_score and best is None):
            continue
        if not (
            beside[number]
            or (":" not in text and own_line_byline(text).names)
            or is_issue_line(text)
            or caption_strength(text)
            or ("@" in text and EMAIL.search(text))
        ):
            best, best_score = number, score
    if best is None:
        return None

    def plain(number: int) -> bool:
        likely = number in above and shared[number - above[0]] > 0 and number != masthead
        return likely and not classes[number] and not beside[number]

    return _headline_proper(units, best, above, plain)


def _headline_proper(units: list[Unit], number: int, above: range, plain: Callable[[int], bool]) -> int:
    """The headline where the line found is the page's title with the site's name, stands below a cry in capitals, or
    is a second line below the headline, right above the byline. The lines `above` that are `plain` may head a text by
    their words."""
    text = units[number].text
    parts = [part for part in _TITLE_PARTS.split(text)[:_TITLE_WORDS] if part.count(" ") >= _TITLE_WORDS]
    parts = [part for part in parts if part != text]
    repeated = [other for other in above if other != number and units[other].text in parts] if parts else []
    headlines = list(filter(plain, repeated))
    if headlines:
        return headlines[-1]
    over = units[number - 1].text if number else ""
    if over.endswith("!") and over.isupper() and 1 <= over.count(" ") <= _CRY:
        return number - 1
    titled = over.count(" ") >= _TITLE_WORDS and not _SENTENCE.search(over) and _LINKS.isdisjoint(over)
    if titled and plain(number - 1) and not caption_strength(over) and not units[number - 1].bullet:
        below = units[number + 1].text if number + 1 < len(units) else ""
        return number - 1 if has_byline_lead(below) else number
    return number


def _may_head(unit: Unit) -> bool:
    """Whether a line may be a headline by its marks: no item of a list, label, trail or bar of links."""
    text = unit.text
    opens = text[0]
    if opens in BULLETS or unit.bullet or text[-1] == ":" or text.count(" ") > 40:
        return False
    if (" " not in text and text.isascii()) or (opens in "[(" and _BRACED.match(text)) or _TRAIL.match(text):
        return False
    return not _is_bar(unit)


def _is_bar(unit: Unit) -> bool:
    """Whether a line is one of links to sections: words set apart by marks or by wide gaps."""
    if unit.gaps >= _BAR and unit.text[-1] not in ".!?":
        return True
    return not _SEPARATORS.isdisjoint(unit.text) and len(_SEPARATED.findall(unit.text)) >= _BAR


def _below(units: list[Unit], number: int) -> range:
    """The lines below one in which its byline may stand: before any bar of links to sections."""
    below = range(number + 1, min(number + 1 + _BYLINE_WITHIN, len(units)))
    bar = next((line for line in below if _is_bar(units[line])), below.stop)
    return range(below.start, bar)


class _Beside(dict[int, bool]):
    """Whether a line says who wrote or when it was published."""

    def __init__(self, units: list[Unit]) -> None:
        super().__init__()
        self._units = units

    def __missing__(self, number: int) -> bool:
        text = self._units[number].text
        self[number] = has_byline_lead(text) or is_date_line(text)
        return self[number]


def _shared_with(units: list[Unit], words: PageWords, above: range, body: list[int]) -> tuple[list[float], list[int]]:
    """For each of the lines `above`: how much of its words of matter the first paragraphs share, names above all, the
    dateline's not counted but its place; and how many words of matter it has."""
    counts = ~(words.small | words.digit)
    opening = numpy.zeros(len(words.number), numpy.bool_)
    for place, number in enumerate(body[:_OPENING]):
        at, end = int(words.first[number]), int(words.first[number] + words.count[number])
        opening[at:end] = True
        if place < _DATELINES and (printed := read_dateline(units[number].text)):
            dateline = len(words_in(units[number].text[: printed.end]))
            opening[at + len(words_in(printed.place)) : at + dateline] = False
    matter = words.stem[opening & counts]
    matter.sort()
    start, end = int(words.first[above[0]]), int(words.first[above[-1]] + words.count[above[-1]])
    counts = counts[start:end]
    line = words.line[start:end] - above[0]
    common = (counts & _is_among(matter, words.stem[start:end])).nonzero()[0]
    standing, of_line = common + start, line.take(common)
    named = words.capital.take(standing) & (standing > words.first.take(of_line + above[0]))
    named &= words.count.take(of_line + above[0]) > _TITLE_CASE
    shared: list[float] = numpy.bincount(of_line, numpy.where(named, _NAME_WEIGHS, 1.0), len(above)).tolist()
    return shared, numpy.bincount(line, counts, len(above)).tolist()


def _is_among(numbers: Numbers, asked: Numbers) -> Flags:
    """Which of the numbers `asked` for are among others, which ascend."""
    if not len(numbers):
        return numpy.zeros(len(asked), numpy.bool_)
    found: Flags = numbers.take(numbers.searchsorted(asked), mode="clip") == asked
    return found
