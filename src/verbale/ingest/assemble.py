"""From a `Page` to a `Report`: text, zones and the way back to the source; what the user gave goes first."""

import hashlib
import re
from datetime import date

from verbale.ingest.clean import Piece, join
from verbale.ingest.dateline import read_dateline
from verbale.ingest.dates import as_time
from verbale.ingest.page import Block, Known, Page, first_known
from verbale.ingest.source import Source
from verbale.model import Published, Report, Zone

PARAGRAPH = "\n\n"
_DATELINE_GIVES = ("the dateline gives the day", "the dateline gives it, with day and month perhaps swapped")


def report_id(content: bytes, outlet: str) -> str:
    """A hash of what was read and whose it is: the same source read twice is the same report."""
    digest = hashlib.blake2b(content, digest_size=8)
    digest.update(b"\0" + outlet.encode("utf-8", "replace"))
    return digest.hexdigest()


def assemble(page: Page, encoding: str, source: Source, content: bytes) -> Report:
    """The report that `page` makes, read from the bytes `content` of `source` in this encoding."""
    options = source.options
    given = Known(options.outlet, options.url, options.headline, published=_given(options.published))
    known = first_known(given, source.known, page.known)
    blocks = [block for block in page.blocks if block.piece.text]
    captions = _each_once(page.captions)
    whole = join([block.piece for block in blocks] + captions, PARAGRAPH)
    zones, days = _zones(blocks, captions)
    published = known.published if known.published.how != "unknown" else source.upper
    if published.how in ("unknown", "printed") and days and (published.time is None or published.time.earliest is None):
        published = Published(as_time(days), "dateline", (_DATELINE_GIVES[len(days) - 1],))
    return Report(
        id=report_id(content, known.outlet),
        path=source.path,
        text=whole.text,
        outlet=known.outlet,
        url=known.url,
        headline=known.headline,
        byline=known.byline,
        published=published,
        captions=tuple(piece.text for piece in captions),
        zones=zones,
        dropped=page.dropped,
        language="en",
        encoding=encoding,
        offsets=whole.offsets,
    )


def plain_report(text: str, encoding: str, source: Source, content: bytes) -> Report:
    """The report that is `text` to the letter: one zone, nothing removed."""
    options = source.options
    given = Known(options.outlet, options.url, options.headline, published=_given(options.published))
    known = first_known(given, source.known)
    return Report(
        id=report_id(content, known.outlet),
        path=source.path,
        text=text,
        outlet=known.outlet,
        url=known.url,
        headline=known.headline,
        byline=known.byline,
        published=known.published,
        zones=(Zone("body", 0, len(text)),) if text else (),
        encoding=encoding,
        offsets=((0, 0),),
        plain=True,
    )


def _given(day: date | None) -> Published:
    return Published(as_time((day,)), "given") if day else Published(None, "unknown")


def _each_once(captions: tuple[Piece, ...]) -> list[Piece]:
    """The captions without those that another one repeats, with a credit behind it or not."""
    seen: dict[str, Piece] = {}
    for piece in captions:
        key = re.sub(r"\W+", " ", piece.text).strip().lower()
        if key:
            seen.setdefault(key, piece)
    return [piece for key, piece in seen.items() if not any(other.startswith(f"{key} ") for other in seen)]


def _zones(blocks: list[Block], captions: list[Piece]) -> tuple[tuple[Zone, ...], tuple[date, ...]]:
    """Zones over the joined text, and the day that the dateline gives, if any: entries of a chronology, each with a
    day of its own, give none."""
    zones: list[Zone] = []
    at, found = 0, set[tuple[date, ...]]()
    for number, block in enumerate(blocks):
        end = at + len(block.piece.text)
        line = read_dateline(block.piece.text) if block.kind == "body" and number < 3 else None
        if line and line.end < end - at:
            zones.append(Zone("dateline", at, at + line.end))
            zones.append(Zone("body", at + line.end, end))
            found |= {line.days} if line.days else set()
        else:
            zones.append(Zone(block.kind, at, end))
        at = end + len(PARAGRAPH)
    for piece in captions:
        zones.append(Zone("caption", at, at + len(piece.text)))
        at += len(piece.text) + len(PARAGRAPH)
    return tuple(zones), found.pop() if len(found) == 1 else ()
