"""Whether what an expression of time dates lies behind or ahead: the tense of the verb that governs it."""

from functools import lru_cache
from typing import Literal

from verbale.extract.timex.lexicon import load, words_of
from verbale.language.parse import Span, Token

# "either": planned as seen from a past, so that the nearer side is meant ("had been due Friday", "talks set for Monday
# were called off").
Tense = Literal["past", "present", "future", "either", ""]
_MAX_CLIMB = 16
# Steps up from a time to a noun that says that it lies ahead.
_NOUNS_UP = 6
_FUTURE_AUX = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "'d", "may", "might", "could", "should", "must", "can"}
)
_UNTIL = frozenset({"by", "until", "till"})
_THROUGH = frozenset({"until", "till", "through"})


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
    if before in words_of("starting"):
        return "future"  # "a new chief, effective Feb. 1"
    if _of_what_will_come(token) or _behind_what_will_come(expression, verb):
        return "either" if tense == "past" else "future"
    own = _hangs_from(token, verb)
    if tense == "future" and not own and verb is not None and verb.i > expression.end and _told_before(expression):
        tense = "past"
    if tense == "present" and not own:
        tense = ""  # "follows Tuesday's declaration": the present is not the declaration's
    transitive = verb is not None and any(child.dep_ == "dobj" for child in verb.rights)
    before_past = verb is not None and _before_past(verb)
    if before in _UNTIL and not before_past and (tense != "past" or (transitive and before != "by")):
        return "future"
    if tense == "past" and before in _THROUGH and not before_past:
        return ""  # "gave them until mid-November", "loans through January": the end may lie either way
    if tense == "past" and verb is not None and verb.lemma_ in _planning() and not _as_planned(verb):
        return "future"
    return tense


def _of_what_will_come(token: Token) -> bool:
    """ "The upcoming summit in November", "her planned visit to Oslo on Monday": the noun says that it lies ahead."""
    for _ in range(_NOUNS_UP):
        head = token.head
        if head == token or head.pos_ in {"VERB", "AUX"}:
            return False
        token = head
        if token.pos_ in {"NOUN", "PROPN"} and any(child.lower_ in words_of("coming") for child in token.lefts):
            return True
    return False


def _behind_what_will_come(expression: Span, verb: Token | None) -> bool:
    """The same where a parser hangs the time from the verb: "talked about the planned visit of envoys in May"."""
    if verb is None or not verb.i < expression.start < verb.i + _CLAUSE:
        return False
    nouns = (token for token in expression.doc[verb.i + 1 : expression.start] if token.pos_ == "NOUN")
    return any(child.lower_ in words_of("coming") for noun in nouns for child in noun.lefts)


def _as_planned(verb: Token) -> bool:
    """ "Began as planned Saturday": what was planned has come."""
    return any(child.lower_ == "as" for child in verb.lefts)


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
            return "either" if _before_past(verb) or _was(verb) else "future"
        above = verb.head
        if "to" in auxiliaries:
            if above == verb:
                return "future"
            if above.pos_ in {"NOUN", "PROPN"} and _singled_out(above) and governing_verb(above) not in {None, verb}:
                verb = governing_verb(above) or verb
                continue
            if above.lemma_ in _ahead() or above.pos_ in {"NOUN", "ADJ", "PROPN"}:
                return "either" if _before_past(above) or _was(above) else "future"
            verb = above
            continue
        if verb.tag_ == "VBN" and verb.lemma_ in _ahead() and not auxiliaries & {"had", "has", "have", "'ve", "’ve"}:
            planned = verb.lemma_ in _planning() or verb.lemma_ in {"set", "expect"}
            if not planned or _as_planned(verb):
                return "past"
            return "either" if auxiliaries & {"was", "were"} or _of_past(verb) else "future"
        if verb.tag_ == "VBN" and not auxiliaries and any(child.dep_ == "nsubj" for child in verb.lefts):
            return "past"  # "it will wait, and its cabinet rejected …": a past taken for a participle
        if verb.tag_ == "VBD" or auxiliaries & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "been"}:
            return "past"
        if auxiliaries & {"is", "are", "'s", "'re", "’s", "’re", "am", "be"}:
            return "future" if verb.tag_ == "VBG" else ""
        if verb.tag_ in {"VBZ", "VBP"}:
            if verb.tag_ == "VBP" and _has_singular_subject(verb):
                return "past"
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


def _was(word: Token) -> bool:
    """ "Was due to meet", "were scheduled to end"."""
    holders = (word, word.head) if word.pos_ == "ADJ" else (word,)
    return any(
        child.lower_ in {"was", "were"}
        for holder in holders
        for child in (holder, *holder.lefts)
        if child.pos_ == "AUX"
    )


def _of_past(participle: Token) -> bool:
    """ "Talks planned for Saturday were called off": the plan belongs to the subject of a past verb."""
    noun = participle.head
    if participle.dep_ != "acl" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return noun.head.tag_ == "VBD" or any(child.lower_ in {"was", "were", "had"} for child in noun.head.lefts)


def _before_past(word: Token) -> bool:
    """ "Had been due to expire Friday", "had been scheduled to meet": a past before the past."""
    holders = (word, word.head) if word.pos_ == "ADJ" else (word,)
    return any(child.lower_ == "had" for holder in holders for child in holder.lefts if child.dep_ == "aux")


def _singled_out(noun: Token) -> bool:
    """ "The first states to join", "the only side to sign": the infinitive tells what was, not what will be."""
    words = load().text("singled_out", "words").split()
    return any(child.lower_ in words for child in noun.lefts) or noun.lower_ in words


def _has_singular_subject(verb: Token) -> bool:
    """ "The walkout hit the talks": a form without -s after a singular subject is the past ("hit", "cut", "put")."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return bool(subjects) and subjects[-1].tag_ == "NN" and not subjects[-1].conjuncts and verb.lower_ == verb.lemma_
