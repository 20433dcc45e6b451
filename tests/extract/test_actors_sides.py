"""The two sides of a report: who deals with whom; hosts and mediators are no side."""

import pytest
from test_actors_roles import meant

OMAN = (
    "Talks between Iran and Saudi Arabia began in Muscat on Sunday. Oman, which has mediated since 2021, "
    "received the Saudi envoys first. Oman and Saudi Arabia signed a customs paper there. Iran sent a deputy minister. "
    "Saudi Arabia asked for more time. Iran called for a date. On Monday Oman handed a draft to the Saudis. "
)
GREECE = (
    "Talks between Greece and Turkey began in Ankara. Greece wants a line in the sea; Turkey wants the gas under it. "
    "Greece and Turkey have quarrelled for years. Germany and Greece agreed on a loan. Turkey sent a ship. "
)
GUATEMALA = (
    "President Jimmy Rosales of Guatemala accused Belize of firing on his coastguards. Prime Minister Paul Carter of "
    "Belize accused Guatemala of a lie. Mexico's President Andres Lozano offered to host talks between Guatemala and "
    "Belize. "
)
JAPAN = (
    "Japan and South Korea fell out over export controls. Japan accused South Korea of a breach. South Korea accused "
    "Japan of revenge. "
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (OMAN + "It said both delegations would stay.", "both delegations", {"Iran", "Saudi Arabia"}),
        (OMAN + "Neither side would speak of a date.", "Neither side", {"Iran", "Saudi Arabia"}),
        (GREECE + "Rome has its own plans. The two sides will meet again.", "The two sides", {"Greece", "Turkey"}),
        (GREECE + "Fishermen on both sides of the strait are afraid.", "both sides", set()),
        (GUATEMALA + "Neither man took the call.", "Neither man", {"Jimmy Rosales", "Paul Carter"}),
        (GUATEMALA + "The two leaders shook hands.", "The two leaders", {"Jimmy Rosales", "Paul Carter"}),
        (JAPAN + "Neither has given way.", "Neither", {"Japan", "South Korea"}),
        (JAPAN + "Both political parties cheered.", "Both political parties", set()),
        (
            "The Rail Union and Southern Trains resumed talks on Monday. Southern Trains and the Rail Union had talked "
            "until dawn. The mayor urged both sides to hurry.",
            "both sides",
            {"Rail Union", "Southern Trains"},
        ),
        (
            "Airbus and Boeing have sued each other for years. The two companies would not comment.",
            "The two companies",
            {"Airbus", "Boeing"},
        ),
        (
            "Norway hosted the talks between Colombia and the ELN. Colombian negotiators landed in Oslo on Friday. "
            "They told their hosts that they would stay.",
            "their hosts",
            {"Norway"},
        ),
    ],
)
def test_sides(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


def test_who_is_named_together_just_now_comes_before_the_sides_of_the_report() -> None:
    text = JAPAN + "Egypt and Cyprus signed a treaty on Friday. The two sides had talked for a year."
    assert meant(text, "The two sides")[0] == {"Egypt", "Cyprus"}


def test_an_office_at_the_head_of_a_state_has_one_holder() -> None:
    text = (
        "Serbian President Milan Petrov met Kosovo's prime minister, Agim Berisha. Petrov and Berisha talked for an "
        "hour, an aide to the Serbian president said."
    )
    assert meant(text, "the Serbian president")[0] == {"Milan Petrov"}
