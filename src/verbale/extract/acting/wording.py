"""The words of an act: what to call it, what it is about, the clause that tells it, the amounts in it."""

from collections.abc import Iterable

from verbale.extract.acting.conditions import lemma
from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.phrases import is_main_again
from verbale.extract.acting.trigger import Trigger
from verbale.extract.reference.layout import conjuncts, is_mark
from verbale.language.parse import Doc, Token
from verbale.model import Report, Span, span_of, span_with_marks

_OUTSIDE_CLAUSE = {"advcl", "parataxis", "punct", "relcl"}
_ABOUT = ("on", "about", "over", "regarding", "concerning", "for", "to", "of")
_NOT_ABOUT = {"DATE", "TIME", "GPE", "PERSON", "NORP", "CARDINAL", "FAC"}
_AMOUNTS = {"MONEY", "QUANTITY", "CARDINAL", "PERCENT"}
_MAX_EVIDENCE_TOKENS = 120


def what_of(trigger: Trigger) -> str:
    """A short noun for the act: the frame's own, or the event noun with its plain modifiers."""
    if trigger.token.pos_ in {"NOUN", "PROPN"} and not trigger.frame.what:
        return _noun_words(trigger.token)
    if trigger.frame.type == "CONSULT":
        for word in ("for", "in", "at", "during", "on"):
            for token in trigger.clause.preps.get(word, []):
                inner = _event_below(token)
                if inner is not None:
                    return _noun_words(inner)
    if not trigger.frame.what:
        for token in trigger.clause.objects:
            if token.pos_ == "NOUN":
                return _noun_words(token)
        return trigger.token.lemma_.lower()
    return trigger.frame.what


def _event_below(token: Token) -> Token | None:
    events = word_classes()["meeting"] - {
        "round",
        "session",
        "call",
        "process",
        "table",
        "exchange",
        "visit",
        "contact",
    }
    if lemma(token) in events:
        return token
    for child in token.children:
        if child.lower_ == "of":
            for inner in child.children:
                if lemma(inner) in events:
                    return inner
    return None


def _noun_words(noun: Token) -> str:
    kept = [
        child
        for child in noun.lefts
        if child.dep_ in {"compound", "amod"}
        and not child.ent_type_
        and lemma(child) not in {"new", "other", "such", "several"}
    ]
    start = min([noun.i, *(child.left_edge.i for child in kept)])
    words = noun.doc[start : noun.i + 1]
    if any(token.ent_type_ for token in words) or len(words) > 6:
        return noun.lower_
    return words.text.lower()


def subjects_of(report: Report, trigger: Trigger) -> list[Span]:
    """What the act is about, in the report's words; several where the report coordinates several asks."""
    clause, frame = trigger.clause, trigger.frame
    heads: list[Token] = []
    said_by_verb = _infinitive_of_verb(trigger.token) if frame.type == "REQUEST" and clause.complement is None else None
    if said_by_verb is not None and not any(clause.preps.get(word) for word in ("for", "on")):
        heads = _verbs(said_by_verb)
    elif clause.complement is not None and (frame.consumes or frame.type == "CONSULT"):
        heads = _verbs(clause.complement)
        heads += _coordinated_phrases(clause.complement)
    elif frame.consumes and trigger.token.pos_ in {"VERB", "AUX"}:
        heads = [token for head in clause.objects for token in _nouns(head)]
    if (
        not heads
        or frame.type == "CONSULT"
        or _is_person(heads)
        or all(lemma(head) == "hand" for head in heads)  # "shook hands on the outline of a deal"
        or (frame.ask == "invitation" and clause.complement is None)
    ) and (about := _about(_free(trigger), frame.type)):
        heads = about
    return [span for head in heads if (span := _phrase(report, head, trigger.token)) is not None]


def _infinitive_of_verb(noun: Token) -> Token | None:
    """What is asked, where the parser hangs it on the answering verb: "ignored French calls to withdraw"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "pobj"}:
        return None
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    for child in verb.rights:
        infinitive = child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.children)
        if child.dep_ in {"xcomp", "advcl"} and infinitive and child.left_edge.i == noun.right_edge.i + 1:
            return child
    return None


def _is_person(heads: list[Token]) -> bool:
    return all(head.ent_type_ in {"GPE", "PERSON", "NORP", "ORG"} or head.pos_ == "PRON" for head in heads)


def _free(trigger: Trigger) -> dict[str, list[Token]]:
    """Prepositional phrases that do not name the sources."""
    taken = {slot.name for union in trigger.frame.sources for slot in union} & {"of", "from", "by"}
    return {word: tokens for word, tokens in trigger.clause.preps.items() if word not in taken}


def _about(preps: dict[str, list[Token]], type_: str) -> list[Token]:
    for word in _ABOUT:
        if type_ == "CONSULT" and word in {"of", "for", "to"}:
            continue
        tokens = [t for t in preps.get(word, []) if t.ent_type_ not in _NOT_ABOUT or _is_span(t, word, type_)]
        tokens = [t for t in tokens if t.pos_ != "PRON" and not _is_for_oneself(t)]
        tokens = [t for t in tokens if lemma(t) not in word_classes()["way_of_talking"] and t.lower_ != "hand"]
        if tokens:
            return [part for token in tokens for part in _nouns(token)]
    return _in_favour_of(preps)


def _in_favour_of(preps: dict[str, list[Token]]) -> list[Token]:
    """ "argued in favour of a ceasefire", "held in connection with the blast". Any other "in" tells where, when or how
    ("killed in a clash", "in addition"), not what about."""
    nouns = [noun for noun in preps.get("in", []) if lemma(noun) in word_classes()["in_favour"]]
    below = (child for noun in nouns for child in noun.rights if child.lower_ in {"of", "with"})
    return [part for child in below for noun in child.rights if noun.dep_ == "pobj" for part in _nouns(noun)]


def _is_span(noun: Token, word: str, type_: str) -> bool:
    """ "asked for a week", "for half of the posts", "for all ten": a length of time or a number may be what is asked
    for, a day not."""
    if type_ != "REQUEST" or word != "for":
        return False
    return noun.ent_type_ == "CARDINAL" or (noun.ent_type_ == "DATE" and noun.tag_ in {"NN", "NNS"})


def _is_for_oneself(noun: Token) -> bool:
    """ "Peru, for its part, asked for a loan"."""
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
    return owned and lemma(noun) in word_classes()["for_oneself"]


def _verbs(verb: Token) -> list[Token]:
    if verb.pos_ in {"ADV", "ADJ", "ADP"} and verb.dep_ == "ccomp":
        return [verb]  # "wants the leaders back in Oslo"
    return [part for part in conjuncts(verb) if part.pos_ in {"VERB", "AUX"} and not is_main_again(part, verb)]


def _second_for(verb: Token) -> Token | None:
    """ "requests to cooperate on A or for B": the "for" after a conjunction, wherever the parser has hung it."""
    if any(child.lower_ == "for" for child in verb.rights):
        return None  # "to press for a longer term and for a seat": both are what to press for
    for token in verb.doc[verb.i + 1 : min(verb.head.right_edge.i + 1, verb.i + _MAX_EVIDENCE_TOKENS)]:
        if token.lower_ == "for" and token.doc[token.i - 1].lower_ in {"or", "and"}:
            return token
    return None


def _coordinated_phrases(verb: Token) -> list[Token]:
    """What stands after a second "for": "a meeting of officers and a meeting on sport"."""
    second = _second_for(verb)
    if second is None:
        return []
    return [part for noun in second.children if noun.dep_ == "pobj" for part in _nouns(noun)]


def _nouns(noun: Token) -> list[Token]:
    """The nouns coordinated with `noun` that stand by themselves (each with a determiner or modifiers of its own)."""
    if noun.head.lower_ == "for" and lemma(noun) in {"many", "much", "more"}:  # "asked for twice as many"
        return [noun]
    parts = [part for part in conjuncts(noun) if part.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "NUM"}]
    if all(_stands_alone(part) for part in parts):
        return parts
    return parts[:1]


def _stands_alone(noun: Token) -> bool:
    return any(child.dep_ in {"det", "amod", "compound", "poss", "prep"} for child in noun.children)


def _phrase(report: Report, head: Token, trigger: Token | None = None) -> Span | None:
    """The phrase under `head`, without what is coordinated with it, and without the trigger's own clause.

    A bare pronoun ("rejected it") says nothing to a reader.
    """
    if head.pos_ == "PRON" and not any(child.dep_ in {"relcl", "acl", "prep"} for child in head.children):
        return None
    cut = [child.left_edge.i for child in head.rights if child.dep_ == "conj"]
    cut += [child.i for child in head.rights if child.dep_ == "cc"]
    asks = word_classes()["ask"]
    cut += [t.left_edge.i for t in head.subtree if t.dep_ == "appos" and lemma(t) in asks and t.i > head.i]
    if trigger is not None and trigger.i > head.i and head.is_ancestor(trigger):  # "a demand that Ethiopia refused"
        cut += [child.left_edge.i for child in head.rights if child == trigger or child.is_ancestor(trigger)]
    if head.pos_ == "VERB" and (second := _second_for(head)) is not None:
        cut.append(second.i - 1)
    end = min([head.right_edge.i + 1, *cut])
    start = head.left_edge.i
    doc = head.doc
    while start < end and (
        (doc[start].lower_ in {"to", "that", "for"} and doc[start].dep_ in {"aux", "mark"}) or doc[start].is_punct
    ):
        start += 1
    while end > start and (is_mark(doc[end - 1]) or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    if end <= start:
        return None
    return span_with_marks(report.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def evidence_of(report: Report, trigger: Trigger) -> Span:
    """The clause that tells the act: the trigger's verb with its arguments; for a noun by itself, its phrase."""
    head = trigger.told_by
    doc: Doc = head.doc
    cut_before, cut_after = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        outside = child.dep_ in _OUTSIDE_CLAUSE or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"})
        outside = outside or (child.dep_ == "ccomp" and child.i < head.i)
        if not outside or _holds(child, trigger.token):
            continue
        if child.i < head.i and child.left_edge.i == cut_before:
            cut_before = child.right_edge.i + 1
        elif child.i > head.i and child.dep_ != "punct" and child.left_edge.i > trigger.token.i:
            cut_after = min(cut_after, child.left_edge.i)
    cut_before, cut_after = min(cut_before, trigger.token.i), max(cut_after, trigger.token.i + 1)
    if head.dep_ == "relcl" or (trigger.clause.objects and trigger.clause.objects[0] == head.head):
        cut_before = min(cut_before, head.head.left_edge.i)
    cut_after = min(cut_after, cut_before + _MAX_EVIDENCE_TOKENS)
    while cut_before < cut_after - 1 and (
        doc[cut_before].is_punct or doc[cut_before].is_space or doc[cut_before].dep_ == "cc"
    ):
        cut_before += 1
    while cut_after > cut_before + 1 and (
        doc[cut_after - 1].is_space
        or doc[cut_after - 1].dep_ == "cc"
        or (is_mark(doc[cut_after - 1]) and not doc[cut_after - 1].is_quote and not doc[cut_after - 1].is_bracket)
    ):
        cut_after -= 1
    cut_after = max(cut_after, trigger.token.i + 1)
    return span_of(report.text, doc[cut_before].idx, doc[cut_after - 1].idx + len(doc[cut_after - 1]))


def _holds(child: Token, token: Token) -> bool:
    return child == token or child.is_ancestor(token)


def span_of_token(report: Report, token: Token) -> Span:
    return span_of(report.text, token.idx, token.idx + len(token))


def numbers_of(report: Report, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Amounts as printed, in order: money, quantities, counts, shares."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    for token in tokens:
        if token.ent_type_ in _AMOUNTS and token.i not in seen:
            end = token.i + 1
            while (
                end < len(token.doc) and token.doc[end].ent_iob_ == "I" and token.doc[end].ent_type_ == token.ent_type_
            ):
                end += 1
            seen.update(range(token.i, end))
            last = token.doc[end - 1]
            found[report.text[token.idx : last.idx + len(last)]] = None
    return tuple(found)
