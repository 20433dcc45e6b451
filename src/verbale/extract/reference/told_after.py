"""People whose office the text tells after their name: "Freeland walked out. … The Canadian minister said …"."""

from verbale.extract.reference.affinity import leaning, leaning_to
from verbale.extract.reference.cast import Member
from verbale.extract.reference.excluded import who_tells
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.offices import untold
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold
from verbale.model import Office

_TOLD_AFTER = 4
_SUBJECT = 2.0  # rank of the subject of a main clause


def once(scene: Scene, phrase: Phrase) -> Member | None:
    """ "Ahtisaari smiled. … the former Finnish president said": what someone was before, told of the one in focus.

    Only as a subject, of the one person who alone was subject of the sentence before.
    """
    past = {fold(word) for word in phrase.adjectives} & scene.words.lists["titles.past"]
    if not past or phrase.head.dep_ != "nsubj":
        return None
    weights = scene.discourse.weigh(phrase.head, _if_person, 1, least_rank=2.0)
    if len(weights) != 1:
        return None
    member = scene.cast.members[next(iter(weights))]
    member.role_words.add(phrase.title_text(scene.report.text).lower())
    return member


def _if_person(member: Member) -> float | None:
    return 0.0 if member.kind == "person" else None


def speaks_again(scene: Scene, phrase: Phrase, role: str, party: str | None) -> Member | None:
    """ "Ruto was content. “We got half,” said the Eldoret North MP": who is quoted under a new description is the one
    person whom the sentence before tells of, where nothing else is known of such a one."""
    nobody = "*" in scene.cast.alike(role) or scene.words.roles.get(role) == "person" or role.startswith("spokes")
    owned = bool(phrase.owner_keys(scene.keys_at))
    if nobody or owned or phrase.head.dep_ != "nsubj" or not _is_quoted_beside(scene, phrase):
        return None
    leading = role in scene.words.lists["titles.leading"]
    gender = scene.words.role_gender.get(role, "")

    def fits(member: Member) -> bool:
        if member.kind != "person" or member.person is None or (leading and member.offices):
            return False
        same = party is None or member.party in {None, party}
        return same and (not gender or member.gender in {"", gender})

    here = scene.layout.sentence[phrase.head.i]
    near = [focus for focus in scene.discourse.recent(phrase.head, 1) if not focus.aside]
    told = [focus for focus in near if here - focus.sentence == 1 or focus.token < phrase.start]
    for some in (told, [focus for focus in told if focus.subject and focus.rank >= _SUBJECT and not focus.ambiguous]):
        keys = dict.fromkeys(key for focus in some for key in focus.keys)
        people = [m for key in keys if (m := scene.cast.members[key]).kind in {"person", "unnamed"}]
        if len(people) == 1:
            return people[0] if fits(people[0]) else None
    return None


def _is_quoted_beside(scene: Scene, phrase: Phrase) -> bool:
    """True where the sentence holds a quote, and the phrase stands outside it."""
    quoted = scene.layout.quoted
    sentence = phrase.head.sent
    return not quoted[phrase.head.i] and any(quoted[i] for i in range(sentence.start, sentence.end))


def told_after(scene: Scene, phrase: Phrase, role: str, party: str | None) -> Member | None:
    """ "Freeland walked out. The Canadian minister …": the office of someone just named without one, told afterwards.

    Only where it is subject, with "the", and one person alone near, of no office or party known, may be of that state.
    """
    if party is None or phrase.head.dep_ != "nsubj" or role in scene.words.lists["titles.no_office"]:
        return None
    if phrase.head.left_edge.lower_ != "the":
        return None  # "India's foreign minister": named by office for the first time
    owners = phrase.owner_keys(scene.keys_at) | who_tells(scene, phrase.head)

    def fits(member: Member) -> float | None:
        known = member.affiliation or member.party or not untold(scene, member)
        return 0.0 if not known and member.key not in owners else None

    weights = leaning_to(scene, scene.discourse.weigh(phrase.head, fits, _TOLD_AFTER), party)
    if len(weights) != 1:
        return None
    member = scene.cast.members[next(iter(weights))]
    if not leaning(scene, member).get(party):
        here = scene.layout.sentence[phrase.head.i]
        near = scene.discourse.weigh(phrase.head, fits, 1)
        told = any(focus.sentence == here and focus.subject for focus in scene.discourse.recent(phrase.head, 0))
        if member.key not in near or told:
            return None
    member.party = party
    member.role_words.add(role)
    title = phrase.title_text(scene.report.text)
    member.offices.append(Office(title, party, scene.span(phrase.start, phrase.end)))
    return member
