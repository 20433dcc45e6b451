"""Asks with their answers to fit the model of answers on: those of gold files, of `tests/cases/asks.yaml` (its tuning
split alone), and of passages written for it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from verbale.evaluate.gold import read_gold
from verbale.evaluate.match import same_name, stems
from verbale.extract import actors, acts, asks, statements, times
from verbale.extract.asking.book import Ask, Book
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.nearby import clauses_near
from verbale.extract.asking.signs import Signs
from verbale.language import analyse
from verbale.language.parse import Doc, Token
from verbale.model import Act, Published, Report, TimeValue, span_of
from verbale.reading import ReadOptions, read_sources
from verbale.world import World, load_world

# Passages in a row of one file that are left out of a fit together.
BLOCK = 50
# The file of passages that are plain wire copy: they count as gold does.
PLAIN = "plain"
# Share of the words of what is asked that an ask of the report must hold, as in `verbale evaluate`.
ABOUT = 0.5
Line = tuple[tuple[str, ...], tuple[str, ...], str, str]  # from, to, what is asked, the answer


@dataclass(frozen=True, slots=True)
class Example:
    """An ask with its answer: its signs, those of each clause near it, which of these may tell the answer, and what the
    rules answered."""

    group: str  # what is left out together
    answer: str
    ask: list[str]
    clauses: list[list[str]]
    telling: list[bool]
    rule: str | None
    is_passage: bool = False


def from_gold(path: Path, world: World) -> Iterator[Example]:
    """The asks of a gold file's reports that the rules find, with the answer of the line of its ledger."""
    gold = read_gold(path, None)
    lines = [(line.sources, line.targets, line.what, line.answer) for line in gold.ledger or ()]
    for told in gold.reports:
        for report in read_sources([str(told.path)], ReadOptions(published=told.published, outlet=told.outlet)):
            if lines and isinstance(report, Report):
                yield from _examples(path.stem, report, lines, world)


def from_asks(path: Path, world: World) -> Iterator[Example]:
    """The asks of the tuning split of `asks.yaml`."""
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
        if case["split"] != "tune":
            continue
        lines = [
            (tuple(ask["from"] or ()), tuple(ask["to"] or ()), ask["about"], _first(ask["answer"]))
            for ask in case["asks"]
        ]
        for number, (day, text) in enumerate(case["reports"]):
            yield from _examples(path.stem, _report(f"{case['id']}-{number}", text, day), lines, world)


def from_passages(path: Path, world: World) -> Iterator[Example]:
    """The asks of a file of passages; one that the rules do not find is entered as its passage gives it."""
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()):
        passage = json.loads(row)
        text = passage["text"]
        book, voices = _book(_report(passage["id"], text, date.fromisoformat(passage["published"])), world)
        found: list[tuple[dict[str, Any], Ask]] = []
        for told in passage["asks"]:
            ask = _found_in(book, told, text, {one.act.id for _, one in found}) or _entered(book, told, text)
            if ask is not None:
                found.append((told, ask))
        for told, ask in found:
            at = text.find(told["evidence"])
            evidence = (at, at + len(told["evidence"])) if told["evidence"] else None
            group = f"{path.stem} {number // BLOCK}"
            yield replace(_example(group, book, voices, ask, told["answer"], evidence), is_passage=path.stem != PLAIN)


def _book(report: Report, world: World) -> tuple[Book, Voices]:
    """What `extract` hands to the model."""
    doc = Doc(analyse(report, world))
    index = actors.find(doc, report, world)
    found_times = times.find(doc, report)
    found, index = statements.find(doc, report, world, index, found_times)
    found_acts, index = acts.find(doc, report, world, index, found_times, found)
    return asks.read(doc, report, index, found_times, found_acts, found)


def _report(name: str, text: str, day: date) -> Report:
    when = Published(TimeValue(day, day, "day", day.isoformat()), "given")
    return Report(id=name, path=name, text=text, published=when, plain=True, outlet="")


def _first(answer: str | list[str]) -> str:
    return answer if isinstance(answer, str) else answer[0]


def _examples(group: str, report: Report, lines: list[Line], world: World) -> Iterator[Example]:
    book, voices = _book(report, world)
    for line, ask in _pairs(book, lines):
        yield _example(group, book, voices, ask, line[3], None)


def _example(
    group: str, book: Book, voices: Voices, ask: Ask, answer: str, evidence: tuple[int, int] | None
) -> Example:
    signs = Signs(book, voices)
    rule = book.answers.get(ask.act.id)
    near = list(clauses_near(book, ask, frozenset() if rule is not None else frozenset(book.replied)))
    return Example(
        group=group,
        answer=answer,
        ask=signs.of_ask(ask),
        clauses=[signs.of_clause(ask, one) for one in near],
        telling=_telling([one.head for one in near], [one.words for one in near], evidence),
        rule=rule.answer if rule is not None else None,
    )


def _telling(heads: list[Token], words: list[tuple[Token, ...]], evidence: tuple[int, int] | None) -> list[bool]:
    """Which clauses stand in the words that tell the answer, by their head, else by half of their length; all, where
    these are not known or hold none."""
    if evidence is None:
        return [True] * len(heads)
    start, end = evidence
    found = [start <= head.idx < end for head in heads]
    if not any(found):
        reach = [(min(t.idx for t in own), max(t.idx + len(t) for t in own)) for own in words]
        found = [min(end, last) - max(start, first) > (last - first) / 2 for first, last in reach]
    return found if any(found) else [True] * len(heads)


def _pairs(book: Book, lines: list[Line]) -> list[tuple[Line, Ask]]:
    """Lines of the ledger with the asks of a report that they fit best, each once; no side may be another."""
    ranked = []
    for place, line in enumerate(lines):
        for ask in book.asks():
            act = book.acts[ask.act.id]
            if not act.subject or act.status in {"planned", "hypothetical"}:
                continue
            wanted, have = stems(line[2]), stems(act.subject)
            if have <= wanted:
                have = stems(" ".join(span.text for span in act.evidence))
            share = len(wanted & have) / max(len(wanted), 1)
            sides = _side(line[0], act.sources, book), _side(line[1], act.targets, book)
            if share >= ABOUT and min(sides):
                ranked.append((share + sum(sides), place, ask))
    found: dict[int, Ask] = {}
    used: set[str] = set()
    for _, place, ask in sorted(ranked, key=lambda one: -one[0]):
        if place not in found and ask.act.id not in used:
            found[place] = ask
            used.add(ask.act.id)
    return [(lines[place], ask) for place, ask in found.items()]


def _side(wanted: tuple[str, ...], keys: tuple[str, ...], book: Book) -> float:
    """How well a side fits: 0 where it is somebody else."""
    if not wanted:
        return 1.0
    hits = sum(
        any(same_name(name.strip(), _names(book, key)) for key in keys for name in one.split("|")) for one in wanted
    )
    if hits == len(wanted) == len(keys):
        return 2.0
    return 1.0 if hits else 0.0 if keys else 0.5


def _names(book: Book, key: str) -> set[str]:
    """The names of an actor, and of the party that it belongs to."""
    found = book.scene.actor(key)
    names: set[str] = set()
    while found is not None:
        names |= {found.name, *(mention.span.text for mention in found.mentions)}
        found = book.scene.actor(found.party) if found.party and found.party != found.key else None
    return names


def _spans(told: dict[str, Any], text: str) -> tuple[int, int, int, int]:
    """Where the words of the ask, and of what is asked, stand in a passage."""
    start = text.find(told["ask"])
    what = text.find(told["what"], start)
    what = text.find(told["what"]) if what < 0 else what
    return start, start + len(told["ask"]), what, what + len(told["what"])


def _found_in(book: Book, told: dict[str, Any], text: str, used: Iterable[str]) -> Ask | None:
    start, end, first, last = _spans(told, text)
    best: tuple[float, Ask] | None = None
    for ask in book.asks():
        span = book.acts[ask.act.id].subject_span
        common = max(0, min(span.end, last) - max(span.start, first)) / max(last - first, 1) if span else 0.0
        inside = start <= ask.act.trigger.start < end
        fits = ask.act.id not in used and ((common > 0 and inside) or common > ABOUT)
        if fits and (best is None or common + inside > best[0]):
            best = common + inside, ask
    return best[1] if best is not None else None


def _entered(book: Book, told: dict[str, Any], text: str) -> Ask | None:
    start, end, first, last = _spans(told, text)
    doc = book.scene.doc
    whole = doc.char_span(start, end, alignment_mode="expand")
    words = doc.char_span(first, last, alignment_mode="expand")
    if whole is None or words is None:
        return None
    wanted = {token.i for token in words}
    telling = [token for token in whole if token.pos_ in {"VERB", "NOUN"}] or list(whole)
    telling = [token for token in telling if token.i not in wanted] or telling
    trigger = words.root.head if words.root.head in telling else telling[-1]
    act = Act(
        id=f"told-{first}",
        type="REQUEST",
        what="demand",
        trigger=span_of(text, trigger.idx, trigger.idx + len(trigger)),
        evidence=(span_of(text, start, end),),
        sources=_keys(book, told["from"]),
        targets=_keys(book, told["to"]),
        subject=told["what"],
        subject_span=span_of(text, first, last),
        origin="passage",
    )
    book.replace(act)
    return next(ask for ask in book.asks() if ask.act.id == act.id)


def _keys(book: Book, name: str | None) -> tuple[str, ...]:
    named = [one.key for one in book.scene.index.actors if name and same_name(name, _names(book, one.key))]
    return book.parties(named)[:1]


def load(gold: Iterable[Path], tuned: Path, passages: Iterable[Path]) -> list[Example]:
    """All examples that have a clause near them."""
    world = load_world()
    found = [example for path in gold for example in from_gold(path, world)]
    found += from_asks(tuned, world)
    found += [example for path in passages for example in from_passages(path, world)]
    return [example for example in found if example.clauses]
