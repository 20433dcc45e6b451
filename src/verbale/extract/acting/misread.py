"""Verbs that the pipeline takes for something else: an adjective, or a participle of the name before them."""

from verbale.language.parse import Token


def is_mistaken_for_adjective(verb: Token) -> bool:
    """ "Taiwan scrambled jets": a past tense between a sentence's first noun and another, taken for one phrase."""
    if verb.dep_ != "amod" or verb.tag_ not in {"VBD", "VBN"} or verb.head.i < verb.i or verb.i == 0:
        return False
    subject = verb.doc[verb.i - 1]
    return (
        subject.pos_ in {"PROPN", "NOUN"}
        and subject.left_edge.i <= verb.sent.start
        and subject.dep_ in {"nmod", "nsubj", "compound", "ROOT"}
    )


def is_verb_in_disguise(token: Token) -> bool:
    """ "Chad and Mali normalised relations": a past tense that the pipeline takes for an adjective, though it has a
    subject and an object."""
    if token.pos_ != "ADJ" or token.dep_ != "ROOT" or not token.lower_.endswith("ed"):
        return False
    return {"nsubj", "dobj"} <= {child.dep_ for child in token.children}


def is_main_after_name(verb: Token) -> bool:
    """ "Norway offered on Monday to mediate.": a sentence of a name and a participle, which is its past tense. A line
    without a stop is a headline, where it is a passive ("Iran urged to talk")."""
    name = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or name.dep_ != "ROOT" or name.pos_ != "PROPN" or verb.i != name.i + 1:
        return False
    return verb.sent[-1].text == "." and not any(child.dep_ in {"agent", "nsubj"} for child in verb.children)
