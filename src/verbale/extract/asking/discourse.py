"""Answers that a later clause gives: to what it points back at, or by doing what was asked, or not."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.extract.acting.answers import Reply
from verbale.extract.acting.clause import verb_clause
from verbale.extract.asking.book import Ask, Book, is_content
from verbale.extract.asking.deeds import deed_for
from verbale.extract.asking.later import later_reply, meant_by


def by_discourse(book: Book) -> None:
    """Clauses that answer, each bound to the nearest ask before it that fits."""
    asks = book.asks()
    if not asks:
        return
    taken = frozenset(book.replied)
    for token in book.scene.doc[asks[0].token.i + 1 :]:
        if token.pos_ not in {"VERB", "AUX"} or token.i in taken:
            continue
        waiting = [ask for ask in book.open_asks(token) if not is_content(ask.token, token)]
        if waiting:
            _answer(book, token, waiting)


def _answer(book: Book, verb: Token, waiting: Sequence[Ask]) -> None:
    reply = later_reply(book.scene, verb)
    if reply is not None:
        chosen = _chosen(book, verb, reply, waiting)
        if chosen is not None:
            ask, alone = chosen
            if alone:
                book.record(book.acts[ask.act.id], reply, "answer:discourse")
            else:
                book.record_all(book.acts[ask.act.id], reply, "answer:discourse")
            return
    for ask in reversed(waiting):
        deed = deed_for(book, ask, verb)
        if deed is not None:
            book.record(book.acts[ask.act.id], deed, "answer:deed")
            return


def _chosen(book: Book, verb: Token, reply: Reply, waiting: Sequence[Ask]) -> tuple[Ask, bool] | None:
    """The ask that `reply` answers, and whether it answers that one alone of those asked in one breath."""
    fitting = [ask for ask in waiting if book.fits(book.acts[ask.act.id], reply.by) and _names_asker(book, ask, verb)]
    if not fitting:
        return None
    chosen = [one for noun in verb_clause(verb).objects if (one := meant_by(book, fitting[-1], noun)) is not None]
    if not chosen:
        return fitting[-1], False
    return (chosen[0], True) if chosen[0].act.id not in book.answers else None


def _names_asker(book: Book, ask: Ask, verb: Token) -> bool:
    """Where the answer says whose ask it takes up ("Sudan's offer"), it must be this one's."""
    clause = verb_clause(verb)
    owners = [child for noun in clause.objects for child in noun.children if child.dep_ in {"poss", "amod", "compound"}]
    keys = {book.scene.party(key) for key in book.scene.actors_of_all(owners)}
    return not keys or not ask.act.sources or bool(keys & set(book.parties(ask.act.sources)))
