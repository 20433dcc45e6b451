from datetime import date

import pytest

from making import MadeRows, account, act, day, report, span
from verbale.model import ActRow, AnswerRow, Filter, TrackRow
from verbale.views.standing import standing

TEXT = "Envoys of Norland and Sudria met in Bergen. Norland asked Sudria to free the crew. They meet again in May."
MET = span("r1", TEXT, "Envoys of Norland and Sudria met in Bergen")
ASKED = span("r1", TEXT, "Norland asked Sudria to free the crew")
AGAIN = span("r1", TEXT, "They meet again in May")
BOTH = ("Norland", "Sudria")


def meeting(key: str, when: str | None, **more: object) -> ActRow:
    return act(
        key,
        "CONSULT",
        (account("r1", (MET,)),),
        what="talks",
        sources=BOTH,
        track="t",
        when=day(when) if when else None,
        **more,
    )


def made(*acts: ActRow) -> MadeRows:
    track = TrackRow("t", "Norland–Sudria talks", BOTH, "working", tuple(a.id for a in acts if a.track == "t"))
    return MadeRows({"r1": TEXT}, reports=(report("r1", published="2021-03-04"),), acts=acts, tracks=(track,))


NEXT = meeting("next", "2021-05-10", status="planned")
WALKOUT = act(
    "walk",
    "REJECT",
    (account("r1", (MET,)),),
    sources=("Sudria",),
    targets=("Norland",),
    modes=("meet",),
    when=day("2021-03-02"),
)


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ([meeting("a", "2021-03-01", outcome="none")], "stalled"),
        ([meeting("a", "2021-03-01", outcome="agreement")], "agreed"),
        ([meeting("a", "2021-03-01", outcome="broke off")], "broken off"),
        ([meeting("a", "2021-03-01", outcome="agreement"), WALKOUT], "broken off"),
        ([meeting("a", "2021-03-01", outcome="none"), NEXT], "scheduled"),
        ([meeting("a", "2021-03-01")], "met"),
        ([meeting("a", "2020-03-01")], "dormant"),
        ([meeting("a", None)], "met"),
        ([meeting("a", "2021-03-03", status="ongoing")], "under way"),
        ([meeting("p", None, status="planned")], "announced"),
    ],
)
def test_the_state_of_a_track_follows_the_rules_in_order(acts: list[ActRow], state: str) -> None:
    assert standing(made(*acts)).tracks[0].state == state


def test_a_walkout_before_the_last_round_breaks_nothing_off() -> None:
    view = standing(made(WALKOUT, meeting("a", "2021-03-03", outcome="progress")))
    assert view.tracks[0].state == "met"


def test_a_planned_round_that_is_past_is_no_longer_announced() -> None:
    rows = made(meeting("a", "2021-03-01", outcome="none"), NEXT)
    assert standing(rows, Filter(as_of=date(2021, 6, 1))).tracks[0].state == "stalled"


def test_every_clause_cites_rows_and_words() -> None:
    ask = act("ask", "REQUEST", (account("r1", (ASKED,)),), sources=("Norland",), targets=("Sudria",), issues=("crew",))
    view = standing(made(meeting("a", "2021-03-01", outcome="none"), NEXT, ask))
    clauses = [clause for track in view.tracks for clause in track.clauses]
    clauses += [clause for issue in view.issues for clause in issue.clauses]
    assert len(clauses) >= 4
    for clause in clauses:
        assert clause.rows
        assert clause.evidence
        assert all(TEXT[span.start : span.end] == span.text for span in clause.evidence)


def test_it_speaks_of_the_latest_report_and_never_of_today() -> None:
    assert standing(made(meeting("a", "2021-03-01"))).as_of == date(2021, 3, 4)


def test_an_ask_stands_under_one_track_only_and_an_answered_one_under_its_issue() -> None:
    ask = act("ask", "REQUEST", (account("r1", (ASKED,)),), sources=("Norland",), targets=("Sudria",), issues=("crew",))
    meetings = (meeting("a", "2021-03-01"), act("b", "CONSULT", (account("r1", (MET,)),), sources=BOTH, track="u"))
    tracks = (TrackRow("t", "one", BOTH, "working", ("a",)), TrackRow("u", "other", BOTH, "leaders", ("b",)))
    rows = MadeRows({"r1": TEXT}, reports=(report("r1"),), acts=(*meetings, ask), tracks=tracks)
    clauses = [clause for track in standing(rows).tracks for clause in track.clauses if "ask" in clause.rows]
    assert len(clauses) == 1
    answered = MadeRows(
        {"r1": TEXT},
        reports=(report("r1"),),
        acts=(ask,),
        answers=(AnswerRow("ask", None, "accepted", None, (ASKED,)),),
    )
    (issue,) = standing(answered).issues
    assert issue.state == "accepted"
    assert issue.clauses[0].text == "Norland to Sudria, request: accepted."


def test_a_refusal_to_meet_nobody_in_particular_breaks_off_no_track_among_several() -> None:
    refusal = act(
        "r",
        "REJECT",
        (account("r1", (MET,)),),
        sources=("Sudria",),
        modes=("meet",),
        when=day("2021-03-02"),
    )
    meetings = (meeting("a", "2021-03-01"), act("b", "CONSULT", (account("r1", (MET,)),), sources=("Sudria", "Oman")))
    alone = (TrackRow("t", "one", BOTH, "working", ("a",)),)
    with_another = (*alone, TrackRow("u", "other", ("Oman", "Sudria"), None, ("b",)))
    for tracks, state in ((alone, "broken off"), (with_another, "met")):
        rows = MadeRows({"r1": TEXT}, reports=(report("r1"),), acts=(*meetings, refusal), tracks=tracks)
        assert next(t.state for t in standing(rows).tracks if t.id == "t") == state


def test_a_round_without_a_day_says_when_it_was_reported() -> None:
    undated = act(
        "a", "CONSULT", (account("r1", (MET,), reported=day("2021-03-04")),), sources=BOTH, track="t", what="talks"
    )
    clauses = standing(made(undated)).tracks[0].clauses
    assert clauses[0].text == "Last met, on a day not told (reported 4 Mar 2021): talks."
