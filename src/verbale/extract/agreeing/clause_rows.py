"""Clauses that stand in a row: "A will leave, B will be paid and C may return", "provides that A … and that B …".

Read off the surface, from helper to helper: a parser hangs each clause of a long row from whichever other it likes, but
each has a helper ("will", "must", "is to"), and begins with its subject after a comma, a semicolon or "and".
"""

from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, without_marks
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report

REACH = 8  # tokens within which "agreed in Oslo on Monday that" comes to its "that"
_HELPERS = frozenset({"will", "would", "must", "shall", "may", "can", "should"})
_TO_BE = frozenset({"is", "are", "was", "were"})
_JOINERS = frozenset({",", ";", "and", "or", "but", "while", "whereas", "that"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_IN_ROW = frozenset({",", ";", "and", "but"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def clauses_in_row(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the clauses between `start` and `end`, one at least."""
    starts = [start]
    for token in doc[start + 1 : end]:
        opened = _opened_by(token, starts[-1])
        if opened is not None and any(one.lower_ not in _JOINERS for one in doc[starts[-1] : opened]):
            starts.append(opened)
    found: list[tuple[int, int]] = []
    for start_, end_ in zip(starts, (*starts[1:], end), strict=True):
        first = start_
        while first < end_ - 1 and doc[first].lower_ in _JOINERS:
            first += 1
        if found and _is_news(doc, first, end_) and not _is_news(doc, *found[0]):
            break  # "…, and Norway welcomed it"
        pledge = next((token for token in doc[first:end_] if is_helper(token)), None)
        if pledge is not None and _pledges(pledge) and pledge.lower_ not in _TO_BE and not _is_past(pledge):
            first = pledge.i + 2  # "… and Libya undertakes to free …"
        last = without_marks(doc, first, end_)
        while last > first + 1 and doc[last - 1].lower_ in _JOINERS:
            last -= 1
        if doc[first].lower_ not in _JOINERS:
            found.append((first, last))
    return found


def _is_past(pledge: Token) -> bool:
    return pledge.tag_ == "VBD" and any(child.dep_ == "nsubj" for child in pledge.lefts)


def _is_news(doc: Doc, start: int, end: int) -> bool:
    """True where the clause tells what happened: its first verb is in the past."""
    told = next((token for token in doc[start:end] if is_helper(token) or _is_told(token)), None)
    return told is not None and told.tag_ == "VBD" and told.lower_ not in _HELPERS


def _opened_by(token: Token, after: int) -> int | None:
    """Where the clause whose helper, or whose "that", is `token` begins; None for none, or one inside another."""
    doc = token.doc
    if token.lower_ == "that" and doc[token.i - 1].lower_ in {",", ";", "and"}:
        relative = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"VERB", "AUX"}
        return None if relative else token.i
    if not is_helper(token):
        return _opened_by_finite(token, after)
    verb = token if token.dep_ not in {"aux", "auxpass"} else token.head
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if token.i - 1 > after and (subject is None or (verb.dep_ == "relcl" and _ends_relative(token))):
        return _after_comma_and(token, after)
    if subject is None or subject.i > token.i or subject.tag_ in _RELATIVE or verb.dep_ in {"relcl", "acl"}:
        return None
    first = subject.left_edge.i
    joined = first > after + 1 and doc[first - 1].lower_ in _JOINERS
    if joined and doc[first - 1].lower_ == "that" and doc[first - 2].lower_ not in _IN_ROW:
        return None  # "the government guarantees that refugees may return"
    return first if joined and any(is_helper(word) or _is_told(word) for word in doc[after:first]) else None


def _opened_by_finite(token: Token, after: int) -> int | None:
    """Where the clause of "…, the state of exception is lifted" begins, beside another one with a verb of its own."""
    verb = token if token.dep_ not in {"aux", "auxpass"} else token.head
    perfect = token.dep_ == "aux" and token.lemma_ == "have"  # "when a vote has been held and a law has been passed"
    if token.tag_ not in _FINITE or perfect or not _is_main(verb):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i > token.i or subject.tag_ in _RELATIVE:
        return None
    doc, first = token.doc, int(subject.left_edge.i)
    joined = first > after + 1 and doc[first - 1].lower_ in _IN_ROW
    return first if joined and any(is_helper(word) or _is_told(word) for word in doc[after:first]) else None


def _is_told(word: Token) -> bool:
    """ "pay goes up 24 percent, and workers may …": the main verb of the clause before."""
    verb = word if word.dep_ not in {"aux", "auxpass"} else word.head
    return word.tag_ in _FINITE and _is_main(verb)


def _is_main(verb: Token) -> bool:
    """Of the row, not of a clause inside; a parser takes the first clause of a row for an adverbial one without a
    mark ("the fee is halved, the bridge is reopened")."""
    marked = any(child.dep_ == "mark" or child.tag_ == "WRB" for child in verb.lefts)
    return verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis"} or (verb.dep_ == "advcl" and not marked)


def _ends_relative(helper: Token) -> bool:
    """ "…, and the pact which the two signed in 2001 will be renewed": the relative clause has a verb of its own."""
    doc = helper.doc
    start = next((i for i in range(helper.i - 1, helper.sent.start, -1) if doc[i].text == ","), helper.i)
    words = doc[start : helper.i]
    return any(token.tag_ in _RELATIVE for token in words) and any(token.tag_ in {"VBD", "VBN"} for token in words)


def subjects_in_row(doc: Doc, start: int, end: int) -> list[Token]:
    """The subjects of the clauses between `start` and `end` that have a helper each, but for relative ones."""
    helpers = [token for token in doc[start:end] if is_helper(token)]
    verbs = [token if token.dep_ not in {"aux", "auxpass"} else token.head for token in helpers]
    main = [verb for verb in verbs if verb.dep_ not in {"relcl", "acl"}]
    found = [child for verb in main for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    return [subject for subject in found if subject.tag_ not in _RELATIVE and start <= subject.i < end]


def _after_comma_and(helper: Token, after: int) -> int | None:
    """Where a clause begins whose subject the parser gave to another verb: after the last ", and" before its helper."""
    doc = helper.doc
    for position in range(helper.i - 2, after, -1):
        if doc[position].lower_ == "and" and doc[position - 1].text == ",":
            told = any(is_helper(before) for before in doc[after:position])
            return position + 1 if told and not any(is_helper(one) for one in doc[position : helper.i]) else None
    return None


def is_helper(token: Token) -> bool:
    """ "will", "must", "may"; the "is" of "is to be freed", the "undertakes" of "undertakes to free"."""
    helps = token.lower_ in _HELPERS and token.tag_ != "NNP"  # not "May"
    return helps or ((token.lower_ in _TO_BE or _pledges(token)) and _before_to(token))


def _before_to(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to"


def _pledges(token: Token) -> bool:
    return token.tag_ in {"VBZ", "VBP", "VBD"} and token.lemma_.lower() in WORDS.undertakes


def points_stated(doc: Doc, report: Report, head: Token) -> tuple[Provision, ...]:
    """The points of "The text provides that the rebels will leave the port, that … and that …": whole clauses, since
    each may be another's doing."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_.lower() not in WORDS.states or any(c.dep_ == "neg" for c in verb.lefts):
        return ()
    items = clauses_told(verb)
    settled = any(_settles(token) for start, end in items for token in doc[start:end])
    settled = settled or (verb.lemma_.lower() not in WORDS.speaking | {"state", "read"} and bool(items))
    talks = len(items) == 1 and any(token.lemma_.lower() in WORDS.no_points for token in doc[slice(*items[0])])
    return made_points(doc, report, items) if settled and not talks else ()


def _settles(token: Token) -> bool:
    return is_helper(token)


def clauses_told(verb: Token) -> list[tuple[int, int]]:
    """Token ranges of the clauses of "agreed on Monday that A … and that B …"; none without "that"."""
    after = verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
    that = next((token for token in after if token.lower_ == "that" and token.dep_ in {"mark", "det"}), None)
    before = after[: that.i - verb.i - 1] if that is not None else ()
    if that is None or any(token.tag_[:2] in {"VB", "MD"} or token.text in {",", ";"} for token in before):
        return []
    return clauses_in_row(verb.doc, that.i + 1, _end(verb, that))


def _end(verb: Token, that: Token) -> int:
    """The end of the sentence, or where its main verb goes on after the clauses: "…, and names a mediator"."""
    own = [other.left_edge.i for other in verb.conjuncts if other.i > that.i and other.tag_ == verb.tag_]
    return without_marks(verb.doc, that.i, min([verb.sent.end, *own]))
