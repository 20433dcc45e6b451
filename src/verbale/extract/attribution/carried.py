"""Quotations without a cue of their own: whose words they are, where the conventions of news make that sure.

Sure are: a quotation that the next paragraph opens again (one speaker); one straight after another of the same
paragraph, or after a sentence there that reports speech, where nobody else speaks in between; and a paragraph that is
nothing but a quotation after one in which somebody spoke.
"""

from bisect import bisect_left
from dataclasses import replace

from verbale.extract.attribution.draft import Draft, Reading, merge
from verbale.extract.attribution.introduced import said_after_colon
from verbale.extract.attribution.quoted import Bound
from verbale.extract.attribution.quotes import paragraphs
from verbale.extract.attribution.utterances import is_utterance, starts_sentence


def carry_over(reading: Reading, bound: Bound) -> list[Draft]:
    """All drafts, the quotations that had no owner yet bound where it is sure who speaks."""
    quotes = reading.quotes
    _join_reopened(reading, bound)
    sourced = sorted(
        (draft.cue[0], at)
        for at, draft in enumerate(bound.drafts)
        if draft.cue and draft.source_head is not None and draft.kind == "speech"
    )
    spans = paragraphs(reading.text) if quotes else []
    for i, quote in enumerate(quotes):
        if i in bound.owner or not is_utterance(reading.text, quote):
            continue
        introduced = said_after_colon(reading, quote)
        if introduced is not None:
            bound.drafts.append(introduced)
            bound.owner[i] = introduced
            continue
        at = bisect_left(sourced, (quote.start, -1)) - 1
        last = bound.drafts[sourced[at][1]] if at >= 0 else None
        if last is None or last.cue is None:
            continue
        start, end = spans[quote.paragraph]
        text = reading.text
        if start <= last.cue[0] and starts_sentence(reading, quote):
            _extend(reading, bound, last, i)
        elif quote.paragraph and not text[start : quote.start].strip() and not text[quote.end : end].strip(" .,\n"):
            before = spans[quote.paragraph - 1][0]
            if any(before <= first < start for first in (last.cue[0], *(held for held, _ in last.content))):
                _extend(reading, bound, last, i)
    _join_reopened(reading, bound)
    return bound.drafts


def _join_reopened(reading: Reading, bound: Bound) -> None:
    """Parts of a quotation that paragraph after paragraph opens again: all belong to whom one of them belongs."""
    quotes = reading.quotes
    for i in range(1, len(quotes)):
        if quotes[i].continues and quotes[i - 1].goes_on and i - 1 in bound.owner and i not in bound.owner:
            _extend(reading, bound, bound.owner[i - 1], i)
    for i in range(len(quotes) - 1, 0, -1):
        if quotes[i].continues and quotes[i - 1].goes_on and i in bound.owner and i - 1 not in bound.owner:
            _extend(reading, bound, bound.owner[i], i - 1)


def _extend(reading: Reading, bound: Bound, draft: Draft, i: int) -> None:
    """Quotation `i` as more of `draft`'s words or, where those were not a quotation, as a statement of its own."""
    quote = reading.quotes[i]
    span = (quote.inner_start, quote.inner_end)
    if draft.direct:
        draft.content = merge([*draft.content, span])
    else:
        draft = replace(draft, rule="quote:carried", content=[span], direct=True, kind="speech", denial=False)
        bound.drafts.append(draft)
    bound.owner[i] = draft
