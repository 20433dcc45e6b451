"""The day of an agreement: inside its phrase ("the 2015 accord", "of April 2018"), else that of its making."""

import re
from collections.abc import Iterable

from verbale.extract import tying
from verbale.extract.agreement_words import WORDS
from verbale.extract.between import between
from verbale.language.parse import Doc, Token
from verbale.model import TimeMention, TimeValue

# An hour: "5 a.m.", "12:30 pm", "1400".
CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\b\.?)?")


def _in_title(doc: Doc, head: Token, mention: TimeMention) -> bool:
    """ "the Good Friday Agreement", "the Ramadan truce": a time that the document is called after, of no year."""
    words = between(doc, mention.span.start, mention.span.end)
    apart = any(letter.isdigit() for letter in words) or not words.istitle()
    feast = mention.time is not None and mention.time.granularity == "interval"
    return (head.text.istitle() or feast) and not apart and not between(doc, mention.span.end, head.idx).strip()


def _seals(maker: Token) -> bool:
    """ "formally adopted the Framework on Friday": a later step, after the day on which it was made."""
    return maker.lemma_.lower() in WORDS.blesses | {"adopt"} and any(c.lower_ == "formally" for c in maker.children)


def _in_brackets(doc: Doc, head: Token, times: tuple[TimeMention, ...]) -> TimeValue | None:
    """ "the Ankara Pact (1930)": the year alone between brackets."""
    if head.i + 3 >= len(doc) or doc[head.i + 1].text != "(" or doc[head.i + 3].text != ")":
        return None
    year = doc[head.i + 2]
    return next((m.time for m in times if m.span.start == year.idx and m.value == year.text and len(year) == 4), None)


def _is_bare_clock(words: str) -> bool:
    """ "shortly after 5 a.m.", "in the early afternoon": an hour of a day that stands elsewhere."""
    return not any(letter.isdigit() for letter in CLOCK.sub("", words)) and not any(
        (word.istitle() and len(word) > 2) or word.lower() in WORDS.day_words for word in words.split()
    )


def date_of(doc: Doc, head: Token, makers: Iterable[Token], times: tuple[TimeMention, ...]) -> TimeValue | None:
    """When it was made: a date inside the phrase ("of April 2018", "the 2015 accord"), else that of its making."""
    start, end = head.left_edge.idx, head.idx + len(head)
    inside = [mention for mention in times if start <= mention.span.start and mention.span.end <= end]
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            low, high = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            inside += [mention for mention in times if low <= mention.span.start and mention.span.end <= high]
    for mention in inside:
        if _in_title(doc, head, mention):
            continue
        after_it = between(doc, mention.span.start - 5, mention.span.start).lower().endswith(("post-", "pre-"))
        if mention.type == "DATE" and mention.time is not None and mention.value[:4].isdigit() and not after_it:
            return mention.time
    if (year := _in_brackets(doc, head, times)) is not None:
        return year
    for maker in makers:
        if _seals(maker):
            continue
        tied = tying.time_of(doc, maker, times)
        if tied is not None and _is_bare_clock(between(doc, tied.span.start, tied.span.end)):
            continue
        if tied is None and maker.dep_ == "pcomp" and maker.head.head.pos_ == "VERB":
            tied = tying.time_of(doc, maker.head.head, times)  # "ended their war on Monday by signing …"
        if tied is None and maker.dep_ == "ccomp" and maker.head.lemma_.lower() in WORDS.made:
            tied = tying.time_of(doc, maker.head, times)  # "announced on Wednesday that they had reached …"
        if tied is None and maker.dep_ in {"acl", "relcl"}:
            low, high = maker.left_edge.idx, maker.right_edge.idx + len(maker.right_edge)
            below = [mention for mention in times if low <= mention.span.start and mention.span.end <= high]
            tied = below[0] if len(below) == 1 else None
        if tied is not None and tied.time is not None:
            return tied.time
    return None
