"""Answers by what became of the matter: "the clause was dropped", "it did not make it into the text", "the point stands
in the agreement"."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import content_head, things_of
from verbale.extract.asking.later import points_back
from verbale.extract.asking.said import spoken_words
from verbale.extract.asking.window import shared
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Answered

_INSIDE = frozenset({"in", "into"})
_STANDING = frozenset({"be", "appear", "stand", "figure", "feature", "make"})
_DEFINITE = frozenset({"the", "that", "this", "such", "these", "those"})


def fate(book: Book, ask: Ask, verb: Token) -> Answered | None:
    """What the clause of `verb` tells of the thing asked for, or of the ask."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or any(child.tag_ == "MD" for child in verb.children):
        return None
    if (few := _by_few(book, ask, verb, subject)) is not None:
        return few
    if (there := _is_still_there(book, ask, verb, subject)) is not None:
        return there
    if (silent := _text_is_silent(book, ask, verb, subject)) is not None:
        return silent
    if not _is_it(book, ask, subject):
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    if subject.dep_ == "nsubjpass":
        return "refused" if keys_of(verb) & spoken_words()["left_out"] and not negated else None
    within = [token for child in verb.rights if child.lower_ in _INSIDE for token in child.children]
    if lemma(verb) not in _STANDING or not any(lemma(token) in spoken_words()["texts"] for token in within):
        return None
    return "refused" if negated else "accepted"


def _text_is_silent(book: Book, ask: Ask, verb: Token, subject: Token) -> Answered | None:
    """ "The text says nothing about it", "makes no mention of the fund", "is silent on that": it was left out."""
    words = spoken_words()
    if lemma(subject) not in words["texts"] or book.sentence_of[verb.i] - ask.sentence > 1:
        return None
    nothing = any(
        child.lower_ == "nothing" or (lemma(child) in {"mention", "word", "reference"} and _is_no(child))
        for child in verb.rights
    )
    silent = any(child.lower_ == "silent" for child in verb.rights)
    not_mentioned = lemma(verb) in {"mention", "contain", "include"} and any(c.dep_ == "neg" for c in verb.children)
    if not (nothing or silent or not_mentioned):
        return None
    after = [token for token in verb.subtree if token.i > verb.i]
    back = any(token.lower_ in {"it", "that", "this", "them", "either"} for token in after)
    return "refused" if back or shared(book, ask, verb) else None


def _is_no(noun: Token) -> bool:
    return any(child.lower_ in {"no", "any"} for child in noun.children)


def _by_few(book: Book, ask: Ask, verb: Token, subject: Token) -> Answered | None:
    """ "Few of them obeyed", "Some did": of those asked, a part."""
    words = spoken_words()
    deed = next((child for child in verb.rights if child.dep_ == "xcomp"), verb)
    if lemma(subject) not in words["few"] or not {lemma(verb), lemma(deed)} & words["obeying"]:
        return None
    return "partial" if book.sentence_of[verb.i] - ask.sentence <= 1 else None


def _is_still_there(book: Book, ask: Ask, verb: Token, subject: Token) -> Answered | None:
    """ "asked for the court's role to be ended; it remains": what was to go has stayed."""
    head = content_head(book, ask)
    if head is None or lemma(verb) not in spoken_words()["staying"] or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    gone = ask_words().deeds_of(keys_of(head)) & {"stop", "lift", "leave"} or lemma(head) in {"abolish", "close"}
    near = book.sentence_of[verb.i] - ask.sentence <= 1
    meant = subject.lower_ in {"it", "they"} or (lemma(subject) in things_of(head) and _is_definite(subject))
    return "refused" if gone and near and meant else None


def is_matter(book: Book, ask: Ask, verb: Token) -> bool:
    """True where the thing asked for, or the ask, is the subject of `verb`."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and _is_it(book, ask, child) for child in verb.lefts)


def _is_it(book: Book, ask: Ask, subject: Token) -> bool:
    """The ask's noun, or the thing asked for, with a definite article; not any "it"."""
    if subject == content_head(book, ask):
        return True  # "A rerun, which they had demanded, is not in the text"
    if subject.pos_ == "PRON":
        return subject.lower_ in {"that", "this", "both", "neither", "either"}
    if points_back(subject):
        return True
    own = any(child.lower_ in {"its", "their", "his", "her"} for child in subject.children)
    if lemma(subject) in ask_words().nouns | {"clause", "point"}:
        return own or _is_definite(subject)
    head = content_head(book, ask)
    return head is not None and _is_definite(subject) and lemma(subject) in things_of(head)


def _is_definite(subject: Token) -> bool:
    return any(child.lower_ in _DEFINITE for child in subject.children)
