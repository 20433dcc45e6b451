"""Positions: for each party and issue its latest stance, in its own words where it spoke, else what it did.

What a party wants, refuses, promises or judges is a stance before what it only tells, however late it tells it.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from verbale.model import ActRow, Evidence, Filter, StatementRow, TimeValue
from verbale.views.dates import sort_key
from verbale.views.labels import join, what_of
from verbale.views.rows import EVERYTHING, Rows
from verbale.views.statements import words_of
from verbale.views.timeline import evidence_of

# Acts that show where a party stands; a meeting on an issue shows only that it was talked about.
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
# Cues of one who has not made up their mind.
_PONDERING = frozenset({"weigh", "weighs", "weighed", "weighing", "consider", "considers", "considered", "considering"})
_STANCES = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Stance:
    """The latest stance of `party` on `issue`. `id` is the statement's or the act's; `quoted` is True where
    `text` are the speaker's own words; `earlier` counts the stances before; `firm` is False for a mere account."""

    party: str
    issue: str
    kind: Literal["statement", "act"]
    id: str
    speaker: str
    text: str
    when: TimeValue | None
    evidence: tuple[Evidence, ...]
    earlier: int
    quoted: bool = False
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Positions:
    """The matrix: its rows and columns in order of how much is known of them, and its filled cells."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: tuple[Stance, ...]

    def at(self, party: str, issue: str) -> Stance | None:
        """The stance in one cell."""
        return next((cell for cell in self.cells if cell.party == party and cell.issue == issue), None)


def positions(rows: Rows, keep: Filter = EVERYTHING) -> Positions:
    """The party by issue matrix. Unnamed sources count for the party that they are said to belong to."""
    found: dict[tuple[str, str], list[Stance]] = {}
    things = {row.id for row in rows.actors() if row.kind in ("document", "place", "unnamed")}
    for statement in rows.statements(keep):
        for stance in _from_statement(statement, things):
            found.setdefault((stance.party, stance.issue), []).append(stance)
    for act in rows.acts(keep):
        for stance in _from_act(act):
            found.setdefault((stance.party, stance.issue), []).append(stance)
    cells = [_latest(stances) for stances in found.values()]
    cells.sort(key=lambda cell: (cell.party, cell.issue))
    return Positions(_by_weight(cells, "party"), _by_weight(cells, "issue"), tuple(cells))


def _from_statement(row: StatementRow, things: set[str]) -> list[Stance]:
    """A statement as a stance: of its speaker's party, else of its one speaker, unless that is no party but a thing."""
    alone = len(row.speakers) == 1 and not row.unnamed and row.speakers[0] not in things
    party = row.party or (row.speaker_names[0] if alone else None)
    if party is None or row.ambiguous:
        return []
    text = words_of(row)
    spans = (*row.source, *row.cue, *row.content)
    when = row.said or row.reported
    speaker = join(row.speaker_names)
    quoted = row.mode == "direct"
    pondering = any(word in _PONDERING for span in row.cue for word in _WORD.findall(span.text.lower()))
    words = " ".join(span.text for span in (*row.cue, *row.content))
    firm = (row.attitude == "intention" and not pondering) or _takes_a_stance(words)
    return [
        Stance(party, issue, "statement", row.id, speaker, text, when, spans, 0, quoted, firm) for issue in row.issues
    ]


@lru_cache(maxsize=1)
def _stance_words() -> frozenset[str]:
    lines = (files("verbale.views") / "data" / "stance_words.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _takes_a_stance(text: str) -> bool:
    return any(word.replace("’", "'") in _stance_words() for word in _WORD.findall(text.lower()))


def _from_act(act: ActRow) -> list[Stance]:
    told = [account for account in act.accounts if account.claimed_by is None]
    if act.type not in _STANCES or act.status in ("hypothetical", "denied") or not told:
        return []
    towards = f" to {join(act.targets)}" if act.targets else ""
    text = f"{what_of(act)}{towards}: {act.subject}" if act.subject else f"{what_of(act)}{towards}"
    when = act.when or told[0].reported
    return [
        Stance(party, issue, "act", act.id, party, text, when, evidence_of(act), 0)
        for party in act.sources
        for issue in act.issues
    ]


def _latest(stances: list[Stance]) -> Stance:
    def order(one: Stance) -> tuple[bool, bool, tuple[int, int], bool, str]:
        return one.firm, one.when is not None, _last(one.when), one.kind == "statement", one.id

    ranked = sorted(stances, key=order)
    last = ranked[-1]
    return replace(last, earlier=len(stances) - 1)


def _last(when: TimeValue | None) -> tuple[int, int]:
    first, last = sort_key(when)
    return last.toordinal(), first.toordinal()


def _by_weight(cells: list[Stance], side: Literal["party", "issue"]) -> tuple[str, ...]:
    weight: dict[str, int] = {}
    for cell in cells:
        name = cell.party if side == "party" else cell.issue
        weight[name] = weight.get(name, 0) + cell.earlier + 1
    return tuple(sorted(weight, key=lambda name: (-weight[name], name)))
