"""Agreements whose parts stand apart in a report: the signing here, the name there, the points in sentences of their
own or in a list."""

from datetime import date

import pytest

from read_text import Told, read_agreements

DAY = date(2021, 6, 16)  # a Wednesday


def told(text: str) -> list[Told]:
    return read_agreements(text, DAY)


APART = [
    pytest.param(
        "Armenia and Azerbaijan signed a declaration in Sochi on Monday. It was a cold morning.\n\nUnder the Sochi "
        "Declaration, Armenia will return maps of its minefields and Azerbaijan will free captives.",
        Told(
            "Sochi Declaration",
            frozenset({"Armenia", "Azerbaijan"}),
            "2021-06-14",
            ("Armenia will return maps of its minefields", "Azerbaijan will free captives"),
        ),
        id="named apart from its signing",
    ),
    pytest.param(
        "Japan and Russia reached an agreement on Tuesday. The 12-page text obliges Tokyo to buy gas, build a port "
        "and open a consulate.",
        Told(
            "agreement", frozenset({"Japan", "Russia"}), "2021-06-15", ("buy gas", "build a port", "open a consulate")
        ),
        id="the text",
    ),
    pytest.param(
        "Kenya and Somalia signed a pact on Monday. Nairobi, under the terms set out by the mediators, will reopen the "
        "border, lift the ban on flights and return two ships. In exchange Mogadishu will drop its case and pay a fee.",
        Told(
            "pact",
            frozenset({"Kenya", "Somalia"}),
            "2021-06-14",
            ("reopen the border", "lift the ban on flights", "return two ships", "drop its case", "pay a fee"),
        ),
        id="under the terms, in exchange",
    ),
    pytest.param(
        "Last Friday's accord, signed in Oslo by Ethiopia and Eritrea, was praised. It provides for a free port, for "
        "the return of deportees and for flights between the capitals, of which there were none for years.",
        Told(
            "accord",
            frozenset({"Ethiopia", "Eritrea"}),
            "2021-06-11",
            ("a free port", "the return of deportees", "flights between the capitals"),
        ),
        id="for A, for B and for C",
    ),
    pytest.param(
        "Chad and Libya signed an accord on Monday. Under the accord, the two sides agreed to:\n\nwithdraw their "
        "troops from the strip;\n\nopen the road to Sebha;\n\nexchange prisoners.\n\nBoth published it.",
        Told(
            "accord",
            frozenset({"Chad", "Libya"}),
            "2021-06-14",
            ("withdraw their troops from the strip", "open the road to Sebha", "exchange prisoners"),
        ),
        id="a list from a page",
    ),
    pytest.param(
        "Peru and Chile signed a treaty on Monday.\nThe main points of the deal:\n• A joint fleet off the coast\n"
        "• Free passage for lorries\nLima was quiet.",
        Told(
            "treaty",
            frozenset({"Peru", "Chile"}),
            "2021-06-14",
            ("A joint fleet off the coast", "Free passage for lorries"),
        ),
        id="a list with bullets",
    ),
    pytest.param(
        "India and Pakistan agreed on Monday that the crossing at Wagah will reopen. Under the agreement, both sides "
        "will post more guards, publish timetables and share lists of travellers.",
        Told(
            "agreement",
            frozenset({"India", "Pakistan"}),
            "2021-06-14",
            ("post more guards", "publish timetables", "share lists of travellers"),
        ),
        id="agreed that",
    ),
    pytest.param(
        "Turkey and Greece struck a deal on Tuesday. Turkey, the Greek side said, will withdraw its survey ship, halt "
        "its drills and publish its maps.",
        Told(
            "deal",
            frozenset({"Turkey", "Greece"}),
            "2021-06-15",
            ("withdraw its survey ship", "halt its drills", "publish its maps"),
        ),
        id="told by one side",
    ),
    pytest.param(
        "Belgrade and Pristina signed a pact on Monday. Under the pact the north keeps its courts; the police will be "
        "one force, and the dam will stay in common hands. Both sides undertook to open archives and to mark graves.",
        Told(
            "pact",
            frozenset({"Serbia", "Kosovo"}),
            "2021-06-14",
            (
                "the north keeps its courts",
                "the police will be one force",
                "the dam will stay in common hands",
                "open archives",
                "mark graves",
            ),
        ),
        id="how things will be",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), APART)
def test_parts_told_apart_are_one_agreement(text: str, wanted: Told) -> None:
    assert told(text) == [wanted]


NO_POINTS = [
    "Japan and Russia signed an accord on Monday. Japan will meet Russia again in May and discuss the islands.",
    "Japan and Russia signed an accord on Monday. “Japan will build ports, open mines and hire crews,” a trader said.",
    "Japan and Russia signed an accord on Monday.\n\nRead also:\n\nsnow in June;\n\nbears in the town.",
    "Japan and Russia signed an accord on Monday. The accord is short and is written in French.",
]


@pytest.mark.parametrize("text", NO_POINTS)
def test_what_is_no_point(text: str) -> None:
    assert [agreement.points for agreement in told(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Syria agreed to meet again and to keep talking.",
        "Iran agreed on Monday that inspectors would return.",
        "Israel and Syria agreed on Monday that they would meet in May.",
        "France and Mali said that both agreed that the army should leave.",
    ],
)
def test_what_is_no_deal(text: str) -> None:
    assert told(text) == []


MORE = [
    (
        "Cuba and Haiti announced on Monday that they had reached a final peace agreement. Haiti would return the "
        "boats, pay for the nets and open its waters, the document says.",
        {"Cuba", "Haiti"},
        ("return the boats", "pay for the nets", "open its waters"),
    ),
    (
        "Mali and Niger shook hands on an accord on Monday. It calls for joint patrols, a common radio net and the "
        "return of refugees. The two sides also agreed to reopen the bridge and to meet again in May.",
        {"Mali", "Niger"},
        ("joint patrols", "a common radio net", "the return of refugees", "reopen the bridge"),
    ),
    (
        "Oman and Yemen signed a pact on Monday. According to the joint statement, Oman will build a road and Yemen "
        "will guard it.",
        {"Oman", "Yemen"},
        ("Oman will build a road", "Yemen will guard it"),
    ),
]


@pytest.mark.parametrize(("text", "parties", "points"), MORE)
def test_more_of_the_deal_just_told_of(text: str, parties: set[str], points: tuple[str, ...]) -> None:
    assert [(one.parties, one.day, one.points) for one in told(text)] == [(parties, "2021-06-14", points)]


def test_another_accord_by_name_stays_apart() -> None:
    found = told(
        "Ukraine and Russia signed an accord in Ankara on Monday. The Budapest Memorandum of 1994 was not mentioned."
    )
    assert {agreement.name for agreement in found} == {"accord", "Budapest Memorandum"}


def test_a_bare_noun_means_the_deal_just_made_and_not_an_older_one() -> None:
    found = told(
        "Sudan and Chad signed an accord on Monday. The Darfur Agreement of October 2006 had left Chad out. Under the "
        "accord, both sides will open the road and disarm raiders."
    )
    assert {one.name: one.points for one in found} == {
        "accord": ("open the road", "disarm raiders"),
        "Darfur Agreement": (),
    }


def test_negotiators_make_deals_for_their_side() -> None:
    found = told(
        "Negotiators for the Philippines and the Moro Islamic Liberation Front reached an agreement late on Tuesday on "
        "the return of displaced families, officials from both sides said."
    )
    assert [one.parties for one in found] == [{"Philippines", "Moro Islamic Liberation Front"}]
