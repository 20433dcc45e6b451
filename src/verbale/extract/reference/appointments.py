"""Offices that someone is said to take, have or leave: "was named foreign minister", "served as Chad's envoy"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import doer_of
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def taking_verb(scene: Scene, phrase: Phrase) -> Token | None:
    """The verb that tells of the office at `phrase` that somebody takes or has it: such a phrase names nobody else."""
    lists, head = scene.words.lists, phrase.head
    if head.dep_ == "pobj" and head.head.lower_ == "as":
        verb = head.head.head
        return verb if verb.lemma_ in lists["verbs.serving"] | lists["verbs.appointing"] else None
    if head.dep_ in {"attr", "oprd", "dobj", "xcomp"}:
        verb = head.head
        becomes = verb.lemma_ in lists["verbs.becoming"] and head.dep_ != "dobj"
        return verb if becomes or (verb.lemma_ in lists["verbs.appointing"] and _is_passive(verb)) else None
    return None


def appointed(scene: Scene, verb: Token, party: str | None) -> Member | None:
    """The one person who takes or has the office, who is then of the office's party if none is known."""
    person: Token | None
    if verb.lemma_ in scene.words.lists["verbs.appointing"]:
        if verb.dep_ == "acl":
            person = verb.head
        else:
            person = doer_of(verb) if _is_passive(verb) else next((c for c in verb.rights if c.dep_ == "dobj"), None)
    else:
        person = doer_of(verb)
    keys = scene.keys_at(person) if person is not None else ()
    member = scene.cast.members[keys[0]] if len(keys) == 1 else None
    if member is None or member.kind != "person":
        return None
    if party is not None and member.affiliation is None and (member.party is None or member.assumed):
        member.party = party
    return member


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(c.dep_ == "auxpass" for c in verb.lefts))
