"""Parties of people by what is called their own: "X, whose Civic Alliance …", "His Civic Alliance has asked …"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.parties import is_own_party
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_REACH = 60  # tokens back that "his" is checked against the last person named


def place_owners(scene: Scene) -> None:
    """Give a person of whom no party is told the movement or political party that the text calls his own."""
    for token in scene.doc:
        if token.tag_ not in {"PRP$", "WP$"} or token.dep_ != "poss":
            continue
        owner = _owner(scene, token)
        if owner is None or owner.kind != "person" or owner.party is not None or owner.affiliation is not None:
            continue
        owner.party = _movement(scene, token)


def _owner(scene: Scene, token: Token) -> Member | None:
    """Whom "his" means, the last person named; or whom "whose" is said of: the name right before it."""
    if token.tag_ == "PRP$":
        owner = scene.member_at(token.i)
        return owner if owner is _last_person(scene, token.i) else None  # of two people, either may be meant
    i = token.i - 1
    i -= i > 0 and scene.doc[i].text == ","
    return scene.member_at(i) if i >= 0 and i in scene.within else None


def _last_person(scene: Scene, i: int) -> Member | None:
    people = (scene.member_at(n) for n in range(i - 1, max(i - _REACH, -1), -1) if n in scene.starts)
    return next((member for member in people if member is not None and member.kind == "person"), None)


def _movement(scene: Scene, token: Token) -> str | None:
    """The movement named behind the possessive, at once ("his Civic Alliance") or beside "party" ("his party, the …");
    "whose party" alone is the one that the words mean."""
    noun = token.head
    named = [noun] if noun.i in scene.within and scene.within[noun.i] == token.i + 1 else []
    if noun.lower_ in scene.words.lists["collective.political"]:
        named = [c for c in noun.rights if c.dep_ == "appos"] or ([noun] if token.tag_ == "WP$" else [])
    bodies = [scene.member_at(one.i) for one in named]
    found = {body.name for body in bodies if body is not None and is_own_party(scene, body)}
    return found.pop() if len(found) == 1 else None
