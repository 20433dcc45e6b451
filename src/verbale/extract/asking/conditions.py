"""Asks told as conditions: "would return only if Israel left", "will not sign until Bogotá frees its commanders"."""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Book
from verbale.extract.asking.entering import Kind, Voices, enter, stands_for_party
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token

_CONDITION = Kind("condition", ("change",), "ask:condition")
_NOT_BEFORE = frozenset({"unless", "until", "till", "before"})
_ONLY = frozenset({"if", "when", "once", "after"})
_PROVIDED = frozenset({"provided", "providing"})
_WILL = frozenset({"will", "would", "can", "could", "wo", "ca", "'ll", "may", "shall"})


def tell_conditions(book: Book, voices: Voices) -> None:
    """Add the asks of parties that make what they do depend on what another does."""
    for verb in book.scene.doc:
        main = _main_of(verb)
        if main is None or not _is_conditional(verb, main):
            continue
        said = voices.at(verb)
        doers = [token for token in verb_clause(main).subjects if token.pos_ != "PRON" or token.dep_ == "nsubj"]
        askers = book.parties(book.scene.actors_of_all(doers))
        if not askers and said is not None and _is_speakers(main, doers):
            askers = book.parties(said.speakers)
        askers = tuple(key for key in askers if stands_for_party(book, key))
        asked = book.parties(book.scene.actors_of_all(verb_clause(verb).subjects))
        if len(askers) != 1 or not asked or set(asked) & set(askers):
            continue
        if not all(book.scene.is_political(key) for key in asked) or _is_asked_already(book, verb):
            continue
        first = next((child.left_edge for child in verb.lefts if child.dep_ == "nsubj"), verb)
        claim = said.id if said is not None and not set(book.parties(said.speakers)) & set(askers) else None
        enter(book, _CONDITION, verb, askers, asked, (first, _last(verb)), (_start(main), verb), claim)


def _main_of(verb: Token) -> Token | None:
    """The verb whose clause depends on the clause of `verb`."""
    if verb.pos_ not in {"VERB", "AUX"} or not any(child.dep_ == "nsubj" for child in verb.lefts):
        return None
    head = verb.head
    if verb.dep_ in {"acl", "ccomp"} and head.lower_ == "condition" and head.head.dep_ == "prep":  # "on condition that"
        above = head.head.head
        return above if above.pos_ in {"VERB", "AUX"} else None
    if verb.dep_ in {"advcl", "ccomp", "pcomp"} and head.lower_ in _PROVIDED | {
        "until",
        "ready",
        "willing",
        "prepared",
    }:
        above = head.head if head.head.pos_ in {"VERB", "AUX"} else head.head.head  # hung on "the talks"
        return above if above.pos_ in {"VERB", "AUX"} else None
    if verb.dep_ in {"advcl", "ccomp", "pcomp"} and head.pos_ in {"VERB", "AUX"}:
        return head
    return None


def _is_conditional(verb: Token, main: Token) -> bool:
    """Whether what `main` tells is not to come about, or is agreed to, but on the terms of `verb`."""
    doc = verb.doc
    marks = [child for child in verb.lefts if child.dep_ in {"mark", "advmod"}]
    mark = next((child for child in marks if child.lower_ in _NOT_BEFORE | _ONLY | _PROVIDED), None)
    head = verb.head
    on_condition = head.lower_ == "condition" or head.lower_ in _PROVIDED
    if mark is None and not on_condition and head.lower_ != "until":
        return False
    if on_condition or (mark is not None and mark.lower_ in _PROVIDED):
        return True
    helpers = {child.lower_ for child in main.children if child.dep_ == "aux"}
    open_ = bool(helpers & _WILL) or lemma(main) in ask_words().refused | ask_words().promised
    negated = any(child.dep_ == "neg" or child.lower_ == "no" for child in main.children) or _is_none(main)
    word = mark.lower_ if mark is not None else "until"
    if word in _NOT_BEFORE:
        return (open_ and negated) or lemma(main) in ask_words().refused
    only = mark is not None and mark.i > 0 and "only" in {doc[mark.i - 1].lower_, doc[verb.left_edge.i - 1].lower_}
    only = only or any(child.lower_ == "only" for child in main.children)
    return only and open_


def _is_none(verb: Token) -> bool:
    """ "there will be no peace", "no deal is possible"."""
    return any(
        child.dep_ in {"attr", "nsubj", "nsubjpass", "dobj"} and any(c.lower_ == "no" for c in child.lefts)
        for child in verb.children
    )


def _is_speakers(main: Token, doers: list[Token]) -> bool:
    """Whoever speaks makes the condition: "we will not sign until …", "talks can resume only if …"."""
    words = ask_words()
    ours = any(token.lower_ in {"we", "i"} or lemma(token) in words.settling for token in doers)
    return ours or lemma(main) in words.dealing


def _is_asked_already(book: Book, verb: Token) -> bool:
    return any(
        act.subject_span is not None and act.subject_span.start <= verb.idx < act.subject_span.end
        for act in book.acts.values()
        if act.type == "REQUEST"
    )


def _start(main: Token) -> Token:
    return next((child.left_edge for child in main.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl"}), main)


def _last(verb: Token) -> Token:
    doc, end = verb.doc, verb.right_edge.i
    while end > verb.i and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    return doc[end]
