"""Two outlets tell of one round of talks; one names the day, the other says last week."""

from datetime import date

from desk import Story

from verbale.model import Act
from verbale.resolve import Resolved, resolve


def two_outlets() -> list[Story]:
    dated = Story(
        "Envoys of Belgrade and Pristina sat down in Brussels on July 16. The round brought nothing.",
        "2020-07-18",
        "Morava Daily",
    )
    serbia = dated.actor("Serbia", quote="Belgrade", world="state/RS")
    kosovo = dated.actor("Kosovo", quote="Pristina", world="state/XK")
    dated.act(
        "CONSULT",
        "sat down in Brussels on July 16",
        (serbia, kosovo),
        what="talks",
        level="working",
        place="Brussels",
        when="2020-07-16",
        outcome="none",
    )
    vague = Story(
        "Last week's talks in Brussels between Kosovo and Serbia went on past midnight.", "2020-07-20", "Drin Post"
    )
    kosovo = vague.actor("Kosovo", world="state/XK")
    serbia = vague.actor("Serbia", world="state/RS")
    vague.act(
        "CONSULT",
        "Last week's talks in Brussels",
        (kosovo, serbia),
        what="talks",
        place="Brussels",
        when="2020-07-13/2020-07-19",
        trigger="talks",
    )
    return [dated, vague]


def resolved(stories: list[Story]) -> Resolved:
    return resolve([s.report for s in stories], [s.findings for s in stories])


def test_the_day_that_one_account_gives_narrows_the_act():
    rows = resolved(two_outlets())
    (act,) = rows.acts
    assert {a.outlet for a in act.accounts} == {"Morava Daily", "Drin Post"}
    assert act.when and (act.when.earliest, act.when.latest) == (date(2020, 7, 16), date(2020, 7, 16))
    assert act.outcome == "none" and act.level == "working" and act.place == "Brussels"
    assert set(act.sources) == {"Serbia", "Kosovo"}
    (track,) = rows.tracks
    assert track.acts == (act.id,) and act.track == track.id


def test_order_does_not_matter():
    stories = two_outlets()
    assert resolved(stories) == resolved(stories[::-1])


def test_every_span_is_to_the_letter():
    stories = two_outlets()
    texts = {s.id: s.report.text for s in stories}
    for act in resolved(stories).acts:
        for account in act.accounts:
            for evidence in account.evidence:
                assert texts[evidence.report][evidence.start : evidence.end] == evidence.text


def test_another_round_stays_another_round():
    stories = two_outlets()
    later = Story("Kosovo and Serbia met in Brussels on September 7.", "2020-09-08", "Drin Post")
    kosovo, serbia = later.actor("Kosovo"), later.actor("Serbia")
    later.act("CONSULT", "met in Brussels on September 7", (kosovo, serbia), place="Brussels", when="2020-09-07")
    assert len(resolved([*stories, later]).acts) == 2
    assert all(isinstance(a, Act) for a in later.findings.acts)
