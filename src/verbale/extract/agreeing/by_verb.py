"""Deals that only a verb tells of: "Athens and Skopje agreed on Tuesday that the republic will be called …"."""

from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.after_colon import points_after_colon
from verbale.extract.agreeing.clause_rows import clauses_told
from verbale.extract.agreeing.days import date_of
from verbale.extract.agreeing.making import happened
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreeing.parties import those_of
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, points_of_verb
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report, TimeMention, span_of

# How many sentences after the sides agreed the report may call it "the agreement".
TAKEN_UP_WITHIN = 3
NAME = "agreement"  # what a deal is called that the report gives no noun
_SPEAKING = frozenset({"say", "tell", "announce", "hope", "want", "expect", "see", "speak", "discuss", "debate"})
_SETTLED = frozenset({"will", "would", "shall", "should", "must", "may", "can"})


def deal_by_verb(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], verb: Token
) -> Naming | None:
    """The deal that `verb` tells of, or None. Two parties at least must agree, and on how things will be, or on two
    points or more; to agree to meet again, or to go on talking, is no deal."""
    if verb.lemma_.lower() not in WORDS.settles or verb.pos_ != "VERB" or not happened(verb):
        return None
    if verb.dep_ in {"relcl", "acl"} or any(child.dep_ == "mark" for child in verb.children):
        return None
    if any(_is_deal(noun) for noun in _objects(verb)):
        return None  # "agreed to a ceasefire": the noun tells of it
    parties = who_agree(doc, index, verb)
    if len(parties) < (1 if _several(verb) else 2):
        return None
    row = clauses_told(verb)
    points = () if _has_that(verb) else points_of_verb(doc, report, verb)
    points = made_points(doc, report, row) if len(row) > 1 else points
    points = points_after_colon(doc, report, verb) or points
    points = tuple(point for point in points if not _goes_on_talking(doc, point) and not _is_with(verb, point))
    also = any(child.dep_ == "advmod" and child.lower_ == "also" for child in verb.children)
    called = _called(verb)
    fewest = 1 if also or called is not None or _announced(verb) or _taken_up(doc, verb) else 2
    if not _has_that(verb) and len(points) < fewest:
        return None
    day = date_of(doc, verb, (verb,), times)
    subject = next(child for child in verb.lefts if child.dep_ == "nsubj")
    return Naming(
        head=verb,
        name=called.lemma_.lower() if called is not None else NAME,
        named=False,
        made=True,
        definite=False,
        span=span_of(report.text, subject.left_edge.idx, verb.idx + len(verb)),
        parties=parties,
        date=day,
        provisions=points,
        told_made=True,
    )


def who_agree(doc: Doc, index: ActorIndex, verb: Token) -> tuple[str, ...]:
    """The parties of those who agree; two people of one party are one."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    preps = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "with"]
    subjects += [noun for prep in preps for noun in prep.rights if noun.dep_ == "pobj"]
    found: list[str] = []
    for subject in (one for named in subjects for one in those_of(named)):
        keys, ambiguous = actors_of(doc, index, subject)
        found += () if ambiguous else [party_key(index, key) or key for key in keys]
    return tuple(dict.fromkeys(found))


def _several(verb: Token) -> bool:
    """ "Greece and its northern neighbour", "both sides": more than one, though not all are known by name."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return any(
        (subject.lemma_.lower() in WORDS.sides and subject.tag_ == "NNS")
        or any(other.lemma_.lower() in WORDS.sides or other.pos_ == "PROPN" for other in subject.conjuncts)
        for subject in subjects
    )


def _is_with(verb: Token, point: Provision) -> bool:
    """ "agreed with Myanmar's ruler that …": with whom, not on what."""
    withs = [token for child in verb.rights if child.lower_ == "with" for token in child.subtree]
    return any(token.idx == point.evidence[0].start for token in withs)


def _taken_up(doc: Doc, verb: Token) -> bool:
    """ "X and Y agreed on Friday to invite judges. … The agreement was read out": called a deal right after."""
    after = [sentence for sentence in doc.sents if sentence.start >= verb.sent.end and len(sentence) > 1]
    return any(
        token.lemma_.lower() in WORDS.documents | {"deal", "understanding", "consensus"}
        and any(left.lower_ == "the" for left in token.lefts)
        and token.dep_ in {"nsubj", "nsubjpass", "pobj"}
        for sentence in after[:TAKEN_UP_WITHIN]
        for token in sentence
    )


def _called(verb: Token) -> Token | None:
    """ "agreed to lay down their arms until May 14, the first truce in years": what the sentence calls it."""
    for noun in verb.doc[verb.i + 3 : verb.sent.end]:
        named = noun.lemma_.lower() in WORDS.truces | WORDS.general and noun.dep_ in {
            "appos",
            "npadvmod",
            "dobj",
            "attr",
        }
        comma = noun.left_edge.i and noun.doc[noun.left_edge.i - 1].text == ","
        if named and comma and noun.pos_ == "NOUN":
            return noun
    return None


def _objects(verb: Token) -> list[Token]:
    preps = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in {"to", "on", "upon"}]
    below = [noun for prep in preps for noun in prep.rights if noun.dep_ == "pobj"]
    return [*below, *(child for child in verb.rights if child.dep_ == "dobj")]


def _is_deal(noun: Token) -> bool:
    return noun.lemma_.lower() in WORDS.nouns | WORDS.weak_nouns


def _announced(verb: Token) -> bool:
    """ "arrived with an agreement in hand: both sides had consented to …": a deal before the colon."""
    doc, start = verb.doc, verb.sent.start
    colon = next((token.i for token in doc[start : verb.i] if token.text == ":"), start)
    return any(token.pos_ == "NOUN" and token.lemma_.lower() in WORDS.nouns for token in doc[start:colon])


def _has_that(verb: Token) -> bool:
    """ "agreed that the republic will be called …": how things will be."""
    return any(
        child.dep_ == "ccomp"
        and any(aux.dep_ == "aux" and aux.lower_ in _SETTLED for aux in child.children)
        and child.lemma_.lower() not in WORDS.no_points
        for child in verb.children
    )


def _goes_on_talking(doc: Doc, point: Provision) -> bool:
    """ "meet again", "hold another round": no point of a deal."""
    first = doc.char_span(point.evidence[0].start, point.evidence[0].end, alignment_mode="expand")
    if first is None or first[0].lemma_.lower() not in WORDS.no_points:
        return False
    done = [child for child in first[0].children if child.dep_ == "dobj"]  # "resume the flow of oil" is a point
    return not done or any(noun.lemma_.lower() in WORDS.talking for noun in done) or first[0].lemma_ in _SPEAKING
