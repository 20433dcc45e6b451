"""Full-text search over the reports: where the words stand, in their sentences."""

from dataclasses import dataclass

from verbale.model import Evidence, Filter, TimeValue
from verbale.record import Record
from verbale.views.rows import EVERYTHING
from verbale.views.sentences import sentence_around

PER_REPORT = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the words looked for: `marks` are their places in `sentence`; `start` its place in the report's
    text, -1 where the words stand in the headline alone."""

    report: str
    outlet: str
    published: TimeValue | None
    headline: str
    sentence: str
    start: int
    marks: tuple[tuple[int, int], ...]


def search(record: Record, words: str, keep: Filter = EVERYTHING) -> list[Passage]:
    """Up to three passages of each report that holds `words` ("phrases", prefix*, -without), best report first.

    Raises VerbaleError where there is no word in `words`.
    """
    found: list[Passage] = []
    for hit in record.search(words, keep):
        row = hit.report
        text = record.report_text(row.id) if hit.evidence else ""
        for sentence, start, marks in _sentences(text, hit.evidence)[:PER_REPORT]:
            found.append(Passage(row.id, row.outlet, row.published, row.headline, sentence, start, marks))
        if not hit.evidence:
            found.append(Passage(row.id, row.outlet, row.published, row.headline, row.headline, -1, ()))
    return found


def _sentences(text: str, hits: tuple[Evidence, ...]) -> list[tuple[str, int, tuple[tuple[int, int], ...]]]:
    """The sentences that hold the hits; those with most different words first."""
    marks: dict[tuple[int, int], list[Evidence]] = {}
    for hit in hits:
        marks.setdefault(sentence_around(text, hit.start, hit.end), []).append(hit)
    ranked = sorted(marks.items(), key=lambda item: (-len({hit.text.casefold() for hit in item[1]}), item[0]))
    return [
        (text[low:high], low, tuple((hit.start - low, hit.end - low) for hit in inside))
        for (low, high), inside in ranked
    ]
