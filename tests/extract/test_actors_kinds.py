"""Bodies meant by a noun: the union, the guild, the carmaker, the company; names cut to one word."""

import pytest
from test_actors_roles import meant

STRIKE = (
    "The United Miners struck three pits of Anglo Copper on Friday. The National Labour Commission offered to help. "
    "Anglo Copper is losing money. "
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The Writers Guild of Canada walked out on Monday. The guild wants more.",
            "The guild",
            "Writers Guild of Canada",
        ),
        (
            "The Canadian Auto Workers met Ford on Monday. Ford made an offer. The union rejected it.",
            "The union",
            "Canadian Auto Workers",
        ),
        (
            "The carmaker Renault met the union CGT on Monday. The Labour Commission stood by. Then the carmaker "
            "promised to keep two plants.",
            "the carmaker",
            "Renault",
        ),
        (
            "French oil company TotalEnergies signed with Iraq on Monday. The National Audit Commission objected. The "
            "company will send engineers.",
            "The company",
            "TotalEnergies",
        ),
        (
            "Grameen Telecom Ltd. was fined by the Audit Agency. The company will appeal.",
            "The company",
            "Grameen Telecom Ltd.",
        ),
        ("The Audit Agency fined nobody. The company will appeal.", "The company", ""),
        ("Airbus met Boeing. The retailer Amazon watched. It is the only airline.", "the only airline", ""),
        (
            "The union and the Board of Education bargained all night. The Board moved on Thursday.",
            "Board moved",
            "Board of Education",
        ),
        (
            "The Orange Order urged the party to wait. A letter from the Order was read out.",
            "the Order",
            "Orange Order",
        ),
        ("Fuel was let into the Gaza Strip on Monday. Aid reached the Strip again.", "the Strip", "Gaza Strip"),
    ],
)
def test_bodies(text: str, words: str, who: str) -> None:
    assert meant(text, words)[0] == ({who} if who else set())
