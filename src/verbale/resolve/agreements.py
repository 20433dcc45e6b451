"""Agreements across reports: one document by any of its names, its points aligned, each party's word on them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from verbale.model import AgreementRow, Evidence, ProvisionRow, ProvisionStatusRow, TimeValue
from verbale.resolve.groups import Groups
from verbale.resolve.places import place_key
from verbale.resolve.values import narrowed
from verbale.resolve.words import content_words, table
from verbale.world import Case

# Share of the shorter point's words that two tellings of one point have in common.
SAME_POINT = 0.6


@dataclass(frozen=True, slots=True)
class AgreementSketch:
    """An agreement as one report names it, its parties and claimants as the record's names."""

    id: str
    report: str
    name: str
    named: bool
    parties: tuple[str, ...]
    party_ids: tuple[str, ...]
    date: TimeValue | None
    aliases: tuple[str, ...]
    provisions: tuple[ProvisionRow, ...]
    status: tuple[ProvisionStatusRow, ...]
    evidence: tuple[Evidence, ...]


def _key(name: str) -> str:
    words = [word for word in place_key(name).split() if word not in ("the", "a", "an")]
    return " ".join(words)


def _topics(sketch: AgreementSketch) -> set[str]:
    """ "agreement on land reform" and "deal on land" have a topic in common: what a deal of any name is on."""
    if sketch.named:
        return set()
    found = set()
    for name in (sketch.name, *sketch.aliases):
        noun, _, topic = name.casefold().partition(" on ")
        words = noun.split()
        if content_words(topic) and words and words[-1] in table("deal_words"):
            found.add(f"deal on {place_key(topic).split()[0]}")
    return found


def _dates_differ(a: TimeValue | None, b: TimeValue | None) -> bool:
    if a is None or b is None:
        return False
    return bool(
        (a.earliest and b.latest and a.earliest > b.latest) or (b.earliest and a.latest and b.earliest > a.latest)
    )


def _same(name: str, a: AgreementSketch, b: AgreementSketch) -> bool:
    """True where nothing tells two agreements that are both called `name` apart."""
    if _dates_differ(a.date, b.date) or (a.report == b.report and " " not in name):
        return False  # a report that tells two deals apart calls both "the agreement" farther on
    shared = set(a.parties) & set(b.parties)
    if a.parties and b.parties and len(shared) < min(2, len(a.parties), len(b.parties)):
        return False
    if a.named and b.named:  # "the agreement" is what either may be called farther on
        return " " in name or name in (_key(a.name), _key(b.name))
    if a.date is not None and b.date is not None:
        return bool(shared)
    ours, theirs = _key(a.name), _key(b.name)
    if " " not in name and " " in ours and " " in theirs and ours != theirs:
        return False  # "the deal" stands for a trade deal in one report, for a border deal in the other
    # "the deal on land" of two reports is one where its makers are; "the deal" alone says too little without its day
    return len(shared) > 1 and (len(_key(a.name).split()) > 1 or bool(_topics(a) & _topics(b)))


def resolve_agreements(sketches: Iterable[AgreementSketch], case: Case | None = None) -> tuple[AgreementRow, ...]:
    """The record's agreements, sorted by id. Named ones are one by name or alias, described ones by kind of document,
    parties and date; neither where date or parties contradict it."""
    ordered = sorted(sketches, key=lambda s: s.id)
    alias: dict[str, str] = {}
    for known in case.agreements if case else ():
        for name in (known.name, *known.aliases):
            alias[_key(name)] = _key(known.name)
    blocks: dict[str, list[AgreementSketch]] = defaultdict(list)
    for sketch in ordered:
        for name in {_key(n) for n in (sketch.name, *sketch.aliases)} | _topics(sketch):
            blocks[alias.get(name, name)].append(sketch)
    groups = Groups[str]()
    for name in sorted(blocks):
        heads: list[AgreementSketch] = []
        for sketch in sorted(blocks[name], key=lambda s: (not s.named, s.date is None, s.id)):
            head = next((h for h in heads if _same(name, h, sketch)), None)
            if head is None:
                heads.append(sketch)
            else:
                groups.join(head.id, sketch.id)
    clusters: dict[str, list[AgreementSketch]] = defaultdict(list)
    for sketch in ordered:
        clusters[groups.find(sketch.id)].append(sketch)
    return tuple(sorted((_row(members) for members in clusters.values()), key=lambda r: r.id))


def _row(members: Sequence[AgreementSketch]) -> AgreementRow:
    names = Counter(m.name for m in members)
    name = min(names, key=lambda n: (-names[n], -len(n), n))
    parties = sorted({pair for m in members for pair in zip(m.parties, m.party_ids, strict=True)})
    return AgreementRow(
        id="agreement/" + blake2b(min(m.id for m in members).encode(), digest_size=6).hexdigest(),
        name=name,
        named=any(m.named for m in members),
        parties=tuple(dict.fromkeys(p for p, _ in parties)),
        party_ids=tuple(dict.fromkeys(i for _, i in parties)),
        date=narrowed(m.date for m in members if m.date is not None),
        aliases=tuple(sorted(({n for m in members for n in m.aliases} | set(names)) - {name})),
        provisions=_aligned([p for m in members for p in m.provisions]),
        status=_by_day(s for m in members for s in m.status),
        evidence=tuple(sorted({e for m in members for e in m.evidence})),
    )


def _by_day(status: Iterable[ProvisionStatusRow]) -> tuple[ProvisionStatusRow, ...]:
    def order(row: ProvisionStatusRow) -> tuple[date, str, str, tuple[Evidence, ...]]:
        day = (row.reported.latest or date.max) if row.reported else date.max
        return day, row.claimant or "", row.value, row.evidence

    return tuple(sorted(set(status), key=order))


def _aligned(points: Sequence[ProvisionRow]) -> tuple[ProvisionRow, ...]:
    """Points that tell the same, as one: its fullest wording, the evidence and the words on its status of all."""
    kept: list[ProvisionRow] = []
    for point in sorted(points, key=lambda p: (-len(p.text), p.text, p.evidence)):
        words = content_words(point.text)
        for i, other in enumerate(kept):
            shared = len(words & content_words(other.text))
            if words and shared / len(words) >= SAME_POINT:
                kept[i] = ProvisionRow(
                    other.text,
                    tuple(dict.fromkeys((*other.evidence, *point.evidence))),
                    _by_day((*other.status, *point.status)),
                )
                break
        else:
            kept.append(point)
    return tuple(sorted(kept, key=lambda p: p.evidence))
