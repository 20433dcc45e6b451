"""Asks told as wishes or by their noun: "wants to be exempted", "would like Libya to hand them over", "has suggested
that the ministers meet", "Turkey's condition is that Sweden extradite them"."""

from collections.abc import Iterator

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Book
from verbale.extract.asking.entering import DEMAND, Kind, enter, stands_for_party
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token

_PROPOSAL = Kind("proposal", ("change",), "ask")
_WISHING = frozenset({"be", "want", "like", "suggest"})
_LIKING = frozenset({"would", "'d", "’d"})


def tell_wishes(book: Book) -> None:
    """Add what parties wish to be done, where two of them are named or the report is on talks, and what their ask is
    said to be."""
    bargaining = book.scene.is_on_talks or book.scene.is_of_negotiation
    for word in book.scene.doc:
        if word.pos_ not in {"VERB", "AUX"} or lemma(word) not in _WISHING or book.at(word):
            continue
        if lemma(word) == "be":
            _by_noun(book, word)
        elif bargaining and not any(child.dep_ == "neg" for child in word.children):
            _by_verb(book, word)


def _by_verb(book: Book, verb: Token) -> None:
    askers = _askers(book, verb)
    deed = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"}), None)
    if not askers or deed is None or deed.pos_ not in {"VERB", "AUX"}:
        return
    subject = next((child for child in deed.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    subject = subject or next((child for child in verb.rights if child.dep_ == "dobj" and child.i < deed.i), None)
    would = any(child.lower_ in _LIKING for child in verb.lefts)
    if lemma(verb) == "want" and subject is None and _is_done_by_others(deed):
        enter(book, DEMAND, verb, askers, (), (_start(deed), deed.right_edge))
    elif lemma(verb) == "like" and would and subject is not None:
        asked = tuple(key for key in book.parties(book.scene.actors(subject)) if key not in askers)
        enter(book, DEMAND, verb, askers, asked, (subject.left_edge, deed.right_edge))
    elif lemma(verb) == "suggest" and subject is not None and _is_to_be_done(verb, deed, subject):
        enter(book, _PROPOSAL, verb, askers, (), (subject.left_edge, deed.right_edge))


def _start(deed: Token) -> Token:
    return next((child for child in deed.lefts if child.dep_ == "auxpass"), deed)


def _askers(book: Book, verb: Token) -> tuple[str, ...]:
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    keys = book.parties(book.scene.actors_of_all(subjects))
    return tuple(key for key in keys if book.scene.is_political(key))


def _is_done_by_others(deed: Token) -> bool:
    """ "to be exempted", "to see the maps": not what a party wants to do itself."""
    passive = deed.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in deed.lefts)
    shown = lemma(deed) == "see" and any(child.dep_ in {"dobj", "ccomp"} for child in deed.rights)
    return passive or shown


def _is_to_be_done(verb: Token, deed: Token, subject: Token) -> bool:
    """ "suggested that the ministers meet again": after a past, what only is would be told as past too."""
    bare = deed.tag_ in {"VB", "VBP"} and not any(child.dep_ in {"aux", "auxpass"} for child in deed.children)
    told = verb.tag_ in {"VBD", "VBN"} and subject.tag_ in {"NNS", "NNPS"}
    return bare and told and lemma(deed) not in ask_words().states


def _by_noun(book: Book, copula: Token) -> None:
    """ "The demand of the Houthis is that the port be opened", "Cairo's proposal is for a truce of three days"."""
    noun = next((child for child in copula.lefts if child.dep_ == "nsubj"), None)
    if noun is None or lemma(noun) not in ask_words().nouns | {"condition", "precondition"} or book.at(noun):
        return
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in copula.children):
        return
    askers = tuple(key for key in book.parties(_owners(book, noun)) if stands_for_party(book, key))
    told = _content(copula)
    if askers and told is not None:
        first, last = told
        asked = _doer(book, copula, askers)
        kind = DEMAND if lemma(noun) not in {"proposal", "suggestion"} else _PROPOSAL
        enter(book, kind, noun, askers, asked, (first, last), (noun.left_edge, last))


def _owners(book: Book, noun: Token) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound"}:
            yield from book.scene.actors(child)
        elif child.lower_ in {"of", "from", "by"}:
            yield from book.scene.actors_of_all(token for token in child.children if token.dep_ == "pobj")


def _content(copula: Token) -> tuple[Token, Token] | None:
    for child in copula.rights:
        if child.dep_ in {"ccomp", "advcl"} and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts):
            first = next(c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that")
            return (first.nbor(), child.right_edge) if first.i < child.i else None
        if child.dep_ == "prep" and child.lower_ == "for":
            things = [token for token in child.children if token.dep_ == "pobj"]
            return (things[0].left_edge, child.right_edge) if things else None
    return None


def _doer(book: Book, copula: Token, askers: tuple[str, ...]) -> tuple[str, ...]:
    """Who is to do what the that-clause tells."""
    deed = next((child for child in copula.rights if child.dep_ in {"ccomp", "advcl"}), None)
    subjects = [child for child in deed.lefts if child.dep_ == "nsubj"] if deed is not None else []
    keys = book.parties(book.scene.actors_of_all(subjects))
    return tuple(key for key in keys if key not in askers and book.scene.is_political(key))
