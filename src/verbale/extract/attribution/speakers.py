"""Who the source of a draft is: the actor that its mention means, several who speak together, or a source unnamed."""

from verbale.extract.actors import ActorIndex, actor, actors_of, mention_at, with_source
from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft
from verbale.extract.attribution.grammar import antecedent
from verbale.extract.attribution.pronouns import body_before, described_before, subject_before
from verbale.extract.unnamed import with_owner_named
from verbale.language.parse import Doc, Token
from verbale.model import Report

_NO_ACTORS = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT"})


def speakers_of(doc: Doc, report: Report, index: ActorIndex, draft: Draft) -> tuple[ActorIndex, tuple[str, ...], bool]:
    """The index (with the source added where it was no actor yet), the keys of the speakers, and whether they are
    equally good candidates of which the text does not choose. No keys where the text does not say who speaks."""
    if draft.source_head is None:
        return index, (), False
    head = antecedent(doc[draft.source_head])
    keys, ambiguous = actors_of(doc, index, head, deep=False)
    described = described_before(doc, head)
    if described is not None and (not keys or ambiguous or described.left_edge.lower_ in ("a", "an", "another", "one")):
        keys, ambiguous = actors_of(doc, index, described, deep=False)
        if keys:
            return index, keys, ambiguous
        index, key = with_source(index, doc, report, described)
        return index, (key,) if key is not None else (), False
    issuer = _issuer_before(doc, head)
    if issuer is not None:
        issuers, unsure = actors_of(doc, index, issuer, deep=False)
        if issuers:
            return index, issuers, unsure
    named = None if _are_people(index, keys) else _named_beside(doc, index, head, draft)
    if named is not None:
        return index, (named,), False
    subject = subject_before(doc, index, head, draft) if ambiguous else None
    if subject in keys and subject is not None:
        return index, (subject,), False
    if keys:
        return with_owner_named(index, keys[0], head) if len(keys) == 1 else index, keys, ambiguous
    mention = mention_at(index, head)
    body = body_before(doc, head) if head.lower_ == "it" and mention is None else None
    if body is not None:
        keys, ambiguous = actors_of(doc, index, body, deep=False)
        if keys:
            return index, keys, ambiguous
        index, key = with_source(index, doc, report, body)
        return index, (key,) if key is not None else (), False
    if head.tag_ in _NO_ACTORS or (mention is not None and mention.ambiguous):
        return index, (), False
    if draft.kind != "speech" and not {head.lemma_.lower(), head.lower_} & load_cues().people and not head.ent_type_:
        return index, (), False
    index, key = with_source(index, doc, report, head)
    if key is None:
        return index, (), False
    return with_owner_named(index, key, head), (key,), False


def _issuer_before(doc: Doc, document: Token) -> Token | None:
    """Who issued a statement that is nobody's by its own words: the subject of the clause before a colon in the same
    sentence ("The army denied it: …, a statement said"), or None."""
    if document.lemma_.lower() not in load_cues().media or document.sent[0].i >= document.i:
        return None
    if any(child.dep_ in ("poss", "compound", "prep", "acl", "relcl") for child in document.children):
        return None
    colon = next((token for token in doc[document.sent.start : document.i] if token.text == ":"), None)
    if colon is None:
        return None
    subjects = [token for token in doc[document.sent.start : colon.i] if token.dep_ == "nsubj"]
    return subjects[0] if len(subjects) == 1 and subjects[0].pos_ in ("NOUN", "PROPN") else None


def _are_people(index: ActorIndex, keys: tuple[str, ...]) -> bool:
    found = [actor(index, key) for key in keys]
    return bool(keys) and all(member is not None and member.kind != "unnamed" for member in found)


def _named_beside(doc: Doc, index: ActorIndex, head: Token, draft: Draft) -> str | None:
    """The person named in apposition to a description ("his lawyer, Ana Ruiz"; "the candidate Ana Ruiz"), or None."""
    if head.pos_ != "NOUN" or draft.source is None:
        return None
    following = head.i + 1
    candidates = [child for child in head.children if child.dep_ == "appos" and child.i < draft.source[1]]
    if following < draft.source[1] and doc[following].ent_type_ == "PERSON":
        candidates.append(doc[following])
    last = doc[draft.source[1] - 1]
    beside = last.head
    body = beside.ent_type_ != "PERSON" and not {beside.lemma_.lower(), beside.lower_} & load_cues().people
    if last.ent_type_ == "PERSON" and last.dep_ == "appos" and body:
        candidates.append(last)  # "his partner at Lenox, Ana Ruiz": nobody takes a place or body for the one named
    for candidate in candidates:
        mention = mention_at(index, candidate)
        if mention is None or mention.ambiguous or len(mention.actors) != 1:
            continue
        found = actor(index, mention.actors[0])
        if found is not None and found.kind == "person":
            return found.key
    return None
