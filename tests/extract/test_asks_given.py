"""What is an answer and what is only thought of, and asks told as duties, conditions or through what was done."""

from datetime import date

import pytest

from read_text import AskLine, read_asks

DAY = date(2021, 6, 16)
Line = AskLine


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman asked Yemen to free the crew. Yemen is likely to refuse.",
            ("Oman", "Yemen", "free the crew", "open"),
        ),
        (
            "Syria asked Jordan to reopen the crossing. To accept would be a mistake, a minister said.",
            ("Syria", "Jordan", "reopen the crossing", "open"),
        ),
        (
            "Laos urged Thailand to cut the tariff. Thailand was forced to accept.",
            ("Laos", "Thailand", "cut the tariff", "accepted"),
        ),
        (
            "Kenya urged Somalia to free the sailors. It would be obliged to comply, lawyers said.",
            ("Kenya", "Somalia", "free the sailors", "open"),
        ),
        (
            "Peru asked Chile to extradite him, but Chile could not agree with Bolivia on a joint statement.",
            ("Peru", "Chile", "extradite him", "open"),
        ),
        (
            "Nepal demanded that India open the road. It would not talk until Delhi said yes.",
            ("Nepal", "India", "India open the road", "open"),
        ),
        (
            "Kenya asked Uganda to lower the toll. Uganda refused to divulge what it earned.",
            ("Kenya", "Uganda", "lower the toll", "open"),
        ),
        (
            "Togo failed to get a reply from Benin on its proposal for joint patrols.",
            ("Togo", "Benin", "joint patrols", "none"),
        ),
        (
            "Egypt got no answer from Ethiopia to its request for data.",
            ("Egypt", "Ethiopia", "data", "none"),
        ),
    ],
)
def test_only_what_is_told_as_given_answers(text: str, expected: Line) -> None:
    assert expected in read_asks(text, DAY), read_asks(text, DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit, to be held at Iran's request, will open on Monday.", "The summit"),
        ("The talks were called off at the insistence of Peru.", "The talks were called off"),
        ("Egypt visited Sudan at the invitation of Khartoum.", "visited Sudan"),
        ("The officials, who met in Oslo at Norway's request, left early.", "met in Oslo"),
    ],
)
def test_what_was_done_at_a_request_was_asked_for(text: str, expected: str) -> None:
    assert [(subject, answer) for _, _, subject, answer in read_asks(text, DAY)] == [(expected, "accepted")]


@pytest.mark.parametrize(
    "text", ["Serbia is working on a proposal for Kosovo.", "Experts warned Chile against heeding calls for talks."]
)
def test_work_on_a_proposal_is_no_answer(text: str) -> None:
    assert not [line for line in read_asks(text, DAY) if line[3] == "accepted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Ethiopia must stop filling the dam,” Sameh Shoukry, Egypt's foreign minister, said.",
            ("Egypt", "Ethiopia", "stop filling the dam", "open"),
        ),
        (
            "China's envoy said the United States should scrap the tariffs.",
            ("China", "United States", "scrap the tariffs", "open"),
        ),
        (
            "Turkey's foreign minister said Greece needs to demilitarise the islands.",
            ("Turkey", "Greece", "demilitarise the islands", "open"),
        ),
        (
            "Kosovo said Serbia should not send troops to the border.",
            ("Kosovo", "Serbia", "not send troops to the border", "open"),
        ),
        (
            "“Moscow has to pull its troops back,” said Annalena Baerbock, the German foreign minister.",
            ("Germany", "Russia", "pull its troops back", "open"),
        ),
    ],
)
def test_a_duty_told_by_a_party_is_an_ask(text: str, expected: Line) -> None:
    assert read_asks(text, DAY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“Kyiv must know that we are behind it,” the Polish minister said.",
        "Iran and Oman should work together on the strait, the Omani minister said.",
        "The EU should have acted sooner, Prime Minister Viktor Orban of Hungary said.",
        "“Should Israel withdraw?” the Lebanese minister asked.",
        "Kim must choose, an analyst in Seoul said.",
        "Mali has yet to answer, a diplomat from Niger said.",
        "Africa and China need to trade more, Algeria's president said.",
    ],
)
def test_no_duty_of_another_is_no_ask(text: str) -> None:
    assert read_asks(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ELN will not sign until Bogotá frees its commanders.", ("Bogotá frees its commanders", "open")),
        ("Kabul would sign only if the Taliban stopped the bombings.", ("the Taliban stopped the bombings", "open")),
        (
            "Serbia said it would join the talks provided that Kosovo lifted the tariffs.",
            ("Kosovo lifted the tariffs", "open"),
        ),
        (
            "Armenia agreed to open the road on condition that Azerbaijan withdraw its troops.",
            ("Azerbaijan withdraw its troops", "open"),
        ),
        (
            "Iran will not return to the table unless Washington lifts the oil sanctions, Raisi said.",
            ("Washington lifts the oil sanctions", "open"),
        ),
    ],
)
def test_a_condition_that_another_is_to_meet_is_an_ask(text: str, expected: tuple[str, str]) -> None:
    assert [line[2:] for line in read_asks(text, DAY)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Cuba did not reply until Canada sent a second note.",
        "Israel would strike back if Iran attacked.",
        "Mali stayed away until Niger left.",
    ],
)
def test_no_condition_is_no_ask(text: str) -> None:
    assert read_asks(text, DAY) == []


def test_whom_the_clause_names_is_asked_though_unknown() -> None:
    text = "Iran met Oman in Muscat. Iran asked the three powers to pay compensation."
    assert ("Iran", "", "pay compensation", "open") in read_asks(text, DAY)


def test_an_office_that_the_report_gives_no_party_may_answer() -> None:
    text = (
        "The Democrats urged President Yoon Suk-yeol to withdraw the bill. The presidential office rejected the call."
    )
    assert read_asks(text, DAY)[0][3] == "refused"


def test_the_latest_to_reject_has_rejected() -> None:
    text = "President Vucic has become the latest Serbian leader to reject Berlin's call for elections."
    assert [line[3] for line in read_asks(text, DAY)] == ["refused"]


def test_what_is_proposed_is_not_how_it_is_judged() -> None:
    assert read_asks("“What Kyiv is proposing is unacceptable,” the Hungarian minister said.", DAY) == []
