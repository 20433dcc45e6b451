"""States and breakaway entities that the world data don't know, told by their surroundings in one report.

"Kolechia threatened to cut off gas to Arstotzka", "Bordurian troops", "the parliament of Zubrowka": who has an army and
ambassadors, and deals with states, is one. For that report it is an entry of the world like any other state, so that
names, people-names, titles and places of it are read as they always are; its actors keep no id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import permutations

from verbale.extract.acting.lexicon import frames
from verbale.extract.reference.named_entries import bare
from verbale.extract.reference.state_signs import (
    MODIFIERS,
    PLACES,
    SHORTEST,
    decides,
    ends,
    is_organ,
    is_people_of,
    is_something_else,
    signs_of,
    state_words,
)
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Span, Token
from verbale.world import Entry, World, common_family_names, common_given_names

_PREFIX = "state/unlisted/"
_NAMES = PLACES | {"NORP", "ORG", "PERSON", "LOC"}
_NAME_TAGS = frozenset({"NNP", "NNPS", "JJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "conj", "dative", "agent", "amod"})
_LONGEST = 3
# How much of what tells a state must be seen of a name, and what weighs double.
_ENOUGH = 3
_DOUBLE = frozenset({"organ", "people", "dealing"})
# Without one of these, a name only stands beside states.
_OF_A_STATE = frozenset({"named", "ending", "organ", "acts", "shared"})
_NEEDED = frozenset({"organ", "acts", "shared", "people", "dealing"})
# Steps from a name up to its verb.
_MAX_CLIMB = 6
# Names of one sentence, or with the same first letters, that are compared; no sentence of news has more.
_MOST = 20


@dataclass(slots=True)
class _Candidate:
    """An unknown name: where it stands, and what of a state is seen about it."""

    text: str
    spans: list[Span] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        return sum(2 if sign in _DOUBLE else 1 for sign in self.seen)


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
            candidate.seen |= signs_of(span)
    for one, other in _alike(candidates.values()):
        if is_people_of(one.text, other.text):
            one.seen.add("people")
            other.seen.add("people")
    pairs = list(_together(candidates.values()))
    beside = [one for one, span, other, there in pairs if _is_of_its_sort(one, span, other, there)]
    for one in beside:
        one.seen.add("beside")
    for one, span, other, there in pairs:
        if _deal(one, span, other, there):
            one.seen.add("dealing")
            other.seen.add("dealing")
    found = {c.text: c for c in candidates.values() if _is_state(c)}
    heads = {span.root.sent.start: span.root for state in found.values() for span in state.spans}
    found |= {c.text: c for c in candidates.values() if c.text not in found and _is_dealt_with(c, heads)}
    peoples: dict[str, list[str]] = {}
    for one, other in _alike(found.values()):
        if is_people_of(one.text, other.text):
            peoples.setdefault(other.text, []).append(one.text)
    named_after = {people for names in peoples.values() for people in names}
    return [_entry(name, peoples.get(name, [])) for name in found if name not in named_after]


def _alike(candidates: Iterable[_Candidate]) -> Iterator[tuple[_Candidate, _Candidate]]:
    """Names that begin with the same letters, in pairs both ways."""
    groups: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.text[: SHORTEST - 1], []).append(candidate)
    for group in groups.values():
        yield from permutations(group[:_MOST], 2)


def _together(candidates: Iterable[_Candidate]) -> Iterator[tuple[_Candidate, Span, _Candidate, Span]]:
    """Two names of one sentence, in pairs both ways; not a people and its country."""
    sentences: dict[int, list[tuple[_Candidate, Span]]] = {}
    for candidate in candidates:
        for span in candidate.spans:
            sentences.setdefault(span.root.sent.start, []).append((candidate, span))
    for told in sentences.values():
        for (one, span), (other, there) in permutations(told[:_MOST], 2):
            same = one is other or is_people_of(one.text, other.text) or is_people_of(other.text, one.text)
            if not same:
                yield one, span, other, there


def _is_state(candidate: _Candidate) -> bool:
    if ends(candidate.text, "people_ends") and not candidate.seen & _DOUBLE:
        return False  # "the Shawan monastery"
    return candidate.weight >= _ENOUGH and bool(candidate.seen & _NEEDED)


def _deal(one: _Candidate, subject: Span, other: _Candidate, there: Span) -> bool:
    """ "Khemed accused Sondonesia": one does something to the other, and one of them is called like a state."""
    if "acts" not in one.seen or not (one.seen | other.seen) & {"ending", "organ"}:
        return False
    label = subject.root.ent_type_
    alike = label == there.root.ent_type_ and label in {"ORG", "PERSON", ""}
    return not alike and _is_dealt_with_by(there.root, subject.root)


def _is_dealt_with(candidate: _Candidate, heads: dict[int, Token]) -> bool:
    """ "Genovia agreed to send aid to Wakanda": to whom one of those found does what a state does; `heads` holds one
    of them for each sentence."""
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
        return ends(span.text, "people_ends")
    return root.ent_type_ == "GPE" and root.dep_ in MODIFIERS and root.head.pos_ == "NOUN"


def _is_dealt_with_by(name: Token, state: Token) -> bool:
    preposition = name.head if name.dep_ == "pobj" else None
    told = name.dep_ in {"dobj", "dative"} or (preposition is not None and preposition.lower_ in state_words()["aimed"])
    verb = name.head
    for _ in range(_MAX_CLIMB):
        if verb.pos_ == "VERB":
            break
        verb = verb.head
    return told and verb.lemma_.lower() in frames("verb") and state.i < verb.i


def _entry(name: str, peoples: list[str]) -> Entry:
    """The entry of a state called `name`; one that only its people-name tells of is called by that."""
    if not peoples and ends(name, "people_ends"):
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
    yield from (one for one in found.values() if not any(is_something_else(span.root) for span in one.spans))


def _is_unlabelled_country(token: Token) -> bool:
    if token.ent_type_ or token.tag_ not in _NAME_TAGS or not token.text[0].isupper():
        return False
    if token.dep_ == "nsubj" and token.i == token.sent.start and token.tag_ == "NNP" and token.pos_ == "PROPN":
        return decides(token.head)
    if token.dep_ in MODIFIERS and token.tag_ == "JJ" and ends(token.text, "people_ends"):
        return is_organ(token.head)
    return token.dep_ in _ARGUMENTS and ends(token.text, "country_ends")


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
    if len(text) < SHORTEST or len(span) > _LONGEST or text in world.by_form or text in world.by_demonym:
        return False
    if not all(token.text[0].isupper() and token.text.isalpha() and not token.text.isupper() for token in span):
        return False
    label = span.root.ent_type_
    if len(span) > 1 and label not in PLACES:
        return False
    if label == "NORP" and not ends(span.text, "people_ends"):
        return False  # "Muslims", "the Greens", "Zulu"
    if label == "LOC" and not ends(span.text, "country_ends"):
        return False  # "the Andes"
    words = state_words()
    if any(token.lower_ in words["no_states"] | words["no_nations"] for token in span):
        return False
    if any(token.lower_ in actor_words().lists["people.adjectives"] for token in span):
        return False
    if text in world.by_short_form or any(token.lower_ in actor_words().roles for token in span):
        return False
    known = common_given_names() | common_family_names()
    return not any(token.text in known for token in span)


def _is_of_its_sort(one: _Candidate, span: Span, other: _Candidate, there: Span) -> bool:
    """The other looks like a state's by more than one sign, or is the end of what one does that acts: two firms and two
    persons deal with each other too."""
    if len(other.seen & _OF_A_STATE) > 1:
        return True
    label = span.root.ent_type_
    alike = label in {"ORG", "PERSON"} and label == there.root.ent_type_
    return not alike and "acts" in one.seen and "ending" in other.seen
