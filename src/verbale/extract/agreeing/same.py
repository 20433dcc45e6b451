"""Whether a phrase means an agreement told of before: by its name, its noun and article, its sides and its day."""

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.alike import bare, compatible, names_differ_in_kind, share_place
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

# Two namings that each tell this many parties, none in common, are of two deals, though one says "the deal".
MAX_APART = 2
_OTHER_NAMES = frozenset({"oprd", "appos", "attr", "pobj", "dobj"})


def is_same(group: Group, naming: Naming, index: ActorIndex) -> bool:
    first = group.first
    called = _called(naming.head) if naming.head.dep_ in _OTHER_NAMES else None
    if called in {other.head.i for other in group.namings}:
        return True
    told = naming.told_made and not takes_up(naming)
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
    known = sides_of(group, index)
    own = sides_of(naming, index)
    apart = own and known and not known & own
    apart = apart and not (takes_up(naming) and len(known) > 1)
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


def takes_up(naming: Naming) -> bool:
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
    return bool(sides_of(group, index) & sides_of(naming, index))
