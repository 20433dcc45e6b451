"""The analyst's decisions: what stands beside, and over, what the machine merged.

Decisions are append-only rows with who and when; what holds is a pure function of that list, in order of `seq`.
A decision names local acts, reports and actors by ids that do not depend on how rows were merged, so that it keeps
its meaning when more reports come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from verbale.model import VerbaleError

# What a decision's payload holds:
#   merge-actors  {"ids": [actor ids]}                     they are one
#   split-actor   {"id": actor id, "reports": [report ids]} in these reports the actor is someone else
#   merge-acts    {"ids": [act ids]}                       row ids or local ids: they are one act
#   split-act     {"ids": [local act ids]}                 these accounts tell of an act of their own
#   answer        {"ask": act id, "act": act id or null, "answer": "accepted|refused|partial|none"}
#   undo          {"decision": seq}                        that decision no longer holds
DecisionKind = Literal["merge-actors", "split-actor", "merge-acts", "split-act", "answer", "undo"]

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "merge-actors": ("ids",),
    "split-actor": ("id", "reports"),
    "merge-acts": ("ids",),
    "split-act": ("ids",),
    "answer": ("ask", "answer"),
    "undo": ("decision",),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its number in the record, when (UTC) and by whom it was taken, and what it says."""

    seq: int
    at: datetime
    who: str
    kind: DecisionKind
    payload: Mapping[str, Any] = field(default_factory=dict)


def check(kind: str, payload: Mapping[str, Any]) -> None:
    """Raise VerbaleError unless `kind` is known and `payload` holds what it needs."""
    if kind not in get_args(DecisionKind):
        raise VerbaleError(f"no decision of kind {kind!r}: give one of {', '.join(get_args(DecisionKind))}")
    missing = [key for key in _NEEDED[kind] if not payload.get(key)]
    if missing:
        raise VerbaleError(f"a decision of kind {kind!r} needs {', '.join(missing)}")


def standing_decisions(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Those that hold, in order: not undone. Undoing an undo brings the decision back."""
    undone: set[int] = set()
    ordered = sorted(decisions, key=lambda decision: decision.seq)
    for decision in reversed(ordered):
        if decision.kind == "undo" and decision.seq not in undone:
            undone.add(int(decision.payload["decision"]))
    return tuple(d for d in ordered if d.kind != "undo" and d.seq not in undone)
