"""Names told by what is known beforehand: leaders of states and movements, states after "envoy for", towns after "drove
to", and people whose name was taken for a day."""

from verbale.language.names.table import Name, Names
from verbale.language.names.words import name_words, title_heads
from verbale.world import World, common_given_names, family_name, leader_first_words, party_of_leader

_LONGEST = 4


def leaders_known(names: Names) -> None:
    """Make people of the leaders that the world data lists, where the pipeline took them for something else or for
    nothing: "Chrystia Freeland walked out", "Pashinyan said"."""
    first_words = leader_first_words()
    for i, word in enumerate(names.words):
        if word not in first_words or (names.capital(i - 1) and names.spaced[i - 1]):
            continue
        for end in range(min(i + _LONGEST, len(names.words)), i, -1):
            if end - i > 1 and not names.spaced[end - 2] and "-" not in names.words[end - 2 : end]:
                continue
            if not names.words[end - 1][-1:].isalnum():
                continue  # a colon or a quotation mark behind the name
            if not _is_free(names, i, end) or party_of_leader(names.text(i, end)) is None:
                continue
            names.put(Name(i, end, "PERSON"))
            break


def _is_free(names: Names, start: int, end: int) -> bool:
    """Whether the tokens are no person yet, are in no longer or sure name, and no capital goes on behind them."""
    if names.capital(end) and names.spaced[end - 1]:
        return False
    inside = names.within(start, end)
    if len(inside) == 1 and inside[0].label == "PERSON":
        return False
    if end - start == 1 and not (inside or names.tags[start].startswith("NNP")):
        return False
    return not any(name.sure or name.id or name.start < start or name.end > end for name in inside)


def states_off(names: Names, world: World) -> None:
    """Take a state off the front of a person, where it ends the title: "envoy for Sudan | Ivar Berg"."""
    heads = title_heads()
    for name in names:
        joined = name.start > 1 and names.words[name.start - 1] in ("for", "to", "on", "of")
        if name.label != "PERSON" or name.sure or not joined or names.words[name.start - 2] not in heads:
            continue
        for width in (3, 2, 1):
            start = name.start + width
            ids = world.by_form.get(names.text(name.start, start), ()) if start < name.end else ()
            if not ids or not ids[0].startswith(("state/", "region/")):
                continue
            state = Name(name.start, start, "GPE")
            names.resize(name, start, name.end)
            names.put(state)
            break


def towns_reached(names: Names) -> None:
    """Make a place of a lone word, taken for a person, that somebody goes to: "drove to Batken", "met in Kidal"."""
    lists = name_words()
    families = {family_name(names.text(n.start, n.end)) for n in names if n.label == "PERSON" and n.end - n.start > 1}
    towns: set[str] = set()
    for name in names:
        i, word = name.start, names.words[name.start]
        if name.label != "PERSON" or name.sure or name.id or name.end - i > 1 or i < 2:
            continue
        known = word in families or word in common_given_names() or party_of_leader(word) is not None
        verbs = {"to": lists["verbs_to_place"], "in": lists["verbs_in_place"]}.get(names.words[i - 1], frozenset())
        if not known and names.words[i - 2] in verbs:
            towns.add(word)
    for name in names:
        if name.label == "PERSON" and name.end - name.start == 1 and names.words[name.start] in towns:
            name.label = "GPE"


def people_no_days(names: Names) -> None:
    """Make a person of two names in which the pipeline saw a day: "Getachew Jember", not "April Fools"."""
    months = name_words()["months"]
    for name in names:
        end = name.end
        start = end - 2
        if name.label != "DATE" or name.start not in {start, start + 1} or start < 0 or not names.spaced[start]:
            continue
        given, family = names.words[start:end]
        plain = names.tags[start] == names.tags[end - 1] == "NNP" and family.isalpha() and family.istitle()
        alone = names.at(start) in (None, name) and not (names.capital(start - 1) and names.spaced[start - 1])
        if plain and alone and given in common_given_names() and given not in months and family not in months:
            names.put(Name(start, end, "PERSON"))
