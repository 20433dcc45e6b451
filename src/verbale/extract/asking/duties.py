"""Asks that a party makes by saying what another has to do: "Ethiopia must stop filling it," said Egypt's minister."""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Book
from verbale.extract.asking.entering import DEMAND, Kind, Voices, enter, stands_for_party
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token

_CALL = Kind("call", ("change",), "ask:duty")
_DUTY = Kind(DEMAND.what, DEMAND.modes, "ask:duty")
_SHOULD = frozenset({"should", "ought"})
_MUST = frozenset({"must", "should", "ought"})
_BUT_NOT = frozenset({"if", "whether", "unless", "when", "because", "why", "how", "until", "once", "although"})


def tell_duties(book: Book, voices: Voices) -> None:
    """Add the asks of speakers who say what another party must, should or has to do."""
    for word in book.scene.doc:
        duty = _duty(word)
        if duty is None:
            continue
        verb, strong = duty
        said = voices.at(word)
        if said is None or not _is_deed(verb) or _is_within_ask(book, word):
            continue
        askers = tuple(key for key in book.parties(said.speakers) if stands_for_party(book, key))
        asked = _asked(book, verb if verb.dep_ != "xcomp" else verb.head, askers)
        if askers and asked:
            first = _first(verb)
            enter(
                book, _DUTY if strong else _CALL, verb, askers, asked, (first, _last(verb)), (_subject_edge(verb), verb)
            )


def _duty(word: Token) -> tuple[Token, bool] | None:
    """The verb of what is to be done, and whether it must be."""
    if word.tag_ == "MD" and word.lower_ in _MUST and word.dep_ == "aux":
        verb = word.head
        if any(child.dep_ == "nsubj" and child.i > word.i for child in verb.lefts):
            return None  # "should Caracas fail to submit it"
        if word.lower_ == "ought":
            verb = next((child for child in verb.children if child.dep_ == "xcomp"), verb)
        return verb, word.lower_ not in _SHOULD
    if word.lemma_ in {"need", "have"} and word.pos_ in {"VERB", "AUX"} and word.tag_ in {"VBZ", "VBP", "VB"}:
        due = next((c for c in word.rights if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts)), None)
        close = word.i + 1 < len(word.doc) and word.nbor().tag_ == "TO"  # not "has yet to", "has nothing to"
        if due is not None and close and not any(child.tag_ == "MD" or child.dep_ == "neg" for child in word.children):
            return due, word.lemma_ == "have"
    return None


def _is_deed(verb: Token) -> bool:
    """What somebody can do or leave off when told to: no state, nothing past or passive, no question."""
    if verb.pos_ != "VERB" or lemma(verb) in ask_words().states or any(token.text == "?" for token in verb.sent):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"have", "be", "been", "being"}:
        return False
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in {"need", "have"} else verb
    marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"}}
    return not marks & _BUT_NOT and clause.dep_ not in {"relcl", "advcl"}


def _is_within_ask(book: Book, word: Token) -> bool:
    """What another ask asks for, or tells."""
    spans = (
        span
        for act in book.acts.values()
        if act.type == "REQUEST"
        for span in (*act.evidence, act.subject_span)
        if span is not None
    )
    return any(span.start <= word.idx < span.end for span in spans)


def _asked(book: Book, verb: Token, askers: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that are named or pointed at as the subject; none where the speaker's own party is among them."""
    subjects = [token for token in verb_clause(verb).subjects if token.i < verb.i]
    keys = book.parties(book.scene.actors_of_all(subjects))
    if any(not book.scene.own(part) for token in subjects if token.conjuncts for part in (token, *token.conjuncts)):
        return ()  # "Africa and China need to trade more"
    if set(keys) & set(askers) or not all(book.scene.is_political(key) for key in keys):
        return ()
    return keys


def _first(verb: Token) -> Token:
    """The verb, or the "not" before it."""
    return next((child for child in verb.lefts if child.dep_ == "neg"), verb)


def _subject_edge(verb: Token) -> Token:
    top = verb.head if verb.dep_ == "xcomp" else verb
    return next((child.left_edge for child in top.lefts if child.dep_ == "nsubj"), verb)


def _last(verb: Token) -> Token:
    """The last word of what is to be done, the clauses after it left off."""
    doc, end = verb.doc, verb.right_edge.i
    for child in verb.rights:
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.lefts)
        aside = child.dep_ == "advcl" and doc[child.left_edge.i - 1].text == ","
        if child.dep_ in {"parataxis", "punct"} and child.text in {";", "—", ":", "-", "”", '"'}:
            end = min(end, child.i - 1)
        elif aside or (child.dep_ == "conj" and own):
            joins = [c.i for c in verb.rights if c.dep_ == "cc" and c.i < child.i]
            end = min(end, child.left_edge.i - 1, *(joins[-1:] if child.dep_ == "conj" else ()))
    while end > verb.i and (doc[end].is_punct or doc[end].is_space or doc[end].dep_ == "cc"):
        end -= 1
    return doc[end]
