"""Answers that those asked give in words of their own: "said that the time had not come", "would take it back to
Washington", "was ready to do so", "promised to send experts, no more"."""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.mood import helpers_of
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.said import is_negated, predicates_of, said_by, spoken_words
from verbale.extract.asking.window import shared, takes_up
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Answered

_BACK = frozenset({"it", "that", "this", "them", "request", "proposal", "demand", "matter", "issue", "message"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})
_ABLE = frozenset({"would", "will", "could", "can", "’ll", "'ll", "wo", "ca", "’d", "'d", "shall"})
_NO = frozenset({"no", "neither", "nor"})


def spoken(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """What the clause of `verb`, in which those asked speak, comes to."""
    words = spoken_words()
    told = bool(keys_of(verb) & words["telling"])
    for part in said_by(verb):
        if part != verb and not told:
            break
        found = _no(book, ask, part) or _half(book, ask, part) or _yes(book, ask, part)
        if found is not None:
            return found
    return _something_else(book, ask, verb)


def _no(book: Book, ask: Ask, part: Token) -> Answered | None:
    words = spoken_words()
    negated = is_negated(part)
    if lemma(part) == "be" and _is_out(part, negated):
        return "refused"
    time = any(child.dep_ == "nsubj" and lemma(child) == "time" for child in part.lefts)
    if time and negated:
        return "refused"  # "the time had not come"
    things = [*verb_clause(part).objects, *(token for token in predicates_of(part) if token.pos_ == "NOUN")]
    for noun in things:
        if lemma(noun) in words["lacking"] and any(child.lower_ in _NO for child in noun.children):
            return "refused"  # "had no plans to change it"
    unable = negated and helpers_of(part) & _ABLE and part.pos_ in {"VERB", "AUX"}
    return "refused" if unable and takes_up(book, ask, part) else None


def _is_out(part: Token, negated: bool) -> bool:
    """ "was out of the question", "was too early", "was not the time", "is unwilling"."""
    words = spoken_words()
    predicates = predicates_of(part)
    if negated:
        return any(lemma(token) in words["ready"] | {"time"} for token in predicates)
    if any(lemma(token) in words["hopeless"] | {"unwilling", "unprepared", "unable"} for token in predicates):
        return True
    if any(child.lower_ == "too" for one in predicates if lemma(one) in words["timely"] for child in one.children):
        return True
    near = {token.lower_ for child in part.children if child.dep_ == "prep" for token in child.subtree}
    return {"out", "question"} <= near or {"off", "table"} <= near


def _half(book: Book, ask: Ask, part: Token) -> Answered | None:
    words = spoken_words()
    will = helpers_of(part) & _ABLE or part.dep_ == "xcomp"
    passes = keys_of(part) & words["putting"] and will and not is_negated(part)
    back = passes and any(noun.lower_ in _BACK for noun in verb_clause(part).objects)
    return "partial" if back else None  # "would take it back to Washington"


def _yes(book: Book, ask: Ask, part: Token) -> Answered | None:
    words = spoken_words()
    if is_negated(part):
        return None
    hangs = any(token.lower_ in words["terms"] for token in part.subtree if token.i > part.i)
    yes: Answered = "partial" if hangs else "accepted"
    if lemma(part) == "be":
        for token in (one for one in predicates_of(part) if lemma(one) in words["ready"]):
            deed = next((child for child in token.rights if child.dep_ in {"xcomp", "ccomp"}), None)
            if deed is not None and lemma(deed) in {"discuss", "consider", "talk", "study", "examine"}:
                return "partial"
            return yes if deed is None or takes_up(book, ask, deed) else None
        return None
    promised = part.dep_ == "xcomp" and lemma(part.head) in ask_words().promised
    will = helpers_of(part) & _WILL or promised
    with_particle = keys_of(part) - {lemma(part)}
    if any(with_particle & contrary for contrary in ask_words().undoing.values()):
        return None  # "the filling would go ahead" is another verb than "would go"
    return yes if keys_of(part) & words["granting"] and will and takes_up(book, ask, part) else None


def _something_else(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """ "promised to send experts", "offered a working group": something was promised, but not what was asked for."""
    offers = lemma(verb) in ask_words().promised | {"offer", "propose"} and verb.tag_ in {"VBD", "VBN"}
    if not offers or is_negated(verb) or lemma(verb) in {"move", "choose", "decide"}:
        return None
    told = [child for child in verb.rights if child.dep_ in {"xcomp", "dobj"}]
    if any(lemma(deed) in spoken_words()["hostile"] for deed in told if deed.dep_ == "xcomp"):
        return "refused"  # "vowed to fight the measure"
    if not told or shared(book, ask, verb):
        return None
    return "partial"
