"""The party of those who lead one, where a report takes it as known: "President Donald Trump"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.offices import is_present
from verbale.extract.reference.scene import Scene
from verbale.world import leader_name, party_of_leader


def place_leader(scene: Scene, member: Member) -> None:
    """Give a leader whose title names no party the one that is known; a title's own words come first."""
    whole = leader_name(member.name)
    if whole is not None and member.party in {None, scene.cast.party_name(party_of_leader(member.name))}:
        member.aliases.setdefault(member.name)
        member.name = whole  # as everybody knows him, though the report does not say
    if _works_elsewhere(scene, member) or _is_out_of_office(scene, member):
        return
    if member.party is not None and not (member.assumed and _is_past(member)):
        return
    entry = scene.world.entries.get(party_of_leader(member.name) or "")
    if entry is not None and entry.kind == "armed" and _governs(scene, member):
        entry = scene.world.entries.get(entry.country or "")
    if entry is not None:
        member.party, member.assumed = entry.name, True
        if entry.kind == "armed":  # in play from now on, for "the rebel leader"
            scene.party_member(entry)


def _works_elsewhere(scene: Scene, member: Member) -> bool:
    """True for who is told to be of a body, unless it is a ministry of a state that the report leaves out."""
    body = next((m for m in scene.cast.members.values() if m.name == member.affiliation and m.kind != "person"), None)
    return member.affiliation is not None and (body is None or body.kind != "government_body" or body.party is not None)


def _is_out_of_office(scene: Scene, member: Member) -> bool:
    """ "Party leader Raila Odinga", "the opposition leader": who leads a state at one time opposes it at another."""
    out = scene.words.lists["collective.out_of_office"]
    return any(out & set(office.title.lower().split()) for office in member.offices)


def _is_past(member: Member) -> bool:
    """ "Horst Köhler, the former German president": what the report tells of him is over."""
    return bool(member.offices) and not any(is_present(office.title) for office in member.offices)


def _governs(scene: Scene, member: Member) -> bool:
    """ "Prime Minister X", "Vice President Y": who led a movement before, and governs its state."""
    told = (office.title.lower() for office in member.offices)
    return any(title in scene.words.lists["titles.governing"] for title in told)
