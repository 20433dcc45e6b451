"""For which bodies their people speak: a movement, a union, a company, a body of states; and by which office."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.parties import is_own_party
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold


def stands_for(scene: Scene, body: Member, role: str) -> bool:
    """True where an office in `body` makes its holder act for it. An analyst never does; of a body of states and of a
    movement everybody else does, of a union, company or association those who lead it or speak for it."""
    lists = scene.words.lists
    if role in lists["titles.experts"]:
        return False
    if body.world is not None:
        return body.world.startswith(("body/", "armed/", "party/"))
    if body.kind == "group":
        return True
    if body.kind != "organisation" or is_learned(scene, body):
        return False
    return role in lists["titles.of_movement"] if is_own_party(scene, body) else role in lists["titles.of_body"]


def is_learned(scene: Scene, body: Member) -> bool:
    """True for an institute, a university, a newspaper: whoever heads it speaks for nobody."""
    return bool(scene.words.lists["titles.learned_bodies"] & set(fold(body.name).split()))


def may_be_called(scene: Scene, body: Member, noun: str) -> bool:
    """True where `noun` may call `body`: its name says so, or it is a party or movement called "the party"."""
    if body.kind not in {"organisation", "group"}:
        return False
    if noun in {word for text in (body.name, *body.aliases) for word in fold(text).split()}:
        return True
    entry = scene.world.entries.get(body.world or "")
    of_state = entry is None or entry.country is not None  # a party of some state, not the African Union
    political = noun in scene.words.lists["collective.political"] and body.kind == "organisation"
    return political and of_state and (entry is not None or is_own_party(scene, body))
