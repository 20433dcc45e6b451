"""Names of organisations, places, laws and events that their own words give away."""

from verbale.language.names.table import NAMES, PLACES, Name, Names
from verbale.language.names.words import name_words, title_words

_JOINERS = frozenset({"of", "for", "and", "&", "the", "in", "on", "to", "de", "la", "du", "des", "del"})


def type_by_head(names: Names) -> None:
    """Give names the type that their last word tells: "… Ministry", "… Province", "… Treaty", "… Cup"."""
    lists = name_words()
    for name in names:
        if name.sure or name.label not in NAMES or name.end - name.start < 2:
            continue
        last = names.words[name.end - 1]
        if last in lists["law_heads"]:
            name.label = "LAW"
        elif last in lists["organisation_heads"] and last not in lists["event_heads"]:
            name.label = "ORG"
        elif last in lists["place_heads"] and name.label in ("ORG", "WORK_OF_ART", "PRODUCT", "LOC", "GPE"):
            name.label = "FAC" if name.label not in PLACES else name.label
        elif last in lists["event_heads"] and name.label in ("ORG", "PERSON", "GPE", "WORK_OF_ART"):
            name.label = "EVENT"


def organisations_by_head(names: Names) -> None:
    """Find organisations as runs of capitalised words that end in a word for one, with what "of" adds to them."""
    lists = name_words()
    heads, of_heads = lists["organisation_heads"], lists["organisation_of"]
    words, count = names.words, len(names.words)
    for i in range(count):
        if words[i] not in heads and words[i] not in of_heads:
            continue
        there = names.at(i)
        if there is not None and (there.sure or there.label not in {"ORG", "PERSON", "NORP"} | PLACES):
            continue
        start = _left_run(names, i) if words[i] in heads else i
        end = i + 1
        if there is not None and there.end > end:
            if there.label == "ORG":
                continue
            if there.end - 1 > i and not names.capital(i + 1):
                continue
            end = i + 1
        if words[i] in of_heads and end + 1 < count and words[end] in ("of", "for") and names.spaced[end - 1]:
            end = _right_run(names, end)
        if there is not None:
            start, end = min(start, there.start), max(end, there.end if there.label == "ORG" else end)
        if end - start < 2:
            continue
        inside = names.within(start, end)
        if any(other.start < start or other.end > end for other in inside):
            continue
        if any(other.sure and other.label in ("ORG", "PERSON") for other in inside):
            continue
        names.put(Name(start, end, "ORG"))


def _left_run(names: Names, i: int) -> int:
    """The start of the capitalised words that lead up to token `i`."""
    not_names = _NOT_IN_RUN
    start = i
    while (start > 0 and names.spaced[start - 1]) or (start > 1 and names.words[start - 1] == "-"):
        before = names.words[start - 1]
        if names.capital(start - 1) and before not in not_names and before[-1].isalpha():
            other = names.at(start - 1)
            if other is not None and other.label in ("DATE", "LAW", "EVENT"):
                break
            start -= 1
        elif names.capital(start - 2) and (before == "&" or (before == "-" and not names.spaced[start - 2])):
            start -= 2
        else:
            break
    while start < i and (names.words[start] in title_words() - _KEPT_IN_ORGANISATIONS):
        start += 1
    return start


_NOT_IN_RUN = frozenset(
    {
        "The",
        "A",
        "An",
        "In",
        "At",
        "On",
        "But",
        "And",
        "As",
        "By",
        "For",
        "From",
        "This",
        "That",
        "His",
        "Her",
        "Its",
        "Our",
    }
    | {"Their", "After", "While", "When", "If", "With", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Dr", "Dr.", "It", "He", "She"}
)
_KEPT_IN_ORGANISATIONS = frozenset(
    {"Foreign", "Justice", "General", "National", "State", "Prime", "Defense", "Defence", "Interior", "Finance", "King"}
    | {
        "Queen",
        "Prince",
        "Security",
        "Trade",
        "Economy",
        "Commerce",
        "Energy",
        "Home",
        "External",
        "Affairs",
        "Political",
    }
    | {"Health", "Education", "Information", "Culture", "Transport", "Labor", "Labour", "Planning", "Tourism", "Sports"}
    | {"Industry", "Science", "Intelligence", "Public", "Migration", "Immigration", "Strategic", "Unification", "High"}
    | {"Chief", "Federal", "European", "Executive", "First", "Special", "Peace", "Nuclear", "Military", "Army", "Human"}
    | {"Agriculture", "Environment", "Climate", "Treasury", "Petroleum", "Oil", "Irrigation", "Parliament", "Joint"}
)


def _right_run(names: Names, of: int) -> int:
    """The end of the name that goes on with "of"/"for" at token `of`."""
    words, count = names.words, len(names.words)
    end = of
    i = of + 1
    while i < count and i - of < 12 and names.spaced[i - 1]:
        if names.capital(i) and words[i][-1].isalpha():
            other = names.at(i)
            if other is not None and other.label in ("DATE", "PERSON"):
                break
            i += 1
            end = i
        elif (
            words[i] in ("the", "and", "&", "of", "for", "in")
            and i + 1 < count
            and (names.capital(i + 1) or words[i] == "of")
        ) or (words[i] == "," and names.capital(i + 1) and _list_goes_on(names, i)):
            i += 1
        else:
            break
    return end if end > of else of


def _list_goes_on(names: Names, comma: int) -> bool:
    """Whether a comma parts items of one name ("Ministry of Trade, Industry and Energy"): an "and" closes the list."""
    words = names.words
    for i in range(comma + 1, min(comma + 6, len(words) - 1)):
        if words[i] in ("and", "&"):
            return names.capital(i + 1) and names.at(i + 1) is None
        if not (names.capital(i) or words[i] == ","):
            return False
    return False


def places_by_words(names: Names) -> None:
    """Make places of "the city of X", "X province", "X District"."""
    lists = name_words()
    words, count = names.words, len(names.words)
    for i in range(count):
        if words[i] == "of" and 0 < i < count - 1 and words[i - 1].lower() in lists["place_before_of"]:
            _make_place(names, i + 1, i + 2)
        elif words[i] in lists["place_after"] and i > 0 and names.capital(i - 1) and names.spaced[i - 1]:
            _make_place(names, i - 1, i)
        elif words[i] in lists["place_heads"] and i > 0 and names.capital(i - 1) and names.spaced[i - 1]:
            before = names.at(i - 1)
            if names.at(i) is None and before is not None and before.end == i and _may_begin_place(before):
                names.put(Name(before.start, i + 1, "LOC"))


def outlets_by_words(names: Names) -> None:
    """Make organisations of the names that "news agency", "newspaper" and the like follow."""
    kinds = name_words()["outlet_kinds"]
    for i in range(1, len(names.words) - 1):
        word = names.words[i]
        if word in kinds or (
            word == "news" and names.words[i + 1] in ("agency", "service", "site", "outlet", "website")
        ):
            name = names.at(i - 1)
            if (
                name is not None
                and not name.sure
                and name.end == i
                and name.label not in ("ORG", "GPE", "NORP", "DATE")
            ):
                name.label, name.sure = "ORG", True
            elif name is None and names.capital(i - 1) and names.tags[i - 1].startswith("NNP"):
                names.put(Name(i - 1, i, "ORG", sure=True))


def movements_by_leader(names: Names) -> None:
    """Make organisations of the initials that a movement goes by where the pipeline saw none: "PUP leader X"."""
    posts = name_words()["movement_posts"]
    for i in range(len(names.words) - 2):
        word = names.words[i]
        if names.words[i + 1] not in posts or names.at(i) is not None or not names.spaced[i]:
            continue
        if names.capital(i + 2) and len(word) > 2 and word.isupper() and word.isalpha():
            names.put(Name(i, i + 1, "ORG"))


def _may_begin_place(name: Name) -> bool:
    return name.label in PLACES or (name.label in ("PERSON", "ORG") and not name.sure)


def _make_place(names: Names, start: int, end: int) -> None:
    word = names.words[start]
    if not names.capital(start) or word in name_words()["not_names"] or word in title_words() or not word.isalpha():
        return
    owner = names.at(start)
    if owner is None:
        if names.tags[start].startswith("NNP"):
            while end < len(names.words) and names.capital(end) and names.at(end) is None and names.spaced[end - 1]:
                end += 1
            while start > 0 and names.capital(start - 1) and names.at(start - 1) is None and names.spaced[start - 1]:
                if names.words[start - 1] in _NOT_IN_RUN or names.doc[start].is_sent_start:
                    break
                start -= 1
            names.put(Name(start, end, "GPE"))
    elif not owner.sure and owner.label in ("PERSON", "ORG") and owner.end - owner.start == 1 and not word.isupper():
        owner.label = "GPE"
