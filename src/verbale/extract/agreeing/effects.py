"""What a deal does, in verbs whose subject it is: "The treaty gives Chad the oil, sets up a court and …"."""

from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, without_marks
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report

_PRESENT = frozenset({"VBZ", "VBP"})


def points_as_clauses(doc: Doc, report: Report, subject: Token) -> tuple[Provision, ...]:
    """The points of "The treaty gives X …, sets up Y and forbids Z": verbs that share the agreement as their subject.
    One is enough where it is a verb of setting terms ("limits", "sets up"), else there are two of them or more.
    """
    relative = next((c for c in subject.rights if c.dep_ == "relcl" and c.tag_ in _PRESENT and _has_that(c)), None)
    first = relative or _after_aside(subject)
    if (subject.dep_ != "nsubj" and relative is None) or not _sets_terms(first):
        return ()
    beside = subject.head.conjuncts if relative is not None and subject.head.tag_ == "VBD" else ()
    verbs = [first, *(verb for verb in (*first.conjuncts, *beside) if verb.tag_ == first.tag_ and verb.i > subject.i)]
    verbs = sorted({*verbs, *_beside_below(first)}, key=lambda verb: verb.i)
    if len(verbs) < 2 and (relative is not None or first.lemma_.lower() not in WORDS.effects):
        return ()
    if first.tag_ not in {"VBZ", "VB"} and first.lemma_.lower() not in WORDS.effects:
        return ()
    if any(child.dep_ == "nsubj" for verb in verbs[1:] for child in verb.lefts):
        return ()
    items = []
    for position, verb in enumerate(verbs):
        end = verbs[position + 1].left_edge.i if position + 1 < len(verbs) else _end_of_clause(verb)
        items.append((verb.i, without_marks(doc, verb.i, end)))
    return made_points(doc, report, items)


def points_after_holder(doc: Doc, report: Report, holder: Token) -> tuple[Provision, ...]:
    """The rest of "It commits London to …, obliges both sides to … and sets up a committee", a point for each verb."""
    if holder.tag_ not in _PRESENT or holder.pos_ != "VERB":
        return ()
    later = sorted({*holder.conjuncts, *_beside_below(holder)}, key=lambda verb: verb.i)
    known = WORDS.effects | WORDS.holds | WORDS.binds
    verbs = [one for one in later if one.i > holder.i and one.tag_ == holder.tag_ and one.lemma_.lower() in known]
    ends = [*(verb.left_edge.i for verb in verbs[1:]), _end_of_clause(holder)]
    items = [(verb.i, without_marks(doc, verb.i, end)) for verb, end in zip(verbs, ends, strict=False)]
    return made_points(doc, report, items)


def _after_aside(subject: Token) -> Token:
    """The verb of "The pact, worked out in Bern, leaves the isle to Chad and gives …", where the parser takes the
    participle for it."""
    verb = subject.head
    aside = verb.tag_ in {"VBD", "VBN"} and verb.i and verb.nbor(-1).text == ","
    later = next((other for other in verb.conjuncts if other.tag_ in _PRESENT and other.i > verb.i), None)
    return later if aside and later is not None else verb


def _beside_below(first: Token) -> list[Token]:
    """ "lets it raise taxes and leaves defence to Manila", "divide the rivers and forbid arms": verbs of the row that a
    parser hangs from a lesser one, or takes for bare ones."""
    row = [token for token in first.subtree if token.dep_ == "conj" and token.i > first.i]
    bare = [one for one in row if one.head == first and (first.tag_, one.tag_) == ("VBP", "VB")]
    row = [one for one in row if one.tag_ == first.tag_ or one in bare]
    row = [one for one in row if one.head.dep_ not in {"relcl", "acl", "advcl"} and one.tag_ in {*_PRESENT, "VB"}]
    return [one for one in row if not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in one.lefts)]


def _sets_terms(verb: Token) -> bool:
    """A verb in the present, or under "will" or "would" where it is one of setting terms; no copula, no denial."""
    undone = any(child.dep_ == "neg" or child.lower_ in WORDS.left_out for child in verb.children)
    if verb.lemma_ == "be" or verb.pos_ != "VERB" or undone:
        return False
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    future = verb.tag_ == "VB" and bool(helpers) and helpers <= {"will", "would"}
    return (verb.tag_ in _PRESENT and not helpers) or (future and verb.lemma_.lower() in WORDS.effects)


def _end_of_clause(verb: Token) -> int:
    """The end of what belongs to `verb`, but for what others say or do in the sentence."""
    aside = [child for child in verb.rights if child.dep_ in {"parataxis", "cc"} and child.i > verb.i]
    aside = [child for child in aside if child.dep_ == "parataxis" or child.lower_ == "but"]
    return min([verb.right_edge.i + 1, *(child.left_edge.i for child in aside)])


def _has_that(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in {"that", "which"} for child in verb.lefts)
