"""Quotations bound to the cue that stands next to them: before it (`X said: "…"`), after it (`"…," said X`), or between
two parts. A quotation that is but a part of the reporter's sentence is taken with the sentence around it."""

import re
from dataclasses import dataclass, field

from verbale.extract.attribution.cuespans import cue_span, manner_end
from verbale.extract.attribution.draft import Chars, Draft, Reading, merge
from verbale.extract.attribution.extents import finite, judges, says_too
from verbale.extract.attribution.grammar import noun_phrase, verb_group
from verbale.extract.attribution.introduced import said_after_colon
from verbale.extract.attribution.sources import frames_of, quoting_outlet, source_of
from verbale.extract.attribution.tags import CIRCUMSTANCE, bare_cue, clause_after, says_it_again, tag_content
from verbale.extract.attribution.utterances import ends_clause, is_title, is_utterance, starts_sentence
from verbale.language.parse import Doc, Token

# How many tokens, and characters, may stand between a cue and the quotation that it introduces ("told reporters in
# Vienna on Friday:"), and between a quotation and the cue of its tag.
BETWEEN = 25
REACH = 250
_TAG_REACH = 400
_TAG_WORDS = 6
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_REST = re.compile(r"(?! (?:and|but|while|as)\b)(?: [^\W_][^\s,;:.—“”\"]*)+(?=[,;:.—]|$)")
_CONNECTIVES = frozenset("but and so then yet or still also now well".split())  # noqa: SIM905


@dataclass(slots=True)
class Bound:
    """Which draft each quotation belongs to, by its index in `Reading.quotes`."""

    drafts: list[Draft]
    owner: dict[int, Draft] = field(default_factory=dict)


def bind_quotes(reading: Reading, drafts: list[Draft]) -> Bound:
    """`drafts` with every quotation bound that stands next to a cue: content of that cue's draft, or of a new one."""
    bound = Bound(list(drafts))
    by_cue = {draft.cue_token: draft for draft in drafts}
    firsts = _first_tokens(reading)
    following = 0
    for token in reading.doc:
        while following < len(reading.quotes) and reading.quotes[following].start <= token.idx:
            following += 1
        if token.pos_ not in ("VERB", "AUX") or reading.quoted[token.i] >= 0 or not reading.quotes:
            continue
        near_next = following < len(reading.quotes) and reading.quotes[following].start - token.idx < REACH
        near_last = following > 0 and token.idx - reading.quotes[following - 1].end < _TAG_REACH
        if (near_next or near_last) and "q" in frames_of(reading, token):
            _bind(reading, bound, by_cue, firsts, token, following)
    return bound


def _has_own_tag(reading: Reading, verb: Token, first: int, quote: int) -> bool:
    """Whether another cue than `verb` stands in a tag right after a quotation ("“A,” said X. “B,” he added.")."""
    for token in reading.doc[first : first + BETWEEN]:
        if token.is_sent_start and token.i > first + 1 and reading.doc[token.i - 1].text == ".":
            return False
        if (
            token.pos_ != "VERB"
            or token == verb
            or reading.quoted[token.i] >= 0
            or "q" not in frames_of(reading, token)
        ):
            continue
        return _follows(reading, token, source_of(reading, token), first, quote)
    return False


def _first_tokens(reading: Reading) -> list[int]:
    """For every quotation, the index of the first token after it."""
    at, found = 0, []
    for quote in reading.quotes:
        while at < len(reading.doc) and reading.doc[at].idx < quote.end:
            at += 1
        found.append(at)
    return found


def _bind(
    reading: Reading,
    bound: Bound,
    by_cue: dict[int | None, Draft],
    firsts: list[int],
    verb: Token,
    following: int,
) -> None:
    source = source_of(reading, verb)
    if says_it_again(verb):
        return
    if source is not None and reading.quoted[source.i] >= 0:
        source = None
    draft = by_cue.get(verb.i)
    before, after = following - 1, following
    if source is None and before >= 0 and before not in bound.owner:
        source = _beside(reading, verb, firsts[before])
    if source is None and draft is None:
        return
    spans: list[Chars] = []
    direct = True
    found: list[int] = []
    if before >= 0 and before not in bound.owner and _follows(reading, verb, source, firsts[before], before):
        found.append(before)
        lead = _lead(reading, before)
        direct = lead is None
        quote = reading.quotes[before]
        spans.append((quote.inner_start, quote.inner_end) if lead is None else (lead, quote.end))
    if after < len(reading.quotes) and after not in bound.owner:
        opening = _introduces(reading, verb, after, bool(found))
        if opening is not None and found and _has_own_tag(reading, verb, firsts[after], after):
            opening = None
        if opening is not None:
            found.append(after)
            quote = reading.quotes[after]
            part = quote.inner_start == opening
            direct = direct and part
            spans.append((opening, quote.inner_end if part else _clause_end(reading.text, quote.end)))
            alone = before in found or verb.tag_ == "VBG"  # ", adding that “…”" has nothing before it
            left = None if alone else tag_content(reading, verb, source)
            if left is not None and finite(reading, left):
                spans.insert(0, reading.chars(*reading.trimmed(*left)))
                direct = False
    if not found:
        return
    if draft is not None and _holds(reading, draft, found):
        draft.content = merge(draft.content + [span for span in spans if not _within(span, draft.content)])
    else:
        made = _draft(reading, verb, source, spans, direct)
        if draft is not None:
            bound.drafts[bound.drafts.index(draft)] = made
            made.denial = draft.denial
        else:
            bound.drafts.append(made)
        by_cue[verb.i] = draft = made
    bound.owner.update(dict.fromkeys(found, draft))


def _beside(reading: Reading, verb: Token, first: int) -> Token | None:
    """The noun phrase right after a verb of saying, or between it and the quotation before it, whose last token is
    `first` - 1: who speaks in a tag that the parse did not see through."""
    doc = reading.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i - first > BETWEEN:
        return None
    while first < verb.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    after = verb.i + 1
    at = after if verb.i - first <= 1 and after < len(doc) else first
    if not first <= at < len(doc) or at == verb.i or reading.quoted[at] >= 0:
        return None
    token = doc[at]
    for _ in range(_TAG_WORDS):
        if token.dep_ not in ("compound", "det", "amod", "poss", "nmod", "nummod", "case") or token.head == token:
            break
        token = token.head
    fits = token.pos_ in ("NOUN", "PROPN") or token.tag_ == "PRP" or (token.tag_ == "CD" and token.n_rights > 0)
    return token if fits and reading.kind_of(token) == "person" and reading.quoted[token.i] < 0 else None


def _draft(reading: Reading, verb: Token, source: Token | None, spans: list[Chars], direct: bool) -> Draft:
    start, end = cue_span(reading, verb, source, verb_group(verb)[1], says=True)
    end = manner_end(reading, verb, end)
    if end < len(verb.doc) and verb.doc[end].text == ":":
        end += 1
    return Draft(
        rule="quote" if direct else "quote:part",
        kind="speech",
        cue_token=verb.i,
        cue=reading.chars(start, end),
        source=noun_phrase(source, outside=range(start, end)) if source is not None else None,
        source_head=source.i if source is not None else None,
        content=spans,
        direct=direct,
    )


def _within(span: Chars, content: list[Chars]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)


def _holds(reading: Reading, draft: Draft, found: list[int]) -> bool:
    """Whether the clause of `draft` says something of its own beside the quotations `found` that belong to it."""
    outside = 0
    touches = False
    if draft.cue is not None and all(reading.quotes[i].end <= draft.cue[0] for i in found):
        first = reading.quotes[found[0]]
        if reading.text[max(0, first.start - 3) : first.start].rstrip().endswith(":"):
            return False  # "Caracas wants its gold: “…,” the minister said": only what is quoted is his
    for start, end in draft.content:
        text = reading.text[start:end]
        for i in found:
            quote = reading.quotes[i]
            if quote.start <= end + 2 and start < quote.end:
                touches = True
                text = text.replace(reading.text[max(start, quote.start) : min(end, quote.end)], " ")
        outside += len(_WORD.findall(text))
    lead = any(start < reading.quotes[i].start - 1 for start, _ in draft.content for i in found)
    return touches and outside >= 2 and (lead or not all(is_utterance(reading.text, reading.quotes[i]) for i in found))


def _follows(reading: Reading, verb: Token, source: Token | None, first_after: int, before: int) -> bool:
    """Whether the clause of `verb` is the tag of the quotation that ends before it."""
    quote, text, doc = reading.quotes[before], reading.text, reading.doc
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    first = verb_group(verb)[0]
    if source is not None and source.i < verb.i:
        first = min(first, noun_phrase(source)[0])
    outlet = quoting_outlet(verb)
    if outlet is not None:
        first = min(first, noun_phrase(outlet)[0])
    if first < first_after or first - first_after > _TAG_WORDS:
        return False
    gap = text[quote.end : doc[first].idx]
    words = [token for token in doc[first_after:first] if not token.is_punct and not token.is_space]
    if len(words) > 2 or any(token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") for token in words) or "\n" in gap:
        return False
    if source is not None and source.i - verb.i > 12:
        return False
    if verb.dep_ in ("acl", "relcl", "amod") or is_title(text, quote):
        return False
    if inner[-1:] in ",?!—–-…" or gap.lstrip()[:1] == ",":
        return True
    if inner[-1:] == ".":
        tag = gap[:1] == "," or text[quote.end : quote.end + 2].strip()[:1].islower()
        if tag or source is None or frames_of(reading, verb).get("that") != "speech":
            return tag
        return reading.kind_of(source) == "person" and _bare_tag(doc, verb, first_after)
    return is_utterance(text, quote) or starts_sentence(reading, quote)


def _bare_tag(doc: Doc, verb: Token, first: int) -> bool:
    """Whether a sentence from token `first` on is nothing but a tag ("The envoy said.")."""
    end = verb_group(verb)[1]
    closed = end >= len(doc) or doc[end].text == "." or doc[end].is_space
    return (
        closed and verb.i - first <= _TAG_WORDS and all(token.dep_ not in ("dobj", "ccomp") for token in verb.children)
    )


def _lead(reading: Reading, i: int) -> int | None:
    """Where the sentence starts that quotation `i` is only a part of ("The deal “will hold,” she said"), or None."""
    quote = reading.quotes[i]
    start = reading.sentences.start(quote.start)
    if i and reading.quotes[i - 1].end > start:
        return None
    words = _WORD.findall(reading.text[start : quote.start])
    if len(words) < 2 and not (words and words[0].lower() not in _CONNECTIVES):
        return None
    if reading.text[start : quote.start].rstrip()[-1:] in ":":
        return None
    doc = reading.doc
    span = doc.char_span(start, quote.start, alignment_mode="contract")
    if span is None or any("q" in frames_of(reading, token) for token in span if token.pos_ == "VERB"):
        return None
    return start


def _introduces(reading: Reading, verb: Token, after: int, tagged: bool) -> int | None:
    """Where the content starts that `verb` introduces and that ends with quotation `after`: with the words in the marks
    or, where they complete a clause of the reporter's, with that clause. None where `verb` does not introduce it.

    With `tagged`, `verb` has a quotation before it already: `"…," she said. "…"` and `"…," she said, "…"`.
    """
    quote, text, doc = reading.quotes[after], reading.text, reading.doc
    end = verb_group(verb)[1]
    first, stop = doc[end - 1].idx + len(doc[end - 1]), quote.start
    between = text[first:stop]
    if len(between) > REACH or "\n\n" in between.rstrip():
        return None
    utterance = is_utterance(text, quote)
    parted = reading.sentences.parted(first, stop)
    if any(token.text == ";" for token in doc[end : reading.quoted_from(after)]):
        return None  # "They demanded a truce; it will come “in time”"
    if tagged:
        between_cues = doc[end : reading.quoted_from(after)]
        if any(t.tag_ == "VBG" and t.dep_ == "advcl" and "q" in frames_of(reading, t) for t in between_cues):
            return None  # "“…,” he told us, adding: “…”"
        split = (
            not parted
            and between.rstrip()[-1:] == ","
            and (ends_clause(text, quote) or text[quote.inner_end - 1] in ".?!…")
        )
        if quote.paragraph != reading.quotes[after - 1].paragraph or not (utterance or split):
            return None
        opening = None if parted else clause_after(reading, end, after)
        if opening is not None:
            return opening
        whole = reading.sentences.start(stop) >= stop - 1
        joined = not parted and (between.rstrip()[-1:] in ",;:—–-" or len(between.split()) < 8)
        return quote.inner_start if (parted and whole and _one_sentence(reading, first, stop)) or joined else None
    colon = between.rstrip().endswith(":")
    if colon and {"as", "auxpass"} <= {c.lower_ if c.dep_ in ("mark", "advmod") else c.dep_ for c in verb.lefts}:
        return None  # "Juncker did as he was asked: “…”"
    if colon and parted and said_after_colon(reading, quote) is not None:
        return None  # "He did not mention the price. A diplomat was less discreet: “…”"
    if parted and not colon:
        bare = utterance and bare_cue(reading, verb, after) and not _has_own_tag(reading, verb, *_past(reading, after))
        return quote.inner_start if bare else None
    if any(says_too(reading, verb, token) for token in doc[end : reading.quoted_from(after)] if token.dep_ == "conj"):
        return None  # "He said that …, and the envoy said that it was “lost”"
    nearest = next((t for t in reversed(doc[end : reading.quoted_from(after)]) if t.pos_ == "VERB"), None)
    if nearest is not None and nearest.dep_ in ("relcl", "acl") and judges(reading, nearest):
        return None  # "… said he would leave, a step that the envoy called “sad”"
    tokens = [token for token in doc[end : end + BETWEEN + 10] if token.idx < stop and token.text.strip(",:;—–- \n")]
    tokens = [token for token in tokens if not token.is_space and not token.is_punct]
    subjects = [token for token in tokens if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head != verb]
    if any(token.dep_ == "ROOT" and "q" in frames_of(reading, token) for token in tokens) and subjects:
        return None  # "Asked about the islands, he said: “…”"
    if subjects and not colon:
        if is_title(text, quote) or len(tokens) >= BETWEEN or any(token.dep_ == "xcomp" for token in tokens):
            return None
        mark = next((at for at, token in enumerate(tokens) if token.lower_ == "that" and token.dep_ == "mark"), None)
        if mark is not None:
            return tokens[mark + 1].idx if mark + 1 < len(tokens) else None
        return tokens[0].idx if text[quote.inner_start].islower() and subjects[0].left_edge.i <= tokens[0].i else None
    if colon:
        verbs = [token for token in tokens if token.pos_ == "VERB" and token.dep_ in ("ccomp", "conj", "advcl")]
        return None if verbs and subjects else quote.inner_start
    if len(tokens) >= BETWEEN or any(
        token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl", "amod", "compound") for token in tokens
    ):
        return None
    if tokens and tokens[-1].lower_ == "that":
        tokens.pop()
    if not utterance:
        return quote.inner_start if not tokens and ends_clause(text, quote) else None
    if between.rstrip()[-1:] in ",;—–" or not tokens or all(token.dep_ in CIRCUMSTANCE for token in tokens):
        return quote.inner_start
    return None


def _past(reading: Reading, quote: int) -> tuple[int, int]:
    """The first token after quotation `quote`, and `quote`."""
    first = reading.quoted_from(quote)
    while first < len(reading.doc) and reading.doc[first].idx < reading.quotes[quote].end:
        first += 1
    return first, quote


def _clause_end(text: str, end: int) -> int:
    """`end`, or where the clause ends that goes on after a quotation which ends there."""
    if text[max(0, end - 4) : end].rstrip("”\"'’")[-1:] in ".?!":
        return end
    rest = _CLAUSE_REST.match(text, end, end + REACH)
    return rest.end() if rest else end


def _one_sentence(reading: Reading, start: int, end: int) -> bool:
    """Whether one sentence alone ends between `start` and `end`."""
    sentences = reading.sentences
    return sentences.start(start) == sentences.start(max(start, reading.sentences.start(end) - 2))
