"""The loader of the world data: entries by id and by surface form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from verbale.world.case import Case
from verbale.world.entry import Entry, EntryKind, World
from verbale.world.tables import forms_of, items, rows, slug

__all__ = ["Entry", "EntryKind", "World", "load_world"]

# In a list of forms, a trailing "*" marks one that needs its state named in the report (`Entry.short_forms`).
SHORT = "*"


@lru_cache(maxsize=8)
def load_world(case: Case | None = None) -> World:
    """The world data that comes with the package, with the entries of `case` added. Cached; about 50 ms at first."""
    base = _base()
    if case is None:
        return base
    entries = dict(base.entries)
    added = _case_entries(case, base)
    for entry in added:
        entries[entry.id] = entry
    # A case's own entries come first where a form is shared.
    ordered = {entry.id: entry for entry in added}
    ordered.update((key, entry) for key, entry in entries.items() if key not in ordered)
    return _index(ordered.values(), case)


@lru_cache(maxsize=1)
def _base() -> World:
    entries: dict[str, Entry] = {}
    sources = (_states, _seats, _bodies, _armed, _ministries, _parties, _groups, _regions, _outlets, _cities)
    for entry in chain.from_iterable(source() for source in sources):
        if entry.id in entries:
            raise ValueError(f"world data: two entries have the id {entry.id}")
        entries[entry.id] = entry
    for entry in list(_generic(entries)):
        entries[entry.id] = entry
    return _index(entries.values(), None)


def _index(entries: Iterable[Entry], case: Case | None) -> World:
    by_id: dict[str, Entry] = {}
    by_form: dict[str, list[str]] = {}
    by_demonym: dict[str, list[str]] = {}
    by_short: dict[str, list[str]] = {}
    for entry in entries:
        by_id[entry.id] = entry
        for table, forms in ((by_form, entry.forms), (by_demonym, entry.demonyms), (by_short, entry.short_forms)):
            for form in forms:
                keys = (form, form.replace("'", "’")) if "'" in form else (form,)
                for key in keys:
                    ids = table.setdefault(key, [])
                    if entry.id not in ids:
                        ids.append(entry.id)
    frozen = [{form: tuple(ids) for form, ids in table.items()} for table in (by_form, by_demonym, by_short)]
    return World(by_id, frozen[0], frozen[1], case, frozen[2])


def _entry(
    id: str,
    kind: EntryKind,
    forms: list[str],
    *,
    party: str | None = None,
    country: str | None = None,
    demonyms: Iterable[str] = (),
    members: Iterable[str] = (),
    short: Iterable[str] = (),
    traits: Iterable[str] = (),
) -> Entry:
    """An entry whose first form is its name; forms marked as short go to `short_forms`."""
    straight = [form.replace("’", "'") for form in forms]
    full = dict.fromkeys(form for form in straight if not form.endswith(SHORT))
    shorts = dict.fromkeys([*short, *(form[:-1] for form in straight if form.endswith(SHORT))])
    return Entry(
        id=id,
        kind=kind,
        name=straight[0].rstrip(SHORT),
        forms=tuple(full),
        party=party,
        demonyms=tuple(demonyms),
        members=tuple(members),
        short_forms=tuple(shorts),
        country=country,
        traits=tuple(traits),
    )


def _states() -> Iterator[Entry]:
    capitals: list[Entry] = []
    for code, name, forms, demonyms, short, seats in rows("states", 6):
        state = f"state/{code}"
        yield _entry(state, "state", [name, *items(forms)], demonyms=items(demonyms), short=items(short))
        for item in items(seats):
            names = forms_of(item)
            city = f"city/{code}/{slug(names[0])}"
            capitals.append(_entry(city, "city", names, party=state, country=state, traits=["capital"]))
    yield from capitals


def _seats() -> Iterator[Entry]:
    for party, name, forms in rows("seats", 3):
        kind, code = party.split("/")
        country = party if kind == "state" else None
        yield _entry(f"seat/{code}/{slug(name)}", "seat", [name, *items(forms)], party=party, country=country)


def _bodies() -> Iterator[Entry]:
    for key, name, forms, of in rows("bodies", 4):
        party = f"body/{of}" if of else None
        yield _entry(f"body/{key}", "ministry" if of else "body", [name, *items(forms)], party=party)


def _armed() -> Iterator[Entry]:
    for code, key, name, forms in rows("armed", 4):
        country = f"state/{code}" if code else None
        id = f"armed/{key}"
        yield _entry(id, "armed", [name, *items(forms)], country=country)


def _ministries() -> Iterator[Entry]:
    for code, name, forms in rows("ministries", 3):
        state = f"state/{code}"
        id = f"ministry/{code}/{slug(name)}"
        yield _entry(id, "ministry", [name, *items(forms)], party=state, country=state)


def _parties() -> Iterator[Entry]:
    for code, name, forms, kind in rows("parties", 4):
        id = f"body/{code.lower()}-{slug(name)}"
        yield _entry(id, "body", [name, *items(forms)], country=f"state/{code}", traits=[kind])


def _groups() -> Iterator[Entry]:
    for key, name, forms, members in rows("groups", 4):
        yield _entry(f"group/{key}", "group", [name, *items(forms)], members=items(members))


def _regions() -> Iterator[Entry]:
    for key, name, forms, demonyms in rows("regions", 4):
        yield _entry(f"region/{key}", "region", [name, *items(forms)], demonyms=items(demonyms))


def _outlets() -> Iterator[Entry]:
    for code, key, name, forms, traits in rows("outlets", 5):
        country = f"state/{code}" if code else None
        kinds = ["state-run" if trait == "state" else trait for trait in traits.split(",") if trait]
        yield _entry(f"outlet/{key}", "outlet", [name, *items(forms)], country=country, traits=kinds)


def _cities() -> Iterator[Entry]:
    for code, names in rows("cities", 2):
        for item in items(names):
            forms = forms_of(item)
            yield _entry(f"city/{code}/{slug(forms[0])}", "city", forms, country=f"state/{code}")


def _generic(entries: dict[str, Entry]) -> Iterator[Entry]:
    """What every state has: its foreign ministry, parliament, embassies, named with demonym or short name."""
    patterns = [(key, [name, *items(forms)]) for key, name, forms in rows("generic_ministries", 3)]
    states = [entry for entry in entries.values() if entry.kind == "state" and entry.demonyms]
    for state in states:
        code = state.id.split("/")[1]
        short_names = [form for form in state.forms if (len(form) <= 5 and form.isupper()) or form == state.name]
        adjectives = [state.demonyms[0], *(form for form in short_names if form != state.name)]
        for key, forms in patterns:
            id = f"ministry/{code}/{key}"
            filled = [
                form.format(adj=adjective, state=name)
                for form in forms
                for adjective in adjectives
                for name in (short_names if "{state}" in form else [""])
            ]
            if id not in entries:
                yield _entry(id, "ministry", list(dict.fromkeys(filled)), party=state.id, country=state.id)


_CASE_KINDS: dict[str, EntryKind] = {
    "state": "state",
    "armed": "armed",
    "group": "group",
    "government_body": "ministry",
}


def _case_entries(case: Case, base: World) -> list[Entry]:
    """The entries that `case` adds; a party that the world knows already is that entry, with more forms."""
    added: dict[str, Entry] = {}
    party_ids: dict[str, str] = {}
    for party in case.parties:
        names = (party.name, *party.aliases)
        known = next((base.by_form[name][0] for name in names if name in base.by_form), None)
        if known is not None:
            entry = base.entries[known]
            merged = tuple(dict.fromkeys([*entry.forms, *names]))
            entry = replace(entry, forms=merged, demonyms=tuple(dict.fromkeys([*entry.demonyms, *party.demonyms])))
        else:
            kind = _CASE_KINDS.get(party.kind, "body")
            entry = _entry(f"party/{slug(party.name)}", kind, list(names), demonyms=party.demonyms)
        added[entry.id] = entry
        for name in names:
            party_ids.setdefault(name, entry.id)
        for seat in party.seats:
            id = f"seat/{entry.id.split('/')[1]}/{slug(seat)}"
            known_seat = next((base.entries[i] for i in base.by_form.get(seat, ()) if i.startswith("city/")), None)
            added[known_seat.id if known_seat else id] = (
                replace(known_seat, party=entry.id) if known_seat else _entry(id, "seat", [seat], party=entry.id)
            )
    for person in case.people:
        of = party_ids.get(person.party) or next(iter(base.by_form.get(person.party, ())), None)
        id = f"person/{slug(person.name)}"
        added[id] = _entry(id, "person", [person.name, *person.aliases], party=of)
    return list(added.values())
