"""The same act in many reports: candidate pairs, then clusters that hold together.

Candidates come from blocks: acts of one family that share a party (meetings: or a pair, or a place). In a small block
every pair is compared; in a large one only neighbours along several sortings (the multi-pass sorted neighbourhood
method, Hernández and Stolfo 1995), after accounts alike in everything were put together. So cost grows as n log n.

Clusters are grown from the best pair down, ties by id. Two become one only where no account of either contradicts any
of the other, so that no vague account chains two rounds of talks into one. Accounts with vague bounds come after the
dated ones; one that fits two acts equally well joins neither. The result does not depend on the order of accounts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from verbale.resolve.acts import (
    HAPPENED,
    MONTHS_DAYS,
    UNDATED_DAYS,
    VAGUE_DAYS,
    ahead,
    contradict,
    gap,
    needed,
    score,
    told_when_due,
)
from verbale.resolve.decisions import Decision
from verbale.resolve.groups import Groups
from verbale.resolve.sketches import ActSketch

# Largest block in which every pair is compared, and how many neighbours are compared in larger ones.
FULL_BLOCK = 60
NEIGHBOURS = 12
# By how many points the best act must lead for a vague account to join it.
LEAD = 0.5
# Days after its telling within which an announced act that no day was set for may have happened.
PLAN_DAYS = 120

# Acts without a party, or with one that is not known, are compared with those of about the same days.
UNKNOWN_DAYS = 4
_UNKNOWN_BLOCK = "?"

Pair = tuple[str, str]


def _signature(act: ActSketch) -> tuple[object, ...]:
    return (
        act.type,
        act.means,
        act.sources,
        act.targets,
        act.people,
        act.doers,
        act.done_to,
        act.level,
        act.place,
        act.what,
        act.about,
        act.issues,
        act.first,
        act.last,
        act.recurring,
        act.status,
    )


def _blocks(act: ActSketch) -> Iterator[tuple[str, ...]]:
    parties = sorted(act.parties)[:5]
    for head in parties or sorted(act.people)[:3] or ("",):
        yield (act.family, act.means, head)
    if act.family == "meeting":
        for pair in combinations(parties, 2):
            yield (act.family, act.means, *pair)
        if act.place is not None:
            yield (act.family, act.means, "", act.place[0])
    else:
        day = _middle(act)
        yield (act.family, act.means, _UNKNOWN_BLOCK, str(day // UNKNOWN_DAYS))
        yield (act.family, act.means, _UNKNOWN_BLOCK, f"{(day + UNKNOWN_DAYS // 2) // UNKNOWN_DAYS} between")


def _middle(act: ActSketch) -> int:
    """A day to sort an account by: the middle of its bounds, or when it was told."""
    if act.width <= 400 and act.first is not None and act.last is not None:
        return (act.first + act.last) // 2
    return act.told or 0


def _sortings(members: Sequence[ActSketch]) -> Iterator[list[ActSketch]]:
    """Orders along which accounts of one act come to stand near each other."""
    counts: dict[str, int] = defaultdict(int)
    for act in members:
        for word in act.about:
            counts[word] += 1

    def subject(act: ActSketch) -> str:
        return min(act.about, key=lambda word: (counts[word], word), default="")

    def place(act: ActSketch) -> str:
        return act.place[0] if act.place else ""

    yield sorted(members, key=lambda a: (_middle(a), place(a), a.id))
    yield sorted(members, key=lambda a: (place(a), _middle(a), a.id))
    yield sorted(members, key=lambda a: (subject(a), _middle(a), a.id))


def candidates(acts: Sequence[ActSketch]) -> Iterator[tuple[ActSketch, ActSketch]]:
    """Pairs that may be one act, the smaller id first; some come more than once."""
    blocks: dict[tuple[str, ...], list[ActSketch]] = defaultdict(list)
    for act in acts:
        for block in _blocks(act):
            blocks[block].append(act)
    for block in sorted(blocks):
        members = blocks[block]
        if block[2] == _UNKNOWN_BLOCK:
            yield from _with_unknown(members)
            continue
        if len(members) <= FULL_BLOCK:
            yield from combinations(members, 2)
            continue
        for line in _sortings(members):
            for i, act in enumerate(line):
                for other in line[i + 1 : i + 1 + NEIGHBOURS]:
                    yield (act, other) if act.id < other.id else (other, act)


def _with_unknown(members: Sequence[ActSketch]) -> Iterator[tuple[ActSketch, ActSketch]]:
    """Pairs of which one has no party, or one that is not known, so that no block of a party holds both."""
    vague = [act for act in members if act.unknown or not act.parties][:FULL_BLOCK]
    for act in vague:
        for other in members[: FULL_BLOCK * NEIGHBOURS]:
            if act.id != other.id:
                yield (act, other) if act.id < other.id else (other, act)


class _Growing:
    """Clusters under construction, each with its members that differ in what is compared."""

    def __init__(self, acts: Sequence[ActSketch]) -> None:
        self.groups = Groups[str]()
        self.members = {act.id: [act] for act in acts}

    def of(self, act: str) -> list[ActSketch]:
        return self.members[self.groups.find(act)]

    def join(self, one: str, other: str, phases: bool = True) -> bool:
        """Make the clusters of both one, unless they are or something contradicts it; without `phases`, also where one
        is planned and the other has happened."""
        left, right = self.groups.find(one), self.groups.find(other)
        if left == right or any(contradict(a, b, phases) for a in self.members[left] for b in self.members[right]):
            return False
        self.groups.join(left, right)
        self.members[min(left, right)] += self.members.pop(max(left, right))
        return True


def cluster(sketches: Iterable[ActSketch], decisions: Sequence[Decision] = ()) -> tuple[tuple[str, ...], ...]:
    """Ids of local acts that are one act, as sorted clusters; every act is in exactly one."""
    return cluster_and_link(sketches, decisions)[0]


def cluster_and_link(
    sketches: Iterable[ActSketch], decisions: Sequence[Decision] = ()
) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
    """Clusters as `cluster`, and for accounts of acts ahead the account of what they happened as."""
    ordered = sorted(sketches, key=lambda act: act.id)
    alike: dict[tuple[object, ...], list[ActSketch]] = defaultdict(list)
    for act in ordered:
        alike[_signature(act)].append(act)
    heads: list[ActSketch] = []
    tails: dict[str, list[str]] = {}
    for same in alike.values():
        head = same[0]
        apart = len({(act.report, act.at) for act in same}) == len(same)
        if apart and head.width <= VAGUE_DAYS and score(head, head) - 0.5 >= needed(head):
            heads.append(head)
            tails[head.id] = [act.id for act in same[1:]]
        else:
            heads.extend(same)
    heads.sort(key=lambda act: act.id)
    by_id = {act.id: act for act in heads}
    firm: dict[Pair, float] = {}
    loose: dict[Pair, float] = {}
    ahead_of: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a, b in candidates(heads):
        pair = (a.id, b.id)
        # Pairs that failed are not remembered: to score one again is cheaper than to hold millions.
        if pair in firm or pair in loose or contradict(a, b, phases=False):
            continue
        points = score(a, b)
        if points < needed(a):
            continue
        if ahead(a) != ahead(b):
            plan, done = (a, b) if ahead(a) else (b, a)
            if _may_be(plan, done):
                ahead_of[plan.id].append((points, done.id))
        else:
            (firm if max(a.width, b.width) <= VAGUE_DAYS else loose)[pair] = points
    growing = _Growing(heads)
    for (one, other), _ in sorted(firm.items(), key=lambda item: (-item[1], item[0])):
        growing.join(one, other)
    _join_vague(growing, by_id, loose)
    _join_sole(growing, heads)
    _join_in_month(growing, heads)
    _join_kept(growing, by_id, ahead_of)
    clusters: dict[str, list[str]] = defaultdict(list)
    for act in heads:
        clusters[growing.groups.find(act.id)] += [act.id, *tails.get(act.id, ())]
    links = {plan: max(found, key=lambda item: (item[0], item[1]))[1] for plan, found in ahead_of.items()}
    known = {act.id for act in ordered}
    return _decided([sorted(ids) for ids in clusters.values()], known, decisions), links


def _may_be(plan: ActSketch, done: ActSketch) -> bool:
    """True where an act may be the happening of one announced: bounds overlap, or it came soon after the telling."""
    if plan.width <= 400:
        return gap(plan, done) == 0
    return plan.told is not None and done.first is not None and 0 <= done.first - plan.told + 1 <= PLAN_DAYS


def _join_vague(growing: _Growing, acts: Mapping[str, ActSketch], pairs: Mapping[Pair, float]) -> None:
    """Join accounts with vague bounds: narrower ones first, each to the act that it fits best by a lead."""
    fits: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), points in pairs.items():
        wide, narrow = sorted((one, other), key=lambda i: (-acts[i].width, i))
        fits[wide].append((points, narrow))
    for wide in sorted(fits, key=lambda i: (acts[i].width, i)):
        best: dict[str, float] = {}
        for points, narrow in fits[wide]:
            root = growing.groups.find(narrow)
            best[root] = max(points, best.get(root, 0.0))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAD:
            rivals = [growing.of(root) for root, points in ranked if ranked[0][1] - points < LEAD]
            if any(contradict(a, b) for one, other in combinations(rivals, 2) for a in one for b in other):
                continue
        for root, _ in ranked:
            growing.join(wide, root)


def _join_sole(growing: _Growing, acts: Sequence[ActSketch]) -> None:
    """Join accounts of a summit that give neither day nor place ("the disappointing summit") to the only summit of the
    same parties that other reports tell of. Leaders meet rarely, and a report that says no more means the known one."""
    summits: dict[tuple[frozenset[str], str], list[ActSketch]] = defaultdict(list)
    for act in acts:
        if act.family == "meeting" and act.level == "leaders" and len(act.parties - act.unknown) > 1 and not ahead(act):
            summits[act.parties, act.means].append(act)
    for members in summits.values():
        roots = sorted({growing.groups.find(act.id) for act in members})
        if len(roots) != 2:
            continue
        one, other = (growing.of(root) for root in roots)
        alike = any(a.what & b.what and a.report != b.report for a in one for b in other)
        bare = any(all(a.width > UNDATED_DAYS and a.place is None for a in side) for side in (one, other))
        days = [act.told for act in (*one, *other) if act.told is not None]
        if alike and bare and (not days or max(days) - min(days) <= UNDATED_DAYS):
            growing.join(roots[0], roots[1])


def _join_in_month(growing: _Growing, acts: Sequence[ActSketch]) -> None:
    """Join accounts of what the same sides did "in October" to the only dated act of the kind that other reports tell
    of them in these bounds, unless the subjects have no word in common."""
    alike: dict[tuple[object, ...], list[ActSketch]] = defaultdict(list)
    for act in acts:
        if len(act.parties - act.unknown) > 1 and act.family in ("accord", "meeting", "pressure") and not ahead(act):
            alike[act.type, act.means, act.what, act.sources, act.targets].append(act)
    for members in alike.values():
        dated = [act for act in members if act.width <= VAGUE_DAYS]
        for vague in members:
            if not VAGUE_DAYS < vague.width <= MONTHS_DAYS:
                continue
            within = [act for act in dated if gap(vague, act) == 0]
            roots = {growing.groups.find(act.id) for act in within}
            if any(vague.about and act.about and not vague.about & act.about for act in within):
                continue
            if len(roots) == 1 and growing.groups.find(vague.id) not in roots:
                growing.join(vague.id, roots.pop())


def _join_kept(
    growing: _Growing, acts: Mapping[str, ActSketch], ahead_of: Mapping[str, Sequence[tuple[float, str]]]
) -> None:
    """Join an act that was planned for certain days with what happened in them: one act, first announced, then done.
    A plan for no certain day keeps a link to what may be its happening."""
    for plan in sorted(ahead_of):
        if acts[plan].status != "planned" or acts[plan].width > VAGUE_DAYS:
            continue
        for _, done in sorted(ahead_of[plan], key=lambda item: (-item[0], item[1])):
            dated = acts[done].width <= VAGUE_DAYS and gap(acts[plan], acts[done]) == 0
            kept = acts[done].status in HAPPENED and (dated or told_when_due(acts[plan], acts[done]))
            if kept and growing.join(plan, done, phases=False):
                break


def _decided(found: list[list[str]], known: set[str], decisions: Sequence[Decision]) -> tuple[tuple[str, ...], ...]:
    """`found` with the analyst's merges and splits, in order."""
    for decision in decisions:
        if decision.kind not in ("merge-acts", "split-act"):
            continue
        named = {str(i) for i in decision.payload["ids"]} & known
        if not named:
            continue
        if decision.kind == "merge-acts":
            joined = sorted(i for members in found if named.intersection(members) for i in members)
            found = [m for m in found if not named.intersection(m)] + [joined]
        else:
            found = [[i for i in m if i not in named] for m in found] + [sorted(named)]
    return tuple(sorted(tuple(m) for m in found if m))
