"""The names of a report, linked to the world data: what the language step found, and what it missed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from verbale.extract.reference.named_entries import (
    HALVES,
    Linker,
    bare,
    entry_for,
    leading_demonym,
    seat_or_town,
    states_named,
)
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.unseen_bodies import unseen_bodies
from verbale.extract.reference.unseen_people import unseen_people
from verbale.extract.reference.words import ActorWords, actor_words, fold
from verbale.language.parse import Doc, Span, Token
from verbale.world import Entry, World
from verbale.world.offices import honorifics
from verbale.world.personal_names import common_given_names

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

_KIND_OF_LABEL: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
# Names of these are no actors, and nothing inside them is.
_CLOSED = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"}
)
_UNKNOWN = frozenset({"ORG", "PERSON", "NORP"})
_PLACES = frozenset({"city", "place", "region", "state"})
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `start:end` of the Doc, the kind of thing named, and the world's entry, if any.

    `demonym` is True for an adjective or people-name ("Swedish", "the Serbs"); `members` are the ids of the parties
    that a group stands for ("inter-Korean", "the E3").
    """

    start: int
    end: int
    kind: NameKind
    entry: Entry | None
    demonym: bool = False
    members: tuple[str, ...] = ()


def names_in(doc: Doc, world: World, home: str | None = None) -> list[Name]:
    """All names of actors and places, in order, without overlap. `home` is the id of the outlet's state."""
    words = actor_words()
    linker = Linker(world, states_named(doc, world), home)
    taken = [False] * len(doc)
    found: list[Name] = []
    for ent in doc.ents:
        name = _from_entity(ent, linker, words)
        if name is not None:
            found.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
        elif ent.label_ in _CLOSED:
            taken[ent.start : ent.end] = [True] * (ent.end - ent.start)
    found += _missed(doc, linker, taken)
    for start, end in unseen_people(doc, words):
        inside = [name for name in found if name.start < end and start < name.end]
        if any(name.entry is not None or name.start < start or name.end > end for name in inside):
            continue
        found = [name for name in found if name not in inside]
        found.append(Name(start, end, "person", None))
        taken[start:end] = [True] * (end - start)
    for start, end in unseen_bodies(doc, words):
        inside = [name for name in found if name.start < end and start < name.end]
        if not any(name.entry is not None or name.kind == "org" or name.end > end for name in inside):
            found = [*(name for name in found if name not in inside), Name(start, end, "org", None)]
            taken[start:end] = [True] * (end - start)
    found = [name for name in _known_people(doc, found, taken) if not _is_leaning(doc, name.start, words)]
    found.sort(key=lambda name: name.start)
    return found


def _is_leaning(doc: Doc, start: int, words: ActorWords) -> bool:
    """ "pro-Russian", "anti-American": for or against a party, and not of it."""
    if start < 2 or doc[start - 1].text not in {"-", "‐", "‑"}:
        return False
    return doc[start - 2].lower_ in words.lists["people.prefixes"] and not doc[start - 2].whitespace_


def _known_people(doc: Doc, found: list[Name], taken: list[bool]) -> list[Name]:
    """Family names of people whom the report names in full, where they were taken for something else or passed over."""
    families: set[tuple[str, ...]] = set()
    middle: set[tuple[str, ...]] = set()
    for name in found:
        if name.kind == "person" and name.end - name.start > 1:
            whole = person_name(doc[name.start : name.end].text)
            families |= {whole.family, whole.family[-1:]}  # "Bahra" for "Hadi al-Bahra"
            middle |= {(part,) for part in whole.parts[1:-1] if len(part) > 3}  # "Kiir" for "Salva Kiir Mayardit"
    if not families:
        return found
    longest = max(len(family) for family in families)
    kept: list[Name] = []
    for name in found:
        taken_for_people = name.demonym and name.end == name.start + 1 and _stands_alone(doc[name.start])
        unknown = name.entry is None and name.kind in {"org", "place", "people"}
        if (unknown or taken_for_people) and name.end - name.start <= longest + 1:
            parts = person_name(doc[name.start : name.end].text).parts
            known = parts in families or (unknown and name.kind != "people" and parts in middle)
            name = replace(name, kind="person", entry=None, demonym=False, members=()) if known else name
        kept.append(name)
        taken[name.start : name.end] = [True] * (name.end - name.start)
    for token in doc:
        if taken[token.i] or not token.text[:1].isupper():
            continue
        if token.tag_ not in {"NNP", "NNPS", "NN", "FW"} and not (token.is_sent_start and token.dep_ == "nsubj"):
            continue
        if (fold(token.text),) in families and token.dep_ not in {"compound", "amod"}:
            kept.append(Name(token.i, token.i + 1, "person", None))
    return kept


def _stands_alone(token: Token) -> bool:
    """True for a name in the singular without an article, that modifies nothing: "Chamorro said" is no people."""
    if token.tag_ not in {"NNP", "NN", "JJ"} or token.dep_ in {"amod", "compound", "nmod", "acomp", "attr"}:
        return False
    return not any(child.dep_ == "det" for child in token.lefts)


def _from_entity(ent: Span, linker: Linker, words: ActorWords) -> Name | None:
    start, end = _trimmed(ent, words)
    if start >= end or ent.label_ not in _KIND_OF_LABEL:
        return None
    if ent.label_ == "ORG" and not ent.kb_id_ and _is_title(ent.doc, start, end, words):
        return None
    if ent.label_ in _UNKNOWN and not ent.kb_id_ and _is_portfolio(ent.doc, start, end, words):
        return None
    if ent.label_ == "PERSON" and end - start == 1:
        start = _with_given_name(ent.doc, start, words)
    start = _past_government(ent.doc, start, end, linker)
    text = ent.doc[start:end].text
    if text[:6].lower() == "inter-":
        members = linker.world.by_demonym.get(text[6:], ())
        return Name(start, end, "group", None, True, members) if len(members) > 1 else None
    entry = linker.world.entries.get(ent.kb_id_) if ent.kb_id_ else None
    demonym = entry is not None and ent.label_ == "NORP"
    if entry is not None and entry.kind == "city" and len(linker.world.by_form.get(bare(text), ())) > 1:
        entry = seat_or_town(linker.world.by_form[bare(text)], linker) or entry
    if entry is not None and entry.kind == "ministry" and text not in linker.world.by_form:
        entry = None  # "Congress", "the Supreme Court": of the state that the report is about, not of any named
    if entry is None or (demonym and len(linker.world.by_demonym.get(bare(text), ())) > 1):
        entry, demonym = entry_for(text, linker)
        if demonym and entry is None and bare(text) in linker.world.by_demonym:
            return None
    if entry is None and ent.label_ == "ORG" and _modifies(ent):
        width, people = leading_demonym(ent.doc, start, end, linker)
        if people is not None:  # "South Korean TV stations": the demonym alone is a name
            return Name(start, start + width, people.kind, people, True)
    if entry is None and ent.label_ != "PERSON" and _is_somebody(ent, words):
        return Name(start, end, "person", None)
    if entry is None:
        return Name(start, end, _KIND_OF_LABEL[ent.label_], None, ent.label_ == "NORP")
    if ent.label_ == "PERSON" and not ent.kb_id_ and entry.kind in _PLACES | {"outlet"} and end - start > 1:
        return Name(start, end, "person", None)
    return Name(start, end, entry.kind, entry, demonym, entry.members if entry.kind == "group" else ())


def _past_government(doc: Doc, start: int, end: int, linker: Linker) -> int:
    """Where the party begins in "Government of the Republic of Mali", "Rebels of the National Front", which are none
    beside the party."""
    if end - start < 3 or doc[start + 1].lower_ != "of":
        return start
    first, words = doc[start].lower_, actor_words()
    several = first.endswith("s") and (first[:-1] in words.roles or words.bodies.get(first[:-1]) == "armed")
    if first != "government" and not several:
        return start
    party = start + (3 if doc[start + 2].lower_ == "the" else 2)
    ids = linker.world.by_form.get(doc[party:end].text, ())
    return party if ids and ids[0].startswith(("state/", "armed/", "body/")) else start


def _is_somebody(ent: Span, words: ActorWords) -> bool:
    """A name taken for something else, with a role noun in apposition ("X, their leader,")."""
    if len(ent) > 4 or any(token.tag_ not in {"NNP", "HYPH"} for token in ent):
        return False
    root = ent.root
    plain = not any(token.lower_ in words.bodies or token.lower_ in words.roles for token in ent)
    if len(ent) > 1 and plain and _is_of_movement(ent):
        return True
    beside = [child for child in root.rights if child.dep_ == "appos"]
    if root.dep_ == "appos" and root.head.i < ent.start:  # "his spokesman, X,"
        beside.append(root.head)
    return any(noun.tag_ == "NN" and words.roles.get(noun.lemma_.lower()) in {"office", "post"} for noun in beside)


def _is_of_movement(ent: Span) -> bool:
    """ "Josu Urrutikoetxea of ETA": who is of a movement is a person."""
    behind = ent.doc[ent.end : ent.end + 3]
    named = [token for token in behind if token.lower_ not in {"of", "the"}]
    return len(behind) > 1 and behind[0].lower_ == "of" and named[:1] != [] and named[0].ent_kb_id_[:6] == "armed/"


def _modifies(ent: Span) -> bool:
    """True for a name that only modifies a common noun behind it."""
    root = ent.root
    return root.dep_ in {"compound", "amod", "nmod"} and root.head.tag_ in {"NN", "NNS"} and root.head.i >= ent.end


def _is_title(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "Chinese State Councilor" before a name is that person's title, not a body."""
    follows = end < len(doc) and doc[end].tag_ in {"NNP", "NNPS"}
    return follows and (doc[end - 1].lower_ in words.roles or doc[end - 1].lemma_.lower() in words.roles)


def _is_portfolio(doc: Doc, start: int, end: int, words: ActorWords) -> bool:
    """ "Information" in "Information Minister X", "Brexit" in "the Brexit Secretary" is what the minister is for."""
    if start and end + 1 < len(doc) and end - start < 4 and doc[end].text == "Secretary":
        after = words.lists["titles.after"] | {"-"}
        if doc[start - 1].lower_ == "the" and doc[end + 1].lower_ not in after:
            return True
    named = end + 1 < len(doc) and doc[end + 1].tag_ in {"NNP", "NNPS"} and doc[end + 1].text[:1].isupper()
    return named and end - start < 4 and doc[end].lower_ in words.lists["titles.portfolio"]


def _with_given_name(doc: Doc, start: int, words: ActorWords) -> int:
    """The start of a person's name with the given name that was passed over ("Mabior | Garang")."""
    before = doc[start - 1] if start else None
    if before is None or before.dep_ != "compound" or before.tag_ != "NNP" or before.ent_type_:
        return start
    told = before.lower_ in words.roles or before.lower_ in words.bodies or not before.text.isalpha()
    alone = start < 2 or doc[start - 2].is_punct or doc[start - 2].pos_ in {"VERB", "ADP", "CCONJ"}
    named = alone and before.text.istitle() and before.text not in honorifics() and not told
    return start - 1 if named and (not before.is_sent_start or before.text in common_given_names()) else start


def _trimmed(ent: Span, words: ActorWords) -> tuple[int, int]:
    """The tokens of the name without article, possessive ending, and honorific."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (doc[start].lower_ == "the" or doc[start].is_space or doc[start].is_punct):
        start += 1
    if end - start > 1 and ent.label_ == "ORG" and doc[start].text.islower() and doc[start].text in words.bodies:
        start += doc[start + 1].text[:1].isupper()  # "the paramilitary Rapid Support Forces"
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    if ent.label_ == "PERSON":
        known, given = honorifics(), common_given_names()
        while end - start > 1 and (
            (doc[start].text in known and not (end - start == 2 and doc[start].text in given))
            or (doc[start].lower_.removesuffix("s") in words.roles and doc[start].text[0].isupper())
        ):
            start += 1
    return start, end


def _missed(doc: Doc, linker: Linker, taken: list[bool]) -> Iterator[Name]:
    """Capitalised words outside any name that the world knows by form, demonym or short form, longest first."""
    world = linker.world
    i, n = 0, len(doc)
    while i < n:
        token = doc[i]
        step = 1
        if not taken[i] and token.text[:1].isupper():
            limit = 1
            while limit < _LONGEST and i + limit < n and not taken[i + limit] and not doc[i + limit].is_space:
                limit += 1
            for width in range(limit, 0, -1):
                last = doc[i + width - 1]
                text = doc.text[token.idx : last.idx + len(last.text)]
                if not (text in world.by_form or text in world.by_demonym or _is_short(doc, i, width, text, world)):
                    continue
                entry, demonym = entry_for(text, linker)
                if entry is None or (
                    entry.kind in {"outlet", "person", "place"} and token.is_sent_start and width == 1
                ):
                    continue
                members = entry.members if entry.kind == "group" else ()
                yield Name(i, i + width, entry.kind, entry, demonym, members)
                step = width
                break
        i += step


def _is_short(doc: Doc, i: int, width: int, text: str, world: World) -> bool:
    """A short form counts only after "the", and where no other name goes on ("the North Sea")."""
    if not (text in world.by_short_form or text in HALVES) or i == 0 or doc[i - 1].lower_ != "the":
        return False
    following = doc[i + width] if i + width < len(doc) else None
    return following is None or not following.text[:1].isupper() or following.is_sent_start or width > 1
