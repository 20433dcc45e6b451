"""Which words of a report evoke acts: each token looked up in the lexicon, and its conditions tried."""

from verbale.extract.acting.clause import Clause, adjective_clause, carried_clause, noun_clause, verb_clause
from verbale.extract.acting.conditions import MAX_NESTING, holds, lemma
from verbale.extract.acting.contents import without_contents
from verbale.extract.acting.lexicon import Frame, context_words, frames
from verbale.extract.acting.misread import is_mistaken_for_adjective, is_verb_in_disguise
from verbale.extract.acting.phrases import is_gerund_subject, top_of
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger, carrier_of
from verbale.language.parse import Token


def find(scene: Scene) -> list[Trigger]:
    """All triggers, in order of the text, without those that only say what another act is about."""
    verbs = [t for token in scene.doc if (t := _of_verb(scene, token)) or (t := _of_adjective(scene, token))]
    nouns = [trigger for token in scene.doc if (trigger := _of_noun(scene, token))]
    return without_contents(sorted([*verbs, *nouns], key=lambda trigger: trigger.token.i))


def _of_verb(scene: Scene, token: Token) -> Trigger | None:
    tagged = token.tag_.startswith("VB") and token.dep_ in {"ROOT", "conj"}
    if token.pos_ not in {"VERB", "AUX"} and not tagged and not is_verb_in_disguise(token):
        return None
    if token.dep_ in {"amod", "compound", "aux", "auxpass"} and not is_mistaken_for_adjective(token):
        return None
    candidates = frames("verb").get(lemma(token))
    if not candidates:
        return None
    clause = verb_clause(token)
    frame = _first(candidates, scene, clause)
    if frame is None or (clause.passive and not clause.subjects and frame.type == "REJECT" and "meet" in frame.modes):
        return None  # "the talks were cancelled": told by the noun, since nobody is said to have done it
    return Trigger(token, frame, clause, token)


def _of_adjective(scene: Scene, token: Token) -> Trigger | None:
    if token.dep_ not in {"acomp", "oprd", "conj", "ROOT", "ccomp", "attr"} or token.pos_ not in {"ADJ", "VERB"}:
        return None
    candidates = frames("adjective").get(token.lower_)
    if not candidates:
        return None
    clause = adjective_clause(token)
    frame = _first(candidates, scene, clause)
    told_by = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
    return Trigger(token, frame, clause, told_by) if frame else None


def _of_noun(scene: Scene, token: Token) -> Trigger | None:
    gerund = is_gerund_subject(token)
    if (token.pos_ not in {"NOUN", "PROPN"} and not gerund) or token.dep_ in {"compound", "nmod"}:
        return None
    candidates = frames("noun").get(token.lower_ if gerund else lemma(token))
    if not candidates:
        return None
    carrier = carrier_of(token)
    clause = carried_clause(token, carrier) if carrier is not None else noun_clause(token)
    if (top := top_of(token)) != token and token.dep_ == "pobj":  # "a round of talks with Oslo": "with" on the round
        for word, found in noun_clause(top).preps.items():
            if word in {"between", "with", "among"}:
                clause.preps.setdefault(word, []).extend(found)
    if (
        carrier is None
        and token.dep_ in {"nsubj", "nsubjpass"}
        and lemma(token.head) in context_words()["carry.as_subject"]
    ):
        for word, found in verb_clause(token.head).preps.items():  # "clashes broke out between …"
            if word in {"between", "with", "among"}:
                clause.preps.setdefault(word, []).extend(found)
    frame = _first(candidates, scene, clause)
    if frame is not None and frame.type == "REQUEST" and _is_in_name(token):
        return None
    if frame is not None and token.pos_ == "PROPN" and token.ent_type_ and frame.type != "CONSULT":
        return None  # "the Belt and Road Initiative": a name
    return Trigger(token, frame, clause, carrier or token) if frame else None


def _is_in_name(noun: Token) -> bool:
    """ "the Black Sea Grain Initiative": the last word of a proper name."""
    return noun.text[0].isupper() and any(child.dep_ == "compound" and child.text[0].isupper() for child in noun.lefts)


def _first(candidates: tuple[Frame, ...], scene: Scene, clause: Clause, depth: int = 0) -> Frame | None:
    for frame in candidates:
        if holds(frame, scene, clause, lambda token: _type_of(scene, token, depth + 1)):
            return frame
    return None


def _type_of(scene: Scene, token: Token, depth: int) -> str:
    """The type of act that `token` would tell of by itself, or ""."""
    if depth > MAX_NESTING:
        return ""
    candidates = frames("verb").get(lemma(token))
    if candidates:
        frame = _first(candidates, scene, verb_clause(token), depth)
        if frame is not None:
            return frame.type
    for child in token.children:
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and (nouns := frames("noun").get(lemma(child))):
            frame = _first(nouns, scene, carried_clause(child, token), depth)
            if frame is not None:
                return frame.type
        elif child.dep_ in {"acomp", "oprd"} and (adjectives := frames("adjective").get(child.lower_)):
            frame = _first(adjectives, scene, adjective_clause(child), depth)
            if frame is not None:
                return frame.type
    return ""
