"""Which state or movement is in focus, for words that name none: "the government", "chief rebel negotiator"."""

from itertools import pairwise

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of, conjuncts, doer_of
from verbale.extract.reference.regions import islands
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold
from verbale.language.parse import Token

_STATE_REACH = 6
_COUNTRY_REACH = 4
# What speaks for the state named last as the one that "the country" is.
_LAST_LAND = 1.0
# What an official of a state says that "the government" does is that state's.
_SPEAKER = 2.0
# "The government" in a report on a movement is that of the movement's state, before that of a host or mediator.
_CONTESTED = 3.0


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
    contested = contested_states(scene)
    if not form:
        for name in contested:
            state = scene.cast.party_member(name)
            if state is not None:
                weights.setdefault(state.key, 2.2)
    for key in weights:
        weights[key] += min(scene.discourse.counts.get(key, 0), 6) * 0.12
        weights[key] += _CONTESTED if scene.cast.members[key].name in contested else 0.0
        if "government" in scene.cast.members[key].role_words:
            weights[key] += 1.5
    own = None if form else _across_from(scene, token) or _own_government(scene, token)
    if own is not None:
        weights[own] = weights.get(own, 2.0) + _SPEAKER
    return scene.discourse.choose(weights)


def _across_from(scene: Scene, token: Token) -> str | None:
    """ "The government and the FARC": key of the state that the movement named beside it is of."""
    beside = [*conjuncts(token), *([token.head] if token.dep_ == "conj" else [])]
    for entry in (scene.party_entry_at(part.i) for part in beside if part is not token):
        country = scene.world.entries.get(entry.country or "") if entry is not None and entry.kind == "armed" else None
        if country is not None:
            return scene.party_member(country).key
    return None


def _own_government(scene: Scene, token: Token) -> str | None:
    """Key of the state whose minister, envoy or spokesman says what "the government" does: his own."""
    verb = clause_of(token)
    if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "ccomp":
        return None
    speaker = doer_of(verb.head)
    member = scene.member_at(speaker.i) if speaker is not None and speaker.i < token.i else None
    if member is None or member.kind != "person" or not member.offices:
        return None
    state = scene.cast.party_member_of(member)
    return state.key if state is not None and state.kind == "state" else None


def country_in_focus(scene: Scene, token: Token) -> tuple[tuple[str, ...], bool]:
    """The state that "the country" at `token` is: the one told of nearest, also as a place, by its people or its towns;
    what the report is about throughout tells less than for "the government"."""
    weights: dict[str, float] = {}
    here = scene.layout.sentence[token.i]
    guests = _guests(token)
    for focus in scene.discourse.recent(token, _COUNTRY_REACH):
        if focus.token in guests:
            continue
        members = [scene.cast.members[key] for key in focus.keys]
        if len(members) != 1 or focus.ambiguous:
            continue
        state = state_of(scene, members[0]) or _state_of_place(scene, members[0])
        if state is None:
            continue
        distance = here - focus.sentence
        weight = 3.0 - distance * 1.1 + min(focus.rank, 2.0) * 0.5
        weight += _LAST_LAND if not weights else 0.0
        weight += 0.02 * (focus.token - token.i) if distance == 0 else 0.0
        weights[state.key] = max(weights.get(state.key, -9.0), weight)
    for key in weights:
        weights[key] += min(scene.discourse.counts.get(key, 0), 6) * 0.06
    return scene.discourse.choose(weights)


def _guests(token: Token) -> set[int]:
    """Tokens of "American" in "American troops in the country", who are there from abroad."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"in", "inside", "throughout", "across"}:
        return set()
    return {child.i for child in token.head.head.lefts if child.dep_ in {"amod", "compound", "nmod"}}


def _state_of_place(scene: Scene, place: Member) -> Member | None:
    """The state that a place is or lies in."""
    entry = scene.world.entries.get(place.world or "") if place.kind == "place" else None
    state = scene.world.entries.get(entry.party or entry.country or entry.id) if entry is not None else None
    return scene.party_member(state) if state is not None and state.kind == "state" else None


def contested_states(scene: Scene) -> set[str]:
    """Names of the states that a movement in the report is of, by the world data or by its own name ("South Sudan
    Opposition Alliance")."""
    found: set[str] = set()
    states = [m for m in scene.cast.members.values() if m.kind == "state"]
    for member in list(scene.cast.members.values()):
        if member.kind not in {"group", "organisation"}:
            continue
        entry = scene.world.entries.get(member.world or "")
        if entry is not None and entry.kind == "armed" and entry.country:
            found.add(scene.party_member(scene.world.entries[entry.country]).name)
        elif entry is None and is_movement(scene, member):
            found |= {state.name for state in states if member.name.startswith(state.name + " ")}
    return found


def is_movement(scene: Scene, body: Member) -> bool:
    """True for an armed group, and for a body whose name says that it is one of its own: "the Opposition Alliance"."""
    words = fold(body.name).split()
    own = scene.words.lists["collective.movements"]
    heads = {before for before, word in pairwise(words) if word in {"for", "of"}} | set(words[-1:])
    return body.kind == "group" or (body.kind == "organisation" and bool(heads & own))


def is_own_party(scene: Scene, body: Member) -> bool:
    """True for a movement, and for a political party: its leaders and members speak for it, not for a state."""
    if is_movement(scene, body):
        return True
    words = fold(body.name).split()
    heads = {before for before, word in pairwise(words) if word in {"for", "of"}} | set(words[-1:])
    return body.kind == "organisation" and bool(heads & scene.words.lists["collective.political"])


def rules(scene: Scene, name_start: int) -> bool:
    """True where the words before a party's name say that it governs: who is of it may speak for the state."""
    before = scene.doc[max(0, name_start - 2) : name_start]
    return any(token.lower_ in scene.words.lists["official.of_ruling"] for token in before)


def _has_form(scene: Scene, state: Member, form: str) -> bool:
    """True for a state whose full name tells the form ("Kingdom of Norway"), or that lies on an island."""
    if form == "island":
        return state.world in islands()
    entry = scene.world.entries.get(state.world or "")
    return entry is not None and any(form in name.lower().split() for name in (entry.name, *entry.forms))


def movement_in_focus(scene: Scene, token: Token) -> tuple[tuple[str, ...], bool]:
    """The armed movement that "the rebels" at `token` are."""

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "group" else None

    return scene.discourse.choose(scene.discourse.weigh(token, fits, NOUN_REACH))
