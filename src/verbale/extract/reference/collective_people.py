"""People meant by a noun for several: "both presidents", "the two negotiators", "the leaders of X and Y"."""

from collections.abc import Callable, Iterable

from verbale.extract.reference.cast import Member
from verbale.extract.reference.collective_parties import parties_meant
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.offices import holds, may_hold
from verbale.extract.reference.protagonists import people_told
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sets import NONE, Found, group, pair
from verbale.extract.reference.sides import helps, likely, sides_of
from verbale.extract.reference.titles import role_class
from verbale.language.parse import Token
from verbale.world import Entry

_RECENT = 5  # sentences back that "the leaders" are looked for among those named together
# Weight of people named together a few sentences before, whatever their office.
_NEAR = 2.0
_AT_ONCE = 1  # sentences back that two people were named together who are meant whoever the sides are


def people_meant(scene: Scene, phrase: Phrase, out: set[str]) -> tuple[str, ...]:
    """Whom "both presidents" or "the two men" means; none of those in `out`."""
    role = "leader" if phrase.head.lemma_.lower() == "principal" else phrase.head.lemma_.lower()
    core = phrase.title_text(scene.report.text).lower().removesuffix("s").replace("principal", "leader")
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
    of_sides = holders_of(scene, _two_sides(scene, phrase, out), role, core)
    if named.weight > 0.0:
        return of_sides if of_sides and not _may_be_theirs(scene, named) else named.keys
    keys = () if "*" in scene.cast.alike(role) else _only(scene, phrase, held)
    if of_sides and all(held(scene.cast.members[key]) or could_hold(scene.cast.members[key]) for key in of_sides):
        return of_sides
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
    return keys or last.keys or parties_meant(scene, phrase, out).keys


def _two_sides(scene: Scene, phrase: Phrase, out: set[str]) -> tuple[str, ...]:
    """The sides of the report, where "both leaders" may be theirs: it is not one of them who telephones both."""
    two = sides_of(scene) if phrase.number == 2 else ()
    doers = (scene.cast.party_member_of(scene.cast.members[key]) for key in out)
    return () if any(party is not None and party.key in two for party in doers) else two


def _may_be_theirs(scene: Scene, found: Found) -> bool:
    """True for two named together just now, and further back for those of two who may be the sides."""
    parties = [scene.cast.party_member_of(scene.cast.members[key]) for key in found.keys]
    keys = tuple(dict.fromkeys(party.key for party in parties if party is not None))
    if any(helps(scene, key) for key in keys):
        return False
    return found.distance <= _AT_ONCE or len(keys) < len(found.keys) or likely(scene, keys)


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
