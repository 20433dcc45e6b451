"""Tracks: a set of parties that talk at a level. Every act of consulting belongs to one.

A track that the case file names comes before one that is only seen in the acts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from verbale.model import ActRow, Level, TrackRow
from verbale.resolve.names import levelled, slug
from verbale.resolve.order import act_order
from verbale.resolve.words import table
from verbale.world import Case, CaseTrack


def track_of(parties: Iterable[str], level: str | None) -> str:
    """The id of the track of these parties at this level."""
    return "track/" + "+".join(slug(p) for p in sorted(set(parties))) + (f"/{level}" if level else "")


def resolve_tracks(
    acts: Iterable[ActRow], parties_of: Mapping[str, tuple[str, ...]], case: Case | None = None
) -> tuple[tuple[ActRow, ...], tuple[TrackRow, ...]]:
    """`acts` with their tracks set, and the tracks, sorted by id. `parties_of` gives the names of each consultation's
    parties.

    An act of consulting goes to the track of the case file that it belongs to, else to the track of its parties at its
    level. One of which only one party is known goes to the one track of the case file that it fits, else to none. A
    refusal to meet goes to a named track where its words name that one.
    """
    named = case.tracks if case else ()
    rows = list(acts)
    chosen: dict[str, CaseTrack] = {}
    seen: dict[tuple[tuple[str, ...], Level | None], list[ActRow]] = defaultdict(list)
    for act in rows:
        parties = tuple(sorted(set(parties_of.get(act.id, ()))))
        if act.type == "CONSULT" and len(parties) > 1:
            track = _named_track(act, parties, named)
            if track is not None:
                chosen[act.id] = track
            else:
                seen[parties, act.level].append(act)
        elif act.type == "CONSULT" and parties:
            sole = _sole_track(act, parties, named)
            if sole is not None:
                chosen[act.id] = sole
        elif act.type == "REJECT" and "meet" in act.modes and parties:
            told = [t for t in _covering(act, parties, named) if _is_told(act, parties, t)]
            if len(told) == 1:
                chosen[act.id] = told[0]
    _join_level_less(seen)
    track_ids = {act: _named_id(track) for act, track in chosen.items()}
    found = []
    for (parties, level), rounds in seen.items():
        track_ids.update((act.id, track_of(parties, level)) for act in rounds)
        found.append(TrackRow(track_of(parties, level), " – ".join(parties), parties, level, _in_order(rounds)))
    for track in dict.fromkeys(chosen.values()):
        rounds = [act for act in rows if chosen.get(act.id) == track and act.type == "CONSULT"]
        level = next((known for known in get_args(Level) if known == track.level), None)
        found.append(TrackRow(_named_id(track), track.name, track.parties, level, _in_order(rounds)))
    placed = (replace(a, track=track_ids[a.id]) if a.id in track_ids else a for a in rows)
    return tuple(placed), tuple(sorted(found, key=lambda r: r.id))


def _in_order(rounds: Iterable[ActRow]) -> tuple[str, ...]:
    return tuple(act.id for act in sorted(rounds, key=act_order))


def _named_id(track: CaseTrack) -> str:
    return f"track/{slug(track.name)}"


def _named_track(act: ActRow, parties: Sequence[str], named: Sequence[CaseTrack]) -> CaseTrack | None:
    """The track of the case file that an act of consulting belongs to. Of several that its parties could all sit in:
    the one whose name the act tells, else one whose parties are among every other's, else the one of its own level.
    Where that leaves two, none: a call of three may belong to either of two tracks, each with a fourth party."""
    fitting = _covering(act, parties, named)
    fitting = [track for track in fitting if _is_told(act, parties, track)] or fitting
    if len(fitting) > 1:
        fitting = [track for track in fitting if all(_parties(track) <= _parties(other) for other in fitting)]
    if len(fitting) > 1:
        fitting = [track for track in fitting if (track.level or None) == act.level]
    return fitting[0] if len(fitting) == 1 else None


def _sole_track(act: ActRow, parties: Sequence[str], named: Sequence[CaseTrack]) -> CaseTrack | None:
    """The only track of the case file that a consultation with one known party fits ("Norland returned to the talks"),
    by its words where they tell it. None where it names anybody else: whom it was with, the track does not say."""
    if {name.casefold() for name in (*act.sources, *act.targets)} - {party.casefold() for party in parties}:
        return None
    fitting = _covering(act, parties, named)
    fitting = [track for track in fitting if _is_told(act, parties, track)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _parties(track: CaseTrack) -> frozenset[str]:
    return frozenset(party.casefold() for party in track.parties)


def _covering(act: ActRow, parties: Sequence[str], named: Sequence[CaseTrack]) -> list[CaseTrack]:
    """Tracks whose parties are all of the act's and more, at the act's level where both are told."""
    wanted = {party.casefold() for party in parties}
    return [
        track
        for track in named
        if wanted <= _parties(track) and not (track.level and act.level and track.level != act.level)
    ]


def _is_told(act: ActRow, parties: Sequence[str], track: CaseTrack) -> bool:
    """True where the act's place, parties or words hold what the track is named for: all of the words of its name, or
    one that is no party's name ("Washington track", of talks in Washington)."""
    name = {word for word in levelled(track.name).split() if word not in table("track_words")}
    of_parties = {word for party in track.parties for word in levelled(party).split()}
    told = set(levelled(" ".join((*parties, act.place or "", act.what, act.subject))).split())
    return bool(name) and (name <= told or bool((name - of_parties) & told))


def _join_level_less(seen: dict[tuple[tuple[str, ...], Level | None], list[ActRow]]) -> None:
    """Put rounds whose level nobody tells with the only level at which their parties are known to talk, where at least
    as many rounds are told at it."""
    for parties in sorted({parties for parties, _ in seen}):
        levels = [level for others, level in seen if others == parties and level is not None]
        without = seen.get((parties, None))
        if without and len(levels) == 1 and len(seen[parties, levels[0]]) >= len(without):
            seen[parties, levels[0]] += seen.pop((parties, None))
