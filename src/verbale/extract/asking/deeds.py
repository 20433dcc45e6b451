"""Doing what was asked: "asked Caracas to free him … Maduro freed him", "demanded maps … handed over the maps"."""

from verbale.extract.acting.answers import judge
from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_supposed
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.replies import Reply, evidence_of, is_partly
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Answered

# A deed answers an ask no farther than this many sentences before it; farther on it is a matter for the whole record.
NEAR = 2
_PRONOUNS = frozenset({"it", "them", "him", "her", "one", "some", "so", "that"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def deed_for(book: Book, ask: Ask, verb: Token) -> Reply | None:
    """The answer to `ask` that the deed of `verb` is: done, refused or not done yet; None where it is another deed."""
    if (left_out := _left_out(book, ask, verb)) is not None:
        return left_out
    if verb.pos_ != "VERB" or book.sentence_of[verb.i] - ask.sentence > NEAR or is_supposed(verb):
        return None
    clause = verb_clause(verb)
    act = book.acts[ask.act.id]
    by = book.scene.actors_of_all(clause.subjects)
    head = content_head(book, ask)
    if head is None or clause.passive or not clause.subjects:
        return None
    got = _got(book, ask, verb, clause, head, by)
    if got is not None:
        return Reply(got, verb, (), evidence_of(book.scene, verb))
    if _is_whoever_was_asked(book, ask, verb, clause):
        by = ()
    elif not _may_answer(book, act.targets, act.sources, by, clause):
        return None
    answer = _taken_up(verb, clause, head) or _done(verb, clause, head) or _has_no_plans(clause, head)
    return Reply(answer, verb, by, evidence_of(book.scene, verb)) if answer is not None else None


def _left_out(book: Book, ask: Ask, helper: Token) -> Reply | None:
    """ "Lebanon said it could not", "Harare would not": the deed is left out, only whether it is done is told."""
    alone = helper.tag_ == "MD" or helper.lower_ in {"did", "has", "have", "had"}
    unwilling = alone and any(child.dep_ == "neg" for child in helper.children)
    unwilling = unwilling or (helper.lower_ == "did" and helper.pos_ in {"AUX", "VERB"})
    more = any(c.dep_ in {"acomp", "attr", "xcomp", "ccomp", "dobj", "prep"} for c in helper.rights)
    subjects = [child for child in helper.children if child.dep_ == "nsubj"]
    if not unwilling or more or not subjects or helper.dep_ not in {"ccomp", "ROOT", "conj"}:
        return None
    act = book.acts[ask.act.id]
    by = book.scene.actors_of_all(subjects) or book.scene.actors_of_all(
        child for child in helper.head.children if child.dep_ == "nsubj" and helper.dep_ == "ccomp"
    )
    if not by or not act.targets or not set(book.parties(by)) & set(book.parties(act.targets)):
        return None
    answer: Answered = "none" if helper.lower_ in {"has", "have", "had"} else "refused"
    if not any(child.dep_ == "neg" for child in helper.children):
        answer = "accepted"  # "Cairo did"
    return Reply(answer, helper, by, evidence_of(book.scene, helper))


def content_head(book: Book, ask: Ask) -> Token | None:
    """The word that tells what is asked: a verb, or the noun of a deed or thing."""
    span = ask.act.subject_span
    if span is None:
        return None
    words = book.scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return words.root if words is not None else None


def _may_answer(
    book: Book, targets: tuple[str, ...], sources: tuple[str, ...], by: tuple[str, ...], clause: Clause
) -> bool:
    """Only those asked do what was asked; where it is not said who was, one other party, named as acting."""
    keys = set(book.parties(by))
    if keys & set(sources):
        return False
    if not keys:
        official = {"government", "general", "regime", "junta", "president", "ministry", "authority", "side"}
        return bool(targets) and any(lemma(t) in official or t.pos_ == "PRON" for t in clause.subjects)
    if targets:
        return bool(keys & set(book.parties(targets))) or all(book.is_stranger(key) for key in keys)
    return len(keys) == 1 and all(book.scene.is_political(key) for key in keys)


def _is_whoever_was_asked(book: Book, ask: Ask, verb: Token, clause: Clause) -> bool:
    """ "It has published a third of them", "Its soldiers pulled out", right after one party was asked: who does what
    was asked, whomever the pronoun may mean by itself."""
    act = book.acts[ask.act.id]
    one = len(act.targets) == 1 or (not act.targets and any(child.dep_ == "dobj" for child in ask.token.rights))
    if not one or book.sentence_of[verb.i] - ask.sentence != 1 or len(clause.subjects) != 1:
        return False
    subject = clause.subjects[0]
    if subject.lower_ == "it":
        return True
    forces = lemma(subject) in ask_words().forces | ask_words().bodies
    return forces and any(child.lower_ in {"its", "their"} for child in subject.lefts)


def _taken_up(verb: Token, clause: Clause, head: Token) -> Answered | None:
    """ "refused the corridor", "agreed to the office": a thing asked for, taken up by its name."""
    words = context_words()
    name = lemma(verb)
    if name not in words["answers.refused"] | words["answers.accepted"] or verb.dep_ == "xcomp":
        return None
    objects = clause.objects + clause.preps.get("to", [])
    if not any(_is_definite(noun) and lemma(noun) in things_of(head) for noun in objects):
        return None
    return judge(verb, clause)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in {"the", "such", "that", "those", "this", "these", "any"} for child in noun.children)


def things_of(head: Token) -> frozenset[str]:
    """Nouns of what is asked: the thing itself and what is coordinated with it, or what the deed is done to."""
    if head.pos_ in _NOUNS and ask_words().deeds_of(keys_of(head)):
        return frozenset(lemma(t) for child in head.children if child.lower_ == "of" for t in child.children)
    if head.pos_ in _NOUNS:
        below = [t for child in head.children if child.lower_ == "of" for t in child.children]
        return frozenset(lemma(t) for t in (head, *head.conjuncts, *below) if t.pos_ in _NOUNS)
    objects = [child for child in head.children if child.dep_ in {"dobj", "nsubjpass"}]
    return frozenset(lemma(t) for t in objects if t.pos_ in _NOUNS)


def _done(verb: Token, clause: Clause, head: Token) -> Answered | None:
    """ "freed him", "would not let him", "promised to do so", "cannot give such guarantees"."""
    words = ask_words()
    mine, asked = keys_of(verb), keys_of(head)
    if mine & words.giving:  # "gave permission for two of them"
        given = [noun for noun in clause.objects if words.deeds_of(keys_of(noun)) & words.deeds_of(asked)]
        if given:
            return _outcome(verb, clause)
    same_deed = is_same_deed(verb, head)
    objects = [noun for noun in clause.objects if noun != verb.head]
    things = things_of(head)
    takes_up = any(noun.lower_ in _PRONOUNS or _names(noun, things) or _is_those_of(noun) for noun in objects)
    takes_up = takes_up or any(noun.lower_ == "nothing" for noun in objects)
    if lemma(verb) == "do":
        near = {child.lower_ for child in verb.children}
        if "so" not in near and not any(noun.lower_ == "so" for noun in objects):
            return None
    elif same_deed:
        alone = not objects and not mine & asked  # "leave Yenga … pulled out"
        if not takes_up and not alone and (objects or (things and head.pos_ not in _NOUNS)):
            return None
    elif not (mine & words.giving and any(_names(noun, things) for noun in objects)):
        return None
    return _outcome(verb, clause)


def is_same_deed(verb: Token, head: Token) -> bool:
    """True where `verb` tells of the deed that was asked for."""
    mine, asked = keys_of(verb), keys_of(head)
    return bool(mine & asked) or bool(ask_words().deeds_of(mine) & ask_words().deeds_of(asked))


def _has_no_plans(clause: Clause, head: Token) -> Answered | None:
    """ "had no plans to do so", "has no intention of leaving"."""
    words = ask_words()
    for noun in clause.objects:
        if lemma(noun) not in words.unwilling or not any(child.lower_ == "no" for child in noun.children):
            continue
        below = [child for child in noun.subtree if child.pos_ in {"VERB", "AUX"} and child.i > noun.i]
        for deed in below[:1]:
            so = lemma(deed) == "do" and any(child.lower_ == "so" for child in deed.children)
            if so or keys_of(deed) & keys_of(head) or words.deeds_of(keys_of(deed)) & words.deeds_of(keys_of(head)):
                return "refused"
    return None


def _names(noun: Token, things: frozenset[str]) -> bool:
    """True where `noun` is one of the things, or a part of them ("the last of the prisoners")."""
    if lemma(noun) in things or (things and _counts(noun)):
        return True
    return any(lemma(t) in things for child in noun.children if child.lower_ == "of" for t in child.children)


def _is_those_of(noun: Token) -> bool:
    """ "will pay those of health workers": only some of the things that were asked for."""
    return noun.lower_ == "those" and any(child.lower_ == "of" or child.dep_ == "relcl" for child in noun.rights)


def _is_share(noun: Token) -> bool:
    """ "a third of them", "the first of the tanks": only a part."""
    return _counts(noun) and lemma(noun) in ask_words().shares | ask_words().order.keys()


def _counts(noun: Token) -> bool:
    """ "two of the seven", "a third of them", "none": a number for the things that were asked for."""
    below = [token for child in noun.children if child.lower_ == "of" for token in child.children]
    if any(token.lower_ in {"them", "it", "these", "those"} for token in below):
        return True
    return noun.tag_ == "CD" or lemma(noun) in {"none", "some", "half", "few", "several", "most", "all"}


def _outcome(verb: Token, clause: Clause) -> Answered | None:
    """Done, promised, refused, or not yet: by tense, negation and governing verb. None for what only may be."""
    words = ask_words()
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    marked = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    if any(child.dep_ == "mark" and child.lower_ not in {"that", "as"} for word in marked for child in word.children):
        return None  # "If you have decided to leave"
    fewer = any(_is_those_of(noun) or _is_share(noun) for noun in clause.objects)
    done: Answered = "partial" if fewer or is_partly(verb) else "accepted"
    if any(noun.lower_ == "none" for noun in clause.objects):
        return "refused"
    if any(noun.lower_ == "nothing" for noun in clause.objects):
        return "none"  # "So far, the French have paid nothing"
    if verb.dep_ == "xcomp":
        above = keys_of(verb.head)
        negated = any(child.dep_ == "neg" for child in verb.head.children)
        if above & words.refused:
            return None if negated else "refused"
        if "offer" in above and not negated and is_partly(verb):
            return "partial"  # "offered to reopen only two of the roads"
        if above & (words.promised | words.begun):
            return "refused" if negated else done
        return None
    if clause.negated:
        return "none" if helpers & {"has", "have", "had"} else "refused"
    if helpers == {"would"} and verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}:
        return done  # "said it would do so"
    if helpers & {"would", "could", "may", "might", "should", "must", "can", "to"}:
        return None
    going_on = verb.tag_ == "VBG" and bool(helpers & {"is", "are", "has"})  # "is taking back some of them"
    return done if verb.tag_ in {"VBD", "VBN"} or helpers & {"will"} or going_on else None


def _got(book: Book, ask: Ask, verb: Token, clause: Clause, head: Token, by: tuple[str, ...]) -> Answered | None:
    """ "asked for asylum and got it": whoever asked tells by what they got."""
    if lemma(verb) not in ask_words().getting:
        return None
    pronoun = not by and any(token.pos_ == "PRON" for token in clause.subjects)
    if not pronoun and not set(book.parties(by)) & set(ask.act.sources):
        return None
    if not any(noun.lower_ in {"it", "them", "one"} or _names(noun, things_of(head)) for noun in clause.objects):
        return None
    did_not = clause.negated and verb.tag_ == "VB" and any(child.lower_ == "did" for child in verb.lefts)
    apart = book.sentence_of[verb.i] - ask.sentence
    if apart > 1 or (apart and not pronoun) or not (verb.tag_ in {"VBD", "VBN"} or did_not):
        return None
    if clause.negated:
        return "none"
    fewer = any(noun.lower_ == "one" for noun in clause.objects) and any(c.dep_ == "nummod" for c in head.children)
    fewer = fewer or any(noun.lower_ == "none" for noun in clause.objects)  # "one from Juba and none from Bor"
    return "partial" if fewer or is_partly(verb) else "accepted"
