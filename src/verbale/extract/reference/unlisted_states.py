"""States and breakaway entities that the world data don't know, told by their surroundings in one report.

"Kolechia threatened to cut off gas to Arstotzka", "Bordurian troops", "the parliament of Zubrowka": who has an army and
ambassadors, and deals with states, is one. For that report it is an entry of the world like any other state, so that
names, people-names, titles and places of it are read as they always are; its actors keep no id.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from itertools import permutations

from verbale.extract.acting.lexicon import frames
from verbale.extract.reference.named_entries import bare
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Span, Token
from verbale.language.roles import is_government
from verbale.world import Entry, World, common_family_names, common_given_names

_PREFIX = "state/unlisted/"
_PLACES = frozenset({"GPE", "FAC"})
_NAMES = _PLACES | {"NORP", "ORG", "PERSON", "LOC"}
_NAME_TAGS = frozenset({"NNP", "NNPS", "JJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "conj", "dative", "agent", "amod"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_LONGEST = 3
_SHORTEST = 4
# How much of what tells a state must be seen of a name, and what weighs double.
_ENOUGH = 3
_DOUBLE = frozenset({"organ", "people", "dealing"})
# Without one of these, a name only stands beside states.
_OF_A_STATE = frozenset({"named", "ending", "organ", "acts", "shared"})
_NEEDED = frozenset({"organ", "acts", "shared", "people", "dealing"})
# Steps from a name up to its verb.
_MAX_CLIMB = 6


@dataclass(slots=True)
class _Candidate:
    """An unknown name: where it stands, and what of a state is seen about it."""

    text: str
    spans: list[Span] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        return sum(2 if sign in _DOUBLE else 1 for sign in self.seen)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("verbale.extract").joinpath("data/unlisted_states.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}


def is_unlisted_id(world_id: str | None) -> bool:
    """True for the id of an entry that only one report's world has."""
    return world_id is not None and world_id.startswith(_PREFIX)


def with_unlisted_states(doc: Doc, world: World) -> World:
    """`world` with the states that only `doc` tells of; `world` itself where there are none."""
    entries = _entries(doc, world)
    if not entries:
        return world
    forms = {form: (entry.id,) for entry in entries for form in entry.forms}
    demonyms = {form: (entry.id,) for entry in entries for form in entry.demonyms}
    return replace(
        world,
        entries={**world.entries, **{entry.id: entry for entry in entries}},
        by_form={**world.by_form, **forms},
        by_demonym={**world.by_demonym, **demonyms},
    )


def _entries(doc: Doc, world: World) -> list[Entry]:
    candidates = {c.text: c for c in _candidates(doc, world)}
    if not candidates:
        return []
    for candidate in candidates.values():
        for span in candidate.spans:
            candidate.seen |= _signs(span)
    for name, candidate in candidates.items():
        if any(_is_people_of(other, name) for other in candidates):
            candidate.seen.add("people")
        if any(_is_people_of(name, other) for other in candidates):
            candidate.seen.add("people")
    for candidate in candidates.values():
        if any(_stands_beside(span, candidate, candidates) for span in candidate.spans):
            candidate.seen.add("beside")
    for one, other in permutations(candidates.values(), 2):
        if _deal(one, other):
            one.seen.add("dealing")
            other.seen.add("dealing")
    found = [c.text for c in candidates.values() if _is_state(c)]
    found += [c.text for c in candidates.values() if c.text not in found and _is_dealt_with(c, found, candidates)]
    countries = [name for name in found if not any(_is_people_of(name, other) for other in found)]
    return [_entry(name, [other for other in found if _is_people_of(other, name)]) for name in countries]


def _is_state(candidate: _Candidate) -> bool:
    if _ends(candidate.text, "people_ends") and not candidate.seen & _DOUBLE:
        return False  # "the Shawan monastery"
    return candidate.weight >= _ENOUGH and bool(candidate.seen & _NEEDED)


def _deal(one: _Candidate, other: _Candidate) -> bool:
    """ "Khemed accused Sondonesia": one does something to the other, and one of them is called like a state."""
    if "acts" not in one.seen or not (one.seen | other.seen) & {"ending", "organ"}:
        return False
    return any(
        subject.root.ent_type_ != there.root.ent_type_ or subject.root.ent_type_ not in {"ORG", "PERSON", ""}
        for subject in one.spans
        for there in other.spans
        if there.root.sent == subject.root.sent and _is_dealt_with_by(there.root, subject.root)
    )


def _is_dealt_with(candidate: _Candidate, found: list[str], candidates: dict[str, _Candidate]) -> bool:
    """ "Genovia agreed to send aid to Wakanda": to whom one of those found does what a state does."""
    heads = {span.root.sent.start: span.root for name in found for span in candidates[name].spans}
    alone = "acts" in candidate.seen and not {"ORG", "PERSON"} & {span.root.ent_type_ for span in candidate.spans}
    return any(
        alone or _is_modifier(span) or _is_dealt_with_by(span.root, heads[span.root.sent.start])
        for span in candidate.spans
        if span.root.sent.start in heads
    )


def _is_modifier(span: Span) -> bool:
    """ "a Syldavian village" beside "Bordurian troops"."""
    root = span.root
    if root.ent_type_ == "NORP":
        return _ends(span.text, "people_ends")
    return root.ent_type_ == "GPE" and root.dep_ in _MODIFIERS and root.head.pos_ == "NOUN"


def _is_dealt_with_by(name: Token, state: Token) -> bool:
    preposition = name.head if name.dep_ == "pobj" else None
    told = name.dep_ in {"dobj", "dative"} or (preposition is not None and preposition.lower_ in _words()["aimed"])
    verb = name.head
    for _ in range(_MAX_CLIMB):
        if verb.pos_ == "VERB":
            break
        verb = verb.head
    return told and verb.lemma_.lower() in frames("verb") and state.i < verb.i


def _entry(name: str, peoples: list[str]) -> Entry:
    """The entry of a state called `name`; one that only its people-name tells of is called by that."""
    if not peoples and _ends(name, "people_ends"):
        plain = name.removesuffix("s") if name.endswith("ans") else name
        return Entry(_PREFIX + plain, "state", plain, (), demonyms=(plain, f"{plain}s"))
    plurals = [f"{people}s" for people in peoples if people.endswith("n")]
    return Entry(_PREFIX + name, "state", name, (name,), demonyms=tuple(dict.fromkeys((*peoples, *plurals))))


def _candidates(doc: Doc, world: World) -> Iterator[_Candidate]:
    """Unknown names that may be a state's: one or several words in capitals that name no person or body in full."""
    found: dict[str, _Candidate] = {}
    people = {word for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for word in ent.text.split()}
    spans = [ent for ent in doc.ents if ent.label_ in _NAMES and not ent.kb_id_]
    spans += [doc[token.i : token.i + 1] for token in doc if _is_unlabelled_country(token)]
    for ent in spans:
        span = _trimmed(ent)
        if span is None or not _may_be_state(span, world) or span.text in people:
            continue
        found.setdefault(span.text, _Candidate(span.text)).spans.append(span)
    yield from found.values()


def _is_unlabelled_country(token: Token) -> bool:
    if token.ent_type_ or token.tag_ not in _NAME_TAGS or not token.text[0].isupper():
        return False
    if token.dep_ == "nsubj" and token.i == token.sent.start and token.tag_ == "NNP" and token.pos_ == "PROPN":
        return _decides(token.head)
    if token.dep_ in _MODIFIERS and token.tag_ == "JJ" and _ends(token.text, "people_ends"):
        return _is_organ(token.head)
    return token.dep_ in _ARGUMENTS and _ends(token.text, "country_ends")


def _trimmed(ent: Span) -> Span | None:
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and doc[start].lower_ == "the":
        start += 1
    while end > start and doc[end - 1].tag_ == "POS":
        end -= 1
    return doc[start:end] if start < end else None


def _may_be_state(span: Span, world: World) -> bool:
    text = bare(span.text)
    if len(text) < _SHORTEST or len(span) > _LONGEST or text in world.by_form or text in world.by_demonym:
        return False
    if not all(token.text[0].isupper() and token.text.isalpha() and not token.text.isupper() for token in span):
        return False
    label = span.root.ent_type_
    if len(span) > 1 and label not in _PLACES:
        return False
    if label == "NORP" and not _ends(span.text, "people_ends"):
        return False  # "Muslims", "the Greens", "Zulu"
    if label == "LOC" and not _ends(span.text, "country_ends"):
        return False  # "the Andes"
    words = _words()
    if any(token.lower_ in words["no_states"] | words["no_nations"] for token in span):
        return False
    if any(token.lower_ in actor_words().lists["people.adjectives"] for token in span):
        return False
    if text in world.by_short_form or any(token.lower_ in actor_words().roles for token in span):
        return False
    known = common_given_names() | common_family_names()
    return not any(token.text in known for token in span)


def _signs(span: Span) -> set[str]:
    """What of a state is seen about one mention: its label, its ending, what it has, that it acts, what it shares."""
    seen: set[str] = set()
    root, words = span.root, _words()
    person = root.ent_type_ == "PERSON"
    if root.ent_type_ in _PLACES or root.ent_type_ == "NORP":
        seen.add("named")
    if _ends(root.text, "country_ends") or (_ends(root.text, "people_ends") and root.ent_type_ in {"NORP", ""}):
        seen.add("ending")
    if has := _owned(root):
        strict = person or root.ent_type_ == "ORG"
        personal = strict and has.lemma_.lower() in words["personal"] and "ending" not in seen
        headed = has.lemma_.lower() in words["heads"] and (root.ent_type_ == "NORP" or "ending" in seen)
        if headed or (_is_organ(has) and not personal):
            seen.add("organ")
    acting = root.dep_ in {"nsubj", "agent"} or (root.dep_ == "conj" and root.head.dep_ == "nsubj")
    verb = root.head if root.dep_ != "conj" else root.head.head
    if acting and not (person and "ending" not in seen) and _decides(verb) and is_government(span, country=True):
        seen.add("acts")
    preposition = root.head if root.dep_ == "pobj" else root.head.head if root.dep_ == "conj" else root
    if preposition.lower_ in words["between"] and any(
        noun.lemma_.lower() in words["shared"]
        for noun in (preposition.head, *(child for child in preposition.head.rights if child.dep_ == "dobj"))
    ):
        seen.add("shared")
    if root.dep_ == "dobj" and root.head.lemma_.lower() in words["addressing"]:
        seen.add("shared")
    return seen


def _decides(verb: Token) -> bool:
    """A verb that tells an act, and is not everybody's."""
    return verb.lemma_.lower() in frames("verb") and verb.lemma_.lower() not in _words()["everyday"]


def _owned(root: Token) -> Token | None:
    """What "X's army", "Xian troops", "the army of X" is X's."""
    first = root.head if root.dep_ == "conj" else root
    if first.dep_ in _MODIFIERS and first.head.i > root.i:
        return first.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}:
        return root.head.head
    return None


def _is_organ(noun: Token) -> bool:
    words = _words()
    if noun.lemma_.lower() in words["ministers"]:
        return any(child.lower_ in words["portfolios"] for child in noun.children)
    return noun.lemma_.lower() in words["organs"] or noun.lower_ in words["organs"]


def _stands_beside(span: Span, one: _Candidate, candidates: dict[str, _Candidate]) -> bool:
    """Another name of its sort stands in the same sentence."""
    sentence = span.root.sent
    return any(
        _is_of_its_sort(one, span, other, there)
        for other in candidates.values()
        if other.text != one.text
        and not _is_people_of(other.text, one.text)
        and not _is_people_of(one.text, other.text)
        for there in other.spans
        if sentence.start <= there.start < sentence.end
    )


def _is_of_its_sort(one: _Candidate, span: Span, other: _Candidate, there: Span) -> bool:
    """It looks like a state's by more than one sign, or is the end of what one does that acts: two firms and two
    persons deal with each other too."""
    if len(other.seen & _OF_A_STATE) > 1:
        return True
    label = span.root.ent_type_
    alike = label in {"ORG", "PERSON"} and label == there.root.ent_type_
    return not alike and "acts" in one.seen and "ending" in other.seen


def _is_people_of(people: str, country: str) -> bool:
    """ "Kolechian" and "Kolechia", "Sokovians" and "Sokovia": one begins like the other, and ends as a people."""
    if people == country or not (_ends(people, "people_ends") or _ends(people, "people_of")):
        return False
    stem = people.removesuffix("s").removesuffix("an").removesuffix("ese").removesuffix("i")
    return len(stem) >= _SHORTEST and country.startswith(stem[:-1]) and len(country) <= len(people)


def _ends(text: str, which: str) -> bool:
    return len(text) > _SHORTEST and text.endswith(tuple(_words()[which]))
