"""From bytes to text: the encoding that the source declares or shows."""

import codecs
import re

from charset_normalizer import from_bytes
from msgspec import Struct

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32)])
# What pages declare and what they mean by it (WHATWG Encoding Standard): Latin-1 and ASCII stand for windows-1252.
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_MEANT |= {
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
}
_MEANT |= {"euc-kr": "cp949", "shift_jis": "cp932"}


class Decoded(Struct, frozen=True):
    """Text, the codec that gave it, and the bytes of a byte order mark in front of it."""

    text: str
    encoding: str
    bom: int = 0


class Binary(ValueError):
    """The bytes are no text."""


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of `content`: by its byte order mark, as UTF-8, by what it or its carrier declares, as UTF-16 without
    a mark, and last as windows-1252 or what charset-normalizer makes of it.

    Raises Binary where the bytes hold no text in any of these.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return Decoded(content[len(bom) :].decode(encoding, "replace"), encoding, len(bom))
    wide = _wide(content)
    if wide:
        return Decoded(content.decode(wide, "replace"), wide)
    if is_binary(content):
        raise Binary
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        bad_at = error.start
    found = _DECLARED.search(content[:2048])
    name = declared or (found.group(1).decode("ascii") if found else "")
    return _by_name(content, name) or _by_look(content, bad_at)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    head = content[:4000]
    if b"\0" not in head or len(head) < 8 or len(content) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text: NULs, or many control characters."""
    head = content[:65536]
    if not head:
        return False
    if b"\0" in head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(4, 0.02 * len(head))


def _by_name(content: bytes, name: str) -> Decoded | None:
    name = _MEANT.get(name.lower(), name)
    if not name:
        return None
    try:
        codec = codecs.lookup(name).name
        if codec == "utf-8":
            return Decoded(content.decode("utf-8", "replace"), "utf-8") if _mostly_utf8(content) else None
        return Decoded(content.decode(codec, "replace"), codec)
    except (LookupError, ValueError, UnicodeError, TypeError):
        return None


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few broken ones."""
    text = content[:200_000].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = sum(c > "\x7f" for c in text) - broken
    return beyond > 3 * broken


def _by_look(content: bytes, bad_at: int) -> Decoded:
    """Bytes that are not UTF-8 and declare nothing."""
    if _mostly_utf8(content):
        return Decoded(content.decode("utf-8", "replace"), "utf-8")
    high = sum(byte > 0x7F for byte in content[:65536])
    if high <= 0.12 * min(len(content), 65536):  # few bytes beyond ASCII: a western page, broken bytes or not
        return Decoded(content.decode("cp1252", "replace"), "cp1252")
    window = content[max(0, bad_at - 2048) : bad_at + 6144]
    best = from_bytes(window, enable_fallback=False).best()
    if best is None:
        raise Binary
    return Decoded(content.decode(best.encoding, "replace"), best.encoding)
