"""A statement before its speaker is resolved: what one rule found, as characters and tokens of the Doc."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Literal

from verbale.extract.attribution.cues import CueClass, Cues
from verbale.extract.attribution.grammar import Range, trim
from verbale.extract.attribution.quotes import Quote
from verbale.extract.attribution.sentences import Sentences
from verbale.language.parse import Doc, Token

Chars = tuple[int, int]
# Plurals that name people by what they do or hold ("proponents", "organisers"), and the commonest that do not.
_AGENT = re.compile(r"(?:er|or|ist|ian|ant|[^m]ent|ee|ite|men)$")
_PERSON = re.compile(r"(?:[^u]man|woman|person|ists?|maker|goer|holder|worker|phile|crat)$")
_NO_AGENTS = frozenset(
    {"number", "order", "matter", "power", "offer", "chapter", "quarter", "center", "centre", "computer"}
    | {"twist", "list", "mist", "fist", "wrist", "gist", "waist"}
)
# How deep "a number of members of …" is followed to the people.
_COUNTED = 3
SourceKind = Literal["person", "document", "other"]


@dataclass(slots=True)
class Draft:
    """One attribution as a rule found it. `cue_token` is the index of the cue's head, `source_head` of the source's
    (both are tokens of the Doc); `cue`, `content` are characters, `source` a range of tokens. `rule` names the rule.

    `direct` is True where the content was bound as a quotation, not as a clause; `quoting` where a clause holds quoted
    words. `parent` is the draft in whose content this one stands.
    """

    rule: str
    kind: CueClass
    cue_token: int | None
    cue: Chars | None
    source: Range | None
    source_head: int | None
    content: list[Chars]
    direct: bool = False
    denial: bool = False
    quoting: bool = False
    parent: "Draft | None" = None

    def start(self) -> tuple[int, int]:
        """Where the attribution begins in the text, for its place in order."""
        first = min(start for start, _ in self.content)
        return (min(first, self.cue[0]) if self.cue else first, first)


@dataclass(slots=True)
class Reading:
    """What every rule reads: the Doc, the report's own text, its quotations, and the cues."""

    doc: Doc
    text: str
    quotes: list[Quote]
    cues: Cues
    quoted: list[int] = field(default_factory=list)
    sentences: Sentences = field(init=False)

    def __post_init__(self) -> None:
        """`quoted` gives for every token the index of the quotation that holds it, or -1."""
        self.sentences = Sentences(self.text)
        self.quotes = [self._before_tag(quote) if not quote.closed else quote for quote in self.quotes]
        self.quoted = [-1] * len(self.doc)
        at = 0
        for token in self.doc:
            while at < len(self.quotes) and self.quotes[at].end <= token.idx:
                at += 1
            if at < len(self.quotes) and self.quotes[at].start <= token.idx:
                self.quoted[token.i] = at

    def _before_tag(self, quote: Quote) -> Quote:
        """A quotation that was never closed, cut where its own tag stands in it ("“We are close, the envoy said.")."""
        span = self.doc.char_span(quote.inner_start, quote.inner_end, alignment_mode="contract")
        if span is None or quote.goes_on:
            return quote
        for token in span:
            frames = self.cues.verbs.get(token.lemma_.lower(), {}) if token.tag_ in ("VBD", "VBZ") else {}
            if "q" not in frames or frames.get("that") != "speech":
                continue
            own = next((child for child in token.children if child.dep_ in ("nsubj", "npadvmod", "dobj")), None)
            start = min(token.i, own.left_edge.i) if own is not None else token.i
            tagged = (
                own is not None
                and own.tag_ != "PRP"
                and start > span.start
                and (self.doc[start - 1].text == "," or (own.i > token.i and token.i - span.start > 1))
            )
            if tagged:
                end = self.doc[start - 1].idx + len(self.doc[start - 1])
                return replace(quote, end=end, inner_end=end)
        return quote

    def chars(self, start: int, end: int) -> Chars:
        """The characters of the tokens `start:end`."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)

    def quoted_from(self, quote: int) -> int:
        """The first token of quotation `quote`, or that after the last where it holds none."""
        return bisect_left(self.doc, self.quotes[quote].start, key=lambda token: token.idx)

    def trimmed(self, start: int, end: int) -> Range:
        return trim(self.doc, start, end)

    def kind_of(self, head: Token) -> SourceKind:
        """Whether a source can speak (a person, a body, a pronoun), holds language (a document), or neither."""
        lemma = head.lemma_.lower()
        if head.lower_ in ("who", "whom"):
            return "person"
        for _ in range(_COUNTED):
            counted = _counted(head) if lemma in self.cues.partitives else None
            if counted is None:
                break
            head, lemma = counted, counted.lemma_.lower()
        if head.pos_ == "PRON":
            return (
                "other"
                if head.lower_ in ("it", "this", "that", "these", "those", "which", "there", "what")
                else "person"
            )
        if head.ent_type_ in ("DATE", "TIME"):
            return "other"
        if lemma in self.cues.documents or head.lower_ in self.cues.documents:
            return "document"
        if head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or head.pos_ == "PROPN":
            return "person"
        if lemma in self.cues.people or head.lower_ in self.cues.people or head.tag_ == "CD" or head.text == "%":
            return "person"
        if _PERSON.search(lemma) and lemma not in _NO_AGENTS:
            return "person"
        if any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in head.children):
            return "person"
        if head.tag_ == "NNS" and _AGENT.search(lemma) and lemma not in _NO_AGENTS:
            return "person"
        return "other"


def _counted(noun: Token) -> Token | None:
    """The people that "a lot of …" counts: the object of "of" after `noun`, where it names nothing countable itself."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > noun.i:
            return next((part for part in child.children if part.dep_ == "pobj" and part.i > noun.i), None)
    return None


def subtract(pieces: list[Range], hole: Range) -> list[Range]:
    """`pieces` without what lies in `hole`."""
    left: list[Range] = []
    for start, end in pieces:
        if hole[1] <= start or end <= hole[0]:
            left.append((start, end))
            continue
        if start < hole[0]:
            left.append((start, hole[0]))
        if hole[1] < end:
            left.append((hole[1], end))
    return left


def merge(spans: list[Chars]) -> list[Chars]:
    """`spans` in order, with those joined that touch or overlap."""
    found: list[Chars] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
