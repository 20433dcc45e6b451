"""Phrases that mean one agreement: by its name, else by the definite article and the noun."""

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.alike import compatible
from verbale.extract.agreeing.business import is_of_business
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreeing.same import is_same, takes_up
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

# How many sentences, that of the name among them, lie between the making and "as the text is called".
NAMED_WITHIN = 4
ASIDE = 16  # tokens within which such an aside tells that it is one


def gather(namings: list[Naming], index: ActorIndex) -> list[Group]:
    """Namings that mean the same agreement, by name, else by the definite article and the noun."""
    groups: list[Group] = []
    mere: list[Naming] = []
    for naming in namings:
        group = _one_of([group for group in _nearest(groups, naming) if is_same(group, naming, index)], naming)
        if group is None:
            if naming.named or naming.made:
                groups.append(Group([naming]))
            elif naming.head.lemma_.lower() in WORDS.told_by_terms or is_joint(naming.head):
                mere.append(naming)
        else:
            known = {key for other in group.namings for key in other.parties}
            again = naming.definite and group.first.head.pos_ == "VERB"  # signed by those who act for the sides
            if ((naming.proclaimed and takes_up(naming)) or again) and len(known) > 1:
                naming.parties = ()  # mediators announce a deal that others made
            group.namings.append(naming)
    return [*_with_bare(_with_names(groups, index)), *_mentioned(mere)]


def is_joint(head: Token) -> bool:
    """ "the joint statement", "the joint communiqué"."""
    return head.lemma_.lower() in WORDS.said_in and any(left.lower_ == "joint" for left in head.lefts)


def of_one_day(groups: list[Group], index: ActorIndex) -> list[Group]:
    """`groups`, those joined that two of the same sides made on the same day: "the joint statement of 10 March", "the
    agreement reached on 10 March"; not two documents that one sentence tells apart, nor two names."""
    kept: list[Group] = []
    for group in groups:
        same = next((other for other in kept if _is_of_day_of(group, other, index)), None)
        if same is None:
            kept.append(group)
        elif group.named:
            kept = _joined([group if other is same else other for other in kept], group, same)
        else:
            kept = _joined(kept, same, group)
    return kept


def _is_of_day_of(one: Group, other: Group, index: ActorIndex) -> bool:
    days = {naming.date.edtf for naming in (*one.namings, *other.namings) if naming.date is not None}
    dated = all(any(n.date and n.date.granularity == "day" for n in group.namings) for group in (one, other))
    ours, theirs = sides_of(one, index), sides_of(other, index)
    apart = (one.named and other.named) or one.mentioned or other.mentioned
    beside = {n.head.sent.start for n in one.namings} & {n.head.sent.start for n in other.namings}
    return dated and len(days) == 1 and (ours <= theirs or theirs <= ours) and not apart and not beside


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
    ours, theirs = sides_of(named, index), sides_of(deal, index)
    dates = [n.date for n in named.namings if n.date is not None]
    if not _compatible_with(named, deal, index):
        return False
    if any(naming.told_made and not takes_up(naming) for naming in named.namings) and not (ours & theirs or dates):
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
    ours, theirs = sides_of(named, index), sides_of(deal, index)
    dates = [n.date for n in named.namings if n.date is not None]
    days = [n.date for n in deal.namings if n.date is not None]
    return not (ours and theirs and not ours & theirs) and all(compatible(a, b) for a in dates for b in days)


def _in_name(token: Token, named: Group) -> bool:
    return any(token.i < naming.head.i <= token.i + 4 for naming in named.namings)
