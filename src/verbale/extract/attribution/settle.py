"""From what single rules found to a consistent set: whole quotations, no doubles, nested attributions kept only where
somebody is reported to have reported."""

import re
from bisect import bisect_right

from verbale.extract.attribution.draft import Chars, Draft, Reading, merge

_JOINED = re.compile(r",? (?:and|or|but) ")
# What is kept inside another attribution: words that somebody is reported to have reported, by these rules.
_JUDGING = ("verb:call", "verb:as")
# How many words what somebody calls a thing has at least, to be words said and not a name.
_SAID = 3
_NESTING = ("verb:that", "quote", "phrase", "noun:that")


def settle(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """`drafts` in order of the text: quotations that a clause cuts are made whole, content that is nothing but one
    quotation becomes direct, and of drafts within another's content only reported speech stays, marked as nested."""
    whole = [_with_whole_quotes(reading, draft) for draft in drafts]
    whole = [draft for draft in whole if draft.content]
    whole.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1]))
    kept = _without_colons(reading, _without_doubles(_without_carriers(whole)))
    _leave_out_phrases(reading, kept)
    _leave_to_tags(reading, kept)
    for draft in kept:
        draft.content = [(start, end) for start, end in draft.content if end > start]
    kept = [draft for draft in kept if draft.content]
    held = _holders(kept)
    settled = []
    for draft, holder in zip(kept, held, strict=True):
        if holder is not None:
            if draft.kind != "speech" or draft.source_head is None or not draft.rule.startswith(_NESTING):
                continue
            draft.parent = holder if holder.parent is not draft else None
        settled.append(draft)
    chosen = {id(draft) for draft in settled}
    for draft in settled:
        while draft.parent is not None and id(draft.parent) not in chosen:
            draft.parent = draft.parent.parent  # its holder was left out
    return settled


def _with_whole_quotes(reading: Reading, draft: Draft) -> Draft:
    if draft.direct:
        return draft
    content: list[Chars] = []
    only_quote: Chars | None = None
    for start, end in draft.content:
        for i in _quotes_in(reading, start, end):
            quote = reading.quotes[i]
            inner = reading.text[quote.inner_start : quote.inner_end]
            outside = reading.text[start : max(start, quote.start)] + reading.text[min(end, quote.end) : end]
            covered = reading.text[max(start, quote.inner_start) : min(end, quote.inner_end)]
            if not any(char.isalnum() for char in outside) and 2 * len(covered) > len(inner.strip()):
                only_quote = (quote.inner_start, quote.inner_end)
            if quote.end - quote.start < 2000:
                start, end = min(start, quote.start), _and_quote(reading, max(end, quote.end))
        content.append((start, end))
    if len(content) == 1 and only_quote is not None and not draft.rule.startswith("verb:call"):
        draft.content, draft.direct = [only_quote], True
        return draft
    judged = _judged(reading, draft, content)
    if judged is not None:
        draft.content, draft.direct = [judged], True
        return draft
    draft.content = merge(content)
    draft.quoting = any(_quotes_in(reading, *span) for span in draft.content)
    return draft


def _judged(reading: Reading, draft: Draft, content: list[Chars]) -> Chars | None:
    """The quotation that alone says what somebody calls a thing ("described the draft as “a door on a wall”"): it is
    what he said, the thing is what he spoke of. None for a word or two, which are a name."""
    if not draft.rule.startswith(_JUDGING) or draft.kind != "speech" or not content:
        return None
    start, end = content[-1]
    quotes = _quotes_in(reading, start, end)
    quote = reading.quotes[quotes[0]] if len(quotes) == 1 else None
    if quote is None or quote.start < start or any(char.isalnum() for char in reading.text[quote.end : end]):
        return None
    words = reading.text[quote.inner_start : quote.inner_end].split()
    return (quote.inner_start, quote.inner_end) if len(words) >= _SAID else None


def _and_quote(reading: Reading, end: int) -> int:
    """`end`, or the end of a quotation joined by "and" to one that ends there ("a “loser” and “a con”")."""
    joined = _JOINED.match(reading.text, end)
    found = _quotes_in(reading, joined.end(), joined.end() + 1) if joined is not None else []
    quote = reading.quotes[found[0]] if found else None
    return quote.end if joined is not None and quote is not None and quote.start == joined.end() else end


def _leave_out_phrases(reading: Reading, drafts: list[Draft]) -> None:
    """Cut "…, according to Y" off what X says in "X says …, according to Y": Y reports that X says so."""
    phrases = [draft for draft in drafts if draft.rule.startswith("phrase") and draft.cue is not None and draft.content]
    at = 0
    for draft in sorted((d for d in drafts if d.cue is not None and not d.direct), key=lambda d: d.cue or (0, 0)):
        cue = draft.cue or (0, 0)
        while at < len(phrases) and phrases[at].content[-1][1] < cue[0]:
            at += 1
        for phrase in phrases[at : at + 3]:
            first = (phrase.cue or (0, 0))[0]
            start, end = draft.content[-1]
            inside = any(held <= cue[0] and cue[1] <= last for held, last in phrase.content)
            if phrase is draft or not inside or not start <= first < end or phrase.source is None:
                continue
            last = reading.doc[phrase.source[1] - 1]
            edges = (start, first) if first - start > 3 else (last.idx + len(last), end)
            draft.content[-1] = _bare(reading.text, *edges)


def _leave_to_tags(reading: Reading, drafts: list[Draft]) -> None:
    """Cut off what "According to X, …" holds the clause after a semicolon that a tag of its own reports: "According to
    X, A; B, the official said"."""
    phrases = [draft for draft in drafts if draft.rule.startswith("phrase") and not draft.direct]
    tags = [draft for draft in drafts if draft.rule.startswith("verb:that") and draft.cue and draft.content]
    for phrase in phrases:
        start, end = phrase.content[-1]
        for tag in tags:
            first = tag.content[0][0]
            before = reading.text[start:first].rstrip()
            if start < first < (tag.cue or (0, 0))[0] < end and before.endswith(";"):
                phrase.content[-1] = _bare(reading.text, start, start + len(before) - 1)
                break


def _bare(text: str, start: int, end: int) -> Chars:
    """`start:end` without white space, commas and dashes at its ends."""
    while start < end - 1 and text[start] in " ,—–-\n":
        start += 1
    while end > start + 1 and text[end - 1] in " ,—–-\n":
        end -= 1
    return start, end


def _quotes_in(reading: Reading, start: int, end: int) -> list[int]:
    """The indices of the quotations that share characters with `start:end`."""
    low, high = 0, len(reading.quotes)
    while low < high:
        middle = (low + high) // 2
        if reading.quotes[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(reading.quotes) and reading.quotes[low].start < end:
        found.append(low)
        low += 1
    return found


def _without_carriers(drafts: list[Draft]) -> list[Draft]:
    """`drafts` without those of verbs that are part of a noun's cue: "voiced hope that …" is one attribution."""
    nouns = {draft.cue for draft in drafts if draft.rule.startswith("noun") and draft.cue is not None}
    starts = dict(nouns)
    return [
        draft
        for draft in drafts
        if not (draft.rule == "verb:np" and draft.cue is not None and starts.get(draft.cue[0], -1) > draft.cue[1])
    ]


def _without_colons(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """`drafts` without those whose content is a clause after a colon that a tag of its own reports ("They replied with
    a shrug: they could study it, their envoy said"), and those of a verb for a quotation that a label introduces."""
    labelled = {draft.content[0] for draft in drafts if draft.rule == "colon"}
    tags = {draft.content[0][0]: draft for draft in drafts if draft.cue and draft.content[0][0] < draft.cue[0]}
    kept = []
    for draft in drafts:
        start, cue = draft.content[0][0], draft.cue
        tag = tags.get(start)
        after = cue is not None and cue[1] <= start and ":" in reading.text[cue[1] : start]
        if draft.rule.startswith("verb") and draft.direct and draft.content[0] in labelled:
            continue
        if not (after and tag is not None and tag is not draft and draft.rule.startswith("verb")):
            kept.append(draft)
    return kept


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for each cue and content; where two rules found the same cue, the one with more content."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (
            draft.cue_token,
            draft.cue_token is None and draft.cue,
            draft.rule == "quote:carried" and draft.content[0],
        )
        held = best.get(key)
        if held is None or _size(draft) > _size(held):
            best[key] = draft
    words: dict[tuple[object, ...], Draft] = {}
    for draft in best.values():
        if draft.direct:
            held = words.setdefault((*draft.content, draft.source_head), draft)
            if (held.cue or (0, 0)) < (draft.cue or (0, 0)):
                words[(*draft.content, draft.source_head)] = draft  # "responded by asking: “…”"
    last = set(map(id, words.values()))
    chosen = {id(draft) for draft in best.values() if not draft.direct or id(draft) in last}
    return [draft for draft in drafts if id(draft) in chosen]


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _holders(drafts: list[Draft]) -> list[Draft | None]:
    """For each draft (in order of the start of its content) another one whose content holds its cue, or None."""
    spans = sorted(((start, end, i) for i, draft in enumerate(drafts) for start, end in draft.content))
    starts = [span[0] for span in spans]
    reach: list[tuple[int, int]] = []
    for _, end, i in spans:
        reach.append((end, i) if not reach or end > reach[-1][0] else reach[-1])
    found: list[Draft | None] = []
    for i, draft in enumerate(drafts):
        holder = None
        if draft.cue is not None:
            at = bisect_right(starts, draft.cue[0]) - 1
            # content spans nest; those that start latest hold the cue most closely
            for k in range(at, max(-1, at - 12), -1):
                if spans[k][1] >= draft.cue[1] and spans[k][2] != i and not _same_utterance(drafts[spans[k][2]], draft):
                    holder = drafts[spans[k][2]]
                    break
        found.append(holder)
    return found


def _same_utterance(one: Draft, other: Draft) -> bool:
    return one.cue == other.cue
