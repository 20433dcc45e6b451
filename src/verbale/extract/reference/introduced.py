"""People met by their office first and by their name in the next sentence: "The rebels' negotiator took a taxi. Krishna
Mahara wore a grey suit.", "Iran's foreign minister said … “…,” Manouchehr Amini told reporters"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.people import is_full, whole
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token
from verbale.model import Office
from verbale.world import party_of_leader

_NEXT = 80  # tokens of the next sentence that its subject is looked for in


def named_next(scene: Scene, phrase: Phrase, role: str, party: str) -> Member | None:
    """The person who is subject of the next sentence: a whole name, or a leader's that everybody knows, met for the
    first time and without an office anywhere, of no party or of the one told."""
    name = _opening(scene, phrase) or _speaking(scene, phrase)
    if name is None or not _untitled(scene, name):
        return None
    text = scene.text(name.start, name.end)
    known = party_of_leader(text)
    if not is_full(scene, name) and (known is None or scene.cast.party_name(known) != party):
        return None
    member = whole(scene, name)
    ranks = scene.words.lists["titles.ranks"]
    held = any(office.title.lower() not in ranks for office in member.offices)
    told = held or member.role_words - scene.words.lists["titles.learned"] - ranks or member.affiliation
    if told or member.mentions or member.party not in {None, party} or member.collective:
        return None
    gender = scene.words.role_gender.get(role, "")
    if gender and member.gender not in {"", gender}:
        return None
    member.party, member.assumed = party, False
    member.role_words.add(role)
    title = phrase.title_text(scene.report.text)
    member.offices.append(Office(title, party, scene.span(phrase.start, phrase.end)))
    return member


def _untitled(scene: Scene, name: Name) -> bool:
    """True for a name without a title, or with a rank alone ("General X")."""
    ranks = scene.words.lists["titles.ranks"]
    titles = scene.titles.get(name.start, ())
    return all(title.end <= name.start and title.text(scene.doc).lower() in ranks for title in titles)


def _opening(scene: Scene, phrase: Phrase) -> Name | None:
    """The name that is subject of the next sentence and opens it, where the phrase is subject of its own."""
    if phrase.head.dep_ not in {"nsubj", "nsubjpass", "dobj"} or phrase.head.sent.end >= len(scene.doc):
        return None
    start = phrase.head.sent.end
    while start < len(scene.doc) - 1 and scene.doc[start].is_space:
        start += 1
    name = scene.starts.get(start)
    if name is None or name.kind != "person":
        return None
    same = scene.layout.paragraph[phrase.head.i] == scene.layout.paragraph[start]
    if not same and not _is_subject(phrase.head):
        return None
    return name if scene.doc[name.start : name.end].root.dep_ in {"nsubj", "nsubjpass"} else None


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in {"ROOT", "ccomp"}


def _speaking(scene: Scene, phrase: Phrase) -> Name | None:
    """The first speaker of what follows, where the phrase speaks in the sentence before: news does not bring in a name
    that it has not told the office of."""
    saying = scene.words.lists["verbs.saying"]
    if not _is_subject(phrase.head) or phrase.head.head.lemma_.lower() not in saying:
        return None
    start = phrase.head.sent.end
    first = next((t for t in scene.doc[start : start + 3] if not t.is_space), None)
    for token in scene.doc[first.i : first.i + _NEXT] if first is not None else ():
        verb = token.head.lemma_.lower()
        said = (token.dep_ == "nsubj" and verb in saying) or (token.dep_ == "nsubjpass" and verb == "quote")
        if said and not scene.layout.quoted[token.i]:
            name = scene.name_at(token.i)
            return name if name is not None and name.kind == "person" else None
    return None
