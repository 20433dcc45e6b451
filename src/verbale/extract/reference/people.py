"""People: the names that one goes by, the offices that titles tell, and which of two men called Kim is meant."""

from spacy.tokens import Token

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.names import Name
from verbale.extract.reference.parties import movement_in_focus, state_in_focus
from verbale.extract.reference.person_names import fit, person_name
from verbale.extract.reference.salience import NOUN_REACH, PRONOUN_REACH
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import Title, office_core, title_before, title_beside
from verbale.extract.reference.words import fold
from verbale.model import Office
from verbale.world import Entry, party_of_leader

_MAX_BESIDE = 16
# Words that make an office another one: "vice president", "former minister".
_OTHER = frozenset({"vice", "deputy", "assistant", "under", "former", "ex", "late"})


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
        scene.consumed.update(i for i in range(title.start, title.end) if i not in scene.within)
        reach = name.start if title.head < name.start else scene.doc[title.head].right_edge.i + 1
        scene.asides.update(range(title.left, max(title.end, min(reach, title.head + _MAX_BESIDE))))


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
    if not titles:
        member.party = member.party or _led_by(scene, name)
        owner = scene.party_entry_at(name.start - 2) if name.start > 1 and doc[name.start - 1].tag_ == "POS" else None
        if owner is not None and not member.party:  # "Angola's João Lourenço"
            member.party = owner.name
    for title in titles:
        _learn_office(scene, member, title, in_turn)
    if member.party is None and member.affiliation is None:  # what the text tells comes first
        member.party = scene.cast.party_name(party_of_leader(member.name))


def _learn_office(scene: Scene, member: Member, title: Title, in_turn: bool) -> None:
    doc = scene.doc
    text = title.text(doc)
    party, affiliation = title_party(scene, title, in_turn)
    role = doc[title.head].lemma_.lower()
    member.role_words.add(role)
    if not member.gender:
        member.gender = scene.words.role_gender.get(role, "")
    member.party = member.party or party
    member.affiliation = member.affiliation or affiliation
    if role in scene.words.lists["titles.no_office"]:
        return
    for n, office in enumerate(member.offices):
        if fold(office.title) == fold(text):
            if office.party is None and party:
                member.offices[n] = Office(office.title, party, office.evidence)
            return
    member.offices.append(Office(text, party, scene.span(title.start, title.end)))


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


def title_party(scene: Scene, title: Title, in_turn: bool) -> tuple[str | None, str | None]:
    """Party and affiliation that a title tells: a demonym or owner in it, "of Iran", "at the Institute", a ministry
    that one state alone has, or the place where its holder is said to speak.

    `in_turn` is True while the text is read in order, when "the country's" can be resolved.
    """
    doc = scene.doc
    for i in range(title.left, title.head):
        name = scene.name_at(i)
        if name is None:
            continue
        entry = scene.party_entry_at(i)
        if entry is not None:
            return entry.name, None
        if name.kind in {"org", "ministry", "body", "armed", "outlet", "seat"}:
            member = scene.member_at(i)
            if member is not None:
                return member.party or (member.name if member.kind != "government_body" else None), member.name
    party, affiliation = _party_behind(scene, title)
    if party or affiliation:
        return party, affiliation
    if in_turn:
        owner = next((c for c in doc[title.head].lefts if c.dep_ == "poss"), None)
        keys = scene.keys_at(owner) if owner is not None else ()
        if len(keys) == 1:
            return scene.party_name_of(scene.cast.members[keys[0]]), None
        party = _party_in_focus(scene, title)
        if party:
            return party, None
    return _domestic_party(scene, title), None


def _party_in_focus(scene: Scene, title: Title) -> str | None:
    """ "chief government negotiator", "rebel commander": of the government or the movement that the report is about."""
    keys: tuple[str, ...] = ()
    ambiguous = False
    told = {scene.doc[i].lower_ for i in range(title.left, title.head)}
    if told & scene.words.lists["official.of_government"]:
        keys, ambiguous = state_in_focus(scene, scene.doc[title.head])
    elif told & scene.words.lists["official.of_movement"]:
        keys, ambiguous = movement_in_focus(scene, scene.doc[title.head])
    elif told & scene.words.lists["official.of_president"]:
        return _party_of_the_president(scene)
    return scene.party_name_of(scene.cast.members[keys[0]]) if len(keys) == 1 and not ambiguous else None


def _party_of_the_president(scene: Scene) -> str | None:
    """ "presidential spokesman": of the one state whose president the report has named so far."""
    presidents = (m for m in scene.cast.members.values() if m.kind == "person" and "president" in m.role_words)
    parties = {m.party for m in presidents if holds(scene, m, "president")}
    return parties.pop() if len(parties) == 1 else None


def _party_behind(scene: Scene, title: Title) -> tuple[str | None, str | None]:
    """What stands behind the role noun: "of Colombia", "at the Sejong Institute", "for the FARC"."""
    doc = scene.doc
    party: str | None = None
    affiliation: str | None = None
    sent = doc[title.head].lemma_.lower() in scene.words.lists["titles.sent"]
    owners = {"of", "from"} if sent else {"of", "for", "from"}
    stop = min(doc[title.head].right_edge.i + 1, title.head + _MAX_BESIDE, len(doc))
    i = title.head + 1
    if i < title.end:
        stop = max(stop, title.end)
    while i < stop:
        token = doc[i]
        name = scene.starts.get(i)
        if token.dep_ in {"relcl", "acl"} or (i >= title.end and token.pos_ == "VERB"):
            break
        if name is not None and name.kind == "person":
            break
        member = scene.member_at(i) if name is not None else None
        if member is not None:
            entry = scene.party_entry_at(i)
            if member.kind in {"organisation", "government_body", "group"} and (entry is None or entry.kind != "state"):
                affiliation = affiliation or member.name
                party = party or (member.party if member.kind == "government_body" else None)
                if party is None and member.world and member.world.startswith(("body/", "armed/", "party/")):
                    party = member.name
            elif entry is not None and doc[i].head.lower_ in owners:
                party = party or entry.name
        i += 1
    return party, affiliation


def _domestic_party(scene: Scene, title: Title) -> str | None:
    """The state of an office named without one: by a ministry that one state alone has, or by the place where the
    sentence says that its holder speaks or sits ("at the National Assembly in Seoul")."""
    words = title.text(scene.doc).split()
    if not words or words[-1].lower() not in scene.words.lists["titles.domestic"]:
        return None
    if words[-1].lower() == "minister" and len(words) > 1:
        subject = " ".join(words[:-1])
        for form in (f"{subject} Ministry", f"Ministry of {subject}"):
            ids = scene.world.by_form.get(form, ())
            if len(ids) == 1:
                return scene.cast.party_name(scene.world.entries[ids[0]].party)
    sentence = scene.doc[title.head].sent
    at_home = _capital_of_speaker(scene, title, sentence.start) or scene.dateline_party()
    if at_home is not None:
        return at_home
    for token in scene.doc[title.head : min(sentence.end, title.head + 40)]:
        if token.dep_ != "pobj" or token.head.lower_ not in {"in", "at"}:
            continue
        member = scene.member_at(token.i)
        if member is not None and member.kind == "government_body" and member.party:
            return member.party
        if token.head.head.lemma_.lower() in scene.words.bodies:
            entry = scene.party_entry_at(token.i)
            if entry is not None and entry.kind == "state":
                return entry.name
    return None


def meet_countryman(scene: Scene, name: Name, head: Token) -> None:
    """ "the South African": the person in focus who belongs to that state, if there is one."""

    def fits(member: Member) -> float | None:
        return 0.0 if member.kind == "person" and name.entry and member.party == name.entry.name else None

    keys, ambiguous = scene.discourse.choose(scene.discourse.weigh(head, fits, PRONOUN_REACH))
    if len(keys) == 1:
        scene.mention(name.start, name.end, head.i, "nominal", keys, ambiguous)
        scene.discourse.remember(head, keys)


def place_by_whole_report(scene: Scene, name: Name) -> None:
    """A "rebel commander" whose movement is named only after him: the one movement (or government) in the report."""
    title = next(iter(scene.titles.get(name.start, ())), None)
    member = scene.member_at(name.start)
    if title is None or member is None or member.party is not None:
        return
    told = {scene.doc[i].lower_ for i in range(title.left, title.head)}
    if told & scene.words.lists["official.of_movement"]:
        parties = [m for m in scene.cast.members.values() if m.kind == "group" and (m.world or "").startswith("armed/")]
    elif told & scene.words.lists["official.of_government"]:
        parties = [m for m in scene.cast.members.values() if m.kind == "state" and "government" in m.role_words]
    else:
        return
    if len(parties) == 1:
        member.party = parties[0].name


def _capital_of_speaker(scene: Scene, title: Title, start: int) -> str | None:
    """ "In Bogotá, President X …", "Minister Y said in Belgrade": news English leaves the state out where the office is
    of the capital that it reports from. Only for a state that the report is about."""
    doc = scene.doc
    while start < title.left and (doc[start].is_space or doc[start].is_punct):
        start += 1
    if start + 1 < title.left and doc[start].lower_ == "in":
        party = scene.party_of_capital(start + 1)
        if party is not None:
            return party
    name = first_of_coordination(doc[title.end] if title.end < len(doc) else doc[title.head])
    for _ in range(4):
        if name.dep_ in {"nsubj", "nsubjpass"}:
            break
        name = name.head
    if name.dep_ != "nsubj":
        return None
    for child in name.head.rights:
        if child.dep_ == "prep" and child.lower_ == "in":
            for noun in child.rights:
                party = scene.party_of_capital(noun.i)
                if party is not None:
                    return party
    return None


def _led_by(scene: Scene, name: Name) -> str | None:
    """ "X, who leads the American team": the party that the person leads or speaks for."""
    head = scene.doc[name.start : name.end].root
    verb = next((c for c in head.rights if c.dep_ == "relcl" and c.lemma_ in {"lead", "head", "represent"}), None)
    led = next((c for c in verb.rights if c.dep_ == "dobj"), None) if verb is not None else None
    if led is None:
        return None
    for token in (led, *led.lefts):
        entry = scene.party_entry_at(token.i)
        if entry is not None:
            return entry.name
    return None


def short_name(scene: Scene, name: Name, head: Token) -> tuple[tuple[str, ...], bool]:
    """Who of the people in the report "Kim" is: by fit, title, gender and salience; new where nobody fits."""
    text = scene.text(name.start, name.end)
    fitting = scene.cast.people_fitting(person_name(text))
    title = next(iter(scene.titles.get(name.start, ())), None)
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


def holds(scene: Scene, member: Member, role: str, core: str = "") -> bool:
    """True where `member` holds, or is called by, an office that "the `role`" may call.

    `core` is the role with the words that make it another office ("vice president" is no president).
    """
    core = core or role
    cores = {office_core(office.title, "") for office in member.offices} | (
        member.role_words if not member.offices else set()
    )
    if any(known == core or (known.endswith(" " + core) and not _deputises(known)) for known in cores):
        return True
    alike = scene.cast.alike(role) if core == role or core not in scene.words.person_titles else scene.cast.alike(core)
    if "*" in alike:
        return bool(member.offices or member.role_words)
    if _deputises(core):
        return False
    return any(
        known == word or (known.endswith(" " + word) and not _deputises(known)) for known in cores for word in alike
    )


def _deputises(core: str) -> bool:
    first, *rest = core.split()
    return first in _OTHER or "vice" in rest or "deputy" in rest
