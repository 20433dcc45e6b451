"""Answers told in other words: "turned him down", "got a part of that", "told it to wait", "replied that it could not",
"answered, but with assurances too vague"."""

from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.replies import Reply, evidence_of, reply_of
from verbale.extract.acting.scene import Scene
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token

_ASKERS = frozenset({"him", "her", "them", "it", "us", "me"})
_BACK = frozenset({"that", "it", "this", "what", "them", "those", "these"})
_UNABLE = frozenset({"could", "can", "would", "will", "ca", "wo"})


def in_other_words(scene: Scene, verb: Token) -> Reply | None:
    """The answer that the clause of `verb` gives by what comes of the asking, or None."""
    clause = verb_clause(verb)
    if clause.negated or any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return None
    if lemma(verb) in {"get", "receive", "obtain", "win"} and _a_share(clause):
        return Reply("partial", verb, (), evidence_of(scene, verb))  # whoever asks got it; by whom is not said
    if lemma(verb) in {"give", "grant", "offer"} and _has_asker(verb) and _a_share(clause):
        return reply_of(scene, "partial", verb, clause)
    if lemma(verb) == "tell" and (_has_asker(verb) or scene.actors_of_all(clause.objects)) and _put_off(verb):
        return reply_of(scene, "refused", verb, clause)
    if lemma(verb) in context_words()["answers.reply_verbs"]:
        if _says_it_cannot(verb):
            return reply_of(scene, "refused", verb, clause)
        if _but_with(verb) or _passes_on(verb):
            return reply_of(scene, "partial", verb, clause)
    return None


def turns_away(verb: Token, clause: Clause) -> bool:
    """ "turned him down", "turned the Europeans down", "rebuffed them": the object is whoever asks."""
    away = lemma(verb) in ask_words().turning_away
    return away and any(token.lower_ in _ASKERS or is_named_away(verb, token) for token in clause.objects)


def is_named_away(verb: Token, noun: Token) -> bool:
    """ "turned the Europeans down": a name, with the particle after it."""
    down = any(child.dep_ == "prt" and child.i > noun.i for child in verb.rights)
    return lemma(verb) == "turn" and down and noun.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"}


def _a_share(clause: Clause) -> bool:
    """ "a part of that", "half of what it wanted"."""
    for noun in clause.objects:
        below = [token for child in noun.children if child.lower_ == "of" for token in child.subtree]
        if lemma(noun) in ask_words().shares and any(token.lower_ in _BACK for token in below):
            return True
    return False


def _has_asker(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "dative"} and child.lower_ in _ASKERS for child in verb.children)


def _put_off(verb: Token) -> bool:
    return any(child.dep_ in {"xcomp", "ccomp"} and lemma(child) in ask_words().putting_off for child in verb.children)


def _says_it_cannot(verb: Token) -> bool:
    """ "replied that the constitution gave it no such power", "answered that it could not do so"."""
    for said in (child for child in verb.children if child.dep_ == "ccomp"):
        unable = any(child.dep_ == "neg" for child in said.children)
        unable = unable and any(child.dep_ == "aux" and child.lower_ in _UNABLE for child in said.children)
        lacking = [t for t in said.children if t.dep_ in {"dobj", "attr"} and lemma(t) in ask_words().powers]
        if unable or any(child.lower_ == "no" for token in lacking for child in token.children):
            return True
    return False


def _passes_on(verb: Token) -> bool:
    """ "replied that it would pass the request to the coalition"."""
    said = (child for child in verb.children if child.dep_ == "ccomp" and lemma(child) in ask_words().passing_on)
    return any(lemma(noun) in ask_words().nouns for part in said for noun in part.children if noun.dep_ == "dobj")


def _but_with(verb: Token) -> bool:
    """ "answered, but with assurances that Paris found too vague"."""
    for said in (child for child in verb.children if child.dep_ == "ccomp"):
        if any(child.dep_ == "cc" and child.lower_ == "but" for child in said.children):
            return True  # "replied that the road would open, but the gate would not"
    buts = any(child.dep_ == "cc" and child.lower_ == "but" for child in verb.rights)
    more = (child for child in verb.rights if child.dep_ == "conj")
    if buts and any(mark.dep_ == "mark" and mark.lower_ == "that" for child in more for mark in child.lefts):
        return True  # "…, but that the gate would not"
    but = next((child.i for child in verb.children if child.dep_ == "cc" and child.lower_ == "but"), None)
    after = [child for child in verb.children if but is not None and child.i > but and child.dep_ in {"conj", "prep"}]
    return any(child.pos_ in {"ADP", "ADV"} for child in after)
