"""People meant by their role: "the minister", "the Iranian envoy", "his counterpart", "a diplomat"."""

from verbale.extract.reference.affinity import leaning_to
from verbale.extract.reference.appointments import appointed, taking_verb
from verbale.extract.reference.cast import Member
from verbale.extract.reference.counterparts import counterpart, guest, successor
from verbale.extract.reference.descriptions import NOBODY, Meant, described, is_source, parties_beside
from verbale.extract.reference.excluded import who_tells
from verbale.extract.reference.introduced import named_next
from verbale.extract.reference.layout import clause_of, doer_of
from verbale.extract.reference.noun_phrases import Phrase, role_word
from verbale.extract.reference.offices import holds, holds_of_state, is_present, may_hold, untold
from verbale.extract.reference.parties import movement_in_focus
from verbale.extract.reference.plural_roles import plural_role
from verbale.extract.reference.regions import region_of
from verbale.extract.reference.report_home import home_of
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import office_core, role_class
from verbale.extract.reference.told_after import once, speaks_again, told_after
from verbale.extract.reference.words import fold
from verbale.model import Office
from verbale.world import may_have

# What speaks for the only person whom the sentence before tells of.
_ALONE = 1.5
# What speaks for a holder whose state is the only one that the sentence has named before.
_OF_STATE = 0.7
# What speaks for a holder of the state that the report is at home in.
_AT_HOME = 0.7


def meet_role(scene: Scene, phrase: Phrase) -> Meant:
    """Who "the minister", "the Iranian envoy" or "a diplomat" is."""
    role = role_word(phrase.head, scene.words)
    party = _party_beside(scene, phrase, role)
    if phrase.plural:
        return plural_role(scene, phrase, party)
    if role in scene.words.lists["titles.guests"] and not phrase.plural and party is None:
        keys, ambiguous = guest(scene, phrase)
        if keys:
            return keys, ambiguous
    if role in scene.words.lists["titles.followers"] and not phrase.plural and party is None:
        return successor(scene, phrase)
    taking = taking_verb(scene, phrase)
    if taking is not None:
        taker = appointed(scene, taking, party)
        return ((taker.key,), False) if taker is not None else NOBODY
    if role in scene.words.lists["titles.counterparts"]:
        keys, ambiguous = counterpart(scene, phrase, role, party)
        if keys:
            return keys, ambiguous
    if phrase.definite and not _is_thing(scene, phrase, role):
        keys, ambiguous = _known_holder(scene, phrase, role, party)
        if keys:
            return keys, ambiguous
        former = once(scene, phrase) or _head_of_body(scene, phrase, party)
        if former is not None:
            return (former.key,), False
        bridged = told_after(scene, phrase, role, party)
        if bridged is not None:
            return (bridged.key,), False
        if role_class(phrase.head) in {"office", "post"} and party is not None:
            introduced = named_next(scene, phrase, role, party)
            if introduced is not None:
                return (introduced.key,), False
        if role_class(phrase.head) == "office" and party is not None and _is_holder(phrase):
            return _new_holder(scene, phrase, role, party)
    if not is_source(scene, phrase):
        return NOBODY
    again = speaks_again(scene, phrase, role, party) if phrase.definite else None
    return ((again.key,), False) if again is not None else described(scene, phrase, party)


def _is_thing(scene: Scene, phrase: Phrase, role: str) -> bool:
    """ "Shot in the head", "took the chair", "the major power": no person, unless it does something."""
    bare = not phrase.modifiers and not phrase.adjectives
    return bare and role in scene.words.lists["titles.things"] and phrase.head.dep_ not in {"nsubj", "nsubjpass"}


def _of_body(scene: Scene, phrase: Phrase) -> bool:
    """ "The head of state", "the chair of the committee"."""
    of = (child for child in phrase.head.rights if child.lower_ == "of")
    nouns = (noun.lemma_.lower() for child in of for noun in child.rights if noun.dep_ == "pobj")
    return any(noun == "state" or noun in scene.words.bodies for noun in nouns)


def _head_of_body(scene: Scene, phrase: Phrase, party: str | None) -> Member | None:
    """ "Antonio Guterres … the secretary-general": the one person of a body of whom no office is told."""
    role = phrase.bare_text(scene.report.text).lower()
    if party is not None or role not in scene.words.lists["titles.of_bodies"]:
        return None
    people = (m for m in scene.cast.members.values() if m.kind == "person" and m.party and not m.offices)
    found = [m for m in people if _is_body(scene, m.party or "")]
    if len(found) != 1:
        return None
    found[0].role_words.add(role)
    return found[0]


def _only_holder(scene: Scene, role: str, core: str, owners: set[str]) -> Member | None:
    """The one person so far who holds the office, however far back."""
    if "*" in scene.cast.alike(role) or scene.words.roles.get(role) != "office":
        return None
    people = (m for m in scene.cast.members.values() if m.kind == "person" and m.mentions and m.key not in owners)
    held = [m for m in people if holds(scene, m, role, core)]
    return held[0] if len(held) == 1 and not held[0].interim else None


def _is_body(scene: Scene, name: str) -> bool:
    return any(scene.world.entries[id_].kind == "body" for id_ in scene.world.by_form.get(name, ()))


def _bodies_of_region(phrase: Phrase, scene: Scene) -> frozenset[str]:
    """Names of the states that "the European diplomat" may be of, and of the body that bears the region's name."""
    region = region_of(token.lower_ for token in phrase.modifiers)
    names = {scene.world.entries[id_].name for id_ in region if id_ in scene.world.entries}
    word = next((t.text for t in phrase.modifiers if region_of((t.lower_,))), "")
    bodies = {entry.name for entry in scene.world.entries.values() if entry.kind == "body"} if region else set()
    return frozenset(names | {name for name in bodies if word and name.startswith(f"{word} ")})


def _party_beside(scene: Scene, phrase: Phrase, role: str) -> str | None:
    """The party told in the phrase: by a state's name before the owner ("his Turkish counterpart"); an owner's rivals
    and counterparts are not of the owner's."""
    named = (entry.name for t in phrase.modifiers if t.dep_ != "poss" and (entry := scene.party_entry_at(t.i)))
    party = next(named, None)
    if party is not None or role in scene.words.lists["titles.no_office"]:
        return party
    return next((name for m in parties_beside(scene, phrase) if (name := scene.party_name_of(m))), None)


def _is_holder(phrase: Phrase) -> bool:
    """ "Iran's president" is someone; "the head of Iran's delegation to the talks on Yemen" is not worth a name."""
    return phrase.head.dep_ not in {"attr", "compound"} or phrase.head.head.lemma_ != "be"


def _known_holder(scene: Scene, phrase: Phrase, role: str, party: str | None) -> Meant:
    owners = phrase.owner_keys(scene.keys_at)
    doer = doer_of(clause_of(phrase.head))
    if doer is not None and doer.i < phrase.head.i:
        owners |= set(scene.keys_at(doer))  # "Rodríguez led the president's team": another's
    owners |= _subject_before(scene, phrase) | who_tells(scene, phrase.head)
    beside = {m.name for m in parties_beside(scene, phrase)}
    region = _bodies_of_region(phrase, scene)
    extra = {fold(word) for word in phrase.adjectives if word.isalpha() and not region_of((word,))} - {"year", "old"}
    of_movement = bool(extra & scene.words.lists["official.of_movement"])
    core = role if " " in role else office_core(phrase.title_text(scene.report.text), role)
    gender = scene.words.role_gender.get(role, "")
    of_group = party is not None and any(m.kind == "group" for m in parties_beside(scene, phrase))
    anybody = "*" in scene.cast.alike(role)
    people = {m.key for m in scene.cast.members.values() if m.kind == "person"} - owners
    alone = scene.discourse.alone_before(phrase.head, people) if party is None and not anybody else None
    here = _state_of_sentence(scene, phrase) if party is None and not anybody else None
    home = home_of(scene, phrase.head.i) if party is None and not anybody else None
    interim = bool(extra & scene.words.lists["titles.interim"])
    extra -= scene.words.lists["titles.interim"]

    def fits(member: Member) -> float | None:
        if member.kind not in {"person", "unnamed"} or member.plural or member.key in owners:
            return None
        same = party is not None and (member.party == party or member.affiliation in beside)
        if region and member.party not in region:
            return None
        bonus_of_body = _OF_STATE if region and _is_body(scene, member.party or "") else 0.0
        if party is not None and not same and (member.party is not None or member.affiliation):
            return None
        if not same and of_group and holds_of_state(member):
            return None
        if gender and member.gender not in {"", gender}:
            return None
        if of_movement and member.kind == "person":
            return _of_a_movement(scene, member, role)
        officeless = untold(scene, member)
        known = party is None and member.key == alone and may_hold(scene, member, role)
        if not holds(scene, member, role, core) and not known and not (officeless and same and member.kind == "person"):
            return None
        bonus = 1.0 if role in member.role_words else (-2.2 if anybody and not region else 0.0)
        if interim and not member.interim:
            return None
        bonus -= 1.0 if member.interim and not interim else 0.0
        if party is not None:
            bonus += 1.0 if same else -1.0
        bonus += bonus_of_body + (_OF_STATE if region and role in member.role_words else 0.0)
        bonus += _OF_STATE if here is not None and member.party == here else 0.0
        bonus += _AT_HOME if home is not None and member.party == home else 0.0
        told = {fold(word) for office in member.offices for word in office.title.replace("-", " ").split()}
        if member.kind == "unnamed":
            told |= {fold(word) for word in member.name.split()}
        if member.offices or member.kind == "unnamed":
            bonus -= 1.5 * len(extra - told)
        return bonus if bonus > -2.0 else None

    def unplaced(member: Member) -> float | None:
        if not _may_have(scene, member, role):
            return None  # "the chancellor" is not of Greece
        placed = member.role_words - scene.words.lists["titles.learned"] or member.affiliation
        return 0.0 if member.kind == "person" and not placed and member.key not in owners else None

    weights = scene.discourse.weigh(phrase.head, fits, NOUN_REACH)
    weights = {key: weight for key, weight in weights.items() if weight > -0.6}
    if not weights and party is None and scene.words.roles.get(role) == "office":
        only = _only_holder(scene, role, core, owners) if extra <= set(core.split()) else None
        if only is not None:
            return (only.key,), False
        # Nobody is known to hold the office: the one person near whose office the report has not told.
        things = role in scene.words.lists["titles.things"] and not _of_body(scene, phrase)
        weights = {} if things else scene.discourse.weigh(phrase.head, unplaced, 1)
        if len(weights) > 1:
            return NOBODY
        lasting = scene.words.lists["titles.leading"] | scene.words.lists["titles.of_bodies"]
        for key in weights:
            scene.cast.members[key].role_words |= {role} & lasting
    if alone in weights:
        weights[alone] += _ALONE
    keys, ambiguous = scene.discourse.choose(leaning_to(scene, weights, party))
    if len(keys) == 1 and not ambiguous:
        member = scene.cast.members[keys[0]]
        _learn_party(scene, member, phrase, party, of_movement)
        if may_hold(scene, member, role):
            member.role_words.add(role)
    return keys, ambiguous


def _may_have(scene: Scene, member: Member, role: str) -> bool:
    """False for someone of a state that has no such office at its head."""
    states = (id_ for id_ in scene.world.by_form.get(member.party or "", ()) if id_.startswith("state/"))
    return all(may_have(state, role) for state in states)


def _subject_before(scene: Scene, phrase: Phrase) -> set[str]:
    """The subject of the clause that "and the president has accepted" is joined to: had he been meant, the words would
    have said "he", or nothing."""
    verb = phrase.head.head
    if phrase.head.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ not in {"conj", "parataxis", "ccomp"}:
        return set()
    before = verb.head
    if before.i > phrase.head.i or (verb.dep_ == "ccomp" and scene.doc[phrase.start - 1].text != ";"):
        return set()
    subject = doer_of(before)
    return set(scene.keys_at(subject)) if subject is not None and subject.i < phrase.start else set()


def _state_of_sentence(scene: Scene, phrase: Phrase) -> str | None:
    """The only state that the sentence names before the phrase."""
    start = phrase.head.sent.start
    entries = (scene.party_entry_at(i) for i in range(start, phrase.start) if i in scene.starts)
    named = {entry.name for entry in entries if entry is not None and entry.kind == "state"}
    return named.pop() if len(named) == 1 else None


def _of_a_movement(scene: Scene, member: Member, role: str) -> float | None:
    """How well "the rebel leader" suits: someone of a movement, or at least of no state and no office of today's."""
    party = scene.cast.party_member_of(member)
    if party is not None:
        called = role in member.role_words or holds(scene, member, role)
        return (2.0 if called else 0.5) if party.kind in {"group", "organisation"} else None
    if member.party or any(is_present(office.title) for office in member.offices):
        return None if not holds(scene, member, role) else 0.0
    return 0.0


def _learn_party(scene: Scene, member: Member, phrase: Phrase, party: str | None, of_movement: bool) -> None:
    """What "the Greek leader" and "the rebel leader" tell of the one whom they mean."""
    if member.kind != "person" or member.party is not None or member.affiliation:
        return
    if party is not None and role_class(phrase.head) == "office":
        member.party = party
    elif of_movement:
        keys, ambiguous = movement_in_focus(scene, phrase.head)
        if len(keys) == 1 and not ambiguous:
            member.party = scene.cast.members[keys[0]].name


def _new_holder(scene: Scene, phrase: Phrase, role: str, party: str) -> Meant:
    """The holder of an office that one person has, known by it alone: "Iran's supreme leader"."""
    text = scene.report.text
    core = office_core(phrase.title_text(text), role)
    people = (m for m in scene.cast.members.values() if m.kind == "person" and m.person and m.party == party)
    named = [m for m in people if holds(scene, m, role, core) and not m.interim]
    one_only = role in scene.words.lists["titles.leading"] and (role != "minister" or core != role)
    one_only = one_only and set(phrase.adjectives) <= set(core.split())  # not "the next prime minister"
    if len(named) == 1 and is_present(phrase.title_text(text)) and (one_only or not named[0].mentions):
        return (named[0].key,), False  # also one whom the report names further down
    member = scene.cast.add(
        phrase.bare_text(text),
        "person",
        party=party,
        role_words={role},
        gender=scene.words.role_gender.get(role, ""),
    )
    member.offices.append(Office(phrase.title_text(text), party, scene.span(phrase.start, phrase.end)))
    return (member.key,), False
