"""What hangs on the outlet's country: whether 5/10/2019 is 5 October or May 10, and whose Independence Day is meant."""

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
    countries = load().words["date_order"]
    for part in (_top_level(report), report.outlet.rpartition("/")[2].lower()):
        order = countries.get(part)
        if order is not None:
            return order == "day"
    return None


def country_of(report: Report) -> str:
    """The country of the outlet's address (ISO 3166 alpha-2), or "" where it does not say."""
    top = _top_level(report)
    return {"uk": "GB", "gov": "US", "mil": "US"}.get(top, top.upper() if len(top) == 2 else "")


def kept_in(holiday_of: str, country: str) -> bool:
    """Whether a report from `country` ("" where not known) means the day of `holiday_of`: "US", or "US?" where others
    call another day so."""
    if not holiday_of:
        return True
    return holiday_of.rstrip("?") == country if country else not holiday_of.endswith("?")


def _top_level(report: Report) -> str:
    return (urlsplit(report.url).hostname or "").rpartition(".")[2]
