"""Whether a clause gives an answer, or only thinks of one: "to accept would be a mistake", "likely to refuse"."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.language.parse import Token

_NTH = frozenset({"latest", "first", "second", "third", "last", "only"})
_THINKING = frozenset({"MD"})


def is_given(verb: Token) -> bool:
    """True for a finite verb, and for an infinitive or gerund that its governor tells as done ("was forced to agree",
    "went on to reject it", "Rejecting the offer, she said …")."""
    if verb.dep_ == "ccomp" and lemma(verb.head) == "deny":
        return False  # "denied that it had accepted"
    if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ and not _own_marks(verb):
        return is_given(verb.head)
    if verb.tag_ == "VB" and not any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.lefts):
        return False  # "three principles: renounce violence, accept the deals"
    if any(child.lower_ in _NTH for child in verb.head.lefts) and verb.dep_ in {"acl", "relcl"}:
        return True  # "has become the latest leader to reject it"
    if any(child.tag_ == "TO" for child in verb.lefts):
        return verb.dep_ == "xcomp" and carries_out(verb.head) and is_given(verb.head)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return verb.head.lower_ in context_words()["answers.while_done"]
    return True


def carries_out(governor: Token) -> bool:
    """True where what `governor` takes is done, or is sure to be: no "likely to", "obliged to", "wants to"."""
    words = context_words()
    if governor.pos_ == "ADJ" or any(child.dep_ in {"acomp", "attr"} for child in governor.children):
        return any(lemma(word) in words["answers.ready"] for word in (governor, *governor.children))
    if any(child.tag_ in _THINKING for child in governor.children):
        return False
    return lemma(governor) in words["answers.carried_out"]


def is_unwilling(verb: Token) -> bool:
    """ "was not ready to accept it", "did not agree to give in": what governs the infinitive is denied."""
    if verb.dep_ != "xcomp":
        return False
    above = (verb.head, verb.head.head) if verb.head.dep_ in {"acomp", "attr"} else (verb.head,)
    return any(child.dep_ == "neg" or child.lower_ == "never" for word in above for child in word.children)


def is_supposed(verb: Token) -> bool:
    """ "until Oslo said yes", "only after Washington establishes ties", "if he frees them": not happened yet."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    if marks & context_words()["answers.supposing"]:
        return True
    later = {"after", "once", "when"}
    only = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].lower_ == "only"
    only = only or (verb.dep_ == "pcomp" and verb.head.i > 0 and verb.head.nbor(-1).lower_ == "only")
    return bool(marks & later) and (only or any(child.lower_ == "only" for child in verb.children))


def succeeds(verb: Token) -> bool:
    """ "managed to persuade", "succeeded in convincing"."""
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.dep_ in {"pcomp", "xcomp"} and lemma(governor) in {"manage", "succeed"} and is_given(governor)


def _own_marks(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.lefts)
