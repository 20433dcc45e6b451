"""What became of what was asked: "the prisoners were freed", "the observers arrived in March", "only Togo came".

Who did it is not said, or is plain: a thing that was asked for is there, or it isn't.
"""

from verbale.extract.acting.clause import verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.replies import Reply, evidence_of, is_partly
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.deeds import NEAR, content_head, is_same_deed, things_of
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Answered

_WHOLE = frozenset({"the", "these", "those", "both", "all"})


def result_for(book: Book, ask: Ask, verb: Token) -> Reply | None:
    """The answer to `ask` that the clause of `verb` tells by what became of the thing or the people asked for."""
    if verb.pos_ != "VERB" or book.sentence_of[verb.i] - ask.sentence > NEAR or not _is_told(verb):
        return None
    head = content_head(book, ask)
    if head is None:
        return None
    return _was_done(book, ask, verb, head) or _did_so(book, ask, verb, head) or _is_there(book, verb, head)


def _is_told(verb: Token) -> bool:
    """A main clause of something done; not what may be, and not when or if something was."""
    if any(child.dep_ == "mark" for child in verb.children) or verb.dep_ in {"advcl", "relcl", "acl", "xcomp"}:
        return False
    did = verb.tag_ == "VB" and any(child.lower_ == "did" for child in verb.lefts)
    return (did or verb.tag_ in {"VBD", "VBN", "VBZ"}) and not any(
        child.tag_ in {"MD", "TO"} for child in verb.children
    )


def _was_done(book: Book, ask: Ask, verb: Token, head: Token) -> Reply | None:
    """ "The prisoners were freed in September": the deed asked for, done to the thing asked for."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None or not is_same_deed(verb, head):
        return None
    if not _is_the(subject, things_of(head)) and not _is_it(book, ask, verb, head, subject):
        return None
    by = book.scene.actors_of_all(verb_clause(verb).subjects)
    if set(book.parties(by)) & set(book.acts[ask.act.id].sources):
        return None
    return Reply(_outcome(verb, subject), verb, by, evidence_of(book.scene, verb))


def _is_it(book: Book, ask: Ask, verb: Token, head: Token, subject: Token) -> bool:
    """ "asked for the troops to be moved; they were moved", "to reopen Ras Jdir. The crossing was reopened": a pronoun
    of its number, or a name called by what it is."""
    things = [child for child in head.children if child.dep_ in {"dobj", "nsubjpass"}]
    things += [
        t for c in head.rights if head.pos_ == "NOUN" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"
    ]
    if book.sentence_of[verb.i] - ask.sentence > 1 or not things:
        return False
    plural = things[0].tag_ in {"NNS", "NNPS"}
    if subject.lower_ in ({"they"} if plural else {"it", "he", "she"}):
        return True
    the = any(child.lower_ == "the" for child in subject.lefts)
    return the and things[0].tag_ == "NNP" and bool(keys_of(verb) & keys_of(head))


def _did_so(book: Book, ask: Ask, verb: Token, head: Token) -> Reply | None:
    """ "demanded that the ship be withdrawn … The ship left", "that the gunmen go … They went": what was to do it, or
    to have it done, did it."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    meant = next((child for child in head.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    alone = not any(child.dep_ == "dobj" for child in verb.rights) and lemma(verb) in ask_words().moving
    if alone and not keys_of(verb) & keys_of(head):  # "withdraw the ships … Most of them have left"
        meant = next((child for child in head.rights if child.dep_ == "dobj"), meant)
    if subject is None or meant is None or head.pos_ != "VERB" or not is_same_deed(verb, head):
        return None
    plural = meant.tag_ in {"NNS", "NNPS"}
    next_to = book.sentence_of[verb.i] - ask.sentence == 1
    of_them = any(t.lower_ in {"them", "it"} for c in subject.rights if c.lower_ == "of" for t in c.children)
    pointing = next_to and (subject.lower_ == ("they" if plural else "it") or of_them)
    if not pointing and not (lemma(subject) == lemma(meant) and _is_the(subject, frozenset({lemma(meant)}))):
        return None
    if any(child.dep_ == "dobj" for child in verb.rights) and not any(child.dep_ == "dobj" for child in head.rights):
        return None
    return Reply(_outcome(verb, subject), verb, (), evidence_of(book.scene, verb))


def _is_there(book: Book, verb: Token, head: Token) -> Reply | None:
    """ "The observers arrived in March", where observers were asked for."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or lemma(verb) not in ask_words().coming or head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if lemma(subject) != lemma(head) or not _is_the(subject, frozenset({lemma(head)})):
        return None
    return Reply(_outcome(verb, subject), verb, (), evidence_of(book.scene, verb))


def _is_the(noun: Token, things: frozenset[str]) -> bool:
    """ "the prisoners", "some of the prisoners": the things told of before."""
    below = [token for child in noun.children if child.lower_ == "of" for token in child.children]
    return any(
        lemma(token) in things and any(child.lower_ in _WHOLE for child in token.children) for token in (noun, *below)
    )


def _outcome(verb: Token, subject: Token) -> Answered:
    if any(child.dep_ == "neg" for child in verb.children):
        return "none"
    counted = any(child.lower_ == "of" for child in subject.children) and subject.lower_ not in {"all", "both"}
    return "partial" if counted or is_partly(verb) else "accepted"


def attended(book: Book, ask: Ask, verb: Token) -> Reply | None:
    """ "Only Togo came", "Addis Ababa stayed away": of those invited, who was there and who was not."""
    act = book.acts[ask.act.id]
    if act.what != "invitation" or verb.pos_ != "VERB" or not _is_told(verb):
        return None
    words = ask_words()
    clause = verb_clause(verb)
    by = book.scene.actors_of_all(clause.subjects)
    meant = book.sentence_of[verb.i] - ask.sentence <= 1 and any(
        t.lower_ in {"he", "she", "they"} for t in clause.subjects
    )
    if meant:
        by = ()
    elif by and not act.targets:  # "invited both sides … The Taliban stayed away"
        near = book.sentence_of[verb.i] - ask.sentence <= 1
        if not near or set(book.parties(by)) & set(act.sources) or not all(map(book.scene.is_political, by)):
            return None
    elif not by or not set(book.parties(by)) <= set(book.parties(act.targets)):
        return None
    answer: Answered | None = None
    if lemma(verb) in words.staying_away or (lemma(verb) == "stay" and "away" in clause.adverbs | clause.particles):
        answer = "refused"
    elif lemma(verb) == "send" and any(lemma(noun) in words.forces | words.bodies for noun in clause.objects):
        less = any(c.lower_ in {"only", "instead", "merely"} for c in verb.subtree)
        himself = any(noun.lower_ in {"he", "she"} for noun in clause.subjects)  # was invited, and sent somebody
        answer = "partial" if less or himself else "accepted"
    elif lemma(verb) in words.attending and not clause.objects:
        answer = "refused" if clause.negated else "accepted"
    return Reply(answer, verb, by, evidence_of(book.scene, verb)) if answer is not None else None
