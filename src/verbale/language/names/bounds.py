"""Puts the bounds of names right: what is no part of a name goes, and names run together are parted."""

from verbale.language.names.table import NAMES, PLACES, Name, Names
from verbale.language.names.words import name_words, title_words
from verbale.world import World, honorifics, name_particles

_HYPHENS = frozenset({"-", "–", "/", "—"})
_DASHES = frozenset({"-", "–", "—", "--"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})
_EDGES = frozenset("\"“”‘’`'.,;:!?()[]{}<>|*•▲■●·-–—…/\\@#%&+=~_") | {"``", "''", "--", "..."}
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


def trim(names: Names) -> None:
    """Take possessive 's, quotes, brackets and white space off the edges of names; drop what then is no name."""
    words = names.words
    for name in names:
        if name.label not in NAMES:
            continue
        start, end = name.start, name.end
        while end > start and _is_tail(names, start, end):
            end -= 1
        while start < end and (words[start] in _EDGES or words[start].isspace()):
            start += 1
        if name.label in ("PERSON", "GPE") and end - start > 1 and words[start] in ("the", "The", "a", "A"):
            start += name.label == "PERSON" or words[start] in ("a", "A")
        cut = _open_bracket(words, start, end)
        if cut is not None:
            end = cut
        end = _before_verb(names, start, _before_aside(names, start, end))
        if name.label == "ORG":
            start = _past_description(names, start, end)
        if (start, end) != (name.start, name.end):
            names.resize(name, start, end)
        if start < end and not _can_be_name(names, start, end):
            names.remove(name)


def _before_aside(names: Names, start: int, end: int) -> int:
    """Where a name ends before an aside set off by a dash: "the Electoral Commission | - earlier criticised by …"."""
    words = names.words
    for i in range(start + 1, end - 1):
        if words[i] in _DASHES and names.spaced[i - 1] and names.spaced[i] and words[i + 1].islower():
            return i
    return end


def _before_verb(names: Names, start: int, end: int) -> int:
    """Where a name ends before what its bearer did: "the Herders' League | urged Government"."""
    for i in range(start + 1, end - 1):
        word = names.words[i]
        if names.tags[i] == "VBD" and word.islower() and word not in name_particles() and names.capital(i + 1):
            return i
    return end


def _past_description(names: Names, start: int, end: int) -> int:
    """Where the name of an organisation begins behind what describes it: "the paramilitary | Rapid Support Forces",
    "pro-Kurdish | Peoples' Party". `start` where nothing with a capital follows, or a particle leads ("al-Shabaab")."""
    words = names.words
    i = start + (words[start : start + 1] in (["the"], ["The"]))
    first = i
    while i < end and words[i].islower() and words[i].isalpha() and len(words[i]) > 2:
        if words[i] in name_particles() or words[i] in _ARTICLES or not names.tags[i].startswith(_DESCRIBING):
            return start
        i += 1
        while i + 1 < end and words[i] in _HYPHENS and not names.spaced[i]:
            i += 2
    return i if first < i < end and names.capital(i) else start


_DESCRIBING = ("JJ", "NN", "VBN", "VBG", "AFX", "RB")


def _is_tail(names: Names, start: int, end: int) -> bool:
    word = names.words[end - 1]
    if word in _POSSESSIVES or word.isspace():
        return True
    after = names.words[end] if end < len(names.words) else ""
    if after == "-" and not names.spaced[end - 1] and word.islower() and end - start > 1:
        return names.words[end - 2] not in _HYPHENS  # "the Minsk Group co|-chairs"
    if word == "s" and end - start > 1 and names.words[end - 2] in ("'", "’"):
        return True
    # A full stop belongs to an abbreviation that the tokens leave in parts ("U", ".").
    if word == ".":
        return not (end - start > 1 and len(names.words[end - 2]) == 1 and names.capital(end - 2))
    return word in _EDGES


def _open_bracket(words: list[str], start: int, end: int) -> int | None:
    """Where a name has an opening bracket that is not closed in it, or a closing one not opened: the bracket."""
    opened: int | None = None
    for i in range(start, end):
        if words[i] in _OPEN:
            opened = i
        elif words[i] in _CLOSE:
            if opened is None:
                return i
            opened = None
    return opened


def _can_be_name(names: Names, start: int, end: int) -> bool:
    """Whether the tokens have a capital letter, and are not one word that is never a name by itself."""
    text = names.text(start, end)
    if not any(char.isupper() or char.isdigit() for char in text) or "://" in text or "www." in text or "@" in text:
        return False
    label = (names.at(start) or Name(0, 0, "")).label
    if label == "ORG" and _begins_rank(names, start, end):
        return False
    if end - start == 1 and label in {"PERSON", "ORG"} | PLACES:
        word, lists = names.words[start], name_words()
        return word not in lists["not_names"] and word not in lists["not_alone"]
    # "Interior" before "Minister" is part of a title, no organisation.
    if label == "ORG" and names.capital(end) and names.words[end] in _OFFICES and names.spaced[end - 1]:
        return names.words[end - 1] not in title_words()
    return True


def _begins_rank(names: Names, start: int, end: int) -> bool:
    """Whether the tokens are the first words of a rank that goes on: "Field | Marshal", "Air Chief | Marshal"."""
    ranks = honorifics()
    return any(names.text(start, stop) in ranks for stop in (end + 1, end + 2) if stop < len(names.words))


_OFFICES = frozenset({"Minister", "Secretary", "Ministers", "Secretaries", "Commissioner"})


def join_hyphens(names: Names) -> None:
    """Make hyphenated personal names whole: "Kim Yeon|-chul", "al-|Sisi"; and cut off "-led", "-era" and the like."""
    words, spaced = names.words, names.spaced
    tails = name_words()["compound_tails"]
    count = len(words)
    for name in names:
        if name.label not in NAMES:
            continue
        start, end = name.start, name.end
        if end - start > 2 and words[end - 1] in tails and words[end - 2] in _HYPHENS:
            names.resize(name, start, end - 2)
            continue
        if name.label != "PERSON":
            continue
        while end + 1 < count and words[end] == "-" and not spaced[end - 1] and not spaced[end]:
            other = names.at(end + 1)
            if not words[end + 1].isalpha() or words[end + 1] in tails or (other is not None and other.sure):
                break
            if names.capital(end + 1) and other is not None and other.start == end + 1 and end - start == 1:
                break  # "Trump-Kim": two people
            end += 2
        while start >= 2 and words[start - 1] == "-" and not spaced[start - 1] and not spaced[start - 2]:
            other = names.at(start - 2)
            if not words[start - 2].isalpha() or (other is not None and (other.sure or other.label != "PERSON")):
                break
            if words[start - 2].islower() and words[start - 2] not in _ARTICLES:
                break
            start = other.start if other is not None else start - 2
        if (start, end) != (name.start, name.end):
            names.resize(name, start, end)


_ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "as", "ar", "at", "az", "ash", "abd", "ibn", "bin", "abu"})


def split_compounds(names: Names, world: World) -> None:
    """Part names of which each side of a hyphen names something: "U.S.-North Korea", "Iran-IAEA"."""
    words, spaced = names.words, names.spaced
    for name in names:
        if name.label not in NAMES:
            continue
        cuts = [
            i
            for i in range(name.start + 1, name.end - 1)
            if words[i] in _HYPHENS and (words[i] != "-" or not spaced[i - 1])
        ]
        if not cuts or names.text(name.start, name.end) in world.by_form:
            continue
        edges = [name.start, *(edge for cut in cuts for edge in (cut, cut + 1)), name.end]
        parts = list(zip(edges[::2], edges[1::2], strict=True))
        known = [_known(world, names.text(*part)) for part in parts]
        if len(parts) <= 4 and all(known[:1] + known[1:]) and all(known):
            for (start, end), label in zip(parts, known, strict=True):
                names.put(Name(start, end, label or name.label))


def _known(world: World, text: str) -> str | None:
    text = text.removeprefix("the ").removeprefix("The ")
    if text in world.by_demonym:
        return "NORP"
    ids = world.by_form.get(text)
    if not ids:
        return None
    return "GPE" if ids[0].startswith(("state/", "city/")) else "ORG"
