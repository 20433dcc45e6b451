"""Which party a title tells: "Iran's minister", "spokesman for the FARC", "his deputy", "In Bogotá, President X"."""

from collections.abc import Sequence

from verbale.extract.reference.body_parties import stands_for
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.names import Name
from verbale.extract.reference.noun_phrases import role_word
from verbale.extract.reference.offices import holds, is_present
from verbale.extract.reference.parties import movement_in_focus, rules, state_in_focus
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import Title, office_core
from verbale.extract.reference.words import tables_of
from verbale.language.parse import Span, Token
from verbale.world import Entry, party_of_leader

MAX_BESIDE = 16


def title_party(scene: Scene, title: Title, in_turn: bool, told_only: bool = False) -> tuple[str | None, str | None]:
    """Party and affiliation that a title tells: a demonym or owner in it, "of Iran", "at the Institute", a ministry
    that one state alone has, or the place where its holder is said to speak.

    `in_turn` is True while the text is read in order, when "the country's" can be resolved. With `told_only`,
    nothing is taken from what the report is about or where it is written.
    """
    for i in range(title.left, title.head):
        name = scene.name_at(i)
        if name is None:
            continue
        entry = scene.party_entry_at(i) or scene.movement_at(i)
        if entry is not None and _is_sent_to(scene, title, entry):
            continue
        if entry is not None and entry.kind == "state" and _is_private(scene, title):
            return None, None  # "the American author X" speaks for nobody
        role = role_word(scene.doc[title.head], scene.words)
        if entry is not None:
            knows = entry.kind != "state" and role in scene.words.lists["titles.experts"]
            return (None, entry.name) if knows else (entry.name, None)
        if name.kind in {"org", "ministry", "body", "armed", "outlet", "seat", "people"}:
            member = scene.member_at(i)
            if member is not None:
                own = member.kind != "government_body" and stands_for(scene, member, role) and not rules(scene, i)
                return member.party or (member.name if own else None), member.name
    party, affiliation = _party_behind(scene, title)
    if party or affiliation:
        return party, affiliation
    words = title.text(scene.doc).lower()
    printed = scene.doc[title.left : title.head + 1].text.lower().removeprefix("the ")
    of_one = (
        state_by_usage(scene, words) or state_by_usage(scene, printed) or state_by_usage(scene, office_core(words, ""))
    )
    of_one = of_one or body_by_usage(scene, scene.doc[title.left : title.head])
    if of_one is not None:
        return of_one, None
    if in_turn:
        told, owned = party_of_owner(scene, title)
        if owned:
            return told, None
        party = None if told_only else _party_in_focus(scene, title)
        if party:
            return party, None
    return None if told_only else _domestic_party(scene, title), None


def _is_sent_to(scene: Scene, title: Title, entry: Entry) -> bool:
    """ "UN ambassador", "NATO ambassador": a state's, to a body that sends none."""
    lists = scene.words.lists
    role = scene.doc[title.head].lemma_.lower()
    return role in lists["titles.sent_to"] and entry.id in lists["titles.sent_to_bodies"]


def _is_private(scene: Scene, title: Title) -> bool:
    """True for a trade or calling that is no office: whose nation it tells is not whom one speaks for."""
    return scene.doc[title.head].lemma_.lower() in scene.words.lists["titles.private"]


def state_by_usage(scene: Scene, words: str) -> str | None:
    """The state that alone uses these words ("Treasury secretary", "administration"), in a report that names it."""
    for owner, used in tables_of("usage"):
        if words in used:
            name = scene.cast.party_name(owner)
            return name if name is not None and scene.cast.party_member(name) is not None else None
    return None


def body_by_usage(scene: Scene, tokens: Sequence[Token] | Span) -> str | None:
    """The body of states that calls an institution of its own so ("a Commission official"), with a capital, in a report
    that names the body, and no other's institution of that name."""
    for owner, used in tables_of("institutions"):
        called = [t.text for t in tokens if t.text in used]
        if not called:
            continue
        name = scene.cast.party_name(owner)
        known = name is not None and scene.cast.party_member(name) is not None
        bodies = scene.cast.ending_with(called[0])
        if all(body.party == name for body in bodies) and (known or bodies):
            return name
    return None


def party_of_owner(scene: Scene, title: Title) -> tuple[str | None, bool]:
    """The party of whoever "his spokesman" speaks for, and whether the title names an owner. "His former deputy" and
    "his rival" may be of any."""
    doc = scene.doc
    owner = next((c for c in doc[title.head].lefts if c.dep_ == "poss"), None)
    keys = scene.keys_at(owner) if owner is not None else ()
    if len(keys) != 1:
        return None, False
    whose = scene.cast.members[keys[0]]
    loose = doc[title.head].lemma_.lower() in scene.words.lists["titles.no_office"] or not is_present(title.text(doc))
    return (None if loose and whose.kind == "person" else scene.party_name_of(whose)), True


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


def party_of_president(scene: Scene, title: Title) -> str | None:
    """ "Presidential adviser": of the one state whose president the whole report names."""
    told = {scene.doc[i].lower_ for i in range(title.left, title.head)}
    return _party_of_the_president(scene) if told & scene.words.lists["official.of_president"] else None


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
    role = doc[title.head].lemma_.lower()
    if role == "counterpart" and title.head + 2 < len(doc) and doc[title.head + 1].lower_ in {"in", "from", "at"}:
        entry = scene.party_entry_at(title.head + 2)
        if entry is not None:
            return entry.name, None
    stop = min(doc[title.head].right_edge.i + 1, title.head + MAX_BESIDE, len(doc))
    i = title.head + 1
    if i < title.end:
        stop = max(stop, title.end)
    while i < stop:
        token = doc[i]
        name = scene.starts.get(i)
        if token.dep_ in {"relcl", "acl"} or (i >= title.end and token.pos_ == "VERB"):
            break
        if name is not None and name.kind == "person":
            if name.end < len(doc) and doc[name.end].tag_ == "POS":  # "for Tsvangirai's Movement for …"
                i = name.end
                continue
            party = party or _party_of_sender(scene, title, name)
            break
        member = scene.member_at(i) if name is not None else None
        if member is not None:
            entry = scene.party_entry_at(i) or scene.movement_at(i)
            if member.kind in {"organisation", "government_body", "group"} and (entry is None or entry.kind != "state"):
                affiliation = affiliation or member.name
                party = party or (member.party if member.kind == "government_body" else None)
                if party is None and stands_for(scene, member, role) and not rules(scene, i):
                    party = member.name
            elif entry is not None and (
                _root(scene, i).head.lower_ in owners or _owns_body(scene, i) or scene.movement_at(i) == entry
            ):
                party = party or entry.name
            elif (
                name is not None
                and doc[i].head.head.i == title.head
                and _sits_in(scene, name, role, doc[i].head.lower_)
            ):
                party = party or member.party
        i += 1
    return party, affiliation


def _root(scene: Scene, i: int) -> Token:
    """The head of the name that starts at token `i`: "Sudan" of "Southern Sudan"."""
    name = scene.starts.get(i)
    return scene.doc[name.start : name.end].root if name is not None else scene.doc[i]


def _party_of_sender(scene: Scene, title: Title, name: Name) -> str | None:
    """ "Personal envoy of Kofi Annan", "spokesman for Viktor Orban": of the party of the one whose envoy it is."""
    head = scene.doc[title.head]
    role = head.lemma_.lower()
    owned = _root(scene, name.start).head
    told = {"of", "for", "to"} if role in scene.words.lists["titles.of_somebody"] else {"of", "for"}
    if owned.lower_ not in told or owned.head != head:
        return None
    if role not in scene.words.lists["titles.sent"] | scene.words.lists["titles.of_somebody"]:
        return None
    sender = scene.member_at(name.start)
    if sender is not None and sender.kind == "person" and sender.party is not None:
        return sender.party
    return scene.cast.party_name(party_of_leader(scene.text(name.start, name.end)))


def _sits_in(scene: Scene, name: Name, role: str, preposition: str) -> bool:
    """ "The governor of Kunduz", "the security adviser in Kabul": of the state whose town or capital it is."""
    lists = scene.words.lists
    if role in lists["titles.local"]:
        return preposition in {"of", "in"} and name.kind in {"city", "region", "place"}
    capital = name.entry is not None and "capital" in name.entry.traits
    return preposition == "in" and capital and role in lists["titles.at_home"]


def _owns_body(scene: Scene, i: int) -> bool:
    """ "secretary of Myanmar's foreign ministry": the state at token `i` is that of the ministry. A university's people
    are not its state's."""
    token = scene.doc[i]
    if token.dep_ not in {"poss", "amod", "compound"}:
        return False
    return scene.words.bodies.get(token.head.lemma_.lower()) in {"government_body", "state", "armed"}


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


def _capital_of_speaker(scene: Scene, title: Title, start: int) -> str | None:
    """ "In Bogotá, President X …", "Minister Y said in Belgrade": news English leaves the state out where the office is
    of the capital that it reports from. Only for a state that the report is about."""
    doc = scene.doc
    while start < title.left and (doc[start].is_space or doc[start].is_punct):
        start += 1
    if start + 1 < title.left and doc[start].lower_ == "in":
        party = scene.party_of_capital(start + 1, here=True)
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
