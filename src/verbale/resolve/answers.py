"""What came of each ask: the answers that reports tell of, carried over to the record's acts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import ActRow, Answered, AnswerRow, Evidence
from verbale.resolve.decisions import Decision


@dataclass(frozen=True, slots=True)
class LocalAnswer:
    """An answer as one report tells it, with the day by which the report was out."""

    ask: str
    act: str | None
    answer: Answered
    evidence: tuple[Evidence, ...]
    as_of: date | None
    told: date | None


# An answer that was given outweighs one that had not come yet; of those given the one told last counts.
_WEIGHT: Mapping[Answered, int] = {"accepted": 1, "refused": 1, "partial": 1, "none": 0}


def resolve_answers(
    local: Iterable[LocalAnswer],
    acts: Mapping[str, ActRow],
    row_of: Mapping[str, str],
    covered: date | None,
    decisions: Sequence[Decision] = (),
) -> tuple[AnswerRow, ...]:
    """One row for each ask among `acts`; `row_of` gives the row of each local act, `covered` is the last day on which
    a report of the record was published."""
    told: dict[str, list[LocalAnswer]] = defaultdict(list)
    for answer in local:
        if answer.ask in row_of:
            told[row_of[answer.ask]].append(answer)
    rows = {}
    for ask_id, ask in acts.items():
        if ask_id in told or (ask.type == "REQUEST" and ask.status in ("happened", "ongoing")):
            rows[ask_id] = _row(ask, told.get(ask_id, ()), row_of, covered)
    for decision in decisions:
        if decision.kind == "answer":
            ask_id = row_of.get(str(decision.payload["ask"]), str(decision.payload["ask"]))
            act = decision.payload.get("act")
            if ask_id in rows:
                rows[ask_id] = AnswerRow(
                    ask=ask_id,
                    act=row_of.get(str(act), str(act)) if act else None,
                    answer=decision.payload["answer"],
                    as_of=rows[ask_id].as_of,
                    evidence=rows[ask_id].evidence,
                    asked=acts[ask_id].when,
                )
    return tuple(rows[ask] for ask in sorted(rows))


def _row(ask: ActRow, told: Sequence[LocalAnswer], row_of: Mapping[str, str], covered: date | None) -> AnswerRow:
    if not told:
        return AnswerRow(ask.id, None, "none", covered, (), ask.when)
    last = max(told, key=lambda a: (_WEIGHT[a.answer], a.told or date.min, a.answer, a.ask))
    same = [a for a in told if a.answer == last.answer]
    acts = sorted({row_of[a.act] for a in same if a.act and row_of.get(a.act, ask.id) != ask.id})
    days = [a.as_of for a in same if a.as_of] or [a.told for a in same if a.told]
    return AnswerRow(
        ask=ask.id,
        act=acts[0] if acts else None,
        answer=last.answer,
        as_of=max(days, default=None),
        evidence=tuple(sorted({e for a in same for e in a.evidence})),
        asked=ask.when,
    )
