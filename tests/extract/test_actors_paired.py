"""One or both of two: the former, the other side, neighbours, successors, hosts, leaders of two states, who answers."""

from datetime import date

import pytest
from test_actors_roles import meant, party

from read_text import read_text

PRESIDENTS = (
    "Peru and Chile signed in Lima on Monday, and President Marta Ruiz went home. President Luis Boric of Chile "
    "stayed. Opposition leader Ana Solis had spoken with Ruiz. The two presidents will meet again. The two leaders "
    "shook hands."
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (PRESIDENTS, "The two presidents", {"Marta Ruiz", "Luis Boric"}),
        (PRESIDENTS, "The two leaders", {"Marta Ruiz", "Luis Boric"}),
        (
            "The two foreign ministers, Hugh Bell and Ivan Gil, sat down in Quito.",
            "The two foreign ministers",
            {"Hugh Bell", "Ivan Gil"},
        ),
        (
            "Kenya's William Oduya met Uganda's Moses Kato, and the former's visit ended on Friday.",
            "the former",
            {"William Oduya"},
        ),
        ("Kenya and Uganda signed. Kenya accused the other side of delay.", "the other side", {"Uganda"}),
        ("Kenya and Uganda signed. Uganda asked its neighbour for time.", "neighbour", {"Kenya"}),
        ("Kenya waited. Uganda asked its neighbour for time.", "neighbour", set()),
        (
            "Ghana's President Kofi Mensah spoke. Former President John Addo of Ghana accused his successor of haste.",
            "his successor",
            {"Kofi Mensah"},
        ),
        (
            "Prime Minister Abiy Tesfa of Ethiopia and President Isaias Haile of Eritrea signed. UN Secretary-General "
            "Antonio Guterres met Abiy. Kenya telephoned both leaders.",
            "both leaders",
            {"Abiy Tesfa", "Isaias Haile"},
        ),
        (
            "Syria's foreign minister Ali Nasser met Turkey's president Kemal Aydin. Asked whether the president had "
            "agreed, he said no.",
            "he said",
            {"Ali Nasser"},
        ),
        ("Envoy Ali Nasser spoke. A driver who was taken off his bus was freed.", "his bus", set()),
        ("Ethiopia and Eritrea are at peace, their leaders said.", "their leaders", {"Ethiopia", "Eritrea"}),
    ],
)
def test_one_of_two(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


def test_the_other_state_of_two_has_the_other_president() -> None:
    assert party(PRESIDENTS, "Marta Ruiz") == "Peru"


def test_where_talks_are_held_is_no_home() -> None:
    text = (
        "HAVANA (AP) - Colombia's government and the FARC said on Monday that they had agreed. Interior Minister Juan "
        "Cardenas said that the text would go to voters. Cuba was host."
    )
    assert party(text, "Juan Cardenas") == "Colombia"


@pytest.mark.parametrize(
    ("text", "words", "who", "party"),
    [
        (
            "Syria's Bashar Assad met us. Foreign Minister Assad of Lebanon refused.",
            "Foreign Minister Assad",
            "Assad",
            "Lebanon",
        ),
        ("Kenya's William Ruto left. Professor Ruto of Uganda stayed.", "Professor Ruto", "Ruto", "Uganda"),
        ("Pakistan's Imran Khan left. President Khan of Kazakhstan stayed.", "President Khan", "Khan", "Kazakhstan"),
    ],
)
def test_a_surname_with_another_state_behind_it_is_another_person(text: str, words: str, who: str, party: str) -> None:
    _, found, _ = read_text(text, date(2021, 5, 20))
    (one,) = [a for a in found.actors if a.name == who]
    assert one.party == party and words in text
