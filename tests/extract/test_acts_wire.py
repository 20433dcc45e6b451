"""Acts as wire reports tell them: meetings by their frame, deeds by light verbs, and what only seems an act."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)
Row = tuple[str, str, list[str], list[str]]
Reader = Callable[[str], list[Row]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """The acts of one text, read as a report of 16 June 2021, with the names of their parties."""

    def find(text: str) -> list[Row]:
        _, found, names = read_text(text, DAY)
        return [(a.type, a.status, [names[k] for k in a.sources], [names[k] for k in a.targets]) for a in found.acts]

    return find


# Press verbs and light verbs of every type.
VOCABULARY = [
    ("Fiji granted Tonga observer status on Monday.", ("SUPPORT", "happened", ["Fiji"], ["Tonga"])),
    ("Qatar reopened its embassy in Beirut.", ("SUPPORT", "happened", ["Qatar"], ["Lebanon"])),
    ("Peru and Brazil worked together to free the barge.", ("COOPERATE", "happened", ["Peru", "Brazil"], [])),
    ("Kuwait provided Jordan with a 200 million dollar credit line.", ("AID", "happened", ["Kuwait"], ["Jordan"])),
    ("Sweden doubled its aid to Mali after the drought.", ("AID", "happened", ["Sweden"], ["Mali"])),
    ("Kenya sent 300 soldiers to help Somalia secure the port.", ("AID", "happened", ["Kenya"], ["Somalia"])),
    ("India wrote off 30 million dollars of Nepal's debt.", ("AID", "happened", ["India"], ["Nepal"])),
    ("Niger appealed to donors for grain.", ("REQUEST", "happened", ["Niger"], [])),
    ("Cuba ordered Haitian troops to leave the islet.", ("REQUEST", "happened", ["Cuba"], ["Haiti"])),
    ("Togo and Benin traded insults over the fence.", ("ACCUSE", "happened", ["Togo", "Benin"], ["Togo", "Benin"])),
    ("Libyan officials said Sudanese troops had committed atrocities.", ("ACCUSE", "happened", ["Libya"], ["Sudan"])),
    ("Oman issued an ultimatum to Yemen.", ("THREATEN", "happened", ["Oman"], ["Yemen"])),
    ("Protesters gathered outside the Turkish embassy in Nicosia.", ("PROTEST", "happened", [], ["Turkey"])),
    ("Kosovo Serbs set up barricades near Leposavic.", ("PROTEST", "happened", [], [])),
    ("Chad moved armoured vehicles to its border with Libya.", ("MOBILIZE", "happened", ["Chad"], ["Libya"])),
    ("Spain increased its military presence in Latvia.", ("MOBILIZE", "happened", ["Spain"], [])),
    ("Vietnam placed the port of Hai Phong under lockdown.", ("COERCE", "happened", ["Vietnam"], [])),
    ("Mali jailed a prize-winning novelist.", ("COERCE", "happened", ["Mali"], [])),
    ("Jihadists ambushed a convoy of Nigerien soldiers.", ("ASSAULT", "happened", [], ["Niger"])),
    ("A truck bomb exploded in Kabul, killing nine people.", ("ASSAULT", "happened", [], ["Afghanistan"])),
    (
        "The Taliban claimed responsibility for firing mortars at an Afghan base.",
        ("ASSAULT", "happened", ["Taliban"], ["Afghanistan"]),
    ),
]

VOCABULARY += [
    ("Suspected rebels blew up a Chadian army lorry near Mao.", ("ASSAULT", "happened", [], ["Chad"])),
    ("A ceasefire between Chad and Libya took effect on Sunday.", ("RETREAT", "happened", ["Chad", "Libya"], [])),
    ("The EU adopted measures against Serbia.", ("SANCTION", "happened", ["European Union"], ["Serbia"])),
    ("Togo will not answer a call by Benin for talks.", ("REJECT", "happened", ["Togo"], [])),
    ("Four members of Kenya's government quit on Monday.", ("RETREAT", "happened", ["Kenya"], [])),
    ("Chadian troops entered the Libyan town of Kufra.", ("MOBILIZE", "happened", ["Chad"], [])),
    ("The Turkish contingent will be deployed in Tirana next week.", ("MOBILIZE", "planned", ["Turkey"], [])),
    ("Nepal is going to sign agreements with Bhutan.", ("AGREE", "planned", ["Nepal"], [])),
    ("Cyprus denied any responsibility for the failure.", ("REJECT", "happened", ["Cyprus"], [])),
    ("Chad insisted that the sanctions imposed last year by Niger must go.", ("SANCTION", "happened", ["Niger"], [])),
]

VOCABULARY += [
    ("Russia warned Finland of military consequences.", ("THREATEN", "happened", ["Russia"], ["Finland"])),
    ("Malta was the first to recognise Kosovo.", ("SUPPORT", "happened", ["Malta"], ["Kosovo"])),
    (
        "French minister Anne Roche stressed France's support for Lebanon.",
        ("SUPPORT", "happened", ["France"], ["Lebanon"]),
    ),
]

# Meetings told by the clause beside their noun, by the way there, or by what was said at them.
MEETINGS = [
    (
        "The envoy spoke of talks between Chad and Libya that began in Tunis on Monday.",
        ("CONSULT", "happened", ["Chad", "Libya"], []),
    ),
    (
        "It comes weeks before the African Union's conference to be held in Accra in July.",
        ("CONSULT", "planned", ["African Union"], []),
    ),
    (
        "Talks are taking place in Doha between the government of Mali and the Taliban.",
        ("CONSULT", "ongoing", ["Mali", "Taliban"], []),
    ),
    (
        "In a round of talks late Monday with Peruvian minister Ana Lima, Chilean minister Jose Paz kept his vow.",
        ("CONSULT", "happened", ["Chile", "Peru"], []),
    ),
    (
        "The deal was sealed at a meeting between Kenyan President William Ruto and Ugandan leader Yoweri Museveni.",
        ("CONSULT", "happened", ["Kenya", "Uganda"], []),
    ),
    ("The delegation of Cyprus arrived here Monday.", ("CONSULT", "happened", ["Cyprus"], [])),
    ("Kenyan leaders plan to meet Uganda's president next week.", ("CONSULT", "planned", ["Kenya", "Uganda"], [])),
    ("Peruvian opposition parties were expected to meet here Friday.", ("CONSULT", "planned", ["Peru"], [])),
    ("Kenya and Uganda discussed how to share the lake.", ("CONSULT", "happened", ["Kenya", "Uganda"], [])),
]


MEETINGS += [
    ("The first Summit of the Americas was held in December 1994 in Miami.", ("CONSULT", "happened", [], [])),
    ("China is negotiating trade agreements with Peru.", ("CONSULT", "ongoing", ["China", "Peru"], [])),
    (
        "After meeting with Chad's president, Kenyan President William Ruto ordered the army to leave Lamu.",
        ("CONSULT", "happened", ["Kenya", "Chad"], []),
    ),
    (
        "Japanese Foreign Minister Yukihiko Ikeda was expected in Lima early Thursday.",
        ("CONSULT", "planned", ["Japan"], ["Peru"]),
    ),
    (
        "During a visit to Tokyo on Monday, Kenyan President William Ruto praised the port.",
        ("CONSULT", "happened", ["Kenya"], ["Japan"]),
    ),
    (
        "Ahead of his visit to Beijing, Kenyan President William Ruto praised the port.",
        ("CONSULT", "planned", ["Kenya"], ["China"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*VOCABULARY, *MEETINGS])
def test_wire_reports_tell_acts(read: Reader, text: str, expected: Row) -> None:
    kind, status, sources, targets = expected
    found = read(text)
    assert any(
        (row[0], row[1]) == (kind, status)
        and set(sources) <= set(row[2])
        and (not targets or set(targets) <= {*row[3]})
        for row in found
    ), found


# What a sentence only has in mind, or tells of how things are.
NOT_DONE = [
    ("Mediators met in Oslo, trying to gain concessions from Mali.", "AGREE"),
    ("The plan is aimed at forging a truce with Chad.", "AGREE"),
    ("Algeria will return only after Spain recognises the republic.", "SUPPORT"),
    ("Oslo warned that North Korea may test a second device.", "MOBILIZE"),
    ("South Korea warned that North Korea may fire a missile.", "THREATEN"),
    ("He said Moscow has no ties with Kosovo, while Ghana and Togo recognise Kosovo.", "SUPPORT"),
    ("Some 900 Danish troops are stationed in Estonia.", "MOBILIZE"),
    ("Talks between Chad and Niger have stalled, officials said.", "ACCUSE"),
    ("The remains of Turkish soldiers killed in the war of 1950-53 were found.", "ASSAULT"),
    ("Australia, which opposes hanging, said it respected the ruling.", "ACCUSE"),
    ("Envoys did not say how long the talks between Chad and Niger would last.", "CONSULT"),
    ("The minister of Chad was addressing a public gathering in Mao.", "CONSULT"),
    ("The minister told the agency that aid must be sent to Yemen.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_DONE)
def test_what_is_only_thought_of_is_not_told(read: Reader, text: str, kind: str) -> None:
    found = read(text)
    assert all(row[0] != kind for row in found), found


def test_victims_of_an_attack_are_no_second_attack(read: Reader) -> None:
    found = read("Two Dutch soldiers were hurt in an attack on a Dutch convoy near Gao, Mali.")
    assert [row[0] for row in found] == ["ASSAULT"]


def test_a_mediator_is_no_party_to_the_talks(read: Reader) -> None:
    found = read("With the mediation of Egypt, Chad and Libya opened talks in Abuja on Monday.")
    assert ("CONSULT", "happened", ["Chad", "Libya"], []) in found


def test_a_minister_warns_of_what_their_own_state_would_do(read: Reader) -> None:
    found = read("Kenyan minister Ana Moi warned that Kenya would use force if Somalia refused.")
    assert ("THREATEN", "happened", ["Kenya"]) in [row[:3] for row in found]


def test_an_ask_for_nothing_of_the_kind_is_an_ask(read: Reader) -> None:
    found = read("Japan urged no further delay in the transfer of the base.")
    assert ("REQUEST", "happened", ["Japan"]) in [row[:3] for row in found]


def test_a_statement_speaks_for_those_who_adopted_it(read: Reader) -> None:
    found = read("NATO adopted a statement in Riga on Monday. The statement urged Serbia to free the officers.")
    assert ("REQUEST", "happened", ["NATO"], ["Serbia"]) in found


def test_a_meeting_named_again_with_its_place_is_one(read: Reader) -> None:
    text = "Chad and Libya held a meeting in Tunis on Monday. The ministry said the meeting in Tunis touched on fuel."
    assert [row[0] for row in read(text)] == ["CONSULT"]


# A report on talks makes sides of those who hold them, whatever they are.
LABOUR = (
    "Talks between the dockers and the ports broke down on Monday. A mediator will call new talks. The unions had "
    "asked for 15 days of sick leave. The carriers refused. Negotiators had spent a week on the talks."
)


def test_sides_of_talks_need_not_be_states(read: Reader) -> None:
    kinds = {row[0] for row in read(LABOUR)}
    assert "REJECT" in kinds


def test_the_same_words_of_business_are_no_acts(read: Reader) -> None:
    assert not read("The unions had asked for 15 chairs. The carriers refused.")


DATED = [
    ("Libya's two rival camps on Friday signed a truce in Geneva.", "SUPPORT", "2021-06-11"),
    ("The war ended in May 2002, when Peru's president broke off the talks in Lima.", "REJECT", "2002-05"),
    ("Kenya's president and Uganda's leader talked on the phone on Monday.", "CONSULT", "2021-06-14"),
]


@pytest.mark.parametrize(("text", "kind", "day"), DATED)
def test_a_day_hung_elsewhere_is_the_verbs(text: str, kind: str, day: str) -> None:
    _, found, _ = read_text(text, DAY)
    assert [act.when.edtf for act in found.acts if act.type == kind and act.when] == [day]
