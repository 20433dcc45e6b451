"""The words and patterns of times, read once from `extract/data/timex_*` and compiled."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_MACRO = re.compile(r"%([A-Z0-9_-]+)%")
_DATA = files("verbale.extract").joinpath("data")


def _alternatives(words: Iterable[str]) -> str:
    """A group that matches any of `words`, longest first; a gap in a word matches a line break too."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", "%_%").replace("'", "['’]") for word in ordered) + ")"


def _without_names(pattern: str) -> str:
    """`pattern` without the names of its groups, to stand beside others; it matches wherever `pattern` does."""
    return re.sub(r"\(\?P=\w+\)", ".+?", re.sub(r"\(\?P<\w+>", "(?:", pattern))


@dataclass(frozen=True, slots=True)
class Vague:
    """A word without a date ("recently"): TIMEX3 value, days before and after the anchor, tags that it must have."""

    value: str
    before: int | None
    after: int | None
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holiday:
    """`rule` gives its day; `country` is the only one with that rule, `ambiguous` where others call another day so;
    countries may be `slack` days apart."""

    rule: str
    country: str
    ambiguous: bool
    slack: int


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    reader: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists by table of timex_words.toml, the rules, a pattern that matches where any of them does, and the
    patterns that modify or join what rules find."""

    words: dict[str, dict[str, object]]
    vague: dict[str, Vague]
    holidays: dict[str, Holiday]
    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]
    prefix: re.Pattern[str]
    second_day: re.Pattern[str]

    def number(self, table: str, word: str) -> int:
        value = self.words[table][word]
        assert isinstance(value, int)
        return value

    def text(self, table: str, word: str) -> str:
        return str(self.words[table][word])


def rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated data file; lines that begin with # are comments."""
    lines = _DATA.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def load() -> Lexicon:
    words = tomllib.loads(_DATA.joinpath("timex_words.toml").read_text(encoding="utf-8"))
    grammar = tomllib.loads(_DATA.joinpath("timex_patterns.toml").read_text(encoding="utf-8"))
    vague = {
        phrase: Vague(value, int(before) if before else None, int(after) if after else None, frozenset(tags.split()))
        for phrase, value, before, after, tags in rows("timex_vague.tsv")
    }
    holidays = {
        name: Holiday(rule, country.rstrip("?"), country.endswith("?"), int(slack or 0))
        for name, rule, country, slack in rows("holidays.tsv")
    }
    macros: dict[str, str] = dict(grammar["macros"])
    tens = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    ones = "(?:one|two|three|four|five|six|seven|eight|nine)"
    teens = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    macros |= {
        "MONTH": _alternatives(words["months"]),
        "MONTHFULL": _alternatives(
            [name for name in words["months"] if "." not in name and len(name) > 3 and name != "sept"] + ["may"]
        ),
        "WEEKDAY": _alternatives(words["weekdays"]),
        "SEASON": _alternatives(words["seasons"]),
        "DAYPART": _alternatives(words["dayparts"]),
        "UNIT": _alternatives(words["units"]),
        "UNITS": _alternatives(words["plural_units"]),
        "NUMBERWORD": _alternatives([word for word in words["numbers"] if word != "zero"]),
        "ORDINAL": _alternatives(words["ordinals"]),
        "DECADE": _alternatives(words["decades"]),
        "VAGUECOUNT": _alternatives(words["vague_counts"]),
        "QUANTITY": _alternatives(words["quantity_mods"]),
        "FREQUENCY": _alternatives(words["frequencies"]),
        "VAGUE": _alternatives(vague),
        "HOLIDAY": _alternatives(holidays),
        # years said in words: "nineteen ninety-six", "two thousand (and) five", "twenty nineteen"
        "YEARWORDS": f"(?:(?:eighteen|nineteen|twenty)%_%(?:{tens}(?:%JOIN%{ones})?|{teens}|hundred|oh%JOIN%{ones})"
        f"|two%_%thousand(?:%_%and)?(?:%_%(?:{teens}|{ones}|{tens}(?:%JOIN%{ones})?))?)",
        "FUNCTION": "|".join(words["after_days"]["words"].split()),
        "FULLYEAR": r"(?:1[5-9]\d\d|20\d\d)",
        # "week" and so on where a count has come before
        "NUMBERED": "(?:day|week|month|quarter|year|decade|century|hour|weekend)",
    }

    def expand(pattern: str) -> str:
        for _ in range(8):
            expanded = _MACRO.sub(lambda found: macros[found.group(1)], pattern)
            if expanded == pattern:
                return expanded
            pattern = expanded
        raise ValueError(f"macros nest too deep: {pattern[:80]}")

    rules = tuple(
        Rule(rule["name"], rule["reader"], re.compile(expand(rule["pattern"]) + r"(?!\w)(?<![ \n])"))
        for rule in grammar["rule"]
    )
    parts = [re.escape(word).replace(r"\ ", "%_%") for word in sorted(words["part_mods"], key=lambda w: (-len(w), w))]
    prefix = re.compile(
        expand(
            "(?P<part>"
            + "|".join(parts)
            + r")(?:(?<=-)|%_%|%-%)(?:(?<=(?:.early|arlier|..late|.later|metime).)(?:in%_%|of%_%))?"
        )
    )
    second_day = re.compile(
        expand(
            r"%_%(?:and|or|to|through|until)%_%(?P<all>(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?)(?=[.,;)]|%_%(?:%FUNCTION%)\b)"
        )
    )
    any_rule = re.compile("|".join(_without_names(rule.pattern.pattern) for rule in rules))
    return Lexicon(words, vague, holidays, rules, any_rule, prefix, second_day)


@lru_cache(maxsize=32)
def words_of(table: str) -> frozenset[str]:
    """The words of a table of timex_words.toml that only lists some."""
    return frozenset(load().text(table, "words").split())
