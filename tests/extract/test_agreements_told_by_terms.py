"""Deals by their less usual nouns and verbs, lists under heads, rows after a colon, and runs of terms."""

from datetime import date

import pytest

from read_text import read_agreements

DAY = date(2021, 6, 16)  # a Wednesday

# What is told: the name, the sides, and the points.
TOLD = {
    "Chad and Niger have reached an understanding on grazing, the two governments said on Monday.\n\nUnder the "
    "understanding, herders may cross at four points. No herd may number more than 500 head, and the governors of the "
    "two regions are to confer every month.": (
        "understanding",
        "herders may cross at four points",
        "No herd may number more than 500 head",
        "the governors of the two regions are to confer every month",
    ),
    "Moldova's government and the rebels of Transnistria agreed on Wednesday on three principles for a settlement:\n"
    "- no checkpoints on the bridge\n- free passage for farmers\n- telephone lines are restored\n": (
        "three principles",
        "no checkpoints on the bridge",
        "free passage for farmers",
        "telephone lines are restored",
    ),
    "The army chiefs of Rwanda and Burundi adopted a Concept of Operations in Kigali on Tuesday: the camps in the "
    "forest are to be closed, Rwandan soldiers are to pull back and a joint team is to check both.": (
        "Concept of Operations",
        "the camps in the forest are to be closed",
        "Rwandan soldiers are to pull back",
        "a joint team is to check both",
    ),
    "Bosnia, Croatia and Serbia initialled a peace agreement on Tuesday.\n\nBosnia remains one state. Refugees may "
    "return to their homes. All foreign fighters must leave within thirty days.": (
        "peace agreement",
        "Bosnia remains one state",
        "Refugees may return to their homes",
        "All foreign fighters must leave within thirty days",
    ),
    "Peru and Ecuador signed an accord on Monday. Peruvian troops will leave the hill within a month; a council will "
    "be elected in July; talks on the river will begin in May.": (
        "accord",
        "Peruvian troops will leave the hill within a month",
        "a council will be elected in July",
        "talks on the river will begin in May",
    ),
    "Uganda and Congo have shaken hands on an arrangement for the oil under the lake. The arrangement, worked out over "
    "two years, leaves the island to Congo and gives Uganda the first well.": (
        "arrangement",
        "leaves the island to Congo",
        "gives Uganda the first well",
    ),
    "Ukraine and the separatists signed a protocol in Minsk on Friday. The text has twelve points, among them a "
    "ceasefire from dawn, an exchange of prisoners and a law on the status of the east.": (
        "protocol",
        "a ceasefire from dawn",
        "an exchange of prisoners",
        "a law on the status of the east",
    ),
    "Turkey and Armenia announced a deal on their border on Wednesday.\n\nTHE MAIN POINTS\n\n- the crossing opens in "
    "May\n- Ankara sends an envoy\n- lorries pay no toll\n\nBaku did not welcome the news.": (
        "deal",
        "the crossing opens in May",
        "Ankara sends an envoy",
        "lorries pay no toll",
    ),
    "Britain and Spain struck a deal on Thursday. It commits London to share tax records, obliges both sides to fight "
    "smuggling and sets up a committee of police chiefs.": (
        "deal",
        "share tax records",
        "obliges both sides to fight smuggling",
        "sets up a committee of police chiefs",
    ),
    "Chad's government and the rebels signed a truce in Sebha on Monday. For each man freed, another will be sent "
    "home. Airliners may again fly over the desert.": (
        "truce",
        "For each man freed, another will be sent home",
        "Airliners may again fly over the desert",
    ),
}

NONE = (
    # nothing was made, or only wished for; a programme of one government; a firm's
    "Egypt and Ethiopia failed to reach an agreement on the dam on Monday. Ethiopia will fill the reservoir in July. "
    "Egypt must wait.",
    "New Zealand published its National Adaptation Plan on Monday. Councils will draw maps. Owners must move.",
    "Nike signed a deal with the striker on Monday. Under the deal he will earn 5 million dollars.",
    # a report on no two sides: the deal that is mentioned is anybody's
    "The deal is still being written. Schools will open late. Teachers must wait for their pay.",
)


@pytest.mark.parametrize("text", TOLD)
def test_name_and_points(text: str) -> None:
    (told,) = read_agreements(text, DAY)
    assert (told.name.split(" on ")[0].split(" for ")[0], *told.points) == TOLD[text]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert read_agreements(text, DAY) == []


def test_points_of_a_mere_mention_need_two_sides() -> None:
    """An understanding whose making nothing tells is one by its terms, in a report on two states."""
    text = (
        "India and China pulled back their tents on Friday. India's army counted them, and China did so too.\n\n"
        "The withdrawal follows an understanding that India's foreign secretary made public. Under the understanding, "
        "each army may again patrol the valley, no patrol may number more than 20 men and the commanders are to confer "
        "monthly. India and China fought there in 2020; China lost four men, India twenty."
    )
    (told,) = read_agreements(text, DAY)
    assert told.parties == {"India", "China"}
    assert told.points == (
        "each army may again patrol the valley",
        "no patrol may number more than 20 men",
        "the commanders are to confer monthly",
    )


def test_rival_camps_make_a_deal() -> None:
    (told,) = read_agreements("Lebanon's rival camps reached an accord on Monday, after five days in Qatar.", DAY)
    assert (told.name, told.day) == ("accord", "2021-06-14")


def test_ceasefire_of_a_year_is_one() -> None:
    text = "The army and the rebels accused each other on Sunday of having broken the ceasefire of 2004."
    (told,) = read_agreements(text, DAY)
    assert (told.name, told.day) == ("ceasefire of 2004", "2004")
