"""What goes on after a tag in the middle of its sentence: "…, the envoy said, since …", "…, an aide said, and left"."""

from verbale.extract.attribution.cues import CueClass
from verbale.extract.attribution.draft import Reading
from verbale.extract.attribution.extents import MAX_CONTENT, finite
from verbale.extract.attribution.frames import another_report
from verbale.extract.attribution.grammar import Range, noun_phrase, verb_group
from verbale.extract.attribution.sources import frames_of
from verbale.language.parse import Token

# How far a clause of time is read for its verb, in tokens.
_LOOSE = 14
_ENDS = frozenset({".", ",", ";", ":", "—", "–", "?", "!"})
_TIMES = frozenset({"after", "before", "when", "once", "until"})
# What opens a clause after a tag that is still reported: its grounds and conditions. Clauses of time ("as", "while",
# "after") are as often the reporter's.
_GROUNDS = frozenset(
    {"because", "since", "if", "unless", "so", "although", "though", "even", "provided", "until", "that"}
)


def goes_on_after(reading: Reading, verb: Token, source: Token | None, opening: bool = False) -> Range | None:
    """The reported clause that goes on after a tag in the middle of its sentence ("…, the envoy said, since …", "…,
    said the envoy, and the guards “were asleep.”"), to the sentence's end; None where another cue stands there. With
    `opening`, what stands before the tag lacks a main clause, which follows."""
    doc = reading.doc
    at = clause_end(reading, tag_end(verb, source))
    stop = reading.sentences.after(verb.idx)
    end = at
    while end < len(doc) and end - at < MAX_CONTENT and (stop is None or doc[end].idx < stop):
        end += 1
    if at + 3 >= end or doc[at].text not in (",", ";"):
        return None
    first = doc[at + 1]
    if doc[at].text == ";":
        return None if _reported(reading, verb, at + 1, end) or not finite(reading, (at + 1, end)) else (at + 1, end)
    joined = first.lower_ in ("and", "but") and _joined_on(reading, verb, source, at + 2)
    if not (joined or opening or first.lower_ in _GROUNDS or _told_time(reading, verb, at + 1, end)):
        return None
    if not finite(reading, (at + 1, end)) and not any(token.pos_ == "VERB" for token in doc[at + 1 : end]):
        return None
    return None if _reported(reading, verb, at + 1, end) else (at + 1, end)


def _joined_on(reading: Reading, verb: Token, source: Token | None, start: int) -> bool:
    """Whether what "and" or "but" joins at token `start` after a tag is reported too: not another verb of the speaker's
    ("…, he said, and walked out"), unless the tag stands between commas after its speaker, and the verb says nothing
    ("They asked for a pause, an aide said, and left when …")."""
    first = reading.doc[start]
    if first.tag_ not in ("VBD", "VBZ", "VBG", "RB"):
        return True
    inserted = source is not None and source.i < verb.i and first.tag_ in ("VBD", "VBZ")
    subjects = [child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i]
    can_go_on = verb.head != verb and bool(subjects) and reading.kind_of(subjects[0]) == "person"
    return inserted and "q" not in frames_of(reading, first) and can_go_on


def _told_time(reading: Reading, verb: Token, start: int, end: int) -> bool:
    """Whether what follows a tag at `start:end` tells when what is reported happened: a clause of time in the past of
    what is told ("…, a guard recalled, after the captain had left"), or a span of time ("an hour after …")."""
    doc, first = reading.doc, reading.doc[start]
    if verb.tag_ != "VBD":
        return False
    if first.lower_ in _TIMES:
        clause = doc[start : min(start + _LOOSE, end)]
        helping = next((token for token in clause if token.tag_ in ("VBD", "VBZ", "MD")), None)
        return helping is not None and helping.lower_ in ("had", "would", "could")
    span = next((i for i in range(start, min(start + 4, end)) if doc[i].lower_ in _TIMES), None)
    return span is not None and span > start and all(t.ent_type_ in ("TIME", "DATE") for t in doc[start:span])


def _reported(reading: Reading, verb: Token, start: int, end: int) -> bool:
    """Whether somebody but a state speaks in `start:end`: a verb of saying there has a subject of its own or words that
    it reports."""
    for token in reading.doc[start:end]:
        frames = frames_of(reading, token) if token.pos_ == "VERB" and reading.quoted[token.i] < 0 else {}
        calls = frames.get("call") == "speech" and any(child.dep_ in ("dobj", "oprd") for child in token.children)
        says = frames.get("that") == "speech" and not asks(token, frames)
        if (calls or says) and not of_a_state(token):
            return True
    return False


def of_a_state(verb: Token) -> bool:
    """Whether a place or body named for a state is the subject of `verb`: what it answered is told by who speaks ("A
    made an offer, the envoy said, and B replied that …")."""
    return any(child.dep_ == "nsubj" and child.ent_type_ == "GPE" for child in verb.children)


def tag_end(verb: Token, source: Token | None) -> int:
    """The token after the cue of a tag and its speaker."""
    end = verb_group(verb)[1]
    return max(end, noun_phrase(source)[1]) if source is not None and source.i > verb.i else end


def clause_end(reading: Reading, start: int) -> int:
    """The first token from `start` on with which a clause, paragraph or sentence may end."""
    doc, end = reading.doc, start
    while end < len(doc) and doc[end].text not in _ENDS and not doc[end].is_space:
        end += 1
    return end


def asks(token: Token, frames: dict[str, CueClass]) -> bool:
    """Whether a verb of saying asks for something here: it reports no clause."""
    told = [child for child in token.children if child.dep_ in ("ccomp", "agent")]
    told = [clause for clause in told if all(part.tag_ != "TO" or part.dep_ != "aux" for part in clause.children)]
    told = [clause for clause in told if clause.dep_ != "ccomp" or not another_report(token, clause)]
    return "intention" in frames.values() and not told
