"""What a state is known by in a report: what it has, what it does, what it shares with others, how its name ends."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from verbale.extract.acting.lexicon import frames
from verbale.language.parse import Span, Token
from verbale.language.roles import is_government

PLACES = frozenset({"GPE", "FAC"})
MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
# No shorter name is one.
SHORTEST = 4


@lru_cache(maxsize=1)
def state_words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("verbale.extract").joinpath("data/unlisted_states.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}


def signs_of(span: Span) -> set[str]:
    """What of a state is seen about one mention: its label, its ending, what it has, that it acts, what it shares."""
    seen: set[str] = set()
    root, words = span.root, state_words()
    person = root.ent_type_ == "PERSON"
    if root.ent_type_ in PLACES or root.ent_type_ == "NORP":
        seen.add("named")
    if ends(root.text, "country_ends") or (ends(root.text, "people_ends") and root.ent_type_ in {"NORP", ""}):
        seen.add("ending")
    if has := _owned(root):
        strict = person or root.ent_type_ == "ORG"
        personal = strict and has.lemma_.lower() in words["personal"] and "ending" not in seen
        headed = has.lemma_.lower() in words["heads"] and (root.ent_type_ == "NORP" or "ending" in seen)
        if headed or (is_organ(has) and not personal):
            seen.add("organ")
    acting = root.dep_ in {"nsubj", "agent"} or (root.dep_ == "conj" and root.head.dep_ == "nsubj")
    verb = root.head if root.dep_ != "conj" else root.head.head
    if acting and not (person and "ending" not in seen) and decides(verb) and is_government(span, country=True):
        seen.add("acts")
    if acting and root.ent_type_ != "ORG" and not (person and "ending" not in seen) and _has_its_own(verb):
        seen.add("organ")
    preposition = root.head if root.dep_ == "pobj" else root.head.head if root.dep_ == "conj" else root
    if preposition.lower_ in words["between"] and any(
        noun.lemma_.lower() in words["shared"]
        for noun in (preposition.head, *(child for child in preposition.head.rights if child.dep_ == "dobj"))
    ):
        seen.add("shared")
    if root.dep_ == "dobj" and root.head.lemma_.lower() in words["addressing"]:
        seen.add("shared")
    return seen


def decides(verb: Token) -> bool:
    """A verb that tells an act, and is not everybody's."""
    return verb.lemma_.lower() in frames("verb") and verb.lemma_.lower() not in state_words()["everyday"]


def _owned(root: Token) -> Token | None:
    """What "X's army", "Xian troops", "the army of X" is X's."""
    first = root.head if root.dep_ == "conj" else root
    if first.dep_ in MODIFIERS and first.head.i > root.i:
        return first.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ in {"NOUN", "PROPN"}:
        return root.head.head
    return None


def _has_its_own(verb: Token) -> bool:
    """ "Kestria withdrew its troops", "denied that its soldiers had crossed": what is its own is a state's."""
    return any(
        token.lower_ == "its" and token.dep_ == "poss" and is_organ(token.head)
        for token in verb.subtree
        if token.i > verb.i
    )


def is_organ(noun: Token) -> bool:
    words = state_words()
    if noun.lemma_.lower() in words["ministers"]:
        return any(child.lower_ in words["portfolios"] for child in noun.children)
    return noun.lemma_.lower() in words["organs"] or noun.lower_ in words["organs"]


def is_something_else(root: Token) -> bool:
    """ "Jumia's partners", "Jujuy, a province", "Tiruvallur district": a firm's, or a part of a state."""
    nouns = [child for child in root.rights if child.dep_ == "appos"]
    nouns += [root.head] if root.dep_ in MODIFIERS | {"appos"} else []
    return any(noun.lemma_.lower() in state_words()["others"] for noun in nouns)


def is_people_of(people: str, country: str) -> bool:
    """ "Kolechian" and "Kolechia", "Sokovians" and "Sokovia": one begins like the other, and ends as a people."""
    if people == country or not (ends(people, "people_ends") or ends(people, "people_of")):
        return False
    stem = people.removesuffix("s").removesuffix("an").removesuffix("ese").removesuffix("i")
    return len(stem) >= SHORTEST and country.startswith(stem[:-1]) and len(country) <= len(people)


def ends(text: str, which: str) -> bool:
    return len(text) > SHORTEST and text.endswith(tuple(state_words()[which]))
