"""Statements in order of when they were said, and the same by speaker."""

from verbale.model import Filter, StatementRow
from verbale.views.dates import sort_key
from verbale.views.rows import EVERYTHING, Rows

NOBODY = "(speaker not given)"


def statements(rows: Rows, keep: Filter = EVERYTHING) -> list[StatementRow]:
    """All statements, by the day they were said, else reported, then by their place in the report."""
    found = rows.statements(keep)
    return sorted(found, key=lambda row: (sort_key(row.said or row.reported), row.report, row.content[0].start))


def speaker_of(row: StatementRow) -> str:
    """The speakers in words: together with "and", undecided ones with "or"."""
    if not row.speaker_names:
        return NOBODY
    return (" or " if row.ambiguous else " and ").join(row.speaker_names)


def words_of(row: StatementRow) -> str:
    """The content in words; a belief or an intention says little without its cue ("asked: to intervene")."""
    words = " … ".join(span.text for span in row.content)
    if row.attitude == "speech" or not row.cue:
        return words
    return f"{' '.join(span.text for span in row.cue)}: {words}"


def by_speaker(rows: list[StatementRow]) -> list[tuple[str, list[StatementRow]]]:
    """The statements of each speaker; who speaks most stands first, those of nobody known last."""
    groups: dict[str, list[StatementRow]] = {}
    for row in rows:
        groups.setdefault(speaker_of(row), []).append(row)
    return sorted(groups.items(), key=lambda group: (group[0] == NOBODY, -len(group[1]), group[0]))
