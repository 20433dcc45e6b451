"""Asks that are no business of two parties: a source's wish to stay unnamed, what is asked of the reporter, a question
for an answer in words, what somebody's own wife or minister told them, and a call to one's own followers to march."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Act

_ASKED_THERE = frozenset({"me", "us"})  # as written: "US" is a state
_QUESTION = frozenset({"what", "which", "who", "whom", "whose", "where", "when", "why", "how", "whether", "if"})
_PASSIVE = frozenset({"be", "being", "remain", "stay", "speak"})
_NAMES = frozenset({"name", "names", "identity"})
# How many words after an ask may tell that it is for a source's cover.
_NEAR = 12


def is_private(book: Book, act: Act) -> bool:
    """True for an ask that no ledger of parties holds."""
    token = book.token_of(act)
    if token is None:
        return False
    return (
        _is_for_cover(token)
        or _is_of_reporter(book, token)
        or _is_question(act, token)
        or _is_of_ones_own(token)
        or _is_rally(book, act, token)
    )


def _is_for_cover(token: Token) -> bool:
    """ "asked not to be identified", "who asked for anonymity", "begged me to leave out his name"."""
    if token.pos_ not in {"VERB", "NOUN"} or token.dep_ == "nsubj":
        return False
    last = token.right_edge.i
    words: list[Token] = []
    for word in token.doc[token.i + 1 : min(token.i + 1 + _NEAR, last + 1)]:
        if word.text in {",", ";"}:
            break
        words.append(word)
    near = {word.lower_ for word in words}
    if near & {"anonymity", "anonymous", "unnamed", "unidentified", "nameless"}:
        return True
    if near & ask_words().cover and near & _PASSIVE and "not" in near | {child.lower_ for child in token.lefts}:
        return True
    named = any(word.lower_ in _NAMES and any(c.dep_ == "poss" for c in word.lefts) for word in words)
    return named and bool(near & {"out", "not", "off", "withhold", "withheld", "omit", "change", "changed", "without"})


def _is_of_reporter(book: Book, token: Token) -> bool:
    """ "asked us to come back", outside of quotes: whoever reports was asked."""
    whom = [child for child in token.rights if child.dep_ in {"dobj", "dative"}]
    whom += [c for child in token.rights if child.dep_ in {"ccomp", "xcomp"} for c in child.lefts if c.dep_ == "nsubj"]
    if not any(word.text in _ASKED_THERE for word in whom):
        return False
    return not _is_quoted(token)


def _is_quoted(token: Token) -> bool:
    """True where a quote opened before `token` has not closed, in its paragraph."""
    opened = False
    for word in token.doc[max(token.i - 120, 0) : token.i]:
        if "\n" in word.text:
            opened = False
        elif word.text in {"“", "«"}:
            opened = True
        elif word.text in {"”", "»"}:
            opened = False
        elif word.text in {'"', "''", "``"}:
            opened = not opened
    return opened


def _is_question(act: Act, token: Token) -> bool:
    """ "asked which page it was on", "asked what there was to fear": for an answer in words, not for a deed."""
    if lemma(token) != "ask" or token.pos_ != "VERB":
        return False
    words = act.subject.lower().split()
    if not words:
        return False
    return words[0] in _QUESTION or (
        len(words) > 1 and words[0] in {"on", "in", "by", "to", "for"} and words[1] == "which"
    )


def _is_of_ones_own(token: Token) -> bool:
    """ "My wife asks which one she should frame", "my minister told me to sign it"."""
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    return any(child.lower_ == "my" for noun in subjects for child in noun.lefts)


def _is_rally(book: Book, act: Act, token: Token) -> bool:
    """ "the rally that it had called for": a call to one's followers; and "asked for things" alone."""
    head = content_head(book, Ask(act, token, 0)) if act.subject_span is not None else None
    if head is None or act.targets:
        return False
    if lemma(head) == "thing":
        return True
    return lemma(token) == "call" and lemma(head) in ask_words().marches
