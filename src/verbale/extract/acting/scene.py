"""What every step of reading acts asks: whom a phrase means, and which words a class holds. One per report."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.extract.acting.lexicon import word_classes
from verbale.extract.acting.newcomers import Newcomers
from verbale.extract.acting.on_talks import is_on_talks
from verbale.extract.acting.phrases import MAX_CLIMB, before_aside
from verbale.extract.acting.standing import acts_in_politics, is_nonstate, party_of
from verbale.extract.actors import ActorIndex, actor, actors_of, actors_of_one, mention_at
from verbale.extract.live import is_live
from verbale.extract.reference.layout import conjuncts
from verbale.language.parse import Doc, Token
from verbale.language.roles import is_government
from verbale.model import LocalActor, Report, TimeMention
from verbale.world import World

# How many words below a phrase's head are searched for a party; a sentence of news has none farther down.
_MAX_SEARCH = 60
_NEAR_FIRST = ("by", "of", "from", "between", "against", "on", "to", "with")
_CLAUSES = {"advcl", "relcl", "ccomp", "punct", "cc", "parataxis", "appos"}
_PLACE_ENTS = {"GPE", "LOC", "FAC"}


@dataclass(slots=True)
class Scene:
    """One report as acts are read from it.

    `found` caches whom each token's phrase means, `meant` the nouns that a pronoun may stand for, `parties` and
    `political` what is known of actors; `voices` holds by its noun whose words a statement or resolution of the report
    are.
    """

    doc: Doc
    report: Report
    world: World
    index: ActorIndex
    times: tuple[TimeMention, ...]
    found: dict[int, tuple[str, ...]] = field(default_factory=dict)
    meant: dict[int, list[Token]] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    political: dict[str, bool] = field(default_factory=dict)
    voices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on_talks: bool | None = None
    newcomers: Newcomers = field(init=False)
    two_named: bool | None = None
    live: bool | None = None

    def __post_init__(self) -> None:
        self.newcomers = Newcomers(self.index, self.world, self.report)

    def actors(self, token: Token) -> tuple[str, ...]:
        """Keys of whom the phrase headed by `token` means; empty where it is not settled which of several."""
        keys = self.found.get(token.i)
        if keys is None:
            keys, ambiguous = actors_of(self.doc, self.index, token)
            if ambiguous:
                keys = self._settled(token)
            elif apart := [child for child in token.rights if _acts_next(child)]:
                keys = tuple(key for key in keys if not any(key in self.own(child) for child in apart))
            elif token.tag_ == "NNS" and keys:
                keys = self._with_modifiers(token, keys)
            elif not keys and self._is_unknown_government(token):
                keys = tuple(self.index.by_token[token.i].actors)
            if not keys and token.lemma_ in word_classes()["retinue"]:  # "the army's men"
                keys = tuple(key for part in token.lefts if part.dep_ == "poss" for key in self.actors(part))
            if not keys:  # "the regional bloc, IGAD", "its neighbour, Chad"
                keys = tuple(key for part in token.rights if part.dep_ == "appos" for key in self.own(part))
            if is_nonstate(token.lemma_) and not self.own(token) and not _is_aircraft(token):
                keys = tuple(key for key in keys if self.kind(key) != "state")
            if all(self.kind(key) == "unnamed" for key in keys):
                keys = self._leaders(token) or keys
            self.found[token.i] = keys or self._newcomers(token)
            keys = self.found[token.i]
        return keys

    def _settled(self, token: Token) -> tuple[str, ...]:
        """ "The government and the FARC", where it is not settled which government: those whom it is settled of."""
        parts = conjuncts(token)
        if len(parts) < 2:
            return ()
        found = (actors_of_one(self.doc, self.index, part) for part in parts)
        return tuple(dict.fromkeys(key for keys, ambiguous in found if not ambiguous for key in keys))

    def _leaders(self, token: Token) -> tuple[str, ...]:
        """ "the Saudi-led coalition" is Saudi Arabia's; "US-backed rebels" are not America's."""
        led = [child for child in token.children if child.dep_ == "amod" and child.lower_ == "led"]
        names = [name for part in led for name in part.children if name.pos_ in {"PROPN", "ADJ"}]
        found = tuple(key for name in names for key in self.own(name) if self.kind(key) != "unnamed")
        if found or not names:
            return found
        ids = [i for name in names for i in self.world.by_demonym.get(name.text, ()) if i.startswith("state/")]
        states = (self.newcomers.state(self.world.entries[i].name) for i in ids[:1])
        return tuple(key for key in states if key is not None)

    def _newcomers(self, token: Token) -> tuple[str, ...]:
        """Whom a phrase means by an unlisted name: "Gondor", "Gondor and Arnor", "Gondor troops"."""
        own = [key for part in conjuncts(token) if (key := self.newcomers.named(part))]
        if own:
            return tuple(own)
        owners = [c for c in token.children if c.dep_ in {"poss", "compound"}]
        return tuple(key for part in owners for one in conjuncts(part) if (key := self.newcomers.named(one)))

    def _with_modifiers(self, token: Token, keys: tuple[str, ...]) -> tuple[str, ...]:
        """ "Greek and Turkish ministers", "the leaders of Kenya and Uganda": every party that the plural spans; not
        the state where guerrillas are at home ("Colombia's ELN guerrillas")."""
        if is_nonstate(token.lemma_):
            return keys
        parts = [c for c in token.children if c.dep_ in {"amod", "poss", "compound", "nmod"}]
        parts += [t for c in token.children if c.lower_ in {"of", "from"} for t in c.children if t.dep_ == "pobj"]
        named = [key for part in parts for one in conjuncts(part) for key in self.own(one) if self.is_political(key)]
        parties = {self.party(key) for key in keys}
        if len({self.party(key) for key in named} | parties) < 2 or not {self.party(k) for k in named} & parties:
            return keys
        return tuple(dict.fromkeys((*keys, *(key for key in named if self.party(key) not in parties))))

    def _is_unknown_government(self, token: Token) -> bool:
        """A state or town that the world data don't know, in the place of one who acts."""
        mention = mention_at(self.index, token)
        if mention is None or len(mention.actors) != 1 or token.ent_type_ != "GPE":
            return False
        found = self.actor(mention.actors[0])
        if found is None or found.kind != "place" or found.world is not None:
            return False
        name = next((ent for ent in self.doc.ents if ent.start <= token.i < ent.end), None)
        return name is not None and is_government(name)

    @property
    def is_live(self) -> bool:
        """The report tells its own day as it goes (`verbale.extract.live`)."""
        if self.live is None:
            self.live = is_live(self.report)
        return self.live

    @property
    def is_of_negotiation(self) -> bool:
        """Two parties or more have a name in the report: who is not named in a sentence is one of them."""
        if self.two_named is None:
            named = (a for a in self.index.actors if any(mention.form == "name" for mention in a.mentions))
            parties = {self.party(a.key) for a in named if a.kind != "place" and self.is_political(a.key)}
            self.two_named = len({key for key in parties if self._negotiates(key)}) > 1
        return self.two_named

    def _negotiates(self, party: str) -> bool:
        found = self.actor(party)
        if found is None:
            return False
        return found.kind in {"state", "group"} or (found.world or "").startswith("armed/")

    @property
    def is_on_talks(self) -> bool:
        """Talks are what the report is on: whoever holds them, a union or a bank, is a side of them."""
        if self.on_talks is None:
            self.on_talks = is_on_talks(self.doc)
        return self.on_talks

    def actors_of_all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for token in tokens for key in self.actors(token)))

    def own(self, token: Token) -> tuple[str, ...]:
        """Keys that the mention at `token` itself means, not its modifiers or conjuncts."""
        mention = mention_at(self.index, token)
        if mention is None or mention.ambiguous:
            return ()
        return tuple(key for key in mention.actors if self.kind(key) != "place")

    def deep(self, token: Token, without: Iterable[str] = ()) -> tuple[str, ...]:
        """The parties found nearest below `token`, breadth first, leaving out clauses of their own and `without`."""
        return self._deep(token, set(without), _CLAUSES) or self._deep(token, set(without), _CLAUSES - {"relcl"})

    def _deep(self, token: Token, left_out: set[str], shut: set[str]) -> tuple[str, ...]:
        level = [token]
        seen = 0
        for _ in range(MAX_CLIMB):
            found: dict[str, None] = {}
            for part in level:
                keys = [key for key in self.actors(part) if key not in left_out and self._is_meant(key)]
                found.update(dict.fromkeys(keys))
            if found:
                return tuple(found)
            below = [
                child
                for part in level
                for child in part.children
                if child.dep_ not in shut and not _is_told(child) and not _acts_next(child)
            ]
            seen += len(below)
            if not below or seen > _MAX_SEARCH:
                return ()
            level = sorted(below, key=lambda t: _NEAR_FIRST.index(t.lower_) if t.lower_ in _NEAR_FIRST else 99)
        return ()

    def _is_meant(self, key: str) -> bool:
        """A party, and no source that only tells of the act ("…, two officials said")."""
        return self.is_political(key) and self.kind(key) != "unnamed"

    def actor(self, key: str) -> LocalActor | None:
        return actor(self.index, key) or self.newcomers.find(key)

    def kind(self, key: str) -> str:
        found = self.actor(key)
        return found.kind if found else ""

    def party(self, key: str) -> str:
        """Key of the party that `key` is or belongs to; `key` itself where neither report nor world know it."""
        party = self.parties.get(key)
        if party is None:
            found = self.actor(key)
            party = party_of(self, key, found)
            if found is not None:  # who is not known yet may become known
                self.parties[key] = party
        return party

    def is_newcomer(self, key: str) -> bool:
        """An actor that no list and no name of the pipeline's knows."""
        made = self.newcomers.find(key)
        return made is not None and made.kind == "organisation"

    def is_political(self, key: str) -> bool:
        """A state, a body, an armed or political group, or somebody who holds an office or stands for a party."""
        political = self.political.get(key)
        if political is None:
            found = self.actor(key)
            if found is None:  # who is not known yet may become known
                return False
            political = self.political[key] = acts_in_politics(self, found)
        return political

    def is_state(self, token: Token) -> bool:
        """A state or its government, or a country or city named as a place."""
        return any(self.kind(key) in {"state", "government_body"} for key in self.actors(token)) or (
            token.ent_type_ == "GPE" or self.is_state_name(token)
        )

    def is_place(self, token: Token) -> bool:
        mention = mention_at(self.index, token)
        if mention is not None and any(self.kind(key) == "place" for key in mention.actors):
            return True
        return token.ent_type_ in _PLACE_ENTS

    def states_at(self, token: Token) -> tuple[str, ...]:
        """Keys of the states that the place named at `token` is, or is the capital or a part of."""
        mention = mention_at(self.index, token)
        found: dict[str, None] = {}
        for key in mention.actors if mention is not None and not mention.ambiguous else ():
            place = self.actor(key)
            if place is None or place.kind != "place":
                continue
            if key_of_state := self.newcomers.state(place.party or place.name):
                found[key_of_state] = None
        return tuple(found)

    def is_state_name(self, token: Token) -> bool:
        """A state named as a place."""
        mention = mention_at(self.index, token)
        found = [self.actor(key) for key in mention.actors] if mention is not None else []
        return any(
            place is not None and ((place.world or "").startswith("state/") or self._is_unlisted_state(place))
            for place in found
        )

    def _is_unlisted_state(self, place: LocalActor) -> bool:
        """A place that bears the name of a state which the world data don't know."""
        return place.world is None and any(
            one.kind == "state" and one.world is None and one.name == place.name for one in self.index.actors
        )

    def is_capital(self, token: Token) -> bool:
        """A state named as a place, or a city that the world data call a capital."""
        mention = mention_at(self.index, token)
        for key in mention.actors if mention is not None else ():
            place = self.actor(key)
            entry = self.world.entries.get(place.world) if place is not None and place.world else None
            if entry is not None and (entry.kind == "state" or "capital" in entry.traits):
                return True
            if place is not None and self._is_unlisted_state(place):
                return True
        return False

    def is_plural(self, token: Token) -> bool:
        return (
            token.tag_ in {"NNS", "NNPS"}
            or len(conjuncts(token)) > 1
            or len(self.actors(token)) > 1
            or token.lower_ in {"they", "we", "both", "two", "three", "all"}
        )


def _acts_next(noun: Token) -> bool:
    """ "freed ten hostages and Israel freed six prisoners": who does what the next verb tells, joined to the first."""
    if noun.dep_ != "conj" or noun.pos_ != "PROPN" or noun.i + 1 >= len(noun.doc):
        return False
    verb = noun.nbor(1)
    return verb.pos_ == "VERB" and before_aside(verb) == noun


def _is_told(verb: Token) -> bool:
    """ "after he had handed Xi a letter": a clause with a subject of its own, though hung on a preposition."""
    return verb.dep_ == "pcomp" and any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)


def _is_aircraft(bomber: Token) -> bool:
    """ "Russian bombers", not "a suicide bomber"."""
    return bomber.lemma_.lower() == "bomber" and not any(child.dep_ == "compound" for child in bomber.lefts)
