"""What a report, or a speaker in it, says became of an agreement: kept, broken, suspended, disputed, carried out."""

from dataclasses import dataclass

from verbale.extract.actors import ActorIndex, actors_of
from verbale.extract.agreement_words import STATUS, WORDS
from verbale.language.parse import Doc, Token
from verbale.model import ProvisionState, ProvisionStatus, Report, Statement, span_of

_ACCUSING = frozenset({"accuse", "blame", "charge", "criticise", "criticize", "condemn", "denounce"})
_PARTLY = frozenset({"partly", "partially", "half", "largely", "mostly"})
_UNREAL = frozenset({"to", "would", "could", "may", "might", "should", "must", "can", "will", "if"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class _Governing:
    """The word that says what became of the agreement, its key in the word list, and the verb it stands under."""

    key: str
    verb: Token


def status_words(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], head: Token
) -> tuple[ProvisionStatus, ...]:
    """The status that the clause around `head`, a noun naming an agreement or a point of one, gives it.

    The claimants are the speakers in whose words the clause stands, or whoever accuses; None for the report itself.
    Nothing is said by a clause that is only possible, wished for or threatened.
    """
    found = _governing(_whole(head))
    if found is None or found.key not in STATUS:
        return ()
    verb = found.verb
    holding = _holding(statements, verb)
    denial = holding is not None and holding.denial
    gerund = verb.tag_ == "VBG" and verb.dep_ == "pcomp"
    yet = _yet(verb)
    unreal = verb.pos_ not in {"VERB", "AUX"} or any(left.lower_ in _UNREAL for left in verb.lefts if not gerund)
    if unreal and not (yet or _failed(verb) or _stopped(verb)):
        return ()
    if any(child.lower_ == "if" for child in verb.children if child.dep_ == "mark"):
        return ()
    value, denied = STATUS[found.key]
    state: ProvisionState | None = value
    if _stopped(verb):
        state = "suspended" if value in {"kept", "full"} else None
    elif denial or any(child.dep_ == "neg" for child in verb.children) or _failed(verb) or _no(verb) or yet:
        state = denied
    elif any(child.lower_ in _PARTLY for child in verb.children) and value != "suspended":
        state = "intermediate"
    if state is None:
        return ()
    start, end = verb.left_edge, verb.right_edge
    if end.i - start.i > 60:
        start, end = min(verb, head, key=lambda token: token.i), max(verb, head, key=lambda token: token.i)
    span = span_of(report.text, start.idx, end.idx + len(end))
    claimants = _claimants(doc, index, holding, verb)
    return tuple(ProvisionStatus(state, claimant, (span,)) for claimant in claimants)


def _whole(head: Token) -> Token:
    """ "suspended part of the agreement", "the accord's chapter on land": the part stands for the whole."""
    current = head
    for _ in range(2):
        above = current.head
        if current.dep_ == "poss" and above.lemma_.lower() in WORDS.parts:
            current = above
        elif current.dep_ == "pobj" and above.lower_ in {"of", "in", "with", "under"}:
            if above.head.lemma_.lower() not in WORDS.parts:
                break
            current = above.head
        else:
            break
    return current


def _governing(head: Token) -> _Governing | None:
    """What says the status: the verb over `head` with its particle or preposition, or a noun ("in breach of …")."""
    governor = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        particle = next((child.lower_ for child in governor.children if child.dep_ == "prt"), "")
        return _Governing(f"{governor.lemma_.lower()}_{particle}" if particle else governor.lemma_.lower(), governor)
    if head.dep_ == "nsubj" and governor.pos_ == "VERB":
        return _Governing(f"{governor.lemma_.lower()}_self", governor)
    if head.dep_ != "pobj" or governor.dep_ not in {"prep", "agent"}:
        return None
    above = governor.head
    if governor.lower_ == "of" and above.lemma_.lower() in WORDS.breaches:
        return _breach(above)
    particle = next((child.lower_ for child in above.children if child.dep_ in {"prt", "advmod"}), "")
    parts = [above.lemma_.lower(), particle, governor.lower_]
    for key in ("_".join(part for part in parts if part), f"{parts[0]}_{particle}", f"{parts[0]}_{parts[2]}"):
        if key in STATUS:
            return _Governing(key, above)
    return None


def _breach(noun: Token) -> _Governing | None:
    """ "is in breach of", "called the drills a violation of", "was a violation of"; not "warned against any breach"."""
    verb = next((head for head in noun.ancestors if head.pos_ in {"VERB", "AUX"}), None)
    through = noun.head.lower_ if noun.dep_ == "pobj" else ""
    said = noun.dep_ in {"attr", "oprd", "ccomp", "xcomp"} or through in {"in", "as"}
    return _Governing("violate", verb) if verb is not None and said else None


def _failed(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"fail", "refuse", "decline", "neglect"}


def _yet(verb: Token) -> bool:
    """ "has yet to implement the accord"."""
    above = verb.head
    yet = any(child.lower_ == "yet" for child in (*above.children, *verb.children))
    return verb.dep_ == "xcomp" and above.lemma_ in {"have", "be"} and yet


def _stopped(verb: Token) -> bool:
    """ "has stopped complying with", "would no longer be bound by" (said by the party itself)."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"stop", "cease", "quit", "halt"}:
        return True
    return any(child.lower_ == "longer" for child in verb.children)


def _no(verb: Token) -> bool:
    return any(child.lower_ == "never" for child in verb.children)


def _holding(statements: tuple[Statement, ...], verb: Token) -> Statement | None:
    """The innermost statement in whose content `verb` stands."""
    holding = [
        statement
        for statement in statements
        if statement.speakers and any(span.start <= verb.idx < span.end for span in statement.content)
    ]
    return min(holding, key=lambda one: sum(span.end - span.start for span in one.content), default=None)


def _claimants(
    doc: Doc, index: ActorIndex, holding: Statement | None, verb: Token
) -> tuple[str, ...] | tuple[str | None, ...]:
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in _ACCUSING:
        for child in verb.head.head.children:
            if child.dep_ == "nsubj":
                keys, ambiguous = actors_of(doc, index, child)
                if keys and not ambiguous:
                    each_other = any(t.lower_ == "other" for t in verb.head.head.children)
                    return keys if each_other or len(keys) > 1 else keys[:1]
                return (holding.speakers[0],) if holding is not None else (None,)
    return (holding.speakers[0],) if holding is not None else (None,)


def point_status(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], text: str, after: int
) -> tuple[ProvisionStatus, ...]:
    """The words later in the report on one point, where its noun comes back with "the": "violated the ceasefire"."""
    first = [token for token in doc if token.idx >= after]
    heads = _point_nouns(doc, report.text, text)
    found: list[ProvisionStatus] = []
    for token in first:
        if token.pos_ in _NOUNS and token.lemma_.lower() in heads and any(c.lower_ == "the" for c in token.lefts):
            found.extend(status_words(doc, report, index, statements, token))
    return tuple(found)


def _point_nouns(doc: Doc, report_text: str, text: str) -> frozenset[str]:
    """The lemma of the noun that a point made of one noun phrase is about ("a ceasefire", "the withdrawal of …")."""
    words = text.split()
    if not words or words[0].lower() not in {"a", "an", "the"}:
        return frozenset()
    start = report_text.find(text)
    span = doc.char_span(start, start + len(text), alignment_mode="expand") if start >= 0 else None
    return frozenset({span.root.lemma_.lower()}) if span is not None and span.root.pos_ in _NOUNS else frozenset()
