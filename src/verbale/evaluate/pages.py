"""What was made of the page around the report: furniture, caption, headline, byline, and the day of publication."""

import re
import unicodedata

from verbale.evaluate.found import Found
from verbale.evaluate.gold import GoldReport
from verbale.evaluate.match import occurrences, shorten
from verbale.evaluate.score import Fault, Score
from verbale.model import Report, ReportRow

LONG = 15  # furniture of this length or more must not stand within a line either; shorter is looked for as a line


def score_page(gold: GoldReport, found: Found) -> tuple[list[Score], list[Fault]]:
    """Each piece of furniture gone, the caption kept once, headline and byline found: right or not."""
    report = found.reports[found.ids[gold.file]]
    faults: list[Fault] = []
    left = [item for item in gold.furniture if _stands_in(report.text, item)]
    faults += [Fault("furniture", gold.file, "wrong", item, "", "left in the text") for item in left]
    scores = [_share("furniture", len(gold.furniture), len(gold.furniture) - len(left))]
    for kind, wanted, why in (
        ("caption", gold.caption, _caption_wrong(gold, report)),
        ("headline", gold.headline, _differs(gold.headline, report.headline)),
        ("byline", gold.byline, _differs(gold.byline, report.byline)),
    ):
        if wanted is None:
            continue
        scores.append(_share(kind, 1, int(not why)))
        if why:
            faults.append(Fault(kind, gold.file, "wrong", shorten(wanted), "", why))
    return scores, faults


def _share(kind: str, asked: int, right: int) -> Score:
    """A score where every question has one answer: precision and recall are both the share that is right."""
    return Score(kind, asked, asked, right, right)


def _stands_in(text: str, item: str) -> bool:
    lines = {re.sub(r"^[\s•*·\-–]+", "", line).strip() for line in text.splitlines()}
    return item.strip() in lines or (len(item) >= LONG and item in text)


def _caption_wrong(gold: GoldReport, report: Report) -> str:
    places = occurrences(report.text, gold.caption or "")
    if len(places) != 1:
        return f"stands in the text {len(places)} times"
    start, end = places[0]
    inside = any(zone.kind == "caption" and zone.start <= start and end <= zone.end for zone in report.zones)
    return "" if inside else "is not marked as a caption"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKC", text).translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(letters.split()).casefold()


def _differs(wanted: str | None, have: str) -> str:
    return "" if wanted is None or _plain(wanted) == _plain(have) else f"found {have!r}"


def score_published(gold: GoldReport, found: Found) -> tuple[Score, list[Fault]]:
    """The bounds on the day of publication that are reached when none is given.

    Right: they hold the true day, if the gold gives it, and lie within gold's bounds. Unknown is not found. Bounds
    that leave the true day out, and a day where gold's bounds are wider, are wrong; wider bounds are loose."""
    kind = "published_without_help"
    row = found.blind.get(gold.file)
    if gold.without_help is None or row is None:
        return Score(kind, 0, 0, 0, 0), []
    low, high = gold.without_help
    time = row.published
    if time is None or (time.earliest is None and time.latest is None):
        return Score(kind, 1, 0, 0, 0, {"unknown": 1}), [_fault(gold, row, "missed", "unknown")]
    day = time.earliest == time.latest
    holds = gold.published is None or (
        (time.earliest is None or time.earliest <= gold.published)
        and (time.latest is None or gold.published <= time.latest)
    )
    inside = time.earliest is not None and time.latest is not None and low <= time.earliest and time.latest <= high
    if not holds or (day and low != high):
        why = "an invented day" if day else "the true day is not within the bounds"
        return Score(kind, 1, 1, 0, 0, {"invented": 1}), [_fault(gold, row, "wrong", why)]
    if not inside:
        return Score(kind, 1, 1, 0, 0, {"loose": 1}), [_fault(gold, row, "wrong", "wider than the text allows")]
    return Score(kind, 1, 1, 1, 1), []


def _fault(gold: GoldReport, row: ReportRow, problem: str, why: str) -> Fault:
    bounds = "/".join(day.isoformat() for day in gold.without_help or ())
    shown = f"{row.published.edtf if row.published else 'unknown'} ({row.published_how})"
    return Fault("published_without_help", gold.file, problem, bounds, shown, why)
