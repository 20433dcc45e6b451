"""Which words of a report evoke acts: each token looked up in the lexicon, and its conditions tried."""

from dataclasses import dataclass

from verbale.extract.acting.clause import Clause, adjective_clause, carried_clause, noun_clause, verb_clause
from verbale.extract.acting.conditions import MAX_NESTING, holds, lemma
from verbale.extract.acting.lexicon import Frame, context_words, frames, word_classes
from verbale.extract.acting.phrases import (
    FINITE,
    deciders_of,
    governors,
    is_apposed,
    is_finite_acl,
    is_gerund_subject,
    is_main_again,
    is_mistaken_for_adjective,
    top_of,
)
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import is_meeting
from verbale.language.parse import Token

# Clauses and phrases with these tell when something else was, not what the act is about.
_BESIDE = frozenset({"while", "as", "after", "before", "since", "when", "during", "following"})
# A clause that says what an act is about never holds more words than this that matter; guards hostile input.
_MAX_SUBTREE = 400


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A word that evokes an act: its frame and its clause; `told_by` the verb whose clause tells it."""

    token: Token
    frame: Frame
    clause: Clause
    told_by: Token


def find(scene: Scene) -> list[Trigger]:
    """All triggers, in order of the text, without those that only say what another act is about."""
    verbs = [t for token in scene.doc if (t := _of_verb(scene, token)) or (t := _of_adjective(scene, token))]
    nouns = [trigger for token in scene.doc if (trigger := _of_noun(scene, token))]
    return _without_contents(sorted([*verbs, *nouns], key=lambda trigger: trigger.token.i))


def _of_verb(scene: Scene, token: Token) -> Trigger | None:
    if token.pos_ not in {"VERB", "AUX"} and not (token.tag_.startswith("VB") and token.dep_ in {"ROOT", "conj"}):
        return None
    if token.dep_ in {"amod", "compound", "aux", "auxpass"} and not is_mistaken_for_adjective(token):
        return None
    candidates = frames("verb").get(lemma(token))
    if not candidates:
        return None
    clause = verb_clause(token)
    frame = _first(candidates, scene, clause)
    if frame is None or (clause.passive and not clause.subjects and frame.type == "REJECT" and "meet" in frame.modes):
        return None  # "the talks were cancelled": told by the noun, since nobody is said to have done it
    return Trigger(token, frame, clause, token)


def _of_adjective(scene: Scene, token: Token) -> Trigger | None:
    if token.dep_ not in {"acomp", "oprd", "conj", "ROOT", "ccomp", "attr"} or token.pos_ not in {"ADJ", "VERB"}:
        return None
    candidates = frames("adjective").get(token.lower_)
    if not candidates:
        return None
    clause = adjective_clause(token)
    frame = _first(candidates, scene, clause)
    told_by = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
    return Trigger(token, frame, clause, told_by) if frame else None


def _of_noun(scene: Scene, token: Token) -> Trigger | None:
    gerund = is_gerund_subject(token)
    if (token.pos_ not in {"NOUN", "PROPN"} and not gerund) or token.dep_ in {"compound", "nmod"}:
        return None
    candidates = frames("noun").get(token.lower_ if gerund else lemma(token))
    if not candidates:
        return None
    carrier = carrier_of(token)
    clause = carried_clause(token, carrier) if carrier is not None else noun_clause(token)
    if (
        carrier is None
        and token.dep_ in {"nsubj", "nsubjpass"}
        and lemma(token.head) in context_words()["carry.as_subject"]
    ):
        for word, found in verb_clause(token.head).preps.items():  # "clashes broke out between …"
            if word in {"between", "with", "among"}:
                clause.preps.setdefault(word, []).extend(found)
    frame = _first(candidates, scene, clause)
    if frame is not None and frame.type == "REQUEST" and _is_in_name(token):
        return None
    if frame is not None and token.pos_ == "PROPN" and token.ent_type_ and frame.type != "CONSULT":
        return None  # "the Belt and Road Initiative": a name
    return Trigger(token, frame, clause, carrier or token) if frame else None


def _is_in_name(noun: Token) -> bool:
    """ "the Black Sea Grain Initiative": the last word of a proper name."""
    return noun.text[0].isupper() and any(child.dep_ == "compound" and child.text[0].isupper() for child in noun.lefts)


def carrier_of(noun: Token) -> Token | None:
    """The light verb that carries `noun` ("held talks", "took part in talks", "talks were held"), or None."""
    words = context_words()
    top = top_of(noun)
    head = top.head
    if top.dep_ in {"dobj", "nsubjpass"} and lemma(head) in words["carry.as_object"]:
        return head
    if top.dep_ == "dobj" and lemma(head) in words["carry.plan"] and any(c.dep_ == "nsubj" for c in head.children):
        return head
    if top.dep_ == "nsubj" and (due := _due_passive(head)) is not None:
        return due
    if top.dep_ == "attr" and lemma(head) == "be":
        return None
    if top.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and head.head.pos_ == "VERB":
        verb = head.head
        if f"{lemma(verb)}:{head.lower_}" in words["carry.as_preposition_object"]:
            return verb
        if lemma(verb) == "take" and head.lower_ == "in" and any(c.lower_ == "part" for c in verb.children):
            return verb
    if top.dep_ == "pobj" and head.lower_ == "in" and (making := _making_progress(head.head)) is not None:
        return making
    if top.dep_ == "pobj" and head.lower_ == "in" and head.head.lower_ == "part" and lemma(head.head.head) == "take":
        return head.head.head
    return None


def _due_passive(copula: Token) -> Token | None:
    """The light verb of "a conference is to be held in Oslo"."""
    if lemma(copula) != "be":
        return None
    verbs = (child for child in copula.rights if child.dep_ == "xcomp" and child.tag_ == "VBN")
    held = next((verb for verb in verbs if lemma(verb) in context_words()["carry.as_object"]), None)
    return held if held is not None and any(child.dep_ == "auxpass" for child in held.lefts) else None


def _making_progress(governor: Token) -> Token | None:
    """The verb of "made progress in talks", whichever word the parser hangs "in" on."""
    progress = context_words()["outcome.progress"] | context_words()["outcome.agreement"]
    if governor.dep_ == "dobj" and lemma(governor) in progress:
        return governor.head if lemma(governor.head) in {"make", "achieve", "report"} else None
    if lemma(governor) not in {"make", "achieve", "report"}:
        return None
    return governor if any(c.dep_ == "dobj" and lemma(c) in progress for c in governor.rights) else None


def is_due(trigger: Trigger) -> bool:
    """A meeting told as its verb's subject, for a day to come: "is planned for May", "is due to begin"."""
    top = top_of(trigger.token)
    if top.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    words = context_words()
    if top.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in top.head.rights):
        return False  # "their meeting in Doha had prepared the ground": it does so itself
    if lemma(top.head) in words["carry.plan"] or top.head.lower_ in words["status.due"]:
        return True
    return any(child.dep_ == "acomp" and child.lower_ in words["status.due"] for child in top.head.rights)


def is_progress_in(trigger: Trigger) -> bool:
    """The act is a meeting "in" which progress was made, or not."""
    top = top_of(trigger.token)
    return top.dep_ == "pobj" and top.head.lower_ == "in" and _making_progress(top.head.head) is not None


def _first(candidates: tuple[Frame, ...], scene: Scene, clause: Clause, depth: int = 0) -> Frame | None:
    for frame in candidates:
        if holds(frame, scene, clause, lambda token: _type_of(scene, token, depth + 1)):
            return frame
    return None


def _type_of(scene: Scene, token: Token, depth: int) -> str:
    """The type of act that `token` would tell of by itself, or ""."""
    if depth > MAX_NESTING:
        return ""
    candidates = frames("verb").get(lemma(token))
    if candidates:
        frame = _first(candidates, scene, verb_clause(token), depth)
        if frame is not None:
            return frame.type
    for child in token.children:
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and (nouns := frames("noun").get(lemma(child))):
            frame = _first(nouns, scene, carried_clause(child, token), depth)
            if frame is not None:
                return frame.type
        elif child.dep_ in {"acomp", "oprd"} and (adjectives := frames("adjective").get(child.lower_)):
            frame = _first(adjectives, scene, adjective_clause(child), depth)
            if frame is not None:
                return frame.type
    return ""


def _without_contents(triggers: list[Trigger]) -> list[Trigger]:
    """Leave out triggers inside what another act asks for, promises, refuses or complains of.

    Kept: nouns with an owner of their own that are an ask or a claim ("refused Sweden's invitation"), and finite
    relative clauses.
    """
    held: dict[int, Trigger] = {}
    for trigger in triggers:
        if trigger.frame.consumes:
            for token in contents(trigger):
                held.setdefault(token.i, trigger)
    meetings = {i for trigger in triggers if trigger.frame.type == "CONSULT" for i in _absorbed(trigger)}
    verbs = {trigger.token.i for trigger in triggers if trigger.token.pos_ in {"VERB", "AUX"}}
    assaults = {trigger.token.i for trigger in triggers if trigger.frame.type == "ASSAULT"}
    told = {(trigger.token.i, trigger.frame.type) for trigger in triggers if trigger.frame.type in {"AGREE", "PROTEST"}}
    kept = []
    for trigger in triggers:
        if trigger.clause.carrier is not None and trigger.clause.carrier.i in verbs:
            continue  # "conducted a test": the verb's frame has told it
        if (
            trigger.frame.type == "ASSAULT"
            and trigger.token.dep_ in {"advcl", "xcomp"}
            and trigger.token.head.i in assaults
        ):
            continue  # "attacked a post, killing five": one assault
        beside = trigger.token.dep_ in {"advcl", "xcomp"} and trigger.token.tag_ in {"VBG", "VB"}
        if beside and (trigger.token.head.i, trigger.frame.type) in told:
            continue  # "struck a deal, ending their dispute", "marched to protest"
        if trigger.frame.type == "ASSAULT" and trigger.token.dep_ == "nsubj" and trigger.token.head.i in assaults:
            continue  # "a drone strike hit a hospital"
        if trigger.frame.type == "CONSULT" and trigger.token.i in meetings:
            continue  # "flew to Oslo for talks", "met for a second round": one meeting
        holder = held.get(trigger.token.i)
        if holder is None or holder is trigger or _is_taken_up(trigger, holder):
            kept.append(trigger)
    return kept


def _absorbed(trigger: Trigger) -> list[int]:
    """Words by which a meeting's verb names the meeting once more, or what its visitor came for."""
    if trigger.token.pos_ not in {"VERB", "AUX"}:
        return []
    clause = trigger.clause
    heads = [t for word in ("for", "in", "at", "during", "on") for t in clause.preps.get(word, [])] + clause.objects
    if clause.complement is not None:
        heads.append(clause.complement)
    return [t.i for head in heads if not head.is_ancestor(trigger.token) for t in head.subtree][:_MAX_SUBTREE]


def _is_taken_up(trigger: Trigger, holder: Trigger) -> bool:
    """The noun is what the holder itself takes up or leaves (its object, not something deeper in the object), or says
    once more what was asked."""
    if trigger.frame.type == "REQUEST" and trigger.token.pos_ == "NOUN" and is_apposed(trigger.token):
        return True
    if holder.frame.type == "ACCUSE" and deciders_of(trigger.token):
        # what was decided by somebody named is done, not only talked of
        return True
    if _is_promise_taken_up(trigger, holder):
        return True
    if trigger.frame.type not in {"REQUEST", "ACCUSE"} or holder.frame.type not in {"REJECT", "AGREE", "SUPPORT"}:
        return False
    taken = holder.clause.complement
    words = context_words()
    answering = words["answers.accepted"] | words["answers.reply_verbs"]
    governor = trigger.token.head.head if trigger.token.dep_ == "pobj" else trigger.token.head
    if taken is not None and lemma(taken) in answering and governor == taken:
        return True
    direct = [*holder.clause.objects, *(t for tokens in holder.clause.preps.values() for t in tokens)]
    return any(trigger.token == token or trigger.token in token.conjuncts for token in direct)


def _is_promise_taken_up(trigger: Trigger, holder: Trigger) -> bool:
    """ "welcomed Oslo's promise to free them": somebody's promise is made, though the verb tells of its welcome.

    What nobody in particular welcomes or condemns ("the seizure by Oslo was denounced") is told for its own sake.
    """
    token = trigger.token
    if token.pos_ != "NOUN" or token not in holder.clause.objects or holder.frame.type not in {"SUPPORT", "ACCUSE"}:
        return False
    if not trigger.clause.owners and not trigger.clause.preps.get("by"):
        return False
    return trigger.frame.type == "AGREE" or (holder.clause.passive and not holder.clause.subjects)


def contents(trigger: Trigger) -> list[Token]:
    """The words that say what the act is about: its complement, objects and prepositional objects."""
    clause = trigger.clause
    about = (
        [token for token in tokens if not _is_occasion(token, word, trigger)]
        for word, tokens in clause.preps.items()
        if word not in _BESIDE - {"as"}
    )
    heads = [*clause.objects, *clause.datives, *(t for tokens in about for t in tokens)]
    if clause.complement is not None:
        heads.append(clause.complement)
    own = {trigger.token.i, trigger.told_by.i}
    found: list[Token] = []
    for head in heads:
        if head.i in own or head.is_ancestor(trigger.token):
            continue
        stack = [head]
        while stack and len(found) < _MAX_SUBTREE:
            token = stack.pop()
            found.append(token)
            stack.extend(child for child in token.children if not _is_told_apart(child) and not _is_beside(child))
    return found


def _is_occasion(noun: Token, preposition: str, trigger: Trigger) -> bool:
    """ "had promised him at their meeting in Prague to free them": where it was done, not what."""
    if preposition not in {"at", "during"} or not is_meeting(noun) or noun.head.head != trigger.told_by:
        return False
    return any(child.dep_ == "poss" for child in noun.lefts)


def _is_told_apart(token: Token) -> bool:
    """A finite clause inside what is asked or promised tells by itself: a relative clause, or one that the parser has
    coordinated with the infinitive ("did not allow reporters to visit and refused a request")."""
    if is_finite_acl(token) or _is_dated_paper(token) or _is_while_clause(token):
        return True
    if token.dep_ == "conj" and is_main_again(token, token.head):
        return True
    finite = token.tag_ in FINITE or any(c.tag_ in FINITE for c in token.lefts if c.dep_ in {"aux", "auxpass"})
    if not finite:
        return False
    return token.dep_ == "relcl" or (token.dep_ == "conj" and token.head.tag_ not in FINITE)


def _is_dated_paper(token: Token) -> bool:
    """ "welcomed the accord, signed in Oslo by both presidents": the participle says who did it."""
    if token.dep_ in {"acl", "advcl"} and token.tag_ == "VBG" and lemma(token) in word_classes()["causing_verb"]:
        return token.left_edge == token and token.i > 0 and token.nbor(-1).text == ","  # "…, prompting Oslo to recall"
    if token.dep_ != "acl" or token.tag_ != "VBN" or lemma(token) not in word_classes()["signing_verb"]:
        return False
    return any(child.dep_ == "agent" for child in token.children)


def _is_beside(preposition: Token) -> bool:
    """ "proposals for a joint patrol since their summit in Hanoi": when, not what."""
    return preposition.dep_ == "prep" and preposition.lower_ in _BESIDE - {"as"}


def _is_while_clause(token: Token) -> bool:
    """ "… while their leaders met in Doha", "since talks broke down": what went on beside what is asked."""
    if token.dep_ == "pcomp":
        mark = token.head.lower_
    elif token.dep_ == "advcl":
        mark = next((child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"}), "")
    else:
        return False
    past = token.tag_ == "VBD" or any(child.lower_ == "had" for child in token.lefts if child.dep_ == "aux")
    return mark in _BESIDE and past and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.lefts)


def told_in(trigger: Trigger) -> Token:
    """The verb whose tense and mood bear on the trigger: its own, its light verb, or the one that governs the noun."""
    if trigger.told_by.pos_ in {"VERB", "AUX"}:
        return trigger.told_by
    for governor in governors(trigger.told_by):
        if governor.pos_ in {"VERB", "AUX"}:
            return governor
    return trigger.told_by
