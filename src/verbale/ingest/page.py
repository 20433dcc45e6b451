"""What a reader of one format finds in one source, before it becomes a `Report`."""

from typing import Literal

from msgspec import Struct

from verbale.ingest.clean import Piece
from verbale.model import Dropped, Published

BlockKind = Literal["body", "section_head"]
UNKNOWN = Published(None, "unknown")


class Known(Struct, frozen=True):
    """What a container, feed entry or the user's manifest says of a report beside its text."""

    outlet: str = ""
    url: str = ""
    headline: str = ""
    byline: str = ""
    language: str = ""
    published: Published = UNKNOWN


NOTHING_KNOWN = Known()


class Block(Struct, frozen=True, gc=False):
    """One paragraph or section head of the body."""

    kind: BlockKind
    piece: Piece


class Page(Struct, frozen=True):
    """One report as its reader found it: its blocks and captions in order, what is known of it, what was left out."""

    blocks: tuple[Block, ...]
    captions: tuple[Piece, ...] = ()
    known: Known = NOTHING_KNOWN
    dropped: tuple[Dropped, ...] = ()


def first_known(*sources: Known) -> Known:
    """The first word on each matter, in the order of `sources`."""
    told = [source for source in sources if source is not NOTHING_KNOWN]
    known = told[0] if told else NOTHING_KNOWN
    for further in told[1:]:
        known = Known(
            known.outlet or further.outlet,
            known.url or further.url,
            known.headline or further.headline,
            known.byline or further.byline,
            known.language or further.language,
            known.published if known.published.how != "unknown" else further.published,
        )
    return known
