"""Whether a clause says what is to be done, not what is so: "insisted that no plane cross its airspace"."""

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.scene import Scene
from verbale.extract.acting.slots import lemma
from verbale.language.parse import Token


def is_wished(scene: Scene, verb: Token, governor: Token) -> bool:
    """The complement says what is to be done, not what is so: an infinitive, a subjunctive, "should", a gerund."""
    if any(child.lower_ in {"whether", "if", "why", "how"} for child in verb.children):
        return False
    if lemma(governor) == "tell" and any(child.tag_ in {"WP", "WDT", "WRB"} for child in verb.children):
        return False  # "told them what to refuse"
    if lemma(governor) == "tell" and verb.dep_ == "ccomp" and not _is_of_hearer(verb):
        return False  # "told the agency that aid must be sent": news, not an order
    if lemma(governor) in {"ask", "request"}:  # "Is that yours? the judge asked"
        return verb.i > governor.i or not any(token.text == "?" for token in verb.doc[verb.i : governor.i])
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ == "aux"}
    if helpers.keys() & {"should", "to", "must"}:
        return True
    going_on = any(tag in {"VBZ", "VBP", "VBD"} for tag in helpers.values())
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBG" and not going_on)
    bare = bare or any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children)
    return (bare or _is_subjunctive(scene, verb, governor)) and "MD" not in helpers.values()


def _is_of_hearer(verb: Token) -> bool:
    """ "told Oslo to leave", "told them that they must leave": what the hearer is to do."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    ought = any(child.lower_ in {"should", "must"} for child in verb.lefts if child.dep_ == "aux")
    infinitive = any(child.tag_ == "TO" for child in verb.lefts)
    return infinitive or (ought and subject is not None and subject.pos_ == "PRON")


def _is_subjunctive(scene: Scene, verb: Token, governor: Token) -> bool:
    """ "insisted that no plane cross its airspace": taggers take it for a present, but a singular subject would need
    "crosses", and a past governor a past ("insisted that Russian troops leave")."""
    if verb.tag_ not in {"VBP", "VBD"} or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or lemma(verb) in {"be", "have", "do"}:
        return False
    if verb.tag_ == "VBD":  # "insisted that no monitor set foot on its soil": the past looks the same
        return verb.lower_ == lemma(verb) and any(child.lower_ == "no" for child in subject.lefts)
    joined = any(child.dep_ in {"conj", "nummod"} for child in subject.rights)
    singular = subject.tag_ in {"NN", "NNP"} and not joined
    return singular or (lemma(governor) == "insist" and governor.tag_ in {"VBD", "VBN"} and bool(scene.deep(subject)))


def is_plain_wish(scene: Scene, clause: Clause) -> bool:
    """Not "want peace", which asks nobody for anything, nor the first words of a quoted bit (“want a tap”)."""
    verb = clause.head
    if verb.i and verb.nbor(-1).is_quote:
        return False
    alone = {"amod", "compound", "advmod"}
    return any(
        any(child.dep_ not in alone and not child.is_punct for child in noun.children) or noun.tag_ in {"NNS", "NNPS"}
        for noun in clause.objects
    )


def is_small_clause(scene: Scene, clause: Clause) -> bool:
    """ "wants the embargo lifted", "wants the leaders back in Oslo", "wants the crew to be freed": what is to become of
    others or of a thing."""
    verb = clause.complement
    if verb is not None and lemma(verb) == "see":  # "would like to see the embargo lifted"
        verb = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if verb is None or verb.dep_ not in {"ccomp", "xcomp"}:
        return False
    own = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ in {"NOUN", "PROPN"}]
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    finite = helpers - {"to", "be"} or any(child.dep_ == "mark" for child in verb.children)
    if not own or finite:
        return False
    back = verb.lower_ == "back" or any(child.lower_ == "back" for child in verb.children)
    if not back and any(child.dep_ == "poss" and child.pos_ == "PRON" for child in own[0].children):
        return False  # "wants its party to win"; but "wants its islands back"
    done = verb.tag_ in {"VBN", "VBD"} and (not helpers or helpers == {"to", "be"})
    return done or (verb.pos_ in {"ADV", "ADJ", "ADP"} and not helpers)


def is_for_them(scene: Scene, clause: Clause) -> bool:
    """ "called for Eritrean troops to leave"."""
    verb = clause.complement
    marked = verb is not None and any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.children)
    return verb is not None and verb.tag_ == "VB" and marked
