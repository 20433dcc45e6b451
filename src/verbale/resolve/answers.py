"""What came of each ask: told by reports, or seen in what its addressee did later.

A told answer counts before one that is inferred; an answer that was given before silence; of several given, the one
told last. Silence is an answer too: "none", as of the last day on which the record has a report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import ActRow, ActType, Answered, AnswerRow, Evidence
from verbale.resolve.decisions import Decision

# Within how many days of the ask a deed of the addressee may be its answer.
REPLY_DAYS = 180
# Share of the shorter subject's words that ask and reply have in common, and how many words at the least.
SAME_SUBJECT = 0.6
SHARED_WORDS = 2
# An invitation without a day was made this long before it was told, at the most.
UNDATED_SLACK = 31
# What a coming is called that answers an invitation by itself.
VISITS = frozenset({"visit", "trip", "state visit", "official visit"})
REPLIES: Mapping[ActType, Answered] = {
    "REJECT": "refused",
    "AGREE": "accepted",
    "SUPPORT": "accepted",
    "CONCEDE": "accepted",
    "COOPERATE": "accepted",
    "AID": "accepted",
    "RETREAT": "accepted",
}
# An answer that was given outweighs one that had not come yet.
_WEIGHT: Mapping[Answered, int] = {"accepted": 1, "refused": 1, "partial": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class LocalAnswer:
    """An answer as one report tells it, with the day by which the report was out."""

    ask: str
    act: str | None
    answer: Answered
    evidence: tuple[Evidence, ...]
    as_of: date | None
    told: date | None


@dataclass(frozen=True, slots=True)
class Deed:
    """What of a record's act it takes to see it as an ask or as a reply: parties, subject's words, and when."""

    id: str
    type: ActType
    sources: frozenset[str]
    targets: frozenset[str]
    about: frozenset[str]
    first: int | None
    told: int | None
    happened: bool
    evidence: tuple[Evidence, ...]
    denied: bool = False
    visit: bool = False
    place: frozenset[str] = frozenset()


def resolve_answers(
    local: Iterable[LocalAnswer],
    acts: Mapping[str, ActRow],
    deeds: Mapping[str, Deed],
    row_of: Mapping[str, str],
    covered: date | None,
    decisions: Sequence[Decision] = (),
) -> tuple[AnswerRow, ...]:
    """One row for each ask among `acts`. `row_of` gives the row of each local act, `deeds` each row's act in short,
    `covered` the last day on which a report of the record was published."""
    told: dict[str, list[LocalAnswer]] = defaultdict(list)
    for answer in local:
        if answer.ask in row_of:
            told[row_of[answer.ask]].append(answer)
    replies: dict[str, list[Deed]] = defaultdict(list)
    comings: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds.values():
        by = replies if deed.type in REPLIES and not deed.denied else comings if deed.type == "CONSULT" else None
        if by is not None and deed.happened:
            for source in deed.sources:
                by[source].append(deed)
    rows = {}
    for ask_id, ask in acts.items():
        if ask_id in told or (_is_ask(ask) and ask.status in ("happened", "ongoing")):
            row = _told(ask, told.get(ask_id, ()), row_of, covered)
            reply = _reply(deeds[ask_id], replies) if row.answer == "none" and ask_id in deeds else None
            if reply is not None:
                row = AnswerRow(ask_id, reply.id, REPLIES[reply.type], covered, reply.evidence, ask.when)
            elif row.answer == "none" and ask.what == "invitation" and ask_id in deeds:
                came = _coming(deeds[ask_id], comings)
                if came is not None:
                    given: Answered = "refused" if came.denied else "accepted"
                    row = AnswerRow(ask_id, came.id, given, covered, came.evidence, ask.when)
            rows[ask_id] = row
    _decide(rows, row_of, decisions)
    return tuple(rows[ask] for ask in sorted(rows))


def _is_ask(act: ActRow) -> bool:
    """A request of any kind, or an ultimatum: a threat that asks for something by a day."""
    return act.type == "REQUEST" or (act.type == "THREATEN" and act.what == "ultimatum")


def _told(ask: ActRow, told: Sequence[LocalAnswer], row_of: Mapping[str, str], covered: date | None) -> AnswerRow:
    if not told:
        return AnswerRow(ask.id, None, "none", covered, (), ask.when)
    last = max(told, key=lambda a: (_WEIGHT[a.answer], a.told or date.min, a.answer, a.ask))
    same = [a for a in told if a.answer == last.answer]
    acts = sorted({row_of[a.act] for a in same if a.act and row_of.get(a.act, ask.id) != ask.id})
    days = [a.as_of for a in same if a.as_of] or [a.told for a in same if a.told]
    if last.answer == "none" and covered is not None:
        days.append(covered)
    return AnswerRow(
        ask=ask.id,
        act=acts[0] if acts else None,
        answer=last.answer,
        as_of=max(days, default=None),
        evidence=tuple(sorted({e for a in same for e in a.evidence})),
        asked=ask.when,
    )


def _reply(ask: Deed, replies: Mapping[str, Sequence[Deed]]) -> Deed | None:
    """The deed of the addressee that answers an ask: same subject, after it, the closest in words, then the first."""
    asked = ask.first if ask.first is not None else ask.told
    if asked is None:
        return None
    fitting = []
    for target in sorted(ask.targets):
        for deed in replies.get(target, ()):
            at = deed.first if deed.first is not None else deed.told
            if at is None or not 0 <= at - asked <= REPLY_DAYS or deed.id == ask.id:
                continue
            if deed.targets and ask.sources and not deed.targets & ask.sources:
                continue
            shared = len(deed.about & ask.about)
            if shared >= SHARED_WORDS and shared / min(len(deed.about), len(ask.about)) >= SAME_SUBJECT:
                fitting.append((-shared, at, deed.id, deed))
    return min(fitting)[3] if fitting else None


def _coming(ask: Deed, comings: Mapping[str, Sequence[Deed]]) -> Deed | None:
    """The visit or meeting at which those invited turned up, or did not: at the place that the invitation names, or a
    visit to whoever invited them; the first after it."""
    asked = ask.first if ask.first is not None else ask.told
    if asked is None:
        return None
    since = asked if ask.first is not None else asked - UNDATED_SLACK
    fitting = []
    for target in sorted(ask.targets):
        for deed in comings.get(target, ()):
            at = deed.first if deed.first is not None else deed.told
            there = bool(deed.place & ask.about) or (deed.visit and bool(deed.targets & ask.sources))
            if at is not None and there and since <= at <= asked + REPLY_DAYS and deed.id != ask.id:
                fitting.append((at, deed.id, deed))
    return min(fitting)[2] if fitting else None


def _decide(rows: dict[str, AnswerRow], row_of: Mapping[str, str], decisions: Sequence[Decision]) -> None:
    """The analyst's answers over the machine's, in order."""
    for decision in decisions:
        if decision.kind != "answer":
            continue
        ask, act = str(decision.payload["ask"]), decision.payload.get("act")
        ask = row_of.get(ask, ask)
        if ask in rows:
            old = rows[ask]
            given = row_of.get(str(act), str(act)) if act else None
            rows[ask] = AnswerRow(ask, given, decision.payload["answer"], old.as_of, old.evidence, old.asked)
