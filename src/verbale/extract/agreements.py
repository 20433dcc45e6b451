"""Agreements of one report: named documents and deals, their parties, date, provisions, and words on their status.

One noun phrase at a time is read as naming an agreement (`agreeing.naming`); phrases that mean the same one are
gathered (`agreeing.gather`), since "the accord" two paragraphs on tells more of what was introduced before.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from verbale.extract.actors import ActorIndex, actor, party_key
from verbale.extract.agreeing.by_verb import deal_by_verb
from verbale.extract.agreeing.dating import date_groups
from verbale.extract.agreeing.days import date_of
from verbale.extract.agreeing.gather import gather, of_one_day
from verbale.extract.agreeing.group import Group
from verbale.extract.agreeing.hands import name_makers
from verbale.extract.agreeing.judged import holds_good, is_settled
from verbale.extract.agreeing.lists import lists_of
from verbale.extract.agreeing.main_pair import bind_main_pair
from verbale.extract.agreeing.making import makers_of, signs
from verbale.extract.agreeing.names import complement, whole_name
from verbale.extract.agreeing.naming import Naming, naming_at
from verbale.extract.agreeing.other_names import by_acronym, the_one
from verbale.extract.agreeing.parties import parties_of
from verbale.extract.agreeing.telling import tell_more
from verbale.extract.agreeing.undertakings import points_of_parties
from verbale.extract.agreement_words import WORDS
from verbale.extract.fulfilment import point_status, status_words
from verbale.language.parse import Doc, Token
from verbale.model import Agreement, Provision, Report, Statement, TimeMention, TimeValue
from verbale.world import World

_T = TypeVar("_T")
_NEAR = 3  # sentences, that of the deal and that of "it" among them
_STAND_FOR = frozenset({"person", "government_body", "unnamed"})


def find(
    doc: Doc,
    report: Report,
    world: World,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[Agreement, ...]:
    """All agreements that the report names ("Panmunjom Declaration") or tells of as made ("a deal on land reached …").

    Agreements that are only wished for, offered or denied ("without a deal", "a possible accord") are none.
    """
    namings = []
    listed = [point.evidence[0] for one in lists_of(doc, report) for point in one.points]
    for token in doc:
        if listed and any(span.start <= token.idx < span.end for span in listed):
            continue  # "• respect the Charter": what the points of one deal name is no deal made here
        naming = naming_at(doc, report, index, times, statements, token)
        if naming is not None:
            namings.append(naming)
        else:
            _take_up(doc, report, index, times, statements, token, namings)
        by_verb = deal_by_verb(doc, report, index, times, token) or the_one(doc, report, index, times, token)
        if by_verb is not None:
            namings.append(by_verb)
    namings = [naming for naming in namings if not _is_in_title(naming, namings)]
    groups = gather(_same_day(by_acronym(doc, report, index, times, namings)), index)
    name_makers(doc, index, groups)
    tell_more(doc, report, index, statements, groups)
    date_groups(doc, report, index, times, groups)
    bind_main_pair(doc, report, index, times, [group for group in groups if group.mentioned])
    groups = [group for group in groups if holds_good(group, index)]
    bind_main_pair(doc, report, index, times, groups)
    groups = [group for group in of_one_day(groups, index) if is_settled(group, index)]
    found = (_agreement(report, world, index, group) for group in groups)
    return tuple(_with_word_on_points(doc, report, index, statements, agreement) for agreement in found)


def _is_in_title(naming: Naming, namings: list[Naming]) -> bool:
    """ "the Minsk Agreements" in "Package of Measures for the Implementation of the Minsk Agreements"."""
    words = naming.name
    titles = (other for other in namings if other.named and other.head.i < naming.head.i and other is not naming)
    return any(
        words in other.name and naming.head.idx < other.head.idx + len(other.name) and other.name != words
        for other in titles
    )


def _same_day(namings: list[Naming]) -> list[Naming]:
    """ "issued a declaration on the same afternoon": the day of the deal told of before."""
    day = None
    for naming in namings:
        if naming.date is None and naming.makers and day is not None and _says_same_day(naming.head):
            naming.date = day
        day = naming.date or day
    return namings


def _says_same_day(head: Token) -> bool:
    return any(
        token.lower_ in {"day", "morning", "afternoon", "evening", "night"} and token.doc[token.i - 1].lower_ == "same"
        for token in head.sent[1:]
    )


def _with_word_on_points(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], agreement: Agreement
) -> Agreement:
    """`agreement`, each of its points with what the report says of it farther on."""
    points = tuple(
        replace(point, status=point_status(doc, report, index, statements, point.text, point.evidence[0].end))
        for point in agreement.provisions
    )
    return replace(agreement, provisions=points)


def _take_up(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
    token: Token,
    namings: list[Naming],
) -> None:
    """Give the points of "It promises to …" to the agreement that was the subject of the sentence before, and the word
    of "Nigeria has broken it" to the one told of last."""
    if token.lower_ != "it":
        return
    if token.dep_ in {"dobj", "pobj", "nsubjpass"} and namings:
        _say_of_it(doc, report, index, statements, token, namings[-1])
    if token.dep_ in {"nsubjpass", "dobj", "pobj"} and namings:
        _made_before(doc, index, times, token, namings)
    if token.dep_ == "pobj" and token.head.lower_ in {"under", "in"} and namings:
        _under_it(doc, report, index, token, namings)


def _made_before(doc: Doc, index: ActorIndex, times: tuple[TimeMention, ...], it: Token, namings: list[Naming]) -> None:
    """ "It had been signed in Oslo in March 2018 by …", "Their presidents signed it on Monday", right after the
    sentence that names the deal, or in the same one."""
    last = namings[-1]
    ways = WORDS.signs if it.dep_ != "nsubjpass" else WORDS.made - WORDS.blesses - WORDS.proclaims
    makers = [verb for verb in makers_of(it) if verb.lemma_.lower() in ways or signs(verb)]
    if makers and last.head.sent.end in {it.sent.start, it.sent.end}:
        last.date = last.date or date_of(doc, it, makers, times)
        last.parties = last.parties or parties_of(doc, index, it, makers)
        last.told_made = last.made = True


def _under_it(doc: Doc, report: Report, index: ActorIndex, it: Token, namings: list[Naming]) -> None:
    """ "Under it the rebels will …", right after the sentence that tells of the deal."""
    before = [naming for naming in namings if naming.head.sent.end == it.sent.start]
    opens = it.i - it.sent.start == 1 and it.head.head.pos_ == "VERB"
    named = next((naming for naming in before if naming.named), before[0] if before else None)
    if named is not None and opens and not named.provisions:
        named.provisions = points_of_parties(doc, report, index, it.head.head)


def _say_of_it(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], it: Token, last: Naming
) -> None:
    verb = it.head if it.head.pos_ == "VERB" else it.head.head
    near = [sentence for sentence in doc.sents if last.head.sent.start <= sentence.start <= it.sent.start]
    if verb.lemma_.lower() in WORDS.of_it and len(near) <= _NEAR and (last.named or last.made):
        last.status += status_words(doc, report, index, statements, it)


def _name(group: Group) -> Naming:
    """The naming that calls it best: the longest proper name, else the first noun that tells what it is."""
    named = [naming for naming in group.namings if naming.named]
    if named:
        return max(named, key=lambda naming: len(naming.name))
    nouns = [naming for naming in group.namings if naming.head.pos_ != "VERB"]
    strong = [naming for naming in nouns if naming.head.lemma_.lower() in WORDS.nouns]
    return group.first if group.first in nouns else next(iter((*strong, *nouns)), group.first)


def _sides(index: ActorIndex, keys: Iterable[str]) -> tuple[str, ...]:
    """Those who are bound: of a person or a ministry that signs, the state or movement it stands for.

    Nobody makes a deal with himself: where all would stand for one side (a president and the rival that was his
    deputy), only the first does, and the others stand for themselves.
    """
    keys = tuple(dict.fromkeys(keys))
    people = {key for key in keys if (one := actor(index, key)) and one.kind in _STAND_FOR}
    sides = [(party_key(index, key) or key) if key in people else key for key in keys]
    if len(set(sides)) == 1 and len(people) > 1 and people == set(keys):
        sides = [sides[0], *keys[1:]]
    sides = [side for side in sides if (one := actor(index, side)) is None or one.kind != "unnamed"]
    placed = [side for side in sides if (one := actor(index, side)) and one.kind != "person"]
    if len(set(placed)) > 1:
        sides = placed  # ministers of two states sign: whoever the report places nowhere signs for one of them
    known = [side for side in sides if (one := actor(index, side)) and one.kind != "unnamed"]
    if len(set(known)) > 1:
        sides = known  # "the leaders of the region", where a name is told for them elsewhere
    return tuple(dict.fromkeys(sides))


def _agreement(report: Report, world: World, index: ActorIndex, group: Group) -> Agreement:
    nouns = WORDS.nouns | WORDS.strengtheners.keys() | WORDS.signed_nouns
    nouns |= {group.first.head.lemma_.lower()}  # "a five-year contract on gas", and "the contract"
    told = [naming for naming in group.namings if naming.named or naming.head.lemma_.lower() in nouns]
    names = list(dict.fromkeys(naming.name for naming in told))
    bare = [naming.head.text for naming in told if naming.head.pos_ == "NOUN"]  # "trade deal", and "the deal"
    names += [] if group.named else [noun for noun in dict.fromkeys(bare) if noun not in names]
    longest = _name(group)
    name = longest.name if group.named else _with_subject_matter(report, longest, told)
    whole = [] if group.named else [words for naming in told for words in _whole_names(report, naming)]
    names += [other for other in dict.fromkeys((longest.name, *whole)) if other not in {name, *names}]
    dates = [naming.date for naming in group.namings if naming.date is not None]
    date = min(dates, key=_width) if dates else None
    first = group.first.span
    seen = "\x1f".join([report.id, "agreement", str(first.start), str(first.end), longest.name])
    return Agreement(
        id=hashlib.blake2b(seen.encode(), digest_size=8).hexdigest(),
        name=name,
        named=group.named,
        parties=_sides(index, _unique(naming.parties for naming in group.namings)),
        date=date,
        evidence=tuple(dict.fromkeys(naming.span for naming in group.namings)),
        provisions=_merged(_unique(naming.provisions for naming in _without_lead(group))),
        status=tuple(_unique(naming.status for naming in group.namings)),
        aliases=tuple(other for other in names if other != name),
    )


def _with_subject_matter(report: Report, best: Naming, told: list[Naming]) -> str:
    """ "agreement to cease hostilities": the name with what the deal is about, as the first naming to tell it does,
    unless that is what it holds."""
    for naming in (best, *told):
        doc, (start, end) = naming.head.doc, complement(naming.head)
        alike = naming.head.lemma_ == best.head.lemma_ and naming.name.endswith(naming.head.text)
        if not alike or end == start:
            continue
        first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
        if not any(first < span.start < last for point in naming.provisions for span in point.evidence):
            return f"{naming.name} {report.text[first:last]}"
    return best.name


def _whole_names(report: Report, naming: Naming) -> Iterator[str]:
    """ "first understanding", "agreement in principle": the phrase with what its name leaves out."""
    doc, (start, end) = naming.head.doc, whole_name(naming.head)
    if naming.head.pos_ == "NOUN" and end > start + 1:
        yield report.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]


def _without_lead(group: Group) -> list[Naming]:
    """The namings but for the one thing that "X and Y agreed to stop the war" sums up, where others tell the points."""
    first = min(group.namings, key=lambda naming: naming.head.i)
    others = [naming for naming in group.namings if naming is not first]
    several = sum(len(naming.provisions) for naming in others) > 1
    return others if several and first.head.pos_ == "VERB" and len(first.provisions) == 1 else group.namings


def _width(value: TimeValue) -> int:
    """Days between the bounds; an open side counts as very wide."""
    if value.earliest is None or value.latest is None:
        return 10**6
    return (value.latest - value.earliest).days


def _unique(several: Iterable[Iterable[_T]]) -> Iterator[_T]:
    for items in several:
        yield from items


def _merged(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    found: dict[str, Provision] = {}
    for provision in provisions:
        found.setdefault(provision.text.casefold(), provision)
    return tuple(found.values())
