"""What is no act, or not one that has happened: `tests/cases/acts-none.txt`, and the constructions that mislead."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from read_text import read_text
from verbale.model import Findings

DAY = date(2021, 6, 16)
NONE = Path(__file__).parent.parent / "cases" / "acts-none.txt"
Reader = Callable[[str], tuple[Findings, dict[str, str]]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """Reads one text as a report of 16 June 2021; gives its findings and the actors' names by key."""

    def find(text: str) -> tuple[Findings, dict[str, str]]:
        _, found, names = read_text(text, DAY)
        return found, names

    return find


def _told(read: Reader, text: str) -> list[str]:
    return [f"{act.type} {act.status}" for act in read(text)[0].acts]


def test_hardly_an_act_where_there_is_none(read: Reader) -> None:
    lines = [line for line in NONE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = {line: told for line in lines if (told := _told(read, line))}
    assert len(lines) >= 100
    assert len(found) <= 1, found


# Asked, hoped, thought of, told to the press, or only said not to be there.
NOT_TOLD = [
    ("Will Chad sign the treaty with Libya?", "SUPPORT"),
    ("Do you support Sudan's accession to the pact?", "SUPPORT"),
    ("Kenya's foreign minister held a news conference in Nairobi.", "CONSULT"),
    ("The Peruvian president met with reporters in Lima.", "CONSULT"),
    ("The presidents of Chad and Libya parted without signing the accord.", "SUPPORT"),
    ("A scholar at the university in Accra agreed that Togo would gain little.", "AGREE"),
    ("A blaze at the port of Beirut killed eleven people.", "ASSAULT"),
    ("Jordan's king was briefed on the plan.", "CONSULT"),
    ("Uganda's foreign ministry released a statement on Friday.", "AGREE"),
    ("The Five Rivers Initiative is paid for by Estonia.", "REQUEST"),
    ("The clinics have run out of drugs, a nurse in Lusaka warned.", "THREATEN"),
    ("Chile's president was met with boos in Temuco.", "CONSULT"),
    ("Peru's lawmakers voted for a new president.", "SUPPORT"),
    ("Nepal's prime minister has undertaken a reform of the courts.", "AGREE"),
]


@pytest.mark.parametrize(("text", "type_"), NOT_TOLD)
def test_not_told_as_an_act(read: Reader, text: str, type_: str) -> None:
    assert type_ not in {told.split()[0] for told in _told(read, text)}


NOT_DONE = [
    ("Oman hopes that Yemen will sign the truce.", "happened"),
    ("Much depends on how Serbia cooperates with Kosovo.", "happened"),
    ("Strengthening its ties with Angola is Zambia's first aim.", "happened"),
    ("Iraq should resist the pressure from Turkey.", "happened"),
    ('"Release the hostages now!" Israel\'s president said.', "happened"),
    ("Egypt and Sudan stressed the need for reaching an agreement.", "happened"),
]


@pytest.mark.parametrize(("text", "status"), NOT_DONE)
def test_not_told_as_done(read: Reader, text: str, status: str) -> None:
    deeds = [told for told in _told(read, text) if not told.startswith(("REQUEST", "AGREE happened"))]
    assert all(not told.endswith(status) for told in deeds), deeds


def test_what_a_participle_says_it_led_to_is_done(read: Reader) -> None:
    text = "Ethiopia and Somaliland signed a memorandum in January, prompting Somalia to recall its ambassador."
    assert "SANCTION happened" in _told(read, text)


def test_what_somebody_was_forced_to_do_is_done(read: Reader) -> None:
    assert "RETREAT happened" in _told(read, "The protests forced Sudan's prime minister to resign.")


def test_a_threat_on_a_condition_is_made(read: Reader) -> None:
    assert "THREATEN happened" in _told(read, "Iran will respond with force if Israel strikes its ports.")


def test_what_is_said_now_is_done_on_the_day_it_is_said(read: Reader) -> None:
    found, _ = read("Armenia will not accept the map, the Armenian prime minister said on Monday.")
    assert [act.when.edtf if act.when else None for act in found.acts if act.type == "REJECT"] == ["2021-06-14"]


def test_a_time_in_front_holds_of_all_that_is_joined(read: Reader) -> None:
    found, _ = read("On Monday twelve ships left, and Ukraine and Turkey agreed on a plan for more.")
    assert [act.when.edtf if act.when else None for act in found.acts if act.type == "AGREE"] == ["2021-06-14"]


def test_a_deed_named_once_more_is_one(read: Reader) -> None:
    text = (
        "Russia's invasion of Georgia shocked the region. Poland spoke of it too. Russia's invasion of Georgia goes on."
    )
    found, _ = read(text)
    assert [len(act.evidence) for act in found.acts if act.type == "ASSAULT"] == [2]


def test_an_accords_name_is_no_place(read: Reader) -> None:
    found, _ = read("Mali's government pulled out of the Algiers accord in January.")
    assert {act.place for act in found.acts} == {None}


def test_an_office_of_nobody_knows_where_is_no_party_by_that_name(read: Reader) -> None:
    found, names = read("The Prime Minister invited opposition leader Ana Ruiz to the talks on Monday.")
    assert [act.type for act in found.acts] == ["REQUEST"]
    assert "Minister" not in names.values()
