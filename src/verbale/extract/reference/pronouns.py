"""Pronouns: whom "he", "it" and "they" mean, by number, gender, quotes and salience."""

from collections.abc import Iterator
from itertools import islice

from verbale.extract.reference.cast import Member
from verbale.extract.reference.cataphora import named_later
from verbale.extract.reference.layout import clause_of, subject_of
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.salience import PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import role_class
from verbale.language.parse import Token

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_BODIES = frozenset({"state", "organisation", "government_body", "group"})
_RIVAL_WINDOW = 40
# What speaks for the only person of the sentence before.
_ALONE = 1.5
# So many words of what somebody says are searched for names.
_LONGEST_SAID = 80

_Meant = tuple[tuple[str, ...], bool]
_NOBODY: _Meant = ((), False)


def meet_pronoun(scene: Scene, token: Token) -> None:
    """Resolve a personal or possessive pronoun, in its turn."""
    word = token.lower_
    if word in _SINGULAR:
        keys, ambiguous = _he(scene, token, _SINGULAR[word])
    elif word in _NEUTER:
        keys, ambiguous = _it(scene, token)
    elif word in _PLURAL:
        keys, ambiguous = _they(scene, token)
    else:
        return
    if keys:
        if word in _SINGULAR and len(keys) == 1:
            _learn_gender(scene, token, keys[0], _SINGULAR[word])
        scene.mention(token.i, token.i + 1, token.i, "pronoun", keys, ambiguous)
        scene.discourse.remember(token, keys, ambiguous)


def _learn_gender(scene: Scene, token: Token, key: str, gender: str) -> None:
    """What "Grynspan said that she would" tells of Grynspan, where the pronoun means the subject of its sentence."""
    member = scene.cast.members[key]
    if member.gender or member.pronoun or member.plural:
        return
    subjects = (subject_of(verb) for verb in _clauses_around(token))
    if any(subject is not None and subject.i < token.i and key in scene.keys_at(subject) for subject in subjects):
        member.pronoun = gender


def _excluded(scene: Scene, token: Token) -> set[str]:
    """Whom the pronoun cannot mean: the subject of the verb whose object it is (it would be "himself"), the speaker of
    the quote that it stands in, and who reacts to "his" words."""
    out = _described_by(scene, token)
    verb = clause_of(token)
    if (
        token.tag_ == "PRP"
        and token.dep_ in {"dobj", "dative", "pobj"}
        and not token.lower_.endswith(("self", "selves"))
    ):
        within = verb.dep_ == "pcomp"  # "insisted on defending him"
        subject = subject_of(verb) or (subject_of(clause_of(verb)) if within else None)
        if subject is not None and subject.i != token.i:
            out |= _may_be(scene, subject)
    elif (
        token.tag_ == "PRP$" and token.i > verb.i and token.head.dep_ in {"dobj", "pobj"} and not role_class(token.head)
    ):
        subject = subject_of(verb) if verb.lemma_.lower() in scene.words.lists["verbs.reaction"] else None
        if subject is not None:
            out |= _may_be(scene, subject)
    out |= _spokespeople(scene, token) | _in_question(scene, token) | _named_in_words(scene, token)
    if scene.layout.quoted[token.i]:
        for _ in range(12):
            if not scene.layout.quoted[verb.i] or verb.head == verb:
                break
            verb = clause_of(verb)
        subject = subject_of(verb) if not scene.layout.quoted[verb.i] else None
        if subject is not None:
            out |= _may_be(scene, subject) or _meant_after(scene, subject)
    return out


def _in_question(scene: Scene, token: Token) -> set[str]:
    """Whom "Asked whether the president had called, he said" asks about: who answers is another."""
    verb = clause_of(token)
    if token.dep_ != "nsubj":
        return set()
    asked = [c for c in verb.lefts if c.lemma_ == "ask" and c.tag_ == "VBN" and c.i < token.i]
    inside = (part for question in asked for part in question.subtree if part.pos_ != "PRON")
    return {key for part in inside for key in scene.keys_at(part)}


def _named_in_words(scene: Scene, token: Token) -> set[str]:
    """Whom "he" names in what he says: "“I asked Dr Okello,” she says", "a vote run by Sarkisian, he argued"."""
    verb = clause_of(token)
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in scene.words.lists["verbs.saying"]:
        return set()
    said = [child for child in verb.children if child.dep_ == "ccomp"]
    last = token.sent.end
    colons = [other.i for other in scene.doc[token.sent.start : token.i] if other.text in {":", ";"}]
    first = colons[-1] + 1 if colons else token.sent.start  # "An engineer, Ana Ruiz, disagreed: they knew, she argued"
    words = {part.i for clause in said for part in islice(clause.subtree, _LONGEST_SAID) if part.i >= first}
    if not scene.layout.quoted[token.i]:
        words |= {i for i in range(first, last) if scene.layout.quoted[i]}
    names = (scene.name_at(i) for i in sorted(words))
    people = {name for name in names if name is not None and name.kind == "person"}
    texts = {scene.text(name.start, name.end) for name in people}
    return {member.key for text in texts for _, member in scene.cast.people_fitting(person_name(text))}


def _told_of(scene: Scene, token: Token) -> set[str]:
    """Whom a quote is said of: "“He came for the air,” the spokesman said of Kotzias"."""
    verb = token
    for _ in range(12):
        verb = clause_of(verb)
        if not scene.layout.quoted[verb.i] or verb.head == verb:
            break
    if not scene.layout.quoted[token.i] or scene.layout.quoted[verb.i]:
        return set()
    of = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"of", "about"})
    nouns = (noun for c in of for noun in c.rights if noun.dep_ == "pobj")
    return {key for noun in nouns for key in _may_be(scene, noun)}


def _meant_after(scene: Scene, subject: Token) -> set[str]:
    """Whom the "he" behind a quote means that has not had its turn: "“She is an optimist,” he said"."""
    gender = _SINGULAR.get(subject.lower_)
    if gender is None:
        return set()

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "person" and (member.gender or member.pronoun) in {"", gender} else None

    keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(subject, fits, PRONOUN_REACH))
    return set() if ambiguous else set(keys)


def _described_by(scene: Scene, token: Token) -> set[str]:
    """Who is described with the pronoun: "a person in her ministry" is not "her", nor is X in "X, her colleague", nor
    "whom he met" he."""
    out: set[str] = set()
    noun = token
    for _ in range(6):
        if noun == token.head and noun.dep_ == "appos":
            out |= _may_be(scene, noun.head)
        if noun == token.head:
            out |= {key for child in noun.rights if child.dep_ == "appos" for key in _may_be(scene, child)}
        above = noun.head
        who = next((child.dep_ for child in above.lefts if child.tag_ == "WP"), "") if above.dep_ == "relcl" else ""
        if who == "dobj" or (who == "nsubj" and above.lemma_ == "be" and noun.dep_ == "attr"):
            out |= set(scene.keys_at(above.head))
        noun = above
        if noun.pos_ in {"VERB", "AUX"} or noun == noun.head:
            break
        mention = scene.by_token.get(noun.i)
        if mention is not None and mention.head == noun.i and mention.form == "description":
            out |= set(mention.actors)
    return out


def _spokespeople(scene: Scene, token: Token) -> set[str]:
    """Of "his spokesman said that he would come": the spokesman, who speaks of the one he speaks for."""
    for verb in _clauses_around(token):
        subject = subject_of(verb)
        if subject is None or subject.i >= token.i or not _speaks_for_another(scene, subject):
            continue
        if token.dep_ in {"dobj", "pobj", "dative"}:
            return set(scene.keys_at(subject))
        owner = next((child for child in subject.lefts if child.dep_ == "poss"), None)
        owners = scene.keys_at(owner) if owner is not None else ()
        if any(scene.cast.members[key].kind == "person" for key in owners):
            return set(scene.keys_at(subject))
    return set()


def _speaks_for_another(scene: Scene, subject: Token) -> bool:
    """True for "his spokesman" and for "spokesman X"."""
    called = [subject.lemma_.lower(), *(w for k in scene.keys_at(subject) for w in scene.cast.members[k].role_words)]
    return any(word.startswith("spokes") for word in called)


def _may_be(scene: Scene, token: Token) -> set[str]:
    """Whom a subject means, also where it stands behind the pronoun and has not had its turn; with a name beside it
    ("Bolivia's, Daniel Salamanca, refused him")."""
    keys = set(scene.keys_at(token))
    keys |= {key for child in token.rights if child.dep_ == "appos" for key in scene.keys_at(child)}
    name = scene.name_at(token.i)
    if not keys and name is not None and name.kind == "person":
        fitting = scene.cast.people_fitting(person_name(scene.text(name.start, name.end)))
        keys = {member.key for _, member in fitting}
    return keys


def _is_of_nobody(scene: Scene, token: Token) -> bool:
    """True inside "a driver who was taken off his bus", said of somebody who is no actor."""
    for verb in _clauses_around(token):
        subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or subject.i >= token.i:
            continue
        noun = verb.head
        told = verb.dep_ == "relcl" and subject.tag_ == "WP" and noun.tag_ == "NN" and noun.i < token.i
        return told and noun.i not in scene.by_token and noun.i not in scene.within
    return False


def _he(scene: Scene, token: Token, gender: str) -> _Meant:
    if _is_of_nobody(scene, token):
        return _NOBODY
    out = _excluded(scene, token)
    told_of = _told_of(scene, token)
    later = named_later(scene, token, gender)
    if later is not None and later.key not in out:
        return (later.key,), False

    def fits(member: Member) -> float | None:
        if member.kind not in {"person", "unnamed"} or member.plural or member.key in out:
            return None
        if (member.gender or member.pronoun) not in {"", gender}:
            return None
        if member.key in told_of:
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


def _it(scene: Scene, token: Token) -> _Meant:
    """ "it" and "its": the body or state that is subject of the clause around or before; nothing else is sure."""
    if token.dep_ in {"dobj", "dative", "pobj", "attr"}:
        return _NOBODY
    for verb in _clauses_around(token):
        subject = subject_of(verb)
        if (subject is None or subject == token) and verb.dep_ in {"acl", "ccomp"} and verb.head.i < token.i:
            subject = next((c for c in verb.head.lefts if c.dep_ == "poss"), None)  # "China's threat that it would"
        if subject is None or subject.i >= token.i:
            continue
        if subject.tag_ == "PRP" and subject.lower_ not in _NEUTER:
            continue
        keys = scene.keys_at(subject)
        if len(keys) == 1 and scene.cast.members[keys[0]].kind in _BODIES:
            return keys, False
        if not keys and subject.tag_ in {"NN", "NNP"}:
            return _NOBODY
    before = _subject_before(scene, token)
    if before is not None:
        return (before.key,), False
    agent = token.dep_ == "nsubj" and clause_of(token).lemma_.lower() in scene.words.lists["verbs.speech"]
    if not agent and token.tag_ != "PRP$":
        return _NOBODY

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


def _clauses_around(token: Token) -> Iterator[Token]:
    """The clause of `token` and those that it is in, the smallest first."""
    verb = token
    for _ in range(8):
        above = clause_of(verb)
        if above == verb:
            return
        yield above
        verb = above


def _they(scene: Scene, token: Token) -> _Meant:
    """ "they": the last pair, group or description of several; a single body where nothing plural is near."""
    own = subject_of(clause_of(token)) if token.tag_ == "PRP$" else None
    if own is not None and own.i < token.i and own.tag_ == "NNPS":
        return scene.keys_at(own), False  # "Africans should pool their resources"
    layout, discourse, members = scene.layout, scene.discourse, scene.cast.members
    here = layout.sentence[token.i]
    out = _excluded(scene, token)
    best: tuple[float, tuple[str, ...]] | None = None
    for focus in discourse.recent(token, 2):
        distance = here - focus.sentence
        first = members[focus.keys[0]]
        several = (len(focus.keys) > 1 and not focus.ambiguous) or first.plural
        if not (several or first.kind == "group") or set(focus.keys) & out:
            continue
        if first.kind == "unnamed" and distance and not _speaks(scene, token):
            continue  # who is quoted in one sentence is seldom what the next one is about
        weight = 3.0 - 1.2 * distance + focus.rank - (0.0 if several else 0.5)
        if focus.quoted and not layout.quoted[token.i]:
            weight -= 1.5
        if best is None or weight > best[0]:
            best = (weight, focus.keys)
    rival = _plural_thing(scene, token)
    if best is not None and best[0] > 1.0 and (rival is None or rival <= best[0]):
        return best[1], False
    if token.tag_ == "PRP$" and best is None:
        return _their_single(scene, token)
    return _NOBODY


def _speaks(scene: Scene, token: Token) -> bool:
    return token.dep_ == "nsubj" and clause_of(token).lemma_.lower() in scene.words.lists["verbs.speech"]


def _plural_thing(scene: Scene, token: Token) -> float | None:
    """Weight of the nearest plural noun that is no actor ("sanctions", "talks"), a rival for "they" and "them"."""
    if _speaks(scene, token) or token.dep_ == "dative":  # things are given nothing
        return None
    here = scene.layout.sentence[token.i]
    doer = subject_of(clause_of(token)) if token.dep_ in {"dobj", "dative", "pobj"} else None
    best: float | None = None
    for other in reversed(scene.doc[max(0, token.i - _RIVAL_WINDOW) : token.i]):
        distance = here - scene.layout.sentence[other.i]
        if distance > 1:
            break
        if other == doer:  # "the mediators handed them a paper"
            continue
        if other.tag_ != "NNS" or other.i in scene.by_token or other.dep_ in {"compound", "npadvmod"}:
            continue
        rank = 2.0 if other.dep_ in {"nsubj", "nsubjpass"} else (0.8 if other.dep_ == "dobj" else 0.2)
        if token.dep_ in {"dobj", "pobj"} and other.dep_ in {"dobj", "pobj"}:
            rank += 1.0
        weight = 3.0 - 1.2 * distance + rank - (2.0 if token.dep_ in {"nsubj", "poss"} else 0.0)
        if best is None or weight > best:
            best = weight
    return best


def _their_single(scene: Scene, token: Token) -> _Meant:
    """ "their" with nothing plural before it. "Their talks" are those of both parties that the sentence has named;
    "their demands" those of the party that is not subject of the clause itself."""
    parties: dict[str, None] = {}
    for focus in scene.discourse.recent(token, 0):
        for key in focus.keys:
            if scene.cast.members[key].kind in {"state", "group"}:
                parties[key] = None
    if len(parties) == 2 and token.head.lemma_.lower() in scene.words.lists["collective.mutual"]:
        return tuple(reversed(parties)), False
    own = subject_of(clause_of(token))
    own_keys = set(scene.keys_at(own)) if own is not None else set()

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind in {"state", "group"} and member.key not in own_keys else None

    return scene.discourse.choose(scene.discourse.weigh(token, fits, 0))
