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
    of_sentences = _Sums(sentences[None, :])
    dense = of_sentences.within(-8, 8)[0]
    losses = numpy.where(furniture > 0, _FURNITURE_LOSES, _OTHER_LOSES)
    first, end = _crude_body(numpy.where(sentences > 0, weight, -losses))
    peak = int(numpy.argmax(of_sentences.within(-4, 4)[0]))
    writers = local[:, _WRITER] * is_sentence
    share, shared = _matter_shared(lines.words, sentences > 0, first, end)
    outside = ((place < first) | (place >= end)).astype(float)
    is_other = (sentences == 0).tolist()
    sums = _Sums(numpy.stack([weight, furniture, dates, writers, repeated]))
    near_2, near_5, near_8, near_3 = (sums.within(-reach, reach) for reach in (2, 5, 8, 3))
    three_before, three_after = sums.within(-3, -1), sums.within(1, 3)
    neighbours = numpy.stack([is_sentence, furniture, short, length])
    before, after = numpy.zeros_like(neighbours), numpy.zeros_like(neighbours)
    before[:, 1:], after[:, :-1] = neighbours[:, :-1], neighbours[:, 1:]
    columns = (
        before[0],
        after[0],
        before[1],
        after[1],
        before[2],
        after[2],
        (near_2[0] - weight) / 4,
        (near_5[0] - weight) / 10,
        (near_5[1] - furniture) / 10,
        numpy.abs(length - (before[3] + after[3]) / 2),
        (so_far - sentences) / total,
        (total - so_far) / total,
        dense / (dense.max() + 1.0),
        three_before[2] / 3,
        three_after[2] / 3,
        (near_8[2] - dates) / 16,
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
        (near_8[3] - writers) / 16,
        (near_3[4] - repeated) / 6,
        _since_byline(local),
        *_above(lines.kinds),
    )
    return numpy.stack(columns, axis=1)


class _Sums:
    """Sums of rows over stretches of lines around each line."""

    def __init__(self, rows: Matrix) -> None:
        self._size = rows.shape[1]
        self._so_far = numpy.zeros((len(rows), self._size + 2 * _WIDEST + 1))
        numpy.cumsum(rows, axis=1, out=self._so_far[:, _WIDEST + 1 : _WIDEST + 1 + self._size])
        self._so_far[:, _WIDEST + 1 + self._size :] = self._so_far[:, _WIDEST + self._size, None]

    def within(self, first: int, last: int) -> Matrix:
        """The sums over the lines from `first` to `last`, counted from each line."""
        end, start = _WIDEST + last + 1, _WIDEST + first
        sums: Matrix = self._so_far[:, end : end + self._size] - self._so_far[:, start : start + self._size]
        return sums


def _since_byline(local: Matrix) -> Matrix:
    """How far each line is below the nearest one above that says who wrote or when, as the logarithm, up to a bound."""
    place = numpy.arange(len(local))
    said = (local[:, _BYLINE] > 0) | ((local[:, _DATED] > 0) & (local[:, _SHORT] > 0))
    last = numpy.maximum.accumulate(numpy.where(said, place, -_FAR))
    since: Matrix = numpy.log1p(numpy.minimum(place - last, _FAR))
    return since


def _above(kinds: list[str]) -> Matrix:
    """How many lines of each class in _ENDING stand above each line, as the logarithm; a row a class."""
    places = [_ENDING.index(kind) if kind in _ENDING else -1 for kind in kinds]
    is_of = numpy.array(places) == numpy.arange(len(_ENDING))[:, None]
    above: Matrix = numpy.log1p(numpy.cumsum(is_of, axis=1))
    return above


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
