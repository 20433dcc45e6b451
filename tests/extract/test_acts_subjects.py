"""What an act is about, in the words of the report: whole quotations, and no phrase that tells where or how."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text
from verbale.model import span_with_marks

DAY = date(2021, 6, 16)
Reader = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """The acts of one text, read as a report of 16 June 2021: type and what each is about."""

    def find(text: str) -> list[tuple[str, str]]:
        return [(act.type, act.subject) for act in read_text(text, DAY)[1].acts]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "In addition, Chadian forces killed nine rebels near Faya.",
        "Nine Malian soldiers were killed in an ambush near Gao.",
        "Some 200 miners protested in front of the parliament in Accra.",
        "Kenyan and Somali troops clashed in a disputed part of the desert.",
    ],
)
def test_where_and_how_a_deed_was_done_is_not_what_it_is_about(read: Reader, text: str) -> None:
    (act,) = read(text)
    assert act[1] == ""


def test_what_stands_after_in_favour_of_is_what_the_act_is_about(read: Reader) -> None:
    assert ("SUPPORT", "a ceasefire") in read("Norway argued in favour of a ceasefire.")


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (
            'He called it an "alliance of the shore" on Monday.',
            'an "alliance of the shore',
            'an "alliance of the shore"',
        ),
        ("She asked for “a road to peace,” he said.", "“a road to peace", "“a road to peace,”"),
        ("Peru accused it of “turning its back” on the fishermen.", "turning its back” on", "“turning its back” on"),
        ("They signed with the front (FRUD) on Monday.", "the front (FRUD", "the front (FRUD)"),
        ("They left “the room” early.", "the room", "the room"),
    ],
)
def test_a_quotation_is_not_cut_of_its_mark(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    assert span_with_marks(text, start, start + len(words)).text == whole


def test_what_is_asked_ends_with_its_quotation(read: Reader) -> None:
    assert ("REQUEST", 'release the crew "without delay."') in read(
        'Japan urged Russia to release the crew "without delay."'
    )
