"""Expressions of time that a parser hangs from the wrong word, and the verb that grammar gives them to."""

from collections.abc import Iterator

from verbale.language.parse import Token

_VERBS = frozenset({"VERB", "AUX"})


def verb_behind(expression: Token) -> Token | None:
    """ "That evening 300 people rallied": the verb, where the parser takes the opening time for the sentence's head."""
    if expression.dep_ != "ROOT" or expression.pos_ not in {"NOUN", "PROPN"}:
        return None
    clauses = [child for child in expression.rights if child.dep_ in {"ccomp", "relcl"} and child.pos_ in _VERBS]
    if len(clauses) != 1 or expression.i + 1 != clauses[0].left_edge.i:
        return None
    return clauses[0] if any(child.dep_ == "nsubj" for child in clauses[0].lefts) else None


def verb_before_aside(expression: Token, head: Token) -> Token | None:
    """ "He left Rome, where he had met his colleague, Ana Pop, on June 2": the comma before "on" closes the name,
    so the day is the inner clause's, though the parser hangs it from `head`."""
    if expression.dep_ not in {"prep", "npadvmod"} or expression.i <= head.i or head.pos_ not in _VERBS:
        return None
    first = expression.left_edge.i
    if first < 2 or expression.doc[first - 1].text != ",":
        return None
    token = expression.doc[first - 2]
    while token != head and token.dep_ in {"compound", "flat", "appos"} and token.head != token:
        if token.dep_ == "appos" and token.head.dep_ in {"dobj", "pobj"}:
            return _clause_over(token, head)
        token = token.head
    return None


def verb_after_length(start: int, verb: Token) -> Token | None:
    """ "A day after talks collapsed on May 3, Kyiv accused …": the length is told of the main clause. `start` is where
    it is printed, `verb` what the parser hangs it from."""
    if verb.dep_ != "advcl" or verb.head.pos_ not in _VERBS:
        return None
    mark = next((child for child in verb.lefts if child.dep_ in {"mark", "advmod"}), None)
    return verb.head if mark is not None and mark.lower_ in {"after", "before"} and start < mark.idx else None


def is_another_time(head: Token, preposition: Token) -> bool:
    """ "Since the spring of 2022 on May 16": "on" never leads a time inside another."""
    return head.ent_type_ == "DATE" and preposition.dep_ == "prep" and preposition.lower_ == "on"


def verb_over_name(day: Token) -> Token | None:
    """ "In Vienna on Monday Ana Pop reached …", "at the summit on 9 May Ana Pop …": the verb, where the parser makes
    the day part of the name after it."""
    name = day.head
    if day.dep_ not in {"compound", "nummod"} or day.ent_type_ != "DATE" or name.left_edge != day:
        return None
    if name.dep_ == "nsubj" and name.head.pos_ in _VERBS:
        first = day.left_edge.i
        while first > 0 and day.doc[first - 1].ent_type_ == "DATE":
            first -= 1
        return name.head if first > 0 and day.doc[first - 1].lower_ == "on" else None
    if name.dep_ != "pobj" or name.ent_type_ not in {"PERSON", "GPE", "ORG"}:
        return None
    verb = next((token for token in name.ancestors if token.pos_ in _VERBS), None)
    alone = verb is not None and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    return verb if alone and verb is not None and name.i < verb.i else None


def _clause_over(aside: Token, head: Token) -> Token | None:
    """The relative clause that holds `aside`, where it stands inside `head`'s own clause."""
    for token in aside.ancestors:
        if token == head:
            return None
        if token.pos_ in _VERBS:
            return token if token.dep_ == "relcl" and head.is_ancestor(token) else None
    return None


def ends_of_object(verb: Token) -> Iterator[Token]:
    """ "Signed an accord on the release of prisoners in Doha on Monday": nouns deep in the object, from which a parser
    may hang a day at its end."""
    auxiliaries = {child.dep_ for child in verb.lefts}
    if verb.tag_ != "VBD" or auxiliaries & {"aux", "auxpass"}:
        return
    for thing in verb.rights:
        if thing.dep_ == "dobj" and thing.pos_ == "NOUN":
            yield from (token for token in thing.subtree if token.dep_ == "pobj" and not _is_in_clause(token, thing))


def _is_in_clause(token: Token, thing: Token) -> bool:
    for ancestor in token.ancestors:
        if ancestor == thing:
            return False
        if ancestor.pos_ in _VERBS:
            return True
    return True
