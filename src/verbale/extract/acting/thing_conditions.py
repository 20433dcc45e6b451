"""Conditions of the lexicon on what a thing is like: a joint exercise, an armed strike, a blacklist."""

from itertools import islice

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import lemma


def joint(scene: Scene, clause: Clause) -> bool:
    words = word_classes()["joint_kind"]
    return any(
        lemma(child) in words
        for noun in (*clause.objects, clause.head)
        for child in noun.children
        if child.dep_ == "amod"
    )


def weaponry(scene: Scene, clause: Clause) -> bool:
    words = word_classes()["weapon"] | word_classes()["weapon_kind"]
    return any(
        lemma(child) in words or any(lemma(grand) in words for grand in child.children)
        for noun in (*clause.objects, clause.head)
        for child in noun.children
        if child.dep_ in {"amod", "compound", "nmod", "prep"}
    )


def military(scene: Scene, clause: Clause) -> bool:
    words = word_classes()["military_kind"]
    return any(
        lemma(child) in words for child in clause.head.children if child.dep_ in {"amod", "compound", "nmod"}
    ) or any(lemma(token) in word_classes()["forces"] for token in clause.subjects)


def obj_military(scene: Scene, clause: Clause) -> bool:
    """ "its military presence", "naval deployments"."""
    words = word_classes()["military_kind"]
    return any(lemma(child) in words for noun in clause.objects for child in noun.lefts)


def hunger(scene: Scene, clause: Clause) -> bool:
    tokens = [*clause.objects, *clause.preps.get("on", []), *clause.preps.get("in", [])]
    return any(lemma(t) == "strike" and any(lemma(c) == "hunger" for c in t.children) for t in tokens)


def violent(scene: Scene, clause: Clause) -> bool:
    """An attack of arms, not of words or of sport: not "verbal", "personal", "late strike by the forward"."""
    mild = word_classes()["mild_kind"]
    return not any(lemma(child) in mild for noun in (clause.head, *clause.objects) for child in noun.children)


def diplomatic(scene: Scene, clause: Clause) -> bool:
    return any(lemma(c) in word_classes()["formal_kind"] for c in clause.head.children)


def chemical(scene: Scene, clause: Clause) -> bool:
    words = word_classes()["chemical_kind"]
    return any(lemma(t) in words or any(lemma(c) in words for c in t.children) for t in clause.objects)


def suicide(scene: Scene, clause: Clause) -> bool:
    return any(lemma(t) == "bomber" or any(lemma(c) == "suicide" for c in t.children) for t in clause.subjects)


def bad_list(scene: Scene, clause: Clause) -> bool:
    """A list that it is a relief to be off."""
    words = word_classes()["list_kind"]
    return any(lemma(t) in words for noun in clause.preps.get("from", []) for t in noun.subtree)


def on_bad_list(scene: Scene, clause: Clause) -> bool:
    """ "put a firm on its sanctions list", "added three banks to the terrorism list"."""
    lists = [
        noun for word in ("on", "to") for noun in clause.preps.get(word, []) if lemma(noun) in {"list", "register"}
    ]
    words = word_classes()["list_kind"] | {"entity", "embargo"}
    return any(lemma(part) in words for noun in lists for part in islice(noun.subtree, 12))


def obj_measure(scene: Scene, clause: Clause) -> bool:
    """What is put off or called off burdens others: "a tariff increase", "a new round of duties"."""
    words = word_classes()["sanction"]
    for noun in clause.objects:
        parts = [noun, *(c for c in noun.lefts if c.dep_ == "compound")]
        parts += [inner for c in noun.rights if c.lower_ in {"of", "in"} for inner in c.children if c.dep_ == "prep"]
        if any(lemma(part) in words for part in parts):
            return True
    return False
