"""Answers in free words: what those asked say, what those who asked came away with, what became of the matter."""

from datetime import date

import pytest

from read_text import AskLine, read_asks

DAY = date(2023, 3, 15)

ANSWERS = [
    (
        "Armenia asked Azerbaijan to free the sailors. Baku said that the time had not come.",
        ("Armenia", "Azerbaijan", "free the sailors", "refused"),
    ),
    (
        "Somalia asked Kenya to reopen the crossing. Nairobi saw no reason to hurry.",
        ("Somalia", "Kenya", "reopen the crossing", "refused"),
    ),
    (
        "Serbia urged Kosovo to lift the tariffs. “We have no plans to change them,” Kosovo's prime minister Albin "
        "Kurti said.",
        ("Serbia", "Kosovo", "lift the tariffs", "refused"),
    ),
    (
        "Peru asked Chile to return the archive. Chile's minister said that she would take it back to Santiago.",
        ("Peru", "Chile", "return the archive", "partial"),
    ),
    (
        "Peru asked Chile to return the archive. Chile said it was ready to do so.",
        ("Peru", "Chile", "return the archive", "accepted"),
    ),
    (
        "Peru asked Chile to return the archive. Chile said it would do so once the museum had copied it.",
        ("Peru", "Chile", "return the archive", "partial"),
    ),
    (
        "Kyrgyzstan asked Tajikistan for maps of the valley. It was promised them by June.",
        ("Kyrgyzstan", "Tajikistan", "maps of the valley", "accepted"),
    ),
    (
        "Kyrgyzstan asked Tajikistan for maps of the valley. It was given a brochure.",
        ("Kyrgyzstan", "Tajikistan", "maps of the valley", "partial"),
    ),
    (
        "Kyrgyzstan asked Tajikistan for maps of the valley. It was offered nothing.",
        ("Kyrgyzstan", "Tajikistan", "maps of the valley", "refused"),
    ),
    (
        "Malta had wanted Libya to hand over the tanker but gave in on Friday.",
        ("Malta", "Libya", "Libya to hand over the tanker", "refused"),
    ),
    (
        "Malta had demanded the return of the tanker, and dropped the demand in May.",
        ("Malta", "", "the return of the tanker", "refused"),
    ),
    (
        "Sudan asked both armies to leave the town. Few of them obeyed.",
        ("Sudan", "", "leave the town", "partial"),
    ),
    (
        "Finland demanded that Russia end the patrols; they remain.",
        ("Finland", "Russia", "Russia end the patrols", "refused"),
    ),
    (
        "Chad asked Libya for a bridge. Tripoli promised to send engineers.",
        ("Chad", "Libya", "a bridge", "partial"),
    ),
    (
        "Kenya demanded that Somalia pay for the ship. Mogadishu would have none of it.",
        ("Kenya", "Somalia", "Somalia pay for the ship", "refused"),
    ),
    (
        "Kenya demanded that Somalia pay for the ship. The demand did not make it into the agreement.",
        ("Kenya", "Somalia", "Somalia pay for the ship", "refused"),
    ),
    (
        "Morocco wanted Spain to open the border. Rabat got its way.",
        ("Morocco", "Spain", "Spain to open the border", "accepted"),
    ),
]

OPEN = [
    "Armenia asked Azerbaijan to free the sailors. Georgia said that the time had not come.",
    "Peru asked Chile to return the archive. Chile said that trade had grown.",
    "Chad asked Libya for a bridge. Tripoli could promise a bridge one day, an engineer said.",
    "Kenya demanded that Somalia pay for the ship. If Mogadishu stood firm, the ship would rust.",
    "Kyrgyzstan asked Tajikistan for maps of the valley. The valley is high. The herds are small. It was given a name.",
]


@pytest.mark.parametrize(("text", "line"), ANSWERS)
def test_an_answer_in_free_words_is_found(text: str, line: AskLine) -> None:
    assert line in read_asks(text, DAY)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_no_answer_leaves_the_ask_open(text: str) -> None:
    assert [line[3] for line in read_asks(text, DAY)] == ["open"]
