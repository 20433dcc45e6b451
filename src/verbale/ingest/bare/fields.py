"""The labelled fields that databases of news and mails print before a report ("HD …", "BYLINE: …")."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from verbale.ingest.bare.units import Unit
from verbale.ingest.byline import names_in_byline
from verbale.ingest.clean import part
from verbale.ingest.page import NOTHING_KNOWN, Known
from verbale.ingest.word_lists import lines_of

# Fields stand among a page's first lines, and so many of them show that it has fields.
_FIRST_LINES, _LEAST = 60, 3
_LONGEST = 28
_CODE = re.compile(r"([A-Z]{2,3})(?:\s+|$)(?=[^a-z]|$)")
_LABEL = re.compile(r"([A-Z][A-Za-z-]{1,15}(?: [A-Z]{2,8})?)\s*:\s*")


class Fields(Struct, frozen=True):
    """`known` is what the fields say; `units` are the lines without them, `others` those that hold nothing of the
    report."""

    units: list[Unit]
    others: list[Unit]
    known: Known


def without_fields(units: list[Unit]) -> Fields:
    """The lines of a page without the labelled fields at its top; as they are where it has no such fields."""
    found = list(_labelled(units[:_FIRST_LINES]))
    if len({label for _, label, _ in found}) < _LEAST:
        return Fields(units, [], NOTHING_KNOWN)
    ends = {number: (_labels()[label], end) for number, label, end in found}
    kept: list[Unit] = []
    others: list[Unit] = []
    known = NOTHING_KNOWN
    for number, unit in enumerate(units):
        holds, end = ends.get(number, ("", 0))
        value = unit.text[end:].strip()
        if holds == "headline" and value:
            known = replace(known, headline=known.headline or value)
        elif holds == "byline":
            known = replace(known, byline=known.byline or names_in_byline(value))
        elif holds == "outlet":
            known = replace(known, outlet=known.outlet or value)
        if holds in ("other", "outlet", "byline") or (holds and not value):
            others.append(unit)
        else:
            kept.append(_from(unit, end) if holds else unit)
    return Fields(kept, others, known)


def _from(unit: Unit, start: int) -> Unit:
    rest = part(unit.piece, start, len(unit.text))
    return Unit(rest.text, rest.offset, unit.gap, unit.bullet, unit.width, rest.offsets)


def _labelled(units: list[Unit]) -> Iterator[tuple[int, str, int]]:
    """(line, label, where its value begins) of each line that opens with a known label."""
    for number, unit in enumerate(units):
        start = unit.text[:_LONGEST]
        label = _LABEL.match(start) if ":" in start else _CODE.match(unit.text) if start[:2].isupper() else None
        name = label.group(1).upper() if label else ""
        if label and name in _labels() and (len(name) > 3) == (":" in label.group()):
            yield number, name, label.end()


@cache
def _labels() -> dict[str, str]:
    return dict(line.split("\t") for line in lines_of("field_labels.tsv"))
