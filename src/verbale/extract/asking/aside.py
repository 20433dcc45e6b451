"""Asks told aside by the clause that answers them: "freed them, as the Taliban had demanded", "… despite Baghdad's
request", "the extradition, which Panama had requested". They are no acts of their own until here.
"""

from dataclasses import replace

from verbale.extract.acting.answers import reply_to
from verbale.extract.acting.clause import Clause, verb_clause
from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import Frame, context_words, frames
from verbale.extract.acting.noun_answers import told_by_noun
from verbale.extract.acting.replies import Reply, evidence_of
from verbale.extract.acting.slots import has_word
from verbale.extract.asking.book import Book
from verbale.extract.asking.entering import enter, kind_of
from verbale.extract.asking.grammar import leaves_out_object
from verbale.extract.asking.repeats import is_apposition
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Token
from verbale.model import Act, Answered, span_of

_ALTHOUGH = frozenset({"although", "though"})


def tell_asides(book: Book) -> None:
    """Add the asks that side clauses tell of, with the answer that the main clause is."""
    for token in book.scene.doc:
        if token.pos_ == "VERB" and token.dep_ == "advcl":
            _as_asked(book, token)
        elif token.pos_ == "VERB" and token.dep_ == "relcl":
            _which_was_asked(book, token)
        elif token.pos_ == "NOUN" and token.dep_ == "pobj":
            _despite(book, token)
            if token.head.lower_ in {"to", "of"}:
                _of_others(book, token)
        elif token.pos_ == "NOUN" and token.dep_ in {"dobj", "nsubjpass", "appos"}:
            _of_others(book, token)


def ask_frame(token: Token, kind: str, thing: Token | None = None) -> Frame | None:
    """The row of asking of the lexicon for the lemma of `token`, whatever its conditions but on what `thing` it has."""
    rows = (frame for frame in frames(kind).get(lemma(token), ()) if frame.type == "REQUEST" and not _is_idiom(frame))
    return next((frame for frame in rows if thing is None or _takes(frame, thing)), None)


def _is_idiom(frame: Frame) -> bool:
    """ "came with demands", "made it a condition": a plain verb asks by what stands with it alone."""
    return any(condition.slot in {"at_talks", "oprd", "acomp"} for condition in frame.conditions)


def _takes(frame: Frame, thing: Token) -> bool:
    """ "the weight that he gave her" is no proposal, though "gave a deadline" is."""
    told = [one for one in frame.conditions if one.slot == "obj" and one.kind == "words"]
    return all(has_word(thing, one.value) != one.negated for one in told)


def _as_asked(book: Book, verb: Token) -> None:
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    objects = [child for child in verb.children if child.dep_ in {"dobj", "xcomp", "ccomp"} and not _stands_in(child)]
    row = ask_frame(verb, "verb")
    if marks & _ALTHOUGH and row is not None:
        _although_asked(book, verb)
    if "as" in marks and row is not None and not objects:
        for act in book.at(verb):  # "as it has urged it to do"
            book.drop(act.id)
        _answered_by_deed(book, verb, row, askers_of(book, verb), verb)


def _stands_in(part: Token) -> bool:
    """The "it" and the "to do" of "as Brussels has urged it to do"."""
    if part.dep_ == "dobj":
        return part.pos_ == "PRON" and any(child.dep_ == "xcomp" for child in part.head.rights)
    do = lemma(part) == "do" and not any(child.dep_ in {"dobj", "ccomp"} for child in part.children)
    return do or part.lower_ == "to"


def _although_asked(book: Book, verb: Token) -> None:
    """ "would not meet him alone, although the minister had invited him": what is not done is what was asked."""
    main = verb.head
    clause = verb_clause(main)
    deed = _deed(main, verb)
    if not clause.negated or clause.passive or main.pos_ != "VERB" or deed is None:
        return
    by = book.parties(book.scene.actors_of_all(clause.subjects))
    for act in book.at(verb):
        so = act.subject.startswith("do so")  # "although it was asked by the mission to do so"
        if (act.subject and not so) or act.type != "REQUEST" or not set(by) <= set(act.targets or by):
            continue
        span = span_of(book.scene.report.text, deed[0].idx, deed[1].idx + len(deed[1]))
        agents = (t for part in verb.subtree if part.dep_ == "agent" or part.lower_ == "by" for t in part.children)
        askers = act.sources or tuple(key for key in book.parties(book.scene.actors_of_all(agents)) if key not in by)
        act = book.replace(replace(act, subject=span.text, subject_span=span, sources=askers))
        book.record(act, Reply("refused", main, by, evidence_of(book.scene, main)), "answer:aside")


def _despite(book: Book, noun: Token) -> None:
    words = context_words()
    row = ask_frame(noun, "noun")
    known = lemma(noun) in words["answers.granted_nouns"] and noun.head.lower_ in words["answers.defying_prepositions"]
    owners = [child for child in noun.children if child.dep_ == "poss"]
    own = any(child.dep_ in {"acl", "relcl", "prep"} for child in noun.children)
    if known and row is not None and owners and not own and not book.at(noun):
        askers = book.parties(book.scene.actors_of_all(owners))
        _answered_by_deed(book, noun.head, row, askers, noun)


def _of_others(book: Book, noun: Token) -> None:
    """ "rejected a call by bishops to postpone the vote", "bowed to Oslo's demand that it leave", "want seats, a demand
    that Peru rejects": an ask by people
    who are no party, told because a party answers it."""
    row = ask_frame(noun, "noun")
    if row is None or book.at(noun) or lemma(noun) not in ask_words().nouns:
        return
    reply = reply_to(book.scene, noun)
    if reply is None or not all(book.scene.is_political(key) for key in reply.by):
        return
    makers = [t for c in noun.children if c.lower_ in {"by", "from"} for t in c.children if t.dep_ == "pobj"]
    owners = (c for c in noun.children if c.dep_ in {"poss", "compound", "amod", "nmod"})
    askers = book.parties(book.scene.actors_of_all([*makers, *owners]))
    asked = tuple(key for key in book.parties(reply.by) if key not in askers)
    deed = _asked_by(noun)
    if noun.dep_ == "pobj" and not askers:
        return  # "has not replied to the agency's request": told before
    if not reply.by and (not askers or deed is None or told_by_noun(book.scene, noun) is None):
        return  # only a paper answers without anybody: "the draft does not include a US demand for …"
    if (asked or not reply.by) and (deed is not None or is_apposition(noun)):
        act = ask_at(book, row, noun, askers, asked, deed or (noun, noun))
        if deed is None:
            book.replace(replace(act, subject="", subject_span=None))


def _asked_by(noun: Token) -> tuple[Token, Token] | None:
    """First and last word of what the noun asks for: its infinitive, or the noun after its "for"."""
    after = noun.head.rights if noun.dep_ == "dobj" else ()
    that = next((c for c in noun.rights if c.dep_ == "acl" and any(g.lower_ == "that" for g in c.lefts)), None)
    if that is not None and not leaves_out_object(that):
        return that.left_edge.nbor() if that.left_edge.lower_ == "that" else that.left_edge, that.right_edge
    for child in (*noun.rights, *after):
        if child.i <= noun.i:
            continue
        if (
            child.tag_ == "VB"
            and any(c.tag_ == "TO" for c in child.children)
            and child.dep_ in {"acl", "advcl", "relcl"}
        ):
            return child, child.right_edge
        about = {"for", "of"} if lemma(noun) in {"offer", "proposal"} else {"for"}
        if child.lower_ in about and (thing := next((t for t in child.children if t.dep_ == "pobj"), None)):
            return thing.left_edge, thing.right_edge
    return None


def askers_of(book: Book, verb: Token) -> tuple[str, ...]:
    """The parties of whoever does what `verb` says."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    subjects += [t for child in verb.children if child.dep_ == "agent" for t in child.children]
    return book.parties(book.scene.actors_of_all(subjects))


def _answered_by_deed(book: Book, aside: Token, row: Frame, askers: tuple[str, ...], trigger: Token) -> None:
    """The main clause is what was asked, and done or not; what only may be done is no answer."""
    main = aside.head
    while main.dep_ in {"xcomp", "ccomp"} and main.tag_ == "VB" and main.head.pos_ == "VERB":
        main = main.head
    if main.pos_ != "VERB":
        return
    clause = verb_clause(main)
    by = tuple(key for key in book.parties(book.scene.actors_of_all(clause.subjects)) if key not in askers)
    answer = _outcome(main, clause)
    deed = _deed(main, aside)
    if not askers or not by or answer is None or deed is None or (trigger.pos_ == "NOUN" and answer != "refused"):
        return
    act = ask_at(book, row, trigger, askers, by, deed)
    book.record(act, Reply(answer, main, by, evidence_of(book.scene, main)), "answer:aside")


def _outcome(main: Token, clause: Clause) -> Answered | None:
    if clause.passive:
        return None
    if clause.negated and any(child.lower_ in {"has", "have"} for child in main.children):
        return "none"
    if clause.negated or lemma(main) in ask_words().refused:
        return "refused"
    modal = any(child.tag_ == "MD" for child in main.children)
    return "accepted" if not modal and main.tag_ in {"VBD", "VBN", "VBZ"} else None


def _deed(main: Token, aside: Token) -> tuple[Token, Token] | None:
    """First and last word of the deed: from its verb on, up to the aside."""
    doc = main.doc
    verb = main
    if lemma(main) in ask_words().refused:
        verb = next((child for child in main.children if child.dep_ == "xcomp"), main)
    end = aside.left_edge.i if aside.i > verb.i else verb.right_edge.i + 1
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return (verb, doc[end - 1]) if end > verb.i + 1 else None


def _which_was_asked(book: Book, verb: Token) -> None:
    """ "the extradition, which Panama had requested": the antecedent is what is asked; `grammar` finds its answer."""
    row = ask_frame(verb, "verb", verb.head)
    gap = leaves_out_object(verb)
    askers = askers_of(book, verb)
    noun = verb.head
    strong = row is not None and row.ask in {"demand", "request", "proposal", "offer"}
    thing = noun.pos_ == "NOUN" and noun.ent_type_ == "" and lemma(noun) not in ask_words().motions
    if strong and row is not None and gap and askers and thing and not book.at(verb):
        ask_at(book, row, verb, askers, (), (noun.left_edge, noun))


def ask_at(
    book: Book, row: Frame, trigger: Token, askers: tuple[str, ...], asked: tuple[str, ...], deed: tuple[Token, Token]
) -> Act:
    """Enter an ask that a row of the lexicon tells of."""
    return enter(book, kind_of(row, trigger), trigger, askers, asked, deed)
