"""What expressions side by side give each other: the year that two months share, the day that a clock time belongs to.

"Between March and May 1905", "spring and summer of 1858", "from December to February 1943" (whose December is of 1942);
"10:35 a.m. (0735 GMT) Friday".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.timex import match
from verbale.extract.timex.calendar import SEASON_MONTHS, Stretch
from verbale.extract.timex.context import Context
from verbale.extract.timex.meaning import Found, Meaning
from verbale.extract.timex.tense import governing_verb

# What joins two dates to a pair or a range; the second of a range is the later one.
_PAIR = re.compile(r",?\s(?:and|or)\s(?:(?:in|on|from)\s)?|\s?/\s?", re.IGNORECASE)
_RANGE = re.compile(r"\s(?:to|until|till|through)\s|\s?[-–—]\s?", re.IGNORECASE)
# "The spring offensive of 1972", "the April talks in 2018".
_OF_YEAR = re.compile(r"(?:\s[^\W\d_][\w-]*){1,2}\s(?:of|in)\s", re.IGNORECASE)
_IN_YEAR = re.compile(r",?\s(?:in|of)\s", re.IGNORECASE)
# Between a clock time and its day: brackets, a place, no verb; in characters.
_NEAR = 45


def settled(found: Sequence[Found], context: Context) -> list[Found]:
    """`found` with the years and days that they have from the expressions beside them."""
    result = [_of_event(each, context) for each in found]
    listed = False  # "May, June and July 1915": whether the one to the right has its year from a list
    for at in range(len(result) - 2, -1, -1):
        one, two = result[at], result[at + 1]
        between = context.text[one.end : two.start]
        year = None
        if _lacks_year(one.meaning) and two.meaning.year:
            year = _year_from(one.meaning, two.meaning, between)
            if year is None and listed and between == ", ":
                year = two.meaning.year
        if year is not None:
            result[at] = replace(one, meaning=replace(one.meaning, year=year))
        listed = year is not None and bool(one.meaning.month)
    return [_in_week(at, result, context) or _with_day(at, result, context) for at in range(len(result))]


def _of_event(found: Found, context: Context) -> Found:
    """ "The night of the vote", "the morning they left": of a day that only the event's own time can tell."""
    following = context.after(found)
    if found.rule != "part of a day" or found.meaning.relative is None or following is None:
        return found
    if context.text[found.start : found.start + 4].lower() != "the ":
        return found
    led = following.lower_ in {"of", "when", "that"} or following.pos_ in {"DET", "PRON"}
    return replace(found, meaning=replace(found.meaning, kind="by_event", relative=None)) if led else found


def _lacks_year(meaning: Meaning) -> bool:
    dated = bool(meaning.month or meaning.season or meaning.holiday)
    return (
        meaning.kind == "calendar" and dated and not meaning.year and not meaning.relative and meaning.direction is None
    )


def _year_from(one: Meaning, two: Meaning, between: str) -> int | None:
    """The year of `one`, which has none, by `two` after it."""
    assert two.year is not None
    if one.holiday:
        return two.year if _IN_YEAR.fullmatch(between) and not (two.month or two.season) else None
    if _OF_YEAR.fullmatch(between) and not (one.day or two.month or two.season or two.through):
        return two.year
    first, second = _in_year(one), _in_year(two)
    if not (two.month or two.season) or two.through:
        return None
    if _RANGE.fullmatch(between):
        return two.year if first <= second else two.year - 1
    return two.year if _PAIR.fullmatch(between) and first <= second else None


def with_year_of_start(end: Meaning, start: Meaning, placed: Stretch) -> Meaning:
    """The end of a range, without a year of its own, in the year of its start or the next: "late November to early
    January", "July 1–2"."""
    if not _lacks_year(end) or not (start.month or start.season) or placed.unit not in {"day", "month", "season"}:
        return end
    year = placed.first.year if start.month else start.year
    if year is None or end.holiday:
        return end
    return replace(end, year=year if _in_year(start) <= _in_year(end) else year + 1)


def _in_year(meaning: Meaning) -> tuple[int, int]:
    """Month and day, by which two dates are ordered in a year."""
    return meaning.month or SEASON_MONTHS.get(meaning.season, 0), meaning.day or 0


def _in_week(at: int, found: Sequence[Found], context: Context) -> Found | None:
    """ "In Baku last week, where they met on Tuesday": the Tuesday of that week."""
    each = found[at]
    week = found[at - 1].meaning if at else each.meaning
    if each.meaning.relative or match.class_of(each) != "weekday" or each.meaning.direction is not None:
        return None
    if week.relative != ("W", -1) or week.base != "published" or _parted_by_sentence(found[at - 1], each, context):
        return None
    start, end = context.token_at(each.start).i, context.token_at(each.end - 1).i
    verb = governing_verb(context.doc[start : end + 1].root)
    if verb is None or verb.dep_ not in {"relcl", "advcl"} or verb.tag_ != "VBD":
        return None
    if not any(token.lower_ in {"where", "when"} for token in verb.lefts):
        return None
    return replace(each, meaning=replace(each.meaning, relative=week.relative, value=week.value))


def _parted_by_sentence(first: Found, last: Found, context: Context) -> bool:
    return bool(context.token_at(first.start).sent != context.token_at(last.start).sent)


def _with_day(at: int, found: Sequence[Found], context: Context) -> Found:
    """The expression at `at`; a clock time with the day beside it."""
    each = found[at]
    if match.class_of(each) != "clock":
        return each
    for other in (*found[at + 1 : at + 3], *reversed(found[max(0, at - 1) : at])):
        first, last = sorted((each, other), key=lambda found: found.start)
        if match.class_of(other) not in {"date", "weekday", "relday", "holiday"} or last.start - first.end > _NEAR:
            continue
        if not _parted(first, last, context):
            merged = match.merged(each.meaning, replace(other.meaning, clock="", daypart="", mod=""))
            if merged is not None:
                return replace(each, meaning=merged)
    return each


def _parted(first: Found, last: Found, context: Context) -> bool:
    """True where another sentence or a verb lies between."""
    start, end = context.token_at(first.end - 1).i + 1, context.token_at(last.start).i
    return any(token.is_sent_start or token.pos_ in {"VERB", "AUX"} for token in context.doc[start : end + 1])
