"""Headlines and other lines in title case or capitals, which the pipeline takes for long names."""

from verbale.language.names.table import NAMES, Names
from verbale.world import World, common_family_names, common_given_names

# A line is in title case where at least this share of its words of four letters and more are capitalised, and it has
# at least so many of them. Names of more than one word in such a line are kept only where the line alone does not
# explain their capitals.
_SHARE, _FEWEST = 0.8, 4


def untangle_headlines(names: Names, world: World) -> None:
    """Drop names in lines of capitals that are only capitalised words: those that hold a known name beside others."""
    for start, end in _lines(names):
        if not _is_headline(names, start, end):
            continue
        for name in names.within(start, end):
            if name.label not in NAMES or name.end - name.start < 2:
                continue
            text = names.text(name.start, name.end)
            if text in world.by_form or text.removeprefix("the ") in world.by_form or text in world.by_demonym:
                continue
            words = [word.capitalize() for word in names.words[name.start : name.end]]
            person = words[0] in common_given_names() or words[0] in common_family_names()
            long = len(words) > 3 and not person
            known = any(word in world.by_form or word in world.by_demonym for word in (words[0], words[-1]))
            if long or (name.label == "PERSON" and known and not person):
                names.remove(name)


def _lines(names: Names) -> list[tuple[int, int]]:
    """The paragraphs and lines of the text as token spans."""
    lines: list[tuple[int, int]] = []
    start = 0
    for i, word in enumerate(names.words):
        if "\n" in word:
            lines.append((start, i))
            start = i + 1
    lines.append((start, len(names.words)))
    return [(first, last) for first, last in lines if last > first]


def _is_headline(names: Names, start: int, end: int) -> bool:
    if end - start > 40 or names.words[end - 1] in (".", "!", '"', '?"'):
        return False
    words = [word for word in names.words[start:end] if word.isalpha() and len(word) > 3]
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) >= _SHARE * len(words)
