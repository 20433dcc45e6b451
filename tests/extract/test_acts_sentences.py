"""Acts of single sentences: type, who, whom, status, and what is no act at all."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text
from verbale.model import Act, Findings, check_span

DAY = date(2021, 6, 16)


@pytest.fixture(scope="module")
def read() -> Callable[[str], tuple[Findings, dict[str, str]]]:
    """Reads one text as a report of 16 June 2021; gives its findings and the actors' names by key."""

    def find(text: str) -> tuple[Findings, dict[str, str]]:
        _, found, names = read_text(text, DAY)
        for act in found.acts:
            for span in (*act.evidence, act.trigger):
                check_span(text, span)
        return found, names

    return find


def _named(act: Act, names: dict[str, str]) -> tuple[str, str, list[str], list[str]]:
    return act.type, act.status, [names[k] for k in act.sources], [names[k] for k in act.targets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine and Turkey held talks in Istanbul on Monday.",
            ("CONSULT", "happened", ["Ukraine", "Turkey"], []),
        ),
        (
            "Norway mediated between Sudan and South Sudan.",
            ("SUPPORT", "happened", ["Norway"], ["Sudan", "South Sudan"]),
        ),
        ("Cuba agreed to release the sailors.", ("AGREE", "happened", ["Cuba"], [])),
        ("Britain was accused by Spain of moving the border.", ("ACCUSE", "happened", ["Spain"], ["United Kingdom"])),
        ("Chile expelled the Venezuelan ambassador.", ("SANCTION", "happened", ["Chile"], ["Venezuela"])),
        ("Egypt and Sudan will meet in Khartoum next week.", ("CONSULT", "planned", ["Egypt", "Sudan"], [])),
        ("Poland did not threaten Belarus.", ("THREATEN", "denied", ["Poland"], ["Belarus"])),
        ("Israel released 26 Palestinian prisoners.", ("RETREAT", "happened", ["Israel"], ["Palestine"])),
        ("Thai soldiers shelled a Cambodian village.", ("ASSAULT", "happened", ["Thailand"], ["Cambodia"])),
        ("Georgia banned Russian ships from its ports.", ("REJECT", "happened", ["Georgia"], ["Russia"])),
        ("Peru vowed to retaliate against Ecuador.", ("THREATEN", "happened", ["Peru"], ["Ecuador"])),
    ],
)
def test_who_did_what_to_whom(
    read: Callable[[str], tuple[Findings, dict[str, str]]],
    text: str,
    expected: tuple[str, str, list[str], list[str]],
) -> None:
    found, names = read(text)
    assert expected in [_named(act, names) for act in found.acts], [_named(act, names) for act in found.acts]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark beat Finland in the opening match of the tournament.",
        "The bakery in Vienna agreed to cut its prices.",
        "Shares in Tokyo retreated after a three-day rally.",
        "The Austrian army attacked Serbia in 1914.",
        "The tenor cancelled his concert in Milan.",
        "Critics attacked the director's latest film.",
        "The new factory in Ghana will meet demand for cement.",
    ],
)
def test_no_act_where_nobody_negotiates(read: Callable[[str], tuple[Findings, dict[str, str]]], text: str) -> None:
    found, names = read(text)
    assert not found.acts, [_named(act, names) for act in found.acts]


def test_what_is_asked_is_not_told_as_done(read: Callable[[str], tuple[Findings, dict[str, str]]]) -> None:
    found, _ = read("Japan urged Russia to withdraw its troops from Ukraine.")
    assert [act.type for act in found.acts] == ["REQUEST"]


def test_three_things_asked_are_three_asks(read: Callable[[str], tuple[Findings, dict[str, str]]]) -> None:
    found, _ = read(
        "Kenya ignored Somalia's requests to cooperate on fishing or for a border survey and a joint patrol."
    )
    subjects = [act.subject for act in found.acts if act.type == "REQUEST"]
    assert subjects == ["cooperate on fishing", "a border survey", "a joint patrol"]


def test_an_act_told_by_a_speaker_is_claimed(read: Callable[[str], tuple[Findings, dict[str, str]]]) -> None:
    found, _ = read("Armenia shelled two villages, Azerbaijan's defence ministry said.")
    shelled = [act for act in found.acts if act.type == "ASSAULT"]
    assert shelled and shelled[0].claimed_by in {statement.id for statement in found.statements}


def test_mentions_of_one_meeting_are_one_act(read: Callable[[str], tuple[Findings, dict[str, str]]]) -> None:
    found, _ = read("Serbia and Kosovo held talks in Brussels on Monday. The talks ended without a deal.")
    talks = [act for act in found.acts if act.type == "CONSULT"]
    assert len(talks) == 1
    assert talks[0].outcome == "none"
    assert talks[0].place == "Brussels"
    assert len(talks[0].evidence) == 2


def test_the_same_text_gives_the_same_acts(read: Callable[[str], tuple[Findings, dict[str, str]]]) -> None:
    text = "Qatar invited Chad's rebels to Doha. They accepted the invitation."
    assert read(text)[0] == read(text)[0]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "(" * 3000, "Iran, " * 800, "and the talks with " * 600])
def test_hostile_text_is_read_without_a_fault(
    read: Callable[[str], tuple[Findings, dict[str, str]]], text: str
) -> None:
    found, _ = read(text)
    assert isinstance(found.acts, tuple)
