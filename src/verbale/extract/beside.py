"""Clauses that tell what was done in one breath with the clause they hang on: "left on Monday, accusing Oslo of fraud",
"flew to Oslo on Monday, where she met the king", "the raid on Monday that killed ten"."""

from collections.abc import Iterator

from verbale.extract.tying_words import words
from verbale.language.parse import Token

_VERBS = frozenset({"VERB", "AUX"})


def told_beside(verb: Token) -> Iterator[Token]:
    """The words whose time is that of the dependent clause `verb`, since the two are told as one."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBG":
        verb = verb.head  # "killing ten and wounding …"
    if verb.dep_ in {"advcl", "acl", "pcomp"} and verb.tag_ == "VBG":
        yield from _over_participle(verb)
    elif verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and verb.head.lemma_ in words("speaking_to", "verbs"):
        yield verb.head  # "wrote on Monday to ask …"
    elif verb.dep_ == "relcl":
        yield from _over_relative(verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _making():
        yield verb.head  # "Wednesday's accord, signed by both": made on its day
    if verb.lemma_ in words("harming", "verbs"):
        yield from _over_harm(verb)


def _over_harm(verb: Token) -> Iterator[Token]:
    """ "Monday's raid killed ten and wounded two", "ten were killed and two wounded on Monday": one event."""
    others = [child for child in verb.rights if child.dep_ == "conj"]
    if verb.dep_ == "conj":
        others.append(verb.head)
    yield from (other for other in others if other.lemma_ in words("harming", "verbs"))
    for told in (verb, *others):
        yield from (child for child in told.lefts if child.dep_ == "nsubj" and child.pos_ == "NOUN")


def _making() -> frozenset[str]:
    return words("concluding", "verbs") | words("staging", "verbs")


def clauses_behind_names(noun: Token) -> Iterator[Token]:
    """ "Talks between Oslo and Rome, which were held on Monday": a parser hangs the clause from the name before it,
    though nobody holds or opens a country."""
    for name in noun.subtree:
        if name.ent_type_ in _COUNTRIES and name != noun:
            for verb in name.rights:
                opening = {child.dep_ for child in verb.lefts if child.lower_ in {"which", "that"}}
                if verb.dep_ == "relcl" and "nsubjpass" in opening and verb.lemma_ in words("staging", "verbs"):
                    yield verb


_COUNTRIES = frozenset({"GPE", "NORP", "PERSON", "LOC"})


def _over_participle(verb: Token) -> Iterator[Token]:
    """ "Left on Monday, accusing …", "sent a letter on Monday asking …", "ended the talks on Monday by walking out":
    not "after meeting", and not "having met"."""
    if any(child.dep_ in {"aux", "auxpass", "mark", "nsubj"} or child.tag_ == "WRB" for child in verb.lefts):
        return
    head = verb.head
    if verb.dep_ == "advcl" and head.pos_ in _VERBS and not any(child.dep_ == "prep" for child in verb.lefts):
        yield head
    elif verb.dep_ == "pcomp" and head.lower_ == "by" and head.head.pos_ in _VERBS:
        yield head.head
    elif verb.dep_ == "acl" and head.lemma_ in words("written", "nouns"):
        yield head
        if head.dep_ in {"dobj", "nsubjpass"} or (head.dep_ == "pobj" and head.head.lower_ == "in"):
            yield head.head if head.dep_ != "pobj" else head.head.head


def _over_relative(verb: Token) -> Iterator[Token]:
    """ "Flew to Oslo on Monday, where she met …", "met the envoy on Monday, whom she asked …", "the raid on Monday that
    killed ten": a simple past."""
    if verb.tag_ != "VBD" or any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts):
        return
    noun = verb.head
    opening = {child.lower_: child.dep_ for child in verb.lefts}
    if verb.lemma_ in words("harming", "verbs") and opening.keys() & {"that", "which"} and noun.pos_ == "NOUN":
        yield noun
    if "where" in opening or opening.get("whom") == "dobj":
        over = _verb_over(noun)
        if over is not None and (over.tag_ == "VBD" or any(child.lower_ in {"was", "were"} for child in over.lefts)):
            yield over
            if over.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in over.lefts):
                yield over.head


def _verb_over(noun: Token) -> Token | None:
    token = noun
    while token.dep_ in {"pobj", "prep", "appos", "dobj", "compound"} and token.head != token:
        token = token.head
        if token.pos_ in _VERBS:
            return token
    return None
