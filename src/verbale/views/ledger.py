"""The ledger: who asked whom for what, what was answered, and for how long an ask has been waiting."""

from dataclasses import dataclass
from datetime import date

from verbale.model import ActRow, Answered, AnswerRow, Evidence, Filter, TimeValue
from verbale.views.dates import age_in_days, sort_key
from verbale.views.labels import what_of
from verbale.views.rows import EVERYTHING, Rows, day_of
from verbale.views.timeline import evidence_of


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One ask. `asked` is the day of the ask where it is known, else of the first report of it, with `asked_how`
    telling which; `age` is in days and at the least, for asks without an answer; `act` the id of the answering act."""

    id: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    what: str
    subject: str
    issues: tuple[str, ...]
    asked: TimeValue | None
    asked_how: str
    answer: Answered
    act: str | None
    as_of: date | None
    age: int | None
    status: str
    claimed_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    answer_evidence: tuple[Evidence, ...]


# What waits longest for an answer stands first; then what was met in part, refused, accepted.
_ORDER = {"none": 0, "partial": 1, "refused": 2, "accepted": 3}


def ledger(rows: Rows, keep: Filter = EVERYTHING) -> list[LedgerLine]:
    """Every ask with its answer; unanswered ones first, the oldest on top."""
    day = day_of(rows, keep)
    answers = {answer.ask: answer for answer in rows.answers(keep)}
    asks = [act for act in rows.acts(keep) if act.id in answers or is_ask(act)]
    acts = {act.id: act for act in rows.acts(Filter(as_of=keep.as_of))}
    lines = [_line(act, answers.get(act.id), acts, day) for act in asks]
    return sorted(lines, key=lambda line: (_ORDER[line.answer], sort_key(line.asked), line.id))


def is_ask(act: ActRow) -> bool:
    """True for an ask that was made: a request, demand, invitation, offer or ultimatum, not one only thought of."""
    kind = act.type == "REQUEST" or (act.type == "THREATEN" and act.what == "ultimatum")
    return kind and act.status not in ("hypothetical", "planned", "denied")


def _line(ask: ActRow, answer: AnswerRow | None, acts: dict[str, ActRow], day: date | None) -> LedgerLine:
    asked, how = _asked(ask, answer)
    state: Answered = answer.answer if answer else "none"
    act = answer.act if answer and answer.act in acts else None
    spans = answer.evidence if answer else ()
    told = any(account.claimed_by is None for account in ask.accounts)
    return LedgerLine(
        id=ask.id,
        sources=ask.sources,
        targets=ask.targets,
        what=what_of(ask),
        subject=ask.subject,
        issues=ask.issues,
        asked=asked,
        asked_how=how,
        answer=state,
        act=act,
        as_of=(answer.as_of if answer and answer.as_of else day) if state == "none" else None,
        age=age_in_days(asked, day) if state == "none" else None,
        status=ask.status,
        claimed_by=() if told else ask.claimants,
        evidence=evidence_of(ask),
        answer_evidence=spans or (evidence_of(acts[act]) if act else ()),
    )


def _asked(ask: ActRow, answer: AnswerRow | None) -> tuple[TimeValue | None, str]:
    time = (answer.asked if answer else None) or ask.when
    if time is not None:
        return time, "reported" if time.how == "reported" else "dated"
    reported = [account.reported for account in ask.accounts if account.reported]
    first = min(reported, key=sort_key, default=None)
    return first, "reported" if first else "unknown"
