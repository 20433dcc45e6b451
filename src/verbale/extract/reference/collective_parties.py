"""Parties meant by a noun for several: "the two sides", "both countries", "the four delegations"."""

from collections.abc import Callable

from verbale.extract.reference.cast import Member
from verbale.extract.reference.dealings import told_of
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.parties import is_own_party
from verbale.extract.reference.protagonists import protagonists
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sets import NONE, Found, group, pair
from verbale.extract.reference.sides import helps, likely, sides_of

# Who may have been named apart: "the four parties" are those that a sentence names, "the three communities" need not.
_SIDES = frozenset({"side", "party", "signatory", "guarantor", "mediator", "delegation"})
# So many sentences back two may have been named together who are meant before the two sides of the report.
_NEAR_SIDES, _NEAR_STATES = 1, 2


def parties_meant(scene: Scene, phrase: Phrase, out: set[str]) -> Found:
    """Whom "the two sides" or "the three countries" means; none of those in `out`."""
    states_only = phrase.head.lemma_.lower() in scene.words.lists["collective.states"]
    if _of_a_line(scene, phrase) or scene.words.lists["sides.of_politics"] & set(phrase.adjectives):
        return NONE

    def fits(member: Member) -> bool:
        if phrase.head.lemma_.lower() in scene.words.lists["collective.bodies"] and member.kind != "organisation":
            return False
        if phrase.number > 2 and helps(scene, member.key):
            return False  # who watches the talks of three is no fourth
        return member.key not in out and (member.kind == "state" or not states_only)

    if phrase.number == 2:
        found = pair(scene.discourse, phrase.head, 2, False, fits)
        two = sides_of(scene)
        if _is_one_of_many(scene, phrase, two):
            return NONE
        if two and all(fits(scene.cast.members[key]) for key in two) and not _may_be_sides(scene, found, states_only):
            return Found(two, 0.0)
        third = [_is_third(scene, key) for key in found.keys]
        if phrase.head.lemma_.lower() in _SIDES and third and (all(third) or _has_mediator(scene, found.keys)):
            own: Callable[[Member], bool] = lambda member: fits(member) and not _is_third(scene, member.key)  # noqa: E731
            sides = pair(scene.discourse, phrase.head, 2, False, own)
            sides = sides if sides.keys else group(scene.discourse, phrase.head, 2, False, own, True)
            return sides if sides.keys else found
        if found.weight < 0.0 or (states_only and found.weight <= 0.0):
            about = protagonists(scene, fits, states_only, 2)
            return Found(about, 0.0) if about else found
        return found
    apart = states_only or phrase.head.lemma_.lower() in _SIDES
    found = group(scene.discourse, phrase.head, phrase.number, False, fits, apart)
    if not found.keys and phrase.number and apart:
        return Found(protagonists(scene, fits, states_only, phrase.number), 0.0)
    return found


def _is_one_of_many(scene: Scene, phrase: Phrase, two: tuple[str, ...]) -> bool:
    """True for "the parties", without a number, of a parliament: where a third is named, or one of the two only further
    down."""
    counted = any(child.lower_ in scene.words.numbers for child in phrase.head.lefts)
    if counted or phrase.head.lemma_.lower() != "party" or not two:
        return False
    members = scene.cast.members
    if any(members[key].kind == "state" for key in two):
        return False
    thirds = (key for key in told_of(scene).times if key not in two and members[key].kind == "group")
    return any(not members[key].mentions for key in two) or any(True for _ in thirds)


def _of_a_line(scene: Scene, phrase: Phrase) -> bool:
    """ "Both sides of the border", "of the aisle": places, or people of whom no two are meant."""
    of = [child for child in phrase.head.rights if child.lower_ == "of" and phrase.head.lemma_.lower() == "side"]
    nouns = [noun for child in of for noun in child.rights if noun.dep_ == "pobj"]
    quarrel = scene.words.lists["collective.mutual"] | scene.words.lists["sides.of"]
    return any(not scene.keys_at(noun) and noun.lemma_.lower() not in quarrel for noun in nouns)


def _may_be_sides(scene: Scene, found: Found, states_only: bool) -> bool:
    """True for two who were named together just now, none of whom only helps others to talk; further back only those
    who may be the sides of the report."""
    if found.weight <= 0.0 or any(helps(scene, key) for key in found.keys):
        return False
    return found.distance <= (_NEAR_STATES if states_only else _NEAR_SIDES) or likely(scene, found.keys)


def _has_mediator(scene: Scene, keys: tuple[str, ...]) -> bool:
    """True where one of the two is a body that helps others to talk."""
    return any(scene.cast.members[key].world in scene.words.lists["collective.mediating"] for key in keys)


def _is_third(scene: Scene, key: str) -> bool:
    """True for a body that observes or helps: two of them are no two sides."""
    member = scene.cast.members[key]
    known = (member.world or "").startswith("body/")
    return known or (member.kind == "organisation" and not is_own_party(scene, member))
