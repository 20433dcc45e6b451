"""Arguments that stand with a governor: of coordinated, controlled, relative and participial clauses."""

from collections.abc import Iterable

from verbale.extract.acting.arguments import Clause, add_preposition
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import (
    MAX_CLIMB,
    authors,
    deciders_of,
    first_conjunct,
    focus_of,
    governors,
    is_finite,
    is_finite_acl,
    is_first_to,
    is_infinitive,
    is_main_again,
    is_subjunctive,
    objects_of,
    opens_sentence,
)
from verbale.language.parse import Token

# How a clause may depend on the verb that it shares its subject with.
_DEPENDS = {"xcomp", "ccomp", "pcomp", "advcl", "prep", "acomp"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}


def inherit(clause: Clause, verb: Token) -> None:
    """Add to `clause` what the governors of `verb` hold of it."""
    if verb.dep_ == "relcl":
        _fill_gap(clause, verb.head)
    elif (focus := focus_of(verb)) is not None:
        _fill_gap(clause, focus)
    elif is_finite_acl(verb):
        _fill_gap(clause, verb.head)
    elif verb.dep_ == "acl" and verb.head.pos_ in _NOUNS:
        _of_noun(clause, verb)
    elif opens_sentence(verb) and not clause.objects:
        clause.objects.extend(_subjects(verb.head.lefts))
        clause.passive = True
    elif not clause.subjects and (deciders := deciders_of(verb)):
        clause.subjects.extend(deciders)
    else:
        _climb(clause, verb)


def _subjects(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.dep_ in {"nsubj", "nsubjpass"}]


def _of_noun(clause: Clause, verb: Token) -> None:
    """What the noun beside a participle or infinitive is to it: who does it, or what it is done to."""
    words, noun = word_classes(), verb.head
    if verb.lemma_ in words["reciprocal_verb"] and noun.dep_ == "ROOT" and noun.lemma_ in words["official"]:
        clause.subjects.append(noun)  # "The two teams negotiated for days", read as one phrase
    elif verb.tag_ == "VBN" and not clause.objects and (paper := _across_relative(noun)) is not None:
        clause.subjects.append(noun)
        clause.objects.append(paper)
    elif verb.tag_ == "VBN" and not clause.objects:
        clause.objects.append(noun)
        clause.passive = True
        if noun.lemma_ in words["claim"] | words["law_case"] and not clause.subjects:
            clause.subjects.extend(child for child in noun.lefts if child.dep_ == "poss")  # "its case, brought in"
        for child in noun.rights:  # "a memorandum between Moscow and the UN, signed the same day"
            if child.dep_ == "prep" and child.lower_ == "between":
                add_preposition(clause, child)
    elif verb.tag_ == "VBG" and not clause.subjects:
        clause.subjects.extend(authors(noun) or [noun])
    elif not clause.subjects:
        clause.subjects.extend(child for child in noun.children if child.dep_ == "poss")
        by = [child for child in noun.children if child.dep_ in {"prep", "agent"} and child.lower_ == "by"]
        clause.subjects.extend(token for preposition in by for token in objects_of(preposition))


def _climb(clause: Clause, verb: Token) -> None:
    """Take the subject from governor to governor, until one has it or none can."""
    current = verb
    for _ in range(MAX_CLIMB):
        if clause.subjects or (clause.passive and clause.objects) or current.head == current:
            return
        head = _across_nouns(current)
        if current == verb and verb.dep_ == "conj" and is_main_again(verb, head):
            above = next((part for part in governors(head) if part.pos_ == "VERB" and is_finite(part)), head)
            clause.subjects.extend(_subjects(above.children))
            return
        if current.dep_ == "conj" and ((verb.tag_ in {"VBD", "VBZ"} and head.tag_ == "VB") or _leaves_wish(verb, head)):
            clause.subjects.extend(_subjects(_above_infinitives(head).children))
            return
        if (current.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ"}) or _is_listed(current):
            if _join(clause, verb, current, head):
                return
        elif current.dep_ in _DEPENDS or (current.dep_ == "pobj" and current.tag_ == "VBG"):
            if _has_own_clause(current):
                return
            _complete(clause, verb, current, head)
        else:
            return
        current = head


def _above_infinitives(verb: Token) -> Token:
    """The finite verb above an infinitive with which another is wrongly coordinated: the subject is farther up."""
    for _ in range(MAX_CLIMB):
        if verb.head == verb or not (verb.tag_ in {"VB", "VBG"} or is_subjunctive(verb)):
            break
        verb = verb.head
    return verb


def _join(clause: Clause, verb: Token, current: Token, head: Token) -> bool:
    """Add what `current` shares with the verb `head` that it is coordinated with; True where that is all there is."""
    found = _subjects(head.children)
    if current == verb and verb.tag_ == "VBN" and any(child.dep_ == "nsubjpass" for child in head.children):
        # "was declared unwelcome and given 72 hours to leave"
        (clause.datives if clause.objects else clause.objects).extend(found)
        clause.passive = True
        return True
    clause.subjects.extend(found)
    if current == verb and head.dep_ == "relcl" and not clause.objects and _has_object_pronoun(head):
        clause.objects.append(head.head)  # "whom Oslo met in May and invited"
    if not found and (head.dep_ == "relcl" or (_is_participle_of(head) and head.head.pos_ in _NOUNS)):
        clause.subjects.append(head.head)
    return False


def _has_own_clause(verb: Token) -> bool:
    """A finite clause behind a mark ("that", "if") has its subject itself."""
    marked = any(child.dep_ == "mark" and child.lower_ != "as" for child in verb.children)
    finite = not is_infinitive(verb) and verb.tag_ not in {"VBG", "VB"}
    return verb.dep_ in {"ccomp", "advcl"} and marked and finite


def _complete(clause: Clause, verb: Token, current: Token, head: Token) -> None:
    """Add the subject of what `current` completes: the object of "urged Oslo to leave", else who does it."""
    controlled = [child for child in head.children if child.dep_ == "dobj"] if current.dep_ == "xcomp" else []
    found = controlled or _subjects(head.children)
    clause.subjects.extend(found)
    if not found and verb.dep_ == "pcomp" and head.dep_ == "dobj" and head.pos_ == "NOUN":
        # "claimed responsibility for launching it": who claims it
        clause.subjects.extend(_subjects(head.head.children))
    if not found and (head.dep_ == "relcl" or _is_participle_of(head)):
        clause.subjects.append(head.head)


def _is_participle_of(verb: Token) -> bool:
    return verb.dep_ == "acl" and verb.tag_ == "VBG"


def _across_nouns(clause: Token) -> Token:
    """The governor of a clause; the verb above, where the parser hangs "after holding talks" on a noun before it."""
    head = clause.head
    if clause.dep_ != "prep" or clause.i == 0 or clause.nbor(-1).text != ",":
        return head
    if clause.lower_ not in word_classes()["beside"]:
        return head
    return next((part for part in governors(clause) if part.pos_ in {"VERB", "AUX"}), head)


def _fill_gap(clause: Clause, antecedent: Token) -> None:
    """Put the antecedent of a relative clause where its pronoun, or its gap, stands."""
    if antecedent.dep_ == "attr" and is_first_to(clause.head):  # "Iceland was the first to recognise it"
        clause.subjects.extend(child for child in antecedent.head.lefts if child.dep_ == "nsubj")
        return
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


def _across_relative(noun: Token) -> Token | None:
    """What was signed in "the accord, which the same men signed here, binds them": the parser takes the verb for a
    participle beside the men."""
    doc, at = noun.doc, next(iter(noun.lefts), noun).i - 1
    if at < 2 or doc[at].tag_ not in {"WDT", "WP"}:
        return None
    before = doc[at - 2] if doc[at - 1].text == "," else doc[at - 1]
    return before if before.pos_ in {"NOUN", "PROPN"} else None


def _is_listed(verb: Token) -> bool:
    """ "flew to Oslo, met the king and left": the second of three verbs, for which the parser knows no place."""
    return verb.dep_ == "dep" and verb.head.pos_ == "VERB" and verb.i > verb.head.i and verb.tag_ == verb.head.tag_


def _has_object_pronoun(verb: Token) -> bool:
    """ "whom Oslo met", "which it signed": whom the clause is on is what is done to."""
    return any(child.dep_ == "dobj" and child.tag_ in {"WP", "WDT"} for child in verb.lefts)


def _leaves_wish(verb: Token, head: Token) -> bool:
    """ "demanded that the troops be gone and would not meet him": a finite verb that the parser joins to a wish."""
    return is_subjunctive(head) and any(child.tag_ == "MD" for child in verb.lefts if child.dep_ == "aux")
