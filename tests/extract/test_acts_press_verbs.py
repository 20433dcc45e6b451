"""Acts told by the less usual verbs of the wire, and in sentences whose verb the parser mistakes."""

from datetime import date

import pytest

from read_text import read_text

Row = tuple[str, set[str], set[str]]


def rows(text: str) -> list[Row]:
    """Type, sources and targets of each act of `text`."""
    _, found, names = read_text(text, date(2019, 5, 7))
    return [(a.type, {names[k] for k in a.sources}, {names[k] for k in a.targets}) for a in found.acts]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Danish king granted an audience to the Maltese premier.", ("CONSULT", {"Malta"}, {"Denmark"})),
        ("The Danish premier flew into Riga on Friday.", ("CONSULT", {"Denmark"}, {"Latvia"})),
        ("Serbia reaffirmed its friendship with Cyprus.", ("SUPPORT", {"Serbia"}, {"Cyprus"})),
        ("Peru scaled back war games.", ("CONCEDE", {"Peru"}, set())),
        ("Norway pumped gas to Poland.", ("COOPERATE", {"Norway"}, {"Poland"})),
        ("Lithuania handed a fugitive smuggler to Georgia.", ("COOPERATE", {"Lithuania"}, {"Georgia"})),
        ("Italy ferried tents to Albania.", ("AID", {"Italy"}, {"Albania"})),
        ("Spain donated two minesweepers to Bulgaria.", ("AID", {"Spain"}, {"Bulgaria"})),
        ("Burundi pulled its troops out of Somalia.", ("RETREAT", {"Burundi"}, {"Somalia"})),
        ("Yemeni militants set free a Danish tanker.", ("RETREAT", set(), {"Denmark"})),
        ("Tunisia mooted a common currency to Algeria.", ("REQUEST", {"Tunisia"}, {"Algeria"})),
        ("Ghana nudged Togo towards elections.", ("REQUEST", {"Ghana"}, {"Togo"})),
        ("Latvia called in the Belarusian ambassador.", ("ACCUSE", {"Latvia"}, {"Belarus"})),
        ("Nepal scoffed at India's offer.", ("ACCUSE", {"Nepal"}, {"India"})),
        ("Austria held up loans to Hungary.", ("REJECT", {"Austria"}, {"Hungary"})),
        ("Cambodia would not bow to Thai pressure.", ("REJECT", {"Cambodia"}, {"Thailand"})),
        ("Morocco threatened reprisals unless Spain apologises.", ("THREATEN", {"Morocco"}, {"Spain"})),
        ("Turkey would use force against Cyprus, its minister said.", ("THREATEN", {"Turkey"}, {"Cyprus"})),
        ("Teachers rallied in Lisbon against price rises.", ("PROTEST", set(), set())),
        ("Bulgarian students marched on the Russian consulate.", ("PROTEST", {"Bulgaria"}, {"Russia"})),
        ("Panama pulled its ambassador out of Bogota.", ("SANCTION", {"Panama"}, {"Colombia"})),
        ("Kenya called up its reservists.", ("MOBILIZE", {"Kenya"}, set())),
        ("Chad's army set up checkpoints around Abeche.", ("MOBILIZE", {"Chad"}, set())),
        ("Algerian police rounded up 40 Islamists.", ("COERCE", {"Algeria"}, {"Islamists"})),
        ("Portuguese customs seized a Moroccan fishing boat.", ("COERCE", {"Portugal"}, {"Morocco"})),
        ("Ethiopian gunners shelled an Eritrean village.", ("ASSAULT", {"Ethiopia"}, {"Eritrea"})),
    ],
)
def test_a_verb_of_the_wire_tells_its_act(text: str, row: Row) -> None:
    assert row in rows(text)


def test_a_past_tense_tagged_as_an_adjective_is_the_verb() -> None:
    assert ("SUPPORT", {"Chad", "Mali"}, set()) in rows("Chad and Mali normalised relations after a long quarrel.")


def test_a_name_and_a_participle_make_a_sentence() -> None:
    assert ("REQUEST", {"Norway"}) in [row[:2] for row in rows("Norway offered on Monday to mediate between the two.")]


def test_guerrillas_act_for_themselves_not_for_their_country() -> None:
    assert rows("Colombia's ELN guerrillas kidnapped a Danish engineer.")[0][1] == {"National Liberation Army"}


def test_an_end_of_attacks_is_no_attack() -> None:
    assert {row[0] for row in rows("Hezbollah suspended its attacks on Israel.")} == {"RETREAT"}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said such models help firms reduce their loans.",
        "The winger mooted a move to Italy, his agent said.",
        "Smokers were deprived of good cigars for years.",
        "Traders rallied behind the yen as shares fell.",
        "The chef set free his imagination in Lyon.",
    ],
)
def test_everyday_uses_of_the_same_verbs_are_no_acts(text: str) -> None:
    assert rows(text) == []
