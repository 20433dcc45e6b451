"""The state of those who led it, where a report takes it as known: "President Donald Trump"."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from verbale.extract.reference.cast import Member
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.scene import Scene


@lru_cache(maxsize=1)
def leaders() -> Mapping[tuple[str, ...], str]:
    """The folded whole names of leaders, each with the id of the state; names of two states are left out."""
    found: dict[tuple[str, ...], str] = {}
    twice: set[tuple[str, ...]] = set()
    text = files("verbale.extract").joinpath("data/leaders.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        code, _, names = line.partition("\t")
        for name in names.split("; ") if names and not line.startswith("#") else ():
            parts = person_name(name).parts
            if found.setdefault(parts, f"state/{code}") != f"state/{code}":
                twice.add(parts)
    return {parts: state for parts, state in found.items() if parts not in twice}


def place_leader(scene: Scene, member: Member) -> None:
    """Give a leader whose title names no party the state that is known; a title's own words come first."""
    if member.party is not None or member.affiliation is not None or member.person is None:
        return
    state = leaders().get(member.person.parts)
    if state is not None and state in scene.world.entries:
        member.party = scene.world.entries[state].name
