"""Points as clauses of a row, titles with small words, and what is no deal of a negotiation: on talks of our own."""

from datetime import date

import pytest

from read_text import Told, read_agreements

DAY = date(2021, 6, 16)  # a Wednesday


def told(text: str) -> list[Told]:
    return read_agreements(text, DAY)


ROWS = {
    # "that … , that … and that …"
    "Sudan and Ethiopia signed a protocol in Khartoum on Monday. The protocol states that farmers may cross the river "
    "until October, that both armies will pull back ten kilometres and that a joint police post will be set up.": (
        "farmers may cross the river until October",
        "both armies will pull back ten kilometres",
        "a joint police post will be set up",
    ),
    # clauses in a row without "that"
    "Bolivia and Chile initialled a declaration on Tuesday. According to the five-page text, neither country will arm "
    "its border posts, ships from both will be let into Arica, and a commission of engineers will survey the river.": (
        "neither country will arm its border posts",
        "ships from both will be let into Arica",
        "a commission of engineers will survey the river",
    ),
    # counted off behind a colon
    "Mali and the Coordination of Azawad Movements agreed to a truce on Monday. The truce will come in two stages: "
    "first, all roads will be opened to traders; second, fighters will return to barracks by July 1.": (
        "all roads will be opened to traders",
        "fighters will return to barracks by July 1",
    ),
    # sentences that go on about things, not parties
    "Cyprus and Lebanon signed an accord on Monday. Under the accord, both sides will share their maps. The line is to "
    "be drawn anew by a joint panel, and the United Nations will print the result.": (
        "both sides will share their maps",
        "The line is to be drawn anew by a joint panel",
        "the United Nations will print the result",
    ),
    # already carried out
    "Two engineers landed in Nicosia on Monday as part of a deal under which Ankara freed five Greek sailors and "
    "returned a research ship.": ("freed five Greek sailors", "returned a research ship"),
    # "while" the other side
    "Under the Rabat agreement, signed in May, Spain promised to open two crossings, while Morocco committed itself to "
    "take back its citizens.": ("open two crossings", "take back its citizens"),
    # the reporter's word on the whole
    "Qatar and Egypt agreed on Monday to reopen their embassies and resume flights within a month, ending four "
    "years of silence.": ("reopen their embassies", "resume flights within a month"),
    # the list of "It provides for:"
    "Kenya and Somalia reached an agreement in Djibouti on Monday. It provides for:\n\n- the return of all ships\n- "
    "a hotline between the navies\n\nReporters left.": ("the return of all ships", "a hotline between the navies"),
    # no points: what it is for, and what becomes of it
    "Fiji and Tonga signed a treaty on Monday to end the war over Minerva Reef. The treaty will be ratified by both "
    "parliaments in August.": (),
}  # fmt: skip


@pytest.mark.parametrize("text", ROWS)
def test_points(text: str) -> None:
    assert [point for agreement in told(text) for point in agreement.points] == list(ROWS[text])


NAMED = {
    "Togo and Benin signed a Treaty of Friendship and Good Neighbourliness in Lomé on Monday.": (
        "Treaty of Friendship and Good Neighbourliness",
        {"Togo", "Benin"},
        "2021-06-14",
    ),
    "Serbia and Kosovo agreed on a package on Tuesday. The six-point text, known as the Ohrid Agreement, obliges "
    "Serbia to open its archives and lift the embargo.": ("Ohrid Agreement", {"Serbia", "Kosovo"}, "2021-06-15"),
    "Under the EU-Mercosur agreement, reached in June 2019, tariffs on wine will fall.": (
        "EU-Mercosur agreement",
        {"European Union", "Mercosur"},
        "2019-06",
    ),
    "Oman signed a memorandum of understanding with Yemen on Monday.": (
        "memorandum of understanding",
        {"Oman", "Yemen"},
        "2021-06-14",
    ),
    # officers from two sides
    "The protocol was signed in Bern on Monday by three officers from Armenia and three from Azerbaijan.": (
        "protocol",
        {"Armenia", "Azerbaijan"},
        "2021-06-14",
    ),
    # the day of the sentence before, of the same two
    "Gabon and Equatorial Guinea ended their quarrel over Mbanié on Monday. President Ali Bongo of Gabon and President "
    "Teodoro Obiang of Equatorial Guinea signed an accord in Libreville.": (
        "accord",
        {"Gabon", "Equatorial Guinea"},
        "2021-06-14",
    ),
    # "the deal his envoys concluded"
    "Nepal's prime minister praised the border deal Nepal and India concluded in Delhi on Monday.": (
        "border deal",
        {"Nepal", "India"},
        "2021-06-14",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_names_parties_and_days(text: str) -> None:
    (found,) = told(text)
    name, parties, day = NAMED[text]
    assert (found.name, set(found.parties), found.day) == (name, parties, day)


@pytest.mark.parametrize(
    "text",
    [
        "Air Malta and Iberia signed a codeshare agreement on Monday. The agreement opens eleven routes.",
        "The minister spoke of the UN Convention on the Law of the Sea and of freedom of navigation.",
        "Governments are far from the goals of the Paris Agreement.",
        "A statement signed by Dr. Amina Bello, MP, and the secretary of the Jos Farmers Association asked for calm.",
        "The government of National Accord Hospital cut its staff.",
        "Two sides agreed in principle on the terms on which gas will reach Europe.",
    ],
)
def test_no_agreement(text: str) -> None:
    assert told(text) == []


def test_the_year_that_a_title_looks_beyond_is_not_its_date() -> None:
    (found,) = told("Kenya and Uganda adopted the Post-2030 Lake Victoria Framework on fishing in Kampala.")
    assert found.day == ""


def test_the_points_of_one_deal_are_told_once() -> None:
    (found,) = told(
        "Peru and Ecuador have signed a treaty that draws a border in the Cenepa valley.\n\nUnder the deal the line "
        "will run along the ridge, Ecuador will get a square kilometre of Tiwinza, and neither country will dig there."
    )
    assert found.points[1:] == ("Ecuador will get a square kilometre of Tiwinza", "neither country will dig there")


def test_what_another_noun_relates_to_is_no_point() -> None:
    (found,) = told(
        "Chad and Cameroon signed a declaration on Monday. The declaration does not mention the order by which a court "
        "in The Hague told Chad to leave the lake."
    )
    assert (found.parties, found.points) == ({"Chad", "Cameroon"}, ())


PEACE = "The peace agreement that was signed in Juba on 3 October 2020 has survived its first crisis."


def test_a_peace_deal_of_a_day_needs_no_names() -> None:
    assert [(one.name, one.day) for one in told(PEACE)] == [("peace agreement", "2020-10-03")]
    assert told(PEACE.replace("peace agreement", "lease agreement")) == []
    assert told("Backers of the Garoua Statement asked for a vote.") == []


def test_it_stipulates() -> None:
    (found,) = told(
        "Kosovo and Serbia signed a text in Ohrid on Monday. It stipulates that both will recognise diplomas, and that "
        "a joint office is to be opened in Mitrovica."
    )
    assert found.points == ("both will recognise diplomas", "a joint office is to be opened in Mitrovica")


RIGHT_AFTER = {
    "Iraq and Turkey agreed on Monday on an eight-point memorandum on Sinjar. Yazidi fighters are to leave the town by "
    "July 1. Both countries also undertook to rebuild the road.": (
        "Yazidi fighters are to leave the town by July 1",
        "rebuild the road",
    ),
    "Iceland and Greenland reached a deal on capelin on Monday. It gives Nuuk a quota of 8 percent and obliges both "
    "sides to share their data.": ("gives Nuuk a quota of 8 percent", "obliges both sides to share their data"),
}


@pytest.mark.parametrize("text", RIGHT_AFTER)
def test_what_is_told_right_after_the_signing(text: str) -> None:
    assert [point for one in told(text) for point in one.points] == list(RIGHT_AFTER[text])
