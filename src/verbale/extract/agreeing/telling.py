"""What sentences tell of a deal that do not name it: lists after a colon, sentences that go on, one side's account."""

from collections.abc import Iterable

from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.gather import Group
from verbale.extract.agreeing.lists import lists_of
from verbale.extract.agreeing.undertakings import (
    is_undertaken,
    points_added,
    points_settled,
    subject_of,
    who_undertakes,
)
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import has_to, made_points, without_marks
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report, Statement

# How many sentences after a deal was told of a side may tell what it holds without naming it.
REACH = 5
RIGHT_AFTER = 2  # counted from the sentence that tells of the deal
_ARTICLES = frozenset({"a", "an", "the"})


def tell_more(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], groups: list[Group]
) -> None:
    """Give `groups` the points that lists, and sentences that go on where others told points, tell."""
    for listed in lists_of(doc, report):
        group = _last_before(groups, listed.colon.i)
        if group is not None:
            _drop_summed_up(group, listed.points)
            _add(group, listed.colon.i, listed.points)
    sentences = list(doc.sents)
    quoted = [(span.start, span.end) for one in statements if one.mode == "direct" for span in one.content]
    for group in groups:
        if any(naming.made for naming in group.namings):
            others = [point for other in groups if other is not group for n in other.namings for point in n.provisions]
            taken = {span.start for point in others for span in point.evidence}
            _go_on(doc, report, index, group, sentences, quoted, taken)


def _drop_summed_up(group: Group, listed: tuple[Provision, ...]) -> None:
    """What the first sentence only sums up ("agreed to stop fighting") the list says in full."""
    doings = {word for point in listed for word in point.text.lower().split() if word in WORDS.doings}
    for naming in group.namings:
        if naming.head.pos_ == "VERB":
            naming.provisions = ()
        naming.provisions = tuple(
            point
            for point in naming.provisions
            if not (point.text.split()[0].lower() in _ARTICLES and doings & set(point.text.lower().split()))
        )


def _go_on(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    group: Group,
    sentences: list[Span],
    quoted: list[tuple[int, int]],
    taken: set[int],
) -> None:
    """Sentences right after one with points go on with what the same parties will do; and where no sentence names
    what the deal holds, a side's list of it, soon after the deal is told of, does. Not what is `taken` by another."""
    parties = {party_key(index, key) or key for naming in group.namings for key in naming.parties}
    first = min(naming.head.i for naming in group.namings)
    told_by_name = {point.evidence[0].start for naming in group.namings for point in naming.provisions}
    running = False
    since = 0
    for sentence in sentences:
        if sentence.end <= first:
            continue
        start, end = sentence.start_char, sentence.end_char
        if any(start <= at < end for at in told_by_name):
            running, since = True, 0
            continue
        since += 1
        if any(start <= at < end for at in taken):
            running = False
            continue
        breaks = "\n" in report.text[sentence[0].idx - 2 : sentence[0].idx] if sentence[0].idx > 1 else False
        turns = any(phrase in sentence.text.lower() for phrase in WORDS.turns)
        running = running and (not breaks or turns)
        if any(low < end and start < high for low, high in quoted):
            running = False
            continue
        points: tuple[Provision, ...] = ()
        if running:
            points = points_added(doc, report, index, sentence.root) or _permitted(doc, report, sentence)
            if not parties and points:
                _bind(doc, index, group, sentence.root)
            points = points or points_settled(doc, report, index, sentence.root)
        elif _is_changed(group, sentence):
            points = _whole_sentence(doc, report, sentence)
        elif not told_by_name and since == RIGHT_AFTER and _goes_into_it(group, sentence):
            points = points_added(doc, report, index, sentence.root)
            _bind(doc, index, group, sentence.root)
        elif not told_by_name and since == RIGHT_AFTER and not breaks and _tells_right_after(group, sentence):
            points = points_added(doc, report, index, sentence.root)
            points = points or points_settled(doc, report, index, sentence.root)
        elif not told_by_name and since <= REACH:
            points = _by_one_side(doc, report, index, sentence.root, parties)
        if points:
            _add(group, sentence.root.i, points)
        running = bool(points)


def _bind(doc: Doc, index: ActorIndex, group: Group, verb: Token) -> None:
    """Who is told to do something under a deal is a party to it."""
    first = group.first
    first.parties += tuple(key for key in who_undertakes(doc, index, verb) if key not in first.parties)


def _goes_into_it(group: Group, sentence: Span) -> bool:
    """ "Both sides promised to …", "First, Israel will …" right after "signed a protocol", "The deal has two parts"."""
    subject = subject_of(sentence.root)
    before = [naming for naming in group.namings if naming.head.sent.end == sentence.start]
    sides = subject is not None and subject.lemma_.lower() in WORDS.sides and any(n.told_made for n in before)
    verbs = [token for naming in before for token in naming.head.sent if token.lemma_ == "have"]
    parts = any(child.dep_ == "dobj" and child.lemma_.lower() in WORDS.points for v in verbs for child in v.rights)
    return sides or parts


def _tells_right_after(group: Group, sentence: Span) -> bool:
    """ "The fighters committed to lay down their arms", "Kurdish units are to withdraw", right after the signing."""
    told = any(naming.head.sent.end == sentence.start and naming.told_made for naming in group.namings)
    verb = sentence.root
    to = any(child.dep_ in {"xcomp", "ccomp"} and has_to(child) for child in verb.rights)
    pledged = verb.lemma_.lower() in WORDS.undertakes and verb.tag_ in {"VBD", "VBZ", "VBP"} and to
    return told and (pledged or any(child.lower_ in {"must", "shall"} for child in verb.lefts))


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


def _permitted(doc: Doc, report: Report, sentence: Span) -> tuple[Provision, ...]:
    """ "Each side may name its own judges", after other points: what either is allowed."""
    verb, subject = sentence.root, subject_of(sentence.root)
    may = any(child.dep_ == "aux" and child.lower_ in {"may", "can"} for child in verb.lefts)
    words = () if subject is None else (subject, *subject.lefts)
    each = any(word.lower_ in {"each", "either", "both"} for word in words)
    if not may or not each or verb.lemma_.lower() in WORDS.no_points:
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


def _last_before(groups: list[Group], position: int) -> Group | None:
    """The deal named last before `position`."""
    named = [(naming.head.i, at) for at, group in enumerate(groups) for naming in group.namings]
    before = [entry for entry in named if entry[0] < position]
    return groups[max(before)[1]] if before else None


def _add(group: Group, position: int, points: tuple[Provision, ...]) -> None:
    """To the naming told last before the points, so that they stand in order of the text."""
    before = [naming for naming in group.namings if naming.head.i <= position] or group.namings
    last = max(before, key=lambda naming: naming.head.i)
    last.provisions += points
