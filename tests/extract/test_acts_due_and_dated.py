"""Acts due, eased or broken off, and days that a parser hangs from the wrong word."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)
Row = tuple[str, str, list[str], str | None]
Reader = Callable[[str], list[Row]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """Reads one text as a report of 16 June 2021; gives type, status, parties and day of its acts."""

    def find(text: str) -> list[Row]:
        _, found, names = read_text(text, DAY)
        return [(a.type, a.status, [names[k] for k in a.sources], a.when.edtf if a.when else None) for a in found.acts]

    return find


TOLD = [
    ("Turkey waived health checks on Greek lorries.", ("CONCEDE", "happened", ["Turkey"], None)),
    (
        "Australia is suspending its complaint against China at the World Trade Organization.",
        ("CONCEDE", "happened", ["Australia"], None),
    ),
    ("The European Commission will let the proceedings rest.", ("CONCEDE", "planned", ["European Union"], None)),
    ("Brazil suspended that decision in November 2019.", ("CONCEDE", "happened", ["Brazil"], "2019-11")),
    (
        "The EU's member states approved the text without a vote on Monday.",
        ("SUPPORT", "happened", ["European Union"], "2021-06-14"),
    ),
    (
        "The two sides opened talks in Oslo in March 2020, and Colombia broke them off two months later.",
        ("REJECT", "happened", ["Colombia"], "2020-05"),
    ),
    (
        "Boris Johnson is to meet the five parties at Stormont on Friday.",
        ("CONSULT", "planned", ["United Kingdom"], "2021-06-18"),
    ),
    ("Chad asked Sudan to name an envoy.", ("REQUEST", "happened", ["Chad"], None)),
    (
        "Talks between Sudan and Ethiopia are to be held in Addis Ababa on June 29.",
        ("CONSULT", "planned", ["Sudan", "Ethiopia"], "2021-06-29"),
    ),
    (
        "The next round of talks between Iran and the United States should open in Vienna on Sunday.",
        ("CONSULT", "planned", ["Iran", "United States"], "2021-06-20"),
    ),
    (
        "Talks between Serbia and Kosovo that were to open in Brussels on Tuesday have been put off.",
        ("CONSULT", "cancelled", ["Serbia", "Kosovo"], "2021-06-15"),
    ),
    (
        "Blinken and Lavrov, whose meeting in Reykjavik on May 19 had prepared the ground, spoke again.",
        ("CONSULT", "happened", ["United States", "Russia"], "2021-05-19"),
    ),
]


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_what_is_due_eased_or_broken_off(read: Reader, text: str, row: Row) -> None:
    assert row in read(text)


NAMELESS = [
    ("A conference of donors is to be held in Paris on June 29.", ("CONSULT", "planned", [], "2021-06-29")),
    ("The joint committee is to meet again in July.", ("CONSULT", "planned", [], "2021-07")),
    ("The Ohrid protocol was signed in 2014.", ("SUPPORT", "happened", [], "2014")),
]


@pytest.mark.parametrize(("text", "row"), NAMELESS)
def test_nobody_named_in_news_of_a_negotiation(read: Reader, text: str, row: Row) -> None:
    assert row in read(f"Serbia and Kosovo signed an agreement in Brussels. {text}")
    assert row not in read(text)


DATED = [
    ("Drone strikes hit the outskirts of Tripoli on Monday.", "ASSAULT", "2021-06-14"),
    (
        "The envoys of Iran met in Rome on Monday. That evening some 500 people rallied in front of the parliament.",
        "PROTEST",
        "2021-06-14",
    ),
    (
        "He flew home from Vienna, where Lavrov had met his Turkish counterpart, Mevlut Cavusoglu, on June 2.",
        "CONSULT",
        "2021-06-02",
    ),
    (
        "Envoys of Chad and Sudan signed an agreement on the release of prisoners in Doha on Monday.",
        "SUPPORT",
        "2021-06-14",
    ),
    (
        "At the Hofburg in Vienna on Monday Boris Johnson and Emmanuel Macron signed a treaty on fishing.",
        "SUPPORT",
        "2021-06-14",
    ),
    ("Egypt and Ethiopia signed an accord on elections in Khartoum in 2022.", "SUPPORT", None),
    ("Norway signed the accord, which it had rejected in a letter from Oslo on Monday.", "SUPPORT", None),
]


@pytest.mark.parametrize(("text", "type_", "day"), DATED)
def test_day_hung_from_the_wrong_word(read: Reader, text: str, type_: str, day: str | None) -> None:
    assert [row[3] for row in read(text) if row[0] == type_] == [day]


def test_the_day_is_no_part_of_the_name_after_it(read: Reader) -> None:
    text = (
        "At the palace in Vienna on Monday Aleksandar Vucic and Ursula von der Leyen, the president of the European "
        "Commission, reached agreement on a text that replaces the Brussels accord."
    )
    assert ("AGREE", "happened", ["Serbia", "European Union"], "2021-06-14") in read(text)


def test_who_wants_no_name_printed_asks_for_nothing(read: Reader) -> None:
    text = "An official who asked not to be named said that Chad had left the talks with Sudan."
    assert all(row[0] != "REQUEST" for row in read(text))
