"""The same act in many reports: candidate pairs by block, a score for each pair, clusters that hold together.

Blocking: acts of one family that share a party (for meetings, a pair of parties) and a month. Scoring: how far time,
place, level, people, subject and issues agree; a contradiction rules a pair out. Clustering: pairs best first, ties
by id; two clusters become one only where nothing in either contradicts the other, so that a vague account cannot
chain two rounds of talks into one. An account whose bounds fit two different acts equally well joins neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from verbale.resolve.decisions import Decision
from verbale.resolve.groups import Groups
from verbale.resolve.sketches import ActSketch

# Points that a pair needs to be one act; see docs/decisions/merging.md for where they come from.
MEETING_POINTS = 3.5
DEED_POINTS = 3.5
# A gap of a day between two accounts of one act: time zones, "Saturday" for a night session.
NEAR_DAYS = 1
# Bounds wider than this are vague: such an account joins a dated act, and never two acts with one another.
VAGUE_DAYS = 10
# Largest block in which every pair is compared; larger ones are compared along sorted neighbours.
FULL_BLOCK = 40
NEIGHBOURS = 12
DIRECTED = frozenset({"ask", "blame", "refusal", "threat", "pressure", "help", "yielding"})
# Status of acts that have not (yet) happened, and never are one with acts that have.
AHEAD = frozenset({"planned", "hypothetical", "cancelled"})


def phase(status: str) -> str:
    """Acts ahead and acts done are linked, never merged; a denied act is still that act."""
    return "ahead" if status in AHEAD else "done"


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other holds too (Szymkiewicz-Simpson), 0 where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _gap(a: ActSketch, b: ActSketch) -> int:
    """Days between two bounds, 0 where they overlap; open bounds overlap everything on their side."""
    after = (b.first - a.last) if b.first is not None and a.last is not None else 0
    before = (a.first - b.last) if a.first is not None and b.last is not None else 0
    return max(after, before, 0)


def _places_differ(a: ActSketch, b: ActSketch) -> bool:
    """Two places that are not one and of which neither lies in the other."""
    if a.place is None or b.place is None or a.place[0] == b.place[0]:
        return False
    if a.place[1] and a.place[1] == b.place[1]:
        return not (_is_state(a) or _is_state(b))
    return True


def _is_state(sketch: ActSketch) -> bool:
    return sketch.place is not None and sketch.place[0] == sketch.place[1]


def contradict(a: ActSketch, b: ActSketch) -> bool:
    """True where nothing could make the two accounts tell of one act."""
    if a.family != b.family or a.means != b.means or phase(a.status) != phase(b.status):
        return True
    if a.level and b.level and a.level != b.level:
        return True
    if _gap(a, b) > NEAR_DAYS or _places_differ(a, b):
        return True
    if a.family == "meeting":
        if a.level == b.level == "leaders" and a.people and b.people and not a.people & b.people:
            return True
        shared, fewest = len(a.parties & b.parties), min(len(a.parties), len(b.parties))
        return shared < min(2, fewest) or fewest == 0
    if a.sources and b.sources and not a.sources & b.sources and not (a.people & b.people):
        return True
    return bool(a.targets and b.targets and not a.targets & b.targets)


def _time_points(a: ActSketch, b: ActSketch) -> float:
    if _gap(a, b):
        return 0.5
    width = max(a.width, b.width)
    if width <= 1:
        return 3.0
    if width <= 8:
        return 2.0
    if width <= 45:
        return 1.0
    return 0.5 if width <= 400 else 0.0


def score(a: ActSketch, b: ActSketch) -> float:
    """How well two accounts that do not contradict each other agree, in points."""
    points = _time_points(a, b)
    if a.place and b.place:
        points += 2.0 if a.place[0] == b.place[0] else 1.0
    if a.people & b.people:
        points += 1.0
    if a.issues & b.issues:
        points += 0.5
    about = _overlap(a.about, b.about)
    if a.family == "meeting":
        points += 1.0 if a.level and a.level == b.level else 0.0
        points += 1.0 if a.parties == b.parties else 0.0
        points += 0.5 * _overlap(a.what, b.what) + 0.5 * about
    else:
        points += 0.5 if a.type == b.type else 0.0
        points += 0.5 if a.sources == b.sources and a.targets == b.targets else 0.0
        points += 3.0 * (about - 0.34)
    return points


def threshold(sketch: ActSketch) -> float:
    """Points that a pair with this account needs."""
    return MEETING_POINTS if sketch.family == "meeting" else DEED_POINTS


def _blocks(sketch: ActSketch) -> Iterator[tuple[str, ...]]:
    parties = sorted(sketch.parties)[:5]
    if sketch.family == "meeting" and len(parties) > 1:
        heads = [" ".join(pair) for pair in combinations(parties, 2)]
    else:
        heads = parties or sorted(sketch.people)[:3]
    for head in heads:
        yield (sketch.family, sketch.means, head)


def _candidates(sketches: Sequence[ActSketch]) -> Iterator[tuple[ActSketch, ActSketch]]:
    """Pairs that may be one act, some of them more than once."""
    blocks: dict[tuple[str, ...], list[ActSketch]] = defaultdict(list)
    for sketch in sketches:
        for block in _blocks(sketch):
            blocks[block].append(sketch)
    for block in sorted(blocks):
        members = blocks[block]
        if len(members) <= FULL_BLOCK:
            yield from combinations(members, 2)
            continue
        members = sorted(members, key=lambda s: (s.first or 0, s.last or 0, s.id))
        for i, sketch in enumerate(members):
            for other in members[i + 1 : i + 1 + NEIGHBOURS]:
                yield sketch, other


def cluster(sketches: Iterable[ActSketch], decisions: Sequence[Decision] = ()) -> tuple[tuple[str, ...], ...]:
    """Ids of local acts that are one act, as sorted clusters; every act is in exactly one.

    The result does not depend on the order of `sketches`.
    """
    ordered = sorted(sketches, key=lambda s: s.id)
    by_id = {s.id: s for s in ordered}
    scored: dict[tuple[str, str], float] = {}
    for a, b in _candidates(ordered):
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if pair not in scored and not contradict(a, b):
            points = score(a, b)
            if points >= threshold(a):
                scored[pair] = points
    clusters = {s.id: [s] for s in ordered}
    groups = Groups[str]()
    for (one, other), _ in sorted(scored.items(), key=lambda item: (-item[1], item[0])):
        left, right = groups.find(one), groups.find(other)
        if left == right or any(contradict(x, y) for x in clusters[left] for y in clusters[right]):
            continue
        groups.join(left, right)
        kept, gone = min(left, right), max(left, right)
        clusters[kept] += clusters.pop(gone)
    found = [sorted(s.id for s in members) for members in clusters.values()]
    return _decided(found, by_id, decisions)


def _decided(
    found: list[list[str]], known: dict[str, ActSketch], decisions: Sequence[Decision]
) -> tuple[tuple[str, ...], ...]:
    """`found` with the analyst's merges and splits, in order."""
    for decision in decisions:
        if decision.kind not in ("merge-acts", "split-act"):
            continue
        named = {str(i) for i in decision.payload["ids"] if str(i) in known}
        if not named:
            continue
        if decision.kind == "merge-acts":
            joined = [members for members in found if named.intersection(members)]
            found = [m for m in found if not named.intersection(m)] + [sorted(i for m in joined for i in m)]
        else:
            found = [[i for i in m if i not in named] for m in found] + [sorted(named)]
    return tuple(sorted(tuple(m) for m in found if m))
