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
        "share their maps",
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
