"""Quotations bound to the cue that introduces or follows them, by the conventions of news.

A quotation belongs to the cue that stands next to it: before it (`X said: "…"`), after it (`"…," said X`), or between
two parts. Where it has no cue of its own it goes on with the speaker before only where convention makes that sure: the
next quotation after a closing tag, a paragraph that is opened again, a paragraph that is nothing but a quotation, a
quotation straight after a sentence with one speaker.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Token

from verbale.extract.attribution.draft import Chars, Draft, Reading
from verbale.extract.attribution.grammar import noun_phrase, verb_group
from verbale.extract.attribution.quotes import Quote, paragraphs
from verbale.extract.attribution.verbs import frames_of, source_of

# How many tokens may stand between a cue and the quotation that it introduces ("told reporters in Vienna on Friday:").
BETWEEN = 25
_SENTENCE_END = re.compile(r"[.?!…][)\]]?\s+(?=[A-Z“\"‘'(])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon|No|vs|Jan|Feb|Aug|"
    r"Sept|Oct|Nov|Dec|U\.S|U\.N|D\.C|a\.m|p\.m))\.\s+$"
)
_TAG_GAP = re.compile(r"^[\s,;—–-]*(?:(?:and|but|then|as|so)\b[\s,]*)?$", re.IGNORECASE)


def bind_quotes(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """`drafts` with every quotation bound that has a sure owner: content of the draft of its cue, or a new draft."""
    binder = _Binder(reading, drafts)
    binder.bind_to_cues()
    binder.carry_over()
    return binder.drafts


class _Binder:
    """Which quotation belongs to which draft, while it is being found."""

    def __init__(self, reading: Reading, drafts: list[Draft]) -> None:
        self.reading = reading
        self.drafts = list(drafts)
        self.by_cue = {draft.cue_token: draft for draft in drafts}
        self.owner: dict[int, Draft] = {}
        self.sourced: list[Draft] = []
        self.cue_starts: list[int] = []
        self.utterance = [is_utterance(reading.text, quote) for quote in reading.quotes]
        self.first_token = self._first_tokens()

    def _first_tokens(self) -> list[int]:
        """For every quotation, the index of the first token after it."""
        doc, at, found = self.reading.doc, 0, []
        for quote in self.reading.quotes:
            while at < len(doc) and doc[at].idx < quote.end:
                at += 1
            found.append(at)
        return found

    def bind_to_cues(self) -> None:
        doc, quotes = self.reading.doc, self.reading.quotes
        if not quotes:
            return
        following = 0
        for token in doc:
            while following < len(quotes) and quotes[following].start <= token.idx:
                following += 1
            if token.pos_ not in ("VERB", "AUX", "NOUN") or self.reading.quoted[token.i] >= 0:
                continue
            near = following < len(quotes) and quotes[following].start - token.idx < 250
            if not near and (following == 0 or token.idx - quotes[following - 1].end > 400):
                continue
            frames = frames_of(self.reading, token)
            if "q" not in frames:
                continue
            self._bind_cue(token, following)

    def _bind_cue(self, verb: Token, following: int) -> None:
        quotes = self.reading.quotes
        bound: list[int] = []
        before, after = following - 1, following
        source = source_of(self.reading, verb)
        if before >= 0 and before not in self.owner and self._follows(verb, source, before):
            bound.append(before)
        if after < len(quotes) and self._introduces(verb, source, after, bool(bound)):
            bound.append(after)
        if not bound:
            return
        draft = self.by_cue.get(verb.i)
        if source is None and draft is None:
            return
        spans = [(quotes[i].inner_start, quotes[i].inner_end) for i in bound]
        if draft is not None and self._wider(draft, bound):
            for i in bound:
                self.owner[i] = draft
            draft.content = merge(draft.content + spans)
            return
        made = self._draft(verb, source, spans)
        if draft is not None:
            self.drafts[self.drafts.index(draft)] = made
        else:
            self.drafts.append(made)
        self.by_cue[verb.i] = made
        for i in bound:
            self.owner[i] = made

    def _draft(self, verb: Token, source: Token | None, spans: list[Chars]) -> Draft:
        start, end = verb_group(verb)
        if end < len(verb.doc) and verb.doc[end].text == ":":
            end += 1
        return Draft(
            rule="quote",
            kind="speech",
            cue_token=verb.i,
            cue=self.reading.chars(start, end),
            source=noun_phrase(source, outside=range(start, end)) if source is not None else None,
            source_head=source.i if source is not None else None,
            content=spans,
            direct=True,
        )

    def _wider(self, draft: Draft, bound: list[int]) -> bool:
        """Whether the clause of `draft` holds more words outside the bound quotations than an introduction would."""
        quotes = [self.reading.quotes[i] for i in bound]
        outside = 0
        for start, end in draft.content:
            text = self.reading.text[start:end]
            for quote in quotes:
                if quote.start < end and start < quote.end:
                    text = text.replace(self.reading.text[max(start, quote.start) : min(end, quote.end)], " ")
            outside += len(re.findall(r"\w+", text))
        overlaps = any(quote.start < end and start < quote.end for start, end in draft.content for quote in quotes)
        return overlaps and outside >= 2 and not all(self.utterance[i] for i in bound)

    def _follows(self, verb: Token, source: Token | None, before: int) -> bool:
        """Whether the clause of `verb` is the tag of the quotation that ends before it."""
        quote, text, doc = self.reading.quotes[before], self.reading.text, self.reading.doc
        inner = text[quote.inner_start : quote.inner_end].rstrip()
        first = min(verb_group(verb)[0], noun_phrase(source)[0] if source is not None and source.i < verb.i else verb.i)
        if first < self.first_token[before] or first - self.first_token[before] > 6:
            return False
        gap = text[quote.end : doc[first].idx]
        words = [t for t in doc[self.first_token[before] : first] if not t.is_punct and not t.is_space]
        if len(words) > 2 or any(t.pos_ in ("VERB", "AUX", "NOUN", "PROPN") for t in words) or "\n" in gap.strip(" "):
            return False
        if source is not None and source.i > verb.i and source.i - verb.i > 12:
            return False
        if inner[-1:] in ",?!—–-…" or gap.lstrip()[:1] == ",":
            return True
        if inner[-1:] in ".":
            return bool(re.match(r"^\s*[,]|^\s+[a-z]", text[quote.end : quote.end + 3]))
        return self.utterance[before] or self._starts_sentence(quote)

    def _introduces(self, verb: Token, source: Token | None, after: int, tagged: bool) -> bool:
        """Whether `verb` introduces the quotation that starts after it."""
        if after in self.owner:
            return False
        quote, text, doc = self.reading.quotes[after], self.reading.text, self.reading.doc
        end = verb_group(verb)[1]
        between = text[verb.idx + len(verb) : quote.start]
        last = doc[end - 1]
        between = text[last.idx + len(last) : quote.start]
        if len(between) > 250:
            return False
        parted = sentence_end(between)
        if tagged:
            # "…," she said. "…" and "…," she said, "…": the same utterance where nothing but the tag stands between
            return (
                self.utterance[after]
                and (parted is None or not between[parted:].strip())
                and (parted is not None or between.rstrip()[-1:] in ",;:—–-" or len(between.split()) < 8)
                and quote.paragraph == self.reading.quotes[after - 1].paragraph
            )
        if parted is not None:
            return between.rstrip().endswith(":") and "\n" in between and between.count("\n\n") == 1
        tokens = [t for t in doc[end:][:BETWEEN] if t.idx < quote.start and not t.is_punct and not t.is_space]
        verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("acl", "relcl", "amod", "compound")]
        if between.rstrip().endswith(":"):
            return True
        if verbs or len(tokens) >= BETWEEN:
            return False
        if not self.utterance[after]:
            return not tokens and self._ends_clause(quote)
        return (
            between.rstrip()[-1:] in ",;—–"
            or not tokens
            or all(
                t.dep_
                in (
                    "npadvmod",
                    "advmod",
                    "prep",
                    "pobj",
                    "det",
                    "compound",
                    "amod",
                    "mark",
                    "dative",
                    "dobj",
                    "nsubj",
                    "poss",
                    "appos",
                    "nummod",
                )
                for t in tokens
            )
        )

    def _starts_sentence(self, quote: Quote) -> bool:
        before = self.reading.text[max(0, quote.start - 3) : quote.start].rstrip()
        return before == "" or before[-1] in '.?!\n”"'

    def _ends_clause(self, quote: Quote) -> bool:
        following = self.reading.text[quote.end : quote.end + 2]
        return following.strip()[:1] in ("", ".", ",", ";")

    def carry_over(self) -> None:
        """Quotations that go on with the speaker before, where convention makes that sure."""
        quotes = self.reading.quotes
        self._join_reopened()
        self.sourced = sorted(
            (d for d in self.drafts if d.cue and d.source_head is not None), key=lambda d: d.cue or (0, 0)
        )
        self.cue_starts = [draft.cue[0] for draft in self.sourced if draft.cue]
        spans = paragraphs(self.reading.text)
        for i in range(len(quotes)):
            if i in self.owner or not self.utterance[i]:
                continue
            draft = self._same_paragraph(i) or self._quote_paragraph(i, spans)
            if draft is not None:
                self._extend(draft, i)
        self._join_reopened()

    def _join_reopened(self) -> None:
        quotes = self.reading.quotes
        for i in range(1, len(quotes)):
            if quotes[i].continues and quotes[i - 1].goes_on and i - 1 in self.owner and i not in self.owner:
                self._extend(self.owner[i - 1], i)
        for i in range(len(quotes) - 1, 0, -1):
            if quotes[i].continues and quotes[i - 1].goes_on and i in self.owner and i - 1 not in self.owner:
                self._extend(self.owner[i], i - 1)

    def _extend(self, draft: Draft, i: int) -> None:
        quote = self.reading.quotes[i]
        span = (quote.inner_start, quote.inner_end)
        if draft.direct:
            draft.content = merge([*draft.content, span])
            self.owner[i] = draft
            return
        made = replace(draft, rule="quote:carried", content=[span], direct=True, kind="speech", denial=False)
        self.drafts.append(made)
        self.owner[i] = made

    def _same_paragraph(self, i: int) -> Draft | None:
        """The draft before quotation `i` in its paragraph, where only the rest of that draft's sentence is between."""
        quote, text = self.reading.quotes[i], self.reading.text
        if i and i - 1 in self.owner and self.reading.quotes[i - 1].paragraph == quote.paragraph:
            between = text[self.reading.quotes[i - 1].end : quote.start]
            if not between.strip(" .,;"):
                return self.owner[i - 1]
        if not self._starts_sentence(quote):
            return None
        last = self._last_draft(quote.start)
        if last is None or last.cue is None or last.source_head is None or last.kind != "speech":
            return None
        reached = max(last.cue[1], *(end for _, end in last.content))
        between = text[min(reached, quote.start) : quote.start]
        if "\n" in between.strip() or "\n\n" in between:
            return None
        end = sentence_end(between)
        return last if end is not None and not between[end:].strip() else None

    def _quote_paragraph(self, i: int, spans: list[tuple[int, int]]) -> Draft | None:
        """The speaker of the paragraph before, where quotation `i` is a whole paragraph."""
        quote, text = self.reading.quotes[i], self.reading.text
        start, end = spans[quote.paragraph]
        if quote.paragraph == 0 or text[start : quote.start].strip() or text[quote.end : end].strip(" .,\n"):
            return None
        before = spans[quote.paragraph - 1]
        last = self._last_draft(start)
        if last is None or last.cue is None or last.source_head is None or last.kind != "speech":
            return None
        starts = [last.cue[0], *(first for first, _ in last.content)]
        return last if any(before[0] <= first < before[1] for first in starts) else None

    def _last_draft(self, position: int) -> Draft | None:
        """The sourced draft whose cue is the last one before `position`."""
        at = bisect_left(self.cue_starts, position) - 1
        return self.sourced[at] if at >= 0 else None


def is_utterance(text: str, quote: Quote) -> bool:
    """Whether a quotation can stand as words said, not as a term, a title or a phrase in the reporter's sentence."""
    inner = text[quote.inner_start : quote.inner_end].strip()
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", inner)
    if not words:
        return False
    if inner[-1] in ",.?!—…-" or quote.goes_on or quote.continues:
        return inner[0].isupper() or inner[0] in "([…." or not inner[0].isalpha() or len(words) >= 3
    return len(words) >= 5 and inner[0].isupper()


def sentence_end(text: str) -> int | None:
    """Where the first sentence end in `text` lies (the offset after it), or None; abbreviations are no ends."""
    stripped = text.rstrip()
    for match in _SENTENCE_END.finditer(text + ("“" if text != stripped else "")):
        if not _ABBREVIATION.search(text[: match.end()]):
            return match.end()
    return len(text) if stripped.endswith((".", "?", "!")) and not _ABBREVIATION.search(stripped + " ") else None


def merge(spans: list[Chars]) -> list[Chars]:
    """`spans` in order, with those joined that touch or overlap."""
    found: list[Chars] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
