"""Agreements whose name, makers, day and points stand at different places of a report."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)  # a Wednesday

CHAD = (
    "Chad's army and the rebel Front for Change signed a declaration on Monday night in which they promise to spare "
    "villages and free captives. A truce is no closer.\n\nThe Doha Declaration, as the four-page text is called, was "
    "signed by Colonel Idriss Mahamat for the army and General Oumar Hissein for the Front for Change.\n"
)
MUSCAT = (
    "In Muscat on Monday Yemen's government and the Houthis reached agreement on a text that replaces an old one. The "
    "Muscat Framework, as they have christened it, says that:\n\n- ships that carry food will pass without a search;\n"
    "- salaries will be paid from port fees;\n- twenty elders can object to a search.\n\nThe government welcomed it.\n"
)
OSLO = (
    "Under the Oslo Agreement, as diplomats were calling it, the vote will take place in May, the army will be put "
    "under one command, and monitors from the African Union will be let in. Each side may name its own judges.\n"
)
TRUCE = (
    "The accord goes by the plain name of Long-Term Truce Agreement, takes effect at midnight, and is to last a month. "
    "Under it the parties will halt raids and shelling, leave the schools, mend the wells and open two roads to food "
    "lorries.\n"
)
BOUND = (
    "The Doha Declaration, which the two sides signed on June 4, bound them to spare civilians; by the count of a "
    "union, ten clinics have been hit since.\n"
)
PART = (
    "The Timor Protocol was on the table. The protocol, signed in March 2018 as part of the Darwin Treaty, was meant "
    "to keep the sea lanes open.\n"
)


def _told(text: str) -> dict[str, tuple[set[str], str, tuple[str, ...]]]:
    _, found, names = read_text(text, DAY)
    return {
        one.name: (
            {names[key] for key in one.parties},
            one.date.edtf if one.date else "",
            tuple(point.text for point in one.provisions),
        )
        for one in found.agreements
    }


def test_one_signed_without_its_name_and_named_farther_on() -> None:
    assert _told(CHAD) == {
        "Doha Declaration": ({"Chad", "Front for Change"}, "2021-06-14", ("spare villages", "free captives"))
    }


def test_name_in_an_aside_and_a_list_of_what_it_says() -> None:
    assert _told(MUSCAT) == {
        "Muscat Framework": (
            {"Yemen", "Houthis"},
            "2021-06-14",
            (
                "ships that carry food will pass without a search",
                "salaries will be paid from port fees",
                "twenty elders can object to a search",
            ),
        )
    }


def test_clauses_in_a_row_are_points_each() -> None:
    parties, _, points = _told(OSLO)["Oslo Agreement"]
    assert points == (
        "the vote will take place in May",
        "the army will be put under one command",
        "monitors from the African Union will be let in",
        "Each side may name its own judges",
    )
    assert parties == set()  # whose monitors are let in is no party


def test_under_it() -> None:
    assert _told(TRUCE)["Long-Term Truce Agreement"][2] == (
        "halt raids and shelling",
        "leave the schools",
        "mend the wells",
        "open two roads to food lorries",
    )


def test_a_sentence_after_a_semicolon_is_no_point() -> None:
    assert _told(BOUND)["Doha Declaration"][1:] == ("2021-06-04", ("spare civilians",))


def test_signed_as_part_of_another() -> None:
    told = _told(PART)
    assert {name: day for name, (_, day, _) in told.items()} == {
        "Timor Protocol": "2018-03",
        "Darwin Treaty": "2018-03",
    }


@pytest.mark.parametrize(
    ("text", "name", "parties", "day"),
    [
        ("The Ankara Pact (1930) ended the claims of both sides.", "Ankara Pact", set(), "1930"),
        (
            "He recalled the joint declaration that President Anwar Sadat and Prime Minister Menachem Begin signed in "
            "Washington in 1978.",
            "joint declaration",
            {"Egypt", "Israel"},
            "1978",
        ),
        (
            "On Friday Kosovo's Albin Kurti and Serbia's Aleksandar Vucic formally adopted the Ohrid Framework in a "
            "hotel by the lake.",
            "Ohrid Framework",
            {"Kosovo", "Serbia"},
            "2021-06-11",
        ),
    ],
)
def test_its_day_beside_it(text: str, name: str, parties: set[str], day: str) -> None:
    assert _told(text + "\n")[name][:2] == (parties, day)


def test_a_name_in_an_aside_does_not_reach_back_to_a_deal_of_another_day() -> None:
    told = _told(
        "Niger and Mali signed an accord on Monday. The Tahoua Pact, as herders call it, was signed by both in 2009.\n"
    )
    assert told["Tahoua Pact"][1] == "2009"
    assert told["accord"][1] == "2021-06-14"
