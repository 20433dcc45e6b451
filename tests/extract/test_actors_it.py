""" "It" that does or suffers what only somebody does, and bodies known by letters."""

import pytest
from test_actors_roles import meant


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Norway objected to the quota. It also turned down Iceland's proposal for 2024.", "It also", {"Norway"}),
        (
            "Chad closed its border in May. In the end it accepted the return of the herders.",
            "it accepted",
            {"Chad"},
        ),
        ("Qatar mediated. The Taliban thanked it for the venue.", "it for", {"Qatar"}),
        (
            "Peru had wanted the Shining Path to disband. It refused.",
            "It refused",
            {"Shining Path"},
        ),
        (
            "The African Union asked Mali to hold a vote. It agreed on Sunday.",
            "It agreed",
            {"Mali"},
        ),
        ("Serbia signed the plan. It provides for talks.", "It provides", set()),
        ("Kenya wrote to the court. The court sat for long. In the end it refused the request.", "it refused", set()),
        ("The draft came from Cyprus. It calls the line a border.", "It calls", set()),
    ],
)
def test_it_means_a_party(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The Denver Nurses Union walked out on Monday. A mediator said DNU would come back to the table.",
            "DNU would",
            {"Denver Nurses Union"},
        ),
        (
            "The Honduran Coffee Institute (IHCAFE) objected. On Friday IHCAFE asked for talks.",
            "IHCAFE asked",
            {"Honduran Coffee Institute"},
        ),
        (
            "Indonesia and the Free Aceh Movement met in Helsinki. The movement, known as GAM, agreed.",
            "GAM, agreed",
            {"Free Aceh Movement"},
        ),
        (
            "A Chadian delegate laughed. Brazil's president-elect, Luis Prado, told the hall that he would host it.",
            "he would",
            {"Luis Prado"},
        ),
    ],
)
def test_letters_and_names_behind_their_noun(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who
