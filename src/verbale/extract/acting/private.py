"""Private matters told in the words of politics: crime, thanks, single people's yes and no."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.roles import Roles
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger
from verbale.language.parse import Token

# What one person's words or deeds are no news of, unless a party is behind them or before them.
_NEEDS_A_PARTY = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "REJECT", "REQUEST", "CONCEDE", "RETREAT", "AID", "ACCUSE", "THREATEN"}
)
# Crime and courts: what is done to suspects and what they admit, refuse and are accused of.
_IN_COURT = _NEEDS_A_PARTY | {"COERCE", "SANCTION"}
# What a court at home does in a case between people.
_RULINGS = frozenset({"REQUEST", "REJECT", "CONCEDE", "AGREE", "SUPPORT"})
_COURTESIES = frozenset({"thanks", "congratulation"})
_PARTIES = frozenset({"state", "group", "government_body"})


def is_private_matter(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """What a report that isn't on talks tells of persons, suspects and firms, none of whom act for a party."""
    if scene.is_on_talks:
        return False
    sources = [key for key in roles.sources if is_party(scene, key)]
    targets = [key for key in roles.targets if is_party(scene, key)]
    kind = trigger.frame.type
    if _is_courtesy(trigger):
        return len({scene.party(key) for key in (*sources, *targets)}) < 2
    if trigger.frame.what == "cooperation" and roles.sources and len({*sources, *targets}) < 2:
        return True
    if kind == "AGREE" and any(lemma(noun) in context_words()["guard.crime"] for noun in trigger.clause.objects):
        return True  # "accepted bribes"
    if kind in _IN_COURT and _is_of_crime(trigger) and not _is_of_those_in_power(scene, kind, roles):
        return True
    if kind == "REQUEST" and _is_own_wish(trigger) and not (sources and targets):
        return True
    if kind == "CONSULT" and trigger.token.pos_ == "VERB" and roles.sources and not sources and not targets:
        return True  # two firms
    if _is_lack_of_a_plan(trigger) or _is_silence_to_the_press(trigger):
        return True
    if kind in _RULINGS and not targets and any(_is_court(scene, token) for token in trigger.clause.subjects):
        return True
    if trigger.frame.what == "resignation":
        return not sources and not _names_an_office(trigger)  # "quit her job"
    alone = bool(roles.sources) and all(_is_individual(scene, key) for key in roles.sources)
    return kind in _NEEDS_A_PARTY and alone and not targets


def is_party(scene: Scene, key: str) -> bool:
    """A state, body, movement or group, or somebody whose party the report or the world tells."""
    found = scene.actor(key)
    if found is None:
        return False
    if found.kind == "organisation" and _words(found.name) & word_classes()["movement_name"]:
        return True
    if scene.is_newcomer(key):
        return False
    known = found.kind in _PARTIES or bool(found.world or found.party) or scene.party(key) != key
    return known or any(_is_of_state(office.title) for office in found.offices)


def _is_of_state(title: str) -> bool:
    """ "interior minister", "Vice President", not "school principal"."""
    return bool(_words(title) & word_classes()["state_office"])


def _words(name: str) -> set[str]:
    return set(name.lower().replace("-", " ").split())


def _is_individual(scene: Scene, key: str) -> bool:
    return scene.kind(key) == "person" and not is_party(scene, key)


def _is_of_those_in_power(scene: Scene, kind: str, roles: Roles) -> bool:
    """A party speaks, parties deal with each other, or an office-holder stands before the court."""
    parties = {scene.party(key) for key in (*roles.sources, *roles.targets) if is_party(scene, key)}
    speaks = kind in _NEEDS_A_PARTY and any(is_party(scene, key) for key in roles.sources)
    return speaks or len(parties) > 1 or any(is_party(scene, key) for key in roles.people)


def _is_courtesy(trigger: Trigger) -> bool:
    """ "thanked the pupils", "expressed gratitude to the foundation"."""
    courtesies = word_classes()["courtesy"]
    return trigger.frame.what in _COURTESIES or (
        trigger.frame.type == "SUPPORT" and any(lemma(noun) in courtesies for noun in trigger.clause.objects)
    )


def _is_of_crime(trigger: Trigger) -> bool:
    """ "arrested on a charge of drug dealing", "accepted bribes": unless opponents or rebels are meant."""
    words = context_words()["guard.crime"]
    if any(lemma(noun) in word_classes()["dissenter"] for noun in trigger.clause.objects):
        return False
    return any(token.pos_ in {"NOUN", "PROPN"} and lemma(token) in words for token in trigger.token.sent)


def _is_lack_of_a_plan(trigger: Trigger) -> bool:
    """ "had no plan in mind": nobody refuses anything, as he does with "no plans to talk"."""
    if lemma(trigger.token) != "have" or trigger.frame.type != "REJECT":
        return False
    return any(
        noun.tag_ == "NN" and not _has_infinitive(noun) for noun in trigger.clause.objects if lemma(noun) == "plan"
    )


def _has_infinitive(noun: Token) -> bool:
    return any(child.dep_ in {"acl", "xcomp"} for child in noun.rights)


def _is_silence_to_the_press(trigger: Trigger) -> bool:
    """ "declined to respond to questions", "refused to comment"."""
    verb = trigger.clause.complement
    return trigger.frame.type == "REJECT" and verb is not None and lemma(verb) in word_classes()["press_reply"]


def _is_own_wish(trigger: Trigger) -> bool:
    """ "Wants to launch a race": its own deed, not another's ("wants the prisoners freed")."""
    deed = trigger.clause.complement
    if lemma(trigger.token) not in word_classes()["wish_verb"] or deed is None or deed.tag_ != "VB":
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass"} for child in deed.lefts)


def _is_court(scene: Scene, token: Token) -> bool:
    """A court at home, not one between states, or its judge."""
    if any(scene.kind(key) != "state" and _is_of_world(scene, key) for key in scene.own(token)):
        return False
    words = word_classes()["court"]
    return lemma(token) in words or any(
        lemma(child) in words for child in token.lefts if child.dep_ in {"compound", "nmod"}
    )


def _is_of_world(scene: Scene, key: str) -> bool:
    found = scene.actor(key)
    return found is not None and found.world is not None


def _names_an_office(trigger: Trigger) -> bool:
    return any(lemma(token) in word_classes()["state_office"] for token in trigger.token.sent)
