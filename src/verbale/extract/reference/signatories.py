"""Parties of people by whom they sign for: "signed by Colonel X for the army", "Y signed for the government"."""

from verbale.extract.reference.names import Name
from verbale.extract.reference.parties import is_own_party
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token


def place_signatories(scene: Scene) -> None:
    """Give a person of whom no party is told the party that he is said to sign for."""
    for name in scene.names:
        if name.kind != "person":
            continue
        member = scene.member_at(name.start)
        if member is None or member.party is not None or member.affiliation is not None:
            continue
        noun = _signed_for(scene, name)
        member.party = _party_of(scene, noun) if noun is not None else None


def _signed_for(scene: Scene, name: Name) -> Token | None:
    """The noun of "X for the army" where a signing is told, or of "X signed for the army"."""
    doc, signing = scene.doc, scene.words.lists["verbs.signing"]
    i = name.end
    behalf = _on_behalf(scene, name)
    if behalf is not None:
        return behalf
    if i < len(doc) and doc[i].lemma_ in signing and doc[i].tag_ == "VBD":
        i += 1
    elif not any(token.lemma_ in signing and token.pos_ == "VERB" for token in doc[name.start].sent[:_LONGEST]):
        return None
    if i >= len(doc) or doc[i].lower_ != "for":
        return None
    return next((noun for noun in doc[i].rights if noun.dep_ == "pobj"), None)


def _on_behalf(scene: Scene, name: Name) -> Token | None:
    """The noun of "Speaking on behalf of the government, X said", "For the army, Y said"."""
    head = scene.doc[name.start : name.end].root
    if head.dep_ != "nsubj":
        return None
    first = head.sent[0]
    if first.text == "For" and first.head == head.head and head.doc[first.right_edge.i + 1].text == ",":
        return next((noun for noun in first.rights if noun.dep_ == "pobj"), None)  # "For the government, X said"
    for token in head.head.subtree:
        if token.lower_ == "behalf" and token.head.lower_ == "on":
            of = (c for c in token.rights if c.lower_ == "of")
            return next((noun for c in of for noun in c.rights if noun.dep_ == "pobj"), None)
    return None


_LONGEST = 80  # tokens of a sentence that are searched for the signing


def _party_of(scene: Scene, noun: Token) -> str | None:
    keys = scene.keys_at(noun)
    body = scene.cast.members[keys[0]] if len(keys) == 1 else None
    if body is None or not (body.kind in {"state", "group", "government_body"} or is_own_party(scene, body)):
        return None
    return scene.party_name_of(body)
