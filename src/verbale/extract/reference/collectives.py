"""Several meant by a noun: "the two sides", "both presidents", "the three powers", "the two Cypriot leaders".

Whether parties or people are meant is told by the noun; which of them by what kind they are of, the office they hold,
the state that the phrase names, and who was named together.
"""

from collections.abc import Callable, Iterable

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of, doer_of, first_of_coordination
from verbale.extract.reference.listed import at_war, joined, listed_behind, people_behind
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.offices import holds, may_hold
from verbale.extract.reference.parties import is_own_party
from verbale.extract.reference.protagonists import people_told, protagonists
from verbale.extract.reference.regions import region_of
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sets import NONE, Found, group, pair
from verbale.extract.reference.titles import role_class
from verbale.language.parse import Token
from verbale.world import Entry

_RECENT = 5  # sentences back that "the leaders" are looked for among those named together

# Who may have been named apart: "the four parties" are those that a sentence names, "the three communities" need not.
_SIDES = frozenset({"side", "party", "signatory", "guarantor", "mediator", "delegation"})
# Weight of people named together a few sentences before, whatever their office.
_NEAR = 2.0


def collective(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """Keys of those whom the phrase means, () where nothing is sure."""
    told = _told_beside(scene, phrase) or at_war(scene, phrase)
    if told:
        return told
    out = _doers(scene, phrase)
    named = [entry for t in phrase.modifiers if t.i < phrase.head.i and (entry := scene.party_entry_at(t.i))]
    region = region_of(t.lower_ for t in phrase.modifiers if t.i < phrase.head.i)
    if named or region or any(scene.name_at(t.i) for t in phrase.modifiers if t.i < phrase.head.i):
        return _of_states(scene, phrase, named, region, out)
    if phrase.of_people:
        return _people(scene, phrase, out)
    if phrase.bare:
        return _either(scene, phrase, out)
    return _parties(scene, phrase, out).keys


# ---- what the phrase tells itself ----------------------------------------------------------------------------------


def _told_beside(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """ "The leaders of the two countries", "Cuba and Norway, the two guarantors", "the three powers …: A, B and C"."""
    of = [m for t in phrase.modifiers if t.i > phrase.head.i for k in scene.keys_at(t) if (m := scene.cast.members[k])]
    parties = list(dict.fromkeys(m.key for m in of if m.is_party()))
    if phrase.of_people and len(parties) == phrase.number:
        return holders_of(scene, parties, phrase.head.lemma_.lower()) or tuple(parties)
    before = phrase.start - 2
    if before >= 0 and scene.doc[phrase.start - 1].text == "," and before in scene.within:
        named = joined(scene, first_of_coordination(scene.doc[before]))
        if len(named) == phrase.number:
            return named
    return listed_behind(scene, phrase) or people_behind(scene, phrase)


def _doers(scene: Scene, phrase: Phrase) -> set[str]:
    """Who does something to those meant is none of them: "Turkey telephoned both capitals", nor of the same party."""
    if phrase.head.dep_ not in {"dobj", "pobj", "dative"}:
        return set()
    doer = doer_of(clause_of(phrase.head))
    keys = set(scene.keys_at(doer)) if doer is not None and doer.i < phrase.start else set()
    others = phrase.of_people or phrase.head.lemma_.lower() in scene.words.lists["collective.states"]
    if not others:
        return keys  # "the president praised both teams": his own too
    parties = (scene.cast.party_member_of(scene.cast.members[key]) for key in keys)
    return keys | {party.key for party in parties if party is not None}


# ---- parties -------------------------------------------------------------------------------------------------------


def _parties(scene: Scene, phrase: Phrase, out: set[str]) -> Found:
    states_only = phrase.head.lemma_.lower() in scene.words.lists["collective.states"]

    def fits(member: Member) -> bool:
        return member.key not in out and (member.kind == "state" or not states_only)

    if phrase.number == 2:
        found = pair(scene.discourse, phrase.head, 2, False, fits)
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
    if not found.keys and phrase.number and states_only:
        return Found(protagonists(scene, fits, True, phrase.number), 0.0)
    return found


def _has_mediator(scene: Scene, keys: tuple[str, ...]) -> bool:
    """True where one of the two is a body that helps others to talk."""
    return any(scene.cast.members[key].world in scene.words.lists["collective.mediating"] for key in keys)


def _is_third(scene: Scene, key: str) -> bool:
    """True for a body that observes or helps: two of them are no two sides."""
    member = scene.cast.members[key]
    known = (member.world or "").startswith("body/")
    return known or (member.kind == "organisation" and not is_own_party(scene, member))


def _either(scene: Scene, phrase: Phrase, out: set[str]) -> tuple[str, ...]:
    """ "The two agreed", "the pair left": people or parties, whichever were named together last."""

    def fits(member: Member) -> bool:
        return member.key not in out

    find = pair if phrase.number == 2 else group
    people = find(scene.discourse, phrase.head, phrase.number, True, fits)
    parties = find(scene.discourse, phrase.head, phrase.number, False, fits)
    just = _just_told(scene, phrase)
    if just and min(people.distance, parties.distance) > 1:
        return just
    together = {scene.cast.members[key].party for key in people.keys}
    same = together == {scene.cast.members[key].name for key in parties.keys}
    nearer = people.distance < min(parties.distance, 2)
    return people.keys if people.keys and (same or nearer or people.weight >= parties.weight) else parties.keys


def _just_told(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The people whom the sentence before tells of, by name and unquoted, where they are as many as are meant."""
    here = scene.layout.sentence[phrase.head.i]
    found: dict[str, None] = {}
    for focus in scene.discourse.recent(phrase.head, 1):
        people = [key for key in focus.keys if scene.cast.members[key].kind == "person"]
        if focus.sentence == here - 1 and not (focus.quoted or focus.ambiguous or focus.aside):
            found.update(dict.fromkeys(reversed(people)))
    return tuple(reversed(found)) if len(found) == phrase.number else ()


# ---- people --------------------------------------------------------------------------------------------------------


def _people(scene: Scene, phrase: Phrase, out: set[str]) -> tuple[str, ...]:
    role = phrase.head.lemma_.lower()
    core = phrase.title_text(scene.report.text).lower().removesuffix("s")
    gender = scene.words.role_gender.get(role, "")

    def may_be(member: Member) -> bool:  # who praises "the two negotiators" is neither
        party = scene.cast.party_member_of(member) if out else None
        if party is not None and party.kind == "state" and party.key in out:
            return False
        leading = core == role and role in scene.words.lists["titles.leading"]
        if leading and member.offices and not holds(scene, member, role, core):
            return False  # "the two presidents" are none of a president and an opposition leader
        return member.key not in out and (not gender or member.gender in {"", gender})

    def held(member: Member) -> bool:
        return may_be(member) and holds(scene, member, role, core) and not _is_third_party(scene, member, role)

    def could_hold(member: Member) -> bool:
        return may_be(member) and may_hold(scene, member, role)

    find = pair if phrase.number == 2 else group
    named = NONE if "*" in scene.cast.alike(role) else find(scene.discourse, phrase.head, phrase.number, True, held)
    if named.weight > 0.0:
        return named.keys
    keys = () if "*" in scene.cast.alike(role) else _only(scene, phrase, held)
    if keys and any(could_hold(m) for m in scene.cast.members.values() if m.mentions):
        return _of_opponents(scene, phrase, role, core, out) or keys
    if keys or role in scene.words.lists["collective.ranks"]:
        return keys or named.keys  # others have other ranks
    keys = find(scene.discourse, phrase.head, phrase.number, True, could_hold).keys
    if keys:
        return keys
    last = find(scene.discourse, phrase.head, phrase.number, True, may_be)
    if last.weight < _NEAR:
        keys = _of_opponents(scene, phrase, role, core, out) or named.keys
    if not keys and last.weight <= 0.0 and role in scene.words.lists["collective.anybody"]:
        return people_told(scene, may_be, phrase.number) or last.keys
    return keys or last.keys or _parties(scene, phrase, out).keys


def _is_third_party(scene: Scene, member: Member, role: str) -> bool:
    """True for "the two leaders" of one who heads a body of states, or the opposition."""
    if role != "leader":
        return False
    body = scene.cast.party_member_of(member)
    opposed = any(office.title.lower().startswith("opposition") for office in member.offices)
    return opposed or (body is not None and (body.world or "").startswith("body/"))


def _only(scene: Scene, phrase: Phrase, fits: Callable[[Member], bool]) -> tuple[str, ...]:
    """The only ones in the report so far who hold such an office, however far back they were named."""
    people = [m for m in scene.cast.members.values() if m.kind == "person" and m.mentions]
    keys = tuple(member.key for member in people if fits(member))
    return keys if len(keys) == phrase.number else ()


def _of_opponents(scene: Scene, phrase: Phrase, role: str, core: str, out: set[str]) -> tuple[str, ...]:
    """ "Both presidents" in a report of two states: the one of each, where there is one."""

    def fits(member: Member) -> bool:
        return member.key not in out and member.kind in {"state", "group"}

    find = pair if phrase.number == 2 else group
    parties = find(scene.discourse, phrase.head, phrase.number, False, fits).keys
    return holders_of(scene, parties, role, core) if parties else ()


def holders_of(scene: Scene, parties: Iterable[str], role: str, core: str = "") -> tuple[str, ...]:
    """For each party the one person of it who holds the office, or of whom no office but a lead is known; () where one
    has none or several."""
    found: list[str] = []
    people = [m for m in scene.cast.members.values() if m.kind == "person"]
    for key in parties:
        party = scene.cast.members[key].name
        own = [m for m in people if m.party == party]
        holders = [m for m in own if holds(scene, m, role, core)] or [m for m in own if may_hold(scene, m, role)]
        holders = holders or [m for m in own if not m.offices and m.mentions]
        if len(holders) != 1:
            return ()
        found.append(holders[0].key)
    return tuple(found)


def known_several(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """ "The leaders of X and Y": one of each; "the leaders" after two of them met: those last named together."""
    role = phrase.head.lemma_.lower()
    told = role_class(phrase.head)
    if not phrase.definite or told not in {"office", "post"} or "*" in scene.cast.alike(role):
        return ()
    keys = [key for t in phrase.modifiers for key in scene.keys_at(t)]
    if len(set(keys)) > 1 and all(scene.cast.members[key].kind in {"state", "group"} for key in keys):
        leaders = holders_of(scene, dict.fromkeys(keys), role)
        for key in leaders:
            scene.cast.members[key].role_words.add(role)
        return leaders or tuple(dict.fromkeys(keys))  # "their leaders agreed": the two states did
    if keys or phrase.adjectives or any(child.dep_ in {"relcl", "acl", "prep"} for child in phrase.head.rights):
        return ()
    here = scene.layout.sentence[phrase.head.i]
    found: dict[tuple[str, ...], int] = {}
    for focus in reversed(scene.discourse.seen):
        people = [scene.cast.members[key] for key in focus.keys]
        if focus.ambiguous or len(people) < 2 or focus.sentence == here:
            continue
        if all(m.kind == "person" and holds(scene, m, role) for m in people):
            found.setdefault(focus.keys, here - focus.sentence)
    if not found:
        held = [m for m in scene.cast.members.values() if m.kind == "person" and m.mentions and holds(scene, m, role)]
        shared = {(office.evidence.start if office.evidence else -1) for m in held for office in m.offices}
        return (
            tuple(m.key for m in held) if len(held) == 2 and len(shared) == 1 else ()
        )  # "Presidents A of X and B of Y"
    near = next(iter(found), None)
    return near if near is not None and (len(found) == 1 or found[near] <= _RECENT) else ()


# ---- of named states -----------------------------------------------------------------------------------------------


def _of_states(
    scene: Scene, phrase: Phrase, named: list[Entry], region: frozenset[str], out: set[str]
) -> tuple[str, ...]:
    """ "The two Cypriot leaders", "the three European powers": of those that the words name, and of no others."""
    text = {scene.text(t.i, t.i + 1) for t in phrase.modifiers if t.i < phrase.head.i}

    def is_own(member: Member) -> bool:
        if region:
            return member.world in region
        return any(belongs(scene, member, entry, text) for entry in named)

    if not phrase.of_people:
        fits = lambda member: member.key not in out and is_own(member)  # noqa: E731
        return group(scene.discourse, phrase.head, phrase.number, False, fits).keys
    role = phrase.head.lemma_.lower()
    return countrymen(scene, phrase.head, phrase.number, is_own, role, out)


def countrymen(
    scene: Scene, head: Token, number: int, is_own: Callable[[Member], bool], role: str, out: set[str]
) -> tuple[str, ...]:
    """The `number` people of such parties who hold such an office (of any, with no `role`)."""

    def fits(member: Member) -> bool:
        party = scene.cast.party_member_of(member)
        if member.kind != "person" or member.key in out or party is None or not is_own(party):
            return False
        return not role or holds(scene, member, role) or may_hold(scene, member, role)

    def unknown(member: Member) -> bool:
        return member.kind == "person" and member.party is None

    last = pair(scene.discourse, head, 2, True, lambda m: fits(m) or unknown(m)) if number == 2 and not role else NONE
    beside = [scene.cast.members[key] for key in last.keys]
    if last.weight > _NEAR and any(fits(member) for member in beside):
        party = next(member.party for member in beside if fits(member))
        for member in beside:
            member.party = member.party or party
        return last.keys
    people = [m for m in scene.cast.members.values() if fits(m)]
    told = [m.key for m in people if m.mentions] or [m.key for m in people]  # or named later only
    if len(told) == number or len(people) == number:
        return tuple(told) if len(told) == number else tuple(m.key for m in people)
    return group(scene.discourse, head, number, True, fits).keys


def belongs(scene: Scene, party: Member, state: Entry, adjectives: Iterable[str]) -> bool:
    """True where `party` may be called by an adjective of `state`: the state itself, a movement of it, or one whose own
    adjective ends so ("Turkish Cypriot")."""
    if party.world == state.id:
        return True
    entry = scene.world.entries.get(party.world or "")
    if entry is None:
        return False
    return entry.country == state.id or any(d.endswith(f" {a}") for d in entry.demonyms for a in adjectives)
