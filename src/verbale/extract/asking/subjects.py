"""What is asked: put right where the parse cuts it short or runs on, and told apart from nothing at all."""

from dataclasses import replace

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book, another_id
from verbale.extract.asking.words import ask_words
from verbale.extract.reference.layout import is_mark
from verbale.language.parse import Span as DocSpan
from verbale.language.parse import Token
from verbale.model import Act, span_of, span_with_marks

_AND_THERE = frozenset({"which", "where", "who", "whose", "whom"})
# Verbs that name what is asked for after another word than "for".
_PREP_OF_THING = {"insist": "on"}
# Where what is asked for is to go: "want the army out of the valley".
_AWAY = frozenset({"out", "off", "back", "away", "gone"})
_HELPERS = frozenset({"has", "have", "had", "was", "were", "is", "are"})


def settle_subjects(book: Book) -> None:
    """Right each ask's subject, in the order in which one mistake hides the next."""
    _leave_out_topics(book)
    for ask in book.asks():
        act = _with_clause(book, ask)
        words = words_of(book, act)
        if words is not None and _is_addressee(book, ask, act, words):
            act = book.replace(replace(act, subject="", subject_span=None))
            words = None
        if words is None:
            continue
        if (clause := _clause_after(words)) is not None:
            _with_words(book, act, *clause)
            continue
        main = swallowed_verb(ask, words)
        if main is not None:
            book.swallowed[act.id] = main
        cut = _where_it_ends(book, ask, words)
        start = (
            _what_is_asked_for(book, ask, words)
            or _with_thing_before(book, ask, words)
            or _occasion(ask)
            or _where_to(ask, words)
        )
        if start is not None and start[1] > start[0]:
            _with_words(book, act, *start)
        elif cut is not None and cut > words.start:
            act = _with_words(book, act, words.start, cut)
            _without_next_doers(book, ask, act, words[cut - words.start :])
        elif ask.token.pos_ == "NOUN" and (end := _to_be_done(words)) is not None:
            _with_words(book, act, words.start, end)


def _without_next_doers(book: Book, ask: Ask, act: Act, cut_off: DocSpan) -> None:
    """ "offered to host the talks and Norway welcomed it": whom only the next clause names is not asked."""
    named = set(book.parties(key for token in cut_off for key in book.scene.own(token)))
    before = set(
        book.parties(key for token in ask.token.subtree if token.i < cut_off.start for key in book.scene.own(token))
    )
    kept = tuple(key for key in act.targets if key not in named or key in before)
    if kept != act.targets:
        book.replace(replace(act, targets=kept))


def _leave_out_topics(book: Book) -> None:
    """ "On security, Poland insisted on more troops": what stands before the clause is not asked for."""
    for ask in book.asks():
        span = ask.act.subject_span
        first = next((child for child in ask.token.lefts if child.dep_ == "prep"), None)
        if span is None or first is None or ask.token.pos_ != "VERB" or len(book.at(ask.token)) < 2:
            continue
        relative = any(token.tag_ in {"WDT", "WP"} for token in first.subtree)
        if not relative and first.idx < span.start and span.end <= first.right_edge.idx + len(first.right_edge):
            book.drop(ask.act.id)


def _is_addressee(book: Book, ask: Ask, act: Act, words: DocSpan) -> bool:
    """ "His overtures to the rebels": whom the noun's "to" names is asked, not what is."""
    root = words.root
    to = root.dep_ == "pobj" and root.head.lower_ == "to" and root.head.head == ask.token
    return to and bool(set(book.parties(book.scene.actors(root))) & set(act.targets))


def _with_clause(book: Book, ask: Ask) -> Act:
    """ "Sudan's request that the experts take a bigger role", where nothing else tells what is asked."""
    act = book.acts[ask.act.id]
    if act.subject or ask.token.pos_ != "NOUN":
        return act
    for child in ask.token.children:
        mark = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == "that"), None)
        if child.dep_ in {"acl", "ccomp"} and mark is not None and child.tag_ in {"VB", "VBP"}:
            return _with_words(book, act, mark.i + 1, child.right_edge.i + 1)
    return act


def _clause_after(words: DocSpan) -> tuple[int, int] | None:
    """ "put forward a request of its own: that Turkey pull back", "a demand, on which it insisted, that they pay":
    where only the ask's noun is named, the clause after it tells what is asked."""
    root, doc = words.root, words.doc
    bare = all(token.pos_ in {"DET", "PRON", "ADP", "ADJ"} or token == root for token in words)
    if lemma(root) not in ask_words().nouns or not bare:
        return None
    end = root.sent[-1].i + 1
    for token in doc[words.end : end]:
        if token.lower_ == "that" and token.tag_ in {"IN", "DT"} and token.nbor(-1).text in {":", ",", "—", "–"}:
            further = next((t.i for t in doc[token.i + 1 : end] if t.lower_ == "which" and t.nbor(-1).text == ","), end)
            return token.i + 1, further
    return None


def words_of(book: Book, act: Act) -> DocSpan | None:
    """The words of what `act` asks for."""
    span = act.subject_span
    return book.scene.doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None


def _with_words(book: Book, act: Act, start: int, end: int) -> Act:
    """`act` with the tokens from `start` to `end` for its subject, closing marks left off."""
    doc = book.scene.doc
    while end > start + 1 and (is_mark(doc[end - 1]) or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    span = span_with_marks(book.scene.report.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return book.replace(replace(act, subject=span.text, subject_span=span))


def _to_be_done(words: DocSpan) -> int | None:
    """Where "the blockade to be lifted" ends, of which the parser gives the infinitive to another verb."""
    doc, end = words.doc, words.end
    if end + 2 >= len(doc) or words.root.dep_ != "pobj" or words.root.head.lower_ != "for":
        return None
    if (doc[end].lower_, doc[end + 1].lower_, doc[end + 2].tag_) != ("to", "be", "VBN"):
        return None
    return int(doc[end + 2].right_edge.i + 1)


def _where_it_ends(book: Book, ask: Ask, words: DocSpan) -> int | None:
    """Where a clause begins that the parser took into what is asked: ", which …", or the main verb of the sentence."""
    for token in words:
        if token.lower_ in _AND_THERE and token.i > words.start + 1 and token.nbor(-1).text == ",":
            return token.i - 1
        if (end := _runs_on(ask, token, words)) is not None:
            return end
    main = book.swallowed.get(ask.act.id)
    if main is None:
        return None
    return min([main.i, *(child.i for child in main.children if child.dep_ in {"aux", "auxpass", "neg", "advmod"})])


def _runs_on(ask: Ask, token: Token, words: DocSpan) -> int | None:
    """Where what is asked ends, though the parser coordinates with it the next verb of who asks ("urged X to wait while
    it looks on and warned that …") or whoever does something next ("host the talks and Norway welcomed it")."""
    if token.dep_ != "conj" or token.head.i < words.start or ask.token.pos_ != "VERB":
        return None
    cut = next((c.i for c in token.head.rights if c.dep_ == "cc" and c.i < token.i), None)
    if token.tag_ == "VBD" and ask.token.tag_ in {"VBD", "VBN"} and token.head.tag_ in {"VB", "VBP", "VBZ", "VBG"}:
        return cut
    after = words.doc[words.end] if words.end < len(words.doc) else None
    acts = after is not None and after.tag_ in {"VBD", "VBZ", "MD"} and token.right_edge.i == words.end - 1
    return cut if acts and token.pos_ == "PROPN" else None


def swallowed_verb(ask: Ask, words: DocSpan) -> Token | None:
    """The main verb of "The demand that X free them has been met with silence", hung below what is demanded: a finite
    verb without a subject of its own in a sentence that has no other."""
    if ask.token.pos_ != "NOUN" or ask.token.dep_ != "ROOT":
        return None
    for token in words:
        if (
            token.i <= words.start
            or token.pos_ != "VERB"
            or token.dep_ not in {"ccomp", "acl", "relcl", "advcl", "conj"}
        ):
            continue
        helpers = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
        own = any(child.dep_ == "nsubj" or child.lower_ in {"that", "which", "who"} for child in token.children)
        if not own and (helpers & _HELPERS or token.tag_ in {"VBD", "VBZ"}):
            return token
    return None


def _what_is_asked_for(book: Book, ask: Ask, words: DocSpan) -> tuple[int, int] | None:
    """ "asked for more time to consult", "insisted on a fund to pay victims": the time and the fund are asked for, not
    what they are for; "asked the government of Chad for amnesty": amnesty, not the government."""
    prep = _PREP_OF_THING.get(lemma(ask.token), "for")
    noun = next(
        (t for child in ask.token.children if child.lower_ == prep for t in child.children if t.dep_ == "pobj"), None
    )
    if noun is None or noun.i < ask.token.i or words.root in noun.conjuncts:
        return None
    first = noun.left_edge.i
    if first == words.start and words.end < len(words.doc) and words.doc[words.end].dep_ == "cc":
        last = noun.right_edge.i + 1
        more = any(token.dep_ == "conj" and token.pos_ == "NOUN" for token in noun.children)
        spans = [one.subject_span for one in book.at(ask.token)]
        more = more and not any(span is not None and span.start > noun.idx for span in spans)  # asks of their own
        return (first, last) if more and words.end < last else None  # "grain and medicine"
    if first < words.start:
        between = book.scene.doc[first : words.start]
        below = {token.i for token in noun.subtree}
        whole = len(between) > 0 and not any(
            (token.is_punct or token.dep_ == "cc") and token.i not in below for token in between
        )
        return (first, words.end) if whole else None
    if ask.token.pos_ != "VERB":
        return None
    whom = bool(book.scene.actors(words.root)) or lemma(ask.token) in ask_words().asking_whom
    asked = words.root.dep_ == "dobj" and words.root.head == ask.token and whom
    return (first, noun.right_edge.i + 1) if asked and first >= words.end else None


def _with_thing_before(book: Book, ask: Ask, words: DocSpan) -> tuple[int, int] | None:
    """ "demanded his extradition to face charges": the extradition is asked for."""
    if ask.token.pos_ != "VERB" or lemma(ask.token) not in ask_words().wanting_things or words.root.tag_ != "VB":
        return None
    thing = next((c for c in ask.token.rights if c.dep_ == "dobj" and c.right_edge.i < words.start), None)
    if thing is None or thing.pos_ != "NOUN" or book.scene.own(thing):
        return None
    return thing.left_edge.i, words.end


def _occasion(ask: Ask) -> tuple[int, int] | None:
    """ "invited Modi to Washington for a state visit": what somebody is invited to, all of it."""
    if lemma(ask.token) != "invite" or ask.token.pos_ != "VERB":
        return None
    told = [
        (child, thing)
        for child in ask.token.rights
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "for"}
        for thing in child.children
        if thing.dep_ == "pobj" and thing.ent_type_ != "DATE"
    ]
    if not told:
        return None
    first, end = told[0][1].left_edge.i, told[-1][0].right_edge.i + 1
    aside = (token.i - 1 for token in ask.token.doc[first + 1 : end] if token.lower_ in _AND_THERE)
    return first, next((i for i in aside if ask.token.doc[i].text == ","), end)


def _where_to(ask: Ask, words: DocSpan) -> tuple[int, int] | None:
    """ "wanted the army out of the valley": where something is to be belongs to what is asked."""
    root = words.root
    if ask.token.pos_ != "VERB" or root.dep_ != "dobj" or root.head != ask.token:
        return None
    after = next((child for child in ask.token.rights if child.i == words.end), None)
    if after is None or after.lower_ not in _AWAY:
        return None
    return words.start, after.right_edge.i + 1


def add_second_for(book: Book) -> None:
    """ "demands for an apology and for compensation": two asks."""
    for ask in book.asks():
        first = next((child for child in ask.token.children if child.lower_ == "for" and child.dep_ == "prep"), None)
        second = next((c for c in first.children if c.dep_ == "conj" and c.lower_ == "for"), None) if first else None
        noun = next((c for c in second.children if c.dep_ == "pobj"), None) if second else None
        if noun is None:
            continue
        span = span_of(book.scene.report.text, noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
        subjects = [act.subject_span for act in book.at(ask.token)]
        if any(one is not None and one.start < span.end and span.start < one.end for one in subjects):
            continue
        act = book.acts[ask.act.id]
        book.replace(replace(act, id=another_id(act, span.start), subject=span.text, subject_span=span))


def trim_owner(book: Book) -> None:
    """ "An offer of talks from Eritrea": who offers stands below what is offered."""
    for ask in book.asks():
        act = book.acts[ask.act.id]
        if act.sources or ask.token.pos_ != "NOUN":
            continue
        for prep in ask.token.subtree:
            if prep.lower_ != "from" or prep.dep_ != "prep" or prep.i < ask.token.i:
                continue
            keys = book.parties(book.scene.actors_of_all(t for t in prep.children if t.dep_ == "pobj"))
            keys = tuple(key for key in keys if key not in act.targets and book.scene.is_political(key))
            words = words_of(book, act)
            below = (
                lemma(prep.head) in {"talk", "meeting", "help", "aid", "ceasefire", "truce"} or prep.head == ask.token
            )
            if not keys or not below:
                continue
            act = book.replace(replace(act, sources=keys))
            if words is not None and words.start < prep.i < words.end:
                _with_words(book, act, words.start, prep.i)
            break
