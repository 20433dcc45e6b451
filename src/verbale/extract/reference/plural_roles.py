"""People told of together by their role: "the officials", "both ministers", "the Swedish hosts"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.collective_people import known_several
from verbale.extract.reference.descriptions import NOBODY, Meant, described, is_source
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.sides import helps


def plural_role(scene: Scene, phrase: Phrase, party: str | None) -> Meant:
    """ "the officials said": those described before in the same words, else a new description; "the Swedish hosts":
    Sweden."""
    state = _hosting(scene, phrase) or _hosts_of(scene, phrase)
    if state is not None:
        return (state.key,), False
    several = known_several(scene, phrase)
    if several:
        return several, False
    told = any(child.dep_ in {"relcl", "acl"} for child in phrase.head.rights)  # "the people who …" are others
    if phrase.definite and not phrase.modifiers and not told:
        role = phrase.head.lemma_.lower()

        def fits(member: Member) -> float | None:
            return 1.0 if member.kind == "unnamed" and member.plural and role in member.role_words else None

        keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(phrase.head, fits, NOUN_REACH))
        if keys:
            return keys, ambiguous
    return described(scene, phrase, party) if is_source(scene, phrase) else NOBODY


def _hosting(scene: Scene, phrase: Phrase) -> Member | None:
    """The state that "the Swedish hosts" are."""
    if not phrase.definite or phrase.head.lemma_.lower() not in scene.words.lists["collective.for_state"]:
        return None
    entries = (scene.party_entry_at(token.i) for token in phrase.modifiers if token.dep_ == "amod")
    entry = next((entry for entry in entries if entry is not None and entry.kind == "state"), None)
    return scene.party_member(entry) if entry is not None else None


def _hosts_of(scene: Scene, phrase: Phrase) -> Member | None:
    """The one state that is told to host or mediate, where "their hosts" are whoever received one of the sides."""
    owned = any(token.tag_ == "PRP$" for token in phrase.modifiers)
    if not owned or phrase.head.lemma_.lower() != "host":
        return None
    hosts = [m for m in list(scene.cast.members.values()) if m.kind == "state" and helps(scene, m.key)]
    return hosts[0] if len(hosts) == 1 else None
