"""Who did it to whom: a trigger's slots filled with actors, lifted to the parties that they act for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from verbale.extract.acting.agents import is_agent
from verbale.extract.acting.conditions import lemma, slot_tokens
from verbale.extract.acting.filling import fill
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import top_of
from verbale.extract.acting.politics import is_politics
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import is_meeting
from verbale.extract.acting.trigger import Trigger

# These take both sides as sources; nobody is a target unless the frame says so.
_AIMED = frozenset({"SANCTION", "REJECT", "ACCUSE", "THREATEN", "COERCE"})


_A_PAIR = 2

# Deeds done with forces, which nobody else moves.
_MOVED_FORCES = frozenset({"MOBILIZE", "RETREAT"})

_QUARRELS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Keys of the parties that act and are acted on, and of the people named among them."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    people: tuple[str, ...]


def roles_of(scene: Scene, trigger: Trigger) -> Roles | None:
    """The roles of `trigger`, or None where nobody in it is a political actor: then it is no act of a negotiation."""
    frame = trigger.frame
    sources = fill(scene, trigger, frame.sources, ())
    targets = fill(scene, trigger, frame.targets, sources)
    if frame.type == "CONSULT" and len(sources) < _A_PAIR:
        sources = tuple(dict.fromkeys((*_who_speaks_there(scene, trigger), *sources)))
    if not targets and frame.type == "REQUEST":
        targets = _across_the_table(scene, trigger, sources)
    if not sources and trigger.clause.passive and frame.type in _MOVED_FORCES:
        sources, targets = _whose_forces(scene, trigger), ()
    if not is_politics(scene, trigger, sources, targets):
        return None
    party_sources = _parties(scene, sources)
    if len(party_sources) > 1 and _is_mutual(trigger):
        targets = sources
        party_targets = party_sources
    else:
        party_targets = tuple(key for key in _parties(scene, targets) if key not in party_sources)
    if frame.type == "AGREE" and len(party_sources) > 1 and any(s.name == "deep" for u in frame.targets for s in u):
        party_targets = ()  # what two agree on between them is promised to nobody else that it names
    own = _of_their_own(scene, sources, targets) if not party_targets and frame.type in _QUARRELS else ()
    if own and _is_asked(scene, trigger, targets):
        party_sources, party_targets = own, _parties(scene, targets)
    if frame.type in {"ASSAULT", "COERCE", "MOBILIZE", "AID", "PROTEST"} and not party_targets:
        party_targets = tuple(key for key in _struck(scene, trigger) if key not in party_sources)
    party_sources = party_sources or _described(scene, trigger)
    people = tuple(dict.fromkeys(k for k in (*sources, *targets) if scene.kind(k) == "person"))
    return Roles(party_sources, party_targets, people)


def _described(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """ "Rights groups denounced the accord": at talks, whoever a subject's plain noun means, where nobody has a name.

    Not sides and ministers that are only counted ("the two delegations"): they are parties that have names elsewhere.
    """
    if not scene.is_on_talks or not any(slot.name == "subj" for union in trigger.frame.sources for slot in union):
        return ()
    words = word_classes()
    nouns = [
        token
        for token in trigger.clause.subjects
        if is_agent(scene, token) and lemma(token) not in words["side"] | words["counted_side"]
    ]
    return tuple(dict.fromkeys(key for token in nouns if (key := scene.newcomers.described(token))))


def _who_speaks_there(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """ "In talks with Japan's minister, Cohen reaffirmed …": who says or does something at a meeting takes part."""
    preposition = top_of(trigger.token).head
    if preposition.lower_ == "of" and preposition.head.lower_ == "ahead":  # "ahead of his visit"
        preposition = preposition.head
    elif preposition.lower_ not in word_classes()["at_meeting"] or preposition.dep_ != "prep":
        return ()
    verb, clause = preposition.head, trigger.clause
    nobodys = all(token.pos_ == "PRON" for token in clause.owners)
    alone = "visit" in trigger.frame.modes and nobodys  # "during a visit to Tokyo, he said"
    if verb.pos_ != "VERB" or clause.carrier is not None or not (alone or clause.preps.get("with")):
        return ()
    return scene.actors_of_all(child for child in verb.lefts if child.dep_ == "nsubj")


def _whose_forces(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """ "The Turkish contingent will be deployed in Tirana": by Turkey."""
    forces = word_classes()["forces"]
    return scene.actors_of_all(noun for noun in trigger.clause.objects if lemma(noun) in forces)


def _of_their_own(scene: Scene, sources: tuple[str, ...], targets: tuple[str, ...]) -> tuple[str, ...]:
    """ "The opposition leader accused the president": of one state both, they don't act for it against each other."""
    people = tuple(key for key in sources if scene.kind(key) == "person")
    return people if targets and len(people) == len(sources) and not set(people) & set(targets) else ()


def _is_asked(scene: Scene, trigger: Trigger, targets: tuple[str, ...]) -> bool:
    """Not so in "Aliyev insisted that no monitor set foot on Azerbaijani soil", where the party only owns something."""
    names = ("obj", "dat", "of", "on", "to", *(("comp",) if trigger.frame.type == "REQUEST" else ()))
    asked = [token for name in names for token in slot_tokens(trigger.clause, name)]
    return bool(set(scene.actors_of_all(asked)) & set(targets))


def _across_the_table(scene: Scene, trigger: Trigger, without: tuple[str, ...]) -> tuple[str, ...]:
    """ "In talks with Britain, she presented a list of demands": those asked are those talked with."""
    preps = trigger.clause.preps
    meetings = [noun for word in ("in", "at", "during") for noun in preps.get(word, []) if is_meeting(noun)]
    partners = [
        partner
        for noun in meetings
        for preposition in noun.rights
        if preposition.dep_ == "prep" and preposition.lower_ == "with"
        for partner in preposition.rights
        if partner.dep_ == "pobj"
    ]
    return tuple(key for key in scene.actors_of_all(partners) if key not in without)


def _is_mutual(trigger: Trigger) -> bool:
    """ "accused each other", "traded accusations": both do it to both."""
    clause = trigger.clause
    if clause.carrier is not None and trigger.frame.type == "ACCUSE":
        return lemma(clause.carrier) in word_classes()["giving_and_taking"]  # "traded barbs"
    near = [*clause.objects, *(noun for nouns in clause.preps.values() for noun in nouns)]
    return any(
        noun.lower_ in {"other", "another"} and noun.i > 0 and noun.nbor(-1).lower_ in {"each", "one"} for noun in near
    )


def refuser_first(scene: Scene, trigger: Trigger, roles: Roles) -> Roles:
    """The roles of a deed refused: only the subject refuses, with whom it would have been done is refused."""
    refusers = {scene.party(key) for key in scene.actors_of_all(trigger.clause.subjects)}
    sources = tuple(key for key in roles.sources if key in refusers)
    if not sources:
        return roles
    others = (*roles.targets, *(key for key in roles.sources if key not in refusers))
    return replace(roles, sources=sources, targets=tuple(dict.fromkeys(others)))


def with_shared_target(trigger: Trigger, roles: Roles, known: Mapping[int, Roles]) -> Roles:
    """ "rejected Spain's explanation and recalled its ambassador": the second deed is aimed where the first was."""
    if roles.targets or not trigger.frame.targets or trigger.token.dep_ != "conj" or trigger.frame.type not in _AIMED:
        return roles
    first = known.get(trigger.token.head.i)
    if first is None or set(first.sources) != set(roles.sources):
        return roles
    return replace(roles, targets=first.targets)


def texts_of(trigger: Trigger) -> tuple[str, ...]:
    """Nouns for the texts that the act's sources pass, sign or issue, and so speak by."""
    if trigger.token.pos_ != "VERB" or trigger.frame.type not in {"AGREE", "SUPPORT"}:
        return ()
    return tuple(lemma(noun) for noun in trigger.clause.objects if lemma(noun) in word_classes()["voiced_text"])


def _struck(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The state whose place was struck, seized or threatened."""
    if trigger.frame.type == "MOBILIZE" and not trigger.clause.preps.keys() & {"around", "along", "near", "off"}:
        return ()
    if trigger.frame.type == "PROTEST":
        places = [t for s in trigger.clause.subjects for c in s.children if c.lower_ == "in" for t in c.children]
        return tuple(key for token in places for key in scene.states_at(token))
    for token in (*trigger.clause.objects, trigger.token, *(t for ts in trigger.clause.preps.values() for t in ts)):
        for part in (token, *(g for c in token.children for g in (c, *c.children))):
            states = scene.states_at(part)
            if states:
                return states
    return ()


def _parties(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.party(key) for key in keys))
