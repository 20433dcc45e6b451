"""Whether a text is English: by its script, and by the small words that English cannot do without."""

import re
from collections import Counter
from functools import cache

from verbale.ingest.word_lists import lines_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Share of English function words in running text: news has 0.35 to 0.50, headlines and lists 0.10 to 0.25, other
# languages under 0.08 (by "in", "a", "was", "die" and their like). Short texts are let through.
_LEAST_SHARE = 0.12
_LEAST_WORDS = 40
# From this share on no other language needs to be weighed.
_SURELY = 0.3
_FIRST, _SAMPLE = 1500, 6000


@cache
def small_words_by_language() -> dict[str, frozenset[str]]:
    """Function words by ISO 639-1 code, from the data file."""
    pairs = (line.partition("\t") for line in lines_of("small_words.tsv"))
    return {code: frozenset(words.split()) for code, _, words in pairs}


_SCRIPTS = (
    ("ko", "Korean", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("ja", "Japanese", re.compile(r"[\u3040-\u30ff]")),
    ("zh", "Chinese", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", "Arabic or Persian", re.compile(r"[\u0600-\u06ff]")),
    ("he", "Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("ru", "Cyrillic script", re.compile(r"[\u0400-\u04ff]")),
    ("el", "Greek", re.compile(r"[\u0370-\u03ff]")),
    ("hi", "Devanagari script", re.compile(r"[\u0900-\u097f]")),
    ("th", "Thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("am", "Ethiopic script", re.compile(r"[\u1200-\u137f]")),
    ("ka", "Georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", "Armenian", re.compile(r"[\u0530-\u058f]")),
)
_ANY_SCRIPT = re.compile("|".join(script.pattern for _, _, script in _SCRIPTS))
_NAMES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
_NAMES |= {"sv": "Swedish", "tr": "Turkish", "pl": "Polish", "id": "Indonesian", "sr": "Serbo-Croatian"}


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages of which each word is a function word."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in small_words_by_language().items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


def small_counts(words: list[str]) -> dict[str, int]:
    """How many of these words, in lower case, are function words of each language."""
    languages = _languages_by_word()
    counts = dict.fromkeys(small_words_by_language(), 0)
    for word, times in Counter(filter(languages.__contains__, words)).items():
        for code in languages[word]:
            counts[code] += times
    return counts


def small_words() -> frozenset[str]:
    """English function words."""
    return small_words_by_language()["en"]


def other_language(text: str) -> tuple[str, str] | None:
    """(ISO 639-1 code or "", name) of the language that `text` is in where that is not English; None where it is,
    or where the text is too short to tell."""
    known = small_words()
    tokens = text[:_FIRST].lower().split()
    if len(tokens) >= _LEAST_WORDS and len([*filter(known.__contains__, tokens)]) >= _SURELY * len(tokens):
        return None
    sample = text[:_SAMPLE]
    if not sample.isascii() and (signs := "".join(_ANY_SCRIPT.findall(sample))):
        letters = sum(map(str.isalpha, sample))
        for code, name, script in _SCRIPTS:
            if len(script.findall(signs)) > 0.4 * letters and letters >= 8:
                return code, name
    words = _WORD.findall(sample.lower())
    if len(words) < _LEAST_WORDS:
        return None
    shares = {code: count / len(words) for code, count in small_counts(words).items()}
    english = shares.pop("en")
    best = max(shares, key=lambda code: shares[code])
    if english >= _LEAST_SHARE and english >= shares[best]:
        return None
    if shares[best] >= _LEAST_SHARE and shares[best] > english:
        return best, _NAMES.get(best, best)
    return ("", "a language other than English") if english < 0.06 and len(words) >= 80 else None
