"""One report read as a whole: what is clear in one place settles what is not in another."""

from collections import Counter, defaultdict

from verbale.language.names.table import PLACES, Name, Names
from verbale.language.names.words import name_words, title_words
from verbale.world import common_given_names, family_name

_MAY_BE_PERSON = {"ORG", "LANGUAGE", "PRODUCT", "WORK_OF_ART", "NORP"} | PLACES
_KINDS = {"GPE": "place", "LOC": "place", "FAC": "place", "PERSON": "PERSON", "ORG": "ORG"}


def agree(names: Names) -> None:
    """Give every mention of one name one type, and find its short forms."""
    _majority(names)
    _complete_full_names(names)
    people = _short_forms_of_people(names)
    _part_people(names, people)
    _settle_short_forms(names, people)
    _find_missed(names)


def _majority(names: Names) -> None:
    """One type for all mentions of the same words: that of a sure one, else of most."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.label in _KINDS:
            votes[names.text(name.start, name.end)][name.label] += 100 if name.sure else 1
    for name in names:
        if name.label in _KINDS and not name.sure:
            counts = votes[names.text(name.start, name.end)]
            best, most = max(counts.items(), key=lambda item: (item[1], item[0]))
            if best != name.label and most > counts[name.label]:
                name.label = best


def _complete_full_names(names: Names) -> None:
    """Find every other mention of a full name, also where the pipeline saw a part of it or none."""
    by_first: dict[str, dict[tuple[str, ...], Name]] = defaultdict(dict)
    for name in names:
        if name.label == "PERSON" and 2 <= name.end - name.start <= 8:
            words = tuple(names.words[name.start : name.end])
            by_first[words[0]].setdefault(words, name)
    for i, word in enumerate(names.words):
        if word not in by_first:
            continue
        for words in sorted(by_first[word], key=len, reverse=True):
            end = i + len(words)
            if tuple(names.words[i:end]) != words:
                continue
            there = names.within(i, end)
            exact = len(there) == 1 and (there[0].start, there[0].end) == (i, end)
            longer = any(other.start < i or other.end > end or other.sure for other in there)
            if not longer and not (exact and there[0].label == "PERSON"):
                names.put(Name(i, end, "PERSON"))
            break


def _part_people(names: Names, people: set[str]) -> None:
    """Part two people at a hyphen ("Trump-Kim")."""
    lone = {names.words[name.start] for name in names if name.label == "PERSON" and name.end - name.start == 1}
    people = people | lone
    for name in names:
        words = names.words[name.start : name.end]
        if len(words) == 3 and words[1] in ("-", "–") and words[0] in people and words[2] in people and not name.sure:
            names.put(Name(name.start, name.start + 1, "PERSON"))
            names.put(Name(name.end - 1, name.end, "PERSON"))


def _short_forms_of_people(names: Names) -> set[str]:
    """Family names (and East Asian and single given names) of the people whose full names the report has."""
    short: set[str] = set()
    for name in names:
        if name.label != "PERSON" or name.end - name.start < 2:
            continue
        text = names.text(name.start, name.end)
        family = family_name(text)
        parts = text.split()
        if len(parts) < 2 or not family[:1].isalpha():
            continue
        short.add(family)
        short.add(family.split()[-1])
        if not parts[0].endswith(".") and len(parts[0]) > 2 and parts[0] not in title_words():
            short.add(parts[0])
        if len(parts) == 2:
            short.add(parts[1])
    return {form for form in short if form[:1].isupper() and form not in name_words()["not_names"]}


def _settle_short_forms(names: Names, people: set[str]) -> None:
    """Make people of the lone mentions of `people`."""
    words = names.words
    for i, word in enumerate(words):
        if word not in people:
            continue
        owner = names.at(i)
        if owner is None:
            if names.tags[i].startswith("NNP") and not _in_run(names, i, i + 1):
                names.put(Name(i, i + 1, "PERSON"))
        elif owner.end - owner.start == 1 and not owner.sure and owner.label in _MAY_BE_PERSON:
            names.put(Name(i, i + 1, "PERSON"))


def _in_run(names: Names, start: int, end: int) -> bool:
    """Whether the tokens are part of a longer run of capitalised words."""
    after = end < len(names.words) and names.capital(end) and names.spaced[end - 1] and names.tags[end][:3] == "NNP"
    before = (
        start > 0
        and names.capital(start - 1)
        and names.spaced[start - 1]
        and names.tags[start - 1][:3] == "NNP"
        and names.words[start - 1] not in title_words()
    )
    return after or before


def _find_missed(names: Names) -> None:
    """Find mentions of one capitalised word that is a name elsewhere in the report, and more often than not."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    bare: Counter[str] = Counter()
    for name in names:
        if name.label in _KINDS and name.end - name.start == 1:
            labels[names.words[name.start]][name.label] += 1
    free: list[int] = []
    for i, word in enumerate(names.words):
        if word in labels and names.at(i) is None and names.tags[i][:3] == "NNP":
            bare[word] += 1
            free.append(i)
    for i in free:
        word = names.words[i]
        label, count = labels[word].most_common(1)[0]
        if word in name_words()["not_names"] or _in_run(names, i, i + 1):
            continue
        if count * 2 >= bare[word] or word in common_given_names():
            names.put(Name(i, i + 1, label))
