"""Pronouns before the name that they stand for: "In Doha, where he lives, X met …", "Upon his arrival, X …"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def named_later(scene: Scene, token: Token, gender: str) -> Member | None:
    """ "In Doha, where he spent the winter, Khalilzad met …": the subject of the sentence that the clause opens, where
    a paragraph begins so."""
    first, layout = token.sent.start, scene.layout
    opens = first == 0 or layout.paragraph[first - 1] != layout.paragraph[token.i] or scene.doc[first - 1].is_space
    root, clause = token.sent.root, clause_of(token)
    if _leads_up(scene, token, clause):
        root = clause
    elif not opens or clause == root:
        return None
    if root.i < token.i or layout.quoted[token.i]:
        return None
    subject = next((child for child in root.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i < token.i:
        return None
    beside = (child for child in subject.rights if child.dep_ == "appos")  # "Kosovo's envoy X met …"
    names = (scene.name_at(noun.i) for noun in (subject, *beside))
    name = next((name for name in names if name is not None and name.kind == "person"), None)
    if name is None:
        return None
    fitting = scene.cast.people_fitting(person_name(scene.text(name.start, name.end)))
    people = [member for _, member in fitting if member.gender in {"", gender}]
    return people[0] if len(people) == 1 else None


def _leads_up(scene: Scene, token: Token, clause: Token) -> bool:
    """True for "his" in "Upon his arrival, …": the time or place that a sentence opens with is mostly its subject's."""
    noun = token.head
    before = noun.head
    opens = before.i == before.sent.start or all(
        t.is_space or t.is_punct for t in scene.doc[before.sent.start : before.i]
    )
    return (
        token.tag_ == "PRP$"
        and noun.dep_ == "pobj"
        and before.head == clause
        and opens
        and before.lower_ in scene.words.lists["pronouns.leading_up"]
    )
