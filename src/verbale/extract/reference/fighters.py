"""Rebels whom a report never names by a movement of theirs: "Zairean rebels", later "the rebels"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.scene import Scene

_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_BESIDE = frozenset({"with", "between", "by", "to", "against", "from", "of"})


def unnamed_fighters(scene: Scene, phrase: Phrase) -> Member | None:
    """The one movement that such words mean throughout a report that names none. Only of those who act, or whom one
    acts upon."""
    if phrase.head.lemma_.lower() not in scene.words.lists["collective.fighters"] or not phrase.plural:
        return None
    if phrase.number > 1 or any(token.lower_ in {"some", "many", "few", "several"} for token in phrase.head.lefts):
        return None
    if any(name.entry is not None and name.entry.kind == "armed" for name in scene.names):
        return None
    known = [m for m in scene.cast.members.values() if m.kind == "group" and not (m.world or "").startswith("group/")]
    own = next((m for m in known if _UNNAMED in m.role_words), None)
    if own is not None or known:
        return own
    if not (phrase.definite or _acts(phrase)):
        return None
    people = next((t.text for t in phrase.modifiers if (n := scene.name_at(t.i)) is not None and n.demonym), "")
    name = f"{people} {phrase.head.lower_}".strip()
    return scene.cast.add(name, "group", role_words={_UNNAMED})


_UNNAMED = "unnamed fighters"


def _acts(phrase: Phrase) -> bool:
    top = first_of_coordination(phrase.head)
    return top.dep_ in _ACTING or (top.dep_ == "pobj" and top.head.lower_ in _BESIDE)
