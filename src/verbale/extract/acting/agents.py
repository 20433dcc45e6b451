"""Who can act at all: persons, bodies and groups by any word for them, not things, papers and events."""

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import lemma
from verbale.language.parse import Token

_TIMES = frozenset({"DATE", "TIME", "MONEY"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_QUALITY = ("ance", "ence", "ness", "ism")
_NOBODY = frozenset({"", "place", "document"})


def is_agent(scene: Scene, token: Token) -> bool:
    """Somebody, not something: a person, a body or a group, by name, noun, number or pronoun."""
    words = word_classes()
    if token.pos_ in {"NOUN", "PROPN"} and lemma(token) in words["agent_noun"] | words["bargainer"] | words["official"]:
        return True
    if (
        _are_people(token)
        or token.lower_ in words["agent_pronoun"]
        or token.tag_ in {"WP", "WP$"}
        or token.ent_type_ in _NAMES
    ):
        return True
    if token.pos_ == "NUM" and token.ent_type_ in {"", "CARDINAL"} and token.dep_ in {"nsubj", "nsubjpass"}:
        return True  # "fifty handed in their guns"
    named = scene.actors(token) if token.pos_ != "NOUN" else scene.own(token)
    return any(scene.kind(key) not in _NOBODY for key in named)


def may_act(scene: Scene, token: Token) -> bool:
    """Not a paper, an event or another thing: where talks are told, what else speaks or refuses is somebody."""
    if token.ent_type_ in _TIMES:
        return False  # "since Monday agreed", cut in two by the parser
    if is_agent(scene, token):
        return True
    if token.lower_ == "it":
        return not any(scene.kind(key) == "document" for key in scene.actors(token))
    return token.pos_ == "NOUN" and not token.ent_type_ and not _is_thing(token) and not _is_quality(token)


def _is_thing(noun: Token) -> bool:
    words = word_classes()
    papers = words["deal"] | words["legal_text"] | words["statement"] | words["ask"] | words["claim"]
    goods = words["sanction"] | words["force_act"] | words["goods"] | words["money"] | words["weapon"]
    return lemma(noun) in words["thing"] | words["meeting"] | papers | goods


def _is_quality(noun: Token) -> bool:
    """ "the arrogance of Oslo", "their readiness": what somebody has, which does nothing."""
    return lemma(noun).endswith(_QUALITY)


def is_person(scene: Scene, token: Token) -> bool:
    """One or several people, by noun or pronoun: not a body or a state."""
    pronoun = token.lower_ in word_classes()["person_pronoun"] or token.tag_ in {"WP", "WP$"}
    return pronoun or _are_people(token)


def _are_people(noun: Token) -> bool:
    words = word_classes()
    people = words["people_crowd"] | words["leading_person"] | words["person_victim"]
    return noun.pos_ == "NOUN" and lemma(noun) in people
