"""Whom "it" and "its" mean: a state, body or movement, never a thing."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.descriptions import NOBODY, Meant
from verbale.extract.reference.excluded import NEUTER, clauses_around, may_be
from verbale.extract.reference.layout import clause_of, subject_of
from verbale.extract.reference.scene import Scene
from verbale.language.parse import Token

_BODIES = frozenset({"state", "organisation", "government_body", "group"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "attr"})
_RIVAL_WINDOW = 40
# How far back one is looked for who does what only parties do, in sentences, and how much must speak for it.
_REACH = 2
_LEAST = 2.4
# Who was asked in the sentence before is whoever refuses; who asked is not.
_ASKED, _ASKING = 2.5, -2.5


def it_means(scene: Scene, token: Token) -> Meant:
    """The body or state that is subject of the clause around or before; else, where "it" does or suffers what only
    parties do, the one most told of; nothing else is sure."""
    party = _is_party(scene, token)
    if token.dep_ in _OBJECTS and not party:
        return NOBODY
    out = _others(scene, token)
    for verb in clauses_around(token):
        subject = subject_of(verb)
        if (subject is None or subject == token) and verb.dep_ in {"acl", "ccomp"} and verb.head.i < token.i:
            subject = next((c for c in verb.head.lefts if c.dep_ == "poss"), None)  # "China's threat that it would"
        if subject is None or subject.i >= token.i:
            continue
        if subject.tag_ == "PRP" and subject.lower_ not in NEUTER:
            continue
        keys = scene.keys_at(subject)
        if len(keys) == 1 and scene.cast.members[keys[0]].kind in _BODIES and keys[0] not in out:
            return keys, False
        if not keys and subject.tag_ in {"NN", "NNP"} and (not party or _may_act(scene, subject)):
            return NOBODY
    before = _subject_before(scene, token, party)
    if before is not None and before.key not in out and not _replies(scene, token):
        return (before.key,), False
    agent = token.dep_ == "nsubj" and clause_of(token).lemma_.lower() in scene.words.lists["verbs.speech"]
    if not agent and not party and token.tag_ != "PRP$":
        return NOBODY

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind in _BODIES and not member.plural and member.key not in out else None

    floor = 2.0 if token.tag_ == "PRP$" else _LEAST if party else 2.6
    if party or not agent:
        floor = max(floor, _single_thing(scene, token, party))
    weights = scene.discourse.weigh(token, fits, _REACH if party else 1, least_rank=0.2)
    if not agent:
        weights = {key: weight for key, weight in weights.items() if not _only_source(scene, token, key)}
    for key, bonus in _asked_before(scene, token).items():
        if key in weights:
            weights[key] += bonus
    return scene.discourse.choose({key: weight for key, weight in weights.items() if weight > floor})


def _only_source(scene: Scene, token: Token, key: str) -> bool:
    """True for one told of only by "according to X": it tells, and does nothing."""
    near = [focus for focus in scene.discourse.recent(token, _REACH) if focus.keys == (key,)]
    return bool(near) and all(focus.spoke and not focus.subject for focus in near)


def _is_party(scene: Scene, token: Token) -> bool:
    """True where "it" does what only somebody does ("it refused"), or suffers it ("accused it of", "called on it")."""
    lists, verb = scene.words.lists, token.head
    if token.dep_ == "nsubj":
        if verb.lemma_ == "be":
            return any(c.dep_ == "acomp" and c.lower_ in lists["verbs.willing"] for c in verb.rights)
        bound = [] if verb.lemma_ in lists["verbs.expletive"] else [c for c in verb.rights if c.dep_ == "xcomp"]
        done = [verb, *bound]
        return any(not _phrases(v).isdisjoint(lists["verbs.of_parties"]) for v in done)
    if token.dep_ == "nsubjpass":
        return verb.lemma_ in lists["verbs.addressed_passive"] and not any(c.dep_ == "ccomp" for c in verb.rights)
    if token.dep_ in {"dobj", "dative"}:
        return verb.lemma_ in lists["verbs.addressing"]
    if token.dep_ == "pobj":
        return (verb.lower_, verb.head.lemma_) in _ADDRESSED
    return False


def _phrases(verb: Token) -> set[str]:
    """The verb alone and with what belongs to it: "turn down", "call for"."""
    with_it = (c.lower_ for c in verb.rights if c.dep_ in {"prt", "prep", "advmod"} and c.i == verb.i + 1)
    return {verb.lemma_, *(f"{verb.lemma_} {word}" for word in with_it)}


# A preposition and its verb, of whom "it" is asked.
_ADDRESSED = frozenset({("on", "call"), ("to", "appeal"), ("of", "demand"), ("from", "demand"), ("with", "negotiate")})


def _others(scene: Scene, token: Token) -> set[str]:
    """Whom "it" cannot mean: the subject of the verb whose object it is, and whom its own clause names behind it
    ("it turned down Dhaka's proposal" is not Dhaka's)."""
    verb = clause_of(token)
    out: set[str] = set()
    if token.dep_ in _OBJECTS:
        subject = subject_of(verb)
        out |= may_be(scene, subject) if subject is not None else set()
    if token.tag_ == "PRP":
        low, high = token.i + 1, verb.right_edge.i + 1
        named = (i for i in range(low, high) if i in scene.starts and clause_of(scene.doc[i]) == verb)
        out |= {member.key for i in named if (member := scene.member_at(i)) is not None}
    return out


def _may_act(scene: Scene, subject: Token) -> bool:
    """True for "the court", "Interpol": a body, unresolved, that may be meant as well."""
    return subject.tag_ == "NNP" or subject.lemma_.lower() in scene.words.bodies


def _replies(scene: Scene, token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in scene.words.lists["verbs.replying"]


def _asked_before(scene: Scene, token: Token) -> dict[str, float]:
    """What speaks for one who was asked in the sentence before, and against who asked, at "It refused"."""
    if not _replies(scene, token):
        return {}
    found: dict[str, float] = {}
    here = scene.layout.sentence[token.i]
    for focus in scene.discourse.recent(token, 1):
        noun = scene.doc[focus.token]
        verb = clause_of(noun)
        if focus.sentence != here - 1 or len(focus.keys) != 1 or verb.lemma_ not in scene.words.lists["verbs.asking"]:
            continue
        if focus.subject and noun.dep_ == "nsubj" and verb == noun.head:
            # "wanted the movement to disband": its subject is whom one asks.
            found.setdefault(focus.keys[0], _ASKING)
        elif noun.dep_ in {"dobj", "dative"} or (noun.dep_, noun.head.lower_) in {("pobj", "on"), ("pobj", "to")}:
            found[focus.keys[0]] = _ASKED
    return found


def _subject_before(scene: Scene, token: Token, party: bool) -> Member | None:
    """The one body that was subject of the sentence before "It has refused it"; not "It took a year to agree"."""
    verb = token.head
    opens = token.dep_ == "nsubj" and token.is_sent_start and token.i > 0
    goes_on = any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > verb.i for c in verb.rights)
    if not opens or not (goes_on or party) or (verb.lemma_ in scene.words.lists["verbs.expletive"] and not party):
        return None
    here = scene.layout.sentence[token.i]
    least = 1.8 if party else 2.0
    subjects = [f for f in scene.discourse.recent(token, 1) if f.sentence == here - 1 and f.subject and f.rank >= least]
    if party:
        subjects = subjects[-1:]  # what the sentence begins with
    members = {key for focus in subjects for key in focus.keys}
    last = subjects[0] if subjects else None
    if last is None or len(members) != 1 or last.paragraph != scene.layout.paragraph[token.i] or last.quoted:
        return None
    member = scene.cast.members[next(iter(members))]
    return member if member.kind in _BODIES and not member.plural else None


def _single_thing(scene: Scene, token: Token, party: bool) -> float:
    """Weight of the nearest singular noun that is no actor ("the letter"), a rival for "its"; for an "it" that only
    somebody can be, only of one that may act."""
    here = scene.layout.sentence[token.i]
    for other in reversed(scene.doc[max(0, token.i - _RIVAL_WINDOW) : token.i]):
        if here - scene.layout.sentence[other.i] > 1:
            break
        if other.i in scene.by_token or other.tag_ not in ({"NN", "NNP"} if party else {"NN"}):
            continue
        if other.dep_ not in (_ACTING if party else _RIVALS) or (party and not _may_act(scene, other)):
            continue
        return 3.0 - (here - scene.layout.sentence[other.i]) + (2.5 if other.dep_ != "dobj" else 1.5)
    return 0.0


_RIVALS = frozenset({"dobj", "nsubj", "nsubjpass"})
_ACTING = _RIVALS | {"attr", "pobj", "appos"}
