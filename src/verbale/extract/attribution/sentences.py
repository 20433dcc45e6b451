"""Where sentences start, read from the text itself: a parse may cut a sentence at an abbreviation or join two."""

import re
from bisect import bisect_right

from verbale.extract.attribution.quotes import paragraphs
from verbale.ingest.dateline import read_dateline
from verbale.ingest.stamp import end_of_stamp

_END = re.compile(r"[.?!…][)\]”\"’']*\s+(?=[A-Z“\"‘'(\[«„`])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|Prof|Rev|Hon|No|vs|Jan|Feb|Mar|"
    r"Apr|Aug|Sept|Sep|Oct|Nov|Dec|Co|Corp|Inc|Ltd|Amb|Adm|Mt|Ft|[ap]\.m|U\.[SKN]|D\.C|[A-Z]\.[A-Z]))\.\s+$"
)
_WINDOW = 12


class Sentences:
    """The starts of sentences in `text`, in code points."""

    def __init__(self, text: str) -> None:
        starts: list[int] = []
        for first, last in paragraphs(text):
            starts.append(first)
            dateline = read_dateline(text[first:last])
            opened = dateline.end if dateline is not None else end_of_stamp(text[first:last])
            if opened:
                starts.append(first + opened)
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
