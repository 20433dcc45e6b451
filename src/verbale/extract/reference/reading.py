"""One reading of a report from start to end: names linked, people told apart, pronouns and collectives resolved."""

from spacy.tokens import Doc, Span, Token

from verbale.extract.actor_index import ActorIndex, index_of
from verbale.extract.reference.cast import Cast, Member
from verbale.extract.reference.layout import clause_of, first_of_coordination, layout_of, subject_of
from verbale.extract.reference.names import Name, linked, names_in
from verbale.extract.reference.noun_phrases import Phrase, phrase_at
from verbale.extract.reference.person_names import person_name
from verbale.extract.reference.salience import NOUN_REACH, PRONOUN_REACH, Discourse
from verbale.extract.reference.titles import Title, role_class, title_before, title_beside
from verbale.extract.reference.words import actor_words, fold
from verbale.language.roles import is_government
from verbale.model import Mention, MentionForm, Office, Report, span_of
from verbale.world import Entry, World

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


class Reading:
    """The state of one reading; `read` gives the index."""

    def __init__(self, doc: Doc, report: Report, world: World) -> None:
        self.doc, self.report, self.world = doc, report, world
        self.words = actor_words()
        self.layout = layout_of(doc)
        self.cast = Cast(world)
        self.discourse = Discourse(doc, self.layout, self.cast)
        self.by_token: dict[int, Mention] = {}
        self.outlet_party = self._outlet_party()
        self.names = names_in(doc, world, self.outlet_party)
        self.name_start = {i: name.start for name in self.names for i in range(name.start, name.end)}
        self.titles: dict[int, Title] = {}  # by start of the person's name
        self.consumed: set[int] = set()  # tokens that are part of a title or apposition already read

    def _outlet_party(self) -> str | None:
        for form in (self.report.outlet, self.report.outlet.removeprefix("The ")):
            for id_ in self.world.by_form.get(form, ()):
                entry = self.world.entries[id_]
                if entry.kind == "outlet":
                    return entry.party
        return None

    # ---- the reading -----------------------------------------------------------------------------------------------

    def read(self) -> ActorIndex:
        """First all names that need no context, then everything in order of the text."""
        for name in self.names:
            if name.kind != "person":
                self._link(name)
        people = [name for name in self.names if name.kind == "person"]
        for name in people:
            self._find_title(name)
        for name in people:
            if self._is_full(name):
                member = self.cast.person(self._text(name.start, name.end))
                self._learn(member, name)
        starts = {name.start: name for name in self.names}
        for token in self.doc:
            found = starts.get(token.i)
            if found is not None:
                self._meet(found)
            elif token.i not in self.name_start and token.i not in self.consumed:
                self._meet_word(token)
        self._settle_parties()
        actors = tuple(member.frozen() for member in self.cast.members.values())
        return index_of(actors, self.by_token)

    def _text(self, start: int, end: int) -> str:
        span = self.doc[start:end]
        return " ".join(self.report.text[span.start_char : span.end_char].split())

    def _mention(
        self,
        start: int,
        end: int,
        head: int,
        form: MentionForm,
        keys: tuple[str, ...],
        ambiguous: bool = False,
    ) -> Mention:
        first, last = self.doc[start], self.doc[end - 1]
        span = span_of(self.report.text, first.idx, last.idx + len(last.text))
        mention = Mention(span, head, form, keys, ambiguous)
        for i in range(start, end):
            self.by_token.setdefault(i, mention)
        for key in keys:
            self.cast.members[key].mentions.append(mention)
        return mention

    # ---- names of states, bodies and places ------------------------------------------------------------------------

    def _link(self, name: Name) -> None:
        doc, cast, entry = self.doc, self.cast, name.entry
        span = doc[name.start : name.end]
        text = self._text(name.start, name.end)
        form: MentionForm = "demonym" if name.demonym else "name"
        members: list[Member] = []
        if entry is None:
            members = [self._unlinked(name, span, text)]
        elif name.kind == "group":
            members = [self._party_member(self.world.entries[m]) for m in entry.members if m in self.world.entries]
            form = "collective"
            if not members:
                members = [cast.of_entry(entry, "group")]
        elif name.kind == "state":
            if name.demonym or is_government(span):
                members = [cast.of_entry(entry, "state")]
            else:
                members = [cast.of_entry(entry, "place")]
        elif name.kind in {"city", "seat"}:
            party = self.world.entries.get(entry.party) if entry.party else None
            if party is None or not _is_seat(entry, self.world) or not is_government(span):
                members = [cast.of_entry(entry, "place")]
            elif name.kind == "seat":
                members = [cast.of_entry(entry, "government_body")]
            else:
                members = [self._party_member(party)]
            form = "name" if members[0].kind == "place" else "seat"
        elif name.kind == "ministry":
            if entry.id.rpartition("/")[2] == "government" and entry.party:
                members = [cast.of_entry(self.world.entries[entry.party], "state")]
                form = "nominal"
            else:
                members = [cast.of_entry(entry, "government_body")]
        elif name.kind in {"place", "region"}:
            members = [cast.of_entry(entry, "place")]
        elif name.kind == "armed":
            members = [cast.of_entry(entry, "group")]
        else:
            members = [cast.of_entry(entry, "organisation")]
        for member in members:
            if form in {"name", "demonym"} and member.kind != "place":
                member.aliases.setdefault(text)
        self._mention(name.start, name.end, span.root.i, form, tuple(dict.fromkeys(m.key for m in members)))

    def _party_member(self, entry: Entry) -> Member:
        return self.cast.of_entry(entry, "state" if entry.kind == "state" else "organisation")

    def _unlinked(self, name: Name, span: Span, text: str) -> Member:
        """A body that the world data does not know, with the party that its modifiers tell; or a place or people."""
        if name.kind == "place":
            return self.cast.named(text, "place")
        if name.kind == "people":
            return self.cast.named(text, "group")
        short = self._acronym_of_previous(name)
        if short is not None:
            short.aliases.setdefault(text)
            return short
        noun = span.root.lemma_.lower()
        kind = "government_body" if self.words.bodies.get(noun) == "government_body" else "organisation"
        if self.words.bodies.get(noun) == "armed":
            kind = "group"
        party, entry = self._party_of_body(name, span, text)
        if entry is not None:
            return self.cast.of_entry(entry, "government_body", party)
        return self.cast.named(text, kind, party)  # type: ignore[arg-type]

    def _acronym_of_previous(self, name: Name) -> Member | None:
        """ "National Security Council (NSC)": the letters in brackets name the body before them."""
        doc = self.doc
        if name.start < 2 or doc[name.start - 1].text != "(" or name.end - name.start != 1:
            return None
        before = self.by_token.get(name.start - 2)
        if before is None or len(before.actors) != 1:
            return None
        letters = doc[name.start].text.replace(".", "").casefold()
        initials = "".join(word[0] for word in before.span.text.replace("-", " ").split() if word[0].isupper())
        return self.cast.members[before.actors[0]] if initials.casefold().startswith(letters) else None

    def _party_of_body(self, name: Name, span: Span, text: str) -> tuple[str | None, Entry | None]:
        """The party told by a demonym, owner or "of" beside a body's name, and the world's entry for both together."""
        doc = self.doc
        i = name.start - 1
        if i >= 0 and doc[i].tag_ == "POS":
            i -= 1
        beside = self._entry_at(i)
        if beside is None:
            after = name.end
            if after + 1 < len(doc) and doc[after].lower_ == "of":
                step = after + 2 if doc[after + 1].lower_ == "the" else after + 1
                beside = self._entry_at(step)
        if beside is None:
            entry, _ = linked(text, self.world, {}, self.outlet_party)
            return (self.cast.party_name(entry.party) if entry else None), entry
        party = self.cast.party_name(beside.id if beside.kind == "state" else beside.party)
        for adjective in (*beside.demonyms[:1], beside.name):
            entry, _ = linked(f"{adjective} {text}", self.world, {})
            if entry is not None:
                return party, entry
        for entry in (linked(text, self.world, {beside.id: 9})[0],):
            if entry is not None and entry.party == beside.id:
                return party, entry
        return party, None

    def _entry_at(self, i: int) -> Entry | None:
        """The state or party that the name at token `i` names, also by demonym or capital."""
        if not 0 <= i < len(self.doc) or i not in self.name_start:
            return None
        start = self.name_start[i]
        name = next((n for n in self._names_from(start)), None)
        if name is None or name.entry is None:
            return None
        entry = name.entry
        if entry.kind in {"city", "seat"} and entry.party:
            return self.world.entries.get(entry.party)
        return entry if entry.kind in {"state", "body", "armed"} else None

    def _names_from(self, start: int) -> list[Name]:
        found = self._start_map().get(start)
        return [found] if found else []

    def _start_map(self) -> dict[int, Name]:
        cached: dict[int, Name] | None = getattr(self, "_starts", None)
        if cached is None:
            cached = {name.start: name for name in self.names}
            self._starts = cached
        return cached

    # ---- people ----------------------------------------------------------------------------------------------------

    def _is_full(self, name: Name) -> bool:
        return len(person_name(self._text(name.start, name.end)).parts) > 1

    def _find_title(self, name: Name) -> None:
        before = title_before(self.doc, name.start, self.name_start)
        head = self.doc[name.start : name.end].root
        title = before or title_beside(self.doc, name.start, name.end, head)
        if title is not None:
            self.titles[name.start] = title
            for i in range(title.start, title.end):
                if i not in self.name_start:
                    self.consumed.add(i)

    def _learn(self, member: Member, name: Name, meet: bool = False) -> None:
        """Keep what title, honorific and surroundings tell of the person at `name`."""
        doc = self.doc
        gender = self._told_gender(name)
        if gender and not member.gender:
            member.gender = gender
        title = self.titles.get(name.start)
        if title is None:
            return
        text = title.text(doc)
        party, affiliation = self._title_party(title, meet)
        role = doc[title.head].lemma_.lower()
        member.role_words.add(role)
        if role in self.words.role_gender and not member.gender:
            member.gender = self.words.role_gender[role]
        if party and not member.party:
            member.party = party
        if affiliation and not member.affiliation:
            member.affiliation = affiliation
        span = doc[title.start : title.end]
        evidence = span_of(self.report.text, span.start_char, span.end_char)
        for n, office in enumerate(member.offices):
            if fold(office.title) == fold(text):
                if office.party is None and party:
                    member.offices[n] = Office(office.title, party, office.evidence)
                return
        member.offices.append(Office(text, party, evidence))

    def _told_gender(self, name: Name) -> str:
        before = self.doc[name.start - 1].lower_ if name.start else ""
        if before == "." and name.start > 1:
            before = self.doc[name.start - 2].lower_
        if before in self.words.lists["titles.honorific_m"]:
            return "m"
        return "f" if before in self.words.lists["titles.honorific_f"] else ""

    def _title_party(self, title: Title, meet: bool) -> tuple[str | None, str | None]:
        """Party and affiliation that a title tells: a demonym or owner in it, "of Iran", "at the Institute", a ministry
        that only one state has, or, for the country "here", where the sentence says it is."""
        doc = self.doc
        names = self._start_map()
        for i in range(title.left, title.head):
            entry = self._entry_at(i)
            if entry is not None:
                return self.cast.party_name(entry.id), None
            name = names.get(self.name_start.get(i, -1))
            if name is not None and name.kind in {"org", "ministry", "body", "armed", "outlet"}:
                member = self._member_at(i)
                if member is not None:
                    return member.party or (member.name if member.kind == "group" else None), member.name
        head = doc[title.head]
        affiliation: str | None = None
        party: str | None = None
        stop = min(head.right_edge.i + 1, title.head + 16, len(doc))
        for i in range(title.head + 1, stop):
            if doc[i].dep_ in {"relcl", "acl"} or (i >= title.end and doc[i].pos_ == "VERB"):
                break
            name = names.get(i)
            if name is None or name.kind == "person":
                continue
            member = self._member_at(i)
            if member is None:
                continue
            if member.kind in {"organisation", "government_body", "group"}:
                affiliation = affiliation or member.name
                party = party or member.party or (member.name if member.kind == "group" else None)
            elif member.kind in {"state", "place"} and doc[i].head.lower_ in {"of", "for"}:
                entry = self._entry_at(i)
                party = party or (self.cast.party_name(entry.id) if entry else None)
        if party or affiliation:
            return party, affiliation
        if meet:
            owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
            if owner is not None:
                keys = self._keys_at(owner)
                if len(keys) == 1:
                    member = self.cast.members[keys[0]]
                    return member.party or (member.name if member.is_party() else None), None
        return self._domestic_party(title.text(doc), title.head), None

    def _domestic_party(self, title: str, at: int) -> str | None:
        """The state of an office named without one: by a ministry that one state alone has, or by the place where the
        sentence says that its holder speaks or sits ("at the National Assembly in Seoul")."""
        words = title.split()
        if not words or words[-1].lower() not in self.words.lists["titles.domestic"]:
            return None
        if words[-1].lower() == "minister" and len(words) > 1:
            subject = " ".join(words[:-1])
            for form in (f"{subject} Ministry", f"Ministry of {subject}"):
                ids = self.world.by_form.get(form, ())
                if len(ids) == 1:
                    return self.cast.party_name(self.world.entries[ids[0]].party)
        sentence = self.doc[at].sent
        for token in self.doc[at : min(sentence.end, at + 40)]:
            if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"}:
                if token.head.head.lemma_.lower() in self.words.bodies:
                    entry = self._entry_at(token.i)
                    if entry is not None and entry.kind == "state":
                        return entry.name
                found = self.by_token.get(token.i)
                if found is not None and len(found.actors) == 1:
                    member = self.cast.members[found.actors[0]]
                    if member.kind == "government_body" and member.party:
                        return member.party
        return None

    def _member_at(self, i: int) -> Member | None:
        mention = self.by_token.get(i)
        return self.cast.members[mention.actors[0]] if mention and len(mention.actors) == 1 else None

    def _keys_at(self, token: Token) -> tuple[str, ...]:
        mention = self.by_token.get(token.i)
        return mention.actors if mention else ()

    # ---- in order of the text --------------------------------------------------------------------------------------

    def _meet(self, name: Name) -> None:
        """A name, in its turn."""
        doc = self.doc
        head = doc[name.start : name.end].root
        if name.kind != "person":
            mention = self.by_token.get(name.start)
            if mention is not None:
                self.discourse.remember(head, mention.actors)
                self._remember_pair(head)
            return
        text = self._text(name.start, name.end)
        if self._is_full(name):
            member = self.cast.person(text)
            self._learn(member, name, meet=True)
            keys: tuple[str, ...] = (member.key,)
            ambiguous = False
        else:
            keys, ambiguous = self._short_name(name, text, head)
        for key in keys:
            self.cast.members[key].aliases.setdefault(text)
        mention = self._mention(name.start, name.end, head.i, "name", keys, ambiguous)
        title = self.titles.get(name.start)
        if title is not None:
            for i in range(title.start, title.end):
                self.by_token.setdefault(i, mention)
        self.discourse.remember(head, keys, ambiguous)
        self._remember_pair(head)

    def _short_name(self, name: Name, text: str, head: Token) -> tuple[tuple[str, ...], bool]:
        """Who of the people in the report "Kim" is: by fit, title, gender and salience; new where nobody fits."""
        fitting = self.cast.people_fitting(person_name(text))
        title = self.titles.get(name.start)
        gender = self._told_gender(name)
        if gender:
            fitting = [(fit, m) for fit, m in fitting if m.gender in {"", gender}]
        if title is not None and len(fitting) > 1:
            role = self.doc[title.head].lemma_.lower()
            party, _ = self._title_party(title, meet=True)
            titled = [
                (fit, m)
                for fit, m in fitting
                if self._holds(m, role, title.text(self.doc)) and (party is None or m.party in {None, party})
            ]
            fitting = titled or fitting
        if not fitting:
            member = self.cast.add(text, "person", person=person_name(text), gender=gender)
            self.cast.index_person(member)
            self._learn(member, name, meet=True)
            return (member.key,), False
        best = max(fit for fit, _ in fitting)
        candidates = [member for fit, member in fitting if fit == best]
        if len(candidates) == 1:
            self._learn(candidates[0], name, meet=True)
            return (candidates[0].key,), False
        weights = self.discourse.weigh(head, {m.key: 0.0 for m in candidates}, NOUN_REACH * 3)
        if not weights:
            return tuple(m.key for m in candidates), True
        keys, ambiguous = self.discourse.choose(weights)
        if not ambiguous:
            self._learn(self.cast.members[keys[0]], name, meet=True)
        return keys, ambiguous

    def _holds(self, member: Member, role: str, title: str = "") -> bool:
        """True where `member` holds, or is called by, an office that "the `role`" may call."""
        if role in member.role_words:
            return True
        alike = self.cast.alike(role)
        if "*" in alike:
            return bool(member.offices or member.role_words)
        for office in member.offices:
            folded = " " + fold(office.title) + " "
            if any(f" {word} " in folded for word in alike):
                return True
        return bool(member.role_words & alike)

    def _remember_pair(self, head: Token) -> None:
        """Names joined by "and", or by a hyphen before a noun, are remembered together for "the two sides"."""
        first = first_of_coordination(head)
        keys: list[str] = []
        if first is not head:
            token = first
            for _ in range(6):
                keys += [key for key in self._keys_at(token) if key not in keys]
                if token is head:
                    break
                following = next((c for c in token.rights if c.dep_ == "conj"), None)
                if following is None or following.i > head.i:
                    break
                token = following
            keys += [key for key in self._keys_at(head) if key not in keys]
        elif head.i >= 2 and self.doc[head.i - 1].text in {"-", "–"}:
            keys = [*self._keys_at(self.doc[head.i - 2]), *self._keys_at(head)]
        else:
            start = self.name_start.get(head.i, head.i)
            if start >= 2 and self.doc[start - 1].text in {"-", "–"}:
                keys = [*self._keys_at(self.doc[start - 2]), *self._keys_at(head)]
        if len(keys) > 1:
            self.discourse.remember(head, tuple(dict.fromkeys(keys)))

    def _meet_word(self, token: Token) -> None:
        """A common noun or pronoun, in its turn."""
        tag = token.tag_
        if tag in {"PRP", "PRP$"}:
            self._pronoun(token)
        elif tag in {"NN", "NNS", "NNP", "NNPS", "CD", "DT"}:
            phrase = phrase_at(token, self.words)
            if phrase is not None:
                self._noun(phrase)

    # ---- pronouns --------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> None:
        word = token.lower_
        keys: tuple[str, ...] = ()
        ambiguous = False
        form: MentionForm = "pronoun"
        if word in _SINGULAR:
            keys, ambiguous = self._he(token, _SINGULAR[word])
        elif word in _NEUTER:
            keys, ambiguous = self._it(token)
        elif word in _PLURAL:
            keys, ambiguous = self._they(token)
        if keys:
            self._mention(token.i, token.i + 1, token.i, form, keys, ambiguous)
            self.discourse.remember(token, keys, ambiguous)

    def _he(self, token: Token, gender: str) -> tuple[tuple[str, ...], bool]:
        out = self.discourse.excluded(token) if token.lower_ not in _POSSESSIVE or token.tag_ == "PRP" else set()
        fits = {
            m.key: (0.4 if m.gender == gender else 0.0)
            for m in self.cast.members.values()
            if m.kind in {"person", "unnamed"} and not m.plural and m.gender in {"", gender} and m.key not in out
        }
        return self.discourse.choose(self.discourse.weigh(token, fits, PRONOUN_REACH))

    def _it(self, token: Token) -> tuple[tuple[str, ...], bool]:
        """ "it" and "its": the body or state that is subject of the clause around or before; nothing else is sure."""
        for verb in self._clauses_around(token):
            subject = subject_of(verb)
            if subject is None or subject.i >= token.i:
                continue
            if subject.tag_ in {"PRP"} and subject.lower_ not in _NEUTER:
                continue
            keys = self._keys_at(subject)
            if len(keys) == 1 and self._is_body(keys[0]):
                return keys, False
            if token.tag_ == "PRP$" and subject.tag_ in {"NN", "NNS"} and token.i - subject.i < 8 and not keys:
                return (), False
        verb = clause_of(token)
        speaks = verb.lemma_.lower() in self.words.lists["verbs.speech"]
        if (token.dep_ in {"nsubj", "nsubjpass"} and (speaks or token.is_sent_start)) or token.tag_ == "PRP$":
            fits = {m.key: 0.0 for m in self.cast.members.values() if self._is_body(m.key)}
            near = {
                key: weight
                for key, weight in self.discourse.weigh(token, fits, 1).items()
                if weight > 2.6 or (token.tag_ == "PRP$" and weight > 2.0)
            }
            return self.discourse.choose(near)
        return (), False

    def _clauses_around(self, token: Token) -> list[Token]:
        """The clause of `token` and those that it is in, the smallest first."""
        verbs: list[Token] = []
        verb = token
        for _ in range(8):
            above = clause_of(verb)
            if above is verb:
                break
            verbs.append(above)
            verb = above
        return verbs

    def _is_body(self, key: str) -> bool:
        return self.cast.members[key].kind in {"state", "organisation", "government_body", "group"}

    def _they(self, token: Token) -> tuple[tuple[str, ...], bool]:
        """ "they": the last pair, group or description of several; a single body where nothing plural is near."""
        layout = self.layout
        here = layout.sentence[token.i]
        out = self.discourse.excluded(token) if token.tag_ == "PRP" else set()
        best: tuple[float, tuple[str, ...]] | None = None
        for focus in self.discourse.recent(token, 2):
            members = [self.cast.members[key] for key in focus.keys]
            several = (len(members) > 1 and not focus.ambiguous) or (len(members) == 1 and members[0].plural)
            group = len(members) == 1 and members[0].kind == "group"
            if not (several or group) or set(focus.keys) & out:
                continue
            weight = 3.0 - 1.2 * (here - focus.sentence) + focus.rank - (0.5 if group else 0.0)
            if focus.quoted and not layout.quoted[token.i]:
                weight -= 1.5
            if best is None or weight > best[0]:
                best = (weight, focus.keys)
        other = self._plural_thing(token)
        if best is not None and best[0] > 1.0 and not (other is not None and other > best[0]):
            return best[1], False
        if token.tag_ == "PRP$" and best is None:
            return self._their_single(token)
        return (), False

    def _plural_thing(self, token: Token) -> float | None:
        """Weight of the nearest plural noun that is no actor ("sanctions", "talks"), a rival for "they" and "them"."""
        if token.dep_ in {"nsubj"} and clause_of(token).lemma_.lower() in self.words.lists["verbs.speech"]:
            return None
        here = self.layout.sentence[token.i]
        best: float | None = None
        for other in reversed(self.doc[max(0, token.i - 40) : token.i]):
            distance = here - self.layout.sentence[other.i]
            if distance > 1:
                break
            if other.tag_ != "NNS" or other.i in self.by_token or other.dep_ in {"compound", "npadvmod"}:
                continue
            rank = 2.0 if other.dep_ in {"nsubj", "nsubjpass"} else (0.8 if other.dep_ == "dobj" else 0.2)
            weight = 3.0 - 1.2 * distance + rank - (2.0 if token.dep_ in {"nsubj", "poss"} else 0.0)
            if best is None or weight > best:
                best = weight
        return best

    def _their_single(self, token: Token) -> tuple[tuple[str, ...], bool]:
        """ "the demands that they made" of one state: the party of the sentence that is not its clause's subject."""
        own = subject_of(clause_of(token))
        own_keys = set(self._keys_at(own)) if own is not None else set()
        fits = {
            m.key: 0.0 for m in self.cast.members.values() if m.kind in {"state", "group"} and m.key not in own_keys
        }
        return self.discourse.choose(self.discourse.weigh(token, fits, 0))

    # ---- nouns -----------------------------------------------------------------------------------------------------

    def _noun(self, phrase: Phrase) -> None:
        keys: tuple[str, ...] = ()
        ambiguous = False
        form: MentionForm = "nominal"
        if phrase.sort == "collective":
            keys, form = self._collective(phrase), "collective"
        elif phrase.sort == "role":
            keys, ambiguous = self._role(phrase)
            form = "title"
            if not keys:
                return
            if len(keys) == 1 and self.cast.members[keys[0]].kind == "unnamed":
                form = "description"
        elif phrase.sort == "body":
            keys, ambiguous = self._body(phrase)
        if keys:
            self._mention(phrase.start, phrase.end, phrase.head.i, form, keys, ambiguous)
            self.discourse.remember(phrase.head, keys, ambiguous)

    def _collective(self, phrase: Phrase) -> tuple[str, ...]:
        return self.discourse.pair(phrase.head, phrase.number, phrase.of_people)

    def _parties_beside(self, phrase: Phrase) -> list[Member]:
        """States and bodies named in the noun phrase: "Iranian", "Iran's", "his country's", "of Iran", "from Seoul"."""
        found: list[Member] = []
        for token in phrase.modifiers:
            entry = self._entry_at(token.i)
            if entry is not None:
                found.append(self._party_member(entry) if entry.kind != "armed" else self.cast.of_entry(entry, "group"))
                continue
            for key in self._keys_at(token):
                member = self.cast.members[key]
                if member.kind != "place":
                    found.append(member)
        return found

    def _role(self, phrase: Phrase) -> tuple[tuple[str, ...], bool]:
        """Who "the minister", "the Iranian envoy" or "a diplomat" is."""
        beside = self._parties_beside(phrase)
        party = next((m.party or (m.name if m.is_party() else None) for m in beside), None)
        role = phrase.head.lemma_.lower()
        if role not in self.words.roles:
            role = phrase.head.lower_
        if phrase.plural:
            return self._described(phrase, party) if self._is_source(phrase.head) else ((), False)
        if not phrase.definite:
            return self._described(phrase, party) if self._is_source(phrase.head) else ((), False)
        fits: dict[str, float] = {}
        extra = {fold(w) for w in phrase.adjectives}
        for member in self.cast.members.values():
            if member.kind not in {"person", "unnamed"} or member.plural:
                continue
            if party is not None and member.party not in {None, party}:
                continue
            if not self._holds(member, role) or (phrase.owner_keys(self._keys_at) & {member.key}):
                continue
            gender = self.words.role_gender.get(role, "")
            if gender and member.gender not in {"", gender}:
                continue
            bonus = 1.0 if role in member.role_words else 0.0
            if party is not None and member.party == party:
                bonus += 1.0
            elif party is not None:
                bonus -= 1.5
            titles = {fold(w) for office in member.offices for w in office.title.split()}
            titles |= {fold(w) for w in member.name.split()} if member.kind == "unnamed" else set()
            missing = extra - titles
            if missing and member.offices:
                bonus -= 1.5 * len(missing)
            if bonus > -2.0:
                fits[member.key] = bonus
        weights = self.discourse.weigh(phrase.head, fits, NOUN_REACH)
        keys, ambiguous = self.discourse.choose({k: w for k, w in weights.items() if w > 0.5})
        if keys:
            return keys, ambiguous
        if role_class(phrase.head) == "office" and (party is not None):
            member = self.cast.add(
                phrase.bare_text(self.report.text),
                "person",
                party=party,
                role_words={role},
                gender=self.words.role_gender.get(role, ""),
            )
            title = phrase.title_text(self.report.text)
            member.offices.append(
                Office(title, party, span_of(self.report.text, self.doc[phrase.start].idx, phrase.end_char))
            )
            return (member.key,), False
        return self._described(phrase, party) if self._is_source(phrase.head) else ((), False)

    def _is_source(self, head: Token) -> bool:
        """True for a noun that speaks: subject of a verb of saying, or after "according to"."""
        top = first_of_coordination(head)
        if top.dep_ == "nsubj":
            return top.head.lemma_.lower() in self.words.lists["verbs.speech"]
        return top.dep_ == "pobj" and top.head.lower_ == "to" and top.head.head.lower_ == "according"

    def _described(self, phrase: Phrase, party: str | None) -> tuple[tuple[str, ...], bool]:
        role = phrase.head.lemma_.lower()
        name = phrase.description(self.report.text)
        for member in self.cast.members.values():
            if member.kind == "unnamed" and fold(member.name) == fold(name) and phrase.definite:
                return (member.key,), False
        member = self.cast.add(
            name,
            "unnamed",
            party=party,
            plural=phrase.plural,
            role_words={role},
            gender=self.words.role_gender.get(role, "") if not phrase.plural else "",
        )
        return (member.key,), False

    def _body(self, phrase: Phrase) -> tuple[tuple[str, ...], bool]:
        """Which body "the ministry", "the government" or "the rebels" is."""
        noun = phrase.head.lemma_.lower()
        sort = self.words.bodies.get(noun) or self.words.bodies.get(phrase.head.lower_, "")
        beside = self._parties_beside(phrase)
        states = [m for m in beside if m.kind == "state"]
        if sort in {"state", "country"}:
            if states:
                return (states[0].key,), False
            owned = [m for m in beside if m.party]
            if owned:
                state = next(
                    (m for m in self.cast.members.values() if m.kind == "state" and m.name == owned[0].party), None
                )
                return ((state.key,), False) if state else ((), False)
            return self._bare_state(phrase)
        if sort in {"document", "media"}:
            return (), False
        party = next((m.party or (m.name if m.is_party() else None) for m in beside), None)
        name = phrase.title_text(self.report.text)
        if (party is not None and sort == "government_body") or (phrase.adjectives and sort == "government_body"):
            entry = None
            state = states[0] if states else None
            if state is not None and state.world:
                world_entry = self.world.entries[state.world]
                for adjective in (*world_entry.demonyms[:1], world_entry.name):
                    for text in (name, name.title()):
                        entry = entry or linked(f"{adjective} {text}", self.world, {})[0]
            if entry is not None and entry.kind == "ministry":
                return (self.cast.of_entry(entry, "government_body", party).key,), False
            same = [
                m
                for m in self.cast.members.values()
                if m.kind == "government_body" and fold(name) in fold(m.name) and (party is None or m.party == party)
            ]
            if len(same) == 1:
                return (same[0].key,), False
            if not same and party is not None:
                return (self.cast.named(name, "government_body", party).key,), False
        if not phrase.definite:
            return (), False
        return self._last_body(phrase, noun, sort)

    def _last_body(self, phrase: Phrase, noun: str, sort: str) -> tuple[tuple[str, ...], bool]:
        kinds = {"government_body": {"government_body"}, "organisation": {"organisation", "group"}, "armed": {"group"}}
        fits: dict[str, float] = {}
        for member in self.cast.members.values():
            if member.kind not in kinds.get(sort, set()):
                continue
            named = any(noun in fold(text).split() for text in (member.name, *member.aliases))
            if sort == "government_body" and not named:
                continue
            if sort == "organisation" and noun not in {"group", "movement"} and not named and member.kind == "group":
                continue
            fits[member.key] = 1.5 if named else 0.0
        weights = self.discourse.weigh(phrase.head, fits, NOUN_REACH if sort != "organisation" else 6)
        return self.discourse.choose(weights)

    def _bare_state(self, phrase: Phrase) -> tuple[tuple[str, ...], bool]:
        """ "the government", "the country" without a name: the state in focus, also by its people and bodies."""
        if not phrase.definite or phrase.head.lemma_.lower() == "side":
            return (), False
        weights: dict[str, float] = {}
        here = self.layout.sentence[phrase.head.i]
        states = {m.name: m.key for m in self.cast.members.values() if m.kind == "state"}
        for focus in self.discourse.recent(phrase.head, 6):
            if len(focus.keys) != 1:
                continue
            member = self.cast.members[focus.keys[0]]
            name = member.name if member.kind == "state" else member.party
            key = states.get(name or "")
            if key is None:
                continue
            weight = 3.0 - (here - focus.sentence) * 0.7 + focus.rank
            weights[key] = max(weights.get(key, -9.0), weight)
        for key in weights:
            weights[key] += min(self.discourse.counts.get(key, 0), 6) * 0.12
        return self.discourse.choose(weights)

    def _settle_parties(self) -> None:
        """Every party that a member belongs to is itself a member, so that acts can be laid at its door."""
        known = {m.name for m in self.cast.members.values() if m.is_party()}
        by_name = {entry.name: entry for entry in self.world.entries.values() if entry.kind == "state"}
        for member in list(self.cast.members.values()):
            if member.party and member.party not in known and member.party in by_name:
                self.cast.of_entry(by_name[member.party], "state")
                known.add(member.party)


def _is_seat(entry: Entry, world: World) -> bool:
    """True for a capital or seat of government; other towns are never their state."""
    return entry.kind == "seat" or entry.party is not None


def read_actors(doc: Doc, report: Report, world: World) -> ActorIndex:
    """The index of all actors of `doc`."""
    return Reading(doc, report, world).read()
