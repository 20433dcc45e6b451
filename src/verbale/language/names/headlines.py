"""Headlines and other lines in title case or capitals, which the pipeline takes for long names."""

from verbale.language.names.table import NAMES, Name, Names
from verbale.language.names.words import name_words
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
        capitals = _is_shouted(names.words[start:end])
        for name in names.within(start, end):
            if name.label not in NAMES:
                continue
            if name.end - name.start < 2:
                if capitals and not _known_elsewhere(names, name, world):
                    names.remove(name)
                continue
            if name.label == "PERSON" and name.end - name.start > 2:
                _end_where_the_text_does(names, name, start, end)
            text = names.text(name.start, name.end)
            if text in world.by_form or text.removeprefix("the ") in world.by_form or text in world.by_demonym:
                continue
            words = [word.capitalize() for word in names.words[name.start : name.end]]
            person = words[0] in common_given_names() or words[0] in common_family_names()
            long = len(words) > 3 and not person
            known = any(word in world.by_form or word in world.by_demonym for word in (words[0], words[-1]))
            if long or (name.label == "PERSON" and known and not person):
                names.remove(name)


def people_in_capitals(names: Names) -> None:
    """In lines of capitals, find the people of the text, and part those run together: "STARMER MEETS MACRON"."""
    words = names.words
    lines = [(start, end) for start, end in _lines(names) if _is_shouted(words[start:end])]
    if not lines:
        return
    people: set[str] = set()
    for name in names:
        if name.label == "PERSON":
            people.update(word for word in words[name.start : name.end] if len(word) > 2 and not word.isupper())
    people -= name_words()["not_names"]  # "May" may be one of them
    for start, end in lines:
        for i in range(start, end):
            there = names.at(i)
            if words[i].capitalize() not in people or (there is not None and there.id):
                continue
            if there is not None:
                whole = all(words[j].capitalize() in people for j in range(there.start, there.end))
                if whole == (there.label == "PERSON"):
                    continue  # one person already, or another name that only holds a word of a person's
            before = names.at(i - 1)
            joined = before is not None and before.label == "PERSON" and before.end == i and i > start
            names.put(Name(before.start if before is not None and joined else i, i + 1, "PERSON"))


def _is_shouted(words: list[str]) -> bool:
    long = [word for word in words if word.isalpha() and len(word) > 3]
    return len(long) >= _FEWEST and all(word.isupper() for word in words if word.isalpha())


def _known_elsewhere(names: Names, name: Name, world: World) -> bool:
    """Whether the one word of `name`, in a line of capitals, is a name of the world or stands in the text as one."""
    word = names.words[name.start]
    small = word.capitalize()
    if len(word) < 4 or any(form in world.by_form or form in world.by_demonym for form in (word, small)):
        return True
    return small in names.words or small in common_given_names() or small in common_family_names()


def _end_where_the_text_does(names: Names, name: Name, start: int, end: int) -> None:
    """Cut words of a headline off a personal name: "David Frost Trade Barbs", where the text has only "Frost"."""
    rest = {*names.words[:start], *names.words[end:]}
    known = [i for i in range(name.start + 1, name.end) if names.words[i] in rest]
    if known and known[-1] + 1 < name.end:
        names.resize(name, name.start, known[-1] + 1)


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
