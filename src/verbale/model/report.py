"""A report: one outlet's text, cleaned, with what is known about it and how that is known."""

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from verbale.model.time import TimeValue

ZoneKind = Literal["body", "section_head", "caption", "dateline"]
# How a publication date is known, most certain first.
PublishedHow = Literal["given", "metadata", "dateline", "printed", "inferred", "unknown"]


# Hundreds of zones and dropped lines come with a report: a Struct is made ten times as fast as a frozen dataclass.
class Zone(Struct, frozen=True, gc=False):
    """A stretch of `Report.text` of one kind; zones are in order, do not overlap and cover every paragraph."""

    kind: ZoneKind
    start: int
    end: int


class Dropped(Struct, frozen=True, gc=False):
    """A line of the source that is furniture, not report: its text, why it went, its offset in the decoded source."""

    text: str
    reason: str
    offset: int


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication as bounds; `how` it is known and, for inferred bounds, the `reasons` step by step."""

    time: TimeValue | None
    how: PublishedHow
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `id` is a hash of the source bytes' content and outlet; `text` holds body paragraphs, parted by a
    blank line, then captions; the headline and byline stand beside it, not in it. With `--plain`, `text` is the
    decoded file, to the letter.

    `offsets` maps `text` back to the source: (offset in text, offset in decoded source) pairs, ascending, each
    holding until the next; `language` is an ISO 639-1 code or "".
    """

    id: str
    path: str
    text: str
    outlet: str = ""
    url: str = ""
    headline: str = ""
    byline: str = ""
    published: Published = Published(None, "unknown")
    captions: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    language: str = "en"
    encoding: str = "utf-8"
    offsets: tuple[tuple[int, int], ...] = ()
    plain: bool = False
