"""Which entry of the world data a name means, where several share a form: by what else the report names."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.language.parse import Doc
from verbale.world import Entry, World

# Short for a state whose name begins so, where the report names it.
HALVES = frozenset({"North", "South"})


@dataclass(frozen=True, slots=True)
class Linker:
    """The world, how often the report names each state in full, and the state where its outlet is at home."""

    world: World
    stated: Mapping[str, int]
    home: str | None = None


def states_named(doc: Doc, world: World) -> dict[str, int]:
    """How often each state is named by a name or demonym that is its alone: settles forms that several share."""
    counts: dict[str, int] = {}
    for ent in doc.ents:
        if ent.kb_id_.startswith("state/"):
            ids: tuple[str, ...] = (ent.kb_id_,)
            if len(world.by_demonym.get(bare(ent.text), ())) > 1:
                continue
        else:
            ids = world.by_form.get(bare(ent.text), ()) or world.by_demonym.get(bare(ent.text), ())
        if len(ids) == 1 and ids[0].startswith("group/"):  # "the two Koreas"
            ids = world.entries[ids[0]].members
        elif len(ids) != 1:
            continue
        for id_ in ids:
            if id_.startswith("state/"):
                counts[id_] = counts.get(id_, 0) + 1
    return counts


def bare(text: str) -> str:
    """A name without "the" before it and without "'s" after it."""
    if text[:4] in {"the ", "The "}:
        text = text[4:]
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    return text.strip()


def leading_demonym(doc: Doc, start: int, end: int, linker: Linker) -> tuple[int, Entry | None]:
    """The demonym that a longer name begins with, and how many tokens it takes."""
    for width in (3, 2, 1):
        text = doc[start : start + width].text
        if start + width < end and (text in linker.world.by_demonym or _abbreviates(text, linker.world)):
            entry, _ = entry_for(text, linker)
            return width, entry
    return 0, None


def _abbreviates(text: str, world: World) -> bool:
    """ "US" in "US Navy", as good as a demonym."""
    ids = world.by_form.get(text, ()) if text.isupper() else ()
    return bool(ids) and ids[0].startswith("state/")


def leading_party(doc: Doc, start: int, end: int, world: World) -> Entry | None:
    """The state whose demonym a body's name begins with: "Israeli Institute for …"."""
    return leading_demonym(doc, start, end, Linker(world, {}))[1]


def linked(text: str, world: World, stated: Mapping[str, int], home: str | None = None) -> tuple[Entry | None, bool]:
    """The entry that `text` names, and whether by a demonym; of several, the one whose state the report names most."""
    return entry_for(text, Linker(world, stated, home))


def entry_for(text: str, linker: Linker) -> tuple[Entry | None, bool]:
    world = linker.world
    for form in dict.fromkeys((text, bare(text), bare(text).replace("’", "'"))):
        ids = world.by_form.get(form)
        if ids:
            return seat_or_town(ids, linker) or _best(ids, linker), False
    ids = world.by_demonym.get(bare(text))
    if ids:
        return _best(ids, linker, settled=True), True
    ids = world.by_short_form.get(bare(text), ()) or world.by_short_form.get(text, ())
    if ids or bare(text) in HALVES:
        return _in_context(ids, bare(text), linker), False
    return None, False


def seat_or_town(ids: tuple[str, ...], linker: Linker) -> Entry | None:
    """Brussels is the European Union's seat, except in a report about Belgium."""
    entries = [linker.world.entries[id_] for id_ in ids]
    seat = next((entry for entry in entries if entry.kind == "seat"), None)
    states = {entry.party for entry in entries if entry.kind == "city"}
    return seat if seat is not None and not any(linker.stated.get(state or "") for state in states) else None


def _state_of(entry: Entry) -> str:
    return entry.id if entry.kind == "state" else entry.party or entry.country or ""


def _best(ids: tuple[str, ...], linker: Linker, settled: bool = False) -> Entry | None:
    """Of entries that share a form: the one at home or named most. With `settled`, None where several are named."""
    entries = [linker.world.entries[id_] for id_ in ids if id_ in linker.world.entries]
    if len(entries) < 2:
        return entries[0] if entries else None
    home = [entry for entry in entries if linker.home and _state_of(entry) == linker.home]
    if home:
        return home[0]
    named = [entry for entry in entries if linker.stated.get(_state_of(entry))]
    if settled and len({_state_of(entry) for entry in named}) > 1:
        return None
    return max(named, key=lambda entry: linker.stated[_state_of(entry)]) if named else entries[0]


def _in_context(ids: tuple[str, ...], text: str, linker: Linker) -> Entry | None:
    """A short form ("the North") names what the report names in full, or the other half of it: where a report names
    North Korea, "the South" is South Korea; where it names South Sudan, that."""
    entries = [linker.world.entries[id_] for id_ in ids]
    named = [entry for entry in entries if linker.stated.get(_state_of(entry))]
    most = max(linker.stated.values(), default=0)
    named = [
        e for e in named if e.kind == "state" or _state_of(e) == linker.home or 2 * linker.stated[_state_of(e)] > most
    ]
    if text in HALVES:
        halved = [linker.world.entries[id_] for id_ in linker.stated]
        named += [entry for entry in halved if entry not in named and entry.name.startswith(text + " ")]
    if not named:
        halves = {linker.world.entries[id_].name.split()[-1] for id_ in linker.stated}
        named = [entry for entry in entries if entry.kind == "state" and entry.name.split()[-1] in halves]
    return max(named, key=lambda entry: linker.stated.get(_state_of(entry), 0)) if named else None
