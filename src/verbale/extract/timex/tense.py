"""Whether what an expression of time dates lies behind or ahead: the tense of the verb that governs it."""

from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from verbale.extract.timex.lexicon import load

Tense = Literal["past", "present", "future", ""]
_MAX_CLIMB = 16
_FUTURE_AUX = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "'d", "may", "might", "could", "should", "must", "can"}
)
_UNTIL = frozenset({"by", "until", "till"})


@lru_cache(maxsize=1)
def _planning() -> frozenset[str]:
    return frozenset(load().text("planning", "words").split())


@lru_cache(maxsize=1)
def _ahead() -> frozenset[str]:
    return frozenset(load().text("ahead", "words").split())


def tense_around(expression: Span) -> Tense:
    """Past, present, future, or "" where the sentence does not say."""
    token = expression.root
    before = expression.doc[expression.start - 1].lower_ if expression.start else ""
    verb = governing_verb(token)
    tense = tense_of(verb) if verb is not None else ""
    if token.dep_ in {"compound", "amod", "nmod", "nummod"} and token.head.pos_ in {"NOUN", "PROPN"}:
        return "present" if tense == "future" else ""  # "under a June agreement": the verb tells of something else
    if token.dep_ == "poss":
        return _of_owner(token, tense)
    own = _hangs_from(token, verb)
    if tense == "future" and not own and verb is not None and verb.i > expression.end and _told_before(expression):
        tense = "past"
    if tense == "present" and not own:
        tense = ""  # "follows Tuesday's declaration": the present is not the declaration's
    transitive = verb is not None and any(child.dep_ == "dobj" for child in verb.rights)
    before_past = verb is not None and _before_past(verb)
    if before in _UNTIL and not before_past and (tense != "past" or (transitive and before != "by")):
        return "future"
    if tense == "past" and verb is not None and verb.lemma_ in _planning():
        return "future"
    return tense


def _hangs_from(token: Token, verb: Token | None) -> bool:
    """True where the expression is the verb's own adverbial, straight or over a preposition."""
    head = token.head
    return (
        head == verb or (token.dep_ == "pobj" and head.head == verb) or (token.dep_ == "npadvmod" and head.head == verb)
    )


def _of_owner(token: Token, tense: Tense) -> Tense:
    """ "Thursday's meeting will …" and "ahead of Thursday's vote" lie ahead; "appealed Thursday's ruling" does not."""
    noun = token.head
    if noun.dep_ == "pobj" and noun.head.head.lower_ == "ahead":
        return "future"
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return "" if tense == "present" else tense
    return "past" if tense == "past" else ""


def _told_before(expression: Span) -> bool:
    """ "The leaders, who met in June, will …": a finite past between the sentence's start and the expression."""
    start = max(expression.sent.start, expression.start - _CLAUSE)
    return any(token.tag_ == "VBD" for token in expression.doc[start : expression.start])


# Words before an expression in which a verb of its own clause is looked for, where the parser gives one after it.
_CLAUSE = 25


def governing_verb(token: Token) -> Token | None:
    """The verb (or adjective such as "due") of the clause in which `token` stands."""
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head == token:
            return token if token.pos_ in {"VERB", "AUX"} else None
        token = head
        if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and token.lemma_ in _ahead()):
            return token
    return None


def tense_of(verb: Token) -> Tense:
    """By the verb's form, its auxiliaries, and for an infinitive or participle the verb above it."""
    for _ in range(_MAX_CLIMB):
        auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
        if "could" in auxiliaries and (verb.lemma_ in {"reach", "locate"} or any(c.dep_ == "neg" for c in verb.lefts)):
            return "past"  # "could not be reached Wednesday"
        if auxiliaries & _FUTURE_AUX:
            return (
                "past"
                if auxiliaries & {"could", "would", "should", "might", "may"} and "have" in auxiliaries
                else "future"
            )
        if verb.pos_ == "ADJ":
            return "past" if _before_past(verb) else "future"
        above = verb.head
        if "to" in auxiliaries:
            if above == verb:
                return "future"
            if above.lemma_ in _ahead() or above.pos_ in {"NOUN", "ADJ", "PROPN"}:
                return "past" if _before_past(above) else "future"
            verb = above
            continue
        if verb.tag_ == "VBN" and verb.lemma_ in _ahead() and not auxiliaries & {"had", "has", "have", "'ve", "’ve"}:
            marked = any(child.dep_ == "mark" for child in verb.lefts)  # "as planned Saturday"
            planned = verb.lemma_ in _planning() or verb.lemma_ in {"set", "expect"}
            return "future" if planned and not marked else "past"
        if verb.tag_ == "VBD" or auxiliaries & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "been"}:
            return "past"
        if auxiliaries & {"is", "are", "'s", "'re", "’s", "’re", "am", "be"}:
            return "future" if verb.tag_ == "VBG" else ""
        if verb.tag_ in {"VBZ", "VBP"}:
            return "present" if verb.lemma_ not in load().text("telling", "words").split() else "past"
        if verb.tag_ in {"VBG", "VBN", "VB"} and above != verb and verb.dep_ not in {"ROOT"}:
            if verb.tag_ == "VBN" and verb.dep_ == "acl":
                return "past"
            climbed = governing_verb(verb)
            if climbed is None or climbed == verb:
                return ""
            verb = climbed
            continue
        return ""
    return ""


def _before_past(word: Token) -> bool:
    """ "Had been due to expire Friday", "had been scheduled to meet": a past before the past."""
    holders = (word, word.head) if word.pos_ == "ADJ" else (word,)
    return any(child.lower_ == "had" for holder in holders for child in holder.lefts if child.dep_ == "aux")
