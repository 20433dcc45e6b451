"""What a report, or a speaker in it, says became of an agreement: kept, broken, suspended, disputed, carried out."""

from spacy.tokens import Doc, Token

from verbale.extract.actors import ActorIndex, actors_of
from verbale.extract.agreement_words import STATUS
from verbale.model import ProvisionState, ProvisionStatus, Report, Statement, span_of

_ACCUSING = frozenset({"accuse", "blame", "charge", "criticise", "criticize", "condemn", "denounce"})
_PARTLY = frozenset({"partly", "partially", "half", "largely", "mostly"})
_UNREAL = frozenset({"to", "would", "could", "may", "might", "should", "must", "can", "will", "if"})


def status_words(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], head: Token
) -> tuple[ProvisionStatus, ...]:
    """The status that the clause around `head`, a noun naming an agreement, gives it.

    The claimant is the speaker in whose words the clause stands, or whoever accuses; None for the report itself.
    Nothing is said by a clause that is only possible, wished for or threatened.
    """
    verb, key = _governing(head)
    if verb is None or key not in STATUS:
        return ()
    if verb.pos_ != "VERB" or any(left.lower_ in _UNREAL for left in verb.lefts):
        return ()
    if any(child.lower_ == "if" for child in verb.children if child.dep_ == "mark"):
        return ()
    value, denied = STATUS[key]
    state: ProvisionState | None = value
    if any(child.dep_ == "neg" for child in verb.children) or _failed(verb):
        state = denied
    elif any(child.lower_ in _PARTLY for child in verb.children):
        state = "intermediate"
    if state is None:
        return ()
    start, end = verb.left_edge, verb.right_edge
    if end.i - start.i > 60:
        start, end = min(verb, head, key=lambda token: token.i), max(verb, head, key=lambda token: token.i)
    span = span_of(report.text, start.idx, end.idx + len(end))
    return (ProvisionStatus(state, _claimant(doc, index, statements, verb), (span,)),)


def _governing(head: Token) -> tuple[Token | None, str]:
    """The verb that says what became of the agreement, and its key in the word list (with particle or preposition)."""
    governor = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        particle = next((child.lower_ for child in governor.children if child.dep_ == "prt"), "")
        return governor, f"{governor.lemma_.lower()}_{particle}" if particle else governor.lemma_.lower()
    if head.dep_ == "pobj" and governor.dep_ == "prep":
        verb = governor.head
        particle = next((child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}), "")
        parts = [verb.lemma_.lower(), particle, governor.lower_]
        for key in ("_".join(part for part in parts if part), f"{parts[0]}_{particle}", f"{parts[0]}_{parts[2]}"):
            if key in STATUS:
                return verb, key
    return None, ""


def _failed(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"fail", "refuse", "decline", "neglect"}


def _claimant(doc: Doc, index: ActorIndex, statements: tuple[Statement, ...], verb: Token) -> str | None:
    holding = [
        statement
        for statement in statements
        if statement.speakers and any(span.start <= verb.idx < span.end for span in statement.content)
    ]
    if holding:
        innermost = min(holding, key=lambda statement: sum(span.end - span.start for span in statement.content))
        return innermost.speakers[0]
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in _ACCUSING:
        for child in verb.head.head.children:
            if child.dep_ == "nsubj":
                keys, ambiguous = actors_of(doc, index, child)
                return keys[0] if keys and not ambiguous else None
    return None
