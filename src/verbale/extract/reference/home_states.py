"""The state of a ministry that the text names without one: "In Tokyo, the industry ministry announced …"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token
from verbale.world import Entry

_OWN_DEEDS = frozenset({"will", "would", "shall"})


def home_state(scene: Scene, phrase: Phrase) -> Member | None:
    """The state that the ministry or president's office at `phrase` is of: by the town that the sentence begins with,
    by whose deeds it announces, or by the dateline. Only where it does something: it is subject."""
    lists = scene.words.lists
    noun = phrase.head.lemma_.lower()
    of_president = noun == "office" and bool(set(phrase.adjectives) & lists["official.of_president"])
    told = noun in lists["official.at_home"] and bool(phrase.adjectives)
    if phrase.head.dep_ != "nsubj" or not (of_president or told):
        return None
    name = (
        town_before(scene, phrase)
        or _town_behind(scene, phrase)
        or _announced(scene, phrase.head)
        or scene.dateline_party()
    )
    return scene.cast.party_member(name) if name is not None else None


def town_before(scene: Scene, phrase: Phrase) -> str | None:
    """ "In Tokyo, the ministry …": of the state whose capital it is."""
    doc, start = scene.doc, phrase.head.sent.start
    while start < phrase.start and (doc[start].is_space or doc[start].is_punct):
        start += 1
    entry = scene.party_entry_at(start + 1) if doc[start].lower_ == "in" else None
    return scene.party_member(entry).name if entry is not None and entry.kind == "state" else None


def _town_behind(scene: Scene, phrase: Phrase) -> str | None:
    """ "The foreign ministry in Dakar": of the state whose capital it is."""
    doc, i = scene.doc, phrase.end
    entry = scene.party_entry_at(i + 1) if i + 1 < len(doc) and doc[i].lower_ == "in" else None
    return scene.party_member(entry).name if entry is not None and entry.kind == "state" else None


def _announced(scene: Scene, head: Token) -> str | None:
    """ "The ministry announced that Japan would …": it speaks of what its own state does."""
    verb = head.head
    if verb.lemma_ not in scene.words.lists["verbs.announcing"]:
        return None
    for clause in verb.children:
        if clause.dep_ != "ccomp" or not any(c.dep_ == "aux" and c.lower_ in _OWN_DEEDS for c in clause.lefts):
            continue
        for subject in clause.lefts:
            entry: Entry | None = scene.party_entry_at(subject.i) if subject.dep_ == "nsubj" else None
            if entry is not None and entry.kind == "state":
                return scene.party_member(entry).name
    return None
