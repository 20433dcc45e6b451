"""Bounds for an event that no expression governs: the day that its document tells of."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.tying import hangs_from, time_of
from verbale.language.parse import Doc, Token
from verbale.model import Report, TimeMention, TimeValue

_MAX_CLIMB = 8


def document_time(doc: Doc, report: Report, token: Token, times: Sequence[TimeMention]) -> TimeValue | None:
    """Bounds for an event that no expression governs, from its document: marked `how="context"`.

    The narrative container (Pustejovsky and Stubbs 2011) is the day that the main clause of the event's sentence is
    set on, else that of the nearest sentence before it, else the day of publication. What lies ahead is not in the
    container. None where nothing is known. Bounds only: never a stated time.
    """
    own = time_of(doc, token, times)
    if own is not None and own.time is not None and None not in (own.time.earliest, own.time.latest):
        return own.time
    container = None if _is_ahead(token) else _container(doc, token, times)
    time = container if container is not None else report.published.time
    return replace(time, how="context") if time is not None else None


def _is_ahead(token: Token) -> bool:
    return any(child.lower_ in {"will", "'ll", "would", "may", "could"} for child in token.lefts if child.dep_ == "aux")


def _container(doc: Doc, token: Token, times: Sequence[TimeMention]) -> TimeValue | None:
    """The day of the last main clause up to the end of the event's sentence, else that of the first one after it."""
    last = bisect_left(times, token.sent.end_char, key=lambda mention: mention.span.start)
    before, after = times[max(0, last - _LOOK_BACK) : last], times[last : last + _LOOK_AHEAD]
    for mention in (*reversed(before), *after):
        time = mention.time
        if time is None or time.granularity not in {"day", "time"} or mention.type not in {"DATE", "TIME"}:
            continue
        governor, side = hangs_from(doc, mention)
        if side not in {"from", "to"} and _sets_the_scene(governor) and not _is_ahead(governor):
            return time
    return None


# Expressions that a search for the container goes back over, at most.
_LOOK_BACK = 24
_LOOK_AHEAD = 3


def _sets_the_scene(governor: Token) -> bool:
    """True for the verb of a main clause or one joined to it, and for a noun that such a verb governs."""
    for _ in range(_MAX_CLIMB):
        if governor.head == governor:
            return True
        if governor.dep_ not in _IN_MAIN_CLAUSE:
            return False
        governor = governor.head
    return False


_IN_MAIN_CLAUSE = frozenset(
    {"conj", "ccomp", "parataxis", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "xcomp", "advcl"}
)
