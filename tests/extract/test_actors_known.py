"""Companies, capitals, heads of state, people named further down or by one name alone; who speaks for somebody."""

import pytest
from test_actors_roles import meant, party


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Gazprom Neft built it. The company has bought the field from Iraq.", "The company", {"Gazprom Neft"}),
        ("Georgia signed on Monday. Shells fell on the capital.", "the capital", {"Tbilisi"}),
        ("Turkey signed on Monday. It has refused the offer since.", "It has", {"Turkey"}),
        ("Turkey signed on Monday. It took a year to agree.", "It took", set()),
        (
            "The Turkish president called it paper. Ankara was angry. President Kemal Ozan of Turkey told us that it "
            "would fail.",
            "The Turkish president",
            {"Kemal Ozan"},
        ),
        ("Raúl Castro met Obama in Havana. They smiled.", "Obama", {"Barack Obama"}),
        ("Raúl Castro met Obama in Havana. Both men smiled.", "Both men", {"Barack Obama", "Raúl Castro"}),
        ("Africans met in Harare. Africans should pool their resources, Algeria said.", "their", {"Africa"}),
        (
            "President Recep Aydin of Turkey was glad. The head of state left early.",
            "The head of state",
            {"Recep Aydin"},
        ),
    ],
)
def test_who_is_known(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("The American author Dan Winter wrote about Mexico.", "Dan Winter", None),
        (
            "A Pentagon spokesman said Thursday that troops would stay. “We will be there,” said spokesman Ken Bacon.",
            "Ken Bacon",
            "United States",
        ),
        (
            "Algeria and Zimbabwe signed. Speaking on behalf of the Zimbabwean government, Deputy Minister Obert Moyo "
            "said it was time.",
            "Obert Moyo",
            "Zimbabwe",
        ),
        ("Khalifa Haftar of the Libyan National Army met the envoy.", "Khalifa Haftar", "Libyan National Army"),
        (
            "Costa Rica waits. Lucy Vega, president of the Chamber of Tourism, said that Costa Rica must act.",
            "Lucy Vega",
            "Chamber of Tourism",
        ),
    ],
)
def test_for_whom_they_speak(text: str, person: str, of: str | None) -> None:
    assert party(text, person) == of
