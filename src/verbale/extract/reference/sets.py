"""Several who are meant together: parties or people named side by side, or that alone are in focus."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verbale.extract.reference.cast import Member
from verbale.extract.reference.salience import Discourse, Focus
from verbale.extract.reference.words import fold
from verbale.language.parse import Token

# How far back, in sentences, those named together may be "the two sides", and those named apart.
SET_REACH = 12
_PAIR_REACH = 6
_NEVER = -99.0
# A set met as such ("A, B and C") is worth more than one whose members a sentence names apart.
_APART = 1.5
# Weight of those named together often, but not of late, and how often that is.
_FAR = 0.5
_OFTEN = 2
# What speaks for those whom the same sentence names side by side: "the meeting between A and B … the two sides".
_HERE = 1.5


@dataclass(frozen=True, slots=True)
class Found:
    """Who is meant, how likely that is, and how many sentences back they were named together."""

    keys: tuple[str, ...] = ()
    weight: float = _NEVER
    distance: int = 99


NONE = Found()


def _anybody(member: Member) -> bool:
    return True


def pair(
    discourse: Discourse,
    token: Token,
    number: int,
    people: bool,
    fits: Callable[[Member], bool] = _anybody,
    reach: int = SET_REACH,
) -> Found:
    """The `number` parties (or people) that were named together, or that alone are in focus.

    Those named together weigh by distance and rank, and by how often the report names each of them; people named
    together stand for their parties; `fits` tells which of them may be meant. Who speaks in the sentence is seldom
    one of "the two sides" it tells of.
    """
    here = discourse.layout.sentence[token.i]
    singles: dict[str, float] = {}
    together: dict[tuple[str, ...], float] = {}
    nearest: dict[tuple[str, ...], int] = {}
    for focus in discourse.recent(token, reach):
        if focus.ambiguous or focus.aside:
            continue
        distance = here - focus.sentence
        members = as_parties(discourse, focus, people)
        if not all(fits(member) for member in members):
            continue
        if len(focus.keys) > 1 and len(members) == number:
            keys = tuple(member.key for member in members)
            named = min(8, *(discourse.counts.get(key, 0) for key in keys))
            weight = 3.0 - 0.25 * distance + 0.8 * focus.rank + 0.15 * named
            weight += _HERE if distance == 0 and not focus.subject else 0.0
            together[keys] = max(together.get(keys, 0.0), weight)
            nearest.setdefault(keys, distance)
        elif len(focus.keys) == 1 and len(members) == 1 and distance <= _PAIR_REACH:
            key = members[0].key
            weight = (1.0 + focus.rank) / (1 + distance) * (1 + 0.1 * min(discourse.counts.get(key, 0), 8))
            singles[key] = singles.get(key, 0.0) + (0.3 * weight if distance == 0 and focus.subject else weight)
    if not people:
        _add_opponents(discourse, singles, together)
    if together:
        best, weight = max(together.items(), key=lambda item: item[1])
        return Found(best, weight, nearest.get(best, 99))
    recurring = _recurring(discourse, number, people, fits)
    if recurring:
        return Found(recurring, _FAR)
    if len(singles) < number or number > 2:
        return NONE
    ranked = sorted(singles.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > number and ranked[number][1] > 0.75 * ranked[number - 1][1]:
        return NONE
    return Found(_in_order(key for key, _ in ranked[:number]), 0.0)


def group(
    discourse: Discourse,
    token: Token,
    number: int,
    people: bool,
    fits: Callable[[Member], bool] = _anybody,
    apart: bool = True,
) -> Found:
    """The `number` parties (or people) that some sentence before names, together or apart, however far back; with 0
    all that were named together, however many; without `apart` only those named side by side."""
    here = discourse.layout.sentence[token.i]
    found: dict[tuple[str, ...], float] = {}
    told: dict[int, dict[str, None]] = {}
    for focus in discourse.seen:
        if focus.ambiguous or focus.aside:
            continue
        members = as_parties(discourse, focus, people)
        if apart and (people or len(focus.keys) > 1 or (members and members[0].key == focus.keys[0])):
            sure = (m.key for m in members if fits(m) and (people or m.world))
            told.setdefault(focus.sentence, {}).update(dict.fromkeys(sure))
        several = len(focus.keys) > 1 and len(members) == (number or len(focus.keys))
        if several and all(fits(member) for member in members):
            keys = _in_order(member.key for member in members)
            found[keys] = max(found.get(keys, _NEVER), 3.0 - 0.05 * (here - focus.sentence))
    for sentence, named in told.items():
        if len(named) == number:
            keys = _in_order(named)
            found[keys] = max(found.get(keys, _NEVER), 3.0 - _APART - 0.05 * (here - sentence))
    return Found(*max(found.items(), key=lambda item: (item[1], item[0]))) if found else NONE


def _recurring(discourse: Discourse, number: int, people: bool, fits: Callable[[Member], bool]) -> tuple[str, ...]:
    """Those whom the report has named together again and again, more than any others."""
    often: Counter[tuple[str, ...]] = Counter()
    for focus in discourse.seen:
        if len(focus.keys) < 2 or focus.ambiguous:
            continue
        members = as_parties(discourse, focus, people)
        if len(members) == number and all(fits(member) for member in members):
            often[_in_order(member.key for member in members)] += 1
    ranked = often.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ()
    return ranked[0][0]


def _in_order(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: int(key[1:])))


def _add_opponents(discourse: Discourse, singles: dict[str, float], together: dict[tuple[str, ...], float]) -> None:
    """A movement and the state that it is of, both in focus, are the two sides of a conflict."""
    members = discourse.cast.members
    states = {members[key].world: key for key in singles if members[key].kind == "state"}
    for key in singles:
        entry = discourse.cast.world.entries.get(members[key].world or "")
        state = states.get(entry.country) if entry is not None and entry.kind == "armed" else None
        if state is not None:
            together.setdefault(_in_order((key, state)), 2.5 + min(singles[key], singles[state]))


def as_parties(discourse: Discourse, focus: Focus, people: bool) -> list[Member]:
    """The parties (or people) that those in focus are, each once; [] where one is none. The outlet is no party."""
    found: dict[str, Member] = {}
    for key in focus.keys:
        member = discourse.cast.members[key]
        party: Member | None
        if people:
            party = member if member.kind == "person" else None
        elif member.kind == "place" or (member.world or "").startswith("outlet/") or _is_outlet(discourse, member):
            party = None
        else:
            party = discourse.cast.party_member_of(member)
            if party is not None and party.kind not in {"state", "group", "organisation"}:
                party = None
        if party is None:
            return []
        found[party.key] = party
    return list(found.values())


def _is_outlet(discourse: Discourse, member: Member) -> bool:
    return member.kind == "organisation" and fold(member.name) == discourse.outlet
