"""What is asked: put right where the parse cuts it short or runs on, and told apart from nothing at all."""

from dataclasses import replace

from verbale.extract.acting.conditions import lemma
from verbale.extract.asking.book import Ask, Book, another_id
from verbale.extract.asking.words import ask_words
from verbale.language.parse import Span as DocSpan
from verbale.language.parse import Token
from verbale.model import Act, span_of

_HOLLOW = frozenset(
    {
        "it",
        "that",
        "this",
        "them",
        "so",
        "these",
        "those",
        "what",
        "which",
        "more",
        "much",
        "everything",
        "anything",
        "something",
    }
)
_HELPERS = frozenset({"has", "have", "had", "was", "were", "is", "are"})


def settle_subjects(book: Book) -> None:
    """Right each ask's subject, in the order in which one mistake hides the next."""
    for ask in book.asks():
        act = _with_clause(book, ask)
        words = words_of(book, act)
        if words is not None and _is_addressee(book, ask, act, words):
            act = book.replace(replace(act, subject="", subject_span=None))
            words = None
        if words is None:
            continue
        main = swallowed_verb(ask, words)
        if main is not None:
            book.swallowed[act.id] = main
        cut = _where_it_ends(book, ask, words)
        if ask.token.pos_ == "VERB":
            start = _what_is_asked_for(book, ask, words)
            if start is not None and start[1] > start[0]:
                act = _with_words(book, act, *start)
                continue
        if cut is not None and cut > words.start:
            _with_words(book, act, words.start, cut)
        elif ask.token.pos_ == "NOUN" and (end := _to_be_done(words)) is not None:
            _with_words(book, act, words.start, end)


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


def words_of(book: Book, act: Act) -> DocSpan | None:
    """The words of what `act` asks for."""
    span = act.subject_span
    return book.scene.doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None


def _with_words(book: Book, act: Act, start: int, end: int) -> Act:
    """`act` with the tokens from `start` to `end` for its subject, closing marks left off."""
    doc = book.scene.doc
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    span = span_of(book.scene.report.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
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
        if token.lower_ == "which" and token.i > words.start + 1 and token.nbor(-1).text == ",":
            return token.i - 1
    main = book.swallowed.get(ask.act.id)
    if main is None:
        return None
    return min([main.i, *(child.i for child in main.children if child.dep_ in {"aux", "auxpass", "neg", "advmod"})])


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
    """ "asked for more time to consult": the time is asked for, not the consulting; "asked the government of Chad for
    amnesty": amnesty, not the government."""
    noun = next(
        (t for child in ask.token.children if child.lower_ == "for" for t in child.children if t.dep_ == "pobj"), None
    )
    if noun is None or noun.i < ask.token.i:
        return None
    first = noun.left_edge.i
    if first < words.start:
        between = book.scene.doc[first : words.start]
        below = {token.i for token in noun.subtree}
        whole = len(between) > 0 and not any(
            (token.is_punct or token.dep_ == "cc") and token.i not in below for token in between
        )
        return (first, words.end) if whole else None
    whom = bool(book.scene.actors(words.root)) or lemma(ask.token) in ask_words().asking_whom
    asked = words.root.dep_ == "dobj" and words.root.head == ask.token and whom
    return (first, noun.right_edge.i + 1) if asked and first >= words.end else None


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


def _is_of_reporter(token: Token | None) -> bool:
    """ "When asked to define success, Liu said …": by whoever asked the question."""
    if token is None or token.pos_ != "VERB" or token.tag_ != "VBN" or token.dep_ != "advcl" or lemma(token) != "ask":
        return False
    helped = any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "agent"} for child in token.children)
    return not helped and lemma(token.head) in {"say", "reply", "answer", "tell", "respond", "add", "decline"}


def _is_for_cover(act: Act) -> bool:
    """ "asking not to be identified", "asked that his name be withheld": a source's condition, no ask of a party."""
    words = {word.strip(".,;") for word in act.subject.lower().split()}
    passive = bool(words & {"be", "being"})
    return bool(words & ask_words().cover) and (passive or "anonymity" in words)


def puts_off(book: Book, act: Act) -> bool:
    """ "told it to wait", which has answered an ask, is none itself."""
    token = book.token_of(act)
    return token is not None and lemma(token) == "tell" and token.i in book.replied


def is_hollow(book: Book, act: Act) -> bool:
    """An ask that says nothing: no content, or a pronoun for one, and not even both sides; by nobody to nobody, and not
    answered; or of the press, for a comment."""
    if act.subject.lower().removeprefix("further ") in ask_words().press or _is_for_cover(act):
        return True
    if _is_of_reporter(book.token_of(act)):
        return True
    if not act.sources and not act.targets:
        return True
    words = {word.strip(".,;") for word in act.subject.lower().split()}
    if words - _HOLLOW:
        return False
    return not (act.sources and act.targets)
