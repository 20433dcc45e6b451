"""Answers to an ask's noun that another noun or an aside gives: "Iran's rejection of the offer", "no interest in the
offer", "freed them in response to an appeal", "the draft does not include a US demand"."""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.replies import Reply, evidence_of, reply_of
from verbale.extract.acting.scene import Scene
from verbale.language.parse import Token
from verbale.model import Answered


def told_by_noun(scene: Scene, noun: Token) -> Reply | None:
    """The answer to the ask `noun` that the phrase gives in which it stands, or None."""
    if noun.dep_ == "dobj":
        return _in_a_text(scene, noun)
    if noun.dep_ != "pobj":
        return None
    prep, governor = noun.head, noun.head.head
    if governor.pos_ == "NOUN":
        return _of_reply(scene, prep, governor) or _without_interest(scene, prep, governor)
    return None


def carried_out_for(noun: Token) -> tuple[Token, Token] | None:
    """The verb of the deed by which an ask is met, and the word under it that leads to the ask's noun: "freed them in
    response to an appeal", "Acting on a request by Oslo, it freed them", "responding to a call, stopped the boats"."""
    words = context_words()
    if noun.dep_ != "pobj" or lemma(noun) not in words["answers.granted_nouns"] | {"demand", "plea", "proposal"}:
        return None
    governor = noun.head.head
    if noun.head.lower_ == "to" and lemma(governor) in words["answers.silence"] and governor.dep_ == "pobj":
        top, verb = governor.head, governor.head.head
        through = top.lower_ == "in"
    else:
        top, verb = governor, governor.head
        pair = (lemma(governor), noun.head.lower_)
        through = governor.tag_ == "VBG" and governor.dep_ == "advcl" and pair in {("respond", "to"), ("act", "on")}
    if not through or verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or lemma(verb) in words["answers.saying"]:
        return None
    held = any(child.dep_ == "neg" or child.tag_ in {"MD", "TO"} for child in verb.children)
    return None if held else (verb, top)


def _of_reply(scene: Scene, prep: Token, governor: Token) -> Reply | None:
    """ "Hamas' rejection of Egypt's proposal", "its acceptance of the plan"."""
    words = context_words()
    no, yes = lemma(governor) in words["answers.noun_no"], lemma(governor) in words["answers.noun_yes"]
    givers = [child for child in governor.lefts if child.dep_ == "poss"]
    givers += [t for child in governor.rights if child.lower_ in {"by", "from"} for t in child.children]
    verb = next((above for above in governor.ancestors if above.pos_ in {"VERB", "AUX"}), governor)
    unsure = any(child.tag_ == "MD" or child.dep_ == "neg" for child in verb.children)
    if prep.lower_ not in {"of", "to"} or not (no or yes) or not givers or unsure or not _is_told(governor):
        return None
    answer: Answered = "refused" if no else "accepted"
    return Reply(answer, governor, scene.actors_of_all(givers), evidence_of(scene, governor))


def _is_told(governor: Token) -> bool:
    """Not "awaiting his acceptance of the plan", "pending its approval of the deal"."""
    above = governor.head
    return lemma(above) not in context_words()["answers.awaiting"] and above.lower_ not in {"pending", "for", "without"}


def _without_interest(scene: Scene, prep: Token, governor: Token) -> Reply | None:
    """ "has shown no interest in Seoul's offer", "poured cold water on it"."""
    words = context_words()
    verb = governor.head
    no = any(child.lower_ in {"no", "little"} for child in governor.lefts) and lemma(governor) in words["answers.keen"]
    cold = lemma(governor) == "water" and any(child.lower_ == "cold" for child in governor.lefts)
    if prep.lower_ not in {"in", "for", "on"} or not (no or cold) or verb.pos_ != "VERB" or governor.dep_ != "dobj":
        return None
    return reply_of(scene, "refused", verb, verb_clause(verb))


def _in_a_text(scene: Scene, noun: Token) -> Reply | None:
    """ "The European draft does not include a US demand for …"."""
    words = context_words()
    verb = noun.head
    texts = [child for child in verb.lefts if child.dep_ == "nsubj" and lemma(child) in words["answers.texts"]]
    if not texts or lemma(verb) not in words["answers.holding"] or any(c.tag_ == "MD" for c in verb.children):
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    return Reply("refused" if negated else "accepted", verb, (), evidence_of(scene, verb))
