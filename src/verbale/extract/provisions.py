"""The points of an agreement, where a report lists them: "promises to A, B, work toward C and D" is four provisions.

The list is read off the surface, from the parse's first point on: parsers attach the members of a long list badly,
while commas and the base form of a verb after them are plain to see.
"""

from collections.abc import Iterator

from verbale.extract.agreeing.comments import before_comment
from verbale.extract.agreeing.noun_rows import nouns_in_row
from verbale.extract.agreement_words import WORDS
from verbale.extract.reference.layout import is_mark
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report, span_of

MAX_POINTS = 24
MAX_TOKENS = 160  # a list of points longer than this is no list


def points_of_verb(doc: Doc, report: Report, holder: Token) -> tuple[Provision, ...]:
    """The points that `holder` introduces: a verb or noun of holding ("includes", "commits", "promises", "agreed").

    Follows `holder` to its infinitive ("to cap … , remove … and grant …"), through a noun of promise ("includes
    promises to …"), or to the nouns of a list ("guarantees X, Y and Z"). Empty where there is none.
    """
    for child in _complements(holder):
        if child.tag_ in {"VB", "VBP"} and has_to(child):
            items = list(verb_items(doc, child, _main_verb(holder, child)))
            if child.dep_ in {"acl", "relcl"} and len(items) == 1 and child.lemma_.lower() in WORDS.aims:
                continue  # "a final accord to end the war": what it is for
            return made_points(doc, report, items)
        if child.dep_ in {"dobj", "pobj", "attr"} and child.pos_ in {"NOUN", "PROPN"}:
            if child.lemma_.lower() in WORDS.promises:
                found = points_of_verb(doc, report, child)
                if found:
                    return found
            elif child.lemma_.lower() not in WORDS.nouns and not _is_person_like(child):
                items = list(noun_items(child, holder))
                row = _row(doc, child, holder)
                items = row if len(row) >= len(items) else items
                if len(items) == 1 and _is_doing(child, holder):
                    items = [(items[0][0], _with_circumstances(items[0][1], holder))]
                elif len(items) < 2:
                    continue
                return made_points(doc, report, items)
    return ()


def _main_verb(holder: Token, child: Token) -> int | None:
    """Where "An agreement to form a board was reached …" goes on after the points."""
    verb = holder.head
    if holder.dep_ not in {"nsubj", "nsubjpass"} or verb.i < child.i:
        return None
    return min([verb.i, *(left.i for left in verb.lefts if left.dep_ in {"aux", "auxpass"} and left.i > child.i)])


def without_marks(doc: Doc, start: int, end: int) -> int:
    """`end` without the marks, breaks and "and" that stand before it."""
    while end > start + 1 and (is_mark(doc[end - 1]) or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return end


def _complements(holder: Token) -> Iterator[Token]:
    """What may hold the list below `holder`: infinitives first, then objects, then objects of its prepositions."""
    children = list(holder.rights)
    yield from (child for child in children if child.dep_ in {"xcomp", "acl", "ccomp", "advcl", "relcl"})
    for child in children:
        if child.dep_ in {"dobj", "attr"}:
            yield from (below for below in child.rights if below.dep_ in {"acl", "relcl"} and has_to(below))
    for child in children:
        if child.dep_ in {"dobj", "attr"}:
            yield child
        elif child.dep_ == "prep":
            yield from (below for below in child.rights if below.dep_ in {"pobj", "pcomp"})


def _row(doc: Doc, first: Token, holder: Token) -> list[tuple[int, int]]:
    """The nouns that "provides for" lists, where the parser lost some of them; up to where its next verb goes on."""
    if holder.lemma_.lower() not in WORDS.lists or holder.pos_ != "VERB":
        return []
    later = [other.left_edge.i for other in holder.conjuncts if other.i > first.i]
    return nouns_in_row(doc, first.left_edge.i, without_marks(doc, first.i, min([holder.sent.end, *later])))


def _is_doing(noun: Token, holder: Token) -> bool:
    """ "foresees the release of up to 5,000 prisoners": one thing done, a point by itself."""
    held = holder.lemma_.lower() in WORDS.contains and holder.pos_ == "VERB"
    return held and noun.lemma_.lower() in WORDS.doings and any(child.dep_ == "prep" for child in noun.rights)


def _with_circumstances(end: int, holder: Token) -> int:
    """The end of "the release of the prisoners by March 10", where the parser hangs "by March 10" on the verb."""
    doc = holder.doc
    for prep in holder.rights:
        if prep.dep_ == "prep" and prep.i == end:
            nouns = [noun for noun in prep.rights if noun.dep_ == "pobj"]
            end = nouns[0].i + 1 if nouns else end
            while end < len(doc) and nouns and doc[end].dep_ == "nummod" and doc[end].head == nouns[0]:
                end += 1  # "March 10"
    return end


def has_to(verb: Token) -> bool:
    """True for an infinitive with its "to"."""
    return any(left.lower_ == "to" and left.tag_ == "TO" for left in verb.lefts)


def _is_person_like(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", "GPE", "NORP", "DATE", "TIME"} or token.pos_ == "PRON"


def _starts_point(token: Token) -> bool:
    """True where `token` can be the base form of a verb at the head of a point."""
    if token.tag_ == "VB":
        return True
    if token.tag_ == "VBP" and token.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.lefts):
        return True
    lower = token.lower_
    if lower not in WORDS.point_verbs or token.text != lower:
        return False
    if token.tag_ in {"VBP", "VBN", "VBD", "JJ"}:
        return True
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.tag_ == "NN" and follower is not None and follower.pos_ in {"DET", "NOUN", "ADJ", "PRON", "PROPN"}


def verb_items(doc: Doc, first: Token, end_of_list: int | None = None) -> Iterator[tuple[int, int]]:
    """Token ranges of the points from `first` on: each opens with a base verb after a comma, semicolon or "and"."""
    limit = min(first.sent.end if end_of_list is None else end_of_list, first.i + MAX_TOKENS)
    start, position, depth = _with_not(first), first.i + 1, 0
    while position < limit:
        token = doc[position]
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth -= 1
        elif depth <= 0 and (token.text in {",", ";"} or token.lower_ in {"and", "or"}):
            opener = _after_joiner(doc, position, limit)
            if opener < limit and not _starts_point(doc[opener]) and _leaves_list(doc, opener):
                # An aside ("…, officials said, …") may stand between two points.
                resumed = next((i for i in range(opener, min(opener + 8, limit)) if doc[i].text == ","), limit)
                opener = _after_joiner(doc, resumed, limit) if resumed < limit else limit
                if opener >= limit or not _starts_point(doc[opener]):
                    break
            if opener < limit and _goes_on_outside(first, doc[opener]):
                break
            if token.text == ";" and opener < limit and not _starts_point(doc[opener]) and _is_sentence(doc, opener):
                break
            shared = doc[position - 1].tag_ == "VB" and token.text != ";"  # "begin to reduce and eliminate tariffs"
            if opener < limit and _starts_point(doc[opener]) and position - start > 1 and not shared:
                yield start, position
                start, position = opener, opener
        position += 1
    end = position
    while end > start and (doc[end - 1].is_space or (is_mark(doc[end - 1]) and doc[end - 1].text not in {")", "]"})):
        end -= 1
    if end > start:
        yield start, end


def _goes_on_outside(first: Token, verb: Token) -> bool:
    """ "It obliges both to disarm and sets up a court": the next verb is the document's again."""
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    return verb.tag_ == "VBZ" and first.tag_ == "VB" and verb.dep_ == "conj" and not own


def _is_sentence(doc: Doc, opener: int) -> bool:
    """ "…; by the count of the union, ten clinics have been hit": after the semicolon somebody else has the word."""
    end = next((token.i for token in doc[opener : doc[opener].sent.end] if token.text == ";"), doc[opener].sent.end)
    return any(
        token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and (token if token.dep_ not in {"aux", "auxpass"} else token.head).dep_ not in {"relcl", "acl", "advcl"}
        and token.head.i >= opener
        for token in doc[opener:end]
    )


def _with_not(verb: Token) -> int:
    """Where a point begins: at "not" in "not to allow …", else at the verb."""
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    if len(before) == 2 and before[1].text == "-" and not before[0].whitespace_:
        return verb.i - 2  # "co-finance"
    return verb.i - 2 if [token.lower_ for token in before] == ["not", "to"] else verb.i


def _after_joiner(doc: Doc, position: int, limit: int) -> int:
    """Index of the first word after a comma or "and" at `position` that could open the next point."""
    opener = position + 1
    while opener < limit and doc[opener].lower_ in {"and", "or", "to", "also", "then", "jointly", "not"}:
        opener += 1
    return opener


def _leaves_list(doc: Doc, opener: int) -> bool:
    """True where the clause after a comma belongs to the sentence, not the list: "…, officials said", "…, which …"."""
    token = doc[opener]
    if token.lower_ in WORDS.other_clauses:
        return True
    if token.tag_ in {"VBD", "VBZ"} and any(child.dep_ == "nsubj" for child in token.rights):
        return True  # "…, said the ministry"
    if token.dep_ == "nsubj" and token.head.tag_ == "VB" and token.head.i > opener:
        return True  # "…, and Serbia to halt …": another party's
    return any(
        later.tag_ in {"VBD", "VBZ", "VBP"}
        and later.dep_ in {"ROOT", "parataxis", "conj", "ccomp"}
        and any(child.dep_ in {"nsubj", "nsubjpass"} and child.i >= opener for child in later.lefts)
        for later in doc[opener : min(opener + 12, token.sent.end)]
    )


def noun_items(first: Token, holder: Token) -> Iterator[tuple[int, int]]:
    """Token ranges of the nouns listed from `first` on, each with its own modifiers.

    Where `first` hangs from a preposition, a parser often hangs the rest of the list from the verb itself.
    """
    listed = {noun.i: noun for noun in (first, *first.conjuncts, *_apposed(first))}
    if first.dep_ == "pobj":
        later = [
            child
            for child in holder.rights
            if child.dep_ in {"dobj", "conj", "npadvmod", "appos", "oprd"} and child.i > first.i
        ]
        later = [child for child in later if child.pos_ in {"NOUN", "PROPN"}]
        listed |= {noun.i: noun for child in later for noun in (child, *child.conjuncts) if noun.i > first.i}
        listed |= {noun.i: noun for noun in _beside(first)}
    heads = [listed[position] for position in sorted(listed)][:MAX_POINTS]
    doc = first.doc
    again = first.head.lower_ if first.dep_ == "pobj" else ""
    last = heads[-1]
    starts = [head.left_edge.i for head in heads]
    if len(heads) > 1 and not {doc[starts[-1] - 1].lower_, doc[starts[-1] - 2].lower_} & {"and", "or"}:
        split = _last_and(last)
        if split is not None:  # "A, B on X and C": the parser coordinated C with X
            starts.append(split + 1)
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else last.right_edge.i + 1
        while end > start + 1 and (is_mark(doc[end - 1]) or doc[end - 1].lower_ in {"and", "or", again}):
            end -= 1
        yield start, _before_which(doc, start, end)


def _apposed(first: Token) -> list[Token]:
    """ "a prisoner swap, a ceasefire in the north and a referendum": the parser takes the second for another name of
    the first."""
    appos = [child for child in first.rights if child.dep_ == "appos" and child.pos_ == "NOUN" and child.conjuncts]
    return [noun for child in appos for noun in (child, *child.conjuncts)]


def _beside(first: Token) -> list[Token]:
    """ "for A, for B and for C": the nouns under the same preposition said again, whatever the parser hung it on."""
    doc, found = first.doc, []
    for prep in doc[first.i : first.sent.end]:
        if prep.lower_ == first.head.lower_ and doc[prep.i - 1].lower_ in {",", ";", "and"}:
            found += [child for child in prep.rights if child.dep_ == "pobj"][:1]
    return found


def _before_which(doc: Doc, start: int, end: int) -> int:
    """`end`, or the comma before ", which …", ", from which …" between the two."""
    for position in range(start + 1, end - 1):
        if doc[position].text != ",":
            continue
        reach = 6 if doc[position + 1].dep_ == "det" else 3  # ", the day on which …"
        after = doc[position + 1 : min(position + reach, end)]
        if any(token.tag_ in {"WDT", "WP", "WRB"} for token in after) and not any(token.text == "," for token in after):
            return position
    return end


def _last_and(head: Token) -> int | None:
    """The last "and" of the phrase, where a noun phrase of its own follows it."""
    joiners = [token for token in head.subtree if token.lower_ == "and" and token.i > head.i]
    if not joiners or joiners[-1].i + 2 >= len(head.doc):
        return None
    return joiners[-1].i if len(list(head.doc[joiners[-1].i + 1 : head.right_edge.i + 1])) > 1 else None


def made_points(doc: Doc, report: Report, items: list[tuple[int, int]]) -> tuple[Provision, ...]:
    found = []
    for start, end in items[:MAX_POINTS]:
        if doc[end - 1].lower_ == "to":
            continue  # "The state is to" above a list
        end = before_comment(doc, start, end)
        span = span_of(report.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        found.append(Provision(span.text, (span,)))
    return tuple(found)
