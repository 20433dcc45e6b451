"""Whether words that look like a length of time are one: not an age, a rate, an ordinal ("the second talks")."""

from functools import lru_cache

from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import load
from verbale.extract.timex.meaning import Found
from verbale.extract.timex.titles import names_an_event
from verbale.language.parse import Token


def is_rate_per(found: Found, context: Context) -> bool:
    """ "500 tons per week": a rate, not a length. With "a" it is no time, as in most of TimeBank."""
    before = context.before(found)
    if before is None:
        return False
    if found.meaning.unit in {"TS", "TM", "TH"}:
        return False
    return context.text[found.start : found.start + 3].lower() == "per"


def _is_rate(found: Found, before: Token | None, context: Context) -> bool:
    """ "$3 a year", "four flights a week"."""
    if before is None:
        return False
    unit_head = context.token_at(found.end - 1)
    if (
        before.lower_ in {"%", "percent"}
        or before.tag_ in {"CD", "$"}
        or before.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"}
    ):
        return True
    return before.pos_ == "NOUN" and unit_head.dep_ in {"npadvmod", "appos"} and any(
        token.like_num or token.tag_ in {"CD", "$"} for token in before.lefts
    )  # fmt: skip


def is_length(found: Found, context: Context) -> bool:
    meaning = found.meaning
    text = context.text
    token = context.token_at(found.end - 1)
    printed = text[found.start : found.end].lower()
    following = context.after(found)
    before = context.before(found)
    if found.start and text[found.start - 1] in "$€£.,":
        return False
    noun_follows = following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}
    if meaning.unit == "TS" and printed.endswith("second") and (token.pos_ != "NOUN" or noun_follows):
        return False
    if meaning.unit == "TM" and printed in {"minute", "minutes"}:
        return False
    if names_an_event(found, context) or _round_the_clock(found, context):
        return False
    if meaning.unit == "Q" and following is not None and following.lower_ == "of":
        return False
    if found.rule == "bare units":
        return _bare_units(found, token, before, following)
    if printed.startswith(("a ", "an ")) and meaning.count == "1" and _is_rate(found, before, context):
        return False  # "four flights a week", "$3 a year"
    if printed.endswith("old"):  # a person's age is no time of the story; a truce's is
        return following is not None and following.lemma_ in _ageing()
    if printed.startswith(("some day", "one day")) and before is not None and before.lower_ != "for":
        return printed != "some day"
    if meaning.count == "1" and printed.startswith(("a ", "an ")) and meaning.unit == "D":
        return not (following is not None and following.lower_ in {"of", "when", "that"})
    return True


@lru_cache(maxsize=1)
def _ageing() -> frozenset[str]:
    return frozenset(load().text("ageing", "words").split())


def _word_before(token: Token) -> str:
    """The word before `token`."""
    return token.doc[token.i - 1].lower_ if token.i else ""


def _round_the_clock(found: Found, context: Context) -> bool:
    """ "24 hours a day", "seven days a week": all the time."""
    start = context.token_at(found.end - 1).i + 1
    return found.meaning.count in {"24", "7"} and context.doc[start : start + 2].text.lower() in {"a day", "a week"}


def _bare_units(found: Found, token: Token, before: Token | None, following: Token | None) -> bool:
    """ "For years", "weeks after": plural units as a length, not "the days of …" or "his years"."""
    lead = before.lower_ if before is not None else ""
    if lead == "of" and before is not None and _word_before(before) == "matter":
        return False  # "a matter of days": soon
    if before is not None and (
        before.pos_ in {"DET", "PRON", "ADJ", "NUM", "PROPN"} or before.tag_ in {"PRP$", "POS", "VBG", "CD"}
    ):
        return lead in {"many", "more"}
    if found.meaning.unit in {"TS", "Q", "S", "TM"} or (
        found.meaning.unit == "D" and lead not in {"for", "in", "within", "after"}
    ):
        return found.meaning.unit == "D" and following is not None and following.lower_ in {"after", "before"}
    if following is not None and following.lower_ == "of":
        return before is not None and before.pos_ in {"VERB", "ADP", "SCONJ"} and lead != "of"
    return True
