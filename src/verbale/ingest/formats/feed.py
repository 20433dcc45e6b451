"""RSS and Atom, by feedparser: each entry that carries its text is a report."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser

from verbale.ingest.byline import names_in_byline
from verbale.ingest.dates import as_time
from verbale.ingest.page import UNKNOWN, Known, first_known
from verbale.ingest.source import Source
from verbale.model import Published, UnreadableReport

# Document types can define entities that expand without end, or read files; no feed needs one of its own.
_DOCTYPE = re.compile(rb"<!(?:ENTITY|DOCTYPE[^<>\[]*\[)", re.IGNORECASE)


def parsed_feed(content: bytes, path: str) -> Any:
    """The feed in `content`. Raises UnreadableReport where it is none, or declares entities of its own."""
    if _DOCTYPE.search(content.replace(b"\0", b"")):
        raise UnreadableReport(
            path, "XML that declares entities, which a feed has no need of", "fetch the feed again from its source"
        )
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and feed.bozo:
        raise UnreadableReport(path, "a broken feed", "fetch it again")
    return feed


def feed_entries(source: Source) -> Iterator[Source | UnreadableReport]:
    """The entries of a feed that carry text, as `feed#address`."""
    feed = parsed_feed(source.content(), source.path)
    outlet = str(feed.feed.get("title") or "").strip()
    if not feed.entries:
        raise UnreadableReport(source.path, "a feed without entries", "fetch it again later")
    for number, entry in enumerate(feed.entries):
        if number >= source.options.limits.members:
            raise UnreadableReport(
                source.path, f"more than {source.options.limits.members:,} entries", "raise the limit (members)"
            )
        body, kind = entry_text(entry)
        known = entry_known(entry, outlet)
        path = f"{source.path}#{known.url or entry.get('id') or number + 1}"
        if not body.strip():
            advice = "fetch the page itself: " + known.url if known.url else "fetch the page itself"
            yield UnreadableReport(path, "an entry without text", advice)
            continue
        yield replace(
            source,
            path=path,
            stream=io.BytesIO(_as_page(body, kind).encode("utf-8", "replace")),
            head=b"",
            known=first_known(source.known, known),
            depth=source.depth + 1,
            media_type="text/html" if kind != "text/plain" else "text/plain",
            charset="utf-8",
        )


def _as_page(body: str, kind: str) -> str:
    return body if kind == "text/plain" else f"<html><body><article>{body}</article></body></html>"


def entry_text(entry: Any) -> tuple[str, str]:
    """The longest text that an entry carries and its media type."""
    texts = [(str(part.get("value") or ""), str(part.get("type") or "")) for part in entry.get("content") or ()]
    texts.append((str(entry.get("summary") or ""), str((entry.get("summary_detail") or {}).get("type") or "")))
    body, kind = max(texts, key=lambda text: len(text[0]))
    return body, "text/html" if re.search(r"<\w[^<>]*>|&\w{1,40};", body) else kind or "text/plain"


def entry_known(entry: Any, outlet: str) -> Known:
    """What an entry says of itself."""
    time = entry.get("published_parsed") or entry.get("created_parsed")
    published = UNKNOWN
    if time:
        day = date(time.tm_year, time.tm_mon, time.tm_mday)
        published = Published(
            as_time((day,), str(entry.get("published") or "")[:40]), "metadata", ("the feed's entry",)
        )
    return Known(
        outlet=str((entry.get("source") or {}).get("title") or outlet),
        url=str(entry.get("link") or ""),
        headline=" ".join(str(entry.get("title") or "").split()),
        byline=names_in_byline(str(entry.get("author") or "")),
        published=published,
    )
