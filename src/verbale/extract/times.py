"""Expressions of time in one report (TIMEX3), resolved to bounds.

The words give a meaning (`timex.match`), the anchors a place on the calendar (`timex.anchor`), both together bounds
(`timex.bounds`). Where the day of publication is not known, what hangs on it has bounds as wide as its own, or none,
and a TIMEX3 value with X for what is not known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.extract.timex import bounds, history, match, measured, quoted, shared, values
from verbale.extract.timex.anchor import place
from verbale.extract.timex.calendar import OutOfCalendar, Stretch, number_before_christ
from verbale.extract.timex.context import Context
from verbale.extract.timex.date_order import country_of, day_comes_first, kept_in
from verbale.extract.timex.meaning import Found, Meaning
from verbale.extract.timex.tense import Tense, governing_verb, tense_around
from verbale.extract.timex.told import Told
from verbale.language.parse import Doc, Span
from verbale.model import Report, TimeHow, TimeMention, TimeValue, span_of

# Anchors that stand for "any day": what comes out the same from both does not hang on the day of publication.
_LONG_AGO, _FAR_OFF = date(1601, 2, 3), date(2399, 11, 20)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The bounds of the day of publication; None where a side is not known."""

    earliest: date | None
    latest: date | None

    @property
    def day(self) -> date | None:
        return self.earliest if self.earliest == self.latest else None


def find(doc: Doc, report: Report) -> tuple[TimeMention, ...]:
    """All expressions of time, in order of the text; spans are of `report.text`.

    Anchored on `report.published.time`: a day, or bounds; each relative expression is then as wide as its anchor.
    """
    if not len(doc):
        return ()
    context = Context(doc, report.text)
    found = shared.settled(match.find(context), context)
    published = report.published.time
    anchors = Anchors(published.earliest, published.latest) if published else Anchors(None, None)
    country = country_of(report)
    found = [each if kept_in(each.meaning.holiday_of, country) else _without_day(each) for each in found]
    meanings = [each.meaning for each in found]
    told = Told(history=history.is_history(meanings, anchors.latest or anchors.earliest))
    day_first = day_comes_first(report)
    mentions: list[TimeMention] = []
    end, last = 0, None
    for number, each in enumerate(found):
        between = report.text[end : each.start]
        if "\n\n" in between:
            told = history.at_paragraph(told)
        end = each.end
        ends = number > 0 and history.ends_range(between)
        meaning, other = _ordered(each.meaning, day_first)
        if ends and last is not None:
            meaning = shared.with_year_of_start(meaning, found[number - 1].meaning, last)
        seen = told if _opens_sentence(each, context) else history.at_paragraph(told)
        mention, stretch = _mention(each, meaning, context, anchors, seen)
        retold = _retold(found[number - 1], each, context, anchors, told) if number else None
        if retold is not None:
            mentions.append(retold)
            continue
        if other is not None:
            mention = replace(mention, alternative=_mention(each, other, context, anchors, told)[0].time)
        mentions.append(mention)
        last = stretch
        if not (told.history and ends):
            told = history.after(told, meaning, stretch, _describes(each, context))
    mentions = _as_said(found, mentions, context, told)
    return measured.resolved(mentions, report.text)


def _as_said(
    found: Sequence[Found], mentions: Sequence[TimeMention], context: Context, told: Told
) -> list[TimeMention]:
    """`mentions` with those in quoted speech seen from the day on which their sentence says that it was said."""
    seen = list(mentions)
    for position, each in enumerate(found):
        if not quoted.is_deictic(each.meaning) or not quoted.is_quoted(context, each.start):
            continue
        said = _day_said(position, found, mentions, context)
        if said is not None:
            seen[position] = _mention(each, each.meaning, context, Anchors(said, said), told)[0]
    return seen


def _day_said(position: int, found: Sequence[Found], mentions: Sequence[TimeMention], context: Context) -> date | None:
    """The day that dates the verb of telling, outside the quote, in the sentence of the expression at `position` or in
    the one before it, whose speaker goes on."""
    sentence = context.token_at(found[position].start).sent
    after, before = range(position + 1, min(len(found), position + 5)), range(position - 1, max(-1, position - 5), -1)
    for other in (*after, *before):
        time, start = mentions[other].time, found[other].start
        day: date | None = time.earliest if time is not None and time.earliest == time.latest else None
        if day is None or quoted.is_quoted(context, start) or not quoted.tells(context, found[other]):
            continue
        if sentence.start_char <= start < sentence.end_char or _in_sentence_before(found[other], sentence, context):
            return day
    return None


def _retold(before: Found, each: Found, context: Context, anchors: Anchors, told: Told) -> TimeMention | None:
    """ "In June 1941, fifteen months later, …": the date just printed, counted from the one told of before it; None
    where the two stand in clauses of their own, or the count does not come to that date."""
    if each.meaning.kind == "by_event" and told.day is not None and told.day == told.last:
        # "On Nov. 3, the day before the vote, …": one day, called twice.
        beside = _APPOSED.fullmatch(context.text[before.end : each.start]) is not None
        return _dated(each, told.day, context) if beside else None
    if each.meaning.kind != "shift" or each.meaning.base != "reference" or each.meaning.sign < 0:
        return None
    last, earlier = told.last, told.before
    if last is None or earlier is None or not before.meaning.year or not _in_one_clause(before, each, context):
        return None
    mention, stretch = _mention(each, each.meaning, context, anchors, replace(told, last=earlier))
    return mention if stretch is not None and stretch.first <= last.last and last.first <= stretch.last else None


_APPOSED = re.compile(r",\s+the\s+", re.IGNORECASE)


def _dated(found: Found, day: Stretch, context: Context) -> TimeMention:
    """The mention of `found` as naming `day`."""
    span = span_of(context.text, found.start, found.end)
    time = bounds.of_stretch(day, " ".join(span.text.split()), found.meaning, "expression", None)
    return TimeMention(span, found.meaning.type, values.value_of(day, found.meaning), "", time)


def _in_one_clause(one: Found, two: Found, context: Context) -> bool:
    verbs = [governing_verb(_span(each, context).root) for each in (one, two)]
    return verbs[0] is not None and verbs[0] == verbs[1]


def _span(found: Found, context: Context) -> Span:
    return context.doc[context.token_at(found.start).i : context.token_at(found.end - 1).i + 1]


def _in_sentence_before(found: Found, sentence: Span, context: Context) -> bool:
    if not sentence.start or "\n\n" in context.text[found.end : sentence.start_char]:
        return False
    start: int = context.doc[sentence.start - 1].sent.start_char
    return start <= found.start < int(sentence.start_char)


def _describes(found: Found, context: Context) -> bool:
    """ "The 1873 treaty", "the treaty of 1873", "the war (1879–1884)": a year that only says which one."""
    if found.start and context.text[found.start - 1] == "(":
        return True
    root = _span(found, context).root
    if root.dep_ in {"compound", "nummod", "nmod", "amod"}:
        return root.head.i > root.i
    return root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}


def _without_day(found: Found) -> Found:
    """ "Independence Day" in a report from another country: a day that is not known."""
    return replace(found, meaning=replace(found.meaning, kind="elsewhere"))


def _opens_sentence(found: Found, context: Context) -> bool:
    """ "In November, they …": a date that carries a story on stands in front."""
    token = context.token_at(found.start)
    joined = token.i > 1 and context.doc[token.i - 2].dep_ == "cc"
    return joined or token.i - token.sent.start <= 1


def _ordered(meaning: Meaning, day_first: bool | None) -> tuple[Meaning, Meaning | None]:
    """The reading of a date in figures by the outlet's order, and the other reading where no order is known."""
    if meaning.alternative is None:
        return meaning, None
    month, day = meaning.alternative
    swapped = replace(meaning, month=month, day=day, alternative=None)
    if day_first is None:
        return meaning, swapped
    return (swapped if day_first else meaning), None


def _mention(
    found: Found, meaning: Meaning, context: Context, anchors: Anchors, told: Told
) -> tuple[TimeMention, Stretch | None]:
    """The mention, and its place on the calendar where it has one."""
    try:
        return _told(found, meaning, context, anchors, told)
    except OutOfCalendar:  # bounds that would leave the years 1 to 9999
        span = span_of(context.text, found.start, found.end)
        return TimeMention(span, meaning.type, meaning.value or values.unplaced(meaning), meaning.mod), None


def _told(
    found: Found, meaning: Meaning, context: Context, anchors: Anchors, told: Told
) -> tuple[TimeMention, Stretch | None]:
    span = span_of(context.text, found.start, found.end)
    text = " ".join(span.text.split())
    how = _how(meaning, told)
    early, late = anchors.earliest, anchors.latest
    if meaning.kind == "duration":
        value = meaning.value or values.length(meaning.count, meaning.unit)
        return TimeMention(span, meaning.type, value, meaning.mod, _ahead(found, meaning, context, anchors, text)), None
    if meaning.kind == "set":
        return TimeMention(span, "SET", values.rate(meaning), meaning.mod), None
    if meaning.kind == "vague":
        return TimeMention(span, meaning.type, meaning.value, "", bounds.vague(meaning, text, early, late)), None
    if meaning.kind == "span":
        value = values.length(meaning.count, meaning.unit)
        if told.history and told.last is not None:
            early, late = told.last.first, told.last.last
        return TimeMention(span, "DURATION", value, meaning.mod, bounds.span(meaning, text, early, late, how)), None
    if meaning.kind == "shift" and meaning.count == "X":
        value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        if meaning.base == "reference" and told.last:
            early, late = told.last.first, told.last.last
        return TimeMention(span, "DATE", value, "", bounds.around_unknown(meaning, text, early, late, how)), None
    return _placed(found, meaning, context, anchors, told, how, text)


def _ahead(found: Found, meaning: Meaning, context: Context, anchors: Anchors, text: str) -> TimeValue | None:
    """ "Will meet within ten days", "must reply in two weeks": lengths from the day of writing on."""
    before, following = context.before(found), context.after(found)
    if before is None or before.lower_ not in {"in", "within"} or before.head.pos_ not in {"VERB", "AUX"}:
        return None
    if meaning.unit not in "DWM" or meaning.count in {"", "X"} or (following is not None and following.lower_ in _FROM):
        return None
    if tense_around(_span(found, context)) != "future":
        return None
    if before.lower_ == "within":
        return bounds.span(replace(meaning, sign=1), text, anchors.earliest, anchors.latest, "published")
    shift = replace(meaning, kind="shift", type="DATE", sign=1)
    return _mention(found, shift, context, anchors, Told())[0].time


# What counts a length from something else than the day of writing.
_FROM = frozenset({"of", "after", "before", "from", "since", "following"})


def _placed(
    found: Found, meaning: Meaning, context: Context, anchors: Anchors, told: Told, how: TimeHow, text: str
) -> tuple[TimeMention, Stretch | None]:
    """A mention with a place on the calendar, seen from both bounds of the anchor."""
    span = span_of(context.text, found.start, found.end)
    tense: Tense = ""
    if not meaning.year:
        first, last = context.token_at(found.start).i, context.token_at(found.end - 1).i
        tense = tense_around(context.doc[first : last + 1])
    try:
        low = place(meaning, anchors.earliest or _LONG_AGO, told, tense)
        high = low if anchors.day else place(meaning, anchors.latest or _FAR_OFF, told, tense)
    except OutOfCalendar:
        low = high = None
    if low is None or high is None:
        return TimeMention(span, meaning.type, values.unplaced(meaning), meaning.mod), None
    if low == high and number_before_christ(low.first.year):
        return TimeMention(span, meaning.type, values.value_of(low, meaning), meaning.mod), low
    if low == high:
        time = bounds.of_stretch(low, text, meaning, how, anchors.day)
        value = values.value_of(low, meaning)
        return TimeMention(span, meaning.type, value, meaning.mod, time), low
    first_day = low.first if anchors.earliest else None
    last_day = high.last if anchors.latest else None
    between: TimeValue | None = None
    if first_day or last_day:
        between = bounds.open_stretch(first_day, last_day, text, how, meaning.approximate)
    return TimeMention(span, meaning.type, values.unplaced(meaning), meaning.mod, between), None


def _how(meaning: Meaning, told: Told) -> TimeHow:
    if meaning.base == "reference":
        return "expression"
    if (meaning.year and meaning.kind == "calendar") or meaning.decade is not None or meaning.century is not None:
        return "stated"
    return "context" if told.history and not meaning.relative else "published"
