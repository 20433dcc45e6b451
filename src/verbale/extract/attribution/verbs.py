"""Verbs as cues: who says, believes or intends what, from the source of a verb and the frame that holds its content.

What the verb governs is `verb_content`'s, who tells and in what attitude `verb_kinds`'.
"""

from collections.abc import Iterator

from verbale.extract.attribution.cues import CueClass, load_cues
from verbale.extract.attribution.cuespans import cue_span
from verbale.extract.attribution.draft import Draft, Reading, subtract
from verbale.extract.attribution.extents import clean, finite
from verbale.extract.attribution.frames import Filled
from verbale.extract.attribution.grammar import Range, agent, asserted, is_passive, noun_phrase, verb_group
from verbale.extract.attribution.inserted import Inserted, closing_tag, inserted_tag
from verbale.extract.attribution.openings import opening_of
from verbale.extract.attribution.sources import frames_of, issuing, own_subject
from verbale.extract.attribution.tags import says_it_again, tag_content
from verbale.extract.attribution.verb_content import content_chars, governed, is_of_another, put_words, reaching
from verbale.extract.attribution.verb_kinds import (
    after_topic,
    attitude_of,
    attitude_told,
    is_conditional,
    is_nobody,
    is_plausible,
    is_unsaid,
    judge_within,
    sort_of,
    teller_of,
)
from verbale.language.parse import Token


def verb_drafts(reading: Reading) -> Iterator[Draft]:
    """A draft for every verb of the lists that has content by one of its frames. Quotations are bound elsewhere."""
    for token in reading.doc:
        if reading.quoted[token.i] >= 0 or not (token.pos_ in ("VERB", "AUX") or _mistaken(token)):
            continue
        frames = frames_of(reading, token)
        if not frames:
            continue
        draft = _draft(reading, token, frames)
        if draft is not None:
            yield draft


def _draft(reading: Reading, verb: Token, frames: dict[str, CueClass]) -> Draft | None:
    passive = is_passive(verb) or _reduced(verb)
    if passive and verb.lower_ in reading.cues.adjectives and agent(verb) is None:
        return None  # "are convinced that …" says what they think, not what they were told
    if says_it_again(verb) or ("decree" in frames and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")):
        return None
    tag = inserted_tag(reading, verb, frames)
    if tag is not None:
        return _parted(reading, verb, frames, tag)
    found = governed(reading, verb, frames, passive)
    if found is None:
        closing = closing_tag(reading, verb, frames) if not passive else None
        return _parted(reading, verb, frames, closing) if closing is not None else None
    saying = _saying(verb) if found[0] == "as" else None
    if saying is not None and passive:
        return _quoted_by(reading, verb)  # "was quoted as saying" is one cue, that of "saying"
    if saying is not None and not any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in saying.children):
        return None  # "“…,” Xinhua quoted him as saying": all that was said is quoted
    return _told(reading, verb, frames, passive, found)


def _told(reading: Reading, verb: Token, frames: dict[str, CueClass], passive: bool, found: Filled) -> Draft | None:
    """The draft of a verb whose content is `found`, where somebody tells it."""
    frame, pieces, cue_end = found
    opening = opening_of(verb)
    kind: CueClass = frames[frame] if frame in frames else next(iter(frames.values()))
    if opening is not None and opening.lets:
        kind = "speech"
    source = teller_of(reading, verb, frames, passive, opening)
    if passive and source is None and frame in ("call", "as"):
        source, pieces = judge_within(reading, verb, pieces)
    if source is not None and (
        reading.quoted[source.i] >= 0 or source.i in (verb.i, verb.head.i if verb.dep_ == "conj" else -1)
    ):
        source = None
    if source is not None and is_nobody(verb, source):
        return None
    sort = sort_of(reading, source)
    if sort == "other" and source is not None:
        source = after_topic(reading, source) or source
        sort = sort_of(reading, source)
    if not passive and sort == "other" and "q" not in frames and any(piece[0] < verb.i for piece in pieces):
        return None  # "…, unrest is spreading"
    if frame == "that" and any(is_of_another(reading, piece) for piece in pieces if piece[0] > verb.i + 1):
        return None  # "responded to reports that …": what the reports say
    if not is_plausible(verb, frame, kind, source, sort, passive):
        return None
    kind = attitude_of(reading, verb, frame, kind, sort, pieces[0])
    if kind == "speech" and is_conditional(verb):
        return None
    if kind != "speech" and not asserted(issuing(reading, verb) or (opening.verb if opening is not None else verb)):
        return None
    cue = cue_span(reading, verb, source, cue_end, says=kind == "speech")
    phrase = _phrase(source, cue, pieces if passive and (frame == "as" or "np+" in frame) else [])
    pieces = reaching(reading, verb, frame, pieces, source, passive)
    words = put_words(reading, verb, cue[1])
    content = [words] if words is not None else content_chars(reading, pieces, cue, None if passive else phrase)
    unsaid, nobody = opening is not None and opening.denies, passive and source is None
    if not content or is_unsaid(verb, frames, frame, kind, unsaid, nobody):
        return None
    kind, negated = attitude_told(verb, frames, frame, kind, nobody)
    return Draft(
        rule=f"verb:{frame}" + (":passive" if passive else ""),
        kind=kind,
        cue_token=verb.i,
        cue=reading.chars(*cue),
        source=phrase,
        source_head=source.i if source is not None else None,
        content=content,
        denial=("deny" in frames) != (unsaid or negated),
        direct=words is not None,
    )


def _phrase(source: Token | None, cue: Range, within: list[Range]) -> Range | None:
    """The words of the source beyond the cue, and beyond the content `within` which it may stand."""
    if source is None:
        return None
    return noun_phrase(source, outside={i for stretch in (cue, *within) for i in range(*stretch)})


def _parted(reading: Reading, verb: Token, frames: dict[str, CueClass], tag: Inserted) -> Draft | None:
    """The draft of a tag that parts a subject from its verb."""
    before = tag_content(reading, verb, tag.source, tag.comma)
    if before is None or reading.quoted[tag.comma] >= 0:
        return None
    if tag.rest[0] == tag.rest[1] and not finite(reading, before):
        return None
    group = verb_group(verb)
    pieces = [piece for part in (before, tag.rest) for piece in clean(reading, part)]
    return Draft(
        rule="verb:that:inserted",
        kind=frames["that"],
        cue_token=verb.i,
        cue=reading.chars(*group),
        source=reading.trimmed(*tag.speaker),
        source_head=tag.source.i,
        content=[reading.chars(*piece) for piece in pieces],
        denial="deny" in frames,
    )


def _mistaken(token: Token) -> bool:
    """Whether the tagger took a verb for a noun ("a third say the road is shut"): it heads a sentence and a clause."""
    if token.tag_ != "NN" or token.dep_ != "ROOT" or token.lower_ not in ("say", "report", "claim", "write"):
        return False
    return any(child.dep_ == "ccomp" for child in token.children)


def _reduced(verb: Token) -> bool:
    """Whether a participle stands for a passive: "told of the plan, …", "When asked whether …, he said"."""
    asked = verb.lemma_ == "ask" and verb.tag_ in ("VBD", "VBN")
    if asked and verb.dep_ in ("acl", "advcl") and verb.i and verb.nbor(-1).text == ",":
        return True  # "The envoy, asked about the port, replied that …"
    if own_subject(verb):
        return False
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl"):
        return True
    opens = verb.is_sent_start or verb.doc[verb.i - 1].lower_ in ("when", "if")
    return asked and bool(opens)


def _saying(verb: Token) -> Token | None:
    """The "saying" of "was quoted as saying"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            said = next((part for part in child.children if part.dep_ == "pcomp"), None)
            return said if said is not None and "that" in load_cues().verbs.get(said.lemma_.lower(), {}) else None
    return None


def _quoted_by(reading: Reading, verb: Token) -> Draft | None:
    """Who quotes in "X was quoted as saying … by Y": Y reports that X said so. None where the text does not tell."""
    saying = _saying(verb)
    by = [
        child
        for holder in (verb, saying)
        if holder is not None
        for child in holder.children
        if child.lower_ == "by" and child.dep_ in ("agent", "prep")
    ]
    source = next((noun for noun in by[0].children if noun.dep_ == "pobj"), None) if by else None
    if source is None or reading.kind_of(source) != "person":
        return None
    hole = (by[0].i, source.right_edge.i + 1)
    pieces = [reading.trimmed(*piece) for piece in subtract([(verb.sent.start, verb.right_edge.i + 1)], hole)]
    return Draft(
        rule="phrase:quoted_by",
        kind="speech",
        cue_token=by[0].i,
        cue=reading.chars(by[0].i, by[0].i + 1),
        source=noun_phrase(source),
        source_head=source.i,
        content=[reading.chars(*piece) for piece in pieces if piece[0] < piece[1]],
    )
