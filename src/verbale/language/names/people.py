"""Makes personal names whole, and finds those that the pipeline did not see."""

from verbale.language.names.table import PLACES, Name, Names
from verbale.language.names.titles import INITIAL, LONGEST, may_be_person, run_of_name
from verbale.language.names.words import name_words, title_words
from verbale.world import common_family_names, common_given_names, is_family_first, name_particles

# Names of people have no more words than this after a title.


def complete_persons(names: Names) -> None:
    """Extend personal names over particles and over capitalised words that belong to them: "Mohammed bin | Salman"."""
    words, count = names.words, len(names.words)
    particles = name_particles()
    not_names, titles = name_words()["not_names"], title_words()
    for name in names:
        if name.label != "PERSON" or names.at(name.start) is not name:
            continue
        start, end = name.start, name.end
        while end < count and end - start < 2 * LONGEST and names.spaced[end - 1]:
            if words[end] in particles and words[end] not in ("do", "as", "e", "af", "ten") and names.capital(end + 1):
                if words[end + 1] in not_names or _blocked(names, end + 1):
                    break
                end += 2
                continue
            if end - start == 1 and words[start] in common_family_names() and _short_given(names, end):
                end += 1
                break
            if (
                not names.capital(end)
                or words[end] in not_names
                or words[end] in titles
                or not words[end].isalpha()
                or (words[end].isupper() and len(words[end]) > 1 and not words[start].isupper())
                or not names.tags[end].startswith("NNP")
                or words[end] in name_words()["organisation_heads"]
                or _blocked(names, end)
            ):
                break
            end += 1
        while start > 1 and names.spaced[start - 1] and words[start - 1] in particles and names.capital(start - 2):
            if words[start - 1] in ("do", "as", "e", "af", "ten", "y", "de", "du", "la") and not _given(
                words[start - 2]
            ):
                break
            if _blocked(names, start - 2) or words[start - 2] in not_names or words[start - 2] in titles:
                break
            other = names.at(start - 2)
            start = other.start if other is not None else start - 2
        lone = end - start == 1 and start > 0 and names.spaced[start - 1]
        if lone and _given(words[start - 1]) and names.at(start - 1) is None:
            start -= 1
        if end - start == 1:
            start = _over_unseen_given_name(names, start)
        start = _over_initials(names, start)
        start = _over_family_name(names, start, end)
        if (start, end) != (name.start, name.end):
            names.resize(name, start, end)


def _short_given(names: Names, i: int) -> bool:
    """Whether token `i` is a given name that reads as a pronoun ("Liu He"): it has a capital inside a sentence."""
    word, inside = names.words[i], not names.doc[i].is_sent_start
    return inside and (word in ("He", "You") or (word in ("An", "So", "May") and names.tags[i].startswith("NN")))


def _over_family_name(names: Names, start: int, end: int) -> int:
    """The start with the family name before a hyphenated Korean given name, though it reads as a word ("Do Je-hae")."""
    hyphenated = end - start == 3 and names.words[start + 1] == "-" and names.words[start + 2][:1].islower()
    if hyphenated and start > 0 and names.spaced[start - 1] and names.at(start - 1) is None:
        return start - (names.words[start - 1] in common_family_names())
    return start


def _over_unseen_given_name(names: Names, start: int) -> int:
    """The start with a given name that the pipeline left out ("Moeed | Yusuf")."""
    before = start - 1
    if before < 0 or not names.spaced[before] or names.at(before) is not None or not plain_name_word(names, before):
        return start
    return start if plain_name_word(names, before - 1) and names.spaced[before - 1] else before


def plain_name_word(names: Names, i: int) -> bool:
    """Whether token `i` is a capitalised word, tagged as a name, that is not known to be something else."""
    word = names.words[i] if 0 <= i < len(names.words) else ""
    lists = name_words()
    return (
        word[:1].isupper()
        and word.isalpha()
        and not word.isupper()
        and names.tags[i] == "NNP"
        and word not in title_words()
        and not any(word in lists[kind] for kind in _NOT_IN_PERSONS)
    )


_NOT_IN_PERSONS = (
    "not_names",
    "not_alone",
    "organisation_heads",
    "place_heads",
    "law_heads",
    "event_heads",
)


def persons_unseen(names: Names) -> None:
    """Make a person of two or three capitalised words that the pipeline saw no name in, where they act or stand with
    a person. (Taken without that condition, three in ten were not people.)"""
    i, count = 0, len(names.words)
    while i < count:
        end = i
        while (
            end < count
            and names.at(end) is None
            and plain_name_word(names, end)
            and (end == i or names.spaced[end - 1])
        ):
            end += 1
        if (
            end + 1 < count
            and names.words[end] == "-"
            and end - i > 1
            and names.capital(end + 1)
            and not names.spaced[end]
        ):
            end += 2 if names.at(end + 1) is None else 0
        free = not (names.capital(i - 1) and names.spaced[i - 1]) and not (names.capital(end) and names.spaced[end - 1])
        if 2 <= end - i <= 5 and free and (_acts(names, end) or _joined_to_person(names, i, end)):
            names.put(Name(i, end, "PERSON"))
        i = max(end, i + 1)


def _acts(names: Names, i: int) -> bool:
    return i < len(names.tags) and names.tags[i] in ("VBD", "VBZ", "MD")


def _joined_to_person(names: Names, start: int, end: int) -> bool:
    """Whether "and" joins the tokens to the full name of a person."""
    words = names.words
    for joiner, far in ((start - 1, start - 2), (end, end + 1)):
        other = names.at(far)
        if 0 <= joiner < len(words) and words[joiner] == "and" and other is not None:
            return other.label == "PERSON" and other.end - other.start > 1
    return False


def persons_beside_persons(names: Names) -> None:
    """Make a person of a doubtful name that "and" joins to a full personal name: "Bayramov and Mirzoyan"."""
    for name in names:
        if name.sure or name.id or name.label not in {"ORG", "NORP", "PRODUCT", "WORK_OF_ART", "LANGUAGE"} | PLACES:
            continue
        if not all(plain_name_word(names, i) for i in range(name.start, name.end)) or name.end - name.start > 3:
            continue
        if _joined_to_person(names, name.start, name.end):
            name.label = "PERSON"
    for i in range(2, len(names.words)):
        # "praised Tshisekedi and Kagame": what "and" joins to a family name, where the pipeline saw no name.
        before = names.at(i - 2)
        if names.words[i - 1] != "and" or before is None or before.label != "PERSON" or names.at(i) is not None:
            continue
        alone = not (names.capital(i + 1) and names.spaced[i])
        if alone and before.end - before.start == 1 and plain_name_word(names, i) and not before.id:
            names.put(Name(i, i + 1, "PERSON"))


def persons_paired(names: Names) -> None:
    """Make two people of a pair before a word for a meeting: "the Modi-Xi summit"."""
    words = names.words
    for i in range(len(words) - 3):
        if words[i + 1] not in ("-", "–") or words[i + 3].lower() not in name_words()["pair_heads"]:
            continue
        there = names.within(i, i + 3)
        inside = all(i <= name.start and name.end <= i + 3 and not (name.sure or name.id) for name in there)
        if inside and all(words[j][:1].isupper() and words[j].isalpha() and not words[j].isupper() for j in (i, i + 2)):
            names.put(Name(i, i + 1, "PERSON"))
            names.put(Name(i + 2, i + 3, "PERSON"))


def _over_initials(names: Names, start: int) -> int:
    """The start of the initials before token `start` ("L.", or "L" and "." where the tokens are given so)."""
    words = names.words
    while start > 0:
        step = 2 if words[start - 1] == "." and start > 1 else 1
        initial = words[start - step]
        if not INITIAL.fullmatch(initial) or (step == 1 and len(initial) == 1 and names.at(start - 1) is None):
            break
        if any(other.sure or other.label != "PERSON" for other in names.within(start - step, start)):
            break
        start -= step
    return start


def _given(word: str) -> bool:
    return word in common_given_names()


def _blocked(names: Names, i: int) -> bool:
    other = names.at(i)
    return other is not None and (other.sure or other.label != "PERSON")


def persons_by_given_name(names: Names) -> None:
    """Make a person of a name that begins with a well-known given name, or has the form of an East Asian full name."""
    for name in names:
        if name.sure or name.label not in {"ORG", "WORK_OF_ART", "PRODUCT", "NORP", "LAW", "EVENT"} | PLACES:
            continue
        if _reads_as_person(names, name.start, name.end):
            name.label = "PERSON"
    given = common_given_names()
    for i, word in enumerate(names.words):
        if word not in given or ((owner := names.at(i)) is not None and (owner.sure or owner.label == "PERSON")):
            continue
        end = run_of_name(names, i)
        longer = any(other.start < i or other.end > end or other.sure for other in names.within(i, end))
        if end - i > 1 and not longer and _reads_as_person(names, i, end) and may_be_person(names, i, end):
            names.put(Name(i, end, "PERSON"))


def persons_of_initials(names: Names) -> None:
    """Make a person of initials and a family name that the pipeline took for something else, or for nothing: "K P
    Sharma", "S. Jaishankar"."""
    words, count = names.words, len(names.words)
    for i in range(count - 1):
        if not _is_initial(names, i) or (i and names.capital(i - 1) and names.spaced[i - 1]):
            continue
        first = i
        while _is_initial(names, first):
            first += 2 if words[first + 1] == "." else 1
        if first - i == 1 and words[i] in ("A", "I", "X"):
            continue
        end = first
        while end - first < 3 and plain_name_word(names, end) and names.spaced[end - 1]:
            end += 1
        inside = names.within(i, end)
        free = not any(name.sure or name.start < i or name.end > end for name in inside)
        if end > first and free and not (names.capital(end) and names.spaced[end - 1]):
            names.put(Name(i, end, "PERSON"))


def _is_initial(names: Names, i: int) -> bool:
    """Whether token `i` is "K", "K." or the "K" of "K" and "." before another word of a name."""
    if i + 1 >= len(names.words) or not INITIAL.fullmatch(names.words[i]):
        return False
    after = i + 2 if names.words[i + 1] == "." else i + 1
    return names.capital(after) and names.spaced[after - 1]


def persons_with_nickname(names: Names) -> None:
    """Make a name with a nickname in quotes whole: 'Rodrigo "Timochenko" Londoño'."""
    words = names.words
    for i in range(len(words) - 4):
        if words[i + 1] not in _QUOTES or not (_given(words[i]) and names.spaced[i]):
            continue
        close = next((j for j in (i + 3, i + 4) if words[j] in _QUOTES), None)
        if close is None or not names.spaced[close] or not all(names.capital(j) for j in range(i + 2, close)):
            continue
        if not plain_name_word(names, close + 1):
            continue
        last = names.at(close + 1)
        end = max(close + 2, last.end if last is not None else 0)
        if not any(name.sure for name in names.within(i, end)):
            names.put(Name(i, end, "PERSON"))


_QUOTES = frozenset({'"', "'", "``", "''"})


def persons_of_hyphened_form(names: Names) -> None:
    """Make a person of a family name and a hyphenated given name that stands as one token ("Do Je-hae")."""
    for i in range(1, len(names.words)):
        word = names.words[i]
        if "-" not in word[1:-1] or names.words[i - 1] not in common_family_names() or not names.spaced[i - 1]:
            continue
        held = [other for other in names.within(i - 1, i + 1) if other.sure or other.label == "PERSON"]
        whole = any(other.start <= i - 1 and other.end >= i + 1 and names.capital(other.end - 1) for other in held)
        if not whole and is_family_first(f"{names.words[i - 1]} {word}"):
            names.put(Name(i - 1, i + 1, "PERSON"))


def _reads_as_person(names: Names, start: int, end: int) -> bool:
    """Whether the tokens begin with a common given name, or are family name and hyphenated given name ("Do Je-hae")."""
    words = names.words[start:end]
    first = names.text(start, end).split()[0]
    count = len(names.text(start, end).split())
    lists, last = name_words(), words[-1]
    if any(last in lists[kind] for kind in ("organisation_heads", "place_heads", "event_heads", "law_heads")):
        return False
    if len(words) == 4 and words[2] == "-" and words[3][:1].islower() and words[0] in common_family_names():
        return True
    tokens_fit = all(word[:1].isupper() or word in name_particles() or word in ("-", "'", "al") for word in words)
    given = first in common_given_names() or first.split("-")[0] in common_given_names()
    return given and 2 <= count <= 4 and tokens_fit and last.isalpha() and not last.isupper()


def persons_who_speak(names: Names) -> None:
    """Make a person of a lone capitalised word, no name so far, that says something: "Haro said", "added Besic"."""
    verbs, not_names = name_words()["speech_verbs"], name_words()["not_names"]
    words, count = names.words, len(names.words)
    for i in range(count):
        if words[i] not in verbs:
            continue
        for j in (i - 1, i + 1):
            if not names.capital(j) or names.at(j) is not None or not names.tags[j].startswith("NNP"):
                continue
            word = words[j]
            if word in not_names or not word.isalpha() or word.isupper() or word in title_words():
                continue
            before = names.capital(j - 1) and names.spaced[j - 1] and names.at(j - 1) is None
            if not before and not (j > i and names.capital(j + 1)):
                names.put(Name(j, j + 1, "PERSON"))
