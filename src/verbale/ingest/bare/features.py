"""The numbers by which the line model tells report from furniture: of each line itself and of the lines around it."""

from collections import Counter

import numpy

from verbale.ingest.bare.around import AROUND, Matrix, around
from verbale.ingest.bare.lines import LOCAL, SURELY, Line, page_language, seen_in_line
from verbale.ingest.bare.units import Unit

_OF_UNIT = ("bullet", "gap", "repeated")
_COUNTS = [LOCAL.index("log_words"), LOCAL.index("small_count")]
NAMES = LOCAL + _OF_UNIT + AROUND


def features(units: list[Unit]) -> tuple[Matrix, list[Line]]:
    """One row a line, columns as in NAMES; and what is seen in each line by itself."""
    texts = [unit.piece.text for unit in units]
    lines = [seen_in_line(text, "en") for text in texts]
    local = _table(lines)
    words, small = numpy.expm1(local[:, _COUNTS]).sum(axis=0)
    language = "en" if small >= SURELY * words else page_language(texts)
    if language != "en":
        lines = [seen_in_line(text, language) for text in texts]
        local = _table(lines)
    times = Counter(texts)
    repeated = numpy.array([times[text] > 1 for text in texts], float)
    colons = [text[-1:] == ":" and text.count(" ") >= 4 for text in texts]
    bullets = numpy.array([unit.bullet for unit in units], float)
    gaps = numpy.array([unit.gap for unit in units], float)
    of_unit = numpy.stack([bullets, gaps, repeated], axis=1)
    table = numpy.hstack([local, of_unit, around(lines, local, repeated, colons)])
    return table, lines


def _table(lines: list[Line]) -> Matrix:
    return numpy.frombuffer(b"".join([line.row for line in lines])).reshape(len(lines), len(LOCAL))
