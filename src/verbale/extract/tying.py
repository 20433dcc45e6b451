"""Which expression of time governs an event: by grammar, never by nearness.

An expression hangs, straight or over a preposition, from the word whose time it tells ("met Thursday", "talks last
week", "the April 2018 declaration"). From there its time passes on only along relations that keep it: from a carrying
verb to the event that is its subject or object ("the summit ended in February"), from a participle or relative clause
to the noun it describes ("a statement they signed in 2018"), between verbs joined by "and" with one subject.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract import adrift, counted
from verbale.extract.between import between
from verbale.extract.carriers import MAX_CLIMB, NAMES, carriers_of, verb_over
from verbale.extract.timex import edtf
from verbale.extract.tying_words import side_of, words
from verbale.language.parse import Doc, Token
from verbale.model import TimeMention, TimeValue


def time_of(doc: Doc, token: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """The expression that governs the event word `token` (a verb or noun), or None where grammar ties none to it.

    `times` are the report's, in order of the text. Where a preposition puts the event before or after the expression
    ("since February", "before the vote on Monday"), the mention returned has bounds open on that side.
    """
    near = list(_in_sentence(token, times))
    if not near:
        return _counted(doc, token, times)
    if (called := _called_a_day(doc, token, near)) is not None:
        return called
    hung = [(mention, *hangs_from(doc, mention)) for mention in near]
    for carriers in carriers_of(token):
        held = [
            (mention, side)
            for mention, governor, side in hung
            if any(governor.i == carrier.i and _may(mention, governor, passes) for carrier, passes in carriers)
        ]
        if held:
            spans = [(_whole_range(doc, mention, times), side) for mention, side in held]
            found = _range(held) or min((_on_side(mention, side) for mention, side in spans), key=_width)
            return _from_context(found) if carriers[0][1] == "told" else found
    return _before_when(doc, token, near) or _counted(doc, token, times)


def _counted(doc: Doc, token: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time of an event that is counted from another, or that another is counted from."""
    return counted.counted_from(doc, token, times, time_of) or counted.after_event(doc, token, times, time_of)


def _called_a_day(doc: Doc, token: Token, near: Sequence[TimeMention]) -> TimeMention | None:
    """ "By March 10, the day on which talks are to begin": what the clause after a date tells has that date."""
    verb = _clause_of(token)
    if verb is None or verb.dep_ != "relcl" or verb.head.lemma_ not in {"day", "date"}:
        return None
    start = verb.head.left_edge.idx
    beside = (mention for mention in near if between(doc, mention.span.end, start).strip() == ",")
    return next(beside, None)


def _before_when(doc: Doc, token: Token, near: Sequence[TimeMention]) -> TimeMention | None:
    """ "The last attempt ended in May 2002, when the rebels took a plane": a clause without a date of its own has that
    which stands before its "when"."""
    verb = _clause_of(token)
    when = None if verb is None else next((child for child in verb.lefts if child.lower_ == "when"), None)
    if when is None:
        return None
    return next((mention for mention in near if between(doc, mention.span.end, when.idx).strip() in {"", ","}), None)


def _clause_of(token: Token) -> Token | None:
    """The verb that heads the clause in which `token`, or what carries it, is told."""
    verb = token if token.pos_ in {"VERB", "AUX"} else verb_over(token)
    while verb is not None and verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def _from_context(mention: TimeMention) -> TimeMention:
    return replace(mention, time=replace(mention.time, how="context")) if mention.time is not None else mention


def _whole_range(doc: Doc, mention: TimeMention, times: Sequence[TimeMention]) -> TimeMention:
    """ "Met on Oct. 5–7", "the 1914–18 war": from the start of a range to the end behind its dash."""
    at = bisect_left(times, mention.span.start, key=lambda each: each.span.start)
    for start, end in ((at, at + 1), (at - 1, at)):
        if start < 0 or end >= len(times):
            continue
        gap = between(doc, times[start].span.end, times[end].span.start)
        if _DASH.fullmatch(gap):
            return _between(times[start], times[end]) or mention
    return mention


# Days by which news tells of its own week: "April 2" beside another deed may be of another story.
_THIS_WEEK = re.compile(r"(?:late |early )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b")
_DASH = re.compile(r"\s?[-‐‑–]\s?")


def _between(start: TimeMention, end: TimeMention) -> TimeMention | None:
    """`start` with bounds from its first day to the last of `end`."""
    first, last = start.time, end.time
    if first is None or last is None or first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    written = edtf.between(first.earliest, last.latest)
    text = f"{first.text} – {last.text}"
    return replace(start, time=TimeValue(first.earliest, last.latest, "interval", written, text, False, last.how))


def _range(held: Sequence[tuple[TimeMention, str]]) -> TimeMention | None:
    """ "From Monday to Wednesday": both ends hang from one word, and the event lies between them."""
    if len(held) != 2 or held[0][1] != "from" or held[1][1] not in {"to", "through"}:
        return None
    return _between(held[0][0], held[1][0])


def _may(mention: TimeMention, governor: Token, passes: str) -> bool:
    """Whether a mention hung from `governor` passes on: `passes` is "all", "told" for
    a day of the news that is told beside it, "after" for one that stands after it, "end" for such a day after it, or
    "front" for one that opens the sentence, and so holds of all that is joined in it ("On Monday A left, and B met C").
    """
    if passes == "front":
        subject = next((child for child in governor.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
        return subject is not None and mention.span.start < subject.left_edge.idx
    if passes == "end" and mention.span.start < governor.idx:
        return False
    if passes in {"told", "end"}:
        return bool(_THIS_WEEK.match(mention.span.text.lower()))
    return passes == "all" or mention.span.start > governor.idx


def _in_sentence(token: Token, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The dated mentions of the token's sentence."""
    sentence = token.sent
    first = bisect_left(times, sentence.start_char, key=lambda mention: mention.span.start)
    for mention in times[first:]:
        if mention.span.start >= sentence.end_char:
            return
        if mention.span.text.lower() in words("timeless", "adjectives"):
            continue
        if mention.type != "SET" and (mention.time is not None or mention.type in {"DATE", "TIME"}):
            yield mention


def _root(doc: Doc, mention: TimeMention) -> Token | None:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def hangs_from(doc: Doc, mention: TimeMention) -> tuple[Token, str]:
    """The word that the expression hangs from, and the side of it that the preposition says."""
    token = _root(doc, mention)
    if token is None:
        return doc[0], ""
    if (verb := adrift.verb_over_name(token)) is not None:
        return verb, ""
    side = ""
    if (preposition := _taken_into_name(doc, mention, token)) is not None:
        token, side = preposition, side_of(preposition.lower_)
    passed = False  # over a noun: "signed by both in 2009" is not signed by 2009
    for _ in range(MAX_CLIMB):
        head = token.head
        if head == token:
            break
        if head.dep_ == "prep" or head.pos_ == "ADP" or token.dep_ in {"pobj", "pcomp"}:
            if token.dep_ in {"pobj", "pcomp"} and not passed:  # not of "seven months after": the length is no side
                side = side or side_of(head.lower_)
            token = head
            continue
        if token.dep_ == "conj" and head.pos_ not in {"VERB", "AUX"}:
            token = head
            continue
        # "met Kim in Hanoi in February", "met rebel leaders in June": a parser may hang the time from those met, or
        # from another time ("the first talks since the spring of 2022 on May 16").
        named = head.ent_type_ in NAMES or (head.pos_ != "VERB" and head.lemma_ in words("timeless", "nouns"))
        if (named or adrift.is_another_time(head, token)) and mention.span.start > head.idx:
            token, passed = head, True
            continue
        if mention.type == "DURATION" and (main := adrift.verb_after_length(mention.span.start, head)) is not None:
            return main, side
        subject = _perfect_subject(head, token) or adrift.verb_before_aside(token, head)
        return subject or head, side
    return adrift.verb_behind(token) or token, side


def _taken_into_name(doc: Doc, mention: TimeMention, token: Token) -> Token | None:
    """The "on" of "On Monday Rishi Sunak met …", where the parser takes the day into the name after it."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not span.start or token.dep_ != "compound" or token.head.i < span.end:
        return None
    before = doc[span.start - 1]
    bare = before.dep_ == "prep" and not any(child.dep_ in {"pobj", "pcomp"} for child in before.children)
    return before if bare else None


def _perfect_subject(verb: Token, expression: Token) -> Token | None:
    """The subject that a definite time before a present perfect belongs to: "the talks last week have failed".

    English has no definite past time with the present perfect (Quirk et al. 1985, 4.22), so the time is the noun's.
    """
    if expression.i > verb.i or not any(child.lower_ in {"has", "have"} for child in verb.lefts if child.dep_ == "aux"):
        return None
    subjects = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.i < expression.i]
    return subjects[-1] if subjects and subjects[-1].pos_ == "NOUN" else None


def _on_side(mention: TimeMention, side: str) -> TimeMention:
    """`mention` with bounds open on the side that a preposition leaves open."""
    time = mention.time
    if side not in {"from", "to"} or time is None:
        return mention
    first, last = (time.earliest, None) if side == "from" else (None, time.latest)
    if first is None and last is None:
        return replace(mention, time=None)
    opened = TimeValue(first, last, "interval", edtf.between(first, last), time.text, time.approximate, time.how)
    return replace(mention, time=opened)


def _width(mention: TimeMention) -> tuple[int, int]:
    """Narrowest first, then in order of the text."""
    time = mention.time
    if time is None or time.earliest is None or time.latest is None:
        return (10**7, mention.span.start)
    return ((time.latest - time.earliest).days, mention.span.start)
