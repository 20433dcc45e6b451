"""What can be seen of a line from the lines around it, and from the page's crude body."""

from itertools import groupby

import numpy

from verbale.ingest.bare.lines import LOCAL, Lines, Matrix
from verbale.ingest.bare.words import Flags, PageWords

AROUND = (
    "before_sentence",
    "after_sentence",
    "before_furniture",
    "after_furniture",
    "before_short",
    "after_short",
    "near_sentences_2",
    "near_sentences_5",
    "near_furniture_5",
    "same_length_near",
    "share_before",
    "share_after",
    "densest_near",
    "dates_3_before",
    "dates_3_after",
    "dates_near_8",
    "others_run_before",
    "others_run_after",
    "sentences_run",
    "after_colon",
    "in_crude_body",
    "before_crude_body",
    "after_crude_body",
    "barriers_since_peak",
    "barriers_until_peak",
    "shares_matter",
    "matter_shared",
    "shares_matter_outside",
    "writers_near_8",
    "repeated_near_3",
    "since_byline",
    "comments_above",
    "others_above",
    "copyrights_above",
)
# A page's crude body is the stretch of lines with the largest sum: sentences gain, other lines lose.
_OTHER_LOSES, _FURNITURE_LOSES = 0.7, 2.0
_BARRIERS = frozenset(("comment", "copyright", "related"))
# How fast the word of a line that ends in a colon wears off over the lines of the list that it opens.
_COLON_FADES = 0.15
# What heads comments, other stories and the end of a page.
_ENDING = ("comment", "related", "copyright")
# The bound on distances to a byline.
_FAR = 40
# Lines that a window reaches at most.
_WIDEST = 8
_WRITER, _DATED = LOCAL.index("writer"), LOCAL.index("date_or_clock")
_BYLINE = LOCAL.index("byline")
_WORDS, _SHORT = LOCAL.index("log_words"), LOCAL.index("to_seven_words")


def around(lines: Lines, repeated: Matrix, colons: list[bool]) -> Matrix:
    """One row a line, columns as in AROUND. `repeated` marks lines that the page has twice, `colons` those that open
    a list."""
    local, sentences, furniture = lines.local, lines.sentence, lines.furniture.astype(float)
    place = numpy.arange(len(sentences))
    barriers = numpy.cumsum([kind in _BARRIERS for kind in lines.kinds])
    is_sentence = (sentences > 0).astype(float)
    length, short, dates = local[:, _WORDS], local[:, _SHORT], local[:, _DATED]
    weight = numpy.log1p(sentences)
    total = sentences.sum() + 1.0
    so_far = numpy.cumsum(sentences)
    dense = _window(sentences, -8, 8)
    losses = numpy.where(furniture > 0, _FURNITURE_LOSES, _OTHER_LOSES)
    first, end = _crude_body(numpy.where(sentences > 0, weight, -losses))
    peak = int(numpy.argmax(_window(sentences, -4, 4)))
    writers = local[:, _WRITER] * is_sentence
    share, shared = _matter_shared(lines.words, sentences > 0, first, end)
    outside = ((place < first) | (place >= end)).astype(float)
    is_other = (sentences == 0).tolist()
    return numpy.array(
        [
            _shift(is_sentence, 1),
            _shift(is_sentence, -1),
            _shift(furniture, 1),
            _shift(furniture, -1),
            _shift(short, 1),
            _shift(short, -1),
            (_window(weight, -2, 2) - weight) / 4,
            (_window(weight, -5, 5) - weight) / 10,
            (_window(furniture, -5, 5) - furniture) / 10,
            numpy.abs(length - (_shift(length, 1) + _shift(length, -1)) / 2),
            (so_far - sentences) / total,
            (total - so_far) / total,
            dense / (dense.max() + 1.0),
            _window(dates, -3, -1) / 3,
            _window(dates, 1, 3) / 3,
            (_window(dates, -8, 8) - dates) / 16,
            numpy.log1p(_run_before(is_other)),
            numpy.log1p(_run_before(is_other[::-1])[::-1]),
            numpy.log1p(_sentence_runs(is_other)),
            _after_colon(lines, colons),
            1.0 - outside,
            numpy.log1p(numpy.maximum(0, first - place)),
            numpy.log1p(numpy.maximum(0, place - end + 1)),
            numpy.log1p(numpy.maximum(0.0, barriers - barriers[peak])),
            numpy.log1p(numpy.maximum(0.0, barriers[peak] - barriers)),
            share,
            numpy.log1p(shared),
            share * outside,
            (_window(writers, -8, 8) - writers) / 16,
            (_window(repeated, -3, 3) - repeated) / 6,
            _since_byline(local),
            *(_above(lines, kind) for kind in _ENDING),
        ]
    ).T


def _since_byline(local: Matrix) -> Matrix:
    """How far each line is below the nearest one above that says who wrote or when, as the logarithm, up to a bound."""
    place = numpy.arange(len(local))
    said = (local[:, _BYLINE] > 0) | ((local[:, _DATED] > 0) & (local[:, _SHORT] > 0))
    last = numpy.maximum.accumulate(numpy.where(said, place, -_FAR))
    since: Matrix = numpy.log1p(numpy.minimum(place - last, _FAR))
    return since


def _above(lines: Lines, kind: str) -> Matrix:
    """How many lines of a class of furniture stand above each line, as the logarithm."""
    above: Matrix = numpy.log1p(numpy.cumsum([float(found == kind) for found in lines.kinds]))
    return above


def _shift(column: Matrix, by: int) -> Matrix:
    """The column moved down by `by` lines (up, if negative), zeros at the edge."""
    moved = numpy.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


def _window(column: Matrix, first: int, last: int) -> Matrix:
    """The sum over the lines from `first` to `last`, counted from each line."""
    sums = numpy.convolve(column, numpy.ones(last - first + 1))
    edge = numpy.zeros(_WIDEST)
    within: Matrix = numpy.concatenate([edge, sums, edge])[_WIDEST + last : _WIDEST + last + len(column)]
    return within


def _crude_body(gains: Matrix) -> tuple[int, int]:
    """The stretch with the largest sum of gains; the whole page where nothing gains."""
    best, stretch, start, total = 0.0, (0, len(gains)), 0, 0.0
    for number, gain in enumerate(gains.tolist()):
        total += gain
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best:
            best, stretch = total, (start, number + 1)
    return stretch


def _matter_shared(words: PageWords, sentence: Flags, first: int, end: int) -> tuple[Matrix, Matrix]:
    """The share, and the number, of each line's words of matter that the crude body's sentences have too (for one of
    these sentences: another of them)."""
    size = len(sentence)
    matter = words.matter
    many = int(words.stem.max(initial=0)) + 1
    # Each word once a line.
    pairs = numpy.sort(words.line[matter] * many + words.stem[matter])
    pairs = pairs[numpy.diff(pairs, prepend=-1) > 0]
    of_line, word = pairs // many, pairs % many
    inside = sentence & (numpy.arange(size) >= first) & (numpy.arange(size) < end)
    in_body = inside[of_line]
    times = numpy.bincount(word[in_body], minlength=many)[word]
    both: Matrix = numpy.bincount(of_line, times > in_body, size).astype(float)
    share: Matrix = both / numpy.maximum(numpy.bincount(of_line, minlength=size), 1)
    return share, both


def _run_before(marked: list[bool]) -> Matrix:
    """For each line, how many marked ones stand right before it."""
    runs, run = [], 0.0
    for mark in marked:
        runs.append(run)
        run = run + 1 if mark else 0.0
    return numpy.array(runs)


def _sentence_runs(is_other: list[bool]) -> Matrix:
    """For each sentence, how many stand together with it; 0 for other lines."""
    runs: list[float] = []
    for other, group in groupby(is_other):
        size = len(list(group))
        runs.extend([0.0 if other else size] * size)
    return numpy.array(runs)


def _after_colon(lines: Lines, colons: list[bool]) -> Matrix:
    """1 right below a line that opens a list, less with each further line of it, 0 once text or furniture follows."""
    after = numpy.zeros(len(colons))
    if not any(colons):
        return after
    sentence, furniture = (lines.sentence > 0).tolist(), lines.furniture.tolist()
    opened = -1
    for number, opens in enumerate(colons):
        if opened >= 0:
            after[number] = 1 / (1 + _COLON_FADES * (number - opened - 1))
        if opens:
            opened = number
        elif furniture[number] or (sentence[number] and number and sentence[number - 1]):
            opened = -1
    return after
