"""What the rules of reference share while one report is read: the Doc, the cast, what was said so far, and where."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.extract.reference.cast import Cast, Member
from verbale.extract.reference.communities import as_communities
from verbale.extract.reference.layout import Layout, clause_of, layout_of
from verbale.extract.reference.names import Name, names_in
from verbale.extract.reference.salience import Discourse
from verbale.extract.reference.titles import Title
from verbale.extract.reference.words import ActorWords, actor_words
from verbale.language.parse import Doc, Token
from verbale.language.roles import is_dateline
from verbale.model import Mention, MentionForm, Report, Span, span_of
from verbale.world import Entry, World

# Mentions of a state that make a report one about it.
_ABOUT = 3


@dataclass(slots=True)
class Told:
    """How often a report names each party, tells of two of them together, and tells that one helps others to talk;
    `weights` are how likely two of them are its sides, once asked for."""

    times: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    together: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    helping: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    weights: dict[tuple[str, str], float] | None = None


def in_order(one: str, other: str) -> tuple[str, str]:
    """Two keys of members, who came first first."""
    return (one, other) if int(one[1:]) < int(other[1:]) else (other, one)


@dataclass(slots=True)
class Scene:
    """One report being read. `starts` maps a token to the name that begins there, `within` every token of a name to
    the token where the name begins; `titles` the start of a person's name to the title beside it; `consumed` are
    the words of titles, `asides` all tokens within them; `named` how often each party is named, `told` what the
    whole report tells of them and `called` what nouns beside their names call them, once it was asked."""

    doc: Doc
    report: Report
    world: World
    words: ActorWords
    layout: Layout
    cast: Cast
    discourse: Discourse
    names: Sequence[Name]
    starts: dict[int, Name]
    within: dict[int, int]
    by_token: dict[int, Mention] = field(default_factory=dict)
    titles: dict[int, tuple[Title, ...]] = field(default_factory=dict)
    consumed: set[int] = field(default_factory=set)
    asides: set[int] = field(default_factory=set)
    named: Counter[str] | None = None
    told: Told | None = None
    called: dict[str, frozenset[str]] | None = None

    def text(self, start: int, end: int) -> str:
        """The report's words from token `start` up to `end`, white space levelled."""
        span = self.doc[start:end]
        return " ".join(self.report.text[span.start_char : span.end_char].split())

    def span(self, start: int, end: int) -> Span:
        """The evidence for those tokens."""
        last = self.doc[end - 1]
        return span_of(self.report.text, self.doc[start].idx, last.idx + len(last.text))

    def mention(
        self, start: int, end: int, head: int, form: MentionForm, keys: tuple[str, ...], ambiguous: bool = False
    ) -> Mention:
        """Note a mention of `keys`; tokens that another mention holds already stay with it, and so do the names in a
        title, whose turn may be yet to come."""
        mention = Mention(self.span(start, end), head, form, keys, ambiguous)
        for i in range(start, end):
            if form != "title" or i not in self.within:
                self.by_token.setdefault(i, mention)
        for key in keys:
            self.cast.members[key].mentions.append(mention)
        return mention

    def keys_at(self, token: Token) -> tuple[str, ...]:
        """Whom the mention at `token` means, () where there is none."""
        if token.tag_ == "WP$":
            return self._keys_of_antecedent(token)
        mention = self.by_token.get(token.i)
        return mention.actors if mention else ()

    def _keys_of_antecedent(self, whose: Token) -> tuple[str, ...]:
        """Whom "X, whose country …" tells of: the noun that the relative clause is said of."""
        clause = clause_of(whose)
        mention = self.by_token.get(clause.head.i) if clause.dep_ == "relcl" and clause.head.i < whose.i else None
        if mention is None and whose.i > 1 and self.doc[whose.i - 1].text == ",":
            mention = self.by_token.get(whose.i - 2)  # whatever the parse makes of it
        return mention.actors if mention else ()

    def member_at(self, i: int) -> Member | None:
        """The one member meant at token `i`, else None."""
        mention = self.by_token.get(i)
        return self.cast.members[mention.actors[0]] if mention and len(mention.actors) == 1 else None

    def name_at(self, i: int) -> Name | None:
        """The name that token `i` is part of."""
        return self.starts.get(self.within.get(i, -1))

    def party_entry_at(self, i: int) -> Entry | None:
        """The state, body or movement that the name at token `i` stands for: by name, demonym, capital or seat."""
        name = self.name_at(i)
        if name is None or name.entry is None:
            return None
        if name.entry.kind in {"city", "seat"}:
            return self.world.entries.get(name.entry.party or "")
        if name.entry.kind == "region" and name.demonym:
            return self._movement_of(name.entry)
        return name.entry if name.entry.kind in {"state", "body", "armed"} else None

    def movement_at(self, i: int) -> Entry | None:
        """The movement of the region named at token `i`: "Tigray commander X" is of the TPLF."""
        name = self.name_at(i)
        return self._movement_of(name.entry) if name is not None and name.entry and name.kind == "region" else None

    def _movement_of(self, region: Entry) -> Entry | None:
        """The movement in the report that bears the region's name: "Tigrayan negotiators" are of the TPLF."""
        armed = (name.entry for name in self.names if name.entry is not None and name.entry.kind == "armed")
        return next((entry for entry in armed if region.name in entry.name.split()), None)

    def party_of_capital(self, i: int, here: bool = False) -> str | None:
        """Name of the state whose capital stands at token `i`, where the report is about that state; with `here`, also
        where the sentence names it too."""
        name = self.name_at(i)
        if name is None or name.entry is None or "capital" not in name.entry.traits:
            return None
        state = self.cast.party_member(self.cast.party_name(name.entry.party) or "")
        if state is None:
            return None
        sentence = self.doc[i].sent
        named = here and any(sentence.start <= mention.head < sentence.end for mention in state.mentions)
        return state.name if named or len(state.mentions) >= _ABOUT else None

    def dateline_party(self) -> str | None:
        """The state whose capital the report is datelined from, where the report is about that state."""
        first = self.names[0] if self.names else None
        if first is None or not is_dateline(self.doc[first.start : first.end]):
            return None
        return self.party_of_capital(first.start)

    def capitals_of(self, state: str) -> tuple[Entry, ...]:
        """Entries of the capitals of the state with that id."""
        code = state.split("/")[-1]
        prefix = f"city/{code}/"
        return tuple(
            entry for id_, entry in self.world.entries.items() if id_.startswith(prefix) and "capital" in entry.traits
        )

    def party_member(self, entry: Entry) -> Member:
        """The member that a party's entry stands for."""
        kinds = {"state": "state", "armed": "group"}
        return self.cast.of_entry(entry, kinds.get(entry.kind, "organisation"))  # type: ignore[arg-type]

    def party_name_of(self, member: Member) -> str | None:
        """The party that `member` is or belongs to."""
        return member.party or (member.name if member.is_party() else None)


def scene_of(doc: Doc, report: Report, world: World) -> Scene:
    """The scene before anything is resolved."""
    layout = layout_of(doc)
    cast = Cast(world)
    names = as_communities(doc, names_in(doc, world, outlet_state(report, world)), world)
    return Scene(
        doc,
        report,
        world,
        actor_words(),
        layout,
        cast,
        Discourse(doc, layout, cast, report.outlet),
        names,
        {name.start: name for name in names},
        {i: name.start for name in names for i in range(name.start, name.end)},
    )


def outlet_state(report: Report, world: World) -> str | None:
    """Id of the state where the report's outlet is at home, or None."""
    for form in (report.outlet, report.outlet.removeprefix("The ")):
        for id_ in world.by_form.get(form, ()):
            entry = world.entries[id_]
            if entry.kind == "outlet":
                return entry.country
    return None
