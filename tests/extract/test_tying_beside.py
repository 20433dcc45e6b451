"""Clauses that share the time of the clause they hang on, and times that a parser hangs from the wrong word."""

from datetime import date

import pytest

from read_text import report_of, time_governing
from verbale.extract import actors, acts, statements, times
from verbale.language import analyse
from verbale.language.parse import Doc
from verbale.world import load_world

WORLD = load_world()
DAY = date(2021, 6, 17)


def governing(text: str, word: str) -> str | None:
    return time_governing(text, word, DAY)


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Baku expelled two diplomats on Tuesday, accusing Paris of spying.", "accusing", "2021-06-15"),
        (
            "The junta freed 90 men on Sunday, keeping a promise to the bishops and calming the market.",
            "calming",
            "2021-06-13",
        ),
        ("Lima wrote to the court in March asking for a delay.", "asking", "2021-03"),
        ("The guild sent the minister a letter on Monday demanding a raise.", "demanding", "2021-06-14"),
        ("Chad ended the truce on Friday by shelling the port.", "shelling", "2021-06-11"),
        ("Having met the rebels, the envoy left on Monday.", "met", None),
        ("After meeting the rebels, the envoy left on Monday.", "meeting", None),
        ("The envoy flew to Tunis on Monday, where he met the speaker.", "met", "2021-06-14"),
        ("On Monday the king received the envoy, whom he asked for a loan.", "asked", "2021-06-14"),
        ("On Monday the king received the envoy, who rejected the plan.", "rejected", None),
        ("The king received the envoy on Monday, whom he had asked for a loan.", "asked", None),
        ("Police blamed the May 3 blast that killed nine on smugglers.", "killed", "2021-05-03"),
        ("In a letter sent on Monday, the guild urged the king to resign.", "urged", "2021-06-14"),
        ("Rome praised both sides in a statement issued by its embassy on Tuesday.", "praised", "2021-06-15"),
        ("Monday's accord, signed in Lagos by both camps, has been broken.", "signed", "2021-06-14"),
        ("Monday's plan, mocked in Lagos by both camps, has been dropped.", "mocked", None),
        ("The shelling on Sunday killed six people and wounded nine.", "wounded", "2021-06-13"),
        ("Six people were killed and nine wounded on Sunday when shells hit a bus.", "killed", "2021-06-13"),
        ("The junta's march on Sunday cheered six people.", "cheered", None),
        ("Chad's senate declined to ratify the pact on Sunday.", "declined", "2021-06-13"),
        ("Chad's envoys met on Sunday to discuss cattle.", "discuss", "2021-06-13"),
        ("Chad launched talks with Niger over the lake's cattle on Sunday.", "launched", "2021-06-13"),
        ("Talks between Chad and Niger, which were held in Lagos on Monday, failed.", "Talks", "2021-06-14"),
    ],
)
def test_clauses_told_in_one_breath(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Chad and Niger held their first talks since the autumn of 2019 on May 4 in Lagos.", "talks", "2021-05-04"),
        ("The king and the envoy spoke on the phone on Monday.", "spoke", "2021-06-14"),
        ("The king telephoned the envoy on Monday.", "telephoned", "2021-06-14"),
        ("Chad rejected a plan for the mainly Arab north on Monday.", "rejected", "2021-06-14"),
        ("At the Lagos summit on 4 May Tinubu and Bazoum discussed cattle.", "discussed", "2021-05-04"),
        ("The current talks on cattle began in May.", "talks", "2021-05"),
        ("Niger says that it will wait, and its senate rejected on Sunday a bill from Chad.", "rejected", "2021-06-13"),
    ],
)
def test_times_hung_from_the_wrong_word(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Chad invited Niger to a conference on cattle in May.", "invited", None),
        ("Chad invited Niger in May to a conference on cattle.", "invited", "2021-05"),
        ("Chad demanded an apology from Niger by June 1.", "demanded", None),
        ("Last week Chad demanded an apology from Niger by June 1.", "demanded", "2021-06-07/2021-06-13"),
        ("The Security Council met on Monday at the request of Niger.", "request", None),
    ],
)
def test_the_day_of_what_is_asked_is_not_that_of_the_asking(text: str, word: str, edtf: str | None) -> None:
    report = report_of(text, DAY)
    doc = Doc(analyse(report, WORLD))
    found = times.find(doc, report)
    told, index = statements.find(doc, report, WORLD, actors.find(doc, report, WORLD), found)
    asked = [act for act in acts.find(doc, report, WORLD, index, found, told)[0] if act.trigger.text == word]
    assert [act.when and act.when.edtf for act in asked] == [edtf]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Prime Minister Maia Sandu left the rally on Monday, saying that it had lied.", ["2021-06-14"]),
        ("Prime Minister Maia Sandu said in a letter sent on Monday that the company had lied.", ["2021-06-14"]),
        ("The company had lied, said Moldova's prime minister Ana Pop here on Monday.", ["2021-06-14"]),
        ("The company had lied, said Ana Pop, who left Moldova on Monday.", [None]),
        ('"They lied," Ana Pop said on Monday at the 2019 Chisinau forum.', ["2021-06-14"]),
        ("Ana Pop met the envoy on Monday. After the meeting, Pop said that he had lied.", ["2021-06-14"]),
        (
            "Ana Pop met the envoy on Monday. She met Abe on Tuesday. After the meeting, Pop said that he lied.",
            [None],
        ),
        ("Ana Pop met the envoy in 2016. After the meeting, Pop said that he had lied.", [None]),
        ("Ana Pop warned of strikes next week.", [None]),
    ],
)
def test_the_day_of_what_is_said(text: str, days: list[str | None]) -> None:
    report = report_of(text, DAY)
    doc = Doc(analyse(report, WORLD))
    told, _ = statements.find(doc, report, WORLD, actors.find(doc, report, WORLD), times.find(doc, report))
    assert [statement.said and statement.said.edtf for statement in told] == days


@pytest.mark.parametrize(
    ("text", "word", "status", "edtf"),
    [
        # a present moved back by "said" is of the day on which it is said, a pluperfect is not
        (
            "In a statement on Saturday, Kenya said it rejected the claims of Somalia.",
            "rejected",
            "happened",
            "2021-06-12",
        ),
        ("In a statement on Saturday, Kenya said it had rejected the claims of Somalia.", "rejected", "happened", None),
        # a meeting at which something will be done lies ahead
        ("Kenya will raise its claims at a summit with Somalia on Friday.", "summit", "planned", "2021-06-18"),
        ("Kenya raised its claims at a summit with Somalia on Friday.", "summit", "happened", "2021-06-11"),
        # a length before "after" is told of the main clause
        (
            "A day after talks with Somalia collapsed on May 3, Kenya closed the border.",
            "talks",
            "happened",
            "2021-05-03",
        ),
        ("Kenya wrote to Somalia on Monday to demand an apology.", "demand", "happened", "2021-06-14"),
        ("On 3 May Kenyan border guards attacked a Somali patrol.", "attacked", "happened", "2021-05-03"),
    ],
)
def test_acts_by_their_day_and_status(text: str, word: str, status: str, edtf: str | None) -> None:
    report = report_of(text, DAY)
    doc = Doc(analyse(report, WORLD))
    found = times.find(doc, report)
    told, index = statements.find(doc, report, WORLD, actors.find(doc, report, WORLD), found)
    done = [act for act in acts.find(doc, report, WORLD, index, found, told)[0] if act.trigger.text == word]
    assert [(act.status, act.when and act.when.edtf) for act in done] == [(status, edtf)]
