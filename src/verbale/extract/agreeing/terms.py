"""A term of a deal, told by a sentence that does not name it: "Heavy weapons must be pulled back", "Libya keeps the
wells", "Both armies have until May to leave".

Which sentences stand where such a term is told is for `account` to say; here only what a sentence can tell.
"""

from dataclasses import dataclass

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.clause_rows import clauses_in_row
from verbale.extract.agreeing.undertakings import (
    end_of,
    is_helped,
    is_pledge,
    is_side,
    is_undertaken,
    points_of_parties,
    subject_of,
)
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import by_semicolons, has_to, made_points, verb_items, without_marks
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report

_FIRM = frozenset({"must", "shall"})
_PRONOUNS = frozenset({"it", "they", "both", "each", "either", "neither", "all", "none", "those", "there"})
_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Term:
    """What a sentence can tell of a deal; `firm` where it tells a duty, a right, what a side will do or what is to be
    done to something, not only how things will be."""

    points: tuple[Provision, ...]
    firm: bool
    plain: bool = False  # told in the plain present, as news tells much else: only of a deal amid its account


def term_of(doc: Doc, report: Report, index: ActorIndex, sentence: Span) -> Term | None:
    """The term that `sentence` can tell, or None: talk, judgements, news of people and the deal's own fate are none."""
    if (told := _after_colon(doc, report, sentence)) is not None:
        return told
    verb = sentence.root
    subject = subject_of(verb) or next((child for child in verb.lefts if child.dep_ == "expl"), None)
    if subject is None or not _can_bind(subject, verb) or _is_guessed(verb) or goes_on_talking(verb):
        return None
    if (duty := _duty(verb)) is not None:
        points = _duties(doc, report, index, verb, duty)
        return Term(points, firm=True) if points else None
    helped, pledged = is_helped(verb), is_pledge(verb)
    if helped or pledged:
        if pledged and not is_side(doc, index, subject):
            return None
        points = points_of_parties(doc, report, index, verb) or _whole(doc, report, sentence)
        firm = pledged or not is_undertaken(verb) or _has_aux(verb, _FIRM) or _is_passive(verb)
        return Term(points, firm=firm or is_side(doc, index, subject))
    settled = verb.lemma_.lower() in WORDS.becomes - WORDS.vague or (verb.tag_ == "VBN" and _is_passive(verb))
    bare = verb.tag_ == "VB" and subject.tag_ == "NNS" and not any(c.dep_ == "aux" for c in verb.lefts)
    present = verb.tag_ in _PRESENT or bare or _has_aux(verb, frozenset({"is", "are"}))
    allowed = _has_aux(verb, frozenset({"may", "can"}))
    if allowed or (present and settled and not _has_aux(verb, frozenset({"has", "have", "had", "been", "being"}))):
        return Term(_whole(doc, report, sentence), firm=False)
    if _begins(subject, verb):
        return Term(_whole(doc, report, sentence), firm=True)
    if present and verb.pos_ == "VERB" and _can_do(doc, index, subject, verb):
        return Term(_whole(doc, report, sentence), firm=False, plain=True)
    return None


def _begins(subject: Token, verb: Token) -> bool:
    """ "The truce begins on Tuesday at 6 am", "The ceasefire lasts for 60 days"."""
    timed = any(token.ent_type_ in {"DATE", "TIME"} for token in verb.sent)
    begins = verb.tag_ in _PRESENT and verb.lemma_.lower() in WORDS.runs
    return begins and timed and subject.lemma_.lower() in WORDS.truces


def _can_do(doc: Doc, index: ActorIndex, subject: Token, verb: Token) -> bool:
    """ "Russia sends 1,960 soldiers", "Goods pay the tariff": a doing, not talk, thought or how things stand."""
    lemma = verb.lemma_.lower()
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    perfect = bool(helpers & {"has", "have", "had", "been", "being"})
    progress = verb.tag_ == "VBG"
    denied = any(child.dep_ == "neg" for child in verb.children)
    told = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children) and lemma not in WORDS.settling
    if perfect or progress or denied or told or subject.pos_ == "PRON":
        return False
    return lemma not in WORDS.no_points | WORDS.states | WORDS.thinks | {"be", "have"}


def _after_colon(doc: Doc, report: Report, sentence: Span) -> Term | None:
    """ "The terms are as follows: all attacks will stop; the port will be opened; …", a point each."""
    colon = next((token.i for token in sentence if token.text == ":"), None)
    if colon is None or not any(token.text == ";" for token in doc[colon : sentence.end]):
        return None
    lead = doc[sentence.start : colon]
    if not any(token.lemma_.lower() in WORDS.points | WORDS.refers or token.lower_ == "follows" for token in lead):
        return None
    items = by_semicolons(doc, colon + 1, sentence.end)
    return Term(made_points(doc, report, items), firm=True) if items else None


def goes_on_talking(verb: Token) -> bool:
    """ "meet again", "hold another round", "put it on paper": no point of a deal; "resume the flow of oil" is one."""
    to = next((child for child in verb.rights if child.dep_ == "xcomp" and has_to(child)), None)
    if to is not None and verb.lemma_.lower() in WORDS.undertakes:
        return goes_on_talking(to)
    if any(child.dep_ in {"dobj", "nsubjpass"} and child.lower_ == "it" for child in verb.children):
        return True  # "is to turn it into a treaty"
    if verb.lemma_.lower() not in WORDS.no_points:
        return False
    done = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    talk = any(noun.lemma_.lower() in WORDS.talking | WORDS.nouns | WORDS.weak_nouns for noun in done)
    return not done or talk or verb.lemma_.lower() in WORDS.speaking


def _can_bind(subject: Token, verb: Token) -> bool:
    """False for pronouns of persons, talks, onlookers and the deal itself; a person only takes or leaves an office."""
    lemma = subject.lemma_.lower()
    if subject.pos_ == "PRON" or subject.dep_ == "expl":
        return subject.lower_ in _PRONOUNS and not (subject.lower_ == "it" and _is_passive(verb))
    if _begins(subject, verb):
        return True
    if lemma in WORDS.talking | WORDS.onlookers:
        return False
    if lemma in WORDS.nouns | WORDS.weak_nouns | WORDS.refers:
        return _has_aux(verb, _FIRM)  # what becomes of the deal itself
    return subject.ent_type_ != "PERSON" or verb.lemma_.lower() in WORDS.offices


def _is_guessed(verb: Token) -> bool:
    """ "will probably", "must be hard", "if it rains, …": a guess or a judgement, not what was settled."""
    subject = subject_of(verb)  # but "Fighters, if there are so many, will live in camps"
    opens = subject.i if subject is not None else verb.i
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in WORDS.guesses:
            return True
        if child.dep_ == "acomp" and child.lemma_.lower() in WORDS.judgements:
            return True
        if child.dep_ == "advcl" and child.i < opens and any(mark.lower_ == "if" for mark in child.lefts):
            return True
    return verb.lemma_ == "be" and any(child.dep_ == "attr" for child in verb.rights)


def _duty(verb: Token) -> Token | None:
    """What "are required to leave", "have 90 days to leave", "has the right to return" or "is free to trade" say that
    somebody must or may do; the verb itself for "are barred from office"."""
    to = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp", "advcl"} and has_to(child)), None)
    if verb.lemma_.lower() in WORDS.duties and _is_passive(verb):
        return to or verb
    if verb.lemma_ == "have" and verb.tag_ in _PRESENT:
        for child in verb.rights:
            term = child.ent_type_ in {"DATE", "TIME"} or child.lemma_.lower() in WORDS.rights
            below = next((one for one in child.rights if one.dep_ in {"acl", "relcl"} and has_to(one)), to)
            if (child.dep_ in {"dobj", "npadvmod"} and term) or (child.lower_ == "until" and child.dep_ == "prep"):
                return below
    able = verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lemma_.lower() in WORDS.rights for c in verb.rights)
    return verb if able else None


def _duties(doc: Doc, report: Report, index: ActorIndex, verb: Token, duty: Token) -> tuple[Provision, ...]:
    """The whole clause, but for "the fighters are required to give up …", which is about what they do."""
    subject = subject_of(verb)
    if duty is not verb and subject is not None and verb.lemma_.lower() in WORDS.binds:
        return made_points(doc, report, list(verb_items(doc, duty)))
    return _whole(doc, report, verb.sent)


def _whole(doc: Doc, report: Report, sentence: Span) -> tuple[Provision, ...]:
    """The clauses of the sentence from its subject on, or from what stands before it as a condition ("for each …")."""
    verb = sentence.root
    subject = subject_of(verb)
    start = subject.left_edge.i if subject is not None else sentence.start
    ends = without_marks(doc, start, end_of(verb))
    return made_points(doc, report, clauses_in_row(doc, start, ends))


def _has_aux(verb: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in words for child in verb.lefts)


def _is_passive(verb: Token) -> bool:
    to = next((child for child in verb.rights if child.dep_ == "xcomp" and has_to(child)), None)
    return any(child.dep_ == "auxpass" for one in (verb, to) if one is not None for child in one.lefts)
