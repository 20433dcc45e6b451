"""What a reader of one format finds in one source, before it becomes a `Report`."""

from dataclasses import dataclass, replace
from typing import Literal

from verbale.ingest.clean import Piece
from verbale.model import Dropped, Published

BlockKind = Literal["body", "section_head"]
UNKNOWN = Published(None, "unknown")


@dataclass(frozen=True, slots=True)
class Known:
    """What a container, feed entry or the user's manifest says of a report beside its text."""

    outlet: str = ""
    url: str = ""
    headline: str = ""
    byline: str = ""
    language: str = ""
    published: Published = UNKNOWN


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or section head of the body."""

    kind: BlockKind
    piece: Piece


@dataclass(frozen=True, slots=True)
class Page:
    """One report as its reader found it: its blocks and captions in order, what is known of it, what was left out."""

    blocks: tuple[Block, ...]
    captions: tuple[Piece, ...] = ()
    known: Known = NOTHING_KNOWN
    dropped: tuple[Dropped, ...] = ()
    encoding: str = "utf-8"


def first_known(*sources: Known) -> Known:
    """The first word on each matter, in the order of `sources`."""
    merged = sources[0]
    for other in sources[1:]:
        merged = replace(
            merged,
            outlet=merged.outlet or other.outlet,
            url=merged.url or other.url,
            headline=merged.headline or other.headline,
            byline=merged.byline or other.byline,
            language=merged.language or other.language,
            published=merged.published if merged.published.how != "unknown" else other.published,
        )
    return merged
