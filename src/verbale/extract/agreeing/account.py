"""The account of a deal: the sentences after it was told of that go on with what it holds, without naming it."""

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.extract.actors import ActorIndex, actors_of, party_key
from verbale.extract.agreeing.gather import last_before
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.held import points_of_it
from verbale.extract.agreeing.lists import is_header
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreeing.parties import without_helpers
from verbale.extract.agreeing.terms import Term, term_of
from verbale.extract.agreeing.undertakings import is_undertaken, points_added, subject_of, who_undertakes
from verbale.extract.agreement_words import WORDS
from verbale.extract.provisions import made_points, without_marks
from verbale.language.parse import Doc, Span, Token
from verbale.model import Provision, Report, Statement

# How many sentences after a deal was told of a side may tell what it holds without naming it.
REACH = 5
RUN = 3  # points of a run that may stand anywhere after the making of a deal that the report is on
RIGHT_AFTER = 2  # sentences after the making within which its account begins


@dataclass(slots=True)
class _Place:
    """Where a sentence stands: whether the one before told points, and how many sentences ago others were told."""

    running: bool = False
    gap: bool = False  # one sentence without a term since
    points: int = 0  # since points were told, or the deal was first named
    making: int = REACH  # since the making was told
    alone: bool = False  # the report tells of the making of no other deal
    ahead: int = 0  # points that the unbroken run of terms from here on tells
    named: int = REACH  # since the deal was named
    opened: bool = False  # under "The main points", "Here is what they agreed"
    told: bool = False  # points, since such a heading

    def step(self) -> None:
        """On to the next sentence."""
        self.points += 1
        self.making += 1
        self.named += 1


def go_on(doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], groups: list[Group]) -> None:
    """Give each deal the points that the sentences of its account tell."""
    quoted = [(span.start, span.end) for one in statements if one.mode == "direct" for span in one.content]
    headed = {
        sentence.start: group
        for sentence in doc.sents
        if is_header(sentence.text) and (group := last_before(groups, sentence.end)) is not None
    }
    terms: dict[int, Term | None] = {}
    for group in groups:
        rivals = [other for other in groups if other is not group and (group.mentioned or not other.mentioned)]
        others = [naming for other in rivals for naming in other.namings]
        taken = {span.start for naming in others for point in naming.provisions for span in point.evidence}
        elsewhere = {naming.head.sent.start for naming in others}
        elsewhere -= {naming.head.sent.start for naming in group.namings}
        opened = {start for start, of in headed.items() if of is group}
        alone = [other for other in groups if _is_news_of(other)] == [group]
        _follow(doc, report, index, group, quoted, taken, elsewhere, opened, alone, terms)


def _follow(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    group: Group,
    quoted: list[tuple[int, int]],
    taken: set[int],
    elsewhere: set[int],
    opened: set[int],
    alone: bool,
    known: dict[int, Term | None],
) -> None:
    """The account opens with a sentence that tells points by name, under a heading, or right after the making; it goes
    on from sentence to sentence, and ends with whatever tells no term: news, a quote, another deal."""
    parties = sides_of(group, index)
    first = min(naming.head.i for naming in group.namings)
    told_by_name = group.points
    namings = {naming.head.sent.start for naming in group.namings}
    makings = {n.head.sent.start for n in group.namings if _is_made_here(n) or _has_parts(n)}
    place = _Place()
    sentences = [s for s in doc.sents if s.end > first and any(token.is_alpha for token in s)]
    for one in sentences:
        if one.start not in known:  # the same for each deal of the report
            known[one.start] = None if _is_within(one, quoted) else term_of(doc, report, index, one)
    terms = [known[one.start] for one in sentences]
    for position, sentence in enumerate(sentences):
        start, end = sentence.start_char, sentence.end_char
        place.step()
        place.ahead, place.alone = _told_ahead(terms[position:]), alone
        if sentence.start in opened:
            place.opened, place.told = True, False
            continue
        if any(start <= at < end for at in told_by_name):
            place = _Place(running=True, points=0, making=place.making, named=0, opened=place.opened)
            continue
        other = any(start <= at < end for at in taken) or sentence.start in elsewhere
        if other or _is_within(sentence, quoted):
            place = _Place(points=place.points, making=REACH if other else place.making)
            continue
        points = points_of_it(doc, report, sentence) if _may_be_it(place) else ()
        term = None if points else terms[position]
        if term is not None and _goes_on(term, sentence, place, breaks=_breaks(report, sentence)):
            points = term.points
            if not parties:
                _bind(doc, index, group, sentence.root)
        if not points and _is_changed(group, sentence):
            points = _whole_sentence(doc, report, sentence)
        if not points and not told_by_name and place.points <= REACH:
            points = _by_one_side(doc, report, index, sentence.root, parties)
        if points:
            add_points(group, sentence.root.i, points)
        place.gap = place.running and not points
        place.running = bool(points)
        place.opened = place.opened and (bool(points) or not place.told)
        place.told = place.told or bool(points)
        place.named = 0 if sentence.start in namings or _is_about_it(sentence, place) else place.named
        place.making = 0 if sentence.start in makings or _is_settled(sentence) else place.making
        place.making -= _goes_on_signing(sentence)


def _is_within(sentence: Span, quoted: list[tuple[int, int]]) -> bool:
    return any(low < sentence.end_char and sentence.start_char < high for low, high in quoted)


def _told_ahead(terms: list[Term | None]) -> int:
    """How many points the run of terms at the head of `terms` tells; none where all are in the plain present."""
    run = terms[: next((at for at, term in enumerate(terms) if term is None), len(terms))]
    return 0 if all(term is None or term.plain for term in run) else sum(len(term.points) for term in run if term)


def _breaks(report: Report, sentence: Span) -> bool:
    """True where the sentence opens a paragraph."""
    return "\n" in report.text[max(sentence[0].idx - 2, 0) : sentence[0].idx]


def _goes_on(term: Term, sentence: Span, place: _Place, breaks: bool) -> bool:
    """Right after the making any term is of the deal, one sentence farther only a firm one; and so in a paragraph of
    its own. A run of two or more, right after the deal was named, is of it, too."""
    if place.opened:
        return True
    if term.plain:
        in_row = place.making <= 1 and (place.ahead > 1 or len(term.points) > RIGHT_AFTER)
        return (place.running and not breaks) or in_row
    if place.running:
        return term.firm or not breaks or any(phrase in sentence.text.lower() for phrase in WORDS.turns)
    sure = not any(child.lower_ == "would" for child in sentence.root.lefts)
    if place.gap and term.firm and not breaks:
        return True
    in_row = place.ahead > 1 and sure and (place.named == 1 or (place.alone and place.ahead > RUN))
    return in_row or place.making <= (RIGHT_AFTER if term.firm or place.ahead > 1 else 1)


def _may_be_it(place: _Place) -> bool:
    return place.running or place.named == 1 or place.making == 1


def _is_settled(sentence: Span) -> bool:
    """ "The particulars were agreed in Bern on Monday": their account follows."""
    verb, subject = sentence.root, subject_of(sentence.root)
    passive = subject is not None and subject.dep_ == "nsubjpass" and verb.tag_ == "VBN"
    settled = verb.lemma_.lower() in WORDS.made_weak and not any(child.dep_ == "neg" for child in verb.children)
    return passive and settled and subject is not None and subject.lemma_.lower() in WORDS.particulars


def _goes_on_signing(sentence: Span) -> bool:
    """ "Mr Rugunda signed for Uganda and Mr Ojul for the rebels": no step away from the making."""
    verb = sentence.root
    return verb.tag_ == "VBD" and verb.lemma_.lower() in {"sign", "initial", "attend", "witness"}


def _is_about_it(sentence: Span, place: _Place) -> bool:
    """ "It runs to thirteen points", right after the deal was named."""
    subject = subject_of(sentence.root)
    return place.named == 1 and subject is not None and subject.lower_ == "it"


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


def _is_news_of(group: Group) -> bool:
    return any(_is_made_here(naming) for naming in group.namings)


def _is_main(verb: Token) -> bool:
    if verb.pos_ != "VERB":
        return False
    while verb.dep_ in {"conj", "xcomp", "ccomp", "advcl", "pcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ == "ROOT"


def _bind(doc: Doc, index: ActorIndex, group: Group, verb: Token) -> None:
    """Who is told to do something under a deal is a party to it."""
    first = group.first
    told = without_helpers(index, who_undertakes(doc, index, verb))
    first.parties += tuple(key for key in told if key not in first.parties)


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


def add_points(group: Group, position: int, points: tuple[Provision, ...], by_account: bool = True) -> None:
    """To the naming told last before the points, so that they stand in order of the text."""
    group.by_account |= {span.start for point in points for span in point.evidence} if by_account else set()
    before = [naming for naming in group.namings if naming.head.i <= position] or group.namings
    last = max(before, key=lambda naming: naming.head.i)
    last.provisions += points
