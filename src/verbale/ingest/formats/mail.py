"""Mail (RFC 5322, EML) and web archives made like mail (MHTML, RFC 2557): the page or text that they carry."""

import email
import email.policy
import io
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from msgspec import structs

from verbale.ingest.dates import as_time
from verbale.ingest.page import UNKNOWN, Known, first_known
from verbale.ingest.source import Source
from verbale.model import Published, UnreadableReport

_PARTS = 500


def mail_parts(source: Source) -> Iterator[Source | UnreadableReport]:
    """The report in a mail or MHTML page: its HTML, or its plain text where there is none, and attached reports."""
    content = source.content()
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    message = email.message_from_bytes(content, policy=email.policy.default)
    saved_page = bool(message.get("Snapshot-Content-Location")) or message.get_content_type() == "multipart/related"
    known = first_known(source.known, _saved(message) if saved_page else _sent(message))
    texts: dict[str, tuple[bytes, str, str]] = {}
    attached = []
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            raise UnreadableReport(source.path, f"more than {_PARTS} parts", "save the page or mail again")
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        name = part.get_filename() or ""
        if kind in ("text/html", "text/plain", "application/xhtml+xml") and not (
            name and part.get_content_disposition() == "attachment"
        ):
            kind = "text/plain" if kind == "text/plain" else "text/html"
            texts.setdefault(kind, (payload, part.get_content_charset() or "", str(part.get("Content-Location") or "")))
        elif name and not saved_page and kind.split("/")[0] in ("text", "application", "message"):
            attached.append((name, payload, kind))
    chosen = "text/html" if "text/html" in texts else "text/plain"
    if chosen not in texts and not attached:
        raise UnreadableReport(source.path, "a mail without text", "save the text itself")
    if chosen in texts:
        payload, charset, place = texts[chosen]
        if saved_page and place.startswith("http"):
            known = structs.replace(known, url=known.url or place)
        yield replace(
            source,
            stream=io.BytesIO(payload),
            head=b"",
            known=known,
            depth=source.depth + 1,
            media_type=chosen,
            charset=charset,
        )
    for name, payload, kind in attached:
        yield replace(
            source,
            path=f"{source.path}!{name}",
            stream=io.BytesIO(payload),
            head=b"",
            depth=source.depth + 1,
            media_type=kind,
        )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, TypeError, IndexError, AttributeError):  # headers that the parser itself stumbles over
        return ""


def _saved(message: EmailMessage) -> Known:
    """What a saved page's header says: the address. Its date is the day of saving, not of publication."""
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    return Known(url=url if url.startswith("http") else "")


def _sent(message: EmailMessage) -> Known:
    """What a mail's header says: subject and day; the sender's name is the outlet of what it sends."""
    try:
        day = parsedate_to_datetime(_header(message, "Date")).date()
        published = Published(as_time((day,), _header(message, "Date")[:40]), "metadata", ("the mail's Date",))
    except (ValueError, TypeError, IndexError):
        published = UNKNOWN
    subject = _header(message, "Subject")
    while subject.lower().startswith(("fw:", "fwd:", "re:")):
        subject = subject.partition(":")[2].strip()
    outlet = parseaddr(_header(message, "From"))[0]
    return Known(outlet=outlet, headline=subject, published=published)
