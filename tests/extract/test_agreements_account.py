"""The account of a deal: sentences after its making that tell what it holds without naming it, and where it ends."""

from datetime import date

import pytest

from read_text import read_agreements

DAY = date(2021, 6, 16)  # a Wednesday

POINTS = {
    # right after the making, in a paragraph of its own: duties, rights, things to be done, how things will be
    "Togo and Benin signed a border accord in Lomé on Monday.\n\n"
    "Togolese soldiers have until August 1 to leave the village. Benin keeps the wells on the hill. Nearly 300 "
    "monitors will watch the road for two years. Both sides are also to exchange prisoners.": (
        "Togolese soldiers have until August 1 to leave the village",
        "Benin keeps the wells on the hill",
        "Nearly 300 monitors will watch the road for two years",
        "exchange prisoners",
    ),
    "A truce between Israel and Hezbollah came into force on Tuesday. Hezbollah must move its men from the river. "
    "Refugees have the right to return, and those who fired on them are barred from the police.": (
        "Hezbollah must move its men from the river",
        "Refugees have the right to return",
        "those who fired on them are barred from the police",
    ),
    # it ends with news, a quote, talk of talks and the deal's own fate
    "Togo and Benin signed a border accord in Lomé on Monday. The road must be opened by May. The accord will be put "
    "to parliament. Benin's president was in Paris at the time.": ("The road must be opened by May",),
    "Togo and Benin signed a border accord in Lomé on Monday. The two presidents will meet again in May. Critics "
    "will say that it came late.": (),
    "Togo and Benin signed a border accord on Monday. It will be hard to keep, and drivers may have to wait.": (),
    # under a heading, and after "here is what"
    'Togo and Benin signed a border accord in Lomé on Monday, after a night of talks. "We are tired," said a guard.\n\n'
    "The most important points\n\n"
    "Lorries will pay one fee. Herders may cross at night. From May, both customs posts will stand under one roof.": (
        "Lorries will pay one fee",
        "Herders may cross at night",
        "From May, both customs posts will stand under one roof",
    ),
    # "it", and another part of the text
    "Togo and Benin signed a treaty on fishing in Lomé on Monday. It limits each fleet to forty boats and sets up a "
    "joint patrol. It also provides for a closed area, a common register and fines for poachers.": (
        "limits each fleet to forty boats",
        "sets up a joint patrol",
        "a closed area",
        "a common register",
        "fines for poachers",
    ),
    # rows of clauses in the present, and of what was settled
    "Under the Lomé accord, which Togo and Benin signed in May, the fee is halved, the bridge is reopened and drivers "
    "may stay for a week.": ("the fee is halved", "the bridge is reopened", "drivers may stay for a week"),
    "Japan and Peru talked about the past. Under the Peru-Japan Joint Declaration, the internment was ended, the farms "
    "were given back, and Lima promised to pay for the ships.": (
        "the internment was ended",
        "the farms were given back",
        "Lima promised to pay for the ships",
    ),
    # points after a colon, one between semicolons each
    "Togo and Benin signed a border accord in Lomé on Monday. The terms are as follows: all shooting will stop; the "
    "dam will be opened; two buses a day will run to Cotonou.": (
        "all shooting will stop",
        "the dam will be opened",
        "two buses a day will run to Cotonou",
    ),
    # what a reporter compares a point with is none of it
    "Togo and Benin signed a border accord on Monday. Lorries will pay a fee of nine euros, half of what Lomé had "
    "asked for.": ("Lorries will pay a fee of nine euros",),
    # as part of the deal
    "Togo and Benin signed a trade accord on Monday. As part of the accord, Benin will lower its duty on rice and "
    "scrap the one on salt.": ("lower its duty on rice", "scrap the one on salt"),
}


@pytest.mark.parametrize("text", POINTS)
def test_account(text: str) -> None:
    assert [point for one in read_agreements(text, DAY) for point in one.points] == list(POINTS[text])


MADE = {
    "U.S. President Joe Biden and South Korean President Yoon Suk-yeol signed a security pact in Seoul on Monday.": (
        "security pact",
        {"United States", "South Korea"},
        "2021-06-14",
    ),
    "Togo and Benin ended their quarrel on Tuesday by signing an accord in Lomé.": (
        "accord",
        {"Togo", "Benin"},
        "2021-06-15",
    ),
    "Switzerland and Norway concluded their negotiations on a new package of agreements on Monday.": (
        "package of agreements",
        {"Switzerland", "Norway"},
        "2021-06-14",
    ),
    "Israel and Lebanon on Monday sealed a historic U.S.-brokered accord on their sea border.": (
        "accord on their sea border",
        {"Israel", "Lebanon"},
        "2021-06-14",
    ),
    "Togo and Benin signed a memorandum of understanding on Monday.": (
        "memorandum of understanding",
        {"Togo", "Benin"},
        "2021-06-14",
    ),
    "The armies of Togo and Benin said in a joint statement on Monday that they would stop shooting at night.": (
        "joint statement",
        {"Togo", "Benin"},
        "2021-06-14",
    ),
}


@pytest.mark.parametrize("text", MADE)
def test_making(text: str) -> None:
    (one,) = read_agreements(text, DAY)
    assert (one.name, one.parties, one.day) == MADE[text]


def test_main_pair_of_the_report() -> None:
    about = " ".join(
        f"Guyana and Venezuela quarrel over field {n}. Guyana says so. Venezuela denies it." for n in range(5)
    )
    (one,) = read_agreements(f"{about} Brazil looks on. The agreement of June 14 is to end that.", DAY)
    assert (one.day, one.parties) == ("2021-06-14", {"Guyana", "Venezuela"})


NONE = [
    "A joint statement by the three clubs said that they would play on Monday.",
    "Togo said in a joint statement with its banks that prices would fall.",
    "The insurer and the airline reached an agreement on Monday. Passengers will be paid within a week.",
    "For the treaty to come into force, sixty states have to ratify it.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert read_agreements(text, DAY) == []
