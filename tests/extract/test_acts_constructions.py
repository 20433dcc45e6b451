"""Acts told by constructions of realistic reports: of-chains, clefts, decisions, captions, timetables, mutual deeds."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text
from verbale.model import Act, Findings

DAY = date(2021, 6, 16)
Reader = Callable[[str], tuple[Findings, dict[str, str]]]
Row = tuple[str, str, list[str], list[str]]


@pytest.fixture(scope="module")
def read() -> Reader:
    """Reads one text as a report of 16 June 2021; gives its findings and the actors' names by key."""

    def find(text: str) -> tuple[Findings, dict[str, str]]:
        _, found, names = read_text(text, DAY)
        return found, names

    return find


def _rows(read: Reader, text: str) -> list[Row]:
    found, names = read(text)
    return [_row(act, names) for act in found.acts]


def _row(act: Act, names: dict[str, str]) -> Row:
    return act.type, act.status, [names[k] for k in act.sources], [names[k] for k in act.targets]


# An agreement in outline, a handshake on it, a signing that lies ahead.
AGREED = [
    (
        "Serbia and Kosovo reached the outline of a deal on energy.",
        ("AGREE", "happened", ["Serbia", "Kosovo"], []),
    ),
    (
        "Israel and Lebanon settled on the terms of a maritime accord.",
        ("AGREE", "happened", ["Israel", "Lebanon"], []),
    ),
    (
        "Peru and Chile had shaken hands on the outline of a pact in May.",
        ("AGREE", "happened", ["Peru", "Chile"], []),
    ),
    (
        "Egypt and Turkey shook hands on a deal in Cairo.",
        ("AGREE", "happened", ["Egypt", "Turkey"], []),
    ),
    (
        "Armenia and Azerbaijan will sign the treaty in Brussels in July.",
        ("AGREE", "planned", ["Armenia", "Azerbaijan"], []),
    ),
    (
        "Estonia and Russia are expected to sign the treaty, which both countries share, next week.",
        ("AGREE", "planned", ["Estonia", "Russia"], []),
    ),
    (
        "Kenya welcomed the accord, signed in Nairobi by Sudan and Chad.",
        ("SUPPORT", "happened", ["Sudan", "Chad"], []),
    ),
    ("Eritrea has agreed.", ("AGREE", "happened", ["Eritrea"], [])),
]

# A party that puts off or calls off its own measure concedes; it refuses nobody.
EASED = [
    ("Mexico suspended a tariff increase on Spanish wine.", ("CONCEDE", "happened", ["Mexico"], ["Spain"])),
    ("Canada called off a new round of sanctions on Cuba.", ("CONCEDE", "happened", ["Canada"], ["Cuba"])),
    ("India postponed the import duties on Australian lentils.", ("CONCEDE", "happened", ["India"], ["Australia"])),
]

# Talks without "with": how long, by what means, beside what, and back to what.
TALKED = [
    ("Jordan and Syria negotiated for three days.", ("CONSULT", "happened", ["Jordan", "Syria"], [])),
    (
        "French President Emmanuel Macron and Russian President Vladimir Putin spoke for two hours.",
        ("CONSULT", "happened", ["France", "Russia"], []),
    ),
    (
        "Japan's foreign minister spoke by telephone with his counterpart in Manila.",
        ("CONSULT", "happened", ["Japan", "Philippines"], []),
    ),
    (
        "Brazil's president met on the sidelines of the summit with the president of Colombia.",
        ("CONSULT", "happened", ["Brazil", "Colombia"], []),
    ),
    ("Cyprus and Turkey went back to the table in Geneva.", ("CONSULT", "happened", ["Cyprus", "Turkey"], [])),
    (
        "Norway brought the leaders of Sudan and Chad together in Oslo.",
        ("CONSULT", "happened", ["Norway", "Sudan", "Chad"], []),
    ),
    (
        "Qatar thanked German Chancellor Angela Merkel and British Prime Minister Boris Johnson, who met in Berlin.",
        ("CONSULT", "happened", ["Germany", "United Kingdom"], []),
    ),
    (
        "Chinese President Xi Jinping, left, and U.S. President Joe Biden shake hands in Bali.",
        ("CONSULT", "happened", ["China", "United States"], []),
    ),
    (
        "German Chancellor Angela Merkel had handed Russian President Vladimir Putin a letter.",
        ("CONSULT", "happened", ["Germany"], ["Russia"]),
    ),
]

# Who acts stands elsewhere: in a cleft sentence, before a decision, after "as", beside a semicolon.
DISPLACED = [
    ("It was Ankara that asked Athens for a date.", ("REQUEST", "happened", ["Turkey"], ["Greece"])),
    ("It was Georgia who accused Russia of moving the fence.", ("ACCUSE", "happened", ["Georgia"], ["Russia"])),
    (
        "Moscow condemned the decision by Norway on Monday to expel three Russian diplomats.",
        ("SANCTION", "happened", ["Norway"], ["Russia"]),
    ),
    (
        "Belarus denounced Lithuania's decision to put two Belarusian banks on a blacklist.",
        ("SANCTION", "happened", ["Lithuania"], ["Belarus"]),
    ),
    (
        "The truce was hailed as a first step by Algeria and Tunisia.",
        ("SUPPORT", "happened", ["Algeria", "Tunisia"], []),
    ),
    (
        "Ghana had offered to send engineers; Togo declined the engineers.",
        ("REQUEST", "happened", ["Ghana"], ["Togo"]),
    ),
    (
        "If the talks fail, Israel warned, the army will attack Iran.",
        ("THREATEN", "happened", ["Israel"], ["Iran"]),
    ),
    (
        "Armenia accused Azerbaijan of stalling while the two governments met in Sochi.",
        ("CONSULT", "happened", ["Armenia", "Azerbaijan"], []),
    ),
    (
        "India and Pakistan accused each other of shelling villages.",
        ("ACCUSE", "happened", ["India", "Pakistan"], ["India", "Pakistan"]),
    ),
]

# Deeds between parties that the lexicon knows by their object.
DEEDS = [
    ("Egypt bought 300,000 tonnes of Ukrainian wheat.", ("COOPERATE", "happened", ["Egypt"], ["Ukraine"])),
    ("Iran summoned Brazilian Ambassador Ana Lima over a speech.", ("ACCUSE", "happened", ["Iran"], ["Brazil"])),
    ("Ukraine wants a guarantee that the border stays open.", ("REQUEST", "happened", ["Ukraine"], [])),
    ("Protesters threw stones at the Israeli embassy in Amman.", ("PROTEST", "happened", [], ["Israel"])),
    ("Sudan offered the rebels two of five ministries.", ("REQUEST", "happened", ["Sudan"], ["rebels"])),
]


@pytest.mark.parametrize(("text", "expected"), [*AGREED, *EASED, *TALKED, *DISPLACED, *DEEDS])
def test_the_construction_tells_its_act(read: Reader, text: str, expected: Row) -> None:
    rows = _rows(read, text)
    assert expected in rows, rows


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ASEAN leaders meet in Vilnius on June 28 and 29.", "planned"),
        ("Iran and Iraq hold talks in Baghdad on July 3.", "planned"),
        ("Iran and Iraq signed an accord. Talks on water continue in Basra next week.", "planned"),
        ("Iran and Iraq signed an accord. Negotiations on the river will begin soon.", "planned"),
        ("Cuba and Spain met in Madrid on June 14.", "happened"),
    ],
)
def test_a_meeting_of_a_day_to_come_is_planned(read: Reader, text: str, status: str) -> None:
    found, _ = read(text)
    assert [act.status for act in found.acts if act.type == "CONSULT"] == [status]


def test_a_decision_has_the_day_that_stands_beside_it(read: Reader) -> None:
    found, _ = read("Moscow condemned the decision by Norway on Monday to expel three Russian diplomats.")
    times = {act.type: act.when.edtf if act.when else None for act in found.acts}
    assert times == {"ACCUSE": None, "SANCTION": "2021-06-14"}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Chad had walked out of a meeting with the rebels on Monday after ten minutes.",
        "Mali walked out of the talks with France on Monday.",
    ],
)
def test_a_walk_out_has_the_day_of_the_meeting(read: Reader, text: str) -> None:
    found, _ = read(text)
    walked = [act for act in found.acts if act.type == "REJECT"]
    assert walked and walked[0].when is not None and walked[0].when.edtf == "2021-06-14"


@pytest.mark.parametrize(
    "text",
    [
        "Iran's national team will meet Japan in the semi-final on Monday.",
        "A cold front from Russia will invade the Baltic on Sunday.",
        "A Kenyan diplomat, asking not to be identified, gave details.",
        "Pay talks at the factory will begin next week.",
        "It is easy to blame Egypt.",
        "Iran, which was not invited, kept silent.",
    ],
)
def test_no_act(read: Reader, text: str) -> None:
    assert not _rows(read, text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Iran and Iraq met in Basra on Monday. That meeting ended badly.", "none"),
        ("A second round of talks between Chad and Libya ended inconclusively.", "none"),
        ("Chad and Libya met on Monday but failed to agree.", "none"),
        ("Chad and Libya met for nine hours and parted without a deal.", "none"),
        ("Negotiations between Chad and Libya broke down in May.", "broke off"),
        ("The talks between Chad and Libya collapsed.", "broke off"),
        ("Chad and Libya made progress in talks on Monday.", "progress"),
        ("The meeting between Chad and Libya went well, both said.", "progress"),
        ("The summit of Chad and Libya ended without an agreement.", "none"),
    ],
)
def test_how_a_meeting_ended(read: Reader, text: str, outcome: str) -> None:
    found, _ = read(text)
    assert [act.outcome for act in found.acts if act.type == "CONSULT"] == [outcome]


def test_prime_ministers_meet_a_counterpart_as_leaders(read: Reader) -> None:
    found, _ = read("Greek Prime Minister Kyriakos Mitsotakis met his Bulgarian counterpart in Sofia.")
    assert [act.level for act in found.acts] == ["leaders"]


def test_a_demand_made_in_talks_is_made_of_those_talked_with(read: Reader) -> None:
    rows = _rows(read, "In talks with Britain, Spain presented three lists of demands.")
    assert ("REQUEST", "happened", ["Spain"], ["United Kingdom"]) in rows, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colombia and the ELN met. The next round is planned for late July in Havana.", "CONSULT planned"),
        ("Chad and Libya met. The second round is due to begin next week.", "CONSULT planned"),
        ("Donald Trump withdrew the United States from the accord in May 2018.", "SANCTION happened"),
        ("Ethiopian soldiers took the town of Shire last month.", "COERCE happened"),
        ("Chad freed 100 prisoners; Libya demanded that all be let go.", "RETREAT happened"),
        ("The governments of Libya and Chad swapped lists of prisoners.", "COOPERATE happened"),
        ("President Juan Manuel Santos received opposition leader Henrique Capriles.", "CONSULT happened"),
        ("Iran and Oman inked a joint statement in Muscat.", "SUPPORT happened"),
        ("The first task is for Chad and Libya to sit down together.", "CONSULT hypothetical"),
        ("What matters now is for Greece and Turkey to meet again.", "CONSULT hypothetical"),
    ],
)
def test_type_and_status(read: Reader, text: str, expected: str) -> None:
    found, _ = read(text)
    assert expected in [f"{act.type} {act.status}" for act in found.acts]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Security Council will vote this week on a British draft to send monitors to Yemen.", "AID"),
        ("U.N. envoy Martin Griffiths announced the truce at a briefing.", "CONCEDE"),
        ("Syria withdrew its last soldiers from Lebanon.", "SANCTION"),
        ("Chad and Libya made no progress in their recent meeting.", "AGREE"),
        ("Angela Merkel walked out to the microphones at dawn.", "REJECT"),
        ("Emmanuel Macron walked away with most of what he had asked for.", "REJECT"),
    ],
)
def test_no_act_of_that_type(read: Reader, text: str, type_: str) -> None:
    found, _ = read(text)
    assert type_ not in [act.type for act in found.acts]


def test_representatives_in_a_capital_are_those_of_their_own_side(read: Reader) -> None:
    rows = _rows(read, "U.S. envoy Zalmay Khalilzad sat down with Taliban representatives in Doha.")
    assert ("CONSULT", "happened", ["United States", "Taliban"], []) in rows, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Niger called on the regional bloc, ECOWAS, to lift the siege.",
            ("REQUEST", "happened", ["Niger"], ["ECOWAS"]),
        ),
        (
            "Zambia urged the regional body, SADC, to send monitors.",
            ("REQUEST", "happened", ["Zambia"], ["Southern African Development Community"]),
        ),
    ],
)
def test_a_name_set_beside_a_description_is_who_is_meant(read: Reader, text: str, expected: Row) -> None:
    rows = _rows(read, text)
    assert expected in rows, rows


def test_politicians_of_one_state_quarrel_as_persons(read: Reader) -> None:
    rows = _rows(read, "U.S. Senator Ann Field accused President Joe Biden of weakness.")
    assert ("ACCUSE", "happened", ["Ann Field"], ["United States"]) in rows, rows


def test_a_list_of_provisions_is_no_promise_of_its_own(read: Reader) -> None:
    rows = _rows(read, "Under the accord, Chad and Libya agreed to:\n1. open the border;\n2. free prisoners.")
    assert not [row for row in rows if row[0] == "AGREE"], rows


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Mali had asked for the date of the vote to be moved.", "the date of the vote to be moved"),
        ("Chad demanded to be heard.", "be heard"),
    ],
)
def test_a_passive_infinitive_is_what_is_asked(read: Reader, text: str, subject: str) -> None:
    found, _ = read(text)
    assert subject in [act.subject for act in found.acts if act.type == "REQUEST"]


def test_the_time_before_the_first_time_is_not_its_own(read: Reader) -> None:
    found, _ = read("Chad and Libya met in Tunis for the first time since April.")
    assert [(act.type, act.when) for act in found.acts] == [("CONSULT", None)]


def test_a_day_to_come_is_that_of_what_is_asked(read: Reader) -> None:
    found, _ = read("Algeria, the chief mediator, invited Chad and Libya back to Algiers for July 10.")
    assert [(act.type, act.when) for act in found.acts] == [("REQUEST", None)] * len(found.acts) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan suspended its part in the talks on Wednesday.", ("REJECT", "happened", ["Sudan"], [])),
        ("Rwanda signed, but Burundi stayed away.", ("SUPPORT", "happened", ["Rwanda"], [])),
        ("Rwanda signed, but Burundi stayed away.", ("REJECT", "happened", ["Burundi"], [])),
        ("The Taliban cut off talks with Pakistan.", ("REJECT", "happened", ["Taliban"], ["Pakistan"])),
        ("Iran, which was not invited, dismissed the accord.", ("REJECT", "happened", ["Iran"], [])),
        ("Mali has accepted; Niger has asked for time.", ("AGREE", "happened", ["Mali"], [])),
    ],
)
def test_deeds_told_in_few_words(read: Reader, text: str, expected: Row) -> None:
    rows = _rows(read, text)
    assert expected in rows, rows


def test_hands_are_shaken_on_something(read: Reader) -> None:
    found, _ = read("Peru and Chile shook hands on the outline of a fishing pact.")
    assert [act.subject for act in found.acts] == ["the outline of a fishing pact"]
