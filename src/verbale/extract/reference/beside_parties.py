"""Parties of people by a body beside their name: "X of the teachers' union", "Y, from Hezbollah,", "the guild's Z",
"the group's number two, W", "V, who negotiates for the nurses"."""

from collections.abc import Iterator

from verbale.extract.reference.body_parties import is_learned
from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.parties import is_movement, is_own_party
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.teams import leading_verbs, led_nouns
from verbale.language.parse import Token
from verbale.world.offices import honorifics

_WORDS_BETWEEN = 6  # from a name to the noun of the body behind it


def party_beside(scene: Scene, name: Name) -> str | None:
    """The party that a body told beside the name at `name` makes its bearer's, once what is told has been resolved."""
    for noun in _behind(scene, name):
        body = _body_at(scene, noun)
        if body is not None and (body.world is not None or is_movement(scene, body) or is_own_party(scene, body)):
            return scene.party_name_of(body)  # not "Mary Wu of Goldman Sachs", who may be anybody there
    for noun in (*_owner(scene, name), *_spoken_for(scene, name)):
        body = _body_at(scene, noun)
        if body is not None:
            return scene.party_name_of(body)
    return None


def _body_at(scene: Scene, noun: Token) -> Member | None:
    """The union, company, movement or body that the noun means, if it is one that its people speak for."""
    keys = scene.keys_at(noun)
    body = scene.cast.members[keys[0]] if len(keys) == 1 and not scene.by_token[noun.i].ambiguous else None
    if body is None or body.kind not in {"organisation", "group"} or is_learned(scene, body):
        return None
    if (body.world or "").startswith("outlet/"):
        return None
    return body


def _behind(scene: Scene, name: Name) -> Iterator[Token]:
    """ "X of the teachers' union", "X, from Hezbollah,", "X, with the Red Cross,"."""
    doc, i = scene.doc, name.end
    comma = i < len(doc) and doc[i].text == ","
    i += comma
    if i + 1 >= len(doc) or doc[i].lower_ not in ({"of", "from", "with"} if comma else {"of", "from"}):
        return
    for noun in doc[i + 1 : i + 1 + _WORDS_BETWEEN]:
        if noun.pos_ in {"VERB", "AUX", "ADP", "PUNCT", "CCONJ"}:
            return
        if noun.i in scene.by_token and scene.by_token[noun.i].head == noun.i:
            named = scene.starts.get(noun.i + 1)  # "of the small farmers' organization Fenocin"
            yield doc[named.end - 1] if named is not None else noun
            return


def _owner(scene: Scene, name: Name) -> Iterator[Token]:
    """ "The guild's Ellen Hart", "the group's number two, Y,": whose number two it is."""
    head = scene.doc[name.start : name.end].root
    described = [head.head] if head.dep_ == "appos" and head.head.i < name.start else []
    for noun in (head, *described):
        if noun.lemma_.lower() in scene.words.lists["titles.no_office"] | scene.words.lists["titles.experts"]:
            continue
        yield from (child for child in noun.lefts if child.dep_ == "poss")
    yield from _owner_by_comma(scene, name)


def _owner_by_comma(scene: Scene, name: Name) -> Iterator[Token]:
    """ "The group's number two, Y," whatever the parse makes of it."""
    doc, i = scene.doc, name.start - 1
    while i > 0 and doc[i].text in honorifics():
        i -= 1
    if i < 1 or doc[i].text != "," or name.end >= len(doc) or doc[name.end].text != ",":
        return
    for token in reversed(doc[max(0, i - _WORDS_BETWEEN) : i]):
        if token.tag_ == "POS" and token.i:
            yield doc[token.i - 1]
        if token.pos_ not in {"NOUN", "NUM", "ADJ", "PROPN"}:
            return


def _spoken_for(scene: Scene, name: Name) -> Iterator[Token]:
    """ "Y, who chairs it,", "Z, who negotiates for the nurses"."""
    active, _ = leading_verbs(scene, name)
    for verb in active:
        yield from led_nouns(scene, verb)
