"""Quotations without a cue of their own: whose words they are, where the conventions of news make that sure.

Sure are: a quotation that the next paragraph opens again (one speaker); one straight after another of the same
paragraph, or after a sentence there that reports speech, where nobody else speaks in between; and a paragraph that is
nothing but a quotation after one in which somebody spoke.
"""

from bisect import bisect_left
from dataclasses import replace

from verbale.extract.attribution.draft import Draft, Reading, merge
from verbale.extract.attribution.grammar import noun_phrase, verb_group
from verbale.extract.attribution.quoted import Bound
from verbale.extract.attribution.quotes import Quote, paragraphs
from verbale.extract.attribution.utterances import is_utterance, starts_sentence
from verbale.language.parse import Token

# How deep below the root of a sentence its clause before a colon is looked for.
_STEPS = 3


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
        introduced = _after_colon(reading, quote)
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


def _after_colon(reading: Reading, quote: Quote) -> Draft | None:
    """A quotation after a sentence that ends in a colon: the words of who that sentence is about, a person or body
    ("The envoy was in no mood to wait: “…”")."""
    text, doc = reading.text, reading.doc
    before = text[max(0, quote.start - 6) : quote.start].rstrip()
    if not before.endswith(":"):
        return None
    colon = quote.start - 6 + len(before) - 1 if quote.start >= 6 else len(before) - 1
    span = doc.char_span(colon, colon + 1, alignment_mode="expand")
    if span is None:
        return None
    root = _main_verb(span.sent.root, span.start)
    if root is None:
        return None
    heads = [child for child in root.children if child.dep_ == "nsubj" and child.i < span.start]
    speaker, cue = (heads[0], verb_group(root)) if heads else (None, (0, 0))
    owner = next((child for child in heads[0].children if child.dep_ == "poss"), None) if heads else None
    if owner is not None and reading.cues.nouns.get(heads[0].lemma_.lower(), {}).get("is") == "speech":
        speaker, cue = owner, (heads[0].i, heads[0].i + 1)  # "Her answer was shorter: “No.”"
    if (
        speaker is None
        or reading.quoted[root.i] >= 0
        or reading.kind_of(speaker) != "person"
        or reading.quoted[speaker.i] >= 0
    ):
        return None
    if speaker.lower_ in ("i", "we", "you", "my", "our", "your"):
        return None
    return Draft(
        rule="quote:colon",
        kind="speech",
        cue_token=root.i,
        cue=reading.chars(*cue),
        source=noun_phrase(speaker),
        source_head=speaker.i,
        content=[(quote.inner_start, quote.inner_end)],
        direct=True,
    )


def _main_verb(root: Token, end: int) -> Token | None:
    """The verb of the clause before token `end`, where the parse may have put the words after the colon on top."""
    for _ in range(_STEPS):
        if root.i < end:
            return root
        below = [child for child in root.children if child.i < end and child.pos_ in ("VERB", "AUX")]
        if not below:
            return None
        root = below[-1]
    return None


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
