"""Nouns that mean an actor without naming it: "the minister", "the ministry", "the government", "the two sides"."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.collectives import collective
from verbale.extract.reference.descriptions import NOBODY, Meant, parties_beside
from verbale.extract.reference.fighters import unnamed_fighters
from verbale.extract.reference.holders import meet_role
from verbale.extract.reference.home_states import home_state, town_before
from verbale.extract.reference.last_body import last_body
from verbale.extract.reference.links import known_body
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.parties import contested_states, country_in_focus, movement_in_focus, state_in_focus
from verbale.extract.reference.protagonists import leading_state, times_named
from verbale.extract.reference.report_home import home_of
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.words import fold
from verbale.model import MentionForm


def meet_noun(scene: Scene, phrase: Phrase) -> None:
    """Resolve a noun phrase, in its turn."""
    form: MentionForm = "nominal"
    keys: tuple[str, ...] = ()
    ambiguous = False
    if phrase.sort == "collective":
        keys, form = collective(scene, phrase), "collective"
    elif phrase.sort == "role":
        keys, ambiguous = meet_role(scene, phrase)
        first = scene.cast.members[keys[0]] if keys else None
        kind = first.kind if first is not None else ""
        form = "description" if kind == "unnamed" else "title" if kind == "person" else "nominal"
    else:
        keys, ambiguous = _body(scene, phrase)
    if keys:
        scene.mention(phrase.start, phrase.end, phrase.head.i, form, keys, ambiguous)
        scene.discourse.remember(phrase.head, keys, ambiguous)


# ---- bodies --------------------------------------------------------------------------------------------------------


def _body(scene: Scene, phrase: Phrase) -> Meant:
    """Which body "the ministry", "the government" or "the rebels" is."""
    noun = phrase.head.lemma_.lower()
    bodies = scene.words.bodies
    sort = bodies.get(phrase.head.lower_) or bodies.get(noun, "")
    beside = parties_beside(scene, phrase)
    if sort in {"document", "media"}:
        return NOBODY
    if sort == "capital":
        return _capital(scene, phrase, beside)
    if sort in {"state", "country"}:
        return _state(scene, phrase, beside)
    if sort in {"organisation", "armed"}:
        owned = _owned_movement(scene, phrase)
        if owned is not None:
            return ((owned.key,), False) if owned.kind != "state" else NOBODY
    party = next((name for m in beside if (name := scene.party_name_of(m))), None)
    if sort == "government_body" and (party is not None or phrase.adjectives):
        member = _named_body(scene, phrase, beside, party)
        if member is not None:
            return (member.key,), False
    if noun in scene.words.lists["collective.opponents"]:
        opposition = _opposition(scene, phrase)
        if opposition is not None:
            return (opposition.key,), False
    if party is not None and sort == "organisation" and (noun not in {"group", "movement"} or _of_state(beside)):
        return NOBODY  # "Iran's alliance" is a relation
    fighters = unnamed_fighters(scene, phrase) if sort == "armed" else None
    if fighters is not None:
        return (fighters.key,), False
    of_head = noun == "office" and _is_of_head(scene, phrase)
    if not phrase.definite and not of_head and not (noun == "police" and phrase.head.dep_ in {"nsubj", "nsubjpass"}):
        return NOBODY
    last = last_body(scene, phrase, noun, sort)
    state = home_state(scene, phrase) if not last[0] and not beside else None
    unnamed = of_head or noun in scene.words.lists["official.forces"]
    if state is None and not last[0] and not beside and unnamed:
        state = _home_of_forces(scene, phrase)
    member = _named_body(scene, phrase, [state], state.name) if state is not None else None
    if member is not None:
        member.aliases.setdefault(phrase.title_text(scene.report.text))
    return ((member.key,), False) if member is not None else last


def _is_of_head(scene: Scene, phrase: Phrase) -> bool:
    """ "The president's office": of the state that he is president of."""
    owners = (child for child in phrase.head.lefts if child.dep_ == "poss")
    return any(owner.lemma_.lower() in scene.words.lists["official.heads"] for owner in owners)


def _home_of_forces(scene: Scene, phrase: Phrase) -> Member | None:
    """The state whose army, police or parliament the report leaves unnamed: that of the town which begins the sentence,
    else the one that it is at home in, where it tells of no other state more."""
    several = phrase.plural and phrase.head.lower_ != "police"
    governed = phrase.head.dep_ in {"nsubj", "nsubjpass", "pobj"}
    blamed = phrase.head.dep_ == "dobj" and phrase.head.head.lemma_ in scene.words.lists["verbs.at_forces"]
    if several or not (governed or blamed):
        return None
    if set(phrase.adjectives) - scene.words.lists["official.of_government"]:  # "the next cabinet"
        return None
    town = town_before(scene, phrase)
    state = scene.cast.party_member(town or home_of(scene, phrase.head.i) or "")
    told = {key: n for key, n in times_named(scene).items() if scene.cast.members[key].kind == "state"}
    if state is None and len(told) == 1 and max(told.values()) > 1:
        return scene.cast.members[next(iter(told))]  # a report on the affairs of one state
    if state is None or town is not None or state.name in contested_states(scene):
        return state
    others = (n for key, n in told.items() if key != state.key)
    return state if told.get(state.key, 0) > max(others, default=0) else None


def _of_state(beside: list[Member]) -> bool:
    return all(member.kind == "state" for member in beside)


def _owned_movement(scene: Scene, phrase: Phrase) -> Member | None:
    """ "his group", "Machar's movement, known as the SPLM-IO": the party of the one whose it is, which a name behind
    may tell. A state where that person is of one: "his alliance" is another thing then."""
    if phrase.plural:
        return None
    owners = phrase.owner_keys(scene.keys_at)
    owner = scene.cast.members[next(iter(owners))] if len(owners) == 1 else None
    if owner is None or owner.kind not in {"person", "unnamed"}:
        return None
    named = _called(scene, phrase.end)
    if named is not None:
        owner.party = owner.party or named.name
        return named
    if owner.party is None and owner.affiliation is not None:
        return next(
            (m for m in scene.cast.members.values() if m.name == owner.affiliation and m.kind != "person"), None
        )
    return scene.cast.party_member_of(owner)


def _called(scene: Scene, i: int) -> Member | None:
    """The body that "…, known as the X," or "…, the X," names from token `i` on."""
    doc = scene.doc
    if i >= len(doc) or doc[i].text not in {",", "("}:
        return None
    for token in doc[i + 1 : i + 5]:
        name = scene.starts.get(token.i)
        if name is not None:
            member = scene.member_at(token.i)
            return member if member is not None and member.kind in {"group", "organisation"} else None
        if token.lower_ not in {"known", "called", "named", "as", "the", "now", "also"}:
            return None
    return None


def _state(scene: Scene, phrase: Phrase, beside: list[Member]) -> Meant:
    """ "the Colombian government", "his country", "Iran's delegation", "the government"."""
    noun = phrase.head.lemma_.lower()
    delegations = scene.words.lists["collective.delegations"]
    for member in (*beside, *_sitting_in(scene, phrase)):
        party = scene.cast.party_member_of(member)
        if party is not None and (party.kind == "state" or noun in delegations):
            party.role_words.add("government")
            return (party.key,), False
    if beside or not phrase.definite or noun == "authority" or _names_a_place(scene, phrase):
        return NOBODY
    if noun in delegations:
        return _delegation(scene, phrase)
    if phrase.plural and noun in scene.words.lists["collective.states"]:
        return NOBODY  # "the 53 member countries"
    if noun in scene.words.lists["collective.lands"]:
        return country_in_focus(scene, phrase.head)
    return state_in_focus(scene, phrase.head, noun if noun in scene.words.lists["collective.forms_of_state"] else "")


def _delegation(scene: Scene, phrase: Phrase) -> Meant:
    """ "The government delegation", "the rebel side": of the government or the movement that the report is about."""
    lists, told = scene.words.lists, {fold(word) for word in phrase.adjectives}
    if told & lists["official.of_government"]:
        return state_in_focus(scene, phrase.head)
    return movement_in_focus(scene, phrase.head) if told & lists["official.of_movement"] else NOBODY


def _names_a_place(scene: Scene, phrase: Phrase) -> bool:
    """ "Darfur's government", "the Catalan government": of a place that is no state of the world data."""
    kinds = {name.kind for t in phrase.modifiers if (name := scene.name_at(t.i)) is not None}
    return bool(kinds & {"place", "region", "people", "org"})


def _sitting_in(scene: Scene, phrase: Phrase) -> list[Member]:
    """ "the government in Skopje": of the state whose capital it is."""
    sent = phrase.head.lemma_.lower() in scene.words.lists["collective.delegations"]
    if sent or phrase.end + 1 >= len(scene.doc) or scene.doc[phrase.end].lower_ != "in":
        return []
    entry = scene.party_entry_at(phrase.end + 1)
    return [scene.party_member(entry)] if entry is not None and entry.kind == "state" else []


def _capital(scene: Scene, phrase: Phrase, beside: list[Member]) -> Meant:
    """ "the Austrian capital", "the capital": the town, as a place."""
    state = next((m for m in beside if m.kind == "state" and m.world), None)
    if state is None and phrase.definite and not (phrase.plural or phrase.modifiers or phrase.adjectives):
        about = leading_state(scene)
        keys, ambiguous = ((about,), False) if about else country_in_focus(scene, phrase.head)
        state = scene.cast.members[keys[0]] if len(keys) == 1 and not ambiguous else None
    capitals = scene.capitals_of(state.world) if state is not None and state.world else ()
    return ((scene.cast.of_entry(capitals[0], "place").key,), False) if capitals else NOBODY


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


def _opposition(scene: Scene, phrase: Phrase) -> Member | None:
    """ "The opposition": the one movement or party that the report has called so beside its name."""
    if not phrase.definite or any(scene.name_at(token.i) for token in phrase.modifiers):
        return None  # "the Syrian opposition" may be another
    found: dict[str, Member] = {}
    for name in scene.names:
        body = scene.member_at(name.start) if name.start < phrase.start else None
        if body is not None and body.kind in {"group", "organisation"} and _called_opposition(scene, name):
            found[body.key] = body
    return next(iter(found.values())) if len(found) == 1 else None


def _called_opposition(scene: Scene, name: Name) -> bool:
    """ "The opposition Civic Alliance", "the Civic Alliance, the main opposition bloc,"."""
    doc, words = scene.doc, scene.words.lists["collective.opponents"]
    before = doc[name.start - 1].lower_ if name.start else ""
    if before in words or name.end >= len(doc) or doc[name.end].text != ",":
        return before in words
    for token in doc[name.end + 1 : name.end + _ASIDE]:  # whatever the parse makes of it
        if token.lower_ in words:
            return token.head.lower_ not in {"to", "of"}
        if token.is_punct or token.pos_ in {"VERB", "AUX", "ADP", "CCONJ"}:
            return False
    return False


_ASIDE = 6  # tokens behind a movement's name that tell what it is
