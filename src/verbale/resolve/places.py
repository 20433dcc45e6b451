"""Places across reports: two spellings of one town, and which state a town lies in."""

from collections.abc import Callable
from functools import lru_cache

from verbale.resolve.names import levelled, sound
from verbale.resolve.sketches import Place
from verbale.world import World


def place_key(name: str) -> str:
    """A place's name with its transliteration levelled: Panmunjeom and Panmunjom have one."""
    return " ".join(sound(word) for word in levelled(name).split())


def places(world: World) -> Callable[[str], Place]:
    """A function from a place's name as printed to its `Place`, by the states and cities of `world`."""

    @lru_cache(maxsize=65536)
    def place_of(name: str) -> Place:
        for part in (name, *name.split(",")):
            for entry_id in world.by_form.get(part.strip(), ()):
                entry = world.entries.get(entry_id)
                if entry is None or entry.kind not in ("state", "city", "seat", "place"):
                    continue
                state = world.entries.get("state/" + entry.id.split("/")[1]) if entry.kind != "state" else entry
                return place_key(entry.name), place_key(state.name) if state else ""
        return place_key(name), ""

    return place_of
