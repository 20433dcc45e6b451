"""The same reports in any order, in any batches, killed and resumed, give the same record: every kind of row, with
links, tracks and answers, and the standing derived from them."""

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "resolve"))
from desk import Story

from verbale.model import Filter
from verbale.record import Record, open_record
from verbale.views.standing import standing
from verbale.views.timeline import timeline
from verbale.world import Case, CaseTrack

CASE = Case(
    "gauge data",
    tracks=(
        CaseTrack("Cairo talks", ("Sudan", "Egypt", "Ethiopia")),
        CaseTrack("Kampala channel", ("Sudan", "Ethiopia", "Uganda"), "working"),
    ),
)
WHO = {"Sudan": "state/SD", "Egypt": "state/EG", "Ethiopia": "state/ET", "Uganda": "state/UG"}


@st.composite
def news(draw: st.DrawFn) -> Story:
    """One report: a meeting (held, planned or called off), an ask and its answer, a word by an envoy, a protocol."""
    day = draw(st.dates(date(2021, 4, 1), date(2021, 5, 10)))
    number = draw(st.integers(0, 10**9))
    text = (
        f"No. {number}: Sudan, Egypt, Ethiopia and Uganda met in Cairo on {day:%A}. Sudan asked Egypt for gauge data."
        " Egypt refused to send gauge data. Envoy Amal Idris said the round was good. They signed the Kampala Protocol"
        " to share gauge data."
    )
    printed = draw(st.sampled_from([day.isoformat(), None]))
    wire = draw(st.sampled_from(["", " (Reuters)"]))
    story = Story(text + wire, printed, draw(st.sampled_from(["Ledger", "Post", "Wire"])))
    actors = {name: story.actor(name, world=world) for name, world in WHO.items()}
    sides = draw(st.lists(st.sampled_from(sorted(WHO)), min_size=1, max_size=3, unique=True))
    when = draw(st.sampled_from([None, day.isoformat(), "2021-04", "2021-04-10/2021-04-20"]))
    if when is None:
        story.time(f"on {day:%A}", None, f"XXXX-WXX-{day.isoweekday()}")
    story.act(
        "CONSULT",
        f"met in Cairo on {day:%A}",
        tuple(actors[name] for name in sides),
        when=when,
        place=draw(st.sampled_from(["Cairo", "Kampala", None])),
        level=draw(st.sampled_from([None, "working", "leaders"])),
        status=draw(st.sampled_from(["happened", "happened", "planned", "cancelled"])),
        outcome=draw(st.sampled_from([None, "none", "broke off"])),
        what="talks",
    )
    asked = draw(st.sampled_from([when, None]))
    ask = story.act(
        "REQUEST",
        "asked Egypt for gauge data",
        (actors["Sudan"],),
        (actors["Egypt"],),
        subject="gauge data",
        issues=("data",),
        when=asked,
    )
    if draw(st.booleans()):
        no = story.act(
            "REJECT", "refused to send gauge data", (actors["Egypt"],), (actors["Sudan"],), subject="gauge data"
        )
        story.answer(ask, "refused", no, "refused to send gauge data")
    party, office = draw(st.sampled_from(["Sudan", None])), draw(st.sampled_from(["Envoy", None]))
    envoy = story.actor("Amal Idris", "person", party=party, office=office)
    story.says("the round was good", envoy, issues=("data",), said=asked)
    if draw(st.booleans()):
        two = (actors["Sudan"], actors["Egypt"])
        story.agreement("Kampala Protocol", two, draw(st.sampled_from([when, None])), points=("share gauge data",))
    return story


def content(record: Record) -> tuple[object, ...]:
    """All that a record shows; the days when things were put on file are no part of it."""
    day = Filter(as_of=date(2021, 4, 25))
    return (
        record.reports(),
        record.actors(),
        record.statements(),
        record.times(),
        record.acts(),
        record.answers(),
        record.agreements(),
        record.tracks(),
        standing(record),
        timeline(record),
        record.acts(day),
        standing(record, day),
    )


class _Killed(BaseException):
    pass


def _kill(done: int) -> None:
    raise _Killed


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    made=st.lists(news(), min_size=2, max_size=9, unique_by=lambda story: story.id),
    rng=st.randoms(use_true_random=False),
    data=st.data(),
)
def test_order_batches_and_kills_leave_no_trace(tmp_path_factory, made: list[Story], rng, data: st.DataObject):
    shuffled = list(made)
    rng.shuffle(shuffled)
    happens = [data.draw(st.sampled_from(["add", "refresh", "kill", "reopen"])) for _ in shuffled]
    folder = tmp_path_factory.mktemp("orders")
    with open_record(folder / "one.verbale") as one:
        one.set_case(CASE)
        for story in made:
            one.add(story.report, story.findings)
        whole = content(one)
    many = open_record(folder / "many.verbale")
    for event, story in zip(happens, shuffled, strict=True):
        many.add(story.report, story.findings)
        many.add(story.report, replace(story.findings, pipeline="again"))  # a resumed batch meets it again
        if event == "refresh":
            many.refresh()
        elif event == "kill":
            with suppress(_Killed):
                many.refresh(_kill)
        elif event == "reopen":
            many.close()
            many = open_record(folder / "many.verbale")
    many.set_case(CASE)
    with many:
        assert content(many) == whole


def test_the_reports_of_this_test_have_what_it_is_about(tmp_path: Path):
    """Links, named tracks, answers and narrowed publication do come up, so that the property says something."""
    seen: set[str] = set()

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(made=st.lists(news(), min_size=4, max_size=9, unique_by=lambda story: story.id))
    def collect(made: list[Story]) -> None:
        from verbale.resolve import resolve

        rows = resolve([s.report for s in made], [s.findings for s in made], CASE)
        seen.update(relation for act in rows.acts for relation, _ in act.links)
        seen.update(track.name for track in rows.tracks)
        seen.update(answer.answer for answer in rows.answers)
        seen.update("merged" for act in rows.acts if len(act.accounts) > 1)
        seen.update("narrowed" for row in rows.reports if row.published_how == "inferred")
        seen.update("copy" for row in rows.reports if row.copy_of)

    collect()
    assert {"happened as", "Cairo talks", "refused", "merged", "narrowed", "copy"} <= seen
