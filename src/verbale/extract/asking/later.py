"""Clauses that answer by pointing back: "refused", "turned it down", "accepted the offer", "has not replied".

Which ask they answer is for `discourse` to say; here is only what they come to, and what they take up.
"""

from verbale.extract.acting.answers import from_predicate, judge, said_otherwise
from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_supposed
from verbale.extract.acting.lexicon import context_words, word_classes
from verbale.extract.acting.replies import Reply, evidence_of, reply_of
from verbale.extract.acting.scene import Scene
from verbale.extract.asking.book import Ask, Book, takes_up_which
from verbale.extract.asking.degrees import goes_no_further
from verbale.extract.asking.idioms import by_set_phrase
from verbale.extract.asking.otherwise import in_other_words, turns_away
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Answered

_ANSWERING = ("answers.refused", "answers.accepted", "answers.reply_verbs", "answers.none", "answers.said_otherwise")
_PRONOUNS = frozenset({"it", "that", "this", "which", "them", "these", "those", "both", "so", "what"})
_DEFINITE = frozenset({"the", "that", "this", "these", "those", "both", "such", "its", "their", "his", "her"})


def later_reply(scene: Scene, verb: Token) -> Reply | None:
    """The answer that the clause of `verb` gives to something said before, where what it takes up is only pointed at.

    "refused", "turned it down", "accepted the offer", "has not replied", "was rebuffed", "which the North rejected".
    """
    words = context_words()
    name = lemma(verb)
    if is_supposed(verb):
        return None
    if (silence := _silence(scene, verb)) is not None:
        return silence
    if (judged := _calls_it(scene, verb)) is not None:
        return judged
    if (met := _met(scene, verb)) is not None:
        return met
    if goes_no_further(verb):
        reply = reply_of(scene, "partial", verb, verb_clause(verb))
        return reply if reply.by else None
    if (told := in_other_words(scene, verb) or by_set_phrase(scene, verb)) is not None:
        return told
    if not any(name in words[known] for known in _ANSWERING):
        return None
    clause = verb_clause(verb)
    if name in ask_words().saying and any(child.dep_ == "ccomp" for child in verb.children):
        return None  # "A formula is no map, a delegate conceded"
    if name == "do" and takes_up_which(verb):
        return _which_they_did(scene, verb, clause)
    if name in words["answers.said_otherwise"] - {"give"}:
        otherwise = said_otherwise(verb, clause)
        return reply_of(scene, otherwise, verb, clause) if otherwise is not None else None
    if takes_up_which(verb):
        answer = judge(verb, clause)
        return reply_of(scene, answer, verb, clause) if answer is not None else None
    if name == "give" and any(lemma(t) in words["answers.silence"] for t in clause.objects):
        silent = clause.negated or any(c.lower_ == "no" for t in clause.objects for c in t.children)
        return reply_of(scene, "none", verb, clause) if silent else None
    if name == "give":
        otherwise = said_otherwise(verb, clause)
        return reply_of(scene, otherwise, verb, clause) if otherwise is not None else None
    if name in {"meet", "take", "answer_positively", "deny", "block", "oppose", "resist", "adopt", "honour", "honor"}:
        taken = [t for t in clause.objects if points_back(t)]
        if not taken or (name == "deny" and all(token.pos_ in {"PRON", "DET"} for token in taken)):
            return None  # "Addis Ababa denied it": a charge
    elif (things := [t for t in clause.objects if t.dep_ != "npadvmod"]) and not any(map(points_back, things)):
        keys = scene.actors_of_all(clause.objects)
        if not (clause.passive and keys) and not turns_away(verb, clause):  # "Seoul was rebuffed"
            return None
    if _is_on_other_terms(clause, name):
        return None
    answer = judge(verb, clause)
    return reply_of(scene, answer, verb, clause) if answer is not None else None


def _met(scene: Scene, verb: Token) -> Reply | None:
    """ "That plea went unheard"."""
    subjects = (child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ == "NOUN")
    return from_predicate(scene, verb) if any(map(points_back, subjects)) else None


def _is_on_other_terms(clause: Clause, name: str) -> bool:
    """ "could not agree with Bolivia on a text": to be of one mind is no answer."""
    told = [noun for prep in ("on", "about", "with") for noun in clause.preps.get(prep, [])]
    return name == "agree" and bool(told) and not any(map(points_back, told))


def agrees_to_something(verb: Token) -> bool:
    """ "agreed to release the money": the infinitive says in words of its own what is agreed to."""
    if lemma(verb) not in ask_words().promised:
        return False
    deed = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
    if deed is None or lemma(deed) in {"do", "comply", "oblige", "try"}:
        return False
    words = context_words()
    doing = words["answers.accepted"] | words["answers.fulfilling"] | words["answers.pending"]
    if lemma(deed) not in doing | words["answers.refused"] | words["answers.reply_verbs"]:
        return True  # "agreed to put it off"
    objects = [child for child in deed.children if child.dep_ in {"dobj", "ccomp", "prep", "xcomp"}]
    return bool(objects) and not any(points_back(noun) for noun in verb_clause(deed).objects)


def _which_they_did(scene: Scene, verb: Token, clause: Clause) -> Reply | None:
    """ "…, which they did in May", "…, which it has not done", "something Oslo says it will not do"; a pronoun is
    whoever was asked."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ == "ccomp":
        clause = Clause(verb, subjects=verb_clause(verb.head).subjects, negated=clause.negated)
    if clause.negated:
        answer: Answered = "none" if helpers & {"has", "have", "had"} else "refused"
    elif verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"has", "have", "had"}):
        answer = "accepted"
    else:
        return None
    if all(noun.pos_ == "PRON" for noun in clause.subjects):
        return Reply(answer, verb, (), evidence_of(scene, verb))
    return reply_of(scene, answer, verb, clause)


def _calls_it(scene: Scene, verb: Token) -> Reply | None:
    """ "…, which Kyiv calls unacceptable", "Tehran called the demand absurd"."""
    words = ask_words()
    if lemma(verb) not in words.calling:
        return None
    clause = verb_clause(verb)
    small = [child for child in verb.children if child.dep_ in {"ccomp", "oprd", "xcomp"}]
    verdicts = {word.lower_ for child in small for word in (child, *child.children)}
    back = takes_up_which(verb) or any(
        points_back(t) for t in (*clause.objects, *(c for s in small for c in s.children))
    )
    if clause.negated or not verdicts & words.verdicts or not (back or _which_below(verb, small)):
        return None
    return reply_of(scene, "refused", verb, clause)


def _which_below(verb: Token, small: list[Token]) -> bool:
    return verb.dep_ == "relcl" and any(child.lower_ == "which" for part in small for child in part.children)


def _silence(scene: Scene, verb: Token) -> Reply | None:
    """ "There has been no reply", "It has received no answer", "none has come": nobody is said to answer."""
    nouns = [c for c in verb.children if c.dep_ in {"attr", "dobj", "nsubj", "nsubjpass"}]
    nouns += [c for noun in nouns if noun.lower_ == "there" for c in noun.children]
    negated = any(child.dep_ == "neg" for child in verb.children)
    here = any(
        (noun.lower_ == "none" and lemma(verb) != "have" and not any(child.lower_ == "of" for child in noun.rights))
        or (
            lemma(noun) in context_words()["answers.silence"]
            and (negated or any(c.lower_ == "no" for c in noun.children))
        )
        for noun in nouns
    )
    if not here or lemma(verb) not in {"be", "come", "receive", "get", "hear", "have", "arrive"}:
        return None
    named = [t for noun in nouns for c in noun.children if c.lower_ in {"to", "for"} for t in c.children]
    if any(token.lower_ not in _PRONOUNS for token in named):
        return None  # it names what it does not answer
    givers = [t for c in verb.subtree if c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
    return Reply("none", verb, scene.actors_of_all(givers), evidence_of(scene, verb))


def points_back(token: Token) -> bool:
    """A pronoun, or a definite noun for an ask with nothing of its own ("the offer", "that demand")."""
    if token.lower_ in _PRONOUNS:
        return True
    if token.tag_ == "CD" and any(t.lower_ in _PRONOUNS for c in token.rights if c.lower_ == "of" for t in c.rights):
        return True  # "two of them"
    if token.lower_ in ask_words().order and token.pos_ != "NOUN":
        return True
    if lemma(token) not in word_classes()["ask"] | ask_words().back | {"thing"}:
        return token.dep_ in {"dobj", "nsubjpass"} and token.tag_ in {"NN", "WDT"} and _follows_which(token)
    determiners = {child.lower_ for child in token.children if child.dep_ in {"det", "poss", "predet"}}
    own = any(child.dep_ in {"acl", "relcl"} or child.lower_ in {"for", "to"} for child in token.rights)
    return bool(determiners & _DEFINITE) and not own


def place_of(token: Token) -> int | None:
    """Which of several asks `token` means ("the first demand", "the latter"): its place, negative from the end."""
    order = ask_words().order
    words = [token.lower_, *(child.lower_ for child in token.children)]
    return next((order[word] for word in words if word in order), None)


def meant_by(book: Book, ask: Ask, noun: Token) -> Ask | None:
    """Which of the asks made in one breath with `ask`, or right before it, "the first demand" means; None where `noun`
    tells none of them from the others."""
    place = place_of(noun)
    several = [one for one in book.asks() if one.act.sources == ask.act.sources and one.token.i < noun.i]
    several = [one for one in several if ask.sentence - one.sentence <= 1 and one.act.subject]
    if place is None or len(several) < 2 or not -len(several) <= place < len(several):
        return None
    return several[place]


def _follows_which(token: Token) -> bool:
    """The antecedent that the parser found for ", which …": any noun before the comma will do."""
    return any(
        child.dep_ == "relcl" and any(grand.tag_ == "WDT" for grand in child.children) for child in token.children
    )
