"""The two sides that a report is on, who are those of its deal where no sentence says whose it is: "the agreement
reached on Friday", in a report on the talks between Guyana and Venezuela."""

from datetime import date, timedelta

from verbale.extract.actors import ActorIndex, actor, mention_at, party_key
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc, Token
from verbale.model import Report, TimeMention

RECENT = timedelta(days=400)  # an older deal may be anybody's


def bind_main_pair(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], groups: list[Group]
) -> None:
    """Give each recent deal of the report's talks, of which fewer than two sides are known, the report's two sides."""
    pair = index.sides
    together = bool(pair) and any(_together(index, token, pair) for token in doc)
    for group in groups if pair else ():
        helped = _drop_helpers(group, index, set(pair))
        known = sides_of(group, index)
        if not together and not helped and (known or group.mentioned or _names_others(group)):
            continue
        if len(known) > 1 or not _is_of_the_talks(group) or not _is_recent(report, times, group):
            continue
        if known <= set(pair):
            group.first.parties += tuple(key for key in pair if key not in known)


def _drop_helpers(group: Group, index: ActorIndex, pair: set[str]) -> bool:
    """Beside the two sides, an organisation only helped; beside one of them, "the cabinet" is the other's."""
    known = sides_of(group, index)
    kinds = {key: one.kind for key in known - pair if (one := actor(index, key)) is not None}
    helpers = {key for key, kind in kinds.items() if kind == "government_body"} if known & pair else set()
    beside = pair <= known and set(kinds.values()) == {"organisation"} and not _is_of_more(group)
    helpers |= set(kinds) if beside else set()
    for naming in group.namings if helpers else ():
        naming.parties = tuple(key for key in naming.parties if (party_key(index, key) or key) not in helpers)
    return bool(helpers)


def _names_others(group: Group) -> bool:
    """ "The airline signed an agreement": somebody made it, whom nobody knows."""
    subjects = [child for n in group.namings for maker in n.makers for child in maker.lefts if child.dep_ == "nsubj"]
    return any(one.pos_ in {"NOUN", "PROPN"} and one.lemma_.lower() not in WORDS.sides for one in subjects)


def _is_of_the_talks(group: Group) -> bool:
    """Made, or told of for its day, for what it holds or for what became of it; not one of three."""
    told = any(naming.provisions or naming.told_made or naming.status or naming.date for naming in group.namings)
    told = told or (group.first.named and len(group.namings) > 1)
    return (
        told
        and not _is_of_more(group)
        and (group.mentioned or any(naming.made or naming.named for naming in group.namings))
    )


def _is_of_more(group: Group) -> bool:
    return bool({left.lower_ for naming in group.namings for left in naming.head.lefts} & WORDS.of_more)


def _is_recent(report: Report, times: tuple[TimeMention, ...], group: Group) -> bool:
    dates = [naming.date.earliest for naming in group.namings if naming.date and naming.date.earliest]
    told = report.published.time.latest if report.published and report.published.time else None
    now = told or max((one.time.latest for one in times if one.time and one.time.latest), default=date.min)
    truce = all(naming.head.lemma_.lower() in WORDS.truces for naming in group.namings)
    return truce or all(now - day < RECENT for day in dates)


def _together(index: ActorIndex, token: Token, pair: tuple[str, ...]) -> bool:
    """ "Guyana and Venezuela", "between the government and the FARC"."""
    if token.dep_ != "conj" or token.head.dep_ == "ROOT":
        return False
    both = {_side(index, token), _side(index, token.head)}
    return both == set(pair)


def _side(index: ActorIndex, token: Token) -> str | None:
    mention = mention_at(index, token)
    keys = mention.actors if mention is not None else ()
    return (party_key(index, keys[0]) or keys[0]) if len(keys) == 1 else None
