"""From what analysts have (pages, feeds, archives, mails, PDFs, dumps) to reports: clean text and how each is known."""

from verbale.ingest.fetching import FetchSettings
from verbale.ingest.manifest import manifest_entries, read_manifest
from verbale.ingest.options import Limits, ReadOptions
from verbale.ingest.sources import fetch, read_sources
from verbale.ingest.watch import watch_once

__all__ = [
    "FetchSettings",
    "Limits",
    "ReadOptions",
    "fetch",
    "manifest_entries",
    "read_manifest",
    "read_sources",
    "watch_once",
]
