"""Finds the expressions of time in a text: patterns tried where words begin, parts and joins put together.

An expression is a base that a rule matches ("Oct. 5", "last week"), with a modifier before it ("early", "the end of")
and further bases joined to it ("5 p.m." + "Thursday", "the third quarter" + "of" + "last year").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import fields, replace

from verbale.extract.timex.context import Context
from verbale.extract.timex.extent import trimmed
from verbale.extract.timex.lexicon import Lexicon, load, words_of
from verbale.extract.timex.meaning import Found, Meaning
from verbale.extract.timex.plausible import plausible
from verbale.extract.timex.readers import READERS

_WORD = re.compile(r"\w+|[’'‘]\d0s")
# How far ahead of a first word ("the", "more than") the word must stand that names a time, in characters.
_REACH = 48
_MAX_JOINS = 3
_GAP = r"(?:[ \t\u00a0]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,8})"
_CONNECTORS = {
    "gap": re.compile(_GAP),
    "comma": re.compile(rf",{_GAP}"),
    "at": re.compile(rf",?{_GAP}(?:at|around|about|at{_GAP}about|at{_GAP}around){_GAP}"),
    "on": re.compile(rf",?{_GAP}on{_GAP}(?:the{_GAP})?"),
    "of": re.compile(rf"{_GAP}(?:of|in){_GAP}"),
    "own": re.compile(rf"['’]s{_GAP}(?:fiscal{_GAP})?"),
}
_DAYS = {"date", "weekday", "relday", "holiday"}
_YEARS = {"year", "relyear"}
# (class of the left base, connector, classes of the right base) that make one expression together.
_JOINS: tuple[tuple[frozenset[str], tuple[str, ...], frozenset[str]], ...] = tuple(
    (frozenset(left), connectors, frozenset(right))
    for left, connectors, right in [
        ({"clock", "daypart"}, ("gap", "on", "comma", "of"), _DAYS),
        ({"daypart"}, ("of",), {"range"}),
        ({"away"}, ("gap",), _DAYS | {"month", "year"}),
        (_DAYS, ("gap", "at"), {"clock"}),
        ({"weekday"}, ("comma", "gap"), {"date"}),
        ({"relday"}, ("comma",), {"date"}),
        ({"month", "quarter", "half", "season", "date"}, ("gap", "of", "comma"), {"relyear"}),
        ({"quarter", "half", "month"}, ("of", "gap"), {"year"}),
        ({"nth"}, ("gap",), {"month", "year", "relyear", "relmonth", "article"}),
        ({"weekday"}, ("gap", "of"), {"relweek"}),
        ({"relyear", "year"}, ("own",), {"quarter", "half", "season", "month"}),
        ({"clock"}, ("gap", "comma"), {"daypart_deictic"}),
    ]
)


def find(context: Context) -> list[Found]:
    """All expressions in order of the text, none overlapping."""
    return list(_scan(context, load()))


def lowered(text: str) -> str:
    """Lower case, character for character: a letter whose lower case is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _scan(context: Context, lexicon: Lexicon) -> Iterator[Found]:
    text = lowered(context.text)
    core, starters = _vocabulary(lexicon)
    words: list[int] = []
    triggers: list[int] = []
    for found in _WORD.finditer(text):
        word = found.group()
        first = word[0]
        if word in core or first.isdecimal() or first in "'’‘":
            words.append(found.start())
            triggers.append(found.start())
        elif word in starters or (word.startswith("mid") and word[3:] in core):
            words.append(found.start())
            if word not in starters:
                triggers.append(found.start())
    done = 0
    for start in words:
        if start < done:
            continue
        near = bisect_left(triggers, start)
        if near == len(triggers) or triggers[near] > start + _REACH:
            continue
        best = _longest(text, start, lexicon, context)
        if best is not None:
            yield from _ends(best, context)
            done = best.end
            for second in _second_day(text, best, lexicon):
                yield second
                done = second.end


# The dash of a range, with the digits of its end up to the end of the expression or to a month.
_DASH = re.compile(r"\s?[-‐‑–/]\s?(?=(\d{1,4}(?:st|nd|rd|th)?)(?:\W|$))")


def _ends(found: Found, context: Context) -> Iterator[Found]:
    """`found`, or both ends of a range as expressions of their own ("27–28 May 1905", "1914–18").

    One night over two days is one, and so is a year that runs over two ("the 2003-04 season", "1989/90").
    """
    meaning = found.meaning
    dash = _DASH.search(context.text, found.start, found.end)
    if not meaning.through or meaning.daypart or dash is None or _spans_years(found, context):
        yield found
        return
    month, day = meaning.through
    start = replace(meaning, through=None)
    end = replace(start, month=month, day=day) if meaning.month else replace(start, year=month)
    # "Oct. 5–7, 2019": the year stands with the end.
    yield Found(found.start, dash.start(), start, found.rule)
    yield Found(dash.end(), found.end, end, found.rule)


def _spans_years(found: Found, context: Context) -> bool:
    following = context.after(found)
    return not found.meaning.month and following is not None and following.lower_ in words_of("spanning_years")


def _second_day(text: str, found: Found, lexicon: Lexicon) -> Iterator[Found]:
    """ "April 24 and 25": the days that share the month of the one before."""
    meaning = found.meaning
    if not (meaning.month and meaning.day) or meaning.year or meaning.through or meaning.weekday:
        return
    match = lexicon.second_day.match(text, found.end)
    if match and int(match.group("day")) > meaning.day:
        yield Found(match.start("day"), match.end("all"), replace(meaning, day=int(match.group("day"))), found.rule)


_VOCABULARY: dict[int, tuple[frozenset[str], frozenset[str]]] = {}


def _vocabulary(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Words that name a time by themselves, and words that may begin an expression."""
    key = id(lexicon)
    if key not in _VOCABULARY:
        tables = lexicon.words
        core: set[str] = set()
        for table in ("months", "weekdays", "seasons", "dayparts", "units", "plural_units", "decades", "frequencies"):
            core |= set(tables[table])
        core |= {part for phrase in (*lexicon.vague, *lexicon.holidays) for part in re.findall(r"\w+", phrase)}
        core |= {name + "s" for name in tables["weekdays"]}
        core |= {"today", "yesterday", "tomorrow", "tonight", "period", "while", "time", "point", "moment", "centuries"}
        core |= {
            "nineteen",
            "eighteen",
            "twenty",
            "thousand",
            "fiscal",
            "o'clock",
            "o’clock",
            "a",
            "q1",
            "q2",
            "q3",
            "q4",
            "h1",
            "h2",
        }
        core |= {word.rstrip(".") for word in core}
        core -= {"the", "of", "a", "s", "to", "as", "not", "all", "st", "new"}
        starters = set(core)
        for listed in tables.values():
            starters |= {re.findall(r"\w+", phrase)[0] for phrase in listed}
        starters |= {phrase.split()[0] for phrase in (*lexicon.vague, *lexicon.holidays)}
        starters |= {"the", "a", "an", "its", "their", "his", "these", "those", "every", "each", "per", "first", "last",
                     "final", "recent", "remaining", "opening", "initial", "closing", "comparable", "corresponding",
                     "latest", "same", "ad", "twice", "once", "thrice", "fy",
                      "financial", "early", "earliest"}  # fmt: skip
        _VOCABULARY[key] = frozenset(core), frozenset(starters)
    return _VOCABULARY[key]


def _longest(text: str, start: int, lexicon: Lexicon, context: Context) -> Found | None:
    candidates = [_joined(text, base, lexicon, context) for base in _bases(text, start, lexicon, context, limit=2)]
    prefix = lexicon.prefix.match(text, start)
    if prefix:
        part = re.sub(r"\s+", " ", prefix.group("part"))
        mod = lexicon.text("part_mods", part)
        for base in _bases(text, prefix.end(), lexicon, context, limit=1):
            joined = _joined(text, base, lexicon, context)
            modified = _modified(joined, start, mod, part)
            if modified is not None:
                candidates.append(modified)
    # "The day after" with no day behind it: the shorter "the day" of an event remains.
    candidates = [each for each in candidates if class_of(each) != "away"]
    return max(candidates, key=lambda found: found.end, default=None)


def _modified(found: Found, start: int, mod: str, part: str) -> Found | None:
    """`found` with the modifier before it, where its kind takes one."""
    meaning = found.meaning
    points = meaning.kind == "calendar"
    quantity = mod in {"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}
    if not points or (quantity and mod != "APPROX") or meaning.through:
        return None
    if mod == "APPROX" and (meaning.weekday or meaning.relative) and not meaning.clock:
        return None
    side = part if part in {"later", "earlier"} else "half" if part.endswith("half of") else ""
    modified = replace(meaning, mod=mod or meaning.mod, approximate=mod == "APPROX", side=side)
    return Found(start, found.end, modified, found.rule)


def _bases(text: str, start: int, lexicon: Lexicon, context: Context, limit: int) -> list[Found]:
    """The longest plausible readings at `start`, longest first."""
    if not lexicon.any_rule.match(text, start):
        return []
    found: list[tuple[int, int, str, re.Match[str], str]] = []
    for order, rule in enumerate(lexicon.rules):
        match = rule.pattern.match(text, start)
        if match:
            found.append((-match.end(), order, rule.reader, match, rule.name))
    found.sort(key=lambda entry: entry[:2])
    kept: list[Found] = []
    for negative_end, _, reader, match, name in found:
        end = -negative_end
        if end + 1 < len(text) and text[end] in "-‐‑" and context.text[end + 1].islower():
            continue  # "a year-earlier loss", "Friday-night": the words go on
        meaning = READERS[reader](lexicon, match.groupdict())
        if meaning is None:
            continue
        candidate = trimmed(Found(start, end, meaning, name), context)
        if plausible(candidate, context):
            kept.append(candidate)
            if len(kept) >= limit:
                break
    return kept


def class_of(found: Found) -> str:
    """What a base is to a join."""
    meaning = found.meaning
    if meaning.kind == "by_event":
        return "away" if found.rule == "day before or after a day" else ""
    if meaning.kind != "calendar" or meaning.through:
        return "range" if meaning.through and meaning.day else ""
    if meaning.nth:
        return "nth"
    anywhere = meaning.relative is None or (meaning.base == "reference" and meaning.relative == ("D", 0))
    if meaning.clock and anywhere and not (meaning.weekday or meaning.day):
        return "clock"
    if meaning.relative:
        unit = meaning.relative[0]
        if meaning.daypart and meaning.base == "reference":
            return "daypart"
        if meaning.daypart:
            return "daypart_deictic"
        if meaning.value == "the":
            return "article"
        return {"D": "relday", "W": "relweek", "Y": "relyear", "M": "relmonth"}.get(unit, "")
    if meaning.holiday:
        return "holiday"
    if meaning.weekday:
        return "weekday"
    if meaning.month:
        return "date" if meaning.day else "month"
    for name in ("quarter", "half", "season", "year"):
        if getattr(meaning, name):
            return name
    return ""


def _joined(text: str, base: Found, lexicon: Lexicon, context: Context) -> Found:
    for _ in range(_MAX_JOINS):
        grown = _join_once(text, base, lexicon, context)
        if grown is None:
            return base
        base = grown
    return base


def _join_once(text: str, base: Found, lexicon: Lexicon, context: Context) -> Found | None:
    left = class_of(base)
    for lefts, connectors, rights in _JOINS:
        if left not in lefts:
            continue
        for name in connectors:
            connector = _CONNECTORS[name].match(text, base.end)
            if not connector:
                continue
            for right in _bases(text, connector.end(), lexicon, context, limit=2):
                if class_of(right) in rights:
                    joint = merged(base.meaning, right.meaning)
                    if joint is not None:
                        return Found(base.start, right.end, joint, base.rule)
    return None


_DEFAULTS = {field.name: field.default for field in fields(Meaning) if field.name != "kind"}


def merged(left: Meaning, right: Meaning) -> Meaning | None:
    """Both meanings' parts in one; None where they say different things of the same part."""
    parts: dict[str, object] = {}
    for name, default in _DEFAULTS.items():
        one, two = getattr(left, name), getattr(right, name)
        if one in (default, two):
            parts[name] = two
        elif two == default:
            parts[name] = one
        elif name == "type":
            parts[name] = "TIME"
        elif name == "base":
            parts[name] = "published"
        elif name == "relative" and one == ("D", 0):
            parts[name] = two
        elif name == "value":
            parts[name] = ""
        else:
            return None
    if parts["day"] and parts["weekday"]:
        parts["direction"] = None
    if (left.daypart or left.clock) and left.relative == ("D", 0) and (right.weekday or right.day or right.holiday):
        parts["relative"] = None
        parts["base"] = "published"
    return Meaning(kind="calendar", **parts)  # type: ignore[arg-type]
