"""Deals of firms, clubs and charities, which are none of a negotiation between parties."""

from collections.abc import Iterable

from verbale.extract.actors import ActorIndex, actor
from verbale.extract.agreement_words import WORDS


def is_of_business(parties: Iterable[str], index: ActorIndex) -> bool:
    """ "Kenya Airways and South African Airways signed an agreement": of organisations alone, unknown to the world data
    and without a political word in their names."""
    known = [actor(index, key) for key in parties]
    return bool(known) and all(
        one is not None
        and one.kind == "organisation"
        and one.world is None
        and one.name[:1].isupper()  # not "the groups"
        and not WORDS.political & {word.strip("’'s").lower() for word in one.name.replace("-", " ").split()}
        for one in known
    )
