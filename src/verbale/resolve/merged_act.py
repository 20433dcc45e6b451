"""One row for an act from all its accounts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.model import Account, Act, ActorRow, ActRow, Level
from verbale.resolve.acts import ahead
from verbale.resolve.answers import REPLIES, VISITS, Deed
from verbale.resolve.copies import Origins
from verbale.resolve.rows import Context
from verbale.resolve.sketches import ActSketch
from verbale.resolve.values import valued
from verbale.resolve.words import content_words

# An actor of the record: row id, name, and the party it belongs to.
Named = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a local act its row shows, in the record's names; `nameless` are the ids of those without one."""

    what: str
    subject: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    issues: tuple[str, ...]
    sources: tuple[Named, ...]
    targets: tuple[Named, ...]
    people: tuple[Named, ...]
    nameless: frozenset[str]


def party_rows(actors: Iterable[ActorRow]) -> dict[str, Named]:
    """States, organisations and groups by name."""
    return {a.name: (a.id, a.name, a.party) for a in actors if a.kind in ("state", "organisation", "group")}


def _acts_for(actor: ActorRow, parties: Mapping[str, Named]) -> Named | None:
    """The party that an actor acts for: a government body, or a person who holds an office of that party."""
    official = actor.kind == "government_body" or any(office.party == actor.party for office in actor.offices)
    if actor.kind not in ("government_body", "person") or not official or actor.party in (None, actor.name):
        return None
    return parties.get(actor.party or "")


def telling(context: Context, act: Act, parties: Mapping[str, Named]) -> Telling:
    """`act` as its report tells it, in the record's names. Who acts for one of `parties` stands among the people, and
    the party on its side of the act: a request to the Treasury is one to the United States."""
    acting: list[Named] = []

    def named(keys: Sequence[str]) -> tuple[Named, ...]:
        rows = (context.actors[i] for i in context.row_ids(keys))
        return tuple((row.id, row.name, row.party) for row in rows)

    def side(keys: Sequence[str]) -> tuple[Named, ...]:
        found = []
        for key in context.row_ids(keys):
            row = context.actors[key]
            party = _acts_for(row, parties)
            if party is not None:
                acting.append((row.id, row.name, row.party))
            found.append(party or (row.id, row.name, row.party))
        return tuple(dict.fromkeys(found))

    sources, targets = side(act.sources), side(act.targets)
    return Telling(
        act.what,
        act.subject,
        act.modes,
        act.contexts,
        act.issues,
        sources,
        targets,
        tuple(dict.fromkeys((*named(act.people), *acting))),
        frozenset(k for k in context.row_ids((*act.sources, *act.targets)) if context.actors[k].kind == "unnamed"),
    )


def _most(values: Iterable[str]) -> str:
    """The commonest, of equals the longest."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default="")


def _side(
    told: Sequence[Sequence[Named]], nameless: frozenset[str] = frozenset(), without: Iterable[str] = ()
) -> dict[str, str]:
    """Ids and names of one side of an act. Where some accounts name a state and some its minister or a body of it, the
    state stands for all, unless most accounts name the other; where some name the side and some do not ("the same
    men"), it is whom they name."""
    if any(one and not any(key in nameless for key, _, _ in one) for one in told):
        told = [[actor for actor in one if actor[0] not in nameless] for one in told]
    counts = Counter(actor for one in told for actor in dict.fromkeys(one))
    names = {name for _, name, _ in counts}
    few = sum(map(bool, told)) / 2
    kept = {
        actor: name
        for (actor, name, party), count in counts.items()
        if not (party and party != name and party in names and count <= few and len(told) > 1)
    }
    return {actor: kept[actor] for actor in sorted(kept) if actor not in set(without)}


def act_row(
    sketches: Sequence[ActSketch], accounts: Sequence[Account], told: Sequence[Telling], origins: Origins
) -> ActRow:
    """The row of an act, its values from `accounts` (which it holds). Its id is that of the account told first, so that
    it stays when later reports come."""
    first = min(sketches, key=lambda s: (s.told if s.told is not None else 10**7, s.report, s.id))
    nameless = frozenset().union(*(t.nameless for t in told))
    sources = _side([t.sources for t in told], nameless)
    targets = _side([t.targets for t in told], nameless, sources if first.family == "meeting" else ())
    people = _side([t.people for t in told])
    done = [s for s in sketches if not ahead(s)] or sketches  # a promise to sign, and the signing
    types = Counter(s.type for s in done)
    levels: Counter[Level] = Counter(s.level for s in sketches if s.level)
    row = ActRow(
        id=first.id,
        type=min(types, key=lambda t: (-types[t], t != "SUPPORT", t)),  # a signing seals what was promised
        modes=tuple(sorted({m for t in told for m in t.modes})),
        contexts=tuple(sorted({c for t in told for c in t.contexts})),
        what=_most(t.what for t in told),
        sources=tuple(sources.values()),
        targets=tuple(targets.values()),
        people=tuple(people.values()),
        source_ids=tuple(sources),
        target_ids=tuple(targets),
        people_ids=tuple(people),
        subject=_most(t.subject for t in told),
        issues=tuple(sorted({i for t in told for i in t.issues})),
        level=min(levels.items(), key=lambda item: (-item[1], item[0]))[0] if levels else None,
        place=None,
        when=None,
        status="happened",
        outcome=None,
        track=None,
        accounts=(),
        independent=len({origins.source(s.report) for s in sketches}),
    )
    return valued(row, accounts)


def deed_of(row: ActRow, sketches: Sequence[ActSketch], accounts: Sequence[Account]) -> Deed:
    """The act in short, as an ask or a reply."""
    when = row.when
    day = (when.earliest or when.latest) if when else None
    days = [s.told for s in sketches if s.told is not None]
    return Deed(
        id=row.id,
        type=row.type,
        sources=frozenset().union(*(s.sources for s in sketches)),
        targets=frozenset().union(*(s.targets for s in sketches)),
        about=frozenset().union(*(s.about for s in sketches)),
        first=day.toordinal() if day else None,
        told=min(days, default=None),
        happened=any(not ahead(s) for s in sketches),
        evidence=accounts[0].evidence if row.type in {*REPLIES, "CONSULT"} else (),
        denied=all(s.status == "denied" for s in sketches),
        visit=row.type == "CONSULT" and row.what in VISITS,
        place=frozenset(word for s in sketches if s.place for name in s.place for word in content_words(name)),
    )
