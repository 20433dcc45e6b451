"""One noun phrase that names an agreement, with what its own clause tells of it."""

from dataclasses import dataclass

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.days import date_of
from verbale.extract.agreeing.held import held_by
from verbale.extract.agreeing.kinds import kind_of, telling_makers
from verbale.extract.agreeing.making import takes_effect
from verbale.extract.agreeing.names import name_range
from verbale.extract.agreeing.parties import parties_of, without_helpers
from verbale.extract.agreement_words import WORDS
from verbale.extract.fulfilment import status_words
from verbale.language.parse import Doc, Token
from verbale.model import Provision, ProvisionStatus, Report, Span, Statement, TimeMention, TimeValue, span_of


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
    kind = kind_of(index, head)
    if kind is None:
        return None
    makers = telling_makers(head)
    dated = date_of(doc, head, makers, times)
    parties = parties_of(doc, index, head, makers)
    compound = any(left.dep_ in {"compound", "amod"} and left.ent_type_ for left in head.lefts)
    of_year = any(left.ent_type_ == "DATE" and left.like_num for left in head.lefts)  # "a 1994 agreement with Seoul"
    definite = kind.definite or (of_year and bool(parties))
    made = bool(makers) or (definite and (dated is not None or bool(parties) or compound))
    firm = WORDS.made_weak | WORDS.settles
    firmly = any(maker.lemma_.lower() in firm or takes_effect(maker) for maker in makers)
    firmly = firmly or (len(parties) > 1 and any(maker.lemma_.lower() == "announce" for maker in makers))
    if not (kind.named or kind.strong or kind.definite or firmly):
        return None
    if not (kind.named or kind.strong):
        made = firmly
    start, end = name_range(head, kind.named)
    held = held_by(doc, report, index, head, kind, makers, parties)
    return Naming(
        head=head,
        name=report.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])],
        named=kind.named,
        made=made or held.made,
        definite=kind.definite,
        span=_clause(doc, report, head, makers),
        parties=tuple(dict.fromkeys((*parties, *without_helpers(index, held.bound)))),
        date=dated,
        provisions=held.points,
        status=status_words(doc, report, index, statements, head),
        told_made=bool(makers),
        proclaimed=any(maker.lemma_.lower() in WORDS.proclaims for maker in makers),
        makers=tuple(makers),
    )


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
