"""Titles that several people share, each for a party of their own: "the foreign ministers of X and Y, A and B,"."""

from spacy.tokens import Doc

from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import role_class
from verbale.extract.reference.words import fold
from verbale.model import Office

_JOINERS = frozenset({",", "and", "the", "&"})
_MAX_WORDS = 4
_MAX_LISTED = 6


def learn_shared_titles(scene: Scene, whole_of: dict[int, Member]) -> None:
    """Give each person of such a list the office and the party that stand in the same place of the two lists.

    `whole_of` maps the start of a person's whole name to its member. Nothing is given where the lists differ in length.
    """
    for token in scene.doc:
        if token.tag_ not in {"NNS", "NNPS"} or not role_class(token):
            continue
        if token.i + 2 >= len(scene.doc) or scene.doc[token.i + 1].lower_ != "of":
            continue
        parties, after = _listed(scene, token.i + 2, people=False)
        people, _ = _listed(scene, after, people=True)
        if len(parties) < 2 or len(parties) != len(people):
            continue
        start = _title_start(scene.doc, token.i)
        words = [*(word.text for word in scene.doc[start : token.i]), token.lemma_]
        title = " ".join(words)
        for party, person in zip(parties, people, strict=True):
            entry, member = scene.party_entry_at(party.start), whole_of.get(person.start)
            if entry is None or member is None or member.party not in {None, entry.name}:
                continue
            member.party = entry.name
            if all(fold(office.title) != fold(title) for office in member.offices):
                member.offices.append(Office(title, entry.name, scene.span(start, token.i + 1)))


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
    return found, i


def _title_start(doc: Doc, head: int) -> int:
    """First token of the title whose plural role noun stands at `head`."""
    start = head
    while start > 0 and head - start < _MAX_WORDS and doc[start - 1].dep_ in {"compound", "amod", "nmod"}:
        start -= 1
    return start
