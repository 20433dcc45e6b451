"""A body told by its name and its kind: "the Maariv newspaper", "the daily Le Monde", and "the newspaper" after it."""

from verbale.extract.actor_index import ActorIndex, actor, mention_at
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Token

_BODIES = frozenset({"organisation", "group", "government_body"})
# How far back "the newspaper" may have been named, in tokens.
_REACH = 600


def called_by_kind(index: ActorIndex, head: Token) -> str | None:
    """The body whose kind the noun `head` tells beside its name, or told there before: "the newspaper"."""
    if head.lemma_.lower() not in actor_words().lists["collective.kinds_of_body"] or head.tag_ == "NNS":
        return None
    named = _beside(index, head)
    if named is not None or not _is_bare(head):
        return named
    for i in range(head.i - 1, max(-1, head.i - _REACH), -1):
        if head.doc[i].lower_ == head.lower_ and (named := _beside(index, head.doc[i])) is not None:
            return named
    return None


def _beside(index: ActorIndex, noun: Token) -> str | None:
    """The body named right before the noun, as part of its phrase, or right behind it."""
    doc, start = noun.doc, noun.i
    if start and doc[start - 1].lower_ == "news":
        start -= 1
    elif noun.lower_ == "agency":
        return None  # "a UN agency" is one of many
    before = doc[start - 1] if start else None
    if before is not None and before.dep_ in {"compound", "nmod", "amod"} and before.head in {noun, doc[start]}:
        return _body_at(index, before, last=True)
    mention = mention_at(index, doc[noun.i + 1]) if noun.i + 1 < len(doc) else None
    name = doc[mention.head] if mention is not None else noun
    return _body_at(index, doc[noun.i + 1], last=False) if noun in {name.head, *name.lefts} else None


def _body_at(index: ActorIndex, token: Token, last: bool) -> str | None:
    """The one body whose whole name ends, or begins, at `token`; a nationality ("the French newspaper") names none."""
    mention = mention_at(index, token)
    if mention is None or mention.ambiguous or len(mention.actors) != 1 or mention.form not in {"name", "alias"}:
        return None
    edge = mention.span.end == token.idx + len(token) if last else mention.span.start == token.idx
    found = actor(index, mention.actors[0])
    return found.key if found is not None and found.kind in _BODIES and edge else None


def _is_bare(noun: Token) -> bool:
    """True for "the newspaper" with nothing beside it that may tell another."""
    if any(child.dep_ in {"prep", "relcl", "acl", "appos"} for child in noun.rights):
        return False
    left = [child.lower_ for child in noun.lefts]
    return left == ["the"]
