"""Who a pronoun that speaks cannot be: whom the words that it says name (Principle C; Chomsky 1981, Lectures on
Government and Binding). "He praised Okello's patience" is not said by Okello.
"""

from verbale.extract.actors import ActorIndex, actor
from verbale.extract.attribution.draft import Draft
from verbale.extract.attribution.quotes import Quote
from verbale.language.parse import Doc

_PRONOUNS = frozenset({"he", "she", "it", "they"})


def bound_apart(
    doc: Doc, index: ActorIndex, draft: Draft, quotes: list[Quote], speakers: tuple[str, ...]
) -> tuple[str, ...]:
    """`speakers`, or none where they speak by a pronoun and one of them is named in what is said, outside quotation
    marks: then the pronoun was taken for the wrong one."""
    if draft.direct or draft.source_head is None or doc[draft.source_head].lower_ not in _PRONOUNS:
        return speakers
    return () if any(_is_named(index, draft, quotes, key) for key in speakers) else speakers


def _is_named(index: ActorIndex, draft: Draft, quotes: list[Quote], key: str) -> bool:
    found = actor(index, key)
    if found is None:
        return False
    for mention in found.mentions:
        start, end = mention.span.start, mention.span.end
        if mention.form != "name" or not any(first <= start and end <= last for first, last in draft.content):
            continue
        if not any(quote.start <= start < quote.end for quote in quotes):
            return True
    return False
