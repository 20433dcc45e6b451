"""What the clause of an agreement tells that it holds: "obliges X to …", "under the deal, X will …", "sets up …"."""

from dataclasses import dataclass

from verbale.extract.acting.phrases import before_aside
from verbale.extract.actors import ActorIndex, actors_of
from verbale.extract.agreeing.after_colon import among_them, clauses_after_colon, points_after_colon
from verbale.extract.agreeing.clause_rows import clauses_in_row, clauses_told, is_helper, points_stated
from verbale.extract.agreeing.comments import RANKS
from verbale.extract.agreeing.effects import points_after_holder, points_as_clauses
from verbale.extract.agreeing.kinds import Kind, has_points, misread_verb
from verbale.extract.agreeing.making import happened, takes_effect
from verbale.extract.agreeing.noun_rows import nouns_in_row
from verbale.extract.agreeing.parties import those_of
from verbale.extract.agreeing.undertakings import (
    is_undertaken,
    points_done,
    points_of_parties,
    subject_of,
    who_undertakes,
)
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import (
    made_points,
    points_of_verb,
    verb_items,
    without_marks,
)
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report

TWO = 2  # parties that a deal has at least: where so many are told, those who have a part in it add none


@dataclass(frozen=True, slots=True)
class Held:
    """The points told, whom they bind, and whether telling them tells that the deal was made."""

    points: tuple[Provision, ...]
    bound: tuple[str, ...]
    made: bool


def held_by(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    head: Token,
    kind: Kind,
    makers: list[Token],
    parties: tuple[str, ...],
) -> Held:
    """What the clause around `head`, which names an agreement, tells that it holds."""
    bound: list[str] = []
    holder = _holder(head)
    if holder is not None:
        bound += _bound(doc, index, head, holder)
    points = points_of_document(doc, report, head) or _promised(doc, report, makers)
    phased = head.dep_ == "nsubj" and kind.definite  # "The truce will take effect in phases: …"
    points = points or (points_after_colon(doc, report, head) if makers or phased else ())
    points = points or (clauses_after_colon(doc, report, head) if makers else ())
    points = points or (_aimed(doc, report, head, makers) if kind.strong and not kind.definite else ())
    main, which = _under(head), _under_which(head)
    under = main or which
    told = points_of_parties(doc, report, index, under) if under is not None else ()
    row = _settled(doc, report, head) or _row_under_which(doc, report, which)
    told = row if len(row) > len(told) else told
    done = main is None and which is not None and which.tag_ == "VBD" and not told
    if which is not None and done:
        told = points_done(doc, report, which)
    if under is not None and len(told) > len(points):
        points = told
        bound += who_undertakes(doc, index, under) if len({*parties, *bound}) < TWO else ()
    points = points or _misread_clause(doc, report, head)
    made = kind.definite and kind.strong and bool(points) and (_opens(head) or under is not None or has_points(head))
    made = made or (kind.strong and done)
    undertaken = holder is not None and holder.lemma_.lower() in WORDS.undertakes and happened(holder)
    several = len({*parties, *bound}) > 1
    made = made or (kind.strong and undertaken and bool(points) and several)  # "In a joint statement, …"
    if not points and (said := _said_in(head)) is not None and kind.strong:
        who = [one for child in said.lefts if child.dep_ == "nsubj" for one in those_of(child)]
        bound += [key for one in who for key in _side_at(doc, index, one)]
        points = _would(doc, report, said) if len({*parties, *bound}) >= TWO else ()
        made = made or bool(points)
    return Held(points, tuple(dict.fromkeys(bound)), made)


def _said_in(head: Token) -> Token | None:
    """The verb of "India and Pakistan said in a joint statement that they would …"."""
    verb = head.head.head
    within = head.dep_ == "pobj" and head.head.lower_ == "in" and head.lemma_.lower() in WORDS.said_in
    return verb if within and verb.lemma_.lower() in WORDS.states and happened(verb) else None


def _would(doc: Doc, report: Report, said: Token) -> tuple[Provision, ...]:
    """What those who speak say that they will do, and how things will be."""
    told = next((child for child in said.rights if child.dep_ == "ccomp"), None)
    if told is None or not is_undertaken(told):
        return ()
    end = without_marks(doc, told.i, said.sent.end)
    if any(child.dep_ == "nsubj" and child.lower_ == "they" for child in told.lefts):
        return made_points(doc, report, list(verb_items(doc, told, end)))
    return made_points(doc, report, clauses_told(said))


def points_of_document(doc: Doc, report: Report, subject: Token) -> tuple[Provision, ...]:
    """The points that the verb of `subject`, an agreement, or "it" or a clause of one, tells."""
    if (verb := misread_verb(subject)) is not None:
        return made_points(doc, report, nouns_in_row(doc, verb.i + 1, without_marks(doc, verb.i, verb.sent.end)))
    holder = _holder(subject)
    points = points_of_verb(doc, report, holder) if holder is not None else ()
    points += points_after_holder(doc, report, holder) if points and holder is not None else ()
    points = points or among_them(doc, report, subject) or points_stated(doc, report, subject)
    return points or points_as_clauses(doc, report, subject)


def points_of_it(doc: Doc, report: Report, sentence: Span) -> tuple[Provision, ...]:
    """What "It also sets up …", "Another clause forbids …", "Other provisions include …" and "The most urgent are that
    A, and that B" tell of the deal told of right before."""
    verb = sentence.root
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return ()
    part = subject.lemma_.lower() in WORDS.points
    if part or (subject.lower_ == "it" and _tells(verb)):
        return points_of_document(doc, report, subject) or (_that(doc, report, verb) if part else ())
    best = any(one.tag_ in {"JJS", "RBS"} for one in (subject, *subject.lefts, *subject.rights))
    return _that(doc, report, verb) if best else ()


def _tells(verb: Token) -> bool:
    """ "It forbids …", "It would set up …"; a party is "it", too: "It claims …"."""
    known = verb.lemma_.lower() in (WORDS.effects | WORDS.holds | WORDS.states) - {"say", "ask"}
    known = known and not any(child.lower_ in {"on", "upon"} for child in verb.rights)  # "It called on both to …"
    return known and (verb.tag_ in {"VBZ", "VBP"} or any(child.lower_ in {"will", "would"} for child in verb.lefts))


def _that(doc: Doc, report: Report, verb: Token) -> tuple[Provision, ...]:
    """The clauses of "The first points are that A …, that B … and that C …"."""
    rows = clauses_told(verb) if verb.lemma_ == "be" else []
    return made_points(doc, report, rows)


def _promised(doc: Doc, report: Report, makers: list[Token]) -> tuple[Provision, ...]:
    """ "signed a plan on Saturday and promised to open …": what those who make it promise in the same breath."""
    for maker in makers:
        for other in maker.conjuncts:
            own = any(child.dep_ == "nsubj" for child in other.children)
            if other.i > maker.i and not own and other.lemma_.lower() in WORDS.undertakes - {"be", "have", "agree"}:
                return points_of_verb(doc, report, other)
    return ()


def _aimed(doc: Doc, report: Report, head: Token, makers: list[Token]) -> tuple[Provision, ...]:
    """ "signed an agreement in Beijing on Friday to reopen …": the infinitive that the parser hangs on the verb."""
    for maker in makers:
        for child in maker.rights:
            to = child.dep_ == "advcl" and child.tag_ == "VB" and any(left.tag_ == "TO" for left in child.lefts)
            if to and child.i > head.i:
                items = list(verb_items(doc, child))
                aim = child.lemma_.lower() in WORDS.aims and len(items) == 1
                return () if aim else made_points(doc, report, items)
    return ()


def _under(head: Token) -> Token | None:
    """The verb of "Under the deal, …"."""
    preposition = head.head
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_.lower() in WORDS.refers and above.dep_ == "pobj":
        preposition = above.head  # "Under the terms of the deal, …"
    if preposition.lower_ == "of" and above.lower_ == "part" and above.head.lower_ == "as":
        above_all = above.head.head  # "As part of the deal, …"
        return above_all if above.head.i < above_all.i and above_all.pos_ == "VERB" else None
    verb = preposition.head
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in {"say", "state", "read"}:  # "…, the document says"
        return next((child for child in head.head.children if child.dep_ == "ccomp"), None)
    if head.dep_ == "pobj" and preposition.lower_ == "to" and verb.lower_ == "according" and verb.i < verb.head.i:
        return verb.head
    if head.dep_ != "pobj" or preposition.lower_ not in {"under", "in", "by"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return _main(verb) if preposition.i < verb.i or preposition.lower_ == "under" else None


def _opens(head: Token) -> bool:
    """ "Under the nine-point text …", at the head of a sentence."""
    return head.dep_ == "pobj" and head.head.lower_ == "under" and head.head.is_sent_start


def _misread_clause(doc: Doc, report: Report, head: Token) -> tuple[Provision, ...]:
    """ "Under the text Chad hands over the district by May": the tagger takes the only verb for a plural."""
    root = head.sent.root
    first = root.left_edge.i if root.left_edge.i > head.i else head.i + 1
    first += doc[first].text == ","
    finite = any(token.tag_ in {"VBZ", "VBP", "VBD", "MD"} for token in head.sent)
    noun = root.tag_ == "NNS" and root.i - first in {1, 2} and doc[root.i - 1].pos_ == "PROPN"
    if not _opens(head) or finite or not noun:
        return ()
    return made_points(doc, report, [(first, without_marks(doc, first, head.sent.end))])


def _row_under_which(doc: Doc, report: Report, which: Token | None) -> tuple[Provision, ...]:
    """The clauses of "a plan under which Congo is to … and Rwanda is to …", though a parser loses the later ones."""
    subject = subject_of(which) if which is not None else None
    if which is None or subject is None:
        return ()
    start = subject.left_edge.i
    rows = clauses_in_row(doc, start, without_marks(doc, start, which.sent.end))
    helped = all(any(is_helper(token) for token in doc[first:last]) for first, last in rows)
    return made_points(doc, report, rows) if helped and len(rows) > 1 else ()


def _settled(doc: Doc, report: Report, head: Token) -> tuple[Provision, ...]:
    """ "Under the declaration, the war was ended, ties were restored and Moscow promised to …": what a deal settled, in
    a row of clauses; a single one may tell how it was carried out."""
    sentence = head.sent
    opens = head.dep_ == "pobj" and head.head.lower_ == "under" and head.head.i - sentence.start < 2
    relative = [child for child in head.rights if child.dep_ in {"relcl", "acl"}]
    after = max([head.i, *(child.right_edge.i for child in relative)])
    bare = not relative and after + 1 < sentence.end and doc[after + 1].dep_ in {"det", "compound", "amod", "nsubj"}
    comma = after if bare else next((t.i for t in doc[after + 1 : sentence.end] if t.text == ","), None)
    if not opens or comma is None:
        return ()
    rows = clauses_in_row(doc, comma + 1, without_marks(doc, comma + 1, sentence.end))
    settled = all(any(_settles(token) for token in doc[start:end]) for start, end in rows)
    return made_points(doc, report, rows) if settled and len(rows) > 1 else ()


def _settles(token: Token) -> bool:
    """ "ties were restored", "Moscow promised to …", "pay goes up"."""
    present = token.tag_ in {"VBZ", "VBP"} and token.dep_ in {"ROOT", "conj", "ccomp"}
    return token.dep_ == "auxpass" or is_helper(token) or present


def _under_which(head: Token) -> Token | None:
    """The verb of "signed an accord on Friday under which the rebels will leave the port"."""
    for token in head.doc[head.i + 1 : head.sent.end]:
        if token.pos_ == "NOUN" and token.lemma_.lower() in WORDS.nouns | WORDS.weak_nouns:
            return None  # that one's
        which = token.lower_ == "which" and token.head.lower_ in {"under", "by", "in"} and token.dep_ == "pobj"
        if which or token.lower_ == "whereby":
            verb = token.head.head if which else token.head
            to_be = any(is_helper(other) for other in head.doc[token.i + 1 : verb.i + 1])
            if which and not _relates(head, token.head):
                continue  # "mentions the order by which the Court told …"
            will = verb.pos_ in {"VERB", "AUX"} and (is_undertaken(verb) or _is_done(verb) or to_be)
            return verb if will and verb.dep_ in {"relcl", "advcl", "acl", "ccomp"} else None
    return None


def _relates(head: Token, preposition: Token) -> bool:
    """True where "under which" stands right behind the agreement, its day or place, or a comma."""
    before = preposition.doc[preposition.i - 1]
    return before is head or before.text == "," or before.ent_type_ in {"DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL"}


def _is_done(verb: Token) -> bool:
    """ "freed five men": a deal already carried out."""
    return verb.tag_ == "VBD" and any(child.dep_ == "dobj" for child in verb.rights)


def _main(verb: Token) -> Token:
    """ "In the papers, signed by X, the two pledged …": the parser hangs "In" on the participle."""
    return verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i < verb.head.i else verb


def _bound(doc: Doc, index: ActorIndex, head: Token, holder: Token) -> tuple[str, ...]:
    """Whom the agreement binds: "commits X to …", "under the accord, X promised to …". They are parties to it."""
    found: list[str] = []
    if (subject := before_aside(holder)) is not None:
        found.extend(key for one in (subject, *subject.conjuncts) for key in _side_at(doc, index, one))
    for child in holder.children:
        bound = child.dep_ == "dobj" if holder.lemma_ in WORDS.binds else child.dep_ == "nsubj" and child != head
        if bound and holder.pos_ == "VERB":
            keys, ambiguous = actors_of(doc, index, child)
            found.extend(() if ambiguous else keys)
    return tuple(found)


def _side_at(doc: Doc, index: ActorIndex, token: Token) -> tuple[str, ...]:
    """Whom `token` means; a state that stands like a place, too, where the report knows it as a state."""
    if token.head.dep_ == "pobj" and token.pos_ == "VERB":
        return ()
    keys, ambiguous = actors_of(doc, index, token)
    if keys and not ambiguous:
        return keys
    return tuple(one.key for one in index.actors if one.kind == "state" and one.name == token.text)


def _holder(head: Token) -> Token | None:
    """The word whose complement lists what the agreement holds, or None."""
    governor = head.head
    if head.dep_ == "nsubj" and governor.lemma_.lower() in WORDS.holds and governor.pos_ in {"VERB", "AUX"}:
        return governor
    if head.dep_ == "nsubj" and governor.lemma_.lower() in WORDS.made:  # "The treaty, signed in Oslo, obliges …"
        for child in governor.rights:
            if child.dep_ == "conj" and child.lemma_.lower() in WORDS.holds and child.tag_ in {"VBZ", "VBP"}:
                return child
    if head.dep_ == "pobj" and governor.lower_ in {"under", "in", "by", "with"}:
        clause = _main(governor.head)
        if clause.lemma_.lower() in WORDS.undertakes and clause.pos_ in {"VERB", "AUX"}:
            return clause
    for child in head.rights:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in WORDS.holds | WORDS.undertakes:
            return child
        to = child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" and any(left.tag_ == "TO" for left in child.lefts)
        if (
            to and not takes_effect(child) and not any(left.lower_ in RANKS for left in head.lefts)
        ):  # "the first accord to carry both signatures"
            return head
    return None
