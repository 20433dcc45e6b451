"""Who made a deal, where the sentence that tells of it names too few: who signs for a side, or shakes hands on it."""

from collections.abc import Iterator

from verbale.extract.actors import ActorIndex, actor, actors_of, party_key
from verbale.extract.agreeing.group import Group, sides_of
from verbale.extract.agreeing.making import happened
from verbale.extract.agreeing.undertakings import who_undertakes
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc, Token

# How many sentences after the deal was told of the hands may be shaken.
REACH = 3


def name_makers(doc: Doc, index: ActorIndex, groups: list[Group]) -> None:
    """Give each deal that is told of as made, by fewer than two known sides, those who put their hands to it."""
    for group in groups:
        sides = sides_of(group, index)
        told = [naming for naming in group.namings if naming.told_made]
        if len(sides) == 1 and len(others := _bound(doc, index, group) - sides) == 1:
            group.first.parties += tuple(others)  # "Aquino signed the accord. … the front will disband its army"
            continue
        if len(sides) > 1 or not told:
            continue
        found = [key for verb in _after(doc, told[0].head) for key in _hands(doc, index, verb)]
        if len({party_key(index, key) or key for key in found}) > 1:
            told[0].parties += tuple(key for key in dict.fromkeys(found) if key not in told[0].parties)


def _bound(doc: Doc, index: ActorIndex, group: Group) -> set[str]:
    """The states and movements that the points of the deal say will do something."""
    found: set[str] = set()
    for point in (point for naming in group.namings for point in naming.provisions):
        words = doc.char_span(point.evidence[0].start, point.evidence[0].end, alignment_mode="expand")
        for key in who_undertakes(doc, index, words.root) if words is not None else ():
            side = actor(index, party_key(index, key) or key)
            if side is not None and side.kind in {"state", "group"}:
                found.add(side.key)
    return found


def _after(doc: Doc, head: Token) -> Iterator[Token]:
    """The verbs of the sentences from that of `head` on."""
    sentences = [sentence for sentence in doc.sents if sentence.end > head.i]
    for sentence in sentences[: REACH + 1]:
        yield from (token for token in sentence if token.pos_ == "VERB" and happened(token))


def _hands(doc: Doc, index: ActorIndex, verb: Token) -> tuple[str, ...]:
    """ "X and Y shook hands", "X and Y exchanged copies"; "X signed for A and Y for B"."""
    below = next((child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj"), "")
    if f"{verb.lemma_.lower()}_{below}" in WORDS.handshakes:
        return _keys(doc, index, *(child for child in verb.lefts if child.dep_ == "nsubj"))
    if verb.lemma_.lower() == "sign" and not below:
        fors = [token for token in verb.subtree if token.lower_ == "for" and token.dep_ == "prep"]
        return _keys(doc, index, *(noun for prep in fors for noun in prep.rights if noun.dep_ == "pobj"))
    return ()


def _keys(doc: Doc, index: ActorIndex, *nouns: Token) -> tuple[str, ...]:
    found: list[str] = []
    for noun in nouns:
        keys, ambiguous = actors_of(doc, index, noun)
        found.extend(() if ambiguous else keys)
    return tuple(found)
