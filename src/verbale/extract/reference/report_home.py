"""The state that a report is at home in: whose ministers and ministries it names without their state."""

from dataclasses import replace

from verbale.extract.reference.cast import Member
from verbale.extract.reference.layout import conjuncts
from verbale.extract.reference.offices import holds, is_present
from verbale.extract.reference.paragraphs import party_of_officials, party_of_paragraph
from verbale.extract.reference.parties import contested_states
from verbale.extract.reference.scene import Scene, outlet_state
from verbale.language.parse import Token
from verbale.language.roles import is_dateline
from verbale.world import may_have

_LEAD = 120  # tokens that the first sentences' subject is looked for in
_ABOUT = 2  # mentions of a state that make a report one of its own affairs
_VENUE = 3  # and of one from which it is only datelined: talks may be held there


def home_of(scene: Scene, i: int, office: str = "") -> str | None:
    """Name of the state that the report is datelined from, begins with, or is printed in, where it tells of that state;
    None where the sentence at token `i` names another that may have the `office`, or where another holds it at home."""
    contested = contested_states(scene)
    of_movement = next(iter(contested)) if len(contested) == 1 else None
    for name in (of_movement, _datelined(scene), _lead(scene), _printed(scene)):
        state = scene.cast.party_member(name) if name is not None else None
        if state is None or len(state.mentions) < _ABOUT or not _has(state, office):
            continue
        if not _held(scene, state, office) and not _rivals(scene, i, state, office):
            return state.name
    return None


def fits_office(scene: Scene, party: str, office: str) -> bool:
    """False for a state that has no such office: "Prime Minister X" is not of the United States."""
    state = scene.cast.party_member(party)
    return state is None or state.kind != "state" or _has(state, office)


def only_possible(scene: Scene, office: str) -> str | None:
    """The one state in the report that can have the `office`, where another one cannot."""
    states = [m for m in scene.cast.members.values() if m.kind == "state" and m.mentions]
    able = [state for state in states if _has(state, office)]
    if len(able) != 1 or len(states) != 2 or _held(scene, able[0], office):
        return None
    return able[0].name


def other_of_pair(scene: Scene, office: str) -> str | None:
    """Of the two states that the report tells of together from the start, the one whose `office` nobody else holds,
    where the other's holder is named: "President X" in a report on Guyana and Venezuela, which names Maduro."""
    for focus in scene.discourse.seen[:_FIRST]:
        states = [scene.cast.members[key] for key in focus.keys]
        if focus.ambiguous or len(states) != 2 or any(m.kind != "state" for m in states):
            continue
        able = [state for state in states if _has(state, office)]
        free = [state for state in able if not _held(scene, state, office)]
        return free[0].name if len(free) == 1 and len(able) == 2 else None
    return None


_FIRST = 12  # mentions from the start among which a report's two states are named


def _has(state: Member, office: str) -> bool:
    return state.world is not None and may_have(state.world, office)


def _held(scene: Scene, state: Member, office: str) -> bool:
    """True where the report names somebody of that state who holds the office."""
    people = (m for m in scene.cast.members.values() if m.kind == "person" and m.party == state.name)
    office = "prime minister" if office == "premier" else office
    return bool(office) and any(holds(scene, m, office.split()[-1], office) for m in people)


def _rivals(scene: Scene, i: int, state: Member, office: str) -> bool:
    sentence = scene.doc[i].sent
    for token in sentence:
        member = scene.member_at(token.i) if token.i in scene.starts else None
        if member is None or member.kind != "state" or member is state or not _has(member, office):
            continue
        if token.dep_ in {"nsubj", "nsubjpass", "poss"} or (token.i < i and scene.starts[token.i].demonym):
            return True
    return False


def _datelined(scene: Scene) -> str | None:
    """The state of the town in the dateline."""
    first = scene.names[0] if scene.names else None
    if first is None or first.entry is None or not is_dateline(scene.doc[first.start : first.end]):
        return None
    name = scene.cast.party_name(first.entry.party or first.entry.country)
    state = scene.cast.party_member(name) if name is not None else None
    return name if state is not None and scene.discourse.counts.get(state.key, 0) >= _VENUE else None


def _lead(scene: Scene) -> str | None:
    """The state that is, or whose body is, the first subject of the report."""
    for token in scene.doc[:_LEAD]:
        if token.dep_ not in {"nsubj", "nsubjpass"} or scene.layout.quoted[token.i]:
            continue
        if len(conjuncts(token)) > 1:
            return None  # "Serbia and Kosovo met": at home in neither
        member = scene.member_at(token.i)
        if member is not None and member.kind in {"state", "government_body"}:
            return scene.party_name_of(member)
        if member is not None and member.kind == "person":
            return None  # who is told of may be abroad
    return None


def _printed(scene: Scene) -> str | None:
    return scene.cast.party_name(outlet_state(scene.report, scene.world))


def place_bodies(scene: Scene) -> None:
    """Give "the Foreign Ministry", named without a state throughout, the state that the paragraph or the report is of;
    and those who speak for it."""
    lists = scene.words.lists
    placed: dict[str, str] = {}
    for member in list(scene.cast.members.values()):
        if member.kind != "government_body" or member.party is not None or not member.mentions:
            continue
        words = member.name.lower().split()
        if "for" in words or not {words[0], words[-1]} & lists["official.home_bodies"]:
            continue
        head = scene.doc[member.mentions[0].head]
        around = scene.cast.party_member(_around(scene, head) or "")
        told = around.name if around is not None and around.kind == "state" else None
        told = told or _of_officials(scene, head)
        member.party = _of_town(scene, head) or _of_leaders(scene, member) or told or home_of(scene, head.i)
        if member.party is not None:
            placed[member.name] = member.party
    for member in list(scene.cast.members.values()):
        if member.party in placed and member.kind in {"person", "unnamed"}:
            body = member.party
            member.party = placed[body]
            member.offices = [replace(o, party=member.party) if o.party == body else o for o in member.offices]
        elif member.affiliation in placed and member.party is None and not _is_former(member):
            member.party = placed[member.affiliation or ""]


def _is_former(member: Member) -> bool:
    return any(not is_present(office.title) for office in member.offices)


def _of_leaders(scene: Scene, body: Member) -> str | None:
    """ "The Foreign Ministry", whose spokeswoman the world data knows as Russia's."""
    people = (m for m in scene.cast.members.values() if m.kind == "person" and m.affiliation == body.name and m.party)
    parties = {m.party for m in people}
    state = scene.cast.party_member(parties.pop() or "") if len(parties) == 1 else None
    return state.name if state is not None and state.kind == "state" else None


def _around(scene: Scene, head: Token) -> str | None:
    return party_of_paragraph(scene.doc, head.i, scene.by_token, scene.cast.members, scene.layout.quoted)


def _of_officials(scene: Scene, head: Token) -> str | None:
    """The state of the officials that the paragraph has told of; not for a ministry where somebody is received."""
    if head.dep_ == "pobj" and head.head.lower_ not in {"of", "for", "by"}:
        return None
    name = party_of_officials(scene.doc, head.i, scene.by_token, scene.cast.members, scene.layout.quoted)
    state = scene.cast.party_member(name) if name is not None else None
    return state.name if state is not None and state.kind == "state" else None


def _of_town(scene: Scene, head: Token) -> str | None:
    """ "The Foreign Ministry in Lusaka", "In Lusaka the spokesman of the Foreign Ministry": of the state it is in."""
    doc, start = scene.doc, head.sent.start
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    if doc[start].lower_ == "in" and start + 1 < head.i:
        entry = scene.party_entry_at(start + 1)
        name = scene.starts.get(start + 1)
        if entry is not None and entry.kind == "state" and name is not None and name.kind in {"city", "seat"}:
            return scene.party_member(entry).name
    for child in head.rights:
        if child.lower_ == "in":
            for noun in child.rights:
                entry = scene.party_entry_at(noun.i)
                if entry is not None and entry.kind == "state":
                    return scene.party_member(entry).name
    return None
