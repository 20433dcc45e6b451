"""People meant by their state alone: "the South African", "the two Libyans"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.collective_people import belongs, countrymen
from verbale.extract.reference.links import number_of_them
from verbale.extract.reference.names import Name
from verbale.extract.reference.salience import PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def meet_countryman(scene: Scene, name: Name, head: Token) -> None:
    """Resolve the demonym at `name`, in its turn: to the person in focus who belongs to that state, or to as many
    people as it tells; several of whom nothing is known are the state."""
    entry = name.entry
    if entry is None:
        return
    number = number_of_them(scene, scene.doc[name.start : name.end])
    if number:
        adjective = scene.text(name.start, name.end).removesuffix("s")
        keys = countrymen(scene, head, number, lambda party: belongs(scene, party, entry, (adjective,)), "", set())
        if keys:
            start = max(head.left_edge.i, name.start - 2)
            scene.mention(start, name.end, head.i, "collective", keys)
        else:
            keys = (scene.party_member(entry).key,)
            scene.mention(name.start, name.end, head.i, "demonym", keys)
        scene.discourse.remember(head, keys)
        return
    keys = _one(scene, head, entry.name)
    if len(keys) == 1:
        scene.mention(name.start - 1, name.end, head.i, "nominal", keys)
        scene.discourse.remember(head, keys)


def _one(scene: Scene, head: Token, party: str) -> tuple[str, ...]:
    """The one of the state in focus; the only one of it in the report; or who alone was told of just before, of whom no
    state is known."""

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "person" and member.party == party else None

    keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(head, fits, PRONOUN_REACH))
    if keys:
        return () if ambiguous else keys
    own = [m for m in scene.cast.members.values() if m.mentions and fits(m) is not None]
    if own:
        return (own[0].key,) if len(own) == 1 else ()

    def stateless(member: Member) -> float | None:
        of_body = (scene.cast.party_member_of(member) or member).kind == "organisation"
        known = member.party is not None and not of_body
        return 0.0 if member.kind == "person" and not known else None

    near = scene.discourse.weigh(head, stateless, 1, least_rank=1.5)
    return tuple(near) if len(near) == 1 else ()
