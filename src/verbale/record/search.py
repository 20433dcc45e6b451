"""Full-text search over the reports, safe against any words a user may type (SQLite FTS5)."""

import re
from dataclasses import dataclass

from verbale.model import Evidence, ReportRow, VerbaleError

# Private-use characters that mark hits inside FTS5's own output; they cannot stand in what a reader sees.
OPEN, CLOSE = "\ue000", "\ue001"
_PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Hit:
    """A report found: a snippet as (text, is a hit) parts, and where the words stand in its text."""

    report: ReportRow
    snippet: tuple[tuple[str, bool], ...]
    evidence: tuple[Evidence, ...]


def match_expression(words: str) -> str:
    """FTS5's query for what a user typed: "quoted" phrases, words (all of them), word* prefixes, -word exclusions.

    Everything is quoted, so that no character is taken for syntax. Raises VerbaleError where nothing is left to find.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _PART.finditer(words.replace("“", '"').replace("”", '"').replace("\x00", " ")):
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        if not any(c.isalnum() for c in text):
            continue
        prefix = "*" if part["word"] and text.endswith("*") else ""
        quoted = '"' + text.replace('"', " ").rstrip("*") + '"' + prefix
        (unwanted if part["no"] else wanted).append(quoted)
    if not wanted:
        raise VerbaleError("nothing to search for: give at least one word")
    return " ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def marked(text: str) -> tuple[tuple[str, bool], ...]:
    """Text with hit marks as parts."""
    parts = []
    for i, piece in enumerate(text.split(OPEN)):
        hit, _, after = piece.partition(CLOSE) if i else ("", "", piece)
        parts += [(hit, True)] if hit else []
        parts += [(after, False)] if after else []
    return tuple(parts)


def hits(report: str, highlighted: str) -> tuple[Evidence, ...]:
    """Where the hits stand in the report's text, from that text with hit marks."""
    found, at = [], 0
    for text, hit in marked(highlighted):
        if hit:
            found.append(Evidence(report, at, at + len(text), text))
        at += len(text)
    return tuple(found)
