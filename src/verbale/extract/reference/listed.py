"""Several whom the words beside name: "the three powers: A, B and C", "the two ministers, X and Y", "Yemen's warring
parties"."""

from verbale.extract.reference.layout import conjuncts, first_of_coordination
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.people import is_full, whole
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_FOLLOWING = 30  # tokens behind "the three powers that …: A, B and C" that the list is looked for


def listed_behind(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The list that follows a colon in the same sentence: names of other than people have had their turn already."""
    if phrase.of_people or phrase.bare:
        return ()
    colon = False
    for token in scene.doc[phrase.end : phrase.end + _FOLLOWING]:
        if token.is_sent_start and not colon:
            break
        colon = colon or token.text in {":", "–", "—"}
        if colon and token.i in scene.starts:
            name = scene.starts[token.i]
            listed = conjuncts(first_of_coordination(scene.doc[name.start : name.end].root))
            entries = [entry for noun in listed if (entry := scene.party_entry_at(noun.i)) is not None]
            keys = tuple(dict.fromkeys(scene.party_member(entry).key for entry in entries))
            return keys if len(keys) == len(listed) == phrase.number else ()
    return ()


def people_behind(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """ "The two foreign ministers, A and B, sat down": those named behind the comma or the dash."""
    doc, i = scene.doc, phrase.end
    if i >= len(doc) or doc[i].text not in {",", "-", "–", "—", "--", "("}:
        return ()
    found: list[str] = []
    i += 1
    while i < len(doc) and len(found) < phrase.number:
        name = scene.starts.get(i)
        if name is not None:
            entry = scene.party_entry_at(i)
            if name.kind == "person" and phrase.of_people and is_full(scene, name):
                found.append(whole(scene, name).key)
            elif entry is not None and not phrase.of_people:
                found.append(scene.party_member(entry).key)
            else:
                return ()
            i = name.end
        elif doc[i].lower_ in {",", "and", "the", "&"} or (name is None and doc[i].is_space):
            i += 1
        else:
            return ()
    return tuple(dict.fromkeys(found)) if len(found) == phrase.number else ()


def joined(scene: Scene, first: Token) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for token in conjuncts(first) for key in scene.keys_at(token)))


def at_war(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The state and the one movement that "Yemen's warring parties" are, where the report names the movement."""
    if not scene.words.lists["collective.opposed"] & set(phrase.adjectives):
        return ()
    states = {entry.id: entry for t in phrase.modifiers if (entry := scene.party_entry_at(t.i)) is not None}
    armed = {n.entry.id: n.entry for n in scene.names if n.entry is not None and n.entry.kind == "armed"}
    own = [entry for entry in armed.values() if entry.country in states]
    if len(states) != 1 or len(own) != 1:
        return ()
    return tuple(scene.party_member(entry).key for entry in (*states.values(), *own))
