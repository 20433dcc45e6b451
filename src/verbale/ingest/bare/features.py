"""The numbers by which the line model tells report from furniture: of each line itself and of the lines around it."""

from collections import Counter

import numpy

from verbale.ingest.bare.around import AROUND, Matrix, around
from verbale.ingest.bare.lines import LOCAL, page_language, seen_in_line
from verbale.ingest.bare.units import Unit

_OF_UNIT = ("bullet", "gap", "repeated")
NAMES = LOCAL + _OF_UNIT + AROUND


def features(units: list[Unit]) -> tuple[Matrix, list[str]]:
    """One row a line, columns as in NAMES; and the class of furniture that each line's words show, or ""."""
    language = page_language(units)
    lines = [seen_in_line(unit.piece.text, language) for unit in units]
    local = numpy.frombuffer(b"".join([line.row for line in lines])).reshape(len(lines), len(LOCAL))
    texts = [unit.piece.text for unit in units]
    times = Counter(texts)
    repeated = numpy.array([times[text] > 1 for text in texts], float)
    colons = [text[-1:] == ":" and text.count(" ") >= 4 for text in texts]
    bullets = numpy.array([unit.bullet for unit in units], float)
    gaps = numpy.array([unit.gap for unit in units], float)
    of_unit = numpy.stack([bullets, gaps, repeated], axis=1)
    table = numpy.hstack([local, of_unit, around(lines, local, repeated, colons)])
    return table, [line.kind for line in lines]
