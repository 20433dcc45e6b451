"""Phrases that mean one agreement: by its name, else by the definite article and the noun."""

from dataclasses import dataclass, field

from verbale.extract.actors import ActorIndex, party_key
from verbale.extract.agreeing.alike import bare, compatible, names_differ_in_kind, share_place
from verbale.extract.agreeing.business import is_of_business
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

# Two namings that each tell this many parties, none in common, are of two deals, though one says "the deal".
MAX_APART = 2
# How many sentences, that of the name among them, lie between the making and "as the text is called".
NAMED_WITHIN = 4
_OTHER_NAMES = frozenset({"oprd", "appos", "attr", "pobj", "dobj"})
ASIDE = 16  # tokens within which such an aside tells that it is one


@dataclass(slots=True)
class Group:
    """The namings that mean one agreement, in order of the text."""

    namings: list[Naming] = field(default_factory=list)
    by_account: set[int] = field(default_factory=set)  # where points begin that no sentence with its name tells
    mentioned: bool = False  # nothing tells of its making but what its terms may tell

    @property
    def first(self) -> Naming:
        return self.namings[0]

    @property
    def named(self) -> bool:
        """True where one of them is a proper name."""
        return any(naming.named for naming in self.namings)

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys of those whom any of them names as parties."""
        return tuple(key for naming in self.namings for key in naming.parties)


def gather(namings: list[Naming], index: ActorIndex) -> list[Group]:
    """Namings that mean the same agreement, by name, else by the definite article and the noun."""
    groups: list[Group] = []
    mere: list[Naming] = []
    for naming in namings:
        group = _one_of([group for group in _nearest(groups, naming) if _same(group, naming, index)], naming)
        if group is None:
            if naming.named or naming.made:
                groups.append(Group([naming]))
            elif naming.head.lemma_.lower() in WORDS.told_by_terms:
                mere.append(naming)
        else:
            known = {key for other in group.namings for key in other.parties}
            again = naming.definite and group.first.head.pos_ == "VERB"  # signed by those who act for the sides
            if ((naming.proclaimed and _takes_up(naming)) or again) and len(known) > 1:
                naming.parties = ()  # mediators announce a deal that others made
            group.namings.append(naming)
    return [*_with_bare(_with_names(groups, index)), *_mentioned(mere)]


def _mentioned(namings: list[Naming]) -> list[Group]:
    """The deals that are only mentioned, by their nouns: what is told of their terms may tell that they were made."""
    found: dict[str, Group] = {}
    for naming in namings:
        noun = naming.head.lemma_.lower()
        found.setdefault("deal" if noun in WORDS.general else noun, Group(mentioned=True)).namings.append(naming)
    return list(found.values())


def last_before(groups: list[Group], position: int) -> Group | None:
    """The deal named last before `position`."""
    named = [(naming.head.i, at) for at, group in enumerate(groups) for naming in group.namings]
    before = [entry for entry in named if entry[0] < position]
    return groups[max(before)[1]] if before else None


def _one_of(groups: list[Group], naming: Naming) -> Group | None:
    """The last deal told of; but "the text signed in Doha" is the one that was signed, not one issued since."""
    verbs = {maker.lemma_ for maker in naming.makers}
    ways = ({maker.lemma_ for other in group.namings for maker in other.makers} for group in groups)
    return next((group for group, way in zip(groups, ways, strict=True) if verbs & way), next(iter(groups), None))


def _nearest(groups: list[Group], naming: Naming) -> list[Group]:
    """The groups that `naming` may mean, likeliest first: the last one named; for a bare "the accord", the last one
    that the report tells of as made, before one that it only mentions ("the 2020 agreement had left them out")."""
    nearest = groups[::-1]
    if naming.named or naming.told_made:
        return nearest
    if naming.head.lemma_.lower() in WORDS.refers and any(
        other.named and other.head.sent.end == naming.head.sent.start
        for group in groups[-1:]
        for other in group.namings
    ):
        return nearest  # "The Joint Declaration of Argyle … According to the text, …"
    return sorted(nearest, key=lambda group: not any(other.told_made for other in group.namings))


def _with_bare(groups: list[Group]) -> list[Group]:
    """ "the joint statement", in a report that tells of one deal made: a bare noun for a document means that one."""
    made = [group for group in groups if any(naming.told_made for naming in group.namings)]
    if len(made) != 1:
        return groups
    kept = []
    for group in groups:
        if group is made[0] or group.first.named or not all(map(_is_bare, group.namings)) or _differ(group, made[0]):
            kept.append(group)
        else:
            made[0].namings.extend(group.namings)
    return kept


def _is_bare(naming: Naming) -> bool:
    words = {child.lower_ for child in naming.head.lefts if child.dep_ in {"amod", "compound", "nummod", "poss"}}
    return naming.definite and naming.date is None and words <= WORDS.strengtheners.get("statement", frozenset())


def _differ(group: Group, other: Group) -> bool:
    ours = {key for naming in group.namings for key in naming.parties}
    theirs = {key for naming in other.namings for key in naming.parties}
    return bool(ours and theirs and not ours & theirs)


def _with_names(groups: list[Group], index: ActorIndex) -> list[Group]:
    """A deal that one sentence tells of as made ("signed the accord") and another calls by its name ("Under the
    Prespa Agreement …") is one, where the report makes but one and names but one that can be it."""
    for named in [group for group in groups if group.first.named]:
        if (called := _named_after(groups, named, index)) is not None:
            groups = _joined(groups, named, called)
    told = [group for group in groups if not group.named and any(n.told_made for n in group.namings)]
    for deal in told if len(told) > 1 else ():  # told of at the place that one of the names is called after
        here = [group for group in groups if group.first.named and _compatible_with(group, deal, index)]
        here = [group for group in here if _made_at(group, deal, index)]
        if len(here) == 1:
            groups = _joined(groups, here[0], deal)
    told = [group for group in told if any(group is other for other in groups)]
    names = [group for group in groups if group.first.named]
    if len(told) > 1 and names:  # the one made before the name is first used
        told = [deal for deal in told if deal.first.head.i < names[0].first.head.i]
    if len(told) != 1 or is_of_business(told[0].parties, index):
        return groups
    fits = [group for group in groups if group.first.named and _may_name(group, told[0], index)]
    return _joined(groups, fits[0], told[0]) if len(fits) == 1 else groups


def _named_after(groups: list[Group], named: Group, index: ActorIndex) -> Group | None:
    """The deal made shortly before "The Doha Declaration, as the text is called, …", which gives it its name."""
    names = [naming for naming in named.namings if naming.named and _is_named_here(naming.head)]
    for naming in names[:1]:
        near = [sentence.start for sentence in naming.head.doc.sents if len(sentence) > 1]
        near = [start for start in near if start <= naming.head.sent.start][-NAMED_WITHIN:]
        made = [
            group
            for group in groups
            if not group.first.named
            and any(n.told_made and near[0] <= n.head.i < naming.head.i for n in group.namings)
            and _compatible_with(named, group, index)
        ]
        return made[-1] if made else None
    return None


def _is_named_here(head: Token) -> bool:
    """ "…, as the text is called"."""
    after = head.doc[head.i + 1 : min(head.i + ASIDE, head.sent.end)]
    if len(after) < 3 or after[0].text != "," or after[1].lower_ != "as":
        return False
    aside = list(after[1:])
    end = next((position for position, token in enumerate(aside) if token.text in {",", "."}), len(aside))
    return any(token.lemma_.lower() in WORDS.calls for token in aside[:end])


def _joined(groups: list[Group], named: Group, deal: Group) -> list[Group]:
    both = sorted((*named.namings, *deal.namings), key=lambda naming: naming.head.i)
    joined = Group([*(n for n in both if n.named), *(n for n in both if not n.named)])
    return [joined if group is named else group for group in groups if group is not deal]


def _made_at(named: Group, deal: Group, index: ActorIndex) -> bool:
    """True where the clause of the making tells the place in the name, or the country in which it lies."""
    head = named.first.head
    place = head.doc[head.i - 1].text
    country = next((one.party for one in index.actors if one.kind == "place" and one.name == place), None)
    told = [token for naming in deal.namings if naming.makers for token in (*naming.makers, naming.head)]
    where = [
        noun
        for word in told
        for prep in word.rights
        if prep.dep_ == "prep" and prep.lower_ in {"in", "at"}
        for noun in prep.rights
    ]
    return any(noun.doc[noun.left_edge.i : noun.i + 1].text in {place, country} for noun in where)


def _may_name(named: Group, deal: Group, index: ActorIndex) -> bool:
    """True where the name tells neither other parties nor another day, and the report says of the deal what its name
    does: the same kind of document, or the place it is called after."""
    ours, theirs = _parties(named, index), _parties(deal, index)
    dates = [n.date for n in named.namings if n.date is not None]
    if not _compatible_with(named, deal, index):
        return False
    if any(naming.told_made and not _takes_up(naming) for naming in named.namings) and not (ours & theirs or dates):
        return False
    if any(naming.provisions for naming in named.namings) and _is_told_next(named, deal):
        return True
    head, kinds = named.first.head, {naming.head.lemma_.lower() for naming in deal.namings}
    if any(naming.head.pos_ == "VERB" for naming in deal.namings):
        kinds.add("agreement")  # what is agreed
    if head.lower_ in kinds or (head.lower_ in WORDS.general and kinds & WORDS.general):
        return True
    place = head.doc[head.i - 1]
    return any(
        token.lower_ == place.lower_ and token.i != place.i and token.pos_ == "PROPN" and not _in_name(token, named)
        for token in head.doc
    )


def _is_told_next(named: Group, deal: Group) -> bool:
    """ "They signed their peace agreement. … In the Memorandum of Understanding, X undertakes …": what the name holds,
    told shortly after the making."""
    at = named.first.head
    between = [s for s in at.doc.sents if deal.first.head.i < s.start <= at.i and len(s) > 1]
    here = any(maker.head != n.head for n in deal.namings for maker in n.makers)  # not "the accord they made in 2012"
    here = here or deal.first.head.pos_ == "VERB"
    return here and deal.first.head.i < at.i and len(between) <= NAMED_WITHIN and _definite(named)


def _definite(named: Group) -> bool:
    return any(left.lower_ == "the" for naming in named.namings for left in naming.head.lefts)


def _compatible_with(named: Group, deal: Group, index: ActorIndex) -> bool:
    """True where they do not tell other parties or another day."""
    ours, theirs = _parties(named, index), _parties(deal, index)
    dates = [n.date for n in named.namings if n.date is not None]
    days = [n.date for n in deal.namings if n.date is not None]
    return not (ours and theirs and not ours & theirs) and all(compatible(a, b) for a in dates for b in days)


def _parties(group: Group, index: ActorIndex) -> set[str]:
    """The sides, each party for those who sign for it."""
    return {party_key(index, key) or key for naming in group.namings for key in naming.parties}


def _in_name(token: Token, named: Group) -> bool:
    return any(token.i < naming.head.i <= token.i + 4 for naming in named.namings)


def _same(group: Group, naming: Naming, index: ActorIndex) -> bool:
    first = group.first
    called = _called(naming.head) if naming.head.dep_ in _OTHER_NAMES else None
    if called in {other.head.i for other in group.namings}:
        return True
    told = naming.told_made and not _takes_up(naming)
    within = naming.head.dep_ == "pobj" and naming.head.head.lower_ == "in" and first.head.pos_ == "VERB"
    if within and not naming.named and first.head in naming.head.ancestors:
        return True  # "have agreed to …, in a deal brokered by China"
    if first.head.pos_ == "VERB" and first.head in naming.makers:
        return True  # "agreed on three points: …", as told by the verb
    if naming.head.pos_ == "VERB":  # "The two sides also agreed to …": more of the deal just told of
        return any(other.told_made for other in group.namings) and _overlap(group, naming, index)
    if naming.named and first.named:
        return bare(naming.name) == bare(first.name) or names_differ_in_kind(naming, first)
    if naming.named != first.named and share_place(naming, first):
        return True
    if naming.named != first.named and bare(naming.name) != bare(first.name):
        later = WORDS.general | {first.head.lemma_.lower()}
        told = told and not _is_dated_aside(naming, first)
        if naming.definite and not told and naming.head.lemma_.lower() in WORDS.refers:
            return True  # "The five-point text commits …", right after its name
        return not naming.named and naming.definite and not told and bare(naming.name) in later
    if not naming.definite and not (naming.made and _overlap(group, naming, index)):
        return False
    dates = [other.date for other in group.namings if other.date is not None]
    if _is_of_old(naming) and not dates and first.told_made and not first.named:
        return False  # "the 1993 agreement", in a report on one made this week
    if naming.date and naming.told_made and not dates and _has_own_kind(naming, group):
        return False
    if told and dates and not any(other.told_made for other in group.namings) and _is_of_other_kind(naming, first):
        return False  # "The 13-point agreement was signed in …", after "the ceasefire of July 28"
    if naming.date and dates and not any(compatible(naming.date, date) for date in dates):
        return False
    if naming.definite and naming.head.lemma_.lower() in WORDS.refers:
        return True
    known = _parties(group, index)
    own = {party_key(index, key) or key for key in naming.parties}
    apart = own and known and not known & own
    apart = apart and not (_takes_up(naming) and len(known) > 1)
    if apart and not (naming.definite and min(len(known), len(own)) < MAX_APART):
        return False
    ours, theirs = naming.head.lemma_.lower(), first.head.lemma_.lower()
    if ours == theirs:
        return True
    if ours in WORDS.general and first.head.pos_ == "VERB":
        return not told or _overlap(group, naming, index)
    return ours in WORDS.general and (theirs in WORDS.general or theirs in WORDS.kinds_of_deal)


def _is_of_other_kind(naming: Naming, other: Naming) -> bool:
    return naming.head.lemma_.lower() != other.head.lemma_.lower()


def _is_of_old(naming: Naming) -> bool:
    """ "the 1993 agreement": of a year that its own phrase tells."""
    return naming.date is not None and naming.date.granularity == "year" and not naming.told_made


def _has_own_kind(naming: Naming, group: Group) -> bool:
    """ "the security agreement which the two signed in 2001", in a report on another deal."""
    own = {child.lower_ for child in naming.head.lefts if child.dep_ in {"compound", "amod"}}
    known = {child.lower_ for other in group.namings for child in other.head.lefts}
    return bool(own - known) and any(maker.i > naming.head.i for maker in naming.makers)


def _takes_up(naming: Naming) -> bool:
    """ "announced the deal", "after the accord had been signed": tells again of one told of before, not of its making
    by whom."""
    return naming.definite and (naming.proclaimed or not naming.parties) and naming.date is None


def _is_dated_aside(naming: Naming, first: Naming) -> bool:
    """ "The protocol, signed in January 2020, was meant …", of the protocol named before: tells its day besides."""
    beside = all(
        maker.tag_ == "VBN" and maker.dep_ == "acl" and maker.i and maker.nbor(-1).text == ","
        for maker in naming.makers
    )
    known = naming.head.lemma_.lower() == first.head.lemma_.lower() and not naming.parties
    dates = (naming.date, first.date)
    return beside and known and (None in dates or compatible(*(day for day in dates if day is not None)))


def _called(head: Token) -> int | None:
    """Index of the noun that `head` is another name of: "the agenda, called the Mexico Agreement", "the text, known as
    the Final Agreement"."""
    if head.dep_ == "appos":
        return head.head.i
    titled = head.dep_ == "attr" and head.head.dep_ == "relcl"  # "the text, whose full title is the …"
    if titled and any(child.dep_ == "nsubj" and child.lemma_.lower() in {"title", "name"} for child in head.head.lefts):
        return head.head.head.i
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "as" else head.head
    if verb.lemma_.lower() not in WORDS.calls:
        return None
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head  # "signed on Monday and called the …"
    return verb.head.i


def _overlap(group: Group, naming: Naming, index: ActorIndex) -> bool:
    return bool(_parties(group, index) & {party_key(index, key) or key for key in naming.parties})
