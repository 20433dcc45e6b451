"""Speakers set before a colon: `Envoy: "…"`, the turns of a transcript ("SMITH: We …"), and signed quotations, set off
as paragraphs of their own ("“…” — Ana Ruiz")."""

import re
from collections import Counter
from collections.abc import Iterator

from verbale.extract.attribution.draft import Chars, Draft, Reading
from verbale.extract.attribution.grammar import trim
from verbale.extract.attribution.quotes import paragraphs
from verbale.extract.attribution.utterances import is_utterance
from verbale.ingest.dateline import read_dateline

# A turn of a transcript is marked by a name in capitals, or by a name that takes at least this many turns.
TURNS = 2
_LABEL = re.compile(r"(?P<name>[^\W\d_][\w.’' ()-]{0,48}?)\s?:(?=\s|[“\"])")
_INLINE = re.compile(r"(?:[—–-]|[.!?][)”\"]?)\s+(?P<name>[A-Z][\w.'’-]*(?: (?:and|[A-Z][\w.'’-]*)){0,6}):\s$")
_LABEL_WIDTH = 90
_SIGNED = re.compile(r"\s*(?P<dash>―|—|–|--)\s*(?P<name>[A-Z][^\W\d_]*+[^\n:;!?“”\"]{2,60})(?=\n|$)")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z(][\w.’'()-]*){0,4}(?: [a-z][\w’'-]*){0,2}$")


def colon_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every paragraph that opens with a speaker's name and a colon."""
    labels, labels_of_print = [], reading.cues.labels
    for start, end in paragraphs(reading.text):
        match = _LABEL.match(reading.text, start, end)
        if match and _NAME.match(match["name"].strip()) and match["name"].split()[0].lower() not in labels_of_print:
            labels.append((match, end))
    counts = Counter(match["name"].strip() for match, _ in labels)
    for match, end in labels:
        name = match["name"].strip()
        rest = reading.text[match.end() : end].strip()
        span = reading.doc.char_span(match.start("name"), match.start("name") + len(name), alignment_mode="contract")
        if span is None or not rest:
            continue
        if counts[name] < TURNS and read_dateline(reading.text[match.start() : end]) is not None:
            continue  # "NAIROBI: The talks …"
        quoted = rest[0] in '“"«„' or rest.startswith(("``", "''"))
        named = any(token.ent_type_ in ("PERSON", "GPE", "NORP", "ORG") for token in span)
        office = span.root.pos_ == "NOUN" and reading.kind_of(span.root) == "person" and named  # "NATO chief: …"
        person = office or any(token.ent_type_ == "PERSON" for token in span)
        if name[-1].islower() and name.split()[-1][0].islower() and not office:
            continue
        document = reading.kind_of(span.root) == "document"
        turn = (name.isupper() and len(name) > 1 and (counts[name] >= TURNS or person)) or (
            person and counts[name] >= TURNS
        )
        if not (
            turn
            or (quoted and (named or person or document or counts[name] >= TURNS))
            or ((person or document) and len(rest) < 140)
        ):
            continue
        content = _content(reading, match.end(), end, quoted)
        yield Draft(
            rule="colon",
            kind="speech",
            cue_token=None,
            cue=(match.end() - 1, match.end()),
            source=trim(reading.doc, span.start, span.end),
            source_head=span.root.i,
            content=content,
            direct=quoted or turn,
        )


def inline_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every quotation amid a paragraph that a person's name and a colon introduce, after a dash or the end
    of a sentence ("The talks go on - Ana Ruiz: “…”")."""
    for quote in reading.quotes:
        match = _INLINE.search(reading.text, max(0, quote.start - _LABEL_WIDTH), quote.start)
        span = reading.doc.char_span(*match.span("name"), alignment_mode="contract") if match is not None else None
        if match is None or span is None or not is_utterance(reading.text, quote):
            continue
        if not all(token.ent_type_ == "PERSON" or token.lower_ == "and" for token in span):
            continue
        yield Draft(
            rule="colon",
            kind="speech",
            cue_token=None,
            cue=(match.end("name"), match.end("name") + 1),
            source=trim(reading.doc, span.start, span.end),
            source_head=span.root.i,
            content=[(quote.inner_start, quote.inner_end)],
            direct=True,
        )


def signed_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every quotation that a dash and a name follow to the end of its paragraph."""
    for quote in reading.quotes:
        match = _SIGNED.match(reading.text, quote.end)
        line = reading.text.rfind("\n", 0, quote.start) + 1
        if match is None or reading.text[line : quote.start].strip():
            continue
        span = reading.doc.char_span(*match.span("name"), alignment_mode="contract")
        if span is None or not any(token.ent_type_ == "PERSON" or token.pos_ == "PROPN" for token in span):
            continue
        yield Draft(
            rule="signed",
            kind="speech",
            cue_token=None,
            cue=match.span("dash"),
            source=trim(reading.doc, span.start, span.end),
            source_head=span.root.i,
            content=[(quote.inner_start, quote.inner_end)],
            direct=True,
        )


def _content(reading: Reading, start: int, end: int, quoted: bool) -> list[Chars]:
    inside = [
        (quote.inner_start, quote.inner_end)
        for quote in reading.quotes
        if quoted and start <= quote.start and quote.end <= end
    ]
    return inside or [(start, end)]
