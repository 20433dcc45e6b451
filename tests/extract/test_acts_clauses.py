"""Acts in clauses that the parser reads wrongly or leaves incomplete: second and third verbs, pronouns, participles."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2023, 4, 10)
Row = tuple[str, str, list[str], list[str]]


def _rows(text: str) -> list[Row]:
    _, found, names = read_text(text, DAY)
    return [(a.type, a.status, [names[k] for k in a.sources], [names[k] for k in a.targets]) for a in found.acts]


# Whose deed the second or third verb tells.
SUBJECTS = [
    (
        "The Armenian premier flew to Moscow, met Vladimir Putin for three hours and left without signing anything.",
        ("CONSULT", "happened", ["Armenia", "Russia"], []),
    ),
    (
        "Greece vetoed the text, Cyprus abstained and Turkey, a non-member, called the vote a provocation.",
        ("ACCUSE", "happened", ["Turkey"], []),
    ),
    (
        "With Qatar mediating, Hamas released 24 hostages and Israel freed 39 prisoners.",
        ("RETREAT", "happened", ["Israel"], []),
    ),
    (
        "Norway proposed that both come to Oslo, and Manila accepted at once.",
        ("AGREE", "happened", ["Philippines"], ["Norway"]),
    ),
    (
        "Joe Biden, whom Keir Starmer met in Rome on 2 March and invited to Belfast, has not answered.",
        ("REQUEST", "happened", ["United Kingdom"], ["United States"]),
    ),
    (
        "At the Paris summit on 9 December Vladimir Putin and Volodymyr Zelensky discussed gas for the first time.",
        ("CONSULT", "happened", ["Russia", "Ukraine"], []),
    ),
    (
        "Cyprus was asked for its consent by Brussels.",
        ("REQUEST", "happened", ["European Union"], ["Cyprus"]),
    ),
    (
        "Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti met in Ohrid. "
        "The two men signed an annex to the accord.",
        ("SUPPORT", "happened", ["Serbia", "Kosovo"], []),
    ),
    (
        "Neither Belgrade nor Pristina has signed the annex.",
        ("SUPPORT", "denied", ["Serbia", "Kosovo"], []),
    ),
]


@pytest.mark.parametrize(("text", "row"), SUBJECTS)
def test_who_does_what_a_joined_verb_tells(text: str, row: Row) -> None:
    assert row in _rows(text)


def test_what_a_neighbour_does_next_is_not_aimed_at_it() -> None:
    rows = _rows("Chad freed ten hostages and Niger freed six prisoners.")
    assert ("RETREAT", "happened", ["Niger"], []) in rows
    assert all("Niger" not in targets for _, _, _, targets in rows)


# A pronoun for a thing is of the kind of the noun that it stands for.
PRONOUNS = [
    ("The ceasefire took effect in March. Khartoum suspended it on Friday.", ("REJECT", "happened", ["Sudan"], [])),
    (
        "Talks between Serbia and Kosovo resumed in Brussels. Belgrade cancelled them two days later.",
        ("REJECT", "happened", ["Serbia"], []),
    ),
]


@pytest.mark.parametrize(("text", "row"), PRONOUNS)
def test_a_pronoun_for_a_thing_is_read_as_the_thing(text: str, row: Row) -> None:
    assert row in _rows(text)


def test_a_pronoun_for_a_party_is_no_thing() -> None:
    rows = _rows("The talks on the river went on. Ethiopia's minister said Egypt had delayed it.")
    assert all(row[0] != "REJECT" for row in rows)


# Done by nobody who is named; done once, inside what is asked now.
UNNAMED = [
    ("The ban on Qatari planes was imposed in 2017.", ("SANCTION", "happened", [], ["Qatar"])),
    (
        "Belgrade asked the EU to lift the sanctions imposed on Pristina in 2023.",
        ("SANCTION", "happened", [], ["Kosovo"]),
    ),
    (
        "A delegation of the Taliban was received at the foreign ministry in Oslo.",
        ("CONSULT", "happened", ["Taliban"], []),
    ),
    ("President Ruto of Kenya is expected in Kampala next week.", ("CONSULT", "planned", ["Kenya"], ["Uganda"])),
]


@pytest.mark.parametrize(("text", "row"), UNNAMED)
def test_acts_without_a_named_doer(text: str, row: Row) -> None:
    assert row in _rows(text)


# Talks and signings whose people only the clause around them names.
BESIDE = [
    (
        "Japan and South Korea are to talk again. Yoshimasa Hayashi and Park Jin, the foreign ministers, whose "
        "meeting in Munich on Feb. 18 had prepared the ground, joined the second part of the talks.",
        ("CONSULT", "happened", ["Japan", "South Korea"], []),
    ),
    (
        "Sudan and Chad agreed a truce in Jeddah. A conference of donors is to be held in Geneva on June 19.",
        ("CONSULT", "planned", [], []),
    ),
    (
        "Sudan and Chad signed an accord after five days of talks in Vienna that tired everybody.",
        ("CONSULT", "happened", [], []),
    ),
]


@pytest.mark.parametrize(("text", "row"), BESIDE)
def test_meetings_beside_the_news(text: str, row: Row) -> None:
    assert row in _rows(text)


def test_the_forum_on_whose_sidelines_they_meet_takes_no_part() -> None:
    text = "Russia and Turkey will hold their first talks on the sidelines of the G20 forum in Delhi in May."
    assert ("CONSULT", "planned", ["Russia", "Turkey"], []) in _rows(text)


def test_a_first_subject_taken_for_an_adverb() -> None:
    text = "Bogota and the ELN will sit down in Quito on Thursday for a first round that Ecuador is to host."
    assert ("CONSULT", "planned", ["Colombia", "National Liberation Army"], []) in _rows(text)


# Idioms of common use.
IDIOMS = [
    (
        "The Moroccan minister sat down across from his Algerian colleague.",
        ("CONSULT", "happened", ["Morocco", "Algeria"], []),
    ),
    (
        "The Turkish president took tea with his Greek host in the garden.",
        ("CONSULT", "happened", ["Turkey", "Greece"], []),
    ),
    ("Morocco's foreign minister sent his regrets.", ("REJECT", "happened", ["Morocco"], [])),
    ("Armenia's delegation did not show up for the talks in Brussels.", ("REJECT", "happened", ["Armenia"], [])),
    ("The Algerians hung up on the Moroccan envoy.", ("REJECT", "happened", ["Algeria"], ["Morocco"])),
    ("Lebanon did not yield on the gas field.", ("REJECT", "happened", ["Lebanon"], [])),
    ("Oman gave the plan its green light on Sunday.", ("AGREE", "happened", ["Oman"], [])),
    ("Mali's junta ordered the last French soldiers out.", ("SANCTION", "happened", ["Mali"], ["France"])),
    (
        "What Athens asked of Berlin was a longer repayment period.",
        ("REQUEST", "happened", ["Greece"], ["Germany"]),
    ),
]


@pytest.mark.parametrize(("text", "row"), IDIOMS)
def test_idioms_tell_acts(text: str, row: Row) -> None:
    assert row in _rows(text)
