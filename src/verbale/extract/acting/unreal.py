"""Acts that a sentence only has in mind: aimed at, called for, awaited, or a state that lasts. No reader lists them."""

from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.mood import helpers_of, is_asked
from verbale.extract.acting.phrases import is_infinitive
from verbale.extract.acting.trigger import Trigger, told_in
from verbale.language.parse import Token
from verbale.model import Status

_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "pcomp", "ccomp"})
# Told in a present tense beside something else, these are how things are, not what was done.
_LASTING = frozenset(
    {
        "SUPPORT",
        "ASSAULT",
        "COOPERATE",
        "AID",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "RETREAT",
        "CONCEDE",
        "AGREE",
        "ACCUSE",
    }
)


def is_only_thought_of(trigger: Trigger, status: Status) -> bool:
    """True where the sentence tells no deed, plan or offer, but only what a deed is for, or what ought to be."""
    verb = told_in(trigger)
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if status == "hypothetical" and (_is_aim(trigger, verb) or _ought_to_be(verb) or _may_be(trigger, verb)):
        return True
    if status == "hypothetical" and trigger.token.pos_ == "NOUN" and is_asked(verb):
        return True  # "did not say how long the negotiation would last"
    return _is_awaited(verb) or (trigger.frame.type in _LASTING and _is_lasting(verb))


def _is_aim(trigger: Trigger, verb: Token) -> bool:
    """ "trying to gain concessions", "how to mend ties", "aimed at forging a truce": not yet done, nor planned."""
    if helpers_of(verb) & context_words()["status.modal_auxiliaries"]:
        return False
    if trigger.frame.type == "CONSULT" and trigger.clause.subjects:
        return False  # "wants to meet him"
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" else verb
    bare = verb.tag_ == "VB" and verb.dep_ == "xcomp"  # "wants to re-establish", cut at the hyphen
    return verb.tag_ == "VBG" or bare or is_infinitive(first)


def _ought_to_be(verb: Token) -> bool:
    """ "how Arabs should overcome their differences": what is called for, which an ask tells where somebody asks."""
    return bool(helpers_of(verb) & context_words()["status.ought"] - {"may", "might"}) and verb.dep_ != "ROOT"


def _may_be(trigger: Trigger, verb: Token) -> bool:
    """ "warned that the North may test a device": what somebody thinks possible, but for meetings."""
    possible = helpers_of(verb) & {"may", "might", "could"}
    return bool(possible) and trigger.frame.type != "CONSULT" and verb.dep_ in {"ccomp", "relcl", "advcl"}


def _is_awaited(verb: Token) -> bool:
    """ "only after Washington recognises the North", "before talks take place": still to come, by its present tense."""
    if verb.dep_ not in {"advcl", "pcomp"} or not _is_present(verb):
        return False
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    return bool(marks & word_classes()["awaiting"])


def _is_lasting(verb: Token) -> bool:
    """ "while both states recognise it", "guerrillas who kidnap traders": a state or a habit beside the news."""
    if not _is_present(verb) or verb.dep_ not in _SUBORDINATE - {"ccomp"}:
        return False
    return not any(child.dep_ == "npadvmod" for child in verb.children)


def _is_present(verb: Token) -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ in {"VBD", "MD"} or child.lower_ in {"have", "has", "been", "being"} for child in helpers):
        return False
    bare = verb.tag_ == "VB" and not helpers
    return bare or verb.tag_ in {"VBZ", "VBP"} or any(child.tag_ in {"VBZ", "VBP"} for child in helpers)
