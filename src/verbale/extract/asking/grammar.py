"""Answers that the ask's own sentence gives by its grammar: "refused Sweden's invitation", "failed to persuade",
"unlike Khartoum", "the association that Serbia demands"."""

from dataclasses import replace

from verbale.extract.acting.answers import from_predicate, judge, reply_to
from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.given import is_given, succeeds
from verbale.extract.acting.lexicon import context_words
from verbale.extract.acting.noun_answers import carried_out_for
from verbale.extract.acting.phrases import before_aside
from verbale.extract.acting.replies import Reply, evidence_of, is_partly, reply_of
from verbale.extract.asking.book import Ask, Book, another_id
from verbale.extract.asking.said import spoken_words
from verbale.extract.asking.words import ask_words, keys_of
from verbale.language.parse import Token
from verbale.model import Act, Answer, Answered, span_of

_PERSUADING = frozenset({"persuade", "convince", "induce", "cajole", "coax"})
_OPPOSITE: dict[Answered, Answered] = {"accepted": "refused", "refused": "accepted"}


def by_grammar(book: Book) -> None:
    """Enter the answers of asks whose noun a verb takes up, of persuasion, and of clauses on what was asked."""
    for ask in book.asks():
        if ask.act.id in book.answers:
            continue
        if _in_vain(book, ask):
            continue
        if lemma(ask.token) in _PERSUADING:
            _by_persuasion(book, ask.act, ask.token)
        elif ask.token.pos_ == "NOUN":
            _by_noun(book, ask)
        elif ask.token.dep_ in {"relcl", "acl"} and ask.act.subject_span and leaves_out_object(ask.token):
            _by_antecedent(book, ask.act, ask.token)
        elif ask.token.dep_ == "relcl":
            _by_paper(book, ask)


def _in_vain(book: Book, ask: Ask) -> bool:
    """ "repeated its call for troops to leave, to no avail", "urged both sides in vain to stop"."""
    verb = next((above for above in (ask.token, *ask.token.ancestors) if above.pos_ in {"VERB", "AUX"}), ask.token)
    for prep in verb.children:
        nouns = [noun for noun in prep.children if noun.dep_ == "pobj"] if prep.dep_ == "prep" else []
        without = prep.lower_ == "without" and any(noun.lower_ in {"success", "result", "effect"} for noun in nouns)
        no_avail = without or (
            prep.lower_ == "to"
            and any(
                noun.lower_ in {"avail", "effect"} and any(child.lower_ == "no" for child in noun.lefts)
                for noun in nouns
            )
        )
        if no_avail or (prep.lower_ == "in" and any(child.lower_ == "vain" for child in prep.children)):
            span = span_of(book.scene.report.text, prep.idx, prep.right_edge.idx + len(prep.right_edge))
            book.record_all(book.acts[ask.act.id], Reply("none", verb, (), span), "answer:grammar")
            return True
    return False


def _by_paper(book: Book, ask: Ask) -> None:
    """ "rejected a decree in which Kabul offered to free them": what becomes of the paper becomes of what it offers."""
    paper = ask.token.head
    within = any(c.lower_ == "which" for p in ask.token.lefts if p.dep_ == "prep" for c in p.children)
    reply = reply_to(book.scene, paper) if within and paper.pos_ == "NOUN" else None
    act = book.acts[ask.act.id]
    if reply is not None and book.fits(act, reply.by):
        book.record(act, reply, "answer:grammar")


def _by_noun(book: Book, ask: Ask) -> None:
    reply = reply_to(book.scene, ask.token)
    main = book.swallowed.get(ask.act.id)
    if reply is None and main is not None:
        clause = verb_clause(main)
        answer = judge(main, clause) if clause.passive else None
        reply = from_predicate(book.scene, main) or (reply_of(book.scene, answer, main, clause) if answer else None)
    if reply is not None:
        _drop_own(book, ask, reply)
        book.record(_with_deed(book, ask, reply), reply, "answer:grammar")


def _drop_own(book: Book, ask: Ask, reply: Reply) -> None:
    """ "Under pressure from Berlin, Athens accepted its demand": whose the pronoun is, is not who accepts."""
    act = book.acts[ask.act.id]
    pronoun = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in ask.token.lefts)
    if pronoun and reply.answer == "accepted" and set(book.parties(reply.by)) & set(act.sources):
        book.replace(replace(act, sources=()))


def _with_deed(book: Book, ask: Ask, reply: Reply) -> Act:
    """ "At Oslo's invitation, the two gathered …": where only the deed tells what was asked, it is what was asked."""
    act = book.acts[ask.act.id]
    verb = reply.verb
    through = (
        ask.token.dep_ == "pobj" and ask.token.head in verb.children and ask.token.head.lower_ not in {"to", "with"}
    )
    carried = carried_out_for(ask.token)
    leads = carried[1] if carried is not None else ask.token.head
    if act.subject or not (through or carried) or verb.pos_ != "VERB":
        return act
    things = _things_done(verb)
    if things is not None:
        first, last = things
        span = span_of(book.scene.report.text, first.idx, last.idx + len(last))
        return book.replace(replace(act, subject=span.text, subject_span=span))
    told = {"dobj", "prep", "xcomp", "ccomp", "prt", "advmod"}
    rest = [c for c in verb.rights if c != leads and c.dep_ in told]
    last = rest[-1].right_edge if rest else verb
    if leads.i > verb.i:
        last = min(last, book.scene.doc[max(leads.left_edge.i - 1, verb.i)], key=lambda token: token.i)
    end = last if not last.is_punct else book.scene.doc[last.i - 1]
    if end.i < verb.i:
        return act
    done_to = next((c for c in verb.lefts if c.dep_ == "nsubjpass" and c.pos_ not in {"PRON", "DET"}), None)
    doers = (c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ != "PRON")
    doer = next((c for c in doers if len(book.scene.actors(c)) != 1), None)  # who alone did it was asked
    first = next((c.left_edge for c in (done_to, doer) if c is not None), verb)
    if first.i <= ask.token.i <= end.i:
        first = verb
    span = span_of(book.scene.report.text, first.idx, end.idx + len(end))
    return book.replace(replace(act, subject=span.text, subject_span=span))


def _things_done(verb: Token) -> tuple[Token, Token] | None:
    """ "the talks, to be held at Chad's request", "a summit called off at its request": the noun before is what is
    asked for, up to its clause."""
    noun = verb.head
    passive = verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and noun.pos_ == "NOUN"
    if not passive or any(child.dep_ == "nsubj" for child in verb.lefts):
        return None
    last = noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.right_edge.i < verb.left_edge.i:
            last = child.right_edge
    return noun.left_edge, last


def _by_persuasion(book: Book, act: Act, verb: Token) -> None:
    """Who persuades gets a yes; who fails to gets a no; who sets out to has no answer yet."""
    refused = act.status in {"denied", "refused"} or act.status == "hypothetical"
    if not refused and verb.tag_ not in {"VBD", "VBN", "VBZ"} and not succeeds(verb):
        return
    answer: Answered = "refused" if refused else "accepted"
    sources = act.sources or _party_within(book, act)
    book.replace(replace(act, status="happened", sources=sources))
    book.answers[act.id] = Answer(act.id, None, answer, act.evidence, None, "answer:persuasion")


def _party_within(book: Book, act: Act) -> tuple[str, ...]:
    """For an ask whose asker is not named: the one other party that what is asked names."""
    if act.subject_span is None:
        return ()
    scene = book.scene
    words = scene.doc.char_span(act.subject_span.start, act.subject_span.end, alignment_mode="expand")
    keys = dict.fromkeys(scene.party(key) for token in words or () for key in scene.own(token))
    others = [key for key in keys if key not in act.targets and scene.is_political(key)]
    return tuple(others) if len(others) == 1 else ()


def leaves_out_object(verb: Token) -> bool:
    """ "the association that Serbia demands", "a corridor requested by Kyiv": the noun before is what is asked. Not so
    in "the envoy, who asked both sides to stop", "March 8, where she urged him to go"."""
    if verb.dep_ == "acl":
        told = any(child.dep_ in {"dobj", "xcomp", "ccomp"} for child in verb.children)
        return verb.tag_ == "VBN" and not told and before_aside(verb) is None
    children = list(verb.children)
    children += [child for prep in verb.children if prep.lower_ == "for" for child in prep.children]
    asked = [child for child in children if child.dep_ in {"dobj", "pobj", "xcomp", "ccomp", "dative"}]
    if any(child.lower_ in {"which", "that"} for child in asked):
        more = any(child.dep_ in {"xcomp", "ccomp"} for child in asked)
        let = verb.head.dep_ in {"dobj", "nsubj"} and lemma(verb.head.head) in ask_words().letting
        return not more or let  # "let the convoy that they had offered cross the border"
    if any(
        child.tag_ in {"WP", "WDT", "WRB"} or child.dep_ == "nsubjpass" for child in verb.subtree if child.i < verb.i
    ):
        return False
    return not asked and any(child.dep_ == "nsubj" for child in verb.lefts)


def _by_antecedent(book: Book, act: Act, verb: Token) -> None:
    """ "refused to set up the association that Serbia demands": the noun's phrase is what is asked, and the clause
    that the noun stands in may say what came of it."""
    noun = verb.head
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head.head
    doc = book.scene.doc
    end = verb.left_edge.i
    while end > top.i + 1 and doc[end - 1].is_punct:
        end -= 1
    start = top.left_edge
    if start.i >= end or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    span = span_of(book.scene.report.text, start.idx, doc[end - 1].idx + len(doc[end - 1]))
    act = book.replace(replace(act, subject=span.text, subject_span=span))
    reply = _governing_reply(book, act, top)
    if reply is not None:
        if top.dep_ == "dobj" and lemma(top.head) not in _taking_up():  # the deed is asked for, not the thing alone
            span = span_of(book.scene.report.text, top.head.idx, span.end)
            act = book.replace(replace(act, subject=span.text, subject_span=span))
        book.record(act, reply, "answer:antecedent")


def _taking_up() -> frozenset[str]:
    words = context_words()
    return words["answers.refused"] | words["answers.accepted"] | words["answers.none"] | ask_words().giving


def _governing_reply(book: Book, act: Act, noun: Token) -> Reply | None:
    governor = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return _come_about(book, act, noun)
    if noun.dep_ == "pobj" and governor.lower_ == "to":
        governor = governor.head
    elif noun.dep_ != "dobj":
        return None
    if governor.pos_ != "VERB":
        return None
    clause = verb_clause(governor)
    if (got := _got_it(book, act, noun, governor, clause)) is not None:
        return got
    by = book.scene.actors_of_all(clause.subjects)
    if not by or set(book.parties(by)) & set(act.sources) or not book.fits(act, by):
        return None
    answer = judge(governor, clause) or _unwilling(governor)
    if answer is None and clause.negated and any(c.dep_ == "aux" and c.tag_ == "MD" for c in governor.children):
        answer = "refused"
    did_not = clause.negated and any(c.lower_ == "did" for c in governor.lefts)
    if answer is None and keys_of(governor) & ask_words().giving and (governor.tag_ in {"VBD", "VBN"} or did_not):
        answer = "refused" if clause.negated else "accepted"
    return Reply(answer, governor, by, evidence_of(book.scene, governor)) if answer is not None else None


def _got_it(book: Book, act: Act, noun: Token, governor: Token, clause: Clause) -> Reply | None:
    """ "Athens will get the loan that it had asked for", "was not given the date it wanted"."""
    words = spoken_words()
    active = bool(keys_of(governor) & words["having"]) and not clause.passive
    given = bool(keys_of(governor) & words["given"]) and clause.passive
    whose = clause.subjects if active else clause.objects
    if noun.dep_ != "dobj" or not (active or given) or not is_given(governor):
        return None
    if not set(book.parties(book.scene.actors_of_all(whose))) & set(act.sources):
        return None
    unsure = any(child.tag_ in {"MD", "TO"} and child.lower_ != "will" for child in governor.children)
    if unsure or governor.dep_ in {"advcl", "acl", "csubj"}:
        return None
    answer: Answered = "refused" if clause.negated else "partial" if is_partly(governor) else "accepted"
    return Reply(answer, governor, (), evidence_of(book.scene, governor))


def _come_about(book: Book, act: Act, noun: Token) -> Reply | None:
    """ "The observers for which it had asked are to be let in", "The truce that they demanded began on Monday"."""
    verb = noun.head
    if verb.lemma_ == "be":  # "are to be let in"
        due = (child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VBN")
        verb = next((child for child in due if any(c.dep_ == "auxpass" for c in child.lefts)), verb)
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if verb.pos_ != "VERB" or any(child.tag_ == "MD" and child.lower_ != "will" for child in verb.children):
        return None
    clause = verb_clause(verb)
    by = book.scene.actors_of_all(c for child in verb.children if child.dep_ == "agent" for c in child.children)
    happened = not passive and lemma(verb) in ask_words().happening and verb.tag_ in {"VBD", "VBN"}
    let = passive and lemma(verb) in ask_words().letting
    if not (happened or let) or not book.fits(act, by):
        return None
    return Reply("refused" if clause.negated else "accepted", verb, by, evidence_of(book.scene, verb))


def _unwilling(verb: Token) -> Answered | None:
    if verb.dep_ == "xcomp" and keys_of(verb.head) & ask_words().refused:
        return None if any(child.dep_ == "neg" for child in verb.head.children) else "refused"
    return None


def by_contrast(book: Book) -> None:
    """ "Unlike Washington, Pyongyang refused …": the other one gave the opposite answer to the same ask."""
    for ask_id, answer in list(book.answers.items()):
        opposite = _OPPOSITE.get(answer.answer)
        verb = book.token_of(book.acts[answer.act]) if answer.act in book.acts else None
        if opposite is None or verb is None:
            continue
        for child in verb.children:
            if child.lower_ != "unlike":
                continue
            nouns = [t for t in child.children if t.dep_ == "pobj"]
            act = book.acts[ask_id]
            keys = book.parties(book.scene.actors_of_all(nouns))
            keys = tuple(key for key in keys if key not in act.sources + act.targets)
            if not keys:
                continue
            last = nouns[-1].right_edge if nouns[-1].right_edge.i - nouns[-1].i < 6 else nouns[-1]
            span = span_of(book.scene.report.text, child.idx, last.idx + len(last))
            other = replace(act, id=another_id(act, keys), targets=keys, evidence=(*act.evidence, span), people=())
            book.replace(other)
            book.answers[other.id] = Answer(other.id, None, opposite, (span,), None, "answer:contrast")
