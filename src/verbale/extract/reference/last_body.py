"""Whom "the ministry", "the union", "the carmaker" means: the body last named that bears the noun or is of its kind."""

from verbale.extract.reference.body_kinds import is_called, is_of_kind, kind_called
from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold

_ANY_BODY = frozenset({"government_body", "organisation", "group"})
_KINDS = {
    "government_body": {"government_body"},
    "organisation": {"organisation", "group"},
    "armed": {"group"},
}
_NAMED, _OF_KIND = 1.5, 1.0  # what speaks for a body whose name holds the noun, and for one of its kind
_REACH = 6  # sentences
_PARTY = "party"


def last_body(scene: Scene, phrase: Phrase, noun: str, sort: str) -> Meant:
    """The body that "the `noun`" means, where one suits: the only one of its kind also from far back."""
    kind = kind_called(noun)
    of_one = noun in scene.words.lists["official.at_home"]
    told = {fold(word) for word in phrase.adjectives} if of_one else set()

    def fits(member: Member) -> float | None:
        if member.kind not in _ANY_BODY:
            return None
        named = _is_named(scene, member, noun)
        if told and not any(told & set(fold(text).split()) for text in (member.name, *member.aliases)):
            return None  # "the finance ministry" is not the foreign ministry
        if kind is not None and not named:
            return _of_kind(scene, phrase, member, noun, kind)
        if member.kind not in _KINDS.get(sort, set()) and not named:
            return None
        if noun in scene.words.lists["collective.named_alone"] and not named:
            return None
        if sort == "government_body" and (not named or member.kind == "group"):
            return None  # "the army" in a report on the Lord's Resistance Army is the state's
        if sort == "organisation" and not named and not _may_be_any(scene, phrase, member, noun):
            return None
        return _NAMED if named else 0.0

    reach = _REACH if sort == "organisation" else NOUN_REACH
    weights = scene.discourse.weigh(phrase.head, fits, reach)
    if not weights and _stands_alone(phrase) and noun in scene.words.lists["collective.one_in_report"]:
        only = [m.key for m in scene.cast.members.values() if m.mentions and (fits(m) or 0.0) > 0.0]
        return ((only[0],), False) if len(only) == 1 else NOBODY
    return scene.discourse.choose(weights)


def _stands_alone(phrase: Phrase) -> bool:
    """True for "the bank" with nothing beside it that may tell another."""
    narrowed = bool(phrase.modifiers or phrase.adjectives) or phrase.plural
    return not narrowed and not any(child.dep_ in {"prep", "relcl", "acl", "appos"} for child in phrase.head.rights)


def _is_named(scene: Scene, member: Member, noun: str) -> bool:
    """True where the noun stands in a name of the body, or is what the text calls it beside its name."""
    in_name = any(noun in fold(text).replace("'", " ").split() for text in (member.name, *member.aliases))
    return in_name or is_called(scene, member, noun)


def _of_kind(scene: Scene, phrase: Phrase, member: Member, noun: str, kind: str) -> float | None:
    """How well a body suits that is told to be a company, or of which nothing is told: "Douban … the company"."""
    if _tells_another(scene, phrase):
        return None
    known = is_of_kind(scene, member, kind)
    if known:
        return _OF_KIND
    if kind == _PARTY and member.kind == "group" and _stands_alone(phrase):
        return 0.0 if _only_movement(scene, member) else None
    private = noun in scene.words.lists["collective.private"]
    nobody = member.world is None and member.kind == "organisation"
    if known is None and not phrase.adjectives and (nobody if private else _may_be_any(scene, phrase, member, noun)):
        return 0.0
    return None


def _only_movement(scene: Scene, member: Member) -> bool:
    """True for the one movement of the report so far, which has become a party: "Renamo … the party"."""
    others = (m for m in scene.cast.members.values() if m.mentions and m is not member)
    return not any(m.kind == "group" or is_of_kind(scene, m, _PARTY) for m in others)


def _may_be_any(scene: Scene, phrase: Phrase, member: Member, noun: str) -> bool:
    """True for "the agency", "the bloc", "the movement", which a body may be whatever its name."""
    if noun not in scene.words.lists["collective.any_body"] or phrase.adjectives:
        return False
    if noun == "alliance" and member.name not in scene.words.lists["collective.alliances"]:
        return False
    return (member.kind == "group") == (noun in {"group", "movement"})


def _tells_another(scene: Scene, phrase: Phrase) -> bool:
    """True for "the Dymarla company", "the retailer Amazon", "one of the best airlines", "is the only union"."""
    head = phrase.head
    named = any(token.tag_ == "NNP" and token.i < head.i for token in phrase.modifiers) or phrase.end in scene.starts
    best = any(token.tag_ in {"JJS", "RBS"} for token in scene.doc[phrase.start : head.i])
    return named or best or phrase.plural or head.dep_ in {"attr", "appos"}
