"""What can be seen of a line from the lines around it, and from the page's crude body."""

from itertools import pairwise

import numpy

from verbale.ingest.bare.characters import Codes
from verbale.ingest.bare.lines import CLASSES, Column, Lines, Matrix
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
# How fast the word of a line that ends in a colon wears off over the lines of the list that it opens.
_COLON_FADES = 0.15
# What heads comments, other stories and the end of a page.
_ENDING = numpy.array([[CLASSES.index(kind)] for kind in ("comment", "related", "copyright")])
# The bound on distances to a byline.
_FAR = 40
# Columns of sums that are asked for together.
_EIGHT_EACH, _FIVE_EACH = slice(0, 3), slice(3, 5)
# Lines that a window reaches at most.
_WIDEST = 8
# A word's own bits in a number that holds its line too, and the factor that brings what tells it from others up there.
_WORD_BITS, _SPREAD = numpy.uint64((1 << 64) - (1 << 20)), numpy.uint64(0x9E3779B97F4A7C15)


def around(lines: Lines, repeated: Column, colons: list[int]) -> list[Column]:
    """A column for each name of AROUND. `repeated` marks lines that the page has twice, `colons` are the numbers of
    those that open a list."""
    local, sentences = lines.local, lines.sentence
    size = len(sentences)
    place = numpy.arange(size)
    is_sentence = sentences > 0
    length, short, dates = local["log_words"], local["to_seven_words"], local["date_or_clock"]
    weight = numpy.log1p(sentences)
    writers = local["writer"] & is_sentence
    sums = _Sums(sentences, dates, writers, weight, lines.furniture, repeated)
    dense, dates_near, writers_near = sums.within(_EIGHT_EACH, -8, 8)
    weight_near, furniture_near = sums.within(_FIVE_EACH, -5, 5)
    peaks = sums.within(0, -4, 4)
    losses = numpy.where(lines.furniture, _FURNITURE_LOSES, _OTHER_LOSES)
    first, end = _crude_body(numpy.where(is_sentence, weight, -losses))
    peak = int(peaks.argmax())
    share, shared = _matter_shared(lines.words, is_sentence, first, end)
    outside = (place < first) | (place >= end)
    before_is, after_is = _beside(is_sentence)
    before_furniture, after_furniture = _beside(lines.furniture)
    before_short, after_short = _beside(short)
    before_length, after_length = _beside(length)
    so_far = sentences.cumsum()
    total = int(so_far[-1]) + 1.0
    above = (lines.classes == _ENDING).cumsum(axis=1)
    barriers = above.sum(axis=0)
    barriers -= barriers[peak]
    others_before, others_after, sentences_run = _runs(is_sentence, place)
    logs = numpy.log1p(
        numpy.concatenate(
            [
                others_before,
                others_after,
                sentences_run,
                numpy.maximum(first - place, 0),
                numpy.maximum(place - end + 1, 0),
                numpy.maximum(barriers, 0),
                numpy.maximum(-barriers, 0),
                shared,
                _since_byline(local, place),
                *above,
            ],
            dtype=numpy.float32,
        )
    ).reshape(-1, size)
    return [
        before_is,
        after_is,
        before_furniture,
        after_furniture,
        before_short,
        after_short,
        (sums.within(3, -2, 2) - weight) / 4,
        (weight_near - weight) / 10,
        (furniture_near - lines.furniture) / 10,
        numpy.abs(length - (before_length + after_length) / 2),
        (so_far - sentences) / total,
        (total - so_far) / total,
        dense / (dense.max() + 1.0),
        sums.within(1, -3, -1) / 3,
        sums.within(1, 1, 3) / 3,
        (dates_near - dates) / 16,
        *logs[:3],
        _after_colon(lines, colons),
        ~outside,
        *logs[3:7],
        share,
        logs[7],
        share * outside,
        (writers_near - writers) / 16,
        (sums.within(5, -3, 3) - repeated) / 6,
        *logs[8:],
    ]


class _Sums:
    """Sums of columns over stretches of lines around each line."""

    def __init__(self, *columns: Column) -> None:
        self._size = len(columns[0])
        rows = numpy.concatenate(columns, dtype=numpy.float64, casting="unsafe").reshape(len(columns), self._size)
        self._so_far = numpy.zeros((len(rows), self._size + 2 * _WIDEST + 1))
        rows.cumsum(axis=1, out=self._so_far[:, _WIDEST + 1 : _WIDEST + 1 + self._size])
        self._so_far[:, _WIDEST + 1 + self._size :] = self._so_far[:, _WIDEST + self._size, None]

    def within(self, columns: int | slice, first: int, last: int) -> Matrix:
        """The sums of a column, or of several, over the lines from `first` to `last`, counted from each line."""
        so_far, end, start = self._so_far[columns], _WIDEST + last + 1, _WIDEST + first
        sums: Matrix = so_far[..., end : end + self._size] - so_far[..., start : start + self._size]
        return sums


def _beside(column: Column) -> tuple[Column, Column]:
    """What the line before each, and the one after it, has in a column; 0 beyond the page."""
    before, after = numpy.zeros(len(column), column.dtype), numpy.zeros(len(column), column.dtype)
    before[1:], after[:-1] = column[:-1], column[1:]
    return before, after


def _since_byline(local: dict[str, Column], place: Codes) -> Codes:
    """How far each line is below the nearest one above that says who wrote or when, up to a bound."""
    said = local["byline"] | (local["date_or_clock"] & local["to_seven_words"])
    last = numpy.maximum.accumulate(numpy.where(said, place, -_FAR))
    since: Codes = numpy.minimum(place - last, _FAR)
    return since


def _crude_body(gains: Matrix) -> tuple[int, int]:
    """The stretch with the largest sum of gains; the whole page where nothing gains."""
    so_far = numpy.zeros(len(gains) + 1)
    gains.cumsum(out=so_far[1:])
    sums = so_far - numpy.minimum.accumulate(so_far)
    end = int(sums.argmax())
    if not sums[end]:
        return 0, len(gains)
    return end - int(so_far[end::-1].argmin()), end


def _matter_shared(words: PageWords, sentence: Flags, first: int, end: int) -> tuple[Matrix, Codes]:
    """The share, and the number, of each line's words of matter that the crude body's sentences have too (for one of
    these sentences: another of them)."""
    size = len(sentence)
    # Each word once a line, the same words side by side.
    matter = words.matter.nonzero()[0]
    pairs = words.stem.take(matter) * _SPREAD & _WORD_BITS | words.line.take(matter).astype(numpy.uint64)
    pairs.sort()
    changes = numpy.empty(len(pairs), numpy.bool_)
    changes[:1] = True
    numpy.not_equal(pairs[1:], pairs[:-1], out=changes[1:])
    pairs = pairs[changes]
    of_line, word = (pairs & ~_WORD_BITS).astype(numpy.int64), pairs & _WORD_BITS
    number = numpy.zeros(len(pairs), numpy.int64)
    (word[1:] != word[:-1]).cumsum(out=number[1:])
    inside = numpy.zeros(size, numpy.bool_)
    inside[first:end] = sentence[first:end]
    in_body = inside.take(of_line)
    times = numpy.bincount(number[in_body], minlength=len(pairs)).take(number)
    both = numpy.bincount(of_line[times > in_body], minlength=size)
    return both / numpy.maximum(numpy.bincount(of_line, minlength=size), 1), both


def _runs(is_sentence: Flags, place: Codes) -> tuple[Codes, Codes, Codes]:
    """For each line, how many others than sentences stand right before it, and right behind it; and for sentences, how
    many stand together."""
    edges = numpy.ones(len(place) + 1, numpy.bool_)
    numpy.not_equal(is_sentence[1:], is_sentence[:-1], out=edges[1:-1])
    ends = edges.nonzero()[0]
    lengths = ends[1:] - ends[:-1]
    length = lengths.repeat(lengths)
    above = place - ends[:-1].repeat(lengths)
    others_before, others_after = numpy.zeros(len(place), numpy.int64), numpy.zeros(len(place), numpy.int64)
    others_before[1:] = ((above + 1) * ~is_sentence)[:-1]
    others_after[:-1] = ((length - above) * ~is_sentence)[1:]
    return others_before, others_after, length * is_sentence


def _after_colon(lines: Lines, colons: list[int]) -> Matrix:
    """1 right below a line that opens a list, less with each further line of it, 0 once text or furniture follows."""
    after = numpy.zeros(len(lines.sentence))
    if not colons:
        return after
    is_sentence, furniture = (lines.sentence > 0).tolist(), lines.furniture.tolist()
    for opened, end in pairwise([*colons, len(after) - 1]):
        for number in range(opened + 1, end + 1):
            after[number] = 1 / (1 + _COLON_FADES * (number - opened - 1))
            if furniture[number] or (is_sentence[number] and is_sentence[number - 1]):
                break
    return after
