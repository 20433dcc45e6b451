"""The grammatical arguments of a trigger, with voice, control, coordination and relative clauses levelled out.

Labels are those of the ClearNLP dependency scheme that spaCy's English pipelines use. "Subject" and "object" are the
logical ones: the agent of a passive is its subject, the head noun of "the treaty they signed" the object of "signed".
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import (
    MAX_CLIMB,
    SUBJECTS,
    across_caption,
    agents_below,
    authors,
    before_aside,
    beside_apposition,
    deciders_of,
    first_conjunct,
    focus_of,
    heads_a_list,
    is_cut_off,
    is_finite_acl,
    is_infinitive,
    is_mistaken_for_adjective,
    named_before_side,
    objects_of,
    opens_sentence,
)

_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj"}
_RECEIVERS = {"PERSON", "GPE", "NORP"}
_OF_THE_WHOLE = frozenset({"between", "with", "to", "from", "by", "against", "on"})
_TIMES = {"DATE", "TIME"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}


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


def verb_clause(verb: Token) -> Clause:
    """The clause of `verb`."""
    clause = Clause(verb)
    _add_children(clause, verb)
    if is_mistaken_for_adjective(verb):
        clause.subjects.append(verb.doc[verb.i - 1])
        clause.objects.append(verb.head)
        _add_children(clause, verb.head)
        return clause
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        clause.passive = True
    if verb.dep_ == "parataxis" and clause.complement is None and not clause.objects:
        clause.complement = verb.head  # "if they come, Oslo warned, the port will close"
    apart = before_aside(verb) if not clause.subjects else None
    if apart is not None:
        clause.subjects.append(apart)
    else:
        _inherit(clause, verb)
    clause.subjects[:0] = named_before_side(verb)
    if clause.passive and not clause.subjects:
        clause.subjects.extend(agents_below(verb))
    if clause.datives[:1] == [verb.head] and any(token.ent_type_ in _RECEIVERS for token in clause.objects[:1]):
        clause.datives, clause.objects = clause.objects[:1], clause.datives[:1]  # "the waiver that it granted Iran"
    for noun in clause.objects:
        if noun.pos_ == "NOUN" and noun != verb.head:
            _add_nested(clause, noun)
    return clause


def _add_nested(clause: Clause, noun: Token) -> None:
    """Prepositions inside the object that may as well be the verb's ("cut ties with Iran")."""
    level = [noun]
    for _ in range(2):
        below = []
        for part in level:
            for child in part.children:
                if child.dep_ == "prep":
                    objects = objects_of(child)
                    known = clause.preps.setdefault(child.lower_, [])
                    known.extend(token for token in objects if token not in known)
                    below += objects
        level = below


def adjective_clause(adjective: Token) -> Clause:
    """The clause of a predicate adjective: its own arguments, and the subject of its copula."""
    clause = Clause(adjective)
    _add_children(clause, adjective)
    if adjective.dep_ in {"acomp", "oprd", "attr"}:
        copula = verb_clause(adjective.head)
        clause.subjects = clause.subjects or copula.subjects
        clause.negated = clause.negated or copula.negated
        clause.complement = clause.complement or copula.complement
        for word, found in copula.preps.items():
            clause.preps.setdefault(word, []).extend(found)
    elif adjective.dep_ in {"conj", "advcl", "ROOT", "acl", "relcl"}:
        _inherit(clause, adjective)
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
            _add_preposition(clause, child)
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
                    _add_preposition(clause, inner)
    if noun.lemma_ not in word_classes()["ask"]:
        _add_filling(clause)
    return clause


def _add_filling(clause: Clause) -> None:
    """ "the reopening of trade between", "a delivery of drones to": prepositions hung on what fills the noun."""
    for filled in clause.preps.get("of", [])[:]:
        for inner in filled.rights:
            if inner.dep_ == "prep" and inner.lower_ in _OF_THE_WHOLE and inner.lower_ not in clause.preps:
                _add_preposition(clause, inner)


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
    """The verb's own phrase that the noun is in; not whom its relative clause describes ("those who held talks")."""
    return token == noun or (token.is_ancestor(noun) and not token.is_ancestor(verb))


def _add_children(clause: Clause, head: Token) -> None:
    for child in head.children:
        dep = child.dep_
        if dep in _ARGUMENTS and any(grand.dep_ == "det" and grand.lower_ == "no" for grand in child.children):
            clause.negated = True  # "signed no treaty", "no observers will be let in"
        if dep in SUBJECTS:
            clause.subjects.append(child)
            clause.subjects.extend((*across_caption(child), *beside_apposition(child)))
        elif dep in _PASSIVE_SUBJECTS:
            clause.objects.append(child)
            clause.passive = True
        elif dep in {"dobj", "obj"} or _is_read_aside(child):
            clause.objects.append(child)
        elif dep in {"dative", "iobj"}:
            if child.pos_ == "ADP":
                _add_preposition(clause, child)
            else:
                clause.datives.append(child)
        elif dep == "agent":
            clause.subjects.extend(objects_of(child))
            clause.preps.setdefault("by", []).extend(objects_of(child))
        elif dep == "prep":
            _add_preposition(clause, child)
            clause.adverbs.update(inner.lower_ for inner in child.lefts if inner.dep_ == "advmod")  # "together in Oslo"
        elif dep == "prt":
            clause.particles.add(child.lower_)
            for inner in child.rights:  # "handed him over to Chisinau"
                if inner.dep_ == "prep":
                    _add_preposition(clause, inner)
        elif dep in {"advmod", "npadvmod"}:
            clause.adverbs.add(child.lower_)
            for inner in child.children:  # "back to the table", "together in Vienna"
                if inner.dep_ == "prep" and dep == "advmod":
                    _add_preposition(clause, inner)
            if heads_a_list(child):
                clause.subjects.append(child)
        elif dep in {"attr", "oprd", "acomp"}:
            clause.predicates.append(child)
        elif dep in {"xcomp", "ccomp"}:
            if clause.complement is None and not is_cut_off(child, head):
                clause.complement = child
        elif dep == "advcl" and clause.complement is None and is_infinitive(child):
            clause.complement = child
        elif dep == "neg" or (dep in {"preconj", "cc"} and child.lower_ in {"neither", "nor"}):
            clause.negated = True
    if len(clause.objects) > 1 and not clause.datives and clause.objects[0].ent_type_ in _RECEIVERS:
        clause.datives.append(clause.objects.pop(0))  # "handed Putin a letter", read as two objects
    verbless = clause.complement is not None and clause.complement.pos_ in {"ADJ", "NOUN", "PROPN"}
    if verbless and clause.complement is not None and clause.complement.dep_ == "xcomp":
        clause.predicates.append(clause.complement)


def _is_read_aside(word: Token) -> bool:
    """An object that the parser takes for an adverb or an exclamation: "killed 12", "said no"."""
    if word.dep_ == "intj":
        return word.lower_ in {"yes", "no"}
    return word.dep_ == "npadvmod" and word.pos_ == "NUM" and word.ent_type_ not in _TIMES


def _add_preposition(clause: Clause, preposition: Token) -> None:
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
                    _add_preposition(clause, inner)
                    if noun.lemma_ in word_classes()["company"]:  # "in the company of the French president"
                        clause.preps.setdefault("with", []).extend(objects_of(inner))
                    for event in objects_of(inner):  # "on the sidelines of the summit with"
                        for last in event.rights:
                            if last.dep_ == "prep" and last.lower_ == "with":
                                _add_preposition(clause, last)
    for child in preposition.children:
        if child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            _add_preposition(clause, child)
    clause.preps.setdefault(word, []).extend(objects)


def _inherit(clause: Clause, verb: Token) -> None:
    """Arguments that stand with a governor: of coordinated, controlled, relative and participial clauses."""
    if verb.dep_ == "relcl":
        _fill_gap(clause, verb.head)
        return
    if (focus := focus_of(verb)) is not None:
        _fill_gap(clause, focus)
        return
    if is_finite_acl(verb):
        _fill_gap(clause, verb.head)
        return
    if verb.dep_ == "acl" and verb.head.pos_ in _NOUNS:
        words = word_classes()
        if (
            verb.lemma_ in words["reciprocal_verb"]
            and verb.head.dep_ == "ROOT"
            and verb.head.lemma_ in words["official"]
        ):
            clause.subjects.append(verb.head)  # "The two teams negotiated for days", read as one phrase
        elif verb.tag_ == "VBN" and not clause.objects:
            clause.objects.append(verb.head)
            clause.passive = True
            for child in verb.head.rights:  # "a memorandum between Moscow and the UN, signed the same day"
                if child.dep_ == "prep" and child.lower_ == "between":
                    _add_preposition(clause, child)
        elif verb.tag_ == "VBG" and not clause.subjects:
            clause.subjects.extend(authors(verb.head) or [verb.head])
        elif not clause.subjects:
            clause.subjects.extend(child for child in verb.head.children if child.dep_ == "poss")
            by = [c for c in verb.head.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by"]
            clause.subjects.extend(noun for preposition in by for noun in objects_of(preposition))
        return
    if opens_sentence(verb) and not clause.objects:
        clause.objects.extend(child for child in verb.head.lefts if child.dep_ in {"nsubj", "nsubjpass"})
        clause.passive = True
        return
    if not clause.subjects and (deciders := deciders_of(verb)):
        clause.subjects.extend(deciders)
        return
    current = verb
    for _ in range(MAX_CLIMB):
        if clause.subjects or (clause.passive and clause.objects) or current.head == current:
            return
        head = current.head
        if current.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"} and head.tag_ == "VB":
            current = head  # wrongly coordinated with an infinitive: the subject is farther up
            for _ in range(MAX_CLIMB):
                if current.head == current or current.tag_ not in {"VB", "VBG"}:
                    break
                current = current.head
            clause.subjects.extend(c for c in current.children if c.dep_ in {"nsubj", "nsubjpass"})
            return
        if current.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ"}:
            passive_head = any(c.dep_ == "nsubjpass" for c in head.children)
            found = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
            if current == verb and verb.tag_ == "VBN" and passive_head and not clause.objects:
                clause.objects.extend(found)
                clause.passive = True
                return
            clause.subjects.extend(found)
            if (head.dep_ == "relcl" and not found) or (
                head.dep_ == "acl" and not found and head.head.pos_ in _NOUNS and head.tag_ == "VBG"
            ):
                clause.subjects.append(head.head)
        elif current.dep_ in {"xcomp", "ccomp", "pcomp", "advcl", "prep", "acomp"} or (
            current.dep_ == "pobj" and current.tag_ == "VBG"
        ):
            marked = any(c.dep_ == "mark" and c.lower_ != "as" for c in current.children)
            finite = not is_infinitive(current) and current.tag_ not in {"VBG", "VB"}
            if current.dep_ in {"ccomp", "advcl"} and marked and finite:
                return
            controlled = [c for c in head.children if c.dep_ in {"dobj"}] if current.dep_ == "xcomp" else []
            found = controlled or [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
            clause.subjects.extend(found)
            if (not found and head.dep_ == "relcl") or (not found and head.dep_ == "acl" and head.tag_ == "VBG"):
                clause.subjects.append(head.head)
        else:
            return
        current = head


def _fill_gap(clause: Clause, antecedent: Token) -> None:
    """Put the antecedent of a relative clause where its pronoun, or its gap, stands."""
    if clause.complement is not None and antecedent.lemma_ in word_classes()["telling_noun"]:
        return  # "the account that Skopje had wanted to wait": what the noun tells, with nothing left out
    if antecedent.ent_type_ == "GPE" and antecedent.dep_ == "pobj" and any(t.lower_ == "who" for t in clause.subjects):
        antecedent = antecedent.head.head  # "Johnson of Britain, who": a person, not the country
    if clause.head.lemma_ in word_classes()["reciprocal_verb"] and not clause.objects:
        antecedent = first_conjunct(antecedent)
    for tokens in (clause.subjects, clause.objects, clause.datives):
        for at, token in enumerate(tokens):
            if token.tag_ in {"WP", "WDT"} or (token.lower_ == "that" and token.pos_ in {"PRON", "SCONJ", "DET"}):
                tokens[at] = antecedent
                return
    if clause.subjects and not clause.objects:
        clause.objects.append(antecedent)
    elif not clause.subjects and not clause.passive:
        clause.subjects.append(antecedent)
