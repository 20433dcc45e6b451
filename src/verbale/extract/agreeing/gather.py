"""Phrases that mean one agreement: by its name, else by the definite article and the noun."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from verbale.extract.agreeing.naming import DEFINITE, Naming
from verbale.extract.agreement_words import WORDS
from verbale.model import TimeValue


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
        group = next((group for group in reversed(groups) if _same(group, naming)), None)
        if group is None:
            if naming.named or naming.made:
                groups.append(Group([naming]))
        else:
            group.namings.append(naming)
    return groups


def _same(group: Group, naming: Naming) -> bool:
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
