"""Actors of the record: which of the reports' actors are one.

World and case-file ids decide where there are any. People are known by their full name in any spelling, never where
party contradicts it; a bare surname or title joins someone only where exactly one person fits. Unnamed sources and
groups without a name stay with their report: two outlets' "senior official" need not be one man, nor two countries'
"rebels" one movement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import combinations

from verbale.model import ActorKind, ActorRow, Evidence, OfficeRow
from verbale.resolve.decisions import Decision
from verbale.resolve.groups import Groups
from verbale.resolve.names import levelled, name_keys, slug, tokens

# First mentions kept as evidence of an actor, one a report, earliest reports first: a state stands in every report.
MAX_EVIDENCE = 50
# Days on either side of a report in which a bare title ("the foreign minister") may mean who is known to hold it.
OFFICE_WINDOW = 120
# Likeness (Ratcliff-Obershelp) from which names with a word in common are one, where party and office are one too.
NEAR_NAME = 0.87
# An "office" that more names than this hold ("spokesman") tells nobody apart.
MAX_HOLDERS = 40


@dataclass(frozen=True, slots=True)
class LocalOffice:
    """An office as one report gives it to one of its actors."""

    title: str
    party: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class ActorSketch:
    """What of a report's actor it takes to know it in other reports. `day` is the report's day of publication."""

    report: str
    key: str
    name: str
    kind: ActorKind
    world: str | None
    party: str | None
    offices: tuple[LocalOffice, ...]
    aliases: tuple[str, ...]
    day: date | None
    first: Evidence | None


@dataclass(frozen=True, slots=True)
class ActorNames:
    """The rows, and the row id of every report's every actor."""

    rows: tuple[ActorRow, ...]
    ids: Mapping[tuple[str, str], str]


def _title(title: str) -> str:
    words = levelled(title).split()
    return " ".join(word for word in words if word not in ("the", "a", "an", "former", "then"))


def _is_title(sketch: ActorSketch) -> bool:
    """True where a person is known by an office alone: "the foreign minister", no name."""
    return sketch.kind == "person" and (
        sketch.name == sketch.name.lower() or any(_title(sketch.name) == _title(o.title) for o in sketch.offices)
    )


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=5).hexdigest()


def _named(sketch: ActorSketch) -> str | None:
    """The id that a sketch has by itself, where it needs no comparison with others."""
    if sketch.world is not None and sketch.kind != "unnamed":
        return sketch.world
    if sketch.kind == "unnamed":
        place = str(sketch.first.start) if sketch.first else ""
        return f"unnamed/{slug(sketch.name)[:40]}-{_digest(sketch.report, sketch.name, place)}"
    if sketch.kind != "person":
        nameless = sketch.kind == "group" and sketch.name == sketch.name.lower()
        return f"{sketch.kind}/{slug(sketch.name)}{'-' + _digest(sketch.report) if nameless else ''}"
    return None


def _surnames_are_people(sketches: Sequence[ActorSketch]) -> list[ActorSketch]:
    """`sketches`, of which an "organisation" that nobody knows and that is called by the surname of the one such person
    in the record is that person: a report that gives a surname only does not say what it names."""
    full: dict[str, set[str]] = defaultdict(set)
    for sketch in sketches:
        if sketch.kind == "person" and len(tokens(sketch.name)) > 1 and not _is_title(sketch):
            full[tokens(sketch.name)[-1]].add(name_keys(sketch.name)[0])
    return [
        replace(s, kind="person")
        if s.kind in ("organisation", "group")
        and s.world is s.party is None
        and len(tokens(s.name)) == 1
        and len(full.get(tokens(s.name)[0], ())) == 1
        else s
        for s in sketches
    ]


def _people(sketches: Sequence[ActorSketch], known: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Ids of the people among `sketches`; `known` gives the ids of world and case-file people by name key."""
    full = [s for s in sketches if not _is_title(s) and len(tokens(s.name)) > 1]
    bare = [s for s in sketches if not _is_title(s) and len(tokens(s.name)) <= 1]
    titles = [s for s in sketches if _is_title(s)]
    same = Groups[str]()
    for sketch in full:
        for key in name_keys(sketch.name):
            same.join(name_keys(sketch.name)[0], "=" + key.replace(" ", ""))
    _join_variants(full, same)
    by_name: dict[str, list[ActorSketch]] = defaultdict(list)
    for sketch in full:
        by_name[same.find(name_keys(sketch.name)[0])].append(sketch)
    ids: dict[tuple[str, str], str] = {}
    people: dict[str, list[ActorSketch]] = defaultdict(list)
    for root in sorted(by_name):
        _split_by_party(by_name[root], known, ids, people)
    by_token: dict[str, set[str]] = defaultdict(set)
    for person, members in people.items():
        for member in members:
            for token in tokens(member.name):
                by_token[token].add(person)
    party_of = {person: Counter(m.party for m in members if m.party) for person, members in people.items()}
    alone: dict[str, list[ActorSketch]] = defaultdict(list)
    for sketch in bare:
        token = "".join(tokens(sketch.name))
        fitting = [
            person
            for person in sorted(by_token.get(token, ()))
            if not (sketch.party and party_of[person] and sketch.party not in party_of[person])
        ]
        if len(fitting) > 1:
            held = {_title(o.title) for o in sketch.offices}
            fitting = [p for p in fitting if held & {_title(o.title) for m in people[p] for o in m.offices}]
        if len(fitting) == 1:
            ids[sketch.report, sketch.key] = fitting[0]
            people[fitting[0]].append(sketch)
        elif token in by_token:
            ids[sketch.report, sketch.key] = f"person/{slug(sketch.name)}-{_digest(sketch.report, sketch.key)}"
        else:
            alone[token].append(sketch)
    for token in sorted(alone):
        _split_by_party(alone[token], known, ids, people)
    _holders(titles, people, ids)
    return ids


def _join_variants(full: Sequence[ActorSketch], same: Groups[str]) -> None:
    """Join names that are nearly one (Choe Son-hui, Choe Sun-hui) where party and office are one too."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sketch in full:
        for office in sketch.offices:
            party = office.party or sketch.party
            if party:
                holders[_title(office.title), party].add(name_keys(sketch.name)[0])
    for names in holders.values():
        if len(names) > MAX_HOLDERS:
            continue
        for one, other in combinations(sorted(names), 2):
            words = set(one.split()) & set(other.split())
            if words and SequenceMatcher(None, one, other).ratio() >= NEAR_NAME:
                same.join(one, other)


def _split_by_party(
    members: Sequence[ActorSketch],
    known: Mapping[str, str],
    ids: dict[tuple[str, str], str],
    people: dict[str, list[ActorSketch]],
) -> None:
    """Give people of one name their ids: one for each party that they are said to belong to."""
    parties = sorted({m.party for m in members if m.party})
    spellings = Counter(m.name for m in members)
    name = min(spellings, key=lambda n: (-spellings[n], n))
    for member in members:
        world = known.get(name_keys(member.name)[0])
        party = member.party or (parties[0] if len(parties) == 1 else None)
        if world is not None:
            person = world
        elif len(parties) > 1:
            person = f"person/{slug(name)}-{slug(party) if party else 'unknown'}"
        else:
            person = f"person/{slug(name)}"
        ids[member.report, member.key] = person
        people[person].append(member)


def _holders(
    titles: Sequence[ActorSketch], people: Mapping[str, Sequence[ActorSketch]], ids: dict[tuple[str, str], str]
) -> None:
    """Give bare titles the id of the one person known to hold them around that day, or one of their own."""
    held: dict[tuple[str, str], list[tuple[date | None, str]]] = defaultdict(list)
    for person in sorted(people):
        for member in people[person]:
            for office in member.offices:
                party = office.party or member.party
                if party:
                    held[_title(office.title), party].append((member.day, person))
    for sketch in titles:
        party = sketch.party or next((o.party for o in sketch.offices if o.party), None)
        names = {_title(sketch.name), *(_title(o.title) for o in sketch.offices)}
        near = {
            person
            for title in names
            for day, person in held.get((title, party or ""), ())
            if day and sketch.day and abs((day - sketch.day).days) <= OFFICE_WINDOW
        }
        if len(near) == 1:
            ids[sketch.report, sketch.key] = min(near)
        else:
            ids[sketch.report, sketch.key] = f"person/{slug(sketch.name)[:40]}-{_digest(sketch.report, sketch.key)}"


def _apply(decisions: Sequence[Decision], ids: dict[tuple[str, str], str]) -> None:
    """The analyst's merges and splits, in order, over what the machine found."""
    for decision in decisions:
        if decision.kind == "merge-actors":
            first, *rest = [str(i) for i in decision.payload["ids"]]
            for local, actor in ids.items():
                if actor in rest:
                    ids[local] = first
        elif decision.kind == "split-actor":
            whole, reports = str(decision.payload["id"]), {str(r) for r in decision.payload["reports"]}
            for local, actor in ids.items():
                if actor == whole and local[0] in reports:
                    ids[local] = f"{whole}~{decision.seq}"


def resolve_actors(
    sketches: Iterable[ActorSketch], known: Mapping[str, str], decisions: Sequence[Decision] = ()
) -> ActorNames:
    """The record's actors. `known` maps name keys (`name_keys(name)[0]`) of case-file people to their ids.

    The result does not depend on the order of `sketches`.
    """
    ordered = _surnames_are_people(sorted(sketches, key=lambda s: (s.day or date.max, s.report, s.key)))
    ids: dict[tuple[str, str], str] = {}
    people: list[ActorSketch] = []
    for sketch in ordered:
        actor = _named(sketch)
        if actor is None:
            people.append(sketch)
        else:
            ids[sketch.report, sketch.key] = actor
    ids.update(_people(people, known))
    _apply(decisions, ids)
    members: dict[str, list[ActorSketch]] = defaultdict(list)
    for sketch in ordered:
        members[ids[sketch.report, sketch.key]].append(sketch)
    return ActorNames(tuple(_row(actor, members[actor]) for actor in sorted(members)), ids)


def _row(actor: str, members: Sequence[ActorSketch]) -> ActorRow:
    names = Counter(m.name for m in members if not _is_title(m)) or Counter(m.name for m in members)
    full = [n for n in names if len(n.split()) > 1] if members[0].kind == "person" else []
    name = min(full or names, key=lambda n: (-names[n], n))
    parties = Counter(m.party for m in members if m.party)
    aliases = {a for m in members for a in m.aliases} | set(names)
    evidence = [m.first for m in members if m.first is not None][:MAX_EVIDENCE]
    return ActorRow(
        id=actor,
        name=name,
        kind=Counter(m.kind for m in members).most_common(1)[0][0],
        party=min(parties, key=lambda p: (-parties[p], p)) if parties else None,
        world=next((m.world for m in members if m.world), None),
        offices=_offices(members),
        aliases=tuple(sorted(aliases - {name})),
        reports=tuple(dict.fromkeys(m.report for m in members)),
        evidence=tuple(evidence),
    )


def _offices(members: Sequence[ActorSketch]) -> tuple[OfficeRow, ...]:
    """Offices with the first and last day on which a report says that they were held, in order of the first."""
    seen: dict[tuple[str, str | None], list[tuple[ActorSketch, LocalOffice]]] = defaultdict(list)
    for member in members:
        for office in member.offices:
            seen[_title(office.title), office.party or member.party].append((member, office))
    rows = []
    for (_, party), held in seen.items():
        days = [m.day for m, _ in held if m.day]
        titles = Counter(o.title for _, o in held)
        evidence = [o.evidence for _, o in held if o.evidence is not None][:MAX_EVIDENCE]
        rows.append(
            OfficeRow(
                title=min(titles, key=lambda t: (-titles[t], t)),
                party=party,
                first=min(days, default=None),
                last=max(days, default=None),
                evidence=tuple(evidence),
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.first or date.max, r.title, r.party or "")))
