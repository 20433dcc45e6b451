"""Known words of page furniture, from the data files, matched against whole lines."""

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|©")
# The same for text that is all ASCII, in half the time.
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['.-][A-Za-z0-9]+)*")
_LONGEST = 40
_FILES = ("furniture.tsv", "furniture_other.tsv")
# The classes of furniture, and what a reader is told of them.
FURNITURE = {
    "nav": "navigation",
    "share": "share button",
    "related": "other stories",
    "subscribe": "subscription or sign-in",
    "cookie": "cookie or privacy notice",
    "copyright": "copyright notice",
    "ad": "advertisement",
    "comment": "comments",
    "contact": "contact line",
    "time": "time line",
    "photo": "picture credit",
    "ticker": "ticker",
}


def words_in(text: str) -> list[str]:
    """The words of a line, as furniture's phrases are matched by."""
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text)


@cache
def _phrases() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """Phrases and their classes: of whole lines; of their openings, by the first word, a blank behind each; and of
    what stands within them, by the longest word, with a blank on either side."""
    whole: dict[str, str] = {}
    opening: dict[str, list[tuple[str, str]]] = {}
    within: dict[str, list[tuple[str, str]]] = {}
    data = files("verbale.ingest") / "data"
    for line in "\n".join((data / name).read_text("utf-8") for name in _FILES).splitlines():
        if not line or line.startswith("#"):
            continue
        kind, how, phrase = line.split("\t")[:3]
        words = tuple(words_in(phrase.lower()))
        if how == "is":
            whole[" ".join(words)] = kind
        elif how == "starts":
            opening.setdefault(words[0], []).append((f"{' '.join(words)} ", kind))
        else:
            within.setdefault(max(words, key=len), []).append((f" {' '.join(words)} ", kind))
    return whole, opening, within


def words_of_phrases() -> tuple[frozenset[str], frozenset[str]]:
    """Words with which a line of furniture begins, and words one of which stands in any other, but for lines that are
    furniture as a whole."""
    _, opening, within = _phrases()
    return frozenset(opening), frozenset(within)


def telling_pairs() -> frozenset[tuple[str, ...]]:
    """Two words that stand side by side in a phrase (one, where that is all), for each phrase but those of whole lines:
    the first two of those with which a line begins, the longest and what follows it (or goes before) of any other."""
    _, opening, within = _phrases()
    found = {tuple(phrase.split()[:2]) for phrases in opening.values() for phrase, _ in phrases}
    for longest, phrases in within.items():
        for words in (phrase.split() for phrase, _ in phrases):
            at = min(words.index(longest), max(0, len(words) - 2))
            found.add(tuple(words[at : at + 2]))
    return frozenset(found)


def whole_phrases() -> dict[str, str]:
    """The classes of lines that are furniture as a whole, their words parted by blanks."""
    return _phrases()[0]


def furniture_kind(words: list[str]) -> tuple[str, str]:
    """(class, how it matched: "is", "starts", "has") of a line given as its words in lower case, or ("", "")."""
    if not words or len(words) > _LONGEST:
        return "", ""
    whole, opening, within = _phrases()
    joined = " ".join(words)
    if joined in whole:
        return whole[joined], "is"
    padded = f" {joined} "
    for phrase, kind in opening.get(words[0], ()):
        if padded.startswith(phrase, 1):
            return kind, "starts"
    for word in filter(within.__contains__, words):
        for phrase, kind in within[word]:
            if phrase in padded:
                return kind, "has"
    return "", ""
