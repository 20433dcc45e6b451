"""How fast many reports are merged, and how fast the record answers then.

    python benchmarks/merge.py [--reports 100000] [--keep FILE]

Reports are generated: rounds of talks between a dozen parties over ten years, each told by several outlets, now with
its day, now vaguely, with asks, refusals, people and agreements; three accounts of earlier acts in every report. Each
report has about 150 words, 7 actors, 5 acts, 4 statements. Prints seconds for adding, merging (`Record.refresh`; also
in seconds of the processor, which a busy machine lengthens less), its share of a plain pass that only decodes what is
stored, peak memory, and milliseconds for single queries.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from verbale.model import (
    Act,
    Agreement,
    Answer,
    Filter,
    Findings,
    LocalActor,
    Mention,
    Published,
    Report,
    Span,
    Statement,
    TimeMention,
    TimeValue,
)
from verbale.record import open_record
from verbale.views.standing import Standing, standing
from verbale.views.timeline import timeline
from verbale.views.why import why

STATES = [
    ("Sudan", "state/SD"),
    ("Egypt", "state/EG"),
    ("Ethiopia", "state/ET"),
    ("Serbia", "state/RS"),
    ("Kosovo", "state/XK"),
    ("Iran", "state/IR"),
    ("France", "state/FR"),
    ("Colombia", "state/CO"),
    ("Armenia", "state/AM"),
    ("Azerbaijan", "state/AZ"),
    ("Yemen", "state/YE"),
    ("Oman", "state/OM"),
]
PLACES = ["Geneva", "Vienna", "Doha", "Muscat", "Cairo", "Brussels", "Oslo", "Nairobi", "Tbilisi", "Khartoum"]
GIVEN = ["Amina", "Boris", "Carla", "Dawit", "Elena", "Farid", "Goran", "Hana", "Ivo", "Jamal", "Karim", "Leyla"]
FAMILY = ["Abate", "Bajrami", "Castro", "Demir", "Elias", "Farah", "Galstyan", "Haidar", "Ivanov", "Jafari", "Kovac"]
MATTERS = [
    f"{what} of {whom}"
    for what in ("release", "exchange", "return", "transfer", "inspection", "reopening", "registration", "funding")
    for whom in ("prisoners", "border posts", "water data", "grain convoys", "frozen assets", "mine maps", "observers")
]
LEVELS = ["leaders", "ministers", "working", None]
START = date(2012, 1, 1)
DAYS = 3650


def _day(on: date) -> TimeValue:
    return TimeValue(on, on, "day", on.isoformat(), on.isoformat())


def _month(on: date) -> TimeValue:
    first = on.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return TimeValue(first, last, "month", f"{on:%Y-%m}", f"{on:%B %Y}")


class _Writer:
    """One report under construction: text grows as findings are made."""

    def __init__(self, key: str) -> None:
        self.key, self.text = key, ""
        self.actors: dict[str, LocalActor] = {}
        self.acts: list[Act] = []
        self.statements: list[Statement] = []
        self.times: list[TimeMention] = []

    def say(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + ". "
        return Span(start, start + len(words), words)

    def actor(self, name: str, kind: str, span: Span, world: str | None = None, party: str | None = None) -> str:
        if name not in self.actors:
            key = f"a{len(self.actors)}"
            at = span.start + max(0, span.text.find(name))
            found = Span(at, at + len(name), name) if name in span.text else span
            self.actors[name] = LocalActor(key, name, kind, world, party, mentions=(Mention(found, 0, "name", (key,)),))
        return self.actors[name].key


def reports(count: int, seed: int = 11) -> Iterator[tuple[Report, Findings]]:
    """`count` reports with their findings; the same for the same seed."""
    rng = random.Random(seed)
    events = []
    for n in range(max(20, count // 8)):
        one, other = rng.sample(STATES, 2)
        on = START + timedelta(days=int(DAYS * n / max(20, count // 8)))
        events.append((on, one, other, rng.choice(PLACES), rng.choice(LEVELS), rng.choice(MATTERS), rng.random()))
    for n in range(count):
        latest = min(len(events) - 1, int(len(events) * n / count))
        writer = _Writer(f"{n:012x}")
        published = events[latest][0] + timedelta(days=rng.randint(0, 4))
        told = [latest] + [max(0, latest - int(rng.expovariate(1 / 30)) - 1) for _ in range(2)]
        for place, index in enumerate(dict.fromkeys(told)):
            _tell(writer, rng, events[index], place == 0)
        words = " ".join(rng.choice(MATTERS) + " " + rng.choice(PLACES) for _ in range(rng.randint(15, 40)))
        writer.say(words)
        outlet = f"Outlet {rng.randint(1, 40)}"
        known = Published(_day(published), "given")
        report = Report(
            writer.key, f"{n}.txt", writer.text, outlet=outlet, headline=f"Report {n} on {words[:40]}", published=known
        )
        answers = tuple(
            Answer(act.id, None, "none", act.evidence) for act in writer.acts if act.type == "REQUEST" and n % 3 == 0
        )
        agreements = ()
        if n % 20 == 0:
            event = events[latest]
            span = writer.acts[0].evidence[0]
            parties = tuple(writer.actor(name, "state", span, world) for name, world in event[1:3])
            name = f"{event[3]} {event[0].year} Protocol"
            agreements = (Agreement(f"g{n}", name, True, parties, _month(event[0]), (span,)),)
        yield (
            report,
            Findings(
                report.id,
                "generated",
                tuple(writer.actors.values()),
                tuple(writer.times),
                tuple(writer.statements),
                tuple(writer.acts),
                answers,
                agreements,
            ),
        )


def _tell(writer: _Writer, rng: random.Random, event: tuple, main: bool) -> None:
    on, (one, one_id), (other, other_id), place, level, matter, dice = event
    sure = rng.random() < (0.8 if main else 0.4)
    when = _day(on) if sure else _month(on) if rng.random() < 0.6 else None
    where = place if rng.random() < 0.7 else None
    span = writer.say(f"{one} and {other} met in {place} on {when.text if when else 'a day'} over the {matter}")
    a, b = writer.actor(one, "state", span, one_id), writer.actor(other, "state", span, other_id)
    number = len(writer.acts)
    writer.acts.append(
        Act(
            f"{writer.key}-{number}",
            "CONSULT",
            "talks",
            span,
            (span,),
            sources=(a, b),
            subject=matter,
            level=level if rng.random() < 0.6 else None,
            place=where,
            when=when,
        )
    )
    if when:
        writer.times.append(TimeMention(span, "DATE", when.edtf, time=when))
    if dice < 0.7:
        span = writer.say(f"{one} asked {other} for the {matter}")
        writer.acts.append(
            Act(
                f"{writer.key}-{number + 1}",
                "REQUEST",
                "request",
                span,
                (span,),
                sources=(a,),
                targets=(b,),
                subject=matter,
                when=when,
            )
        )
    if main:
        name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        span = writer.say(f"{name}, an envoy of {one}, said that the {matter} would be settled in {place}")
        speaker = writer.actor(name, "person", span, party=one)
        writer.statements.append(
            Statement(f"{writer.key}-s", (speaker,), "indirect", (span,), said=_day(on), issues=("borders",))
        )
        span = writer.say(f"A senior official said that the {matter} had not been discussed at all")
        unnamed = writer.actor("a senior official", "unnamed", span)
        writer.statements.append(Statement(f"{writer.key}-u", (unnamed,), "indirect", (span,), said=_day(on)))


def measure(path: str = "", count: int = 10_000, keep: Path | None = None) -> dict[str, float]:
    """Seconds, megabytes and milliseconds for `count` generated reports. `path` is not used."""
    figures: dict[str, float] = {"reports": count}
    with tempfile.TemporaryDirectory() as folder, open_record(keep or Path(folder) / "talks.verbale") as record:
        started = time.perf_counter()
        for report, findings in reports(count):
            record.add(report, findings)
        figures["add, s"] = time.perf_counter() - started
        started = time.perf_counter()
        for _ in record._read():
            pass
        figures["decode, s"] = time.perf_counter() - started
        started, busy = time.perf_counter(), time.process_time()
        record.refresh()
        figures["merge, s"] = time.perf_counter() - started
        figures["merge, CPU s"] = time.process_time() - busy
        figures["merge per decode"] = figures["merge, s"] / figures["decode, s"]
        figures["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        some = record._db.execute("SELECT id FROM row_act ORDER BY id LIMIT 1").fetchone()[0]
        queries = {
            "status, first time": lambda: record.remembered(
                "s", Filter(), Standing, lambda: standing(record, Filter())
            ),
            "status": lambda: record.remembered("s", Filter(), Standing, lambda: standing(record, Filter())),
            "timeline, a month": lambda: timeline(record, Filter(since=date(2019, 3, 1), until=date(2019, 3, 31))),
            "why": lambda: why(record, some),
            "search": lambda: record.search('"mine maps" Doha', limit=20),
        }
        for name, query in queries.items():
            started = time.perf_counter()
            query()
            figures[f"{name}, ms"] = 1000 * (time.perf_counter() - started)
        acts = record._db.execute("SELECT count(*) FROM row_act").fetchone()[0]
        figures["acts"] = acts
        figures["accounts"] = record._db.execute("SELECT count(*) FROM row_account").fetchone()[0]
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="write the record here and leave it")
    arguments = parser.parse_args()
    for name, value in measure("", arguments.reports, arguments.keep).items():
        print(f"{name:<20} {value:,.2f}")


if __name__ == "__main__":
    main()
