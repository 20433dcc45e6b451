"""An answer as its clause tells it: what it comes to, by whom, how much of it, and the words that say so."""

from dataclasses import dataclass

from verbale.extract.acting.clause import Clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.scene import Scene
from verbale.extract.reference.layout import is_mark
from verbale.language.parse import Token
from verbale.model import Answered, Span, span_of


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: what it comes to, the verb that gives it, by whom (actor keys), and the words that say so."""

    answer: Answered
    verb: Token
    by: tuple[str, ...]
    evidence: Span


def reply_of(scene: Scene, answer: Answered, verb: Token, clause: Clause) -> Reply:
    """The answer that the clause of `verb` gives, by its subject; half-given where it takes up only a part."""
    by = clause.subjects
    if clause.passive and not by:  # "was met when Washington restored …"
        by = [
            subject
            for child in verb.children
            if child.dep_ == "advcl" and any(c.lower_ in {"when", "after", "as"} for c in child.children)
            for subject in child.children
            if subject.dep_ == "nsubj"
        ]
    if answer == "accepted" and is_partly(verb):
        answer = "partial"
    return Reply(answer, verb, scene.actors_of_all(by), evidence_of(scene, verb))


def is_partly(verb: Token) -> bool:
    """True where the clause of `verb` takes up but a part: "agreed only to part of it", "free 1,500 of them"."""
    words = context_words()
    doc = verb.doc
    end = _end(verb)
    for i in range(verb.i + 1, end):
        token = doc[i]
        after = doc[i + 1] if i + 1 < end else None
        if token.lower_ == "only" and after is not None and after.lower_ == "to":
            return True
        if token.lower_ in words["answers.halfway"] or (token.lower_ == "in" and after and after.lower_ == "part"):
            return True
        counted = lemma(token) in words["answers.partial_quantifiers"] or token.tag_ == "CD"
        few = any(doc[j].lower_ in {"only", "just", "merely"} for j in range(max(verb.i, i - 3), i))
        if counted and (few or (after is not None and after.lower_ == "of")):
            return True
    return False


def evidence_of(scene: Scene, verb: Token) -> Span:
    """The words of the answer: the verb with its subject and what it governs, up to the next clause."""
    doc = verb.doc
    end = _end(verb)
    while verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head  # "has yet to answer", "refused to do so"
    start = _start(verb)
    while end - 1 > verb.i and (is_mark(doc[end - 1]) or doc[end - 1].is_space):
        end -= 1
    while start < verb.i and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return span_of(scene.report.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _start(verb: Token) -> int:
    """Where the clause of `verb` begins; the clause before a semicolon is another, whatever the parser made of it."""
    doc = verb.doc
    marks = [token.i for token in doc[verb.left_edge.i : verb.i] if token.text == ";"]
    return marks[-1] + 1 if marks else verb.left_edge.i


def _end(verb: Token) -> int:
    """Where the clause of `verb` gives way to the next."""
    cuts = [child.left_edge.i for child in verb.rights if child.dep_ in {"conj", "advcl", "cc", "parataxis"}]
    return max(min([verb.right_edge.i + 1, *cuts]), verb.i + 1)
