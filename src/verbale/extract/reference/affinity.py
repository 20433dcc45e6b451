"""Which party a person is told of with, where the report never gives the person one."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.person_names import fit, person_name
from verbale.extract.reference.scene import Scene


def leaning(scene: Scene, member: Member) -> dict[str, int]:
    """How many sentences name `member` and, of all states, one alone: by its name, demonym or capital."""
    if member.person is None:
        return {}
    told: set[int] = set()
    states: dict[int, set[str]] = {}
    for name in scene.names:
        sentence = scene.layout.sentence[name.start]
        if name.kind == "person":
            if fit(person_name(scene.text(name.start, name.end)), member.person) > 1:
                told.add(sentence)
            continue
        entry = scene.party_entry_at(name.start)
        if entry is not None and entry.kind == "state":
            states.setdefault(sentence, set()).add(entry.name)
    found: dict[str, int] = {}
    for sentence in told:
        named = states.get(sentence, set())
        if len(named) == 1:
            state = next(iter(named))
            found[state] = found.get(state, 0) + 1
    return found
