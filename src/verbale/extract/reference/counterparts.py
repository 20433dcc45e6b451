"""Who holds elsewhere the office that another holds: "his counterpart", "her Greek colleague"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.offices import holds, is_present, may_hold
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import office_core
from verbale.model import Office


def counterpart(scene: Scene, phrase: Phrase, role: str, party: str | None) -> Meant:
    """Whom "his Greek colleague" means: one of that party who holds the like office anywhere in the report, else an
    office known by its party alone. Without a party ("his counterpart") one who is named; a colleague may be anyone."""
    owners = phrase.owner_keys(scene.keys_at)
    owner = scene.cast.members[next(iter(owners))] if len(owners) == 1 else None
    if owner is None or owner.kind != "person" or (party is None and role == "colleague"):
        return NOBODY
    office = next((office for office in owner.offices if is_present(office.title)), None)
    found = _like(scene, owner, office, party)
    if len(found) == 1:
        return (found[0].key,), False
    if found:
        keys = {member.key for member in found}
        weights = scene.discourse.weigh(phrase.head, lambda m: 0.0 if m.key in keys else None, NOUN_REACH)
        return scene.discourse.choose(weights)
    if party is None or office is None or phrase.head.dep_ in {"attr", "compound"}:
        return NOBODY
    return (_by_office(scene, phrase, owner, office, party).key,), False


def successor(scene: Scene, phrase: Phrase) -> Meant:
    """Whom "his successor" and "her predecessor" mean: the one other person of the owner's party who holds, or once
    held, the same office."""
    owners = phrase.owner_keys(scene.keys_at)
    owner = scene.cast.members[next(iter(owners))] if len(owners) == 1 else None
    if owner is None or owner.kind != "person" or not owner.offices:
        return NOBODY
    cores = {_ever(office) for office in owner.offices}
    others = [
        m for m in scene.cast.members.values() if m.kind == "person" and m.key != owner.key and m.party == owner.party
    ]
    found = [m for m in others if cores & {_ever(office) for office in m.offices}]
    return ((found[0].key,), False) if len(found) == 1 else NOBODY


def _ever(office: Office) -> str:
    """The office without "former"."""
    return office_core(office.title, "").removeprefix("former ").removeprefix("ex ")


def guest(scene: Scene, phrase: Phrase) -> Meant:
    """Whom "his guest", "her host" means: the one last told of together with the owner, or the only other person near
    who is of another party."""
    owners = phrase.owner_keys(scene.keys_at)
    owner = scene.cast.members[next(iter(owners))] if len(owners) == 1 else None
    if owner is None or owner.kind != "person":
        return _host_of(scene, owners)
    for focus in scene.discourse.recent(phrase.head, NOUN_REACH):
        others = [key for key in focus.keys if key != owner.key]
        together = owner.key in focus.keys and len(others) == 1 and not focus.ambiguous
        if together and scene.cast.members[others[0]].kind == "person":
            return (others[0],), False

    def fits(member: Member) -> float | None:
        other = member.kind == "person" and member.key != owner.key and member.party is not None
        return 0.0 if other and member.party != owner.party else None

    weights = scene.discourse.weigh(phrase.head, fits, _GUEST_REACH)
    return scene.discourse.choose(weights) if len(weights) == 1 else NOBODY


def _host_of(scene: Scene, owners: set[str]) -> Meant:
    """Whom "their host" means: the one person whom the report calls a host so far."""
    hosts = [m for m in scene.cast.members.values() if m.kind == "person" and "host" in m.role_words - {""}]
    found = [m for m in hosts if m.key not in owners]
    return ((found[0].key,), False) if len(found) == 1 and len(owners) > 1 else NOBODY


_GUEST_REACH = 6


def _like(scene: Scene, owner: Member, office: Office | None, party: str | None) -> list[Member]:
    """People of the party (of any but the owner's, where none is told) who hold what the owner holds."""
    core = office_core(office.title, "") if office is not None else ""
    role = core.split()[-1] if core else ""
    others = [m for m in scene.cast.members.values() if m.kind == "person" and m.key != owner.key]
    fitting = [m for m in others if (m.party == party if party else m.party is None or m.party != owner.party)]
    if not core:
        return fitting if party and len(fitting) == 1 else []
    return [m for m in fitting if m.offices and holds(scene, m, role, core)] or [
        m for m in fitting if party and may_hold(scene, m, role)
    ]


def _by_office(scene: Scene, phrase: Phrase, owner: Member, office: Office, party: str) -> Member:
    """The holder known by office and party alone; the same one when met again."""
    core = office_core(office.title, "")
    entry = next((scene.world.entries[id_] for id_ in scene.world.by_form.get(party, ())), None)
    name = f"{entry.demonyms[0]} {core}" if entry is not None and entry.demonyms else f"{core} of {party}"
    same = [m for m in scene.cast.members.values() if m.kind == "person" and m.name == name]
    if same:
        return same[0]
    member = scene.cast.add(name, "person", party=party, role_words={core.split()[-1], *owner.role_words})
    member.offices.append(Office(core, party, scene.span(phrase.start, phrase.end)))
    return member
