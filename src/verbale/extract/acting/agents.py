"""Who can act at all: persons, bodies and groups by any word for them, not things, papers and events."""

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import lemma
from verbale.language.parse import Token

_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOBODY = frozenset({"", "place", "document"})


def is_agent(scene: Scene, token: Token) -> bool:
    """Somebody, not something: a person, a body or a group, by name, noun, number or pronoun."""
    words = word_classes()
    if token.pos_ in {"NOUN", "PROPN"} and lemma(token) in words["agent_noun"] | words["bargainer"] | words["official"]:
        return True
    if (
        token.pos_ == "NOUN"
        and lemma(token) in words["people_crowd"] | words["leading_person"] | words["person_victim"]
    ):
        return True
    if token.lower_ in words["agent_pronoun"] or token.tag_ in {"WP", "WP$"} or token.ent_type_ in _NAMES:
        return True
    return any(scene.kind(key) not in _NOBODY for key in scene.actors(token))


def may_act(scene: Scene, token: Token) -> bool:
    """Not a paper, an event or another thing: where talks are told, what else speaks or refuses is somebody."""
    if is_agent(scene, token):
        return True
    if token.lower_ == "it":
        return not any(scene.kind(key) == "document" for key in scene.actors(token))
    words = word_classes()
    things = words["thing"] | words["deal"] | words["legal_text"] | words["statement"] | words["ask"] | words["claim"]
    if token.pos_ != "NOUN" or token.ent_type_ or lemma(token) in things | words["meeting"] | words["sanction"]:
        return False
    return lemma(token) not in words["force_act"] | words["goods"] | words["money"] | words["weapon"]


def is_person(scene: Scene, token: Token) -> bool:
    """One or several people, by noun or pronoun: not a body or a state."""
    words = word_classes()
    if (
        token.pos_ == "NOUN"
        and lemma(token) in words["people_crowd"] | words["leading_person"] | words["person_victim"]
    ):
        return True
    return token.lower_ in words["person_pronoun"] or token.tag_ in {"WP", "WP$"}
