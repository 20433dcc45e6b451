"""Whom a noun phrase means: its own mention, its conjuncts, or the parties that its modifiers name."""

from verbale.extract.actor_index import ActorIndex, actor, mention_at
from verbale.extract.reference.layout import MAX_CLIMB, conjuncts
from verbale.language.parse import Doc, Token
from verbale.model import Mention

_PARTY_PREPOSITIONS = frozenset({"from", "of", "between", "among", "representing"})


def actors_of(doc: Doc, index: ActorIndex, token: Token, deep: bool = True) -> tuple[tuple[str, ...], bool]:
    """Keys of whom the noun phrase headed by `token` means, in order of the text, and whether they are alternatives.

    "Kim and Trump" gives both; "Seoul's requests" South Korea; "U.S.-North Korea talks" both parties; "Iranian
    officials" Iran; "the leaders of the two Koreas" both states; "who" whom it refers to. With `deep` False only the
    phrase's own mention and its conjuncts are looked at. Places are left out.
    """
    token = _antecedent(token)
    keys: dict[str, None] = {}
    ambiguous = False
    for part in conjuncts(token):
        found, unsure = actors_of_one(doc, index, part, deep)
        keys.update(dict.fromkeys(found))
        ambiguous = ambiguous or unsure
    return tuple(keys), ambiguous and len(keys) > 1


def _antecedent(token: Token) -> Token:
    """What a relative pronoun refers to: "Zarif, who said …"."""
    if token.tag_ in {"WP", "WDT", "WP$"} or (token.lower_ == "that" and token.dep_ in {"nsubj", "nsubjpass"}):
        verb = token
        for _ in range(MAX_CLIMB):
            if verb.dep_ == "relcl":
                return verb.head
            if verb.head == verb:
                break
            verb = verb.head
    return token


def actors_of_one(doc: Doc, index: ActorIndex, token: Token, deep: bool = True) -> tuple[tuple[str, ...], bool]:
    """Like `actors_of`, of `token` without its conjuncts."""
    mention = mention_at(index, token)
    if mention is not None and (heads(mention, token) or token.ent_type_):
        keys = tuple(key for key in mention.actors if _is_actor(index, key))
        if keys or not deep:
            return keys, mention.ambiguous
    if not deep:
        return (), False
    return _by_modifiers(doc, index, token)


def heads(mention: Mention, token: Token) -> bool:
    """True where `token` stands for the whole mention: its head, or a word of the title beside the name."""
    return mention.head == token.i or not mention.span.start <= token.idx < mention.span.end


def _is_actor(index: ActorIndex, key: str) -> bool:
    found = actor(index, key)
    return found is not None and found.kind != "place"


def _by_modifiers(doc: Doc, index: ActorIndex, token: Token) -> tuple[tuple[str, ...], bool]:
    """The parties named by owner, compound, demonym, or after "of", "from", "between"."""
    keys: dict[str, None] = {}
    ambiguous = False
    for child in token.children:
        if child.dep_ in {"poss", "compound", "amod", "nmod"}:
            parts = [child, *(t for t in child.children if t.dep_ in {"compound", "nmod", "conj", "amod"})]
            for part in sorted(parts, key=lambda t: t.i):
                mention = mention_at(index, part)
                if mention is not None:
                    keys.update(dict.fromkeys(k for k in mention.actors if _is_actor(index, k)))
                    ambiguous = ambiguous or mention.ambiguous
        elif child.dep_ == "prep" and child.lower_ in _PARTY_PREPOSITIONS:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    for part in conjuncts(noun):
                        mention = mention_at(index, part)
                        if mention is not None:
                            keys.update(dict.fromkeys(k for k in mention.actors if _is_actor(index, k)))
                            ambiguous = ambiguous or mention.ambiguous
    return tuple(keys), ambiguous
