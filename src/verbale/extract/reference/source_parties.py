"""Parties of unnamed sources: "a person in her ministry", "a spokesman for the committee", "officials in Kabul"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.late_parties import one_government, paragraph_party
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.title_parties import MAX_BESIDE
from verbale.language.parse import Token


def place_source(scene: Scene, member: Member) -> None:
    """Give "a person in her ministry" and "sources close to its delegation" the party whose ministry it is, once "her"
    has been resolved; "a member of the federal delegation" the government that the report is about."""
    if member.kind != "unnamed" or member.party is not None or not member.mentions:
        return
    head = scene.doc[member.mentions[0].head]
    member.party = _of_town(scene, head)
    if member.party is not None:
        return
    for token in scene.doc[head.i + 1 : min(head.right_edge.i + 1, head.i + MAX_BESIDE)]:
        if token.pos_ == "VERB" or token.text in {",", "."}:
            return
        person = scene.member_at(token.i) if token.i in scene.starts else None
        if person is not None and person.kind == "person":
            member.party = person.party  # "a spokesman for Prime Minister X"
            return
        lemma = token.lemma_.lower()
        seat = lemma in scene.words.lists["official.bodies"]
        if (
            not seat
            and lemma not in scene.words.lists["collective.teams"]
            and scene.words.bodies.get(lemma) != "government_body"
        ):
            continue
        told = {child.lower_ for child in token.lefts}
        whose = next((child for child in token.lefts if child.dep_ == "poss"), None)
        keys = scene.keys_at(whose) if whose is not None else ()
        body = scene.member_at(token.i)
        if len(keys) == 1:
            member.party = scene.party_name_of(scene.cast.members[keys[0]])
        elif body is not None and body.kind in {"organisation", "group", "government_body"}:
            unknown = body.kind == "government_body" and body.party is None
            member.party = member.party if unknown else scene.party_name_of(body)  # "a spokesman for the committee"
        elif told & scene.words.lists["official.of_government"]:
            member.party = one_government(scene)
        elif seat and "the" in told:  # "an official at the palace"
            member.party = paragraph_party(scene, head.i) or one_government(scene)
        return


def _of_town(scene: Scene, head: Token) -> str | None:
    """ "Officials in Kabul", "a spokesman for the ministry in Lusaka": of the state whose capital it is. A diplomat
    or a witness there may be of any."""
    of_government = {t.lower_ for t in head.lefts} & scene.words.lists["official.adjectives"]
    if head.lemma_.lower() not in scene.words.lists["titles.in_capital"] and not of_government:
        return None
    for token in scene.doc[head.i + 1 : min(head.right_edge.i + 1, head.i + MAX_BESIDE)]:
        name = scene.starts.get(token.i)
        capital = name is not None and name.entry is not None and "capital" in name.entry.traits
        if token.lower_ in {",", "who"}:
            return None
        if capital and token.head.lower_ == "in" and name is not None and name.entry is not None:
            return scene.cast.party_name(name.entry.party)
    return None
