"""Heads that the parser regularly gets wrong, put right in the parse itself, before any step reads the tree.

What is mended here is wrong wherever it stands, whatever is extracted; what only one kind of finding needs is mended
where that is read. The parser's scheme is spaCy's English one (CLEAR, Choi & Palmer 2012).
"""

from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DAYS = frozenset({"DATE", "TIME"})
# Adverbs that may stand between the verb and its day: "said late on Monday".
_OF_DAY = frozenset({"late", "early", "earlier", "later"})


def mend_heads(doc: Doc) -> Doc:
    """`doc`, whose names must be set, with heads changed in place.

    A day right behind a verb of saying is that verb's, not the clause's behind it ("Oslo said on Tuesday it would
    leave"): without "that" the clause begins with its subject.
    """
    ccomp = doc.vocab.strings["ccomp"]
    for at in [i for i, dep in enumerate(doc.to_array("DEP").tolist()) if dep == ccomp]:
        _day_to_verb_above(doc[at])
    return doc


def _day_to_verb_above(verb: Token) -> None:
    above = verb.head
    if above.tag_ not in {"VBD", "VBN"} or above.i > verb.i:
        return
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return
    opening = [child for child in verb.lefts if child.i < subject.i]
    if len(opening) != 1 or not _is_day(opening[0]) or opening[0].right_edge.i + 1 != subject.left_edge.i:
        return
    between = verb.doc[above.i + 1 : opening[0].left_edge.i]
    if all(above.is_ancestor(token) and not token.is_punct for token in between):
        opening[0].head = above


def _is_day(phrase: Token) -> bool:
    """ "on Tuesday", "Monday", "late on 3 May": not "in 2015", which may well be told of what is said."""
    if phrase.lower_ in _OF_DAY:
        phrase = next((child for child in phrase.rights if child.dep_ == "prep"), phrase)
    if phrase.dep_ == "npadvmod":
        return phrase.ent_type_ in _DAYS and phrase.pos_ == "PROPN"
    return phrase.lower_ == "on" and any(child.ent_type_ in _DAYS for child in phrase.rights)
