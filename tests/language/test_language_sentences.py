"""Sentences: what ends one and what does not."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from verbale.language.pieces import pieces
from verbale.model import Report

Read = Callable[[str], Doc]


def sentences(doc: Doc) -> list[str]:
    return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Abdel Fattah al-Burhan met Lt. Gen. Dagalo in Jeddah on Jan. 7.",
        "The U.S. delegation, led by Amb. Joseph Yun, left the U.N. at 5 p.m. Thursday.",
        "The deal (it has nine points. Two are secret.) was signed in Juba.",
        "The minister hesitated ... then shook hands with his rival.",
        "Sen. John F. Baker wrote to Prof. A. B. Haddad about St. Lucia.",
        "Resolution No. 2231 was adopted in New York vs. the wishes of Israel.",
        '"We are ready," he said, "if they are."',
    ],
)
def test_one_sentence_stays_one(read: Read, text: str) -> None:
    assert sentences(read(text)) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Talks ended without a deal. Both sides will meet again.", 2),
        ("The envoy has left. She gave no reason. Nobody asked.", 3),
        ("• The ceasefire holds • Prisoners go home • Aid resumes", 3),
        ("The ceasefire holds\n\nPrisoners go home", 2),
    ],
)
def test_sentences_end_where_they_should(read: Read, text: str, count: int) -> None:
    assert len(sentences(read(text))) == count


def test_a_quote_of_several_sentences_keeps_its_parts(read: Read) -> None:
    found = sentences(read('"We waited for a year. Nobody came. We will not wait again," Brahim Ghali said.'))
    assert found == ['"We waited for a year.', "Nobody came.", 'We will not wait again," Brahim Ghali said.']


def test_a_dateline_stands_apart(read: Read) -> None:
    found = sentences(read("MUSCAT, Oman (AP) — Negotiators from Iran arrived early on Saturday."))
    assert found[-1] == "Negotiators from Iran arrived early on Saturday."


def lines(text: str) -> list[str]:
    return [text[start:end] for start, end in pieces(Report("t", "t", text, plain=True))]


def test_a_paragraph_a_line_is_kept_apart() -> None:
    text = "The talks went on through the night in Geneva.\nBoth sides claimed success.\nThe mediators were silent."
    assert lines(text) == text.split("\n")


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Negotiators for the government and the rebels said they had agreed on\n"
        "a text that would let aid convoys through three border crossings, the\n"
        "first such step since the spring, though neither side would say when\n"
        "the crossings might open.\n"
        "\n"
        "A second round is due in Addis Ababa within weeks, mediators told the\n"
        "press after the meeting.\n"
    )
    assert [line.replace("\n", " ") for line in lines(text)] == [
        paragraph.strip().replace("\n", " ") for paragraph in text.split("\n\n")
    ]


def test_a_list_is_kept_apart_and_a_broken_line_is_joined() -> None:
    assert lines("They agreed on:\n- a truce\n- an exchange") == ["They agreed on:", "- a truce", "- an exchange"]
    assert lines("The envoy from the African\nunion left early.") == ["The envoy from the African\nunion left early."]
