"""A word that evokes an act, and the verbs around it: which one tells the act, which one only carries its noun."""

from dataclasses import dataclass

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import Frame, context_words
from verbale.extract.acting.phrases import governors, top_of
from verbale.language.parse import Token


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A word that evokes an act: its frame and its clause; `told_by` the verb whose clause tells it."""

    token: Token
    frame: Frame
    clause: Clause
    told_by: Token


def told_in(trigger: Trigger) -> Token:
    """The verb whose tense and mood bear on the trigger: its own, its light verb, or the one that governs the noun."""
    if trigger.told_by.pos_ in {"VERB", "AUX"}:
        return trigger.told_by
    for governor in governors(trigger.told_by):
        if governor.pos_ in {"VERB", "AUX"}:
            return governor
    return trigger.told_by


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
    return _carrier_beside(top)


def _carrier_beside(noun: Token) -> Token | None:
    """The light verb of a clause that only says more of the noun: "the talks that began in Oslo", "the summit to be
    held in May". None where the noun's own verb tells the meeting."""
    words = context_words()
    telling = words["carry.as_subject"] | words["carry.as_object"] | words["carry.plan"] | words["carry.cancel"]
    if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and lemma(noun.head) in telling:
        return None
    beside = [child for child in noun.rights if child.dep_ in {"acl", "relcl"}]
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 5]  # a comma may stand between
    beside += [token for token in after if token.dep_ in {"advcl", "relcl", "acl"} and is_to_be_done(token)]
    for verb in beside:
        passive = verb.tag_ == "VBN" and not any(child.dep_ in {"nsubj", "dobj"} for child in verb.children)
        if lemma(verb) in words["carry.as_object"] and passive:
            return verb
        begins = verb.dep_ == "acl" or any(c.dep_ == "nsubj" and c.lower_ in {"that", "which"} for c in verb.lefts)
        if lemma(verb) in words["carry.as_subject"] and begins and verb.tag_ in {"VBD", "VBN", "VBZ"}:
            return verb
    return None


def is_to_be_done(verb: Token) -> bool:
    """ "to be held"."""
    if verb.tag_ != "VBN":
        return False
    return any(c.tag_ == "TO" for c in verb.lefts) and any(c.lower_ == "be" for c in verb.lefts)


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
