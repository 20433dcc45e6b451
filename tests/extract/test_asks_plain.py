"""Asks and answers as agencies tell them: wishes that ask for nothing, a party's own people, per cent, half offers."""

from datetime import date

import pytest

from read_text import read_asks

DAY = date(2021, 6, 16)
TALKS = "Talks between Kyiv and Moscow resumed on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        TALKS + "Ukraine's president said his country wanted a deal.",
        TALKS + "Russia seeks good relations with its neighbours.",
        "Pakistan's president asked his cabinet to prepare a reply.",
        "Georgia's prime minister urged his party to back the pact with Russia.",
        "Iran called on its negotiators to return.",
    ],
)
def test_hopes_and_orders_at_home_are_no_asks(text: str) -> None:
    assert read_asks(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TALKS + "Ukraine wants a deal on grain.", "a deal on grain"),
        (TALKS + "Moscow has offered 23%, and Kyiv said it would study the figure.", "23%"),
        ("Moscow offered Kyiv a rebate of 15%.", "a rebate of 15%"),
        ("Ireland has insisted on a fund to compensate fishermen.", "a fund to compensate fishermen"),
        ("Norway asked Sudan for grain and medicine for the camps.", "grain and medicine for the camps"),
        ("Serbia asked Kosovo to free its ministers.", "free its ministers"),
    ],
)
def test_what_is_asked_is_whole(text: str, expected: str) -> None:
    assert [asked for _, _, asked, _ in read_asks(text, DAY)] == [expected]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Kabul has called on the Taliban to reopen the roads into Kunduz. The Taliban have offered to reopen only "
            "two roads.",
            "partial",
        ),
        (
            "The European Union has asked Serbia to set up a court for war crimes. Belgrade has agreed to create the "
            "court by June.",
            "accepted",
        ),
        ("Serbia asked Kosovo to set up a commission. Pristina will not create the commission.", "refused"),
        ("France asked Mali to hold elections. Bamako said it would hold the elections in May.", "accepted"),
        ("Armenia urged Russia to protect the convoy. Moscow rejected criticism of the peacekeepers.", "open"),
        (
            "Armenia urged Russia to protect the convoy. Moscow dismissed the accusations against the peacekeepers.",
            "open",
        ),
        (
            "Egypt demanded that Ethiopia sign an accord before it fills the dam. Its minister said filling "
            "would go ahead.",
            "open",
        ),
        ("Norway proposed to Sudan a meeting on aid. Khartoum said it would consider it.", "open"),
    ],
)
def test_plain_answers(text: str, answer: str) -> None:
    assert read_asks(text, DAY)[0][3] == answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials said Kenya had rejected a Somali proposal to move the border posts. It also refused a Ugandan "
            "request for a meeting in Kampala.",
            ("Uganda", "Kenya", "a meeting in Kampala", "refused"),
        ),
        (
            "Poland asked Germany to share its flight data. Berlin refused. Poland also requested that a hotline be "
            "set up.",
            ("Poland", "Germany", "a hotline be set up", "open"),
        ),
        (
            "Cairo has asked Libya to close the camp. Libya has agreed to close it by May. Egypt also demanded changes "
            "to the rules on visas.",
            ("Egypt", "Libya", "changes to the rules on visas", "open"),
        ),
    ],
)
def test_also_goes_on_with_the_same_addressee(text: str, expected: tuple[str, str, str, str]) -> None:
    assert read_asks(text, DAY)[-1] == expected
