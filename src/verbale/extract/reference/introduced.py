"""People met by their office first and by their name in the next sentence: "The rebels' negotiator took a taxi. Krishna
Mahara wore a grey suit."."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.people import is_full, whole
from verbale.extract.reference.scene import Scene
from verbale.model import Office


def named_next(scene: Scene, phrase: Phrase, role: str, party: str) -> Member | None:
    """The person whom the next sentence, of the same paragraph, opens with: a whole name, met for the first time and
    without a title anywhere, of no party or of the one told."""
    name = _opening(scene, phrase)
    if name is None or scene.titles.get(name.start) or not is_full(scene, name):
        return None
    member = whole(scene, name)
    known = member.offices or member.role_words - scene.words.lists["titles.learned"] or member.affiliation
    if known or member.mentions or member.party not in {None, party} or member.collective:
        return None
    gender = scene.words.role_gender.get(role, "")
    if gender and member.gender not in {"", gender}:
        return None
    member.party, member.assumed = party, False
    member.role_words.add(role)
    title = phrase.title_text(scene.report.text)
    member.offices.append(Office(title, party, scene.span(phrase.start, phrase.end)))
    return member


def _opening(scene: Scene, phrase: Phrase) -> Name | None:
    """The name that is subject of the next sentence and opens it, where the phrase is subject of its own."""
    if phrase.head.dep_ not in {"nsubj", "nsubjpass", "dobj"} or phrase.head.sent.end >= len(scene.doc):
        return None
    start = phrase.head.sent.end
    name = scene.starts.get(start)
    here, there = scene.layout.paragraph[phrase.head.i], scene.layout.paragraph[start]
    if name is None or name.kind != "person" or here != there:
        return None
    return name if scene.doc[name.start : name.end].root.dep_ == "nsubj" else None
