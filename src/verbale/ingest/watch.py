"""What is new in a folder or feed since the last look; what was read is kept in a file, so that a restart goes on.

A report is marked as read once the caller asks for the next: a run that is killed reads the last one again, and the
record, in which the same report changes nothing, stays right.
"""

import hashlib
import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from verbale.ingest.fetching import Fetcher, FetchSettings, fetched_source
from verbale.ingest.formats.feed import entry_known, entry_text, parsed_feed
from verbale.ingest.options import DEFAULTS, ReadOptions
from verbale.ingest.page import first_known
from verbale.ingest.source import Source
from verbale.ingest.sources import Result, read_source, read_sources
from verbale.model import UnreadableReport, VerbaleError

STATE = ".verbale-watch.jsonl"
# A feed's entry with fewer words than this is a teaser: its page is fetched.
_WHOLE_WORDS = 150
# Where that fails, so many looks try it, the first of which gives the teaser.
_TRIES = 5
# A file that did not change for so many seconds is held to be whole.
_SETTLES = 0.5


def watch_once(
    place: str,
    options: ReadOptions = DEFAULTS,
    state: Path | None = None,
    settings: FetchSettings | None = None,
) -> Iterator[Result]:
    """The reports that are new in `place`, a folder or the address of a feed, since the last call with this `state`.

    `state` is the file that keeps what was read: by default `.verbale-watch.jsonl` in the folder, or in the working
    folder, with a hash of the address in its name, for a feed. Raises VerbaleError where `place` cannot be watched.
    """
    if "://" in place:
        digest = hashlib.blake2b(place.encode(), digest_size=4).hexdigest()
        seen = _Seen(state or Path(f".verbale-watch-{digest}.jsonl"))
        return _new_in_feed(place, options, seen, settings)
    if not os.path.isdir(place):
        raise VerbaleError(f"{place}: no folder to watch; give a folder or the address of a feed")
    return _new_in_folder(place, options, _Seen(state or Path(place) / STATE))


class _Seen:
    """Keys of what was read, one JSON string a line, appended and flushed; a last line cut by a crash is ignored."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._keys: set[str] = set()
        try:
            lines = path.read_bytes().split(b"\n")
        except FileNotFoundError:
            lines = []
        for line in lines:
            try:
                self._keys.add(str(json.loads(line)))
            except ValueError:
                continue
        self._torn = bool(lines and lines[-1])

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def add(self, key: str) -> None:
        self._keys.add(key)
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(("\n" if self._torn else "") + json.dumps(key) + "\n")
            lines.flush()
            os.fsync(lines.fileno())
        self._torn = False


def _new_in_folder(place: str, options: ReadOptions, seen: _Seen) -> Iterator[Result]:
    for folder, folders, names in os.walk(place, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.startswith(".") or not os.path.isfile(path):
                continue
            try:
                found = os.stat(path)
            except OSError:
                continue
            key = f"{os.path.relpath(path, place)} {found.st_size} {found.st_mtime_ns}"
            if key in seen or _is_being_written(path, found):
                continue
            yield from read_sources([path], options)
            seen.add(key)


def _is_being_written(path: str, found: os.stat_result) -> bool:
    """Whether a file that was changed a moment ago still changes: it is left for the next look, never read by half."""
    age = time.time() - found.st_mtime
    if not 0 <= age < _SETTLES:
        return False
    time.sleep(_SETTLES - age)
    try:
        now = os.stat(path)
    except OSError:
        return True
    return (now.st_size, now.st_mtime_ns) != (found.st_size, found.st_mtime_ns)


def _new_in_feed(place: str, options: ReadOptions, seen: _Seen, settings: FetchSettings | None) -> Iterator[Result]:
    fetcher = Fetcher(settings or FetchSettings(), options.limits.report_bytes)
    try:
        feed = parsed_feed(fetcher.fetch(place).content, place)
    except UnreadableReport as error:
        yield error
        return
    outlet = str(feed.feed.get("title") or "").strip()
    for number, entry in enumerate(feed.entries):
        known = entry_known(entry, outlet)
        body, kind = entry_text(entry)
        key = str(entry.get("id") or known.url or hashlib.blake2b(body.encode("utf-8", "replace")).hexdigest())
        tries = next((n for n in range(_TRIES) if _tried(key, n + 1) not in seen), _TRIES)
        if key in seen or tries == _TRIES:
            continue
        teaser = Source(
            f"{place}#{known.url or number + 1}",
            io.BytesIO(body.encode("utf-8", "replace")),
            options,
            known,
            media_type=kind,
            charset="utf-8",
        )
        page = fetched_source(known.url, options, fetcher) if body.count(" ") < _WHOLE_WORDS and known.url else None
        if isinstance(page, Source):
            whole = first_known(known, page.known)
            yield from read_source(Source(known.url, page.stream, options, whole, media_type=page.media_type))
        elif not tries:  # what an earlier look gave is not given again
            yield from read_source(page if page is not None and not body.strip() else teaser)
        seen.add(_tried(key, tries + 1) if isinstance(page, UnreadableReport) else key)


def _tried(key: str, times: int) -> str:
    """The key of an entry whose page could not be fetched so many times."""
    return f"{key} tried {times}"
