"""The names of a report, linked to the world data: what spaCy and the language step found, and what they missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from verbale.extract.reference.words import ActorWords, actor_words
from verbale.world import Entry, World

NameKind = Literal[
    "state",
    "city",
    "seat",
    "body",
    "ministry",
    "armed",
    "outlet",
    "group",
    "person",
    "place",
    "region",
    "org",
    "people",
]

_PERSON, _BODY, _PLACE = {"PERSON"}, {"ORG"}, {"GPE", "LOC", "FAC"}
_NOT_ACTORS = {
    "DATE",
    "TIME",
    "PERCENT",
    "MONEY",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "PRODUCT",
    "LANGUAGE",
}
_MAX_WINDOW = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `start:end` of the Doc, the kind of thing named, and the world's entry, if any.

    `demonym` is True for an adjective or people-name ("Swedish", "the Serbs").
    """

    start: int
    end: int
    kind: NameKind
    entry: Entry | None
    demonym: bool = False


def names_in(doc: Doc, world: World, outlet_party: str | None = None) -> list[Name]:
    """All names of actors and places, in order, without overlap."""
    words = actor_words()
    named: list[bool] = [False] * len(doc)
    found: list[Name] = []
    stated = _states_named(doc, world)
    for ent in doc.ents:
        name = _from_entity(ent, world, words, stated, outlet_party)
        if name is not None:
            found.append(name)
            for i in range(name.start, name.end):
                named[i] = True
        elif ent.label_ in _NOT_ACTORS and ent.label_ not in {"ORDINAL", "CARDINAL"}:
            for i in range(ent.start, ent.end):
                named[i] = True
    found += _missed(doc, world, named, stated, outlet_party)
    found.sort(key=lambda name: name.start)
    return found


def _states_named(doc: Doc, world: World) -> dict[str, int]:
    """How often each state is named by its whole name or demonym: settles forms that several entries share."""
    counts: dict[str, int] = {}
    for ent in doc.ents:
        text = bare(ent.text)
        ids = world.by_form.get(text, ()) or world.by_demonym.get(text, ())
        if len(ids) == 1 and ids[0].startswith("state/"):
            counts[ids[0]] = counts.get(ids[0], 0) + 1
    return counts


def bare(text: str) -> str:
    """A name without "the" before it and without "'s" after it."""
    if text[:4] in {"the ", "The "}:
        text = text[4:]
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    return text.strip()


def _from_entity(
    ent: Span, world: World, words: ActorWords, stated: dict[str, int], outlet_party: str | None
) -> Name | None:
    start, end = _trimmed(ent, words)
    if start >= end:
        return None
    doc = ent.doc
    entry, demonym = None, False
    if ent.kb_id_:
        entry = world.entries.get(ent.kb_id_)
        demonym = entry is not None and ent.label_ == "NORP"
    if entry is None and ent.label_ not in _NOT_ACTORS:
        entry, demonym = linked(doc[start:end].text, world, stated, outlet_party)
    if entry is not None:
        if ent.label_ == "PERSON" and entry.kind in {"city", "place", "region", "state"} and not ent.kb_id_:
            return Name(start, end, "person", None)
        return Name(start, end, entry.kind, entry, demonym)
    if ent.label_ in _PERSON:
        return Name(start, end, "person", None)
    if ent.label_ in _BODY:
        return Name(start, end, "org", None)
    if ent.label_ in _PLACE:
        return Name(start, end, "place", None)
    if ent.label_ == "NORP":
        return Name(start, end, "people", None, True)
    return None


def _trimmed(ent: Span, words: ActorWords) -> tuple[int, int]:
    """The tokens of the name without article, possessive ending, and honorific."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (doc[start].lower_ == "the" or doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].text in {"'s", "’s"} or doc[end - 1].is_space):
        end -= 1
    if ent.label_ in _PERSON:
        honorifics = (
            words.lists["titles.honorific"] | words.lists["titles.honorific_m"] | words.lists["titles.honorific_f"]
        )
        while end - start > 1 and (
            doc[start].lower_ in honorifics or (doc[start].lower_ in words.roles and doc[start].is_title)
        ):
            start += 1
    return start, end


def linked(
    text: str, world: World, stated: dict[str, int], outlet_party: str | None = None
) -> tuple[Entry | None, bool]:
    """The entry that `text` names and whether by a demonym; of several, the one whose state the report names most."""
    for form in (text, bare(text), bare(text).replace("’", "'"), bare(text).rstrip(".") + "."):
        ids = world.by_form.get(form)
        if ids:
            return _best(ids, world, stated, outlet_party), False
    ids = world.by_demonym.get(bare(text))
    if ids:
        return _best(ids, world, stated, outlet_party), True
    return None, False


def _best(ids: tuple[str, ...], world: World, stated: dict[str, int], outlet_party: str | None) -> Entry | None:
    if len(ids) == 1:
        return world.entries.get(ids[0])

    def weight(place: int, id_: str) -> tuple[int, int, int]:
        entry = world.entries[id_]
        state = id_ if entry.kind == "state" else entry.party or ""
        return stated.get(state, 0), int(state == outlet_party), -place

    best = max((i for i in enumerate(ids) if i[1] in world.entries), key=lambda i: weight(*i), default=None)
    return world.entries[best[1]] if best else None


def _missed(
    doc: Doc, world: World, named: list[bool], stated: dict[str, int], outlet_party: str | None
) -> Iterator[Name]:
    """Capitalised words outside any entity that the world knows by form or demonym, longest first."""
    i, n = 0, len(doc)
    while i < n:
        token = doc[i]
        if named[i] or not token.text[:1].isupper() or (token.is_sent_start and len(token) < 3):
            i += 1
            continue
        step = 1
        limit = 1
        while limit < _MAX_WINDOW and i + limit < n and not named[i + limit] and not doc[i + limit].is_space:
            limit += 1
        for width in range(limit, 0, -1):
            text = doc[i : i + width].text
            ids = world.by_form.get(text)
            demonym = False
            if ids is None and width <= 2:
                ids, demonym = world.by_demonym.get(text), True
            if ids:
                entry = _best(ids, world, stated, outlet_party)
                if entry is None or (entry.kind in {"place", "outlet", "person"} and width == 1 and not demonym):
                    continue
                if any(doc[k].ent_type_ in {"PERSON", "EVENT", "LAW"} for k in range(i, i + width)):
                    continue
                yield Name(i, i + width, entry.kind, entry, demonym)
                step = width
                break
        i += step
