"""The arguments of a clause, and what a word's own children add to them."""

from dataclasses import dataclass, field

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import (
    SUBJECTS,
    across_caption,
    beside_apposition,
    heads_a_list,
    is_apposed,
    is_cut_off,
    is_infinitive,
    objects_of,
)
from verbale.language.parse import Token

_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj"}
RECEIVERS = {"PERSON", "GPE", "NORP"}
_TIMES = {"DATE", "TIME"}


@dataclass(slots=True)
class Clause:
    """The arguments of the trigger `head`, as heads of noun phrases; `preps` by the preposition's lower-case form."""

    head: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    predicates: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    particles: set[str] = field(default_factory=set)
    adverbs: set[str] = field(default_factory=set)
    owners: list[Token] = field(default_factory=list)
    modifiers: list[Token] = field(default_factory=list)
    complement: Token | None = None
    carrier: Token | None = None
    passive: bool = False
    negated: bool = False


def add_children(clause: Clause, head: Token) -> None:
    """Put the children of `head` where they belong in `clause`."""
    for child in head.children:
        dep = child.dep_
        if dep in _ARGUMENTS and any(grand.dep_ == "det" and grand.lower_ == "no" for grand in child.children):
            clause.negated = True  # "signed no treaty", "no observers will be let in"
        if dep in SUBJECTS:
            clause.subjects.append(child)
            clause.negated = clause.negated or any(word.lower_ == "neither" for word in child.lefts)
            clause.subjects.extend((*across_caption(child), *beside_apposition(child)))
        elif dep in _PASSIVE_SUBJECTS:
            clause.objects.append(child)
            clause.passive = True
        elif dep in {"dobj", "obj"} or _is_read_aside(child):
            clause.objects.append(child)
        elif dep in {"dative", "iobj"}:
            if child.pos_ == "ADP":
                add_preposition(clause, child)
            else:
                clause.datives.append(child)
        elif dep == "agent":
            clause.subjects.extend(objects_of(child))
            clause.preps.setdefault("by", []).extend(objects_of(child))
        elif dep == "prep":
            if child.tag_ == "RP" and not objects_of(child):
                clause.particles.add(child.lower_)  # "walked out that evening"
            add_preposition(clause, child)
            clause.adverbs.update(inner.lower_ for inner in child.lefts if inner.dep_ == "advmod")  # "together in Oslo"
        elif dep == "prt":
            clause.particles.add(child.lower_)
            for inner in child.rights:  # "handed him over to Chisinau"
                if inner.dep_ == "prep":
                    add_preposition(clause, inner)
        elif dep in {"advmod", "npadvmod"}:
            clause.adverbs.add(child.lower_)
            clause.negated = clause.negated or child.lower_ in word_classes()["hardly"]
            for inner in child.children:  # "back to the table", "together in Vienna"
                if inner.dep_ == "prep" and dep == "advmod":
                    add_preposition(clause, inner)
            if heads_a_list(child):
                clause.subjects.append(child)
        elif dep in {"attr", "oprd", "acomp"}:
            clause.predicates.append(child)
        elif dep in {"xcomp", "ccomp"}:
            if clause.complement is None and not is_cut_off(child, head):
                clause.complement = child
        elif dep == "advcl" and child.pos_ == "ADJ" and child.i == head.i + 1:
            clause.predicates.append(child)  # "set free a tanker"
        elif dep == "advcl" and clause.complement is None and is_infinitive(child):
            clause.complement = child
        elif dep == "neg" or (dep in {"preconj", "cc"} and child.lower_ in {"neither", "nor"}):
            clause.negated = True
    if len(clause.objects) > 1 and is_apposed(clause.objects[-1]):
        clause.objects.pop()  # "accused Oslo of delay, a charge that it denied"
    if len(clause.objects) > 1 and not clause.datives and clause.objects[0].ent_type_ in RECEIVERS:
        clause.datives.append(clause.objects.pop(0))  # "handed Putin a letter", read as two objects
    verbless = clause.complement is not None and clause.complement.pos_ in {"ADJ", "NOUN", "PROPN"}
    if verbless and clause.complement is not None and clause.complement.dep_ == "xcomp":
        clause.predicates.append(clause.complement)


def _is_read_aside(word: Token) -> bool:
    """An object that the parser takes for an adverb or an exclamation: "killed 12", "said no"."""
    if word.dep_ == "intj":
        return word.lower_ in {"yes", "no"}
    return word.dep_ == "npadvmod" and word.pos_ == "NUM" and word.ent_type_ not in _TIMES


def add_preposition(clause: Clause, preposition: Token) -> None:
    """Objects of `preposition` under its word, and under the last word of a chain ("out of", "along with")."""
    objects = objects_of(preposition)
    word = preposition.lower_
    if word == "according":
        return
    if word == "on":  # "opened on Tuesday": a day is no party, and no topic
        objects = [token for token in objects if token.ent_type_ not in _TIMES]
    for noun in objects:
        if (
            noun.lemma_ in word_classes()["way_of_talking"]
        ):  # "spoke on the telephone with", "met on the sidelines with"
            for inner in noun.rights:
                if inner.dep_ == "prep":
                    if inner.lower_ != "of":  # the forum on whose sidelines they met is not one of them
                        add_preposition(clause, inner)
                    if noun.lemma_ in word_classes()["company"]:  # "in the company of the French president"
                        clause.preps.setdefault("with", []).extend(objects_of(inner))
                    for event in objects_of(inner):  # "on the sidelines of the summit with"
                        for last in event.rights:
                            if last.dep_ == "prep" and last.lower_ == "with":
                                add_preposition(clause, last)
    for child in preposition.children:
        if child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            add_preposition(clause, child)
            if word == "out" and child.lower_ == "of":  # "pulled its troops out of Chad"
                clause.preps.setdefault("from", []).extend(objects_of(child))
    if word == "between":
        objects = [*objects, *(other for noun in objects for other in _joined_below(noun))]
    clause.preps.setdefault(word, []).extend(objects)


def _joined_below(noun: Token) -> list[Token]:
    """ "between the government of Uganda and the rebels", where the parser joins the rebels to Uganda."""
    if any(child.dep_ == "conj" for child in noun.rights):
        return []
    owners = [owner for child in noun.rights if child.lower_ == "of" for owner in objects_of(child)]
    return [other for owner in owners for other in owner.conjuncts]
