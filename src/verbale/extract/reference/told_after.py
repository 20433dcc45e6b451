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
