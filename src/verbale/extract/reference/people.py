"""People: the names that one goes by, the offices that titles tell, and which of two men called Kim is meant."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.leaders import place_leader
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import role_word
from verbale.extract.reference.offices import holds, is_present
from verbale.extract.reference.parties import is_own_party, rules, state_of
from verbale.extract.reference.person_names import fit, person_name
from verbale.extract.reference.salience import NOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.teams import led_by
from verbale.extract.reference.title_parties import MAX_BESIDE, title_party
from verbale.extract.reference.titles import Title, is_plural_role, office_core, title_before, title_beside
from verbale.extract.reference.words import fold
from verbale.language.parse import Token
from verbale.model import Office
from verbale.world import Entry, party_of_leader


def is_full(scene: Scene, name: Name) -> bool:
    """True for a whole name, or one that the case file knows; False for a family name, particles included."""
    if name.entry is not None:
        return True
    known = person_name(scene.text(name.start, name.end))
    if len(known.parts) < 2:
        return False
    fits = [how for how, _ in scene.cast.people_fitting(known)]
    return 3 in fits or 2 not in fits


def find_title(scene: Scene, name: Name) -> None:
    """Find the title before or beside the person's name, and mark its words as read."""
    head = scene.doc[name.start : name.end].root
    before = title_before(scene.doc, name.start, scene.within)
    beside = title_beside(scene.doc, name.start, name.end, head, scene.within)
    if before is not None and beside is not None and not (beside.end <= before.start or beside.start >= before.end):
        beside = None
    titles = tuple(title for title in (before, beside) if title is not None)
    if titles:
        scene.titles[name.start] = titles
    for title in titles:
        own = (i for i in range(title.start, title.end) if i not in scene.within)
        scene.consumed.update(i for i in own if i <= title.head or not _means_body(scene, i))
        reach = name.start if title.head < name.start else scene.doc[title.head].right_edge.i + 1
        scene.asides.update(range(title.left, max(title.end, min(reach, title.head + MAX_BESIDE))))


def _means_body(scene: Scene, i: int) -> bool:
    """ "A spokesman for the rebels", "an official of the movement": who they are is another matter than the title."""
    return scene.words.bodies.get(scene.doc[i].lemma_.lower()) in {"organisation", "armed"}


def whole(scene: Scene, name: Name) -> Member:
    """The member with the whole name at `name`."""
    if name.entry is None:
        return scene.cast.person(scene.text(name.start, name.end))
    return _of_case(scene, name.entry)


def _of_case(scene: Scene, entry: Entry) -> Member:
    """The member for a person of the case file."""
    member = scene.cast.person(entry.name)
    if member.world is None:
        member.world = entry.id
        member.party = scene.cast.party_name(entry.party)
        for form in entry.forms:
            scene.cast.index_alias(member, form)
    return member


def _in_case(scene: Scene, text: str) -> Entry | None:
    """The one person of the case file whom a short name may mean, in a report that never gives the whole name."""
    people = scene.world.case.people if scene.world.case is not None else ()
    known = person_name(text)
    fitting = [person for person in people if fit(known, person_name(person.name)) > 1]
    ids = scene.world.by_form.get(fitting[0].name, ()) if len(fitting) == 1 else ()
    return next((scene.world.entries[id_] for id_ in ids if scene.world.entries[id_].kind == "person"), None)


def learn(scene: Scene, member: Member, name: Name, in_turn: bool = False) -> None:
    """Keep what title, honorific and surroundings tell of the person at `name`."""
    doc = scene.doc
    gender = told_gender(scene, name)
    if gender and not member.gender:
        member.gender = gender
    titles = scene.titles.get(name.start, ())
    style = doc[name.start - 1].lower_ if name.start else ""
    if scene.words.roles.get(style) == "style":
        member.role_words.add(style)
    if member.party is None:
        member.party = _from_state(scene, name)
    told, role = led_by(scene, name)
    member.role_words |= {role} - {""}
    if role == "mediator" and any(is_present(title.text(doc)) for title in titles):
        told = None  # "the Angolan president, who mediates for the African Union", acts for Angola too
    if told is not None and (member.party is None or member.assumed):
        member.party, member.assumed = told, False
    if not titles:
        owner = scene.party_entry_at(name.start - 2) if name.start > 1 and doc[name.start - 1].tag_ == "POS" else None
        if owner is not None and not member.party:  # "Angola's João Lourenço"
            member.party = owner.name
        _learn_elided(scene, member, name)
    generic = scene.words.lists["titles.generic"]
    for title in sorted(titles, key=lambda one: doc[one.head].lemma_.lower() in generic):
        _learn_office(scene, member, title, in_turn)  # "Swiss diplomat X, the OSCE's envoy" is of the OSCE


def _learn_elided(scene: Scene, member: Member, name: Name) -> None:
    """ "Peru's minister, X, and Ecuador's, Y,": Y holds there the office that X holds."""
    doc = scene.doc
    if name.start < 3 or doc[name.start - 1].text != "," or doc[name.start - 2].tag_ != "POS" or member.offices:
        return
    owner, sentence = scene.party_entry_at(name.start - 3), doc[name.start].sent
    if owner is None or member.party not in {None, owner.name}:
        return
    member.party = owner.name
    for other in reversed([n for n in scene.names if sentence.start <= n.start < name.start - 3]):
        for title in scene.titles.get(other.start, ()):
            text = title.text(doc)
            member.role_words.add(role_word(doc[title.head], scene.words))
            member.offices.append(Office(text, owner.name, scene.span(title.start, title.end)))
            return


def _from_state(scene: Scene, name: Name) -> str | None:
    """ "Yemane Gebremeskel of Eritrea", "X, of the Civic Alliance": the state, body or movement behind the name."""
    doc, i = scene.doc, name.end
    i += i < len(doc) and doc[i].text == ","
    if i + 2 >= len(doc) or doc[i].lower_ != "of":
        return None
    i += 1 + (doc[i + 1].lower_ == "the")
    while i < len(doc) - 1 and i not in scene.within and doc[i].lower_ in scene.words.lists["official.of_opposition"]:
        i += 1
    entry = scene.party_entry_at(i)
    if entry is not None:
        return entry.name
    body = scene.member_at(i) if i in scene.within and not rules(scene, i) else None
    return body.name if body is not None and body.world is None and is_own_party(scene, body) else None


def _learn_office(scene: Scene, member: Member, title: Title, in_turn: bool) -> None:
    doc = scene.doc
    if is_plural_role(doc[title.head]):
        return  # of several people: see shared_titles
    text = title.text(doc)
    if not is_present(" ".join(doc[title.left : title.head].text.split())) and is_present(text):
        text = f"former {text}"  # "the former Nigerian president"
    known = party_of_leader(member.name) is not None  # a dateline does not make the visitor a native
    party, affiliation = title_party(scene, title, in_turn, told_only=known)
    role = role_word(doc[title.head], scene.words)
    member.role_words.add(role)
    told = {word.lower_ for word in doc[title.left : title.head]}
    member.interim = member.interim or bool(told & scene.words.lists["titles.interim"])
    if not member.gender:
        member.gender = scene.words.role_gender.get(role, "")
    if party is not None and is_present(text) and (member.party is None or member.assumed):
        member.party, member.assumed = party, False  # what someone was before is nobody's voice now
    member.affiliation = member.affiliation or affiliation
    if role in scene.words.lists["titles.no_office"]:
        if role in scene.words.lists["titles.counterparts"] and in_turn and not member.offices:
            learn_counterpart(scene, member, title)
        return
    for n, office in enumerate(member.offices):
        if fold(office.title) == fold(text):
            if office.party is None and party:
                member.offices[n] = Office(office.title, party, office.evidence)
            return
    member.offices.append(Office(text, party, scene.span(title.start, title.end)))


def learn_counterpart(scene: Scene, member: Member, title: Title) -> None:
    """ "his counterpart in Skopje, X": X holds there the office that "he" holds."""
    owner = next((c for c in scene.doc[title.head].lefts if c.dep_ == "poss"), None)
    keys = scene.keys_at(owner) if owner is not None else ()
    if len(keys) != 1 or member.key in keys:
        return
    owner_party = scene.cast.party_member(scene.cast.members[keys[0]].party or "")
    if member.party is None and owner_party is not None and owner_party.kind == "group":
        state = state_of(scene, owner_party)  # a movement's opposite number
        member.party = state.name if state is not None else None
    held = next((office for office in scene.cast.members[keys[0]].offices if is_present(office.title)), None)
    if held is not None:
        member.offices.append(Office(held.title, member.party, scene.span(title.start, title.end)))
        member.role_words |= scene.cast.members[keys[0]].role_words


def told_gender(scene: Scene, name: Name) -> str:
    """m or f by the honorific before the name or at its start, else ""."""
    doc, lists = scene.doc, scene.words.lists
    for i in (name.start - 1, name.start - 2, name.start):
        if i >= 0 and doc[i].text != ".":
            if doc[i].lower_ in lists["titles.honorific_m"]:
                return "m"
            if doc[i].lower_ in lists["titles.honorific_f"]:
                return "f"
            if i < name.start:
                break
    return ""


def short_name(scene: Scene, name: Name, head: Token) -> tuple[tuple[str, ...], bool]:
    """Who of the people in the report "Kim" is: by fit, title, gender and salience; new where nobody fits."""
    text = scene.text(name.start, name.end)
    inside = _within_clause(scene, name, head)
    fitting = [(how, m) for how, m in scene.cast.people_fitting(person_name(text)) if m.key not in inside]
    title = next(iter(scene.titles.get(name.start, ())), None)
    home = _from_state(scene, name)
    if home is not None:
        fitting = [(how, m) for how, m in fitting if not _is_foreign(scene, m, home)]
    gender = told_gender(scene, name)
    if gender:
        fitting = [(how, m) for how, m in fitting if m.gender in {"", gender}]
    if title is not None and fitting:
        role = scene.doc[title.head].lemma_.lower()
        party, _ = title_party(scene, title, in_turn=True)
        core = office_core(title.text(scene.doc), role)
        if title.head < name.start:  # "the Serbian minister Vucic" is nobody else's; "Vucic, once of Serbia," may be
            fitting = [(how, m) for how, m in fitting if party is None or m.party in {None, party}]
        titled = [(how, m) for how, m in fitting if holds(scene, m, role, core)]
        # A bare title that nobody of that name is known to hold is news of someone known, unless there are several.
        fitting = titled or fitting
    entry = _in_case(scene, text) if not fitting else None
    if entry is not None:
        fitting = [(2, _of_case(scene, entry))]
    if not fitting:
        member = scene.cast.add(text, "person", person=person_name(text), gender=gender)
        scene.cast.index_person(member)
        learn(scene, member, name, in_turn=True)
        place_leader(scene, member)
        return (member.key,), False
    best = max(how for how, _ in fitting)
    candidates = [member for how, member in fitting if how == best]
    if len(candidates) > 1:
        keys = {member.key for member in candidates}
        weights = scene.discourse.weigh(head, lambda m: 0.0 if m.key in keys else None, NOUN_REACH * 3)
        if not weights:
            return tuple(member.key for member in candidates), True
        chosen, ambiguous = scene.discourse.choose(weights)
        if ambiguous:
            return chosen, True
        candidates = [scene.cast.members[chosen[0]]]
    learn(scene, candidates[0], name, in_turn=True)
    return (candidates[0].key,), False


def _is_foreign(scene: Scene, member: Member, home: str) -> bool:
    """True for who stands for another state than `home`: "King Hussein of Jordan" is not Iraq's Saddam Hussein."""
    states = [scene.cast.party_member(party) for party in (member.party or "", home)]
    return member.party != home and all(state is not None and state.kind == "state" for state in states)


def _within_clause(scene: Scene, name: Name, head: Token) -> set[str]:
    """People whose whole names stand in what is said of the one named: "Garang, whose father, the late John Garang"."""
    later = (scene.starts.get(i) for i in range(name.end, head.right_edge.i + 1) if head.dep_ != "ROOT")
    people = [other for other in later if other is not None and other.kind == "person" and is_full(scene, other)]
    return {whole(scene, other).key for other in people}
