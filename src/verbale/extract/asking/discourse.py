"""Answers that a later clause gives: to what it points back at, or by doing what was asked, or not."""

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.replies import Reply
from verbale.extract.asking.book import REACH, Ask, Book, another_id, is_content
from verbale.extract.asking.deeds import deed_for
from verbale.extract.asking.degrees import goes_no_further
from verbale.extract.asking.idioms import prefers_other
from verbale.extract.asking.later import agrees_to_something, later_reply, meant_by, points_back
from verbale.extract.asking.otherwise import is_named_away
from verbale.extract.asking.results import attended, result_for
from verbale.extract.asking.subjects import words_of
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Answered

_OPPOSITE: dict[Answered, Answered] = {"accepted": "refused", "partial": "refused", "refused": "accepted"}
_OFFERED = frozenset({"offer", "invitation", "proposal"})
_NONE = frozenset({"neither", "none"})
_ALL = frozenset({"all", "both", "each", "three", "four", "five"}) | _NONE


def by_discourse(book: Book) -> None:
    """Clauses that answer, each bound to the nearest ask before it that fits."""
    asks = book.asks()
    if not asks:
        return
    taken = frozenset(book.replied)
    for token in book.scene.doc[asks[0].token.i + 1 :]:
        if (other := prefers_other(book.scene, token)) is not None:
            _not_taken(book, token, other)
        if token.pos_ not in {"VERB", "AUX"} or token.i in taken or _is_quality(token):
            continue
        if token.tag_ == "VBG" and token.head.lower_ in {"of", "after", "before"}:
            continue  # "after two days of refusing, gave in"
        if token.dep_ == "xcomp" and token.head.i in book.replied:
            continue  # "refused to give one": one answer
        if _is_before_all(book, token):
            continue
        waiting = [ask for ask in book.open_asks(token) if not is_content(ask.token, token)]
        if waiting and _answer(book, token, waiting):
            continue
        _by_another(book, token)


def _is_quality(verb: Token) -> bool:
    """A participle that says how somebody is: "law-abiding citizens", "those refusing to sign"."""
    if verb.tag_ == "VBG" and verb.dep_ == "acl":
        return True
    return verb.dep_ in {"amod", "compound", "acomp", "oprd"}


def _is_before_all(book: Book, verb: Token) -> bool:
    """ "the government, which had resisted for months, gave way": what had been before the answer is none."""
    above = verb.head.head
    had = any(child.lower_ == "had" for child in verb.lefts)
    if verb.dep_ != "relcl" or not had or verb.head.dep_ != "nsubj" or above.pos_ != "VERB":
        return False
    return later_reply(book.scene, above) is not None


def _answer(book: Book, verb: Token, waiting: Sequence[Ask]) -> bool:
    reply = later_reply(book.scene, verb)
    if reply is not None:
        reply = _by_all(book, verb, reply, waiting)
    if reply is not None:
        chosen = _chosen(book, verb, reply, waiting)
        if chosen is not None:
            ask, alone = chosen
            if alone:
                book.record(book.acts[ask.act.id], reply, "answer:discourse")
                _but_not(book, ask, verb, reply)
            else:
                book.record_all(book.acts[ask.act.id], reply, "answer:discourse")
            return True
    for ask in reversed(waiting):
        deed = deed_for(book, ask, verb) or result_for(book, ask, verb) or attended(book, ask, verb)
        if deed is not None:
            book.record(book.acts[ask.act.id], deed, "answer:deed")
            return True
    return False


def _not_taken(book: Book, word: Token, reply: Reply) -> None:
    """Those to whom something was offered, and who preferred something else, did not take it."""
    offers = [ask for ask in book.open_asks(word, 1) if book.acts[ask.act.id].what in _OFFERED]
    fitting = [ask for ask in offers if book.fits(book.acts[ask.act.id], reply.by)]
    if fitting:
        book.record(book.acts[fitting[-1].act.id], reply, "answer:discourse")


def _but_not(book: Book, ask: Ask, verb: Token, reply: Reply) -> None:
    """ "agreed to the first but not to the second": what the answer leaves out has the opposite one."""
    if reply.answer not in _OPPOSITE:
        return
    nots = [token for token in verb.subtree if token.i > verb.i and token.dep_ == "neg" and token.head != verb]
    for left_out in nots:
        nouns = [left_out.head, *(child for child in left_out.head.children if child.dep_ == "pobj")]
        for noun in nouns:
            other = meant_by(book, ask, noun)
            if other is not None and other.act.id not in book.answers:
                opposite = replace(reply, answer=_OPPOSITE[reply.answer])
                book.record(book.acts[other.act.id], opposite, "answer:discourse")
                return


def _by_all(book: Book, verb: Token, reply: Reply, waiting: Sequence[Ask]) -> Reply | None:
    """ "All three accepted", "Both refused", "Neither replied": those asked, however many they were."""
    subjects = verb_clause(verb).subjects
    words = {word.lower_ for token in subjects for word in (token, *token.children)}
    targets = book.acts[waiting[-1].act.id].targets
    of_some = any(child.lower_ == "of" for token in subjects for child in token.rights)
    if words & _NONE and not of_some and reply.answer == "accepted" and len(targets) < 2:  # "Neither had agreed to it"
        waits = any(child.lower_ in {"has", "have"} for child in verb.children)
        return replace(reply, answer="none" if waits else "refused")
    if not words & _ALL or len(targets) < 2:
        return reply
    answer = reply.answer
    if words & _NONE:
        if answer == "refused":
            return None
        answer = "refused" if answer == "accepted" else answer
    return replace(reply, answer=answer, by=targets)


def _by_another(book: Book, verb: Token) -> None:
    """ "Cairo accepted. Addis Ababa has yet to answer.": an ask whose addressee only an answer tells was put to whoever
    else answers it."""
    here = book.sentence_of[verb.i]
    answered = [ask for ask in book.asks() if ask.token.i < verb.i and here - ask.sentence <= REACH]
    answered = [ask for ask in answered if ask.act.id in book.answers]
    if not answered:
        return
    last = answered[-1]
    act = book.acts[last.act.id]
    told = bool(act.targets) and (last.act.id in book.filled or last.token.pos_ == "NOUN")
    reply = later_reply(book.scene, verb) if told else None
    if reply is None:
        return
    by = book.parties(reply.by)
    known = {key for ask in answered for key in (*book.acts[ask.act.id].targets, *act.sources)}
    if len(by) != 1 or by[0] in known or not book.scene.is_political(by[0]) or not _names_asker(book, last, verb):
        return
    other = book.replace(replace(act, id=another_id(act, by), targets=by))
    book.record(other, reply, "answer:another")


def _chosen(book: Book, verb: Token, reply: Reply, waiting: Sequence[Ask]) -> tuple[Ask, bool] | None:
    """The ask that `reply` answers, and whether it answers that one alone of those asked in one breath."""
    fitting = [ask for ask in waiting if _may_answer(book, ask, verb, reply) and _names_asker(book, ask, verb)]
    if agrees_to_something(verb) and not goes_no_further(
        verb
    ):  # what was asked before this sentence is met by its deed, if at all
        fitting = [ask for ask in fitting if ask.sentence == book.sentence_of[verb.i]]
    if reply.answer == "none" and reply.by:
        fitting = [ask for ask in fitting if not _is_on_something_else(book, ask, verb, reply)]
    if not fitting:
        return None
    clause = verb_clause(verb)
    nouns = [*clause.objects, *clause.preps.get("to", [])]
    chosen = [one for noun in nouns if (one := meant_by(book, fitting[-1], noun)) is not None]
    if not chosen and _refuses_something(verb):
        meant = _last_meant(book, fitting, verb)
        return (meant, True) if meant is not None else None
    if not chosen:
        return fitting[-1], False
    return (chosen[0], True) if chosen[0].act.id not in book.answers else None


def _is_on_something_else(book: Book, ask: Ask, verb: Token, reply: Reply) -> bool:
    """ "Aliyev threatened to stay away if Paris took part; Paris has not responded": the silence is on the threat, or
    accusation, that stands nearer than the ask."""
    by = set(book.parties(reply.by))
    for act in book.acts.values():
        token = book.token_of(act)
        if token is None or not ask.token.i < token.i < verb.i or act.type not in {"ACCUSE", "THREATEN"}:
            continue
        clause = book.scene.doc[token.left_edge.i : token.right_edge.i + 1]
        named = {key for word in clause for key in book.parties(book.scene.own(word))}
        if book.sentence_of[token.i] == book.sentence_of[verb.i] and by & (set(act.targets) | named):
            return True
    return False


def _refuses_something(verb: Token) -> bool:
    """ "refused to name a date", where what is refused is said in words of its own."""
    deed = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    if lemma(verb) not in ask_words().refused or deed is None:
        return False
    objects = verb_clause(deed).objects
    if lemma(deed) in ask_words().telling and not objects:
        return True
    return bool(objects) and not any(points_back(noun) for noun in objects)


def _last_meant(book: Book, fitting: Sequence[Ask], verb: Token) -> Ask | None:
    """Of asks made in one breath, the one that shares a word with what is refused, else the last; none where only
    telling is refused ("refused to divulge what was said")."""
    refused = {lemma(token) for token in verb.subtree if token.i > verb.i and token.pos_ in {"NOUN", "VERB"}}
    several = [ask for ask in fitting if ask.token == fitting[-1].token]
    for ask in reversed(several):
        words = words_of(book, book.acts[ask.act.id])
        if words is not None and refused & {lemma(token) for token in words}:
            return ask
    deed = next((child for child in verb.children if child.dep_ == "xcomp"), verb)
    return several[-1] if lemma(deed) not in ask_words().telling else None


def _may_answer(book: Book, ask: Ask, verb: Token, reply: Reply) -> bool:
    """Those asked may; where the answer names what it answers ("agreed to the request"), so may a person whose party
    the report does not tell, right after the ask."""
    act = book.acts[ask.act.id]
    if book.fits(act, reply.by) or _for_them(book, act.targets, verb):
        return True
    near = book.sentence_of[verb.i] - ask.sentence == 1
    clause = verb_clause(verb)
    nouns = [*clause.objects, *clause.preps.get("to", [])]
    named = any(points_back(noun) for noun in nouns)
    keys = set(book.parties(reply.by))
    unplaced = all(book.is_stranger(key) or book.is_office(key) for key in keys)
    return near and named and not keys & set(act.sources) and unplaced


def _for_them(book: Book, targets: tuple[str, ...], verb: Token) -> bool:
    """ "The president's office replied …": the office of the person who was asked."""
    owners = [c for subject in verb_clause(verb).subjects for c in subject.children if c.dep_ == "poss"]
    return bool(set(book.scene.actors_of_all(owners)) & set(targets))


def _names_asker(book: Book, ask: Ask, verb: Token) -> bool:
    """Where the answer says whose ask it takes up ("Sudan's offer"), it must be this one's."""
    clause = verb_clause(verb)
    told = set(book.parties(book.scene.actors_of_all(clause.objects))) if lemma(verb) == "tell" else set()
    told |= set(book.parties(book.scene.actors_of_all(n for n in clause.objects if is_named_away(verb, n))))
    if told and not told & set(book.parties(ask.act.sources)):
        return False  # "told Belgrade to forget it"
    owners = [child for noun in clause.objects for child in noun.children if child.dep_ in {"poss", "amod", "compound"}]
    keys = {book.scene.party(key) for key in book.scene.actors_of_all(owners)}
    return not keys or not ask.act.sources or bool(keys & set(book.parties(ask.act.sources)))
