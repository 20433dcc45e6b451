"""Names told by how their sentence sets them off: beside a title ("the finance minister, Seve Paeniu, who"), before a
clause with "who" ("Mohibullah, who chairs the society"), behind a day ("On Sunday | Seade flew", "In June | Egypt")."""

from verbale.language.names.people import plain_name_word
from verbale.language.names.table import PLACES, Name, Names
from verbale.language.names.words import name_words, title_heads
from verbale.world import World

_LONGEST = 4
# What the pipeline makes of a name that it has never met; a place only where "who" follows a full name.
_DOUBTFUL = frozenset({"ORG", "NORP", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "CARDINAL", "LAW", "EVENT", "FAC"})
_BEFORE = frozenset({"the", "The", "a", "an", "A", "An", "of", "and", "or", "other", "all", "most", "many", "some"})


def persons_set_off(names: Names) -> None:
    """Make a person of capitalised words between commas behind the last word of a title, and of those that ", who"
    goes on to tell of."""
    words, heads = names.words, title_heads()
    for i in range(len(words)):
        if not plain_name_word(names, i) or (names.capital(i - 1) and names.spaced[i - 1]):
            continue
        end = _end_of(names, i)
        if end - i > _LONGEST or end >= len(words) or not _is_doubtful(names, i, end):
            continue
        titled = i > 1 and words[i - 1] == "," and words[i - 2] in heads and words[i - 2].islower()
        closed = words[end] == "," or words[end] == "who"
        if (titled and end - i > 1 and closed) or _who_follows(names, i, end):
            names.put(Name(i, end, "PERSON"))


def days_off(names: Names) -> None:
    """Take a day off the front of a name: "On Sunday | Seade flew back"."""
    for name in names:
        start = name.start
        if name.sure or name.id or name.end - start not in (2, 3) or names.words[start] not in name_words()["weekdays"]:
            continue
        acts = name.end < len(names.tags) and names.tags[name.end] in ("VBD", "VBZ", "MD", ",")
        led = start > 0 and names.words[start - 1] in ("On", "on", "late", "early", "last")
        if led and acts and all(plain_name_word(names, i) for i in range(start + 1, name.end)):
            names.resize(name, start + 1, name.end)
            name.label = "PERSON"
            names.put(Name(start, start + 1, "DATE"))


def names_off_days(names: Names, world: World) -> None:
    """Take a name that the world data hold off the end of a day: "In June | Egypt called on the council"."""
    lists = name_words()
    days = lists["months"] | lists["weekdays"]
    for name in names:
        if name.label != "DATE":
            continue
        for start in range(name.start + 1, name.end):
            before = names.words[start - 1]
            if (before in days or before.isdigit()) and names.capital(start) and names.words[start] not in days:
                if world.by_form.get(names.text(start, name.end)):
                    names.resize(name, name.start, start)
                break


def _end_of(names: Names, start: int) -> int:
    end = start + 1
    while end < len(names.words) and plain_name_word(names, end) and names.spaced[end - 1]:
        end += 1
    return end


def _is_doubtful(names: Names, start: int, end: int) -> bool:
    """Whether the pipeline saw nothing at the tokens, or one name there that it may have taken for the wrong thing."""
    inside = names.within(start, end)
    if any(name.sure or name.id or name.start < start or name.end > end for name in inside):
        return False
    return all(name.label in _DOUBTFUL or (name.label in PLACES and end - start > 1) for name in inside)


def _who_follows(names: Names, start: int, end: int) -> bool:
    """ ", who" right behind a name that no article or adjective leads ("the Rohingya, who" are a people)."""
    words = names.words
    at = end + (words[end] == ",")
    if at + 1 >= len(words) or words[at] != "who" or at == end or (start and words[start - 1] in _BEFORE):
        return False
    singular = names.tags[at + 1] in ("VBZ", "VBD", "MD") and words[at + 1] != "were"
    return singular and not (start and names.tags[start - 1] in ("JJ", "DT", "PRP$", "POS", "CD", "IN"))
