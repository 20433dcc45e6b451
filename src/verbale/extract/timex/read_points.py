"""Readers of places on the calendar: dates, weekdays, months, quarters, years, times of day, holidays."""

import re
from collections.abc import Mapping

from verbale.extract.timex.calendar import before_christ
from verbale.extract.timex.counting import BELOW_DAY, count_of, ordinal_of, squeeze, unit_of, year_in_words
from verbale.extract.timex.lexicon import Lexicon
from verbale.extract.timex.meaning import Base, Meaning
from verbale.model import TimexType

Groups = Mapping[str, str | None]


def _direction(lexicon: Lexicon, text: str | None) -> int | None:
    word = squeeze(text)
    if not word:
        return None
    if word in {"latest", "corresponding", "comparable"}:
        return 0
    return lexicon.number("directions", word)


def _base(text: str | None) -> Base:
    return "reference" if squeeze(text) in _REFERENCE else "published"


_REFERENCE = frozenset({"that same", "the same", "same", "that", "previous", "preceding", "following"})


# Words that point back at a time told of before, and without one at none.
_ANAPHORIC = frozenset({"that", "same", "the same", "that same", "following", "the following", "the next"})


def _base_of(direction: str | None, article: str | None) -> Base:
    """ "The next spring" follows the time told of; "next spring" that of writing."""
    if not direction:
        return "published"
    return "reference" if article and squeeze(direction) == "next" else _base(direction)


def _clock12(text: str, half: str) -> str:
    hour, _, minute = text.replace(".", ":").partition(":")
    number = int(hour) % 12 + (12 if half.startswith("p") else 0)
    return f"T{number:02d}:{minute or '00'}"


def calendar(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    """Dates with or without their year, weekdays, months, seasons, years."""
    get = groups.get
    year_text = get("year") or get("year2")
    year = int(year_text) if year_text and year_text.isdigit() else None
    if year_text and year is None:
        year = year_in_words(lexicon, year_text)
    if get("year_words"):
        year = year_in_words(lexicon, get("year_words") or "")
    if get("before_christ"):
        year = before_christ(int(get("before_christ") or 0))
        if year is None:
            return None
    if get("short_year"):
        year = _century_of(int(get("short_year") or 0))
    month = int(get("month_number") or 0) or None
    if get("month"):
        month = lexicon.number("months", squeeze(get("month")))
    day = ordinal_of(lexicon, get("day") or "") if get("day") else None
    weekday = lexicon.number("weekdays", squeeze(get("weekday"))) if get("weekday") else None
    daypart = lexicon.text("dayparts", squeeze(get("daypart"))) if get("daypart") else ""
    season = lexicon.text("seasons", squeeze(get("season"))) if get("season") else ""
    clock = ""
    if get("clock24"):
        clock = "T" + (get("clock24") or "")
    if daypart[1:2].isdigit():
        clock, daypart = daypart, ""
    if day is not None and day > 31:
        return None
    return Meaning(
        "calendar",
        "TIME" if clock or daypart else "DATE",
        direction=_direction(lexicon, get("direction")),
        base=_base_of(get("direction"), get("article")),
        year=year,
        month=month,
        day=day,
        weekday=weekday,
        season=season,
        clock=clock,
        daypart=daypart,
        fiscal=bool(get("fiscal")),
    )


def _century_of(short: int) -> int:
    """The year that two digits stand for, by POSIX: 69 to 99 are of the 1900s."""
    return 1900 + short if short >= 69 else 2000 + short


def numeric(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    """5/10/2019: month and day either way round where both are possible; the anchor settles it by the outlet."""
    one, two, year_text = int(groups["one"] or 0), int(groups["two"] or 0), groups["year"] or ""
    if groups["sep"] in {".", "-"} and len(year_text) == 2:
        return None
    year = int(year_text) if len(year_text) == 4 else _century_of(int(year_text))
    if not (1 <= one <= 31 and 1 <= two <= 31) or (one > 12 and two > 12):
        return None
    if groups["sep"] == "." or one > 12:  # 5.10.2019 is never month first in English print
        return Meaning("calendar", year=year, month=two, day=one) if two <= 12 else None
    if two > 12:
        return Meaning("calendar", year=year, month=one, day=two)
    other = None if one == two else (two, one)
    return Meaning("calendar", year=year, month=one, day=two, alternative=other)


def day_range(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    month = lexicon.number("months", squeeze(groups["month"]))
    month2 = lexicon.number("months", squeeze(groups["month2"])) if groups.get("month2") else month
    first, last = ordinal_of(lexicon, groups["day"] or ""), ordinal_of(lexicon, groups["day2"] or "")
    if (month, first) >= (month2, last) or first > 31 or last > 31:
        return None
    year = int(groups["year"] or 0) or None
    return Meaning("calendar", year=year, month=month, day=first, through=(month2, last))


def weekday_shift(lexicon: Lexicon, groups: Groups) -> Meaning:
    """ "A week from Friday"."""
    side = groups["side"] or ""
    weeks = (2 if groups["count"] == "fortnight" else 1) * (-1 if side in {"before", "ago"} else 1)
    weekday = lexicon.number("weekdays", squeeze(groups["weekday"]))
    return Meaning("calendar", weekday=weekday, count=str(weeks * 7), unit="D", side="ago" if side == "ago" else "")


def quarter(lexicon: Lexicon, groups: Groups) -> Meaning:
    unit = "half" if groups.get("unit") == "half" else "quarter"
    number = int(groups.get("number") or groups.get("number2") or groups.get("half") or 0)
    if not number:
        ordinal = groups["ordinal"] or ""
        last = 2 if unit == "half" else 4
        number = last if ordinal in {"last", "final"} else ordinal_of(lexicon, ordinal)
    if groups.get("half"):
        unit = "half"
    relative = None
    if groups.get("relyear"):
        word = squeeze(groups["relyear"]).split()[0]
        relative = ("Y", {"last": -1, "this": 0, "next": 1}[word])
    if groups.get("earlier"):
        return Meaning("other_quarter", quarter=number, count="-1")
    year = int(groups.get("year") or 0) or None
    if unit == "half":
        relative = relative or (("Y", 0) if year is None else None)
        return Meaning("calendar", year=year, half=number, relative=relative)
    return Meaning("calendar", year=year, quarter=number, fiscal=bool(groups.get("fiscal")))


def other_quarter(lexicon: Lexicon, groups: Groups) -> Meaning:
    """The quarter told of last, in the year named or the year before: "the year-earlier period"."""
    year = int(groups.get("year") or 0) or None
    count = "0" if groups.get("latest") else "" if year else "-1"
    return Meaning("other_quarter", year=year, count=count, base="reference")


def ended(lexicon: Lexicon, groups: Groups) -> Meaning:
    """ "The quarter ended Sept. 30": the quarter that most of those three months lie in; a year ended is a length."""
    if groups["unit"] == "year":
        return Meaning("duration", "DURATION", count="1", unit="Y")
    month = lexicon.number("months", squeeze(groups["month"]))
    middle = (month - (1 if ordinal_of(lexicon, groups["day"] or "") > 14 else 2) - 1) % 12
    return Meaning("calendar", quarter=middle // 3 + 1)


def year_range(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    first, text = int(groups["year"] or 0), groups["year2"] or ""
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if not first < last <= first + 120:
        return None
    return Meaning("calendar", year=first, through=(last, 0))


def decade(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    if groups.get("before_christ"):
        first = before_christ(int(groups["before_christ"] or 0) + 9)
        return Meaning("calendar", decade=first) if first is not None else None
    if groups.get("decade"):
        return Meaning("calendar", decade=int(groups["decade"] or 0))
    if groups.get("words"):
        words = re.split(r"[\s-]+", groups["words"] or "")
        tens = lexicon.number("decades", words[-1])
        return Meaning("calendar", decade=(1800 if words[0] == "eighteen" else 1900) + tens * 10)
    tens = int(groups.get("short") or groups.get("bare") or 0)
    return Meaning("calendar", decade=1900 + tens)


def century(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    number = ordinal_of(lexicon, groups["ordinal"] or "")
    if groups.get("before_christ"):
        first = before_christ(100 * number)
        return Meaning("calendar", century=first // 100 + 1) if first is not None else None
    return Meaning("calendar", century=number) if 1 <= number <= 30 else None


def clock(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    if groups.get("clock12"):
        return Meaning("calendar", "TIME", clock=_clock12(groups["clock12"] or "", groups["half"] or ""))
    if groups.get("clock24"):
        hour, _, minute = (groups["clock24"] or "").partition(":")
        return Meaning("calendar", "TIME", clock=f"T{int(hour):02d}:{minute}")
    if groups.get("military"):
        digits = groups["military"] or ""
        return Meaning("calendar", "TIME", clock=f"T{digits[:2]}:{digits[2:]}")
    hour, _, minute = (groups["oclock"] or "").partition(":")
    count = count_of(lexicon, hour)
    if not count.isdigit() or not 1 <= int(count) <= 24:
        return None
    number = int(count)
    if groups.get("part") in {"afternoon", "evening"} and number < 12:
        number += 12
    return Meaning("calendar", "TIME", clock=f"T{number:02d}:{minute or '00'}")


def daypart(lexicon: Lexicon, groups: Groups) -> Meaning:
    if groups.get("tonight"):
        return Meaning("calendar", "TIME", relative=("D", 0), daypart="TNI")
    code = lexicon.text("dayparts", squeeze(groups["daypart"]))
    word = re.sub(r"[\s-]+$", "", squeeze(groups.get("deictic")))
    is_clock = code[1:2].isdigit()
    offset = {"last": -1, "the next": 1, "the following": 1, "the previous": -1}.get(word, 0)
    deictic = word in {"this", "last"} or (code == "TNI" and squeeze(groups["daypart"]) == "overnight")
    mod = {"mid": "MID", "early": "START", "late": "END"}.get(word, "")
    return Meaning(
        "calendar",
        "TIME",
        mod=mod,
        base="published" if deictic else "reference",
        relative=("D", offset),
        clock=code if is_clock else "",
        daypart="" if is_clock else code,
        value="overnight" if squeeze(groups["daypart"]) == "overnight" else "",
        anaphoric=word in _ANAPHORIC,
    )


def today(lexicon: Lexicon, groups: Groups) -> Meaning:
    word = squeeze(groups["word"])
    offset = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}.get(word, 2)
    code = lexicon.text("dayparts", squeeze(groups["daypart"])) if groups.get("daypart") else ""
    is_clock = code[1:2].isdigit()
    return Meaning(
        "calendar",
        "TIME" if code else "DATE",
        relative=("D", offset),
        clock=code if is_clock else "",
        daypart="" if is_clock else code,
    )


def relative(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    """ "Last week", "this year", "the following month", "that day"."""
    word, unit = squeeze(groups["direction"]), unit_of(lexicon, groups["unit"] or "")
    if unit in BELOW_DAY or unit in {"L", "S"}:
        return None
    if groups["unit"] == "night":
        return None
    if word == "past":
        return Meaning("span", "DURATION", count="1", unit=unit, sign=-1)
    offset = _direction(lexicon, word) or 0
    base = _base(word)
    if word == "next" and groups.get("article") and unit == "D":
        base = "reference"  # "the next day" follows the day told of; "next week" that of writing
    if word == "latest" and unit == "Y":
        offset = -1
    fiscal = groups.get("fiscal") in {"fiscal", "financial"}
    anaphoric = word in _ANAPHORIC
    return Meaning("calendar", base=base, relative=(unit, offset), fiscal=fiscal, value=word, anaphoric=anaphoric)


def before_last(lexicon: Lexicon, groups: Groups) -> Meaning:
    """ "The week before last", "the year after next"."""
    offset = -2 if (groups["way"] or "").startswith("before") else 2
    daypart = "TNI" if groups["unit"] == "night" else ""
    kind: TimexType = "TIME" if daypart else "DATE"
    return Meaning("calendar", kind, relative=(unit_of(lexicon, groups["unit"] or ""), offset), daypart=daypart)


def article(lexicon: Lexicon, groups: Groups) -> Meaning:
    """ "The week", "the quarter": the one told of last, or the current one."""
    return Meaning("calendar", base="reference", relative=(unit_of(lexicon, groups["unit"] or ""), 0), value="the")


def year_end(lexicon: Lexicon, groups: Groups) -> Meaning:
    return Meaning("calendar", mod="END", base="reference", relative=("Y", 0), value="the")


def middle(lexicon: Lexicon, groups: Groups) -> Meaning:
    return Meaning("calendar", mod="MID", relative=(unit_of(lexicon, groups["unit"] or ""), 0))


def nth(lexicon: Lexicon, groups: Groups) -> Meaning:
    ordinal = groups["ordinal"] or ""
    number = -1 if ordinal in {"last", "final"} else 1 if ordinal == "opening" else ordinal_of(lexicon, ordinal)
    unit = groups["unit"] or ""
    code = str(lexicon.words["weekdays"].get(unit) or unit_of(lexicon, unit))
    return Meaning("calendar", nth=(number, code))


def week_of(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    year = int(groups["year"] or 0) or None
    month, day = lexicon.number("months", squeeze(groups["month"])), ordinal_of(lexicon, groups["day"] or "")
    return Meaning("calendar", year=year, month=month, day=day, week_of=True)


def holiday(lexicon: Lexicon, groups: Groups) -> Meaning:
    code = str(lexicon.words["dayparts"].get(groups.get("daypart") or "", ""))
    named = lexicon.holidays[squeeze(groups["holiday"])]
    return Meaning(
        "calendar",
        "TIME" if code else "DATE",
        direction=_direction(lexicon, groups.get("direction")),
        year=int(groups["year"] or 0) or None,
        holiday=named.rule,
        holiday_of=named.country + "?" * named.ambiguous,
        slack=named.slack,
        holiday_week=bool(groups.get("week")),
        daypart=code,
    )
