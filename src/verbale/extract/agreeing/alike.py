"""Whether two names are those of one agreement: "the Paris Agreement", "the Paris accord"."""

from verbale.extract.agreeing.kinds import DEFINITE
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.model import TimeValue


def compatible(one: TimeValue, other: TimeValue) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def share_place(one: Naming, other: Naming) -> bool:
    """ "the Aug. 15 Helsinki peace accord", "the Helsinki agreement"."""
    if not {one.head.lemma_.lower(), other.head.lemma_.lower()} <= WORDS.general:
        return False
    if one.date and other.date and not compatible(one.date, other.date):
        return False
    ours, theirs = ({t.text for t in n.head.lefts if t.ent_type_ == "GPE"} for n in (one, other))
    return bool(ours & theirs)


def names_differ_in_kind(one: Naming, other: Naming) -> bool:
    """ "the Paris Agreement", "the Paris accord"."""
    ours, theirs = bare(one.name).rsplit(" ", 1), bare(other.name).rsplit(" ", 1)
    general = len(ours) == len(theirs) == 2 and {ours[1], theirs[1]} <= WORDS.general
    return general and ours[0] == theirs[0] and not (one.date and other.date and not compatible(one.date, other.date))


def bare(name: str) -> str:
    words = [word for word in name.casefold().split() if word not in DEFINITE]
    return " ".join(words).rstrip("s")
