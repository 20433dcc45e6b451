"""How much of what was asked an answer gives: fewer than were asked for, or no to this and yes to that."""

from collections.abc import Iterable

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.replies import Reply
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Span as DocSpan
from verbale.language.parse import Token
from verbale.model import Answered

_CLAUSES = frozenset({"ccomp", "advcl", "mark", "pcomp"})
_PROVIDED = frozenset({"provided", "providing"})
_ABLE = frozenset({"could", "would", "will", "can"})


def degree(words: DocSpan | None, reply: Reply) -> Answered:
    """The answer that `reply` gives to an ask for what `words` say, half-given where only a part of it is."""
    if reply.answer == "accepted" and is_on_terms(reply.verb):
        return "partial"
    if reply.answer == "accepted" and words is not None and _gives_other_number(words, reply.verb):
        return "partial"
    if reply.answer == "refused" and _but_something_else(reply.verb):
        return "partial"
    return reply.answer


def is_on_terms(verb: Token) -> bool:
    """ "accepted it, provided that …", "agreed on condition that …", "accepted it, but only for a year"."""
    doc = verb.doc
    top = verb.head if verb.dep_ == "xcomp" else verb
    for token in top.subtree:
        if token.i < verb.i:
            continue
        if token.lower_ in _PROVIDED and any(
            child.dep_ in {"ccomp", "advcl", "mark", "pcomp"} for child in token.children
        ):
            return True
        if token.lower_ == "condition" and token.head.lower_ in {"on", "under"} and token.head.head == verb:
            return True
        if token.lower_ == "if" and token.dep_ == "mark" and token.head.dep_ == "advcl":
            return True  # "promised to back it if they sided with him"
        if token.lower_ in {"once", "unless"} and token.head.dep_ == "advcl" and token.head.head == verb:
            return any(child.tag_ == "MD" for child in verb.lefts)  # "would do so once the maps are drawn"
    rest = range(verb.i + 2, verb.sent[-1].i + 1)
    return any(doc[i].lower_ == "only" and doc[i - 1].lower_ == "but" for i in rest)


def goes_no_further(verb: Token) -> bool:
    """ "would only promise to look into it", "said only that it would try", "promised only to raise it"."""
    if lemma(verb) not in ask_words().promised | ask_words().offering or any(c.dep_ == "neg" for c in verb.children):
        return False
    told = [child for child in verb.rights if child.dep_ in {"xcomp", "ccomp", "prep", "dobj"}]
    near = (*verb.children, *(child for part in told for child in part.children if child.i < part.i))
    return bool(told) and any(child.lower_ == "only" for child in near)


def _gives_other_number(words: DocSpan, verb: Token) -> bool:
    """ "asked for six months … agreed to four", "asked for maps of eight minefields and received three"."""
    clause = verb_clause(verb)
    given = _numbers(token for noun in (*clause.objects, *clause.preps.get("to", [])) for token in noun.subtree)
    asked = _numbers(words)
    return bool(given) and bool(asked) and not given & asked


def _numbers(tokens: Iterable[Token]) -> set[str]:
    """Numbers of things and of time; no days of a month or years, which say when."""
    return {
        token.lower_
        for token in tokens
        if token.tag_ == "CD" and token.head.tag_ not in {"NNP", "NNPS"} and not _is_year(token)
    }


def _is_year(token: Token) -> bool:
    return token.dep_ == "pobj" and len(token) == 4 and token.text.isdigit()


def _but_something_else(verb: Token) -> bool:
    """ "refused, but said that it could live with monitors", "rejected the figure but promised to buy more"."""
    but = next((child.i for child in verb.rights if child.dep_ == "cc" and child.lower_ == "but"), None)
    for other in verb.rights:
        if but is None or other.dep_ != "conj" or other.i < but or any(child.dep_ == "neg" for child in other.children):
            continue
        if any(child.dep_ in {"nsubj", "nsubjpass"} for child in other.lefts):
            continue  # somebody else's deed
        if lemma(other) in ask_words().promised | context_words()["answers.accepted"] | {"offer"}:
            return True
        said = [child for child in other.rights if child.dep_ == "ccomp"]
        if any(child.lower_ in _ABLE for verb in said for child in verb.lefts) and not any(
            child.dep_ == "neg" for verb in said for child in verb.children
        ):
            return lemma(other) in {"say", "signal", "add"}
    return False
