"""The grammatical arguments of a trigger, with voice, control, coordination and relative clauses levelled out.

Labels are those of the ClearNLP dependency scheme that spaCy's English pipelines use. "Subject" and "object" are the
logical ones: the agent of a passive is its subject, the head noun of "the treaty they signed" the object of "signed".
"""

from verbale.extract.acting.arguments import RECEIVERS, Clause, add_children, add_preposition
from verbale.extract.acting.gaps import inherit
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.misread import is_main_after_name, is_mistaken_for_adjective
from verbale.extract.acting.phrases import (
    across_aside,
    agents_below,
    before_aside,
    is_finite_acl,
    is_set_in,
    named_before_side,
    objects_of,
)
from verbale.language.parse import Token, once_a_word

__all__ = ["Clause", "adjective_clause", "carried_clause", "noun_clause", "verb_clause"]

_OF_THE_VERB = frozenset({"of", "for", "over", "about", "against"})
_OF_THE_WHOLE = frozenset({"between", "with", "to", "from", "by", "against", "on"})


@once_a_word
def verb_clause(verb: Token) -> Clause:
    """The clause of `verb`."""
    clause = Clause(verb)
    add_children(clause, verb)
    if is_mistaken_for_adjective(verb):
        clause.subjects.append(verb.doc[verb.i - 1])
        clause.objects.append(verb.head)
        add_children(clause, verb.head)
        return clause
    if is_main_after_name(verb):
        clause.subjects.append(verb.head)
        return clause
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        clause.passive = True
    if clause.complement is None:
        clause.complement = across_aside(verb)
    if clause.complement is None and not clause.objects and is_set_in(verb):
        clause.complement = verb.head  # "if they come, Oslo warned, the port will close"
    _take_condition(clause)
    apart = before_aside(verb) if not clause.subjects else None
    if apart is not None:
        clause.subjects.append(apart)
    else:
        inherit(clause, verb)
    clause.subjects[:0] = named_before_side(verb)
    if clause.passive and not clause.subjects:
        clause.subjects.extend(agents_below(verb))
    if clause.datives[:1] == [verb.head] and any(token.ent_type_ in RECEIVERS for token in clause.objects[:1]):
        clause.datives, clause.objects = clause.objects[:1], clause.datives[:1]  # "the waiver that it granted Iran"
    if _is_signed_paper(verb, clause):
        clause.objects, clause.subjects, clause.passive = clause.subjects, [], True
    for noun in clause.objects:
        if noun.pos_ == "NOUN" and noun != verb.head:
            _add_nested(clause, noun)
        elif noun.ent_type_ in RECEIVERS:
            _add_of_verb(clause, noun)
    return clause


def _take_condition(clause: Clause) -> None:
    """ "made it a condition that they leave": the parser takes the noun for a clause of its own."""
    noun = clause.complement
    if noun is None or noun.pos_ != "NOUN" or not any(child.lower_ == "it" for child in noun.lefts):
        return
    clause.objects.append(noun)
    clause.complement = next((child for child in noun.rights if child.dep_ in {"acl", "relcl", "ccomp"}), None)


def _is_signed_paper(verb: Token, clause: Clause) -> bool:
    """ "A memorandum between A and B, signed the same day, obliges …": the parser takes the paper for who signs."""
    words = word_classes()
    if verb.lemma_ not in words["signing_verb"] or clause.passive or clause.objects or not clause.subjects:
        return False
    return all(noun.lemma_ in words["legal_text"] | words["statement"] for noun in clause.subjects)


def _add_of_verb(clause: Clause, name: Token) -> None:
    """ "warned Finland of reprisals", "thanked Japan for rice", where the parser hangs the phrase on the name."""
    for child in name.rights:
        if child.dep_ == "prep" and child.lower_ in _OF_THE_VERB:
            known = clause.preps.setdefault(child.lower_, [])
            known.extend(noun for noun in objects_of(child) if noun.ent_type_ not in RECEIVERS and noun not in known)


def _add_nested(clause: Clause, noun: Token) -> None:
    """Prepositions inside the object that may as well be the verb's ("cut ties with Iran")."""
    level = [noun]
    for _ in range(2):
        below = []
        for part in level:
            beside = part.lemma_ in word_classes()["way_of_talking"]  # "talks on the sidelines of the forum"
            for child in part.children:
                if child.dep_ == "prep" and not (beside and child.lower_ == "of"):
                    objects = objects_of(child)
                    known = clause.preps.setdefault(child.lower_, [])
                    known.extend(token for token in objects if token not in known)
                    below += objects
        level = below


def adjective_clause(adjective: Token) -> Clause:
    """The clause of a predicate adjective: its own arguments, and the subject of its copula."""
    clause = Clause(adjective)
    add_children(clause, adjective)
    if adjective.dep_ in {"acomp", "oprd", "attr"}:
        copula = verb_clause(adjective.head)
        clause.subjects = clause.subjects or copula.subjects
        clause.negated = clause.negated or copula.negated
        clause.complement = clause.complement or copula.complement
        for word, found in copula.preps.items():
            clause.preps.setdefault(word, []).extend(found)
    elif adjective.dep_ in {"conj", "advcl", "ROOT", "acl", "relcl"}:
        inherit(clause, adjective)
    return clause


def noun_clause(noun: Token) -> Clause:
    """The noun's own arguments: owners, demonyms and compounds, prepositions, an infinitive or that-clause."""
    clause = Clause(noun)
    for child in noun.children:
        dep = child.dep_
        if dep == "poss":
            clause.owners.append(child)
        elif dep in {"compound", "amod", "nmod", "npadvmod", "quantmod"}:
            clause.modifiers.append(child)
        elif dep in {"prep", "agent"}:
            add_preposition(clause, child)
        elif dep in {"acl", "relcl", "ccomp", "xcomp", "advcl"} and clause.complement is None:
            infinitive = any(grand.tag_ == "TO" for grand in child.children)
            that = dep == "acl" and any(g.lower_ == "that" for g in child.children) and not is_finite_acl(child)
            if dep == "ccomp" or infinitive or that:
                clause.complement = child
        elif dep == "det" and child.lower_ == "no":
            clause.negated = True
        elif dep == "appos" and child.lower_ in word_classes()["which_round"]:
            for inner in child.rights:  # "the talks, the first between Athens and Ankara"
                if inner.dep_ == "prep" and inner.lower_ in {"between", "with", "of", "by", "among"}:
                    add_preposition(clause, inner)
    if noun.lemma_ not in word_classes()["ask"]:
        _add_filling(clause)
    return clause


def _add_filling(clause: Clause) -> None:
    """ "the reopening of trade between", "a delivery of drones to": prepositions hung on what fills the noun."""
    for filled in clause.preps.get("of", [])[:]:
        for inner in filled.rights:
            if inner.dep_ == "prep" and inner.lower_ in _OF_THE_WHOLE and inner.lower_ not in clause.preps:
                add_preposition(clause, inner)


def carried_clause(noun: Token, verb: Token) -> Clause:
    """The arguments of `noun` with those of the light verb `verb` that carries it added."""
    clause, light = noun_clause(noun), verb_clause(verb)
    clause.carrier = verb
    clause.subjects = [token for token in light.subjects if not _holds_noun(token, noun, verb)]
    clause.datives = light.datives
    clause.negated = clause.negated or light.negated
    clause.passive = light.passive
    clause.complement = clause.complement or light.complement
    for word, tokens in light.preps.items():
        kept = [token for token in tokens if token != noun and not token.is_ancestor(noun)]
        if kept:
            clause.preps.setdefault(word, []).extend(kept)
    return clause


def _holds_noun(token: Token, noun: Token, verb: Token) -> bool:
    """The verb's own phrase that the noun stands in; not whom its relative clause is on ("those who held talks")."""
    return token == noun or (token.is_ancestor(noun) and not token.is_ancestor(verb))
