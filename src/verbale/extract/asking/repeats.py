"""Asks told twice in one report, and nouns that only point back to an ask or apposed to one."""

from dataclasses import replace

from verbale.extract.acting.answers import reply_to
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.phrases import is_apposed
from verbale.extract.asking.book import REACH, Ask, Book
from verbale.extract.asking.later import meant_by, points_back
from verbale.extract.asking.subjects import words_of
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Act, span_of


def join_repeated(book: Book) -> None:
    """A noun that only points back to an earlier ask ("the offer", "a demand that …" in apposition) is that ask."""
    for ask in book.asks():
        if ask.token.pos_ == "NOUN" and ask.token.dep_ == "dobj" and lemma(ask.token.head) in ask_words().passing_on:
            book.replace(replace(ask.act, sources=(), targets=()))  # who carries a request has not made it
    asks = book.asks()
    for at, ask in enumerate(asks):
        if ask.token.pos_ != "NOUN" or not _points_back(ask) or _is_through_which(ask):
            continue
        earlier = [one for one in asks[:at] if one.act.id in book.acts and _may_be(ask, one)]
        if ask.act.subject and not _only_answered(ask) and not is_apposition(ask.token):
            earlier = [one for one in earlier if _is_same_matter(book, ask, one)]
        if earlier:
            _join(book, earlier[-1], ask)
        elif is_apposition(ask.token):
            _from_apposition(book, ask)


def is_apposition(noun: Token) -> bool:
    return noun.dep_ == "appos" or is_apposed(noun)


def _is_through_which(ask: Ask) -> bool:
    """ "met behind closed doors at Guyana's request": what was done tells what was asked."""
    at = ask.token.dep_ == "pobj" and ask.token.head.lower_ in context_words()["answers.granting_prepositions"]
    return at and bool(ask.act.sources) and any(child.dep_ == "poss" for child in ask.token.lefts)


def _points_back(ask: Ask) -> bool:
    apposed = is_apposition(ask.token)
    if ask.act.subject and not (apposed and not ask.act.sources) and not _only_answered(ask):
        return not apposed and any(child.lower_ in {"the", "that", "this"} for child in ask.token.lefts)
    return apposed or points_back(ask.token) or bool(ask.act.sources)


def _is_same_matter(book: Book, ask: Ask, earlier: Ask) -> bool:
    """ "offered more ships … dismissed the offer of ships": it names nothing that was not asked for before."""
    return bool(content := _content(book, ask)) and content <= _content(book, earlier)


def _content(book: Book, ask: Ask) -> frozenset[str]:
    words = words_of(book, ask.act)
    told = {"NOUN", "PROPN", "VERB", "NUM", "ADJ"}
    return frozenset(lemma(token) for token in words or () if token.pos_ in told)


def join_same(book: Book) -> None:
    """ "asked again", in other words: what the same asked for, told farther on, is the ask that was told first;
    an answer given there is its answer."""
    first: list[Ask] = []
    for ask in book.asks():
        known = next((one for one in first if _is_again(book, one, ask)), None)
        if known is None:
            first.append(ask)
            continue
        act, again = book.acts[known.act.id], book.acts[ask.act.id]
        book.replace(
            replace(
                act, evidence=tuple(dict.fromkeys(act.evidence + again.evidence)), targets=act.targets or again.targets
            )
        )
        answer = book.answers.pop(again.id, None)
        if answer is not None and act.id not in book.answers:
            book.answers[act.id] = replace(answer, ask=act.id)
        book.drop(again.id)


def _is_again(book: Book, one: Ask, ask: Ask) -> bool:
    act, again = book.acts[one.act.id], book.acts[ask.act.id]
    if (
        not act.sources
        or act.sources != again.sources
        or (act.targets and again.targets and act.targets != again.targets)
    ):
        return False
    answers = {book.answers[key].answer for key in (act.id, again.id) if key in book.answers}
    mine, other = _content(book, one), _content(book, ask)
    if len(answers) > 1 or not mine or not other:
        return False
    return mine == other or (min(len(mine), len(other)) >= 2 and (mine <= other or other <= mine))


def _only_answered(ask: Ask) -> bool:
    """True where what is taken for the subject is the relative clause that answers: "a demand that they refuse"."""
    span = ask.act.subject_span
    clauses = [child for child in ask.token.children if child.dep_ in {"relcl", "acl"}]
    return (
        span is not None and any(span.start >= clause.left_edge.idx for clause in clauses) and is_apposition(ask.token)
    )


def _may_be(ask: Ask, earlier: Ask) -> bool:
    if ask.sentence - earlier.sentence > REACH or not earlier.act.subject:
        return False
    if ask.act.sources:
        return bool(set(ask.act.sources) & set(earlier.act.sources))
    return not ask.act.targets or not earlier.act.targets or bool(set(ask.act.targets) & set(earlier.act.targets))


def _join(book: Book, first: Ask, ask: Ask) -> None:
    reply = reply_to(book.scene, ask.token)
    alone = meant_by(book, first, ask.token)
    known = book.acts[(alone or first).act.id]
    book.replace(replace(known, evidence=tuple(dict.fromkeys(known.evidence + ask.act.evidence))))
    book.drop(ask.act.id)
    if reply is not None and alone is not None:
        book.record(book.acts[known.id], reply, "answer:repeated")
    elif reply is not None:
        book.record_all(book.acts[known.id], reply, "answer:repeated")


def _from_apposition(book: Book, ask: Ask) -> None:
    """ "Cairo wanted 40 billion cubic metres, a demand that Addis Ababa refuses": what stands before is what is asked,
    and its subject is who asks."""
    if ask.act.subject and not _only_answered(ask):
        return
    named = ask.token.head
    verb = next((head for head in (named, *named.ancestors) if head.pos_ == "VERB"), None)
    if verb is None or verb.i > ask.token.i:
        return
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    things = [child for child in verb.rights if child.dep_ in {"dobj", "xcomp", "ccomp"} and child.i < ask.token.i]
    if not subjects or not things:
        return
    asker = book.parties(book.scene.actors_of_all(subjects))
    doc = book.scene.doc
    start, end = things[0].left_edge, ask.token.left_edge.i
    while end > start.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    span = span_of(book.scene.report.text, start.idx, doc[end - 1].idx + len(doc[end - 1]))
    act: Act = ask.act
    sources = act.sources or tuple(key for key in asker if key not in act.targets)
    whole = span_of(book.scene.report.text, verb.left_edge.idx, span.end)
    book.replace(
        replace(
            act,
            subject=span.text,
            subject_span=span,
            sources=sources,
            evidence=tuple(dict.fromkeys((whole, *act.evidence))),
        )
    )
