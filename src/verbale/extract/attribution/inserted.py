"""Tags between a subject and its verb ("Baku, the envoy disclosed, had …"; "Kurti, say two aides, would not …").

A parse often takes the speaker of such a tag for an apposition of the subject before it, or that subject for the
speaker. What follows tells: a clause that goes on after the tag with a finite verb of its own and no subject can have
none but the one before the tag.
"""

from dataclasses import dataclass

from verbale.extract.attribution.cues import CueClass
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.extents import MAX_CONTENT, says_too
from verbale.extract.attribution.grammar import Range, verb_group
from verbale.language.parse import Token

# How many tokens the speaker of a tag may take, his appositions included.
_SPEAKER = 25
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Inserted:
    """The head of the speaker, the speaker's tokens, and the tokens where what is said goes on."""

    source: Token
    speaker: Range
    comma: int
    rest: Range


def inserted_tag(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Inserted | None:
    """The tag whose verb is `verb`, where it parts a subject from its verb; `comma` is the one that opens the tag."""
    doc, (start, end) = reading.doc, verb_group(verb)
    if verb.tag_ not in _FINITE or not reports(frames) or end >= len(doc) or start < 2:
        return None
    if doc[start - 1].text == ",":
        return _speaker_after(reading, verb, start - 1, end) if "rcpt" not in frames else None
    comma = next((i for i in range(start - 1, max(start - _SPEAKER, 0), -1) if doc[i].text in (",", ";")), None)
    if comma is None or doc[comma].text != "," or doc[end].text != "," or doc[start - 1].lower_ in _RELATIVE:
        return None
    source = _head(reading, comma + 1, start, verb)
    rest = _goes_on(reading, verb, end)
    if source is None or rest is None:
        return None
    return Inserted(source, (comma + 1, start), comma, rest)


def closing_tag(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Inserted | None:
    """The tag whose verb is `verb`, where it closes its sentence after its speaker ("…, papers filed on Sunday
    showed."); nothing goes on after it. For sentences of which the parse made something else."""
    doc, (start, end) = reading.doc, verb_group(verb)
    closes = end >= len(doc) or doc[end].text in (".", ";") or doc[end].is_space
    comma = next((i for i in range(start - 1, max(start - _SPEAKER, 0), -1) if doc[i].text in (",", ";")), None)
    if not closes or verb.tag_ not in _FINITE or not reports(frames) or comma is None or doc[comma].text != ",":
        return None
    source = _head(reading, comma + 1, start, verb) if doc[start - 1].lower_ not in _RELATIVE else None
    return Inserted(source, (comma + 1, start), comma, (end, end)) if source is not None else None


def reports(frames: dict[str, CueClass]) -> bool:
    """Whether a verb with these frames can be a tag: it reports words or findings, or a threat, promise or thought in
    words."""
    return frames.get("that") in ("speech", "evidence") or (
        frames.get("that") in ("intention", "belief") and "q" in frames
    )


def _speaker_after(reading: Reading, verb: Token, comma: int, end: int) -> Inserted | None:
    """As `inserted_tag`, where the speaker stands after the verb."""
    doc = reading.doc
    for i in range(end + 1, min(end + _SPEAKER, len(doc) - 1)):
        if doc[i].text in (";", ".", ":", "—") or doc[i].is_space:
            return None
        rest = _goes_on(reading, verb, i) if doc[i].text == "," else None
        if rest is not None:
            source = _head(reading, end, i, verb)
            return Inserted(source, (end, i), comma, rest) if source is not None else None
    return None


def _head(reading: Reading, start: int, end: int, verb: Token) -> Token | None:
    """The head of the noun phrase that fills `start:end`, where it is one of who can speak, and holds no other clause
    than a relative one."""
    doc = reading.doc
    if any(reading.quoted[i] >= 0 for i in range(start, end)) or start >= end:
        return None
    token = doc[start]
    for _ in range(_STEPS):
        if not start <= token.head.i < end or token.head == token or token.head == verb:
            break
        token = token.head
    if token.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") or token.lower_ in _RELATIVE:
        return None
    verbs = [t for t in doc[start:end] if t.tag_ in _FINITE]
    if any(t.i < token.i for t in verbs) or (verbs and not any(t.lower_ in _RELATIVE for t in doc[start:end])):
        return None
    return token if reading.kind_of(token) in ("person", "document") else None


def _goes_on(reading: Reading, verb: Token, comma: int) -> Range | None:
    """What follows the comma that closes a tag, to the end of the sentence, where it opens with a finite verb that has
    no subject after the tag."""
    doc, at = reading.doc, comma + 1
    while at < len(doc) and doc[at].pos_ == "ADV" and at < comma + 3:
        at += 1
    if at >= len(doc) or doc[at].tag_ not in _FINITE or reading.quoted[at] >= 0:
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass", "expl") and child.i > comma for child in doc[at].children):
        return None
    stop = reading.sentences.after(verb.idx)
    end = at
    while end < len(doc) and end - at < MAX_CONTENT and (stop is None or doc[end].idx < stop):
        if doc[end].pos_ == "VERB" and says_too(reading, verb, doc[end]):
            return None
        end += 1
    return comma + 1, end
