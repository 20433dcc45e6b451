"""Answers by what those who asked came away with: "was promised one by May", "has been given a working group", "got
nothing", "gave in", "settled for half"."""

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head, things_of
from verbale.extract.asking.said import spoken_words
from verbale.extract.asking.window import takes_up
from verbale.extract.asking.words import keys_of
from verbale.language.parse import Token
from verbale.model import Answered

_NONE = frozenset({"none", "nothing", "no", "neither"})


def received(book: Book, ask: Ask, verb: Token, clause: Clause, by_asker: bool) -> Answered | None:
    """What the clause of `verb` tells of what whoever asked came away with; `by_asker` where they are its subject,
    else they may be whom something was given to."""
    words = spoken_words()
    keys = keys_of(verb)
    if by_asker and not clause.passive:
        return _by_themselves(book, ask, verb, clause, keys)
    if not clause.passive or any(child.tag_ in {"MD", "TO"} for child in verb.children):
        return None
    if keys & words["denied"] and not clause.negated:
        return "refused"
    if keys & words["given"]:
        return _given(book, ask, verb, clause)
    return _told(verb) if lemma(verb) == "tell" else None


def _given(book: Book, ask: Ask, verb: Token, clause: Clause) -> Answered | None:
    """ "was promised one", "has been given a working group", "was offered nothing"."""
    things = [child for child in verb.rights if child.dep_ in {"dobj", "oprd", "attr"}]
    if not things:
        return None
    if any(noun.lower_ in _NONE or any(child.lower_ in _NONE for child in noun.children) for noun in things):
        return "refused"
    if clause.negated:
        return "refused" if takes_up(book, ask, verb) else None
    head = content_head(book, ask)
    named = {lemma(head), *things_of(head)} if head is not None else set()
    it = any(noun.lower_ in {"it", "that", "this", "one", "them"} or lemma(noun) in named for noun in things)
    hangs = any(token.lower_ in spoken_words()["terms"] - {"by"} for token in verb.subtree if token.i > verb.i)
    return "accepted" if it and not hangs else "partial"


def _came_off(book: Book, ask: Ask, verb: Token, keys: frozenset[str]) -> Answered | None:
    """ "came away with a promise", "left with nothing", "got two valleys out of seven", "got only a letter"."""
    words = spoken_words()
    nouns = [noun for child in verb.rights if child.lower_ == "with" for noun in child.children if noun.dep_ == "pobj"]
    off = bool(keys & words["coming_off"]) and bool(nouns)
    if not off:
        nouns = [child for child in verb.rights if child.dep_ == "dobj"]
        if not keys & words["having"] or not nouns:
            return None
    if book.sentence_of[verb.i] - ask.sentence > 1 and not _names_it(book, ask, nouns):
        return None
    if any(noun.lower_ in _NONE or any(child.lower_ in _NONE for child in noun.children) for noun in nouns):
        return "refused"
    if _is_less(verb):
        return "partial"
    if _names_it(book, ask, nouns):
        return "accepted"
    return "partial" if any(lemma(noun) in words["lesser"] for noun in nouns) else None


def _names_it(book: Book, ask: Ask, nouns: list[Token]) -> bool:
    head = content_head(book, ask)
    named = {lemma(head), *things_of(head)} if head is not None else set()
    named |= {lemma(t) for c in head.children if c.dep_ == "prep" for t in c.children} if head is not None else set()
    return any(noun.lower_ in {"it", "that", "one", "them"} or lemma(noun) in named for noun in nouns)


def _is_less(verb: Token) -> bool:
    """ "got only …", "two out of seven", "less than it had asked for"."""
    after = [token for token in verb.subtree if token.i > verb.i] + list(verb.lefts)
    if any(token.lower_ in {"only", "merely", "just", "less", "fewer"} for token in after):
        return True
    counted = [token for token in after if token.tag_ == "CD"]
    return len(counted) > 1 and any(token.lower_ == "out" for token in after)


def what_they_got(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """ "What it got was a letter", "what they have got is three bills": something else, if it is not what was asked."""
    clause = next((child for child in verb.lefts if child.dep_ in {"csubj", "ccomp"}), None)
    if lemma(verb) != "be" or clause is None or not keys_of(clause) & spoken_words()["having"]:
        return None
    what = any(child.lower_ in {"what", "all"} for child in clause.lefts)
    nouns = [child for child in verb.rights if child.dep_ == "attr"]
    if not what or not nouns or book.sentence_of[verb.i] - ask.sentence > 1:
        return None
    by = set(book.parties(book.scene.actors_of_all(c for c in clause.lefts if c.dep_ == "nsubj")))
    theirs = any(c.dep_ == "nsubj" and c.lower_ in {"it", "they", "he", "she", "we"} for c in clause.lefts)
    if not theirs and not by & set(book.acts[ask.act.id].sources):
        return None
    if any(noun.lower_ in _NONE for noun in nouns):
        return "refused"
    return None if _names_it(book, ask, nouns) else "partial"


def _told(verb: Token) -> Answered | None:
    """ "was told no", "was told to wait", "was told that it could not"."""
    if any(child.lower_ == "no" for child in verb.rights):
        return "refused"
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"}), None)
    if deed is None:
        return None
    if any(child.tag_ == "TO" for child in deed.lefts):
        waits = lemma(deed) in {"wait", "be"}
        return "partial" if waits else "refused"
    return "refused" if any(child.dep_ == "neg" for child in deed.children) else None


def _by_themselves(book: Book, ask: Ask, verb: Token, clause: Clause, keys: frozenset[str]) -> Answered | None:
    words = spoken_words()
    if clause.negated or any(child.tag_ in {"MD", "TO"} for child in verb.children):
        return None
    if (came_off := _came_off(book, ask, verb, keys)) is not None:
        return came_off
    if keys & words["yielding"] or (keys & words["dropping"] and takes_up(book, ask, verb)):
        return "refused"
    if keys & words["settling"] and any(child.lower_ == "for" for child in verb.rights):
        return "partial"
    return None
