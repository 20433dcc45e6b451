"""Events that are counted from one another: "met two days after the Hanoi summit", "four days after it had walked out".

One of the two has a day, and the length between them gives that of the other. `tie` gives the time that grammar ties to
an event word, None where it ties none.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from verbale.extract.between import between
from verbale.extract.timex import measured
from verbale.language.parse import Doc, Token
from verbale.model import TimeMention, TimeValue

Tie = Callable[[Doc, Token, Sequence[TimeMention]], TimeMention | None]

_MEASURING = {"after": 1, "following": 1, "before": -1}


def after_event(doc: Doc, verb: Token, times: Sequence[TimeMention], tie: Tie) -> TimeMention | None:
    """ "Two days after the Hanoi summit, they met", "hours after the army had left, …": the time of `verb`."""
    lengths = [child for child in verb.children if child.dep_ == "npadvmod"]
    for child in (*verb.children, *(inner for length in lengths for inner in length.children)):
        found = _by_noun(doc, child, times, tie) or _by_clause(doc, child, times, tie)
        if found is not None:
            return found
    return None


def _by_noun(doc: Doc, preposition: Token, times: Sequence[TimeMention], tie: Tie) -> TimeMention | None:
    sign = _MEASURING.get(preposition.lower_)
    event = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if preposition.dep_ != "prep" or sign is None or event is None or event.pos_ not in {"NOUN", "PROPN"}:
        return None
    length = _length_before(doc, preposition, times)
    dated = dated_elsewhere(doc, event, times, tie) if length is not None else None
    return _away(dated, length, sign)


def _by_clause(doc: Doc, clause: Token, times: Sequence[TimeMention], tie: Tie) -> TimeMention | None:
    mark = _mark(clause)
    length = _length_before(doc, mark, times) if mark is not None else None
    if mark is None or length is None:
        return None
    dated = tie(doc, clause, _dates(times))
    return _away(dated.time if dated is not None else None, length, _MEASURING[mark.lower_])


def counted_from(doc: Doc, token: Token, times: Sequence[TimeMention], tie: Tie) -> TimeMention | None:
    """The event that another is counted from: "met Oct. 5, seven months after the summit", "… after it failed"."""
    mark = token.head if token.dep_ == "pobj" and token.head.lower_ in _MEASURING else _mark(token)
    if mark is None:
        return None
    verb = mark.head if token.dep_ == "pobj" else token.head
    length = _length_before(doc, mark, times)
    if length is None or verb.pos_ not in {"VERB", "AUX"}:
        return None
    other = tie(doc, verb, _dates(times))
    time = other.time if other is not None else _of_subject(doc, verb, times, tie)
    return _away(time, length, -_MEASURING[mark.lower_])


def _of_subject(doc: Doc, verb: Token, times: Sequence[TimeMention], tie: Tie) -> TimeValue | None:
    """ "The signing came two days after …": the time that the report gives the subject elsewhere."""
    if verb.lemma_ not in {"come", "follow", "happen", "occur", "take"}:
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    return dated_elsewhere(doc, subject, times, tie) if subject is not None else None


def _mark(clause: Token) -> Token | None:
    """The "after" or "before" that opens a clause."""
    if clause.dep_ != "advcl" or clause.pos_ not in {"VERB", "AUX"}:
        return None
    return next(
        (child for child in clause.lefts if child.dep_ in {"mark", "advmod"} and child.lower_ in _MEASURING), None
    )


def _dates(times: Sequence[TimeMention]) -> list[TimeMention]:
    return [each for each in times if each.type != "DURATION"]


def _length_before(doc: Doc, mark: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """The length that stands right before `mark`."""
    at = bisect_left(times, mark.idx, key=lambda mention: mention.span.start) - 1
    if at < 0 or times[at].type != "DURATION" or between(doc, times[at].span.end, mark.idx).strip():
        return None
    return times[at]


def _away(dated: TimeValue | None, length: TimeMention | None, sign: int) -> TimeMention | None:
    if dated is None or length is None:
        return None
    time = measured.away(dated, length, sign)
    return replace(length, time=time) if time is not None else None


def dated_elsewhere(doc: Doc, event: Token, times: Sequence[TimeMention], tie: Tie) -> TimeValue | None:
    """The one time that the report ties to an event called by the same noun and name; None where there are two."""
    found = days_elsewhere(doc, event, times, tie)
    return found[-1] if len({(time.earliest, time.latest) for time in found}) == 1 else None


def days_elsewhere(doc: Doc, event: Token, times: Sequence[TimeMention], tie: Tie) -> list[TimeValue]:
    """The times with both bounds that the report ties to events called by the same noun and name as `event`."""
    called = _called(event)
    dated = _dates(times)
    found = []
    for other in _of_same_noun(doc, event):
        if called and _called(other) and not called & _called(other):
            continue
        tied = tie(doc, other, dated)
        if tied is not None and tied.time is not None and None not in (tied.time.earliest, tied.time.latest):
            found.append(tied.time)
    return found


def _of_same_noun(doc: Doc, event: Token) -> Iterator[Token]:
    """The noun where it is used again, and for "the signing" the verb ("signed")."""
    stem = event.lower_.removesuffix("ing") if event.lower_.endswith("ing") else ""
    for other in doc:
        if other.sent == event.sent:
            continue
        named = other.pos_ in {"NOUN", "PROPN"} and other.lemma_ == event.lemma_
        done = bool(stem) and other.tag_ in {"VBD", "VBN"} and other.lemma_ in {stem, stem + "e"}
        if named or done:
            yield other


def _called(noun: Token) -> frozenset[str]:
    """The proper names and ordinals beside a noun and in its "in …": "the first Hanoi summit", "talks in Doha"."""
    return frozenset(
        token.lower_
        for token in noun.subtree
        if (token.pos_ == "PROPN" and token != noun and token.ent_type_ not in {"DATE", "TIME"})
        or token.ent_type_ == "ORDINAL"
    )
