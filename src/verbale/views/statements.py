"""Statements in order of when they were said, and the same by speaker."""

import re
from functools import lru_cache
from importlib.resources import files

from verbale.model import Filter, StatementRow
from verbale.views.dates import sort_key
from verbale.views.rows import EVERYTHING, Rows

NOBODY = "(speaker not given)"
_WORD = re.compile(r"[a-z]+")
_NEGATED = re.compile(r"\b(?:not|never|no|cannot)\b|n[’']t\b", re.IGNORECASE)


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
    """The content in words, after a cue that tells more than that it was said ("asked: to intervene")."""
    words = " … ".join(span.text for span in row.content)
    cue = cue_of(row)
    return f"{cue}: {words}" if cue else words


def cue_of(row: StatementRow) -> str:
    """The cue without which the content would mislead ("denied", "did not say", "accused", "asked"); "" where it says
    no more than "said", and beside a quotation, which speaks for itself."""
    cue = " ".join(span.text for span in row.cue)
    if row.attitude != "speech" or row.denial or _NEGATED.search(cue):
        return cue
    if row.mode == "direct" or _plain_speech() & set(_WORD.findall(cue.lower())):
        return ""
    return cue.rstrip(" :,")


@lru_cache(maxsize=1)
def _plain_speech() -> frozenset[str]:
    lines = (files("verbale.views") / "data" / "plain_speech.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def by_speaker(rows: list[StatementRow]) -> list[tuple[str, list[StatementRow]]]:
    """The statements of each speaker; who speaks most stands first, those of nobody known last."""
    groups: dict[str, list[StatementRow]] = {}
    for row in rows:
        groups.setdefault(speaker_of(row), []).append(row)
    return sorted(groups.items(), key=lambda group: (group[0] == NOBODY, -len(group[1]), group[0]))
