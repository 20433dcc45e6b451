"""Answers by what those who asked came away with: "was promised one by May", "has been given a working group", "got
nothing", "gave in", "settled for half"."""

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head, things_of
from verbale.extract.asking.spoken import spoken_words
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
    if keys & words["yielding"] or (keys & words["dropping"] and takes_up(book, ask, verb)):
        return "refused"
    if keys & words["settling"] and any(child.lower_ == "for" for child in verb.rights):
        return "partial"
    return None
