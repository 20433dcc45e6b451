"""The account of a deal: the sentences after it was told of that go on with what it holds, without naming it."""

from collections.abc import Iterable

from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.gather import Group
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreeing.terms import Term, term_of
from verbale.extract.agreeing.undertakings import is_undertaken, points_added, subject_of, who_undertakes
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, without_marks
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report, Statement

# How many sentences after a deal was told of a side may tell what it holds without naming it.
REACH = 5
RIGHT_AFTER = 2  # sentences after the making within which its account begins


def go_on(doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], groups: list[Group]) -> None:
    """Give each deal the points that the sentences of its account tell."""
    quoted = [(span.start, span.end) for one in statements if one.mode == "direct" for span in one.content]
    for group in groups:
        if not any(naming.made for naming in group.namings):
            continue
        taken = {
            span.start
            for other in groups
            if other is not group
            for naming in other.namings
            for point in naming.provisions
            for span in point.evidence
        }
        told_elsewhere = {n.head.sent.start for other in groups if other is not group for n in other.namings}
        told_elsewhere -= {naming.head.sent.start for naming in group.namings}
        _follow(doc, report, index, group, quoted, taken, told_elsewhere)


def _follow(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    group: Group,
    quoted: list[tuple[int, int]],
    taken: set[int],
    told_elsewhere: set[int],
) -> None:
    """The account opens with a sentence that tells points by name, or right after the making; it goes on from sentence
    to sentence, and ends with whatever tells no term: news, a quote, another deal."""
    parties = {party_key(index, key) or key for naming in group.namings for key in naming.parties}
    first = min(naming.head.i for naming in group.namings)
    told_by_name = {point.evidence[0].start for naming in group.namings for point in naming.provisions}
    makings = {n.head.sent.start for n in group.namings if _is_made_here(n) or _has_parts(n)}
    running, since, made_before = False, 0, REACH
    for sentence in doc.sents:
        if sentence.end <= first or not any(token.is_alpha for token in sentence):
            continue
        start, end = sentence.start_char, sentence.end_char
        made_before += 1
        since += 1
        if sentence.start in makings:
            made_before = 0
        if any(start <= at < end for at in told_by_name):
            running, since = True, 0
            continue
        other = any(start <= at < end for at in taken) or sentence.start in told_elsewhere
        if other or any(low < end and start < high for low, high in quoted):
            running = False
            made_before = REACH if other else made_before
            continue
        breaks = report.text[max(sentence[0].idx - 2, 0) : sentence[0].idx].count("\n") > 0
        term = term_of(doc, report, index, sentence)
        points: tuple[Provision, ...] = ()
        if term is not None and _goes_on(term, sentence, running, made_before, breaks):
            points = term.points
            if not parties:
                _bind(doc, index, group, sentence.root)
        elif _is_changed(group, sentence):
            points = _whole_sentence(doc, report, sentence)
        elif not told_by_name and since <= REACH:
            points = _by_one_side(doc, report, index, sentence.root, parties)
        if points:
            add_points(group, sentence.root.i, points)
        running = bool(points)


def _goes_on(term: Term, sentence: Span, running: bool, made_before: int, breaks: bool) -> bool:
    """Right after the making any term is of the deal, one sentence farther only a firm one; and so in a paragraph of
    its own."""
    if running:
        return term.firm or not breaks or any(phrase in sentence.text.lower() for phrase in WORDS.turns)
    return 0 < made_before <= (RIGHT_AFTER if term.firm else 1)


def _is_made_here(naming: Naming) -> bool:
    """ "signed a deal on Monday", not "the deal that they had signed in 2001": news of the making."""
    if naming.head.pos_ == "VERB":
        return naming.told_made
    return any(_is_main(maker) for maker in naming.makers)


def _has_parts(naming: Naming) -> bool:
    """ "The deal has two parts": its account follows."""
    verb = naming.head.head
    below = [child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj"]
    return naming.head.dep_ == "nsubj" and verb.lemma_ == "have" and bool(WORDS.points & set(below))


def _is_main(verb: Token) -> bool:
    if verb.pos_ != "VERB":
        return False
    while verb.dep_ in {"conj", "xcomp", "ccomp", "advcl", "pcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ == "ROOT"


def _bind(doc: Doc, index: ActorIndex, group: Group, verb: Token) -> None:
    """Who is told to do something under a deal is a party to it."""
    first = group.first
    first.parties += tuple(key for key in who_undertakes(doc, index, verb) if key not in first.parties)


def _is_changed(group: Group, sentence: Span) -> bool:
    """True right after "The protocol softens the treaty in two respects", where the subject is this deal."""
    for naming in group.namings:
        verb = naming.head.head
        if naming.head.dep_ == "nsubj" and verb.lemma_.lower() in WORDS.amends and verb.sent.end == sentence.start:
            return True
    return False


def _whole_sentence(doc: Doc, report: Report, sentence: Span) -> tuple[Provision, ...]:
    """ "The surrender of weapons will now be carried out in two steps": how things will be, no party's doing."""
    verb = sentence.root
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if not passive or not is_undertaken(verb):
        return ()
    return made_points(doc, report, [(sentence.start, without_marks(doc, sentence.start, sentence.end))])


def _by_one_side(
    doc: Doc, report: Report, index: ActorIndex, verb: Token, parties: Iterable[str]
) -> tuple[Provision, ...]:
    """ "China, the American side said, will buy …, open … and publish …": two points or more that a party will do."""
    subject = subject_of(verb)
    if subject is None or not is_undertaken(verb):
        return ()
    keys, ambiguous = actors_of(doc, index, subject)
    if ambiguous or not keys or not {party_key(index, key) or key for key in keys} <= set(parties):
        return ()
    if any(child.lemma_.lower() in WORDS.no_points for child in (verb, *verb.conjuncts)):
        return ()
    points = points_added(doc, report, index, verb)
    return points if len(points) > 1 else ()


def add_points(group: Group, position: int, points: tuple[Provision, ...]) -> None:
    """To the naming told last before the points, so that they stand in order of the text."""
    before = [naming for naming in group.namings if naming.head.i <= position] or group.namings
    last = max(before, key=lambda naming: naming.head.i)
    last.provisions += points
