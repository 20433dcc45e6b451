"""The numbers by which the line model tells report from furniture: of each line itself and of the lines around it."""

from collections import Counter

import numpy

from verbale.ingest.bare.around import AROUND, around
from verbale.ingest.bare.lines import LOCAL, Lines, Matrix, seen_in
from verbale.ingest.bare.units import Unit

_OF_UNIT = ("bullet", "gap", "repeated")
NAMES = LOCAL + _OF_UNIT + AROUND


def features(units: list[Unit]) -> tuple[Matrix, Lines]:
    """One row a line, columns as in NAMES; and what is seen in each line by itself."""
    texts = [unit.text for unit in units]
    lines = seen_in(texts)
    times = Counter(texts)
    repeated = numpy.array([times[text] > 1 for text in texts], float)
    colons = [text[-1:] == ":" and text.count(" ") >= 4 for text in texts]
    of_unit = numpy.array([[unit.bullet for unit in units], [unit.gap for unit in units], repeated], float)
    return numpy.hstack([lines.local, of_unit.T, around(lines, repeated, colons)]), lines
