"""The dateline that opens a wire report: "STOCKHOLM, Oct. 6 (Agency) — "."""

import re
from dataclasses import dataclass
from datetime import date

from verbale.ingest.dates import find_dates

_PLACE = r"[^\W\d_a-z][^\W\d_a-z'’. -]*"
_WORD = r"[^\W\d_a-z][\w'’.-]*"
_DAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?"
)
_AGENCY = r"\([^()\n]{2,40}\)"
_DASH = r"\s*(?:--+|[—–]|-(?=\s))\s*"
# Upper-case places, one or more ("GENEVA/NEW YORK"), with what may follow; a place in mixed case counts only with a
# day or an agency; an agency may stand alone ("(Reuters) - ").
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:/{_PLACE})*)(?:, (?!{_DAY}){_WORD}(?: {_WORD}){{0,3}})?(?:,? (?P<day>{_DAY}))?"
    rf"(?:[ ,]*{_AGENCY})?{_DASH}"
    rf"|(?P<mixed>{_WORD}(?: {_WORD}){{0,3}})(?:, (?!{_DAY}){_WORD}(?: {_WORD}){{0,2}})?"
    rf"(?:,? (?P<mixed_day>{_DAY})(?:[ ,]*{_AGENCY})?|[ ,]*{_AGENCY}){_DASH}"
    rf"|{_AGENCY}{_DASH})"
)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where the dateline ends in its paragraph, space included; `day` where it prints a year."""

    end: int
    day: date | None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with, or None."""
    match = _DATELINE.match(paragraph[:_LONGEST])
    if not match or match.end() >= len(paragraph):
        return None
    place = match.group("place")
    if place is not None and sum(c.isupper() for c in place) < 3:
        return None
    dates = find_dates(match.group())
    return Dateline(match.end(), dates[0].days[0] if dates and len(dates[0].days) == 1 else None)
