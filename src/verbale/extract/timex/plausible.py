"""Whether words that look like a time are one: "may" the month or the verb, "2000 troops", "the fall of Saigon".

One predicate for each rule that needs a look at the parse; the others stand by their words alone.
"""

from collections.abc import Callable

from verbale.extract.timex import plausible_lengths as lengths
from verbale.extract.timex import plausible_years as years
from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import load, words_of
from verbale.extract.timex.meaning import Found
from verbale.extract.timex.tense import tense_of
from verbale.extract.timex.titles import COMMON_WORDS, is_procession, is_title, names_an_event

_NOUNS = frozenset({"NOUN", "PROPN"})


_WHOLE_WORDS = frozenset({"duration", "bare units", "unit-long", "per unit"})


def _inside_compound(found: Found, text: str) -> bool:
    """True for "month" of "6-month-old": a part of a compound that has begun before."""
    start = found.start
    return start > 1 and text[start - 1] in "-‐‑" and text[start - 2].isalnum()


def plausible(found: Found, context: Context) -> bool:
    if found.rule in _WHOLE_WORDS and _inside_compound(found, context.text):
        return False
    if found.rule in COMMON_WORDS and is_title(found, context):
        return False
    test = _TESTS.get(found.rule)
    return test is None or test(found, context)


def _month(found: Found, context: Context) -> bool:
    """A bare month: capital letter, and not the verb, the adjective or a person's name."""
    token = context.token_at(found.end - 1)
    word = token.lower_.rstrip(".")
    printed = context.text[token.idx : found.end]
    if not printed[:1].isupper():
        return word not in {"may", "march", "august", "mar", "jan", "jun", "dec", "sep"}
    if names_an_event(found, context):
        return False
    if word == "may" and token.tag_ in {"MD", "VB", "VBP"}:
        return False
    if word in {"may", "march", "april", "june", "august", "jan"}:
        following = context.after(found)
        if _in_a_name(found, context):
            return False
        if word == "march" and is_procession(found, following, context):
            return False
        if token.ent_type_ == "PERSON" or token.tag_ in {"VB", "VBP", "VBD"}:
            return False
        if following is not None and following.tag_ == "NNP" and following.ent_type_ == "PERSON":
            return False
    return True


def _in_a_name(found: Found, context: Context) -> bool:
    """ "The Green March", "the Long March": a capital between the article and a word that is more than a month."""
    before = context.before(found)
    if before is None or before.i == 0 or found.meaning.day or found.meaning.year:
        return False
    if before.pos_ not in {"ADJ", "PROPN"} or before.lower_ in load().words["weekdays"]:
        return False
    return before.text[:1].isupper() and context.doc[before.i - 1].lower_ == "the"


def _weekday(found: Found, context: Context) -> bool:
    token = context.token_at(found.start)
    word = found.meaning
    printed = context.text[found.start : found.end]
    if word.daypart or word.clock or word.direction is not None:
        return True
    if len(printed.rstrip(".")) <= 5 and not printed[:1].isupper():
        return False
    following = context.after(found)
    before = context.before(found)
    if token.lower_.rstrip(".") in {"sun", "sat", "wed", "mon"} and before is not None and before.lower_ == "the":
        return False
    return not (token.ent_type_ == "PERSON" and following is not None and following.tag_ == "NNP")


def _holiday(found: Found, context: Context) -> bool:
    """ "Ramadan", "Tet": not the name of a person, a war ("the Yom Kippur War") or an attack ("the Tet Offensive")."""
    first, following = context.token_at(found.start), context.after(found)
    if not first.text[:1].isupper() and " " not in context.text[found.start : found.end]:
        return False
    if first.ent_type_ == "PERSON" and found.meaning.holiday.startswith("islamic"):
        return False
    return following is None or following.lower_ not in words_of("named_events")


def _season(found: Found, context: Context) -> bool:
    meaning = found.meaning
    token = context.token_at(found.end - 1)
    if meaning.year or meaning.direction is not None:
        return True
    named = context.after(found)
    if token.text[:1].isupper() and named is not None and named.tag_ in {"NNP", "NNPS"}:
        return False  # "the Winter Palace"
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VB", "VBP", "VBD"}:
        return False
    before, following = context.before(found), context.after(found)
    printed = context.text[found.start : found.end]
    word = token.lower_
    if before is not None and before.tag_ in {"NNP", "JJ", "POS", "PRP$"} and printed[:1].isupper():
        return False
    if printed.lower().startswith("the"):
        if word == "fall":
            return following is None or following.lower_ not in {"of", "in"}
        return not (word == "spring" and following is not None and following.lower_ == "of")
    leads = {"in", "by", "since", "until", "of", "early", "late", "mid", "during", "from", "every", "each"}
    if word in {"spring", "fall"}:
        return before is not None and before.lower_ in leads and (following is None or following.pos_ not in _NOUNS)
    return before is not None and (before.lower_ in leads or token.dep_ == "npadvmod")


def _clock24(found: Found, context: Context) -> bool:
    """Not a score or a ratio ("3:10 odds"), not part of a longer number."""
    text, start = context.text, found.start
    if start and text[start - 1] in ".:,$/-":
        return False
    printed = text[found.start : found.end]
    before = context.before(found)
    if before is not None and before.lower_ in words_of("before_verses"):
        return False
    return not (
        len(printed) == 4
        and not (before is not None and before.lower_ in {"at", "by", "until", "around", "about", "from"})
    )


def _vague(found: Found, context: Context) -> bool:
    entry = load().vague[" ".join(context.text[found.start : found.end].lower().split())]
    token = context.token_at(found.end - 1)
    if token.lower_ == "recently" and (context.after(found) or token).lower_ == "as":
        return False  # "as recently as Saturday"
    if token.lower_ == "future" and _of_something(found, context):
        return False
    if not entry.tags:
        return True
    if "NEVER" in entry.tags or token.tag_ not in entry.tags:
        return False
    if token.tag_ == "JJ" and token.dep_ not in {"amod", "acomp"}:
        return False
    following = context.after(found)
    if token.lower_ == "past" and following is not None and following.pos_ in {"NUM"}:
        return False
    if token.lower_ == "soon":
        if tense_of(token.head) == "past" and token.head.pos_ in {"VERB", "AUX"}:
            return False  # "was soon released": soon after what is told, not after now
        return not (following is not None and following.lower_ in {"as", "after", "afterward", "afterwards"})
    return not (token.lower_ == "future" and token.dep_ == "compound")


def _of_something(found: Found, context: Context) -> bool:
    """ "The future of the border", "a future without walls": what will become of something, not a time."""
    before, following = context.before(found), context.after(found)
    article = before is not None and before.lower_ in {"a", "an"}
    return article or (following is not None and following.lower_ == "of")


def _today(found: Found, context: Context) -> bool:
    """Not "today's youth", "the people of tomorrow": of this age, not of this day."""
    words = words_of("of_the_age")
    token = context.token_at(found.start)
    if found.end - found.start != len(token):
        return True
    if token.dep_ == "poss":
        return token.head.lemma_ not in words
    return not (token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in words)


def _noon(found: Found, context: Context) -> bool:
    """ "High noon" is a moment of truth."""
    before = context.before(found)
    return before is None or before.lower_ != "high"


def _article(found: Found, context: Context) -> bool:
    """ "The day", "the year": a stretch told of, not "the day of reckoning" or "the week when"."""
    following = context.after(found)
    before = context.before(found)
    unit = found.meaning.relative[0] if found.meaning.relative else ""
    if unit in {"DE", "CE"}:
        return False
    if following is not None and following.lower_ in {"of", "when", "that", "after", "before", "in"}:
        return False
    if unit == "D":
        return before is not None and before.lower_ in {"of", "on", "in"}
    return True


def _frequency(found: Found, context: Context) -> bool:
    """Not the name of a newspaper ("The Daily Star") nor "monthly" as a noun."""
    token = context.token_at(found.start)
    if token.lower_ == "quarterly":  # a quarterly dividend, loss, report is a kind of one
        return token.tag_ == "RB"
    return token.pos_ in {"ADJ", "ADV", "NOUN"} and token.tag_ not in {"NNP", "NNPS"} and token.ent_type_ not in {"ORG"}


def _daypart(found: Found, context: Context) -> bool:
    printed = context.text[found.start : found.end].lower()
    if printed.startswith("the") and printed.split()[-1] in {
        "night",
        "evening",
        "morning",
        "afternoon",
        "dawn",
        "dusk",
    }:
        following = context.after(found)
        return following is None or following.lower_ not in {"sky", "before", "shift", "market", "session", "star"}
    return True


def _dawn(found: Found, context: Context) -> bool:
    """ "At dawn", "before sunset": not a dawn raid, nor the dawn of an age."""
    before, following = context.before(found), context.after(found)
    if following is not None and (following.lower_ == "of" or following.pos_ == "NOUN"):
        return False
    return before is not None and before.lower_ in words_of("at_dawn")


def _away(found: Found, context: Context) -> bool:
    """Only with the day that it is counted from: "the day after Christmas"; else "the day after the vote" is found."""
    following = context.after(found)
    return following is not None and following.lower_ not in {"the", "a", "an"}


def _by_event(found: Found, context: Context) -> bool:
    """ "The day before the vote", "the weeks after they met": not "later in the day before leaving"."""
    start = context.token_at(found.start).i
    lead = context.doc[max(0, start - 3) : start - 1].text.lower()
    return not lead.startswith(("later in", "earlier in", "late in", "early in")) and not lead.endswith(" to")


def _relative(found: Found, context: Context) -> bool:
    """ "That day", "this time": but not "that year" where "that" begins a clause."""
    token = context.token_at(found.start)
    printed = context.text[found.start : found.end].lower()
    if printed.startswith("that") and token.dep_ == "mark":
        return False
    return not (printed.startswith(("last", "next")) and printed.endswith(("second", "minute", "half")))


def _past_units(found: Found, context: Context) -> bool:
    printed = context.text[found.start : found.end].lower()
    before = context.before(found)
    return not (printed.startswith("past") and before is not None and before.pos_ in {"VERB", "NUM"})


def _decade(found: Found, context: Context) -> bool:
    before = context.before(found)
    return before is None or before.tag_ != "PRP$"


def _shift(found: Found, context: Context) -> bool:
    """ "Two days later" is a shift; "two days before the vote" a length, measured from what follows."""
    printed = context.text[found.start : found.end].lower()
    following = context.after(found)
    if printed.endswith((" before", " after")):
        return following is None or following.is_punct or following.is_space
    if printed.endswith((" on", " back", " prior")):
        return following is None or following.is_punct
    if printed.endswith((" earlier", " later")) and following is not None and following.lower_ == "than":
        return False
    return not printed.startswith("next") or (following is not None and following.is_punct)


def _military(found: Found, context: Context) -> bool:
    """ "At 0400": four figures after a preposition of time."""
    before = context.before(found)
    return before is not None and before.lower_ in {"at", "by", "from", "until", "around", "about", "since", "before"}


_TESTS: dict[str, Callable[[Found, Context], bool]] = {
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "holiday": _holiday,
    "year": years.is_year,
    "per unit": lengths.is_rate_per,
    "year of an ancient history": years.is_ancient,
    "clock, 24 hours": _clock24,
    "clock, military": _military,
    "duration": lengths.is_length,
    "bare units": lengths.is_length,
    "vague": _vague,
    "unit by article": _article,
    "frequency": _frequency,
    "part of a day": _daypart,
    "today": _today,
    "noon and midnight": _noon,
    "unit by an event": _by_event,
    "units around an event": _by_event,
    "day before or after a day": _away,
    "dawn and dusk": _dawn,
    "unit by direction": _relative,
    "past or coming units": _past_units,
    "decade": _decade,
    "some units ago": _shift,
    "the day before": _shift,
    "next day": _shift,
}
