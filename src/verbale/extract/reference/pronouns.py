"""Pronouns: whom "he", "it" and "they" mean, by number, gender, quotes and salience."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.cataphora import named_later
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.excluded import NEUTER, PLURAL, SINGULAR, clauses_around, excluded, told_of
from verbale.extract.reference.layout import subject_of
from verbale.extract.reference.neuter import it_means
from verbale.extract.reference.salience import PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.several import they_mean
from verbale.language.parse import Token

# What speaks for the only person of the sentence before.
_ALONE = 1.5


def meet_pronoun(scene: Scene, token: Token) -> None:
    """Resolve a personal or possessive pronoun, in its turn."""
    word = token.lower_
    if word in SINGULAR:
        keys, ambiguous = _he(scene, token, SINGULAR[word])
    elif word in NEUTER:
        keys, ambiguous = it_means(scene, token)
    elif word in PLURAL:
        keys, ambiguous = they_mean(scene, token)
    else:
        return
    if keys:
        if word in SINGULAR and len(keys) == 1:
            _learn_gender(scene, token, keys[0], SINGULAR[word])
        scene.mention(token.i, token.i + 1, token.i, "pronoun", keys, ambiguous)
        scene.discourse.remember(token, keys, ambiguous)


def _learn_gender(scene: Scene, token: Token, key: str, gender: str) -> None:
    """What "Grynspan said that she would" tells of Grynspan, where the pronoun means the subject of its sentence."""
    member = scene.cast.members[key]
    if member.gender or member.pronoun or member.plural:
        return
    subjects = (subject_of(verb) for verb in clauses_around(token))
    if any(subject is not None and subject.i < token.i and key in scene.keys_at(subject) for subject in subjects):
        member.pronoun = gender


def _is_of_nobody(scene: Scene, token: Token) -> bool:
    """True inside "a driver who was taken off his bus", said of somebody who is no actor."""
    for verb in clauses_around(token):
        subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or subject.i >= token.i:
            continue
        noun = verb.head
        told = verb.dep_ == "relcl" and subject.tag_ == "WP" and noun.tag_ == "NN" and noun.i < token.i
        return told and noun.i not in scene.by_token and noun.i not in scene.within
    return False


def _he(scene: Scene, token: Token, gender: str) -> Meant:
    if _is_of_nobody(scene, token):
        return NOBODY
    out = excluded(scene, token)
    told = told_of(scene, token)
    later = named_later(scene, token, gender)
    if later is not None and later.key not in out:
        return (later.key,), False

    def fits(member: Member) -> float | None:
        if member.kind not in {"person", "unnamed"} or member.plural or member.key in out:
            return None
        if (member.gender or member.pronoun) not in {"", gender}:
            return None
        if member.key in told:
            return 5.0
        if member.gender == gender:
            return 0.5
        return -0.6 if gender == "f" else 0.0  # most people in the news are men

    weights = scene.discourse.weigh(token, fits, PRONOUN_REACH)
    opens = token.dep_ == "nsubj" and token.is_sent_start
    just_told = scene.discourse.alone_before(token, set(weights)) if opens else None
    if just_told is not None:
        weights[just_told] += _ALONE
    return scene.discourse.choose(weights)
