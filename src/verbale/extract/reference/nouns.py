"""Nouns that mean an actor without naming it: "the minister", "the ministry", "the government", "the two sides"."""

from spacy.tokens import Token

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import clause_of, first_of_coordination, subject_of
from verbale.extract.reference.links import known_body
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.parties import state_in_focus
from verbale.extract.reference.people import holds
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import office_core, role_class
from verbale.extract.reference.words import fold
from verbale.model import MentionForm, Office

_Meant = tuple[tuple[str, ...], bool]
_NOBODY: _Meant = ((), False)
_LONGEST_LIST = 12
_PARAGRAPH = 400  # tokens back that a paragraph is searched for the office it is about


def meet_noun(scene: Scene, phrase: Phrase) -> None:
    """Resolve a noun phrase, in its turn."""
    form: MentionForm = "nominal"
    keys: tuple[str, ...] = ()
    ambiguous = False
    if phrase.sort == "collective":
        keys, form = _collective(scene, phrase), "collective"
    elif phrase.sort == "role":
        keys, ambiguous = _role(scene, phrase)
        first = scene.cast.members[keys[0]] if keys else None
        form = "description" if first is not None and first.kind == "unnamed" else "title"
    else:
        keys, ambiguous = _body(scene, phrase)
    if keys:
        scene.mention(phrase.start, phrase.end, phrase.head.i, form, keys, ambiguous)
        scene.discourse.remember(phrase.head, keys, ambiguous)


def _parties_beside(scene: Scene, phrase: Phrase) -> list[Member]:
    """States and bodies named in the noun phrase: "Iranian", "Iran's", "his country's", "of Iran", "from Seoul"."""
    found: list[Member] = []
    for token in phrase.modifiers:
        entry = scene.party_entry_at(token.i)
        if entry is not None:
            found.append(scene.party_member(entry))
            continue
        found += [scene.cast.members[k] for k in scene.keys_at(token) if scene.cast.members[k].kind != "place"]
    return found


def _collective(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """ "the two sides"; "the leaders of the two countries" are the people if the report names them."""
    if phrase.of_people:
        beside = [m for m in _parties_beside(scene, phrase) if m.is_party()]
        if len(beside) == phrase.number:
            return tuple(m.key for m in beside)
    before = phrase.start - 2
    if before >= 0 and scene.doc[phrase.start - 1].text == "," and before in scene.within:
        named = _joined(scene, first_of_coordination(scene.doc[before]))  # "Cuba and Norway, the two guarantors"
        if len(named) == phrase.number:
            return named
    if any(scene.party_entry_at(t.i) or scene.name_at(t.i) for t in phrase.modifiers if t.i < phrase.head.i):
        return ()  # "the three European powers" are who they are, not who was named last
    if not phrase.of_people:
        return scene.discourse.pair(phrase.head, phrase.number, False)
    role = phrase.head.lemma_.lower()
    gender = scene.words.role_gender.get(role, "")

    def may_be(member: Member) -> bool:
        return not gender or member.gender in {"", gender}

    keys = scene.discourse.pair(phrase.head, phrase.number, True, lambda m: may_be(m) and holds(scene, m, role))
    keys = keys or scene.discourse.pair(phrase.head, phrase.number, True, may_be)
    if not keys:
        keys = scene.discourse.pair(phrase.head, phrase.number, False)
    return keys


def _joined(scene: Scene, first: Token) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    token: Token | None = first
    for _ in range(_LONGEST_LIST):
        if token is None:
            break
        keys.update(dict.fromkeys(scene.keys_at(token)))
        token = next((c for c in token.rights if c.dep_ == "conj"), None)
    return tuple(keys)


# ---- people by their role ------------------------------------------------------------------------------------------


def _role(scene: Scene, phrase: Phrase) -> _Meant:
    """Who "the minister", "the Iranian envoy" or "a diplomat" is."""
    beside = _parties_beside(scene, phrase)
    party = next((name for m in beside if (name := scene.party_name_of(m))), None)
    role = phrase.head.lemma_.lower()
    if role not in scene.words.roles:
        role = phrase.head.lower_
    if phrase.plural:
        return _plural_role(scene, phrase, party)
    if phrase.definite:
        keys, ambiguous = _known_holder(scene, phrase, role, party)
        if keys:
            return keys, ambiguous
        bridged = _told_after(scene, phrase, role, party)
        if bridged is not None:
            return (bridged.key,), False
        if role_class(phrase.head) == "office" and party is not None and _is_holder(phrase):
            return _new_holder(scene, phrase, role, party)
    return _described(scene, phrase, party) if is_source(scene, phrase) else _NOBODY


def _is_holder(phrase: Phrase) -> bool:
    """ "Iran's president" is someone; "the head of Iran's delegation to the talks on Yemen" is not worth a name."""
    return phrase.head.dep_ not in {"attr", "compound"} or phrase.head.head.lemma_ != "be"


def _known_holder(scene: Scene, phrase: Phrase, role: str, party: str | None) -> _Meant:
    owners = phrase.owner_keys(scene.keys_at)
    doer = subject_of(clause_of(phrase.head))
    if doer is not None and doer.i < phrase.head.i:
        owners |= set(scene.keys_at(doer))  # "Rodríguez led the president's team": another's
    beside = {m.name for m in _parties_beside(scene, phrase)}
    extra = {fold(word) for word in phrase.adjectives}
    core = office_core(phrase.title_text(scene.report.text), role)
    gender = scene.words.role_gender.get(role, "")

    def fits(member: Member) -> float | None:
        if member.kind not in {"person", "unnamed"} or member.plural or member.key in owners:
            return None
        same = party is not None and (member.party == party or member.affiliation in beside)
        if party is not None and not same and (member.party is not None or member.affiliation):
            return None
        if gender and member.gender not in {"", gender}:
            return None
        officeless = not member.offices and not member.role_words
        if not holds(scene, member, role, core) and not (officeless and same and member.kind == "person"):
            return None
        bonus = 1.0 if role in member.role_words else 0.0
        if party is not None:
            bonus += 1.0 if same else -1.0
        told = {fold(word) for office in member.offices for word in office.title.split()}
        if member.kind == "unnamed":
            told |= {fold(word) for word in member.name.split()}
        if member.offices or member.kind == "unnamed":
            bonus -= 1.5 * len(extra - told)
        return bonus if bonus > -2.0 else None

    def unplaced(member: Member) -> float | None:
        placed = member.offices or member.role_words or member.affiliation
        return 0.0 if member.kind == "person" and not placed and member.key not in owners else None

    weights = scene.discourse.weigh(phrase.head, fits, NOUN_REACH)
    weights = {key: weight for key, weight in weights.items() if weight > -0.6}
    if not weights and party is None and role_class(phrase.head) == "office":
        # Nobody is known to hold the office: the one person near whose office the report has not told.
        weights = scene.discourse.weigh(phrase.head, unplaced, 1)
        if len(weights) > 1:
            return _NOBODY
    return scene.discourse.choose(weights)


def _told_after(scene: Scene, phrase: Phrase, role: str, party: str | None) -> Member | None:
    """ "Freeland walked out. The Canadian minister …": the office of someone just named without one, told afterwards.

    Only where it is subject, and one person alone, of no office or party known, was subject of the sentence before.
    """
    if party is None or phrase.head.dep_ != "nsubj":
        return None

    def fits(member: Member) -> float | None:
        known = member.offices or member.role_words or member.affiliation or member.party
        return 0.0 if member.kind == "person" and not known else None

    here = scene.layout.sentence[phrase.head.i]
    weights = scene.discourse.weigh(phrase.head, fits, 1, least_rank=2.0)
    if len(weights) != 1 or any(
        focus.sentence == here and focus.subject for focus in scene.discourse.recent(phrase.head, 0)
    ):
        return None
    member = scene.cast.members[next(iter(weights))]
    member.party = party
    member.role_words.add(role)
    title = phrase.title_text(scene.report.text)
    member.offices.append(Office(title, party, scene.span(phrase.start, phrase.end)))
    return member


def _new_holder(scene: Scene, phrase: Phrase, role: str, party: str) -> _Meant:
    """The holder of an office that one person has, known by it alone: "Iran's supreme leader"."""
    text = scene.report.text
    member = scene.cast.add(
        phrase.bare_text(text),
        "person",
        party=party,
        role_words={role},
        gender=scene.words.role_gender.get(role, ""),
    )
    member.offices.append(Office(phrase.title_text(text), party, scene.span(phrase.start, phrase.end)))
    return (member.key,), False


def _plural_role(scene: Scene, phrase: Phrase, party: str | None) -> _Meant:
    """ "the officials said": those described before in the same words, else a new description."""
    if phrase.definite and not phrase.modifiers:
        role = phrase.head.lemma_.lower()

        def fits(member: Member) -> float | None:
            return 1.0 if member.kind == "unnamed" and member.plural and role in member.role_words else None

        keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(phrase.head, fits, NOUN_REACH))
        if keys:
            return keys, ambiguous
    return _described(scene, phrase, party) if is_source(scene, phrase) else _NOBODY


def is_source(scene: Scene, phrase: Phrase) -> bool:
    """True for a noun that speaks: subject of a verb of saying, or after "according to"."""
    top = first_of_coordination(phrase.head)
    if top.dep_ == "nsubj":
        return top.head.lemma_.lower() in scene.words.lists["verbs.speech"]
    return top.dep_ == "pobj" and top.head.lower_ == "to" and top.head.head.lower_ == "according"


def _described(scene: Scene, phrase: Phrase, party: str | None) -> _Meant:
    name = phrase.description(scene.report.text)
    role = phrase.head.lemma_.lower()
    affiliation = next(
        (m.name for m in _parties_beside(scene, phrase) if m.kind in {"government_body", "organisation"}), None
    )
    member = scene.cast.add(
        name,
        "unnamed",
        party=party or party_in_context(scene, phrase),
        plural=phrase.plural,
        role_words={role},
        gender="" if phrase.plural else scene.words.role_gender.get(role, ""),
        affiliation=affiliation,
    )
    return (member.key,), False


def party_in_context(scene: Scene, phrase: Phrase) -> str | None:
    """ "a presidential aide" in a paragraph that opens with the presidential office: of that office's state.

    Only where the paragraph so far names bodies of one state alone as subjects of its sentences.
    """
    if not scene.words.lists["official.adjectives"] & set(phrase.adjectives):
        return None
    found: set[str] = set()
    paragraph = scene.layout.paragraph[phrase.head.i]
    for token in reversed(scene.doc[max(0, phrase.head.i - _PARAGRAPH) : phrase.head.i]):
        if scene.layout.paragraph[token.i] != paragraph:
            break
        member = scene.member_at(token.i)
        if member is None or member.kind != "government_body" or scene.layout.quoted[token.i]:
            continue
        if member.party and token.dep_ in {"nsubj", "nsubjpass"}:
            found.add(member.party)
    return next(iter(found)) if len(found) == 1 else None


# ---- bodies --------------------------------------------------------------------------------------------------------


def _body(scene: Scene, phrase: Phrase) -> _Meant:
    """Which body "the ministry", "the government" or "the rebels" is."""
    noun = phrase.head.lemma_.lower()
    bodies = scene.words.bodies
    sort = bodies.get(phrase.head.lower_) or bodies.get(noun, "")
    beside = _parties_beside(scene, phrase)
    if sort in {"document", "media"}:
        return _NOBODY
    if sort == "capital":
        return _capital(scene, beside)
    if sort in {"state", "country"}:
        return _state(scene, phrase, beside)
    party = next((name for m in beside if (name := scene.party_name_of(m))), None)
    if sort == "government_body" and (party is not None or phrase.adjectives):
        member = _named_body(scene, phrase, beside, party)
        if member is not None:
            return (member.key,), False
    if party is not None and sort == "organisation" and noun not in {"group", "movement", "coalition", "alliance"}:
        return _NOBODY
    return _last_body(scene, phrase, noun, sort) if phrase.definite else _NOBODY


def _state(scene: Scene, phrase: Phrase, beside: list[Member]) -> _Meant:
    """ "the Colombian government", "his country", "Iran's delegation", "the government"."""
    noun = phrase.head.lemma_.lower()
    delegations = scene.words.lists["collective.delegations"]
    for member in beside:
        party = scene.cast.party_member_of(member)
        if party is not None and (party.kind == "state" or noun in delegations):
            party.role_words.add("government")
            return (party.key,), False
    if beside or not phrase.definite or noun in delegations or noun == "authority":
        return _NOBODY
    return state_in_focus(scene, phrase.head, noun if noun in scene.words.lists["collective.forms_of_state"] else "")


def _capital(scene: Scene, beside: list[Member]) -> _Meant:
    """ "the Austrian capital": the town, as a place."""
    state = next((m for m in beside if m.kind == "state" and m.world), None)
    capitals = scene.capitals_of(state.world) if state is not None and state.world else ()
    return ((scene.cast.of_entry(capitals[0], "place").key,), False) if capitals else _NOBODY


def _named_body(scene: Scene, phrase: Phrase, beside: list[Member], party: str | None) -> Member | None:
    """ "the Iranian foreign ministry": the world's entry, one met before, or a new body of that party."""
    name = phrase.title_text(scene.report.text)
    state = next((m for m in beside if m.kind == "state" and m.world), None)
    if state is not None and state.world:
        entry = known_body(scene, name, scene.world.entries[state.world])
        if entry is not None:
            return scene.cast.of_entry(entry, "government_body", party)
    same = scene.cast.bodies_called(name, party)
    if len(same) == 1:
        return same[0]
    owned = any(t.tag_ == "PRP$" for t in phrase.modifiers)
    if not same and party is not None and state is not None and not owned:
        demonym = next(iter(scene.world.entries[state.world].demonyms), "") if state.world else ""
        return scene.cast.named(f"{demonym} {name}".strip(), "government_body", party)
    return None


_ANY_BODY = frozenset({"government_body", "organisation", "group"})
_KINDS = {
    "government_body": {"government_body"},
    "organisation": {"organisation", "group"},
    "armed": {"group"},
}


def _last_body(scene: Scene, phrase: Phrase, noun: str, sort: str) -> _Meant:
    kinds = _KINDS.get(sort, set())

    def fits(member: Member) -> float | None:
        if member.kind not in _ANY_BODY:
            return None
        named = any(noun in fold(text).split() for text in (member.name, *member.aliases))
        if member.kind not in kinds and not named:
            return None
        if sort == "government_body" and not named:
            return None
        if sort == "organisation" and not named:
            if noun not in scene.words.lists["collective.any_body"] or phrase.adjectives:
                return None
            armed = member.kind == "group"
            if armed != (noun in {"group", "movement"}):
                return None
        return 1.5 if named else 0.0

    weights = scene.discourse.weigh(phrase.head, fits, 6 if sort == "organisation" else NOUN_REACH)
    return scene.discourse.choose(weights)
