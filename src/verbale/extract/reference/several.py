"""Whom "they" and "their" mean: a pair, a group, people told of together."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.excluded import excluded
from verbale.extract.reference.layout import clause_of, conjuncts, subject_of
from verbale.extract.reference.salience import Focus
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sets import as_parties
from verbale.language.parse import Token

_RIVAL_WINDOW = 40


def they_mean(scene: Scene, token: Token) -> Meant:
    """ "they": the last pair, group or description of several; a single body where nothing plural is near."""
    own = subject_of(clause_of(token)) if token.tag_ == "PRP$" else None
    if own is not None and own.i < token.i and own.tag_ == "NNPS":
        return scene.keys_at(own), False  # "Africans should pool their resources"
    layout, discourse, members = scene.layout, scene.discourse, scene.cast.members
    here = layout.sentence[token.i]
    out = excluded(scene, token)
    best: tuple[float, tuple[str, ...]] | None = None
    for focus in discourse.recent(token, 2):
        distance = here - focus.sentence
        first = members[focus.keys[0]]
        several = (len(focus.keys) > 1 and not focus.ambiguous) or first.plural or _are_people(scene, focus)
        if not (several or first.kind == "group") or set(focus.keys) & out:
            continue
        if first.kind == "unnamed" and distance and not _speaks(scene, token):
            continue  # who is quoted in one sentence is seldom what the next one is about
        weight = 3.0 - 1.2 * distance + focus.rank - (0.0 if several else 0.5)
        if focus.quoted and not layout.quoted[token.i]:
            weight -= 1.5
        if best is None or weight > best[0]:
            best = (weight, focus.keys)
    later = _named_later(scene, token) if best is None else ()
    if later:
        return later, False
    rival = _plural_thing(scene, token)
    if best is not None and best[0] > 1.0 and (rival is None or rival <= best[0]):
        return best[1], False
    if token.tag_ == "PRP$" and best is None:
        return _their_single(scene, token)
    return _both(scene, token) if best is None else NOBODY


def _are_people(scene: Scene, focus: Focus) -> bool:
    """ "The Saudis agreed": a party called by its people."""
    noun = scene.doc[focus.token]
    name = scene.name_at(focus.token)
    people = name is not None and (name.demonym or name.kind == "people" or (name.kind, name.entry) == ("org", None))
    called = people and noun.tag_ in {"NNPS", "NNS"}
    return called and noun.i > 0 and noun.nbor(-1).lower_ == "the"


def _named_later(scene: Scene, token: Token) -> tuple[str, ...]:
    """ "After they first sat down to it, X and Y concluded …": the subjects of the sentence that the clause opens."""
    root, clause = token.sent.root, clause_of(token)
    if clause == root or root.i < token.i or scene.layout.quoted[token.i]:
        return ()
    subject = next((child for child in root.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.i > token.i), None)
    named = conjuncts(subject) if subject is not None else []
    keys = tuple(dict.fromkeys(key for part in named for key in scene.keys_at(part)))
    return keys if len(named) == len(keys) > 1 else ()


def _both(scene: Scene, token: Token) -> Meant:
    """ "They have agreed" where nothing plural is near: the two that the sentence or the one before tells of alone."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in scene.words.lists["verbs.together"]:
        return NOBODY
    here = scene.layout.sentence[token.i]
    for people in (True, False):
        told: dict[str, None] = {}
        for focus in scene.discourse.recent(token, 1):
            if here - focus.sentence == 1 and not focus.ambiguous and not focus.aside:
                told.update(dict.fromkeys(member.key for member in as_parties(scene.discourse, focus, people)))
        if len(told) == 2:
            return tuple(reversed(told)), False
    return NOBODY


def _speaks(scene: Scene, token: Token) -> bool:
    return token.dep_ == "nsubj" and clause_of(token).lemma_.lower() in scene.words.lists["verbs.speech"]


def _plural_thing(scene: Scene, token: Token) -> float | None:
    """Weight of the nearest plural noun that is no actor ("sanctions", "talks"), a rival for "they" and "them"."""
    if _speaks(scene, token) or token.dep_ == "dative":  # things are given nothing
        return None
    here = scene.layout.sentence[token.i]
    doer = subject_of(clause_of(token)) if token.dep_ in {"dobj", "dative", "pobj"} else None
    best: float | None = None
    for other in reversed(scene.doc[max(0, token.i - _RIVAL_WINDOW) : token.i]):
        distance = here - scene.layout.sentence[other.i]
        if distance > 1:
            break
        if other == doer:  # "the mediators handed them a paper"
            continue
        if other.tag_ != "NNS" or other.i in scene.by_token or other.dep_ in {"compound", "npadvmod"}:
            continue
        rank = 2.0 if other.dep_ in {"nsubj", "nsubjpass"} else (0.8 if other.dep_ == "dobj" else 0.2)
        if token.dep_ in {"dobj", "pobj"} and other.dep_ in {"dobj", "pobj"}:
            rank += 1.0
        weight = 3.0 - 1.2 * distance + rank - (2.0 if token.dep_ in {"nsubj", "poss"} else 0.0)
        if best is None or weight > best:
            best = weight
    return best


def _their_single(scene: Scene, token: Token) -> Meant:
    """ "their" with nothing plural before it. "Their talks" are those of both parties that the sentence has named;
    "their demands" those of the party that is not subject of the clause itself."""
    parties: dict[str, None] = {}
    for focus in scene.discourse.recent(token, 0):
        for key in focus.keys:
            if scene.cast.members[key].kind in {"state", "group"}:
                parties[key] = None
    if len(parties) == 2 and token.head.lemma_.lower() in scene.words.lists["collective.mutual"]:
        return tuple(reversed(parties)), False
    own = subject_of(clause_of(token))
    own_keys = set(scene.keys_at(own)) if own is not None else set()

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind in {"state", "group"} and member.key not in own_keys else None

    return scene.discourse.choose(scene.discourse.weigh(token, fits, 0))
