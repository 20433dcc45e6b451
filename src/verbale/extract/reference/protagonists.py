"""The two or three that a report is about: whom "the two countries" means where no two are named together near."""

from collections import Counter
from collections.abc import Callable

from verbale.extract.reference.cast import Member
from verbale.extract.reference.scene import Scene

# The last of them is named so much more often than any other, and at least so often.
_AHEAD = 1.5
_LEAST = 2


def protagonists(scene: Scene, fits: Callable[[Member], bool], states_only: bool, number: int) -> tuple[str, ...]:
    """Keys of the `number` states (or states and movements) that the whole report names most, well before any other;
    () where there are none such."""
    kinds = {"state"} if states_only else {"state", "group"}
    members = scene.cast.members
    return most_told(
        {key: n for key, n in times_named(scene).items() if members[key].kind in kinds and fits(members[key])}, number
    )


def leading_state(scene: Scene) -> str | None:
    """Key of the one state that the whole report is about, above all others: "the capital" is its own."""
    states = {key: n for key, n in times_named(scene).items() if scene.cast.members[key].kind == "state"}
    found = most_told(states, 1)
    return found[0] if found else None


def people_told(scene: Scene, fits: Callable[[Member], bool], number: int) -> tuple[str, ...]:
    """Keys of the `number` people told of most so far, well before any other."""
    members = scene.cast.members
    told = {key: n for key, n in scene.discourse.counts.items() if members[key].kind == "person" and fits(members[key])}
    return most_told(told, number)


def most_told(counts: dict[str, int], number: int) -> tuple[str, ...]:
    """The `number` keys told of most, if they stand out."""
    ranked = Counter(counts).most_common(number + 1)
    if len(ranked) < number or ranked[number - 1][1] < _LEAST:
        return ()
    if len(ranked) > number and ranked[number - 1][1] < _AHEAD * ranked[number][1]:
        return ()
    return tuple(sorted((key for key, _ in ranked[:number]), key=lambda key: int(key[1:])))


def times_named(scene: Scene) -> Counter[str]:
    """How often the report, down to its end, names each state or movement: also by its people, town or seat."""
    if scene.named is None:
        scene.named = Counter()
        for name in scene.names:
            entry = scene.party_entry_at(name.start)
            if entry is not None and entry.kind in {"state", "armed"}:
                scene.named[scene.party_member(entry).key] += 1
            elif name.kind not in {"person", "place"} and entry is None:
                member = scene.member_at(name.start)
                party = scene.cast.party_member_of(member) if member is not None else None
                if party is not None and party.kind in {"state", "group"}:
                    scene.named[party.key] += 1
    return scene.named
