"""Parties of people whose title names none: by what the paragraph and the whole report are about.

These look at what has been resolved around a title, so they are tried after the reading, where nothing nearer told.
"""

from dataclasses import replace

from verbale.extract.reference.beside_parties import party_beside
from verbale.extract.reference.body_parties import may_be_called, stands_for
from verbale.extract.reference.cast import Member
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import role_word
from verbale.extract.reference.offices import is_present
from verbale.extract.reference.paragraphs import party_of_paragraph
from verbale.extract.reference.parties import contested_states, is_movement
from verbale.extract.reference.report_home import fits_office, home_of, only_possible, other_of_pair
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.teams import leading_verbs, led_by_passive
from verbale.extract.reference.title_parties import MAX_BESIDE, party_of_owner, party_of_president
from verbale.extract.reference.titles import Title
from verbale.language.parse import Token
from verbale.world import party_of_leader

_PARAGRAPH = 400  # tokens back that a paragraph is searched for whom it is about


def place_late(scene: Scene, name: Name) -> None:
    """Give the titled person at `name` the party that the text around tells, where the reading found none."""
    member = scene.member_at(name.start)
    if member is None or member.party is not None or member.affiliation is not None:
        return
    member.party = _led(scene, name) or party_beside(scene, name)
    if member.party is not None:
        return
    for title in scene.titles.get(name.start, ()):
        if not is_present(" ".join(scene.doc[title.left : title.end].text.split())):
            continue
        party, _ = party_of_owner(scene, title)
        party = party or _team_of(scene, title) or _of_movement_or_government(scene, title)
        party = party or party_of_president(scene, title) or _of_resolved(scene, title) or _of_noun(scene, title)
        if party is None and _is_domestic(scene, title):
            party = paragraph_party(scene, title.left) or one_government(scene)
            party = party if party is not None and fits_office(scene, party, title.text(scene.doc)) else None
        party = party or _same_speaker(scene, title)
        if party is None and party_of_leader(member.name) is None:
            party = _at_home(scene, title)
        if party is not None:
            member.party = party
            text = title.text(scene.doc)
            member.offices = [replace(o, party=party) if o.title == text else o for o in member.offices]
            return


def complete_pairs(scene: Scene) -> None:
    """ "prime ministers A and B" in a report about X and Y: where A is known to be of X, B is of Y."""
    states = {
        frozenset(focus.keys)
        for focus in scene.discourse.seen
        if len(focus.keys) == 2 and not focus.ambiguous and _all(scene, focus.keys, "state")
    }
    for focus in scene.discourse.seen:
        if len(focus.keys) != 2 or focus.ambiguous or not _all(scene, focus.keys, "person"):
            continue
        one, other = (scene.cast.members[key] for key in focus.keys)
        if one.party is None:
            one, other = other, one
        if one.party is None or other.party is not None or other.affiliation or not _same_office(one, other):
            continue
        against = [pair for pair in states if one.party in {scene.cast.members[key].name for key in pair}]
        if len(against) == 1:
            names = {scene.cast.members[key].name for key in against[0]} - {one.party}
            other.party = names.pop()


def _all(scene: Scene, keys: tuple[str, ...], kind: str) -> bool:
    return all(scene.cast.members[key].kind == kind for key in keys)


def _same_office(one: Member, other: Member) -> bool:
    """True for two who hold an office of one name."""
    return bool({o.title.lower() for o in one.offices} & {o.title.lower() for o in other.offices})


def learn_owner(scene: Scene, name: Name) -> None:
    """ "X, the rebels' negotiator": the party of the owner, once the title behind the name has had its turn."""
    member = scene.member_at(name.start)
    if member is None or member.party is not None or member.affiliation is not None:
        return
    for title in scene.titles.get(name.start, ()):
        party, _ = party_of_owner(scene, title)
        if party is not None:
            member.party = party
            return


def _led(scene: Scene, name: Name) -> str | None:
    """ "X, who heads the rebels' delegation": of the party that the delegation is of."""
    leading = scene.words.lists["verbs.leading"]
    active, passive = leading_verbs(scene, name)
    objects = [c for verb in active if verb.lemma_ in leading for c in verb.rights if c.dep_ == "dobj"]
    led = next((noun for noun in (*objects, *map(led_by_passive, passive)) if noun is not None), None)
    lemma = led.lemma_.lower() if led is not None else ""
    if led is None or not (lemma in scene.words.lists["collective.teams"] or lemma in scene.words.bodies):
        return None
    if any(child.lower_ in scene.words.lists["official.of_government"] for child in led.lefts):
        return one_government(scene)  # "who heads the government panel"
    behind = (noun for c in led.rights if c.lower_ == "of" for noun in c.rights if noun.dep_ == "pobj")
    for token in (led, *led.lefts, *behind):
        keys = scene.keys_at(token)
        body = scene.cast.members[keys[0]] if len(keys) == 1 else None
        if body is not None and (body.kind in {"state", "group", "government_body"} or is_movement(scene, body)):
            return scene.party_name_of(body)
    return None


def paragraph_party(scene: Scene, i: int) -> str | None:
    """The state of the bodies, the government and the officials that the paragraph has told of before token `i`."""
    told = party_of_paragraph(scene.doc, i, scene.by_token, scene.cast.members, scene.layout.quoted)
    if told is not None:
        return told
    start = next(
        (k for k in range(i, max(i - _PARAGRAPH, -1), -1) if scene.doc[k].is_space and "\n\n" in scene.doc[k].text), -1
    )
    goes_on = start > 0 and start + 1 < len(scene.doc) and scene.doc[start + 1].text in _QUOTES
    if not goes_on:
        return None  # "China warned …", then "“…,” foreign ministry spokesman X said"
    return party_of_paragraph(scene.doc, start, scene.by_token, scene.cast.members, scene.layout.quoted)


_QUOTES = frozenset({'"', "“", "``", "''", "‘", "'"})


def one_government(scene: Scene) -> str | None:
    """The state that a report means by "the government", without its name, throughout: one that it tells of far more
    than of others, or that a movement in it is of."""
    meant = {
        member.key
        for member in scene.cast.members.values()
        if member.kind == "state"
        for mention in member.mentions
        if not mention.ambiguous and mention.form == "nominal" and mention.span.text.lower() == "the government"
    }
    contested = contested_states(scene)
    if len(meant) != 1:
        return next(iter(contested)) if not meant and len(contested) == 1 else None
    state = scene.cast.members[next(iter(meant))]
    others = [len(m.mentions) for m in scene.cast.members.values() if m.kind == "state" and m is not state]
    alone = len(state.mentions) >= 2 * max(others, default=0)
    return state.name if alone or state.name in contested else None


def _is_domestic(scene: Scene, title: Title) -> bool:
    """True for an office that a report leaves the state out of: "Information Minister X", "army spokesman X"."""
    words = {scene.doc[i].lower_ for i in range(title.start, title.head + 1)}
    if words == {"president"}:
        return scene.cast.party_member("United States") is None and bool(contested_states(scene))
    if scene.doc[title.head].lower_ == "minister":
        return len(words) > 1
    if scene.doc[title.head].lower_ == "secretary":  # a minister, but in Washington's and London's papers
        foreign = any(scene.cast.party_member(name) for name in ("United States", "United Kingdom"))
        return len(words) > 1 and not foreign and bool(contested_states(scene))
    spokes = scene.doc[title.head].lower_.startswith("spokes")
    return spokes and bool(words & scene.words.lists["official.bodies"])


def _same_speaker(scene: Scene, title: Title) -> str | None:
    """ "A Pentagon spokesman said … “…,” said spokesman X": of whom the spokesman just before speaks for."""
    if title.end - title.left > 1 or not scene.doc[title.head].lower_.startswith("spokes"):
        return None
    here = scene.layout.sentence[title.head]
    for focus in reversed([f for f in scene.discourse.seen if f.token < title.head]):
        if here - focus.sentence > 2:
            return None
        member = scene.cast.members[focus.keys[0]]
        speaks = any(word.startswith("spokes") for word in member.role_words) or member.kind == "government_body"
        if len(focus.keys) == 1 and focus.subject and speaks and member.party is not None:
            return member.party
    return None


def _of_resolved(scene: Scene, title: Title) -> str | None:
    """ "Negotiator for the government", "spokesman of the rebels": of whom those words mean, once they are resolved."""
    sent = scene.doc[title.head].lemma_.lower() in scene.words.lists["titles.sent"]
    for child in scene.doc[title.head].rights:
        if child.lower_ not in ({"for", "of"} if sent else {"for", "of", "in", "with"}):
            continue
        for noun in child.rights:
            if noun.dep_ == "pobj" and noun.lower_ == "government" and noun.i in scene.consumed:
                return one_government(scene)  # a title's words are not read again
            keys = scene.keys_at(noun) if noun.dep_ == "pobj" else ()
            body = scene.cast.members[keys[0]] if len(keys) == 1 else None
            if body is None or body.kind == "person" or (body.kind == "state" and child.lower_ in {"in", "with"}):
                continue
            role = role_word(scene.doc[title.head], scene.words)
            if body.kind in {"state", "group", "government_body"} or stands_for(scene, body, role):
                return None if sent and noun.i in scene.within else scene.party_name_of(body)
    return None


def _of_noun(scene: Scene, title: Title) -> str | None:
    """ "Federation chair X", "party leader Y": of the one body told of before whose name says that it is one."""
    doc, role = scene.doc, role_word(scene.doc[title.head], scene.words)
    nouns = {doc[i].lower_ for i in range(title.left, title.head)} - scene.words.lists["official.bodies"]
    nouns = {noun for noun in nouns if scene.words.bodies.get(noun) == "organisation"}
    for focus in reversed([f for f in scene.discourse.seen if f.token < title.left]) if nouns else ():
        body = scene.cast.members[focus.keys[0]]
        if len(focus.keys) == 1 and any(may_be_called(scene, body, noun) for noun in nouns):
            return scene.party_name_of(body) if stands_for(scene, body, role) else None
    return None


def _at_home(scene: Scene, title: Title) -> str | None:
    """The state that the report is at home in, for an office left without one only there: "Prime Minister X"."""
    role = scene.doc[title.head].lower_
    words = {scene.doc[i].lower_ for i in range(title.start, title.head + 1)}
    official = bool(words & scene.words.lists["official.bodies"])
    if title.end > title.head + 1 and role != "minister":
        return None  # "president of the chamber of commerce"
    head = role == "president" and len(words) == 1
    if (
        head
        or _is_domestic(scene, title)
        or role in scene.words.lists["titles.national"]
        or (role == "chief" and official)
    ):
        office = title.text(scene.doc).lower()
        told = _receiving(scene, title) or _speaks_of(scene, title)
        told = told or home_of(scene, title.left, office) or other_of_pair(scene, office)
        return told or only_possible(scene, office)
    return None


def _speaks_of(scene: Scene, title: Title) -> str | None:
    """ "Japan will look at it, Finance Minister X said": who tells what a state will do speaks for it."""
    verb = _subject_at(scene, title).head
    for clause in verb.children:
        if clause.dep_ != "ccomp" or not any(c.dep_ == "aux" and c.lower_ in _OWN_DEEDS for c in clause.lefts):
            continue
        for subject in clause.lefts:
            entry = scene.party_entry_at(subject.i) if subject.dep_ == "nsubj" else None
            if entry is not None and entry.kind == "state" and verb.lemma_ in scene.words.lists["verbs.saying"]:
                party = scene.party_member(entry).name
                return party if fits_office(scene, party, title.text(scene.doc)) else None
    return None


_OWN_DEEDS = frozenset({"will", "would", "shall"})


def _subject_at(scene: Scene, title: Title) -> Token:
    """The subject that the title's holder is, or the last token tried."""
    noun = scene.doc[title.end] if title.end < len(scene.doc) else scene.doc[title.head]
    for _ in range(4):
        if noun.dep_ in {"nsubj", "nsubjpass"}:
            break
        noun = noun.head
    return noun


def _receiving(scene: Scene, title: Title) -> str | None:
    """ "Prime Minister X received the envoy in Tokyo": of the state in whose capital he is host."""
    noun = _subject_at(scene, title)
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in scene.words.lists["verbs.receiving"]:
        return None
    for token in verb.subtree:
        name = scene.starts.get(token.i) if token.i > verb.i else None
        if name is not None and name.entry is not None and "capital" in name.entry.traits and token.head.lower_ == "in":
            return scene.cast.party_name(name.entry.party)
    return None


def _team_of(scene: Scene, title: Title) -> str | None:
    """ "a member of Machar's team", "a spokesman for his movement": of the party of the one whose team it is."""
    for token in scene.doc[title.head + 1 : min(title.head + MAX_BESIDE, len(scene.doc))]:
        if token.pos_ == "VERB" or token.text in {",", "."}:
            return None
        if token.lower_ not in scene.words.lists["collective.teams"]:
            continue
        if any(child.lower_ in scene.words.lists["official.of_government"] for child in token.lefts):
            return one_government(scene)
        whose = next((child for child in token.lefts if child.dep_ == "poss"), None)
        keys = scene.keys_at(whose) if whose is not None else _same_before(scene, title.left, token.lower_)
        return scene.party_name_of(scene.cast.members[keys[0]]) if len(keys) == 1 else None
    return None


def _same_before(scene: Scene, i: int, noun: str) -> tuple[str, ...]:
    """Whom the last noun phrase with this head means: "the team" after "Machar's team"."""
    for token in reversed(scene.doc[max(0, i - _PARAGRAPH) : i]):
        mention = scene.by_token.get(token.i)
        if mention is not None and mention.head == token.i and token.lower_ == noun and not mention.ambiguous:
            return mention.actors
    return ()


def _of_movement_or_government(scene: Scene, title: Title) -> str | None:
    """A "rebel commander" whose movement is named only after him: the one movement (or government) in the report."""
    told = {scene.doc[i].lower_ for i in range(title.left, title.head)}
    parties: list[Member] = []
    if told & scene.words.lists["official.of_movement"]:
        groups = [m for m in scene.cast.members.values() if m.kind == "group" and m.mentions]
        parties = [m for m in groups if (m.world or "").startswith("armed/")] or groups
    elif told & scene.words.lists["official.of_government"]:
        parties = [m for m in scene.cast.members.values() if m.kind == "state" and "government" in m.role_words]
    return parties[0].name if len(parties) == 1 else None
