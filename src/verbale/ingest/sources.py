"""All reports in what the user names: files, folders, archives, feeds, addresses, standard input; errors as values.

Each source is told apart by its bytes (`sniff`). A container gives further sources, which go the same way again;
what is left gives one `Report`. A source that cannot be read gives an `UnreadableReport` and the rest goes on.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from verbale.garbage import without_collection
from verbale.ingest.assemble import assemble, plain_report
from verbale.ingest.bare.read import Opened, look_at, opened, read_opened
from verbale.ingest.decode import Binary, Decoded, decode
from verbale.ingest.english import other_language
from verbale.ingest.fetching import FetchSettings, fetched_source, fetched_sources
from verbale.ingest.formats.archive import gzip_member, zip_members
from verbale.ingest.formats.feed import feed_entries
from verbale.ingest.formats.html import read_html
from verbale.ingest.formats.json_api import json_articles, jsonl_articles
from verbale.ingest.formats.mail import mail_parts
from verbale.ingest.formats.pdf import pdf_text
from verbale.ingest.formats.warc import warc_pages
from verbale.ingest.options import DEFAULTS, ReadOptions
from verbale.ingest.page import Known, Page, first_known
from verbale.ingest.site import SitePages, nothing_common, site_of
from verbale.ingest.sniff import Format, kind_of_binary, sniff
from verbale.ingest.source import Source
from verbale.model import Report, UnreadableReport

_HEAD = 65536
# Pages of bare text read ahead, so that the first of a site's pages can learn from the later ones.
_AHEAD, _AHEAD_BYTES = 64, 16_000_000

Result = Report | UnreadableReport
Expanded = Source | UnreadableReport
Read = TypeVar("Read")

_CONTAINERS: dict[Format, Callable[[Source], Iterator[Expanded]]] = {
    "zip": zip_members,
    "gzip": gzip_member,
    "mail": mail_parts,
    "feed": feed_entries,
    "warc": warc_pages,
    "json": json_articles,
    "jsonl": jsonl_articles,
}
# What hostile input may make a reader raise.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OSError)
# Where one container holds so many reports, a file that is no report is no mistake of the user's.
_MANY: frozenset[Format] = frozenset({"warc"})


def read_sources(sources: Iterable[str | Path], options: ReadOptions = DEFAULTS) -> Iterator[Result]:
    """Every report in `sources`, in order: paths of files and folders, "-" for standard input, or addresses.

    `options` hold for all of them. What cannot be read comes as an `UnreadableReport`, one line each; nothing is
    raised for a single source.
    """
    return read_each((str(source), options) for source in sources)


def read_each(entries: Iterable[tuple[str, ReadOptions]]) -> Iterator[Result]:
    """As `read_sources`, with options of its own for each source."""
    return _read_all(source for path, options in entries for source in _opened(path, options))


def read_source(source: Expanded) -> Iterator[Result]:
    """The reports in one source that is open already."""
    return _read_all([source])


def fetch(
    urls: Iterable[str], options: ReadOptions = DEFAULTS, settings: FetchSettings | None = None
) -> Iterator[Result]:
    """The reports at addresses of the web, fetched politely (`verbale.ingest.fetching`)."""
    return _read_all(fetched_sources(urls, options, settings))


@dataclass(slots=True)
class _Bare:
    """A page of bare text that waits for the others of its site."""

    source: Source
    content: bytes
    decoded: Decoded


def _read_all(sources: Iterable[Expanded]) -> Iterator[Result]:
    """Leaf sources as reports; pages of bare text are held back a little, so that a site's pages can be compared."""
    seen = SitePages()
    waiting: list[_Bare | Result] = []
    size = 0
    for item in sources:
        for found in _leaves(item):
            waiting.append(found)
            if isinstance(found, _Bare):
                size += len(found.content)
            if len(waiting) >= _AHEAD or size > _AHEAD_BYTES:
                yield from _settled(waiting, seen)
                waiting, size = [], 0
            elif not any(isinstance(other, _Bare) for other in waiting):
                yield from cast(list[Result], waiting)
                waiting = []
    yield from _settled(waiting, seen)


def _settled(waiting: list["_Bare | Result"], seen: SitePages) -> Iterator[Result]:
    bare = [item for item in waiting if isinstance(item, _Bare)]
    pages = [_guarded(item.source, partial(_open_page, item)) for item in bare]
    with suppress(*_BROKEN, RecursionError, MemoryError):  # a page on which this fails fails again below, by itself
        look_at([page for page in pages if isinstance(page, Opened)])
    if len(pages) > 1 or seen:
        for one, page in zip(bare, pages, strict=True):
            if isinstance(page, Opened):
                seen.add(_site(one), (unit.text for unit in page.units))
    opened_pages = iter(pages)
    for item in waiting:
        if not isinstance(item, _Bare):
            yield item
            continue
        page = next(opened_pages)
        read = page if isinstance(page, UnreadableReport) else _read_waiting(item, page, seen)
        yield read if isinstance(read, UnreadableReport) else _finished(read, item.source, item.content, item.decoded)


def _open_page(item: "_Bare") -> Opened:
    return opened(item.decoded.text, _given(item.source))


def _read_waiting(item: "_Bare", page: Opened, seen: SitePages) -> Page | UnreadableReport:
    common = seen.common(_site(item)) if seen else nothing_common
    return _guarded(item.source, partial(read_opened, page, common))


def _site(item: "_Bare") -> str:
    known = _given(item.source)
    return site_of(known.outlet, known.url)


def _given(source: Source) -> Known:
    options = source.options
    return first_known(Known(options.outlet, options.url, options.headline), source.known)


def _guarded(source: Source, reading: Callable[[], Read]) -> Read | UnreadableReport:
    """What `reading` gives, or what went wrong: a reader's failure on hostile input ends that input, not the batch."""
    try:
        with without_collection():
            return reading()
    except UnreadableReport as error:
        return error
    except RecursionError:
        return UnreadableReport(source.path, "nested too deeply", "save the page again as text")
    except MemoryError:
        return UnreadableReport(source.path, "too large for this machine's memory", "split it")
    except _BROKEN as error:
        problem = f"broken beyond what the reader understands ({type(error).__name__})"
        return UnreadableReport(source.path, problem, "save the page again, or paste its text into a file")


def _leaves(item: Expanded) -> Iterator["_Bare | Result"]:
    """What one source comes to: reports, pages of bare text still to be read, and errors; containers are opened."""
    stack: list[Iterator[Expanded]] = [iter((item,))]
    while stack:
        try:
            item = next(stack[-1], cast(Expanded, None))
        except UnreadableReport as error:
            stack.pop()
            yield error
            continue
        except (
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            OSError,
            EOFError,
            RecursionError,
            MemoryError,
        ) as error:
            stack.pop()
            yield UnreadableReport("-", f"broken container ({type(error).__name__}: {error})", "fetch or pack it again")
            continue
        if item is None:
            stack.pop()
        elif isinstance(item, UnreadableReport):
            yield item
        else:
            try:
                found = _told_apart(item)
            except UnreadableReport as error:
                yield error
                continue
            except OSError as error:
                yield UnreadableReport(item.path, f"cannot be read ({error.strerror or error})", "check the file")
                continue
            except (ValueError, EOFError, MemoryError) as error:
                yield UnreadableReport(item.path, f"broken ({type(error).__name__})", "fetch or pack it again")
                continue
            if isinstance(found, _Bare | Report | UnreadableReport):
                yield found
            else:
                stack.append(_named(found, item))


def _named(members: Iterator[Expanded], container: Source) -> Iterator[Expanded]:
    """A container's members; what breaks it is told with its name, after the members read so far."""
    try:
        yield from members
    except UnreadableReport:
        raise
    except Exception as error:  # a broken container may raise anything its library lets through
        problem = f"broken or cut short ({type(error).__name__})"
        raise UnreadableReport(container.path, problem, "fetch or pack it again; what came before was read") from error


def _told_apart(source: Source) -> "_Bare | Result | Iterator[Expanded]":
    """The report in one source, or the members of the container that it is."""
    source = replace(source, head=_head(source.stream)) if not source.head else source
    kind = sniff(source.head, source.media_type)
    if kind == "empty" and len(source.head) < _HEAD:
        return UnreadableReport(source.path, "empty", "check that the file was saved whole")
    if source.options.plain and kind not in ("zip", "gzip", "pdf", "warc"):
        return _plain(source)
    container = _CONTAINERS.get(kind)
    if container:
        if source.depth >= source.options.limits.depth:
            problem = f"packed more than {source.options.limits.depth} deep"
            return UnreadableReport(source.path, problem, "unpack it, or raise the limit (depth)")
        return container(source)
    content = source.content()
    if kind == "pdf":
        text, known = pdf_text(content, source.path)
        source = replace(source, known=first_known(source.known, known))
        return _Bare(source, content, Decoded(text, "pdf"))
    decoded = _decoded(source, content)
    if kind == "html":
        return _html(source, content, decoded)
    _check_lines(source, decoded.text)
    return _Bare(source, content, decoded)


def _head(stream: BinaryIO) -> bytes:
    head = b""
    while len(head) < _HEAD:
        more = stream.read(_HEAD - len(head))
        if not more:
            break
        head += more
    return head


def _plain(source: Source) -> Result:
    content = source.content()
    decoded = _decoded(source, content)
    foreign = None if source.options.any_language else other_language(decoded.text)
    if foreign:
        return _unread(source.path, foreign)
    return plain_report(decoded.text, decoded.encoding, source, content)


def _html(source: Source, content: bytes, decoded: Decoded) -> Result:
    limit = source.options.limits.tags
    if len(decoded.text) > limit and decoded.text.count("<") > limit:
        return UnreadableReport(
            source.path, f"HTML of more than {limit:,} tags", "paste its text, or raise the limit (tags)"
        )
    url = source.options.url or source.known.url
    page = _guarded(source, lambda: read_html(decoded.text, source.path, url))
    return page if isinstance(page, UnreadableReport) else _finished(page, source, content, decoded)


def _finished(page: Page, source: Source, content: bytes, decoded: Decoded) -> Result:
    report = assemble(page, decoded.encoding, source, content)
    if not report.text:
        return UnreadableReport(
            source.path, "no running text in it", "check that it is a report; --plain takes it as it is"
        )
    foreign = other_language(report.text)
    if foreign and source.options.any_language:
        return replace(report, language=foreign[0])
    return _unread(source.path, foreign) if foreign else report


def _unread(path: str, language: tuple[str, str]) -> UnreadableReport:
    return UnreadableReport(path, f"in {language[1]}, left unread", "Verbale reads English: give an English version")


def _decoded(source: Source, content: bytes) -> Decoded:
    try:
        return decode(content, source.charset)
    except Binary:
        kind = kind_of_binary(content)
        raise UnreadableReport(source.path, f"no text but {kind}", "give the report as text, HTML or PDF") from None


def _check_lines(source: Source, text: str) -> None:
    limit = source.options.limits.line_chars
    if len(text) > limit and max(map(len, text.splitlines())) > limit:
        problem = f"a line of more than {limit:,} characters"
        raise UnreadableReport(source.path, problem, "break it into paragraphs, or raise the limit (line_chars)")
    limit = source.options.limits.lines
    if len(text) > limit and (text.count("\n") > limit or text.count("\r") > limit):
        problem = f"more than {limit:,} lines"
        raise UnreadableReport(source.path, problem, "give one report a file, or raise the limit (lines)")


def _opened(path: str, options: ReadOptions) -> Iterator[Expanded]:
    """The sources that a name stands for: itself, or the files of a folder."""
    if path == "-":
        yield Source("-", sys.stdin.buffer, options)
        return
    if "://" in path[:12] or path.lower().startswith(("file:", "http:", "https:")):
        yield fetched_source(path, options)
        return
    try:
        if os.path.isdir(path):
            yield from _folder(path, options)
            return
        with open(path, "rb") as stream:
            if not os.path.isfile(path):
                yield UnreadableReport(path, "no regular file", "give a file, a folder or -")
                return
            yield Source(path, stream, options)
    except FileNotFoundError:
        yield UnreadableReport(path, "not there", "check the path")
    except PermissionError:
        yield UnreadableReport(path, "may not be read by you", "change its permissions")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield UnreadableReport(path, f"cannot be opened ({reason})", "check the path")


def _folder(path: str, options: ReadOptions) -> Iterator[Expanded]:
    """The files of a folder and of those in it, by name; hidden ones are left out, links to folders not followed."""
    count = 0
    for folder, folders, names in os.walk(path, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            full = os.path.join(folder, name)
            if name.startswith(".") or not (os.path.isfile(full) or os.path.islink(full)):
                continue
            count += 1
            if count > options.limits.files:
                yield UnreadableReport(
                    path, f"more than {options.limits.files:,} files", "give it in parts, or raise the limit (files)"
                )
                return
            yield from _opened(full, options)
    if not count:
        yield UnreadableReport(path, "a folder without files", "give files, or a folder that holds some")
