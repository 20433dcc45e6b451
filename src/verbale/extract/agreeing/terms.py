"""A term of a deal, told by a sentence that does not name it: "Heavy weapons must be pulled back", "Libya keeps the
wells", "Both armies have until May to leave".

Which sentences stand where such a term is told is for `account` to say; here only what a sentence can tell.
"""

from dataclasses import dataclass

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.after_colon import by_semicolons
from verbale.extract.agreeing.clause_rows import clauses_in_row, is_helper
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
from verbale.extract.provisions import has_to, made_points, verb_items, without_marks
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report

_FIRM = frozenset({"must", "shall"})
_PRONOUNS = frozenset(
    {"it", "they", "both", "each", "either", "neither", "all", "none", "those", "there", "another", "nobody", "anybody"}
    | {"everybody", "anyone", "everyone", "others"}
)
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
    if (told := _after_colon(doc, report, sentence) or _by_semicolons(doc, report, sentence)) is not None:
        return told
    verb = sentence.root
    subject = subject_of(verb) or next((child for child in verb.lefts if child.dep_ == "expl"), None)
    if subject is None or not _can_bind(subject, verb) or _is_guessed(verb) or goes_on_talking(verb):
        return None
    if any(_is_news(token) for token in doc[sentence.start : subject.i]) and ";" in sentence.text:
        return None  # "The rebels asked for the port; the government will keep it"
    if (duty := _duty(verb)) is not None:
        points = _duties(doc, report, index, verb, duty)
        return Term(points, firm=True) if points else None
    helped, pledged = is_helped(verb), is_pledge(verb)
    if helped or pledged:
        if pledged and not is_side(doc, index, subject):
            return None
        points, whole = points_of_parties(doc, report, index, verb), _whole(doc, report, sentence)
        longer = len(whole) > len(points) and any(token.text == ";" for token in sentence)
        before = bool(whole) and whole[0].evidence[0].start < subject.left_edge.idx and len(whole) >= len(points)
        points = whole if longer or before or not points else points
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
    told = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.rights) and lemma not in WORDS.settling
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


def _by_semicolons(doc: Doc, report: Report, sentence: Span) -> Term | None:
    """ "Troops will leave within a year; a council will be elected in July; talks will begin in May", a point each."""
    items = by_semicolons(doc, sentence.start, sentence.end) if not any(t.text == ":" for t in sentence) else None
    if items is None:
        return None
    helped = sum(any(is_helper(token) for token in doc[start:end]) for start, end in items)
    told = any(_is_news(token) for token in sentence)
    finite = all(any(token.tag_ in {"MD", "VBZ", "VBP"} for token in doc[start:end]) for start, end in items)
    if told or not finite or 2 * helped < len(items):
        return None
    rows = [row for start, end in items for row in clauses_in_row(doc, start, end)]
    return Term(made_points(doc, report, rows), firm=helped == len(items))


def _is_news(token: Token) -> bool:
    """A main verb of the past, or one of speaking: "The owner says that …; the union maintains that …"."""
    verb = token if token.dep_ not in {"aux", "auxpass"} else token.head
    main = verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    settles = WORDS.holds | WORDS.effects | WORDS.becomes | WORDS.undertakes | WORDS.settling
    said = token.tag_ in _PRESENT and token.lemma_.lower() not in settles
    said = said and any(child.dep_ == "ccomp" and child.i > token.i for child in token.rights)
    return main and (token.tag_ == "VBD" or said)


def goes_on_talking(verb: Token) -> bool:
    """ "meet again", "hold another round", "put it on paper": no point of a deal; "resume the flow of oil" is one."""
    to = next((child for child in verb.rights if child.dep_ == "xcomp" and has_to(child)), None)
    if to is not None and verb.lemma_.lower() in WORDS.undertakes:
        return goes_on_talking(to)
    if any(child.dep_ in {"dobj", "nsubjpass"} and child.lower_ == "it" for child in verb.children):
        return True  # "is to turn it into a treaty"
    if verb.lemma_.lower() not in WORDS.no_points or _sees_to(verb) or _moves(verb):
        return False
    done = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    talk = any(noun.lemma_.lower() in WORDS.talking | WORDS.nouns | WORDS.weak_nouns for noun in done)
    return not done or talk or verb.lemma_.lower() in WORDS.speaking


def _sees_to(verb: Token) -> bool:
    """ "would see to it that no attacks were made"."""
    return verb.lemma_.lower() == "see" and any(child.lower_ == "to" and child.dep_ == "prep" for child in verb.rights)


def _moves(verb: Token) -> bool:
    """ "Airliners may again fly over Khartoum", "Trade will resume": things, not those who talk."""
    subject = subject_of(verb)
    people = WORDS.people_of_side | WORDS.sides | WORDS.talking | WORDS.onlookers
    moves = verb.lemma_.lower() in {"fly", "travel", "arrive", "resume", "continue"}
    moves = moves or _has_aux(verb, frozenset({"may"}))  # "Families may visit them"
    return moves and subject is not None and subject.pos_ == "NOUN" and subject.lemma_.lower() not in people


def _can_bind(subject: Token, verb: Token) -> bool:
    """False for pronouns of persons, talks, onlookers and the deal itself; a person only takes or leaves an office."""
    lemma = subject.lemma_.lower()
    if subject.pos_ == "PRON" or subject.dep_ == "expl":
        return subject.lower_ in _PRONOUNS and not (subject.lower_ == "it" and _is_passive(verb))
    if _begins(subject, verb):
        return True
    if lemma in WORDS.talking | WORDS.onlookers:
        return verb.lemma_.lower() in {"stop", "cease", "end", "halt"}  # "All attacks will stop"
    if lemma in WORDS.nouns | WORDS.weak_nouns | WORDS.refers:
        extended = lemma in WORDS.truces and verb.lemma_.lower() in WORDS.effects  # "the pause would be extended"
        return _has_aux(verb, _FIRM) or extended  # what becomes of the deal itself
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
    before = doc[sentence.start : start]
    if any(token.text == ";" for token in before) or _is_clause_of_row(before) or _is_condition(before):
        start = sentence.start  # "Both sides renounce force; refugees will return; …": the root is one of several
    ends = without_marks(doc, start, end_of(verb))
    return made_points(doc, report, clauses_in_row(doc, start, ends))


def _is_clause_of_row(before: Span) -> bool:
    """ "Each side keeps its peak, a park will be laid out and …": the parser takes the first clause for another."""
    if not len(before) or before[0].lower_ == "according":
        return False
    clauses = [token for token in before if token.dep_ in {"ccomp", "advcl"} and token.tag_ in {*_PRESENT, "VB"}]
    marked = any(child.dep_ == "mark" or child.tag_ == "WRB" for clause in clauses for child in clause.lefts)
    return bool(clauses) and not marked and any(child.dep_ == "nsubj" for child in clauses[0].lefts)


def _is_condition(before: Span) -> bool:
    """ "For each man freed, …", "After four years, …", "Once all of this is under way, …": part of the term."""
    if not len(before) or before[0].lower_ in {"but", "and", "under", "according"}:
        return False
    timed = before[0].dep_ == "prep" and any(t.ent_type_ in {"DATE", "TIME", "CARDINAL"} for t in before)
    return before[0].lower_ in {"for", "once", "until", "when", "if", "unless"} or timed


def _has_aux(verb: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in words for child in verb.lefts)


def _is_passive(verb: Token) -> bool:
    to = next((child for child in verb.rights if child.dep_ == "xcomp" and has_to(child)), None)
    return any(child.dep_ == "auxpass" for one in (verb, to) if one is not None for child in one.lefts)
