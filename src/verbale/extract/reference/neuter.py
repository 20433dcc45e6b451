"""Whom "it" and "its" mean: a state, body or movement, never a thing."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.excluded import NEUTER, clauses_around
from verbale.extract.reference.layout import clause_of, subject_of
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_BODIES = frozenset({"state", "organisation", "government_body", "group"})
_RIVAL_WINDOW = 40


def it_means(scene: Scene, token: Token) -> Meant:
    """ "it" and "its": the body or state that is subject of the clause around or before; nothing else is sure."""
    if token.dep_ in {"dobj", "dative", "pobj", "attr"}:
        return NOBODY
    for verb in clauses_around(token):
        subject = subject_of(verb)
        if (subject is None or subject == token) and verb.dep_ in {"acl", "ccomp"} and verb.head.i < token.i:
            subject = next((c for c in verb.head.lefts if c.dep_ == "poss"), None)  # "China's threat that it would"
        if subject is None or subject.i >= token.i:
            continue
        if subject.tag_ == "PRP" and subject.lower_ not in NEUTER:
            continue
        keys = scene.keys_at(subject)
        if len(keys) == 1 and scene.cast.members[keys[0]].kind in _BODIES:
            return keys, False
        if not keys and subject.tag_ in {"NN", "NNP"}:
            return NOBODY
    before = _subject_before(scene, token)
    if before is not None:
        return (before.key,), False
    agent = token.dep_ == "nsubj" and clause_of(token).lemma_.lower() in scene.words.lists["verbs.speech"]
    if not agent and token.tag_ != "PRP$":
        return NOBODY

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind in _BODIES and not member.plural else None

    floor = 2.0 if token.tag_ == "PRP$" else 2.6
    if not agent:
        floor = max(floor, _single_thing(scene, token))
    weights = scene.discourse.weigh(token, fits, 1, least_rank=0.2)
    return scene.discourse.choose({key: weight for key, weight in weights.items() if weight > floor})


def _subject_before(scene: Scene, token: Token) -> Member | None:
    """The one body that was subject of the sentence before "It has refused it"; not "It took a year to agree"."""
    verb = token.head
    opens = token.dep_ == "nsubj" and token.is_sent_start and token.i > 0
    goes_on = any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > verb.i for c in verb.rights)
    if not opens or not goes_on or verb.lemma_ in scene.words.lists["verbs.expletive"]:
        return None
    here = scene.layout.sentence[token.i]
    subjects = [f for f in scene.discourse.recent(token, 1) if f.sentence == here - 1 and f.subject and f.rank >= 2.0]
    members = {key for focus in subjects for key in focus.keys}
    last = subjects[0] if subjects else None
    if last is None or len(members) != 1 or last.paragraph != scene.layout.paragraph[token.i] or last.quoted:
        return None
    member = scene.cast.members[next(iter(members))]
    return member if member.kind in _BODIES and not member.plural else None


def _single_thing(scene: Scene, token: Token) -> float:
    """Weight of the nearest singular noun that is no actor ("the letter"), a rival for "its"."""
    here = scene.layout.sentence[token.i]
    for other in reversed(scene.doc[max(0, token.i - _RIVAL_WINDOW) : token.i]):
        if here - scene.layout.sentence[other.i] > 1:
            break
        if other.tag_ == "NN" and other.i not in scene.by_token and other.dep_ in {"dobj", "nsubj", "nsubjpass"}:
            return 3.0 - (here - scene.layout.sentence[other.i]) + (2.5 if other.dep_ != "dobj" else 1.5)
    return 0.0
