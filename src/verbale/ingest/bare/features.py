"""The numbers by which the line model tells report from furniture: of each line itself and of the lines around it."""

import numpy
import numpy.typing

from verbale.ingest.bare.around import AROUND, around
from verbale.ingest.bare.lines import LOCAL, Lines, seen_in
from verbale.ingest.bare.units import Unit

_OF_UNIT = ("bullet", "gap", "repeated")
NAMES = LOCAL + _OF_UNIT + AROUND
Table = numpy.typing.NDArray[numpy.float32]


def features(units: list[Unit], lines: Lines | None = None) -> tuple[Table, Lines]:
    """A row for each of NAMES, a column a line; and what is seen in each line by itself (`lines`, if that is known)."""
    texts = [unit.text for unit in units]
    lines = lines or seen_in(texts)
    size = len(units)
    twice = _repeated(texts)
    repeated = numpy.fromiter(map(twice.__contains__, texts), numpy.bool_, size)
    colons = [number for number in lines.local["colon"].nonzero()[0].tolist() if texts[number].count(" ") >= 4]
    bullets = numpy.fromiter([unit.bullet for unit in units], numpy.bool_, size)
    gaps = numpy.fromiter([unit.gap for unit in units], numpy.bool_, size)
    columns = [*lines.local.values(), bullets, gaps, repeated, *around(lines, repeated, colons)]
    table = numpy.concatenate(columns, dtype=numpy.float32, casting="unsafe")
    return table.reshape(len(NAMES), size), lines


def _repeated(texts: list[str]) -> set[str]:
    """Those that stand among the texts more than once."""
    seen: set[str] = set()
    return {text for text in texts if text in seen or seen.add(text)}  # type: ignore[func-returns-value]
