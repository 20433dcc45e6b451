"""What each party will do under a deal: "Under the accord, X will free … and open …", and what the next sentences add.

A point of one party's list is what is done, without the party ("free …", "open …"). Of several clauses in a row
("X will free … and Y will open …") each keeps its subject; where what is settled is no party's
doing ("the language will keep its name"), the whole clause is the point.
"""

from collections.abc import Iterator

from verbale.extract.actors import ActorIndex, actor, actors_of
from verbale.extract.agreeing.clause_rows import clauses_in_row, subjects_in_row
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import has_to, made_points, verb_items, without_marks
from verbale.language.parse import Doc, Token
from verbale.model import Provision, Report

_WILL = frozenset({"will", "would", "must", "shall", "’ll", "'ll"})
_SIDES = frozenset({"state", "government_body", "organisation", "group"})


def points_of_parties(doc: Doc, report: Report, index: ActorIndex, verb: Token) -> tuple[Provision, ...]:
    """The points of "Under the deal, X will free … and Y will pull …": what each party will do, or must; or how
    things will be ("the language keeps its name")."""
    clauses = list(_clauses(verb))
    items: list[tuple[int, int]] = []
    for position, clause in enumerate(clauses):
        later = clauses[position + 1 :]
        end = _opening_of(later[0]) if later else end_of(clause)
        end = without_marks(doc, _start_of(clause), end)
        subject = subject_of(clause)
        if (first := _infinitive(clause)) is not None and _is_whole(doc, index, clause, first, subject):
            items += clauses_in_row(doc, _start_of(clause), end)
        elif first is not None:
            done = list(verb_items(doc, first, end))
            also = any(child.lower_ == "also" for child in clause.rights)  # goes on with what one side does
            alone = clause.lemma_ == "be" and len(done) == 1 and subject is not None and not also
            items += [(_start_of(clause), done[0][1])] if alone else done
        elif is_undertaken(clause):
            done = list(_points_of(doc, index, clause, end))
            alone = len(done) == 1 and subject_of(clause) is not None
            items += [(_start_of(clause), done[0][1])] if alone else done
        elif clause.tag_ in {"VBZ", "VBP"} and _tells_how(clause):
            items += _done_by_side(doc, index, clause, end) or [(_start_of(clause), end)]
    items = [item for item in items if item[1] > item[0]]
    if clauses and items:  # a parser loses the clauses of a long row
        row = clauses_in_row(doc, _start_of(clauses[0]), without_marks(doc, items[0][0], end_of(clauses[-1])))
        items = row if len(row) > len(items) else items
    return made_points(doc, report, items)


def _is_whole(doc: Doc, index: ActorIndex, clause: Token, first: Token, subject: Token | None) -> bool:
    """ "Heavy weapons are to be pulled back", "A committee is to watch the line": no party's doing."""
    passive = any(child.dep_ == "auxpass" for child in first.lefts)
    others = clause.lemma_ == "be" and subject is not None and subject.pos_ == "NOUN"
    another = _has_another(doc, first)
    return (
        passive
        or (another and clause.lemma_ == "be")
        or (others and subject is not None and not is_side(doc, index, subject))
    )


def _has_another(doc: Doc, first: Token) -> bool:
    """ "Algeria is to feed them and Niger to protect them": the second clause has a subject, but no helper."""
    for to in doc[first.i + 1 : first.sent.end - 1]:
        if to.tag_ == "TO" and doc[to.i + 1].tag_ == "VB" and doc[to.i - 1].pos_ in {"PROPN", "NOUN"}:
            start = to.i - 1
            while start > first.i and doc[start - 1].pos_ in {"PROPN", "NOUN", "ADJ", "DET"}:
                start -= 1
            named = doc[start].pos_ in {"PROPN", "DET"}
            if named and doc[start - 1].lower_ == "and":
                return True
    return False


def _tells_how(clause: Token) -> bool:
    """ "the region keeps its name", "Chad takes over the fields": how things will be, in the present tense."""
    lemma = clause.lemma_.lower()
    return lemma in WORDS.becomes or (lemma not in WORDS.no_points and subject_of(clause) is not None)


def is_pledge(verb: Token) -> bool:
    """ "Both sides undertook to leave", told as done; not "is to leave"."""
    return verb.lemma_.lower() in WORDS.undertakes - {"be", "have"} and _infinitive(verb) is not None


def _infinitive(clause: Token) -> Token | None:
    """ "Thailand is to free …", "Cambodia pledged to remove …": what is undertaken."""
    if clause.lemma_.lower() not in WORDS.undertakes or clause.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    itself = any(child.dep_ == "dobj" and child.lower_.endswith(("self", "selves")) for child in clause.rights)
    below = {"xcomp", "ccomp", "advcl"} if itself else {"xcomp", "ccomp"}
    found = (child for child in clause.rights if child.dep_ in below and child.tag_ == "VB")
    return next((child for child in found if has_to(child)), None)


def _points_of(doc: Doc, index: ActorIndex, clause: Token, end: int) -> Iterator[tuple[int, int]]:
    subject = subject_of(clause)
    start = _start_of(clause)
    shared = subject is None and clause.dep_ == "conj"
    neither = subject is not None and any(left.lower_ in {"neither", "no"} for left in subject.lefts)
    side = subject is not None and (is_side(doc, index, subject) or subject == _stolen(clause))
    if (side or shared) and not neither and clause.pos_ != "AUX" and clause.tag_ != "VBN":
        yield from verb_items(doc, clause, end)
    else:
        yield from clauses_in_row(doc, start, end)


def _done_by_side(doc: Doc, index: ActorIndex, clause: Token, end: int) -> list[tuple[int, int]]:
    """ "the rebels confine their men to camps and lock up their guns": several things that one side does."""
    subject = subject_of(clause)
    tags = {clause.tag_, "VB"} if clause.tag_ == "VBP" else {clause.tag_}
    also = [other for other in clause.conjuncts if other.tag_ in tags and clause.i < other.i < end]
    also = [other for other in also if not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in other.lefts)]
    if not also or subject is None or not is_side(doc, index, subject):
        return []
    starts = [clause.i, *(other.i for other in also)]
    ends = [*(other.left_edge.i for other in also), end]
    return [(start, without_marks(doc, start, stop)) for start, stop in zip(starts, ends, strict=True)]


def points_done(doc: Doc, report: Report, verb: Token) -> tuple[Provision, ...]:
    """The points of "a deal under which Washington freed five men and released the money": what has been done."""
    verbs = [verb, *(other for other in verb.conjuncts if other.tag_ == "VBD" and other.i > verb.i)]
    items = []
    for position, one in enumerate(verbs):
        end = verbs[position + 1].left_edge.i if position + 1 < len(verbs) else verb.right_edge.i + 1
        items.append((one.i, without_marks(doc, one.i, end)))
    return made_points(doc, report, items)


def is_helped(verb: Token) -> bool:
    """ "will be opened", "are to be opened", whosever doing it is."""
    to = verb.lemma_ == "be" and any(child.dep_ == "xcomp" and has_to(child) for child in verb.rights)
    return is_undertaken(verb) or (to and verb.tag_ in {"VBZ", "VBP"})


def points_added(doc: Doc, report: Report, index: ActorIndex, verb: Token) -> tuple[Provision, ...]:
    """The points of a sentence that goes on where another told points: "In return Athens will lift …", "Both sides
    undertook to review … and to respect …". Empty where its subject is no party to the deal."""
    subject = subject_of(verb)
    if subject is None or not is_side(doc, index, subject) or verb.lemma_.lower() in WORDS.no_points:
        return ()
    if is_undertaken(verb):
        return points_of_parties(doc, report, index, verb)
    if verb.lemma_.lower() in WORDS.undertakes - {"be", "have"} and verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"}:
        for child in verb.rights:
            if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.tag_ == "VB" and has_to(child):
                rows = clauses_in_row(doc, child.i, without_marks(doc, child.i, end_of(verb)))
                return made_points(doc, report, [*verb_items(doc, child, rows[0][1]), *rows[1:]])
    return ()


def subject_of(verb: Token) -> Token | None:
    """Its subject, or that of the verb it is coordinated with where it has none."""
    for _ in range(6):
        subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
        subject = subject or _misread_subject(verb)
        if subject is not None or verb.dep_ != "conj":
            return subject
        if (stolen := _stolen(verb)) is not None:
            return stolen
        verb = verb.head
    return None


def _misread_subject(verb: Token) -> Token | None:
    """The "Chad" of "Under the text Chad hands over the district", which a parser takes for part of a name."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    misread = before.head == verb and before.dep_ == "compound" and before.pos_ == "PROPN"
    return before if misread and verb.tag_ == "VBZ" else None


def _stolen(verb: Token) -> Token | None:
    """The subject that the parser took into the clause before: "Chad must pay its arrears and Libya will reopen …"."""
    helper = next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in _WILL), None)
    if verb.dep_ != "conj" or helper is None or any(child.dep_ == "nsubj" for child in verb.lefts):
        return None
    before = verb.doc[helper.i - 1] if helper.i else helper
    return before if before.pos_ in {"PROPN", "NOUN"} and before.dep_ == "conj" else None


def is_side(doc: Doc, index: ActorIndex, subject: Token) -> bool:
    """A party, or words for all of them: "both sides", "the parties", "the two governments", "each"."""
    of_a_side = subject.lemma_.lower() in WORDS.people_of_side and any(child.ent_type_ for child in subject.lefts)
    if subject.lemma_.lower() in WORDS.sides or of_a_side:
        return True
    if subject.pos_ == "NOUN" and any(left.lower_ in {"a", "an"} for left in subject.lefts):
        return False  # "A monitoring mission of the EU"
    keys, _ = actors_of(doc, index, subject)
    found = [actor(index, key) for key in keys]
    named = subject.pos_ in {"PROPN", "PRON"} or _is_named(subject)
    return named and any(one is not None and one.kind in _SIDES for one in found)


def _is_named(subject: Token) -> bool:
    """ "the rebels", "the FARC's fighters": a word for people, not for a thing that a party only has: "the U.S.
    tariff", "Chad's oil"."""
    if subject.lemma_.lower() in WORDS.people_of_side:
        return True
    others = any(child.dep_ in {"poss", "compound", "amod"} and child.ent_type_ for child in subject.children)
    return not any(child.dep_ == "poss" for child in subject.children) and not others


def who_undertakes(doc: Doc, index: ActorIndex, verb: Token) -> tuple[str, ...]:
    """The parties that `verb` and its conjuncts say will do something."""
    found: list[str] = []
    own = subject_of(verb)
    start = own.left_edge.i if own is not None and own.i < verb.i else verb.i
    row = subjects_in_row(doc, start, verb.sent.end)
    for subject in dict.fromkeys((*(subject_of(clause) for clause in _clauses(verb)), *row)):
        done_to = subject is not None and subject.dep_ == "nsubjpass" and subject.tag_ == "NNS"
        if subject is not None and not done_to and is_side(doc, index, subject):  # "EU observers will be let in"
            keys, ambiguous = actors_of(doc, index, subject)
            found.extend(() if ambiguous else keys)
    return tuple(dict.fromkeys(found))


def is_undertaken(verb: Token) -> bool:
    """ "will free", "must pay", "is to leave"; a conjunct without a helper of its own shares the first one's."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "neg" for child in verb.children) and "will" not in helpers:
        return False
    if helpers & _WILL:
        return not any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB" and is_undertaken(verb.head)


def _clauses(verb: Token) -> list[Token]:
    """`verb` and the clauses beside it that have a subject of their own, in order of the text."""
    apart = verb.dep_ in {"ccomp", "parataxis"} and verb.i < verb.head.i and _semicolon(verb, verb.head)
    if apart or _is_in_row(verb, verb.head):
        verb = verb.head
    found = [verb]
    for other in verb.conjuncts:
        if any(child.dep_ in {"nsubj", "nsubjpass"} for child in other.lefts) or _stolen(other) is not None:
            found.append(other)
    for child in verb.children:  # "A becomes B; C will be D": the parser takes the first for what is said
        beside = child.dep_ in {"ccomp", "parataxis"} and child.i < verb.i and _semicolon(child, verb)
        beside = beside or (child.i > verb.i and _is_in_turn(child)) or _is_in_row(child, verb)
        if beside and subject_of(child) is not None:
            found.append(child)
    return sorted(found, key=lambda token: token.i)


def _is_in_turn(child: Token) -> bool:
    """ "A would cap …, while B would release …": the other side's part."""
    marks = {mark.lower_ for mark in child.children if mark.dep_ in {"mark", "advmod"}}
    undertaken = is_undertaken(child) or _infinitive(child) is not None
    undertaken = undertaken or (child.tag_ in {"VBZ", "VBP"} and child.lemma_.lower() in WORDS.becomes - WORDS.vague)
    return child.dep_ == "advcl" and bool(marks & {"while", "whereas"}) and undertaken


def _is_in_row(clause: Token, later: Token) -> bool:
    """ "the vote will be held in May, the army will be united and monitors will be let in": the parser takes the first
    for what the second says, though the second says nothing."""
    said = clause.dep_ in {"ccomp", "parataxis"} and clause.i < later.i and later.pos_ == "VERB"
    speaks = later.lemma_.lower() in WORDS.no_points or not is_undertaken(later)
    return said and not speaks and is_undertaken(clause) and subject_of(clause) is not None


def _semicolon(one: Token, other: Token) -> bool:
    return any(token.text == ";" for token in one.doc[one.i : other.i])


def _start_of(clause: Token) -> int:
    """Where the clause begins: with its own subject, else with its helper."""
    subject = next((child for child in clause.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    subject = subject or _misread_subject(clause)
    if subject is not None:
        return int(subject.left_edge.i)
    if (stolen := _stolen(clause)) is not None:
        return int(stolen.left_edge.i) if stolen.left_edge.i > clause.head.i else int(stolen.i)
    return min([clause.i, *(child.i for child in clause.lefts if child.dep_ in {"aux", "auxpass", "neg"})])


def _opening_of(clause: Token) -> int:
    """Where the clause begins with its "while", if it has one."""
    opens = (child.i for child in clause.lefts if _is_in_turn(clause) and child.dep_ in {"mark", "advmod"})
    return min([_start_of(clause), *opens])


def end_of(clause: Token) -> int:
    """The end of the sentence's words, but for what others say or do in it ("…, officials said")."""
    end = clause.sent.end
    aside = [child for child in clause.rights if child.dep_ == "parataxis" or _tells(child)]
    return min([end, *(child.left_edge.i for child in aside if child.left_edge.i > clause.i)])


def _shares(verb: Token, other: Token) -> bool:
    """ "The islands remain French, but apply the code of the Union"; not "Both stay, but the tanks must go"."""
    own = any(left.dep_ in {"nsubj", "nsubjpass", "aux"} for left in other.lefts)
    return other.tag_ == verb.tag_ and other.tag_ in {"VBZ", "VBP"} and not own


def _tells(child: Token) -> bool:
    """ "…, but the president called off …", "…, while X waits": a clause that is no point."""
    if child.dep_ == "cc" and child.lower_ == "but":
        after = [other for other in child.head.rights if other.dep_ == "conj" and other.i > child.i]
        return not any(is_undertaken(other) or _shares(child.head, other) for other in after)
    marks = {mark.lower_ for mark in child.children if mark.dep_ in {"mark", "advmod"}}
    told = child.dep_ == "advcl" and child.left_edge.i > child.head.i and not _is_in_turn(child)
    return told and bool(marks & {"while", "although", "though"})
