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
