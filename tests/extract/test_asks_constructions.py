"""Asks and answers by construction: deeds, parts, silence, order, asides, what is asked and by whom."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from read_text import AskLine as Line
from read_text import read_asks

DAY = date(2021, 6, 16)


@pytest.fixture(scope="module")
def book() -> Callable[[str], list[Line]]:
    """Reads one text; gives every ask of it."""
    return partial(read_asks, day=DAY)


DEEDS = [
    (
        "Turkey asked Sweden to extradite dozens of people. Stockholm has extradited one of them.",
        ("Turkey", "Sweden", "extradite dozens of people", "partial"),
    ),
    (
        "Cuba asked Spain to lift the ban. Madrid said on Friday that it had no plans to do so.",
        ("Cuba", "Spain", "lift the ban", "refused"),
    ),
    ("Cuba asked Spain to lift the ban. Spain did not.", ("Cuba", "Spain", "lift the ban", "refused")),
    ("Kenya asked Uganda to free the crew. Uganda freed them.", ("Kenya", "Uganda", "free the crew", "accepted")),
    (
        "Chile asked Peru to return a manuscript. Peru has promised to return it next year.",
        ("Chile", "Peru", "return a manuscript", "accepted"),
    ),
    (
        "Kenya asked Uganda to pull its troops off the island. Uganda said it would do so by March.",
        ("Kenya", "Uganda", "pull its troops off the island", "accepted"),
    ),
    (
        "Spain asked Morocco for maps of the mines; Morocco handed over two of the seven.",
        ("Spain", "Morocco", "maps of the mines", "partial"),
    ),
    (
        "Pakistan asked the Taliban to hand over militants. The Taliban handed over none of them.",
        ("Pakistan", "Taliban", "hand over militants", "refused"),
    ),
    (
        "Japan protested and demanded an apology. China has so far not apologised.",
        ("Japan", "China", "an apology", "none"),
    ),
    (
        "Israel demanded that Lebanon disarm the militia; Lebanon said it could not.",
        ("Israel", "Lebanon", "Lebanon disarm the militia", "refused"),
    ),
    (
        "Angola asked Zambia for two helicopters, got one and is waiting for the other.",
        ("Angola", "Zambia", "two helicopters", "partial"),
    ),
]


@pytest.mark.parametrize(("text", "line"), DEEDS)
def test_a_deed_answers(book: Callable[[str], list[Line]], text: str, line: Line) -> None:
    assert book(text) == [line]


SILENCE = [
    "Georgia has asked NATO for a timetable. The alliance has given no answer.",
    "Georgia has asked NATO for a timetable. There has been no reply.",
    "Georgia has asked NATO for a timetable. It has received no answer.",
    "Georgia has asked NATO for a timetable; none has come.",
]


@pytest.mark.parametrize("text", SILENCE)
def test_silence_is_told(book: Callable[[str], list[Line]], text: str) -> None:
    assert book(text) == [("Georgia", "NATO", "a timetable", "none")]


ASIDES = [
    (
        "The Mali government freed the pilots, as Algeria had urged.",
        ("Algeria", "Mali", "freed the pilots", "accepted"),
    ),
    (
        "Cambodia would not let Thai engineers enter the temple, as Bangkok had asked.",
        ("Thailand", "Cambodia", "let Thai engineers enter the temple", "refused"),
    ),
    (
        "Kuwait did not allow Iraqi inspectors to visit the islet, despite Baghdad's request.",
        ("Iraq", "Kuwait", "allow Iraqi inspectors to visit the islet", "refused"),
    ),
    (
        "Ecuador rejected the extradition of the banker, which Panama had requested.",
        ("Panama", "Ecuador", "the extradition of the banker", "refused"),
    ),
    (
        "Latvia refused to sign the protocol that Russia demands.",
        ("Russia", "Latvia", "sign the protocol", "refused"),
    ),
    (
        "Cairo wanted nine months of talks, a demand that Ankara has refused.",
        ("Egypt", "Turkey", "nine months of talks", "refused"),
    ),
]


@pytest.mark.parametrize(("text", "line"), ASIDES)
def test_an_ask_told_aside(book: Callable[[str], list[Line]], text: str, line: Line) -> None:
    assert line in book(text), book(text)


WORDS = [
    (
        "Serbia demanded the return of the monastery, which Kosovo calls unacceptable.",
        ("Serbia", "Kosovo", "the return of the monastery", "refused"),
    ),
    (
        "Gabon rejected Cameroon's request that the court's experts draw the line.",
        ("Cameroon", "Gabon", "the court's experts draw the line", "refused"),
    ),
    (
        "Ethiopia asked for more time to consult at home. Egypt refused.",
        ("Ethiopia", "Egypt", "more time to consult at home", "refused"),
    ),
    ("The rebels asked the government of Chad for amnesty.", ("rebels", "Chad", "amnesty", "open")),
    (
        "An offer of talks from Eritrea was rebuffed by Djibouti within hours.",
        ("Eritrea", "Djibouti", "talks", "refused"),
    ),
    (
        "Italy's demand that Egypt try four officers has been met with silence in Cairo.",
        ("Italy", "Egypt", "Egypt try four officers", "none"),
    ),
    (
        "Canada pressed India to cooperate with the inquiry, which India declined to do.",
        ("Canada", "India", "cooperate with the inquiry", "refused"),
    ),
    (
        "“We have asked Oman to mediate,” the Iraqi foreign ministry said.",
        ("Iraq", "Oman", "mediate", "open"),
    ),
    (
        "France offered a brief meeting on the sidelines of the General Assembly.",
        ("France", "", "a brief meeting on the sidelines of the General Assembly", "open"),
    ),
]


@pytest.mark.parametrize(("text", "line"), WORDS)
def test_sides_and_words(book: Callable[[str], list[Line]], text: str, line: Line) -> None:
    assert line in book(text), book(text)


def test_each_addressee_answers_for_itself(book: Callable[[str], list[Line]]) -> None:
    lines = book("Austria proposed that Hungary and Slovakia share the cost. Budapest agreed. Bratislava refused.")
    assert sorted((to, answer) for _, to, _, answer in lines) == [("Hungary", "accepted"), ("Slovakia", "refused")]


def test_the_first_demand_is_not_the_second(book: Callable[[str], list[Line]]) -> None:
    lines = book("Cuba asked Spain to drop the case and to send a ship. Madrid turned down the first request.")
    assert [(what, answer) for _, _, what, answer in lines] == [("drop the case", "refused"), ("send a ship", "open")]


@pytest.mark.parametrize(
    "text",
    [
        "Mali asked Algeria to mediate. France freed two soldiers.",
        "Turkey asked Greece to hand over eight soldiers. Turkey freed two of them.",
        "Peru asked Chile to open the crossing. Chile may open it in spring.",
        "Benin invited Togo to a summit. Ghana rejected Niger's offer.",
    ],
)
def test_another_deed_or_another_ask_is_no_answer(book: Callable[[str], list[Line]], text: str) -> None:
    assert book(text)[0][3] == "open", book(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said they would accept a proposal.",
        "The Chinese embassy did not respond to a request for comment.",
        "The minister told Congress that it would rain.",
    ],
)
def test_an_ask_of_nothing_is_no_ask(book: Callable[[str], list[Line]], text: str) -> None:
    assert book(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Austria invited Hungary and Slovakia to talks. Both accepted the invitation.",
            [("Hungary and Slovakia", "accepted")],
        ),
        ("Austria invited Hungary and Slovakia to talks. Neither accepted.", [("Hungary and Slovakia", "refused")]),
        (
            "Mali's president proposed a joint patrol. Niger accepted the proposal. Chad has yet to answer.",
            [("Chad", "none"), ("Niger", "accepted")],
        ),
        ("Peru made an offer of water. Bolivia refused the offer.", [("Bolivia", "refused")]),
    ],
)
def test_several_answer(book: Callable[[str], list[Line]], text: str, lines: list[tuple[str, str]]) -> None:
    assert sorted((to, answer) for _, to, _, answer in book(text)) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Kenya's president turned down a call by bishops to postpone the vote.",
            ("", "Kenya", "postpone the vote", "refused"),
        ),
        (
            "The growers want a seat at the table, a demand that Colombia's government rejects.",
            ("", "Colombia", "a seat at the table", "refused"),
        ),
        ("Peru accepted a request by the villagers for a bridge.", ("", "Peru", "a bridge", "accepted")),
    ],
)
def test_an_ask_of_people_counts_where_a_party_answers(
    book: Callable[[str], list[Line]], text: str, line: Line
) -> None:
    assert line in book(text), book(text)


IN_OTHER_WORDS = [
    (
        "Kenya demanded the return of all seized boats. It got a part of that: two boats came home.",
        [("Kenya", "", "the return of all seized boats", "partial")],
    ),
    (
        "Chile demanded in May that Peru open its ports; Peru answered, but with assurances that Santiago found thin.",
        [("Chile", "Peru", "Peru open its ports", "partial")],
    ),
    (
        "Somalia asked Turkey to send ships. Ankara replied that the law gave it no such power.",
        [("Somalia", "Turkey", "send ships", "refused")],
    ),
    (
        "Somalia asked Turkey to send ships. Ankara answered that it could not do so.",
        [("Somalia", "Turkey", "send ships", "refused")],
    ),
    (
        "Cyprus asked Turkey for a map of the mines, and Ankara gave it half of what it wanted.",
        [("Cyprus", "Turkey", "a map of the mines", "partial")],
    ),
    (
        "Bolivia asked Chile to reopen the port. Chile turned them down.",
        [("Bolivia", "Chile", "reopen the port", "refused")],
    ),
    (
        "Serbia asked the European Union to lift the tax. Brussels told it to wait.",
        [("Serbia", "European Union", "lift the tax", "refused")],
    ),
    ("“Iraq will sign,” an official said, asking not to be identified.", []),
    ("“Iraq will sign,” a delegate said, asking that his name be withheld.", []),
]


@pytest.mark.parametrize(("text", "lines"), IN_OTHER_WORDS)
def test_answers_told_in_other_words(book: Callable[[str], list[Line]], text: str, lines: list[Line]) -> None:
    assert book(text) == lines
