"""Whether figures are a year: not an amount, a count, a part of a name or an address."""

from functools import lru_cache

from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import load, words_of
from verbale.extract.timex.meaning import Found
from verbale.language.parse import Token

_TIMES = frozenset({"DATE", "TIME"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@lru_cache(maxsize=16)
def _beside(name: str) -> frozenset[str]:
    return frozenset(load().text("beside_years", name).split())


def is_year(found: Found, context: Context) -> bool:
    """A number of four digits that is a year: not an amount, a count, a part of a name or an address."""
    start, end, text = found.start, found.end, context.text
    if "year" in text[start:end].lower():
        return True
    if start and text[start - 1] in "$€£¥#.,+":
        return False
    if start > 1 and text[start - 1] in "-–—/" and text[start - 2].isalpha():
        led_by = text[max(0, start - 5) : start - 1].lower().strip(" (\n")
        return text[start - 1] in "—–/" or led_by in {"mid", "post", "pre"}
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return False
    token, before, following = context.token_at(start), context.before(found), context.after(found)
    if before is not None and before.pos_ == "PROPN" and before.ent_type_ not in _TIMES and before.whitespace_:
        return False  # "a venture called Orion 1980"
    lead = before.lower_ if before is not None else ""
    if following is not None and following.lower_ in _beside("after_numbers"):
        return False
    return _reads_as_year(found.meaning.year or 0, token, lead, following)


def _reads_as_year(year: int, token: Token, lead: str, following: Token | None) -> bool:
    """By the word before it and the noun after it: "in 1998", "the 1998 accord", but "with 2000 troops"."""
    if lead in {"the", "its", "their", "his"} and 1900 < year < 2100 and year != 2000:
        return True
    plural = following is not None and following.tag_ == "NNS"
    if lead in _beside("before"):
        counted = plural and token.dep_ == "nummod" and lead not in {"in", "since"}
        return not counted and (year >= 1400 or lead in _beside("before_old"))
    if not 1500 <= year <= 2100 or lead in _beside("before_numbers"):
        return False
    return token.dep_ not in ({"nummod", "quantmod"} if plural else {"quantmod"})


def is_ancient(found: Found, context: Context) -> bool:
    """ "In 218" in a text that counts years before Christ: three figures after a preposition of time, and no count."""
    before, following = context.before(found), context.after(found)
    if before is None or not context.is_ancient or context.token_at(found.start).dep_ in {"nummod", "quantmod"}:
        return False
    counted = following is not None and (following.pos_ in _NOUNS or following.lower_ in _beside("after_numbers"))
    return before.lower_ in words_of("at_years") and not counted
