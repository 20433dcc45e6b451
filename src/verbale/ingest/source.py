"""One input on its way in: its name, a stream of its bytes, and what is known of it already."""

import io
from dataclasses import dataclass, field
from typing import BinaryIO

from verbale.ingest.options import ReadOptions
from verbale.ingest.page import NOTHING_KNOWN, UNKNOWN, Known
from verbale.model import Published, UnreadableReport


@dataclass(frozen=True, slots=True)
class Source:
    """`path` as the user gave it (for a member of a container: container!member). `stream` is read once, from where
    it stands; `head` are the bytes already taken from it to tell its format. `upper` bounds the publication from
    above (the day of a crawl)."""

    path: str
    stream: BinaryIO
    options: ReadOptions
    known: Known = NOTHING_KNOWN
    upper: Published = UNKNOWN
    depth: int = 0
    media_type: str = ""
    charset: str = ""
    head: bytes = field(default=b"", repr=False)

    def content(self) -> bytes:
        """All bytes of it. Raises UnreadableReport beyond the limit on one report."""
        limit = self.options.limits.report_bytes
        content = self.head + self.stream.read(max(0, limit + 1 - len(self.head)))
        if len(content) > limit:
            raise too_large(self.path, limit)
        return content

    def reader(self) -> BinaryIO:
        """A stream that gives head and rest, for what is read bit by bit."""
        if not self.head:
            return self.stream
        if self.stream.seekable():
            self.stream.seek(-len(self.head), io.SEEK_CUR)
            return self.stream
        return io.BufferedReader(_Joined(self.head, self.stream))


class _Joined(io.RawIOBase):
    """Bytes already read, then the stream that they came from."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._rest.read(size)
        buffer[: len(data)] = data
        return len(data)


def too_large(path: str, limit: int) -> UnreadableReport:
    return UnreadableReport(
        path, f"more than {limit:,} bytes in one report", "split it, or raise the limit (report_bytes)"
    )
