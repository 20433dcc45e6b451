"""What of one report's findings it takes to compare them with other reports': small, and made report by report."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from verbale.model import (
    Act,
    ActorRow,
    ActType,
    Evidence,
    Findings,
    Level,
    LocalActor,
    Report,
    Span,
    Statement,
    Status,
)
from verbale.resolve.actors import ActorSketch, LocalOffice
from verbale.resolve.dates import Recurring, recurring
from verbale.resolve.names import levelled
from verbale.resolve.words import content_words, stem, table

# "About a week ago" may be this many days off, at the least.
APPROXIMATE_DAYS = 4
# Marks a party that is not known, before the name of the actor that it would be the party of: "?person/ann-lee".
UNKNOWN = "?"
# So many parties at most is a report on.
MATTER = 4
# Key of a place's name, and that of the state it lies in ("" where not known; a state lies in itself).
Place = tuple[str, str]
PlaceOf = Callable[[str], Place]


@dataclass(frozen=True, slots=True)
class ActSketch:
    """One report's act, as compared with others'. Parties are names of states and bodies, for people and offices the
    party that they belong to, or `UNKNOWN` and the actor where nobody tells it; `doers` and `done_to` are words of the
    names of the people on either side; days are ordinals, both bounds included, None where open; `recurring` is what an
    account without bounds tells of its day ("on Friday"), `at` where in the report the word stands that evokes it;
    `matter` are the parties that the whole report is on."""

    id: str
    report: str
    type: ActType
    family: str
    means: str
    sources: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    level: Level | None
    place: Place | None
    what: frozenset[str]
    about: frozenset[str]
    issues: frozenset[str]
    first: int | None
    last: int | None
    status: Status
    told: int | None
    recurring: Recurring | None
    at: int
    matter: frozenset[str]
    # Derived once, for they are asked for in every comparison: all parties, those of them that are not known, and how
    # many days the bounds leave open, very many where one is open.
    parties: frozenset[str] = field(init=False)
    unknown: frozenset[str] = field(init=False)
    width: int = field(init=False)

    def __post_init__(self) -> None:
        parties = self.sources | self.targets
        days = self.last - self.first + 1 if self.first is not None and self.last is not None else 1_000_000
        object.__setattr__(self, "parties", parties)
        object.__setattr__(self, "unknown", frozenset(name for name in parties if name.startswith(UNKNOWN)))
        object.__setattr__(self, "width", days)


def is_person(party: str) -> bool:
    """True for a party that is not known, of somebody who is named: "?person/ann-lee"."""
    return party.startswith(f"{UNKNOWN}person/")


def published_day(report: Report) -> date | None:
    """The day by which `report` was out: the later bound of its publication."""
    time = report.published.time
    return (time.latest or time.earliest) if time else None


def evidence_of(report: str, spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
    """`spans` as evidence of `report`."""
    return tuple(Evidence(report, span.start, span.end, span.text) for span in spans)


def actor_sketches(report: Report, findings: Findings) -> tuple[ActorSketch, ...]:
    """The report's actors, as compared with other reports'."""
    day = published_day(report)
    return tuple(
        ActorSketch(
            report=report.id,
            key=actor.key,
            name=actor.name,
            kind=actor.kind,
            world=actor.world,
            party=actor.party,
            offices=tuple(
                LocalOffice(o.title, o.party, evidence_of(report.id, (o.evidence,))[0] if o.evidence else None)
                for o in actor.offices
            ),
            aliases=actor.aliases,
            day=day,
            first=_first_mention(report.id, actor),
        )
        for actor in findings.actors
    )


def _first_mention(report: str, actor: LocalActor) -> Evidence | None:
    spans = [m.span for m in actor.mentions]
    if not spans:
        return None
    span = min(spans, key=lambda s: (s.start, s.end))
    return Evidence(report, span.start, span.end, span.text)


def party_name(actor: LocalActor) -> str | None:
    """The party that an actor acts for: its own name for states and organisations without one."""
    if actor.party:
        return actor.party
    if actor.world is None and actor.name == actor.name.lower():
        return None  # "the government", of nobody knows where
    return actor.name if actor.kind not in ("unnamed", "document", "place", "person") else None


def act_sketches(
    report: Report,
    findings: Findings,
    actor_ids: Mapping[tuple[str, str], str],
    rows: Mapping[str, ActorRow],
    place_of: PlaceOf,
) -> tuple[ActSketch, ...]:
    """The report's acts, as compared with other reports'. `actor_ids` are the rows that its actors came to, `rows`
    these rows: where a report does not say whose minister someone is, another may."""
    actors = {actor.key: actor for actor in findings.actors}
    day = published_day(report)
    found = [_sketch(act, findings, actors, actor_ids, rows, place_of, day) for act in findings.acts]
    matter = _matter(found)
    return tuple(replace(sketch, matter=matter) for sketch in found)


def _matter(acts: Sequence[ActSketch]) -> frozenset[str]:
    """The parties that a report is on: those that several of its acts tell of, the most told of first."""
    told = Counter(party for act in acts for party in sorted(act.parties - act.unknown))
    return frozenset(party for party, times in told.most_common(MATTER) if times > 1)


@lru_cache(maxsize=1)
def _deal_words() -> frozenset[str]:
    return content_words(" ".join(table("deal_words")))


@lru_cache(maxsize=1)
def _same_deeds() -> Mapping[str, str]:
    return {stem(levelled(word)): stem(levelled(one)) for word, one in table("same_deeds").items()}


def _one_word_each(words: frozenset[str]) -> frozenset[str]:
    """`words` with one for all that mean the same: "truce" and "ceasefire"."""
    return frozenset(_same_deeds().get(word, word) for word in words)


def _sketch(
    act: Act,
    findings: Findings,
    actors: Mapping[str, LocalActor],
    ids: Mapping[tuple[str, str], str],
    rows: Mapping[str, ActorRow],
    place_of: PlaceOf,
    day: date | None,
) -> ActSketch:
    report = findings.report
    first = act.when.earliest.toordinal() if act.when and act.when.earliest else None
    last = act.when.latest.toordinal() if act.when and act.when.latest else None
    if act.when and act.when.approximate and first is not None and last is not None:
        slack = max(last - first + 1, APPROXIMATE_DAYS)
        first, last = first - slack, last + slack

    def parties(keys: tuple[str, ...]) -> frozenset[str]:
        found = (party_name(actors[key]) or known(key) for key in keys if key in actors)
        return frozenset(name for name in found if name)

    def known(key: str) -> str | None:
        row = rows.get(ids.get((report, key), ""))
        return (row.party or UNKNOWN + row.id) if row else None

    def people(keys: tuple[str, ...]) -> frozenset[str]:
        """Words of the names of the people among actors, "Kim" of "Kim Jong Un" and of "Mr. Kim"."""
        found = (actors[key].name for key in keys if key in actors and actors[key].kind == "person")
        return frozenset(word for name in found for word in levelled(name).split())

    def named(keys: tuple[str, ...]) -> frozenset[str]:
        """Words of the names of actors: in a subject, they say no more than that it is about them."""
        found = (actors[key] for key in keys if key in actors)
        return frozenset().union(*(content_words(n) for a in found for n in (a.name, a.party or "", *a.aliases)))

    family = table("families")[act.type]
    if act.type == "SUPPORT" and act.what in table("praise_words"):
        family = "praise"
    # "Reached a deal" says of an accord's subject no more than that it is one.
    empty = _deal_words() if family == "accord" else frozenset()
    told = (*act.people, *(k for k in act.sources + act.targets if k in actors and actors[k].kind == "person"))
    about = content_words(act.subject) - named(act.sources + act.targets) - content_words(act.place or "") - empty
    words = levelled(act.what).split() if act.type == "CONSULT" else ()
    means = next((table("media")[word] for word in words if word in table("media")), "")
    return ActSketch(
        id=act.id,
        report=report,
        type=act.type,
        family=family,
        means=means,
        sources=parties(act.sources),
        targets=parties(act.targets),
        people=frozenset(ids[report, key] for key in told if (report, key) in ids),
        doers=people(act.sources),
        done_to=people(act.targets),
        level=act.level,
        place=place_of(act.place) if act.place else None,
        what=_one_word_each(content_words(act.what)),
        about=_one_word_each(about),
        issues=frozenset(act.issues),
        first=first,
        last=last,
        status=act.status,
        told=day.toordinal() if day else None,
        recurring=recurring(act, findings),
        at=act.trigger.start,
        matter=frozenset(),
    )


def speaker_names(statement: Statement, actors: Mapping[str, LocalActor]) -> tuple[str, ...]:
    """Names of a statement's speakers as its report gives them."""
    return tuple(actors[key].name for key in statement.speakers if key in actors)
