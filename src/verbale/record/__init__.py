"""The record: one SQLite file, append-only evidence, every row with when it happened and when it was reported."""

from verbale.record.search import Hit
from verbale.record.store import Record, open_record

__all__ = ["Hit", "Record", "open_record"]
