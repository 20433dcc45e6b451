"""What an actor of a report stands for: the party whose deeds its deeds are, and whether they are politics."""

from typing import TYPE_CHECKING

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.actors import party_key
from verbale.model import LocalActor

if TYPE_CHECKING:
    from verbale.extract.acting.scene import Scene

# Of these kinds of the world data is whoever acts in politics.
_POLITICAL_ENTRIES = frozenset({"state", "seat", "ministry", "body", "armed", "group", "party"})


def party_of(scene: "Scene", key: str, found: LocalActor | None) -> str:
    """Key of the party that the actor `found` with that key is or belongs to; `key` itself where none is known."""
    if found is not None and found.kind == "group" and found.world is None and is_nonstate(found.name):
        return key  # "Somali militants" act for nobody else
    known = party_key(scene.index, key)
    if known is not None and (known != key or found is None or found.kind != "government_body"):
        return known
    if found is None or found.kind == "place":
        return key
    made = scene.newcomers.state(found.party) if found.party else _state_of_body(scene, found)
    return made or key


def _state_of_body(scene: "Scene", body: LocalActor) -> str | None:
    """ "the Treasury", in a report where one state alone is named that has one."""
    ids = [scene.world.entries[i].party for i in scene.world.by_short_form.get(body.name, ())]
    states = {actor.world: actor.key for actor in scene.index.actors if actor.kind == "state" and actor.world}
    named = [states[i] for i in ids if i is not None and i in states]
    return named[0] if len(named) == 1 else None


def acts_in_politics(scene: "Scene", found: LocalActor) -> bool:
    """A state, a body, an armed or political group, or somebody who holds an office or stands for a party."""
    if found.kind == "document":
        return False
    if scene.newcomers.find(found.key) is not None:
        return True
    if found.kind == "place":
        return found.world is None and any(m.form == "name" for m in found.mentions)
    if found.kind in {"state", "government_body", "group"} or _is_town_that_speaks(scene, found):
        return True
    if found.world and found.world.split("/")[0] in _POLITICAL_ENTRIES:
        return True
    return bool(found.party or found.offices)


def _is_town_that_speaks(scene: "Scene", found: LocalActor) -> bool:
    """ "Qumar accused Iran": a place that nobody knows, made a body of its own because it speaks."""
    if found.kind != "organisation" or found.world is not None or found.name in scene.world.by_form:
        return False
    if found.name.lower() in word_classes()["official"]:
        return False  # "the Kingdom"
    return any(scene.doc[mention.head].ent_type_ == "GPE" for mention in found.mentions)


def is_nonstate(name: str) -> bool:
    """The name or description of an armed movement without a state ends in what it is."""
    last = (name.lower().split() or [""])[-1]
    nonstate = word_classes()["nonstate"]
    return last in nonstate or last.removesuffix("s") in nonstate
