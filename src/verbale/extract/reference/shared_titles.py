"""Titles that several people share, each for a party of their own: "the foreign ministers of X and Y, A and B,"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import is_plural_role
from verbale.extract.reference.words import fold
from verbale.language.parse import Token
from verbale.model import Office

_JOINERS = frozenset({",", "and", "the", "&"})
_MAX_WORDS = 4
_MAX_LISTED = 6
_BEFORE = 8


def learn_shared_titles(scene: Scene, whole_of: dict[int, Member]) -> None:
    """Give each person of such a list the office and the party that stand in the same place of the two lists.

    `whole_of` maps the start of a person's whole name to its member. Nothing is given where the lists differ in length.
    """
    for token in scene.doc:
        if not is_plural_role(token):
            continue
        start = _title_start(scene, token.i)
        parties, people = _two_lists(scene, start, token.i)
        title = " ".join([*(word.text for word in scene.doc[start : token.i]), _singular(token)])
        if len(parties) == 1:  # "German ministers A and B"
            parties = parties * len(people)
        for n, person in enumerate(people):
            member = whole_of.get(person.start)
            entry = scene.party_entry_at(parties[n].start) if len(parties) == len(people) else None
            if member is None or (entry is not None and member.party not in {None, entry.name}):
                continue
            member.party = member.party or (entry.name if entry is not None else None)
            if all(fold(office.title) != fold(title) for office in member.offices):
                member.offices.append(Office(title, member.party, scene.span(start, token.i + 1)))


def _two_lists(scene: Scene, start: int, head: int) -> tuple[list[Name], list[Name]]:
    """The parties and the people listed with the plural title `start:head`: "of X and Y, A and B", "X and Y's ministers
    A and B", or the people alone ("presidents A and B"). ([], []) where there are no people."""
    doc = scene.doc
    if head + 2 < len(doc) and doc[head + 1].lower_ == "of":
        parties, after = _listed(scene, head + 2, people=False)
        people, _ = _listed(scene, after, people=True)
        return (parties, people) if 2 <= len(parties) == len(people) else ([], [])
    people, _ = _listed(scene, head + 1, people=True)
    before = [name for name in scene.names if start - _BEFORE <= name.start and name.end <= head]
    i = start - 1
    while i >= 0 and (i in scene.within or doc[i].lower_ in _JOINERS or doc[i].tag_ == "POS"):
        i -= 1
    parties = [name for name in before if name.start > i and scene.party_entry_at(name.start) is not None]
    return (parties, people) if len(people) > 1 else ([], [])


def _singular(noun: Token) -> str:
    """ "Minister" for "Ministers", which the pipeline leaves as it is in a title."""
    return noun.text[:-1] if noun.text.endswith("s") else noun.lemma_


def _listed(scene: Scene, start: int, people: bool) -> tuple[list[Name], int]:
    """The names listed from `start` on, all of people or all of parties, and where the list ends."""
    found: list[Name] = []
    i = start
    while i < len(scene.doc) and len(found) < _MAX_LISTED:
        name = scene.starts.get(i)
        if name is None:
            if scene.doc[i].lower_ not in _JOINERS:
                break
            i += 1
            continue
        if (name.kind == "person") is not people or (not people and scene.party_entry_at(i) is None):
            break
        found.append(name)
        i = name.end
        if (
            people
            and i + 1 < len(scene.doc)
            and scene.doc[i].lower_ == "of"
            and scene.party_entry_at(i + 1) is not None
        ):
            i = scene.starts[i + 1].end if i + 1 in scene.starts else i  # "Presidents A of X and B of Y"
    return found, i


def _title_start(scene: Scene, head: int) -> int:
    """First token of the title whose plural role noun stands at `head`, behind the parties named before it."""
    doc, start = scene.doc, head
    inside = {"compound", "amod", "nmod"}
    while start > 0 and head - start < _MAX_WORDS and start - 1 not in scene.within and doc[start - 1].dep_ in inside:
        start -= 1
    return start
