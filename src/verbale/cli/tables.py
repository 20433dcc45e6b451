"""Views as tables and paragraphs for the terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from verbale.cli.output import clean, table
from verbale.model import Dropped, StatementRow
from verbale.views.actors import ActorView, by_party
from verbale.views.agreements import AgreementView, Word
from verbale.views.dates import show_day, show_time
from verbale.views.labels import ANSWER_LABELS, OUTCOME_LABELS, join
from verbale.views.ledger import LedgerLine
from verbale.views.positions import Positions
from verbale.views.sources import Share, Sources
from verbale.views.standing import Clause, Standing, heading
from verbale.views.statements import speaker_of, words_of
from verbale.views.timeline import TimelineEntry

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from verbale.resolve.decisions import Decision
    from verbale.views.changes import Change
    from verbale.views.compare import Comparison, Side
    from verbale.views.search import Passage
    from verbale.views.why import Quote, Why

_HASH = re.compile(r"(?P<start>(?:[a-z]+[-/])?[0-9a-f]{7})[0-9a-f]+$")


def short(key: str) -> str:
    """An id as tables show it: a hash cut to seven characters ("act-3f2a9c1"), which every command takes."""
    match = _HASH.fullmatch(key)
    return match["start"] if match else key


def _cut(text: str, limit: int = 280) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 2]} …"


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(clean(words), style=style)


def standing(view: Standing) -> Iterator["RenderableType"]:
    """Each track and issue with its clauses; after each clause the ids of the rows that it rests on."""
    if not view.reports:
        return
    yield _text(heading(view), "bold")
    for track in view.tracks:
        level = f", {track.level}" if track.level else ""
        yield _text(f"\n{track.name}{level}: {track.state}", "bold")
        yield from map(_clause, track.clauses)
    if view.issues:
        yield _text("\nBy issue", "bold underline")
    for issue in view.issues:
        yield _text(f"\n{issue.issue}: {issue.state}", "bold")
        yield from map(_clause, issue.clauses)


def _clause(clause: Clause) -> "Text":
    line = _text(f"  {clause.text}")
    line.append(f"  [{', '.join(map(short, clause.rows))}]", style="dim")
    return line


def timeline(view: list[TimelineEntry]) -> Iterator["RenderableType"]:
    """One line an act."""
    if view:
        rows = ((short(one.id), _when(one), one.what, one.who, _subject(one), _state(one), _told(one)) for one in view)
        yield table(
            (("id", 0), ("when", 4), ("what", 5), ("who", 7), ("about", 8), ("status", 5), ("told by", 5)), rows
        )


def _when(one: TimelineEntry) -> str:
    return show_time(one.when) if one.when or not one.told else f"(told {show_time(one.told)})"


def _subject(one: TimelineEntry) -> str:
    place = f"in {one.place}" if one.place else ""
    return "; ".join(part for part in (_cut(one.subject, 120), place) if part)


def _state(one: TimelineEntry) -> str:
    said = f" (according to {join(one.claimed_by)})" if one.claimed_by else ""
    outcome = f", {OUTCOME_LABELS[one.outcome]}" if one.outcome else ""
    return f"{one.status}{outcome}{said}"


def _told(one: TimelineEntry) -> str:
    count = f" ({one.independent} independent of {one.reports})" if one.reports > one.independent else ""
    return f"{', '.join(one.outlets) or 'outlet not given'}{count}"


def statements(view: list[StatementRow]) -> Iterator["RenderableType"]:
    """One line a statement."""
    if view:
        rows = (
            (
                short(row.id),
                show_time(row.said or row.reported),
                f"{speaker_of(row)}{f' ({row.party})' if row.party and row.party not in row.speaker_names else ''}",
                row.mode if row.attitude == "speech" else f"{row.mode}, {row.attitude}",
                _cut(words_of(row)),
                row.outlet,
            )
            for row in view
        )
        yield table((("id", 0), ("said", 4), ("speaker", 6), ("mode", 3), ("what", 17), ("outlet", 5)), rows)


def ledger(view: list[LedgerLine]) -> Iterator["RenderableType"]:
    """One line an ask."""
    if view:
        rows = (
            (
                short(line.id),
                show_time(line.asked) + (" (reported)" if line.asked_how == "reported" else ""),
                join(line.sources) or "?",
                join(line.targets) or "?",
                f"{line.what}: {_cut(line.subject, 160)}" if line.subject else line.what,
                _answer(line),
            )
            for line in view
        )
        yield table((("id", 0), ("asked", 4), ("from", 4), ("to", 4), ("ask", 12), ("answer", 6)), rows)


def _answer(line: LedgerLine) -> str:
    if line.answer != "none":
        return ANSWER_LABELS[line.answer] + (f" [{short(line.act)}]" if line.act else "")
    as_of = f" as of {show_day(line.as_of)}" if line.as_of else ""
    age = f" ({line.age} {'day' if line.age == 1 else 'days'})" if line.age else ""
    return f"no answer{as_of}{age}"


def agreements(view: list[AgreementView]) -> Iterator["RenderableType"]:
    """Each agreement with its points and the words on each."""
    for one in view:
        head = _text(f"{one.name}, {show_time(one.date)}", "bold")
        head.append(f"  [{short(one.id)}]", style="dim")
        yield head
        if one.parties:
            yield _text(f"  between {join(one.parties)}")
        yield from (_text(f"  {_word(word)}") for word in one.words)
        for number, point in enumerate(one.provisions, 1):
            words = "; ".join(map(_word, point.words))
            yield _text(f"  {number}. {_cut(point.text)}{f'  ({words})' if words else ''}")
        yield _text("")


def _word(word: Word) -> str:
    when = f", {show_time(word.reported)}" if word.reported else ""
    before = f"; before: {', '.join(word.before)}" if word.before else ""
    return f"{word.claimant}: {word.value}{when}{before}"


def actors(view: list[ActorView]) -> Iterator["RenderableType"]:
    """Actors by party."""
    if view:
        rows = (
            (
                party if at == 0 else "",
                one.name,
                one.kind.replace("_", " "),
                "; ".join({office.title.casefold(): office.title for office in one.offices}.values()),
                _cut(", ".join(one.aliases), 80),
                str(one.statements),
                str(one.acts),
                short(one.id),
            )
            for party, members in by_party(view)
            for at, one in enumerate(members)
        )
        shares = (
            ("party", 5),
            ("name", 7),
            ("kind", 4),
            ("offices", 6),
            ("also called", 6),
            ("said", 0),
            ("acts", 0),
            ("id", 6),
        )
        yield table(shares, rows)


def positions(view: Positions) -> Iterator["RenderableType"]:
    """The latest stance of each party, issue by issue."""
    for issue in view.issues:
        yield _text(issue, "bold")
        cells = [cell for party in view.parties if (cell := view.at(party, issue))]
        rows = [
            (short(c.id), c.party, show_time(c.when), c.speaker if c.speaker != c.party else "", _cut(c.text, 200))
            for c in cells
        ]
        yield table((("id", 0), ("party", 5), ("when", 4), ("speaker", 5), ("stance", 18)), rows)


def sources(view: Sources) -> Iterator["RenderableType"]:
    """How much rests on unnamed sources: by outlet, by issue, and as they are described."""
    if not view.reports:
        return
    yield _text(
        f"{view.reports} reports, {view.independent} independent; "
        f"{view.unnamed} of {view.statements} statements ({view.share:.0%}) from unnamed sources",
        "bold",
    )
    outlets = (
        (
            one.name,
            str(one.reports),
            str(one.copies),
            ", ".join(one.wires),
            str(one.statements),
            f"{one.unnamed} ({one.share:.0%})",
        )
        for one in view.outlets
    )
    yield table(tuple((name, 0) for name in ("outlet", "reports", "copies", "wires", "statements", "unnamed")), outlets)
    if view.issues:
        yield table((("issue", 0), ("statements", 0), ("unnamed", 0)), _shares(view.issues))
    if view.descriptions:
        yield table(
            (("unnamed source", 0), ("statements", 0)), ((one.name, str(one.statements)) for one in view.descriptions)
        )


def _shares(shares: Sequence[Share]) -> Iterator[tuple[str, str, str]]:
    return ((one.name, str(one.statements), f"{one.unnamed} ({one.share:.0%})") for one in shares)


def passages(view: "list[Passage]") -> Iterator["RenderableType"]:
    """Sentences with the words looked for in bold."""
    for one in view:
        head = _text(f"{one.outlet or 'outlet not given'}, {show_time(one.published)}: {one.headline}")
        head.append(f"  [{short(one.report)}]", style="dim")
        yield head
        yield _marked(one.sentence, one.marks)


def _marked(sentence: str, marks: Sequence[tuple[int, int]]) -> "RenderableType":
    """The sentence on one line, marks in bold, indented."""
    from rich.text import Text

    line = Text()
    at = 0
    for start, end in sorted(marks):
        start = max(start, at)
        line.append(clean(sentence[at:start]).replace("\n", " "))
        line.append(clean(sentence[start:end]).replace("\n", " "), style="bold reverse")
        at = max(at, end)
    line.append(clean(sentence[at:]).replace("\n", " "))
    return _indented(line)


def _indented(line: "Text") -> "RenderableType":
    from rich.padding import Padding

    return Padding(line, (0, 0, 0, 4))


def why(view: "Why") -> Iterator["RenderableType"]:
    """A row's title and notes, then each piece of evidence in its sentence."""
    head = _text(f"{view.kind} ", "dim")
    head.append(clean(view.title), style="bold")
    head.append(f"  [{view.id}]", style="dim")
    yield head
    for line in view.notes:
        yield _text(f"  {line}")
    for (report, sentence), quotes in _by_sentence(view.quotes).items():
        outlet = quotes[0].outlet or "outlet not given"
        yield _text(f"\n  {outlet}, {show_time(quotes[0].published)} [{short(report)}]", "dim")
        yield _marked(sentence, [(quote.start, quote.end) for quote in quotes])
        for role in dict.fromkeys(quote.role for quote in quotes):
            words = (f"“{_cut(quote.evidence.text)}”" for quote in quotes if quote.role == role)
            yield _indented(_text(f"{role}: {' … '.join(dict.fromkeys(words))}", "dim"))


def _by_sentence(quotes: "Iterable[Quote]") -> "dict[tuple[str, str], list[Quote]]":
    """Evidence that stands in one sentence is shown in it together, in order of first mention."""
    found: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        found.setdefault((quote.report, quote.sentence), []).append(quote)
    return found


def dropped(view: Sequence[Dropped]) -> Iterator["RenderableType"]:
    """The lines that were taken for furniture."""
    if view:
        yield table(
            (("offset", 0), ("why", 4), ("line", 14)), ((str(one.offset), one.reason, _cut(one.text)) for one in view)
        )


def decisions(view: "Sequence[Decision]") -> Iterator["RenderableType"]:
    """The analyst's decisions, in order."""
    if view:
        rows = (
            (str(one.seq), f"{one.at:%Y-%m-%d %H:%M}", one.who, one.kind, _cut(str(dict(one.payload)))) for one in view
        )
        yield table((("number", 0), ("when (UTC)", 0), ("who", 0), ("kind", 0), ("what", 1)), rows)


def comparison(view: "Comparison") -> Iterator["RenderableType"]:
    """What the accounts of an act agree on, and where they differ: each version with who gives it."""
    head = _text(view.title, "bold")
    head.append(f"  [{short(view.id)}]", style="dim")
    yield head
    yield _text(f"  {view.sources}")
    for aspect in view.aspects:
        yield _text(f"\n  {aspect.aspect}: {aspect.verdict}", "bold")
        for version in aspect.versions:
            yield _text(f"    {version.value}: {', '.join(dict.fromkeys(map(_side, version.sides)))}")
        if aspect.silent:
            yield _text(f"    not told by {', '.join(aspect.silent)}", "dim")


def _side(side: "Side") -> str:
    if side.claimant:
        return f"{side.claimant}{' (unnamed)' if side.unnamed else ''} in {side.outlet}"
    return side.outlet


def changes(view: "list[Change]") -> Iterator["RenderableType"]:
    """One line a change."""
    if view:
        rows = (
            (short(one.id), f"{one.change} {one.kind}", one.title, one.aspect, one.before, one.after) for one in view
        )
        yield table((("id", 0), ("change", 4), ("of", 12), ("aspect", 4), ("before", 6), ("now", 6)), rows)
