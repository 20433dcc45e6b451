"""Numbers, ordinals, years and units as words say them."""

import re

from verbale.extract.timex.lexicon import Lexicon

# Units of the lexicon shorter than a day.
BELOW_DAY = frozenset({"TS", "TM", "TH"})
_SPACE = re.compile(r"\s+")


_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def squeeze(text: str | None) -> str:
    """`text` with every gap as one space and plain apostrophes."""
    return _SPACE.sub(" ", text or "").replace("’", "'").strip()


def count_of(lexicon: Lexicon, text: str) -> str:
    """ "three" → "3", "a few" → "X", "two and a half" → "2.5"; of a range ("two to three") the lower count."""
    text = squeeze(text)
    vague = lexicon.words["vague_counts"].get(text)
    if vague is not None:
        return str(vague)
    first = re.split(r" (?:to|or) |(?<=\d)[-‐‑–](?=\d+$)", text)[0]
    half = 0.5 if re.search(r"and (?:a|one)[ -]half", first) else 0.0
    first = re.sub(r" and (?:a|one)[ -]half", "", first)
    if first in lexicon.words["vague_counts"]:
        base = lexicon.text("vague_counts", first)
        return base if base == "X" or not half else plain(float(base) + half)
    number = _number(lexicon, first)
    return "X" if number is None else plain(number + half)


def plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.10g}"


def _number(lexicon: Lexicon, text: str) -> float | None:
    text = text.replace(",", "")
    fraction = re.fullmatch(r"(\d+(?:\.\d+)?)(?:[ -](\d)/(\d)|([½¼¾]))?", text)
    if fraction:
        whole, top, bottom, sign = fraction.groups()
        more = int(top) / int(bottom) if top and int(bottom) else _HALVES.get(sign or "", 0.0)
        return float(whole) + more
    total, part = 0, 0
    words = [word for word in re.split(r"[ -]", text) if word and word != "and"]
    for word in words:
        value = lexicon.words["numbers"].get(word)
        if not isinstance(value, int):
            return None
        if value == 100:
            part = max(part, 1) * 100
        elif value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        else:
            part += value
    return float(total + part) if words else None


def ordinal_of(lexicon: Lexicon, text: str) -> int:
    text = re.sub(r"[\s‐‑–]+", "-", squeeze(text))
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else lexicon.number("ordinals", text)


def year_in_words(lexicon: Lexicon, text: str) -> int:
    words = [word for word in re.split(r"[\s-]+", text) if word and word != "and"]
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(_number(lexicon, " ".join(words[2:])) or 0) if len(words) > 2 else 2000
    rest = 0.0 if words[1] == "hundred" else (_number(lexicon, " ".join(w for w in words[1:] if w != "oh")) or 0.0)
    return lexicon.number("numbers", words[0]) * 100 + int(rest)


def unit_of(lexicon: Lexicon, text: str) -> str:
    found = lexicon.words["units"].get(text) or lexicon.words["plural_units"].get(text)
    return str(found)
