"""What format bytes are in, told by the bytes themselves; a name or media type decides nothing that they can."""

import re
from typing import Literal

Format = Literal["text", "html", "mail", "feed", "warc", "json", "jsonl", "pdf", "zip", "gzip", "empty", "binary"]

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
)
# First bytes of what people rename to .txt by mistake; the name is for the message.
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a RIFF file (sound, film or WebP image)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"PAR1", "a Parquet file"),
)
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?")
_MAIL_KNOWN = re.compile(
    rb"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Content-Type|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|section|main|h1|table|span|br|a|img|script|link)\b[^<>]*>",
    re.IGNORECASE,
)
_WHOLE = re.compile(rb"<(?:!doctype|html|head|body)\b|<\?xml", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:p|div|html|body|article|section|span|h1)>", re.IGNORECASE)
_FEED = re.compile(rb"<(?:[a-z]{1,20}:)?(?:rss|feed|rdf:RDF|RDF)\b[^<>]*>", re.IGNORECASE)


def sniff(head: bytes, media_type: str = "") -> Format:
    """The format of a source that begins with `head` (64 KB or all of it)."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if not head.strip(b"\0 \t\r\n\x0b\x0c") or head in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        return "empty"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    text = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] in b"{[" and _looks_json(text):
        return "jsonl" if _looks_jsonl(text) else "json"
    if text[:1] == b"<" or media_type in ("text/html", "application/xhtml+xml"):
        start = text[:4096]
        if _FEED.search(start) and not re.search(rb"<html\b", start, re.IGNORECASE):
            return "feed"
        if _WHOLE.search(start) or (len(_MARKUP.findall(text)) >= 2 and _CLOSED.search(text)):
            return "html"
    if _is_mail(text):
        return "mail"
    if b"<" in text and b"</" in text and len(_MARKUP.findall(text[:65536])) >= 5 and _CLOSED.search(text):
        return "html"
    return "text"


def kind_of_binary(head: bytes) -> str:
    """A word for bytes that are no report ("a PNG image")."""
    return next((name for magic, name in _KINDS if head.startswith(magic)), "binary data")


def _narrow(head: bytes) -> bytes:
    """The ASCII of UTF-16, so that the patterns above fit it too."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[2:].replace(b"\0", b"")
    return head


def _looks_json(text: bytes) -> bool:
    return re.match(rb'\{\s*(?:"|\})|\[\s*(?:[{\]"\[0-9tfn-])', text) is not None and not re.match(rb"\[\d+\]", text)


def _looks_jsonl(text: bytes) -> bool:
    """One object a line, and more than one line."""
    first, _, rest = text.partition(b"\n")
    first = first.rstrip()
    return first.startswith(b"{") and first.endswith(b"}") and rest.lstrip()[:1] == b"{"


def _is_mail(text: bytes) -> bool:
    """Header fields first (RFC 5322), at least two that mails have, then an empty line."""
    if not (_MAIL_FIELD.match(text) or text.startswith(b"From ")):
        return False
    header = re.split(rb"\r?\n\r?\n", text[:65536], maxsplit=1)[0]
    lines = header.splitlines()
    if lines and lines[0].startswith(b"From "):
        lines = lines[1:]
    if len(lines) < 2:
        return False
    if not all(line[:1] in b" \t" or _MAIL_FIELD.match(line) for line in lines if line):
        return False
    known = {name.lower() for name in _MAIL_KNOWN.findall(header)}
    strong = {b"message-id:", b"mime-version:", b"received:", b"return-path:", b"snapshot-content-location:"}
    return (bool(known & strong) and len(known) >= 2) or {b"from:", b"date:", b"subject:"} <= known
