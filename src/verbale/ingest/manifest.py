"""A table of reports: path, and what the user knows of each (published, outlet, url, headline)."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from verbale.ingest.options import DEFAULTS, ReadOptions
from verbale.ingest.sources import Result, read_each
from verbale.model import VerbaleError

_COLUMNS = ("path", "published", "outlet", "url", "headline")


def read_manifest(manifest: str | Path, options: ReadOptions = DEFAULTS) -> Iterator[Result]:
    """The reports that a manifest names, as `read_sources` gives them. A field of the table overrides `options`."""
    return read_each(manifest_entries(manifest, options))


def manifest_entries(manifest: str | Path, options: ReadOptions = DEFAULTS) -> Iterator[tuple[str, ReadOptions]]:
    """(path, options) for each row of a CSV file with a column "path" and any of published (YYYY-MM-DD), outlet, url,
    headline. Paths are relative to the manifest's folder. Raises VerbaleError where the table is unusable."""
    manifest = Path(manifest)
    try:
        text = manifest.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "no UTF-8 text"
        raise VerbaleError(f"{manifest}: cannot be read ({reason}); give a CSV file with a column path") from None
    rows = csv.DictReader(text.splitlines(keepends=True), skipinitialspace=True)
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    if "path" not in names:
        raise VerbaleError(f"{manifest}: no column named path; the columns are {', '.join(_COLUMNS)}")
    unknown = sorted(set(names) - set(_COLUMNS) - {""})
    if unknown:
        raise VerbaleError(f"{manifest}: unknown column {unknown[0]!r}; the columns are {', '.join(_COLUMNS)}")
    rows.fieldnames = names
    for row in rows:
        field = {name: (row.get(name) or "").strip() for name in _COLUMNS}
        if not field["path"]:
            continue
        path = field["path"]
        if path != "-" and "://" not in path:
            path = str(manifest.parent / path)
        yield (
            path,
            replace(
                options,
                published=_day(manifest, rows.line_num, field["published"]) or options.published,
                outlet=field["outlet"] or options.outlet,
                url=field["url"] or options.url,
                headline=field["headline"] or options.headline,
            ),
        )


def _day(manifest: Path, line: int, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise VerbaleError(f"{manifest}, line {line}: {text!r} is no date; write it as YYYY-MM-DD") from None
