"""Whether an act happened, is planned, was called off, refused, denied, or is only thought of."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.mood import (
    has_condition,
    helpers_of,
    is_conditional,
    is_for_someone,
    is_hoped,
    is_imperative,
    is_nobody,
    is_reported,
    is_thought_of,
)
from verbale.extract.acting.phrases import (
    MAX_CLIMB,
    deciders_of,
    is_cut_off,
    is_first_to,
    is_infinitive,
    is_main_again,
    top_of,
)
from verbale.extract.acting.trigger import Trigger, is_due, is_progress_in, is_to_be_done, told_in
from verbale.language.parse import Token
from verbale.model import ActType, Status

# Acts of speech: what modals say of them is what they do ("would reject", "will never accept" reject now).
_DONE_IN_SAYING = frozenset({"REJECT", "THREATEN", "ACCUSE"})
# Future deeds that are another act now: a promise, or a threat (PLOVER 0.8, "future" and "hypothetical").
_REFUSABLE = frozenset({"SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_FORCE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
_PROMISES = frozenset({"SUPPORT", "COOPERATE", "AID"})


# What is done in order to these has only been aimed for.
_AIMED_FOR = frozenset({"SUPPORT", "AGREE", "COOPERATE", "AID", "CONCEDE", "RETREAT"})

# What an infinitive in these places tells has not been done, for all that the verb itself says.
_OF_WHAT_MAY_BE = frozenset({"csubj", "attr", "ccomp", "relcl", "acl", "ROOT", "xcomp"})


def status_of(trigger: Trigger) -> Status:
    """The status that tense, mood, negation and the governing words give."""
    words = context_words()
    token = trigger.token
    if token.pos_ in {"NOUN", "PROPN"}:
        by_noun = _of_modifiers(trigger)
        if by_noun is not None:
            return by_noun
    if token.lower_ in words["status.due"] and (token.pos_ in {"ADJ", "VERB"} or trigger.frame.type == "CONSULT"):
        return "planned"
    verb = told_in(trigger)
    carried = trigger.told_by == verb or token.pos_ in {"VERB", "AUX"}
    if token.pos_ in {"NOUN", "PROPN"} and not carried:
        return _of_event_noun(trigger, verb)
    negated = trigger.clause.negated and not any(c.slot == "neg" for c in trigger.frame.conditions)
    if negated and trigger.frame.type == "REQUEST" and token.pos_ == "VERB":
        negated = any(child.dep_ == "neg" for child in token.children)  # "urged no further delay" urges all the same
    negated = negated or any(is_nobody(subject) for subject in trigger.clause.subjects)
    own = _of_verb(trigger, verb)
    if own in {"happened", "denied"} and is_progress_in(trigger):
        return "happened"  # "made no progress in their talks": they talked
    if own == "happened" and negated:
        return (
            "refused"
            if trigger.frame.type in {"AGREE", "COOPERATE"} and verb.tag_ != "VBN" and _present(verb)
            else "denied"
        )
    if own == "planned" and negated:
        return "refused" if trigger.frame.type not in _DONE_IN_SAYING else "denied"
    if own == "ongoing" and negated:
        return "denied"
    if own == "happened" and trigger.told_by != token and _calls_off(trigger.told_by):
        return "cancelled"
    if own == "happened" and trigger.told_by != token and lemma(trigger.told_by) in words["carry.plan"]:
        return "planned"
    return own


def type_of(trigger: Trigger, status: Status) -> tuple[ActType, Status]:
    """The act's type and status once PLOVER's word on future acts is heeded: a promised deed is AGREE."""
    if status == "planned" and trigger.frame.type in _PROMISES:
        verb = told_in(trigger)
        foretold = trigger.frame.what == "signing" or (
            verb.dep_ == "xcomp" and lemma(verb.head) in {"expect", "schedule", "due", "set", "likely", "be"}
        )
        return "AGREE", "planned" if foretold else "happened"
    if status == "refused" and trigger.frame.type in _REFUSABLE:
        return "REJECT", "happened"
    if status == "planned" and trigger.frame.type == "ASSAULT":
        return "THREATEN", "happened"
    if status == "hypothetical" and trigger.frame.type in _FORCE and _is_ultimatum(told_in(trigger)):
        return "THREATEN", "happened"
    if trigger.frame.type == "THREATEN" and _is_ultimatum(told_in(trigger)):
        return "THREATEN", "happened"
    if status in {"planned", "hypothetical"} and trigger.frame.type == "REJECT":
        verb = told_in(trigger)
        if not is_conditional(verb) and not is_hoped(verb) and not helpers_of(verb) & context_words()["status.ought"]:
            return "REJECT", "happened"
    return trigger.frame.type, status


def _is_ultimatum(verb: Token) -> bool:
    """ "will strike unless …": force announced on a condition."""
    return "will" in helpers_of(verb) and has_condition(verb) and not is_conditional(verb)


def _of_verb(trigger: Trigger, verb: Token) -> Status:
    words = context_words()
    if verb == trigger.clause.carrier and is_to_be_done(verb) and verb.dep_ in {"acl", "relcl", "advcl"}:
        return "planned"  # "the summit to be held in May"
    if is_conditional(verb) or is_hoped(verb) or is_imperative(verb) or is_thought_of(verb):
        return "hypothetical"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & words["status.future_auxiliaries"]:
        return "hypothetical" if has_condition(verb) else "planned"
    if auxiliaries & words["status.modal_auxiliaries"]:
        if trigger.frame.type == "REQUEST" and lemma(verb) in {"like", "love", "prefer"} and "would" in auxiliaries:
            return "happened"  # "would like to see them freed": a polite ask
        if "could" in auxiliaries and trigger.clause.negated:
            return "happened"
        if "would" in auxiliaries and is_reported(verb):
            return "planned"
        return "hypothetical"
    if is_first_to(verb):
        return "happened"
    governed = _of_governor(trigger, verb)
    if governed is not None:
        return governed
    if is_infinitive(verb) and verb.dep_ == "advcl" and trigger.frame.type in _AIMED_FOR and not _is_signing(trigger):
        return "hypothetical"  # "flew to Oslo to mend relations"
    if is_infinitive(verb) and (verb.dep_ in _OF_WHAT_MAY_BE or is_for_someone(verb)):
        return "hypothetical"
    if verb.tag_ == "VBG" and auxiliaries & {"am", "is", "are", "'re", "'s", "been", "being"}:
        return (
            "ongoing"
            if trigger.frame.type in {"CONSULT", "COOPERATE", "PROTEST", "MOBILIZE", "ASSAULT"}
            else "happened"
        )
    if verb.tag_ == "VBZ" and trigger.frame.type in {"COOPERATE", "AID"}:
        return "ongoing"
    if (
        verb.tag_ == "VBG"
        and not auxiliaries
        and verb.dep_ in {"pcomp"}
        and verb.head.lower_ in {"of", "to", "about", "for"}
    ):
        return _of_phrase(verb)
    return "happened"


def _is_signing(trigger: Trigger) -> bool:
    """ "met to sign the accord": told as what came of it."""
    return trigger.frame.what == "signing"


def _of_governor(trigger: Trigger, verb: Token) -> Status | None:
    """What the verbs and adjectives above an infinitive or participle say of it."""
    words = context_words()
    current = verb
    done: Status | None = None  # what an aspectual verb below has settled ("have begun to discuss")
    for _ in range(MAX_CLIMB):
        head = current.head
        if is_cut_off(current, head):
            return done
        if head == current or current.dep_ not in {"xcomp", "ccomp", "conj", "pcomp", "prep", "advcl", "acl"}:
            return "hypothetical" if current.dep_ == "relcl" and is_infinitive(current) else done
        if head.dep_ == "prep" and head.lower_ in word_classes()["beside"]:
            return done  # "after meeting them, Oslo ordered …": what it ordered is something else
        if current.dep_ == "conj":
            if any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in current.children) or current.tag_ in {"VBD", "VBZ"}:
                return None
            if is_main_again(current, head):
                return None
            if head.pos_ not in {"VERB", "AUX"}:
                return None
            if current.tag_ == head.tag_ == "VB" and (helpers := helpers_of(head)):
                return "planned" if helpers & words["status.future_auxiliaries"] else "hypothetical"
            current = head
            continue
        if current.dep_ == "advcl" and not (is_infinitive(current) or current.tag_ == "VBG"):
            return None
        if current.dep_ == "advcl" and current.tag_ == "VBG":
            return done
        name = lemma(head) if head.pos_ in {"VERB", "AUX", "NOUN"} else head.lower_
        finite = current.tag_ not in {"VB", "VBG"}
        if finite and current.dep_ == "ccomp":
            if name in {"propose", "demand"} and current.tag_ in {"VBD", "VBZ"}:
                return done  # a wish has neither tense: the parser has joined what came next
            return "hypothetical" if name in {"hope", "propose", "demand", "wish"} else done
        negated = any(child.dep_ == "neg" for child in head.children)
        if name == "be" and current.dep_ == "xcomp" and any(child.tag_ == "TO" for child in current.lefts):
            return "planned"  # "are to meet", "are to be held"
        if name == "go" and head.tag_ == "VBG" and current.dep_ == "xcomp" and is_infinitive(current):
            return "planned"  # "is going to sign"
        if name == "have" and any(child.lower_ == "yet" for child in head.children):
            return "denied"
        if name in words["status.fail"] and (name != "stop" or current.dep_ == "xcomp"):
            return "denied"
        if name in words["status.refuse"]:
            return "refused"
        if current.dep_ == "acl" and current.tag_ == "VBN" and head.pos_ == "NOUN":
            return "happened"  # "the plan adopted in Oslo": what was done with it is no part of it
        if name in words["status.intend"]:
            if negated and name in {"plan", "intend"}:
                return "refused"
            return "hypothetical" if name in words["status.hypothetical"] else "planned"
        if deciders_of(current):
            return "happened"
        if current.dep_ == "advcl" and is_infinitive(current):
            ahead = head.tag_ == "VBP" or helpers_of(head) & words["status.future_auxiliaries"]
            return "planned" if ahead and trigger.frame.type == "CONSULT" else None
        if current.dep_ == "acl":
            if name in words["status.done_nouns"]:
                return "happened"  # "the decision by Zagreb to withdraw"
            return "hypothetical" if is_infinitive(current) else done
        if name not in words["status.transparent"] and current.dep_ not in {"pcomp", "prep"}:
            if (
                is_infinitive(current)
                and current.dep_ == "xcomp"
                and helpers_of(head) & words["status.modal_auxiliaries"]
            ):
                return "hypothetical"
            return None
        if helpers_of(head) & words["status.future_auxiliaries"]:
            return "planned"
        if helpers_of(head) & words["status.modal_auxiliaries"] or is_conditional(head):
            return "hypothetical"
        if negated:
            return "denied"
        if current.dep_ == "xcomp":
            done = "happened"
        current = head
    return done


def _of_phrase(verb: Token) -> Status:
    """ "close to agreeing", "the idea of meeting", "accused of attacking"."""
    words = context_words()
    head = verb.head.head
    if head.lower_ in words["status.intend"]:
        return "planned"
    if lemma(head) in words["status.thought_nouns"] | words["status.plan_nouns"] | {"aim", "goal", "idea"}:
        return "hypothetical"
    return "happened"


def _of_modifiers(trigger: Trigger) -> Status | None:
    words = context_words()
    near = {c.lower_ for c in trigger.token.children if c.dep_ in {"amod", "compound", "advmod", "nmod"}}
    near |= {lemma(t) for t in trigger.clause.modifiers}
    if near & words["status.cancelled_adjectives"]:
        return "cancelled"
    governor = told_in(trigger)
    if near & words["status.planned_adjectives"]:
        if lemma(governor) in words["carry.cancel"] | {"call"}:
            return "cancelled"
        return "planned"
    if near & words["status.hypothetical_adjectives"] - {"any", "further", "future"}:
        return "hypothetical"
    if any(c.lower_ == "any" for c in trigger.token.children):
        return "hypothetical"
    if trigger.clause.negated and trigger.clause.carrier is None:
        return "denied"
    return None


def _calls_off(verb: Token) -> bool:
    """ "were cancelled", "have been put off"."""
    if lemma(verb) in context_words()["carry.cancel"]:
        return True
    return lemma(verb) in {"call", "put"} and any(child.lower_ == "off" for child in verb.children)


def _of_modifiers_above(trigger: Trigger) -> bool:
    """ "The next round of talks": what the meeting's noun only fills lies ahead."""
    near = {child.lower_ for child in top_of(trigger.token).lefts if child.dep_ == "amod"}
    return bool(near & context_words()["status.planned_adjectives"])


def _of_event_noun(trigger: Trigger, verb: Token) -> Status:
    """An act told by a noun alone: what its verb says of it ("talks were cancelled", "plans for talks")."""
    words = context_words()
    head = trigger.token.head
    name = lemma(verb)
    if head.lower_ == "before" or (head.lower_ == "of" and head.head.lower_ in {"ahead", "eve"}):
        return "planned"  # "ahead of his visit to Beijing", "on the eve of the summit"
    if trigger.frame.type == "CONSULT" and is_due(trigger):
        return "planned"
    if head.pos_ == "ADP" and lemma(head.head) in words["status.plan_nouns"]:
        return "planned"
    if head.pos_ == "ADP" and lemma(head.head) in words["status.thought_nouns"]:
        return "hypothetical"
    if _calls_off(verb) and (trigger.token.dep_ in {"dobj", "nsubjpass"} or name not in words["carry.cancel"]):
        return "cancelled"
    place = top_of(trigger.token).dep_
    if place == "nsubj" and any(child.dep_ == "dobj" and child.lower_ != "place" for child in verb.rights):
        return "happened"  # "their meeting had prepared the ground"
    if place == "nsubj" and "should" in helpers_of(verb) and _of_modifiers_above(trigger):
        return "planned"  # "the next round of talks should open in Oslo in May"
    if place in {"dobj", "nsubjpass", "nsubj"} and trigger.frame.type == "CONSULT":
        if name in words["carry.plan"]:
            return "planned"
        if place == "nsubjpass" or (place == "nsubj" and name in words["carry.as_subject"]):
            return _of_verb(trigger, verb)
    if place == "pobj" and head.lower_ in {"at", "during"} and trigger.frame.type == "CONSULT":
        return "planned" if _of_verb(trigger, verb) in {"planned", "hypothetical"} else "happened"
    return "happened"


def _present(verb: Token) -> bool:
    return "will" in helpers_of(verb)
