"""Pronouns that take up who was told of, or who spoke, just before: "he", "she" and "it" as speakers."""

from collections.abc import Sequence

from verbale.extract.actors import ActorIndex, actor, mention_at
from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Token
from verbale.model import Statement

# How far back who spoke last is looked for, in characters: a paragraph or two.
_SHORTLY = 700
_BODIES = frozenset({"ORG", "GPE"})
_QUESTIONS = frozenset({"asked", "pressed", "questioned"})


def speaker_again(doc: Doc, index: ActorIndex, draft: Draft, found: Sequence[Statement]) -> tuple[str, ...]:
    """The speaker of a pronoun who is the one that spoke last: "it" in a tag, and who is asked another question."""
    return it_again(doc, index, draft, found) or _asked_again(doc, index, draft, found)


def _asked_again(doc: Doc, index: ActorIndex, draft: Draft, found: Sequence[Statement]) -> tuple[str, ...]:
    """The speaker of "Asked whether …, he said …": who spoke last, in the same paragraph."""
    if draft.source_head is None or draft.cue is None or doc[draft.source_head].lower_ not in ("he", "she"):
        return ()
    pronoun = doc[draft.source_head]
    opening = next((token for token in doc[pronoun.sent.start : pronoun.i] if token.is_alpha), None)
    last = next((item for item in reversed(found) if item.attitude == "speech" and item.cue and item.source), None)
    if opening is None or opening.lower_ not in _QUESTIONS or last is None or len(last.speakers) != 1:
        return ()
    if last.ambiguous or last.cue[0].start > pronoun.sent.start_char:
        return ()
    between = doc.text[last.cue[0].start : pronoun.idx]
    speaker = actor(index, last.speakers[0])
    person = speaker is not None and speaker.kind in ("person", "unnamed")
    since = doc.char_span(last.cue[0].end, pronoun.sent.start_char, alignment_mode="expand")
    for token in since or ():
        mention = mention_at(index, token) if token.dep_ == "nsubj" and token.ent_type_ == "PERSON" else None
        if mention is not None and mention.actors != last.speakers:
            return ()  # another has acted since
    return last.speakers if person and len(between) <= _SHORTLY and "\n" not in between else ()


def subject_before(doc: Doc, index: ActorIndex, pronoun: Token, draft: Draft) -> str | None:
    """The key of the person whom the sentence before a quotation is about, in the same paragraph, by a name or by a
    description with one ("His opposite number, Luis Cano, was shorter. “…,” he said."); else None."""
    if pronoun.lower_ not in ("he", "she") or not draft.direct or draft.cue is None:
        return None
    start = min(draft.start()[1], draft.cue[0])
    opening = doc.char_span(start, start + 1, alignment_mode="expand")
    at = opening.start - 1 if opening is not None else -1
    while at > 0 and doc[at].is_punct and doc[at].text not in ".!?":
        at -= 1
    if at < 1 or doc[at].is_space or doc[at].text not in ".!?":
        return None
    subjects = [child for child in doc[at].sent.root.children if child.dep_ == "nsubj"]
    if len(subjects) != 1:
        return None
    for token in (subjects[0], *(child for child in subjects[0].children if child.dep_ == "appos")):
        mention = mention_at(index, token)
        member = actor(index, mention.actors[0]) if mention is not None and len(mention.actors) == 1 else None
        if member is not None and member.kind == "person":
            return member.key
    return None


def described_before(doc: Doc, pronoun: Token) -> Token | None:
    """The unnamed person whom "he" or "she" takes up: the subject of the sentence before, in the same paragraph, where
    that is one description of a person in the singular, and nobody else is named before the pronoun; else None."""
    sentence = pronoun.sent
    if pronoun.lower_ not in ("he", "she") or sentence.start == 0 or doc[sentence.start - 1].is_space:
        return None
    before = doc[sentence.start - 1].sent
    subjects = [child for child in before.root.children if child.dep_ == "nsubj"]
    between = doc[before.start : pronoun.i]
    if len(subjects) != 1 or subjects[0].tag_ != "NN" or any(token.ent_type_ == "PERSON" for token in between):
        return None
    noun = subjects[0]
    return noun if {noun.lower_, noun.lemma_.lower()} & set(actor_words().roles) else None


def body_before(doc: Doc, pronoun: Token) -> Token | None:
    """The body that "it" takes up as subject: the subject of the sentence before, in the same paragraph, where that is
    one body or text that can speak, and not a person's name; else None."""
    sentence = pronoun.sent
    if pronoun.dep_ != "nsubj" or sentence.start == 0 or doc[sentence.start - 1].is_space:
        return None
    if any(token.dep_ == "nsubj" for token in doc[sentence.start : pronoun.i]):
        return None
    before = doc[sentence.start - 1].sent.root
    subjects = [child for child in before.children if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN")]
    if len(subjects) != 1 or subjects[0].ent_type_ == "PERSON" or subjects[0].tag_ in ("NNS", "NNPS"):
        return None
    words, noun = load_cues(), subjects[0]
    names = {noun.lower_, noun.lemma_.lower()}
    return noun if names & words.documents or names & set(actor_words().bodies) or noun.ent_type_ in _BODIES else None


def it_again(doc: Doc, index: ActorIndex, draft: Draft, found: Sequence[Statement]) -> tuple[str, ...]:
    """The speakers of "it" in a tag ("…, it said"): the body, state or text that spoke last, shortly before."""
    if draft.source_head is None or doc[draft.source_head].lower_ != "it" or draft.cue is None:
        return ()
    if draft.content[0][0] > draft.cue[0] or not found:
        return ()
    last = next((item for item in reversed(found) if item.attitude == "speech" and item.cue), None)
    if last is None or len(last.speakers) != 1 or draft.cue[0] - last.cue[0].start > _SHORTLY:
        return ()
    speaker = actor(index, last.speakers[0])
    return last.speakers if speaker is not None and speaker.kind not in ("person", "unnamed") else ()
