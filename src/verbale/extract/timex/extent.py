"""How far an expression reaches: TimeML leaves out prepositions and the determiner before a length that describes."""

import re
from dataclasses import replace

from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import words_of
from verbale.extract.timex.meaning import Found

_DETERMINER = re.compile(r"(?:the|its|their|his|her|our|these|those)\s+", re.IGNORECASE)
_OWNER = re.compile(r"(?:its|their|his|her|our)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:over|under|around|about|some)\s+", re.IGNORECASE)
_HYPHENED = re.compile(r"\w[-‐‑](?!old)\w+$", re.IGNORECASE)


def trimmed(found: Found, context: Context) -> Found:
    """`found` without words before it that belong to the sentence: "the two-week crisis", "over the past year"."""
    printed = context.text[found.start : found.end]
    cut = 0
    preposition = _PREPOSITION.match(printed)
    if preposition and found.meaning.mod and _is_preposition(found, context):
        cut = preposition.end()
        found = replace(found, meaning=replace(found.meaning, mod="", approximate=found.meaning.count == "X"))
    attributive = found.meaning.unit and found.meaning.count not in {"1", "X"} and not printed.lower().endswith("s")
    pattern = _DETERMINER if attributive or _HYPHENED.search(printed) else _OWNER
    determiner = pattern.match(printed, cut)
    if determiner and found.rule in {"duration", "quarter"}:
        cut = determiner.end()
    return replace(found, start=found.start + cut) if cut else found


def _is_preposition(found: Found, context: Context) -> bool:
    """ "over the past year", "under its two-year plan": not "over a week" for more than a week."""
    token = context.token_at(found.start)
    if token.lower_ not in {"over", "under"}:
        return False
    if token.dep_ == "prep" and token.head.tag_ == "VBN" and token.head.lemma_ not in words_of("lasting"):
        return True  # "paid over 39 years": the parse tells it from "lasted over 39 years"
    following = context.doc[token.i + 1].lower_ if token.i + 1 < len(context.doc) else ""
    return following in {"the", "its", "their", "his", "these", "several"}
