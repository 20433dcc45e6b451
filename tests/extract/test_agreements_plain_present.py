"""Points in the plain present: after "Under the text", amid the account of a deal, and under a header that counts."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)

POINTS = {
    "Chad and Libya signed the text on Monday. Under the nine-point text Chad hands over the Bardai district by "
    "November 15. A corridor will link the oasis with Libya. Algeria sends 1,960 soldiers for five years. All "
    "prisoners are to be exchanged, and displaced people go home under the eye of monitors.": [
        "Chad hands over the Bardai district by November 15",
        "A corridor will link the oasis with Libya",
        "Algeria sends 1,960 soldiers for five years",
        "All prisoners are to be exchanged",
        "displaced people go home under the eye of monitors",
    ],
    "Chad and Libya yesterday signed an agreement to cease hostilities. Interior minister Ahmed Abba signed for Chad "
    "and Omar Bashir for Libya. The truce begins on Tuesday at 6 am. The rebels have three weeks to assemble at two "
    "places. Algeria is to feed them and Niger to protect them. Neither side may recruit.": [
        "The truce begins on Tuesday at 6 am",
        "The rebels have three weeks to assemble at two places",
        "Algeria is to feed them and Niger to protect them",
        "Neither side may recruit",
    ],
    "Chad and Libya signed a peace accord on Monday.\n\nThe particulars were agreed in Niamey on Sunday. Ten "
    "thousand fighters, if there are so many, will live in seven camps. The army keeps to its barracks.": [
        "Ten thousand fighters, if there are so many, will live in seven camps",
        "The army keeps to its barracks",
    ],
    "Chad and Libya reached a customs agreement on Monday.\n\nThe two changes\n\nChad stays in the customs union, but "
    "applies the code of Libya at its airports.\n\nGoods brought into Chad pay the tariff of Libya.": [
        "Chad stays in the customs union, but applies the code of Libya at its airports",
        "Goods brought into Chad pay the tariff of Libya",
    ],
    # news of the day in the present tense, in a paragraph of its own or right after the making
    "Chad and Libya signed a border accord on Monday.\n\nChad sends its athletes to the games in Paris.\n\nOil prices "
    "rise every week. The fishermen of the lake sell their catch in Niger.": [],
    "Chad and Libya signed a border accord on Monday. The road must be opened by May. Analysts doubt that it lasts. "
    "The market thinks little of it.": ["The road must be opened by May"],
}


@pytest.mark.parametrize(("text", "points"), POINTS.items())
def test_points(text: str, points: list[str]) -> None:
    _, found, _ = read_text(text, DAY)
    assert [point.text for one in found.agreements for point in one.provisions] == points
