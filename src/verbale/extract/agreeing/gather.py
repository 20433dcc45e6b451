"""Phrases that mean one agreement: by its name, else by the definite article and the noun."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.extract.agreeing.naming import DEFINITE, Naming
from verbale.extract.agreement_words import WORDS
from verbale.model import TimeValue

# Two namings that each tell this many parties, none in common, are of two deals, though one says "the deal".
MAX_APART = 2


@dataclass(slots=True)
class Group:
    """The namings that mean one agreement, in order of the text."""

    namings: list[Naming] = field(default_factory=list)

    @property
    def first(self) -> Naming:
        return self.namings[0]


def gather(namings: list[Naming]) -> list[Group]:
    """Namings that mean the same agreement, by name, else by the definite article and the noun."""
    groups: list[Group] = []
    for naming in namings:
        group = next((group for group in _nearest(groups, naming) if _same(group, naming)), None)
        if group is None:
            if naming.named or naming.made:
                groups.append(Group([naming]))
        else:
            group.namings.append(naming)
    return _with_bare(_with_names(groups))


def _nearest(groups: list[Group], naming: Naming) -> list[Group]:
    """The groups that `naming` may mean, likeliest first: the last one named; for a bare "the accord", the last one
    that the report tells of as made, before one that it only mentions ("the 2020 agreement had left them out")."""
    nearest = groups[::-1]
    if naming.named or naming.told_made:
        return nearest
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


def _with_names(groups: list[Group]) -> list[Group]:
    """A deal that one sentence tells of as made ("signed the accord") and another calls by its name ("Under the
    Prespa Agreement …") is one, where the report makes but one and names but one that can be it."""
    told = [group for group in groups if not group.first.named and any(n.told_made for n in group.namings)]
    if len(told) != 1:
        return groups
    deal = told[0]
    fits = [group for group in groups if group.first.named and _may_name(group, deal)]
    if len(fits) != 1:
        return groups
    both = sorted((*fits[0].namings, *deal.namings), key=lambda naming: naming.head.i)
    joined = Group([*(n for n in both if n.named), *(n for n in both if not n.named)])
    return [joined if group is fits[0] else group for group in groups if group is not deal]


def _may_name(named: Group, deal: Group) -> bool:
    """True where the name tells neither other parties nor another day, and the report says of the deal what its name
    does: the same kind of document, or the place it is called after."""
    ours = {key for naming in named.namings for key in naming.parties}
    theirs = {key for naming in deal.namings for key in naming.parties}
    dates = [n.date for n in named.namings if n.date is not None]
    days = [n.date for n in deal.namings if n.date is not None]
    if (ours and theirs and not ours & theirs) or any(not _compatible(a, b) for a in dates for b in days):
        return False
    if any(naming.told_made for naming in named.namings) and not (ours & theirs or dates):
        return False
    head, kinds = named.first.head, {naming.head.lemma_.lower() for naming in deal.namings}
    if head.lower_ in kinds:
        return True
    place = head.doc[head.i - 1]
    return any(
        token.text == place.text and token.i != place.i and token.pos_ == "PROPN" and not _in_name(token, named)
        for token in head.doc
    )


def _in_name(token: Token, named: Group) -> bool:
    return any(token.i < naming.head.i <= token.i + 4 for naming in named.namings)


def _same(group: Group, naming: Naming) -> bool:
    first = group.first
    if naming.head.dep_ in {"oprd", "appos"} and _called(naming.head) in {other.head.i for other in group.namings}:
        return True
    if naming.head.pos_ == "VERB":  # "The two sides also agreed to …": more of the deal just told of
        return any(other.told_made for other in group.namings) and _overlap(group, naming)
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
    if naming.definite and naming.head.lemma_.lower() in WORDS.refers:
        return True
    known = {key for other in group.namings for key in other.parties}
    apart = naming.parties and known and not known & set(naming.parties)
    if apart and not (naming.definite and min(len(known), len(naming.parties)) < MAX_APART):
        return False
    ours, theirs = naming.head.lemma_.lower(), first.head.lemma_.lower()
    if ours == theirs:
        return True
    if ours in WORDS.general and first.head.pos_ == "VERB":
        return not naming.told_made or _overlap(group, naming)
    return ours in WORDS.general and (theirs in WORDS.general or theirs in WORDS.kinds_of_deal)


def _called(head: Token) -> int | None:
    """Index of the noun that `head` is another name of: "the agenda, called the Mexico Agreement"."""
    if head.dep_ == "appos":
        return head.head.i
    return head.head.head.i if head.head.lemma_.lower() in {"call", "name", "dub", "know", "title"} else None


def _overlap(group: Group, naming: Naming) -> bool:
    known = {key for other in group.namings for key in other.parties}
    return bool(known & set(naming.parties))


def _compatible(one: TimeValue, other: TimeValue) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _bare(name: str) -> str:
    words = [word for word in name.casefold().split() if word not in DEFINITE]
    return " ".join(words).rstrip("s")
