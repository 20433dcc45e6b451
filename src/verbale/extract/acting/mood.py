"""What a verb's form and its clause's mark say: hoped, ordered, asked, on a condition, reported from the past."""

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.phrases import before_aside, is_gerund_subject
from verbale.language.parse import Token

_NOBODY = frozenset({"nobody", "none", "neither", "no-one"})


def is_hoped(verb: Token) -> bool:
    """ "hopes that the opposition will support it"."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i or lemma(verb.head) not in context_words()["status.hoping"]:
        return False
    return before_aside(verb) is None  # "urged them to come, and both accepted": no part of what was hoped


def is_imperative(verb: Token) -> bool:
    """ "Everyone take to the streets!", "Release them now.": told to be done."""
    if verb.tag_ != "VB" or any(c.dep_ in {"aux", "auxpass", "mark"} for c in verb.lefts):
        return False
    if verb.dep_ == "ccomp":  # quoted: '"Let them in," he said'
        return verb.i < verb.head.i and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)
    if verb.dep_ != "ROOT":
        return False
    return verb.sent.text.rstrip("\"'”’ \n").endswith("!") or not any(c.dep_ == "nsubj" for c in verb.lefts)


def is_thought_of(verb: Token) -> bool:
    """ "Strengthening the alliance is its first aim": a gerund as subject, which nobody is said to have done."""
    return verb.dep_ == "csubj" and verb.tag_ == "VBG" and not is_gerund_subject(verb)


def is_reported(verb: Token) -> bool:
    """In a reported clause "would" is the past of "will"."""
    return verb.dep_ in {"ccomp", "conj"} and verb.head.tag_ in {"VBD", "VBN", "VBG"} and verb.head.pos_ == "VERB"


def is_conditional(verb: Token) -> bool:
    """In an if-clause, an inverted condition ("Had Moscow withdrawn …"), or the main clause of an unreal one."""
    words = context_words()
    current = verb
    for _ in range(4):
        marks = {child.lower_ for child in current.children if child.dep_ in {"mark", "advmod"}}
        if marks & words["status.conditions"] - {"once"} or is_asked(current):
            return True
        if current.dep_ in {"conj", "xcomp"} and current.head != current:
            current = current.head
        else:
            break
    helpers = [child for child in current.children if child.dep_ == "aux"]
    subjects = [child for child in current.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return bool(
        helpers
        and subjects
        and helpers[0].lower_ in {"had", "should", "were"}
        and helpers[0].i < subjects[0].i
        and helpers[0].i == current.left_edge.i
        and current.dep_ == "advcl"
    )


def is_asked(verb: Token) -> bool:
    """ "depends on how seriously Oslo engages", "to settle how they will disarm": an open question, not a deed."""
    if verb.dep_ not in {"pcomp", "ccomp"} or verb.tag_ in {"VBD", "VBN"}:
        return False
    asking = {"how", "whether", "when", "where"}
    return any(word.lower_ in asking for child in verb.lefts for word in (child, *child.lefts))


def has_condition(verb: Token) -> bool:
    """ "will lift sanctions if …"."""
    return any(
        child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in child.children)
        for child in verb.children
    )


def helpers_of(verb: Token) -> set[str]:
    """The auxiliaries of `verb`, as written."""
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def is_for_someone(verb: Token) -> bool:
    """ "The task is for the two sides to sit down": nobody has."""
    return any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.children)


def is_nobody(subject: Token) -> bool:
    """ "nobody", "none of the parties", "neither side", "not a single envoy": what they do is not done."""
    if subject.lower_ in _NOBODY:
        return True
    before = [word.lower_ for word in subject.lefts]
    return "not" in before and bool({"a", "one", "single"} & set(before))
