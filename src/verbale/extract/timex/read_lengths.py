"""Readers of lengths, shifts by a length, sets, and words that only point to past, present or future."""

from collections.abc import Mapping

from verbale.extract.timex.counting import BELOW_DAY, count_of, plain, squeeze, unit_of
from verbale.extract.timex.lexicon import Lexicon
from verbale.extract.timex.meaning import Base, Meaning
from verbale.model import TimexType

Groups = Mapping[str, str | None]


def weekday_set(lexicon: Lexicon, groups: Groups) -> Meaning:
    number = lexicon.number("weekdays", groups["weekday"] or "")
    daypart = lexicon.text("dayparts", groups["daypart"] or "") if groups.get("daypart") else ""
    return Meaning("set", "SET", value=f"XXXX-WXX-{number}{daypart}")


_AWAY: dict[str, tuple[int, Base]] = {
    "ago": (-1, "published"),
    "back": (-1, "published"),
    "earlier": (-1, "reference"),
    "before": (-1, "reference"),
    "previously": (-1, "reference"),
    "previous": (-1, "reference"),
    "prior": (-1, "reference"),
    "later": (1, "reference"),
    "after": (1, "reference"),
    "after that": (1, "reference"),
    "thereafter": (1, "reference"),
    "afterward": (1, "reference"),
    "afterwards": (1, "reference"),
    "on": (1, "reference"),
    "next": (1, "reference"),
    "hence": (1, "published"),
    "from now": (1, "published"),
    "from today": (1, "published"),
}


def shift(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    sign, base = _AWAY[squeeze(groups["way"])]
    word = groups["unit"] or ""
    unit = "D" if word == "morning" else unit_of(lexicon, word)
    given = groups.get("count")
    count = count_of(lexicon, given) if given else ("1" if word in lexicon.words["units"] or word == "morning" else "X")
    mod = lexicon.text("quantity_mods", squeeze(groups.get("qual"))) if groups.get("qual") else ""
    if groups.get("approximate"):
        mod = mod or "APPROX"
    daypart = "TMO" if word == "morning" else "TNI" if word == "night" else ""
    return Meaning(
        "shift",
        "TIME" if unit in BELOW_DAY or daypart else "DATE",
        mod=mod,
        base=base,
        count=count,
        unit=unit,
        sign=sign,
        daypart=daypart,
        approximate=bool(mod) or count == "X",
    )


_AHEAD = frozenset({"next", "coming", "following", "upcoming", "ahead", "to come"})


_INNER = frozenset({"first", "final", "initial", "opening", "closing", "early", "earliest", "remaining"})


def past_units(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    """ "The past two months", "the next few days", "recent weeks", "the first nine months"."""
    side, unit = squeeze(groups["side"]), unit_of(lexicon, groups["unit"] or "")
    given = groups.get("count")
    if not given and groups["unit"] in lexicon.words["units"]:
        return None
    count = count_of(lexicon, given) if given else "X"
    if given and squeeze(given) in {"a", "an"}:
        return None
    qual = squeeze(groups.get("qual"))
    mod = str(lexicon.words["quantity_mods"].get(qual, ""))
    if groups.get("approximate"):
        mod = mod or "APPROX"
    if side == "recent" and unit == "Y" and not given:
        return Meaning("vague", value="PAST_REF", before=3650, after=0, approximate=True)
    sign = 0 if side in _INNER else 1 if side in _AHEAD else -1
    base: Base = "reference" if side in {"previous", "preceding", "following"} else "published"
    return Meaning(
        "span",
        "DURATION",
        mod=mod,
        base=base,
        count=count,
        unit=unit,
        sign=sign,
        approximate=bool(mod) or count == "X",
    )


def duration(lexicon: Lexicon, groups: Groups) -> Meaning | None:
    unit_text = groups["unit"] or ""
    unit = unit_of(lexicon, unit_text)
    given = groups.get("count")
    count = count_of(lexicon, given) if given else "X"
    if groups.get("count2"):
        value = _two_units(lexicon, groups, count, unit)
        return Meaning("duration", "DURATION", value=value) if value else None
    if groups.get("and_half") and count != "X":
        count = plain(float(count) + 0.5)
    mod = lexicon.text("quantity_mods", squeeze(groups.get("qual"))) if groups.get("qual") else ""
    if groups.get("approximate"):
        mod = mod or ("EQUAL_OR_MORE" if "more" in (groups["approximate"] or "") else "APPROX")
    return Meaning("duration", "DURATION", mod=mod, count=count, unit=unit)


def _two_units(lexicon: Lexicon, groups: Groups, count: str, unit: str) -> str:
    """ "Two years and eight months": "P2Y8M"; "" where the second unit is no smaller or in another part of ISO 8601."""
    smaller, second = unit_of(lexicon, groups["unit2"] or ""), count_of(lexicon, groups["count2"] or "")
    order = "YMWD"
    if unit not in order or smaller not in order or order.index(unit) >= order.index(smaller):
        return ""
    return f"P{count}{unit}{second}{smaller}"


def by_event(lexicon: Lexicon, groups: Groups) -> Meaning:
    """ "The day after the signing": of a day that only the event's own time can tell."""
    word = groups["unit"] or ""
    unit = "D" if word == "morning" else unit_of(lexicon, word)
    sign = -1 if groups["way"] in {"before", "preceding"} else 1
    daypart = {"morning": "TMO", "night": "TNI"}.get(word, "")
    kind: TimexType = "TIME" if daypart else "DATE"
    return Meaning("by_event", kind, away=(unit, sign), daypart=daypart)


def unit_long(lexicon: Lexicon, groups: Groups) -> Meaning:
    text = groups["unit"] or ""
    return Meaning(
        "duration", "DURATION", count="1" if text in lexicon.words["units"] else "X", unit=unit_of(lexicon, text)
    )


def vague_duration(lexicon: Lexicon, groups: Groups) -> Meaning:
    return Meaning("duration", "DURATION", value="PXX")


def every(lexicon: Lexicon, groups: Groups) -> Meaning:
    if groups.get("unit"):
        count = count_of(lexicon, groups["count"] or "") if groups.get("count") else "1"
        if groups.get("other") == "other":
            count = "2"
        return Meaning("set", "SET", count=count, unit=unit_of(lexicon, groups["unit"] or ""))
    if groups.get("weekday"):
        number = lexicon.number("weekdays", squeeze(groups["weekday"]))
        part = lexicon.text("dayparts", groups["daypart"] or "") if groups.get("daypart") else ""
        return Meaning("set", "SET", value=f"XXXX-WXX-{number}{part}")
    if groups.get("month"):
        return Meaning("set", "SET", value=f"XXXX-{lexicon.number('months', groups['month'] or ''):02d}")
    if groups.get("season"):
        return Meaning("set", "SET", value=f"XXXX-{lexicon.text('seasons', groups['season'] or '')}")
    return Meaning("set", "SET", value=f"XXXX-XX-XX{lexicon.text('dayparts', groups['part'] or '')}")


def times(lexicon: Lexicon, groups: Groups) -> Meaning:
    return Meaning("set", "SET", count="1", unit=unit_of(lexicon, groups["unit"] or ""))


def frequency(lexicon: Lexicon, groups: Groups) -> Meaning:
    return Meaning("set", "SET", value=lexicon.text("frequencies", groups["word"] or ""))


def vague(lexicon: Lexicon, groups: Groups) -> Meaning:
    entry = lexicon.vague[squeeze(groups["phrase"])]
    return Meaning("vague", value=entry.value, before=entry.before, after=entry.after, approximate=True)
