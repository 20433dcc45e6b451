"""What an act is about: words inside what it asks for, promises, refuses or complains of tell no act of their own."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.phrases import (
    FINITE,
    before_aside,
    deciders_of,
    is_apposed,
    is_finite_acl,
    is_main_again,
    objects_of,
)
from verbale.extract.acting.trigger import Trigger, carrier_of
from verbale.language.parse import Token

# Clauses and phrases with these tell when something else was, not what the act is about.
_BESIDE = frozenset({"while", "as", "after", "before", "since", "when", "during", "following"})
# A clause that says what an act is about never holds more words than this that matter; guards hostile input.
_MAX_SUBTREE = 400


def without_contents(triggers: list[Trigger]) -> list[Trigger]:
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
    ends = {trigger.token.i for trigger in triggers if trigger.frame.what == "ceasefire"}
    helps = {trigger.token.i for trigger in triggers if trigger.frame.type == "AID"}
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
        if trigger.frame.type == "AID" and trigger.token.dep_ in {"ccomp", "xcomp"} and trigger.token.head.i in helps:
            continue  # "helped Somalia train its guard"
        if trigger.frame.type == "ASSAULT" and trigger.token.dep_ == "nsubj" and trigger.token.head.i in assaults:
            continue  # "a drone strike hit a hospital"
        if trigger.frame.type == "ASSAULT" and trigger.token.dep_ == "dobj" and trigger.token.head.i in ends:
            continue  # "suspended its attacks"
        if trigger.frame.type == "CONSULT" and trigger.token.i in meetings:
            continue  # "flew to Oslo for talks", "met for a second round": one meeting
        holder = held.get(trigger.token.i)
        if holder is None or holder is trigger or _is_taken_up(trigger, holder):
            kept.append(trigger)
    return kept


def is_hurt_in(trigger: Trigger, assaults: set[int]) -> bool:
    """People killed or hurt, by nobody named, in an attack that its noun tells."""
    clause = trigger.clause
    if trigger.frame.type != "ASSAULT" or not clause.passive or clause.subjects:
        return False
    return any(noun.i in assaults for word in ("in", "during") for noun in clause.preps.get(word, []))


def _absorbed(trigger: Trigger) -> list[int]:
    """Words by which a meeting's verb names the meeting once more, or what its visitor came for."""
    if trigger.token.pos_ not in {"VERB", "AUX"}:
        carrier = trigger.clause.carrier  # "resumed talks to discuss the demand"
        return [] if carrier is None else [child.i for child in carrier.rights if child.dep_ in {"advcl", "xcomp"}]
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
    if preposition == "of" and noun.head.head.lower_ == "ahead":
        return True
    if preposition not in {"at", "during", "after", "following"} or lemma(noun) not in word_classes()["meeting"]:
        return False
    if noun.head.head != trigger.told_by or trigger.frame.type == "CONSULT":
        return False
    told = any(child.lower_ in {"with", "between"} for child in noun.rights) or carrier_of(noun) is not None
    return told or any(child.dep_ == "poss" for child in noun.lefts)


def _is_told_apart(token: Token) -> bool:
    """A finite clause inside what is asked or promised tells by itself: a relative clause, or one that the parser has
    coordinated with the infinitive ("did not allow reporters to visit and refused a request")."""
    if is_finite_acl(token) or _is_dated_paper(token) or _is_done_once(token) or _is_while_clause(token):
        return True
    if token.dep_ == "ccomp" and before_aside(token) is not None:
        return True  # "proposed that they come, and Lima accepted", read as one
    if token.dep_ == "conj" and is_main_again(token, token.head):
        return True
    finite = token.tag_ in FINITE or any(c.tag_ in FINITE for c in token.lefts if c.dep_ in {"aux", "auxpass"})
    if not finite:
        return False
    return token.dep_ == "relcl" or (token.dep_ == "conj" and token.head.tag_ not in FINITE)


def _is_dated_paper(token: Token) -> bool:
    """ "welcomed the accord, signed in Oslo by both presidents": the participle says who did it, or when."""
    if token.dep_ in {"acl", "advcl"} and token.tag_ == "VBG" and lemma(token) in word_classes()["causing_verb"]:
        return token.left_edge == token and token.i > 0 and token.nbor(-1).text == ","  # "…, prompting Oslo to recall"
    if (
        token.dep_ == "acl"
        and token.tag_ == "VBN"
        and any(c.dep_ == "npadvmod" or c.ent_type_ == "DATE" for c in token.rights)
    ):
        return True  # "the sanctions imposed last year must be lifted": they were
    if token.dep_ != "acl" or token.tag_ != "VBN" or lemma(token) not in word_classes()["signing_verb"]:
        return False
    return any(child.dep_ == "agent" for child in token.children)


def _is_done_once(token: Token) -> bool:
    """ "asked it to lift the sanctions imposed in 2009", "land seized by Oslo": the participle has a doer or a day."""
    if token.dep_ != "acl" or token.tag_ != "VBN":
        return False
    if any(child.dep_ == "agent" for child in token.rights):
        return True
    days = (noun for child in token.rights if child.lower_ in {"in", "on"} for noun in objects_of(child))
    return any(noun.ent_type_ == "DATE" for noun in days) or _stands_before_year(token)


def _stands_before_year(participle: Token) -> bool:
    """ "to lift the sanctions imposed on Tehran in 2012": the parser may hang the year on "lift"."""
    doc, after = participle.doc, participle.right_edge.i + 1
    return after + 1 < len(doc) and doc[after].lower_ == "in" and doc[after + 1].shape_ == "dddd"


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
