"""Several meant by a noun: "the two sides", "both presidents", "the three powers", "the two Cypriot leaders".

Whether parties or people are meant is told by the noun; which of them by what kind they are of, the office they hold,
the state that the phrase names, and who was named together.
"""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.collective_parties import parties_meant
from verbale.extract.reference.collective_people import belongs, countrymen, holders_of, people_meant
from verbale.extract.reference.layout import clause_of, doer_of, first_of_coordination
from verbale.extract.reference.listed import at_war, joined, listed_behind, people_behind
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.regions import region_of
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sets import group, pair
from verbale.extract.reference.sides import sure_sides
from verbale.world import Entry


def collective(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """Keys of those whom the phrase means, () where nothing is sure."""
    told = _told_beside(scene, phrase) or at_war(scene, phrase)
    if told:
        return told
    out = _doers(scene, phrase)
    named = [entry for t in phrase.modifiers if t.i < phrase.head.i and (entry := scene.party_entry_at(t.i))]
    region = region_of(t.lower_ for t in phrase.modifiers if t.i < phrase.head.i)
    if named or region or any(scene.name_at(t.i) for t in phrase.modifiers if t.i < phrase.head.i):
        return _of_states(scene, phrase, named, region, out)
    if phrase.of_people:
        return people_meant(scene, phrase, out)
    either = phrase.number == 2 and phrase.head.lemma_.lower() in scene.words.lists["collective.either"]
    narrowed = bool(phrase.adjectives) or any(child.dep_ in {"prep", "relcl", "acl"} for child in phrase.head.rights)
    if phrase.bare or (either and not narrowed):
        return _either(scene, phrase, out)
    return parties_meant(scene, phrase, out).keys


def _told_beside(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """ "The leaders of the two countries", "Cuba and Norway, the two guarantors", "the three powers …: A, B and C"."""
    of = [m for t in phrase.modifiers if t.i > phrase.head.i for k in scene.keys_at(t) if (m := scene.cast.members[k])]
    parties = list(dict.fromkeys(m.key for m in of if m.is_party()))
    if phrase.of_people and len(parties) == phrase.number:
        return holders_of(scene, parties, phrase.head.lemma_.lower()) or tuple(parties)
    before = phrase.start - 2
    if before >= 0 and scene.doc[phrase.start - 1].text == "," and before in scene.within:
        named = joined(scene, first_of_coordination(scene.doc[before]))
        if len(named) == phrase.number:
            return named
    return listed_behind(scene, phrase) or people_behind(scene, phrase)


def _doers(scene: Scene, phrase: Phrase) -> set[str]:
    """Who does something to those meant is none of them: "Turkey telephoned both capitals", nor of the same party."""
    if phrase.head.dep_ not in {"dobj", "pobj", "dative"}:
        return set()
    doer = doer_of(clause_of(phrase.head))
    keys = set(scene.keys_at(doer)) if doer is not None and doer.i < phrase.start else set()
    others = phrase.of_people or phrase.head.lemma_.lower() in scene.words.lists["collective.states"]
    if not others:
        return keys  # "the president praised both teams": his own too
    parties = (scene.cast.party_member_of(scene.cast.members[key]) for key in keys)
    return keys | {party.key for party in parties if party is not None}


def _either(scene: Scene, phrase: Phrase, out: set[str]) -> tuple[str, ...]:
    """ "The two agreed", "the pair left": people or parties, whichever were named together last."""

    def fits(member: Member) -> bool:
        return member.key not in out

    find = pair if phrase.number == 2 else group
    people = find(scene.discourse, phrase.head, phrase.number, True, fits)
    parties = find(scene.discourse, phrase.head, phrase.number, False, fits)
    if phrase.number == 2 and max(people.weight, parties.weight) <= 0.0 and not people.keys and sure_sides(scene):
        parties = parties_meant(scene, phrase, out)
    just = _just_told(scene, phrase)
    if just and min(people.distance, parties.distance) > 1:
        return just
    together = {scene.cast.members[key].party for key in people.keys}
    same = together == {scene.cast.members[key].name for key in parties.keys}
    nearer = people.distance < min(parties.distance, 2)
    return people.keys if people.keys and (same or nearer or people.weight >= parties.weight) else parties.keys


def _just_told(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The people whom the sentence before tells of, by name and unquoted, where they are as many as are meant."""
    here = scene.layout.sentence[phrase.head.i]
    found: dict[str, None] = {}
    for focus in scene.discourse.recent(phrase.head, 1):
        people = [key for key in focus.keys if scene.cast.members[key].kind == "person"]
        if focus.sentence == here - 1 and not (focus.quoted or focus.ambiguous or focus.aside):
            found.update(dict.fromkeys(reversed(people)))
    return tuple(reversed(found)) if len(found) == phrase.number else ()


def _of_states(
    scene: Scene, phrase: Phrase, named: list[Entry], region: frozenset[str], out: set[str]
) -> tuple[str, ...]:
    """ "The two Cypriot leaders", "the three European powers": of those that the words name, and of no others."""
    text = {scene.text(t.i, t.i + 1) for t in phrase.modifiers if t.i < phrase.head.i}

    def is_own(member: Member) -> bool:
        if region:
            return member.world in region
        return any(belongs(scene, member, entry, text) for entry in named)

    if not phrase.of_people:
        fits = lambda member: member.key not in out and is_own(member)  # noqa: E731
        return group(scene.discourse, phrase.head, phrase.number, False, fits).keys
    role = phrase.head.lemma_.lower()
    return countrymen(scene, phrase.head, phrase.number, is_own, role, out)
