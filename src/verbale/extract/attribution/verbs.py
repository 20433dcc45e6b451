"""Verbs as cues: who says, believes or intends what, from the source of a verb and the frame that holds its content."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.draft import Draft, Reading, subtract
from verbale.extract.attribution.extents import (
    MAX_CONTENT,
    around_tag,
    clean,
    finite,
    has_word,
    in_sentence,
    reach,
    tag_content,
)
from verbale.extract.attribution.frames import content_of, passive_content_of
from verbale.extract.attribution.grammar import antecedent, is_passive, noun_phrase, verb_group
from verbale.extract.attribution.sources import frames_of, own_subject, source_of, tail_source

# "I think" and "we want" outside quotation marks are the writer's own words, or those of a broken quotation.
_NOT_REPORTED = frozenset({"i", "we", "you"})


def verb_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every verb of the lists that has content by one of its frames. Quotations are bound elsewhere."""
    for token in reading.doc:
        if token.pos_ not in ("VERB", "AUX") or reading.quoted[token.i] >= 0:
            continue
        frames = frames_of(reading, token)
        if not frames:
            continue
        draft = _draft(reading, token, frames)
        if draft is not None:
            yield draft


def _draft(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Draft | None:
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not own_subject(verb))
    found = passive_content_of(verb, frames) if passive else content_of(reading, verb, frames)
    if not passive and "that" in frames and frames["that"] == "speech" and (found is None or found[0] == "np"):
        before = tag_content(reading, verb, source_of(reading, verb))
        if before is not None and _closes(reading, verb) and finite(reading, before):
            found = "that", [before], verb.i + 1
    if found is None:
        return None
    frame, pieces, cue_end = found
    kind: CueClass = frames[frame] if frame in frames else next(iter(frames.values()))
    source = tail_source(reading, verb, frames) or source_of(reading, verb)
    if source is not None and reading.quoted[source.i] >= 0:
        source = None
    if source is not None and source.i in (verb.i, verb.head.i if verb.dep_ == "conj" else -1):
        source = None
    sort = reading.kind_of(antecedent(source)) if source is not None else "other"
    if not _plausible(verb, frame, kind, source, sort, passive):
        return None
    if kind == "evidence":
        kind = "speech" if sort != "other" else "belief"
    if kind == "speech" and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        return None  # "if the minister says no": nothing was said yet
    group = verb_group(verb)
    cue = (quoted_start(verb, group[0]), max(group[1], cue_end))
    if kind == "speech":
        cue = (cue[0], medium_end(verb, cue[1]))
    phrase = noun_phrase(source, outside=range(*cue)) if source is not None else None
    if frame == "that" and not passive:
        pieces = around_tag(reading, verb, source, pieces)
        if not pieces:
            return None
    pieces = [reach(reading, verb, frame, in_sentence(reading, verb, piece)) for piece in pieces]
    pieces = [piece for part in pieces for piece in clean(reading, part)]
    pieces = subtract(pieces, cue)
    if phrase is not None and not passive:
        pieces = subtract(pieces, phrase)
    content = [reading.chars(*piece) for piece in pieces if has_word(reading, piece)]
    if not content or sum(end - start for start, end in pieces) > MAX_CONTENT:
        return None
    negated = any(child.dep_ == "neg" for child in verb.children) and kind == "speech"
    if any(child.dep_ == "aux" and child.lower_ in ("will", "’ll", "'ll", "shall") for child in verb.children):
        kind = "intention" if kind == "speech" else kind
    return Draft(
        rule=f"verb:{frame}" + (":passive" if passive else ""),
        kind=kind,
        cue_token=verb.i,
        cue=reading.chars(*cue),
        source=phrase,
        source_head=source.i if source is not None else None,
        content=content,
        denial=("deny" in frames) != negated,
    )


def _closes(reading: Reading, verb: Token) -> bool:
    """Whether the clause of the cue says nothing more: a comma or the sentence's end follows, or when and where."""
    doc, end = reading.doc, verb_group(verb)[1]
    if end >= len(doc) or doc[end].text in (".", ",", ";", "—", "–") or doc[end].is_space:
        return True
    return doc[end].ent_type_ in ("DATE", "TIME") or doc[end].dep_ in ("nsubj", "npadvmod", "prep", "compound", "det")


def _plausible(verb: Token, frame: str, kind: CueClass, source: Token | None, sort: str, passive: bool) -> bool:
    """Whether a source of this sort can be behind such a cue."""
    if source is None:
        return passive and frame not in ("np", "call", "ing") and not frame.startswith("np+")
    if source.lower_ == "you" or (kind in ("belief", "intention") and source.lower_ in _NOT_REPORTED):
        return False
    if frame == "that":
        return sort != "other" or kind in ("speech", "evidence") or source.pos_ != "PRON"
    if frame == "to":
        return sort != "other" or source.pos_ != "PRON"
    if kind == "evidence":
        return sort != "person" or verb.lemma_ in ("reveal", "find", "suggest", "demonstrate")
    if kind == "manner":
        return False
    return sort == "person" or (sort == "document" and kind != "belief")


def quoted_start(verb: Token, start: int) -> int:
    """The start of the cue with what comes before "saying" in "was quoted as saying"; `start` for any other verb."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.i != start - 1:
        return start
    quoter = verb.head.head
    group = verb_group(quoter)
    return group[0] if is_passive(quoter) and group[1] == verb.head.i else start


def medium_end(verb: Token, end: int) -> int:
    """The end of the cue with the medium that follows it ("said in a statement"); `end` where none does."""
    doc = verb.doc
    if end >= len(doc) or doc[end].lower_ not in ("in", "on", "during", "via") or doc[end].dep_ != "prep":
        return end
    noun = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in load_cues().media or noun.i - end > 5:
        return end
    return noun.i + 1
