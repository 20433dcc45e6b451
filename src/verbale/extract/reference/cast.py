"""The cast of one report while it is being read: actors as they gather names, offices, parties and mentions."""

from dataclasses import dataclass, field

from verbale.extract.reference.person_names import PersonName, by_initials, fit, person_name
from verbale.extract.reference.words import actor_words, fold
from verbale.model import ActorKind, LocalActor, Mention, Office
from verbale.world import Entry, World

# What a party can be: whoever asks, answers and agrees for itself.
PARTY_KINDS = frozenset({"state", "group", "organisation", "government_body"})

# Of people who share a name, the last so many are weighed.
_NAMESAKES = 50


@dataclass(slots=True)
class Member:
    """One actor in the making. `person` is its name taken apart, for people; `plural` is True for descriptions of
    several ("two officials"); `collective` holds the keys that a group of parties stands for; `assumed` is True for a
    party that an office once held or the world data tells, until the text tells another; `interim` for who acts in an
    office for the time being; `pronoun` the gender of one whose name tells none, by a pronoun that meant it."""

    key: str
    name: str
    kind: ActorKind
    world: str | None = None
    party: str | None = None
    person: PersonName | None = None
    gender: str = ""
    plural: bool = False
    collective: tuple[str, ...] = ()
    offices: list[Office] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    affiliation: str | None = None
    assumed: bool = False
    interim: bool = False
    pronoun: str = ""

    def frozen(self) -> LocalActor:
        """The actor as the findings keep it."""
        return LocalActor(
            key=self.key,
            name=self.name,
            kind=self.kind,
            world=self.world,
            party=self.party,
            offices=tuple(self.offices),
            aliases=tuple(alias for alias in self.aliases if alias != self.name),
            mentions=tuple(self.mentions),
            affiliation=self.affiliation,
        )

    def is_party(self) -> bool:
        return self.kind in PARTY_KINDS


class Cast:
    """All members by key, by world entry and by folded name."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.members: dict[str, Member] = {}
        self._by_world: dict[tuple[str, bool], str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_last_word: dict[str, list[str]] = {}
        self._by_part: dict[str, list[str]] = {}
        self._by_parts: dict[tuple[str, ...], str] = {}
        self._nicknames: dict[str, str] = {}

    def add(self, name: str, kind: ActorKind, **more: object) -> Member:
        """A new member with the next key."""
        member = Member(f"a{len(self.members) + 1}", name, kind, **more)  # type: ignore[arg-type]
        self.members[member.key] = member
        folded = fold(name)
        self._by_name.setdefault(folded, []).append(member.key)
        if kind in {"government_body", "organisation"} and folded:
            self._by_last_word.setdefault(folded.split()[-1], []).append(member.key)
        return member

    def party_name(self, entry_id: str | None) -> str | None:
        """Canonical name of the entry `entry_id`, or None."""
        entry = self.world.entries.get(entry_id) if entry_id else None
        return entry.name if entry else None

    def of_entry(self, entry: Entry, kind: ActorKind, party: str | None = None) -> Member:
        """The member that stands for `entry`: one as an actor, another one as a place."""
        slot = (entry.id, kind == "place")
        if slot in self._by_world:
            return self.members[self._by_world[slot]]
        if party is None and kind not in {"state", "place"}:
            party = self.party_name(entry.party)
        if kind == "place" and entry.kind != "state":
            party = self.party_name(entry.party or entry.country)
        if party == entry.name and kind != "place":
            party = None
        member = self.add(entry.name, kind, world=entry.id, party=party)
        self._by_world[slot] = member.key
        return member

    def known(self, entry: Entry) -> Member | None:
        """The member that stands for `entry` as an actor, where the report has one so far."""
        key = self._by_world.get((entry.id, False))
        return self.members[key] if key is not None else None

    def named(self, name: str, kind: ActorKind, party: str | None = None) -> Member:
        """The member of that kind with that name (and party, where both have one)."""
        same = [m for m in self._called(name) if m.kind == kind]
        for member in reversed(same):
            if party is None or member.party in {None, party}:
                member.party = member.party or party
                return member
        return self.add(name, kind, party=party)

    def bodies_called(self, name: str, party: str | None) -> list[Member]:
        """Government bodies whose name holds all words of `name`, of that party where one is given."""
        words = fold(name).split()
        found = [m for m in self.ending_with(words[-1]) if m.kind == "government_body"]
        fitting = [m for m in found if set(words) <= set(fold(m.name).split())]
        return [m for m in fitting if party is None or m.party == party]

    def ending_with(self, word: str) -> list[Member]:
        """Bodies and organisations whose name ends with `word`."""
        return self._called(word, by_last_word=True)

    def _called(self, name: str, by_last_word: bool = False) -> list[Member]:
        table = self._by_last_word if by_last_word else self._by_name
        return [self.members[key] for key in table.get(fold(name), ())]

    def party_member(self, name: str) -> Member | None:
        """The member that is the party called `name`, or None."""
        return next((m for m in self._called(name) if m.is_party() and m.party is None), None)

    def party_member_of(self, member: Member) -> Member | None:
        """The party that `member` is or belongs to, as a member, where the report has it as one."""
        if member.party is None:
            return member if member.is_party() else None
        return self.party_member(member.party)

    def people_fitting(self, name: PersonName) -> list[tuple[int, Member]]:
        """The named people whom `name` may name, each with how well it fits."""
        keys: dict[str, None] = {}
        for part in name.parts:
            for key in self._by_part.get(part, [])[-_NAMESAKES:]:
                keys[key] = None
        found: list[tuple[int, Member]] = []
        for key in keys:
            member = self.members[key]
            fitting = fit(name, member.person) if member.person else 0
            if fitting:
                found.append((fitting, member))
        return found

    def person(self, text: str) -> Member:
        """The person with the whole name `text`, new where nobody has it yet."""
        name = person_name(text)
        if name.parts in self._by_parts:
            return self.members[self._by_parts[name.parts]]
        same = [member for fitting, member in self.people_fitting(name) if fitting == 3]
        if same:
            member = same[0]
            if member.person and by_initials(member.person, name):
                member.aliases.setdefault(member.name)
                member.name, member.person = text, name
                self._by_name.setdefault(fold(text), []).append(member.key)
                self.index_person(member)
            elif member.person and len(name.parts) > len(member.person.parts):
                member.aliases.setdefault(text)
            return member
        member = self.add(text, "person", person=name, gender=name.gender)
        self.index_person(member)
        return member

    def index_person(self, member: Member) -> None:
        """Make `member` findable by every part of its name."""
        if member.person:
            self._by_parts.setdefault(member.person.parts, member.key)
            for part in dict.fromkeys(member.person.parts):
                self._by_part.setdefault(part, []).append(member.key)

    def index_alias(self, member: Member, alias: str) -> None:
        """Make `member` findable by the parts of another name that a case file gives it."""
        for part in person_name(alias).parts:
            keys = self._by_part.setdefault(part, [])
            if member.key not in keys:
                keys.append(member.key)
        member.person = member.person or person_name(alias)

    def nickname(self, member: Member, text: str) -> None:
        """Let `text` name the person, though it is no part of his name: "better known as Hemedti"."""
        self._nicknames[fold(text)] = member.key

    def nicknamed(self, text: str) -> Member | None:
        """Who goes by `text`."""
        key = self._nicknames.get(fold(text))
        return self.members[key] if key is not None else None

    def alike(self, role: str) -> frozenset[str]:
        """The role words that "the `role`" may call someone by."""
        return actor_words().person_titles.get(role, frozenset()) | {role}
