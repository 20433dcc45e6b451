"""Which groups of namings are agreements of a negotiation: made, by those who can make one, and more than mentioned."""

from verbale.extract.actors import ActorIndex, actor, party_key
from verbale.extract.agreeing.business import is_of_business
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.kinds import has_points
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

_SIDES = frozenset({"state", "group"})
_PARTY_KINDS = frozenset({"state", "government_body", "organisation", "group", "person"})


def holds_good(group: Group, index: ActorIndex) -> bool:
    """A proper name is enough; a deal that is only described must have been made, by somebody who can make one."""
    if is_of_business(group.parties, index) or _is_worldwide(group) or _is_mere_contract(group, index):
        return False
    if group.mentioned:
        return _is_told_by_terms(group, index)
    if group.first.named and not _is_bare_plan(group):
        return not _is_only_mentioned(group)
    if _is_mere_plan(group) or _is_one_partys_statement(group, index):
        return False
    kinds = {actor.key: actor.kind for actor in index.actors}
    parties = [key for naming in group.namings for key in naming.parties]
    political = any(kinds.get(key) in _PARTY_KINDS for key in parties)
    told = bool(group.points - group.by_account) or any(naming.status for naming in group.namings)
    if not any(naming.told_made for naming in group.namings):  # "his treatment protocol", "the 200-page National Plan"
        told = told and not _is_bare_plan(group)
        political = any(kinds.get(key) in _PARTY_KINDS - {"person"} for key in parties)
        political = political or len({party_key(index, key) for key in parties} - {None}) > 1
    told = told or any(_is_of_its_day(naming) or _is_earlier(naming) for naming in group.namings)
    political = political or any(_is_by_foes(naming) for naming in group.namings)
    return any(naming.made for naming in group.namings) and (political or told or _is_of_peace(group))


def is_settled(group: Group, index: ActorIndex) -> bool:
    """A deal without a name is told of with its day, with two who made it, or with what it holds; not "the agreement
    with the Fund"."""
    dated = any(naming.date is not None for naming in group.namings)
    return group.named or dated or len(group.points) > 1 or len(sides_of(group, index)) > 1


def _is_told_by_terms(group: Group, index: ActorIndex) -> bool:
    """ "The understanding lets each army patrol the valley. No patrol may …": of two sides, with two points."""
    sides = sides_of(group, index)
    known = [key for key in sides if (one := actor(index, key)) and one.kind in _SIDES]
    return len(group.points) > 1 and len(known) > 1


def _is_of_peace(group: Group) -> bool:
    """ "the peace agreement that was signed in Bangui on 6 February", "a truce, signed in Geneva in 2002": between
    enemies, though none is named, and of a day."""
    dated = any(naming.date is not None and (naming.told_made or naming.definite) for naming in group.namings)
    words = {token.lower_ for naming in group.namings for token in (naming.head, *naming.head.lefts)}
    return dated and bool(words & WORDS.peace)


def _is_by_foes(naming: Naming) -> bool:
    """ "Lebanon's rival camps reached an accord", "The warring sides have agreed to a truce"."""
    subjects = [child for maker in naming.makers for child in maker.lefts if child.dep_ == "nsubj"]
    return any(
        subject.lemma_.lower() in WORDS.sides and any(left.lower_ in WORDS.opposed for left in subject.lefts)
        for subject in subjects
    )


def _is_of_its_day(naming: Naming) -> bool:
    """ "the agreement of June 15": whoever made it."""
    preps = [child for child in naming.head.rights if child.lower_ == "of" and child.i == naming.head.i + 1]
    of_day = any(noun.ent_type_ == "DATE" for prep in preps for noun in prep.rights)
    return of_day and naming.definite and naming.date is not None and naming.date.granularity == "day"


def _is_earlier(naming: Naming) -> bool:
    """ "An earlier accord, signed in Rome in 1992": one of those that the sides of the report's deal made before."""
    ranked = any(left.lower_ in WORDS.earlier for left in naming.head.lefts)
    return ranked and naming.told_made and naming.date is not None


def _is_only_mentioned(group: Group) -> bool:
    """ "their commitment to the Charter of the United Nations and the Alma-Ata Declaration": one of several by name
    alone, with nobody who made it and nothing said of what it holds or of what became of it."""
    told = any(n.told_made or n.provisions or n.status or n.parties for n in group.namings)
    return not told and all(_is_listed(naming.head) for naming in group.namings)


def _is_listed(head: Token) -> bool:
    others = [other for other in head.conjuncts if other.text in WORDS.proper_heads or other.ent_type_ == "LAW"]
    inside = [other for other in head.ancestors if other.text in WORDS.proper_heads and other.i < head.i]
    return bool(others or inside)


def _is_one_partys_statement(group: Group, index: ActorIndex) -> bool:
    """ "The council adopted a statement", "a statement signed by Dr. Forson, MP": of one side by itself."""
    parties = sides_of(group, index)
    sides = {key for key in parties if (one := actor(index, key)) and (one.kind in _SIDES or one.world)}
    joint = any(
        child.lower_ in WORDS.strengtheners["statement"] for naming in group.namings for child in naming.head.lefts
    )
    alone = {naming.head.lemma_.lower() for naming in group.namings} <= {"statement", "declaration"}
    people = all((one := actor(index, key)) and one.kind == "person" for key in parties)
    return len(sides) < 2 and not joint and alone and not (people and len(parties) > 1)


def _is_mere_plan(group: Group) -> bool:
    """ "agreed on a plan for more ships", of which nothing else is told."""
    nouns = {naming.head.lemma_.lower() for naming in group.namings}
    ways = {maker.lemma_.lower() for naming in group.namings for maker in naming.makers}
    told = any(naming.provisions or naming.status or has_points(naming.head) for naming in group.namings)
    return nouns <= WORDS.mere_plans and ways <= {"agree", "shake"} and not told


def _is_bare_plan(group: Group) -> bool:
    """A programme: a Plan, Charter or Framework with a title, that nobody is said to have made with anybody."""
    heads = {naming.head.lemma_.lower() for naming in group.namings}
    holds = any(naming.provisions for naming in group.namings)
    plan = group.first.head.text.istitle() and heads <= (WORDS.programmes if holds else WORDS.weak_nouns)
    by_two = len(set(group.parties)) > 1
    return plan and not by_two and not any(naming.told_made or naming.date for naming in group.namings)


def _is_mere_contract(group: Group, index: ActorIndex) -> bool:
    """ "signed a contract with the Warriors": one that does not bind two states or movements."""
    sides = sides_of(group, index)
    political = [key for key in sides if (one := actor(index, key)) and one.kind in _SIDES]
    return len(political) < 2 and all(naming.head.lemma_.lower() == "contract" for naming in group.namings)


def _is_worldwide(group: Group) -> bool:
    """ "the UN Convention on the Law of the Sea", "the Paris Agreement": with nobody who made, kept or broke it."""
    names = {naming.name.lower().removeprefix("the ") for naming in group.namings if naming.named}
    heads = {naming.head.lower_ for naming in group.namings if naming.named}
    told = any(n.provisions or n.status or n.parties for n in group.namings)
    return not told and bool((names | heads) & WORDS.worldwide or any("human rights" in name for name in names))
