"""Zip and gzip: their members as sources, unpacked bit by bit within limits."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from verbale.ingest.options import Limits
from verbale.ingest.source import Source
from verbale.model import UnreadableReport

# Below this many unpacked bytes no ratio counts: a small file of blanks packs to nearly nothing.
_HARMLESS = 5_000_000
_BESIDE = ("__MACOSX/", ".DS_Store")


class _Bounded(io.RawIOBase):
    """A stream of unpacked bytes that ends with an error once it gives more than its packed size allows."""

    def __init__(self, path: str, stream: BinaryIO, packed: "int | _Counting", limits: Limits) -> None:
        self._path, self._stream, self._packed, self._limits, self._given = path, stream, packed, limits, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(min(len(buffer), 1_000_000))
        except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, NotImplementedError, RuntimeError) as error:
            raise UnreadableReport(
                self._path, f"packed data broken or cut short ({error})", "fetch or pack it again"
            ) from None
        self._given += len(data)
        packed = self._packed if isinstance(self._packed, int) else self._packed.given
        if self._given > _HARMLESS and self._given > self._limits.ratio * max(packed, 1):
            problem = f"unpacks to more than {self._limits.ratio} times its size"
            raise UnreadableReport(
                self._path, problem, "unpack it yourself if you trust it, or raise the limit (ratio)"
            )
        if self._given > self._limits.unpacked_bytes:
            problem = f"unpacks to more than {self._limits.unpacked_bytes:,} bytes"
            raise UnreadableReport(self._path, problem, "split it, or raise the limit (unpacked_bytes)")
        buffer[: len(data)] = data
        return len(data)


class _Counting(io.RawIOBase):
    """A stream that knows how many bytes it gave."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.given = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self.given += len(data)
        buffer[: len(data)] = data
        return len(data)


def gzip_member(source: Source) -> Iterator[Source]:
    """What a gzip file holds, under the same name."""
    counting = _Counting(source.reader())
    unpacked = gzip.GzipFile(fileobj=io.BufferedReader(counting))
    bounded = _Bounded(source.path, cast(BinaryIO, unpacked), counting, source.options.limits)
    yield replace(source, stream=io.BufferedReader(bounded, 65536), head=b"", depth=source.depth + 1, media_type="")


def zip_members(source: Source) -> Iterator[Source | UnreadableReport]:
    """The files in a zip archive, in its order, as `archive.zip!name`."""
    limits = source.options.limits
    stream = source.reader()
    if not stream.seekable():
        stream = io.BytesIO(replace(source, options=source.options).content())
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise UnreadableReport(source.path, f"a broken zip archive ({error})", "fetch or pack it again") from None
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not info.filename.startswith(_BESIDE)]
        if any(info.filename == "[Content_Types].xml" for info in infos):
            raise UnreadableReport(source.path, "an Office document", "save it as text, HTML or PDF")
        if not infos:
            raise UnreadableReport(source.path, "an archive without files", "pack it again with the reports in it")
        total = 0
        for number, info in enumerate(infos):
            name = f"{source.path}!{info.filename}"
            if number >= limits.members:
                raise UnreadableReport(
                    source.path, f"more than {limits.members:,} members", "split it, or raise the limit (members)"
                )
            total += info.file_size
            if total > limits.unpacked_bytes:
                problem = f"unpacks to more than {limits.unpacked_bytes:,} bytes"
                raise UnreadableReport(source.path, problem, "split it, or raise the limit (unpacked_bytes)")
            if info.flag_bits & 0x1:
                yield UnreadableReport(name, "locked with a password", "unpack it first")
                continue
            try:
                member = archive.open(info)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
                yield UnreadableReport(name, f"cannot be unpacked ({error})", "fetch or pack it again")
                continue
            with member:
                bounded = _Bounded(name, cast(BinaryIO, member), info.compress_size, limits)
                yield replace(
                    source,
                    path=name,
                    stream=io.BufferedReader(bounded, 65536),
                    head=b"",
                    depth=source.depth + 1,
                    media_type="",
                )
