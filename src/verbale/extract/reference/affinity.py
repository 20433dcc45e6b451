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


def leaning_to(scene: Scene, weights: dict[str, float], party: str | None) -> dict[str, float]:
    """Of people of no known party, "the Greek leader" is not one whom the report names with another state more; and
    of several, the one whom it names with Greece."""
    unknown = [key for key in weights if scene.cast.members[key].party is None]
    if party is None or not unknown:
        return weights
    kept = dict(weights)
    for key in unknown:
        told = leaning(scene, scene.cast.members[key])
        here, elsewhere = told.get(party, 0), max((n for name, n in told.items() if name != party), default=0)
        if elsewhere > here:
            del kept[key]
        elif here > elsewhere:
            kept[key] += 1.0
    return kept
