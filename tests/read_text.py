"""Reads a text of a test from end to end of `extract`."""

from dataclasses import dataclass, field
from datetime import date

from verbale.extract import actors, extract, statements, times, tying
from verbale.language import analyse
from verbale.model import Findings, ProvisionStatus, Published, Report, Statement, TimeValue, check_span
from verbale.world import load_world


def report_of(text: str, day: date) -> Report:
    """A report of `text` alone, published on `day`."""
    published = Published(TimeValue(day, day, "day", day.isoformat()), "given")
    return Report(id="t", path="t", text=text, published=published, plain=True)


def read_text(text: str, day: date) -> tuple[Report, Findings, dict[str, str]]:
    """A text published on `day`: the report, its findings, and its actors' names by key."""
    world, report = load_world(), report_of(text, day)
    found = extract(analyse(report, world), report, world)
    return report, found, {actor.key: actor.name for actor in found.actors}


def read_statements(text: str) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements of an undated text, and the names of its actors by key; spans are checked to the letter."""
    report, world = Report(id="r", path="r.txt", text=text, plain=True), load_world()
    doc = analyse(report, world)
    found, index = statements.find(doc, report, world, actors.find(doc, report, world), ())
    for statement in found:
        for span in (*statement.content, *statement.cue, *statement.source):
            check_span(text, span)
    return found, {actor.key: actor.name for actor in index.actors}


def time_governing(text: str, word: str, day: date) -> str | None:
    """The EDTF of the time of `word` in `text`, published on `day`."""
    report = report_of(text, day)
    doc = analyse(report, load_world())
    token = next(token for token in doc if token.text == word)
    mention = tying.time_of(doc, token, times.find(doc, report))
    return mention.time.edtf if mention is not None and mention.time is not None else None


@dataclass(frozen=True)
class Told:
    """An agreement with names for keys; the status words of the whole, and of each point, as "value claimant"."""

    name: str
    parties: frozenset[str]
    day: str = ""
    points: tuple[str, ...] = ()
    status: tuple[str, ...] = field(default=(), compare=False)
    point_status: tuple[tuple[str, ...], ...] = field(default=(), compare=False)


def read_agreements(text: str, day: date) -> list[Told]:
    """The agreements of a text published on `day`; their evidence is checked to the letter."""
    _, found, names = read_text(text, day)

    def words(status: tuple[ProvisionStatus, ...]) -> tuple[str, ...]:
        return tuple(f"{word.value} {names.get(word.claimant or '', '-')}" for word in status)

    for agreement in found.agreements:
        for part in (agreement, *agreement.provisions):
            for span in (*part.evidence, *(span for word in part.status for span in word.evidence)):
                check_span(text, span)
    return [
        Told(
            one.name,
            frozenset(names[key] for key in one.parties),
            one.date.edtf if one.date else "",
            tuple(point.text for point in one.provisions),
            words(one.status),
            tuple(words(point.status) for point in one.provisions),
        )
        for one in found.agreements
    ]


# asker, addressee, what is asked, answer or "open"
AskLine = tuple[str, str, str, str]


def read_asks(text: str, day: date, ultimatums: bool = False) -> list[AskLine]:
    """The asks of a text published on `day`, with `ultimatums` those too; their evidence is checked to the letter."""
    _, found, names = read_text(text, day)
    answers = {answer.ask: answer.answer for answer in found.answers}
    lines = []
    for act in found.acts:
        if act.type == "REQUEST" or (ultimatums and act.what == "ultimatum"):
            for span in (*act.evidence, *((act.subject_span,) if act.subject_span else ())):
                check_span(text, span)
            asker, addressee = (" and ".join(names[key] for key in side) for side in (act.sources, act.targets))
            lines.append((asker, addressee, act.subject, answers.get(act.id, "open")))
    return lines
