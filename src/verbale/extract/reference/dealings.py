"""What a report tells of its parties: how often it names them, whom it tells of together, who helps others to talk."""

from itertools import islice

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of, conjuncts, doer_of, first_of_coordination
from verbale.extract.reference.names import Name
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.scene import Scene, Told, in_order
from verbale.language.parse import Token

_PERSON = 0.5  # what a person tells of his party, measured by its name
BETWEEN, _JOINED, _OPPOSED = 4.0, 1.0, 3.0
_MEDIATES = 2
_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})
_SELDOM = 0.12  # so small a share of what is told of a party may look as if it helped others


def told_of(scene: Scene) -> Told:
    """What the whole report tells of its parties, read once."""
    if scene.told is not None:
        return scene.told
    scene.told = told = Told()
    for name in scene.names:
        party = _party_named(scene, name)
        if party is None or party.world in scene.words.lists["collective.mediating"]:
            continue
        told.times[party.key] += _PERSON if name.kind == "person" else 1
        head = scene.doc[name.start : name.end].root
        told.helping[party.key] += _helps_here(scene, head)
        _note_together(scene, told, party, head)
    _note_opponents(scene, told)
    return told


def helps_others(told: Told, key: str) -> bool:
    """True for a party that is told, and not only by the way, to host, to mediate or to call on two others."""
    return told.helping[key] > _SELDOM * told.times[key]


def _party_named(scene: Scene, name: Name) -> Member | None:
    """The party that a name stands for or belongs to, whether or not it has had its turn."""
    if name.kind == "person":
        fitting = scene.cast.people_fitting(person_name(scene.text(name.start, name.end)))
        members = {member.key: member for _, member in fitting}
        person = next(iter(members.values())) if len(members) == 1 else None
        party = _party_of_person(scene, person) if person is not None and person.party else None
    else:
        entry = scene.party_entry_at(name.start)
        member = scene.cast.known(entry) if entry is not None and name.kind != "outlet" else None
        member = member or scene.member_at(name.start)
        party = scene.cast.party_member_of(member) if member is not None and member.kind != "place" else None
    if party is None or party.kind not in {"state", "group", "organisation"}:
        return None
    return None if (party.world or "").startswith("outlet/") else party


def _party_of_person(scene: Scene, person: Member) -> Member | None:
    party = scene.cast.party_member_of(person)
    ids = scene.world.by_form.get(person.party or "", ()) if party is None else ()
    state = next((scene.world.entries[id_] for id_ in ids if id_.startswith("state/")), None)
    return scene.party_member(state) if state is not None else party


def _note_together(scene: Scene, told: Told, party: Member, head: Token) -> None:
    """What the sentence tells of the party together with one named before: "between A and B", "A met B"."""
    first = first_of_coordination(head)
    weight = _JOINED
    others: list[Token] = []
    if first is not head:
        others = [part for part in conjuncts(first) if part.i < head.i]
        if len(others) > 1 or any(part.i > head.i for part in conjuncts(first)):
            return  # of three or more, any two may be meant
        if first.dep_ == "pobj" and first.head.lower_ == "between":
            weight = BETWEEN
    else:
        noun = head.head if head.dep_ in _MODIFIERS else head
        others = _acting_on(scene, noun)
    for token in others:
        for word in (token, *(child for child in token.lefts if child.dep_ in _MODIFIERS)):
            name = scene.name_at(word.i)
            other = _party_named(scene, name) if name is not None else None
            if other is not None and other is not party:
                told.together[in_order(party.key, other.key)] += weight
                break


def _acting_on(scene: Scene, noun: Token) -> list[Token]:
    """The subject of "A met B", "A held talks with B", "A accused B"."""
    lists, verb = scene.words.lists, noun.head
    met = noun.dep_ == "pobj" and verb.lower_ in {"with", "against"}
    met = met or (noun.dep_ == "dobj" and verb.lemma_ in lists["verbs.meeting"] | lists["sides.opposing"])
    subject = doer_of(clause_of(noun)) if met else None
    return [subject] if subject is not None and subject.i < noun.i else []


def _note_opponents(scene: Scene, told: Told) -> None:
    """A movement and the state that it is of are across from each other, where no other state is named more."""
    members = scene.cast.members
    states = [key for key in told.times if members[key].kind == "state" and not helps_others(told, key)]
    most = max((told.times[key] for key in states), default=0.0)
    for key in list(told.times):
        entry = scene.world.entries.get(members[key].world or "")
        state = scene.world.entries.get(entry.country or "") if entry is not None and entry.kind == "armed" else None
        other = scene.cast.known(state) if state is not None else None
        if other is not None and 2 * told.times[other.key] >= most:
            told.together[in_order(key, other.key)] += _OPPOSED


def _helps_here(scene: Scene, head: Token) -> int:
    """How surely the sentence tells that who is named helps others: _MEDIATES for "mediated" and "Norwegian mediators",
    1 for "hosted" and "urged both sides"."""
    nouns = {child.lemma_.lower() for child in head.rights if child.dep_ == "appos"}
    if head.dep_ in _MODIFIERS:
        nouns.add(head.head.lemma_.lower())
    top = first_of_coordination(head)
    owner = head.head if head.dep_ in _MODIFIERS else top  # "Austrian diplomats urged both sides"
    verbs = [owner.head] if owner.dep_ == "nsubj" else []
    described = {head, owner, *(child for child in head.rights if child.dep_ == "appos")}
    verbs += [child for noun in described for child in noun.rights if child.dep_ == "relcl" and _has_who(child)]
    doing = {
        one.lemma_ for verb in verbs for one in (verb, *verb.rights) if one is verb or one.dep_ in {"xcomp", "conj"}
    }
    if head.dep_ == "pobj" and head.head.lower_ == "by":
        doing.add(head.head.head.lemma_)
    lists = scene.words.lists
    if nouns & lists["sides.mediators"] or doing & lists["sides.mediating"]:
        return _MEDIATES
    hosts = nouns & lists["sides.helpers"] or doing & lists["sides.helping"]
    return 1 if hosts or any(_speaks_to_both(scene, verb) for verb in verbs) else 0


def _has_who(clause: Token) -> bool:
    subject = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in {"which", "who", "that"}


def _speaks_to_both(scene: Scene, verb: Token) -> bool:
    """ "Urged both sides", "called on the parties"."""
    behind = (word for word in islice(verb.subtree, 30) if word.i > verb.i)
    words = (word for word in behind if word.lemma_.lower() in scene.words.lists["sides.both"])
    return any(_is_both(word) and _is_addressed(word, verb) for word in words)


def _is_addressed(noun: Token, verb: Token) -> bool:
    """ "Thanked both sides", "called on the parties", "urged both sides to talk"."""
    if noun.dep_ == "nsubj":
        clause = noun.head
        return clause.head == verb and any(child.lower_ == "to" for child in clause.lefts)
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"on", "upon", "to", "with"} and noun.head.head == verb
    return noun.dep_ in {"dobj", "dative"} and noun.head == verb


def _is_both(noun: Token) -> bool:
    return any(child.lower_ in {"both", "the", "two"} for child in noun.lefts) and noun.tag_ == "NNS"
