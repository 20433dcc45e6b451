"""Writes an export: JSON lines to a stream, CSV or Parquet as one file for each kind of line in a folder."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from verbale.export.rows import KINDS, Line
from verbale.model import VerbaleError


def write_jsonl(lines: Iterable[Line], stream: BinaryIO) -> int:
    """One JSON object a line, UTF-8. Gives the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for line in lines:
        stream.write(encoder.encode(line) + b"\n")
        count += 1
    return count


def write_csv(lines: Iterable[Line], folder: Path) -> int:
    """`report.csv`, `statement.csv` and so on; what is nested stands as JSON in its cell, nothing as an empty cell."""
    count = 0
    files: dict[str, Any] = {}
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for kind, flat in _flat(lines):
            if kind not in files:
                files[kind] = (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="")
                csv.writer(files[kind]).writerow(flat)
            csv.writer(files[kind]).writerow(_guard(value) for value in flat.values())
            count += 1
    finally:
        for file in files.values():
            file.close()
    return count


def _guard(value: Any) -> Any:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front: reports are hostile input."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def write_parquet(lines: Iterable[Line], folder: Path) -> int:
    """`report.parquet`, `statement.parquet` and so on, with the same columns as the CSV files.

    Raises VerbaleError where pyarrow is not installed.
    """
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise VerbaleError("parquet needs pyarrow, which is not installed; pip install 'verbale[parquet]'") from None
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[dict[str, Any]]] = {}
    for kind, flat in _flat(lines):
        tables.setdefault(kind, []).append(flat)
    for kind, rows in tables.items():
        parquet.write_table(arrow.Table.from_pylist(rows), folder / f"{kind}.parquet")
    return sum(map(len, tables.values()))


def _flat(lines: Iterable[Line]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's kind and its cells: bounds become `…_earliest` and so on, lists of names join by "; ", other lists
    are JSON."""
    for line in lines:
        built: dict[str, Any] = msgspec.to_builtins(line)
        kind = str(built.pop("kind"))
        assert kind in KINDS
        yield kind, {key: value for name, cell in built.items() for key, value in _cells(line, name, cell)}


# Keys whose value is null or a structure: their parts are columns of their own, so that every row has the same ones.
_PARTS = {
    "published": ("earliest", "latest", "how", "reasons"),
    "said": ("earliest", "latest", "granularity", "edtf", "approximate", "how"),
    "when": ("earliest", "latest", "granularity", "edtf", "approximate", "how"),
    "date": ("earliest", "latest", "granularity", "edtf", "approximate", "how"),
    "speaker": ("name", "kind", "party", "unnamed", "text"),
}


def _cells(line: Line, name: str, cell: Any) -> Iterator[tuple[str, Any]]:
    if name in _PARTS:
        for part in _PARTS[name]:
            yield f"{name}_{part}", _cell((cell or {}).get(part))
    else:
        yield name, _cell(cell)


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        if all(isinstance(item, str) for item in value):
            return "; ".join(value)
        return msgspec.json.encode(value).decode()
    return value
