"""Who is in it: parties with their offices and people, and how much of the record each has part in."""

from collections import Counter
from dataclasses import dataclass

from verbale.model import ActorKind, Evidence, Filter, OfficeRow
from verbale.views.rows import EVERYTHING, Rows


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor. `statements` and `acts` count what it said and what it had part in; `aliases` are other names."""

    id: str
    name: str
    kind: ActorKind
    party: str | None
    offices: tuple[OfficeRow, ...]
    aliases: tuple[str, ...]
    statements: int
    acts: int
    reports: int
    evidence: tuple[Evidence, ...]


def actors(rows: Rows, keep: Filter = EVERYTHING) -> list[ActorView]:
    """All actors; who has most part in the record stands first. Places and documents are no actors of a negotiation."""
    said = Counter(speaker for row in rows.statements(keep) for speaker in row.speakers)
    did: Counter[str] = Counter()
    for act in rows.acts(keep):
        did.update(dict.fromkeys((*act.source_ids, *act.target_ids, *act.people_ids), 1))
    views = [
        ActorView(
            id=row.id,
            name=row.name,
            kind=row.kind,
            party=row.party,
            offices=row.offices,
            aliases=row.aliases,
            statements=said[row.id],
            acts=did[row.id],
            reports=len(row.reports),
            evidence=row.evidence,
        )
        for row in rows.actors(keep)
        if row.kind not in ("place", "document")
    ]
    return sorted(views, key=lambda view: (-(view.statements + view.acts), -view.reports, view.name))


def by_party(views: list[ActorView]) -> list[tuple[str, list[ActorView]]]:
    """Named actors under their parties; a party stands under its own name, first in its group. What belongs to no
    party comes last, under ""; unnamed sources are left to the view of sources."""
    groups: dict[str, list[ActorView]] = {}
    states = {view.name for view in views if view.kind in ("state", "organisation", "group")}
    for view in views:
        if view.kind == "unnamed":
            continue
        head = view.party or (view.name if view.name in states else "")
        groups.setdefault(head, []).append(view)
    for head, members in groups.items():
        members.sort(key=lambda view: view.name != head)
    weight = {head: sum(view.statements + view.acts for view in members) for head, members in groups.items()}
    return sorted(groups.items(), key=lambda group: (group[0] == "", -weight[group[0]], group[0]))
