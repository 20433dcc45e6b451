"""Agreements of one report: named documents and deals, their parties, date, provisions, and words on their status.

One noun phrase at a time is read as naming an agreement (`_naming`); phrases that mean the same one are gathered
(`_gather`), since "the accord" two paragraphs on tells more of the agreement that was introduced before.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc, Token

from verbale.extract import tying
from verbale.extract.actors import ActorIndex, actors_of, mention_at
from verbale.extract.agreement_words import WORDS
from verbale.extract.fulfilment import status_words
from verbale.extract.provisions import points_as_clauses, points_of_verb
from verbale.model import (
    Agreement,
    Provision,
    ProvisionStatus,
    Report,
    Span,
    Statement,
    TimeMention,
    TimeValue,
    span_of,
)
from verbale.world import World

_T = TypeVar("_T")
_PARTY_KINDS = frozenset({"state", "government_body", "organisation", "group", "person"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})


@dataclass(slots=True)
class _Naming:
    """One noun phrase that names an agreement, with what its own clause tells of it."""

    head: Token
    name: str
    named: bool
    made: bool
    definite: bool
    span: Span
    parties: tuple[str, ...] = ()
    date: TimeValue | None = None
    provisions: tuple[Provision, ...] = ()
    status: tuple[ProvisionStatus, ...] = ()
    told_made: bool = False  # its own clause tells of the making


@dataclass(slots=True)
class _Group:
    """The namings that mean one agreement, in order of the text."""

    namings: list[_Naming] = field(default_factory=list)

    @property
    def first(self) -> _Naming:
        return self.namings[0]


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
    for token in doc:
        naming = _naming(doc, report, index, times, statements, token)
        if naming is not None:
            namings.append(naming)
        else:
            _take_up(doc, report, token, namings)
    groups = _gather(namings)
    return tuple(_agreement(report, world, group) for group in groups if _holds_good(group, index))


def _naming(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    statements: tuple[Statement, ...],
    head: Token,
) -> _Naming | None:
    """What `head` and its clause tell of an agreement, or None where it names none."""
    lemma = head.lemma_.lower()
    proper = head.text in WORDS.proper_heads and _name_start(head) < head.i
    of_name = head.text in WORDS.proper_heads and head.i + 2 < len(doc) and doc[head.i + 1].lower_ == "of"
    strong = lemma in WORDS.nouns or any(left.lower_ in WORDS.strengtheners.get(lemma, ()) for left in head.lefts)
    if not (proper or of_name or strong or lemma in WORDS.weak_nouns) or head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if head.dep_ == "compound" or _is_other_deal(head) or _is_header(head):
        return None
    lefts = {left.lower_ for left in head.lefts}
    makers = _makers(head)
    if not proper and (
        lefts & WORDS.never_made or (not makers and (lefts & WORDS.unmade_modifiers or _is_unmade(head)))
    ):
        return None
    definite = bool(lefts & _DEFINITE) or any(left.dep_ == "poss" for left in head.lefts)
    dated = _date(doc, head, makers, times)
    parties = _parties(doc, index, head, makers)
    compound = any(left.dep_ in {"compound", "amod"} and left.ent_type_ for left in head.lefts)
    made = bool(makers) or (definite and (dated is not None or bool(parties) or compound))
    named = proper or (of_name and head.text[0].isupper() and doc[head.i + 2].text[0].isupper())
    named = named or (definite and strong and _has_place_name(head))
    firmly = any(maker.lemma_.lower() in WORDS.made_weak for maker in makers)
    if not (named or strong or definite or firmly):
        return None
    if not (named or strong):
        made = firmly
    start, end = _name_range(head, named)
    holder = _holder(head)
    points = points_of_verb(doc, report, holder) if holder is not None else ()
    if holder is not None:
        parties += tuple(key for key in _bound(doc, index, head, holder) if key not in parties)
    points = points or points_as_clauses(doc, report, head)
    return _Naming(
        head=head,
        name=report.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])],
        named=named,
        made=made,
        definite=definite,
        span=_clause(doc, report, head, makers),
        parties=parties,
        date=dated,
        provisions=points,
        status=status_words(doc, report, index, statements, head),
        told_made=bool(makers),
    )


def _take_up(doc: Doc, report: Report, token: Token, namings: list[_Naming]) -> None:
    """Give the points of "It promises to …" to the agreement that was the subject of the sentence before."""
    if token.lower_ != "it" or token.dep_ != "nsubj" or token.head.lemma_.lower() not in WORDS.holds:
        return
    for last in reversed(namings):
        if last.head.sent.end < token.sent.start:
            return
        if last.head.dep_ in {"nsubj", "nsubjpass"} and last.head.sent.end == token.sent.start:
            last.provisions += points_of_verb(doc, report, token.head)
            return


def _bound(doc: Doc, index: ActorIndex, head: Token, holder: Token) -> tuple[str, ...]:
    """Whom the agreement binds: "commits X to …", "under the accord, X promised to …". They are parties to it."""
    found: list[str] = []
    for child in holder.children:
        bound = child.dep_ == "dobj" if holder.lemma_ in WORDS.binds else child.dep_ == "nsubj" and child != head
        if bound and holder.pos_ == "VERB":
            keys, ambiguous = actors_of(doc, index, child)
            found.extend(() if ambiguous else keys)
    return tuple(found)


def _is_header(head: Token) -> bool:
    """True for the plural that only announces documents named one by one after it."""
    below = [child for child in head.subtree if child.i > head.i and child.dep_ == "appos"]
    return head.tag_ == "NNS" and any(child.text in WORDS.proper_heads for child in below)


def _has_place_name(head: Token) -> bool:
    """True for "the Minsk agreements", "the Dayton accords": a place right before the noun makes it a name."""
    before = head.doc[head.i - 1] if head.i else None
    return before is not None and before.dep_ == "compound" and before.ent_type_ in {"GPE", "LOC", "FAC"}


def _is_other_deal(head: Token) -> bool:
    return any(left.lower_ in WORDS.other_deals for left in head.lefts)


def _is_unmade(head: Token) -> bool:
    """True where the clause says that there is no such agreement yet: "without a deal", "seek an accord", negation."""
    governor = head.head
    if head.dep_ == "pobj" and governor.lower_ in WORDS.unmade_prepositions:
        definite = any(left.lower_ in _DEFINITE for left in head.lefts)
        return not definite or governor.lower_ in {"without", "absent"}
    if head.dep_ in {"dobj", "nsubjpass"} and governor.pos_ == "VERB":
        modal = any(
            left.dep_ == "neg" or (left.tag_ == "MD" and left.lower_ != "will") or left.tag_ == "TO"
            for left in governor.lefts
        )
        indefinite = any(left.lower_ in {"a", "an"} for left in head.lefts)
        return indefinite and (modal or governor.lemma_ in WORDS.unmade_verbs)
    return False


def _makers(head: Token) -> list[Token]:
    """The words that tell that the agreement was made: "signed" over it, beside it or in its relative clause."""
    found = []
    governor = head.head
    if head.dep_ in {"dobj", "nsubjpass"} and governor.lemma_.lower() in WORDS.made and _happened(governor):
        found.append(governor)
    if head.dep_ == "pobj" and governor.lower_ in {"on", "to", "of"} and governor.head.lemma_.lower() in WORDS.made:
        verb = governor.head
        if verb.pos_ == "VERB" and _happened(verb):
            found.append(verb)
    if head.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_.lower() in WORDS.made_nouns:
        found.append(governor.head)
    found += [
        child
        for child in head.rights
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in WORDS.made and _happened(child)
    ]
    return found


def _happened(verb: Token) -> bool:
    """True for a past or perfect verb that is not negated, nor under a modal, nor under another verb's infinitive."""
    lefts = list(verb.lefts)
    if any(left.dep_ == "neg" or left.tag_ in {"MD", "TO"} for left in lefts):
        return False
    return verb.tag_ in {"VBD", "VBN"} or any(left.lower_ in {"has", "have", "had"} for left in lefts)


def _parties(doc: Doc, index: ActorIndex, head: Token, makers: Iterable[Token]) -> tuple[str, ...]:
    """Who made it: "between X and Y", "X-Y agreement", "X's deal with Y", or the subject of the verb that made it."""
    found: list[str] = []

    def add(token: Token) -> None:
        mention = mention_at(index, token)
        if mention is not None and mention.span.start <= head.idx < mention.span.end:
            return  # the document's own name, taken for a party
        keys, ambiguous = actors_of(doc, index, token)
        if not ambiguous:
            found.extend(keys)

    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"between", "among", "with"}:
            for below in child.rights:
                if below.dep_ == "pobj":
                    add(below)
        elif child.dep_ in {"poss", "compound", "amod", "nmod"} and child.i < head.i:
            add(child)
    if head.dep_ in {"appos", "conj"} and head.head.i < head.i:
        # "the agreements between the two Koreas -- the X Declaration and the Y Declaration"
        anchor = head
        while anchor.dep_ in {"appos", "conj"} and anchor.head.i < anchor.i:
            anchor = anchor.head
            if anchor.lemma_.lower() in WORDS.nouns:
                found.extend(_parties(doc, index, anchor, ()))
                break
            if anchor.dep_ == "pobj" and anchor.head.lower_ in {"between", "among"}:
                add(anchor)
                break
    for maker in makers:
        for child in maker.children:
            if child.dep_ == "nsubj":
                add(child)
            elif child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "with", "between"}:
                for below in child.rights:
                    if below.dep_ == "pobj":
                        add(below)
        if maker.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in maker.children):
            for child in maker.head.children:
                if child.dep_ == "nsubj":
                    add(child)
    return tuple(dict.fromkeys(found))


def _date(doc: Doc, head: Token, makers: Iterable[Token], times: tuple[TimeMention, ...]) -> TimeValue | None:
    """When it was made: a date inside the phrase ("of April 2018", "the 2015 accord"), else that of its making."""
    start, end = head.left_edge.idx, head.idx + len(head)
    inside = [mention for mention in times if start <= mention.span.start and mention.span.end <= end]
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            low, high = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            inside += [mention for mention in times if low <= mention.span.start and mention.span.end <= high]
    for mention in inside:
        if mention.type == "DATE" and mention.time is not None and mention.value[:4].isdigit():
            return mention.time
    for maker in makers:
        tied = tying.time_of(doc, maker, times)
        if tied is None and maker.dep_ in {"acl", "relcl"}:
            low, high = maker.left_edge.idx, maker.right_edge.idx + len(maker.right_edge)
            below = [mention for mention in times if low <= mention.span.start and mention.span.end <= high]
            tied = below[0] if len(below) == 1 else None
        if tied is not None and tied.time is not None:
            return tied.time
    return None


def _name_start(head: Token) -> int:
    """The first token of the capitalised words that run up to `head` without a break."""
    start = head.i
    while start > head.sent.start:
        before = head.doc[start - 1]
        capital = before.text[:1].isupper() or before.text == "-"
        if not capital or before.lower_ in {"the", "a", "an"} or before.ent_type_ in {"DATE", "PERSON"}:
            break
        start -= 1
    return start


def _name_range(head: Token, named: bool) -> tuple[int, int]:
    """Token range of the name: a proper name with its "of …", or the noun with its modifiers and what it is on."""
    if named and head.text[0].isupper():
        start, end = _name_start(head), head.i + 1
        if end + 1 < len(head.doc) and head.doc[end].lower_ == "of":
            after = end + 1
            while after < head.sent.end and head.doc[after].text[:1].isupper() and not _is_month(head.doc[after]):
                after += 1
            if after > end + 1:
                end = after
        return start, end
    start = head.i
    while start > head.left_edge.i:
        before = head.doc[start - 1]
        if before.dep_ in {"det", "poss", "predet"} or (before.is_punct and before.text != "-"):
            break
        start -= 1
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"on", "for"} and child.i == end:
            objects = [below for below in child.rights if below.dep_ == "pobj"]
            if objects and objects[0].i - child.i <= 4 and not objects[0].ent_type_:
                end = objects[0].i + 1
    return start, end


def _is_month(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def _clause(doc: Doc, report: Report, head: Token, makers: list[Token]) -> Span:
    """The words that name the agreement, with the verb that tells of its making where it stands beside it."""
    left, right = head.left_edge.i, head.right_edge.i
    if makers and makers[0].i < left and makers[0].sent.start == head.sent.start:
        left = min((child.left_edge.i for child in makers[0].children if child.dep_ == "nsubj"), default=makers[0].i)
    for child in head.rights:
        if child.dep_ in {"cc", "conj"}:
            right = min(right, child.left_edge.i - 1)
    right = min(right, left + 60)
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return span_of(report.text, doc[left].idx, doc[right].idx + len(doc[right]))


def _holder(head: Token) -> Token | None:
    """The word whose complement lists what the agreement holds, or None."""
    governor = head.head
    if head.dep_ == "nsubj" and governor.lemma_.lower() in WORDS.holds and governor.pos_ in {"VERB", "AUX"}:
        return governor
    if head.dep_ == "pobj" and governor.lower_ in {"under", "in", "by", "with"}:
        clause = governor.head
        if clause.lemma_.lower() in WORDS.undertakes and clause.pos_ in {"VERB", "AUX"}:
            return clause
    for child in head.rights:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in WORDS.holds | WORDS.undertakes:
            return child
        if child.dep_ == "acl" and child.tag_ == "VB":
            return head
    return None


def _gather(namings: list[_Naming]) -> list[_Group]:
    """Namings that mean the same agreement, by name, else by the definite article and the noun."""
    groups: list[_Group] = []
    for naming in namings:
        group = next((group for group in reversed(groups) if _same(group, naming)), None)
        if group is None:
            if naming.named or naming.made:
                groups.append(_Group([naming]))
        else:
            group.namings.append(naming)
    return groups


def _same(group: _Group, naming: _Naming) -> bool:
    first = group.first
    if naming.head.dep_ in {"oprd", "appos"} and _called(naming.head) in {other.head.i for other in group.namings}:
        return True
    if naming.named and first.named:
        return _bare(naming.name) == _bare(first.name)
    if naming.named != first.named and _bare(naming.name) != _bare(first.name):
        later = WORDS.general | {first.head.lemma_.lower()}
        return not naming.named and naming.definite and not naming.told_made and _bare(naming.name) in later
    if not naming.definite and not (naming.made and _overlap(group, naming)):
        return False
    dates = [other.date for other in group.namings if other.date is not None]
    if naming.date and dates and not any(_compatible(naming.date, date) for date in dates):
        return False
    known = {key for other in group.namings for key in other.parties}
    if naming.parties and known and not known & set(naming.parties):
        return False
    ours, theirs = naming.head.lemma_.lower(), first.head.lemma_.lower()
    if ours == theirs:
        return True
    return ours in WORDS.general and (theirs in WORDS.general or theirs in WORDS.kinds_of_deal)


def _called(head: Token) -> int | None:
    """Index of the noun that `head` is another name of: "the agenda, called the Mexico Agreement"."""
    if head.dep_ == "appos":
        return head.head.i
    return head.head.head.i if head.head.lemma_.lower() in {"call", "name", "dub", "know", "title"} else None


def _overlap(group: _Group, naming: _Naming) -> bool:
    known = {key for other in group.namings for key in other.parties}
    return bool(known & set(naming.parties))


def _compatible(one: TimeValue, other: TimeValue) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _bare(name: str) -> str:
    words = [word for word in name.casefold().split() if word not in _DEFINITE]
    return " ".join(words).rstrip("s")


def _holds_good(group: _Group, index: ActorIndex) -> bool:
    """A proper name is enough; a deal that is only described must have been made, by somebody who can make one."""
    if group.first.named:
        return True
    kinds = {actor.key: actor.kind for actor in index.actors}
    parties = [key for naming in group.namings for key in naming.parties]
    political = any(kinds.get(key) in _PARTY_KINDS for key in parties)
    return any(naming.made for naming in group.namings) and (political or any(n.provisions for n in group.namings))


def _agreement(report: Report, world: World, group: _Group) -> Agreement:
    nouns = WORDS.nouns | WORDS.strengtheners.keys()
    told = [naming for naming in group.namings if naming.named or naming.head.lemma_.lower() in nouns]
    names = list(dict.fromkeys(naming.name for naming in told))
    named = [naming for naming in group.namings if naming.named]
    longest = max(named, key=lambda naming: len(naming.name)) if named else group.first
    dates = [naming.date for naming in group.namings if naming.date is not None]
    date = min(dates, key=_width) if dates else None
    first = group.first.span
    seen = "\x1f".join([report.id, "agreement", str(first.start), str(first.end), longest.name])
    return Agreement(
        id=hashlib.blake2b(seen.encode(), digest_size=8).hexdigest(),
        name=longest.name,
        named=group.first.named,
        parties=tuple(dict.fromkeys(_unique(naming.parties for naming in group.namings))),
        date=date,
        evidence=tuple(dict.fromkeys(naming.span for naming in group.namings)),
        provisions=_merged(_unique(naming.provisions for naming in group.namings)),
        status=tuple(_unique(naming.status for naming in group.namings)),
        aliases=tuple(name for name in names if name != longest.name),
    )


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
