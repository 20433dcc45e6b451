"""Agreements and their provisions against gold."""

import re

from verbale.evaluate.found import Found
from verbale.evaluate.gold import GoldAgreement, GoldReport
from verbale.evaluate.match import letters, occurrences, overlap, same_name, shorten, within
from verbale.evaluate.score import Fault, Score
from verbale.model import AgreementRow, ProvisionRow

KIND = "agreements"
PROVISIONS = "provisions"
CONTENT = 0.8  # share of the letters of the larger side that a provision and its gold both have


def score_agreements(gold: GoldReport, found: Found) -> tuple[list[Score], list[Fault]]:
    """Score one report: an agreement is right by name (or by its kind, where it has no proper name), parties and
    date; a provision by four fifths of its letters, under whatever agreement it stands."""
    report = found.reports[found.ids[gold.file]]
    rows = [row for row in found.agreements if any(span.report == report.id for span in row.evidence)]
    faults: list[Fault] = []
    used: set[str] = set()
    for wanted in gold.agreements or ():
        judged = [(_wrong(wanted, row, found), row) for row in rows if row.id not in used and _named(wanted, row)]
        fit = min(judged, key=lambda entry: len(entry[0]), default=None)
        if fit and not fit[0]:
            used.add(fit[1].id)
        else:
            why = "; ".join(fit[0]) if fit else "no agreement of that name"
            faults.append(Fault(KIND, gold.file, "missed", wanted.name, fit[1].name if fit else "", why))
    for row in rows:
        if row.id not in used:
            shown = f"{row.name} ({', '.join(row.parties)}; {row.date.edtf if row.date else 'no date'})"
            faults.append(Fault(KIND, gold.file, "false alarm", "", shown, shorten(row.evidence[0].text)))
    points, missed = _score_provisions(gold, report.id, report.text, rows)
    score = Score(KIND, len(gold.agreements or ()), len(rows), len(used), len(used))
    return [score, points], faults + missed


def _score_provisions(gold: GoldReport, report: str, text: str, rows: list[AgreementRow]) -> tuple[Score, list[Fault]]:
    have = [point for row in rows for point in row.provisions if any(span.report == report for span in point.evidence)]
    wanted = [point for agreement in gold.agreements or () for point in agreement.provisions]
    used: set[int] = set()
    faults: list[Fault] = []
    for point in wanted:
        places = [letters(text, [span]) for span in occurrences(text, point)]
        fits = [
            (max(overlap(place, _letters(text, other, report)) for place in places), at)
            for at, other in enumerate(have)
            if places and at not in used
        ]
        best = max(fits, default=(0.0, -1))
        if best[0] >= CONTENT:
            used.add(best[1])
        else:
            shown = have[best[1]].text if best[0] > 0.2 else ""
            faults.append(Fault(PROVISIONS, gold.file, "missed", point, shown, f"overlap {best[0]:.0%}"))
    for at, other in enumerate(have):
        if at not in used:
            faults.append(Fault(PROVISIONS, gold.file, "false alarm", "", shorten(other.text)))
    return Score(PROVISIONS, len(wanted), len(have), len(used), len(used)), faults


def _letters(text: str, point: ProvisionRow, report: str) -> frozenset[int]:
    return letters(text, [(span.start, span.end) for span in point.evidence if span.report == report])


def _named(wanted: GoldAgreement, row: AgreementRow) -> bool:
    name = re.sub(r"\s*\(.*?\)", "", wanted.name)
    return same_name(name, (row.name, *row.aliases))


def _wrong(wanted: GoldAgreement, row: AgreementRow, found: Found) -> list[str]:
    wrong = []
    names = found.names(row.party_ids, row.parties)
    if wanted.parties and not (
        len(row.parties) == len(wanted.parties) and all(same_name(name, names) for name in wanted.parties)
    ):
        wrong.append(f"parties {', '.join(row.parties) or 'none'}, not {', '.join(wanted.parties)}")
    if not within(wanted.date, row.date):
        wrong.append(f"date {row.date.edtf if row.date else 'none'}, not {wanted.date.edtf if wanted.date else ''}")
    return wrong
