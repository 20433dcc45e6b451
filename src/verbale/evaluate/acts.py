"""Acts against gold: type, parties and time must be right, and the evidence must be where the gold's is."""

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.evaluate.found import Found
from verbale.evaluate.gold import GoldEvent, GoldReport
from verbale.evaluate.match import Spans, occurrences, same_name, shorten, within
from verbale.evaluate.score import Fault, Score
from verbale.model import Account, ActRow, TimeValue
from verbale.views.sentences import sentence_around

KIND = "acts"


@dataclass(frozen=True, slots=True)
class Telling:
    """One act as one report tells it: the unit that is scored. `spans` is its evidence in that report."""

    act: ActRow
    accounts: tuple[Account, ...]
    spans: Spans

    @property
    def claimed(self) -> bool:
        """True where the report never tells the act itself, only in the words of a speaker."""
        return all(account.claimed_by is not None for account in self.accounts)

    @property
    def times(self) -> tuple[TimeValue | None, ...]:
        """The merged time, and what this report's accounts say."""
        return (self.act.when, *(account.when for account in self.accounts))

    @property
    def statuses(self) -> set[str]:
        """The status of the act, and what this report's accounts say: it was planned then, and has happened since."""
        return {self.act.status, *(account.status for account in self.accounts)}


def tellings(report: str, acts: Iterable[ActRow]) -> list[Telling]:
    """The acts that the report with id `report` tells of."""
    result = []
    for act in acts:
        accounts = tuple(account for account in act.accounts if account.report == report)
        spans = tuple(
            (span.start, span.end) for account in accounts for span in account.evidence if span.report == report
        )
        if accounts:
            result.append(Telling(act, accounts, spans))
    return result


def score_acts(gold: GoldReport, found: Found) -> tuple[Score, list[Fault]]:
    """Score one report.

    Neither hit nor error: an act that the gold lists without a type; the answer to a listed ask and the ask that a
    listed act answers; an act that stands only in a speaker's words (counted as "claims") and fits no gold.
    A gold REJECT with `response: refused` is also hit by the REQUEST that was refused, from target to source.
    """
    report = found.reports[found.ids[gold.file]]
    told = tellings(report.id, found.acts)
    pairs = _answered_pairs(found)
    faults: list[Fault] = []
    used: set[str] = set()
    excused: set[str] = set()
    hits = gold_count = 0
    for event in gold.events or ():
        near = _near(event, report.text, told)
        if not event.type:
            excused.update(telling.act.id for telling in near)
            continue
        gold_count += 1
        judged = [(_wrong(event, telling, found), telling) for telling in near if telling.act.id not in used]
        fit = min(judged, key=lambda entry: (len(entry[0]), -_closeness(event, entry[1], report.text)), default=None)
        if fit and not fit[0]:
            hits += 1
            used.add(fit[1].act.id)
        else:
            why = "; ".join(fit[0]) if fit else "no act found in that sentence"
            shown = show_act(fit[1].act) if fit else ""
            faults.append(Fault(KIND, gold.file, "missed", show_event(event), shown, why))
    for act in used:
        excused.update(pairs.get(act, ()))
    counted = claims = 0
    for telling in told:
        if telling.act.id in used:
            counted += 1
        elif telling.act.id in excused:
            continue
        elif telling.claimed:
            claims += 1
        else:
            counted += 1
            evidence = " … ".join(report.text[start:end] for start, end in telling.spans)
            faults.append(Fault(KIND, gold.file, "false alarm", "", show_act(telling.act), shorten(evidence)))
    return Score(KIND, gold_count, counted, hits, len(used), {"claims": claims}), faults


def _answered_pairs(found: Found) -> dict[str, set[str]]:
    """For each act that asks or answers, the acts at the other end."""
    pairs: dict[str, set[str]] = {}
    for answer in found.answers:
        if answer.act:
            pairs.setdefault(answer.ask, set()).add(answer.act)
            pairs.setdefault(answer.act, set()).add(answer.ask)
    return pairs


def located(text: str, part: str) -> list[tuple[int, int]]:
    """The sentences of `text` in which `part` stands, or begins."""
    places = occurrences(text, part)
    return [sentence_around(text, start, end) for start, end in places]


def _near(event: GoldEvent, text: str, told: list[Telling]) -> list[Telling]:
    """The tellings with evidence in the sentence of the gold text."""
    sentences = located(text, event.text)
    return [
        telling
        for telling in told
        if any(start < high and low < end for start, end in telling.spans for low, high in sentences)
    ]


def _closeness(event: GoldEvent, telling: Telling, text: str) -> int:
    """How many characters of the gold text the evidence covers; two asks of one sentence differ in this alone."""
    places = occurrences(text, event.text)
    shared = (min(end, high) - max(start, low) for start, end in telling.spans for low, high in places)
    length = sum(end - start for start, end in telling.spans)
    return 1000 * max([0, *shared]) - length


def _wrong(event: GoldEvent, telling: Telling, found: Found) -> list[str]:
    """What of type, parties and time is not right; empty where all are."""
    act = telling.act
    turned = (
        event.type == "REJECT"
        and act.type == "REQUEST"
        and event.response == "refused"
        and any(answer.ask == act.id and answer.answer == "refused" for answer in found.answers)
    )
    wrong = []
    if act.type != event.type and not turned:
        wrong.append(f"type {act.type}, not {event.type}")
    sources, targets = (event.targets, event.sources) if turned else (event.sources, event.targets)
    wrong += _wrong_parties(event, sources, targets, act, found)
    if not any(within(event.when, time) for time in telling.times):
        wrong.append(f"time {act.when.edtf if act.when else 'none'}, not {event.when.edtf if event.when else ''}")
    if event.status and event.status not in telling.statuses:
        wrong.append(f"status {act.status}, not {event.status}")
    return wrong


def _wrong_parties(
    event: GoldEvent, sources: tuple[str, ...], targets: tuple[str, ...], act: ActRow, found: Found
) -> list[str]:
    """Directed where gold says who to whom; else all parties together. Where gold names people too, they may stand
    among the parties. A body or a person stands for the party that it belongs to."""
    have_sources = _sides(act.source_ids, act.sources, found)
    have_targets = _sides(act.target_ids, act.targets, found)
    have_people = _sides(act.people_ids, act.people, found)
    wrong = []
    if sources and not _same_side(sources, have_sources, have_people, event.people):
        wrong.append(f"from {_list(act.sources)}, not {_list(sources)}")
    if targets and not _same_side(targets, have_targets, have_people, event.people):
        wrong.append(f"to {_list(act.targets)}, not {_list(targets)}")
    if event.parties and not _same_side(event.parties, have_sources + have_targets, have_people, event.people):
        wrong.append(f"parties {_list(act.sources + act.targets)}, not {_list(event.parties)}")
    if event.people and not (event.parties or sources or targets):
        everyone = have_sources + have_targets + have_people
        missing = [name for name in event.people if not any(same_name(name, names) for names in everyone)]
        if missing:
            wrong.append(f"people without {_list(tuple(missing))}")
    return wrong


Side = list[tuple[str, ...]]


def _sides(ids: tuple[str, ...], shown: tuple[str, ...], found: Found) -> Side:
    """For each actor of one side every name that it goes by, its party (or "") last."""
    sides: Side = []
    for at, name in enumerate(shown):
        actor = found.actors.get(ids[at]) if at < len(ids) else None
        sides.append((name, *(actor.aliases if actor else ()), (actor.party or "") if actor else ""))
    return sides


def _same_side(wanted: tuple[str, ...], have: Side, people: Side, gold_people: tuple[str, ...]) -> bool:
    """Every wanted party is there, and nobody else. A wanted person may stand among the people of the act, with the
    party that the person belongs to on the side itself."""
    expected = [*wanted, *gold_people]
    for name in wanted:
        if any(same_name(name, names) for names in have):
            continue
        person = next((names for names in people if same_name(name, names)), None)
        if person is None:
            return False
        expected.append(person[-1])
    return bool(have) and all(any(same_name(name, names) for name in expected) for names in have)


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nobody"


def show_event(event: GoldEvent) -> str:
    """A gold event on one line."""
    side = f"{_list(event.sources)} → {_list(event.targets)}" if event.sources or event.targets else ""
    side = side or ", ".join(event.parties or event.people)
    when = f" ({event.when.edtf})" if event.when else ""
    return f"{event.type} {event.what} {side}{when}: {shorten(event.text, 80)}"


def show_act(act: ActRow) -> str:
    """A found act on one line."""
    when = f" ({act.when.edtf})" if act.when else ""
    subject = f": {shorten(act.subject, 50)}" if act.subject else ""
    return f"{act.type} {act.what} {_list(act.sources)} → {_list(act.targets)}{when} [{act.status}]{subject}"
