"""Tracks: a set of parties that talk at a level. Every act of consulting belongs to one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from verbale.model import ActRow, Level, TrackRow
from verbale.resolve.names import slug
from verbale.world import Case


def track_of(parties: Iterable[str], level: str | None) -> str:
    """The id of the track of these parties at this level."""
    return "track/" + "+".join(slug(p) for p in sorted(set(parties))) + (f"/{level}" if level else "")


def act_order(act: ActRow) -> tuple[date, date, str]:
    """Acts by when they happened; undated ones last."""
    when = act.when
    first = (when.earliest or when.latest or date.max) if when else date.max
    return first, (when.latest or date.max) if when else date.max, act.id


def resolve_tracks(
    acts: Iterable[ActRow], parties_of: dict[str, tuple[str, ...]], case: Case | None = None
) -> tuple[tuple[ActRow, ...], tuple[TrackRow, ...]]:
    """`acts` with their tracks set, and the tracks, sorted by id. `parties_of` gives each consultation's parties.

    A track takes its name from the case file where that names one with the same parties and level.
    """
    named = {
        (frozenset(p.casefold() for p in track.parties), track.level or None): track.name
        for track in (case.tracks if case else ())
    }
    members: dict[tuple[tuple[str, ...], Level | None], list[ActRow]] = defaultdict(list)
    placed = []
    for act in acts:
        parties = tuple(sorted(set(parties_of.get(act.id, ()))))
        if act.type == "CONSULT" and len(parties) > 1:
            members[parties, act.level].append(act)
            placed.append(replace(act, track=track_of(parties, act.level)))
        else:
            placed.append(act)
    rows = []
    for (parties, level), rounds in members.items():
        key = frozenset(p.casefold() for p in parties)
        name = named.get((key, level)) or " – ".join(parties) + (f" ({level})" if level else "")
        rows.append(
            TrackRow(
                id=track_of(parties, level),
                name=name,
                parties=parties,
                level=level,
                acts=tuple(a.id for a in sorted(rounds, key=act_order)),
            )
        )
    return tuple(placed), tuple(sorted(rows, key=lambda r: r.id))
