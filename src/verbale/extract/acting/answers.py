"""What came of an ask, as the words around it say: accepted, refused, half-met, or met with silence.

Two ways lead from an ask to its answer: grammar, where a verb takes up the ask's noun ("refused Sweden's invitation",
"no reply to Seoul's request"), and discourse, where a later clause answers what an earlier one asked ("… . Tehran
turned down the offer").
"""

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_given, is_unwilling
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.noun_answers import carried_out_for, told_by_noun
from verbale.extract.acting.replies import Reply, evidence_of, reply_of
from verbale.extract.acting.scene import Scene
from verbale.language.parse import Token
from verbale.model import Answered

_TAKING_UP = frozenset({"it", "that", "this", "which", "them", "these", "those", "both", "so", "what"})


def reply_to(scene: Scene, noun: Token) -> Reply | None:
    """The answer that the sentence gives to the ask that `noun` names, or None."""
    words = context_words()
    partial = False
    top = noun
    for _ in range(4):
        head = top.head
        if top.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
            top = head
        elif top.dep_ == "pobj" and head.lower_ == "of" and lemma(head.head) in words["answers.partial_quantifiers"]:
            top, partial = head.head, lemma(head.head) != "most"
        else:
            break
    reply = (
        _from_relative(scene, noun) or _by_deed(scene, noun) or told_by_noun(scene, top) or _from_governor(scene, top)
    )
    if reply is not None and partial and reply.answer == "accepted":
        return Reply("partial", reply.verb, reply.by, reply.evidence)
    return reply


def _by_deed(scene: Scene, noun: Token) -> Reply | None:
    carried = carried_out_for(noun)
    return reply_of(scene, "accepted", carried[0], verb_clause(carried[0])) if carried is not None else None


def _from_relative(scene: Scene, noun: Token) -> Reply | None:
    """ "a demand that they rejected", "a proposal rejected by Tehran"."""
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"} and child.pos_ == "VERB":
            clause = verb_clause(child)
            # "a demand that they rejected": parsers often take it for what is demanded
            gap = child.tag_ != "VB" and all(token.lower_ in {"that", "which"} for token in clause.objects)
            which = [token for token in clause.preps.get("to", []) if token.lower_ == "which"]
            if which and (said := said_otherwise(child, clause)) is not None:
                return reply_of(scene, said, child, clause)
            if gap or noun in clause.objects or any(t == noun for t in clause.preps.get("to", [])):
                answer = judge(child, clause)
                if answer is not None:
                    return reply_of(scene, answer, child, clause)
    return None


def _from_governor(scene: Scene, noun: Token) -> Reply | None:
    words = context_words()
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and head.pos_ in {"VERB", "AUX"}:
        if noun.dep_ == "nsubjpass" and (met := _met_with(head)) is not None:
            return reply_of(scene, met, head, verb_clause(head))
        clause = verb_clause(head)
        answer = judge(head, clause)
        return reply_of(scene, answer, head, clause) if answer is not None else None
    if noun.dep_ == "nsubj":
        return from_predicate(scene, head)
    if noun.dep_ not in {"pobj", "pcomp"}:
        return None
    governor = head.head
    if head.lower_ in {"to", "on"} and lemma(governor) in words["answers.silence"] and governor.pos_ == "NOUN":
        return _from_reply_noun(scene, governor)
    if governor.pos_ not in {"VERB", "AUX"}:
        return None
    clause = verb_clause(governor)
    answers = [thing for thing in clause.objects if lemma(thing) in words["answers.silence"]]
    if head.lower_ in {"to", "on"} and answers and lemma(governor) in words["answers.hearing"]:
        return _from_reply_noun(scene, answers[0])  # "got no answer from Cairo to its request"
    if head.lower_ == "to" and lemma(governor) == "say":
        answer = said_otherwise(governor, clause)
        return reply_of(scene, answer, governor, clause) if answer is not None else None
    if head.lower_ == "to" and lemma(governor) == "turn" and any(lemma(t) == "ear" for t in clause.objects):
        return reply_of(scene, "none", governor, clause)
    taking_up = {("with", "comply"), ("by", "abide")}
    known = words["answers.reply_verbs"] | words["answers.accepted"]
    gave_in = lemma(governor) == "give" and "in" in clause.particles | clause.adverbs
    if gave_in and head.lower_ == "to" and is_given(governor):
        unwilling = clause.negated or is_unwilling(governor)
        return reply_of(scene, "refused" if unwilling else "accepted", governor, clause)
    if (head.lower_ == "to" and lemma(governor) in known) or (head.lower_, lemma(governor)) in taking_up:
        answer = judge(governor, clause)
        return reply_of(scene, answer, governor, clause) if answer is not None else None
    defied = words["answers.granted_nouns"] | {"proposal"}
    if lemma(noun) in defied and head.lower_ in words["answers.defying_prepositions"]:
        return reply_of(scene, "refused", governor, clause)
    if _is_somebodys(noun) and not clause.negated:
        above = lemma(governor.head) if governor.dep_ == "xcomp" else ""
        if lemma(governor) in words["answers.balking"]:
            return reply_of(scene, "refused", governor, clause) if head.lower_ == "at" else None
        if head.lower_ in words["answers.granting_prepositions"] and above in {"fail", "refuse", "decline"}:
            return reply_of(scene, "refused", governor, clause)
        if head.lower_ in words["answers.granting_prepositions"]:
            return reply_of(scene, "accepted", governor, clause)
    return None


def _is_somebodys(noun: Token) -> bool:
    """ "at Oslo's request", "at the invitation of Chad": an ask through which something is done tells whose it is."""
    owned = any(
        child.dep_ in {"poss", "amod", "compound"} or child.lower_ in {"of", "by", "from"} for child in noun.children
    )
    return owned and lemma(noun) in context_words()["answers.granted_nouns"]


def from_predicate(scene: Scene, verb: Token) -> Reply | None:
    """ "went unanswered", "remains unheeded", "fell on deaf ears", "met with silence"."""
    words = context_words()
    clause = verb_clause(verb)
    predicates = (
        {t.lower_ for t in clause.predicates}
        | clause.adverbs
        | {c.lower_ for c in verb.children if c.dep_ in {"xcomp", "advcl", "acomp", "ccomp", "oprd", "advmod"}}
    )
    if predicates & words["answers.unanswered"]:
        predicate = [c for t in clause.predicates for c in t.children if c.dep_ == "prep"]
        silent = [t for word in ("in", "by") for t in clause.preps.get(word, [])]
        silent += [t for c in predicate if c.lower_ in {"in", "by"} for t in c.children]
        by = _place_or_party(scene, silent)
        return Reply("none", verb, by, evidence_of(scene, verb))
    if lemma(verb) == "fall" and any(lemma(t) == "ear" for t in clause.preps.get("on", [])):
        return Reply("none", verb, _place_or_party(scene, clause.preps.get("in", [])), evidence_of(scene, verb))
    met = _met_with(verb)
    if met is not None:
        silent = [t for word in ("from", "in", "by") for t in clause.preps.get(word, [])]
        below = [c for t in clause.preps.get("with", []) for c in t.rights if c.lower_ in {"from", "in", "by"}]
        silent += [t for child in below for t in child.children if t.dep_ == "pobj"]
        return Reply(met, verb, _place_or_party(scene, silent), evidence_of(scene, verb))
    if (
        lemma(verb) == "go"
        and clause.preps.get("without")
        and any(lemma(t) in words["answers.silence"] for t in clause.preps["without"])
    ):
        return reply_of(scene, "none", verb, Clause(verb))
    return None


def _place_or_party(scene: Scene, tokens: list[Token]) -> tuple[str, ...]:
    """ "unanswered in Washington" says whose silence it is, though the capital stands as a place."""
    return scene.actors_of_all(tokens) or tuple(key for token in tokens for key in scene.states_at(token))


def _met_with(verb: Token) -> Answered | None:
    words = context_words()
    if lemma(verb) not in {"meet", "greet", "receive", "draw", "get", "elicit", "earn", "bring", "produce", "win"}:
        return None
    for child in verb.children:
        nouns = [child] if child.dep_ == "dobj" else [t for t in child.children if child.lower_ == "with"]
        for noun in nouns:
            no = any(c.lower_ == "no" for c in noun.children)
            if lemma(noun) in words["answers.met_with_refused"]:
                return "refused"
            if lemma(noun) in words["answers.met_with_none"] or (no and lemma(noun) in words["answers.silence"]):
                return "none"
            if lemma(noun) in words["answers.met_with_accepted"]:
                return "accepted"
    return None


def _from_reply_noun(scene: Scene, noun: Token) -> Reply | None:
    """ "There was no response to …", "received no answer to …", "a partial reply to …"."""
    words = context_words()
    modifiers = {child.lower_ for child in noun.children}
    verb = noun.head if noun.head.pos_ in {"VERB", "AUX"} else noun
    negated = "no" in modifiers or any(child.dep_ == "neg" for child in verb.children)
    failed = verb.dep_ == "xcomp" and lemma(verb.head) in {"fail", "wait"}
    negated = negated or (failed and lemma(verb) in words["answers.hearing"])
    negated = negated or (noun.dep_ == "pobj" and noun.head.lower_ == "without")
    by: list[Token] = [child for child in noun.children if child.dep_ == "poss"]
    by += [t for child in noun.children if child.lower_ in {"from", "by"} for t in child.children]
    if verb != noun:
        by += verb_clause(verb).preps.get("from", [])
    if not by:  # "no reply to its proposal for talks from Delhi"
        by += [t for c in noun.subtree if c.lower_ == "from" for t in c.children if t.i > noun.i]
    if verb != noun and lemma(verb) in {"give", "offer", "send", "issue", "make", "provide"}:
        by += verb_clause(verb).subjects
    keys = scene.actors_of_all(by)
    answer: Answered | None = None
    if negated:
        answer = "none"
    elif modifiers & words["answers.positive"]:
        answer = "accepted"
    elif modifiers & words["answers.negative"]:
        answer = "refused"
    elif "partial" in modifiers or "incomplete" in modifiers:
        answer = "partial"
    return Reply(answer, verb, keys, evidence_of(scene, verb)) if answer is not None else None


def judge(verb: Token, clause: Clause) -> Answered | None:
    """What `verb` comes to as an answer, with its negation, mood and governing verb taken in."""
    words = context_words()
    name = lemma(verb)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    adverbs = clause.adverbs | {c.lower_ for child in verb.children if child.dep_ == "advmod" for c in child.children}
    governor = verb.head if verb.dep_ == "xcomp" else None
    if not is_given(verb):
        return None
    if is_unwilling(verb):
        return "refused" if name in words["answers.accepted"] and not clause.negated else None
    if any(child.dep_ == "mark" and child.lower_ in words["status.conditions"] for child in verb.children):
        return None
    if adverbs & words["answers.habits"]:
        return None
    if helpers & {"may", "might", "could", "should", "must", "can"} and not clause.negated:
        return None
    if any(token.lower_ in words["answers.nobody"] for token in clause.subjects):
        return "none" if name in words["answers.accepted"] | words["answers.reply_verbs"] else None
    if governor is not None:
        settled, above = _judge_governor(governor, name)
        if settled:
            return above
    if name in words["answers.partial"]:
        return "partial"
    if name in words["answers.none"]:
        return "none"
    if name in words["answers.pending"]:
        return "none"
    if name in words["answers.refused"]:
        if (
            name in words["answers.needs_particle"]
            and not (clause.particles | clause.adverbs) & words["answers.particles"]
        ):
            return None
        return None if clause.negated else "refused"
    if name in words["answers.accepted"]:
        if name == "meet" and clause.preps.get("with"):
            return None  # "an offer that Washington met with scepticism"
        if name == "oblige" and clause.passive:
            return None  # "would be obliged to"
        if name == "take" and "up" not in clause.particles:
            return None
        if adverbs & words["answers.partial_adverbs"]:
            return "partial" if clause.negated or adverbs & {"partly", "partially", "half"} else "accepted"
        return "refused" if clause.negated else "accepted"
    if name in words["answers.reply_verbs"]:
        if clause.negated:
            return "partial" if adverbs & words["answers.partial_adverbs"] else "none"
        if adverbs & words["answers.positive"]:
            return "accepted"
        if adverbs & words["answers.negative"]:
            return "refused"
        if adverbs & {"partly", "partially", "half"}:
            return "partial"
    return None


def said_otherwise(verb: Token, clause: Clause) -> Answered | None:
    """ "said no", "remained silent", "has not done so", "would not provide them"."""
    words = context_words()
    near = {child.lower_ for child in verb.children}
    if lemma(verb) == "say":
        neither = any(c.lower_ in {"neither", "no"} for token in clause.subjects for c in (token, *token.lefts))
        if clause.negated or neither:
            return "none" if "yes" in near else None
        return "refused" if "no" in near else "accepted" if "yes" in near else None
    if {t.lower_ for t in clause.predicates} & words["answers.silent"]:
        return "none"
    if lemma(verb) in words["answers.fulfilling"]:
        # "a letter that Moscow had sent": a pronoun before the verb takes up a noun, not an ask
        takes_up = any(t.lower_ in _TAKING_UP and t.i > verb.i for t in clause.objects) or (
            lemma(verb) == "do" and "so" in near
        )
        away = (clause.adverbs | clause.particles) & {"back", "away", "home"}  # "sent them back" gives nothing
        if not takes_up or verb.dep_ == "xcomp" or away:
            return None
        if not clause.negated:
            return "accepted" if verb.tag_ in {"VBD", "VBN"} else None
        unwilling = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
        return "none" if lemma(verb) == "do" and not unwilling else "refused"
    return None


def _judge_governor(governor: Token, name: str) -> tuple[bool, Answered | None]:
    """Whether a governing verb settles the answer ("refused to accept", "has yet to reply"), and as what."""
    above = lemma(governor)
    words = context_words()
    if above == "have" and any(child.lower_ == "yet" for child in governor.children):
        return True, "none"
    if above in {"fail", "omit", "neglect"}:
        return True, "none" if name in words["answers.reply_verbs"] else "refused"
    if above in {"refuse", "decline"}:
        return True, "refused"
    if above in {"agree", "consent", "decide", "choose", "promise", "pledge"}:
        return True, "refused" if name in words["answers.refused"] else "accepted"
    if above in {"want", "hope", "threaten", "consider", "plan", "intend", "urge", "ask", "expect"}:
        return True, None
    return False, None
