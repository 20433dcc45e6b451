"""WARC (ISO 28500), by warcio: the pages of a crawl, one record at a time."""

import io
import logging
from collections.abc import Iterator
from dataclasses import replace

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from verbale.ingest.dates import parse_day, until
from verbale.ingest.page import Known, first_known
from verbale.ingest.source import Source
from verbale.model import Published, UnreadableReport

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
logging.getLogger("warcio").setLevel(logging.CRITICAL)


class _Records(ArchiveIterator):  # type: ignore[misc]
    """Records of a crawl; a wrong Content-Length is skipped over without a word on standard error."""

    INC_RECORD = ""


def warc_pages(source: Source) -> Iterator[Source | UnreadableReport]:
    """The pages that a crawl was answered with status 200, as `crawl.warc!address`. Memory holds one at a time.

    The day of the crawl bounds the publication from above; it is no date of publication.
    """
    limits = source.options.limits
    count = 0
    try:
        for record in _Records(source.reader(), no_record_parse=False):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            kind, charset = _media_type(record)
            if kind not in _PAGES:
                continue
            count += 1
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            path = f"{source.path}!{url or count}"
            if count > limits.members:
                raise UnreadableReport(
                    source.path, f"more than {limits.members:,} pages", "split it, or raise the limit (members)"
                )
            content = record.content_stream().read(limits.report_bytes + 1)
            if len(content) > limits.report_bytes:
                yield UnreadableReport(
                    path, f"more than {limits.report_bytes:,} bytes in one report", "raise the limit (report_bytes)"
                )
                continue
            if not content.strip():
                continue
            day = parse_day(record.rec_headers.get_header("WARC-Date") or "")
            published = (
                Published(until(day), "metadata", ("not after the crawl",)) if day else Published(None, "unknown")
            )
            yield replace(
                source,
                path=path,
                stream=io.BytesIO(content),
                head=b"",
                known=first_known(source.known, Known(url=url)),
                upper=published,
                depth=source.depth + 1,
                media_type=kind,
                charset=charset,
            )
    except ArchiveLoadFailed as error:
        raise UnreadableReport(
            source.path, f"a broken WARC file ({error})", "fetch it again; what came before was read"
        ) from None
    if not count:
        raise UnreadableReport(source.path, "a WARC file without pages", "check what was crawled")


def _media_type(record: object) -> tuple[str, str]:
    """The media type and charset of a record with a page, ("", "") for what failed or is no page."""
    headers = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", "") == "response":
        if headers is None or headers.get_statuscode() != "200":
            return "", ""
        line = headers.get_header("Content-Type") or ""
    else:
        line = record.rec_headers.get_header("Content-Type") or ""  # type: ignore[attr-defined]
    kind, _, rest = line.partition(";")
    charset = rest.partition("charset=")[2].strip("\"' ;") if "charset=" in rest else ""
    return kind.strip().lower(), charset
