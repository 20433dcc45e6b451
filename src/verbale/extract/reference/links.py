"""Names of states, bodies and places linked to their members: which entry, and the government or the place."""

from dataclasses import replace

from verbale.extract.reference.cast import Member
from verbale.extract.reference.named_entries import leading_party, linked
from verbale.extract.reference.names import Name
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.titles import role_class
from verbale.extract.reference.words import fold
from verbale.language.parse import Span, Token
from verbale.language.roles import is_government
from verbale.model import ActorKind, MentionForm
from verbale.world import Entry

_OF_KIND: dict[str, ActorKind] = {
    "ministry": "government_body",
    "place": "place",
    "region": "place",
    "armed": "group",
    "body": "organisation",
    "outlet": "organisation",
}


def link(scene: Scene, name: Name) -> None:
    """Note the mention at `name` (not a person's) and the members that it means."""
    span = scene.doc[name.start : name.end]
    text = scene.text(name.start, name.end)
    spelled_out = _spelled_out(scene, name) if name.kind in {"org", "ministry", "body"} else None
    spelled_out = spelled_out or _by_letters(scene, name)
    if spelled_out is not None:
        spelled_out.aliases.setdefault(text)
        scene.cast.nickname(spelled_out, text)
        scene.mention(name.start, name.end, span.root.i, "name", (spelled_out.key,))
        return
    if name.kind == "ministry" and _of_another(scene, name):
        name = replace(name, entry=None)
    members, form = _members(scene, name, span, text)
    if not members:
        return
    if form in {"name", "demonym"}:
        for member in members:
            if member.kind != "place":
                member.aliases.setdefault(text)
    keys = tuple(dict.fromkeys(member.key for member in members))
    scene.mention(name.start, name.end, span.root.i, form, keys)


def _members(scene: Scene, name: Name, span: Span, text: str) -> tuple[list[Member], MentionForm]:
    cast, entry = scene.cast, name.entry
    if name.members:
        entries = [scene.world.entries[id_] for id_ in name.members if id_ in scene.world.entries]
        return [scene.party_member(member) for member in entries], "collective"
    if entry is None:
        found = _unlinked(scene, name, span, text)
        return ([found] if found else []), "demonym" if name.demonym else "name"
    if name.kind == "state" and name.demonym and (is_one_of_them(span) or number_of_them(scene, span)):
        return [], "demonym"
    if name.kind == "state":
        acts = name.demonym or is_government(span, country=True)
        return [cast.of_entry(entry, "state" if acts else "place")], "demonym" if name.demonym else "name"
    if name.kind in {"city", "seat"}:
        party = scene.world.entries.get(entry.party or "")
        town = _town(scene, entry, text)
        if party is None or not is_government(span):
            return [cast.of_entry(town or entry, "place")], "name"
        if name.kind == "seat" and town is None and not party.id.startswith("party/"):
            return [cast.of_entry(entry, "government_body")], "seat"
        return [scene.party_member(party)], "seat"
    longer = _longer(scene, span, text) if name.kind == "ministry" else None
    if longer is not None:  # "the Congress" after "the General National Congress"
        return [longer], "name"
    if name.kind == "ministry" and entry.id.endswith("/government") and entry.party:
        return [cast.of_entry(scene.world.entries[entry.party], "state")], "nominal"
    if name.kind == "region" and name.demonym:
        movement = scene.party_entry_at(name.start)
        if movement is not None:
            return [scene.party_member(movement)], "demonym"
    if name.kind == "outlet":
        return [cast.of_entry(entry, "organisation", cast.party_name(entry.country))], "name"
    if name.kind == "group":
        return [cast.of_entry(entry, "group")], "name"
    return [cast.of_entry(entry, _OF_KIND.get(name.kind, "organisation"))], "demonym" if name.demonym else "name"


def _town(scene: Scene, entry: Entry, text: str) -> Entry | None:
    """The town that shares its name with the seat of a body: Brussels."""
    ids = scene.world.by_form.get(text, ()) if entry.kind == "seat" else ()
    return next((scene.world.entries[id_] for id_ in ids if id_.startswith("city/")), None)


def is_one_of_them(span: Span) -> bool:
    """ "the German" is somebody, not Germany; "the Germans", "the Swiss", "German officials" are."""
    head = span.root
    hyphened = span.end < len(span.doc) and span.doc[span.end].tag_ == "HYPH"  # "the Saudi-led coalition"
    if hyphened or head.dep_ in {"amod", "compound", "nmod", "poss", "conj"} or head.tag_ in {"NNS", "NNPS"}:
        return False
    alone = span.start > 0 and span.doc[span.start - 1].lower_ in {"the", "a", "an"}
    return alone and not span.text.lower().endswith(("s", "sh", "ch", "ese"))


def number_of_them(scene: Scene, span: Span) -> int:
    """How many "the two Libyans", "both Americans" are; 0 where no number is told."""
    if span.root.tag_ not in {"NNS", "NNPS"}:
        return 0
    numbers = (scene.words.numbers.get(child.lower_, 0) for child in span.root.lefts)
    told = max(numbers, default=0)
    first = span.root.left_edge.lower_
    return told if told and first in {"the", "both", "these", "those"} else 0


def _unlinked(scene: Scene, name: Name, span: Span, text: str) -> Member | None:
    """A body that the world data does not know, with the party that its modifiers tell; or a place or people."""
    cast, bodies = scene.cast, scene.words.bodies
    if name.kind == "place":
        return _longer_place(scene, name, text) or cast.named(text, "place")
    if name.kind == "people":
        return _people(scene, text) if _are_people(scene, span) else None
    longer = _longer(scene, span, text)
    if longer is not None:
        return longer
    sort = bodies.get(span.root.lower_) or bodies.get(span.root.lemma_.lower(), "")
    if sort == "document":
        return None
    kind: ActorKind = "organisation"
    if fold(text).split()[-1] in scene.words.lists["collective.movements"] and sort != "armed":
        sort = ""  # "Congress of Trade Unions"
    if sort == "government_body":
        kind = "government_body"
    elif sort == "armed" or _names_a_force(scene, span):
        kind = "group"
    party, entry = body_party(scene, name.start, name.end, text)
    if party is None and entry is None and kind == "government_body":
        within = leading_party(scene.doc, name.start, name.end, scene.world)
        party = within.name if within is not None and within.kind == "state" else None
    if entry is not None:
        return cast.of_entry(entry, "government_body", party)
    if kind == "organisation" and party is not None and _is_state(scene, party):
        party = None  # "Russia's Lukoil", "Egypt's Al-Azhar University": of the state, but nobody's voice but their own
    return cast.named(text, kind, party)


def _names_a_force(scene: Scene, span: Span) -> bool:
    """ "the Libya Dawn militia"."""
    noun = span.root.head
    behind = span.root.dep_ == "compound" and noun.i == span.end
    return behind and scene.words.bodies.get(noun.lemma_.lower()) == "armed"


def _is_state(scene: Scene, name: str) -> bool:
    return any(id_.startswith("state/") for id_ in scene.world.by_form.get(name, ()))


def _are_people(scene: Scene, span: Span) -> bool:
    """True for people called by a name ("Maoists"), and for its adjective ("Maoist rebels") where it is a movement's:
    "Arab", "Islamic" and "anti-American" tell no party."""
    root = span.root
    if root.tag_ in {"NNPS", "NNS"}:
        return True
    words = fold(span.text).replace("-", " ").split()
    if scene.words.lists["people.adjectives"] & set(words) or words[0] in scene.words.lists["people.prefixes"]:
        return False
    return root.tag_ in {"NNP", "JJ"} and (_of_fighters(scene, root) or _named_as_people(scene, span.text))


def _of_fighters(scene: Scene, adjective: Token) -> bool:
    """ "Maoist rebels", "the Maoist negotiator"."""
    noun = adjective.head
    modifies = adjective.dep_ in {"amod", "compound", "nmod"} and noun.i > adjective.i
    return modifies and (scene.words.bodies.get(noun.lemma_.lower()) == "armed" or bool(role_class(noun)))


def _named_as_people(scene: Scene, text: str) -> bool:
    """True where the report also tells of "the Maoists"."""
    return any(name.kind == "people" and scene.text(name.start, name.end) == f"{text}s" for name in scene.names)


def _people(scene: Scene, text: str) -> Member:
    """The movement called by its people: "Maoist" and "the Maoists" are one."""
    cast = scene.cast
    other = text.removesuffix("s") if text.endswith("s") else f"{text}s"
    same = [m for m in cast.members.values() if m.kind == "group" and m.name == other]
    return same[0] if same else cast.named(text, "group")


def _longer(scene: Scene, span: Span, text: str) -> Member | None:
    """ "the Commission" after "the European Commission": the one body met before whose name ends so."""
    definite = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    short = definite and text[0].isupper() and text not in scene.words.lists["collective.never_short"]
    if len(span) > 1 or not (span.root.lower_ in scene.words.bodies or short):
        return None
    found = scene.cast.ending_with(text) or [
        m for m in scene.cast.members.values() if m.kind == "government_body" and m.name.startswith(f"{text} of ")
    ]
    return found[0] if len(found) == 1 else None


def _longer_place(scene: Scene, name: Name, text: str) -> Member | None:
    """ "the Strip" in a report on the Gaza Strip: the one place or region that the report names so in full."""
    if name.end - name.start > 1 or not name.start or scene.doc[name.start - 1].lower_ != "the":
        return None
    named = [n for n in scene.names if n.kind in {"place", "region"} and n.end - n.start > 1]
    whole = [n for n in named if scene.doc[n.end - 1].text == text]
    regions = {n.entry.id: n.entry for n in whole if n.entry is not None}
    return scene.cast.of_entry(next(iter(regions.values())), "place") if len(regions) == 1 else None


def _of_another(scene: Scene, name: Name) -> bool:
    """True for the ministry of one state that the text gives to another: "Afghanistan's National Security Council"."""
    doc, i = scene.doc, name.start - 1
    if i >= 0 and doc[i].tag_ == "POS":
        owner = scene.party_entry_at(i - 1)
    elif name.end + 1 < len(doc) and doc[name.end].lower_ in {"of", "in"}:
        owner = scene.party_entry_at(name.end + 1)
    else:
        return False
    return owner is not None and owner.kind == "state" and name.entry is not None and name.entry.party != owner.id


def _spelled_out(scene: Scene, name: Name) -> Member | None:
    """ "National Security Council (NSC)": the letters in brackets name the body before them; of a body that nobody
    knows, in whatever language ("Honduran Coffee Institute (IHCAFE)")."""
    doc = scene.doc
    if name.start < 2 or doc[name.start - 1].text != "(" or name.end - name.start != 1:
        return None
    before = scene.member_at(name.start - 2)
    mention = scene.by_token.get(name.start - 2)
    if before is None or mention is None:
        return None
    several = before.world is None and " " in mention.span.text
    if several and before.kind in _UNKNOWN and name.entry is None and doc[name.start].text.isupper():
        return before
    letters = doc[name.start].text.replace(".", "").casefold()
    return before if initials_of(mention.span.text).startswith(letters) else None


def _by_letters(scene: Scene, name: Name) -> Member | None:
    """ "Lord Resistance Army (LRA)": the letters in brackets name what the world data has under another name; and what
    the letters alone mean once they have been explained."""
    if name.kind != "org" or name.entry is not None:
        return None
    doc, end = scene.doc, name.end
    if name.end - name.start == 1:
        text = scene.text(name.start, name.end)
        known = scene.cast.nicknamed(text)
        if known is not None:
            return known if known.kind != "person" else None
        return _by_initials(scene, text)
    if end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return None
    letters = scene.starts.get(end + 1)
    entry = letters.entry if letters is not None else None
    if entry is None or entry.kind not in {"armed", "body"}:
        return None
    whole = scene.text(name.start, end + 3).removeprefix("the ")  # "Communist Party of Nepal (Maoist)"
    if not doc[end + 1].text.isupper() and whole not in {entry.name, *entry.forms}:
        return None
    return scene.party_member(entry)


def _by_initials(scene: Scene, letters: str) -> Member | None:
    """ "CTU" in a report that names the Chicago Teachers Union, and no other body with these initials."""
    if not is_acronym(letters):
        return None
    members = scene.cast.members.values()
    named = [m for m in members if m.kind in _UNKNOWN | {"group"} and initials_of(m.name) == letters.casefold()]
    return named[0] if len(named) == 1 else None


def is_acronym(text: str) -> bool:
    """True for three or more capitals: "CTU"."""
    return len(text) > 2 and text.isupper() and text.isalpha()


def initials_of(text: str) -> str:
    """The first letters of the capitalised words, small: "ctu" of "Chicago Teachers Union"."""
    return "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper()).casefold()


_UNKNOWN = frozenset({"organisation", "government_body"})


def body_party(scene: Scene, start: int, end: int, text: str) -> tuple[str | None, Entry | None]:
    """The party of a body named `text` at the tokens `start:end`, told by a demonym, owner, "of" or "in" beside it;
    and the world's entry for both together ("Iranian" + "Foreign Ministry"), if there is one."""
    doc, world = scene.doc, scene.world
    i = start - 1
    if i >= 0 and doc[i].tag_ == "POS":
        i -= 1
    beside = scene.party_entry_at(i)
    if beside is None and end + 1 < len(doc) and doc[end].lower_ in {"of", "in"}:
        step = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        beside = scene.party_entry_at(step)
    if beside is None:
        entry, _ = linked(text, world, {})
        return (scene.cast.party_name(entry.party) if entry else None), entry
    entry = known_body(scene, text, beside)
    return beside.name, entry


def known_body(scene: Scene, text: str, party: Entry) -> Entry | None:
    """The world's entry for the body called `text` of `party`: "Foreign Ministry" of Iran."""
    for form in (text, text.title()):
        for adjective in (*party.demonyms[:1], party.name):
            entry, _ = linked(f"{adjective} {form}", scene.world, {})
            if entry is not None and entry.kind == "ministry":
                return entry
        for table in (scene.world.by_form, scene.world.by_short_form):
            for id_ in table.get(form, ()):
                if scene.world.entries[id_].party == party.id:
                    return scene.world.entries[id_]
    return None
