"""Whom the words in a trigger's slots mean: the actors of each slot, owners, places that stand for their state."""

from collections.abc import Iterable

from verbale.extract.acting.conditions import lemma, slot_tokens
from verbale.extract.acting.lexicon import Slot, word_classes
from verbale.extract.acting.phrases import objects_of, relative_owner
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.trigger import Trigger
from verbale.language.parse import Token

# What is lifted, imposed or threatened is aimed at the state whose name stands in it, be it only as a place.
_AIMED_AT_PLACES = frozenset({"SANCTION", "CONCEDE", "THREATEN", "ACCUSE"})

_AIMED_BY = ("on", "against", "to", "from", "with")

_MAX_BELOW = 6

# Where a state named as a place is who is acted on: "left Niger", "in Iran", "weapons to Yemen".
_AT_A_STATE = frozenset({"obj", "dat", "to", "against", "with", "toward", "towards", "from", "in", "into", "on"})


def fill(
    scene: Scene, trigger: Trigger, alternatives: tuple[tuple[Slot, ...], ...], without: tuple[str, ...]
) -> tuple[str, ...]:
    for union in alternatives:
        found = dict.fromkeys(key for slot in union for key in _keys(scene, trigger, slot, without))
        for key in without:
            found.pop(key, None)
        if found:
            return tuple(found)
    return ()


def _keys(scene: Scene, trigger: Trigger, slot: Slot, without: tuple[str, ...]) -> tuple[str, ...]:
    clause = trigger.clause
    if slot.name == "deep":
        return _anywhere(scene, trigger, without, slot.how)
    if slot.name == "speaker":
        return scene.actors_of_all(c for c in trigger.token.head.children if c.dep_ == "nsubj")
    if slot.name in {"objposs", "objmod"}:
        return tuple(k for token in clause.objects for k in _owners(scene, token))
    if slot.name == "visited":
        return _visited(scene, trigger, without)
    if slot.name == "subj":
        asking = _at_capitals(scene, clause.subjects) if trigger.frame.type == "REQUEST" else ()
        return asking or _agents(scene, clause.subjects, trigger.frame.type in {"PROTEST", "THREATEN"})
    tokens = slot_tokens(clause, slot.name)
    if slot.name == "that":
        tokens = [clause.complement] if clause.complement is not None else []
        # "to help Oslo win"
        tokens = [*tokens, *(child for token in tokens for child in token.rights if child.dep_ == "ccomp")]
        return tuple(k for token in tokens for k in scene.deep(token, without))
    if slot.name == "own" or slot.name == "mod":
        return _owner_keys(scene, trigger, tokens)
    if slot.how == "deep" and trigger.frame.type == "PROTEST":  # against whom, not all that its policy is about
        return tuple(k for k in scene.actors_of_all(tokens) if k not in without and scene.kind(k) != "unnamed")
    if slot.how == "deep":
        return tuple(k for token in tokens for k in scene.deep(token, without)) or _states_below(scene, tokens)
    found = scene.actors_of_all(tokens)
    if slot.name == "with":
        tokens = [token for token in tokens if lemma(token) not in word_classes()["no_partner"]]
        found = scene.actors_of_all(tokens)
        found = tuple(k for token in tokens for k in _counterpart(scene, token)) or found
    if not found and slot.name in _AT_A_STATE:
        found = tuple(k for token in tokens if scene.is_state_name(token) for k in scene.states_at(token))
    if not found and trigger.frame.type in {"SANCTION", "SUPPORT"} and slot.name in {"in", "at", "from", "of"}:
        at_mission = any(lemma(noun) in word_classes()["mission"] for noun in clause.objects)
        found = tuple(k for token in tokens if at_mission or scene.is_capital(token) for k in scene.states_at(token))
    return found


def _states_below(scene: Scene, tokens: Iterable[Token]) -> tuple[str, ...]:
    """States named as places in the phrases ("its border with Sudan", "flights from Somalia"), the nearest first."""
    level = list(tokens)
    for _ in range(_MAX_BELOW):
        if found := tuple(k for part in level if scene.is_state_name(part) for k in scene.states_at(part)):
            return found
        level = [c for part in level for c in part.children if c.dep_ not in {"relcl", "advcl", "punct", "conj"}]
    return ()


def _agents(scene: Scene, tokens: list[Token], anybody: bool) -> tuple[str, ...]:
    """Whom the subjects mean; officials or forces of a place, or working for a party, act for it."""
    found = scene.actors_of_all(tokens)
    if not found:  # "a drone strike by Addis Ababa hit a hospital"
        strikes = [token for token in tokens if lemma(token) in word_classes()["force_act"]]
        found = scene.actors_of_all(one for s in strikes for c in s.rights if c.lower_ == "by" for one in objects_of(c))
    if not found:  # "the statement urged both sides"
        found = tuple(key for token in tokens for key in scene.voices.get(lemma(token), ()))
    if not found:  # "Riyadh, whose aircraft bombed the port"
        found = scene.actors_of_all(owner for token in tokens if (owner := relative_owner(token)) is not None)
    listed = tuple(key for token in tokens if token.dep_ == "npadvmod" for key in scene.states_at(token))
    if listed:  # "China, Pakistan begin exercise"
        return tuple(dict.fromkeys((*listed, *found)))
    if any(scene.kind(key) != "unnamed" or scene.party(key) != key for key in found):
        return found
    for token in tokens:
        if anybody or lemma(token) in word_classes()["official"] | word_classes()["armed_subject"]:
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ in {"in", "inside"}:
                    places = [noun for noun in child.subtree if scene.is_capital(noun)]
                    keys = tuple(k for noun in places for k in scene.states_at(noun))
                elif child.dep_ in {"acl", "prep"}:
                    keys = scene.deep(child)
                else:
                    continue
                if keys:
                    return keys
    return found


def _at_capitals(scene: Scene, tokens: list[Token]) -> tuple[str, ...]:
    """ "Kabul, an aide said, had asked", "in Kuwait, which has offered to host it": whoever asks is a state, though
    its name stands like a place's."""
    found: list[str] = []
    for token in tokens:
        if scene.is_capital(token):
            found += scene.states_at(token)
        elif token.ent_type_ == "GPE" and (key := scene.newcomers.state(token.text)) is not None:
            found.append(key)  # a place that speaks is read as a body of its own by whoever looks for speakers
    return tuple(found)


def _counterpart(scene: Scene, official: Token) -> tuple[str, ...]:
    """ "his counterpart in Skopje, Zoran Zaev", "her colleague from Oslo": the name beside the place, or its state."""
    its_own = any(scene.own(child) for child in official.lefts if child.dep_ in {"amod", "compound", "nmod"})
    if its_own or lemma(official) not in word_classes()["official"]:
        return ()
    for preposition in official.rights:
        if preposition.dep_ != "prep" or preposition.lower_ not in {"in", "from"}:
            continue
        places = [noun for noun in preposition.children if noun.dep_ == "pobj" and scene.is_capital(noun)]
        beside = scene.actors_of_all(other for noun in places for other in noun.rights if other.dep_ == "appos")
        keys = (*beside, *(key for noun in places for key in scene.states_at(noun)))
        if keys:
            return tuple(dict.fromkeys(keys))
    return ()


def _visited(scene: Scene, trigger: Trigger, without: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a visitor visits: those the talks are with, else the state whose capital or country is the way's end."""
    clause = trigger.clause
    hosts: tuple[str, ...] = ()
    for word in ("for", "on"):
        for token in clause.preps.get(word, []):
            hosts += scene.deep(token, without)
    if clause.complement is not None:
        hosts += scene.deep(clause.complement, without)
    hosts += scene.actors_of_all(clause.preps.get("with", []))
    if any(scene.party(key) != key or scene.kind(key) != "person" for key in hosts):
        return hosts
    if len({scene.party(key) for key in without}) > 1:
        return hosts  # who come together to a third party's town come to each other
    ways = ("to", "in", "for", "into", *(("from", "of") if trigger.frame.type == "SANCTION" else ()))
    goals = [*clause.objects, *(t for word in ways for t in clause.preps.get(word, []))]
    for token in goals:
        if named := tuple(key for key in scene.own(token) if key not in without):
            return (*hosts, *named)
        if scene.is_capital(token) and (states := scene.states_at(token)):
            return (*hosts, *states)
    return hosts


def _owner_keys(scene: Scene, trigger: Trigger, tokens: list[Token]) -> tuple[str, ...]:
    """Owners of a noun; its compounds and demonyms are read by the phrase as a whole ("U.S.-North Korea talks")."""
    keys = dict.fromkeys(scene.actors_of_all(tokens))
    if (owner := relative_owner(trigger.token)) is not None:
        keys.update(dict.fromkeys(scene.actors(owner)))
    if trigger.clause.modifiers:
        own_preps = {k for token in trigger.clause.preps.get("of", []) for k in scene.actors(token)}
        whole = [k for k in scene.actors(trigger.token) if k not in own_preps]
        conjuncts = {k for token in trigger.token.conjuncts for k in scene.actors(token)}
        keys.update(dict.fromkeys(k for k in whole if k not in conjuncts))
    return tuple(keys)


def _owners(scene: Scene, token: Token) -> tuple[str, ...]:
    """Who owns the thing that the phrase names: modifiers and agents, the phrase's own mention left out."""
    by = [t for child in token.children if child.lower_ in {"by", "from"} for t in child.children if t.dep_ == "pobj"]
    own = set(scene.own(token)) if not any(c.dep_ in {"poss", "amod", "compound"} for c in token.children) else set()
    return tuple(dict.fromkeys((*scene.actors_of_all(by), *(k for k in scene.actors(token) if k not in own))))


def _threatened(trigger: Trigger) -> list[Token]:
    """ "threatened sanctions unless Iran signs": who is to do, or not to do, what the condition says."""
    if trigger.frame.type != "THREATEN":
        return []
    held = [trigger.token, *([trigger.clause.complement] if trigger.clause.complement is not None else [])]
    conditions = [child for verb in held for child in verb.rights if child.dep_ == "advcl"]
    met = [one for one in conditions if any(mark.lower_ in {"if", "unless"} for mark in one.lefts)]
    return [child for one in met for child in one.lefts if child.dep_ in {"nsubj", "nsubjpass"}]


def _anywhere(scene: Scene, trigger: Trigger, without: tuple[str, ...], preposition: str) -> tuple[str, ...]:
    clause = trigger.clause
    if preposition:
        for token in (*clause.objects, *clause.preps.get(preposition, [])):
            for child in token.subtree:
                if child.lower_ == preposition and child.dep_ == "prep":
                    found = scene.actors_of_all(t for t in child.children if t.dep_ == "pobj")
                    if found:
                        return found
        return ()
    groups = [
        clause.objects,
        clause.datives,
        *(
            clause.preps.get(word, [])
            for word in ("against", "on", "to", "with", "of", "from", "by", "about", "over", "at")
        ),
        [clause.complement] if clause.complement is not None else [],
        *(
            tokens
            for word, tokens in clause.preps.items()
            if word in {"for", "between", "into", "towards", "toward", "around"}
        ),
        [token for token in clause.preps.get("in", []) if lemma(token) in word_classes()["aid"]],  # "in relief to Chad"
        _threatened(trigger),
    ]
    subjects = set(clause.subjects)
    for tokens in groups:
        for token in tokens:
            if token in subjects:
                continue
            found = scene.deep(token, without)
            if found:
                return found
    if trigger.frame.type in _AIMED_AT_PLACES:
        aimed = [*clause.objects, *(t for word in _AIMED_BY for t in clause.preps.get(word, []))]
        aimed += [clause.complement] if clause.complement is not None else []
        own = {scene.party(key) for key in without}
        return tuple(key for key in _states_below(scene, aimed) if key not in own)
    return ()
