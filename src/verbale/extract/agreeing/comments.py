"""What a reporter adds to a point: "…, the first success in four years", "…, half of what they had asked for"."""

from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc

RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})


def before_comment(doc: Doc, start: int, end: int) -> int:
    """`end`, or the comma before what the reporter adds about the whole: "…, the first success in four years",
    "…, eighteen years after they came"."""
    for position in range(start + 2, end - 2):
        if doc[position].text == "," and _comments(doc, position + 1, end):
            return position
    return end


def _comments(doc: Doc, at: int, end: int) -> bool:
    first, second = doc[at], doc[at + 1]
    if first.lower_ in WORDS.compares and second.lower_ in {"of", "what", "as", "the", "than", "from", "with"}:
        return True  # "…, half of what they had asked for"
    if first.like_num and second.lower_ in {"fewer", "more", "less"}:
        return True  # "…, 300,000 fewer than before"
    if first.tag_ == "VBG" and first.dep_ == "advcl" and first.lemma_.lower() in WORDS.aims:
        return True  # "…, ending a rift of seven years"
    if first.dep_ not in {"det", "nummod", "quantmod"} or first.head.i >= end:
        return False
    noun = first.head
    if noun.dep_ == "npadvmod" and noun.ent_type_ == "DATE":
        return any(token.lower_ in {"after", "before"} for token in doc[noun.i + 1 : end])
    ranked = second.tag_ == "JJS" or second.lower_ in RANKS
    return first.dep_ == "det" and (noun.dep_ == "npadvmod" or (ranked and noun.dep_ in {"appos", "dobj"}))
