"""Titles and forms of address before personal names: off the name, and telling that a name follows."""

import re

from verbale.language.names.table import Name, Names
from verbale.language.names.words import name_words, title_heads, title_words
from verbale.world import arabic_given_names, honorifics, name_particles

LONGEST = 5
INITIAL = re.compile(r"[A-Z]\.?")


def titles_off(names: Names) -> None:
    """Take titles and offices off the front of personal names ("President Kovac" is "Kovac")."""
    titles = title_words()
    for name in names:
        if name.label != "PERSON":
            continue
        start = name.start
        while start + 1 < name.end and _is_title(names, start, name.end, titles):
            start += 2 if names.words[start + 1] == "." and start + 2 < name.end else 1
        if start != name.start:
            names.resize(name, start, name.end)


def _is_title(names: Names, i: int, end: int, titles: frozenset[str]) -> bool:
    word = names.words[i]
    if _is_kept(names, i, end):
        return False
    return word in titles or (word.islower() and word in title_heads())


def _is_kept(names: Names, i: int, end: int) -> bool:
    """Whether the form of address at token `i` is part of the name that ends before token `end`: "Sheikh Hasina", not
    "Sheikh Abdullah" or "Sheikh Tamim bin Hamad", where it is a title."""
    return names.words[i] in name_words()["kept_titles"] and end - i == 2 and not _is_gulf_sheikh(names, i)


def _is_gulf_sheikh(names: Names, i: int) -> bool:
    """Whether the "Sheikh" at token `i` stands before an Arabic given name, or before one whose bearer has "bin" or
    "Al" after it elsewhere in the report."""
    words = names.words
    if not words[i].startswith(("Sheikh", "Shaikh")) or i + 1 >= len(words):
        return False
    given = words[i + 1]
    return given in arabic_given_names() or any(
        word == given and words[j + 1] in ("bin", "bint", "Al") for j, word in enumerate(words[:-1])
    )


def persons_after_titles(names: Names) -> None:
    """Make a person of the capitalised words after a title: "Mr Prayut", "Prime Minister Modi", "spokesman Lu"."""
    heads = title_heads()
    words, count = names.words, len(names.words)
    i = 0
    while i < count - 1:
        word = words[i]
        if word not in heads or (word.islower() and word in _VAGUE):
            i += 1
            continue
        first = i + 1
        if words[first] == "." and first + 1 < count and word[0].isupper() and len(word) < 5:
            first += 1
        while first + 1 < count and words[first] in honorifics() and not _is_kept(names, first, first + 2):
            first += 1  # "His Highness Sheikh …"
        end = run_of_name(names, first)
        owner = names.at(i)
        if _is_middle_name(names, i) and owner is not None and end > first:
            names.put(Name(owner.start, end, "PERSON"))
            i = end
            continue
        inside_other = owner is not None and owner.end > i + 1 and owner.label != "PERSON"
        if inside_other and owner is not None and owner.start == i and owner.end <= end and word in honorifics():
            inside_other = owner.sure
        if end > first and not inside_other and names.spaced[first - 1] and may_be_person(names, first, end):
            if _is_kept(names, i, end) and first == i + 1 and names.at(i) is None:
                first = i
            there = names.within(first, end)
            if there and there[0].label == "PERSON" and there[0].start <= first:
                end = max(end, there[0].end)
                first = there[0].start
            names.put(Name(first, end, "PERSON", sure=word in honorifics()))
            i = end
        else:
            i += 1


# Lower-case words of offices that stand before other things than people as well.
_VAGUE = frozenset(
    {"general", "major", "head", "chief", "chair", "state", "speaker", "fellow", "representative", "secretary"}
    | {
        "counsel",
        "expert",
        "delegate",
        "director",
        "minister",
        "mp",
        "commander",
        "leader",
        "marshal",
        "captain",
        "judge",
    }
) - {"leader", "minister", "captain", "commander", "secretary", "judge"}


def run_of_name(names: Names, first: int) -> int:
    """The end of the capitalised words from `first` that can be a person's name."""
    words, count = names.words, len(names.words)
    particles = name_particles()
    not_names, titles = name_words()["not_names"], title_words()
    i = first
    while i < count and i - first < LONGEST * 2:
        word = words[i]
        if names.capital(i) and word not in not_names and not (word in titles and i > first):
            named = names.tags[i].startswith(("NN", "FW", "JJ", "UH", "XX")) or i == first
            if not (named and word[-1].isalpha()) and not INITIAL.fullmatch(word):
                break
            i += 1
            if len(word) == 1 and i + 1 < count and words[i] == "." and names.capital(i + 1):
                i += 1
                continue
        elif i > first and word in particles and names.capital(i + 1) and names.spaced[i - 1]:
            i += 1
            continue
        elif i > first and word == "-" and i + 1 < count and words[i + 1].isalpha() and not names.spaced[i]:
            if words[i + 1] in name_words()["compound_tails"]:
                break
            i += 2
        elif word in ("al", "el") and i + 2 < count and words[i + 1] == "-" and names.capital(i + 2):
            i += 3
        else:
            break
        if i < count and not names.spaced[i - 1] and words[i] != "-" and words[i] != ".":
            break
    return min(i, count)


def may_be_person(names: Names, start: int, end: int) -> bool:
    """Whether the capitalised words after a title can be the name of a person, not of an organisation or a place."""
    last = names.words[end - 1]
    lists = name_words()
    if len(names.text(start, end)) < 2:
        return False
    if last in lists["organisation_heads"] or last in lists["law_heads"] or last in lists["event_heads"]:
        return False
    if names.words[start] in title_words() and not _is_kept(names, start, end):
        return False
    return not any(other.sure or other.label == "DATE" for other in names.within(start, end))


def _is_middle_name(names: Names, i: int) -> bool:
    """Whether the form of address at token `i` is a name itself, inside one ("Hassan Sheikh Mohamud")."""
    owner = names.at(i)
    return (
        owner is not None
        and owner.label == "PERSON"
        and owner.start < i
        and owner.end <= i + 1
        and names.words[i] in name_words()["kept_titles"]
        and names.words[owner.start] not in title_words()
    )
