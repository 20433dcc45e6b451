"""What can be seen of a line and of the lines around it: the numbers that tell report from furniture."""

import math
import re
from collections import Counter

import numpy
import numpy.typing

from verbale.ingest.bare.furniture import WORD, furniture_kind
from verbale.ingest.bare.units import Unit
from verbale.ingest.dates import find_dates
from verbale.ingest.english import small_words

Matrix = numpy.typing.NDArray[numpy.float64]

_CLOSING = "\"'”’»)]"
_LINK = re.compile(r"@\w|\w\.(?:com|org|net)\b")
_SEPARATOR = re.compile(r"[|·»›•/>→]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\bago\b|\bmin(?:ute)?s? read\b", re.IGNORECASE)
_SAID = frozenset(("said", "says", "told", "added", "according", "asked", "announced", "explained", "wrote"))
_READER = frozenset(["you", "your", "our", "us", "you'll", "you're"])

LOCAL = (
    "bias",
    "log_words",
    "one_word",
    "to_three_words",
    "to_seven_words",
    "from_twenty_words",
    "terminal",
    "terminal_from_eight",
    "small_share",
    "small_count",
    "capital_share",
    "upper",
    "bullet",
    "furniture_is",
    "furniture_starts",
    "furniture_has",
    "digit_share",
    "date_or_clock",
    "link",
    "separator",
    "quoted",
    "said",
    "colon",
    "lower_start",
    "repeated",
    "reader",
    "question",
    "ellipsis",
    "gap",
    "caption_words",
)
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
)
NAMES = LOCAL + AROUND


def lexical(unit: Unit) -> tuple[list[float], float, bool, str]:
    """The local features of one line, its words if it is a sentence of running text, whether it is furniture, and of
    which class."""
    text = unit.piece.text
    printed = WORD.findall(text)
    words = [word.lower() for word in printed]
    count = len(words)
    kind, how = furniture_kind(words)
    small = sum(map(small_words().__contains__, words)) if count > 2 else 0
    last = text.rstrip(_CLOSING)[-1:] or text[-1:]
    terminal = last in ".!?…"
    capital = digits = dated = link = separator = 0.0
    if count <= 30:
        capital = sum(word[0].isupper() for word in printed) / count if count else 0.0
        digits = sum(word[0].isdigit() for word in words) / count if count else 0.0
        dated = 1.0 if count <= 20 and digits and (_CLOCK.search(text) or find_dates(text)) else 0.0
        link = float("http" in text or "www." in text or _LINK.search(text) is not None)
        separator = float(_SEPARATOR.search(text) is not None)
    sentence = terminal and count >= 8 and small >= 0.2 * count and how not in ("is", "starts")
    some = set(words)
    row = [
        1.0,
        math.log1p(count),
        float(count <= 1),
        float(count <= 3),
        float(count <= 7),
        float(count >= 20),
        float(terminal),
        float(terminal and count >= 8),
        small / count if count > 2 else 0.0,
        math.log1p(small),
        capital if count >= 3 else 0.5,
        float(count > 0 and text.isupper()),
        float(unit.bullet),
        float(how == "is"),
        float(how == "starts"),
        float(how == "has"),
        digits,
        dated,
        link,
        separator,
        float('"' in text or "“" in text or "”" in text),
        float(not some.isdisjoint(_SAID)),
        float(text[-1:] == ":"),
        float(text[:1].islower()),
        0.0,
        float(count <= 40 and not some.isdisjoint(_READER)),
        float(last in "?!"),
        float("…" in text[-4:] or "..." in text[-7:]),
        float(unit.gap),
        float(kind == "photo"),
    ]
    return row, (float(count) if sentence else 0.0), how in ("is", "starts") or (how == "has" and count < 25), kind


def features(units: list[Unit]) -> tuple[Matrix, list[str]]:
    """One row a line, columns as in NAMES; and the class of furniture that each line's words show, or ""."""
    rows: list[list[float]] = []
    sentences: list[float] = []
    furniture: list[float] = []
    kinds: list[str] = []
    for unit in units:
        row, sentence, is_furniture, kind = lexical(unit)
        kinds.append(kind)
        rows.append(row)
        sentences.append(sentence)
        furniture.append(float(is_furniture))
    local = numpy.array(rows)
    times = Counter(unit.piece.text for unit in units)
    local[:, LOCAL.index("repeated")] = [float(times[unit.piece.text] > 1) for unit in units]
    return numpy.hstack([local, _around(local, numpy.array(sentences), numpy.array(furniture))]), kinds


def _around(local: Matrix, sentences: Matrix, furniture: Matrix) -> Matrix:
    is_sentence = (sentences > 0).astype(float)
    length = local[:, LOCAL.index("log_words")]
    short = local[:, LOCAL.index("to_seven_words")]
    weight = numpy.log1p(sentences)
    total = sentences.sum() + 1.0
    so_far = numpy.cumsum(sentences)
    dense = _window(sentences, 8)
    return numpy.stack(
        [
            _shift(is_sentence, 1),
            _shift(is_sentence, -1),
            _shift(furniture, 1),
            _shift(furniture, -1),
            _shift(short, 1),
            _shift(short, -1),
            (_window(weight, 2) - weight) / 4,
            (_window(weight, 5) - weight) / 10,
            (_window(furniture, 5) - furniture) / 10,
            numpy.abs(length - (_shift(length, 1) + _shift(length, -1)) / 2),
            (so_far - sentences) / total,
            (total - so_far) / total,
            dense / (dense.max() + 1.0) if len(dense) else dense,
        ],
        axis=1,
    )


def _shift(column: Matrix, by: int) -> Matrix:
    """The column moved down by `by` lines (up, if negative), zeros at the edge."""
    moved = numpy.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


def _window(column: Matrix, reach: int) -> Matrix:
    """The sum over the lines within `reach` of each."""
    sums = numpy.concatenate([[0.0], numpy.cumsum(column)])
    lines = numpy.arange(len(column))
    within: Matrix = sums[numpy.minimum(lines + reach + 1, len(column))] - sums[numpy.maximum(lines - reach, 0)]
    return within
