"""One noun phrase that names an agreement, with what its own clause tells of it."""

from dataclasses import dataclass

from verbale.extract.acting.phrases import before_aside
from verbale.extract.actors import ActorIndex, actor, actors_of, mention_at
from verbale.extract.agreeing.clause_rows import is_helper, points_stated
from verbale.extract.agreeing.making import (
    date_of,
    happened,
    is_acronym_of_deal,
    is_unknown_place,
    makers_of,
    parties_of,
)
from verbale.extract.agreeing.names import is_titled, name_range, name_start
from verbale.extract.agreeing.undertakings import is_undertaken, points_done, points_of_parties, who_undertakes
from verbale.extract.agreement_words import WORDS
from verbale.extract.fulfilment import status_words
from verbale.extract.provisions import (
    RANKS,
    made_points,
    points_after_colon,
    points_as_clauses,
    points_of_verb,
    verb_items,
)
from verbale.language.parse import Doc, Token
from verbale.model import Provision, ProvisionStatus, Report, Span, Statement, TimeMention, TimeValue, span_of

_MEASURES = frozenset({"point", "page", "chapter", "article", "clause", "paragraph"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})


@dataclass(slots=True)
class Naming:
    """One noun phrase that names an agreement, with what its own clause tells of it."""

    head: Token
    name: str
    named: bool
    made: bool
    definite: bool
    span: Span
    parties: tuple[str, ...] = ()
    date: TimeValue | None = None
    provisions: tuple[Provision, ...] = ()
    status: tuple[ProvisionStatus, ...] = ()
    told_made: bool = False  # its own clause tells of the making
    proclaimed: bool = False  # announced, as those do who are no parties
    makers: tuple[Token, ...] = ()


def naming_at(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
    head: Token,
) -> Naming | None:
    """What `head` and its clause tell of an agreement, or None where it names none."""
    lemma = head.lemma_.lower()
    proper = head.text in WORDS.proper_heads and name_start(head) < head.i
    of_name = head.text in WORDS.proper_heads and is_titled(head)
    strong = lemma in WORDS.nouns or any(left.lower_ in WORDS.strengtheners.get(lemma, ()) for left in head.lefts)
    strong = strong or (lemma in WORDS.weak_nouns and _has_points(head))
    signed = lemma in WORDS.signed_nouns and any(maker.lemma_.lower() == "sign" for maker in makers_of(head))
    placed = lemma in WORDS.weak_nouns and _has_place_name(head) and (_is_under(head) or bool(makers_of(head)))
    strong = strong or signed or placed
    proper = proper or (signed and head.text[0].isupper() and name_start(head) < head.i)
    again = lemma in WORDS.signed_nouns and any(left.lower_ in DEFINITE for left in head.lefts)
    if not (proper or of_name or strong or again or lemma in WORDS.weak_nouns) or not _is_noun(head):
        return None
    if head.dep_ == "compound":
        return None
    if lemma == "term" and (head.tag_ != "NNS" or head.dep_ != "pobj" or head.head.lower_ not in {"under", "by"}):
        return None  # "Under the terms, …", not "his term", "the terms were hard"
    if _is_other_deal(head) or _is_outline(head) or _is_header(head) or _is_organisation(index, head):
        return None
    lefts = {left.lower_ for left in head.lefts}
    makers = makers_of(head)
    if bool(lefts & DEFINITE):
        makers = [maker for maker in makers if maker.lemma_.lower() not in WORDS.blesses]
    if not proper and (
        lefts & WORDS.never_made or (not makers and (lefts & WORDS.unmade_modifiers or _is_unmade(head)))
    ):
        return None
    definite = bool(lefts & DEFINITE) or any(left.dep_ == "poss" for left in head.lefts)
    dated = date_of(doc, head, makers, times)
    parties = parties_of(doc, index, head, makers)
    compound = any(left.dep_ in {"compound", "amod"} and left.ent_type_ for left in head.lefts)
    made = bool(makers) or (definite and (dated is not None or bool(parties) or compound))
    named = proper or of_name
    named = named or (
        definite and strong and (_has_place_name(head) or _has_own_name(head) or _is_lettered(index, head))
    )
    firmly = any(maker.lemma_.lower() in WORDS.made_weak | {"accept"} for maker in makers)
    if not (named or strong or definite or firmly):
        return None
    if not (named or strong):
        made = firmly
    start, end = name_range(head, named)
    holder = _holder(head)
    points = points_of_verb(doc, report, holder) if holder is not None else ()
    if holder is not None:
        parties += tuple(key for key in _bound(doc, index, head, holder) if key not in parties)
    points = points or points_stated(doc, report, head)
    points = points or points_as_clauses(doc, report, head) or _promised(doc, report, makers)
    phased = head.dep_ == "nsubj" and definite  # "The truce will take effect in phases: …"
    points = points or (points_after_colon(doc, report, head) if makers or phased else ())
    points = points or (_aimed(doc, report, head, makers) if strong and not definite else ())
    main, which = _under(head), _under_which(head)
    under = main or which
    told = points_of_parties(doc, report, index, under) if under is not None else ()
    done = main is None and which is not None and which.tag_ == "VBD" and not told
    if which is not None and done:
        told = points_done(doc, report, which)
    if under is not None and len(told) > len(points):
        points = told
        parties += tuple(key for key in who_undertakes(doc, index, under) if points and key not in parties)
    made = made or (definite and strong and bool(points) and (under is not None or _has_points(head)))
    made = made or (strong and done)
    undertaken = holder is not None and holder.lemma_.lower() in WORDS.undertakes and happened(holder)
    made = made or (strong and undertaken and bool(points) and len(set(parties)) > 1)  # "In a joint statement, …"
    return Naming(
        head=head,
        name=report.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])],
        named=named,
        made=made,
        definite=definite,
        span=_clause(doc, report, head, makers),
        parties=parties,
        date=dated,
        provisions=points,
        status=status_words(doc, report, index, statements, head),
        told_made=bool(makers),
        proclaimed=any(maker.lemma_.lower() in WORDS.proclaims for maker in makers),
        makers=tuple(makers),
    )


def _is_organisation(index: ActorIndex, head: Token) -> bool:
    """ "the Government of National Accord": a body that bears the word in its name."""
    mention = mention_at(index, head)
    known = [actor(index, key) for key in mention.actors] if mention is not None else []
    return any(one is not None and one.world is not None and one.kind != "document" for one in known)


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


def _is_noun(head: Token) -> bool:
    """ "The Dayton accords give …": a tagger may take the noun for a verb that has an article and is a subject."""
    phrase = head.dep_ in {"nsubj", "dobj", "pobj"} and any(child.dep_ == "det" for child in head.lefts)
    return head.pos_ in {"NOUN", "PROPN"} or phrase


def _has_points(head: Token) -> bool:
    """ "the six-point plan", "the 20-page text"."""
    before = head.doc[max(head.i - 4, head.sent.start) : head.i]
    return any(token.lower_.rpartition("-")[2] in _MEASURES for token in before)


def _is_outline(head: Token) -> bool:
    """ "the outline of a trade deal", "the terms of the accord": the deal below names it."""
    below = [child for child in head.rights if child.dep_ == "prep" and child.lower_ == "of"]
    nouns = [noun for prep in below for noun in prep.rights if noun.dep_ == "pobj"]
    return head.lemma_.lower() in WORDS.weak_nouns and any(noun.lemma_.lower() in WORDS.nouns for noun in nouns)


def _is_under(head: Token) -> bool:
    """ "Under the Brussels statement, …", whatever follows."""
    return head.dep_ == "pobj" and head.head.lower_ == "under"


def _under(head: Token) -> Token | None:
    """The verb of "Under the deal, …"."""
    preposition = head.head
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_.lower() in WORDS.refers and above.dep_ == "pobj":
        preposition = above.head  # "Under the terms of the deal, …"
    verb = preposition.head
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in {"say", "state", "read"}:  # "…, the document says"
        return next((child for child in head.head.children if child.dep_ == "ccomp"), None)
    if head.dep_ == "pobj" and preposition.lower_ == "to" and verb.lower_ == "according" and verb.i < verb.head.i:
        return verb.head
    if head.dep_ != "pobj" or preposition.lower_ not in {"under", "in", "by"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return _main(verb) if preposition.i < verb.i or preposition.lower_ == "under" else None


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


def _is_header(head: Token) -> bool:
    """True for the plural that only announces documents named one by one after it."""
    below = [child for child in head.subtree if child.i > head.i and child.dep_ == "appos"]
    return head.tag_ == "NNS" and any(child.text in WORDS.proper_heads for child in below)


def _has_place_name(head: Token) -> bool:
    """True for "the Minsk agreements", "the Dayton accords": a place right before the noun makes it a name."""
    before = head.doc[head.i - 1] if head.i else None
    known = before is not None and before.dep_ == "compound" and before.ent_type_ in {"GPE", "LOC", "FAC"}
    return known or (before is not None and is_unknown_place(before))


def _has_own_name(head: Token) -> bool:
    """ "the Argyle declaration": a capitalised word of no party before a noun for a document."""
    before = head.doc[head.i - 1] if head.i else None
    if before is None or before.dep_ != "compound" or head.lemma_.lower() not in WORDS.documents:
        return False
    acronym = (
        before.text.isupper() and len(before) > 2 and before.ent_type_ not in {"GPE", "NORP"}
    )  # "the CMATS treaty"
    return acronym or (before.text.istitle() and before.pos_ == "PROPN" and not before.ent_type_)


def _is_lettered(index: ActorIndex, head: Token) -> bool:
    """ "the CMATS treaty": letters that stand for no party."""
    before = head.doc[head.i - 1] if head.i else None
    return before is not None and len(before) > 3 and is_acronym_of_deal(index, before)


def _is_other_deal(head: Token) -> bool:
    lefts = {left.lower_ for left in head.lefts}
    assembly = head.lemma_.lower() == "convention" and bool(lefts & WORDS.assemblies)
    return assembly or bool(lefts & WORDS.other_deals) or _is_end_of_title(head)


def _is_end_of_title(head: Token) -> bool:
    """ "Trade and Investment Agreements": the last words of a title that names no document."""
    start = name_start(head)
    joined = start < head.i and start > 1 and head.doc[start - 1].lower_ in {"and", "&"}
    return joined and head.tag_ in {"NNS", "NNPS"} and head.doc[start - 2].text.istitle()


def _is_unmade(head: Token) -> bool:
    """True where the clause says that there is no such agreement yet: "without a deal", "seek an accord", negation."""
    governor = head.head
    if head.dep_ == "pobj" and governor.lower_ in WORDS.unmade_prepositions:
        definite = any(left.lower_ in DEFINITE for left in head.lefts)
        return not definite or governor.lower_ in {"without", "absent"}
    if head.dep_ in {"dobj", "nsubjpass"} and governor.pos_ == "VERB":
        modal = any(
            left.dep_ == "neg" or (left.tag_ == "MD" and left.lower_ != "will") or left.tag_ == "TO"
            for left in governor.lefts
        )
        indefinite = any(left.lower_ in {"a", "an"} for left in head.lefts)
        return indefinite and (modal or governor.lemma_ in WORDS.unmade_verbs)
    return False


def _clause(doc: Doc, report: Report, head: Token, makers: list[Token]) -> Span:
    """The words that name the agreement, with the verb that tells of its making where it stands beside it."""
    left, right = head.left_edge.i, head.right_edge.i
    if makers and makers[0].i < left and makers[0].sent.start == head.sent.start:
        left = min((child.left_edge.i for child in makers[0].children if child.dep_ == "nsubj"), default=makers[0].i)
    for child in head.rights:
        if child.dep_ in {"cc", "conj"}:
            right = min(right, child.left_edge.i - 1)
    right = min(right, left + 60)
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return span_of(report.text, doc[left].idx, doc[right].idx + len(doc[right]))


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
        if to and not any(left.lower_ in RANKS for left in head.lefts):  # "the first accord to carry both signatures"
            return head
    return None
