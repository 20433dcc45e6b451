"""Whose act it is: a ministry's is its state's, and the ministry stands among the people."""

from desk import Story

from verbale.resolve import resolve


def test_a_request_to_a_ministry_is_one_to_its_state():
    story = Story("Sudria asked the Norland Treasury for more time. Norland refused.", "2021-03-02")
    norland = story.actor("Norland", quote="Norland refused")
    treasury = story.actor("Treasury", "government_body", party="Norland")
    story.act(
        "REQUEST",
        "Sudria asked the Norland Treasury for more time",
        (story.actor("Sudria"),),
        (treasury,),
        trigger="asked",
    )
    story.act("REJECT", "Norland refused", (norland,), trigger="refused")
    ask = next(a for a in resolve([story.report], [story.findings]).acts if a.type == "REQUEST")
    assert ask.targets == ("Norland",) and ask.people == ("Treasury",)


def test_a_person_without_an_office_speaks_for_nobody():
    story = Story("Ann Lee accused Sudria of delay. Norland was silent.", "2021-03-02")
    story.actor("Norland")
    writer = story.actor("Ann Lee", "person", party="Norland")
    story.act("ACCUSE", "Ann Lee accused Sudria of delay", (writer,), (story.actor("Sudria"),), trigger="accused")
    (act,) = resolve([story.report], [story.findings]).acts
    assert act.sources == ("Ann Lee",)


def test_a_minister_acts_for_the_state_of_the_office():
    story = Story("Norland's water minister Ann Lee accused Sudria of delay. Norland was silent.", "2021-03-02")
    story.actor("Norland", quote="Norland was silent")
    minister = story.actor("Ann Lee", "person", party="Norland", office="water minister")
    story.act("ACCUSE", "Ann Lee accused Sudria of delay", (minister,), (story.actor("Sudria"),), trigger="accused")
    (act,) = resolve([story.report], [story.findings]).acts
    assert act.sources == ("Norland",) and act.people == ("Ann Lee",)
