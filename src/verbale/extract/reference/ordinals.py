"""One of two that were named together: "the former", "the latter", "the other side", "its neighbour"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.layout import clause_of, subject_of
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sides import across
from verbale.language.parse import Token

_REACH = 2  # sentences back that "the latter" is looked for
_PARTIES = frozenset({"state", "group"})


def meet_ordinal(scene: Scene, token: Token) -> bool:
    """Resolve "the former" and "the latter", "the other side" and "its neighbour"; False for all other words."""
    keys, ambiguous = _ordinal(scene, token) or _other(scene, token)
    if not keys:
        return False
    scene.mention(token.left_edge.i, token.i + 1, token.i, "nominal", keys, ambiguous)
    scene.discourse.remember(token, keys, ambiguous)
    return True


def _ordinal(scene: Scene, token: Token) -> tuple[tuple[str, ...], bool] | None:
    alone = token.i and token.nbor(-1).lower_ == "the" and token.dep_ not in {"amod", "compound", "nmod", "advmod"}
    if token.lower_ not in {"former", "latter"} or not alone:
        return None
    for focus in scene.discourse.recent(token, _REACH):
        if len(focus.keys) == 2 and not focus.ambiguous:
            return (focus.keys[0 if token.lower_ == "former" else 1],), False
    return None


def _other(scene: Scene, token: Token) -> Meant:
    """The other of the two that the report names together, than the owner of the phrase or who acts in its clause."""
    lists, lemma = scene.words.lists, token.lemma_.lower()
    if token.tag_ != "NN" or token.dep_ in {"compound", "amod"}:
        return NOBODY
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if lemma in lists["collective.opposites"] and owner is not None:
        than = scene.keys_at(owner)
    elif lemma in lists["collective.other"] and any(c.lower_ == "other" for c in token.lefts) and _is_the(token):
        than = _who_acts(scene, token)
    else:
        return NOBODY
    if len(than) != 1:
        return NOBODY
    party = scene.cast.party_member_of(scene.cast.members[than[0]])
    other = _paired(scene, party) if party is not None and party.kind in _PARTIES else None
    if other is None and party is not None:
        other = across(scene, party)
    return ((other.key,), False) if other is not None else NOBODY


def _who_acts(scene: Scene, token: Token) -> tuple[str, ...]:
    """The subject of the clause around "the other side", or of the one that it is in: "accused X of letting the other
    side off" is said of X."""
    verb = clause_of(token)
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "pcomp":
        subject = next((child for child in verb.head.head.rights if child.dep_ == "dobj"), None)
    return scene.keys_at(subject) if subject is not None and subject.i < token.i else ()


def _is_the(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in token.lefts)


def _paired(scene: Scene, party: Member) -> Member | None:
    """Whom the report has named together with `party` most often."""
    often: dict[str, int] = {}
    for focus in scene.discourse.seen:
        parties = [scene.cast.party_member_of(scene.cast.members[key]) for key in focus.keys]
        keys = [m.key for m in parties if m is not None and m.kind in _PARTIES]
        if len(focus.keys) == len(keys) == 2 and not focus.ambiguous and party.key in keys:
            other = next((key for key in keys if key != party.key), None)
            if other is not None:
                often[other] = often.get(other, 0) + 1
    ranked = sorted(often, key=lambda key: -often[key])
    if not ranked or (len(ranked) > 1 and often[ranked[0]] == often[ranked[1]]):
        return None
    return scene.cast.members[ranked[0]]
