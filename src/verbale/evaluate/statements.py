"""Statements against gold: the speaker, the mode and at least nine tenths of the content must be right."""

from verbale.evaluate.found import Found
from verbale.evaluate.gold import GoldReport, GoldStatement
from verbale.evaluate.match import cover, letters, occurrences, overlap, same_name, shorten, within, words
from verbale.evaluate.score import Fault, Score
from verbale.model import StatementRow

KIND = "statements"
CONTENT = 0.9  # share of the letters of the larger side that both have
NEAR = 0.5  # from here on two contents are taken to be about the same statement

Letters = frozenset[int]


def score_statements(gold: GoldReport, found: Found) -> tuple[Score, list[Fault]]:
    """Score one report. A finding that fits none of the gold is a false alarm, unless `also` holds it, or it is a
    belief or an intention: those are in the record by design, and the gold need not list them."""
    report = found.reports[found.ids[gold.file]]
    rows = [row for row in found.statements if row.report == report.id]
    wanted = [(item, _places(report.text, item.text)) for item in gold.statements or ()]
    allowed = [place for text in gold.also for place in _places(report.text, text)]

    faults: list[Fault] = []
    used: set[str] = set()
    extra = {"wrong speaker": 0, "undecided speaker": 0, "wrong mode": 0, "party wrong": 0, "date wrong": 0}
    hits = 0
    for item, places in wanted:
        if not places:
            faults.append(Fault(KIND, gold.file, "missed", shorten(item.text), "", "gold text is not in the report"))
            continue
        row, why = _best(item, places, rows, found, report.text)
        if row is not None and not why:
            hits += 1
            used.add(row.id)
            _details(item, row, found, gold.file, extra, faults)
            continue
        shown = _show(row) if row is not None else ""
        faults.append(
            Fault(KIND, gold.file, "missed", f"{' + '.join(item.speakers)}: {shorten(item.text)}", shown, why)
        )

    counted = 0
    for row in rows:
        have = letters(report.text, [(span.start, span.end) for span in row.content])
        about = [item for item, places in wanted if any(overlap(have, place) >= NEAR for place in places)]
        if row.id in used:
            counted += 1
            continue
        if about and row.speaker_names and not any(_speaker_right(item, row, found) for item in about):
            extra["undecided speaker" if row.ambiguous else "wrong speaker"] += 1
        elif row.attitude != "speech" or any(cover(have, place) >= NEAR for place in allowed):
            continue
        elif about and any(_speaker_right(item, row, found) and row.mode != item.mode for item in about):
            extra["wrong mode"] += 1
        counted += 1
        why = "near a gold statement, but not right" if about else f"rule {row.origin}" if row.origin else ""
        faults.append(Fault(KIND, gold.file, "false alarm", "", _show(row), why))
    return Score(KIND, len(wanted), counted, hits, len(used), extra), faults


def _places(text: str, part: str) -> list[Letters]:
    return [letters(text, [span]) for span in occurrences(text, part)]


def _best(
    item: GoldStatement, places: list[Letters], rows: list[StatementRow], found: Found, text: str
) -> tuple[StatementRow | None, str]:
    """The finding nearest to a gold statement, and what is not right about it ("" where it is a hit).

    A quote that its cue cuts in two is one statement with two spans; gold may list the parts: each span may fit alone.
    """
    ranked = []
    for row in rows:
        spans = [(span.start, span.end) for span in row.content]
        parts = [letters(text, spans), *(letters(text, [span]) for span in spans)]
        fit = max(overlap(part, place) for part in parts for place in places)
        if fit > 0.1:
            ranked.append((fit >= CONTENT, _speaker_right(item, row, found), _mode_right(item, row), fit, row))
    if not ranked:
        return None, "nothing found there"
    content, speaker, mode, fit, row = max(ranked, key=lambda entry: entry[:4])
    wrong = []
    if not speaker:
        wrong.append(f"speaker {'; '.join(row.speaker_names) or 'none'}{' (undecided)' if row.ambiguous else ''}")
    if not mode:
        wrong.append(f"mode {row.mode}, not {item.mode}")
    if not content:
        wrong.append(f"content overlaps by {fit:.0%}")
    return row, ", ".join(wrong)


def _mode_right(item: GoldStatement, row: StatementRow) -> bool:
    return not item.mode or item.mode == row.mode


def _speaker_right(item: GoldStatement, row: StatementRow, found: Found) -> bool:
    if row.ambiguous:
        return False
    if item.anonymous:
        if not row.unnamed:
            return False
        names = (*row.speaker_names, *(span.text for span in row.source))
        return any(_described(speaker, name) for speaker in item.speakers for name in names)
    if not item.speakers:
        return not row.speakers
    names = found.names(row.speakers, row.speaker_names)
    return len(row.speaker_names) == len(item.speakers) and all(same_name(name, names) for name in item.speakers)


def _described(gold: str, name: str) -> bool:
    """True where one description holds all words of the other ("insiders", "insiders in Seoul")."""
    one, other = set(words(gold)), set(words(name))
    return bool(one) and bool(other) and (one <= other or other <= one)


def _details(
    item: GoldStatement, row: StatementRow, found: Found, file: str, extra: dict[str, int], faults: list[Fault]
) -> None:
    """What a hit may still have wrong: told apart from the score."""
    if item.party and not same_name(item.party, (row.party or "",)):
        extra["party wrong"] += 1
        faults.append(Fault(KIND, file, "wrong", f"party {item.party}", f"party {row.party}", _show(row)))
    if item.said_on and not within(item.said_on, row.said):
        extra["date wrong"] += 1
        when = row.said.edtf if row.said else "none"
        faults.append(Fault(KIND, file, "wrong", f"said {item.said_on.edtf}", f"said {when}", _show(row)))


def _show(row: StatementRow) -> str:
    speaker = " / ".join(row.speaker_names) or "?"
    return f"{speaker} [{row.mode}] {shorten(' … '.join(span.text for span in row.content))}"
