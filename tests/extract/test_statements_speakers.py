"""Who speaks where "he", "she" or a sentence before a colon says it."""

from functools import cache

import pytest

from read_text import read_statements


@cache
def speakers(text: str) -> dict[str, tuple[str, ...]]:
    """Names of the speakers by the first words of what is said."""
    found, names = read_statements(text)
    return {item.content[0].text[:24]: tuple(names[key] for key in item.speakers) for item in found}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The clause owes something to Nirmala Fernando and the nuns who stood at the gate in May. “I was told by "
            "Dr Balasingham that he had read it himself,” she said.",
            "I was told by Dr Balasin",
            "Nirmala Fernando",
        ),
        (
            "On Monday Sarkisian offered a vote in the autumn. Vahan Torosyan, whom nine parties have put forward, "
            "rejected it: an election run by Sarkisian, he argued, would be won by Sarkisian.",
            "an election run by Sarki",
            "Vahan Torosyan",
        ),
        (
            "Tusk said that the door was open. Michel Barnier thanked his team by name. Asked whether he believed it "
            "would pass, he recalled that London had promised as much in February.",
            "London had promised as m",
            "Michel Barnier",
        ),
        (
            "Experts were divided. Harriet Lund, who teaches law in Oslo, said that the draft was weak. A former "
            "engineer, Anwar Qadir, disagreed: he argued that nine-tenths of it had been settled by all three.",
            "nine-tenths of it had be",
            "Anwar Qadir",
        ),
    ],
)
def test_a_pronoun_is_not_whom_it_names_and_not_whom_a_question_names(text: str, words: str, speaker: str) -> None:
    assert speakers(text)[words] == (speaker,)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The spokesman did not mention the price. A Kenyan diplomat, who asked for his name to be left out, was "
            "less discreet: “They signed it while we were looking for the light switch.”",
            "They signed it while we ",
            "A Kenyan diplomat",
        ),
        (
            "Juncker, in front of the cameras, did as he was asked: “A deal is a deal, and we have one.”",
            "A deal is a deal, and we",
            "Jean-Claude Juncker",
        ),
    ],
)
def test_a_sentence_before_a_colon_is_about_who_speaks(text: str, words: str, speaker: str) -> None:
    assert speakers(text)[words] == (speaker,)


def test_a_day_never_speaks() -> None:
    text = (
        "At ten yesterday, in a hall that smelled of wax, a Norwegian who had been awake since Sunday told six parties "
        "that they had a text."
    )
    (statement,), _ = read_statements(text)
    assert [span.text for span in statement.source] != ["Sunday"]
    assert speakers(text).get("they had a text") != ("Sunday",)
