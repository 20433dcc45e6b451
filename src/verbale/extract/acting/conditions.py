"""Whether a frame's conditions hold of a clause: the meaning of the conditions column of the lexicon."""

from collections.abc import Callable

from verbale.extract.acting.agents import is_agent, is_person, may_act
from verbale.extract.acting.anaphora import antecedents
from verbale.extract.acting.clause import Clause
from verbale.extract.acting.lexicon import Condition, Frame, word_classes
from verbale.extract.acting.named_conditions import NAMED
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import has_word, lemma, slot_tokens
from verbale.language.parse import Token

__all__ = ["MAX_NESTING", "holds", "lemma", "slot_tokens"]

# How deep "the type of the complement's own act" may nest ("plans to agree to meet").
MAX_NESTING = 3

# What is done by speaking, at talks.
SPOKEN = frozenset({"REQUEST", "REJECT", "AGREE", "CONSULT", "SUPPORT", "ACCUSE", "THREATEN", "CONCEDE", "SANCTION"})
# Kinds of actors that at talks anybody may be.
ANYBODY = frozenset({"actor", "party", "political"})

TypeOf = Callable[[Token], str]


def holds(frame: Frame, scene: Scene, clause: Clause, type_of: TypeOf) -> bool:
    """True where every condition of `frame` holds of `clause`; `type_of` gives a token's own act type or ""."""
    at_talks = frame.type in SPOKEN and scene.is_on_talks
    for condition in frame.conditions:  # by far the most asked: a plain loop
        if _holds(condition, scene, clause, type_of, at_talks and not condition.negated) == condition.negated:
            return False
    return True


def _holds(condition: Condition, scene: Scene, clause: Clause, type_of: TypeOf, at_talks: bool) -> bool:
    special = NAMED.get(condition.slot)
    if special is not None:
        return special(scene, clause)
    if condition.slot == "comp":
        return _of_complement(condition, scene, clause, type_of, at_talks)
    if condition.slot in {"prt", "advmod"}:
        return (
            bool(condition.value & (clause.particles | clause.adverbs)) if condition.value else bool(clause.particles)
        )
    if condition.slot == "compound":
        return any(lemma(token) in condition.value for token in clause.modifiers)
    tokens = slot_tokens(clause, condition.slot)
    if condition.slot in {"acomp", "oprd"}:
        tokens = clause.predicates
    if condition.kind == "has":
        return condition.slot.removeprefix("prep:") in clause.preps or bool(tokens)
    if condition.kind == "words":
        if not tokens:
            return False
        if any(has_word(token, condition.value) for token in tokens):
            return True
        return condition.slot == "obj" and any(
            has_word(noun, condition.value) for token in tokens for noun in antecedents(scene, token)
        )
    if "plural" in condition.value and len(set(tokens)) > 1:
        return True
    if condition.slot == "subj" and clause.passive and not tokens and "political" in condition.value:
        return True  # "a ban was imposed on Qatar": by somebody, who is not named
    if not tokens:
        return False
    acts = may_act if condition.slot == "subj" else is_agent
    if at_talks and condition.value & ANYBODY and any(acts(scene, token) for token in tokens):
        return True  # whoever speaks or is spoken to at talks is a side, or speaks of it
    if at_talks and "person" in condition.value and any(is_person(scene, token) for token in tokens):
        return True
    return any(_is(token, kind, scene) for token in tokens for kind in condition.value)


def _is(token: Token, kind: str, scene: Scene) -> bool:
    keys = scene.actors(token)
    if kind == "actor":
        return any(scene.kind(key) in {"state", "government_body", "group", "organisation", "person"} for key in keys)
    if kind == "person":
        return (
            token.ent_type_ == "PERSON"
            or any(scene.kind(key) == "person" for key in scene.own(token))
            or (token.pos_ == "NOUN" and lemma(token) in word_classes()["leading_person"])
        )
    if kind == "party":
        return bool(scene.own(token)) or (bool(keys) and lemma(token) in word_classes()["official"])
    if kind == "political":
        return any(scene.is_political(key) for key in keys) or lemma(token) in word_classes()["always_political"]
    if kind == "government":
        return token.pos_ == "PROPN" and any(
            scene.kind(key) in {"state", "government_body"} for key in scene.own(token)
        )
    if kind == "state":
        return scene.is_state(token)
    if kind == "place":
        return scene.is_place(token) or token.ent_type_ in {"GPE", "LOC", "FAC"}
    if kind == "body":
        return any((found := scene.actor(key)) is not None and (found.world or "").startswith("body/") for key in keys)
    if kind == "plural":
        return scene.is_plural(token)
    if kind == "demonym":
        return any(child.ent_type_ == "NORP" for child in token.children) or token.ent_type_ == "NORP"
    if kind in {"armed", "political_or_armed"}:
        armed = lemma(token) in word_classes()["armed_subject"]
        return armed or any(
            (kind == "political_or_armed" and scene.is_political(key))
            or ((actor := scene.actor(key)) is not None and bool(actor.world) and str(actor.world).startswith("armed/"))
            for key in keys
        )
    if kind == "self":
        parties = {scene.party(key) for key in keys or scene.states_at(token)}
        return token.lower_ in {"itself", "themselves", "himself"} or any(
            token.pos_ in {"PROPN", "PRON"} and scene.party(key) in parties
            for subject in token.head.children
            if subject.dep_ == "nsubj"
            for key in scene.actors(subject)
        )
    return False


def _of_complement(condition: Condition, scene: Scene, clause: Clause, type_of: TypeOf, at_talks: bool) -> bool:
    verb = clause.complement
    if condition.kind == "has":
        return verb is not None
    if verb is None:
        return False
    if condition.kind == "words":
        return has_word(verb, condition.value)
    if condition.kind == "type":
        return type_of(verb) in condition.value
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}] or (
        clause.objects if verb.dep_ == "xcomp" else []
    )
    subjects = {scene.party(key) for token in clause.subjects for key in scene.actors(token)}
    if any(lemma(token) in word_classes()["always_political"] for token in own):
        return True
    if at_talks and any(is_agent(scene, token) and not scene.actors(token) for token in own):
        return True
    return any(
        (at_talks or scene.is_political(key)) and scene.party(key) not in subjects
        for token in own
        for key in scene.actors(token)
    )
