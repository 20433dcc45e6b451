"""Whether 5/10/2019 is 5 October or May 10: by the report's own dates, else by where its outlet is."""

import re
from urllib.parse import urlsplit

from verbale.extract.timex.lexicon import load
from verbale.model import Report

# Dates in figures that are possible one way only.
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)(?![\d/])")
_MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:\d{4}|\d\d)(?![\d/])")


def day_comes_first(report: Report) -> bool | None:
    """True for day/month, False for month/day, None where nothing tells."""
    if _DAY_FIRST.search(report.text):
        return True if not _MONTH_FIRST.search(report.text) else None
    if _MONTH_FIRST.search(report.text):
        return False
    host = urlsplit(report.url).hostname or ""
    countries = load().words["date_order"]
    for part in (host.rpartition(".")[2], report.outlet.rpartition("/")[2].lower()):
        order = countries.get(part)
        if order is not None:
            return order == "day"
    return None
