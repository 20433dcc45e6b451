"""A pronoun that speaks is nobody whom its own words name."""

import pytest

from read_text import read_statements


def speakers(text: str) -> list[list[str]]:
    statements, names = read_statements(text)
    return [[names[key] for key in statement.speakers] for statement in statements]


@pytest.mark.parametrize(
    "text",
    [
        "Benjamin Okello came to Kampala on Monday. He praised Okello's patience.",
        "Kenya closed the crossing on Monday. It said the lorries would wait until Kenya opened it again.",
    ],
)
def test_whom_the_words_name_did_not_say_them(text: str) -> None:
    assert speakers(text)[-1] == []


def test_others_may_be_named() -> None:
    assert speakers("Benjamin Okello came to Kampala on Monday. He praised Uganda's patience.")[-1] == [
        "Benjamin Okello"
    ]
