"""What sentences tell of a deal that do not name it: lists after a colon, sentences that go on, one side's account."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.gather import Group
from verbale.extract.agreeing.lists import lists_of
from verbale.extract.agreeing.undertakings import is_undertaken, points_added, subject_of
from verbale.extract.agreement_words import WORDS
from verbale.model import Provision, Report, Statement

# How many sentences after a deal was told of a side may tell what it holds without naming it.
REACH = 5


def tell_more(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], groups: list[Group]
) -> None:
    """Give `groups` the points that lists, and sentences that go on where others told points, tell."""
    for listed in lists_of(doc, report):
        group = _last_before(groups, listed.colon.i)
        if group is not None:
            _add(group, listed.colon.i, listed.points)
    sentences = list(doc.sents)
    quoted = [(span.start, span.end) for one in statements if one.mode == "direct" for span in one.content]
    for group in groups:
        if any(naming.made for naming in group.namings):
            _go_on(doc, report, index, group, sentences, quoted)


def _go_on(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    group: Group,
    sentences: list[Span],
    quoted: list[tuple[int, int]],
) -> None:
    """Sentences right after one with points go on with what the same parties will do; and where no sentence names
    what the deal holds, a side's list of it, shortly after the deal is told of, does."""
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
        breaks = "\n" in report.text[sentence[0].idx - 2 : sentence[0].idx] if sentence[0].idx > 1 else False
        running = running and not breaks
        if any(low < end and start < high for low, high in quoted):
            running = False
            continue
        points: tuple[Provision, ...] = ()
        if running:
            points = points_added(doc, report, index, sentence.root)
        elif not told_by_name and since <= REACH:
            points = _by_one_side(doc, report, index, sentence.root, parties)
        if points:
            _add(group, sentence.root.i, points)
        running = bool(points)


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
