"""Which state or movement is in focus, for words that name none: "the government", "chief rebel negotiator"."""

from spacy.tokens import Token

from verbale.extract.reference.cast import Member
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene

_STATE_REACH = 6


def state_of(scene: Scene, member: Member) -> Member | None:
    """The state that `member` is, belongs to or, for an armed movement, is of."""
    state = scene.cast.party_member_of(member)
    if state is not None and state.kind == "state":
        return state
    entry = scene.world.entries.get(member.world or "")
    country = scene.world.entries.get(entry.country or "") if entry is not None and entry.kind == "armed" else None
    if country is None:
        return None
    state = scene.party_member(country)
    state.role_words.add("government")  # a movement's opposite number
    return state


def state_in_focus(scene: Scene, token: Token, form: str = "") -> tuple[tuple[str, ...], bool]:
    """The state that "the government" at `token` is of: also by its people and bodies, and by the movement it fights;
    one whose government the report has spoken of before others. With a `form` ("kingdom"), a state of that form."""
    weights: dict[str, float] = {}
    here = scene.layout.sentence[token.i]
    for focus in scene.discourse.recent(token, _STATE_REACH):
        if len(focus.keys) != 1:
            continue
        state = state_of(scene, scene.cast.members[focus.keys[0]])
        if state is None or (form and not _has_form(scene, state, form)):
            continue
        weight = 3.0 - (here - focus.sentence) * 0.7 + focus.rank
        weights[state.key] = max(weights.get(state.key, -9.0), weight)
    for key in weights:
        weights[key] += min(scene.discourse.counts.get(key, 0), 6) * 0.12
        if "government" in scene.cast.members[key].role_words:
            weights[key] += 1.5
    return scene.discourse.choose(weights)


def _has_form(scene: Scene, state: Member, form: str) -> bool:
    """True for a state whose full name tells the form: "Kingdom of Norway", "Islamic Republic of Iran"."""
    entry = scene.world.entries.get(state.world or "")
    return entry is not None and any(form in name.lower().split() for name in (entry.name, *entry.forms))


def movement_in_focus(scene: Scene, token: Token) -> tuple[tuple[str, ...], bool]:
    """The armed movement that "the rebels" at `token` are."""

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "group" else None

    return scene.discourse.choose(scene.discourse.weigh(token, fits, NOUN_REACH))
