"""The record as data for other programs, by the contract in docs/export.md."""

from verbale.export.lines import lines
from verbale.export.rows import KINDS, json_schema
from verbale.export.write import write_csv, write_jsonl, write_parquet

__all__ = ["KINDS", "json_schema", "lines", "write_csv", "write_jsonl", "write_parquet"]
