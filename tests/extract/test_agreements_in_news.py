"""Agreements as the lead of a news report tells them: by a verb first, by a noun or a name after it."""

from datetime import date

import pytest

from read_text import Told, read_agreements

DAY = date(2021, 6, 16)  # a Wednesday


def _of(*names: str) -> frozenset[str]:
    return frozenset(names)


NEWS = [
    pytest.param(
        "Kenya and Somalia agreed on Monday to reopen their land border. The agreement was read out in Nairobi by a "
        "mediator from Qatar. According to the text, traders will need no visa, two posts will be built this year and "
        "a joint board will settle quarrels.",
        Told(
            "agreement",
            _of("Kenya", "Somalia"),
            "2021-06-14",
            (
                "traders will need no visa",
                "two posts will be built this year",
                "a joint board will settle quarrels",
            ),
        ),
        id="agreed by the verb, told by the text",
    ),
    pytest.param(
        "Peru and Bolivia agreed on Tuesday to share the waters of the lake. The Joint Declaration of Puno, as long as "
        "a letter, provides that a commission will measure the level, that fishing will stop in May and that neither "
        "state will build dams.",
        Told(
            "Joint Declaration of Puno",
            _of("Peru", "Bolivia"),
            "2021-06-15",
            ("a commission will measure the level", "fishing will stop in May", "neither state will build dams"),
        ),
        id="a name for what was agreed",
    ),
    pytest.param(
        "Mali's two rival armies on Monday signed a ceasefire in Algiers. It stipulates that all checkpoints will be "
        "removed, and that prisoners will be exchanged within a week.",
        Told(
            "ceasefire",
            _of(),
            "2021-06-14",
            ("all checkpoints will be removed", "prisoners will be exchanged within a week"),
        ),
        id="rival armies are no party of their country's name",
    ),
    pytest.param(
        "Diplomats welcomed the Fisheries Treaty between Norway and Russia. It had been signed in Oslo in March 2019.",
        Told("Fisheries Treaty", _of("Norway", "Russia"), "2019-03", ()),
        id="it had been signed",
    ),
    pytest.param(
        "The peace agreement that was signed in Juba on 3 June has held so far, the monitors said.",
        Told("peace agreement", _of(), "2021-06-03", ()),
        id="peace, its day, and nobody named",
    ),
    pytest.param(
        "Chad and Libya have ended a quarrel of ten years, signing a border treaty on Monday with the king of Morocco "
        "as a witness.",
        Told("border treaty", _of("Chad", "Libya"), "2021-06-14", ()),
        id="signing, with a witness",
    ),
    pytest.param(
        "The dockers and the port of Odense reached a tentative agreement on Monday. Under the agreement, wages go up "
        "9 percent in two years, and crews may swap shifts.",
        Told(
            "tentative agreement",
            _of(),
            "2021-06-14",
            ("wages go up 9 percent in two years", "crews may swap shifts"),
        ),
        id="present tense and may",
    ),
    pytest.param(
        "The way had been cleared on June 7, when the foreign ministers of Greece and Turkey initialed a protocol in "
        "Izmir.",
        Told("protocol", _of("Greece", "Turkey"), "2021-06-07", ()),
        id="on a day, when",
    ),
    pytest.param(
        "Egypt and Sudan ended their talks on Monday with an agreement under which the canal is to be dredged and the "
        "locks are to be rebuilt.",
        Told(
            "agreement",
            _of("Egypt", "Sudan"),
            "2021-06-14",
            ("the canal is to be dredged", "the locks are to be rebuilt"),
        ),
        id="ended with an agreement",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_told_in_news(text: str, expected: Told) -> None:
    assert read_agreements(text, DAY) == [expected]


NONE = [
    "Norway said that it would cut its own output if OPEC and Russia reached an agreement.",
    "The outline of the plan was presented on Monday.",
    "Kenya and Somalia agreed on Monday to meet again.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_agreement(text: str) -> None:
    assert read_agreements(text, DAY) == []


def test_an_older_deal_stays_apart() -> None:
    """ "the security pact which the two signed in 2001" is not the deal of the day."""
    found = read_agreements(
        "Oman and Yemen reached a deal on Monday. They will revive the fisheries pact which the two signed in 2001.",
        DAY,
    )
    assert [(one.name, one.day) for one in found] == [("deal", "2021-06-14"), ("fisheries pact", "2001")]


def test_the_hour_alone_gives_no_day() -> None:
    """ "shortly after 5 a.m." is an hour of the day told before."""
    found = read_agreements(
        "Chad and Libya reached a deal early on Tuesday, averting a blockade that could have begun at 12:01 a.m. "
        "Friday. The deal was announced shortly after 5 a.m. by the president. Under the deal, drivers will receive a "
        "visa and they will pay no toll.",
        DAY,
    )
    assert [(one.name, one.day) for one in found] == [("deal", "2021-06-15")]
