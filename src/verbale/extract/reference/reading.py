"""One reading of a report from start to end: names linked, people told apart, pronouns and collectives resolved."""

from verbale.extract.actor_index import ActorIndex, index_of
from verbale.extract.reference.appositions import note_appositions
from verbale.extract.reference.countrymen import meet_countryman
from verbale.extract.reference.late_parties import complete_pairs, learn_owner, place_late, place_source
from verbale.extract.reference.layout import clause_of, conjuncts, first_of_coordination, subject_of
from verbale.extract.reference.leaders import place_leader
from verbale.extract.reference.links import is_acronym, link
from verbale.extract.reference.names import Name
from verbale.extract.reference.nicknames import bearer
from verbale.extract.reference.noun_phrases import phrase_at, role_word
from verbale.extract.reference.nouns import meet_noun
from verbale.extract.reference.ordinals import meet_ordinal
from verbale.extract.reference.own_parties import place_owners
from verbale.extract.reference.people import (
    find_title,
    is_full,
    learn,
    learn_counterpart,
    short_name,
    whole,
)
from verbale.extract.reference.places import meet_place
from verbale.extract.reference.pronouns import meet_pronoun
from verbale.extract.reference.report_home import place_bodies
from verbale.extract.reference.scene import Scene, scene_of
from verbale.extract.reference.shared_titles import learn_shared_titles
from verbale.extract.reference.shortened import meet_shortened
from verbale.extract.reference.sides import sides_of
from verbale.extract.reference.signatories import place_signatories
from verbale.extract.reference.titles import is_plural_role, role_class
from verbale.language.parse import Doc, Token
from verbale.model import Report
from verbale.world import World

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_LONGEST_LIST = 12


def read_actors(doc: Doc, report: Report, world: World) -> ActorIndex:
    """The index of all actors of `doc`: first the names that need no context, then everything in order of the text."""
    scene = scene_of(doc, report, world)
    people = [name for name in scene.names if name.kind == "person"]
    others = [name for name in scene.names if name.kind != "person"]
    for name in sorted(others, key=lambda name: name.entry is None and is_acronym(scene.text(name.start, name.end))):
        link(scene, name)  # letters last: what they stand for may be spelled out further down
    for name in people:
        find_title(scene, name)
    whole_of = {name.start: whole(scene, name) for name in people if is_full(scene, name)}
    for name in people:
        if name.start in whole_of:
            learn(scene, whole_of[name.start], name)
    learn_shared_titles(scene, whole_of)
    for member in whole_of.values():
        place_leader(scene, member)
    told_after = {
        title.head: name for name in people for title in scene.titles.get(name.start, ()) if title.start >= name.end
    }
    for token in doc:
        found = scene.starts.get(token.i)
        if found is not None:
            _meet_name(scene, found)
        elif token.i not in scene.within and token.i not in scene.consumed:
            _meet_word(scene, token)
        if token.i in told_after:
            _learn_behind(scene, told_after[token.i])
    note_appositions(scene)
    _settle_parties(scene)
    two = sides_of(scene)
    return index_of(tuple(member.frozen() for member in scene.cast.members.values()), scene.by_token, two)


def _learn_behind(scene: Scene, name: Name) -> None:
    """What a title behind a name tells, once it has had its turn."""
    learn_owner(scene, name)
    member = scene.member_at(name.start)
    if member is None or member.offices:
        return
    for title in scene.titles.get(name.start, ()):
        if role_word(scene.doc[title.head], scene.words) in scene.words.lists["titles.counterparts"]:
            learn_counterpart(scene, member, title)


def _meet_name(scene: Scene, name: Name) -> None:
    """A name, in its turn."""
    head = scene.doc[name.start : name.end].root
    if name.kind != "person":
        mention = scene.by_token.get(name.start)
        if mention is None and name.demonym and name.entry is not None:
            meet_countryman(scene, name, head)
        elif mention is not None:
            scene.discourse.remember(_told_as(scene, head), mention.actors, aside=name.start in scene.asides)
            _remember_together(scene, name, head)
        return
    ambiguous = False
    known = bearer(scene, name)
    if known is not None:
        keys: tuple[str, ...] = (known.key,)
    elif is_full(scene, name):
        member = whole(scene, name)
        learn(scene, member, name, in_turn=True)
        keys = (member.key,)
    else:
        keys, ambiguous = short_name(scene, name, head)
    for key in keys:
        scene.cast.members[key].aliases.setdefault(scene.text(name.start, name.end))
    scene.mention(name.start, name.end, head.i, "name", keys, ambiguous)
    for title in scene.titles.get(name.start, ()):
        start = title.start
        relative = role_word(scene.doc[title.head], scene.words) in scene.words.lists["titles.counterparts"]
        if relative and title.end <= name.start:
            start = title.left
        before = {"DT", "PRP$", "JJ"} if title.end <= name.start else {"DT", "JJ"}  # "his" has had its turn
        while start > title.left and scene.doc[start - 1].tag_ in before and start - 1 not in scene.within:
            start -= 1
        scene.mention(start, title.end, title.head, "title", keys, ambiguous)
    noun = head.head
    if head.dep_ == "appos" and _is_told_of(scene, noun):  # "his namesake, X, a former minister, said"
        scene.mention(max(noun.left_edge.i, noun.i - _LONGEST_LIST), noun.i + 1, noun.i, "title", keys, ambiguous)
    if head.dep_ == "appos" and (head.head.i in scene.consumed or is_plural_role(head.head)):
        head = head.head  # "his spokesman, X, said", "the ministers of Y and Z, A and B, said"
    head = _told_as(scene, head)
    scene.discourse.remember(head, keys, ambiguous)
    _remember_together(scene, name, head)


def _told_as(scene: Scene, head: Token) -> Token:
    """The noun that a name explains and does the duty of: "Brazil's president-elect, X, said", "the chair, Y, said"."""
    noun = head.head
    if head.dep_ == "appos":  # "X and the head of the service, Y, said": whatever the parse hangs it on
        noun = [noun, *(part for part in conjuncts(noun) if part.i < head.i)][-1]
    explains = head.dep_ == "appos" and noun.tag_ == "NN" and noun.i < head.i
    return noun if explains and noun.i not in scene.by_token and noun.i not in scene.within else head


def _is_told_of(scene: Scene, noun: Token) -> bool:
    """True for a role noun, not read as a title, that a person's name behind it explains."""
    return bool(role_class(noun)) and noun.tag_ == "NN" and noun.i not in scene.by_token


def _remember_together(scene: Scene, name: Name, head: Token) -> None:
    """Names joined by "and", "with", or by a hyphen are remembered together, for "the two sides" and "they"."""
    if head.dep_ == "appos" and head.head.i in scene.consumed:  # "and the rebel commander X"
        head = head.head
    hyphen = name.start - 1
    joined = hyphen > 0 and scene.doc[hyphen].text in {"-", "–", "—", "/"} and not scene.doc[hyphen - 1].whitespace_
    _remember_joined(scene, head, hyphen if joined else -1)


def _remember_joined(scene: Scene, head: Token, hyphen: int = -1) -> None:
    """Remember together whom the coordination before `head`, or the hyphen there, joins to it."""
    keys: dict[str, None] = {}
    first = first_of_coordination(head)
    if hyphen > 0:
        keys.update(dict.fromkeys(scene.keys_at(scene.doc[hyphen - 1])))
    elif first != head:
        token: Token | None = first
        for _ in range(_LONGEST_LIST):
            if token is None or token.i >= head.i:
                break
            keys.update(dict.fromkeys(scene.keys_at(token)))
            token = next((c for c in token.rights if c.dep_ == "conj"), None)
    else:
        other = _met_with(scene, head)
        if other is not None:
            keys.update(dict.fromkeys(scene.keys_at(other)))
    if keys:
        keys.update(dict.fromkeys(scene.keys_at(head)))
        if len(keys) > 1:
            scene.discourse.forget_part(head, tuple(keys))
            shared = first.head if first.dep_ == "appos" and is_plural_role(first.head) else head
            scene.discourse.remember(shared, tuple(keys))  # "the ministers of X and Y, A and B,": as the ministers


def _met_with(scene: Scene, head: Token) -> Token | None:
    """The other one of two who meet: the subject of "X met Y", "X held talks with Y", "X spoke to Y"."""
    lists = scene.words.lists
    verb = head.head
    if head.dep_ == "pobj" and (
        verb.lower_ == "with" or (verb.lower_ == "to" and verb.head.lemma_ in lists["verbs.talking"])
    ):
        verb = clause_of(head)
    elif head.dep_ != "dobj" or verb.lemma_ not in lists["verbs.meeting"]:
        return None
    subject = subject_of(verb)
    if subject is None or subject.i >= head.i:
        return None
    kinds = [{scene.cast.members[key].kind for key in scene.keys_at(token)} for token in (subject, head)]
    alike = kinds[0] == kinds[1] or kinds[0] | kinds[1] == {"state", "group"}  # "Colombia met the ELN"
    return subject if alike and len(kinds[0]) == len(kinds[1]) == 1 else None


def _meet_word(scene: Scene, token: Token) -> None:
    """A common noun or pronoun, in its turn."""
    if token.tag_ in {"PRP", "PRP$"}:
        meet_pronoun(scene, token)
    elif token.tag_ in {"NN", "JJ"} and meet_ordinal(scene, token):
        return
    elif (token.tag_ in _NOUN_TAGS or _is_noun(token)) and not _is_explained(scene, token):
        phrase = phrase_at(token, scene.words)
        if phrase is None:
            if not meet_shortened(scene, token):
                meet_place(scene, token)
        else:
            meet_noun(scene, phrase)
            if len(scene.keys_at(token)) == 1 and token.dep_ in {
                "conj",
                "dobj",
                "pobj",
            }:  # "the ELN and the Colombian government"
                _remember_joined(scene, token)


def _is_noun(token: Token) -> bool:
    """ "general" of "the secretary-general", which the pipeline may take for an adjective."""
    return token.tag_ == "JJ" and token.dep_ in _NOUN_PLACES and bool(role_class(token))


def _is_explained(scene: Scene, token: Token) -> bool:
    """True for "his namesake" before ", X,": it has its turn with the name."""
    names = (scene.name_at(child.i) for child in token.rights if child.dep_ == "appos")
    return _is_told_of(scene, token) and any(name is not None and name.kind == "person" for name in names)


def _settle_parties(scene: Scene) -> None:
    """Every party that a member belongs to is itself a member, so that acts can be laid at its door."""
    cast = scene.cast
    for name in scene.names:
        if name.kind == "person":
            place_late(scene, name)
    place_bodies(scene)
    place_owners(scene)
    place_signatories(scene)
    for member in list(cast.members.values()):
        place_source(scene, member)
    complete_pairs(scene)
    for member in list(cast.members.values()):
        if member.kind == "place" and member.world and member.world.startswith("state/"):
            scene.party_member(scene.world.entries[member.world])
        if member.kind != "place" and member.party and cast.party_member(member.party) is None:
            for id_ in scene.world.by_form.get(member.party, ()):
                entry = scene.world.entries[id_]
                if entry.kind in {"state", "body", "armed"}:
                    scene.party_member(entry)
                    break
