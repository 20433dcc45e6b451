"""Where sentences start, read from the text itself: a parse may cut a sentence at an abbreviation or join two."""

import re
from bisect import bisect_right

from verbale.extract.attribution.quotes import paragraphs

_END = re.compile(r"[.?!…][)\]”\"’']*\s+(?=[A-Z“\"‘'(\[«„`])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|Prof|Rev|Hon|No|vs|Jan|Feb|Mar|"
    r"Apr|Aug|Sept|Sep|Oct|Nov|Dec|Co|Corp|Inc|Ltd|Amb|Adm|Mt|Ft|[ap]\.m|U\.[SKN]|D\.C|[A-Z]\.[A-Z]))\.\s+$"
)
_WINDOW = 12
# "RABAT, March 3 (Wire) - ", "VIENNA — ", "RABAT, Mar 3: ": a town in capitals, a day, an agency, then a dash or, after
# a day, a colon. Words are possessive ("*+"): a heading in capitals must not be tried in all its divisions.
_DATELINE = re.compile(r"(?=[A-Z]{3})(?:[A-Z][\w.'’]*+|\d{1,4}+|[(),./]|\s++(?![—–-])){1,40}+\s+(?:—|–|--?)\s+(?=\S)")
_DATELINE_COLON = re.compile(
    r"[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}, [A-Z][a-z]{2,8}\.? \d{1,2}(?: \([\w /]{1,30}\))?:\s+(?=\S)"
)


class Sentences:
    """The starts of sentences in `text`, in code points."""

    def __init__(self, text: str) -> None:
        starts: list[int] = []
        for first, last in paragraphs(text):
            starts.append(first)
            dateline = _DATELINE.match(text, first, last) or _DATELINE_COLON.match(text, first, last)
            if dateline is not None:
                starts.append(dateline.end())
            for match in _END.finditer(text, first, last):
                if not _ABBREVIATION.search(text[max(first, match.end() - _WINDOW) : match.end()]):
                    starts.append(match.end())
        self.starts = starts

    def start(self, position: int) -> int:
        """The start of the sentence that holds `position`."""
        at = bisect_right(self.starts, position) - 1
        return self.starts[at] if at >= 0 else 0

    def parted(self, start: int, end: int) -> bool:
        """Whether a sentence starts after `start` and not after `end`."""
        at = bisect_right(self.starts, start)
        return at < len(self.starts) and self.starts[at] <= end

    def after(self, position: int) -> int | None:
        """The first start of a sentence after `position`, or None."""
        at = bisect_right(self.starts, position)
        return self.starts[at] if at < len(self.starts) else None
