"""What looks like an ask and is none, and where what is asked begins and ends."""

from datetime import date

import pytest

from read_text import read_asks

DAY = date(2021, 6, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Turkey urged its citizens to leave Libya.",
        "President Putin ordered troops to hold their fire.",
        "Israel's cabinet told the army to prepare.",
        "A British minister told Reuters that the grain must be let out of Odesa.",
        "The commander told state television that the border should be closed.",
        "Iran insists on its right to a fuel cycle.",
        "The embassy of Japan called on all travellers to register.",
    ],
)
def test_home_and_press_are_not_asked(text: str) -> None:
    assert read_asks(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel ordered Gaza's hospitals to move, and told Hamas to free them.", "free them"),
        ("Kosovo insists on independence from Serbia.", "independence from Serbia"),
        ("Cuba offered to host the talks and Norway welcomed it.", "host the talks"),
        (
            "Greece urged Turkey to avoid a mistake when the two discuss the shelf and warned that it would act.",
            "avoid a mistake when the two discuss the shelf",
        ),
        ("The United Nations launched an appeal for $40 million to help Malawi.", "$40 million to help Malawi"),
        ("Peru demanded his extradition to face charges of fraud.", "his extradition to face charges of fraud"),
        ("Biden invited Modi to Washington for a state visit in June.", "Washington for a state visit in June"),
        ("Norway has invited its Swedish counterpart to the town of Bergen, to work out a plan.", "the town of Bergen"),
        ("On security, Poland insisted on more troops.", "more troops"),
        ("Oman proposed that the talks move to Muscat, where it had hosted them before.", "the talks move to Muscat"),
        ("Iran invited the Emir to a summit, which opens in Shiraz in May.", "a summit"),
    ],
)
def test_what_is_asked_ends_where_the_next_thing_begins(text: str, expected: str) -> None:
    assert expected in [line[2] for line in read_asks(text, DAY)], read_asks(text, DAY)


def test_each_of_several_things_is_an_ask_of_its_own() -> None:
    asks = read_asks("Colombia asked Venezuela for the names, the dates and the routes.", DAY)
    assert [line[2] for line in asks] == ["the names", "the dates", "the routes"]


def test_who_does_the_next_thing_is_not_asked() -> None:
    assert read_asks("Cuba offered to host the talks and Norway welcomed it.", DAY)[0][1] == ""


def test_also_goes_on_with_who_asked_before() -> None:
    text = "Pope Francis appealed to Kyiv to keep the truce. “He also urges Moscow to free the crew,” a spokesman said."
    assert [line[2] for line in read_asks(text, DAY) if line[0] == "Francis"] == ["keep the truce", "free the crew"]


def test_whoever_is_only_named_does_not_hide_the_party_of_those_who_speak() -> None:
    text = (
        "“We call on Chad to free the crew,” said Josep Borrell, the European Union's foreign policy chief, and Jon Fe."
    )
    assert [line[0] for line in read_asks(text, DAY)] == ["European Union"]


def test_those_refusing_answer_nothing() -> None:
    text = "Sudan urged Chad to help bring in those refusing to accept the deal."
    assert read_asks(text, DAY)[0][3] == "open"
