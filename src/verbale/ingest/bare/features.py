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
    local = numpy.array([line.row for line in lines])
    times = Counter(unit.piece.text for unit in units)
    repeated = numpy.array([float(times[unit.piece.text] > 1) for unit in units])
    colons = [unit.piece.text[-1:] == ":" and unit.piece.text.count(" ") >= 4 for unit in units]
    of_unit = numpy.array([[float(unit.bullet), float(unit.gap)] for unit in units])
    table = numpy.hstack([local, of_unit, repeated[:, None], around(lines, local, repeated, colons)])
    return table, [line.kind for line in lines]
