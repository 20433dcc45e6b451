"""Offices held: who "the president" may call, and what makes an office another one."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import office_core
from verbale.world import party_of_leader

_PAST = frozenset({"former", "ex", "late", "onetime", "erstwhile"})
# Words that make an office another one: "vice president", "former minister".
_OTHER = frozenset({"vice", "deputy", "assistant", "under", "former", "ex", "late"})


def holds(scene: Scene, member: Member, role: str, core: str = "") -> bool:
    """True where `member` holds, or is called by, an office that "the `role`" may call.

    `core` is the role with the words that make it another office ("vice president" is no president).
    """
    if scene.words.roles.get(role) == "style":
        return role in member.role_words
    core = core or role
    cores = {office_core(office.title, "") for office in member.offices} | (
        member.role_words if not member.offices else set()
    )
    if any(known == core or (known.endswith(" " + core) and not _deputises(known)) for known in cores):
        return True
    alike = scene.cast.alike(role) if core == role or core not in scene.words.person_titles else scene.cast.alike(core)
    if "*" in alike:
        return bool(member.offices or member.role_words)
    if _deputises(core):
        return False
    return any(
        known == word or (known.endswith(" " + word) and not _deputises(known)) for known in cores for word in alike
    )


def untold(scene: Scene, member: Member) -> bool:
    """True for a person of whom no office is told: to be a professor, or to mediate, is none."""
    told = member.role_words - scene.words.lists["titles.learned"] - set(scene.words.doers.values())
    return member.kind == "person" and not member.offices and not told


def may_hold(scene: Scene, member: Member, role: str) -> bool:
    """True for a leader whom every reader knows and of whom the report has told no office."""
    if role not in scene.words.lists["titles.leading"] or not untold(scene, member):
        return False
    party = party_of_leader(member.name) or ""
    return party.startswith("state/") or (bool(party) and role == "leader")


def is_present(title: str) -> bool:
    """False for an office once held: "former deputy"."""
    return not set(title.lower().replace("-", " ").split()) & _PAST


def _deputises(core: str) -> bool:
    first, *rest = core.split()
    return first in _OTHER or "vice" in rest or "deputy" in rest


def holds_of_state(member: Member) -> bool:
    """True for a minister or a prime minister: of a state, whichever."""
    return any(office_core(office.title, "").endswith("minister") for office in member.offices)
